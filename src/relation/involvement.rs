use crate::graph::{EntityId, Involvement, Place, Proceeding, Relation, Statement};
use crate::ontology::{EntityKind, Part, ProceedingKind, RelationKind};
use crate::resolve::Resolved;

/// What every entity was in: as a speaker, party, victim, body, employer or member, out of the facts found.
///
/// Places and people are involved as well as organisations; dates and amounts are not.
pub(crate) fn involvements(
    resolved: &Resolved,
    statements: &[Statement],
    proceedings: &[Proceeding],
    relations: &[Relation],
    out: &mut Vec<Involvement>,
) {
    let acts = |id: EntityId| {
        resolved.entity(id).is_some_and(|entity| {
            matches!(entity.kind, EntityKind::Person | EntityKind::Organisation | EntityKind::Location)
        })
    };
    let mut push = |entity: Option<EntityId>, part, within, evidence| {
        if let Some(entity) = entity.filter(|id| acts(*id)) {
            out.push(Involvement { entity, part, within: Some(within), evidence });
        }
    };
    for statement in statements {
        let Some(speaker) = statement.speaker else { continue };
        let evidence = statement.cue.as_ref().map_or(speaker.span, |cue| speaker.span.cover(cue.span));
        push(speaker.entity, Part::Speaker, Place::Statement(statement.id), evidence);
    }
    for proceeding in proceedings {
        let within = Place::Proceeding(proceeding.id);
        let party =
            if proceeding.kind == ProceedingKind::Designation { Part::Designated } else { Part::Party };
        for reference in &proceeding.parties {
            push(reference.entity, party, within, proceeding.trigger);
        }
        for reference in &proceeding.victims {
            push(reference.entity, Part::Victim, within, reference.span.cover(proceeding.trigger));
        }
        if let Some(body) = &proceeding.body {
            push(body.entity, Part::Body, within, proceeding.trigger);
        }
    }
    for relation in relations {
        let part = match relation.kind {
            RelationKind::HoldsRole | RelationKind::LeaderOf | RelationKind::FounderOf => Part::Employer,
            RelationKind::MemberOf | RelationKind::PartOf => Part::Member,
            _ => continue,
        };
        push(relation.to, part, Place::Relation(relation.id), relation.evidence);
    }
}
