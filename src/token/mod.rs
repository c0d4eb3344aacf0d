//! Tokens, sentences, paragraphs and quotation marks.

mod abbreviation;
mod elision;
mod gap;
mod mark;
mod number;
mod paragraph;
mod quotation;
mod sentence;
mod shape;
mod token;
mod tokenizer;
mod word;

pub(crate) use gap::Gap;
pub(crate) use mark::Mark;
pub use paragraph::paragraphs;
pub use quotation::{Quotation, QuoteMark, quotations};
pub use sentence::sentences;
pub use token::{Shape, Token, TokenId, TokenKind, TokenSpan};
pub use tokenizer::{tokenize, tokenize_into};
