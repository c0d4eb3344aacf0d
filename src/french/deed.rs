use super::{Scene, Words};
use crate::lexicon::Classes;

/// Longest deed, in tokens.
const LONGEST: usize = 26;

/// «avoir *poignardé*»
pub(super) fn harms(scene: &Scene<'_>, at: usize) -> bool {
    let doc = scene.doc();
    doc.form(at) == "avoir"
        && doc.form(at.saturating_sub(1)) == "après"
        && (at + 1..at + 3).any(|i| {
            doc.is(i, Classes::PAST_PARTICIPLE)
                && doc.verb_lemma(i).is_some_and(|lemma| Words::french().harming.contains(&lemma))
        })
}

pub(super) fn infinitive(scene: &Scene<'_>, at: usize) -> bool {
    let doc = scene.doc();
    let verb = |at: usize| {
        doc.is(at, Classes::INFINITIVE)
            && (!doc.is(at, Classes::NOUN) || doc.is(at, Classes::AVOIR | Classes::ETRE))
    };
    // «accusé de *vouloir* nuire»: only as a modal is it no noun.
    let modal = |at: usize| {
        let next = at + 1 + usize::from(matches!(doc.form(at + 1), "«" | "“" | "\""));
        doc.is(at, Classes::MODAL)
            && doc.is(at, Classes::INFINITIVE)
            && doc.is(next, Classes::INFINITIVE | Classes::CLITIC)
    };
    // «*à partir de* lundi» is a preposition.
    let since = || doc.form(at) == "partir" && at > 0 && doc.form(at - 1) == "à";
    (verb(at) || modal(at) || doc.is(at, Classes::CLITIC) && verb(at + 1)) && !since()
}

/// «avoir volé», «s’être introduit», «ne pas avoir dit».
pub(super) fn is_past(scene: &Scene<'_>, at: usize) -> bool {
    let doc = scene.doc();
    (at..at + 4).any(|i| doc.is(i, Classes::AVOIR | Classes::ETRE) && doc.is(i, Classes::INFINITIVE))
}

/// «*Pour avoir insulté* le maire, X a été condamné»: whether a sentence begins with the deed.
pub(super) fn is_fronted(scene: &Scene<'_>, first: usize) -> bool {
    Words::french().preposition(scene.doc().word(first)) == Some(Words::POUR)
        && infinitive(scene, first + 1)
        && is_past(scene, first + 1)
}

/// «soupçonné d’avoir volé une voiture *a* été arrêté», «… *est* jugé»: words that are nouns elsewhere.
fn is_auxiliary(scene: &Scene<'_>, at: usize) -> bool {
    let doc = scene.doc();
    let next = at + 1 + usize::from(doc.is(at + 1, Classes::ADVERB));
    doc.is(next, Classes::PAST_PARTICIPLE)
        && (doc.form(at) == "a"
            || doc.form(at) == "est" && !doc.is(at - 1, Classes::DETERMINER | Classes::PREPOSITION))
}

/// «*condamné* à», «puis *écroué*»: what justice does, after what somebody did.
fn is_step(scene: &Scene<'_>, at: usize) -> bool {
    let (doc, words) = (scene.doc(), Words::french());
    let at = at + usize::from(words.then.contains(&doc.word(at)) || doc.is(at, Classes::ADVERB));
    doc.is(at, Classes::PAST_PARTICIPLE)
        && doc.is(at, Classes::JUDICIAL_VERB)
        && !doc.is(at.saturating_sub(1), Classes::DETERMINER)
}

/// An infinitive goes on to the comma, to «et d’avoir», or to the end of the clause.
pub(super) fn infinitive_end(scene: &Scene<'_>, at: usize, end: usize) -> usize {
    let (doc, words) = (scene.doc(), Words::french());
    let end = doc.sentence_of(at).end().min(at + LONGEST).max(at + 1).min(end.max(at + 1) + LONGEST);
    let mut depth = 0_i32;
    let mut opened = false;
    // «d’être, *à des niveaux divers*, responsable de …»
    let aside = matches!(doc.form(at), "être" | "avoir") && doc.form(at + 1) == ",";
    let from =
        if aside { (at + 2..end).find(|i| doc.form(*i) == ",").map_or(at + 1, |i| i + 1) } else { at + 1 };
    for i in from..end {
        opened |= scene.opens_clause(i);
        // «soupçonnés de préparer des attentats *ont* été arrêtés»
        let next_verb = !opened
            && depth == 0
            && doc.is(i, Classes::ETRE | Classes::AVOIR)
            && doc.is(i, Classes::FINITE)
            && (!doc.is(i, Classes::NOUN) || is_auxiliary(scene, i))
            && !doc.is(i - 1, Classes::SUBJECT_PRONOUN | Classes::CLITIC);
        // «soupçonné d’avoir tué sa voisine *s’est* pendu»
        let reflexive = !opened
            && depth == 0
            && words.reflexives.contains(&doc.word(i))
            && doc.is(i + 1, Classes::FINITE)
            && (doc.is(i + 1, Classes::ETRE) || !doc.is(i + 1, Classes::NOUN))
            && !doc.is(i - 1, Classes::SUBJECT_PRONOUN);
        if next_verb || reflexive {
            return i;
        }
        match doc.form(i) {
            "«" | "“" => depth += 1,
            "»" | "”" if depth > 0 => depth -= 1,
            "»" | "”" | "." | ";" | ":" | "!" | "?" => return i,
            "," if depth == 0 => return i,
            // «coupable d’avoir tué sa compagne *et condamné* à vingt ans»: the next step of the case.
            _ if (doc.is(i, Classes::COORDINATOR) || words.then.contains(&doc.word(i)))
                && is_step(scene, i + 1) =>
            {
                return i;
            }
            // «d’avoir ourdi le putsch *et réclame* son renvoi»: the main verb goes on.
            "et" if depth == 0
                && !opened
                && doc.is(i + 1, Classes::FINITE)
                && !doc.is(i + 1, Classes::PAST_PARTICIPLE | Classes::FUNCTION)
                && !scene.is_noun(i + 1)
                && doc.is(i + 2, Classes::DETERMINER) =>
            {
                return i;
            }
            _ if doc.is(i, Classes::COORDINATOR)
                && matches!(words.preposition(doc.word(i + 1)), Some(Words::DE | Words::POUR))
                && infinitive(scene, i + 2) =>
            {
                return i;
            }
            _ => {}
        }
    }
    end
}
