use super::context::is_state;
use super::evidence::push_if;
use super::piece::{Piece, Slot};
use crate::document::Document;
use crate::lexicon::Classes;
use crate::token::{Shape, TokenKind, TokenSpan};

/// How far before a complement its head is looked for.
const REACH: usize = 6;

/// What a noun that heads names says about a candidate: of the one that it begins with, and of the one whose complement it is.
pub(super) fn chained(doc: &Document<'_>, run: TokenSpan, out: &mut Vec<Piece>) {
    let (first, last) = (run.start(), run.end() - 1);
    let heads = Classes::ORGANISATION_HEAD | Classes::PLACE_HEAD;
    if run.len() > 1 && doc.is(first, heads) {
        let place = doc.is(last, Classes::PLACE) && doc.is_capital(last);
        let small = doc.token(last).is_some_and(|t| t.shape == Shape::Lower);
        let bare = doc.is_capital(first + 1) && !doc.is_capital(first);
        // An acronym that no list has says little without its noun.
        let upper = run.len() == 2 && is_unlisted_acronym(doc, last);
        let organisation = doc.is(first, Classes::ORGANISATION_HEAD);
        push_if! { out,
            organisation && place => head_then_place,
            organisation && place && doc.is_capital(first) => head_capital_then_place,
            organisation && small && doc.is(last, Classes::DEMONYM) => head_then_demonym,
            organisation && small && doc.is_capital(first) => head_capital_then_small,
            organisation && bare => head_then_bare,
            organisation && bare && upper => head_then_acronym,
        }
    }
    if doc.is(first, Classes::ORGANISATION_HEAD) && doc.is_capital(first) {
        capital_head(doc, run, out);
    }
    if let Some(head) = described_head(doc, first) {
        out.push(Piece::described_after_head);
        out.push(Piece::word(Slot::Head, doc.word(head)));
        return;
    }
    if let Some(head) = complemented_head(doc, first) {
        out.push(Piece::described_by_complement);
        out.push(Piece::word(Slot::Head, doc.word(head)));
        return;
    }
    let Some(head) = head_of(doc, first) else { return };
    let bare = head + 1 == first;
    push_if! { out,
        bare => bare_after_head,
        bare && run.len() == 1 && is_unlisted_acronym(doc, first) => acronym_after_head,
        !bare => complement_of_head,
        !bare && doc.is_capital(head) && !is_state(doc.form(head)) => complement_of_capital_head,
    }
    // The word right before has a piece of its own already.
    if !bare && doc.word(head).is_known() {
        out.push(Piece::word(Slot::Head, doc.word(head)));
    }
}

/// «la |Confédération générale des artisans|»: inside a sentence a noun for bodies has its capital from a name, and the
/// adjective behind it belongs to that.
fn capital_head(doc: &Document<'_>, run: TokenSpan, out: &mut Vec<Piece>) {
    let next = run.end();
    let small = doc.is_joined(next) && doc.token(next).is_some_and(|t| t.shape == Shape::Lower);
    let adjective = doc.is(next, Classes::ADJECTIVE | Classes::DEMONYM) || !doc.word(next).is_known();
    let other = Classes::FUNCTION | Classes::FINITE | Classes::ADVERB | Classes::PAST_PARTICIPLE;
    let of = doc.is_de(next);
    let inside = doc.sentence_of(run.start()).start() < run.start();
    let ends_small = run.len() > 1 && !doc.is_capital(next - 1);
    push_if! { out,
        inside && run.len() > 1 && is_one_name(doc, run) => head_capital_inside,
        inside && ends_small && run.len() > 3 => head_capital_inside_long,
        small && adjective && !doc.is(next, other) => head_capital_then_adjective,
        run.len() == 1 && small && of => head_capital_then_of,
    }
}

/// Neither two names («l’Opéra de Paris et à l’Orchestre de Vienne») nor a name with its circumstance («dans la capitale»).
fn is_one_name(doc: &Document<'_>, run: TokenSpan) -> bool {
    run.indices().skip(1).all(|i| {
        !matches!(doc.form(i), "dans" | "avec" | "par" | "sur" | "«" | "(")
            && !(doc.is_capital(i) && doc.is(i, Classes::ORGANISATION_HEAD))
    }) && !matches!(doc.form(run.end() - 1), "a" | "est")
}

/// The noun that announces an organisation, with what sort of one it is between: «le groupe américain |Delcorp».
pub(super) fn described_head(doc: &Document<'_>, start: usize) -> Option<usize> {
    const MOST: usize = 2;
    let adjective = |i: usize| {
        doc.is(i, Classes::ADJECTIVE | Classes::DEMONYM)
            && !doc.is(i, Classes::FUNCTION | Classes::ORGANISATION_HEAD)
            && !doc.is_capital(i)
    };
    let count = (1..=MOST)
        .take_while(|n| *n <= start && doc.is_joined(start + 1 - n) && adjective(start - n))
        .count();
    let head = start.checked_sub(count + 1).filter(|_| count > 0)?;
    (doc.is(head, Classes::ORGANISATION_HEAD) && !doc.is_capital(head) && doc.is_joined(head + 1))
        .then_some(head)
}

/// The noun that announces an organisation, with what it is busy with between: «la société de conseil |Delcorp».
pub(super) fn complemented_head(doc: &Document<'_>, start: usize) -> Option<usize> {
    let small = |i: usize| doc.token(i).is_some_and(|t| t.shape == Shape::Lower) && doc.is_joined(i + 1);
    let noun = start.checked_sub(1).filter(|noun| doc.is_capital(start) && small(*noun))?;
    let common = doc.is(noun, Classes::NOUN)
        && !doc.is(noun, Classes::FUNCTION | Classes::ROLE | Classes::TITLE | Classes::ORGANISATION_HEAD);
    let link = noun.checked_sub(1).filter(|link| matches!(doc.form(*link), "de" | "d'" | "d’"))?;
    let head = link.checked_sub(1).filter(|head| small(*head) && doc.is_joined(link))?;
    (common && doc.is(head, Classes::ORGANISATION_HEAD)).then_some(head)
}

/// The noun that heads names and has the words from `start` on as its complement: «Université catholique de |Lille».
pub(super) fn head_of(doc: &Document<'_>, start: usize) -> Option<usize> {
    let heads = Classes::ORGANISATION_HEAD | Classes::PLACE_HEAD;
    let content = Classes::ADJECTIVE | Classes::NOUN | Classes::DEMONYM | Classes::PAST_PARTICIPLE;
    let limit = doc.sentence_of(start).start().max(start.saturating_sub(REACH));
    let mut link = false;
    for i in (limit..start).rev() {
        if !doc.is_joined(i + 1) {
            return None;
        }
        // Nearest to the complement stands «de» or nothing; the head itself ends the search.
        if doc.is(i, heads) && (link || i + 1 == start) {
            return Some(i);
        }
        let elided = doc.token(i).is_some_and(|t| t.kind == TokenKind::Elided);
        if matches!(doc.form(i), "de" | "du" | "des" | "la" | "le" | "les" | "aux" | "au" | "à" | "pour")
            || elided
        {
            link = true;
        } else if !link || !doc.is(i, content) && !doc.is_capital(i) {
            return None;
        }
    }
    None
}

fn is_unlisted_acronym(doc: &Document<'_>, i: usize) -> bool {
    !doc.is(i, Classes::ORGANISATION)
        && doc.token(i).is_some_and(|t| t.shape == Shape::Upper && t.span.len() <= 4)
}
