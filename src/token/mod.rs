//! Tokens, sentences and quotation marks.

mod token;

pub use token::{Shape, Token, TokenId, TokenKind, TokenSpan};
