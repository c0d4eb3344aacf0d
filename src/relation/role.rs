use std::borrow::Cow;

use crate::document::Document;
use crate::graph::{EntityId, Relation, RelationId};
use crate::lexicon::{Classes, RoleKind};
use crate::ontology::{EntityKind, MentionForm, RelationKind, Status};
use crate::resolve::{Article, Description, Reading, ResolvedMention};
use crate::token::TokenKind;

/// Finds who holds which role: «le président de X, Y», «Y, président de X», «Y est président de X»,
/// «le président Y», and descriptions that were resolved to somebody.
pub(crate) fn roles(reading: &Reading<'_>, out: &mut Vec<Relation>) {
    let mut seen: Vec<(EntityId, String, Option<EntityId>)> = Vec::new();
    for description in reading.descriptions {
        // «le suspect», «un homme»: what somebody is in the story is no office.
        if matches!(description.kind, RoleKind::Person | RoleKind::Kinship | RoleKind::Crime) {
            continue;
        }
        for (holder, rule) in holders(reading, description) {
            let to = complement_entity(reading, description).filter(|to| *to != holder.entity);
            let words = reading.doc.slice(description.role).to_lowercase();
            if seen.iter().any(|(entity, role, of)| {
                *entity == holder.entity && *role == words && (*of == to || to.is_none())
            }) {
                continue;
            }
            seen.push((holder.entity, words, to));
            let evidence = reading.doc.span(description.tokens).cover(reading.doc.span(holder.tokens));
            out.push(Relation {
                id: RelationId::from(out.len()),
                kind: RelationKind::HoldsRole,
                from: holder.entity,
                to,
                role: Some(reading.doc.span(description.role)),
                former: description.former,
                acting: description.acting,
                status: Status::Asserted,
                attributed_to: None,
                evidence,
                rule: Cow::Borrowed(rule),
            });
        }
    }
}

/// The named body, place or person that the role is in.
fn complement_entity(reading: &Reading<'_>, description: &Description) -> Option<EntityId> {
    let last = description.complement.end().checked_sub(1)?;
    let mention = reading.resolved.mention_at(last)?;
    let place = matches!(mention.kind, EntityKind::Organisation | EntityKind::Location | EntityKind::Person);
    (place && mention.form == MentionForm::Name && mention.tokens.start() >= description.head.end())
        .then_some(mention.entity)
}

fn holders<'r>(reading: &Reading<'r>, description: &Description) -> Vec<(&'r ResolvedMention, &'static str)> {
    let doc = reading.doc;
    if let Some(holder) = person_at(reading, after(doc, description.tokens.end())) {
        // «le ministre X», «le président de Y, X»: the phrase leads up to a name.
        let comma = holder.tokens.start() > description.tokens.end();
        let leads = !comma
            || description.article != Article::Bare
            || description.former
            || closes(doc, holder.tokens.end());
        if leads {
            let mut all = vec![(holder, "role/before-name")];
            if description.agreement.plural() && !description.agreement.singular() {
                all.extend(coordinated(reading, holder).into_iter().map(|h| (h, "role/before-names")));
            }
            return all;
        }
    }
    if let Some(holder) = left_of(reading, description) {
        return vec![(holder, "role/apposition")];
    }
    if let Some(holder) = copula(reading, description) {
        return vec![(holder, "role/copula")];
    }
    // «L’ancien directeur de la banque BTA» further on in the text.
    let nominal = reading.resolved.mention_at(description.head.start());
    nominal
        .filter(|m| {
            m.form == MentionForm::Nominal
                && m.kind == EntityKind::Person
                && m.tokens.contains(description.head)
        })
        .map(|m| (m, "role/description"))
        .into_iter()
        .collect()
}

/// The place where a name may stand after a description: at once, after a comma, after a title.
fn after(doc: &Document<'_>, end: usize) -> usize {
    let mut at = end;
    if doc.form(at) == "," || doc.form(at) == ":" {
        at += 1;
    }
    while doc.is(at, Classes::TITLE) && doc.token(at).is_some_and(|t| t.kind == TokenKind::Abbreviation) {
        at += 1;
    }
    at
}

fn person_at<'r>(reading: &Reading<'r>, at: usize) -> Option<&'r ResolvedMention> {
    let mention = reading.resolved.mention_at(at)?;
    let named = mention.form == MentionForm::Name && mention.kind == EntityKind::Person;
    (named
        && mention.tokens.start() == at
        && reading.doc.sentence_of(at) == reading.doc.sentence_of(at.saturating_sub(1)))
    .then_some(mention)
}

/// Whether an apposition ends here.
fn closes(doc: &Document<'_>, at: usize) -> bool {
    matches!(doc.form(at), "," | ")" | "." | "")
}

/// «A, B et C» after a plural role.
fn coordinated<'r>(reading: &Reading<'r>, first: &ResolvedMention) -> Vec<&'r ResolvedMention> {
    let mut all = Vec::new();
    let mut end = first.tokens.end();
    while all.len() < 12 {
        let mut at = end;
        // A party or a country in brackets belongs to the name before it.
        if reading.doc.form(at) == "(" {
            let close = (at..at + 6).find(|i| reading.doc.form(*i) == ")");
            let Some(close) = close else { break };
            at = close + 1;
        }
        if !matches!(reading.doc.form(at), "," | "et") {
            break;
        }
        let Some(next) = person_at(reading, after(reading.doc, at + 1)) else { break };
        all.push(next);
        end = next.tokens.end();
    }
    all
}

/// «X, 45 ans, président de Y», «X (président de Y)», «X, le patron de Y».
fn left_of<'r>(reading: &Reading<'r>, description: &Description) -> Option<&'r ResolvedMention> {
    let doc = reading.doc;
    let sentence = doc.sentence_of(description.head.start());
    let mut at = description.tokens.start().checked_sub(1)?;
    if !matches!(doc.form(at), "," | "(" | "–" | "-" | "—") {
        return None;
    }
    // Further appositions of the same name may stand between: an age, another role, a party in brackets.
    for _ in 0..4 {
        let before = at.checked_sub(1)?;
        if before < sentence.start() {
            return None;
        }
        if let Some(mention) = name_ending_at(reading, before) {
            return Some(mention);
        }
        let from = reading.descriptions.partition_point(|d| d.tokens.start() < at);
        let earlier = reading.descriptions[..from].iter().rev().take(4).find(|d| d.tokens.end() == at);
        let start = match earlier {
            Some(other) => other.tokens.start(),
            None if doc.form(before) == "ans" => before.saturating_sub(1),
            None if doc.form(before) == ")" => {
                (before.saturating_sub(6)..before).rev().find(|i| doc.form(*i) == "(")?
            }
            None => return None,
        };
        if doc.form(before) == ")" {
            let mention = name_ending_at(reading, start.checked_sub(1)?)?;
            return Some(mention);
        }
        at = start.checked_sub(1)?;
        if !matches!(doc.form(at), "," | "et" | "(") {
            return None;
        }
    }
    None
}

fn name_ending_at<'r>(reading: &Reading<'r>, last: usize) -> Option<&'r ResolvedMention> {
    let mention = reading.resolved.mention_at(last)?;
    (mention.tokens.end() == last + 1
        && mention.kind == EntityKind::Person
        && mention.form == MentionForm::Name)
        .then_some(mention)
}

/// «X est (devenu) président de Y», «X a été élu président», «X, qui dirige» is a relation of its own.
fn copula<'r>(reading: &Reading<'r>, description: &Description) -> Option<&'r ResolvedMention> {
    let doc = reading.doc;
    let before = description.tokens.start().checked_sub(1)?;
    let sentence = doc.sentence_of(before);
    let mut at = before;
    let mut verb = false;
    while at > sentence.start() && before - at < 6 {
        let copula = doc.is(at, Classes::ETRE | Classes::AVOIR)
            || matches!(
                doc.form(at),
                "devient"
                    | "devenu"
                    | "devenue"
                    | "élu"
                    | "élue"
                    | "nommé"
                    | "nommée"
                    | "réélu"
                    | "réélue"
                    | "reste"
                    | "demeure"
            );
        let skip = doc.is(at, Classes::ADVERB | Classes::TIME_WORD | Classes::NUMERAL)
            || doc.is(at, Classes::NEGATION);
        if !copula && !skip {
            break;
        }
        // «n’est pas président»: the role is denied.
        if doc.is(at, Classes::NEGATION) {
            return None;
        }
        verb |= copula;
        at -= 1;
    }
    let mention = if verb { reading.resolved.mention_at(at)? } else { return None };
    let subject = mention.kind == EntityKind::Person && mention.tokens.end() == at + 1;
    (subject && description.article != Article::Possessive).then_some(mention)
}
