use super::abbreviation::{Follower, abbreviation};
use super::gap::{Gap, gap, lines_are_wrapped};
use super::token::{Token, TokenKind, TokenSpan};

/// The sentences of a text; every token stands in exactly one.
///
/// ```
/// use greffier::token::{sentences, tokenize};
/// let text = "« Non ! », a répondu M. Legrand. Il est parti.";
/// let tokens = tokenize(text);
/// assert_eq!(sentences(text, &tokens).len(), 2);
/// ```
pub fn sentences(text: &str, tokens: &[Token]) -> Vec<TokenSpan> {
    let wrapped = lines_are_wrapped(text);
    let mut found = Vec::with_capacity(tokens.len() / 16 + 1);
    let mut start = 0;
    // Set while the last words closed a sentence and only closing marks came behind them.
    let mut finished = End::No;
    for (index, token) in tokens.iter().enumerate() {
        let break_here = match gap(text, tokens, index) {
            _ if index == start => false,
            Gap::Blank => true,
            Gap::Line { short } => line_break(text, tokens, index, finished, wrapped, short),
            Gap::None => finished != End::No && begins(text, tokens, index, finished, false),
            Gap::Space => finished != End::No && begins(text, tokens, index, finished, true),
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
    No,
    /// Behind an abbreviation that may end a sentence: only a word that opens one shows it.
    Maybe,
    /// Behind a colon or a closing mark alone.
    Yes,
    /// As `Yes`, and a quotation or bracket was closed behind the mark.
    Closed,
}

fn end_after(text: &str, tokens: &[Token], index: usize, token: Token, before: End) -> End {
    match token.kind {
        TokenKind::Punctuation => {
            let form = token.span.of(text);
            match form {
                "." | "!" | "?" | "…" => End::Yes,
                _ if form.starts_with("..") => End::Yes,
                "»" | "”" | ")" | "]" | "›" | "''" if before != End::No => End::Closed,
                // A straight mark closes where no space stands before it, or where it cannot open.
                "\"" | "’" | "'" if before != End::No => {
                    let space_before = matches!(gap(text, tokens, index), Gap::Space);
                    let space_behind = !matches!(gap(text, tokens, index + 1), Gap::None);
                    if !space_before || space_behind { End::Closed } else { End::No }
                }
                _ => End::No,
            }
        }
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
fn begins(text: &str, tokens: &[Token], index: usize, end: End, spaced: bool) -> bool {
    let Some(token) = tokens.get(index) else { return true };
    let form = token.span.of(text);
    match token.kind {
        TokenKind::Punctuation => match form {
            "«" | "“" | "„" | "‹" | "``" | "¿" | "¡" | "[" | "(" => {
                end != End::Maybe && spaced && next_is_capital(text, tokens, index)
            }
            "\"" | "'" | "‘" => {
                let opens = spaced && matches!(gap(text, tokens, index + 1), Gap::None);
                opens && end != End::Maybe && next_is_capital(text, tokens, index)
            }
            "-" | "–" | "—" | "--" => spaced && end == End::Yes && next_is_capital(text, tokens, index),
            _ => false,
        },
        TokenKind::Symbol => false,
        TokenKind::Number | TokenKind::Tag | TokenKind::Url | TokenKind::Email => spaced && end != End::Maybe,
        _ if end == End::Maybe => is_opener(form),
        TokenKind::Enclitic => false,
        _ => form.chars().next().is_some_and(|c| !c.is_lowercase()),
    }
}

fn next_is_capital(text: &str, tokens: &[Token], index: usize) -> bool {
    let mut behind = tokens.iter().skip(index + 1).take(3).filter(|t| t.kind != TokenKind::Punctuation);
    behind.next().is_none_or(|t| t.span.of(text).chars().next().is_some_and(|c| !c.is_lowercase()))
}

/// Whether a single line break before the token at `index` ends the sentence.
fn line_break(text: &str, tokens: &[Token], index: usize, end: End, wrapped: bool, short: bool) -> bool {
    let Some(token) = tokens.get(index) else { return true };
    let form = token.span.of(text);
    if end != End::No {
        return form.chars().next().is_some_and(|c| !c.is_lowercase());
    }
    let last = index.checked_sub(1).and_then(|i| tokens.get(i)).map_or("", |t| t.span.of(text));
    if matches!(last, "," | ";" | "«" | "(" | "-") && wrapped {
        return false;
    }
    let low = form.chars().next().is_some_and(char::is_lowercase);
    let mark = matches!(form, "," | ";" | ")" | "»" | "." | "!" | "?" | ":" | "”");
    if low || mark {
        return false;
    }
    !wrapped || short
}

const OPENERS: [&str; 44] = [
    "Le", "La", "Les", "L’", "L'", "Un", "Une", "Des", "Du", "De", "Il", "Elle", "Ils", "Elles", "On", "Je",
    "Nous", "Vous", "Ce", "Cet", "Cette", "Ces", "C’", "C'", "Mais", "Et", "Ou", "Car", "En", "Dans", "Pour",
    "Par", "Sur", "Avec", "Selon", "Son", "Sa", "Ses", "Leur", "Leurs", "Si", "Au", "Aux", "À",
];

/// Whether the word, in capitals as it stands, is one that opens sentences and names nobody.
pub(crate) fn is_opener(word: &str) -> bool {
    OPENERS.contains(&word)
}
