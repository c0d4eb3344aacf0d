use super::date::Date;
use super::digits::Digits;
use super::term::{Period, Term};
use super::vocabulary::Vocabulary;
use crate::document::Document;
use crate::lexicon::WordId;
use crate::token::TokenKind;

/// A document as the parts of this module look at it.
pub(super) struct Reader<'a, 't> {
    pub(super) doc: &'a Document<'t>,
    pub(super) vocabulary: &'static Vocabulary,
    /// The day of publication.
    pub(super) anchor: Option<Date>,
}

impl Reader<'_, '_> {
    pub(super) fn kind(&self, index: usize) -> Option<TokenKind> {
        self.doc.token(index).map(|token| token.kind)
    }

    /// Whether the token is this word.
    pub(super) fn at(&self, index: usize, word: WordId) -> bool {
        self.doc.word(index) == word
    }

    /// Whether the token is one of these words.
    pub(super) fn any(&self, index: usize, words: &[WordId]) -> bool {
        words.contains(&self.doc.word(index))
    }

    /// Whether the token before `index` is one of these words.
    pub(super) fn after(&self, index: usize, words: &[WordId]) -> bool {
        index > 0 && self.any(index - 1, words)
    }

    /// What the token means here.
    pub(super) fn term(&self, index: usize) -> Option<Term> {
        self.vocabulary.look_up(self.doc, index).map(|(term, _)| term)
    }

    pub(super) fn digits(&self, index: usize) -> Option<Digits> {
        if self.kind(index) == Some(TokenKind::Number) { Digits::read(self.doc.form(index)) } else { None }
    }

    pub(super) fn month(&self, index: usize) -> Option<u8> {
        match self.term(index) {
            Some(Term::Month(month)) => Some(month),
            _ => None,
        }
    }

    pub(super) fn weekday(&self, index: usize) -> Option<u8> {
        match self.term(index) {
            Some(Term::Weekday(day)) => Some(day),
            _ => None,
        }
    }

    pub(super) fn shift(&self, index: usize) -> Option<i8> {
        match self.term(index) {
            Some(Term::Shift(shift)) => Some(shift),
            _ => None,
        }
    }

    pub(super) fn period(&self, index: usize) -> Option<Period> {
        match self.term(index) {
            Some(Term::Period(period)) => Some(period),
            _ => None,
        }
    }

    pub(super) fn is_capital(&self, index: usize) -> bool {
        self.doc.token(index).is_some_and(|token| token.shape.is_capital())
    }

    /// Whether the sentence begins here.
    pub(super) fn begins(&self, index: usize) -> bool {
        self.doc.sentence_of(index).start() == index
    }
}
