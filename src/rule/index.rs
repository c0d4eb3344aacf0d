use super::trigger::Key;
use crate::lexicon::{Classes, WordId, WordMap};

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

    /// Whether a pattern may have to be tried at a token: a no is sure, and costs two looks.
    #[inline]
    pub(super) fn may_wake(&self, word: WordId, classes: Classes, lemma: impl FnOnce() -> WordId) -> bool {
        self.words.may_have(word)
            || classes.any(self.all_classes)
            || !self.anywhere.is_empty()
            || classes.any(INFLECTED) && self.lemmas.may_have(lemma())
    }

    #[cfg(test)]
    pub(super) fn wakes_everywhere(&self) -> bool {
        !self.anywhere.is_empty()
    }

    /// The patterns to try at a token, in order; the list is cleared first. `lemma` is asked only where it matters.
    pub(super) fn candidates(
        &self,
        word: WordId,
        classes: Classes,
        lemma: impl FnOnce() -> WordId,
        found: &mut Vec<u32>,
    ) {
        found.clear();
        found.extend_from_slice(self.words.get(word));
        let mut sources = usize::from(!found.is_empty());
        if classes.any(INFLECTED) {
            let lemma = lemma();
            let by_lemma = if lemma.is_known() { self.lemmas.get(lemma) } else { &[] };
            sources += usize::from(!by_lemma.is_empty());
            found.extend_from_slice(by_lemma);
        }
        if classes.any(self.all_classes) {
            sources += 1;
            found.extend(self.classes.iter().filter(|(c, _)| classes.any(*c)).map(|(_, p)| *p));
        }
        if !self.anywhere.is_empty() {
            sources += 1;
            found.extend_from_slice(&self.anywhere);
        }
        // The patterns of one source are in order.
        if sources > 1 {
            found.sort_unstable();
            found.dedup();
        }
    }
}

/// Number of the bits of a table, as a power of two.
const BITS: u32 = 14;

/// Patterns by word id, behind a table of bits that most words miss.
#[derive(Debug)]
struct Table {
    bits: Vec<u64>,
    /// Where the patterns of a word stand.
    places: WordMap<(u32, u32)>,
    /// The same for words that the lexicon does not hold.
    unknown: (u32, u32),
    patterns: Vec<u32>,
}

impl Default for Table {
    fn default() -> Self {
        Self { bits: Vec::new(), places: WordMap::new([]), unknown: (0, 0), patterns: Vec::new() }
    }
}

impl Table {
    fn new(mut entries: Vec<(WordId, u32)>) -> Self {
        entries.sort_unstable();
        entries.dedup();
        let mut bits = vec![0u64; 1 << (BITS - 6)];
        for (word, _) in &entries {
            let bit = hash(*word);
            bits[bit >> 6] |= 1 << (bit & 63);
        }
        let mut places: Vec<(WordId, (u32, u32))> = Vec::new();
        for (place, (word, _)) in entries.iter().enumerate() {
            let end = place as u32 + 1;
            match places.last_mut() {
                Some((last, range)) if last == word => range.1 = end,
                _ => places.push((*word, (end - 1, end))),
            }
        }
        let unknown = places.first().filter(|(word, _)| !word.is_known()).map_or((0, 0), |(_, range)| *range);
        let patterns = entries.into_iter().map(|(_, pattern)| pattern).collect();
        Self { bits, places: WordMap::new(places), unknown, patterns }
    }

    #[inline]
    fn may_have(&self, word: WordId) -> bool {
        let bit = hash(word);
        self.bits.get(bit >> 6).is_some_and(|bits| bits >> (bit & 63) & 1 == 1)
    }

    /// The patterns of a word, in order.
    fn get(&self, word: WordId) -> &[u32] {
        let place = if word.is_known() { self.places.get(word) } else { Some(self.unknown) };
        place.and_then(|(from, to)| self.patterns.get(from as usize..to as usize)).unwrap_or_default()
    }
}

#[inline]
fn hash(word: WordId) -> usize {
    ((word.index() as u32).wrapping_mul(0x9E37_79B1) >> (32 - BITS)) as usize
}
