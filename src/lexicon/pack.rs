//! The embedded pack: sections of little-endian numbers, found while compiling, read without any set-up.
//!
//! The pack is made by `examples/pack_lexicon`; the order of its sections is the order of [`Section`].

use super::section::{MAGIC, SECTIONS, Section};

static PACK: &[u8] = include_bytes!("lexicon.pack");

const fn number(bytes: &[u8], at: usize) -> u32 {
    if at + 4 > bytes.len() {
        return 0;
    }
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

const fn has_magic(bytes: &[u8]) -> bool {
    let mut at = 0;
    while at < MAGIC.len() {
        if at >= bytes.len() || bytes[at] != MAGIC[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// The bytes of a section; empty in a pack of another layout, so that the packer itself can be compiled.
pub const fn section(wanted: Section) -> &'static [u8] {
    if !has_magic(PACK) {
        return &[];
    }
    let mut start = MAGIC.len() + 4 * SECTIONS;
    let mut index = 0;
    while index < wanted as usize {
        start += number(PACK, MAGIC.len() + 4 * index) as usize;
        index += 1;
    }
    let len = number(PACK, MAGIC.len() + 4 * index) as usize;
    if start + len > PACK.len() {
        return &[];
    }
    PACK.split_at(start).1.split_at(len).0
}

/// Declares static arrays of numbers over sections.
macro_rules! sections {
    ($($name:ident = $section:ident by $width:literal;)*) => {
        $(pub static $name: &[[u8; $width]] = section(Section::$section).as_chunks::<$width>().0;)*
    };
}

pub static LETTERS: &[u8] = section(Section::Letters);
pub static LENGTHS: &[u8] = section(Section::Lengths);
pub static NAME_LETTERS: &[u8] = section(Section::NameLetters);

sections! {
    BLOCKS = Blocks by 4;
    TABLE = Table by 3;
    FOLDED = Folded by 3;
    CLASS_OF = ClassOf by 2;
    CLASS_SETS = ClassSets by 8;
    READINGS_OF = ReadingsOf by 2;
    READING_STARTS = ReadingStarts by 2;
    READINGS = Readings by 6;
    LEMMA_OF = LemmaOf by 4;
    LEMMAS = Lemmas by 4;
    RANKS = Ranks by 2;
    PHRASE_WORDS = PhraseWords by 4;
    PHRASE_EDGES = PhraseEdges by 4;
    PHRASE_NODES = PhraseNodes by 4;
    PHRASE_VALUES = PhraseValues by 4;
    PHRASE_ENTRIES = PhraseEntries by 8;
    NAME_WORDS = NameWords by 4;
    NAME_EDGES = NameEdges by 4;
    NAME_NODES = NameNodes by 4;
    NAME_VALUES = NameValues by 10;
    NAME_ENTRIES = NameEntries by 14;
}

/// The number at an index of an array of four-byte numbers; 0 past the end.
#[inline]
pub fn u32_at(array: &[[u8; 4]], index: usize) -> u32 {
    array.get(index).map_or(0, |bytes| u32::from_le_bytes(*bytes))
}

/// The number at an index of an array of two-byte numbers; 0 past the end.
#[inline]
pub fn u16_at(array: &[[u8; 2]], index: usize) -> u16 {
    array.get(index).map_or(0, |bytes| u16::from_le_bytes(*bytes))
}
