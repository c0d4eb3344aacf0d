use std::fmt;

use super::{PhraseId, VerbId};
use crate::token::{TokenId, TokenSpan};

/// Place of a clause in [`Syntax::clauses`](super::Syntax::clauses), from 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClauseId(pub(crate) u32);

impl ClauseId {
    /// The id as an index.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

impl fmt::Debug for ClauseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "c{}", self.0)
    }
}

/// What holds a clause together.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum ClauseKind {
    /// The sentence itself; a clause coordinated with the main one is a main clause too.
    #[default]
    Main,
    /// «qui …», «que …», «dont …», «dans laquelle …», said of the antecedent.
    Relative,
    /// «que …», «si …» as the content of a verb or noun.
    Completive,
    /// «lorsque …», «parce que …», «alors que …».
    Subordinate,
    /// «condamné en 2019 …», «ayant refusé …», «en affirmant …».
    Participial,
    /// «pour avoir détourné …», «de quitter …».
    Infinitive,
    /// «, a déclaré le ministre,» amid or after what is said.
    Incise,
    /// What stands in brackets or between dashes.
    Parenthetical,
    /// What stands between quotation marks.
    Quoted,
}

/// A clause. Clauses nest; they stand in the order in which they open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Clause {
    /// From its opening word (mark, conjunction, preposition, first word) to its end, clauses in it included.
    pub span: TokenSpan,
    /// Kind.
    pub kind: ClauseKind,
    /// The clause it stands in.
    pub parent: Option<ClauseId>,
    /// Its verb: of several coordinated ones the first.
    pub verb: Option<VerbId>,
    /// What a relative or participial clause is said of.
    pub antecedent: Option<PhraseId>,
    /// The conjunction, relative pronoun, preposition or opening mark.
    pub opener: Option<TokenId>,
}
