use unicode_segmentation::UnicodeSegmentation;

use super::gap::{Gap, SHORT_LINE};
use super::mark::Mark;
use super::shape::shape_of;
use super::token::{Shape, Token, TokenKind};
use crate::text::Span;

/// The tokens of a text, in order.
///
/// ```
/// use greffier::token::tokenize;
/// let text = "L’arbitre a-t-il vu M. Legrand ?";
/// let words: Vec<&str> = tokenize(text).iter().map(|t| t.span.of(text)).collect();
/// assert_eq!(words, ["L’", "arbitre", "a", "-t-il", "vu", "M.", "Legrand", "?"]);
/// ```
pub fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5 + 4);
    tokenize_into(text, &mut tokens);
    tokens
}

/// Like [`tokenize`], into a vector that is emptied first: for reuse over many texts.
pub fn tokenize_into(text: &str, tokens: &mut Vec<Token>) {
    tokens.clear();
    let mut scanner = Scanner { text, bytes: text.as_bytes(), tokens, gap: Gap::Blank, line: 0 };
    let mut at = scanner.space(0);
    scanner.gap = Gap::Blank;
    while at < text.len() {
        at = scanner.token(at);
        at = scanner.space(at);
    }
}

/// What a byte may begin.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Space,
    Small,
    Capital,
    Digit,
    /// First byte of the letters from `À` to `ÿ`: with ASCII nearly all of French.
    Latin,
    /// First byte of any other character beyond ASCII.
    Wide,
    /// A mark that may stand inside a word.
    Joint,
    Mark,
}

const CLASSES: [Class; 256] = {
    let mut table = [Class::Mark; 256];
    let mut b = 0usize;
    while b < 256 {
        table[b] = match b as u8 {
            0..=b' ' => Class::Space,
            b'a'..=b'z' => Class::Small,
            b'A'..=b'Z' => Class::Capital,
            b'0'..=b'9' => Class::Digit,
            0xC3 => Class::Latin,
            0x80.. => Class::Wide,
            b'\'' | b'-' | b'.' | b'@' | b'/' | b':' | b'&' | b'_' => Class::Joint,
            _ => Class::Mark,
        };
        b += 1;
    }
    table
};

pub(super) const fn class(b: u8) -> Class {
    CLASSES[b as usize]
}

pub(super) struct Scanner<'t, 'o> {
    pub(super) text: &'t str,
    pub(super) bytes: &'t [u8],
    tokens: &'o mut Vec<Token>,
    /// What stands before the next token.
    gap: Gap,
    /// Where the line began.
    line: usize,
}

impl<'t> Scanner<'t, '_> {
    #[inline]
    pub(super) fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(b' ')
    }

    pub(super) fn char(&self, at: usize) -> Option<char> {
        match self.bytes.get(at) {
            Some(b) if b.is_ascii() => Some(char::from(*b)),
            _ => self.text.get(at..)?.chars().next(),
        }
    }

    pub(super) fn slice(&self, from: usize, to: usize) -> &'t str {
        self.text.get(from..to).unwrap_or_default()
    }

    pub(super) fn rest(&self, from: usize) -> &'t str {
        self.text.get(from..).unwrap_or_default()
    }

    pub(super) fn is_letter(&self, at: usize) -> bool {
        match class(self.byte(at)) {
            Class::Small | Class::Capital => true,
            Class::Latin | Class::Wide => self.char(at).is_some_and(char::is_alphabetic),
            _ => false,
        }
    }

    pub(super) fn is_digit(&self, at: usize) -> bool {
        self.byte(at).is_ascii_digit()
    }

    pub(super) fn run(&self, from: usize, wanted: impl Fn(char) -> bool) -> usize {
        let mut at = from;
        while let Some(c) = self.char(at).filter(|c| wanted(*c)) {
            at += c.len_utf8();
        }
        at
    }

    pub(super) fn push(&mut self, from: usize, to: usize, kind: TokenKind) -> usize {
        let shape = shape_of(self.slice(from, to));
        self.push_shaped(from, to, kind, shape)
    }

    #[inline]
    pub(super) fn push_shaped(&mut self, from: usize, to: usize, kind: TokenKind, shape: Shape) -> usize {
        let before = std::mem::replace(&mut self.gap, Gap::None);
        self.tokens.push(Token { span: Span::new(from, to), kind, shape, before, mark: Mark::Other });
        to
    }

    #[inline]
    fn push_mark(&mut self, from: usize, to: usize, mark: Mark) -> usize {
        let before = std::mem::replace(&mut self.gap, Gap::None);
        let (kind, shape) = (TokenKind::Punctuation, Shape::None);
        self.tokens.push(Token { span: Span::new(from, to), kind, shape, before, mark });
        to
    }

    fn push_symbol(&mut self, from: usize, to: usize) -> usize {
        self.push_shaped(from, to, TokenKind::Symbol, Shape::None)
    }

    /// Passes over what is no token; what it was is the gap before the next one.
    #[inline]
    fn space(&mut self, at: usize) -> usize {
        match class(self.byte(at)) {
            Class::Space if self.byte(at) == b' ' => match class(self.byte(at + 1)) {
                Class::Space | Class::Wide => self.wide_space(at),
                _ => {
                    self.gap = Gap::Space;
                    at + 1
                }
            },
            Class::Space | Class::Wide => self.wide_space(at),
            _ => at,
        }
    }

    fn wide_space(&mut self, start: usize) -> usize {
        let (mut at, mut breaks, line) = (start, 0u32, self.line);
        while let Some(b) = self.bytes.get(at) {
            if class(*b) == Class::Space {
                at += 1;
                if *b == b'\n' || *b == b'\r' && self.byte(at) != b'\n' {
                    breaks += 1;
                    self.line = at;
                }
            } else if b.is_ascii() {
                break;
            } else {
                let Some(c) = self.char(at) else { break };
                if !(c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{ad}')) {
                    break;
                }
                at += c.len_utf8();
                breaks += match c {
                    '\u{2028}' => 1,
                    '\u{2029}' => 2,
                    _ => 0,
                };
            }
        }
        if at > start {
            self.gap = match breaks {
                0 => Gap::Space,
                1 if start.saturating_sub(line) < SHORT_LINE => Gap::ShortLine,
                1 => Gap::Line,
                _ => Gap::Blank,
            };
        }
        at
    }

    /// Reads the token that begins at `at`; the answer is where it ends.
    #[inline]
    fn token(&mut self, at: usize) -> usize {
        let b = self.byte(at);
        match class(b) {
            Class::Small | Class::Capital | Class::Latin => self.word(at),
            Class::Digit => self.number(at, at),
            Class::Mark | Class::Joint => self.ascii_mark(at, b),
            Class::Space => at + 1,
            Class::Wide => {
                let Some(c) = self.char(at) else { return at + 1 };
                if c.is_alphabetic() { self.word(at) } else { self.wide_mark(at, c) }
            }
        }
    }

    fn ascii_mark(&mut self, at: usize, b: u8) -> usize {
        let next = self.byte(at + 1);
        match b {
            b'.' | b'-' | b'_' | b'*' | b'=' | b'~' if next == b => {
                let length = self.bytes.get(at..).unwrap_or_default().iter().take_while(|x| **x == b).count();
                self.push_mark(at, at + length, Mark::of_ascii(b))
            }
            b'\'' if next == b => self.push_mark(at, at + 2, Mark::Primes),
            b'`' if next == b => self.push_mark(at, at + 2, Mark::Backticks),
            b'-' | b'+'
                if next.is_ascii_digit()
                    && (at == 0 || matches!(self.byte(at - 1), b' ' | b'(' | b'\n' | b'\t')) =>
            {
                self.number(at, at + 1)
            }
            b'#' | b'@' if self.is_letter(at + 1) || b == b'#' && next.is_ascii_digit() => {
                let end = self.run(at + 1, |c| c.is_alphanumeric() || c == '_');
                self.push(at, end, TokenKind::Tag)
            }
            b'$' | b'%' | b'+' | b'<' | b'=' | b'>' | b'|' | b'~' | b'^' | b'&' | b'@' | b'#' | 0x7f => {
                self.push_symbol(at, at + 1)
            }
            _ => self.push_mark(at, at + 1, Mark::of_ascii(b)),
        }
    }

    /// A character beyond ASCII that is neither space nor letter.
    pub(super) fn wide_mark(&mut self, at: usize, c: char) -> usize {
        let end = at + c.len_utf8();
        if c.is_numeric() {
            let end = self.run(end, char::is_alphanumeric);
            return self.push(at, end, TokenKind::Number);
        }
        if matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '«' | '»' | '¿' | '¡' | '·' | '\u{3000}'..='\u{303f}')
        {
            return self.push_mark(at, end, Mark::of(c));
        }
        // Flags and joined pictures are several characters; the standard's word bounds know them.
        let length = self.rest(at).split_word_bounds().next().map_or(0, str::len);
        self.push_symbol(at, end.max(at + length))
    }
}
