use super::draft::Draft;
use super::party::Party;
use crate::french::{Scene, Words, headline_offence};
use crate::lexicon::Classes;
use crate::ontology::ProceedingKind;
use crate::token::TokenSpan;

/// Settles where one part of a step ends and another begins, and what a headline tells before its colon.
pub(super) fn settle(scene: &Scene<'_>, draft: &mut Draft) {
    let step =
        !matches!(draft.kind, ProceedingKind::Designation | ProceedingKind::Release | ProceedingKind::Appeal);
    if step && draft.offences.is_empty() {
        draft.offences.extend(headline_offence(scene, draft.trigger.start()));
    }
    // «Le *parquet* a requis deux ans contre X, jugé pour vol»: who prosecutes does not judge.
    let judged =
        matches!(draft.kind, ProceedingKind::Trial | ProceedingKind::Conviction | ProceedingKind::Acquittal);
    let prosecutes = |body: &Party| {
        let first = body.tokens.start();
        (first..first + 2).any(|at| Words::french().prosecuting.contains(&scene.doc().word(at)))
    };
    draft.body = draft.body.filter(|body| !(judged && prosecutes(body)));
    let parties = &draft.parties;
    for offence in &mut draft.offences {
        // «plainte pour viol *contre un joueur*» says against whom, not what.
        let inside = parties.iter().find(|party| offence.contains(party.tokens));
        if let Some(end) = inside.and_then(|party| against(scene, *offence, *party)) {
            *offence = TokenSpan::new(offence.start(), end);
        }
    }
    let offences = &draft.offences;
    let unnamed = draft.parties.iter_mut().chain(&mut draft.body).filter(|party| party.entity.is_none());
    for party in unnamed {
        // «accuse un médecin de Rennes *de harcèlement*» says of what, not whom.
        let of = |run: &&TokenSpan| {
            run.start() > party.tokens.start() + 1
                && party.tokens.has(run.start())
                && Words::french().is_plain_de(scene.doc().word(run.start() - 1))
        };
        if let Some(run) = offences.iter().find(of) {
            party.tokens = TokenSpan::new(party.tokens.start(), run.start() - 1);
        }
    }
}

/// Where «contre», «à l’encontre de» before a party begins, inside an offence.
fn against(scene: &Scene<'_>, offence: TokenSpan, party: Party) -> Option<usize> {
    let (doc, words) = (scene.doc(), Words::french());
    let start = party.tokens.start();
    let leads = |at: usize| {
        doc.is(at, Classes::PREPOSITION | Classes::DETERMINER) || words.against.contains(&doc.word(at))
    };
    let first = (offence.start() + 1..start).rev().take_while(|at| leads(*at)).last()?;
    let hostile = (first..start)
        .any(|at| matches!(doc.form(at), "contre" | "envers") || words.against.contains(&doc.word(at)));
    hostile.then_some(first)
}
