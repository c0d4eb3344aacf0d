use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// What a word or a row of words is compared by: a hash of its folded letters. Sixty-four bits over the names of
/// one text: two that are unlike never meet in practice.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub(super) struct Key(u64);

const START: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

impl Key {
    /// The key of a word that is folded already.
    pub(super) const fn of(folded: &str) -> Self {
        let bytes = folded.as_bytes();
        let mut hash = START;
        let mut at = 0;
        while at < bytes.len() {
            hash = (hash ^ bytes[at] as u64).wrapping_mul(PRIME);
            at += 1;
        }
        Self(hash)
    }

    /// The key of nothing, to which words are added.
    pub(super) const fn empty() -> Self {
        Self(START)
    }

    /// With one more word behind it.
    #[must_use]
    pub(super) const fn then(self, word: Self) -> Self {
        Self((self.0.rotate_left(7) ^ word.0).wrapping_mul(PRIME))
    }

    /// With one more word, in whatever order they come.
    #[must_use]
    pub(super) const fn and(self, word: Self) -> Self {
        Self(self.0.wrapping_add(word.0.wrapping_mul(PRIME)))
    }
}

/// A table by key. It is only looked up in, never walked through, so its order shows nowhere.
pub(super) type ByKey<T> = HashMap<Key, T, BuildHasherDefault<Spread>>;

/// Keys are hashes already.
#[derive(Default, Clone, Copy, Debug)]
pub(super) struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(PRIME);
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key ^ key >> 29;
    }
}

/// The clusters that share a key, the latest last; only so many that a look at all of them is a look at few.
#[derive(Clone, Debug, Default)]
pub(super) struct Few(Vec<u32>);

impl Few {
    const MOST: usize = 8;

    /// Adds a cluster, or moves it to the end.
    pub(super) fn push(&mut self, cluster: usize) {
        let cluster = cluster as u32;
        self.0.retain(|known| *known != cluster);
        if self.0.len() == Self::MOST {
            self.0.remove(0);
        }
        self.0.push(cluster);
    }

    /// The clusters, the latest first.
    pub(super) fn latest(&self) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().rev().map(|cluster| *cluster as usize)
    }
}
