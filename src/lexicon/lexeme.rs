use super::names::NameNode;
use super::phrase::Phrases;
use super::{Classes, Lexicon, Pos, WordId};

/// A word with all that is asked of it at every token, so that the big tables are read once for a word and not once for
/// each question; [`Memo`](super::Memo) keeps the words of an article.
///
/// ```
/// use greffier::lexicon::{Classes, Lexeme, Lexicon};
/// let lexicon = Lexicon::french();
/// let lexeme = Lexeme::of(lexicon.look_up("condamnés"));
/// assert!(lexeme.classes().any(Classes::PAST_PARTICIPLE));
/// assert_eq!(lexeme.verb_lemma(), lexicon.word("condamner"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Lexeme {
    word: WordId,
    classes: Classes,
    roots: Roots,
}

/// Where the lemmas of a word, and the phrases and names that begin with it, are found.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Roots {
    /// The lemma as a verb, or `UNKNOWN`.
    pub verb: WordId,
    /// The lemma as a noun, or `UNKNOWN`.
    pub noun: WordId,
    /// The lemma in its most usual reading, or the word itself.
    pub usual: WordId,
    /// The names that begin with the word.
    pub names: NameNode,
    /// The phrases of the lists that begin with it.
    pub phrases: Phrases,
}

impl Lexeme {
    /// What the lexicon says of a word.
    pub fn of(word: WordId) -> Self {
        if !word.is_known() {
            return Self::default();
        }
        let lexicon = Lexicon::french();
        let mut roots = Roots {
            names: NameNode::ROOT.next(word).unwrap_or(NameNode::ROOT),
            phrases: Phrases::of(word),
            usual: word,
            ..Roots::default()
        };
        for (place, reading) in lexicon.analyses(word).enumerate() {
            if place == 0 {
                roots.usual = reading.lemma;
            }
            let slot = match reading.pos {
                Pos::Verb => &mut roots.verb,
                Pos::Noun => &mut roots.noun,
                _ => continue,
            };
            if !slot.is_known() {
                *slot = reading.lemma;
            }
        }
        Self { word, classes: lexicon.classes(word), roots }
    }

    /// The word.
    pub const fn word(&self) -> WordId {
        self.word
    }

    /// What the form may be and the lists it stands in, as [`Lexicon::classes`] says.
    pub const fn classes(&self) -> Classes {
        self.classes
    }

    /// The lemma as a verb, as [`Lexicon::verb_lemma`] says.
    pub fn verb_lemma(&self) -> Option<WordId> {
        self.roots.verb.is_known().then_some(self.roots.verb)
    }

    /// The lemma as a noun, as [`Lexicon::noun_lemma`] says.
    pub fn noun_lemma(&self) -> Option<WordId> {
        self.roots.noun.is_known().then_some(self.roots.noun)
    }

    pub(crate) const fn roots(&self) -> Roots {
        self.roots
    }
}
