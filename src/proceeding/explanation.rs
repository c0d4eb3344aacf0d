use super::draft::Draft;
use crate::french::Scene;
use crate::lexicon::Classes;
use crate::ontology::{ProceedingKind, Status};

/// How far behind the next sentence an explanation may stand, in tokens.
const LONGEST: usize = 24;

/// «Deux hommes ont été mis en examen. Ils sont accusés de vol.»: what the step told before is for, no step of its own.
pub(super) fn explains(scene: &Scene<'_>, drafts: &mut [Draft], draft: &Draft) -> bool {
    if !draft.accuses() || draft.body.is_some() || draft.offences.is_empty() {
        return false;
    }
    let doc = scene.doc();
    // The verdict may have been told twice, and the first telling says what for.
    let said = drafts.iter().rev().take(4).any(|known| {
        known.kind == ProceedingKind::Conviction
            && !known.offences.is_empty()
            && draft.parties.iter().any(|p| known.parties.iter().any(|q| p.same(q, scene)))
    });
    let explained = drafts.iter_mut().rev().take(2).find(|known| {
        let steps = matches!(
            known.kind,
            ProceedingKind::Charge
                | ProceedingKind::Detention
                | ProceedingKind::Arrest
                | ProceedingKind::Trial
        ) || matches!(known.kind, ProceedingKind::Conviction | ProceedingKind::Acquittal)
            // «Elle a été condamnée à un an. *Elle était accusée* d’avoir volé.»
            && (doc.is(doc.sentence_of(draft.token).start(), Classes::SUBJECT_PRONOUN)
                && matches!(doc.form(draft.token.saturating_sub(1)), "était" | "étaient")
                // «La cour a acquitté X, *accusé* d’avoir volé»
                || is_beside(scene, known, draft));
        let shared = draft.parties.iter().all(|p| known.parties.iter().any(|q| p.same(q, scene)));
        let sentence = doc.sentence_of(known.token);
        let near = draft.token < doc.sentence_of(sentence.end()).end() + LONGEST;
        // «Arrêté en 1943, … *Après la guerre*, il est accusé de vol»: another matter of another time.
        let own = doc.sentence_of(draft.token);
        let later = !own.has(known.token)
            && doc.is(own.start(), Classes::PREPOSITION)
            && (own.start()..draft.token).any(|at| doc.form(at) == ",");
        steps && shared && near && !later && known.status == Status::Asserted
    });
    match explained {
        Some(known) if said && known.kind == ProceedingKind::Conviction => true,
        Some(known) => {
            if known.offences.is_empty() {
                known.offences.clone_from(&draft.offences);
            }
            if known.victims.is_empty() {
                known.victims.clone_from(&draft.victims);
            }
            true
        }
        None => false,
    }
}

/// Whether a participle behind its comma goes on right behind the one whom the step before is about.
fn is_beside(scene: &Scene<'_>, known: &Draft, draft: &Draft) -> bool {
    let doc = scene.doc();
    known.parties.iter().any(|party| party.tokens.end() + 1 == draft.token)
        && doc.form(draft.token - 1) == ","
        && doc.is(draft.token, Classes::PAST_PARTICIPLE)
}

/// «X, soupçonné de vol, a été interpellé»: what the step is for, told before it in the same sentence.
pub(super) fn take_suspicion(scene: &Scene<'_>, drafts: &mut Vec<Draft>, draft: &mut Draft) {
    let steps =
        matches!(draft.kind, ProceedingKind::Charge | ProceedingKind::Detention | ProceedingKind::Arrest);
    let Some(last) = drafts.last().filter(|_| steps && draft.status == Status::Asserted) else { return };
    let suspicion = last.is_suspicion()
        && last.body.is_none()
        && scene.doc().sentence_of(last.token).has(draft.token)
        && !draft.parties.is_empty()
        && draft.parties.iter().all(|p| last.parties.iter().any(|q| p.same(q, scene)));
    if !suspicion {
        return;
    }
    if let Some(known) = drafts.pop() {
        if draft.offences.is_empty() {
            draft.offences = known.offences;
        }
        if draft.victims.is_empty() {
            draft.victims = known.victims;
        }
    }
}

/// «X, *jugé pour vol*, a été acquitté», «X a été condamné. *Il était poursuivi pour vol*»: what a verdict is for, told by
/// the step before it in its sentence, or by an explanation right behind it.
pub(super) fn explain_verdict(scene: &Scene<'_>, drafts: &mut [Draft], draft: &mut Draft) {
    let doc = scene.doc();
    let verdict = |draft: &Draft| {
        matches!(draft.kind, ProceedingKind::Conviction | ProceedingKind::Acquittal)
            && draft.status == Status::Asserted
            && draft.offences.is_empty()
    };
    let accuses = |draft: &Draft| {
        (draft.accuses() || matches!(draft.kind, ProceedingKind::Charge | ProceedingKind::Trial))
            && draft.body.is_none_or(|_| !draft.accuses())
            && matches!(draft.status, Status::Asserted | Status::Alleged)
            && !draft.offences.is_empty()
    };
    let shared = |a: &Draft, b: &Draft| {
        !a.parties.is_empty()
            && a.parties.len() == b.parties.len()
            && a.parties.iter().all(|p| b.parties.iter().any(|q| p.same(q, scene)))
    };
    let sentence = doc.sentence_of(draft.token);
    if verdict(draft) {
        let told = drafts.iter().rev().take(3).find(|known| accuses(known) && sentence.has(known.token));
        if let Some(known) = told.filter(|known| shared(known, draft)) {
            draft.offences.clone_from(&known.offences);
            if draft.victims.is_empty() {
                draft.victims.clone_from(&known.victims);
            }
        }
        return;
    }
    if !accuses(draft) || !doc.is(sentence.start(), Classes::SUBJECT_PRONOUN) {
        return;
    }
    // The verdict may have been told twice: «l’a reconnu coupable de vol et l’a condamné à un an».
    let told = |last: &Draft| {
        drafts
            .iter()
            .rev()
            .skip(1)
            .take(3)
            .any(|known| known.kind == last.kind && !known.offences.is_empty() && shared(known, last))
    };
    if drafts.last().is_some_and(told) {
        return;
    }
    if let Some(last) = drafts.last_mut().filter(|last| verdict(last) && shared(last, draft)) {
        let next = doc.sentence_of(last.token).end() + 1 >= sentence.start();
        if next {
            last.offences.clone_from(&draft.offences);
            if last.victims.is_empty() {
                last.victims.clone_from(&draft.victims);
            }
        }
    }
}
