use super::WordId;

/// Something for some of the words, found with one look into a table: open addressing over word ids.
///
/// The small lists of grammatical words that every stage asks of every token are kept so: most words are in none of them,
/// and are known for that by an empty place.
#[derive(Clone, Debug)]
pub(crate) struct WordMap<T> {
    /// At most half full, so that a search ends soon; a length that is a power of two.
    slots: Box<[(WordId, T)]>,
}

impl<T: Copy + Default> WordMap<T> {
    /// A map of the pairs; the first of a word counts, and words that the lexicon does not hold are left out.
    pub(crate) fn new(pairs: impl IntoIterator<Item = (WordId, T)>) -> Self {
        let pairs: Vec<(WordId, T)> = pairs.into_iter().filter(|(word, _)| word.is_known()).collect();
        let size = (pairs.len() * 2).next_power_of_two().max(2);
        let mut map = Self { slots: vec![(WordId::UNKNOWN, T::default()); size].into_boxed_slice() };
        for (word, value) in pairs {
            let mut at = map.home(word);
            while map.slots.get(at).is_some_and(|(known, _)| known.is_known() && *known != word) {
                at = (at + 1) & (size - 1);
            }
            if let Some(slot) = map.slots.get_mut(at).filter(|(known, _)| !known.is_known()) {
                *slot = (word, value);
            }
        }
        map
    }

    /// What the word has.
    #[inline]
    pub(crate) fn get(&self, word: WordId) -> Option<T> {
        let mut at = self.home(word);
        loop {
            let (known, value) = self.slots.get(at)?;
            if !known.is_known() {
                return None;
            }
            if *known == word {
                return Some(*value);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    #[inline]
    fn home(&self, word: WordId) -> usize {
        let spread = word.0.wrapping_mul(0x9E37_79B1);
        // The upper bits of a product depend on all bits of the word.
        (spread >> 12) as usize & (self.slots.len() - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_what_it_was_given() {
        let map = WordMap::new((0..1000).map(|n| (WordId(n * 7), n)));
        for n in 0..7000 {
            let expected = (n > 0 && n % 7 == 0).then_some(n / 7);
            assert_eq!(map.get(WordId(n)), expected, "{n}");
        }
        assert_eq!(WordMap::<u8>::new([]).get(WordId(5)), None);
        assert_eq!(WordMap::new([(WordId(3), 'a'), (WordId(3), 'b')]).get(WordId(3)), Some('a'));
    }
}
