/// A place as people name it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in code points, from 1.
    pub column: usize,
}

/// One note every so many bytes: a look-up reads at most so many bytes behind a note.
const STRIDE: usize = 256;

#[derive(Clone, Copy, Debug)]
struct Note {
    byte: u32,
    chars: u32,
    utf16: u32,
}

/// Converts between bytes, code points, UTF-16 units and lines with columns.
///
/// Built once for a text in one pass; every look-up afterwards is a binary search and a short read.
/// An offset inside a character is rounded down to its start, one past the end to the end.
///
/// ```
/// use greffier::text::Offsets;
/// let text = "Été 🎉\nfin";
/// let offsets = Offsets::new(text);
/// let fin = text.find("fin").unwrap();
/// assert_eq!(offsets.chars(fin), 6);
/// assert_eq!(offsets.utf16(fin), 7);
/// assert_eq!(offsets.byte_of_char(6), fin);
/// assert_eq!(offsets.byte_of_utf16(7), fin);
/// assert_eq!((offsets.place(fin).line, offsets.place(fin).column), (2, 1));
/// assert_eq!(offsets.byte_of_place(offsets.place(fin)), fin);
/// assert_eq!(offsets.chars(1), 0, "inside É: rounded down");
/// ```
#[derive(Debug)]
pub struct Offsets<'t> {
    text: &'t str,
    notes: Vec<Note>,
    lines: Vec<u32>,
}

impl<'t> Offsets<'t> {
    /// Reads the text once.
    pub fn new(text: &'t str) -> Self {
        let mut notes = vec![Note { byte: 0, chars: 0, utf16: 0 }];
        let mut lines = vec![0];
        let (mut chars, mut utf16, mut next) = (0u32, 0u32, STRIDE);
        for (byte, c) in text.char_indices() {
            if byte >= next {
                notes.push(Note { byte: byte as u32, chars, utf16 });
                next = byte + STRIDE;
            }
            chars += 1;
            utf16 += c.len_utf16() as u32;
            if c == '\n' {
                lines.push(byte as u32 + 1);
            }
        }
        Self { text, notes, lines }
    }

    /// The start of the character that byte `byte` lies in.
    fn round(&self, byte: usize) -> usize {
        let mut at = byte.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    /// The last note whose measure is not past `offset`.
    fn note(&self, offset: usize, measure: impl Fn(&Note) -> u32) -> Note {
        let after = self.notes.partition_point(|note| measure(note) as usize <= offset);
        let found = after.checked_sub(1).and_then(|i| self.notes.get(i));
        found.copied().unwrap_or(Note { byte: 0, chars: 0, utf16: 0 })
    }

    fn between(&self, from: u32, to: usize) -> &'t str {
        self.text.get(from as usize..to).unwrap_or_default()
    }

    /// Code points before byte `byte`.
    pub fn chars(&self, byte: usize) -> usize {
        let byte = self.round(byte);
        let note = self.note(byte, |n| n.byte);
        note.chars as usize + self.between(note.byte, byte).chars().count()
    }

    /// UTF-16 units before byte `byte`.
    pub fn utf16(&self, byte: usize) -> usize {
        let byte = self.round(byte);
        let note = self.note(byte, |n| n.byte);
        note.utf16 as usize + self.between(note.byte, byte).chars().map(char::len_utf16).sum::<usize>()
    }

    /// Line and column of byte `byte`.
    pub fn place(&self, byte: usize) -> Place {
        let byte = self.round(byte);
        let line = self.lines.partition_point(|start| *start as usize <= byte);
        let start = line.checked_sub(1).and_then(|i| self.lines.get(i)).map_or(0, |s| *s as usize);
        Place { line, column: self.chars(byte) - self.chars(start) + 1 }
    }

    /// The byte at which code point number `chars` begins.
    pub fn byte_of_char(&self, chars: usize) -> usize {
        let note = self.note(chars, |n| n.chars);
        let rest = self.between(note.byte, self.text.len());
        let found = rest.char_indices().nth(chars - note.chars as usize);
        found.map_or(self.text.len(), |(at, _)| note.byte as usize + at)
    }

    /// The byte at which UTF-16 unit number `utf16` begins; the second unit of a pair counts as the first.
    pub fn byte_of_utf16(&self, utf16: usize) -> usize {
        let note = self.note(utf16, |n| n.utf16);
        let mut left = utf16 - note.utf16 as usize;
        for (at, c) in self.between(note.byte, self.text.len()).char_indices() {
            if left < c.len_utf16() {
                return note.byte as usize + at;
            }
            left -= c.len_utf16();
        }
        self.text.len()
    }

    /// The byte at a line and column; a column past the end of its line gives the end of the line.
    pub fn byte_of_place(&self, place: Place) -> usize {
        let Some(index) = place.line.checked_sub(1) else { return 0 };
        let Some(start) = self.lines.get(index) else { return self.text.len() };
        let end = self.lines.get(index + 1).map_or(self.text.len(), |next| *next as usize - 1);
        let column = place.column.saturating_sub(1);
        self.byte_of_char(self.chars(*start as usize).saturating_add(column)).min(end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_offset_goes_there_and_back() {
        let text = "L’été\r\n🎉 à Brest\n\n".repeat(60) + "fin";
        let offsets = Offsets::new(&text);
        let (mut chars, mut utf16) = (0, 0);
        for (byte, c) in text.char_indices() {
            assert_eq!((offsets.chars(byte), offsets.utf16(byte)), (chars, utf16));
            assert_eq!((offsets.byte_of_char(chars), offsets.byte_of_utf16(utf16)), (byte, byte));
            assert_eq!(offsets.byte_of_place(offsets.place(byte)), byte);
            assert_eq!(offsets.chars(byte + c.len_utf8() - 1), chars);
            chars += 1;
            utf16 += c.len_utf16();
        }
    }

    #[test]
    fn past_the_end_is_the_end() {
        let offsets = Offsets::new("né");
        assert_eq!((offsets.chars(99), offsets.utf16(99), offsets.byte_of_char(99)), (2, 2, 3));
        assert_eq!(offsets.byte_of_utf16(99), 3);
        assert_eq!(offsets.byte_of_place(Place { line: 9, column: 1 }), 3);
        assert_eq!(offsets.place(0), Place { line: 1, column: 1 });
    }
}
