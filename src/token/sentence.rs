use std::sync::LazyLock;

use super::abbreviation::{Follower, abbreviation};
use super::gap::{Gap, begins_small, gap, lines_are_wrapped};
use super::mark::Mark;
use super::token::{Token, TokenKind, TokenSpan};
use crate::text::rows;

/// The sentences of a text; every token stands in exactly one.
///
/// ```
/// use greffier::token::{sentences, tokenize};
/// let text = "« Non ! », a répondu M. Legrand. Il est parti.";
/// let tokens = tokenize(text);
/// assert_eq!(sentences(text, &tokens).len(), 2);
/// ```
pub fn sentences(text: &str, tokens: &[Token]) -> Vec<TokenSpan> {
    let mut wrapped = None;
    let mut found = Vec::with_capacity(tokens.len() / 16 + 1);
    let mut start = 0;
    let mut finished = End::No;
    for (index, token) in tokens.iter().enumerate() {
        // Most tokens: a word within a sentence.
        let inside = finished == End::No && token.before <= Gap::Space;
        if inside && matches!(token.kind, TokenKind::Word | TokenKind::Elided | TokenKind::Number) {
            continue;
        }
        let break_here = match token.before {
            _ if index == start || inside => false,
            Gap::Blank => true,
            Gap::Line | Gap::ShortLine => {
                let wrapped = *wrapped.get_or_insert_with(|| lines_are_wrapped(text, tokens));
                line_break(text, tokens, index, finished, wrapped)
            }
            Gap::None | Gap::Space => begins(text, tokens, index, finished),
        };
        if break_here {
            found.push(TokenSpan::new(start, index));
            start = index;
            finished = End::No;
        }
        finished = end_after(text, tokens, index, *token, finished);
    }
    if start < tokens.len() {
        found.push(TokenSpan::new(start, tokens.len()));
    }
    found
}

/// How sure it is that a sentence ends behind the tokens read so far.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    /// It goes on.
    No,
    /// Behind an abbreviation that may end a sentence: only a word that opens one shows it.
    Maybe,
    /// Behind a point or another mark that ends sentences.
    Yes,
    /// As `Yes`, and a quotation or bracket was closed behind the mark.
    Closed,
}

fn end_after(text: &str, tokens: &[Token], index: usize, token: Token, before: End) -> End {
    match token.kind {
        TokenKind::Punctuation => match token.mark {
            Mark::Stop => End::Yes,
            _ if before == End::No => End::No,
            Mark::CloseGuillemet
            | Mark::CloseSingleGuillemet
            | Mark::RightCurly
            | Mark::CloseBracket
            | Mark::Primes => End::Closed,
            // A straight mark closes where no space stands before it, or where it cannot open.
            Mark::Straight | Mark::RightSingle | Mark::Apostrophe
                if token.before != Gap::Space || gap(tokens, index + 1) != Gap::None =>
            {
                End::Closed
            }
            _ => End::No,
        },
        TokenKind::Abbreviation => {
            let form = token.span.of(text);
            let word = form.strip_suffix('.').unwrap_or(form);
            match abbreviation(word) {
                Some(Follower::Anything) => End::Yes,
                Some(_) => End::No,
                None if word.len() > 1 && word.contains('.') => End::Maybe,
                None => End::No,
            }
        }
        _ => End::No,
    }
}

/// Whether the token at `index` begins a sentence behind a finished one on the same line.
fn begins(text: &str, tokens: &[Token], index: usize, end: End) -> bool {
    let Some(token) = tokens.get(index) else { return true };
    let spaced = token.before == Gap::Space;
    match token.kind {
        TokenKind::Punctuation => match token.mark {
            Mark::OpenGuillemet
            | Mark::OpenSingleGuillemet
            | Mark::LeftCurly
            | Mark::LowCurly
            | Mark::Backticks
            | Mark::Inverted
            | Mark::OpenBracket => end != End::Maybe && spaced && next_is_capital(text, tokens, index),
            Mark::Straight | Mark::Apostrophe | Mark::LeftSingle => {
                let opens = spaced && gap(tokens, index + 1) == Gap::None;
                opens && end != End::Maybe && next_is_capital(text, tokens, index)
            }
            Mark::Dash => spaced && end == End::Yes && next_is_capital(text, tokens, index),
            _ => false,
        },
        TokenKind::Symbol => false,
        TokenKind::Number | TokenKind::Tag | TokenKind::Url | TokenKind::Email => spaced && end != End::Maybe,
        _ if end == End::Maybe => is_opener(token.span.of(text)),
        TokenKind::Enclitic => false,
        _ => !begins_small(text, *token),
    }
}

fn next_is_capital(text: &str, tokens: &[Token], index: usize) -> bool {
    let mut behind = tokens.iter().skip(index + 1).take(3).filter(|t| t.kind != TokenKind::Punctuation);
    behind.next().is_none_or(|t| !begins_small(text, *t))
}

/// Whether a single line break before the token at `index` ends the sentence.
fn line_break(text: &str, tokens: &[Token], index: usize, end: End, wrapped: bool) -> bool {
    let Some(token) = tokens.get(index) else { return true };
    let small = begins_small(text, *token);
    if end != End::No {
        return !small;
    }
    let last = index.checked_sub(1).and_then(|i| tokens.get(i)).map_or(Mark::Other, |t| t.mark);
    let open =
        matches!(last, Mark::Comma | Mark::Semicolon | Mark::OpenGuillemet | Mark::OpenBracket | Mark::Dash);
    let goes_on = matches!(
        token.mark,
        Mark::Comma
            | Mark::Semicolon
            | Mark::Colon
            | Mark::CloseBracket
            | Mark::CloseGuillemet
            | Mark::RightCurly
            | Mark::Stop
    );
    if small || goes_on || open && wrapped {
        return false;
    }
    !wrapped || token.before == Gap::ShortLine
}

static OPENERS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let mut words: Vec<&str> = rows(include_str!("data/openers.tsv")).map(|[word]| word).collect();
    words.sort_unstable();
    words
});

/// Whether the word, in capitals as it stands, is one that opens sentences and names nobody.
pub(crate) fn is_opener(word: &str) -> bool {
    OPENERS.binary_search(&word).is_ok()
}
