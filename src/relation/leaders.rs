use super::lists::Lists;
use super::ties::{Tied, status};
use crate::lexicon::Classes;
use crate::ontology::{EntityKind, MentionForm, RelationKind};
use crate::resolve::{Reading, ResolvedMention};
use crate::syntax::{Mood, Tag, VerbGroup};
use crate::token::TokenSpan;

/// So many words may stand between a verb and «à la tête de»: «est depuis lundi à la tête de …».
const BETWEEN: usize = 5;

/// «X, *à la tête de* Velmar», «X est, arrive, a été nommé *à la tête de* Velmar», «X *prend la présidence* du club».
pub(super) fn leaders(reading: &Reading<'_>, found: &mut Vec<Tied>) {
    let (doc, lists) = (reading.doc, Lists::french());
    for at in 2..doc.len() {
        if !doc.is(at, Classes::NOUN)
            || !lists.heads.contains(&doc.word(at))
            || !matches!(doc.form(at - 1), "la" | "le")
        {
            continue;
        }
        let led = match doc.form(at - 2) {
            "à" => leader(reading, at - 2).map(|(leader, verb)| (leader, verb, false)),
            _ => taker(reading, at - 2),
        };
        let (Some((leader, verb, former)), Some(body)) = (led, body(reading, at + 1)) else { continue };
        let evidence = doc.span(TokenSpan::new(at - 2, at + 1));
        found.push(Tied {
            kind: RelationKind::LeaderOf,
            from: leader.entity,
            to: body.entity,
            role: None,
            former,
            status: verb.map_or(status(false, false, false), |verb| {
                status(verb.negated, verb.mood == Mood::Conditional, verb.modal.is_some())
            }),
            evidence: evidence.cover(doc.span(leader.tokens)).cover(doc.span(body.tokens)),
            rule: "tie/head",
        });
    }
}

/// The organisation behind «de», «du», «de la», «d’».
fn body(reading: &Reading<'_>, link: usize) -> Option<ResolvedMention> {
    let doc = reading.doc;
    if !doc.is_de(link) {
        return None;
    }
    // «à la tête de la société Velmar»: the noun before the name may be outside it.
    let mut at = link + 1;
    while at < link + 3 && reading.resolved.mention_at(at).is_none() {
        if !doc.is(at, Classes::DETERMINER | Classes::ORGANISATION_HEAD) {
            return None;
        }
        at += 1;
    }
    reading.resolved.mention_at(at).filter(|m| m.kind == EntityKind::Organisation).copied()
}

/// «X *prend* la présidence», «X *a quitté* la direction»: the subject of the verb, and whether he has the lead no more.
fn taker<'a>(reading: &Reading<'a>, verb: usize) -> Option<(ResolvedMention, Option<&'a VerbGroup>, bool)> {
    let (syntax, lists) = (reading.syntax, Lists::french());
    let verb = syntax.verb(syntax.verb_at(verb)?).filter(|verb| !verb.is_passive())?;
    let (takes, leaves) = (lists.taking.contains(&verb.lemma), lists.leaving.contains(&verb.lemma));
    if !takes && !leaves {
        return None;
    }
    let subject = syntax.phrase(verb.subject?)?;
    let token = subject.name.map_or(subject.head.index(), |name| name.start());
    let person = reading.resolved.mention_at(token).filter(|m| m.kind == EntityKind::Person)?;
    Some((*person, Some(verb), !takes))
}

/// Who stands there: the name before the comma, or the subject of the verb.
fn leader<'a>(reading: &Reading<'a>, before: usize) -> Option<(ResolvedMention, Option<&'a VerbGroup>)> {
    let (doc, syntax) = (reading.doc, reading.syntax);
    let person = |m: &&ResolvedMention| m.kind == EntityKind::Person;
    let comma = before.checked_sub(1).filter(|at| doc.form(*at) == ",");
    if let Some(comma) = comma {
        let named = reading.resolved.mention_at(comma.checked_sub(1)?);
        return named.filter(person).filter(|m| m.form == MentionForm::Name).map(|m| (*m, None));
    }
    let verb = (before.saturating_sub(BETWEEN)..before)
        .rev()
        .take_while(|i| !matches!(syntax.tag(*i), Tag::Punctuation))
        .find_map(|i| syntax.verb_at(i))
        .and_then(|id| syntax.verb(id))
        .filter(|verb| Lists::french().leading.contains(&verb.lemma))?;
    let subject = syntax.phrase(verb.subject?)?;
    let token = subject.name.map_or(subject.head.index(), |name| name.start());
    reading.resolved.mention_at(token).filter(person).map(|m| (*m, Some(verb)))
}
