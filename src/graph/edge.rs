use super::{EntityId, Graph, Place, ProceedingId, RelationId, StatementId};
use crate::Span;
use crate::ontology::{Part, ProceedingKind, RelationKind};

/// An edge of the graph: two ends, and what ties them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Edge {
    /// An entity said something.
    Said {
        /// The speaker.
        speaker: EntityId,
        /// What was said.
        statement: StatementId,
    },
    /// A party was charged with, convicted of, acquitted of … an offence.
    FacedWith {
        /// Charge, trial, acquittal and so on; never a conviction.
        step: ProceedingKind,
        /// The accused.
        party: EntityId,
        /// The words of the offence.
        offence: Span,
        /// The proceeding.
        proceeding: ProceedingId,
    },
    /// A party was convicted of an offence.
    ConvictedOf {
        /// The convicted.
        party: EntityId,
        /// The words of the offence.
        offence: Span,
        /// The proceeding: look at its status.
        proceeding: ProceedingId,
    },
    /// A party was sentenced to a penalty.
    SentencedTo {
        /// The convicted.
        party: EntityId,
        /// The words of the penalty.
        penalty: Span,
        /// The proceeding: look at its status.
        proceeding: ProceedingId,
    },
    /// Two entities are related.
    Related {
        /// Which tie.
        kind: RelationKind,
        /// From whom.
        from: EntityId,
        /// To whom.
        to: EntityId,
        /// The relation.
        relation: RelationId,
    },
    /// An entity has a part in a fact, or in a plain act.
    Involved {
        /// Who.
        entity: EntityId,
        /// As what.
        part: Part,
        /// In which fact.
        within: Option<Place>,
    },
}

impl Graph {
    /// Every tie of the graph as a typed edge: statements first, then proceedings, relations, involvements.
    pub fn edges(&self) -> impl Iterator<Item = Edge> {
        let said = self.statements.iter().filter_map(|statement| {
            Some(Edge::Said { speaker: statement.speaker?.entity?, statement: statement.id })
        });
        let judged = self.proceedings.iter().flat_map(|proceeding| {
            let id = proceeding.id;
            proceeding.parties.iter().filter_map(|party| party.entity).flat_map(move |party| {
                let offences = proceeding.offences.iter().map(move |offence| match proceeding.kind {
                    ProceedingKind::Conviction => {
                        Edge::ConvictedOf { party, offence: *offence, proceeding: id }
                    }
                    step => Edge::FacedWith { step, party, offence: *offence, proceeding: id },
                });
                let sentences = proceeding
                    .penalties
                    .iter()
                    .filter(|_| proceeding.kind == ProceedingKind::Conviction)
                    .map(move |penalty| Edge::SentencedTo { party, penalty: penalty.span, proceeding: id });
                offences.chain(sentences)
            })
        });
        let related = self.relations.iter().filter_map(|relation| {
            Some(Edge::Related {
                kind: relation.kind,
                from: relation.from,
                to: relation.to?,
                relation: relation.id,
            })
        });
        let involved = self.involvements.iter().map(|involvement| Edge::Involved {
            entity: involvement.entity,
            part: involvement.part,
            within: involvement.within,
        });
        said.chain(judged).chain(related).chain(involved)
    }
}
