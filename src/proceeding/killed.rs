use super::party::{Party, push};
use crate::french::{Chunk, Scene, Words};
use crate::graph::EntityId;
use crate::lexicon::{Classes, Lexicon};
use crate::ontology::{EntityKind, MentionForm};
use crate::token::TokenSpan;

/// How far behind somebody his deed is told beside him: «Léon Marchetti, le meurtrier présumé de X».
const BESIDE: usize = 6;

/// Those whom the words for the accused call his victims: «le meurtrier présumé *de la députée X*».
pub(super) fn of_doer(scene: &Scene<'_>, party: Party, out: &mut Vec<Party>) {
    let (doc, words) = (scene.doc(), Words::french());
    let sentence = doc.sentence_of(party.tokens.start());
    let end = sentence.end().min(party.tokens.end() + BESIDE);
    let from = sentence.start().max(party.tokens.start().saturating_sub(BESIDE));
    let near = (from..end).find(|at| words.doers.contains(&doc.word(*at)));
    let Some(doer) = near.filter(|doer| {
        let (first, last) = (party.tokens.start().min(*doer), party.tokens.end().max(*doer));
        !(first..last).any(|at| scene.is_finite(at))
    }) else {
        return;
    };
    let mut at = doer + 1;
    while doc.is(at, Classes::ADJECTIVE) && !doc.is(at, Classes::FUNCTION) {
        at += 1;
    }
    if words.preposition(doc.word(at)) != Some(Words::DE) {
        return;
    }
    let Some(chunk) = Chunk::read(scene, at + 1, sentence.end()) else { return };
    match chunk.name.and_then(|name| scene.reading().resolved.mention_at(name.start()).map(|m| (m, name))) {
        Some((mention, name)) if mention.kind == EntityKind::Person => {
            push(out, Party { entity: Some(mention.entity), tokens: name });
        }
        None if doc.is(chunk.head, Classes::HUMAN | Classes::ROLE) && chunk.name.is_none() => {
            let first = chunk.span.start();
            let article = doc.is(first, Classes::DETERMINER) && !doc.is(first, Classes::NUMERAL);
            let start = first + usize::from(article && chunk.span.len() > 1);
            push(out, Party { entity: None, tokens: TokenSpan::new(start, chunk.span.end()) });
        }
        _ => {}
    }
}

/// How many sentences back somebody was hurt who is not the one now arrested.
const FARTHEST: usize = 3;

/// The people by name who were hurt in the sentences before a token: «X a été giflé. *Il* a été arrêté» is not said of X.
pub(super) fn hurt_before(
    scene: &Scene<'_>,
    at: usize,
    patients: impl Fn(usize) -> Vec<TokenSpan>,
) -> Vec<EntityId> {
    let (doc, words) = (scene.doc(), Words::french());
    let mut start = doc.sentence_of(at).start();
    for _ in 0..FARTHEST {
        start = start.checked_sub(1).map_or(start, |last| doc.sentence_of(last).start());
    }
    let mut hurt = Vec::new();
    for verb in start..doc.sentence_of(at).start() {
        let harms = doc.is(verb, Classes::VERB)
            && Lexicon::french()
                .verb_lemma(doc.word(verb))
                .is_some_and(|l| words.harming.contains(&l) && !words.fallen.contains(&l));
        if !harms {
            continue;
        }
        for run in patients(verb) {
            let named = scene.reading().resolved.mentions_in(run);
            let people = named.filter(|m| m.kind == EntityKind::Person && m.form != MentionForm::Nominal);
            hurt.extend(people.map(|m| m.entity));
        }
    }
    hurt
}

/// Who did it: «X a été giflé *par un militant*», the last phrase that says so before a token.
pub(super) fn doer_before(scene: &Scene<'_>, at: usize) -> Option<Party> {
    let (doc, words) = (scene.doc(), Words::french());
    let sentence = doc.sentence_of(at);
    let before = doc.sentence_of(sentence.start().checked_sub(1)?);
    let by = before.indices().find(|i| {
        words.preposition(doc.word(*i)) == Some(Words::PAR)
            && *i > before.start()
            && before.start() < *i
            && (before.start()..*i).any(|v| {
                doc.is(v, Classes::PAST_PARTICIPLE)
                    && doc.verb_lemma(v).is_some_and(|lemma| words.harming.contains(&lemma))
            })
    })?;
    let chunk = Chunk::read(scene, by + 1, before.end()).filter(|chunk| chunk.sort.is_party())?;
    match chunk.name {
        Some(name) => {
            let mention = scene.reading().resolved.mention_at(name.start())?;
            Some(Party { entity: Some(mention.entity), tokens: name })
        }
        None => Some(Party { entity: None, tokens: chunk.span }),
    }
}
