use super::names::{EDGE, Keys};
use super::normal::Normal;
use crate::document::Document;
use crate::lexicon::hash_bytes;

/// The tokens of a text as names are compared with them: an edge, then each token with an edge after it.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub letters: String,
    /// Where each token begins; one more at the end.
    pub starts: Vec<u32>,
    hashes: Vec<u64>,
}

impl Written {
    pub fn new(doc: &Document<'_>, normal: Normal) -> Self {
        let mut written = Self::default();
        let mut buffer = String::new();
        written.letters.push(EDGE);
        for index in 0..doc.len() {
            normal.write(doc.form(index), &mut buffer);
            written.starts.push(written.letters.len() as u32);
            written.hashes.push(hash_bytes(buffer.as_bytes()));
            written.letters.push_str(&buffer);
            written.letters.push(EDGE);
        }
        written.starts.push(written.letters.len() as u32);
        written
    }

    fn slice(&self, start: usize, end: usize) -> &str {
        let at = |index: usize| self.starts.get(index).copied().unwrap_or_default() as usize;
        self.letters.get(at(start)..at(end).saturating_sub(1)).unwrap_or_default()
    }
}

/// Names by a hash of their tokens, for lists that are too long for an automaton: a million names are laid out in
/// a second, and a token at which no name begins costs one look.
#[derive(Debug)]
pub(super) struct Table {
    /// Hash of a first token and the lengths of the names that begin so, as bits.
    firsts: Vec<(u32, u32)>,
    /// Number of a name plus one; zero is empty.
    slots: Vec<u32>,
}

/// Names of more tokens share the last bit of the lengths.
const LONGEST: usize = 31;

impl Table {
    pub fn new(keys: &Keys) -> Self {
        let mut firsts = vec![(0, 0); size(keys.names.len())];
        let mut slots = vec![0; size(keys.names.len())];
        for (index, key) in keys.names.iter().enumerate() {
            let mut tokens = keys.text(key).split(EDGE).map(|token| hash_bytes(token.as_bytes()));
            let first = tokens.next().unwrap_or_default();
            let whole = tokens.fold(first, join);
            let place = find_first(&firsts, first);
            if let Some(slot) = firsts.get_mut(place) {
                *slot = (check(first), slot.1 | length_bit(key.tokens as usize));
            }
            let mut at = whole as usize & (slots.len() - 1);
            while slots.get(at).is_some_and(|slot| *slot != 0) {
                at = (at + 1) & (slots.len() - 1);
            }
            if let Some(slot) = slots.get_mut(at) {
                *slot = index as u32 + 1;
            }
        }
        Self { firsts, slots }
    }

    /// Calls `found` with first token, number of tokens and number of the name.
    pub fn search(&self, text: &Written, keys: &Keys, mut found: impl FnMut(usize, usize, u32)) {
        for (start, first) in text.hashes.iter().enumerate() {
            let (known, mut lengths) =
                self.firsts.get(find_first(&self.firsts, *first)).copied().unwrap_or_default();
            if known != check(*first) {
                continue;
            }
            let mut whole = *first;
            let mut len = 1;
            while lengths != 0 {
                let bit = length_bit(len);
                if lengths & bit != 0 {
                    self.at(whole, |name| {
                        if keys.names.get(name as usize).is_some_and(|key| {
                            key.tokens as usize == len && keys.text(key) == text.slice(start, start + len)
                        }) {
                            found(start, len, name);
                        }
                    });
                    if len < LONGEST {
                        lengths &= !bit;
                    }
                }
                let Some(next) = text.hashes.get(start + len) else { break };
                whole = join(whole, *next);
                len += 1;
                if len > 4 * LONGEST {
                    break;
                }
            }
        }
    }

    fn at(&self, whole: u64, mut each: impl FnMut(u32)) {
        let mask = self.slots.len() - 1;
        let mut at = whole as usize & mask;
        while let Some(slot) = self.slots.get(at).filter(|slot| **slot != 0) {
            each(slot - 1);
            at = (at + 1) & mask;
        }
    }
}

fn size(names: usize) -> usize {
    (names * 2 + 2).next_power_of_two()
}

fn length_bit(len: usize) -> u32 {
    1 << len.min(LONGEST)
}

/// Never zero, so that an empty place is told.
fn check(hash: u64) -> u32 {
    (hash >> 32) as u32 | 1
}

fn find_first(firsts: &[(u32, u32)], hash: u64) -> usize {
    let mask = firsts.len() - 1;
    let mut at = hash as usize & mask;
    while firsts.get(at).is_some_and(|(known, _)| *known != 0 && *known != check(hash)) {
        at = (at + 1) & mask;
    }
    at
}

fn join(hash: u64, next: u64) -> u64 {
    let mixed = (hash.rotate_left(23) ^ next).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed ^ mixed >> 29
}
