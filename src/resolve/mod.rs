//! From mentions to entities: who is who in the article.

mod cluster;
mod key;
mod description;
mod name;
mod organisations;
mod persons;
mod reading;
mod resolve;
mod resolved;

pub(crate) use description::{Article, Description, descriptions_into};
pub(crate) use reading::Reading;
pub(crate) use resolve::resolve;
pub use resolved::{Resolved, ResolvedMention};
