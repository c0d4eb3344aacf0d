//! What stands between two tokens.

use super::token::Token;

/// Below this many bytes a line of wrapped text was ended on purpose.
const SHORT_LINE: usize = 45;

/// What stands before a token.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Gap {
    /// Nothing: the tokens touch.
    None,
    /// Spaces.
    Space,
    /// One line break; whether the line that it ends is a short one.
    Line {
        /// Shorter than a line of running text.
        short: bool,
    },
    /// An empty line.
    Blank,
}

/// The gap before the token at `index`; past the end of the text, a blank line.
pub(crate) fn gap(text: &str, tokens: &[Token], index: usize) -> Gap {
    let Some(token) = tokens.get(index) else { return Gap::Blank };
    let start = token.span.start();
    let Some(before) = index.checked_sub(1).and_then(|i| tokens.get(i)) else { return Gap::Blank };
    let end = before.span.end();
    if start == end {
        return Gap::None;
    }
    let between = text.as_bytes().get(end..start).unwrap_or_default();
    let mut breaks = 0;
    for (at, byte) in between.iter().enumerate() {
        breaks += match byte {
            b'\n' => 1,
            b'\r' if between.get(at + 1) != Some(&b'\n') => 1,
            0xA8 | 0xA9 if between.get(at.wrapping_sub(2)..at) == Some(&[0xE2, 0x80]) => 1 + (byte & 1),
            _ => 0,
        };
    }
    match breaks {
        0 => Gap::Space,
        1 => {
            let bytes = text.as_bytes().get(..end).unwrap_or_default();
            let line =
                bytes.iter().rev().take(SHORT_LINE).take_while(|b| !matches!(b, b'\n' | b'\r')).count();
            Gap::Line { short: line < SHORT_LINE }
        }
        _ => Gap::Blank,
    }
}

/// Whether the lines of the text are broken at a margin, in the middle of sentences.
pub(crate) fn lines_are_wrapped(text: &str) -> bool {
    let (mut open, mut going_on) = (0usize, 0usize);
    let mut last: Option<&str> = None;
    for line in text.lines().map(str::trim) {
        if let (Some(before), Some(first)) = (last, line.chars().next())
            && before.chars().next_back().is_some_and(|c| c.is_alphanumeric() || matches!(c, ',' | ';' | '’'))
        {
            open += 1;
            going_on += usize::from(first.is_lowercase() && before.len() > SHORT_LINE);
        }
        last = Some(line).filter(|l| !l.is_empty());
    }
    going_on > 0 && going_on * 3 >= open
}
