use super::trigger::Key;
use super::word_bits::{Spread, WordBits};
use crate::lexicon::{Classes, WordId, WordMap};

/// Which patterns to try at a token: by its word, its lemma, its classes.
///
/// Most tokens are no trigger of anything, and are known for that by the bits of a small table.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// The words and lemmas that some pattern is found by.
    keys: WordBits<256>,
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
        for (word, _) in words.iter().chain(&lemmas) {
            index.keys.add(Spread::of(*word));
        }
        index.words = Table::new(words);
        index.lemmas = Table::new(lemmas);
        index
    }

    /// Whether a pattern may have to be tried at a token, by the spread ids of its word and lemmas: a no is sure.
    #[inline]
    pub(super) fn may_wake(&self, spreads: [Spread; 3], classes: Classes) -> bool {
        let [word, first, second] = spreads.map(|word| self.keys.may_have(word));
        // One question for the three: most tokens have none of them.
        (word | first | second) || classes.any(self.all_classes) || !self.anywhere.is_empty()
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

/// Patterns by word id.
#[derive(Debug)]
struct Table {
    /// Where the patterns of a word stand.
    places: WordMap<(u32, u32)>,
    /// The same for words that the lexicon does not hold.
    unknown: (u32, u32),
    patterns: Vec<u32>,
}

impl Default for Table {
    fn default() -> Self {
        Self { places: WordMap::new([]), unknown: (0, 0), patterns: Vec::new() }
    }
}

impl Table {
    fn new(mut entries: Vec<(WordId, u32)>) -> Self {
        entries.sort_unstable();
        entries.dedup();
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
        Self { places: WordMap::new(places), unknown, patterns }
    }

    /// The patterns of a word, in order.
    fn get(&self, word: WordId) -> &[u32] {
        let place = if word.is_known() { self.places.get(word) } else { Some(self.unknown) };
        place.and_then(|(from, to)| self.patterns.get(from as usize..to as usize)).unwrap_or_default()
    }
}
