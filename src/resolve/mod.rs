//! From mentions to entities: who is who in the article.
//!
//! Names are joined first (`persons`, `organisations`), then descriptions are tied to the names beside them
//! (`holding`), then one pass from beginning to end joins later descriptions and pronouns (`discourse`).

mod anaphor;
mod attribute;
mod bearer;
mod bodies;
mod called;
mod cluster;
mod copulas;
mod description;
mod discourse;
mod focus;
mod fronted;
mod holding;
mod key;
mod lead;
mod left;
mod lists;
mod name;
mod name_words;
mod nominal;
mod organisations;
mod persons;
mod portfolio;
mod pronoun;
mod reading;
mod resolve;
mod resolved;
mod role_word;
mod tenure;
mod unnamed;

pub(crate) use description::{Article, Description};
pub(crate) use holding::{Holding, Tie};
pub(crate) use reading::Reading;
pub(crate) use resolve::resolve;
pub use resolved::{Resolved, ResolvedMention};
pub(crate) use tenure::tenure;
pub(crate) use unnamed::complement_entity;
