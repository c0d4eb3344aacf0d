//! The shallow syntax of newspaper sentences, found once for a document: the class of a word in its
//! place, verb groups, base noun phrases, clauses, and who does what in them.
//!
//! There is no tree and no search: a few passes forward over class bits and ids, bounded by the
//! sentence. What is not plain is left out (`None`), never guessed at length.

mod agree;
mod arguments;
mod attach;
mod clause;
mod clauses;
mod clitics;
mod key;
mod names;
mod openers;
mod phrase;
mod phrases;
mod polarity;
mod reach;
mod show;
mod syntax;
mod tag;
mod tag_function;
mod tag_word;
mod tagger;
mod verb;
mod verbs;

pub use clause::{Clause, ClauseId, ClauseKind};
pub use phrase::{Determination, NounPhrase, PhraseId, PhraseKind};
pub use syntax::Syntax;
pub use tag::Tag;
pub use verb::{Mood, Tense, VerbGroup, VerbId, Voice};

/// No id.
const NONE: u32 = u32::MAX;
