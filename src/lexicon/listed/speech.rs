use super::{List, Listed, nth};
use crate::ontology::{Stance, named_enum};

/// The constructions that a verb of speech takes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
pub struct Frames(pub u16);

impl Frames {
    /// Names of the frames in the list, in the order of the bits.
    #[doc(hidden)]
    pub const NAMES: [&'static str; 12] =
        ["direct", "incise", "que", "inf", "de_inf", "a_inf", "np", "qn", "a_qn", "si", "refl", "accuse"];

    /// Takes words in quotation marks: «…», déclare-t-il.
    pub const DIRECT: Self = Self(1);
    /// Stands as an inserted clause: «, affirme le maire,».
    pub const INCISE: Self = Self(1 << 1);
    /// Takes `que` and a clause.
    pub const QUE: Self = Self(1 << 2);
    /// Takes an infinitive: «affirme avoir vu».
    pub const INFINITIVE: Self = Self(1 << 3);
    /// Takes `de` and an infinitive: «promet de venir».
    pub const DE_INFINITIVE: Self = Self(1 << 4);
    /// Takes `à` and an infinitive: «appelle à voter».
    pub const A_INFINITIVE: Self = Self(1 << 5);
    /// Takes a noun phrase for what is said: «annonce sa démission».
    pub const NOUN: Self = Self(1 << 6);
    /// Takes somebody as its direct object: «informe les élus».
    pub const SOMEBODY: Self = Self(1 << 7);
    /// Takes `à` and somebody: «répond au maire».
    pub const TO_SOMEBODY: Self = Self(1 << 8);
    /// Takes an indirect question: «demande si».
    pub const SI: Self = Self(1 << 9);
    /// Is a verb of speech only as a reflexive: «se féliciter».
    pub const REFLEXIVE: Self = Self(1 << 10);
    /// Takes somebody and `de` with a wrong: «accuse X de vol».
    pub const ACCUSE: Self = Self(1 << 11);

    /// The frames that a list names, separated by `;`; other names are passed over.
    #[doc(hidden)]
    pub fn named(names: &str) -> Self {
        let bit = |name| Self::NAMES.iter().position(|known| *known == name).map_or(0, |at| 1 << at);
        Self(names.split(';').fold(0, |bits, name| bits | bit(name)))
    }

    /// Both together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Those that are not among the others.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether the two share a frame.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// A verb or verb phrase of speech, opinion, announcement, request.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SpeechVerb {
    /// The constructions that it takes.
    pub frames: Frames,
    /// The act of speech, and the writer's distance.
    pub stance: Stance,
    /// Whether it is a verb of speech wherever it stands; a weak one needs quotation marks or `que`.
    pub strong: bool,
    /// Whether it is used of the words of others without the writer's trust («se dire», «qualifier»).
    pub qualifier: bool,
}

impl Listed for SpeechVerb {
    const LIST: List = List::SpeechVerb;

    fn read([low, high, stance, flags, ..]: [u8; 8]) -> Self {
        Self {
            frames: Frames(u16::from_le_bytes([low, high])),
            stance: nth(Stance::ALL, stance, Stance::Neutral),
            strong: flags & 1 != 0,
            qualifier: flags & 2 != 0,
        }
    }

    fn write(&self) -> [u8; 8] {
        let [low, high] = self.frames.0.to_le_bytes();
        let flags = u8::from(self.strong) | u8::from(self.qualifier) << 1;
        [low, high, self.stance as u8, flags, 0, 0, 0, 0]
    }
}

named_enum! {
    /// What a noun of speech is.
    SpeechNounKind {
        /// An act of speech or thought whose complement reports it: «l’annonce que».
        Act = "act",
        /// A document that speaks: «le rapport».
        Document = "document",
        /// Unnamed people that speak: «des témoins».
        Group = "group",
        /// A medium that speaks: «le quotidien».
        Medium = "medium",
    }
}

/// A noun whose complement reports speech, a document, medium or group that speaks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SpeechNoun {
    /// What it is.
    pub kind: SpeechNounKind,
    /// Whether the form is the plural.
    pub plural: bool,
}

impl Listed for SpeechNoun {
    const LIST: List = List::SpeechNoun;

    fn read([kind, plural, ..]: [u8; 8]) -> Self {
        Self { kind: nth(SpeechNounKind::ALL, kind, SpeechNounKind::Act), plural: plural != 0 }
    }

    fn write(&self) -> [u8; 8] {
        [self.kind as u8, u8::from(self.plural), 0, 0, 0, 0, 0, 0]
    }
}

named_enum! {
    /// How a cue of reported speech is built.
    CueKind {
        /// Before the speaker: «selon», «d’après».
        Preposition = "prep",
        /// By itself: «à l’en croire».
        Adverb = "adverb",
        /// With its unnamed speaker: «de source policière».
        Source = "source",
    }
}

/// A cue of reported speech that is not a verb.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cue {
    /// How it is built.
    pub kind: CueKind,
    /// Whether it is a cue wherever it stands.
    pub strong: bool,
}

impl Listed for Cue {
    const LIST: List = List::Cue;

    fn read([kind, strong, ..]: [u8; 8]) -> Self {
        Self { kind: nth(CueKind::ALL, kind, CueKind::Adverb), strong: strong != 0 }
    }

    fn write(&self) -> [u8; 8] {
        [self.kind as u8, u8::from(self.strong), 0, 0, 0, 0, 0, 0]
    }
}
