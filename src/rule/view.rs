use super::{ArgumentId, KindId, PropertyId};
use crate::lexicon::{Classes, WordId};
use crate::token::{Shape, TokenKind, TokenSpan};

/// What arguments and properties hang on.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Anchor {
    /// The token that bears the meaning: the trigger token of a rule, the first token of any other element.
    pub token: usize,
    /// All the words of it: what the `on` line took, or the argument that is asked for an argument of its own.
    pub span: TokenSpan,
}

impl Anchor {
    /// A run that stands for its first token.
    pub const fn of(span: TokenSpan) -> Self {
        Self { token: span.start(), span }
    }
}

/// A text as rules see it: the host's side of matching.
///
/// All of it must be cheap, [`View::word`] and [`View::classes`] above all: they are asked at every token, the rest
/// only near a trigger. Indices past the end are answered with what is empty.
pub trait View {
    /// Number of tokens.
    fn len(&self) -> usize;

    /// Whether there is no token.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The word at a token.
    fn word(&self, i: usize) -> WordId;

    /// The lemma of the token, read in its place.
    fn lemma(&self, i: usize) -> WordId;

    /// The lemmas that the token can have in any place, [`View::lemma`] among them: cheaper than to settle which.
    fn lemmas(&self, i: usize) -> [WordId; 2] {
        [self.lemma(i); 2]
    }

    /// The classes of the token.
    fn classes(&self, i: usize) -> Classes;

    /// What the token is.
    fn kind(&self, i: usize) -> TokenKind;

    /// How the token is written.
    fn shape(&self, i: usize) -> Shape;

    /// The letters from the first to the last of these tokens.
    fn text(&self, run: TokenSpan) -> &str;

    /// The sentence that the token stands in.
    fn sentence(&self, i: usize) -> TokenSpan;

    /// The longest mention of the kind that begins at the token.
    fn mention_at(&self, i: usize, kind: KindId) -> Option<TokenSpan>;

    /// The longest mention of the kind that ends before token `end`.
    fn mention_ending(&self, end: usize, kind: KindId) -> Option<TokenSpan> {
        let first = end.saturating_sub(LONGEST_MENTION);
        (first..end).find_map(|i| self.mention_at(i, kind).filter(|run| run.end() == end))
    }

    /// The mention of the kind inside a run, `nth` from 0; in the order of the text unless the host knows the head.
    fn mention_within(&self, run: TokenSpan, kind: KindId, nth: usize) -> Option<TokenSpan> {
        nth_mention(self, run, kind, nth)
    }

    /// The aside (apposition, parenthesis) that the token is the first or the last of: a gap counts it as one token.
    fn aside(&self, i: usize) -> Option<TokenSpan> {
        let _ = i;
        None
    }

    /// The argument of the anchor, `nth` from 0.
    fn argument(&self, anchor: Anchor, which: ArgumentId, nth: usize) -> Option<TokenSpan>;

    /// Whether the anchor has the property.
    fn property(&self, anchor: Anchor, which: PropertyId) -> bool;
}

/// How far back a mention is looked for from its end.
const LONGEST_MENTION: usize = 16;
/// How much of an argument is looked through.
const LONGEST_ARGUMENT: usize = 64;

/// The mention of the kind inside a run in the order of the text, `nth` from 0.
pub(crate) fn nth_mention<V: View + ?Sized>(
    view: &V,
    run: TokenSpan,
    kind: KindId,
    nth: usize,
) -> Option<TokenSpan> {
    let mut left = nth;
    let mut i = run.start();
    let end = run.end().min(run.start() + LONGEST_ARGUMENT);
    while i < end {
        match view.mention_at(i, kind).filter(|m| m.end() <= run.end() && !m.is_empty()) {
            Some(found) if left == 0 => return Some(found),
            Some(found) => {
                left -= 1;
                i = found.end();
            }
            None => i += 1,
        }
    }
    None
}
