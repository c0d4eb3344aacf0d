use unicode_segmentation::UnicodeSegmentation;

use super::abbreviation::{Follower, abbreviation};
use super::elision::{enclitics, is_apostrophe, is_elided};
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
    let mut scanner = Scanner { text, bytes: text.as_bytes(), tokens };
    let mut at = 0;
    while at < text.len() {
        at = scanner.step(at);
    }
}

struct Scanner<'t, 'o> {
    text: &'t str,
    bytes: &'t [u8],
    tokens: &'o mut Vec<Token>,
}

impl Scanner<'_, '_> {
    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(b' ')
    }

    fn char(&self, at: usize) -> Option<char> {
        match self.bytes.get(at) {
            Some(b) if b.is_ascii() => Some(char::from(*b)),
            _ => self.text.get(at..)?.chars().next(),
        }
    }

    fn slice(&self, from: usize, to: usize) -> &str {
        self.text.get(from..to).unwrap_or_default()
    }

    fn is_letter(&self, at: usize) -> bool {
        let b = self.byte(at);
        b.is_ascii_alphabetic() || b >= 0x80 && self.char(at).is_some_and(char::is_alphabetic)
    }

    fn is_digit(&self, at: usize) -> bool {
        self.byte(at).is_ascii_digit()
    }

    fn push(&mut self, from: usize, to: usize, kind: TokenKind) -> usize {
        let shape = match kind {
            TokenKind::Punctuation | TokenKind::Symbol => Shape::None,
            _ => shape_of(self.slice(from, to)),
        };
        self.tokens.push(Token { span: Span::new(from, to), kind, shape });
        to
    }

    /// Reads what begins at `at`; the answer is where to go on.
    fn step(&mut self, at: usize) -> usize {
        let b = self.byte(at);
        if b == b' ' || b < 0x20 {
            return at + 1;
        }
        if b.is_ascii_alphabetic() {
            return self.word(at);
        }
        if b.is_ascii_digit() {
            return self.number(at, at);
        }
        if b.is_ascii() {
            return self.ascii_mark(at, b);
        }
        let Some(c) = self.char(at) else { return at + 1 };
        if c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{ad}') {
            return at + c.len_utf8();
        }
        if c.is_alphabetic() {
            return self.word(at);
        }
        self.mark(at, c)
    }

    fn ascii_mark(&mut self, at: usize, b: u8) -> usize {
        let same = || self.bytes.get(at..).unwrap_or_default().iter().take_while(|x| **x == b).count();
        match b {
            b'.' | b'-' | b'_' | b'*' | b'=' | b'~' if self.byte(at + 1) == b => {
                let length = same();
                self.push(at, at + length, TokenKind::Punctuation)
            }
            b'\'' | b'`' if self.byte(at + 1) == b => self.push(at, at + 2, TokenKind::Punctuation),
            b'-' | b'+' if self.is_digit(at + 1) && (at == 0 || matches!(self.byte(at - 1), b' ' | b'(')) => {
                self.number(at, at + 1)
            }
            b'#' | b'@' if self.is_letter(at + 1) || b == b'#' && self.is_digit(at + 1) => {
                let end = self.run(at + 1, |c| c.is_alphanumeric() || c == '_');
                self.push(at, end, TokenKind::Tag)
            }
            b'$' | b'%' | b'+' | b'<' | b'=' | b'>' | b'|' | b'~' | b'^' | b'&' | b'@' | b'#' | 0x7f => {
                self.push(at, at + 1, TokenKind::Symbol)
            }
            _ => self.push(at, at + 1, TokenKind::Punctuation),
        }
    }

    /// A character beyond ASCII that is neither space nor letter.
    fn mark(&mut self, at: usize, c: char) -> usize {
        let end = at + c.len_utf8();
        if c.is_numeric() {
            let end = self.run(end, char::is_alphanumeric);
            return self.push(at, end, TokenKind::Number);
        }
        if matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '«' | '»' | '¿' | '¡' | '·' | '…' | '\u{3000}'..='\u{303f}')
        {
            return self.push(at, end, TokenKind::Punctuation);
        }
        // Flags and joined pictures are several characters; the standard's word bounds know them.
        let rest = self.text.get(at..).unwrap_or_default();
        let length = rest.split_word_bounds().next().map_or(c.len_utf8(), str::len);
        self.push(at, at + length.max(c.len_utf8()), TokenKind::Symbol)
    }

    fn run(&self, from: usize, wanted: impl Fn(char) -> bool) -> usize {
        let mut at = from;
        while let Some(c) = self.char(at).filter(|c| wanted(*c)) {
            at += c.len_utf8();
        }
        at
    }

    /// Letters and digits from `at`, with the marks that are written over letters.
    fn letters(&self, mut at: usize) -> usize {
        while let Some(b) = self.bytes.get(at) {
            if b.is_ascii_alphanumeric() || *b == b'_' {
                at += 1;
            } else if b.is_ascii() {
                break;
            } else {
                match self.char(at) {
                    Some(c)
                        if c.is_alphanumeric()
                            || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200d}') =>
                    {
                        at += c.len_utf8();
                    }
                    _ => break,
                }
            }
        }
        at
    }

    fn word(&mut self, start: usize) -> usize {
        let mut end = self.letters(start);
        if end == start {
            end = start + self.char(start).map_or(1, char::len_utf8);
        }
        let mut plain = true;
        loop {
            let Some(c) = self.char(end) else { break };
            if c.is_ascii() && !matches!(c, '\'' | '-' | '.' | '@' | '/' | ':' | '&') {
                break;
            }
            if is_apostrophe(c) {
                let after = end + c.len_utf8();
                if plain && is_elided(self.slice(start, end), self.text.get(after..).unwrap_or_default()) {
                    return self.push(start, after, TokenKind::Elided);
                }
                if !self.is_letter(after) {
                    break;
                }
                end = self.letters(after);
                plain = false;
                continue;
            }
            match c {
                '-' | '\u{2010}' | '\u{2011}' => {
                    let after = end + c.len_utf8();
                    if !self.is_letter(after) && !self.is_digit(after) {
                        break;
                    }
                    if c == '-' {
                        let hung =
                            enclitics(self.slice(start, end), self.text.get(end..).unwrap_or_default());
                        if let Some([first, second]) = hung {
                            self.push(start, end, TokenKind::Word);
                            let mut at = self.push(end, end + first, TokenKind::Enclitic);
                            if second > 0 {
                                at = self.push(at, at + second, TokenKind::Enclitic);
                            }
                            return at;
                        }
                    }
                    end = self.letters(after);
                    plain = false;
                }
                '.' => match self.point(start, end) {
                    Some(done) => return done,
                    None if self.char(end + 1).is_some_and(char::is_lowercase) => {
                        end = self.letters(end + 1);
                        plain = false;
                    }
                    None => break,
                },
                '@' if self.is_letter(end + 1) || self.is_digit(end + 1) => {
                    let mut to = self.run(end + 1, |c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_'));
                    while to > end && self.byte(to - 1) == b'.' {
                        to -= 1;
                    }
                    return self.push(start, to, TokenKind::Email);
                }
                ':' if self.slice(end, end + 3) == "://" => return self.url(start),
                '/' if self.slice(start, end).eq_ignore_ascii_case("km") && self.byte(end + 1) == b'h' => {
                    return self.push(start, end + 2, TokenKind::Word);
                }
                '/' if self.slice(start, end).contains('.') => return self.url(start),
                '&' if end - start <= 3 && self.byte(end + 1).is_ascii_uppercase() => {
                    end = self.letters(end + 1);
                    plain = false;
                }
                '°' if matches!(self.slice(start, end), "n" | "N" | "nos" | "no") => {
                    return self.push(start, end + 2, TokenKind::Abbreviation);
                }
                _ => break,
            }
        }
        let form = self.slice(start, end);
        let kind = if form.contains('.') && (form.starts_with("www.") || !plain && looks_like_domain(form)) {
            TokenKind::Url
        } else {
            TokenKind::Word
        };
        self.push(start, end, kind)
    }

    fn url(&mut self, start: usize) -> usize {
        let mut end = self.run(start, |c| {
            !c.is_whitespace()
                && !c.is_control()
                && !matches!(c, '<' | '>' | '"' | '«' | '»' | '“' | '”' | '’')
        });
        while end > start + 1
            && matches!(self.byte(end - 1), b'.' | b',' | b';' | b':' | b'!' | b'?' | b')' | b']' | b'\'')
        {
            end -= 1;
        }
        self.push(start, end, TokenKind::Url)
    }

    /// Whether the point at `end` belongs to the word from `start`: initials, acronyms, abbreviations.
    fn point(&mut self, start: usize, end: usize) -> Option<usize> {
        let word = self.slice(start, end);
        let mut letters = word.chars();
        let single = letters.next().filter(|_| letters.next().is_none());
        if self.byte(end + 1) == b'.' {
            return None;
        }
        if single.is_some() {
            let mut to = end + 1;
            let mut points = 1;
            loop {
                let next = if self.byte(to) == b'-' { to + 1 } else { to };
                let Some(c) = self.char(next).filter(|c| c.is_alphabetic()) else { break };
                let after = next + c.len_utf8();
                if self.byte(after) != b'.' || self.byte(after + 1) == b'.' || next > to && !c.is_uppercase()
                {
                    break;
                }
                to = after + 1;
                points += 1;
            }
            if points > 1 {
                return Some(self.push(start, to, TokenKind::Abbreviation));
            }
        }
        let digit = self.is_digit(end + 1) || self.is_digit(end + 2);
        match abbreviation(word) {
            Some(Follower::Digit) if !digit => {}
            Some(_) => return Some(self.push(start, end + 1, TokenKind::Abbreviation)),
            None => {}
        }
        // An initial stands before a name: «J. Dupont», not «le plan B. Le maire».
        if single.is_some_and(char::is_uppercase) {
            let gap = self.run(end + 1, |c| c.is_whitespace() && c != '\n');
            let name = self.char(gap).is_some_and(char::is_uppercase);
            let next_end = self.letters(gap);
            if name && gap <= end + 4 && !super::sentence::is_opener(self.slice(gap, next_end)) {
                return Some(self.push(start, end + 1, TokenKind::Abbreviation));
            }
        }
        None
    }

    fn number(&mut self, start: usize, digits: usize) -> usize {
        let mut end = self.run(digits, |c| c.is_ascii_digit());
        let grouped = end - digits <= 3 && self.byte(digits) != b'0';
        while grouped {
            let gap = match self.char(end) {
                Some(c @ (' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’')) => c.len_utf8(),
                _ => break,
            };
            let from = end + gap;
            if self.run(from, |c| c.is_ascii_digit()) != from + 3 {
                break;
            }
            end = from + 3;
        }
        loop {
            let next = end + 1;
            match self.byte(end) {
                b'.' | b',' | b':' | b'/' if self.is_digit(next) => {
                    end = self.run(next, |c| c.is_ascii_digit())
                }
                b'-' if self.is_digit(next) || self.is_letter(next) => end = self.letters(next),
                b if b.is_ascii_alphabetic() || b >= 0x80 && self.is_letter(end) => end = self.letters(end),
                _ => break,
            }
        }
        self.push(start, end, TokenKind::Number)
    }
}

fn looks_like_domain(form: &str) -> bool {
    let last = form.rsplit('.').next().unwrap_or_default();
    (2..=4).contains(&last.len()) && last.bytes().all(|b| b.is_ascii_lowercase())
}
