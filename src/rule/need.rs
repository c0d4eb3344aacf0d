use super::View;
use super::trigger::{End, Flat, Key, Keys};
use crate::lexicon::WordId;
use crate::token::TokenSpan;

/// A set of words as bits: it may say yes to a word that is not in it, never no to one that is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct WordBits([u64; 4]);

impl WordBits {
    #[inline]
    const fn place(word: WordId) -> (usize, u64) {
        let bit = word.0.wrapping_mul(0x9E37_79B1) >> 24;
        ((bit >> 6) as usize, 1 << (bit & 63))
    }

    /// The words and lemmas of keys that name nothing else.
    pub(super) fn of(keys: &[Key]) -> Option<Self> {
        let mut bits = Self::default();
        let plain = keys.iter().all(|key| match key {
            Key::Word(word) | Key::Lemma(word) if word.is_known() => {
                bits.add(*word);
                true
            }
            _ => false,
        });
        (plain && !keys.is_empty()).then_some(bits)
    }

    /// Whether a word may be in the set.
    #[inline]
    pub(super) fn may_have(&self, word: WordId) -> bool {
        let (at, bit) = Self::place(word);
        self.0.get(at).is_some_and(|bits| bits & bit != 0)
    }

    fn add(&mut self, word: WordId) {
        let (at, bit) = Self::place(word);
        if let Some(bits) = self.0.get_mut(at) {
            *bits |= bit;
        }
    }

    /// Whether the two may share a word.
    fn meets(&self, other: &Self) -> bool {
        // Without a branch for each part.
        self.0.iter().zip(&other.0).fold(0, |met, (a, b)| met | a & b) != 0
    }
}

/// What a pattern cannot do without beside its trigger: of each set, one word must stand in the sentence.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Needs(Vec<WordBits>);

impl Needs {
    /// The needs of the parts of a row, but for the one at `trigger`.
    pub(super) fn new(keys: &Keys<'_>, row: &[Flat<'_>], trigger: usize) -> Self {
        let mut needs = Vec::new();
        let mut found = Vec::new();
        for (place, flat) in row.iter().enumerate() {
            let Flat::Part(part) = flat else { continue };
            found.clear();
            if place == trigger || keys.keys(part, End::First, &mut found).is_none() {
                continue;
            }
            needs.extend(WordBits::of(&found));
        }
        Self(needs)
    }
}

/// The words and lemmas of the sentence that is being read, gathered where a pattern needs any.
#[derive(Debug, Default)]
pub(super) struct Words {
    sentence: Option<TokenSpan>,
    bits: WordBits,
}

impl Words {
    /// Forgets the sentence: another text comes.
    pub(super) fn clear(&mut self) {
        self.sentence = None;
    }

    /// Whether the sentence of token `i` may hold what a pattern needs.
    pub(super) fn meet<V: View + ?Sized>(&mut self, needs: &Needs, view: &V, i: usize) -> bool {
        if needs.0.is_empty() {
            return true;
        }
        let sentence = view.sentence(i);
        if self.sentence != Some(sentence) {
            self.sentence = Some(sentence);
            self.bits = WordBits::default();
            for i in sentence.indices() {
                let (word, [first, second]) = (view.word(i), view.lemmas(i));
                self.bits.add(word);
                if first != word {
                    self.bits.add(first);
                }
                if second != first {
                    self.bits.add(second);
                }
            }
        }
        needs.0.iter().all(|need| need.meets(&self.bits))
    }
}
