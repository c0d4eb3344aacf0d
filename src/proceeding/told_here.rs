use super::antecedent::Antecedents;
use super::draft::NEAR;
use crate::graph::EntityId;
use crate::ontology::Gender;
use crate::token::TokenSpan;

impl Antecedents<'_> {
    /// «La Cour a rejeté le pourvoi de X, ce qui rend définitive *sa* condamnation»: the only person whom a step told in the
    /// same sentence is about, though another noun has him.
    pub(super) fn told_here(&self, run: TokenSpan, gender: Option<Gender>) -> Option<EntityId> {
        let last = self.drafts.last().filter(|draft| run.has(draft.token))?;
        let [party] = last.parties.as_slice() else { return None };
        party.entity.filter(|entity| self.is_person(*entity) && self.agrees(*entity, gender))
    }

    /// «La juge X … a ordonné *son* placement en détention»: whoever judges, prosecutes or pleads is not the accused,
    /// unless a step was told of him.
    pub(super) fn is_of_court(&self, entity: EntityId) -> bool {
        self.scene.reading().resolved.is_jurist(entity)
            && !self
                .drafts
                .iter()
                .rev()
                .take(NEAR)
                .any(|draft| draft.parties.iter().any(|p| p.entity == Some(entity)))
    }
}
