use super::trigger::Key;
use crate::lexicon::{Classes, WordId};

/// Which patterns to try at a token: by its word, its lemma, its classes.
///
/// Most tokens are no trigger of anything, and are known for that by one bit of a small table.
#[derive(Debug, Default)]
pub(super) struct Index {
    words: Table,
    lemmas: Table,
    classes: Vec<(Classes, u32)>,
    all_classes: Classes,
    anywhere: Vec<u32>,
}

/// Classes of the tokens that are asked for their lemma.
const INFLECTED: Classes = Classes::VERB.with(Classes::NOUN).with(Classes::ADJECTIVE);

impl Index {
    /// An index of patterns by their keys, in the order of their numbers.
    pub(super) fn new(keys: &[(Key, u32)]) -> Self {
        let mut index = Self::default();
        let (mut words, mut lemmas) = (Vec::new(), Vec::new());
        for (key, pattern) in keys {
            match key {
                Key::Word(word) => words.push((*word, *pattern)),
                Key::Lemma(lemma) => lemmas.push((*lemma, *pattern)),
                Key::Class(classes) => {
                    index.all_classes = index.all_classes | *classes;
                    index.classes.push((*classes, *pattern));
                }
                Key::Anywhere => index.anywhere.push(*pattern),
            }
        }
        index.words = Table::new(words);
        index.lemmas = Table::new(lemmas);
        index
    }

    /// The patterns to try at a token, in order; the list is cleared first. `lemma` is asked only where it matters.
    #[inline]
    pub(super) fn candidates(
        &self,
        word: WordId,
        classes: Classes,
        lemma: impl FnOnce() -> WordId,
        found: &mut Vec<u32>,
    ) {
        found.clear();
        if self.words.may_have(word) {
            self.words.add(word, found);
        }
        if classes.any(INFLECTED) {
            let lemma = lemma();
            if self.lemmas.may_have(lemma) && lemma.is_known() {
                self.lemmas.add(lemma, found);
            }
        }
        if classes.any(self.all_classes) {
            found.extend(self.classes.iter().filter(|(c, _)| classes.any(*c)).map(|(_, p)| *p));
        }
        found.extend_from_slice(&self.anywhere);
        if found.len() > 1 {
            found.sort_unstable();
            found.dedup();
        }
    }
}

/// Patterns by word id: a table of bits that most ids miss, before a sorted list.
#[derive(Debug, Default)]
struct Table {
    bits: Vec<u64>,
    /// Sorted by id, then by pattern.
    entries: Vec<(WordId, u32)>,
}

/// Number of bits of the table, as a power of two.
const BITS: u32 = 14;

impl Table {
    fn new(mut entries: Vec<(WordId, u32)>) -> Self {
        entries.sort_unstable();
        entries.dedup();
        let mut bits = vec![0u64; 1 << (BITS - 6)];
        for (word, _) in &entries {
            let bit = hash(*word);
            bits[bit >> 6] |= 1 << (bit & 63);
        }
        Self { bits, entries }
    }

    #[inline]
    fn may_have(&self, word: WordId) -> bool {
        let bit = hash(word);
        self.bits.get(bit >> 6).is_some_and(|bits| bits >> (bit & 63) & 1 == 1)
    }

    fn add(&self, word: WordId, found: &mut Vec<u32>) {
        let first = self.entries.partition_point(|(id, _)| *id < word);
        let same = self.entries[first..].iter().take_while(|(id, _)| *id == word);
        found.extend(same.map(|(_, pattern)| *pattern));
    }
}

#[inline]
fn hash(word: WordId) -> usize {
    ((word.index() as u32).wrapping_mul(0x9E37_79B1) >> (32 - BITS)) as usize
}
