use super::opener::clause_head;
use super::phrases::chunks_between;
use super::subject::{FARTHEST, FEW, MOST, clause_start, coordinated, is_apposition, joined, pick};
use super::{Chunk, Scene, Sort, Words};
use crate::lexicon::Classes;
use crate::value::Value;

/// What a participle or relative clause that begins at `at` is said of: the phrase before it.
pub(super) fn antecedents(scene: &Scene<'_>, at: usize, out: &mut Vec<Chunk>) {
    let doc = scene.doc();
    let sentence = doc.sentence_of(at);
    // «…, radicalisés et *fichés S*»: what stands before the first of both.
    let paired = at > sentence.start() + 2
        && doc.is(at - 1, Classes::COORDINATOR)
        && doc.is(at - 2, Classes::PAST_PARTICIPLE | Classes::ADJECTIVE)
        && doc.form(at - 3) == ",";
    let at = if paired { at - 2 } else { at };
    let mut end = at;
    while end > sentence.start() && (doc.is(end - 1, Classes::ADVERB) || doc.form(end - 1) == ",") {
        end -= 1;
    }
    let apart = end < at && doc.form(end) == ",";
    while let Some(before) = scene
        .aside_ending(end, sentence.start())
        .filter(|before| *before > sentence.start() && doc.form(end - 1) == ")")
    {
        end = before;
    }
    let floor = sentence.start().max(end.saturating_sub(24));
    end = before_age(scene, end, floor);
    let mut chunks = Vec::with_capacity(FEW);
    chunks_between(scene, floor, end, &mut chunks);
    let last = chunks.iter().rposition(|chunk| chunk.span.end() == end && chunk.sort != Sort::Date);
    // «à l’encontre *de X*, soupçonné de vol»
    if let Some(against) = last.map(|last| chunks[last].head)
        && Words::french().against.contains(&doc.word(against))
        && let Some(inner) = Chunk::read(scene, against + 2, end).filter(|inner| inner.sort.is_party())
    {
        out.push(inner);
        return;
    }
    if apart && last.is_none_or(|last| !chunks[last].sort.is_party()) {
        clause_head(scene, at, sentence, out);
        if !out.is_empty() {
            return;
        }
    }
    let Some(mut last) = last else { return };
    // «Le gérant *accusé de vol* écroué»: what befell him before is not who he is.
    let befell = |chunk: &Chunk| chunk.name.is_none() && scene.befell(chunk.span.start());
    while last > 0
        && befell(&chunks[last])
        && chunks[last - 1].sort.is_party()
        && chunks[last - 1].span.end() == chunks[last].span.start()
    {
        last -= 1;
    }
    let chunk = chunks[last];
    // «X est un criminel français, condamné à mort»: what is said of the attribute is said of X.
    let start = chunk.span.start();
    if let Some(verb) = attributed(scene, &chunk, floor) {
        let from = clause_start(scene, verb, sentence.start().max(start.saturating_sub(FARTHEST)), false);
        pick(scene, from, verb, None, out);
        if !out.is_empty() {
            return;
        }
    }
    // «des dockers, *souvent mineurs*, soupçonnés de vol»
    let bare = chunk.name.is_none() && !doc.is(start, Classes::DETERMINER | Classes::NUMERAL);
    let comma = (floor..start).rev().find(|at| !doc.is(*at, Classes::ADVERB));
    if apart
        && bare
        && let Some(comma) = comma.filter(|at| doc.form(*at) == ",")
        && let Some(first) = last.checked_sub(1).map(|before| chunks[before])
        && first.span.end() == comma
        && first.sort == Sort::Group
        && chunk.sort == Sort::Group
    {
        out.push(first);
        return;
    }
    // «X, *évoquant Y*, accusé de chantage»: what an aside is about is not accused.
    if apart
        && start > floor + 2
        && doc.is(start - 1, Classes::PRESENT_PARTICIPLE)
        && !doc.is(start - 1, Classes::NOUN | Classes::ADJECTIVE)
        && doc.form(start - 2) == ","
    {
        antecedents(scene, start - 1, out);
        if !out.is_empty() {
            return;
        }
    }
    // «, qui …» behind an apposition: «X, directeur de la banque, condamné …».
    if doc.form(at.saturating_sub(1)) == ","
        && chunk.sort != Sort::Person
        && chunk.preposition.is_none()
        && let Some(first) = last.checked_sub(1).map(|before| chunks[before])
        && first.sort == Sort::Person
        && first.span.end() + 1 == chunk.span.start()
        && doc.form(first.span.end()) == ","
    {
        out.push(first);
        return;
    }
    out.push(chunk);
    let mut next = chunk;
    for (place, before) in chunks[..last].iter().enumerate().rev().take(MOST) {
        // «Vincent Crasse, *salarié du parti*, et trois policiers, soupçonnés …»
        let person = place.checked_sub(1).map(|place| chunks[place]);
        if let Some(person) = person.filter(|person| is_apposition(scene, person, before)) {
            out.insert(0, person);
            break;
        }
        if before.preposition.is_some()
            || !before.sort.is_party()
            || !coordinated(scene, before.span.end(), next.span.start())
            || !joined(scene, before.span.end(), next.span.start())
        {
            break;
        }
        out.insert(0, *before);
        next = *before;
    }
}

/// Where the verb stands by which a phrase says what its subject is: «X *est* un criminel», «X *fait* partie des personnes».
fn attributed(scene: &Scene<'_>, chunk: &Chunk, floor: usize) -> Option<usize> {
    let (doc, start) = (scene.doc(), chunk.span.start());
    let before = start.checked_sub(1).filter(|before| *before >= floor && chunk.name.is_none())?;
    // «X est l’*un* des hommes arrêtés»
    let one = matches!(doc.form(start + 1), "un" | "une");
    if doc.is(before, Classes::ETRE) && (one || !scene.is_definite(chunk.span)) {
        return Some(before);
    }
    if doc.form(start) != "partie" {
        return None;
    }
    let verb = (floor..start).rev().take(3).find(|at| !doc.is(*at, Classes::ADVERB))?;
    (doc.verb_lemma(verb) == Some(Words::french().faire)).then_some(verb)
}

/// «Paul Vasseur|, 34 ans, qui …»: where the words before an age end.
fn before_age(scene: &Scene<'_>, end: usize, floor: usize) -> usize {
    let age = (floor..end).rev().take(3).find(|at| {
        scene.value_at(*at).is_some_and(|value| {
            value.tokens.start() == *at && value.tokens.end() == end && !matches!(value.value, Value::Date(_))
        })
    });
    let comma = age.and_then(|at| at.checked_sub(1)).filter(|at| *at > floor && scene.doc().form(*at) == ",");
    comma.unwrap_or(end)
}
