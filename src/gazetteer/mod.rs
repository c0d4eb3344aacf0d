//! Names and what they name: the built-in tables, and the user's own lists.

mod builtin;
mod entry;
mod hit;
mod user;

pub use builtin::{builtin_hits, hits_into};
pub use entry::{Entry, EntryId, Kinds};
pub use hit::{Hit, NameForm, Requires};
pub use user::{
    Accents, Case, Format, Gazetteer, GazetteerBuilder, GazetteerError, Mistake, UserEntry, UserEntryId,
    UserHit,
};
