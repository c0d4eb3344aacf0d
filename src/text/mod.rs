//! Spans of text, folding of spelling, and conversion between kinds of offsets.

mod span;

pub use span::Span;
