use crate::lexicon::{Classes, Lexicon, Listed, Memo, Roots, WordId};
use crate::text::Span;
use crate::token::{
    Gap, Mark, Quotation, Shape, Token, TokenKind, TokenSpan, paragraphs, quotations, sentences,
    tokenize_into,
};

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
    roots: Vec<Roots>,
    capitals: Vec<bool>,
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
    roots: Vec<Roots>,
    capitals: Vec<bool>,
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
        let mut words = emptied(&mut spare.words, tokens.len());
        let mut classes = emptied(&mut spare.classes, tokens.len());
        let mut roots = emptied(&mut spare.roots, tokens.len());
        let memo = spare.memo.get_or_insert_default();
        memo.expect(tokens.len());
        for token in &tokens {
            let lexeme = memo.look_up(token.span.of(text));
            words.push(lexeme.word());
            classes.push(lexeme.classes());
            roots.push(lexeme.roots());
        }
        let mut capitals = emptied(&mut spare.capitals, tokens.len());
        capitals.extend(tokens.iter().enumerate().map(|(i, token)| {
            !matches!(token.shape, Shape::Lower | Shape::None) && is_capital(text, &tokens, &classes, i)
        }));
        let sentences = sentences(text, &tokens);
        let mut sentence_of = std::mem::take(&mut spare.sentence_of);
        sentence_of.clear();
        for (index, sentence) in sentences.iter().enumerate() {
            sentence_of.resize(sentence.end(), index as u32);
        }
        let paragraphs = paragraphs(text, &tokens);
        let quotations = quotations(&tokens, &paragraphs);
        Self { text, tokens, words, classes, roots, capitals, sentences, sentence_of, paragraphs, quotations }
    }

    /// Leaves the memory to the next text.
    pub(crate) fn retire(self, spare: &mut Spare) {
        spare.tokens = self.tokens;
        spare.words = self.words;
        spare.classes = self.classes;
        spare.roots = self.roots;
        spare.capitals = self.capitals;
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

    /// Whether the token at `index` is «de» in one of its forms, in small letters.
    pub(crate) fn is_de(&self, index: usize) -> bool {
        matches!(self.form(index), "de" | "du" | "des" | "d'" | "d’")
    }

    /// The word of the token at `index`.
    pub fn word(&self, index: usize) -> WordId {
        self.words.get(index).copied().unwrap_or_default()
    }

    /// The classes of the token at `index`.
    pub fn classes(&self, index: usize) -> Classes {
        self.classes.get(index).copied().unwrap_or_default()
    }

    /// Where the lemmas of the token at `index`, and the phrases and names that begin with it, are found.
    pub(crate) fn roots(&self, index: usize) -> Roots {
        self.roots.get(index).copied().unwrap_or_default()
    }

    /// The lemma of the token at `index` as a verb.
    pub(crate) fn verb_lemma(&self, index: usize) -> Option<WordId> {
        Some(self.roots(index).verb).filter(|lemma| lemma.is_known())
    }

    /// The lemma of the token at `index` as a noun.
    pub(crate) fn noun_lemma(&self, index: usize) -> Option<WordId> {
        Some(self.roots(index).noun).filter(|lemma| lemma.is_known())
    }

    /// The longest entry of a list that begins at the token at `index`, with the number of its tokens.
    pub(crate) fn find<L: Listed>(&self, index: usize) -> Option<(usize, L)> {
        self.find_in(index, |n| self.word(index + n))
    }

    /// As [`Document::find`], through tokens that `words` may leave out; word 0 is the one at `index`.
    pub(crate) fn find_in<L: Listed>(
        &self,
        index: usize,
        words: impl Fn(usize) -> WordId,
    ) -> Option<(usize, L)> {
        let phrases = self.roots(index).phrases;
        if phrases.is_empty() {
            return None;
        }
        let mut best: Option<(usize, L)> = None;
        Lexicon::french().find_from(phrases, self.word(index), self.classes(index), words, |len, entry| {
            if best.as_ref().is_none_or(|(longest, _)| len > *longest) {
                best = Some((len, entry));
            }
        });
        best
    }

    /// Whether the token at `index` is a word with a capital in it, so that it may stand in a name; «M.» and «Mme» stand
    /// before one.
    pub(crate) fn is_capital(&self, index: usize) -> bool {
        self.capitals.get(index).copied().unwrap_or_default()
    }

    /// Whether the token at `index` follows the one before it with at most spaces between, on the same line.
    pub(crate) fn is_joined(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| token.before <= Gap::Space)
    }

    /// Which punctuation mark the token at `index` is.
    pub(crate) fn mark(&self, index: usize) -> Mark {
        self.tokens.get(index).map_or(Mark::Other, |token| token.mark)
    }

    /// Whether the token at `index` has one of these classes.
    pub fn is(&self, index: usize, classes: Classes) -> bool {
        self.classes(index).any(classes)
    }

    /// Whether the token at `index` counts: «deux», «65».
    pub(crate) fn counts(&self, index: usize) -> bool {
        self.is(index, Classes::NUMERAL)
            || self.tokens.get(index).is_some_and(|token| token.kind == TokenKind::Number)
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

/// A vector to be filled anew, in the memory that it had.
fn emptied<T>(spare: &mut Vec<T>, len: usize) -> Vec<T> {
    let mut emptied = std::mem::take(spare);
    emptied.clear();
    emptied.reserve(len);
    emptied
}

fn is_capital(text: &str, tokens: &[Token], classes: &[Classes], i: usize) -> bool {
    let Some(token) = tokens.get(i) else { return false };
    match token.kind {
        TokenKind::Word | TokenKind::Abbreviation
            if token.span.len() <= 4 && classes.get(i).is_some_and(|c| c.any(Classes::TITLE)) =>
        {
            is_initial(text, tokens, classes, i)
        }
        TokenKind::Word => token.shape.is_capital() || token.shape == Shape::Mixed,
        TokenKind::Abbreviation => token.shape.is_capital(),
        _ => false,
    }
}

/// «John M. Kosterlitz»: between a first name and another capital, «M.» is no title.
fn is_initial(text: &str, tokens: &[Token], classes: &[Classes], i: usize) -> bool {
    let capitalised = |i: usize| tokens.get(i).is_some_and(|t| t.shape == Shape::Capitalised);
    let here = tokens.get(i).is_some_and(|t| t.before <= Gap::Space && t.span.of(text) == "M.");
    here && i.checked_sub(1).is_some_and(|before| {
        classes.get(before).is_some_and(|c| c.any(Classes::FIRST_NAME))
            && capitalised(before)
            && capitalised(i + 1)
    })
}
