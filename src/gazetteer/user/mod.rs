//! The user's own names: read from tables, found in texts on whole tokens.

mod builder;
mod columns;
mod error;
mod format;
mod gazetteer;
#[cfg(feature = "json")]
mod json;
mod names;
mod normal;
mod record;
mod table;

pub use builder::GazetteerBuilder;
pub use error::{GazetteerError, Mistake};
pub use format::Format;
pub use gazetteer::{Gazetteer, UserEntry, UserEntryId, UserHit};
pub use normal::{Accents, Case};
