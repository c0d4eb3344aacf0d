use std::fmt;

/// Id of a word form in the lexicon: the small-letter form, one id for one spelling.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct WordId(pub(crate) u32);

impl WordId {
    /// The id of every form that the lexicon does not hold.
    pub const UNKNOWN: Self = Self(0);

    /// Whether the lexicon holds the form.
    pub const fn is_known(self) -> bool {
        self.0 != 0
    }

    /// The id as an index.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

impl fmt::Debug for WordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "w{}", self.0)
    }
}
