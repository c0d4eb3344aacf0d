use std::borrow::Cow;
use std::collections::BTreeSet;

use super::client::possessor;
use super::leaders::leaders;
use super::table::{Argument, Frame, Kinds, Table};
use super::units::units;
use crate::graph::{EntityId, Proceeding, Relation, RelationId, Source, Statement};
use crate::lexicon::RoleKind;
use crate::ontology::{EntityKind, MentionForm, RelationKind, Status};
use crate::resolve::{Reading, ResolvedMention, complement_entity};
use crate::syntax::{Mood, PhraseId, VerbGroup, VerbId};
use crate::text::Span;
use crate::token::TokenSpan;

/// Finds the ties that verbs and role nouns make: who lives where, who founded, leads or owns what, who is whose
/// kin, lawyer, partner.
pub(crate) fn ties(reading: &Reading<'_>, proceedings: &[Proceeding], out: &mut Vec<Relation>) {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    by_roles(reading, proceedings, &mut found);
    by_verbs(reading, &mut found);
    leaders(reading, &mut found);
    units(reading, &mut found);
    // «X, président de Velmar, préside Velmar»: a verb that repeats a noun is no second role.
    let mut held: BTreeSet<_> = out.iter().filter_map(|role| Some((role.from, role.to?))).collect();
    found.sort_by_key(|tie: &Tied| (tie.evidence.start(), tie.evidence.end()));
    for tie in found {
        if tie.from == tie.to || !seen.insert((tie.kind, tie.from, tie.to, tie.status)) {
            continue;
        }
        if tie.role.is_some() && held.insert((tie.from, tie.to)) {
            out.push(relation(&tie, RelationKind::HoldsRole, tie.role, out.len()));
        }
        out.push(relation(&tie, tie.kind, None, out.len()));
    }
}

fn relation(tie: &Tied, kind: RelationKind, role: Option<Span>, id: usize) -> Relation {
    Relation {
        id: RelationId::from(id),
        kind,
        from: tie.from,
        to: Some(tie.to),
        role,
        former: tie.former,
        acting: false,
        status: tie.status,
        attributed_to: None,
        evidence: tie.evidence,
        rule: Cow::Borrowed(tie.rule),
    }
}

/// Says who says so, for the relations that stand inside what somebody says.
pub(crate) fn attribute(statements: &[Statement], relations: &mut [Relation]) {
    for relation in relations {
        let after = statements.partition_point(|s| s.span.start() <= relation.evidence.start());
        let said = statements[..after].iter().rev().take(12).find(|s| s.span.contains(relation.evidence));
        relation.attributed_to = said.map(|statement| Source::Statement(statement.id));
    }
}

/// Two entities that a verb or a noun ties.
pub(super) struct Tied {
    pub kind: RelationKind,
    pub from: EntityId,
    pub to: EntityId,
    /// The words of a role that is told by a verb.
    pub role: Option<Span>,
    pub former: bool,
    pub status: Status,
    pub evidence: Span,
    pub rule: &'static str,
}

/// «l’avocat de X», «le fondateur de Y», «sa femme», «le député LR».
fn by_roles(reading: &Reading<'_>, proceedings: &[Proceeding], found: &mut Vec<Tied>) {
    let table = Table::get();
    for holding in reading.resolved.holdings() {
        let Some(description) = reading.descriptions.get(holding.description) else { continue };
        let from = holding.holder.entity;
        let evidence = reading.doc.span(description.tokens).cover(reading.doc.span(holding.holder.tokens));
        let former = description.former || holding.past;
        let status = status(holding.negated, holding.conditional, false);
        let mut push = |kind, to| {
            found.push(Tied { kind, from, to, role: None, former, status, evidence, rule: "tie/role" });
        };
        if let Some(party) = description.party.and_then(|party| reading.resolved.entity_at(party.start())) {
            push(RelationKind::MemberOf, party);
        }
        let complement = complement_entity(reading.doc, reading.resolved, description)
            .or_else(|| possessor(reading, holding, proceedings));
        let Some(to) = complement.and_then(|to| reading.resolved.entity(to)) else { continue };
        let kind = match description.kind {
            RoleKind::Kinship => Some(RelationKind::FamilyOf),
            _ => table.noun(description.noun),
        };
        if let Some(kind) = kind.filter(|kind| fits(*kind, to.kind)) {
            push(kind, to.id);
        }
    }
}

/// What the other end of a relation may be.
const fn fits(kind: RelationKind, to: EntityKind) -> bool {
    use EntityKind::{Location, Organisation, Person};
    match kind {
        RelationKind::FamilyOf => matches!(to, Person),
        RelationKind::LawyerOf | RelationKind::PartnerOf | RelationKind::KilledBy => {
            matches!(to, Person | Organisation)
        }
        RelationKind::AllyOf | RelationKind::AdversaryOf => matches!(to, Person | Organisation | Location),
        RelationKind::BornIn
        | RelationKind::ResidesIn
        | RelationKind::DiedIn
        | RelationKind::BasedIn
        | RelationKind::CitizenOf => {
            matches!(to, Location)
        }
        _ => matches!(to, Organisation),
    }
}

fn by_verbs(reading: &Reading<'_>, found: &mut Vec<Tied>) {
    let table = Table::get();
    let lawyers = lawyers(reading);
    for (index, verb) in reading.syntax.verbs().iter().enumerate() {
        for frame in table.frames(verb.lemma) {
            if frame.voice.is_some_and(|voice| voice != verb.voice) || verb.causative {
                continue;
            }
            let id = VerbId(index as u32);
            let (Some(from), Some(to)) = (
                argument(reading, id, &frame.from, &frame.from_kinds),
                argument(reading, id, &frame.to, &frame.to_kinds),
            ) else {
                continue;
            };
            if frame.from_kinds.lawyer && !lawyers.contains(&from.entity) && !is_master(reading, &from) {
                continue;
            }
            found.push(tied(reading, verb, frame, from, to));
            break;
        }
    }
}

fn tied(
    reading: &Reading<'_>,
    verb: &VerbGroup,
    frame: &Frame,
    from: ResolvedMention,
    to: ResolvedMention,
) -> Tied {
    let evidence =
        reading.doc.span(verb.span).cover(reading.doc.span(from.tokens)).cover(reading.doc.span(to.tokens));
    // «X, qui préside Velmar», «dirigée par X»: the verb tells a role.
    let role = (frame.kind == RelationKind::LeaderOf)
        .then(|| reading.doc.span(TokenSpan::new(verb.head.index(), verb.head.index() + 1)));
    Tied {
        kind: frame.kind,
        from: from.entity,
        to: to.entity,
        role,
        former: false,
        status: status(verb.negated, verb.mood == Mood::Conditional, verb.modal.is_some()),
        evidence,
        rule: "tie/verb",
    }
}

pub(super) const fn status(negated: bool, conditional: bool, modal: bool) -> Status {
    match (negated, conditional, modal) {
        (true, ..) => Status::Negated,
        (_, _, true) => Status::Hypothetical,
        (_, true, _) => Status::Alleged,
        _ => Status::Asserted,
    }
}

/// The entity that stands at a place of the clause, if it is of the right kind.
fn argument(
    reading: &Reading<'_>,
    verb: VerbId,
    argument: &Argument,
    kinds: &Kinds,
) -> Option<ResolvedMention> {
    let syntax = reading.syntax;
    let mention = match argument {
        Argument::Subject => mention(reading, syntax.subject(verb)?, kinds)?,
        Argument::Object => {
            let pronoun = syntax.verb(verb).and_then(|group| group.accusative);
            match syntax.object(verb) {
                Some(object) => mention(reading, object, kinds)?,
                None => *reading.resolved.mention_at(pronoun?.index())?,
            }
        }
        Argument::Agent => mention(reading, syntax.agent(verb)?, kinds)?,
        Argument::Behind(prepositions) => syntax
            .complements(verb)
            .take(4)
            .filter(|(preposition, _)| prepositions.contains(preposition))
            .find_map(|(_, phrase)| mention(reading, phrase, kinds))?,
    };
    kinds.has(mention.kind).then_some(mention)
}

/// «*Me* X, qui défend Y»
fn is_master(reading: &Reading<'_>, mention: &ResolvedMention) -> bool {
    let before = mention.tokens.start().checked_sub(1);
    before.is_some_and(|at| matches!(reading.doc.form(at), "Me" | "Maître" | "maître"))
}

/// Those whom the article calls lawyers.
fn lawyers(reading: &Reading<'_>) -> BTreeSet<EntityId> {
    let lawyer = Table::get().lawyer;
    let holdings = reading.resolved.holdings().iter();
    let called =
        holdings.filter(|h| reading.descriptions.get(h.description).is_some_and(|d| Some(d.noun) == lawyer));
    called.map(|holding| holding.holder.entity).collect()
}

/// What a phrase stands for: the mention at its name or head; the name in apposition to a common noun.
fn mention(reading: &Reading<'_>, phrase: PhraseId, kinds: &Kinds) -> Option<ResolvedMention> {
    let syntax = reading.syntax;
    let base = syntax.phrase(phrase)?;
    let head = base.name.map_or(base.head.index(), |name| name.start());
    let fits = |m: &&ResolvedMention| kinds.has(m.kind);
    let at_head = reading.resolved.mention_at(head).filter(fits);
    let beside = || {
        let other = syntax.phrase(syntax.apposition(phrase)?)?;
        let at = other.name.map_or(other.head.index(), |name| name.start());
        reading.resolved.mention_at(at).filter(fits).filter(|m| m.form == MentionForm::Name)
    };
    at_head.or_else(beside).copied()
}
