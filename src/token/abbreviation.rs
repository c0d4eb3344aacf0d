//! Which words lose their point to an abbreviation.

use once_cell::sync::Lazy;

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
    let mut table: Vec<_> = include_str!("data/abbreviations.tsv").lines().filter_map(entry).collect();
    table.sort_unstable_by_key(|(word, _)| *word);
    table
});

fn entry(line: &'static str) -> Option<(&'static str, Follower)> {
    let (word, follower) = line.split_once('\t').filter(|_| !line.starts_with('#'))?;
    let follower = match follower {
        "n" => Follower::Name,
        "e" => Follower::Anything,
        _ => Follower::Digit,
    };
    Some((word, follower))
}

/// What the word abbreviates with a point behind it, if it is an abbreviation at all.
pub(crate) fn abbreviation(word: &str) -> Option<Follower> {
    if word.len() > 6 {
        return None;
    }
    let at = TABLE.binary_search_by_key(&word, |(listed, _)| listed).ok()?;
    TABLE.get(at).map(|(_, follower)| *follower)
}
