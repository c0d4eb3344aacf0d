//! Spans of text, folding of spelling, conversion between kinds of offsets, and the rows of data files.

mod fold;
mod offsets;
mod rows;
mod span;

pub use fold::{fold, fold_into};
pub use offsets::{Offsets, Place};
pub(crate) use rows::rows;
pub use span::Span;
