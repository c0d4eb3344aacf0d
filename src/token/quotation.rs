use super::gap::{Gap, gap};
use super::token::{Token, TokenId, TokenKind, TokenSpan};

/// The kind of mark that opens a quotation.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum QuoteMark {
    /// « … »
    Guillemet,
    /// ‹ … ›
    SingleGuillemet,
    /// “ … ”, also „ … “
    Curly,
    /// ‘ … ’
    SingleCurly,
    /// " … "
    Straight,
    /// `` … ''
    Doubled,
    /// A dash at the start of a line.
    Dash,
}

/// Words between quotation marks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Quotation {
    /// The opening mark.
    pub open: TokenId,
    /// The closing mark, if one stands in reach.
    pub close: Option<TokenId>,
    /// What stands between; up to the end of the paragraph where nothing closes.
    pub content: TokenSpan,
    /// How many quotations it lies in.
    pub depth: u8,
    /// The mark that opens it.
    pub mark: QuoteMark,
}

/// More open quotations than this inside each other are not language.
const DEEPEST: usize = 8;

/// The quotations of a text in the order of their opening marks.
///
/// An opening mark without a closing one reaches to the end of its paragraph; where the next paragraph
/// begins with the same mark, as newspapers set long quotations, each paragraph has its own.
///
/// ```
/// use greffier::token::{paragraphs, quotations, tokenize};
/// let text = "« Nous partons “demain” », dit-il.";
/// let tokens = tokenize(text);
/// let found = quotations(text, &tokens, &paragraphs(text, &tokens));
/// assert_eq!(found.len(), 2);
/// assert_eq!(found[1].depth, 1);
/// ```
pub fn quotations(text: &str, tokens: &[Token], paragraphs: &[TokenSpan]) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut open: Vec<usize> = Vec::with_capacity(DEEPEST);
    for paragraph in paragraphs {
        read(text, tokens, *paragraph, &mut found, &mut open);
        for index in open.drain(..) {
            if let Some(quotation) = found.get_mut(index) {
                quotation.content = TokenSpan::new(quotation.open.index() + 1, paragraph.end());
            }
        }
    }
    found
}

fn read(text: &str, tokens: &[Token], within: TokenSpan, found: &mut Vec<Quotation>, open: &mut Vec<usize>) {
    for index in within.indices() {
        let Some(token) = tokens.get(index).filter(|t| t.kind == TokenKind::Punctuation) else { continue };
        let form = token.span.of(text);
        let Some((mark, side)) = mark_of(form) else {
            if matches!(form, "—" | "–" | "-" | "--") && open.is_empty() {
                dash(text, tokens, index, within, found);
            }
            continue;
        };
        let closing = match side {
            Side::Open => false,
            Side::Close => true,
            Side::Either => closes_by_sides(text, tokens, index, mark, found, open),
        };
        if closing {
            close(index, mark, found, open);
        } else if !(mark == QuoteMark::SingleCurly && !opens_single(text, tokens, index)) {
            // A mark that opens again at the head of a line only repeats the one before it.
            if open.len() >= DEEPEST {
                continue;
            }
            let depth = open.len() as u8;
            open.push(found.len());
            found.push(Quotation {
                open: TokenId::from(index),
                close: None,
                content: TokenSpan::new(index + 1, within.end()),
                depth,
                mark,
            });
        }
    }
}

#[derive(Clone, Copy)]
enum Side {
    Open,
    Close,
    Either,
}

fn mark_of(form: &str) -> Option<(QuoteMark, Side)> {
    Some(match form {
        "«" => (QuoteMark::Guillemet, Side::Open),
        "»" => (QuoteMark::Guillemet, Side::Close),
        "‹" => (QuoteMark::SingleGuillemet, Side::Open),
        "›" => (QuoteMark::SingleGuillemet, Side::Close),
        "“" => (QuoteMark::Curly, Side::Either),
        "„" | "‟" => (QuoteMark::Curly, Side::Open),
        "”" => (QuoteMark::Curly, Side::Either),
        "‘" => (QuoteMark::SingleCurly, Side::Open),
        "’" => (QuoteMark::SingleCurly, Side::Close),
        "\"" => (QuoteMark::Straight, Side::Either),
        "``" => (QuoteMark::Doubled, Side::Open),
        "''" => (QuoteMark::Doubled, Side::Either),
        _ => return None,
    })
}

fn top(found: &[Quotation], open: &[usize]) -> Option<QuoteMark> {
    open.last().and_then(|i| found.get(*i)).map(|q| q.mark)
}

/// A mark that may open or close is decided by its sides: space before it, and none behind, opens.
fn closes_by_sides(
    text: &str,
    tokens: &[Token],
    index: usize,
    mark: QuoteMark,
    found: &[Quotation],
    open: &[usize],
) -> bool {
    let before = gap(text, tokens, index);
    let behind = gap(text, tokens, index + 1);
    let last = index.checked_sub(1).and_then(|i| tokens.get(i));
    // Inches: «5'10"».
    if mark == QuoteMark::Straight && before == Gap::None && last.is_some_and(|t| t.kind == TokenKind::Number)
    {
        return true;
    }
    let after_bracket = last.is_some_and(|t| {
        t.kind == TokenKind::Elided
            || matches!(t.span.of(text), "(" | "[" | "«" | "“" | "-" | "—" | "–" | "/")
    });
    let same_open = open.iter().rev().any(|i| found.get(*i).is_some_and(|q| q.mark == mark));
    match (before == Gap::None && !after_bracket, behind == Gap::None) {
        (true, _) => true,
        (false, true) if before != Gap::None || after_bracket => {
            let punctuation = tokens
                .get(index + 1)
                .is_some_and(|t| matches!(t.span.of(text), "," | "." | ";" | ":" | ")" | "!" | "?" | "…"));
            punctuation && same_open
        }
        _ => same_open,
    }
}

/// A single mark quotes only where it stands free on its left and touches a word on its right.
fn opens_single(text: &str, tokens: &[Token], index: usize) -> bool {
    gap(text, tokens, index) != Gap::None && gap(text, tokens, index + 1) == Gap::None
}

/// Closes the innermost quotation of this mark, and with it what was left open inside; a curly or straight
/// mark also closes the other of the two.
fn close(index: usize, mark: QuoteMark, found: &mut [Quotation], open: &mut Vec<usize>) {
    let fits = |q: &Quotation| q.mark == mark || family(q.mark) == family(mark);
    let same = open.iter().rposition(|i| found.get(*i).is_some_and(|q| q.mark == mark));
    let Some(at) = same.or_else(|| open.iter().rposition(|i| found.get(*i).is_some_and(fits))) else {
        return;
    };
    for (place, inner) in open.drain(at..).enumerate() {
        if let Some(quotation) = found.get_mut(inner) {
            quotation.content = TokenSpan::new(quotation.open.index() + 1, index);
            quotation.close = (place == 0).then(|| TokenId::from(index));
        }
    }
}

fn family(mark: QuoteMark) -> u8 {
    match mark {
        QuoteMark::Guillemet => 0,
        QuoteMark::SingleGuillemet => 1,
        QuoteMark::SingleCurly => 2,
        QuoteMark::Dash => 3,
        QuoteMark::Curly | QuoteMark::Straight | QuoteMark::Doubled => 4,
    }
}

/// A dash at the head of a line opens what someone says, to the end of the line.
fn dash(text: &str, tokens: &[Token], index: usize, within: TokenSpan, found: &mut Vec<Quotation>) {
    if !matches!(gap(text, tokens, index), Gap::Line { .. } | Gap::Blank) || index + 1 >= within.end() {
        return;
    }
    let mut end = index + 1;
    while end < within.end() && !(end > index + 1 && matches!(gap(text, tokens, end), Gap::Line { .. })) {
        end += 1;
    }
    found.push(Quotation {
        open: TokenId::from(index),
        close: None,
        content: TokenSpan::new(index + 1, end),
        depth: 0,
        mark: QuoteMark::Dash,
    });
}
