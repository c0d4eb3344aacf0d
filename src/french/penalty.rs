use super::deed::{infinitive, infinitive_end};
use super::{Scene, Words};
use crate::lexicon::{Classes, Penalty};
use crate::token::TokenSpan;
use crate::value::Value;

/// The penalties told in a run of tokens: amounts of prison, fine, and phrases of the lists.
pub(super) fn penalties(scene: &Scene<'_>, from: usize, end: usize, out: &mut Vec<TokenSpan>) {
    let doc = scene.doc();
    let mut at = from;
    while at < end {
        if let Some(value) = scene.value_at(at) {
            if matches!(value.value, Value::Penalty(_)) {
                let start = row_start(scene, from, value.tokens.start());
                at = value.tokens.end().max(at + 1);
                // «dix mois de suspension *de permis de conduire*»
                if doc.form(at - 1) == "suspension" && matches!(doc.form(at), "de" | "du") {
                    at += [2, 3].into_iter().find(|n| doc.form(at + n - 1) == "permis").unwrap_or(0);
                    at += if doc.form(at - 1) == "permis" && doc.form(at + 1) == "conduire" { 2 } else { 0 };
                }
                // «cinq ans d’interdiction d’exercer toute fonction publique»
                if Words::french().is_plain_de(doc.word(at)) && infinitive(scene, at + 1) {
                    at = infinitive_end(scene, at + 1, end);
                }
                out.push(TokenSpan::new(start, at));
                continue;
            }
            let start = value.tokens.start();
            at = value.tokens.end().max(at + 1);
            // «30 mois avec sursis», «deux ans ferme», «condamné à huit ans», «50 000 euros de dommages et intérêts»
            let tail = match (&value.value, doc.form(at)) {
                (Value::Duration(_), "avec" | "de")
                    if matches!(doc.form(at + 1), "sursis" | "prison" | "réclusion") =>
                {
                    2
                }
                (Value::Duration(_), "ferme" | "fermes") => 1,
                // «cinq ans d’indignité nationale»
                (Value::Money(_) | Value::Duration(_), "de" | "d'" | "d’") => {
                    match scene.penalty_words(at + 1) {
                        Some(words) => words.end() - at,
                        None => continue,
                    }
                }
                (Value::Duration(_) | Value::Money(_), _) if is_sum(scene, start, from, at) => 0,
                _ => continue,
            };
            at += tail;
            out.push(TokenSpan::new(start, at));
            continue;
        }
        if doc.is(at, Classes::PENALTY)
            && let Some((len, _)) = doc.find::<Penalty>(at)
        {
            // «après *la mort* d’un cycliste»
            let death = len == 1 && doc.form(at) == "mort" && at > from && doc.form(at - 1) != "à";
            let death = death && !(at == from + 1 && doc.form(from) == "la");
            // «un gardien *de prison*», «il vit *en exil*»
            let place = len == 1
                && at > from + 1
                && (doc.form(at - 1) == "pour"
                    || doc.form(at - 2) == "pour" && doc.is(at - 1, Classes::DETERMINER)
                    || doc.form(at - 1) == "en" && doc.form(at) == "exil"
                    || matches!(doc.form(at - 1), "de" | "d'" | "d’")
                        && doc.is(at - 2, Classes::HUMAN | Classes::ROLE));
            // «une suspension *de deux ans*»
            let vague = Words::french().vague.contains(&doc.word(at));
            let term = scene.value_at(at + len + 1).filter(|value| {
                !vague
                    && matches!(doc.form(at + len), "de" | "d'" | "d’")
                    && matches!(value.value, Value::Duration(_))
                    && value.tokens.start() == at + len + 1
                    && value.tokens.end() <= end
            });
            let close = term.map_or(at + len, |value| value.tokens.end());
            if !death && !place && !vague {
                out.push(TokenSpan::new(at, close));
            }
            at = close;
            continue;
        }
        at += 1;
    }
}

/// «*trois et* cinq ans de prison», «*dix, douze et* quinze ans de réclusion»: where a row of numbers begins that share the
/// unit of the last.
fn row_start(scene: &Scene<'_>, from: usize, first: usize) -> usize {
    let doc = scene.doc();
    let number = |at: usize| doc.counts(at);
    let mut start = first;
    while start > from + 1
        && number(start - 2)
        && scene.value_at(start - 2).is_none()
        && (doc.form(start - 1) == "et" || start < first && doc.form(start - 1) == ",")
    {
        start -= 2;
    }
    // «des peines de *six mois à* quatre ans de prison»
    if start == first && start > from + 3 && doc.form(start - 1) == "à" {
        let least = (start.saturating_sub(5).max(from + 1)..start - 1).find(|at| {
            scene.value_at(*at).is_some_and(|value| {
                value.tokens == TokenSpan::new(*at, start - 1) && matches!(value.value, Value::Duration(_))
            })
        });
        return least.filter(|at| matches!(doc.form(at - 1), "de" | "d'" | "d’")).unwrap_or(start);
    }
    start
}

/// Keeps the penalties that stand together right before a token, a comma between them or not.
pub(super) fn keep_last(scene: &Scene<'_>, end: usize, out: &mut Vec<TokenSpan>) {
    let joins = |from: usize, to: usize| {
        (from..to).all(|at| matches!(scene.doc().form(at), "," | "et" | "de" | "d'" | "d’"))
    };
    let mut limit = end;
    let mut kept = out.len();
    while let Some(last) = kept.checked_sub(1).filter(|place| joins(out[*place].end(), limit)) {
        limit = out[last].start();
        kept = last;
    }
    out.drain(..kept);
}

/// A bare time or amount is a penalty right behind the verb that inflicts it: «condamné *à huit ans*», «requis *huit ans*»,
/// «condamné à verser *3 000 euros*».
fn is_sum(scene: &Scene<'_>, start: usize, from: usize, end: usize) -> bool {
    let doc = scene.doc();
    let before = start.checked_sub(1).filter(|before| *before + 1 >= from);
    let pays =
        before.is_some_and(|at| at > from && doc.is(at, Classes::INFINITIVE) && doc.form(at - 1) == "à");
    let term = start > from + 1
        && matches!(doc.form(start - 1), "de" | "d'" | "d’")
        && matches!(doc.form(start - 2), "peine" | "peines" | "condamnation" | "hauteur");
    let governed =
        term || start == from || pays || before.is_some_and(|at| at >= from && doc.form(at) == "à");
    let closes = doc.is(end, Classes::COORDINATOR)
        || matches!(doc.form(end), "," | "." | ";" | "pour" | "contre" | "par" | ")" | "dans" | "en" | "");
    // «a réduit à quinze ans *la peine* de X»
    let closes =
        closes || doc.is(end, Classes::DETERMINER) && Words::french().vague.contains(&doc.word(end + 1));
    // «verser *un euro symbolique*»
    let closes = closes || pays && matches!(doc.form(end), "à" | "symbolique");
    // What an offence tells of is no penalty: «pour avoir caché jusqu’à 3 millions».
    let told =
        !pays && (from..start).any(|i| doc.form(i) == "pour" || doc.is(i, Classes::AVOIR | Classes::ETRE));
    governed && closes && !told
}
