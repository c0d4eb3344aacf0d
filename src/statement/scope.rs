use super::lexis::Lexis;
use super::words::Parts;
use crate::document::Document;
use crate::lexicon::{Classes, WordId};
use crate::resolve::Resolved;
use crate::token::{self, Quotation, TokenKind, TokenSpan};

/// What an item is, apart from its words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Mark {
    /// A word, a number.
    Word,
    Comma,
    Colon,
    Semicolon,
    /// The end of a sentence.
    Stop,
    /// A dash that stands free.
    Dash,
    /// A whole parenthesis.
    Aside,
    /// A whole quotation with its marks.
    Quote,
    /// Any other sign.
    Sign,
}

/// A token of the reporter's own sentence; a quotation or a parenthesis in it is one item.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    pub tokens: TokenSpan,
    pub mark: Mark,
    pub classes: Classes,
    pub word: WordId,
    pub parts: Parts,
    /// The quotation, where it is one.
    pub quote: usize,
}

/// Items from one to another, end exclusive.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Run {
    pub start: usize,
    pub end: usize,
}

impl Run {
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end: if end < start { start } else { end } }
    }

    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    pub const fn has(self, item: usize) -> bool {
        self.start <= item && item < self.end
    }
}

/// A sentence as its reporter speaks it: what stands in quotation marks or parentheses is one item.
pub(super) struct Scope<'a> {
    pub doc: &'a Document<'a>,
    pub lexis: &'static Lexis,
    pub resolved: &'a Resolved,
    pub items: Vec<Item>,
}

/// The longest parenthesis that is one item, in tokens.
const LONGEST_ASIDE: usize = 60;

impl<'a> Scope<'a> {
    pub fn new(doc: &'a Document<'a>, resolved: &'a Resolved) -> Self {
        Self { doc, lexis: Lexis::french(), resolved, items: Vec::new() }
    }

    /// Reads the tokens of `run`; `quotes` are the outermost quotations in it with their places in the document.
    pub fn read(&mut self, run: TokenSpan, quotes: impl Iterator<Item = (usize, Quotation)>) {
        self.items.clear();
        let mut quotes = quotes.peekable();
        let mut at = run.start();
        let mut next = quotes.peek().map_or(usize::MAX, |(_, quote)| quote.open.index());
        while at < run.end() {
            while next < at {
                quotes.next();
                next = quotes.peek().map_or(usize::MAX, |(_, quote)| quote.open.index());
            }
            if next == at
                && let Some((place, quote)) = quotes.next()
            {
                next = quotes.peek().map_or(usize::MAX, |(_, quote)| quote.open.index());
                let end = quote
                    .close
                    .map_or(quote.content.end(), |close| close.index() + 1)
                    .min(run.end())
                    .max(at + 1);
                self.push(TokenSpan::new(at, end), Mark::Quote, place);
                at = end;
                continue;
            }
            let mark = self.mark_of(at);
            let end = if mark == Mark::Aside { self.aside_end(at, run.end()) } else { at + 1 };
            let mark = if mark == Mark::Aside && end == at + 1 { Mark::Sign } else { mark };
            self.push(TokenSpan::new(at, end), mark, usize::MAX);
            at = end;
        }
    }

    fn push(&mut self, tokens: TokenSpan, mark: Mark, quote: usize) {
        let (classes, word) = if mark == Mark::Word {
            (self.doc.classes(tokens.start()), self.doc.word(tokens.start()))
        } else {
            (Classes::EMPTY, WordId::UNKNOWN)
        };
        let parts =
            if mark == Mark::Word && word.is_known() { self.lexis.parts(word) } else { Parts::default() };
        self.items.push(Item { tokens, mark, classes, word, parts, quote });
    }

    fn mark_of(&self, token: usize) -> Mark {
        match self.doc.token(token).map(|t| t.kind) {
            Some(TokenKind::Punctuation | TokenKind::Symbol) => match self.doc.mark(token) {
                token::Mark::Comma => Mark::Comma,
                token::Mark::Colon => Mark::Colon,
                token::Mark::Semicolon => Mark::Semicolon,
                token::Mark::Stop => Mark::Stop,
                token::Mark::Dash => Mark::Dash,
                token::Mark::OpenBracket => Mark::Aside,
                _ => Mark::Sign,
            },
            _ => Mark::Word,
        }
    }

    fn aside_end(&self, open: usize, limit: usize) -> usize {
        let mut depth = 0;
        for token in open..limit.min(open + LONGEST_ASIDE) {
            match self.doc.mark(token) {
                token::Mark::OpenBracket => depth += 1,
                token::Mark::CloseBracket => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return token + 1;
            }
        }
        open + 1
    }

    pub fn len(&self) -> usize {
        self.items.len()
    }

    pub fn item(&self, i: usize) -> Option<&Item> {
        self.items.get(i)
    }

    /// What the item is; the end of a sentence past both ends.
    pub fn mark(&self, i: usize) -> Mark {
        self.items.get(i).map_or(Mark::Stop, |item| item.mark)
    }

    pub fn is_word(&self, i: usize) -> bool {
        self.mark(i) == Mark::Word
    }

    pub fn is_quote(&self, i: usize) -> bool {
        self.mark(i) == Mark::Quote
    }

    pub fn is(&self, i: usize, classes: Classes) -> bool {
        self.items.get(i).is_some_and(|item| item.classes.any(classes))
    }

    pub fn part(&self, i: usize, parts: Parts) -> bool {
        self.items.get(i).is_some_and(|item| item.parts.any(parts))
    }

    pub fn word(&self, i: usize) -> WordId {
        self.items.get(i).map_or(WordId::UNKNOWN, |item| item.word)
    }

    /// The first token of the item.
    pub fn token(&self, i: usize) -> usize {
        self.items.get(i).map_or(self.doc.len(), |item| item.tokens.start())
    }

    pub fn form(&self, i: usize) -> &'a str {
        self.items.get(i).map_or("", |item| self.doc.form(item.tokens.start()))
    }

    pub fn is_capital(&self, i: usize) -> bool {
        self.is_word(i)
            && self
                .doc
                .token(self.token(i))
                .is_some_and(|t| t.shape.is_capital() || t.shape == crate::token::Shape::Mixed)
    }

    /// A pronoun hung on its verb: «a-t-il».
    pub fn is_enclitic(&self, i: usize) -> bool {
        self.is(i, Classes::SUBJECT_PRONOUN)
            && self.doc.token(self.token(i)).is_some_and(|t| t.kind == TokenKind::Enclitic)
    }

    /// The tokens of a run of items.
    pub fn tokens(&self, run: Run) -> TokenSpan {
        match (self.items.get(run.start), run.end.checked_sub(1).and_then(|last| self.items.get(last))) {
            (Some(first), Some(last)) if !run.is_empty() => {
                TokenSpan::new(first.tokens.start(), last.tokens.end())
            }
            _ => TokenSpan::default(),
        }
    }

    /// Whether the item is the finite verb that it may be: many forms are nouns and adjectives as well.
    pub fn is_finite(&self, i: usize) -> bool {
        if !self.is(i, Classes::FINITE) {
            return false;
        }
        let before = i.wrapping_sub(1);
        let other = Classes::NOUN
            .with(Classes::ADJECTIVE)
            .with(Classes::PREPOSITION)
            .with(Classes::ADVERB)
            .with(Classes::PAST_PARTICIPLE)
            .with(Classes::DETERMINER)
            .with(Classes::COORDINATOR);
        if !self.is(i, other) || self.is(i, Classes::ETRE.with(Classes::AVOIR)) {
            return !(self.is_capital(i) && i > 0 && !self.is(i, Classes::ETRE.with(Classes::AVOIR)));
        }
        if self.is_capital(i) && i > 0 {
            return false;
        }
        // «Paul Berthier *continue* de», «la Russie *nie* lui aussi»
        if self.is_capital(before)
            && self.is(i, Classes::ADJECTIVE)
            && (self.part(i + 1, Parts::OF.or(Parts::TO)) && self.is(i + 2, Classes::INFINITIVE)
                || self.part(i + 1, Parts::EMPHATIC))
        {
            return true;
        }
        if self.is_enclitic(i + 1) || self.part(before, Parts::NEGATION.or(Parts::REFLEXIVE).or(Parts::WHO)) {
            return true;
        }
        if self.is(before, Classes::SUBJECT_PRONOUN) {
            return !(self.part(before, Parts::THIS) && self.is(i, Classes::NOUN));
        }
        if self.part(before, Parts::CLITIC) {
            let earlier = before.wrapping_sub(1);
            let governed = self.is(earlier, Classes::SUBJECT_PRONOUN)
                || self.part(earlier, Parts::WHO.or(Parts::CLITIC));
            let free = !self.part(before, Parts::ARTICLE) && !self.is(i, Classes::NOUN);
            return governed || free;
        }
        // «un bilan fait état», «le maire critique la décision»: behind a noun and before an article it is no adjective.
        if self.is_word(before)
            && (self.is(before, Classes::NOUN) || self.is_capital(before))
            && !self.is(before, Classes::DETERMINER)
            && !self.is(i, Classes::PREPOSITION)
            && (self.is(i + 1, Classes::DETERMINER) && !self.part(i + 1, Parts::OF.or(Parts::TO))
                || self.form(i) == "fait" && self.is(i + 1, Classes::NOUN))
        {
            return true;
        }
        // «le ministre demande», «la société annonce»: a noun behind a noun or a name is the verb.
        self.is(i, Classes::NOUN.with(Classes::PAST_PARTICIPLE))
            && super::group::third_person(self.word(i))
            && !self.is(i, Classes::ADJECTIVE.with(Classes::ADVERB).with(Classes::PREPOSITION))
            && self.is_word(before)
            && !self.is(before, Classes::DETERMINER)
            && (self.is_capital(before)
                || self.is(before, Classes::NOUN) && !self.is(before, Classes::ADJECTIVE)
                || self.is(before, Classes::ADVERB))
            && !self.part(before, Parts::PREPOSITION.or(Parts::COORDINATOR))
            && !(self.is(i, Classes::PAST_PARTICIPLE) && self.is(before, Classes::ADVERB))
    }
}
