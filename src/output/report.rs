use std::fmt;

use super::excerpt::Excerpt;
use crate::Span;
use crate::graph::{Entity, Graph, Place, Proceeding, Reference, Relation, Source, Statement};
use crate::ontology::{EntityKind, Part, Status};

const WIDTH: usize = 110;

/// A graph as a page that a person reads: who said what, who was convicted of what, which
/// organisations had which part, who holds which role, each with the words of the text as proof.
///
/// ```
/// use greffier::{Extractor, output::Report};
/// let text = "Selon Léa Marchand, la mairie de Tours a menti.";
/// let graph = Extractor::french().extract(text);
/// print!("{}", Report::new(&graph, text));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    graph: &'a Graph,
    text: &'a str,
}

impl<'a> Report<'a> {
    /// The report on `graph`, which was made from `text`.
    pub fn new(graph: &'a Graph, text: &'a str) -> Self {
        Self { graph, text }
    }

    fn excerpt(&self, span: Span) -> Excerpt<'a> {
        Excerpt::new(span, self.text, WIDTH)
    }

    fn named(&self, reference: &Reference) -> String {
        self.who(reference.entity.and_then(|id| self.graph.entity(id)), reference.span)
    }

    /// The name, and the words that stand for it where they are others.
    fn who(&self, entity: Option<&Entity>, span: Span) -> String {
        match entity {
            Some(entity) if span.of(self.text) == entity.name => entity.name.clone(),
            Some(entity) if span.is_empty() => entity.name.clone(),
            Some(entity) => format!("{} («{}»)", entity.name, Excerpt::new(span, self.text, 50)),
            None => format!("«{}»", Excerpt::new(span, self.text, 60)),
        }
    }

    fn source(&self, source: Option<Source>) -> String {
        match source {
            Some(Source::Entity(id)) => {
                self.graph.entity(id).map_or_else(String::new, |entity| format!(", says {}", entity.name))
            }
            Some(Source::Statement(id)) => {
                let speaker = self.graph.statement(id).and_then(|statement| statement.speaker);
                let name = speaker.map(|s| self.who(s.entity.and_then(|id| self.graph.entity(id)), s.span));
                format!(", says {}", name.unwrap_or_else(|| "somebody unnamed".into()))
            }
            None => String::new(),
        }
    }

    fn statement(&self, f: &mut fmt::Formatter<'_>, statement: &Statement) -> fmt::Result {
        let speaker = statement.speaker.map_or_else(
            || "nobody named".to_owned(),
            |speaker| self.who(speaker.entity.and_then(|id| self.graph.entity(id)), speaker.span),
        );
        write!(f, "  {speaker}")?;
        if let Some(cue) = &statement.cue {
            let negated = if cue.negated { ", negated" } else { "" };
            write!(f, " — «{}» ({}{negated})", self.excerpt(cue.span), cue.stance)?;
        }
        writeln!(f, " [{}]", statement.form)?;
        writeln!(f, "      {}", self.excerpt(statement.span))
    }

    fn proceeding(&self, f: &mut fmt::Formatter<'_>, proceeding: &Proceeding) -> fmt::Result {
        let list = |references: &[Reference]| {
            references.iter().map(|r| self.named(r)).collect::<Vec<_>>().join(", ")
        };
        let parties =
            if proceeding.parties.is_empty() { "nobody named".into() } else { list(&proceeding.parties) };
        write!(f, "  {}: {parties}", proceeding.kind)?;
        if proceeding.status != Status::Asserted {
            write!(f, " ({})", proceeding.status)?;
        }
        writeln!(f, "{}", self.source(proceeding.attributed_to))?;
        for offence in &proceeding.offences {
            writeln!(f, "      offence  {}", self.excerpt(*offence))?;
        }
        for penalty in &proceeding.penalties {
            writeln!(f, "      penalty  {}", self.excerpt(penalty.span))?;
        }
        if !proceeding.victims.is_empty() {
            writeln!(f, "      victim   {}", list(&proceeding.victims))?;
        }
        if let Some(body) = &proceeding.body {
            writeln!(f, "      by       {}", self.named(body))?;
        }
        if let Some(date) = &proceeding.date {
            writeln!(f, "      date     {}", self.excerpt(date.span))?;
        }
        if let Some(damage) = proceeding.damage {
            writeln!(f, "      damage   {}", self.excerpt(damage))?;
        }
        if proceeding.in_absentia {
            writeln!(f, "      in absentia")?;
        }
        if proceeding.under_appeal {
            writeln!(f, "      under appeal")?;
        }
        writeln!(f, "      words    «{}» [{}]", self.excerpt(proceeding.trigger), proceeding.rule)
    }

    fn relation(&self, f: &mut fmt::Formatter<'_>, relation: &Relation) -> fmt::Result {
        let former = if relation.former { "former " } else { "" };
        match relation.role {
            Some(role) => write!(f, "      {former}{}", self.excerpt(role))?,
            None => write!(f, "      {former}{}", relation.kind)?,
        }
        if let Some(to) = relation.to.and_then(|id| self.graph.entity(id)) {
            write!(f, " → {}", to.name)?;
        }
        writeln!(f, "{}", self.source(relation.attributed_to))
    }

    fn organisation(&self, f: &mut fmt::Formatter<'_>, entity: &Entity) -> fmt::Result {
        self.heading(f, entity)?;
        // A man who leads what he works for has two ties and one line.
        let mut written: Vec<String> = Vec::new();
        for involvement in self.graph.involvements_of(entity.id) {
            let what = match involvement.within {
                Some(Place::Proceeding(id)) => {
                    self.graph.proceedings.get(id.index()).map(|p| format!(" in a {}", p.kind))
                }
                Some(Place::Relation(id)) => self
                    .graph
                    .relations
                    .get(id.index())
                    .and_then(|r| self.graph.entity(r.from))
                    .map(|from| format!(" of {}", from.name)),
                Some(Place::Statement(_)) | None => None,
            };
            let what = what.unwrap_or_default();
            let line = format!("{}{what}: «{}»", involvement.part, self.excerpt(involvement.evidence));
            if !written.contains(&line) {
                writeln!(f, "      {line}")?;
                written.push(line);
            }
        }
        Ok(())
    }

    fn heading(&self, f: &mut fmt::Formatter<'_>, entity: &Entity) -> fmt::Result {
        write!(f, "  {}", entity.name)?;
        if !entity.aliases.is_empty() {
            write!(f, " (also: {})", entity.aliases.join(", "))?;
        }
        writeln!(f)
    }
}

impl fmt::Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "WHO SAID WHAT")?;
        for statement in &self.graph.statements {
            self.statement(f, statement)?;
        }
        writeln!(f, "\nJUSTICE: WHO WAS ACCUSED OR CONVICTED OF WHAT")?;
        for proceeding in &self.graph.proceedings {
            self.proceeding(f, proceeding)?;
        }
        writeln!(f, "\nORGANISATIONS AND THEIR PART")?;
        for organisation in self.graph.organisations() {
            self.organisation(f, &organisation)?;
        }
        writeln!(f, "\nPEOPLE AND THEIR ROLES")?;
        for person in self.graph.persons() {
            self.heading(f, person)?;
            for relation in self.graph.relations.iter().filter(|relation| relation.from == person.id) {
                self.relation(f, relation)?;
            }
            let killed = self.graph.involvements_of(person.id).filter(|i| i.part == Part::Victim);
            for involvement in killed {
                writeln!(f, "      victim: «{}»", self.excerpt(involvement.evidence))?;
            }
        }
        writeln!(f, "\nPLACES, DATES, AMOUNTS")?;
        for kind in [
            EntityKind::Location,
            EntityKind::Event,
            EntityKind::Product,
            EntityKind::Date,
            EntityKind::Money,
        ] {
            let names: Vec<&str> = self.graph.of_kind(kind).map(|entity| entity.name.as_str()).collect();
            if !names.is_empty() {
                writeln!(f, "  {kind}: {}", names.join(", "))?;
            }
        }
        Ok(())
    }
}
