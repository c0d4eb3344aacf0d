use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::EntityId;
use crate::Span;
use crate::ontology::{EntityKind, Gender, MentionForm};
use crate::value::Value;

/// Somebody or something that the article names, with every place where it does.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Entity {
    /// Its place in the graph.
    pub id: EntityId,
    /// What it is.
    pub kind: EntityKind,
    /// The fullest name that the article gives it.
    pub name: String,
    /// The other names that the article uses for it, in order of appearance.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Gender of a person, where the name or the text tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gender: Option<Gender>,
    /// The value of a date, an amount or a quantity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
    /// The id that a user's gazetteer gave it (Wikidata, SIREN …).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// Where it is mentioned, in reading order.
    #[serde(default)]
    pub mentions: Vec<Mention>,
}

/// One place where an article mentions an entity.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Mention {
    /// The words.
    #[serde(flatten)]
    pub span: Span,
    /// Name, description or pronoun.
    pub form: MentionForm,
    /// Why the mention was joined to the entity («surname», «acronym», «apposition» …); empty for the first one.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub joined_by: Cow<'static, str>,
}

/// A place in the text that stands for an entity, where it could be told which.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Reference {
    /// The entity, or nothing where it has no name in the article.
    pub entity: Option<EntityId>,
    /// The words.
    #[serde(flatten)]
    pub span: Span,
}
