use std::borrow::Cow;
use std::collections::BTreeSet;

use super::table::{Argument, Frame, Kinds, Table};
use crate::graph::{EntityId, Relation, RelationId, Source, Statement};
use crate::lexicon::RoleKind;
use crate::ontology::{EntityKind, MentionForm, RelationKind, Status};
use crate::resolve::{Reading, ResolvedMention, complement_entity};
use crate::syntax::{Mood, PhraseId, VerbGroup, VerbId};
use crate::text::Span;

/// Finds the ties that verbs and role nouns make: who lives where, who founded, leads or owns what, who is whose
/// kin, lawyer, partner.
pub(crate) fn ties(reading: &Reading<'_>, out: &mut Vec<Relation>) {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    by_roles(reading, &mut found);
    by_verbs(reading, &mut found);
    found.sort_by_key(|tie: &Tied| (tie.evidence.start(), tie.evidence.end()));
    for tie in found {
        if tie.from != tie.to && seen.insert((tie.kind, tie.from, tie.to, tie.status)) {
            out.push(Relation {
                id: RelationId::from(out.len()),
                kind: tie.kind,
                from: tie.from,
                to: Some(tie.to),
                role: None,
                former: tie.former,
                acting: false,
                status: tie.status,
                attributed_to: None,
                evidence: tie.evidence,
                rule: Cow::Borrowed(tie.rule),
            });
        }
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

struct Tied {
    kind: RelationKind,
    from: EntityId,
    to: EntityId,
    former: bool,
    status: Status,
    evidence: Span,
    rule: &'static str,
}

/// «l’avocat de X», «le fondateur de Y», «sa femme», «le député LR».
fn by_roles(reading: &Reading<'_>, found: &mut Vec<Tied>) {
    let table = Table::get();
    for holding in reading.resolved.holdings() {
        let Some(description) = reading.descriptions.get(holding.description) else { continue };
        let from = holding.holder.entity;
        let evidence = reading.doc.span(description.tokens).cover(reading.doc.span(holding.holder.tokens));
        let former = description.former || holding.past;
        let status = status(holding.negated, holding.conditional, false);
        let mut push =
            |kind, to| found.push(Tied { kind, from, to, former, status, evidence, rule: "tie/role" });
        if let Some(party) = description.party.and_then(|party| reading.resolved.entity_at(party.start())) {
            push(RelationKind::MemberOf, party);
        }
        let complement = complement_entity(reading.doc, reading.resolved, description).or(holding.possessor);
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
            if frame.from_kinds.lawyer && !lawyers.contains(&from.entity) {
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
    Tied {
        kind: frame.kind,
        from: from.entity,
        to: to.entity,
        former: false,
        status: status(verb.negated, verb.mood == Mood::Conditional, verb.modal.is_some()),
        evidence,
        rule: "tie/verb",
    }
}

const fn status(negated: bool, conditional: bool, modal: bool) -> Status {
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

/// Those whom the article calls lawyers.
fn lawyers(reading: &Reading<'_>) -> BTreeSet<EntityId> {
    let lawyer = Table::get().lawyer;
    let holdings = reading.resolved.holdings().iter();
    let called =
        holdings.filter(|h| reading.descriptions.get(h.description).is_some_and(|d| Some(d.noun) == lawyer));
    called.map(|holding| holding.holder.entity).collect()
}

/// What a phrase stands for: the mention at its name or head; the name in apposition to a common noun.
pub(super) fn mention(reading: &Reading<'_>, phrase: PhraseId, kinds: &Kinds) -> Option<ResolvedMention> {
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
