use super::evidence::push_if;
use super::lists::Lists;
use super::piece::Piece;
use crate::document::Document;
use crate::lexicon::Classes;
use crate::token::{Shape, TokenSpan};

/// What the form of a name says for a firm or a team.
pub(super) fn firm_into(doc: &Document<'_>, run: TokenSpan, out: &mut Vec<Piece>) {
    let (first, last) = (run.start(), run.end() - 1);
    let teamed = is_letters_before_person(doc, first);
    push_if! { out,
        teamed && run.len() == 1 => letters_before_person,
        teamed && run.len() > 1 => letters_with_person,
    }
    if run.len() < 2 || !doc.is_capital(first) || !doc.is_capital(last) {
        return;
    }
    let called = is_called_firm(doc, run);
    push_if! { out,
        called => firm_form,
        !called && is_headed_firm(doc, run) => firm_head,
        !teamed && is_behind_letters(doc, run) => person_behind_letters,
    }
}

/// «Collins & Marsh», «Sarda Frères»: people together are a firm, not one of them.
fn is_called_firm(doc: &Document<'_>, run: TokenSpan) -> bool {
    let several = run.indices().skip(1).any(|i| doc.form(i) == "&" && doc.is_capital(i - 1));
    several || Lists::french().firms.contains(&doc.word(run.end() - 1))
}

/// «la |Société Dubreuil-Martin»: a noun for bodies has its capital from the name.
fn is_headed_firm(doc: &Document<'_>, run: TokenSpan) -> bool {
    let first = run.start();
    doc.is(first, Classes::ORGANISATION_HEAD)
        && !doc.is(first, Classes::PLACE_HEAD | Classes::ROLE)
        && doc.token(first).is_some_and(|token| token.shape == Shape::Capitalised)
        && doc.sentence_of(first).start() < first
        && doc.is(first - 1, Classes::DETERMINER)
        && !doc.is_de(run.end())
        && run.indices().all(|i| doc.is_capital(i))
}

/// «le milieu de l’OM |Karim Souilah|»
fn is_behind_letters(doc: &Document<'_>, run: TokenSpan) -> bool {
    run.indices().all(|i| doc.is_capital(i))
        && run.start().checked_sub(1).is_some_and(|before| is_letters_before_person(doc, before))
}

/// «le milieu de l’|OM| Karim Souilah»: the letters of a body, then the name of one of its people.
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
