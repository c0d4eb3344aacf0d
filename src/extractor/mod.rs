//! The one door: text in, graph out.

mod extractor;

pub use extractor::{Extractor, ExtractorBuilder};
