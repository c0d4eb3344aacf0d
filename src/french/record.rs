use crate::ontology::{ProceedingKind, RelationKind};
use crate::rule::{PartId, RecordId, RecordKind};

/// The parts of every kind of proceeding, in the order of their numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ProceedingPart {
    Parties,
    Offences,
    Penalties,
    Victims,
    Body,
    Date,
    Damage,
    Counts,
    InAbsentia,
    UnderAppeal,
    Status,
    Manner,
}

const PROCEEDING_PARTS: &[&str] = &[
    "parties",
    "offences",
    "penalties",
    "victims",
    "body",
    "date",
    "damage",
    "counts",
    "in_absentia",
    "under_appeal",
    "status",
    "manner",
];
const TIE_PARTS: &[&str] = &["from", "to", "role"];

impl ProceedingPart {
    /// Its number.
    pub const fn id(self) -> PartId {
        PartId(self as u16)
    }
}

/// The kind of record of this name.
pub(super) fn record(name: &str) -> Option<RecordKind> {
    let owned = |parts: &[&str]| parts.iter().map(|part| (*part).to_owned()).collect();
    let step = ProceedingKind::ALL.iter().position(|kind| kind.name() == name);
    let relation = RelationKind::ALL.iter().position(|kind| kind.name() == name);
    let (id, parts) = match (step, relation) {
        (Some(place), _) => (place, owned(PROCEEDING_PARTS)),
        (None, Some(place)) => (ProceedingKind::ALL.len() + place, owned(TIE_PARTS)),
        (None, None) => return None,
    };
    Some(RecordKind { id: RecordId(id as u16), name: name.to_owned(), parts })
}

/// The names of all kinds of record.
pub(super) fn names() -> Vec<String> {
    let steps = ProceedingKind::ALL.iter().map(|kind| kind.name().to_owned());
    steps.chain(RelationKind::ALL.iter().map(|kind| kind.name().to_owned())).collect()
}

/// The tie that a record of this number is.
pub(crate) fn kind_of_tie(id: RecordId) -> Option<RelationKind> {
    RelationKind::ALL.get(id.index().checked_sub(ProceedingKind::ALL.len())?).copied()
}

/// The parts of every kind of tie, in the order of their numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TiePart {
    From,
    To,
    Role,
}

impl TiePart {
    /// Its number.
    pub const fn id(self) -> PartId {
        PartId(self as u16)
    }
}

/// The step that a record of this number is.
pub(crate) fn kind_of_record(id: RecordId) -> Option<ProceedingKind> {
    ProceedingKind::ALL.get(id.index()).copied()
}
