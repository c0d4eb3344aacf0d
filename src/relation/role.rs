use std::borrow::Cow;
use std::collections::BTreeSet;

use super::client::possessor;
use super::relative::of_which;
use super::table::Table;
use crate::graph::{EntityId, Proceeding, Relation, RelationId};
use crate::lexicon::{Classes, RoleKind};
use crate::ontology::{EntityKind, MentionForm, RelationKind, Status};
use crate::resolve::{Article, Description, Holding, Reading, Tie, complement_entity, tenure};

/// Most roles of one person that are compared.
const MOST: usize = 16;

/// Finds who holds which role: «le président de X, Y», «Y, président de X», «Y est président de X»,
/// «le président Y», and descriptions that were resolved to somebody.
pub(crate) fn roles(reading: &Reading<'_>, proceedings: &[Proceeding], out: &mut Vec<Relation>) {
    let mut seen: BTreeSet<(EntityId, u16, Option<EntityId>, bool)> = BTreeSet::new();
    for holding in reading.resolved.holdings() {
        let Some(description) = reading.descriptions.get(holding.description) else { continue };
        if !is_role(description) || (holding.tie == Tie::Later && !tells(description)) {
            continue;
        }
        let holder = holding.holder;
        let to = complement_entity(reading.doc, reading.resolved, description)
            .filter(|to| *to != holder.entity)
            .or_else(|| shared(reading, holding))
            .or_else(|| antecedent(reading, description).filter(|_| holding.tie == Tie::Copula))
            .or_else(|| possessor(reading, holding, proceedings))
            .or_else(|| owner(reading, description, holding))
            .or_else(|| employer(reading, description, holding));
        // The same role again, or less of it, is no news.
        let former = description.former || holding.past || is_over(reading, description);
        if seen.contains(&(holder.entity, description.noun, to, former)) {
            continue;
        }
        let known = to.is_none() && holding.tie != Tie::Before || holding.tie == Tie::Later;
        let range = (holder.entity, description.noun, None, false)
            ..=(holder.entity, description.noun, Some(EntityId(u32::MAX)), true);
        if known && seen.range(range).next().is_some() {
            continue;
        }
        seen.insert((holder.entity, description.noun, to, former));
        out.push(Relation { former, ..relation(reading, description, holding, to, out.len()) });
    }
    drop_barer(reading, out);
}

/// «ministre *de 1988 à 1990*»: the time is told, and that it ended.
fn is_over(reading: &Reading<'_>, description: &Description) -> bool {
    tenure(reading.doc, reading.resolved, description.tokens.end()).is_some_and(|tenure| tenure.over)
}

/// «la société Velmar, *dont* il est le gérant», «le parti *dont* le chef de file est X».
fn antecedent(reading: &Reading<'_>, description: &Description) -> Option<EntityId> {
    let bare = description.complement.is_empty();
    let named = of_which(reading, description.head.start()).filter(|_| bare)?;
    matches!(named.kind, EntityKind::Organisation | EntityKind::Location | EntityKind::Person)
        .then_some(named.entity)
}

/// «cofondateur et actionnaire *de Velmar*»: the complement of the second is that of the first, where the first needs one.
fn shared(reading: &Reading<'_>, holding: &Holding) -> Option<EntityId> {
    let this = reading.descriptions.get(holding.description)?;
    let next = reading.descriptions.get(holding.description + 1)?;
    let joined = reading.doc.form(this.tokens.end()) == "et"
        && next.tokens.start() == this.tokens.end() + 1
        && next.article == Article::Bare;
    let needs = matches!(this.kind, RoleKind::Leader | RoleKind::Founder | RoleKind::Member);
    (joined && needs).then(|| complement_entity(reading.doc, reading.resolved, next)).flatten()
}

/// «la société Velmar et *son* PDG», «L’association Lumière a réagi. *Son* président …»: whose the office is, where no
/// person was found whose it could be.
fn owner(reading: &Reading<'_>, description: &Description, holding: &Holding) -> Option<EntityId> {
    let (doc, start) = (reading.doc, description.tokens.start());
    let his = matches!(doc.form(start), "son" | "sa" | "ses" | "Son" | "Sa" | "Ses");
    // «*son* prédécesseur» is a person’s, whatever body was told before.
    if !his || start < 2 || matches!(description.kind, RoleKind::Partner | RoleKind::Kinship) {
        return None;
    }
    let named = |at: usize| {
        reading
            .resolved
            .mention_at(at)
            .filter(|m| m.form == MentionForm::Name && m.kind == EntityKind::Organisation)
            .map(|m| m.entity)
    };
    let sentence = doc.sentence_of(start);
    let beside = (start > sentence.start() && matches!(doc.form(start - 1), "et" | "avec"))
        .then(|| named(start - 2))
        .flatten();
    let told = || {
        let before = (start == sentence.start()).then(|| doc.sentence_of(start - 1))?;
        // «*Selon* le journal X, …»: where it is read, not whom it is about.
        if doc.is(before.start(), Classes::PREPOSITION | Classes::SPEECH_CUE) {
            return None;
        }
        (before.start()..before.end().min(before.start() + 4)).find_map(named)
    };
    beside.or_else(told).filter(|entity| *entity != holding.holder.entity)
}

/// «Il en a reversé le reste *à trois collaborateurs*, A, B et C»: those of the subject, with a noun that says whose.
fn employer(reading: &Reading<'_>, description: &Description, holding: &Holding) -> Option<EntityId> {
    let (doc, syntax) = (reading.doc, reading.syntax);
    let relation = Table::get().noun(description.noun)?;
    let whose = matches!(relation, RelationKind::PartnerOf | RelationKind::LawyerOf);
    let start = description.head.start();
    let several =
        start > 0 && (description.article == Article::Indefinite || doc.is(start - 1, Classes::NUMERAL));
    if !whose || !several || holding.tie != Tie::Before {
        return None;
    }
    let sentence = doc.sentence_of(start);
    let after = syntax.verbs().partition_point(|verb| verb.span.start() < start);
    let verb = syntax.verbs().get(after.checked_sub(1)?).filter(|v| v.span.start() >= sentence.start())?;
    let subject = syntax.phrase(verb.subject?)?;
    let token = subject.name.map_or(subject.head.index(), |name| name.start());
    let bearer = reading.resolved.mention_at(token).filter(|m| m.kind == EntityKind::Person)?;
    (bearer.entity != holding.holder.entity).then_some(bearer.entity)
}

/// «le président Hollier … François Hollier, président de la République»: what a later mention says in full is told once.
fn drop_barer(reading: &Reading<'_>, out: &mut Vec<Relation>) {
    let words = |relation: &Relation| {
        relation
            .role
            .and_then(|span| reading.doc.text().get(span.start()..span.end()))
            .unwrap_or_default()
            .to_lowercase()
    };
    let barer = |here: usize, other: usize| {
        let (Some(a), Some(b)) = (out.get(here), out.get(other)) else { return false };
        let same = a.kind == b.kind && a.from == b.from && a.former == b.former && a.status == b.status;
        if !same || a.to.is_some() || here == other {
            return false;
        }
        let (a, b) = (words(a), words(b));
        let fuller = out.get(other).is_some_and(|b| b.to.is_some());
        b.strip_prefix(&a).is_some_and(|rest| rest.starts_with(' ') || rest.is_empty() && fuller)
    };
    let mut order: Vec<(EntityId, usize)> = out.iter().enumerate().map(|(i, r)| (r.from, i)).collect();
    order.sort_unstable();
    let mut dropped = BTreeSet::new();
    for (i, (holder, here)) in order.iter().enumerate() {
        let near = order.get(i.saturating_sub(MOST)..(i + MOST).min(order.len())).unwrap_or_default();
        if near.iter().any(|(other, place)| other == holder && barer(*here, *place)) {
            dropped.insert(*here);
        }
    }
    let mut place = 0;
    out.retain(|_| {
        place += 1;
        !dropped.contains(&(place - 1))
    });
    for (place, relation) in out.iter_mut().enumerate() {
        relation.id = RelationId::from(place);
    }
}

fn relation(
    reading: &Reading<'_>,
    description: &Description,
    holding: &Holding,
    to: Option<EntityId>,
    id: usize,
) -> Relation {
    let status = match (holding.negated, holding.conditional) {
        (true, _) => Status::Negated,
        (false, true) => Status::Alleged,
        _ => Status::Asserted,
    };
    Relation {
        id: RelationId::from(id),
        kind: RelationKind::HoldsRole,
        from: holding.holder.entity,
        to,
        role: Some(reading.doc.span(description.role)),
        former: description.former || holding.past,
        acting: description.acting,
        status,
        attributed_to: None,
        evidence: reading.doc.span(description.tokens).cover(reading.doc.span(holding.holder.tokens)),
        rule: Cow::Borrowed(match holding.tie {
            Tie::Before => "role/before-name",
            Tie::Behind => "role/apposition",
            Tie::Copula => "role/copula",
            Tie::Later => "role/description",
        }),
    }
}

/// «le suspect», «un homme»: what somebody is in the story is no office.
///
/// Nor is a friend or partner, but for those who held or will hold the same seat.
fn is_role(description: &Description) -> bool {
    match description.kind {
        RoleKind::Person | RoleKind::Kinship | RoleKind::Crime => false,
        RoleKind::Partner => Table::get().is_seat(description.noun),
        _ => true,
    }
}

/// Whether a description far from its name tells something new.
const fn tells(description: &Description) -> bool {
    description.former
        || !description.complement.is_empty()
        || !matches!(description.kind, RoleKind::Office | RoleKind::Leader)
}
