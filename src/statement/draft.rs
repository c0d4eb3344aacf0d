use crate::graph::{Cue, Reference, Speaker};
use crate::ontology::StatementForm;
use crate::token::TokenSpan;

/// A statement before it has its place in the graph.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub form: StatementForm,
    /// The words said, without the marks around them.
    pub content: TokenSpan,
    pub speaker: Option<Speaker>,
    pub cue: Option<Cue>,
    pub addressee: Option<Reference>,
    pub medium: Option<Reference>,
    pub place: Option<Reference>,
    pub rule: &'static str,
}

impl Draft {
    pub fn new(form: StatementForm, content: TokenSpan, rule: &'static str) -> Self {
        Self { form, content, speaker: None, cue: None, addressee: None, medium: None, place: None, rule }
    }

    /// «*selon X*»: a source tells it, and no verb.
    pub fn is_sourced(&self) -> bool {
        self.rule == "cue"
    }

    /// «“…”, *dit X*, “…”»: the verb stands in or behind what is said.
    pub fn is_interrupted(&self) -> bool {
        matches!(self.rule, "verb/incise" | "quote/interrupted")
    }

    /// «Le journal écrit que, *selon X*, le pont est sûr»: the journal says it, and X has said it before.
    pub fn relays(&self, outer: &Self) -> bool {
        let (Some(own), Some(other)) = (self.speaker, outer.speaker) else { return false };
        self.is_sourced()
            && outer.rule == "verb/que"
            && own.span != other.span
            && own.entity.is_some()
            && own.entity != other.entity
    }
}
