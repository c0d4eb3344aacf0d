use super::{Chunk, Scene, Sort, Words};
use crate::lexicon::Classes;
use crate::token::TokenSpan;
use crate::value::Value;

/// The phrases between two places, in order, each with the preposition before it.
pub(super) fn chunks_between(scene: &Scene<'_>, from: usize, to: usize, out: &mut Vec<Chunk>) {
    let (doc, words) = (scene.doc(), Words::french());
    let mut at = from;
    let mut preposition = None;
    while at < to {
        if let Some(after) = scene.closed(at, to) {
            at = after;
            continue;
        }
        // «au moins six», «plus de 1 000»: how many, not of what.
        if let Some(length) = words.approximation(doc.word(at), doc.word(at + 1)) {
            at += length;
            continue;
        }
        if let Some(value) =
            scene.value_at(at).filter(|value| !matches!(value.value, Value::Date(_) | Value::Quantity(_)))
        {
            // An amount is nobody, but it can be what a preposition governs: «racheté *pour 3 millions d’euros*».
            if preposition.is_some() {
                let (span, head) = (value.tokens, at);
                out.push(Chunk { span, head, name: None, sort: Sort::Thing, preposition });
            }
            at = value.tokens.end().max(at + 1);
            preposition = None;
            continue;
        }
        // «*De* nombreux jeunes ont été arrêtés»
        if preposition.is_none()
            && words.is_plain_de(doc.word(at))
            && words.fronted.contains(&doc.word(at + 1))
            && starts_clause(scene, at, from)
        {
            at += 1;
            continue;
        }
        if preposition.is_none()
            && let Some(found) = words.preposition(doc.word(at))
            && scene.name_at(at).is_none()
            && !(found == Words::DE
                && doc.form(at).eq_ignore_ascii_case("des")
                && starts_clause(scene, at, from))
        {
            preposition = Some(found);
            at += 1;
            continue;
        }
        match Chunk::read(scene, at, to) {
            Some(chunk) => {
                at = chunk.span.end().max(at + 1);
                out.push(Chunk { preposition, ..chunk });
                preposition = None;
            }
            None => {
                if !doc.is(at, Classes::DETERMINER | Classes::ADVERB)
                    && !matches!(doc.form(at), "«" | "“" | "\"")
                {
                    preposition = if doc.is(at, Classes::PREPOSITION) { Some(usize::MAX) } else { None };
                }
                at += 1;
            }
        }
    }
}

/// «des hommes» at the beginning of a clause is an article.
fn starts_clause(scene: &Scene<'_>, at: usize, from: usize) -> bool {
    at == from
        || at > 0
            && (scene.doc().form(at - 1) == ","
                || scene.doc().is(at - 1, Classes::COORDINATOR | Classes::VERB))
}

/// The same behind a noun, where «des» is no article: «la garde à vue *des trois hommes*», «violation *des lois*».
pub(super) fn chunks_behind(scene: &Scene<'_>, from: usize, to: usize, out: &mut Vec<Chunk>) {
    let des = scene.doc().form(from) == "des";
    let known = out.len();
    chunks_between(scene, from + usize::from(des), to, out);
    if let Some(first) = out.get_mut(known).filter(|chunk| des && chunk.span.start() == from + 1) {
        first.preposition = Some(Words::DE);
        first.span = TokenSpan::new(from, first.span.end());
    }
}

/// «mis en examen en 2012, alors qu’il présidait la région, *pour* corruption»: where the words go on behind a clause set
/// between commas.
pub(super) fn behind_aside(scene: &Scene<'_>, from: usize, end: usize) -> Option<usize> {
    const LONGEST_ASIDE: usize = 24;
    let doc = scene.doc();
    let sentence = doc.sentence_of(from.saturating_sub(1));
    let open = (from..end.max(from + 1).min(sentence.end())).rev().find(|at| doc.form(*at) == ",")?;
    // What a main verb before the comma has told is over.
    if (from..open).any(|at| scene.is_finite(at)) {
        return None;
    }
    let subordinate = (open + 1..open + 3).any(|at| scene.opens_clause(at));
    let close = (open + 2..sentence.end().min(open + LONGEST_ASIDE)).find(|at| doc.form(*at) == ",")?;
    (subordinate && doc.form(close + 1) == "pour").then_some(close + 1)
}

/// What stands beside a phrase, behind its comma.
pub(super) fn apposition(scene: &Scene<'_>, end: usize, out: &mut Vec<Chunk>) {
    let doc = scene.doc();
    if doc.form(end) == "," {
        out.extend(Chunk::read(scene, end + 1, doc.sentence_of(end).end()));
    }
}
