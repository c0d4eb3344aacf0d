use crate::lexicon::{Classes, Lexicon, WordId};
use crate::text::Span;
use crate::token::{Quotation, Token, TokenSpan, paragraphs, quotations, sentences, tokenize};

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

impl<'t> Document<'t> {
    /// Reads a text: tokens, words, sentences, paragraphs, quotation marks.
    pub fn new(text: &'t str) -> Self {
        let lexicon = Lexicon::french();
        let tokens = tokenize(text);
        let words: Vec<WordId> = tokens.iter().map(|token| lexicon.look_up(token.span.of(text))).collect();
        let classes = words.iter().map(|word| lexicon.classes(*word)).collect();
        let sentences = sentences(text, &tokens);
        let mut sentence_of = vec![0; tokens.len()];
        for (index, sentence) in sentences.iter().enumerate() {
            sentence_of[sentence.indices()].fill(index as u32);
        }
        let paragraphs = paragraphs(text, &tokens);
        let quotations = quotations(&tokens, &paragraphs);
        Self { text, tokens, words, classes, sentences, sentence_of, paragraphs, quotations }
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
