use std::sync::LazyLock;

use super::evidence::push_if;
use super::head::{complemented_head, described_head};
use super::piece::Piece;
use crate::document::Document;
use crate::lexicon::{Classes, Lexicon, WordId};
use crate::text::rows;
use crate::token::{Mark, Shape, TokenKind, TokenSpan};

/// The nouns of the list, by use.
struct Announcers {
    bare: Vec<WordId>,
    of: Vec<WordId>,
    seat: Vec<WordId>,
}

static ANNOUNCERS: LazyLock<Announcers> = LazyLock::new(|| {
    let of = |wanted: &str| {
        rows(include_str!("data/announcers.tsv"))
            .filter(|[_, used]| *used == wanted)
            .filter_map(|[noun, _]| Lexicon::french().word(noun))
            .collect()
    };
    Announcers { bare: of("bare"), of: of("of"), seat: of("seat") }
});

/// What a noun beside a candidate says of its kind: it announces its name, has it as its complement, or defines it.
pub(super) fn announced_into(doc: &Document<'_>, run: TokenSpan, out: &mut Vec<Piece>) {
    let first = run.start();
    if doc.is(first, Classes::ORGANISATION_HEAD) && is_seated(doc, run) {
        out.push(Piece::seated_body);
    }
    if !doc.is_capital(first) {
        return;
    }
    let [body, person, place] = defined(doc, run);
    push_if! { out,
        is_announced(doc, first) => announced_by_noun,
        is_owned(doc, run) => complement_of_company,
        body => defined_as_body,
        person => defined_as_person,
        place => defined_as_place,
    }
}

/// Whether a noun beside the run tells that it is a body.
pub(super) fn announces_body(doc: &Document<'_>, run: TokenSpan) -> bool {
    is_announced(doc, run.start()) || is_owned(doc, run) || defined(doc, run)[0]
}

/// «le géant américain |Norvex», «le distributeur |Valmer»: a noun of the list that heads no names.
fn is_by_trade(doc: &Document<'_>, start: usize) -> bool {
    const MOST: usize = 3;
    for noun in (0..start).rev().take(MOST) {
        if doc.is_capital(noun) || !doc.is_joined(noun + 1) {
            return false;
        }
        if ANNOUNCERS.bare.contains(&doc.word(noun)) {
            return true;
        }
        if !doc.is(noun, Classes::ADJECTIVE | Classes::DEMONYM) {
            return false;
        }
    }
    false
}

/// «le journal |L’Avenir», «la société suisse |Valmer», «le club de pétanque |La Boule joyeuse».
fn is_announced(doc: &Document<'_>, start: usize) -> bool {
    let bare = start.checked_sub(1).filter(|head| {
        doc.is(*head, Classes::ORGANISATION_HEAD) && !doc.is_capital(*head) && doc.is_joined(start)
    });
    let head = bare.or_else(|| described_head(doc, start)).or_else(|| complemented_head(doc, start));
    head.is_some_and(|head| ANNOUNCERS.bare.contains(&doc.word(head))) || is_by_trade(doc, start)
}

/// «le PDG d’|Elmora», «les filiales de |Valmer».
fn is_owned(doc: &Document<'_>, run: TokenSpan) -> bool {
    let start = run.start();
    let Some(owner) = start.checked_sub(2).filter(|_| doc.is_joined(start)) else { return false };
    matches!(doc.form(owner + 1), "de" | "d'" | "d’" | "du")
        && doc.is(owner, Classes::NOUN | Classes::ROLE)
        && !doc.is(start, Classes::FIRST_NAME | Classes::PLACE)
        && ANNOUNCERS.of.contains(&doc.word(owner))
}

/// «Elmora est un groupe», «Castel est un juriste», «Vesle est une commune», «Elmora, filiale de»: as a body, a person, a place.
fn defined(doc: &Document<'_>, run: TokenSpan) -> [bool; 3] {
    let end = run.end();
    if !doc.is_joined(end) {
        return [false; 3];
    }
    let copula = matches!(doc.form(end), "est" | "était");
    let comma = doc.mark(end) == Mark::Comma;
    let article = matches!(doc.form(end + 1), "un" | "une");
    if !(copula && article || comma) {
        return [false; 3];
    }
    let mut noun = end + 1 + usize::from(article);
    // «est une ancienne commune»
    if doc.is(noun, Classes::ADJECTIVE) && !doc.is(noun, Classes::NOUN) {
        noun += 1;
    }
    let small = doc.token(noun).is_some_and(|t| t.kind == TokenKind::Word && t.shape == Shape::Lower);
    let heads = Classes::ORGANISATION_HEAD | Classes::PLACE_HEAD;
    if !small || !doc.is(noun, heads | Classes::ROLE) {
        return [false; 3];
    }
    let body = doc.is(noun, Classes::ORGANISATION_HEAD)
        && !doc.is(noun, Classes::PLACE_HEAD)
        && ANNOUNCERS.bare.contains(&doc.word(noun));
    let filiale = matches!(doc.form(noun), "filiale" | "succursale");
    let place = doc.is(noun, Classes::PLACE_HEAD) && !doc.is(noun, Classes::ORGANISATION_HEAD);
    let person = doc.is(noun, Classes::ROLE) && !doc.is(noun, heads);
    [body || filiale, person && copula, place && copula]
}

/// «tribunal de grande instance de *Paris*», «conseil général de la *Gironde*»: the noun with its place is the name of a body.
fn is_seated(doc: &Document<'_>, run: TokenSpan) -> bool {
    let (first, last) = (run.start(), run.end() - 1);
    if run.len() < 3
        || !doc.is_capital(last)
        || !doc.is(last, Classes::PLACE)
        || doc.is_capital(last + 1) && doc.is_joined(last + 1)
    {
        return false;
    }
    let article = matches!(doc.form(last - 1), "la" | "l'" | "l’");
    let link = last - 1 - usize::from(article);
    link > first
        && matches!(doc.form(link), "de" | "d'" | "d’" | "du")
        && run.indices().skip(1).all(|i| i == last || !doc.is_capital(i))
        && ANNOUNCERS.seat.contains(&doc.word(first))
}
