use std::fmt;

use crate::lexicon::{Agreement, WordId};
use crate::token::{TokenId, TokenSpan};

/// Place of a noun phrase in [`Syntax::phrases`](super::Syntax::phrases), from 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhraseId(pub(crate) u32);

impl PhraseId {
    /// The id as an index.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

impl fmt::Debug for PhraseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "p{}", self.0)
    }
}

/// What stands before the noun.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Determination {
    /// Nothing: names, headlines, «ministre de la Justice» after a comma.
    #[default]
    None,
    /// «le», also in «du», «au».
    Definite,
    /// «un», «des», «plusieurs», «aucun», a number.
    Indefinite,
    /// «son», «leur».
    Possessive,
    /// «ce», «ces».
    Demonstrative,
}

/// What kind of thing the phrase is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum PhraseKind {
    /// Headed by a common noun, with a name or without («le président Jean Dupont»).
    #[default]
    Common,
    /// A name alone, with its title and article («M. Le Pen», «la France»).
    Proper,
    /// A pronoun: personal, demonstrative, relative.
    Pronoun,
    /// A number alone, or with its unit, currency or percent sign.
    Number,
    /// A time: «mardi», «le 3 mars 2019», «en 2019».
    Date,
}

/// A base noun phrase: from its determiner to its head and the adjectives or the name right after it.
/// Phrases do not overlap.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NounPhrase {
    /// Its tokens, without the preposition that governs it; a contracted «du» counts as preposition.
    pub span: TokenSpan,
    /// The noun, the last word of a bare name, the pronoun or the number.
    pub head: TokenId,
    /// Article, possessive, demonstrative; the contracted preposition («du», «au») where it holds the article.
    pub determiner: Option<TokenId>,
    /// What the determiner says.
    pub determination: Determination,
    /// The preposition before it, its last word if it has several («à l’encontre *de*»).
    pub preposition: Option<TokenId>,
    /// The preposition as a word: «de» for «d’», «du», «des»; «à» for «au», «aux»; of several words the
    /// telling one («encontre», «raison», «issue»); unknown if there is none.
    pub prep: WordId,
    /// Gender and number.
    pub agreement: Agreement,
    /// Kind.
    pub kind: PhraseKind,
    /// The words of the name in it, without title.
    pub name: Option<TokenSpan>,
    /// The phrase before it that it is coordinated with («de A, de B *et de C*»).
    pub joined: Option<PhraseId>,
    /// The phrase in apposition.
    pub(crate) apposed: Option<PhraseId>,
    /// The relative clause said of it.
    pub(crate) relative: Option<super::ClauseId>,
    /// The brackets after it.
    pub(crate) brackets: Option<super::ClauseId>,
    /// It hangs on the noun before it, not on a verb.
    pub(crate) nested: bool,
    /// End of the phrase with all that hangs on it.
    pub(crate) reach: u32,
}

impl NounPhrase {
    /// Whether a preposition governs it.
    pub const fn is_governed(&self) -> bool {
        self.preposition.is_some()
    }

    /// First token, the preposition included.
    pub(crate) fn outset(&self) -> usize {
        self.preposition.map_or(self.span.start(), |p| p.index().min(self.span.start()))
    }
}
