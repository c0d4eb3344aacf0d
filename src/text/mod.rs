//! Spans of text, folding of spelling, and conversion between kinds of offsets.

mod fold;
mod offsets;
mod span;

pub use fold::{fold, fold_into};
pub use offsets::{Offsets, Place};
pub use span::Span;
