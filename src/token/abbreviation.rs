//! Which words lose their point to an abbreviation.

use once_cell::sync::Lazy;

use crate::text::rows;

/// What stands behind an abbreviation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Follower {
    /// A name or a number: the sentence goes on.
    Name,
    /// Anything: a capital behind it begins a sentence.
    Anything,
    /// A digit; without one the word is an ordinary word.
    Digit,
}

static TABLE: Lazy<Vec<(&'static str, Follower)>> = Lazy::new(|| {
    let mut table: Vec<_> = rows(include_str!("data/abbreviations.tsv")).map(entry).collect();
    table.sort_unstable_by_key(|(word, _)| *word);
    table
});

fn entry([word, follower]: [&'static str; 2]) -> (&'static str, Follower) {
    let follower = match follower {
        "n" => Follower::Name,
        "e" => Follower::Anything,
        _ => Follower::Digit,
    };
    (word, follower)
}

/// What the word abbreviates with a point behind it, if it is an abbreviation at all.
pub(crate) fn abbreviation(word: &str) -> Option<Follower> {
    if word.len() > 6 {
        return None;
    }
    let at = TABLE.binary_search_by_key(&word, |(listed, _)| listed).ok()?;
    TABLE.get(at).map(|(_, follower)| *follower)
}
