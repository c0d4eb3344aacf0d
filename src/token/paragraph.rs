use super::gap::{Gap, gap, lines_are_wrapped};
use super::token::{Token, TokenSpan};

/// The paragraphs of a text; every token stands in exactly one.
///
/// A blank line ends a paragraph. A single line break ends it too, unless the lines of the text are
/// broken at a margin: then only behind a finished line.
///
/// ```
/// use greffier::token::{paragraphs, tokenize};
/// let text = "Un incendie à Brest\n\nLe feu est parti d’un entrepôt\net s’est étendu.";
/// assert_eq!(paragraphs(text, &tokenize(text)).len(), 2);
/// ```
pub fn paragraphs(text: &str, tokens: &[Token]) -> Vec<TokenSpan> {
    let wrapped = lines_are_wrapped(text);
    let mut found = Vec::new();
    let mut start = 0;
    for index in 1..tokens.len() {
        let ends = match gap(text, tokens, index) {
            Gap::Blank => true,
            Gap::Line { short } => {
                !wrapped || short || is_finished(text, tokens, index) && starts_new(text, tokens, index)
            }
            Gap::None | Gap::Space => false,
        };
        if ends {
            found.push(TokenSpan::new(start, index));
            start = index;
        }
    }
    if start < tokens.len() {
        found.push(TokenSpan::new(start, tokens.len()));
    }
    found
}

fn is_finished(text: &str, tokens: &[Token], index: usize) -> bool {
    let last = index.checked_sub(1).and_then(|i| tokens.get(i)).map_or("", |t| t.span.of(text));
    matches!(last, "." | "!" | "?" | "…" | "..." | "»" | "”" | "\"")
}

/// In wrapped text a sentence may end at the margin by chance: only a dialogue mark shows a new paragraph.
fn starts_new(text: &str, tokens: &[Token], index: usize) -> bool {
    matches!(tokens.get(index).map_or("", |t| t.span.of(text)), "—" | "–" | "-" | "«" | "--")
}
