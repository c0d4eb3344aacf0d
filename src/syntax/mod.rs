//! The shallow syntax of newspaper sentences, found once for a document: the class of a word in its
//! place, verb groups, base noun phrases, clauses, and who does what in them.
//!
//! There is no tree and no search: a few passes forward over class bits and ids, bounded by the
//! sentence. What is not plain is left out (`None`), never guessed at length.

mod clause;
mod phrase;
mod syntax;
mod tag;
mod verb;

pub use clause::{Clause, ClauseId, ClauseKind};
pub use phrase::{Determination, NounPhrase, PhraseId, PhraseKind};
pub use syntax::Syntax;
pub use tag::Tag;
pub use verb::{Mood, Tense, VerbGroup, VerbId, Voice};
