use super::draft::Draft;
use crate::french::Scene;
use crate::ontology::{ProceedingKind, Status};

/// Joins the records that tell the same step, and keeps the order of the text.
pub(super) fn merge(scene: &Scene<'_>, drafts: Vec<Draft>) -> Vec<Draft> {
    let mut kept: Vec<Draft> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        match kept.iter_mut().rev().find(|known| same_step(scene, known, &draft)) {
            Some(known) => absorb(scene, known, draft),
            None => kept.push(draft),
        }
    }
    kept.sort_by_key(|draft| (draft.trigger.start(), draft.kind));
    kept
}

fn same_step(scene: &Scene<'_>, a: &Draft, b: &Draft) -> bool {
    // Told once as a fact and once as hearsay it is one step; what may come is another than what came.
    let told = |draft: &Draft| matches!(draft.status, Status::Asserted | Status::Alleged);
    if a.kind != b.kind || a.status != b.status && !(told(a) && told(b)) {
        return false;
    }
    let parties = if a.parties.is_empty() || b.parties.is_empty() {
        a.parties.is_empty() && b.parties.is_empty()
            || matches!(a.kind, ProceedingKind::Investigation)
                && (a.offences.is_empty() || b.offences.is_empty())
    } else {
        b.parties.iter().all(|party| a.parties.iter().any(|known| known.same(party, scene)))
            || a.parties.iter().all(|party| b.parties.iter().any(|known| known.same(party, scene)))
    };
    let penalties = a.penalties.is_empty()
        || b.penalties.is_empty()
        || b.penalties.iter().any(|new| a.penalties.iter().any(|old| contained(scene, *old, *new)));
    let bodies = match (a.body, b.body) {
        (Some(x), Some(y)) if a.kind == ProceedingKind::Conviction => {
            x.same(&y, scene) || alike(scene, x.tokens, y.tokens)
        }
        _ => true,
    };
    let dates = match (a.date, b.date) {
        (Some(a), Some(b)) if a != b => {
            scene.doc().slice(a) == scene.doc().slice(b) || !scene.years_differ(a, b)
        }
        _ => true,
    };
    let offences = a.offences.is_empty()
        || b.offences.is_empty()
        || !matches!(
            a.kind,
            ProceedingKind::Conviction | ProceedingKind::Accusation | ProceedingKind::Complaint
        )
        || b.offences.iter().any(|new| a.offences.iter().any(|old| alike(scene, *old, *new)));
    parties && penalties && bodies && dates && offences
}

/// Whether one run says all that the other says.
fn contained(scene: &Scene<'_>, a: crate::token::TokenSpan, b: crate::token::TokenSpan) -> bool {
    let (a, b) = (scene.doc().slice(a), scene.doc().slice(b));
    a.contains(b) || b.contains(a)
}

fn alike(scene: &Scene<'_>, a: crate::token::TokenSpan, b: crate::token::TokenSpan) -> bool {
    let doc = scene.doc();
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    short.indices().any(|i| {
        doc.form(i).chars().count() > 3
            && long.indices().any(|j| doc.word(i) == doc.word(j) && doc.word(i).is_known())
    }) || doc.slice(a) == doc.slice(b)
}

fn absorb(scene: &Scene<'_>, known: &mut Draft, other: Draft) {
    let (mut full, thin) =
        if other.weight() > known.weight() { (other, known.clone()) } else { (known.clone(), other) };
    if full.offences.is_empty() {
        full.offences = thin.offences;
    }
    if full.penalties.is_empty() {
        full.penalties = thin.penalties;
    }
    for party in thin.parties {
        if !full.parties.iter().any(|p| p.same(&party, scene)) {
            full.parties.push(party);
        }
    }
    for victim in thin.victims {
        if !full.victims.iter().any(|v| v.same(&victim, scene)) {
            full.victims.push(victim);
        }
    }
    full.body = full.body.or(thin.body);
    full.date = full.date.or(thin.date);
    full.damage = full.damage.or(thin.damage);
    full.counts = full.counts.or(thin.counts);
    full.in_absentia |= thin.in_absentia;
    full.under_appeal |= thin.under_appeal;
    *known = full;
}

/// The order of the steps of a case.
const fn stage(kind: ProceedingKind) -> u8 {
    match kind {
        ProceedingKind::Accusation => 0,
        ProceedingKind::Complaint => 1,
        ProceedingKind::Investigation => 2,
        ProceedingKind::Arrest => 3,
        ProceedingKind::Detention => 4,
        ProceedingKind::Charge => 5,
        ProceedingKind::Trial => 6,
        ProceedingKind::Requisition => 7,
        ProceedingKind::Appeal => 9,
        ProceedingKind::Release => 10,
        _ => 8,
    }
}

/// For each step the one before it in the same affair: same accused, an earlier stage, no clash of offences; the latest
/// such stage. Also marks a verdict that an appeal follows.
pub(super) fn link(scene: &Scene<'_>, drafts: &mut [Draft]) -> Vec<Option<usize>> {
    let mut follows = vec![None; drafts.len()];
    for i in 0..drafts.len() {
        let mut best: Option<usize> = None;
        for j in 0..drafts.len() {
            let (here, other) = (&drafts[i], &drafts[j]);
            let earlier = stage(other.kind) < stage(here.kind);
            let shared = here.parties.iter().any(|p| other.parties.iter().any(|q| p.same(q, scene)));
            let settled = !matches!(other.kind, ProceedingKind::Designation)
                && !matches!(here.kind, ProceedingKind::Designation);
            let fits = here.offences.is_empty()
                || other.offences.is_empty()
                || here.offences.iter().any(|a| other.offences.iter().any(|b| alike(scene, *a, *b)));
            if i != j && earlier && shared && settled && fits {
                let closer = best.is_none_or(|b| stage(drafts[b].kind) < stage(other.kind));
                if closer {
                    best = Some(j);
                }
            }
        }
        follows[i] = best;
    }
    for i in 0..drafts.len() {
        let appealed = drafts[i].kind == ProceedingKind::Appeal && drafts[i].status != Status::Negated;
        if let Some(verdict) = follows[i].filter(|_| appealed)
            && drafts[verdict].kind == ProceedingKind::Conviction
        {
            drafts[verdict].under_appeal = true;
        }
    }
    follows
}
