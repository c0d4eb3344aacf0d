use std::borrow::Cow;

use crate::french::{FrenchView, Group, Scene, TiePart, kind_of_record, kind_of_tie};
use crate::graph::{Argument, EntityId, Graph, Link, Reference, Relation, RelationId, Source, Statement};
use crate::ontology::{RelationKind, Status};
use crate::resolve::Reading;
use crate::rule::{Makes, Match, RecordKind, Rule, Rules, View};
use crate::text::Span;
use crate::token::TokenSpan;

/// What the user's own rules find beside proceedings: ties of the built-in kinds, and facts of kinds of their own.
pub(crate) fn links(reading: &Reading<'_>, rules: &Rules, graph: &mut Graph) {
    let view = FrenchView::new(reading);
    for found in rules.matches(&view) {
        let Makes::Record(record) = found.makes else { continue };
        let Some(rule) = rules.rule(found.rule) else { continue };
        if kind_of_record(record).is_some() {
            continue;
        }
        let told = Told { view: &view, rule, found: &found };
        match kind_of_tie(record) {
            Some(kind) => graph.relations.extend(told.tie(kind)),
            None => {
                let kind = rules.records().iter().find(|known| known.id == record);
                graph.links.extend(kind.map(|kind| told.link(kind, &graph.statements)));
            }
        }
    }
    graph.relations.sort_by_key(|relation| relation.evidence.start());
    for (place, relation) in graph.relations.iter_mut().enumerate() {
        relation.id = RelationId::from(place);
    }
}

/// One match of one rule.
struct Told<'m> {
    view: &'m FrenchView<'m>,
    rule: &'m Rule,
    found: &'m Match,
}

impl Told<'_> {
    fn tie(&self, kind: RelationKind) -> Option<Relation> {
        let entity = |part: TiePart| self.entity(self.found.get(part.id())?);
        Some(Relation {
            id: RelationId::default(),
            kind,
            from: entity(TiePart::From)?,
            to: entity(TiePart::To),
            role: self.found.get(TiePart::Role.id()).map(|run| self.span(run)),
            former: false,
            acting: false,
            status: self.status(),
            attributed_to: None,
            evidence: self.evidence(),
            rule: self.name(),
        })
    }

    fn link(&self, kind: &RecordKind, statements: &[Statement]) -> Link {
        let evidence = self.evidence();
        let arguments = self.found.bindings.iter().map(|(part, run)| Argument {
            slot: kind.parts.get(part.index()).cloned().unwrap_or_default(),
            reference: Reference { entity: self.entity(run), span: self.span(run) },
        });
        let said = statements.iter().rev().find(|statement| statement.span.contains(evidence));
        Link {
            kind: kind.name.clone(),
            arguments: arguments.collect(),
            evidence,
            status: self.status(),
            attributed_to: said.map(|statement| Source::Statement(statement.id)),
            rule: self.name(),
        }
    }

    fn name(&self) -> Cow<'static, str> {
        Cow::Owned(self.rule.name().to_owned())
    }

    fn scene(&self) -> Scene<'_> {
        self.view.scene()
    }

    fn span(&self, run: TokenSpan) -> Span {
        self.scene().doc().span(run)
    }

    /// Everything that the rule took, from the first word to the last.
    fn evidence(&self) -> Span {
        let parts = self.found.bindings.iter().map(|(_, run)| self.span(run));
        parts.fold(self.span(self.found.extent), Span::cover)
    }

    /// The entity that a run of words names or stands for.
    fn entity(&self, run: TokenSpan) -> Option<EntityId> {
        let mut mentions = self.scene().reading().resolved.mentions_in(run);
        mentions.find(|mention| mention.tokens == run).map(|mention| mention.entity)
    }

    /// How far the article stands behind it: what the verb of the trigger says.
    fn status(&self) -> Status {
        let token = self.found.token;
        if self.scene().is_noun(token) || !self.view.sentence(token).has(token) {
            return Status::Asserted;
        }
        let group: Group = self.view.group(token);
        match () {
            () if group.negated => Status::Negated,
            () if group.possible || group.future => Status::Hypothetical,
            () if group.conditional => Status::Alleged,
            () => Status::Asserted,
        }
    }
}
