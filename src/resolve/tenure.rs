use super::resolved::{Resolved, ResolvedMention};
use crate::document::Document;
use crate::ontology::EntityKind;
use crate::token::TokenSpan;

/// The time during which somebody holds a seat, told right behind it: «maire *de 1995 à 2008*», «député *(1997-2002)*»,
/// «préfet *depuis mai*», «ministre *jusqu’en 2012*».
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Tenure {
    /// From the preposition or bracket to the last date or bracket.
    pub tokens: TokenSpan,
    /// An end is told.
    pub over: bool,
}

/// The time that begins at the token.
pub(crate) fn tenure(doc: &Document<'_>, resolved: &Resolved, from: usize) -> Option<Tenure> {
    let open = doc.form(from) == "(";
    let at = from + usize::from(open);
    let until = matches!(doc.form(at), "jusqu'" | "jusqu’");
    let led = match doc.form(at) {
        "de" | "du" | "entre" | "depuis" | "en" | "le" | "au" => 1,
        _ => 2 * usize::from(until),
    };
    let first = date(resolved, at + led)?;
    let mut end = first.tokens.end();
    let mut over = until || is_range(doc.slice(first.tokens));
    let link = matches!(doc.form(end), "à" | "et" | "au" | "-" | "–");
    if let Some(last) = date(resolved, end + 1).filter(|_| link) {
        end = last.tokens.end();
        over = true;
    }
    if open {
        if doc.form(end) != ")" {
            return None;
        }
        end += 1;
    }
    Some(Tenure { tokens: TokenSpan::new(from, end), over })
}

fn date(resolved: &Resolved, at: usize) -> Option<&ResolvedMention> {
    resolved.mention_at(at).filter(|m| m.kind == EntityKind::Date && m.tokens.start() == at)
}

/// «1997-2002», also where it is one date.
fn is_range(words: &str) -> bool {
    let year = |part: &str| part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit());
    words.split_once(['-', '–']).is_some_and(|(from, to)| year(from) && year(to))
}
