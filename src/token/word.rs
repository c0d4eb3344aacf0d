use super::abbreviation::{Follower, abbreviation};
use super::elision::{enclitics, is_apostrophe, is_elided};
use super::sentence::is_opener;
use super::shape::shape_of;
use super::token::{Shape, TokenKind};
use super::tokenizer::{Class, Scanner, class};

/// No abbreviation of the table is longer, in bytes.
const LONGEST_ABBREVIATION: usize = 6;

impl Scanner<'_, '_> {
    /// Reads the word that begins at `start`.
    #[inline]
    pub(super) fn word(&mut self, start: usize) -> usize {
        let (mut at, mut capitals) = (start, 0u32);
        loop {
            let b = self.byte(at);
            match class(b) {
                Class::Small => at += 1,
                Class::Capital => {
                    at += 1;
                    capitals += 1;
                }
                Class::Latin => {
                    let low = self.byte(at + 1);
                    // Between the letters stand × and ÷.
                    if matches!(low, 0x97 | 0xB7) {
                        break;
                    }
                    at += 2;
                    capitals += u32::from(low < 0x9F);
                }
                Class::Space | Class::Mark => break,
                Class::Joint => {
                    // Most points behind a word end a sentence.
                    if b == b'.'
                        && at > start + LONGEST_ABBREVIATION
                        && class(self.byte(at + 1)) == Class::Space
                    {
                        break;
                    }
                    return self.joined(start, at);
                }
                Class::Digit | Class::Wide => {
                    if b == 0xC2 && matches!(self.byte(at + 1), 0xA0 | 0xBB) {
                        break;
                    }
                    return self.joined(start, at);
                }
            }
        }
        if at == start {
            // × or ÷: no letter at all.
            let c = self.char(start).unwrap_or_default();
            return self.wide_mark(start, c);
        }
        let shape = match capitals {
            0 => Shape::Lower,
            1 if class(self.byte(start)) == Class::Capital && at > start + 1 => Shape::Capitalised,
            _ => shape_of(self.slice(start, at)),
        };
        self.push_shaped(start, at, TokenKind::Word, shape)
    }

    /// Letters and digits from `at`, with the marks that are written over letters.
    pub(super) fn letters(&self, mut at: usize) -> usize {
        while let Some(b) = self.bytes.get(at) {
            match class(*b) {
                Class::Small | Class::Capital | Class::Digit => at += 1,
                Class::Joint if *b == b'_' => at += 1,
                Class::Latin | Class::Wide => match self.char(at) {
                    Some(c)
                        if c.is_alphanumeric()
                            || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200d}') =>
                    {
                        at += c.len_utf8();
                    }
                    _ => break,
                },
                _ => break,
            }
        }
        at
    }

    /// A word from `start`, read as far as `end`, behind which something stands that may join it to more.
    fn joined(&mut self, start: usize, end: usize) -> usize {
        let mut end = self.letters(end);
        let mut plain = true;
        while let Some(c) = self.char(end) {
            match c {
                _ if is_apostrophe(c) => {
                    let after = end + c.len_utf8();
                    if plain && is_elided(self.slice(start, end), self.rest(after)) {
                        return self.push(start, after, TokenKind::Elided);
                    }
                    if !self.is_letter(after) {
                        break;
                    }
                    end = self.letters(after);
                }
                '-' | '\u{2010}' | '\u{2011}' => {
                    let after = end + c.len_utf8();
                    if !self.is_letter(after) && !self.is_digit(after) {
                        break;
                    }
                    if c == '-'
                        && let Some([first, second]) = enclitics(self.slice(start, end), self.rest(end))
                    {
                        self.push(start, end, TokenKind::Word);
                        let at = self.push(end, end + first, TokenKind::Enclitic);
                        return if second > 0 { self.push(at, at + second, TokenKind::Enclitic) } else { at };
                    }
                    end = self.letters(after);
                }
                '.' => match self.point(start, end) {
                    Some(done) => return done,
                    None if self.char(end + 1).is_some_and(char::is_lowercase) => {
                        end = self.letters(end + 1);
                    }
                    None => break,
                },
                '@' if self.is_letter(end + 1) || self.is_digit(end + 1) => return self.email(start, end),
                ':' if self.slice(end, end + 3) == "://" => return self.url(start),
                '/' if self.slice(start, end).eq_ignore_ascii_case("km") && self.byte(end + 1) == b'h' => {
                    return self.push(start, end + 2, TokenKind::Word);
                }
                '/' if self.slice(start, end).contains('.') => return self.url(start),
                '&' if end - start <= 3 && self.byte(end + 1).is_ascii_uppercase() => {
                    end = self.letters(end + 1);
                }
                '°' if matches!(self.slice(start, end), "n" | "N" | "nos" | "no") => {
                    return self.push(start, end + 2, TokenKind::Abbreviation);
                }
                _ => break,
            }
            plain = false;
        }
        let form = self.slice(start, end);
        let address = !plain && form.contains('.') && (form.starts_with("www.") || looks_like_domain(form));
        self.push(start, end, if address { TokenKind::Url } else { TokenKind::Word })
    }

    fn email(&mut self, start: usize, at: usize) -> usize {
        let mut to = self.run(at + 1, |c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_'));
        while to > at && self.byte(to - 1) == b'.' {
            to -= 1;
        }
        self.push(start, to, TokenKind::Email)
    }

    fn url(&mut self, start: usize) -> usize {
        let mut end = self.run(start, |c| {
            !c.is_whitespace()
                && !c.is_control()
                && !matches!(c, '<' | '>' | '"' | '«' | '»' | '“' | '”' | '’')
        });
        let bracket = self.slice(start, end).contains('(');
        while end > start + 1
            && matches!(self.byte(end - 1), b'.' | b',' | b';' | b':' | b'!' | b'?' | b')' | b']' | b'\'')
            && !(bracket && self.byte(end - 1) == b')')
        {
            end -= 1;
        }
        self.push(start, end, TokenKind::Url)
    }

    /// Whether the point at `end` belongs to the word from `start`: initials, acronyms, abbreviations.
    fn point(&mut self, start: usize, end: usize) -> Option<usize> {
        if self.byte(end + 1) == b'.' {
            return None;
        }
        let word = self.slice(start, end);
        let mut letters = word.chars();
        let single = letters.next().filter(|_| letters.next().is_none());
        if single.is_some()
            && let Some(to) = self.points(end + 1)
        {
            return Some(self.push(start, to, TokenKind::Abbreviation));
        }
        match abbreviation(word) {
            Some(Follower::Digit) if !self.counts(word, end + 1) => {}
            Some(_) => return Some(self.push(start, end + 1, TokenKind::Abbreviation)),
            None => {}
        }
        if !single.is_some_and(char::is_uppercase) {
            return None;
        }
        // An initial stands before a name: «J. Dupont», not «le plan B. Le maire».
        let gap = self.run(end + 1, |c| c.is_whitespace() && c != '\n');
        if gap > end + 4 {
            return None;
        }
        let name = self.char(gap).is_some_and(char::is_uppercase);
        // Articles of a code: «L. 642-3», «R. 123-4».
        let article = matches!(word, "L" | "R" | "D" | "A") && self.is_digit(gap);
        (article || name && !is_opener(self.slice(gap, self.letters(gap))))
            .then(|| self.push(start, end + 1, TokenKind::Abbreviation))
    }

    /// Whether what stands behind the point at `at - 1` is a number, the letter of an article («art. L. 642-3»),
    /// or the rest of «p. ex.».
    fn counts(&self, word: &str, at: usize) -> bool {
        let next = self.byte(at + 1);
        self.is_digit(at)
            || next.is_ascii_digit()
            || matches!(next, b'L' | b'R' | b'D' | b'A') && self.byte(at + 2) == b'.'
            || word == "p" && self.rest(at).starts_with(" ex.")
    }

    /// The end of the letters with a point each that go on from `at`, behind a first one: «J.-P.», «S.N.C.F.».
    fn points(&self, at: usize) -> Option<usize> {
        let mut to = at;
        loop {
            let next = if self.byte(to) == b'-' { to + 1 } else { to };
            let Some(c) = self.char(next).filter(|c| c.is_alphabetic()) else { break };
            let after = next + c.len_utf8();
            if self.byte(after) != b'.' || self.byte(after + 1) == b'.' || next > to && !c.is_uppercase() {
                break;
            }
            to = after + 1;
        }
        (to > at).then_some(to)
    }
}

fn looks_like_domain(form: &str) -> bool {
    let last = form.rsplit('.').next().unwrap_or_default();
    (2..=4).contains(&last.len()) && last.bytes().all(|b| b.is_ascii_lowercase())
}
