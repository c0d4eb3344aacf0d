use crate::document::Document;
use crate::graph::Graph;

/// Reads French news: text in, graph out.
///
/// Reading cannot fail: any string gives a graph, the same string always the same one.
///
/// ```
/// use greffier::Extractor;
/// let graph = Extractor::french().extract("");
/// assert!(graph.entities.is_empty());
/// ```
#[derive(Debug, Default)]
pub struct Extractor {
    _settings: (),
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
    pub fn extract(&self, text: &str) -> Graph {
        let _document = Document::new(text);
        Graph::default()
    }
}

/// Settings of an [`Extractor`].
#[derive(Debug, Default)]
pub struct ExtractorBuilder {
    _settings: (),
}

impl ExtractorBuilder {
    /// The extractor with these settings.
    pub fn build(self) -> Extractor {
        Extractor { _settings: self._settings }
    }
}
