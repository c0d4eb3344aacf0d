use super::listed::Listed;
use super::pack::{PHRASE_EDGES, PHRASE_ENTRIES, PHRASE_NODES, PHRASE_VALUES, PHRASE_WORDS, u32_at};
use super::section::{ANY_FORM, LIST_SHIFT};
use super::trie::Trie;
use super::{Classes, Lexicon, Pos, WordId};

static PHRASES: Trie = Trie { words: PHRASE_WORDS, edges: PHRASE_EDGES, nodes: PHRASE_NODES };

/// Longest phrase of the lists, in words: the bound of every look-ahead.
pub const LONGEST_PHRASE: usize = 12;

impl Lexicon {
    /// The longest entry of a list that begins at word 0 of `words`, with the number of its words.
    ///
    /// `words` gives the word `n` tokens on; it may leave tokens out («placé *mardi* en détention»). A verb
    /// phrase is found under any form of its verb.
    ///
    /// ```
    /// use greffier::lexicon::{Lexicon, Offence, WordId};
    /// let lexicon = Lexicon::french();
    /// let text = ["abus", "de", "biens", "sociaux", "."].map(|w| lexicon.look_up(w));
    /// let (len, offence) = lexicon.find::<Offence>(|n| text.get(n).copied().unwrap_or_default()).unwrap();
    /// assert_eq!((len, offence.strong), (4, true));
    /// ```
    pub fn find<L: Listed>(&self, words: impl Fn(usize) -> WordId) -> Option<(usize, L)> {
        let mut best = None;
        self.find_all(&words, |len, entry| {
            if best.as_ref().is_none_or(|(longest, _)| len > *longest) {
                best = Some((len, entry));
            }
        });
        best
    }

    /// Every entry of a list that begins at word 0 of `words`, shorter ones too.
    pub fn find_all<L: Listed>(&self, words: impl Fn(usize) -> WordId, found: impl FnMut(usize, L)) {
        let first = words(0);
        if first.is_known() {
            self.find_from(Phrases::of(first), first, self.classes(first), words, found);
        }
    }

    /// As [`Lexicon::find_all`], where the phrases of the first word are known already.
    pub(crate) fn find_from<L: Listed>(
        &self,
        phrases: Phrases,
        first: WordId,
        classes: Classes,
        words: impl Fn(usize) -> WordId,
        mut found: impl FnMut(usize, L),
    ) {
        // Of «mis en examen» the verb is the usual reading, of «enquête» the noun; the first of equal length stands.
        let participle = classes.any(Classes::PAST_PARTICIPLE);
        if phrases.word != 0 && !participle {
            follow(phrases.word as usize, &words, &mut found);
        }
        match phrases.verb {
            0 => {}
            Phrases::SEVERAL => {
                self.verb_nodes(first, |node| follow(node as usize, &words, &mut found));
            }
            node => follow(node as usize, &words, &mut found),
        }
        if phrases.word != 0 && participle {
            follow(phrases.word as usize, &words, &mut found);
        }
    }

    /// The nodes of the lemmas that the word is a verb form of.
    fn verb_nodes(&self, word: WordId, mut each: impl FnMut(u32)) {
        let mut seen = WordId::UNKNOWN;
        for reading in self.analyses(word).filter(|reading| reading.pos == Pos::Verb) {
            if reading.lemma != seen
                && let Some(node) = PHRASES.child(0, reading.lemma.0 | ANY_FORM)
            {
                each(node as u32);
            }
            seen = reading.lemma;
        }
    }

    /// The entry of a list that is this single word, or this verb by its lemma.
    pub fn entry<L: Listed>(&self, word: WordId) -> Option<L> {
        self.find(|n| if n == 0 { word } else { WordId::UNKNOWN }).map(|(_, entry)| entry)
    }
}

/// The nodes of the phrases that begin with a word as it stands, and of those that begin with it as a verb form; 0 for none.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Phrases {
    word: u32,
    verb: u32,
}

impl Phrases {
    /// The form belongs to more than one verb that begins phrases.
    const SEVERAL: u32 = u32::MAX;

    /// The phrases of a word.
    pub fn of(word: WordId) -> Self {
        let mut phrases = Self { word: PHRASES.child(0, word.0).unwrap_or_default() as u32, verb: 0 };
        Lexicon::french().verb_nodes(word, |node| {
            phrases.verb = if phrases.verb == 0 { node } else { Self::SEVERAL };
        });
        phrases
    }

    /// Whether there is none.
    pub const fn is_empty(self) -> bool {
        self.word == 0 && self.verb == 0
    }
}

fn follow<L: Listed>(mut node: usize, words: &impl Fn(usize) -> WordId, found: &mut impl FnMut(usize, L)) {
    for len in 1..=LONGEST_PHRASE {
        for at in PHRASES.values(node) {
            let value = u32_at(PHRASE_VALUES, at);
            if value >> LIST_SHIFT == L::LIST as u32
                && let Some(entry) = PHRASE_ENTRIES.get((value & ((1 << LIST_SHIFT) - 1)) as usize)
            {
                found(len, L::read(*entry));
            }
        }
        let next = words(len);
        match PHRASES.child(node, next.0) {
            Some(child) if next.is_known() => node = child,
            _ => return,
        }
    }
}
