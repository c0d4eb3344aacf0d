//! What the hand-written lists say of their entries, as small typed values.

mod judicial;
mod offence;
mod role;
mod speech;

pub use judicial::{Accused, Court, CourtKind, Judicial};
pub use offence::{Field, Offence, Penalty, PenaltyKind};
pub use role::{Governs, LegalForm, Role, RoleKind};
pub use speech::{Cue, CueKind, Frames, SpeechNoun, SpeechNounKind, SpeechVerb};

/// The lists of phrases, by the number that the pack gives them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum List {
    /// speech_verbs.tsv.
    SpeechVerb,
    /// speech_nouns.tsv.
    SpeechNoun,
    /// speech_cues.tsv.
    Cue,
    /// roles.tsv.
    Role,
    /// offences.tsv.
    Offence,
    /// penalties.tsv.
    Penalty,
    /// judicial.tsv.
    Judicial,
    /// courts.tsv.
    Court,
    /// legal_forms.tsv.
    LegalForm,
}

/// An entry of one of the lists.
pub trait Listed: Sized {
    /// The list it stands in.
    const LIST: List;

    /// Reads its columns.
    #[doc(hidden)]
    fn read(columns: [u8; 8]) -> Self;

    /// Writes its columns, as [`Listed::read`] reads them.
    #[doc(hidden)]
    fn write(&self) -> [u8; 8];
}

/// The value of an enumeration by its number in the pack.
pub(crate) fn nth<T: Copy>(all: &[T], number: u8, otherwise: T) -> T {
    all.get(usize::from(number)).copied().unwrap_or(otherwise)
}
