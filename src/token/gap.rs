//! What stands between two tokens.

use super::mark::Mark;
use super::token::{Shape, Token, TokenKind};

/// Below this many bytes a line of wrapped text was ended on purpose.
pub(super) const SHORT_LINE: usize = 45;

/// What stands before a token. The tokenizer passes it anyway, so it is kept with the token.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Gap {
    /// Nothing: the tokens touch.
    None,
    /// Spaces.
    Space,
    /// One line break behind a full line.
    Line,
    /// One line break behind a line shorter than running text fills.
    ShortLine,
    /// An empty line, or the start of the text.
    Blank,
}

impl Gap {
    /// Whether it is a single line break.
    pub(super) const fn is_line(self) -> bool {
        matches!(self, Self::Line | Self::ShortLine)
    }
}

/// The gap before the token at `index`; past the end of the text, a blank line.
pub(super) fn gap(tokens: &[Token], index: usize) -> Gap {
    tokens.get(index).map_or(Gap::Blank, |token| token.before)
}

/// Whether the lines of the text are broken at a margin, in the middle of sentences.
pub(super) fn lines_are_wrapped(text: &str, tokens: &[Token]) -> bool {
    let (mut open, mut going_on) = (0usize, 0usize);
    for pair in tokens.windows(2) {
        let [last, token] = pair else { continue };
        if token.before.is_line() && leaves_open(*last) {
            open += 1;
            going_on += usize::from(token.before == Gap::Line && begins_small(text, *token));
        }
    }
    going_on > 0 && going_on * 3 >= open
}

fn leaves_open(token: Token) -> bool {
    match token.kind {
        TokenKind::Punctuation => matches!(token.mark, Mark::Comma | Mark::Semicolon),
        TokenKind::Abbreviation | TokenKind::Symbol => false,
        _ => true,
    }
}

/// Whether the first letter of the token is a small one.
pub(super) fn begins_small(text: &str, token: Token) -> bool {
    match token.shape {
        Shape::Lower | Shape::Mixed | Shape::None => {
            token.span.of(text).chars().next().is_some_and(char::is_lowercase)
        }
        _ => false,
    }
}
