use super::{Counts, Extractor, Stage};
use crate::document::{Document, Spare};
use crate::gazetteer::{Gazetteer, UserHit};
use crate::graph::{EntityId, Graph};
use crate::mention::{Finder, Mention, overlay};
use crate::proceeding::{Matches, proceedings};
use crate::relation::{acts, attribute, involvements, links, roles, ties};
use crate::resolve::{Description, Reading, Resolved, resolve};
use crate::rule::Rules;
use crate::statement::statements;
use crate::syntax::Syntax;
use crate::value::{Starts, ValueMention, values_into};

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
    starts: Starts,
    finder: Finder,
    mentions: Vec<Mention>,
    own: Vec<UserHit>,
    spare: Spare,
    descriptions: Vec<Description>,
}

impl<'e> Worker<'e> {
    pub(super) fn new(extractor: &'e Extractor) -> Self {
        Self {
            extractor,
            syntax: Syntax::default(),
            values: Vec::new(),
            starts: Starts::default(),
            finder: Finder::default(),
            mentions: Vec::new(),
            own: Vec::new(),
            spare: Spare::default(),
            descriptions: Vec::new(),
        }
    }

    /// What the text says, as a graph. Never fails; same text, same graph.
    pub fn extract(&mut self, text: &str) -> Graph {
        self.extract_to(text, Stage::Relations).0
    }

    /// Reads a text as far as a stage and no further, for whoever measures: the graph as far as it came, and what was
    /// counted on the way.
    pub fn extract_to(&mut self, text: &str, stage: Stage) -> (Graph, Counts) {
        self.read_to(text, stage, &mut |_| {})
    }

    /// Reads a text and tells `watch` of each stage as soon as it is done: for whoever measures where the time goes while
    /// all is done that has to be done.
    ///
    /// ```
    /// use greffier::Extractor;
    /// use greffier::extractor::Stage;
    /// use std::time::{Duration, Instant};
    ///
    /// let extractor = Extractor::french();
    /// let mut worker = extractor.worker();
    /// let mut times: Vec<(Stage, Duration)> = Vec::new();
    /// let start = Instant::now();
    /// let graph = worker.extract_watched("Luc Verdier a été relaxé.", |stage| times.push((stage, start.elapsed())));
    /// assert_eq!(graph.proceedings.len(), 1);
    /// assert_eq!(times.len(), Stage::ALL.len());
    /// ```
    pub fn extract_watched(&mut self, text: &str, mut watch: impl FnMut(Stage)) -> Graph {
        self.read_to(text, Stage::Relations, &mut watch).0
    }

    fn read_to(&mut self, text: &str, stage: Stage, watch: &mut dyn FnMut(Stage)) -> (Graph, Counts) {
        let doc = Document::read(text, &mut self.spare);
        watch(Stage::Document);
        let mut counts = Counts { tokens: doc.len(), ..Counts::default() };
        let resolved = self.resolve_to(&doc, stage, &mut counts, watch);
        let graph = resolved
            .map_or_else(Graph::default, |resolved| self.graph(&doc, resolved, stage, &mut counts, watch));
        doc.retire(&mut self.spare);
        (graph, counts)
    }

    /// From who is who to what is told.
    fn graph(
        &self,
        doc: &Document<'_>,
        resolved: Resolved,
        stage: Stage,
        counts: &mut Counts,
        watch: &mut dyn FnMut(Stage),
    ) -> Graph {
        let mut graph = Graph::default();
        let rules = self.extractor.settings.rules.as_deref();
        let reading = self.reading(doc, &resolved);
        if stage >= Stage::Statements {
            statements(&reading, &mut graph.statements);
            watch(Stage::Statements);
        }
        if stage >= Stage::Matches {
            let matches = Matches::read(&reading, rules);
            counts.matches = matches.len();
            watch(Stage::Matches);
            if stage >= Stage::Proceedings {
                proceedings(matches, &graph.statements, &mut graph.proceedings);
                watch(Stage::Proceedings);
            }
        }
        if stage >= Stage::Relations {
            relate(&reading, rules, &mut graph);
            watch(Stage::Relations);
        }
        let known = self.extractor.settings.gazetteer.as_ref().map(|own| self.listed(own, &resolved));
        graph.entities = resolved.into_entities();
        for (entity, id) in known.into_iter().flatten() {
            if let Some(entity) = graph.entities.get_mut(entity.index()) {
                entity.external_id.get_or_insert(id);
            }
        }
        graph
    }

    /// From the text to who is who, or nothing where the stage is an earlier one.
    fn resolve_to(
        &mut self,
        doc: &Document<'_>,
        stage: Stage,
        counts: &mut Counts,
        watch: &mut dyn FnMut(Stage),
    ) -> Option<Resolved> {
        let settings = &self.extractor.settings;
        self.values.clear();
        self.mentions.clear();
        self.descriptions.clear();
        if stage >= Stage::Values {
            values_into(doc, settings.published, &mut self.values);
            counts.values = self.values.len();
            self.starts.read(&self.values);
            watch(Stage::Values);
        }
        if stage >= Stage::Syntax {
            self.syntax.read(doc);
            counts.verbs = self.syntax.verbs().len();
            watch(Stage::Syntax);
        }
        if stage >= Stage::Names {
            self.finder.find(doc, &self.values, settings.weights(), &mut self.mentions);
            if let Some(gazetteer) = &settings.gazetteer {
                overlay(doc, gazetteer, &mut self.own, &mut self.mentions);
            }
            counts.names = self.mentions.len();
            watch(Stage::Names);
        }
        if stage < Stage::Entities {
            return None;
        }
        let resolved = resolve(doc, &self.syntax, &self.mentions, &self.values, &mut self.descriptions);
        watch(Stage::Entities);
        Some(resolved)
    }

    /// From the text to who is who.
    pub(super) fn resolve(&mut self, doc: &Document<'_>) -> Resolved {
        self.resolve_to(doc, Stage::Entities, &mut Counts::default(), &mut |_| {}).unwrap_or_default()
    }

    /// What was read, for whoever finds facts in it.
    pub(super) fn reading<'r>(&'r self, doc: &'r Document<'r>, resolved: &'r Resolved) -> Reading<'r> {
        Reading {
            doc,
            syntax: &self.syntax,
            values: &self.values,
            starts: &self.starts,
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

/// Roles and other ties, and the part of each organisation in everything that was found.
fn relate(reading: &Reading<'_>, rules: Option<&Rules>, graph: &mut Graph) {
    roles(reading, &graph.proceedings, &mut graph.relations);
    ties(reading, &graph.proceedings, &mut graph.relations);
    if let Some(rules) = rules {
        links(reading, rules, graph);
    }
    attribute(&graph.statements, &mut graph.relations);
    involvements(
        reading.resolved,
        &graph.statements,
        &graph.proceedings,
        &graph.relations,
        &mut graph.involvements,
    );
    acts(reading, &mut graph.involvements);
}
