use crate::document::Document;
use crate::lexicon::{Classes, Lexicon, WordId};
use crate::token::TokenKind;

/// «n° 2» as it is spelled out.
#[inline]
pub(super) fn ranked(doc: &Document<'_>, i: usize) -> Option<[&'static str; 2]> {
    // Few tokens stand before a number.
    if doc.token(i + 1).is_none_or(|next| next.kind != TokenKind::Number) {
        return None;
    }
    let number = matches!(doc.form(i), "n°" | "N°" | "numéro" | "Numéro");
    let of = matches!(doc.form(i + 2), "de" | "du" | "des" | "d'" | "d’");
    let rank = match doc.form(i + 1) {
        "1" => "un",
        "2" => "deux",
        _ => return None,
    };
    (number && of).then_some(["numéro", rank])
}

/// The word behind «ex-», «vice-».
pub(super) fn after_prefix(doc: &Document<'_>, i: usize) -> WordId {
    if !doc.classes(i).is_empty() {
        return WordId::UNKNOWN;
    }
    let form = doc.form(i);
    let rest = PREFIXES.iter().find_map(|prefix| form.strip_prefix(prefix));
    let word = rest.map_or(WordId::UNKNOWN, |rest| Lexicon::french().look_up(rest));
    if Lexicon::french().classes(word).any(Classes::ROLE) { word } else { WordId::UNKNOWN }
}

/// What is put before a role noun, so that the word is listed nowhere.
const PREFIXES: [&str; 5] = ["ex-", "Ex-", "vice-", "Vice-", "co-"];
