use std::fmt;

use super::gap::Gap;
use super::mark::Mark;
use crate::text::Span;

/// Place of a token in its document, from 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct TokenId(pub u32);

impl TokenId {
    /// The id as an index.
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// The id `n` tokens further on.
    #[must_use]
    pub const fn plus(self, n: u32) -> Self {
        Self(self.0 + n)
    }
}

impl From<usize> for TokenId {
    fn from(index: usize) -> Self {
        Self(index as u32)
    }
}

impl fmt::Debug for TokenId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "t{}", self.0)
    }
}

/// A run of tokens, end exclusive.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct TokenSpan {
    start: u32,
    end: u32,
}

impl TokenSpan {
    /// A run from `start` to `end` (token indices); an end before the start gives an empty run.
    pub const fn new(start: usize, end: usize) -> Self {
        let end = if end < start { start } else { end };
        Self { start: start as u32, end: end as u32 }
    }

    /// Index of the first token.
    pub const fn start(self) -> usize {
        self.start as usize
    }

    /// One past the index of the last token.
    pub const fn end(self) -> usize {
        self.end as usize
    }

    /// Number of tokens.
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds no token.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The indices of its tokens, in order.
    pub const fn indices(self) -> std::ops::Range<usize> {
        self.start()..self.end()
    }

    /// Whether the token at `index` is one of its tokens.
    pub const fn has(self, index: usize) -> bool {
        self.start() <= index && index < self.end()
    }

    /// Whether `other` lies inside or is equal.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one token.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

impl fmt::Debug for TokenSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "t{}..t{}", self.start, self.end)
    }
}

/// What a token is, from its characters alone.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum TokenKind {
    /// A word of letters, hyphens kept («Saint-Denis», «aujourd’hui»).
    Word,
    /// An elided word with its apostrophe («l’», «qu’», «jusqu’»).
    Elided,
    /// A pronoun hung on a verb («-t-il», «-elle», «-là»).
    Enclitic,
    /// An abbreviation with its point («M.», «art.», «J.-P.»).
    Abbreviation,
    /// A number in digits, with its spaces and decimal mark («10 000», «7,5», «20h30», «1er»).
    Number,
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// A hashtag or an @-name.
    Tag,
    /// A punctuation mark.
    Punctuation,
    /// Anything else that is not space.
    Symbol,
}

/// How a token is written: capitals and small letters.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Shape {
    /// No letter («12», «,»).
    None,
    /// Small letters only («maire»).
    Lower,
    /// One capital, then small letters («Paris», «Saint-Denis»).
    Capitalised,
    /// Two or more letters, all capitals («OTAN», «PARIS»).
    Upper,
    /// A single capital («X», «À»).
    Letter,
    /// Capitals inside («iPhone», «BioNTech», «McDonald»).
    Mixed,
}

impl Shape {
    /// Whether the first letter is a capital.
    pub const fn is_capital(self) -> bool {
        matches!(self, Self::Capitalised | Self::Upper | Self::Letter)
    }
}

/// One token of a text. Tokens and the gaps between them tile the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// Where it stands, in bytes.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// How it is written.
    pub shape: Shape,
    /// What stands before it.
    pub(crate) before: Gap,
    /// Which mark it is.
    pub(crate) mark: Mark,
}
