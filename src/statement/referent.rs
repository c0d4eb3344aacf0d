use super::lexis::Noun as Kind;
use super::lists::Lists;
use super::phrase::Noun;
use super::scope::Scope;
use super::speaker::{Flow, is_plural};
use super::words::Parts;
use crate::graph::EntityId;
use crate::lexicon::Classes;
use crate::ontology::{EntityKind, MentionForm, SpeakerKind};
use crate::resolve::ResolvedMention;
use crate::token::TokenSpan;

/// How far back a description is looked for, in tokens.
const REACH: usize = 600;
/// How far back a person is looked for, in sentences.
const SENTENCES: usize = 12;

/// Whether a preposition, article or «et» joins the token to what stands before it.
pub(super) fn governed(scope: &Scope<'_>, token: usize) -> bool {
    let Some(before) = token.checked_sub(1) else { return false };
    if scope.doc.is(before, Classes::TITLE) {
        return governed(scope, before);
    }
    scope.doc.is(before, Classes::PREPOSITION.with(Classes::DETERMINER).with(Classes::COORDINATOR))
}

/// The person a sentence is about: the first one named in it that no preposition governs.
fn topic(scope: &Scope<'_>, sentence: TokenSpan, agrees: &impl Fn(EntityId) -> bool) -> Option<EntityId> {
    // «*Il* rejoint ainsi Jean Dupont»: the pronoun is what it is about.
    let told = |m: &&ResolvedMention| match m.form {
        MentionForm::Name => !governed(scope, m.tokens.start()),
        MentionForm::Pronoun => scope.doc.is(m.tokens.start(), Classes::SUBJECT_PRONOUN),
        MentionForm::Nominal => false,
    };
    scope
        .resolved
        .mentions_in(sentence)
        .filter(|m| m.kind == EntityKind::Person && agrees(m.entity))
        .find(told)
        .map(|m| m.entity)
}

/// Whom a pronoun in this unit means, from the sentences before the unit back to the token `floor`.
pub(super) fn topic_since(
    scope: &Scope<'_>,
    floor: usize,
    agrees: impl Fn(EntityId) -> bool,
) -> Option<EntityId> {
    let unit = scope.item(0)?.tokens.start();
    let sentences = scope.doc.sentences();
    let end = sentences.partition_point(|s| s.end() <= unit);
    let near = sentences.get(end.saturating_sub(SENTENCES)..end)?;
    near.iter().rev().take_while(|s| s.start() >= floor).find_map(|s| topic(scope, *s, &agrees))
}

/// Any person named before the token that agrees, the nearest first.
pub(super) fn nearest_person(
    scope: &Scope<'_>,
    token: usize,
    agrees: impl Fn(EntityId) -> bool,
) -> Option<EntityId> {
    let mentions = scope.resolved.mentions();
    let end = mentions.partition_point(|m| m.tokens.start() < token);
    mentions
        .get(end.saturating_sub(40)..end)?
        .iter()
        .rev()
        .find(|m| m.kind == EntityKind::Person && agrees(m.entity))
        .map(|m| m.entity)
}

/// Whom «le ministre», «la société», «le tribunal» means: the one described or named with the same noun before.
pub(super) fn described(scope: &Scope<'_>, noun: Noun, flow: &Flow) -> Option<EntityId> {
    let first = noun.run.start;
    let definite = scope.part(first, Parts::ARTICLE.or(Parts::CONTRACTED))
        || scope.part(first, Parts::THIS)
        || matches!(scope.form(first).to_lowercase().as_str(), "cette" | "cet");
    let word = scope.word(noun.head);
    if !definite && first != noun.head || !word.is_known() {
        return None;
    }
    // «ce dernier» is no description.
    if scope.form(noun.head).starts_with("derni") || scope.form(noun.head).starts_with("autre") {
        return None;
    }
    // A complement makes it another one: «le ministre de la Santé» is found by its name alone.
    let bare = noun.run.end <= noun.head + 2 && !scope.is_capital(noun.head + 1);
    let token = scope.token(noun.head);
    let person = scope.is(noun.head, Classes::ROLE.with(Classes::HUMAN));
    let body = scope.is(noun.head, Classes::ORGANISATION_HEAD.with(Classes::COURT))
        || matches!(scope.lexis.noun(word), Some(Kind::Medium | Kind::Group));
    let floor = token.saturating_sub(REACH);
    for at in (floor..token).rev() {
        if scope.doc.word(at) != word {
            continue;
        }
        if body
            && let Some(mention) = scope
                .resolved
                .mention_at(at)
                .filter(|m| m.kind == EntityKind::Organisation && m.form == MentionForm::Name)
        {
            return Some(mention.entity);
        }
        if person
            && (bare || !is_other(scope, token, at) && shares_complement(scope, noun, at))
            && !is_plural(scope, noun)
            && let Some(mention) = holder(scope, at)
        {
            return Some(mention.entity);
        }
    }
    if !bare || !Lists::french().bodies.contains(&word) || person {
        return None;
    }
    if let Some(last) =
        flow.last.filter(|last| last.kind == SpeakerKind::Organisation && last.entity.is_some())
    {
        return last.entity;
    }
    let mentions = scope.resolved.mentions();
    let end = mentions.partition_point(|m| m.tokens.start() < token);
    mentions
        .get(end.saturating_sub(12)..end)?
        .iter()
        .rev()
        .find(|m| m.kind == EntityKind::Organisation && m.form == MentionForm::Name)
        .map(|m| m.entity)
}

/// «le directeur *du journal*» is not «le directeur *de la banque*»: the same noun stands behind «de», where one does.
fn shares_complement(scope: &Scope<'_>, noun: Noun, before: usize) -> bool {
    let doc = scope.doc;
    let token = scope.token(noun.head);
    let owner = |head: usize| {
        let of = (head + 1..head + 4).find(|t| scope.lexis.parts(doc.word(*t)).any(Parts::OF))?;
        (of + 1..of + 4).find(|t| !doc.is(*t, Classes::DETERMINER.with(Classes::ADJECTIVE)))
    };
    match (owner(token), owner(before)) {
        (Some(ours), Some(theirs)) => doc.word(ours) == doc.word(theirs),
        _ => true,
    }
}

/// «le porte-parole *du département d’État*» is not «*son* porte-parole».
fn is_other(scope: &Scope<'_>, token: usize, before: usize) -> bool {
    let doc = scope.doc;
    let owned = before.checked_sub(1).is_some_and(|at| matches!(doc.form(at), "son" | "sa" | "leur"));
    owned && doc.is(token + 1, Classes::PREPOSITION)
}

/// The person whom a role noun at the token is said of: «le ministre Jean Dupont», «Jean Dupont, ministre».
fn holder<'s>(scope: &'s Scope<'_>, at: usize) -> Option<&'s ResolvedMention> {
    let sentence = scope.doc.sentence_of(at);
    let behind = (at + 1..sentence.end().min(at + 14)).take_while(|t| {
        !matches!(scope.doc.form(*t), "«" | "“" | "\"" | ":" | ";") && !scope.doc.is(*t, Classes::FINITE)
            || scope.doc.is(*t, Classes::NOUN.with(Classes::ADJECTIVE))
            || scope.resolved.mention_at(*t).is_some()
    });
    for token in behind {
        if let Some(mention) = scope
            .resolved
            .mention_at(token)
            .filter(|m| m.kind == EntityKind::Person && m.form == MentionForm::Name)
            && mention.tokens.start() == token
            && !governed(scope, token)
        {
            return Some(mention);
        }
    }
    let mut before = at.checked_sub(1)?;
    for _ in 0..6 {
        if before < sentence.start() {
            return None;
        }
        if let Some(mention) = scope
            .resolved
            .mention_at(before)
            .filter(|m| m.kind == EntityKind::Person && m.form == MentionForm::Name)
        {
            return Some(mention);
        }
        let passes = scope.doc.form(before) == ","
            || scope.doc.is(before, Classes::DETERMINER.with(Classes::ADJECTIVE).with(Classes::NUMERAL));
        if !passes {
            return None;
        }
        before = before.checked_sub(1)?;
    }
    None
}
