use super::draft::Draft;
use super::victim::victims;
use crate::french::{Scene, Words};
use crate::ontology::ProceedingKind;
use crate::token::TokenSpan;
use crate::value::Value;

/// How far around a trigger its details are looked for.
const NEAR: usize = 40;

/// What holds for every rule and needs no line on the pages: victims, damage, number of counts, absence, appeal.
pub(super) fn complete(scene: &Scene<'_>, draft: &mut Draft) {
    victims(scene, draft);
    let sentence = scene.doc().sentence_of(draft.token);
    let near = TokenSpan::new(
        sentence.start().max(draft.token.saturating_sub(NEAR)),
        sentence.end().min(draft.token + NEAR),
    );
    draft.in_absentia |= in_absentia(scene, TokenSpan::new(draft.token, near.end()));
    if draft.kind == ProceedingKind::Conviction {
        draft.damage = draft.damage.or_else(|| damage(scene, near));
    }
    let counted = matches!(
        draft.kind,
        ProceedingKind::Conviction
            | ProceedingKind::Charge
            | ProceedingKind::Trial
            | ProceedingKind::Acquittal
    );
    if !counted {
        return;
    }
    draft.counts = draft.counts.or_else(|| counts(scene, TokenSpan::new(draft.token, near.end())));
}

fn in_absentia(scene: &Scene<'_>, run: TokenSpan) -> bool {
    let (doc, words) = (scene.doc(), Words::french());
    run.indices().any(|at| {
        words.absence.contains(&doc.word(at))
            && at > 0
            && matches!(doc.form(at - 1).to_lowercase().as_str(), "par" | "leur" | "son" | "en" | "l'" | "l’")
    })
}

/// «les dommages dépassent les 7,5 milliards de dollars», «un préjudice de 2 millions d’euros».
fn damage(scene: &Scene<'_>, run: TokenSpan) -> Option<TokenSpan> {
    let (doc, words) = (scene.doc(), Words::french());
    let word = run.indices().find(|at| words.damages.contains(&doc.word(*at)))?;
    let values = scene.values_in(TokenSpan::new(word, run.end().min(word + 10)));
    values.iter().find(|value| matches!(value.value, Value::Money(_))).map(|value| value.tokens)
}

/// «condamné 12 fois», «sous douze chefs d’accusation».
fn counts(scene: &Scene<'_>, run: TokenSpan) -> Option<u32> {
    let (doc, words) = (scene.doc(), Words::french());
    for at in run.start()..run.end().min(run.start() + 12) {
        if !words.times.contains(&doc.word(at)) || at == 0 {
            continue;
        }
        let before = doc.form(at - 1);
        if let Ok(number) = before.parse::<u32>() {
            return (number > 1).then_some(number);
        }
        let named = words.numbers.iter().position(|word| *word == doc.word(at - 1) && word.is_known());
        if let Some(place) = named {
            return Some(place as u32 + 2);
        }
    }
    None
}
