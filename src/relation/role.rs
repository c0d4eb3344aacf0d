use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::graph::{EntityId, Relation, RelationId};
use crate::lexicon::RoleKind;
use crate::ontology::{RelationKind, Status};
use crate::resolve::{Description, Holding, Reading, Tie, complement_entity};

/// Finds who holds which role: «le président de X, Y», «Y, président de X», «Y est président de X»,
/// «le président Y», and descriptions that were resolved to somebody.
pub(crate) fn roles(reading: &Reading<'_>, out: &mut Vec<Relation>) {
    let mut seen: BTreeSet<(EntityId, u16, Option<EntityId>, bool)> = BTreeSet::new();
    for holding in reading.resolved.holdings() {
        let Some(description) = reading.descriptions.get(holding.description) else { continue };
        if !is_role(description) || (holding.tie == Tie::Later && !tells(description)) {
            continue;
        }
        let holder = holding.holder;
        let to = complement_entity(reading.doc, reading.resolved, description)
            .filter(|to| *to != holder.entity)
            .or(holding.possessor);
        // The same role again, or less of it, is no news.
        let former = description.former || holding.past;
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
        out.push(relation(reading, description, holding, to, out.len()));
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
const fn is_role(description: &Description) -> bool {
    !matches!(description.kind, RoleKind::Person | RoleKind::Kinship | RoleKind::Crime)
}

/// Whether a description far from its name tells something new.
const fn tells(description: &Description) -> bool {
    description.former
        || !description.complement.is_empty()
        || !matches!(description.kind, RoleKind::Office | RoleKind::Leader)
}
