//! The one door: text in, graph out.

mod builder;
mod examples;
mod extractor;
mod worker;

pub use builder::ExtractorBuilder;
pub use extractor::Extractor;
pub use worker::Worker;
