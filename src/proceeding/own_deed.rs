use super::bereaved::{beside, unnamed};
use super::draft::Draft;
use super::party::{Party, push};
use crate::french::{FrenchView, Words};
use crate::lexicon::Classes;
use crate::ontology::{EntityKind, MentionForm, ProceedingKind};
use crate::token::TokenSpan;

/// «*X a tué deux passants* avant d’être arrêté», «X, *qui avait abattu un policier*, a été condamné»: a step that tells no
/// wrong is for what its sentence says that the accused did.
pub(super) fn of_own_deed(view: &FrenchView<'_>, drafts: &mut [Draft]) {
    let scene = view.scene();
    let (doc, words) = (scene.doc(), Words::french());
    for draft in drafts {
        let seized = matches!(
            draft.kind,
            ProceedingKind::Arrest
                | ProceedingKind::Detention
                | ProceedingKind::Charge
                | ProceedingKind::Trial
                | ProceedingKind::Conviction
        );
        if !seized || !draft.offences.is_empty() || !draft.victims.is_empty() {
            continue;
        }
        let [party] = draft.parties.as_slice() else { continue };
        let sentence = doc.sentence_of(draft.token);
        let kills = |at: &usize| {
            doc.is(*at, Classes::VERB)
                && !doc.is(*at, Classes::NOUN)
                && !doc.is(*at, Classes::JUDICIAL_VERB)
                && doc.verb_lemma(*at).is_some_and(|lemma| words.harming.contains(&lemma))
                && (scene.is_finite(*at) || doc.is(*at - 1, Classes::AVOIR))
        };
        let mut victims: Vec<Party> = Vec::new();
        for verb in (sentence.start() + 1..sentence.end()).filter(kills) {
            let own = |run: &TokenSpan| party.tokens.contains(*run) || run.contains(party.tokens);
            if !view.subjects(verb).iter().any(own) {
                continue;
            }
            for run in view.patients(verb) {
                let mut named = scene.reading().resolved.mentions_in(run);
                let named = named.find(|m| m.kind == EntityKind::Person && m.form == MentionForm::Name);
                let told = match named {
                    Some(m) => Some(Party { entity: Some(m.entity), tokens: m.tokens }),
                    None => beside(&scene, run).or_else(|| unnamed(&scene, run)),
                };
                if let Some(victim) = told {
                    push(&mut victims, victim);
                }
            }
        }
        victims.retain(|victim| !victim.same(&draft.parties[0], &scene));
        draft.victims = victims;
    }
}
