//! greffier reads French news and writes down, as a typed graph, who said what, who was convicted of
//! what, and which organisations were involved.

pub mod document;
pub mod lexicon;
pub mod text;
pub mod token;

pub use text::Span;
