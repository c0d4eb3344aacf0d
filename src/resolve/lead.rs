use super::copulas::is_elected;
use crate::document::Document;
use crate::lexicon::Classes;

/// What stands between a comma and the role behind it, as rows of words that no class tells.
const LEADS: [&[&str]; 6] = [
    &["tour", "à", "tour"],
    &["par", "ailleurs"],
    &["en", "outre"],
    &["à", "la", "fois"],
    &["à", "présent"],
    &["aujourd'hui"],
];

/// The token before what leads to a role: «X, *successivement* maire de Lyon et député», «X, *par ailleurs* président de Y»,
/// «X, *jusqu’ici* directeur», «X, *élu* président du parti», but not «X, *devant* ses juges».
pub(super) fn before_lead(doc: &Document<'_>, at: usize, start: usize) -> usize {
    let ends_here = |words: &[&str]| {
        at + 1 >= start + words.len()
            && words.iter().rev().enumerate().all(|(back, word)| is_word(doc, at - back, word))
    };
    let row = LEADS.iter().find(|words| ends_here(words)).map(|words| words.len());
    let until = || {
        at > start
            && matches!(doc.form(at), "ici" | "alors" | "là")
            && matches!(doc.form(at - 1), "jusqu'" | "jusqu’")
    };
    let len = row.or_else(|| until().then_some(2)).or_else(|| {
        let adverb = doc.is(at, Classes::ADVERB) && !doc.is(at, Classes::PREPOSITION);
        (adverb || is_elected(doc, at)).then_some(1)
    });
    match len.and_then(|len| at.checked_sub(len)) {
        Some(comma) if comma >= start && doc.form(comma) == "," => comma,
        _ => at,
    }
}

fn is_word(doc: &Document<'_>, at: usize, word: &str) -> bool {
    doc.form(at) == word || word == "aujourd'hui" && doc.form(at) == "aujourd’hui"
}
