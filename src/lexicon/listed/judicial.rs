use super::super::Agreement;
use super::{List, Listed, nth};
use crate::ontology::{ProceedingKind, named_enum};

named_enum! {
    /// Where a word of justice has the accused.
    Accused {
        /// Nowhere.
        Nowhere = "none",
        /// As its direct object, or the subject of its passive: «condamner X».
        Object = "obj",
        /// As its subject: «X comparaît».
        Subject = "subj",
        /// After `de`: «l’arrestation de X».
        De = "de",
        /// After `contre`: «plainte contre X».
        Contre = "contre",
        /// After `à`: «infliger une amende à X».
        A = "a",
    }
}

/// A verb, verb phrase or noun of justice.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Judicial {
    /// The step that it names; `None` for words of justice that are no step.
    pub kind: Option<ProceedingKind>,
    /// Where it has the accused.
    pub accused: Accused,
    /// Whether it is a word of justice wherever it stands.
    pub strong: bool,
    /// Whether it is a verb.
    pub verb: bool,
}

impl Listed for Judicial {
    const LIST: List = List::Judicial;

    fn read([kind, accused, flags, ..]: [u8; 8]) -> Self {
        Self {
            kind: ProceedingKind::ALL.get(usize::from(kind)).copied(),
            accused: nth(Accused::ALL, accused, Accused::Nowhere),
            strong: flags & 1 != 0,
            verb: flags & 2 != 0,
        }
    }

    fn write(&self) -> [u8; 8] {
        let flags = u8::from(self.strong) | u8::from(self.verb) << 1;
        [self.kind.map_or(u8::MAX, |kind| kind as u8), self.accused as u8, flags, 0, 0, 0, 0, 0]
    }
}

named_enum! {
    /// What a body of justice is.
    CourtKind {
        /// A court.
        Court = "court",
        /// Police, gendarmerie, customs.
        Police = "police",
        /// A prosecutor's office.
        Prosecutor = "prosecutor",
        /// An authority that sanctions.
        Regulator = "regulator",
        /// A body of a sport that sanctions.
        SportBody = "sport_body",
    }
}

/// The head of a court, prosecutor, police or sanctioning body.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Court {
    /// What it is.
    pub kind: CourtKind,
    /// Its gender and number.
    pub agreement: Agreement,
}

impl Listed for Court {
    const LIST: List = List::Court;

    fn read([kind, agreement, ..]: [u8; 8]) -> Self {
        Self { kind: nth(CourtKind::ALL, kind, CourtKind::Court), agreement: Agreement::from_bits(agreement) }
    }

    fn write(&self) -> [u8; 8] {
        [self.kind as u8, self.agreement.bits(), 0, 0, 0, 0, 0, 0]
    }
}
