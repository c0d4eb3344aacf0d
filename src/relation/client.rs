use super::table::Table;
use crate::graph::{EntityId, Proceeding};
use crate::ontology::{EntityKind, ProceedingKind, RelationKind};
use crate::resolve::{Article, Holding, Reading};

/// Whose the described is: «*son* porte-parole». «*Son* avocat» is that of the accused, where the article has only one.
pub(super) fn possessor(
    reading: &Reading<'_>,
    holding: &Holding,
    proceedings: &[Proceeding],
) -> Option<EntityId> {
    let description = reading.descriptions.get(holding.description)?;
    let start = description.tokens.start();
    let his = description.article == Article::Possessive
        && matches!(reading.doc.form(start), "son" | "sa" | "Son" | "Sa");
    let pleads = Table::get().noun(description.noun) == Some(RelationKind::LawyerOf);
    if !his || !pleads {
        return holding.possessor;
    }
    let is_person =
        |id: &EntityId| reading.resolved.entity(*id).is_some_and(|entity| entity.kind == EntityKind::Person);
    let mut accused =
        proceedings.iter().flat_map(|p| &p.parties).filter_map(|party| party.entity).filter(is_person);
    match accused.next() {
        Some(only) if only != holding.holder.entity && accused.all(|other| other == only) => {
            // The victims of the case have lawyers too, and who complains.
            let mut harmed = proceedings.iter().flat_map(|p| {
                let complains = p.body.as_ref().filter(|_| p.kind == ProceedingKind::Complaint);
                p.victims.iter().chain(complains).filter_map(|one| one.entity)
            });
            match holding.possessor {
                Some(known) => Some(if harmed.any(|one| one == known) { known } else { only }),
                None => Some(only).filter(|_| harmed.find(is_person).is_none()),
            }
        }
        _ => holding.possessor,
    }
}
