//! The kinds of things that greffier writes down: plain enums, each with one name for JSON, `Display` and `FromStr`.

mod entity;
mod error;
mod justice;
mod named;
mod relation;
mod speech;

pub use entity::{EntityKind, Gender, MentionForm};
pub use error::UnknownName;
pub use justice::{ProceedingKind, Status};
pub(crate) use named::named_enum;
pub use relation::{Part, RelationKind};
pub use speech::{SpeakerKind, Stance, StatementForm, Tense};
