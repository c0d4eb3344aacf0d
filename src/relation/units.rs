use super::lists::Lists;
use super::relative::{named, of_which};
use super::table::Table;
use super::ties::{Tied, status};
use crate::lexicon::Classes;
use crate::ontology::{EntityKind, MentionForm, RelationKind};
use crate::resolve::{Reading, ResolvedMention};
use crate::syntax::{PhraseId, PhraseKind, Tag};
use crate::token::TokenSpan;

/// What a body belongs to and where it has its seat: «Velmar, *filiale de* Rossel», «Velmar, *dont le siège est à* Lyon».
pub(super) fn units(reading: &Reading<'_>, found: &mut Vec<Tied>) {
    let (table, lists) = (Table::get(), Lists::french());
    for (index, phrase) in reading.syntax.phrases().iter().enumerate() {
        if phrase.kind != PhraseKind::Common {
            continue;
        }
        let (id, head) = (PhraseId(index as u32), phrase.head.index());
        let noun = reading.doc.word(head);
        let tied = if lists.units.contains(&noun) {
            owner(reading, id, head).map(|(unit, owner)| (RelationKind::PartOf, unit, owner))
        } else if table.seat == Some(noun) {
            seat(reading, id, head).map(|(body, place)| (RelationKind::BasedIn, body, place))
        } else {
            None
        };
        if let Some((kind, from, to)) = tied {
            let noun = reading.doc.span(TokenSpan::new(head, head + 1));
            found.push(Tied {
                kind,
                from: from.entity,
                to: to.entity,
                role: None,
                former: false,
                status: status(false, false, false),
                evidence: noun.cover(reading.doc.span(from.tokens)).cover(reading.doc.span(to.tokens)),
                rule: "tie/unit",
            });
        }
    }
}

/// «Velmar, filiale française *du groupe Rossel*», «Velmar *est* une filiale de Rossel».
fn owner(reading: &Reading<'_>, phrase: PhraseId, head: usize) -> Option<(ResolvedMention, ResolvedMention)> {
    let (doc, syntax) = (reading.doc, reading.syntax);
    let mut link = head + 1;
    while link < head + 3 && syntax.tag(link) == Tag::Adjective {
        link += 1;
    }
    if !matches!(doc.form(link), "de" | "du" | "d'" | "d’") {
        return None;
    }
    let owner = (link + 1..link + 4)
        .take_while(|at| {
            body(reading, *at).is_some() || doc.is(*at, Classes::DETERMINER | Classes::ORGANISATION_HEAD)
        })
        .find_map(|at| body(reading, at))?;
    let unit = syntax.apposition(phrase).and_then(|other| body_of(reading, other)).or_else(|| {
        // The verb before it says what its subject is.
        let start = syntax.phrase(phrase)?.span.start().checked_sub(1)?;
        let verb =
            syntax.verb(syntax.verb_at(start)?).filter(|verb| doc.is(verb.head.index(), Classes::ETRE))?;
        body_of(reading, verb.subject.filter(|_| !verb.negated)?)
    })?;
    (unit.entity != owner.entity).then_some((unit, owner))
}

/// «Velmar, dont le siège est à *Lyon*», «Velmar a son siège à Lyon».
fn seat(reading: &Reading<'_>, phrase: PhraseId, head: usize) -> Option<(ResolvedMention, ResolvedMention)> {
    const NEAR: usize = 7;
    let (doc, syntax) = (reading.doc, reading.syntax);
    let sentence = doc.sentence_of(head);
    let place = (head + 1..sentence.end().min(head + NEAR))
        .take_while(|at| !matches!(doc.form(*at), "," | "." | ";" | "de" | "du"))
        .find_map(|at| {
            let led = matches!(doc.form(at.checked_sub(1)?), "à" | "au" | "en" | "aux" | "le" | "la");
            reading.resolved.mention_at(at).filter(|m| led && m.kind == EntityKind::Location)
        })?;
    let body = if let Some(body) = of_which(reading, head) {
        Some(body).filter(is_body)?
    } else {
        // «a *son* siège»
        let start = syntax.phrase(phrase)?.span.start();
        let verb = syntax.verb(syntax.verb_at(start.checked_sub(1)?)?)?;
        let own = doc.form(start) == "son" && doc.is(verb.head.index(), Classes::AVOIR) && !verb.negated;
        body_of(reading, verb.subject.filter(|_| own)?)?
    };
    Some((body, *place))
}

/// The organisation that a phrase names.
fn body_of(reading: &Reading<'_>, phrase: PhraseId) -> Option<ResolvedMention> {
    named(reading, phrase).filter(is_body)
}

fn body(reading: &Reading<'_>, at: usize) -> Option<ResolvedMention> {
    reading.resolved.mention_at(at).copied().filter(is_body)
}

fn is_body(mention: &ResolvedMention) -> bool {
    mention.kind == EntityKind::Organisation && mention.form != MentionForm::Pronoun
}
