use super::Extractor;
use crate::document::Document;
use crate::gazetteer::{Gazetteer, UserHit};
use crate::graph::{EntityId, Graph};
use crate::mention::{Finder, Mention, overlay};
use crate::proceeding::proceedings;
use crate::relation::{acts, attribute, involvements, links, roles, ties};
use crate::resolve::{Description, Reading, Resolved, resolve};
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
    own: Vec<UserHit>,
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
            own: Vec::new(),
            descriptions: Vec::new(),
        }
    }

    /// What the text says, as a graph. Never fails; same text, same graph.
    pub fn extract(&mut self, text: &str) -> Graph {
        let settings = &self.extractor.settings;
        let doc = Document::new(text);
        let resolved = self.resolve(&doc);
        let reading = self.reading(&doc, &resolved);
        let mut graph = Graph::default();
        statements(&reading, &mut graph.statements);
        let rules = settings.rules.as_deref();
        proceedings(&reading, rules, &graph.statements, &mut graph.proceedings);
        roles(&reading, &mut graph.relations);
        ties(&reading, &mut graph.relations);
        if let Some(rules) = rules {
            links(&reading, rules, &mut graph);
        }
        attribute(&graph.statements, &mut graph.relations);
        involvements(
            &resolved,
            &graph.statements,
            &graph.proceedings,
            &graph.relations,
            &mut graph.involvements,
        );
        acts(&reading, &mut graph.involvements);
        let known = settings.gazetteer.as_ref().map(|gazetteer| self.listed(gazetteer, &resolved));
        graph.entities = resolved.into_entities();
        for (entity, id) in known.into_iter().flatten() {
            if let Some(entity) = graph.entities.get_mut(entity.index()) {
                entity.external_id.get_or_insert(id);
            }
        }
        graph
    }

    /// From the text to who is who.
    pub(super) fn resolve(&mut self, doc: &Document<'_>) -> Resolved {
        let settings = &self.extractor.settings;
        self.values.clear();
        self.mentions.clear();
        self.descriptions.clear();
        values_into(doc, settings.published, &mut self.values);
        self.syntax.read(doc);
        self.finder.find(doc, &self.values, settings.weights(), &mut self.mentions);
        if let Some(gazetteer) = &settings.gazetteer {
            overlay(doc, gazetteer, &mut self.own, &mut self.mentions);
        }
        resolve(doc, &self.syntax, &self.mentions, &self.values, &mut self.descriptions)
    }

    /// What was read, for whoever finds facts in it.
    pub(super) fn reading<'r>(&'r self, doc: &'r Document<'r>, resolved: &'r Resolved) -> Reading<'r> {
        Reading {
            doc,
            syntax: &self.syntax,
            values: &self.values,
            resolved,
            descriptions: &self.descriptions,
        }
    }

    /// The entities that stand in the user's gazetteer with an id.
    fn listed(&self, gazetteer: &Gazetteer, resolved: &Resolved) -> Vec<(EntityId, String)> {
        let id_of = |mention: &Mention| gazetteer.entry(mention.entry?.as_user()?)?.id.map(str::to_owned);
        let listed = self.mentions.iter().filter_map(|mention| {
            Some((resolved.mention_at(mention.tokens.start())?.entity, id_of(mention)?))
        });
        listed.collect()
    }
}
