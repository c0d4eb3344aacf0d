use std::sync::LazyLock;

use super::copulas::is_elected;
use crate::document::Document;
use crate::lexicon::{Classes, Lexicon, WordId};
use crate::text::rows;

/// The rows of words that lead to a role.
static LEADS: LazyLock<Vec<Vec<WordId>>> = LazyLock::new(|| {
    let lexicon = Lexicon::french();
    let words = |[row]: [&'static str; 1]| row.split(' ').map(|form| lexicon.look_up(form)).collect();
    rows(include_str!("data/leads.tsv")).map(words).collect()
});

/// The token before what leads to a role: «X, *successivement* maire de Lyon et député», «X, *par ailleurs* président de Y»,
/// «X, *jusqu’ici* directeur», «X, *élu* président du parti», but not «X, *devant* ses juges».
pub(super) fn before_lead(doc: &Document<'_>, at: usize, start: usize) -> usize {
    let ends_here = |words: &[WordId]| {
        at + 1 >= start + words.len()
            && words.iter().rev().enumerate().all(|(back, word)| doc.word(at - back) == *word)
    };
    let row = LEADS.iter().find(|words| ends_here(words)).map(Vec::len);
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
