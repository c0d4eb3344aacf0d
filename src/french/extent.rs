use super::offence::listed;
use super::phrases::chunks_behind;
use super::{Scene, Sort, Words, matter};
use crate::lexicon::Classes;

/// Longest offence, in tokens.
const LONGEST: usize = 26;

/// An offence with what specifies it: adjectives, «sur une personne chargée de …», «de son associé».
pub(super) fn extended(scene: &Scene<'_>, from: usize, end: usize) -> usize {
    let (doc, words) = (scene.doc(), Words::french());
    let limit = end.min(from + LONGEST);
    let mut at = from;
    while at < limit {
        let adjective = doc.is(at, Classes::ADJECTIVE | Classes::PAST_PARTICIPLE)
            && !doc.is(at, Classes::FUNCTION | Classes::FINITE)
            && scene.value_at(at).is_none()
            && scene.name_at(at).is_none()
            // «Le gérant accusé de vol *écroué*»
            && !(scene.befell(at) && !doc.is(at, Classes::ADJECTIVE))
            // «fraudes *commises par* l’armée», «*lancées par* l’opposition» say who, not what.
            // «violences *portées contre X*» neither.
            && !(doc.is(at, Classes::PAST_PARTICIPLE) && (doc.form(at + 1) == "par" || is_against(scene, at + 1)));
        // «propos racistes *et homophobes*»
        let joined = doc.is(at, Classes::COORDINATOR)
            && at > 0
            && doc.is(at - 1, Classes::ADJECTIVE)
            && doc.is(at + 1, Classes::ADJECTIVE)
            && !doc.is(at + 1, Classes::FUNCTION | Classes::FINITE | Classes::OFFENCE);
        if adjective || joined {
            at += 1 + usize::from(joined);
            continue;
        }
        if let Some(end) = matter::entailed(scene, at, limit) {
            at = end;
            continue;
        }
        let Some(preposition) = words.preposition(doc.word(at)) else { break };
        let goes_on = matches!(
            words.preposition_name(preposition),
            "de" | "sur" | "à" | "en" | "contre" | "envers" | "avec"
        ) || doc.form(at) == "dans"
            && (words.involvement.contains(&doc.word(at - 1))
                // «son implication *présumée* dans l’attentat»
                || at > 1
                    && doc.is(at - 1, Classes::ADJECTIVE | Classes::PAST_PARTICIPLE)
                    && words.involvement.contains(&doc.word(at - 2)));
        // «*en première instance*», «*en appel*» say before which court.
        let instance = doc.form(at) == "en" && matches!(doc.form(at + 1), "première" | "appel" | "cassation");
        if !goes_on
            || instance
            || doc.form(at) == "à" && is_against(scene, at)
            || at + 1 >= limit
            || scene.date_at(at + 1).is_some()
            || scene.penalty_at(at + 1).is_some()
        {
            break;
        }
        // «tentative de *coups et blessures*»: one wrong by its name, though an «et» stands in it.
        if let Some((end, _)) = listed(scene, at + 1).filter(|(end, _)| *end <= limit)
            && preposition == Words::DE
            && (at + 2..end).any(|i| doc.is(i, Classes::COORDINATOR))
        {
            at = end;
            continue;
        }
        // «le massacre de *près de* 8 000 hommes»
        let about = words.approximation(doc.word(at + 1), doc.word(at + 2)).unwrap_or(0);
        let mut chunks = Vec::new();
        chunks_behind(scene, at, limit, &mut chunks);
        let Some(chunk) =
            chunks.first().filter(|c| c.preposition == Some(preposition) && c.span.start() <= at + 2 + about)
        else {
            break;
        };
        let kept = match chunk.sort {
            Sort::Person => preposition == Words::DE,
            // «appartenance *au groupe Velmar*» says nothing without it.
            Sort::Organisation => words.belonging.contains(&doc.word(at - 1)) && scene.value_at(at).is_none(),
            Sort::Place | Sort::Date | Sort::Pronoun => false,
            Sort::Group | Sort::Thing => true,
        };
        if !kept
            || doc.is(chunk.head, Classes::TIME_WORD)
            || words.affair.contains(&doc.word(chunk.head))
            || scene
                .value_at(chunk.span.start())
                .is_some_and(|v| v.tokens.start() == chunk.span.start() && chunk.sort == Sort::Date)
        {
            break;
        }
        at = chunk.span.end();
    }
    // «une série d’attentats *commis* en 2012»: when they were is no part of them.
    if at > from + 1 && words.committed.contains(&doc.word(at - 1)) { at - 1 } else { at }
}

/// «contre», «envers», «à l’encontre de» begin there.
fn is_against(scene: &Scene<'_>, at: usize) -> bool {
    let doc = scene.doc();
    match doc.form(at) {
        "contre" | "envers" => true,
        "à" => (at + 1..at + 3).any(|i| matches!(doc.form(i), "encontre" | "égard")),
        _ => false,
    }
}
