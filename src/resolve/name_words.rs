use std::sync::LazyLock;

use super::key::Key;
use crate::text::{fold, rows};

/// Words that count for less when two names are compared, by the keys of their folded letters.
#[derive(Debug)]
pub(super) struct NameWords {
    /// «de», «of»: a name may have or lack them.
    pub links: Vec<Key>,
    /// «groupe», «company»: nouns that may be left out, besides those that the lexicon has.
    pub generic: Vec<Key>,
    /// «bank», «banque»: they mean the same.
    pub banks: Vec<Key>,
    /// «société», «parti»: put before a name they make no other of it.
    pub free: Vec<Key>,
}

static NAME_WORDS: LazyLock<NameWords> = LazyLock::new(|| NameWords {
    links: keys("links"),
    generic: keys("generic"),
    banks: keys("banks"),
    free: keys("free"),
});

impl NameWords {
    /// The words, read once.
    #[inline]
    pub(super) fn get() -> &'static Self {
        &NAME_WORDS
    }
}

fn keys(name: &str) -> Vec<Key> {
    let named = rows(include_str!("data/name_words.tsv")).filter(|[list, _]| *list == name);
    named.flat_map(|[_, words]| words.split(' ')).map(|word| Key::of(&fold(word))).collect()
}
