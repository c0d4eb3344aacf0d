use super::antecedent::Antecedents;
use crate::french::{Chunk, Scene, Words};
use crate::graph::{EntityId, Reference};
use crate::lexicon::Classes;
use crate::ontology::{EntityKind, MentionForm};
use crate::resolve::ResolvedMention;
use crate::token::{TokenKind, TokenSpan};

/// Who has a part in a step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Party {
    pub entity: Option<EntityId>,
    pub tokens: TokenSpan,
}

impl Party {
    /// As the graph writes it.
    pub fn reference(self, scene: &Scene<'_>) -> Reference {
        Reference { entity: self.entity, span: scene.doc().span(self.tokens) }
    }

    /// Whether both are the same entity, or the same words.
    pub fn same(&self, other: &Self, scene: &Scene<'_>) -> bool {
        match (self.entity, other.entity) {
            (Some(a), Some(b)) => a == b,
            (None, None) => {
                let (doc, a, b) = (scene.doc(), self.tokens.start(), other.tokens.start());
                // «17 hommes» and «17 Égyptiens» of one article are the same.
                let counted = doc.token(a).is_some_and(|t| t.kind == TokenKind::Number)
                    && doc.form(a).len() > 1
                    && doc.form(a) == doc.form(b);
                // «cinq suspects» of a headline and «Cinq hommes» below.
                let vague = |at: usize| Words::french().suspects.contains(&doc.word(at + 1));
                let several = doc.is(a, Classes::NUMERAL)
                    && doc.form(a).eq_ignore_ascii_case(doc.form(b))
                    && !matches!(doc.form(a), "un" | "une" | "Un" | "Une")
                    && self.tokens.len() == 2
                    && other.tokens.len() == 2
                    && (vague(a) || vague(b));
                counted || several || doc.slice(self.tokens).eq_ignore_ascii_case(doc.slice(other.tokens))
            }
            _ => false,
        }
    }
}

/// Who the words stand for: a name, a phrase that bears one, a pronoun or description whose bearer can be told.
/// Nothing for a pronoun that stays open.
pub(super) fn parties_of(
    scene: &Scene<'_>,
    antecedents: &Antecedents<'_>,
    run: TokenSpan,
    out: &mut Vec<Party>,
) {
    let resolved = scene.reading().resolved;
    let mut told = antecedents.of_case(run);
    if told.is_empty() {
        told = antecedents.of_own(run);
    }
    if told.is_empty() {
        told = antecedents.of_counted(run);
    }
    if !told.is_empty() {
        for party in told {
            push(out, party);
        }
        return;
    }
    if let Some(party) = antecedents.of_ordinal(run).or_else(|| antecedents.of_principal(run)) {
        push(out, party);
        return;
    }
    // «*sa* femme» is not he.
    // «La directrice du géant Velmar, Claire Delmas,» is no company.
    let chunk = Chunk::read(scene, run.start(), run.end());
    let human = chunk.is_some_and(|chunk| {
        scene.doc().is(chunk.head, Classes::ROLE | Classes::HUMAN) && !scene.is_body(chunk.head)
    });
    let whole = |m: &&ResolvedMention| {
        if human && m.form == MentionForm::Nominal && m.kind == EntityKind::Organisation {
            return false;
        }
        m.tokens.start() == run.start()
            && run.contains(m.tokens)
            && (m.form != MentionForm::Pronoun || m.tokens == run)
            && !(m.form == MentionForm::Nominal
                && (antecedents.is_new_suspect(run, m.entity) || antecedents.is_of_unnamed(run, m.entity)))
    };
    if let Some(mention) = resolved.mention_at(run.start()).filter(whole)
        && is_actor(mention.kind)
    {
        push(out, Party { entity: Some(mention.entity), tokens: run });
        return;
    }
    let same = |m: &&ResolvedMention| m.tokens == run && whole(m) && is_actor(m.kind);
    if let Some(mention) = resolved.mentions_in(run).find(same) {
        push(out, Party { entity: Some(mention.entity), tokens: run });
        return;
    }
    if antecedents.is_pronoun(run) {
        if let Some(party) = antecedents.only_unnamed(run) {
            push(out, party);
            return;
        }
        let found = antecedents.of_pronoun(run);
        for entity in &found {
            push(out, Party { entity: Some(*entity), tokens: run });
        }
        let group = || antecedents.person_here(run).or_else(|| antecedents.group_before(run));
        if found.is_empty()
            && let Some(group) = group()
        {
            push(out, Party { entity: None, tokens: group });
        }
        return;
    }
    let before = out.len();
    for entity in antecedents.of_suspects(run) {
        push(out, Party { entity: Some(entity), tokens: run });
    }
    if out.len() > before {
        return;
    }
    named_by_apposition(scene, run, out);
    if out.len() > before {
        return;
    }
    // «le directeur du journal « Aurore », *Léon Marchetti*, a été …»: he is not his paper.
    let office = chunk.is_some_and(|chunk| {
        scene.doc().is(chunk.head, Classes::ROLE | Classes::HUMAN)
            && !scene.doc().is(chunk.head, Classes::ORGANISATION_HEAD)
    });
    if office {
        let quoted = (run.end()..run.end() + 8).take_while(|at| scene.doc().form(*at) != ",");
        let close = quoted.skip(1).find(|at| matches!(scene.doc().form(*at), "»" | "”" | "\""));
        let opens = matches!(scene.doc().form(run.end()), "«" | "“" | "\"");
        if let Some(close) = close.filter(|_| opens) {
            let beside = TokenSpan::new(run.start(), close + 1);
            named_by_apposition(scene, beside, out);
        }
    } else if let Some(party) = quoted_name(scene, run) {
        push(out, party);
    }
    if out.len() > before {
        return;
    }
    let entity = antecedents.of_description(run).or_else(|| antecedents.of_generic(run));
    if let Some(party) = antecedents.of_unnamed(run).filter(|_| entity.is_none()) {
        push(out, party);
        return;
    }
    if let Some(party) = antecedents.of_fronted(run).filter(|_| entity.is_none()) {
        push(out, party);
        return;
    }
    // «la garde à vue *des trois hommes*»
    let des = entity.is_none() && run.len() > 1 && scene.doc().form(run.start()) == "des";
    push(out, Party { entity, tokens: TokenSpan::new(run.start() + usize::from(des), run.end()) });
}

/// «le mouvement d’opposition « *Aurore* » est …»
fn quoted_name(scene: &Scene<'_>, run: TokenSpan) -> Option<Party> {
    let doc = scene.doc();
    let end = doc.sentence_of(run.start()).end().min(run.end() + 8);
    let open = (run.end()..end)
        .take_while(|at| !scene.is_finite(*at) && doc.form(*at) != ",")
        .find(|at| matches!(doc.form(*at), "«" | "“" | "\""))?;
    if let Some((name, EntityKind::Organisation)) = scene.name_at(open + 1) {
        let entity = scene.reading().resolved.mention_at(name.start()).map(|mention| mention.entity);
        return Some(Party { entity, tokens: name });
    }
    // A name that nobody knows is one by its capital and its marks.
    let close = (open + 1..end + 8).find(|at| matches!(doc.form(*at), "»" | "”" | "\""))?;
    let capital = doc.token(open + 1).is_some_and(|token| token.shape.is_capital());
    (capital && close > open + 1).then(|| Party { entity: None, tokens: TokenSpan::new(open + 1, close) })
}

/// «trois hommes, *Léon Marchetti*, 20 ans, et *Paul Vasseur*, ont été …»
fn named_by_apposition(scene: &Scene<'_>, run: TokenSpan, out: &mut Vec<Party>) {
    let doc = scene.doc();
    if doc.form(run.end()) != "," && doc.form(run.end()) != ":" {
        return;
    }
    let end = doc.sentence_of(run.start()).end().min(run.end() + 40);
    let one = matches!(doc.form(run.start()), "un" | "une" | "Un" | "Une");
    let counted = !one && doc.counts(run.start());
    let named = scene.name_at(run.end() + 1).is_some_and(|(_, kind)| kind == EntityKind::Person);
    // «Son mari, *le député* Léon Marchetti, a été …»
    if !named
        && !counted
        && let Some(chunk) = Chunk::read(scene, run.end() + 1, end)
        && let Some(name) = chunk.name
        && chunk.sort == crate::french::Sort::Person
        && doc.is(run.end() + 1, Classes::DETERMINER | Classes::TITLE | Classes::ROLE)
        && matches!(doc.form(chunk.span.end()), "," | "(")
        && let Some(mention) = scene.reading().resolved.mention_at(name.start())
    {
        push(out, Party { entity: Some(mention.entity), tokens: name });
        return;
    }
    if !named && !counted {
        return;
    }
    // «les quatre prévenus, *dont* l’ancien maire Paul Vasseur»: the others too.
    if matches!(doc.form(run.end() + 1), "dont" | "notamment") {
        push(out, Party { entity: None, tokens: run });
    }
    let mut at = run.end() + 1;
    while at < end {
        if let Some((name, EntityKind::Person)) = scene.name_at(at) {
            // «trois jeunes, soupçonnés d’avoir volé le sac *de Claire Delmas*»
            let leads = Classes::DETERMINER | Classes::ADJECTIVE | Classes::ROLE | Classes::TITLE;
            let owned = (at.saturating_sub(4)..at)
                .rev()
                .find(|i| doc.is(*i, Classes::PREPOSITION) || !doc.is(*i, leads))
                .is_some_and(|i| doc.is(i, Classes::PREPOSITION));
            if !owned && let Some(mention) = scene.reading().resolved.mention_at(at) {
                push(out, Party { entity: Some(mention.entity), tokens: name });
            }
            at = name.end();
            continue;
        }
        if let Some(after) = scene.closed(at, end) {
            at = after;
            continue;
        }
        if scene.is_finite(at) {
            return;
        }
        at += 1;
    }
}

pub(super) fn push(out: &mut Vec<Party>, party: Party) {
    let known = out.iter().any(|p| {
        p.tokens == party.tokens && p.entity == party.entity || p.entity.is_some() && p.entity == party.entity
    });
    if !known {
        out.push(party);
    }
}

pub(super) const fn is_actor(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Person | EntityKind::Organisation | EntityKind::Location)
}

/// A body: a court, an accuser, a state.
pub(super) fn body_of(scene: &Scene<'_>, antecedents: &Antecedents<'_>, run: TokenSpan) -> Option<Party> {
    let resolved = scene.reading().resolved;
    let named = resolved.mentions_in(run).find(|m| is_actor(m.kind) && m.tokens.start() <= run.start() + 2);
    if let Some(mention) = named.filter(|m| m.tokens == run) {
        return Some(Party { entity: Some(mention.entity), tokens: run });
    }
    if antecedents.is_pronoun(run) {
        let entity = antecedents.of_pronoun(run).first().copied()?;
        return Some(Party { entity: Some(entity), tokens: run });
    }
    let chunk = Chunk::read(scene, run.start(), run.end().max(run.start() + 1));
    if let Some(name) = chunk.and_then(|chunk| chunk.name) {
        let entity = resolved.mention_at(name.start()).map(|m| m.entity);
        return Some(Party { entity, tokens: name });
    }
    let first = run.start() + usize::from(run.len() > 1 && scene.doc().is(run.start(), Classes::DETERMINER));
    // «les réquisitions *du procureur*, qui avait demandé …»: a thing demands nothing, whose it is does.
    let doc = scene.doc();
    let thing = chunk.is_some_and(|chunk| chunk.sort == crate::french::Sort::Thing);
    let judge = (first + 2..run.end()).find(|at| thing && doc.is(*at, Classes::COURT));
    let first = judge.unwrap_or(first);
    // «les commissaires *d’une amende de 15 000 dollars*»
    let penalty = (first + 1..run.end()).find(|at| scene.penalty_at(*at).is_some());
    let end = penalty.map_or(run.end(), |at| {
        (first + 1..at)
            .rev()
            .take_while(|i| scene.doc().is(*i, Classes::DETERMINER | Classes::PREPOSITION))
            .last()
            .unwrap_or(at)
    });
    Some(Party { entity: None, tokens: TokenSpan::new(first, end.max(first + 1)) })
}

/// «en *France*», «arrêté à *Lyon*»: where it happened.
pub(super) fn is_whereabouts(scene: &Scene<'_>, party: Party) -> bool {
    let (doc, start) = (scene.doc(), party.tokens.start());
    let place = party.entity.and_then(|entity| scene.reading().resolved.entity(entity));
    place.is_some_and(|entity| entity.kind == EntityKind::Location)
        && start > 0
        && (matches!(doc.form(start - 1), "en" | "dans" | "au" | "aux")
            || doc.form(start - 1) == "à" && start > 1 && doc.is(start - 2, Classes::PAST_PARTICIPLE))
}

/// «30 kg de cocaïne»: a number whose unit is no people.
pub(super) fn is_measure(scene: &Scene<'_>, party: Party) -> bool {
    let (doc, start) = (scene.doc(), party.tokens.start());
    let value = || scene.value_at(start).is_some_and(|value| value.tokens.end() > start + 1);
    party.tokens.len() == 1
        && doc.token(start).is_some_and(|token| token.kind == TokenKind::Number)
        && !doc.is(start + 1, Classes::HUMAN | Classes::ROLE | Classes::DEMONYM)
        && value()
}
