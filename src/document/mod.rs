//! A text with its tokens, words, sentences, paragraphs and quotation spans.

mod document;

pub use document::Document;
pub(crate) use document::Spare;
