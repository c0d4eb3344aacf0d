use super::diagnostic::Position;
use super::page::{Desk, Piece};

/// One sign of a pattern, slot or result line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sign<'p> {
    /// A word or name.
    Word(&'p str),
    /// Letters between quotation marks.
    Exact(&'p str),
    /// `..6`; `None` where the number is left out.
    Gap(Option<u32>),
    /// One of the signs of the language.
    Sign(char),
    /// Any other mark: it stands for itself.
    Mark(&'p str),
}

/// A sign in its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Scanned<'p> {
    pub sign: Sign<'p>,
    pub at: Position,
    /// Whether no space stands before it.
    pub tight: bool,
}

/// Whether it is one of the signs of the language.
const fn is_sign(c: char) -> bool {
    matches!(c, '~' | '@' | '<' | '>' | '[' | ']' | '(' | ')' | '|' | '?' | '+' | '*' | '!' | '^' | ':' | '=')
}

/// Cuts the content of a line into signs.
pub(super) fn scan<'p>(content: &[Piece<'p>], desk: &mut Desk<'p, '_>) -> Vec<Scanned<'p>> {
    // A sign takes four bytes or so with the space behind it.
    let mut signs = Vec::with_capacity(content.iter().map(|piece| piece.text.len() / 4 + 4).sum());
    for piece in content {
        scan_piece(*piece, desk, &mut signs);
    }
    signs
}

fn scan_piece<'p>(piece: Piece<'p>, desk: &mut Desk<'p, '_>, signs: &mut Vec<Scanned<'p>>) {
    let mut rest = piece.text;
    let mut column = piece.column;
    let mut tight = false;
    while let Some(first) = rest.chars().next() {
        if first.is_whitespace() {
            rest = &rest[first.len_utf8()..];
            column += 1;
            tight = false;
            continue;
        }
        if first == '#' && !tight {
            return;
        }
        let (sign, taken) = one(rest, first);
        let width = rest[..taken].chars().count() as u32;
        let at = Position { line: piece.line, column, width };
        if sign == Sign::Exact("") {
            let (message, help) = if taken == 1 || !rest[1..taken].ends_with('"') {
                ("this quotation mark is not closed", "close it on the same line")
            } else {
                ("nothing stands between the quotation marks", "write the letters of one token")
            };
            desk.fault(at, message, help);
        }
        signs.push(Scanned { sign, at, tight });
        rest = &rest[taken..];
        column += width;
        tight = true;
    }
}

/// The sign that `rest` begins with, and how many bytes it takes.
fn one(rest: &str, first: char) -> (Sign<'_>, usize) {
    if let Some(inside) = rest.strip_prefix('"') {
        return match inside.find('"') {
            Some(end) => (Sign::Exact(&inside[..end]), end + 2),
            None => (Sign::Exact(""), rest.len()),
        };
    }
    if let Some(after) = rest.strip_prefix("..") {
        let digits = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
        let number = if digits == 0 { None } else { Some(after[..digits].parse().unwrap_or(u32::MAX)) };
        return (Sign::Gap(number), 2 + digits);
    }
    if is_sign(first) {
        return (Sign::Sign(first), first.len_utf8());
    }
    let end = word_end(rest);
    if end > 0 {
        return (Sign::Word(&rest[..end]), end);
    }
    let end = first.len_utf8();
    (Sign::Mark(&rest[..end]), end)
}

/// Where the word that `rest` begins with ends; 0 where it begins with none. A point belongs to a word
/// («U.S.», «a.b»), two points are a gap; a hyphen may begin one («-t-il»).
fn word_end(rest: &str) -> usize {
    // Most words are letters of one byte and nothing else.
    let plain = rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'_').count();
    let behind = &rest[plain..];
    if matches!(behind.as_bytes().first(), None | Some(b' ' | b':' | b')' | b'>' | b'[' | b']' | b'|' | b'?'))
    {
        return plain;
    }
    let mut chars = behind.char_indices().peekable();
    let mut letters = plain > 0;
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, c)| *c);
        let inside = match c {
            '_' => true,
            '.' => letters && next != Some('.'),
            '-' | '\'' | '\u{2019}' => letters || (c == '-' && next.is_some_and(char::is_alphanumeric)),
            c => c.is_alphanumeric(),
        };
        if !inside {
            return plain + at;
        }
        letters = true;
    }
    rest.len()
}
