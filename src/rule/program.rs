use super::diagnostic::Position;
use super::part::{Set, ShapeTest, Test};
use super::view::View;
use super::word_bits::WordBits;
use super::{KindId, PropertyId};
use crate::lexicon::{Classes, WordId};
use crate::token::{Shape, TokenKind};

/// One step of a compiled pattern. `at` and `len` name a stretch of one of the pools of the [`Program`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Op {
    Word(WordId),
    Lemma(WordId),
    Class(Classes),
    Set(u32),
    /// A question of the pool.
    Test(u32),
    AnyOf {
        at: u32,
        len: u16,
    },
    NoneOf {
        at: u32,
        len: u16,
    },
    Mention {
        at: u32,
        len: u16,
    },
    Gap(u8),
    /// A gap behind which only some words can stand: those of the pool.
    GapTo {
        left: u8,
        words: u16,
    },
    First,
    Last,
    /// Goes on at the next step, and if that fails at the other place.
    Split(u32),
    /// Goes on at the other place, and if that fails at the next step.
    Again(u32),
    Jump(u32),
    /// Notes the position.
    Save(u8),
    /// Asks what was taken since the position was noted for its properties.
    Having {
        note: u8,
        at: u32,
        len: u16,
    },
    Accept,
}

/// All patterns of the rules, flat.
#[derive(Debug, Default)]
pub(super) struct Program {
    pub ops: Vec<Op>,
    /// Where on its page each step stands.
    pub places: Vec<Position>,
    pub tests: Vec<Test>,
    pub kinds: Vec<KindId>,
    pub properties: Vec<(bool, PropertyId)>,
    pub sets: Vec<Set>,
    /// What can stand behind gaps.
    pub behind: Vec<WordBits<4>>,
}

impl Program {
    /// The questions of a stretch of the pool.
    pub(super) fn tests(&self, at: u32, len: u16) -> &[Test] {
        self.tests.get(at as usize..at as usize + len as usize).unwrap_or_default()
    }

    /// Whether token `i` is what the question asks for.
    pub(super) fn test<V: View + ?Sized>(&self, test: &Test, view: &V, i: usize) -> bool {
        match test {
            Test::Word(word) => view.word(i) == *word,
            Test::Form(form) => view.word(i) == WordId::UNKNOWN && same_small(text(view, i), form),
            Test::Exact(letters, word) => view.word(i) == *word && text(view, i) == letters,
            Test::Lemma(lemma) => view.lemma(i) == *lemma,
            Test::Class(classes) => view.classes(i).any(*classes),
            Test::Set(id) => self.in_set(*id, view, i),
            Test::Shape(shape) => has_shape(*shape, view, i),
        }
    }

    /// Whether token `i` is in the set.
    pub(super) fn in_set<V: View + ?Sized>(&self, id: u32, view: &V, i: usize) -> bool {
        let Some(set) = self.sets.get(id as usize) else { return false };
        let word = view.word(i);
        view.classes(i).any(set.classes)
            || set.words.binary_search(&word).is_ok()
            || (!set.lemmas.is_empty() && set.lemmas.binary_search(&view.lemma(i)).is_ok())
            || (word == WordId::UNKNOWN && set.forms.iter().any(|form| same_small(text(view, i), form)))
            || set.exact.iter().any(|(letters, id)| *id == word && text(view, i) == letters)
            || set.shapes.iter().any(|shape| has_shape(*shape, view, i))
    }
}

fn text<V: View + ?Sized>(view: &V, i: usize) -> &str {
    view.text(crate::token::TokenSpan::new(i, i + 1))
}

/// Whether `letters` in small letters are `small`.
fn same_small(letters: &str, small: &str) -> bool {
    letters == small || letters.chars().flat_map(char::to_lowercase).eq(small.chars())
}

fn has_shape<V: View + ?Sized>(shape: ShapeTest, view: &V, i: usize) -> bool {
    let is_word = || matches!(view.kind(i), TokenKind::Word | TokenKind::Elided | TokenKind::Abbreviation);
    match shape {
        ShapeTest::Any => true,
        ShapeTest::Num => view.kind(i) == TokenKind::Number,
        ShapeTest::Punct => view.kind(i) == TokenKind::Punctuation,
        ShapeTest::Upper => view.shape(i) == Shape::Upper,
        ShapeTest::Lower => view.shape(i) == Shape::Lower,
        ShapeTest::Cap => (view.shape(i).is_capital() || view.shape(i) == Shape::Mixed) && is_word(),
    }
}
