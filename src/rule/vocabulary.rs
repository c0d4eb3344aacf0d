use crate::lexicon::{Classes, WordId};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
            pub struct $name(pub u16);

            impl $name {
                /// The id as an index.
                pub const fn index(self) -> usize {
                    self.0 as usize
                }
            }
        )*
    };
}

ids! {
    /// A kind of mention, numbered by the host. Ids from 32,768 on are kinds that pages define.
    KindId;
    /// A part of the sentence that hangs on a trigger, numbered by the host.
    ArgumentId;
    /// Something that a verb group or noun phrase may be, numbered by the host.
    PropertyId;
    /// A kind of record, numbered by the host. Ids from 32,768 on are kinds that pages define.
    RecordId;
    /// A part of a record: its place in [`RecordKind::parts`].
    PartId;
}

/// First number of the kinds that pages define.
pub(super) const OWN: u16 = 1 << 15;

impl KindId {
    /// A whole quotation with its marks: the element `Quoted`.
    pub const QUOTED: Self = Self(u16::MAX);

    /// Whether a page defined it, rather than the host.
    pub const fn is_own(self) -> bool {
        self.0 >= OWN && self.0 != u16::MAX
    }
}

/// A kind of result that rules fill in: a fact or a relation, with named parts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RecordKind {
    /// Its id.
    pub id: RecordId,
    /// Its name, as `link` and `record` lines write it.
    pub name: String,
    /// The names of its parts; `link` fills them in this order.
    pub parts: Vec<String>,
}

/// Tokens that have a name: the meaning of `@name`. A token is in the set if anything here holds it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TokenSet {
    /// Classes of the lexicon, any of which will do.
    pub classes: Classes,
    /// Words.
    pub words: Vec<WordId>,
    /// Lemmas.
    pub lemmas: Vec<WordId>,
}

/// What pages can name, and how the names are to be understood: the host's side of compiling a page.
///
/// Names that it does not know are answered with the nearest of the names that it lists.
pub trait Vocabulary {
    /// The tokens of what stands between two spaces of a pattern («l’argent» is two).
    fn tokens<'w>(&self, written: &'w str) -> Vec<&'w str> {
        vec![written]
    }

    /// The word that a token is, in whatever case; [`WordId::UNKNOWN`] where it has no id: then its letters are compared.
    fn word(&self, token: &str) -> WordId;

    /// The lemma of this name, if any form has it.
    fn lemma(&self, name: &str) -> Option<WordId>;

    /// The classes of a word: a function word makes a bad trigger.
    fn classes(&self, word: WordId) -> Classes {
        let _ = word;
        Classes::EMPTY
    }

    /// The set `@name`.
    fn set(&self, name: &str) -> Option<TokenSet>;

    /// The kind of mention of this name.
    fn kind(&self, name: &str) -> Option<KindId>;

    /// Classes of which the first token of every mention of the kind has one; empty where it may begin with any token.
    fn beginnings(&self, kind: KindId) -> Classes {
        let _ = kind;
        Classes::EMPTY
    }

    /// The argument of this name.
    fn argument(&self, name: &str) -> Option<ArgumentId>;

    /// The property of this name.
    fn property(&self, name: &str) -> Option<PropertyId>;

    /// The kind of record of this name.
    fn record(&self, name: &str) -> Option<RecordKind>;

    /// Every name of one sort, for «did you mean».
    fn names(&self, sort: NameSort) -> Vec<String>;
}

/// A sort of name in a [`Vocabulary`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum NameSort {
    /// Lemmas near enough to be meant; may be left empty where there are too many.
    Lemma,
    /// Sets and classes.
    Set,
    /// Kinds of mention.
    Kind,
    /// Arguments.
    Argument,
    /// Properties.
    Property,
    /// Kinds of records.
    Record,
}

impl NameSort {
    /// How messages call it.
    pub(super) const fn what(self) -> &'static str {
        match self {
            Self::Lemma => "lemma",
            Self::Set => "set or class",
            Self::Kind => "kind of mention",
            Self::Argument => "argument",
            Self::Property => "property",
            Self::Record => "kind of record",
        }
    }
}
