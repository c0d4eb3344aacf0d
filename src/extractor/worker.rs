use super::Extractor;
use crate::document::Document;
use crate::graph::Graph;
use crate::mention::{Finder, Mention};
use crate::proceeding::proceedings;
use crate::relation::{acts, attribute, involvements, roles, ties};
use crate::resolve::{Description, Reading, resolve};
use crate::statement::statements;
use crate::syntax::Syntax;
use crate::value::{ValueMention, values_into};

/// Reads one text after the other with the same buffers: for hot loops, one worker a thread.
///
/// ```
/// use greffier::Extractor;
/// let extractor = Extractor::french();
/// let mut worker = extractor.worker();
/// for text in ["Paris", "Lyon"] {
///     assert_eq!(worker.extract(text), extractor.extract(text));
/// }
/// ```
#[derive(Debug)]
pub struct Worker<'e> {
    extractor: &'e Extractor,
    syntax: Syntax,
    values: Vec<ValueMention>,
    finder: Finder,
    mentions: Vec<Mention>,
    descriptions: Vec<Description>,
}

impl<'e> Worker<'e> {
    pub(super) fn new(extractor: &'e Extractor) -> Self {
        Self {
            extractor,
            syntax: Syntax::default(),
            values: Vec::new(),
            finder: Finder::default(),
            mentions: Vec::new(),
            descriptions: Vec::new(),
        }
    }

    /// What the text says, as a graph. Never fails; same text, same graph.
    pub fn extract(&mut self, text: &str) -> Graph {
        let settings = &self.extractor.settings;
        let doc = Document::new(text);
        self.values.clear();
        self.mentions.clear();
        self.descriptions.clear();
        values_into(&doc, settings.published, &mut self.values);
        self.syntax.read(&doc);
        self.finder.find(&doc, &self.values, settings.weights(), &mut self.mentions);
        let resolved = resolve(&doc, &self.syntax, &self.mentions, &self.values, &mut self.descriptions);
        let reading = Reading {
            doc: &doc,
            syntax: &self.syntax,
            values: &self.values,
            resolved: &resolved,
            descriptions: &self.descriptions,
        };
        let mut graph = Graph::default();
        statements(&reading, &mut graph.statements);
        proceedings(&reading, &graph.statements, &mut graph.proceedings);
        roles(&reading, &mut graph.relations);
        ties(&reading, &mut graph.relations);
        attribute(&graph.statements, &mut graph.relations);
        involvements(
            &resolved,
            &graph.statements,
            &graph.proceedings,
            &graph.relations,
            &mut graph.involvements,
        );
        acts(&reading, &mut graph.involvements);
        graph.entities = resolved.into_entities();
        graph
    }
}
