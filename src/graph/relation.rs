use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{EntityId, ProceedingId, Reference, RelationId, Source, StatementId};
use crate::Span;
use crate::ontology::{Part, RelationKind, Status};

/// A tie between two entities.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Relation {
    /// Its place in the graph.
    pub id: RelationId,
    /// Which tie.
    pub kind: RelationKind,
    /// The one who holds the role, is a member, was born.
    pub from: EntityId,
    /// The organisation, place or person at the other end; a role may have none.
    pub to: Option<EntityId>,
    /// The words of the role, without article.
    #[serde(default)]
    pub role: Option<Span>,
    /// Whether it is over («ancien», «ex-»).
    #[serde(default)]
    pub former: bool,
    /// Whether it is held for the time being («par intérim»).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub acting: bool,
    /// How far the article stands behind it.
    pub status: Status,
    /// Who says so, where it is not the article itself.
    pub attributed_to: Option<Source>,
    /// The words that say it.
    pub evidence: Span,
    /// The rule that found it.
    pub rule: Cow<'static, str>,
}

/// The part that an entity has in something that the article tells.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Involvement {
    /// Who is involved.
    pub entity: EntityId,
    /// As what.
    pub part: Part,
    /// In what; nothing for a plain act, whose words are the evidence.
    #[serde(rename = "in")]
    pub within: Option<Place>,
    /// The words that say it.
    pub evidence: Span,
}

/// A fact of the graph in which somebody is involved.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Place {
    /// A statement.
    Statement(StatementId),
    /// A proceeding.
    Proceeding(ProceedingId),
    /// A relation.
    Relation(RelationId),
}

/// A fact of a kind of the user's own, found by a page of the user's.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Link {
    /// The kind that the page names.
    pub kind: String,
    /// Its arguments, each with the name of its slot.
    pub arguments: Vec<Argument>,
    /// The words that the rule matched.
    pub evidence: Span,
    /// How far the article stands behind it.
    pub status: Status,
    /// Who says so, where it is not the article itself.
    #[serde(default)]
    pub attributed_to: Option<Source>,
    /// The rule that found it.
    pub rule: Cow<'static, str>,
}

/// An argument of a [`Link`].
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Argument {
    /// Name of the slot in the rule.
    pub slot: String,
    /// What fills it.
    #[serde(flatten)]
    pub reference: Reference,
}
