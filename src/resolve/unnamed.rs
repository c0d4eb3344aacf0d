use std::borrow::Cow;
use std::collections::BTreeMap;

use super::description::Description;
use super::holding::Holding;
use super::lists::Lists;
use super::resolved::{Resolved, ResolvedMention};
use crate::document::Document;
use crate::graph::{Entity, EntityId, Mention};
use crate::lexicon::Classes;
use crate::ontology::{EntityKind, MentionForm};
use crate::token::{Shape, TokenSpan};

/// Bodies without a name of their own in which somebody holds a role: «porte-parole *du gouvernement*», «directeur général
/// de la *police nationale*». They become entities, so that the role can say what it is a role in.
pub(super) fn unnamed(
    doc: &Document<'_>,
    descriptions: &[Description],
    holdings: &[Holding],
    resolved: &mut Resolved,
) {
    let mut known: BTreeMap<&str, EntityId> = BTreeMap::new();
    let mut seen = TokenSpan::new(0, 0);
    for holding in holdings {
        let Some(run) = descriptions.get(holding.description).map(|d| complement(doc, d)) else { continue };
        if run == seen || !is_body(doc, resolved, run) {
            continue;
        }
        seen = run;
        let words = doc.slice(run);
        let next = EntityId::from(resolved.entities().len());
        let entity = *known.entry(words).or_insert(next);
        let mention = ResolvedMention {
            tokens: run,
            entity,
            kind: EntityKind::Organisation,
            form: MentionForm::Nominal,
        };
        let joined_by = if entity == next { "" } else { "same words" };
        let place = Mention { span: doc.span(run), form: mention.form, joined_by: Cow::Borrowed(joined_by) };
        resolved.describe(mention, place, || Entity {
            id: next,
            kind: EntityKind::Organisation,
            name: words.to_owned(),
            aliases: Vec::new(),
            gender: None,
            value: None,
            external_id: None,
            mentions: Vec::new(),
        });
    }
    if !known.is_empty() {
        resolved.sort();
    }
}

/// What the role is in; of a role that is listed with it («porte-parole du gouvernement»), what follows its «de».
pub(super) fn complement(doc: &Document<'_>, description: &Description) -> TokenSpan {
    let role = description.role;
    if !description.complement.is_empty() {
        return description.complement;
    }
    let links = |i: usize| doc.is_de(i);
    let Some(link) = role.indices().skip(1).find(|i| links(*i)) else { return description.complement };
    let article = matches!(doc.form(link + 1), "la" | "l'" | "l’" | "cette" | "ce");
    let start = link + 1 + usize::from(article);
    // «ministre de l’Intérieur»: what he is minister of is no body.
    let portfolio =
        doc.token(start).is_none_or(|token| token.shape != Shape::Lower) && doc.is(start, Classes::NOUN);
    if start < role.end() && !portfolio { TokenSpan::new(start, role.end()) } else { description.complement }
}

/// The body, place or person that a role is in: the mention that ends its complement.
pub(crate) fn complement_entity(
    doc: &Document<'_>,
    resolved: &Resolved,
    description: &Description,
) -> Option<EntityId> {
    let run = complement(doc, description);
    let last = run.end().checked_sub(1).filter(|_| !run.is_empty())?;
    // «le tribunal de Lyon» rather than Lyon, where it is the whole complement.
    let whole = resolved.mention_at(run.start()).filter(|mention| mention.tokens == run);
    let mention = whole.or_else(|| resolved.mention_at(last))?;
    let place = matches!(mention.kind, EntityKind::Organisation | EntityKind::Location | EntityKind::Person);
    (place && mention.form != MentionForm::Pronoun && mention.tokens.start() > description.head.start())
        .then_some(mention.entity)
}

/// A common noun for bodies, in small letters, that stands for nobody yet.
fn is_body(doc: &Document<'_>, resolved: &Resolved, run: TokenSpan) -> bool {
    let pointed = run.start().checked_sub(1).is_some_and(|at| matches!(doc.form(at), "ce" | "cet" | "cette"));
    // «l’association Vivre Libre»: a name that nobody knows is no reason to leave it out.
    let named = doc.token(run.end()).is_some_and(|token| token.shape.is_capital());
    !run.is_empty()
        && !named
        && !pointed
        && (doc.is(run.start(), Classes::ORGANISATION_HEAD)
            || Lists::french().unnamed_bodies.contains(&doc.word(run.start())))
        && doc.token(run.start()).is_some_and(|token| token.shape == Shape::Lower)
        && run
            .indices()
            .all(|i| resolved.mention_at(i).is_none_or(|m| m.tokens.contains(run) && m.tokens != run))
        && !stands(resolved, run)
}

/// Whether the noun with its article stands for a body that the article has named: «PDG de *la banque*».
fn stands(resolved: &Resolved, run: TokenSpan) -> bool {
    resolved.mention_at(run.start()).is_some_and(|mention| {
        mention.kind == EntityKind::Organisation
            && mention.form == MentionForm::Nominal
            && mention.tokens.start() + 1 == run.start()
            && mention.tokens.end() == run.end()
    })
}
