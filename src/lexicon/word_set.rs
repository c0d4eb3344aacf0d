use super::{WordId, WordMap};

/// A list of words that is asked of many tokens: one look, however long the list.
#[derive(Debug)]
pub(crate) struct WordSet(WordMap<()>);

impl WordSet {
    /// Whether the word is in the list.
    #[inline]
    pub fn contains(&self, word: &WordId) -> bool {
        self.0.get(*word).is_some()
    }
}

impl FromIterator<WordId> for WordSet {
    fn from_iter<I: IntoIterator<Item = WordId>>(words: I) -> Self {
        Self(WordMap::new(words.into_iter().map(|word| (word, ()))))
    }
}
