use super::offence::{infinitive, infinitive_end};
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
                at = value.tokens.end().max(at + 1);
                // «cinq ans d’interdiction d’exercer toute fonction publique»
                if Words::french().is_plain_de(doc.word(at)) && infinitive(scene, at + 1) {
                    at = infinitive_end(scene, at + 1, end);
                }
                out.push(TokenSpan::new(value.tokens.start(), at));
                continue;
            }
            let start = value.tokens.start();
            at = value.tokens.end().max(at + 1);
            // «30 mois avec sursis», «deux ans ferme»
            if matches!(value.value, Value::Duration(_)) {
                let tail = match doc.form(at) {
                    "avec" | "de" if matches!(doc.form(at + 1), "sursis" | "prison" | "réclusion") => 2,
                    "ferme" | "fermes" => 1,
                    _ => continue,
                };
                at += tail;
                out.push(TokenSpan::new(start, at));
            }
            continue;
        }
        if doc.is(at, Classes::PENALTY)
            && let Some((len, _)) = doc.find::<Penalty>(at)
        {
            if !Words::french().vague.contains(&doc.word(at)) {
                out.push(TokenSpan::new(at, at + len));
            }
            at += len;
            continue;
        }
        at += 1;
    }
}
