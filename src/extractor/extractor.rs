use std::sync::Arc;

use super::Worker;
use super::builder::ExtractorBuilder;
use crate::document::Document;
use crate::gazetteer::Gazetteer;
use crate::graph::Graph;
use crate::mention::{Explanation, Weights};
use crate::rule::Rules;
use crate::text::Span;
use crate::value::Date;

/// Reads French news: text in, graph out.
///
/// Reading cannot fail: any string gives a graph, the same string always the same one.
///
/// ```
/// use greffier::Extractor;
/// let text = "« Nous n’avons rien signé », a déclaré Claire Montreuil.";
/// let graph = Extractor::french().extract(text);
/// let statement = graph.statements().next().unwrap();
/// assert_eq!(statement.content(text), "Nous n’avons rien signé");
/// assert_eq!(statement.speaker().unwrap().name, "Claire Montreuil");
/// ```
#[derive(Clone, Debug)]
pub struct Extractor {
    pub(super) settings: Settings,
}

/// What an extractor was built with.
#[derive(Clone, Debug, Default)]
pub(super) struct Settings {
    pub published: Option<Date>,
    pub weights: Option<Arc<Weights>>,
    pub gazetteer: Option<Arc<Gazetteer>>,
    pub rules: Option<Arc<Rules>>,
}

impl Settings {
    pub(super) fn weights(&self) -> &Weights {
        self.weights.as_deref().unwrap_or_else(|| Weights::french())
    }
}

impl Extractor {
    /// The extractor with the built-in words, names and rules.
    pub fn french() -> Self {
        Self::builder().build()
    }

    /// An extractor with names, rules or settings of the user's own.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder::default()
    }

    /// What the text says, as a graph. Never fails; same text, same graph.
    ///
    /// For many texts, a [`Worker`] is faster: it keeps its buffers.
    pub fn extract(&self, text: &str) -> Graph {
        self.worker().extract(text)
    }

    /// A worker that reads one text after the other and keeps its buffers.
    pub fn worker(&self) -> Worker<'_> {
        Worker::new(self)
    }

    /// Why the words of `span` (bytes) were or were not taken for a name: the evidence and what it weighed.
    /// `None` where the words never were a candidate, or do not begin and end with a token.
    pub fn explain(&self, text: &str, span: Span) -> Option<Explanation> {
        let doc = Document::new(text);
        let mut values = Vec::new();
        crate::value::values_into(&doc, self.settings.published, &mut values);
        Explanation::of(&doc, &values, self.settings.weights(), span)
    }
}
