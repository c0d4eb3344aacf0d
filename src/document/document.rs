use crate::lexicon::{Classes, Memo, WordId};
use crate::text::Span;
use crate::token::{Quotation, Token, TokenSpan, paragraphs, quotations, sentences, tokenize_into};

/// A text with what can be read off it before any phrase is looked for.
///
/// Everything is addressed by the index of a token; indices past the end answer with the empty
/// token, class or word, so that looking one to the left or right of anything is always allowed.
#[derive(Debug)]
pub struct Document<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    words: Vec<WordId>,
    classes: Vec<Classes>,
    sentences: Vec<TokenSpan>,
    sentence_of: Vec<u32>,
    paragraphs: Vec<TokenSpan>,
    quotations: Vec<Quotation>,
}

/// Memory that is used for one document after the other.
#[derive(Debug, Default)]
pub(crate) struct Spare {
    memo: Option<Memo>,
    tokens: Vec<Token>,
    words: Vec<WordId>,
    classes: Vec<Classes>,
    sentence_of: Vec<u32>,
}

impl<'t> Document<'t> {
    /// Reads a text: tokens, words, sentences, paragraphs, quotation marks.
    pub fn new(text: &'t str) -> Self {
        let mut spare = Spare::default();
        Self::read(text, &mut spare)
    }

    /// Reads a text in the memory of one that was read before; gives it back with [`Document::retire`].
    pub(crate) fn read(text: &'t str, spare: &mut Spare) -> Self {
        let mut tokens = std::mem::take(&mut spare.tokens);
        tokenize_into(text, &mut tokens);
        let (mut words, mut classes) = (std::mem::take(&mut spare.words), std::mem::take(&mut spare.classes));
        words.clear();
        classes.clear();
        words.reserve(tokens.len());
        classes.reserve(tokens.len());
        let memo = spare.memo.get_or_insert_default();
        for token in &tokens {
            let (word, class) = memo.look_up(token.span.of(text));
            words.push(word);
            classes.push(class);
        }
        let sentences = sentences(text, &tokens);
        let mut sentence_of = std::mem::take(&mut spare.sentence_of);
        sentence_of.clear();
        for (index, sentence) in sentences.iter().enumerate() {
            sentence_of.resize(sentence.end(), index as u32);
        }
        let paragraphs = paragraphs(text, &tokens);
        let quotations = quotations(&tokens, &paragraphs);
        Self { text, tokens, words, classes, sentences, sentence_of, paragraphs, quotations }
    }

    /// Leaves the memory to the next text.
    pub(crate) fn retire(self, spare: &mut Spare) {
        spare.tokens = self.tokens;
        spare.words = self.words;
        spare.classes = self.classes;
        spare.sentence_of = self.sentence_of;
    }

    /// The text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Number of tokens.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether there is no token.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The tokens.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The token at `index`.
    pub fn token(&self, index: usize) -> Option<&Token> {
        self.tokens.get(index)
    }

    /// The letters of the token at `index`, or the empty string past the end.
    pub fn form(&self, index: usize) -> &'t str {
        self.tokens.get(index).map_or("", |t| t.span.of(self.text))
    }

    /// The word of the token at `index`.
    pub fn word(&self, index: usize) -> WordId {
        self.words.get(index).copied().unwrap_or_default()
    }

    /// The classes of the token at `index`.
    pub fn classes(&self, index: usize) -> Classes {
        self.classes.get(index).copied().unwrap_or_default()
    }

    /// Whether the token at `index` has one of these classes.
    pub fn is(&self, index: usize, classes: Classes) -> bool {
        self.classes(index).any(classes)
    }

    /// The sentences, in order; every token stands in exactly one.
    pub fn sentences(&self) -> &[TokenSpan] {
        &self.sentences
    }

    /// The sentence of the token at `index`; the empty run at the end for an index past it.
    pub fn sentence_of(&self, index: usize) -> TokenSpan {
        self.sentence_of
            .get(index)
            .and_then(|s| self.sentences.get(*s as usize))
            .copied()
            .unwrap_or_else(|| TokenSpan::new(self.len(), self.len()))
    }

    /// The paragraphs, in order; every token stands in exactly one.
    pub fn paragraphs(&self) -> &[TokenSpan] {
        &self.paragraphs
    }

    /// The quotations, in the order of their opening marks.
    pub fn quotations(&self) -> &[Quotation] {
        &self.quotations
    }

    /// The tokens that a span covers exactly; `None` where it does not begin and end with a token.
    pub fn tokens_of(&self, span: Span) -> Option<TokenSpan> {
        let start = self.tokens.binary_search_by_key(&span.start(), |token| token.span.start()).ok()?;
        let end = self.tokens.binary_search_by_key(&span.end(), |token| token.span.end()).ok()?;
        (start <= end).then(|| TokenSpan::new(start, end + 1))
    }

    /// The bytes from the first to the last token of a run; empty for an empty run.
    pub fn span(&self, run: TokenSpan) -> Span {
        match (self.tokens.get(run.start()), run.end().checked_sub(1).and_then(|last| self.tokens.get(last)))
        {
            (Some(first), Some(last)) if !run.is_empty() => first.span.cover(last.span),
            _ => Span::default(),
        }
    }

    /// The words of the text from the first to the last token of a run.
    pub fn slice(&self, run: TokenSpan) -> &'t str {
        self.span(run).of(self.text)
    }
}
