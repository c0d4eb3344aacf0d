use super::gap::{Gap, lines_are_wrapped};
use super::mark::Mark;
use super::token::{Token, TokenSpan};

/// The paragraphs of a text; every token stands in exactly one.
///
/// A blank line ends a paragraph. A single line break ends it too, unless the lines of the text are
/// broken at a margin: then only behind a finished line.
///
/// ```
/// use greffier::token::{paragraphs, tokenize};
/// let text = "Un incendie à Brest\n\nLe feu est parti dans la nuit d’un entrepôt du port\net s’est étendu.";
/// assert_eq!(paragraphs(text, &tokenize(text)).len(), 2);
/// ```
pub fn paragraphs(text: &str, tokens: &[Token]) -> Vec<TokenSpan> {
    let mut wrapped = None;
    let mut found = Vec::new();
    let mut start = 0;
    for (index, pair) in tokens.windows(2).enumerate() {
        let [last, token] = pair else { continue };
        let ends = match token.before {
            Gap::None | Gap::Space => false,
            Gap::Blank | Gap::ShortLine => true,
            Gap::Line => {
                !*wrapped.get_or_insert_with(|| lines_are_wrapped(text, tokens))
                    || is_finished(*last) && starts_new(*token)
            }
        };
        if ends {
            found.push(TokenSpan::new(start, index + 1));
            start = index + 1;
        }
    }
    if start < tokens.len() {
        found.push(TokenSpan::new(start, tokens.len()));
    }
    found
}

fn is_finished(last: Token) -> bool {
    matches!(last.mark, Mark::Stop | Mark::CloseGuillemet | Mark::RightCurly | Mark::Straight)
}

/// In wrapped text a sentence may end at the margin by chance: only a dialogue mark shows a new paragraph.
fn starts_new(token: Token) -> bool {
    matches!(token.mark, Mark::Dash | Mark::OpenGuillemet)
}
