use crate::lexicon::WordId;

/// The number of a word, its bits well mixed: the upper ones are its place in a set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Spread(u32);

impl Spread {
    #[inline]
    pub(super) const fn of(word: WordId) -> Self {
        Self(word.0.wrapping_mul(0x9E37_79B1))
    }
}

/// A set of words in `N` times 64 bits: it may say yes to a word that is not in it, never no to one that is. `N` is a power
/// of two.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct WordBits<const N: usize>([u64; N]);

impl<const N: usize> Default for WordBits<N> {
    fn default() -> Self {
        Self([0; N])
    }
}

impl<const N: usize> WordBits<N> {
    /// How far a spread number is shifted to be a place in the set.
    const SHIFT: u32 = 32 - (N * 64).ilog2();

    pub(super) fn clear(&mut self) {
        self.0.fill(0);
    }

    #[inline]
    pub(super) fn add(&mut self, word: Spread) {
        let bit = word.0 >> Self::SHIFT;
        if let Some(bits) = self.0.get_mut((bit >> 6) as usize) {
            *bits |= 1 << (bit & 63);
        }
    }

    #[inline]
    pub(super) fn may_have(&self, word: Spread) -> bool {
        let bit = word.0 >> Self::SHIFT;
        self.0.get((bit >> 6) as usize).is_some_and(|bits| bits >> (bit & 63) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::{Spread, WordBits};
    use crate::lexicon::WordId;

    #[test]
    fn what_was_added_is_there_and_little_else() {
        let mut set = WordBits::<64>::default();
        for word in 0..40 {
            set.add(Spread::of(WordId(word)));
        }
        assert!((0..40).all(|word| set.may_have(Spread::of(WordId(word)))));
        let others = (1_000..2_000).filter(|word| set.may_have(Spread::of(WordId(*word)))).count();
        assert!(others < 30, "{others} of 1,000");
        set.clear();
        assert!(!set.may_have(Spread::of(WordId(3))));
    }
}
