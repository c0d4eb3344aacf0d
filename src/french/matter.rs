use super::offence::{list, offences};
use super::{Chunk, Scene, Words};
use crate::lexicon::Classes;
use crate::token::TokenSpan;

/// «une enquête *pour vol* a été ouverte», «des accusations *de fraude* ont été portées»: what the matter is about that the
/// verb behind `verb` tells of.
pub(super) fn of_matter(scene: &Scene<'_>, verb: usize, out: &mut Vec<TokenSpan>) {
    const FARTHEST: usize = 30;
    let (doc, words) = (scene.doc(), Words::french());
    let floor = doc.sentence_of(verb).start().max(verb.saturating_sub(FARTHEST));
    let Some(noun) = (floor..verb).find(|at| words.matters.contains(&doc.word(*at)) && scene.is_noun(*at))
    else {
        return;
    };
    let loose = doc.form(noun).starts_with("accus") || doc.form(noun).starts_with("soup");
    let from = (noun + 1..verb).find(|at| !doc.is(*at, Classes::ADJECTIVE)).unwrap_or(verb);
    if matches!(words.preposition(doc.word(from)), Some(Words::POUR | Words::DE)) {
        offences(scene, from, verb, loose, out);
    }
}

/// «*Pour le meurtre de X*, la cour a condamné Y à …»: what the sentence begins with, if its first verb is that of the step.
pub(super) fn fronted(scene: &Scene<'_>, verb: usize, out: &mut Vec<TokenSpan>) {
    const LONGEST: usize = 30;
    let (doc, words) = (scene.doc(), Words::french());
    let start = doc.sentence_of(verb).start();
    if verb > start + LONGEST || words.preposition(doc.word(start)) != Some(Words::POUR) {
        return;
    }
    let first = (start..verb).find(|at| scene.is_finite(*at)).unwrap_or(verb);
    let comma = (start..first).rev().find(|at| doc.form(*at) == ",");
    // «*Pour sa défense*, …» names no wrong.
    let wrong = |comma: usize| (start..comma).any(|at| doc.is(at, Classes::OFFENCE));
    if let Some(comma) = comma.filter(|comma| first == verb && wrong(*comma)) {
        offences(scene, start, comma, false, out);
    }
}

/// «visé par douze chefs d’accusation, *dont* complot et blanchiment»: some of them by name.
pub(super) fn among(scene: &Scene<'_>, from: usize, out: &mut Vec<TokenSpan>) -> bool {
    let (doc, words) = (scene.doc(), Words::french());
    let counts =
        words.preposition(doc.word(from)) == Some(Words::DE) && words.chefs.contains(&doc.word(from + 1));
    let comma = if counts { from + 2 } else { from };
    let names = doc.form(comma) == "," && matches!(doc.form(comma + 1), "dont" | "notamment");
    let start = comma + 2;
    names && list(scene, start, scene.tail(start), false, Words::DE, out)
}

/// «violences *ayant entraîné la mort sans intention de la donner*»: where the words of the code end.
pub(super) fn entailed(scene: &Scene<'_>, at: usize, limit: usize) -> Option<usize> {
    let doc = scene.doc();
    let caused = ["entraîn", "caus", "provoqu"].iter().any(|stem| doc.form(at + 1).starts_with(stem));
    if doc.form(at) != "ayant" || !caused || at + 2 >= limit {
        return None;
    }
    let end = Chunk::read(scene, at + 2, limit)?.span.end();
    let unwanted = doc.form(end) == "sans" && doc.form(end + 1) == "intention" && end + 5 <= limit;
    let given = |i: usize| matches!(doc.form(i), "donner");
    Some(if unwanted { (end + 2..end + 6).find(|i| given(*i)).map_or(end, |i| i + 1) } else { end })
}
