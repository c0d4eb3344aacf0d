use serde::{Deserialize, Serialize};

use super::{Entity, EntityId, Involvement, Link, Place, Proceeding, Relation, Statement, StatementId};
use crate::ontology::{EntityKind, ProceedingKind, RelationKind};

/// What an article says, as a typed graph. Everything in it points back into the text.
///
/// The lists are in reading order and an id is a place in its list, so the same article gives the same bytes.
#[derive(Clone, PartialEq, Default, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Graph {
    /// Who and what the article names.
    #[serde(default)]
    pub entities: Vec<Entity>,
    /// Who said what.
    #[serde(default)]
    pub statements: Vec<Statement>,
    /// Who was charged with, convicted of, acquitted of what.
    #[serde(default)]
    pub proceedings: Vec<Proceeding>,
    /// Roles and other ties.
    #[serde(default)]
    pub relations: Vec<Relation>,
    /// The part of each entity in each fact.
    #[serde(default)]
    pub involvements: Vec<Involvement>,
    /// Facts of the user's own kinds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
}

impl Graph {
    /// The entity with this id.
    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.entities.get(id.index())
    }

    /// The statement with this id.
    pub fn statement(&self, id: StatementId) -> Option<&Statement> {
        self.statements.get(id.index())
    }

    /// The entities of one kind, in reading order.
    pub fn of_kind(&self, kind: EntityKind) -> impl Iterator<Item = &Entity> {
        self.entities.iter().filter(move |entity| entity.kind == kind)
    }

    /// The people.
    pub fn persons(&self) -> impl Iterator<Item = &Entity> {
        self.of_kind(EntityKind::Person)
    }

    /// The entity that has this name or alias, in this spelling.
    pub fn find(&self, name: &str) -> Option<&Entity> {
        self.entities
            .iter()
            .find(|entity| entity.name == name || entity.aliases.iter().any(|alias| alias == name))
    }

    /// Who said what: each statement with its speaker.
    pub fn statements(&self) -> impl Iterator<Item = StatementView<'_>> {
        self.statements.iter().map(|statement| StatementView { graph: self, statement })
    }

    /// What this entity said.
    pub fn statements_by(&self, speaker: EntityId) -> impl Iterator<Item = &Statement> {
        self.statements.iter().filter(move |s| s.speaker.is_some_and(|s| s.entity == Some(speaker)))
    }

    /// The proceedings of one kind.
    pub fn proceedings_of(&self, kind: ProceedingKind) -> impl Iterator<Item = ProceedingView<'_>> {
        self.proceedings
            .iter()
            .filter(move |proceeding| proceeding.kind == kind)
            .map(|proceeding| ProceedingView { graph: self, proceeding })
    }

    /// Who was convicted of what. Look at `status`: some may be alleged, negated or merely possible.
    pub fn convictions(&self) -> impl Iterator<Item = ProceedingView<'_>> {
        self.proceedings_of(ProceedingKind::Conviction)
    }

    /// Who was listed or recognised as what.
    pub fn designations(&self) -> impl Iterator<Item = ProceedingView<'_>> {
        self.proceedings_of(ProceedingKind::Designation)
    }

    /// The roles that people hold.
    pub fn roles(&self) -> impl Iterator<Item = &Relation> {
        self.relations.iter().filter(|relation| relation.kind == RelationKind::HoldsRole)
    }

    /// The organisations, each with what it was involved in.
    pub fn organisations(&self) -> impl Iterator<Item = OrganisationView<'_>> {
        self.of_kind(EntityKind::Organisation)
            .map(|organisation| OrganisationView { graph: self, organisation })
    }

    /// What an entity was involved in.
    pub fn involvements_of(&self, entity: EntityId) -> impl Iterator<Item = &Involvement> {
        self.involvements.iter().filter(move |involvement| involvement.entity == entity)
    }
}

/// A statement in its graph.
#[derive(Clone, Copy, Debug)]
pub struct StatementView<'g> {
    graph: &'g Graph,
    statement: &'g Statement,
}

impl<'g> StatementView<'g> {
    /// Who said it, where the article gives a name.
    pub fn speaker(&self) -> Option<&'g Entity> {
        self.graph.entity(self.statement.speaker?.entity?)
    }

    /// The words said, out of the text that the graph was made from.
    pub fn content<'t>(&self, text: &'t str) -> &'t str {
        self.statement.span.of(text)
    }
}

impl std::ops::Deref for StatementView<'_> {
    type Target = Statement;
    fn deref(&self) -> &Statement {
        self.statement
    }
}

/// A proceeding in its graph.
#[derive(Clone, Copy, Debug)]
pub struct ProceedingView<'g> {
    graph: &'g Graph,
    proceeding: &'g Proceeding,
}

impl<'g> ProceedingView<'g> {
    /// The named parties.
    pub fn accused(&self) -> impl Iterator<Item = &'g Entity> + use<'g> {
        let graph = self.graph;
        self.proceeding.parties.iter().filter_map(move |party| graph.entity(party.entity?))
    }

    /// The named victims.
    pub fn wronged(&self) -> impl Iterator<Item = &'g Entity> + use<'g> {
        let graph = self.graph;
        self.proceeding.victims.iter().filter_map(move |victim| graph.entity(victim.entity?))
    }

    /// The words of the offences.
    pub fn offences<'t>(&self, text: &'t str) -> impl Iterator<Item = &'t str> + use<'t, 'g> {
        self.proceeding.offences.iter().map(move |offence| offence.of(text))
    }
}

impl std::ops::Deref for ProceedingView<'_> {
    type Target = Proceeding;
    fn deref(&self) -> &Proceeding {
        self.proceeding
    }
}

/// An organisation in its graph.
#[derive(Clone, Copy, Debug)]
pub struct OrganisationView<'g> {
    graph: &'g Graph,
    organisation: &'g Entity,
}

impl<'g> OrganisationView<'g> {
    /// What it was involved in, and as what.
    pub fn involvements(&self) -> impl Iterator<Item = &'g Involvement> + use<'g> {
        self.graph.involvements_of(self.organisation.id)
    }

    /// The proceedings in which it has a part.
    pub fn proceedings(&self) -> impl Iterator<Item = &'g Proceeding> + use<'g> {
        let graph = self.graph;
        self.involvements().filter_map(move |involvement| match involvement.within {
            Some(Place::Proceeding(id)) => graph.proceedings.get(id.index()),
            _ => None,
        })
    }
}

impl std::ops::Deref for OrganisationView<'_> {
    type Target = Entity;
    fn deref(&self) -> &Entity {
        self.organisation
    }
}
