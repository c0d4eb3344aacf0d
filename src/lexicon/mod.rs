//! The words that the French press writes: what a form may be, its lemma, and the lists it stands in.

mod analysis;
mod class;
mod fold;
#[allow(dead_code)] // The packer uses the rest.
mod hash;
mod lexeme;
mod lexicon;
mod listed;
mod memo;
mod names;
#[allow(dead_code)] // Some sections are not read yet.
mod pack;
mod phrase;
#[allow(dead_code)] // The packer uses the rest.
mod section;
mod trie;
mod word;
mod word_lists;
mod word_map;
mod word_set;

pub use analysis::{Agreement, Analysis, Pos, Tenses};
pub use class::Classes;
pub(crate) use hash::hash as hash_bytes;
pub use lexeme::Lexeme;
pub(crate) use lexeme::Roots;
pub use lexicon::Lexicon;
pub use listed::{
    Accused, Court, CourtKind, Cue, CueKind, Field, Frames, Governs, Judicial, LegalForm, List, Listed,
    Offence, Penalty, PenaltyKind, Role, RoleKind, SpeechNoun, SpeechNounKind, SpeechVerb,
};
pub use memo::Memo;
pub use names::NameSort;
pub(crate) use names::{NameNode, NameValue, name_entry, name_letters};
pub use phrase::LONGEST_PHRASE;
pub use word::WordId;
#[cfg(test)]
pub(crate) use word_lists::check_lists;
pub(crate) use word_lists::{listed, word_lists};
pub(crate) use word_map::WordMap;
pub(crate) use word_set::WordSet;
