use super::plain::word_id;
use super::{Anchor, ArgumentId, KindId, Plain, PropertyId, View};
use crate::lexicon::{Classes, WordId};
use crate::token::{Shape, TokenKind, TokenSpan};

/// A text as [`Plain`] reads it: words between spaces, sentences up to a point, asides in brackets.
#[derive(Debug)]
pub struct PlainView<'p> {
    plain: &'p Plain,
    text: String,
    tokens: Vec<PlainToken>,
}

#[derive(Clone, Copy, Debug)]
struct PlainToken {
    start: usize,
    end: usize,
    word: WordId,
    lemma: WordId,
    classes: Classes,
    sentence: TokenSpan,
}

impl Plain {
    /// Reads a text.
    pub fn view(&self, text: &str) -> PlainView<'_> {
        let mut tokens: Vec<PlainToken> = Vec::new();
        for (start, end) in cut(text) {
            let form = &text[start..end];
            let lemma = self.lemmas.get(&form.to_lowercase()).copied().unwrap_or_default();
            let word = word_id(form);
            let classes = self.classes_of(word, lemma);
            tokens.push(PlainToken { start, end, word, lemma, classes, sentence: TokenSpan::default() });
        }
        let mut first = 0;
        for i in 0..tokens.len() {
            let token = tokens[i];
            if i + 1 == tokens.len() || matches!(&text[token.start..token.end], "." | "?" | "!") {
                tokens[first..=i].iter_mut().for_each(|t| t.sentence = TokenSpan::new(first, i + 1));
                first = i + 1;
            }
        }
        PlainView { plain: self, text: text.to_owned(), tokens }
    }
}

/// Words between spaces, with the marks at their edges as tokens of their own.
fn cut(text: &str) -> Vec<(usize, usize)> {
    let mut tokens: Vec<(usize, usize)> = Vec::new();
    let mut open: Option<usize> = None;
    for (at, c) in text.char_indices() {
        let mark = c.is_ascii_punctuation() && !matches!(c, '-' | '\'' | '_');
        if c.is_whitespace() || mark {
            tokens.extend(open.take().map(|start| (start, at)));
            if mark {
                tokens.push((at, at + 1));
            }
        } else {
            open.get_or_insert(at);
        }
    }
    tokens.extend(open.map(|start| (start, text.len())));
    tokens
}

impl PlainView<'_> {
    fn form(&self, i: usize) -> &str {
        self.tokens.get(i).and_then(|t| self.text.get(t.start..t.end)).unwrap_or_default()
    }

    fn begins_argument(&self, i: usize) -> bool {
        self.plain.arguments.iter().any(|(_, by)| by == self.form(i))
            || matches!(self.form(i), "." | "," | "(")
    }
}

impl View for PlainView<'_> {
    fn len(&self) -> usize {
        self.tokens.len()
    }

    fn word(&self, i: usize) -> WordId {
        self.tokens.get(i).map_or(WordId::UNKNOWN, |t| t.word)
    }

    fn lemma(&self, i: usize) -> WordId {
        self.tokens.get(i).map_or(WordId::UNKNOWN, |t| t.lemma)
    }

    fn classes(&self, i: usize) -> Classes {
        self.tokens.get(i).map_or(Classes::EMPTY, |t| t.classes)
    }

    fn kind(&self, i: usize) -> TokenKind {
        match self.form(i).chars().next() {
            Some(c) if c.is_numeric() => TokenKind::Number,
            Some(c) if c.is_alphabetic() => TokenKind::Word,
            _ => TokenKind::Punctuation,
        }
    }

    fn shape(&self, i: usize) -> Shape {
        let form = self.form(i);
        let capitals = form.chars().filter(|c| c.is_uppercase()).count();
        match form.chars().next() {
            Some(c) if !c.is_alphabetic() => Shape::None,
            None => Shape::None,
            _ if capitals == 0 => Shape::Lower,
            _ if capitals > 1 && capitals == form.chars().count() => Shape::Upper,
            Some(c) if c.is_uppercase() && capitals == 1 => Shape::Capitalised,
            _ => Shape::Mixed,
        }
    }

    fn text(&self, run: TokenSpan) -> &str {
        let last = run.end().checked_sub(1).and_then(|last| self.tokens.get(last));
        let span = self.tokens.get(run.start()).zip(last).filter(|_| !run.is_empty());
        span.and_then(|(first, last)| self.text.get(first.start..last.end)).unwrap_or_default()
    }

    fn sentence(&self, i: usize) -> TokenSpan {
        self.tokens.get(i).map_or_else(TokenSpan::default, |t| t.sentence)
    }

    fn mention_at(&self, i: usize, kind: KindId) -> Option<TokenSpan> {
        if kind == KindId::QUOTED {
            let is_mark = |i: &usize| self.form(*i) == "\"";
            let end = (i + 1..self.sentence(i).end()).find(is_mark)?;
            return is_mark(&i).then(|| TokenSpan::new(i, end + 1));
        }
        let names = self.plain.names.iter().filter(|(k, _)| *k == kind);
        let found = names.filter(|(_, words)| {
            words.iter().enumerate().all(|(n, word)| self.form(i + n).to_lowercase() == *word)
        });
        found.map(|(_, words)| TokenSpan::new(i, i + words.len())).max_by_key(|span| span.end())
    }

    fn aside(&self, i: usize) -> Option<TokenSpan> {
        let sentence = self.sentence(i);
        match self.form(i) {
            "(" => (i..sentence.end()).find(|j| self.form(*j) == ")").map(|j| TokenSpan::new(i, j + 1)),
            ")" => {
                (sentence.start()..i).rev().find(|j| self.form(*j) == "(").map(|j| TokenSpan::new(j, i + 1))
            }
            _ => None,
        }
    }

    fn argument(&self, anchor: Anchor, which: ArgumentId, nth: usize) -> Option<TokenSpan> {
        let (_, by) = self.plain.arguments.get(which.index())?;
        let sentence = self.sentence(anchor.token);
        let end_of = |start: usize| {
            (start..sentence.end()).find(|j| self.begins_argument(*j)).unwrap_or(sentence.end())
        };
        let found = match (by.as_str(), nth) {
            ("before", 0) => TokenSpan::new(sentence.start(), anchor.span.start()),
            ("after", 0) => TokenSpan::new(anchor.span.end(), end_of(anchor.span.end())),
            ("before" | "after", _) => return None,
            (word, nth) => {
                let at = (anchor.span.end()..sentence.end()).filter(|j| self.form(*j) == word).nth(nth)?;
                TokenSpan::new(at + 1, end_of(at + 1))
            }
        };
        Some(found).filter(|found| !found.is_empty())
    }

    fn property(&self, anchor: Anchor, which: PropertyId) -> bool {
        let Some((_, words)) = self.plain.properties.get(which.index()) else { return false };
        let first = self.sentence(anchor.token).start().max(anchor.span.start().saturating_sub(2));
        (first..anchor.span.start()).any(|j| words.contains(&self.word(j)))
    }
}
