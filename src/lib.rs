//! greffier reads French news and writes down, as a typed graph, who said what, who was convicted of
//! what, and which organisations were involved.

pub mod docs;
pub mod document;
pub mod extractor;
#[allow(dead_code)]
pub(crate) mod french;
pub mod gazetteer;
pub mod graph;
pub mod lexicon;
pub mod mention;
pub mod ontology;
pub mod output;
pub(crate) mod proceeding;
pub(crate) mod relation;
pub mod resolve;
pub mod rule;
mod statement;
pub mod syntax;
pub mod text;
pub mod token;
pub mod value;

pub use extractor::{Extractor, ExtractorBuilder, Worker};
pub use graph::Graph;
pub use ontology::{
    EntityKind, Gender, MentionForm, Part, ProceedingKind, RelationKind, SpeakerKind, Stance, StatementForm,
    Status, Tense,
};
pub use text::Span;

/// The examples of the README, compiled and run with the tests of the documentation.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
