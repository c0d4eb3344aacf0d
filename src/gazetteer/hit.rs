use super::{Entry, EntryId};
use crate::token::TokenSpan;

/// How a name relates to its entry.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum NameForm {
    /// The usual name.
    Canonical,
    /// An acronym or short form.
    Acronym,
    /// Another name or spelling.
    Other,
}

/// What it takes to believe a name that may be something else.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum Requires {
    /// Nothing: the words are the name.
    Nothing,
    /// It is a common word too («Nice», «Le Monde», «Orange»): a capital that the beginning of the sentence
    /// does not explain, or other evidence.
    Capital,
    /// Other evidence: a preposition of place, a head noun, another mention («Mars», «Pierre», small communes
    /// that are surnames too).
    Context,
}

/// A name of the gazetteer in a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Hit {
    /// Its tokens.
    pub tokens: TokenSpan,
    /// What it names.
    pub entry: EntryId,
    /// How the name relates to the entry.
    pub form: NameForm,
    /// What it takes to believe it.
    pub requires: Requires,
}

impl Hit {
    /// What the gazetteer says of the thing.
    pub fn entry(&self) -> Entry {
        self.entry.get()
    }
}
