use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{EntityId, ProceedingId, Reference, StatementId};
use crate::Span;
use crate::ontology::{ProceedingKind, Status};
use crate::value::Value;

/// A step of a judicial or disciplinary affair: an arrest, a charge, a conviction.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Proceeding {
    /// Its place in the graph.
    pub id: ProceedingId,
    /// Which step.
    pub kind: ProceedingKind,
    /// Whom it befalls: the accused, the convicted, the designated.
    pub parties: Vec<Reference>,
    /// What they are accused or found guilty of, one span for each.
    pub offences: Vec<Span>,
    /// What they are or may be sentenced to.
    pub penalties: Vec<Penalty>,
    /// Who suffered the wrong.
    pub victims: Vec<Reference>,
    /// The court, prosecutor, police, state, accuser or complainant that does it.
    pub body: Option<Reference>,
    /// When.
    pub date: Option<DatePoint>,
    /// Whether the accused was away («par contumace», «par défaut»).
    pub in_absentia: bool,
    /// Whether the article says that the decision is under appeal.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub under_appeal: bool,
    /// How many times or for how many counts, where the text gives a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts: Option<u32>,
    /// The amount of the damage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub damage: Option<Span>,
    /// How far the article stands behind it.
    pub status: Status,
    /// Who says so, where it is not the article itself.
    pub attributed_to: Option<Source>,
    /// The words that say it.
    pub trigger: Span,
    /// The step before it in the same affair.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<ProceedingId>,
    /// The rule that found it.
    pub rule: Cow<'static, str>,
}

/// A penalty: its words and its value.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Penalty {
    /// The words.
    #[serde(flatten)]
    pub span: Span,
    /// Prison, suspended part, fine, ineligibility …
    pub value: Option<Value>,
}

/// A date: its words and its value.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct DatePoint {
    /// The words.
    #[serde(flatten)]
    pub span: Span,
    /// EDTF.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
}

/// Who in the article stands behind a fact.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// It is said in this statement.
    Statement(StatementId),
    /// This entity says so.
    Entity(EntityId),
}
