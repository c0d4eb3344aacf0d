use super::lists::Lists;
use crate::document::Document;
use crate::lexicon::Classes;
use crate::token::{Shape, TokenSpan};

/// Log-odds for an organisation where the words of the name can be those of nothing else.
const TOLD: f32 = 2.5;
/// Log-odds for an organisation where a noun for bodies has its capital from the name.
const HEADED: f32 = 1.5;

/// What the form of a name says for a firm, and against a person: «Collins & Marsh», «Sarda Frères», «la |Société
/// Dubreuil-Martin».
pub(super) fn firm(doc: &Document<'_>, run: TokenSpan) -> [f32; 2] {
    let (first, last) = (run.start(), run.end() - 1);
    if run.len() < 2 || !doc.is_capital(first) || !doc.is_capital(last) {
        return [0.0; 2];
    }
    let several = run.indices().skip(1).any(|i| doc.form(i) == "&" && doc.is_capital(i - 1));
    if several || Lists::french().firms.contains(&doc.word(last)) {
        return [TOLD; 2];
    }
    let head = doc.is(first, Classes::ORGANISATION_HEAD)
        && !doc.is(first, Classes::PLACE_HEAD | Classes::ROLE)
        && doc.token(first).is_some_and(|token| token.shape == Shape::Capitalised)
        && doc.sentence_of(first).start() < first
        && doc.is(first - 1, Classes::DETERMINER)
        && !matches!(doc.form(run.end()), "de" | "du" | "des" | "d'" | "d’")
        && run.indices().all(|i| doc.is_capital(i));
    [if head { HEADED } else { 0.0 }, 0.0]
}

/// «le milieu de l’|OM| |Karim Souilah|»: the letters of a body, then the name of one of its people. What that says for the
/// whole, the letters and the name: against any kind, for an organisation, for a person.
pub(super) fn letters_and_person(doc: &Document<'_>, run: TokenSpan) -> [f32; 3] {
    const APART: f32 = 6.0;
    if is_letters_before_person(doc, run.start()) {
        return if run.len() == 1 { [0.0, TOLD, 0.0] } else { [APART, 0.0, 0.0] };
    }
    let behind = run.len() > 1
        && run.indices().all(|i| doc.is_capital(i))
        && run.start().checked_sub(1).is_some_and(|before| is_letters_before_person(doc, before));
    [0.0, 0.0, if behind { TOLD + TOLD } else { 0.0 }]
}

fn is_letters_before_person(doc: &Document<'_>, at: usize) -> bool {
    let letters = doc.token(at).is_some_and(|token| token.shape == Shape::Upper && token.span.len() <= 5);
    let article = || {
        at.checked_sub(1).is_some_and(|before| {
            matches!(doc.form(before), "le" | "la" | "l'" | "l’" | "du" | "au" | "les" | "des")
        })
    };
    letters
        && doc.is(at + 1, Classes::FIRST_NAME)
        && !doc.is(at + 1, Classes::PLACE)
        && doc.is_joined(at + 1)
        && doc.is_capital(at + 2)
        && doc.is_joined(at + 2)
        && article()
}
