use super::token::{Shape, TokenKind};
use super::tokenizer::{Class, Scanner, class};

impl Scanner<'_, '_> {
    /// Reads a number from `start` whose first digit stands at `digits`.
    pub(super) fn number(&mut self, start: usize, digits: usize) -> usize {
        let mut end = self.digits(digits);
        if end - digits <= 3 && self.byte(digits) != b'0' {
            end = self.groups(end);
        }
        let mut plain = true;
        loop {
            let next = end + 1;
            match self.byte(end) {
                b'.' | b',' | b':' | b'/' if self.is_digit(next) => end = self.digits(next),
                b'-' if self.is_digit(next) || self.is_letter(next) => end = self.letters(next),
                b if b.is_ascii_alphabetic() || b >= 0x80 && self.is_letter(end) => end = self.letters(end),
                _ => break,
            }
            plain = false;
        }
        if plain {
            self.push_shaped(start, end, TokenKind::Number, Shape::None)
        } else {
            self.push(start, end, TokenKind::Number)
        }
    }

    fn digits(&self, mut at: usize) -> usize {
        while class(self.byte(at)) == Class::Digit {
            at += 1;
        }
        at
    }

    /// Groups of three digits behind the first digits: «10 000», «10'000».
    fn groups(&self, mut end: usize) -> usize {
        loop {
            let gap = match self.byte(end) {
                b' ' | b'\'' => 1,
                0x80.. => match self.char(end) {
                    Some(c @ ('\u{a0}' | '\u{202f}' | '\u{2009}' | '’')) => c.len_utf8(),
                    _ => return end,
                },
                _ => return end,
            };
            let from = end + gap;
            if !self.is_digit(from) || self.digits(from) != from + 3 {
                return end;
            }
            end = from + 3;
        }
    }
}
