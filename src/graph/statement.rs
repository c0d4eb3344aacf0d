use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{EntityId, Reference, StatementId};
use crate::Span;
use crate::ontology::{SpeakerKind, Stance, StatementForm, Tense};

/// Something that somebody said, as the article reports it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Statement {
    /// Its place in the graph.
    pub id: StatementId,
    /// Direct, indirect or mixed.
    pub form: StatementForm,
    /// The words said, without the quotation marks around them.
    #[serde(flatten)]
    pub span: Span,
    /// Who said it; nothing where nobody is named.
    pub speaker: Option<Speaker>,
    /// The words that report it.
    pub cue: Option<Cue>,
    /// To whom it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub addressee: Option<Reference>,
    /// Where it appeared: «sur Twitter», «au micro de RFI», «dans un communiqué».
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub medium: Option<Reference>,
    /// The place where it was said, where the reporting clause tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Reference>,
    /// The statement in which this one is reported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<StatementId>,
    /// The rule that found it.
    pub rule: Cow<'static, str>,
}

/// Who said something.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Speaker {
    /// The entity, or nothing for a speaker without a name in the article.
    pub entity: Option<EntityId>,
    /// The words that name the speaker there («Ablyazov», «lui», «des témoins»).
    #[serde(flatten)]
    pub span: Span,
    /// What the speaker is.
    pub kind: SpeakerKind,
}

/// The words that report a statement, and what they tell about it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Cue {
    /// The words: «a déclaré», «selon».
    #[serde(flatten)]
    pub span: Span,
    /// Dictionary form of the verb or noun.
    pub lemma: Cow<'static, str>,
    /// The writer's distance and the act of speech.
    pub stance: Stance,
    /// The tense of a verb with a subject; nothing for «selon», «affirmant», «pour dénoncer».
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tense: Option<Tense>,
    /// «n’a pas dit que».
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub negated: bool,
    /// «aurait déclaré».
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub conditional: bool,
}

impl Cue {
    /// A cue that is neither negated nor conditional.
    pub fn new(span: Span, lemma: &'static str, stance: Stance) -> Self {
        Self { span, lemma: Cow::Borrowed(lemma), stance, tense: None, negated: false, conditional: false }
    }
}
