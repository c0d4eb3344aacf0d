use super::draft::Draft;
use crate::french::{Scene, Words};
use crate::lexicon::Classes;
use crate::ontology::ProceedingKind;
use crate::token::TokenSpan;
use crate::value::Value;

/// How far from the verb each penalty of a row stands, in tokens.
const FARTHEST: usize = 60;

/// «X et Y ont été condamnés *respectivement* à trois et cinq ans de prison»: a decision for each, as many penalties as
/// accused; what else is told holds for all.
pub(super) fn respective(scene: &Scene<'_>, draft: &mut Draft) -> Vec<Draft> {
    let judged = matches!(draft.kind, ProceedingKind::Conviction | ProceedingKind::Requisition);
    if !judged || draft.parties.len() < 2 || draft.penalties.is_empty() {
        return Vec::new();
    }
    let sentence = scene.doc().sentence_of(draft.token);
    let from = sentence.start().max(draft.token.saturating_sub(FARTHEST));
    let end = sentence.end().min(draft.token + FARTHEST);
    if !(from..end).any(|at| scene.doc().word(at) == Words::french().respectively) {
        return Vec::new();
    }
    let first = draft.parties.iter().map(|party| party.tokens.start()).min().unwrap_or(from);
    let terms = terms(scene, first.min(draft.token).max(from), end);
    if terms.len() != draft.parties.len() {
        return Vec::new();
    }
    let told = draft.clone();
    let each = told.parties.iter().zip(terms);
    let mut all =
        each.map(|(party, term)| Draft { parties: vec![*party], penalties: vec![term], ..told.clone() });
    if let Some(one) = all.next() {
        *draft = one;
    }
    all.collect()
}

/// The times and amounts of a row, a bare number before the last of them among them: «*trois* et *cinq ans*».
fn terms(scene: &Scene<'_>, from: usize, end: usize) -> Vec<TokenSpan> {
    let doc = scene.doc();
    let number = |at: usize| doc.counts(at);
    let mut found: Vec<TokenSpan> = Vec::new();
    let mut at = from;
    while at < end {
        if let Some(value) = scene.value_at(at) {
            let tail = match value.value {
                Value::Penalty(_) | Value::Money(_) => 0,
                Value::Duration(_) if matches!(doc.form(value.tokens.end()), "ferme" | "fermes") => 1,
                // «34 *ans*», told of somebody between commas, is no term.
                Value::Duration(_) if doc.form(at - 1) != "," || !found.is_empty() => 0,
                _ => {
                    at = value.tokens.end().max(at + 1);
                    continue;
                }
            };
            found.push(TokenSpan::new(at, value.tokens.end() + tail));
            at = value.tokens.end() + tail;
            continue;
        }
        if let Some(run) = scene.penalty_words(at).filter(|_| doc.form(at - 1) != "de") {
            found.push(run);
            at = run.end();
            continue;
        }
        let next = doc.form(at + 1);
        if number(at) && doc.is(at - 1, Classes::PREPOSITION | Classes::COORDINATOR | Classes::ADVERB)
            || number(at) && doc.form(at - 1) == ","
        {
            let row = matches!(next, "," | "et")
                && (number(at + 2) || doc.is(at + 2, Classes::PREPOSITION) && number(at + 3));
            if row {
                found.push(TokenSpan::new(at, at + 1));
            }
        }
        at += 1;
    }
    found
}
