use super::draft::{Draft, NEAR, near};
use super::manner::Manner;
use super::party::Party;
use crate::french::{Scene, Words};
use crate::lexicon::{Classes, WordId};
use crate::ontology::{EntityKind, ProceedingKind, Status};
use crate::token::{TokenKind, TokenSpan};

/// How far behind a headline its first sentences reach, in tokens.
const NEXT_LINES: usize = 60;

/// Joins the records that tell the same step, and keeps the order of the text.
pub(super) fn merge(scene: &Scene<'_>, drafts: Vec<Draft>) -> Vec<Draft> {
    let mut kept: Vec<Draft> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        match kept.iter_mut().rev().take(NEAR).find(|known| same_step(scene, known, &draft)) {
            Some(known) => absorb(scene, known, draft),
            None => kept.push(draft),
        }
    }
    kept.sort_by_key(|draft| (draft.trigger.start(), draft.kind));
    kept
}

/// «Un homme condamné» in a headline is told again below with the name: the headline was about him, and what follows
/// is about the man with the name.
pub(super) fn name_headline(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let Some((new, before)) = drafts.split_last() else { return };
    let doc = scene.doc();
    let named = matches!(new.parties.as_slice(), [party] if party.entity.is_some());
    let count = match new.parties.as_slice() {
        [party] if party.entity.is_none() => number_of(scene, *party),
        several if several.len() > 1 => Words::french().numbers.get(several.len() - 2).copied(),
        _ => None,
    };
    let told = before.iter().take(NEAR).position(|draft| {
        let line = doc.sentence_of(draft.token);
        let ended =
            matches!(doc.form(line.end().saturating_sub(1)), "." | "!" | "?" | "…" | "»" | "\"" | "”");
        // «Meurtre à Fougères : *le voisin* écroué», and «*Un homme* a été écroué» in the text.
        let next = line.end() + NEXT_LINES > new.token;
        let again = next && matches!(new.parties.as_slice(), [party] if is_one(scene, *party));
        let nameless = |party: Party| party.entity.is_none() && (named || again) && is_one(scene, party);
        let counted = |party: Party| count.is_some() && number_of(scene, party) == count;
        let stands = matches!(draft.parties.as_slice(), [party] if nameless(*party) || counted(*party));
        draft.kind == new.kind && !ended && stands && !line.has(new.token)
    });
    if let Some(told) = told {
        // What only the headline says of the step stays.
        let headline = drafts.remove(told);
        if let Some(new) = drafts.last_mut() {
            // «Meurtre à Fougères : le voisin écroué» names the affair, not what custody is for.
            let charged = !matches!(new.kind, ProceedingKind::Detention | ProceedingKind::Arrest);
            if new.offences.is_empty() && charged {
                new.offences = headline.offences;
                if new.victims.is_empty() {
                    new.victims = headline.victims;
                }
            }
            if new.penalties.is_empty() {
                new.penalties = headline.penalties;
            }
            new.body = new.body.or(headline.body);
        }
    }
}

/// «*trois* journalistes»: the numeral that begins the words.
pub(super) fn number_of(scene: &Scene<'_>, party: Party) -> Option<WordId> {
    let (doc, words) = (scene.doc(), Words::french());
    let first = party.tokens.start();
    let at = if doc.is(first, Classes::DETERMINER) && !words.numbers.contains(&doc.word(first)) {
        first + 1
    } else {
        first
    };
    words.numbers.contains(&doc.word(at)).then(|| doc.word(at))
}

/// «un homme», «l’ancien directeur»; not «deux hommes», «les accusés».
pub(super) fn is_one(scene: &Scene<'_>, party: Party) -> bool {
    let (doc, first) = (scene.doc(), party.tokens.start());
    let number = doc.token(first).is_some_and(|token| token.kind == TokenKind::Number);
    let many = doc.is(first, Classes::NUMERAL) && !matches!(doc.form(first), "un" | "une" | "Un" | "Une");
    !number && !many && !matches!(doc.form(first), "des" | "Des" | "les" | "Les" | "ses" | "leurs")
}

fn same_step(scene: &Scene<'_>, a: &Draft, b: &Draft) -> bool {
    // Told once as a fact and once as hearsay it is one step; what may come is another than what came.
    let told = |draft: &Draft| matches!(draft.status, Status::Asserted | Status::Alleged);
    if a.kind != b.kind || a.status != b.status && !(told(a) && told(b)) {
        return false;
    }
    // A judgment that a higher court confirms is another than the one confirmed.
    if (a.manner == Manner::Confirmation) != (b.manner == Manner::Confirmation) {
        return false;
    }
    // «de *nouvelles* accusations»
    if b.trigger
        .indices()
        .any(|i| matches!(scene.doc().form(i), "nouvelle" | "nouvelles" | "nouveau" | "nouveaux"))
    {
        return false;
    }
    // «l’enquête a été *élargie* à des faits de trafic»: more than what was looked into before.
    let wider = |draft: &Draft| {
        draft.kind == ProceedingKind::Investigation
            && draft.trigger.indices().any(|i| {
                let form = scene.doc().form(i);
                form.starts_with("élargi") || form.starts_with("supplétif")
            })
    };
    if (wider(a) || wider(b))
        && !a.offences.is_empty()
        && !b.offences.is_empty()
        && !b.offences.iter().any(|new| a.offences.iter().any(|old| alike(scene, *old, *new)))
    {
        return false;
    }
    let parties = if a.parties.is_empty() || b.parties.is_empty() {
        a.parties.is_empty() && b.parties.is_empty()
            || matches!(a.kind, ProceedingKind::Investigation)
                && (a.offences.is_empty()
                    || b.offences.is_empty()
                    || b.offences.iter().any(|new| a.offences.iter().any(|old| alike(scene, *old, *new))))
    } else {
        b.parties.iter().all(|party| a.parties.iter().any(|known| known.same(party, scene)))
            || a.parties.iter().all(|party| b.parties.iter().any(|known| known.same(party, scene)))
    };
    let penalties = a.penalties.is_empty()
        || b.penalties.is_empty()
        || b.penalties.iter().any(|new| {
            a.penalties.iter().any(|old| contained(scene, *old, *new) || same_term(scene, *old, *new))
        });
    let bodies = match (a.body, b.body) {
        (Some(x), Some(y)) if a.kind == ProceedingKind::Conviction => {
            x.same(&y, scene) || alike(scene, x.tokens, y.tokens) || is_plain(scene, x) || is_plain(scene, y)
        }
        _ => true,
    };
    if a.kind == ProceedingKind::Conviction
        && parties
        && adds(scene, b)
        && (scene.lemma(a.token) == scene.lemma(b.token) || b.manner == Manner::Addition)
    {
        return true;
    }
    // «Il avait *déjà* été emprisonné en 2011» is another time.
    if already(scene, a) != already(scene, b) {
        return false;
    }
    let dates = match (a.date, b.date) {
        (Some(a), Some(b)) if a != b => {
            scene.doc().slice(a) == scene.doc().slice(b) || !scene.years_differ(a, b)
        }
        _ => true,
    };
    let offences = a.offences.is_empty()
        || b.offences.is_empty()
        || is_topic(scene, a)
        || is_topic(scene, b)
        || !(a.accuses() || matches!(a.kind, ProceedingKind::Conviction | ProceedingKind::Complaint))
        || b.offences.iter().any(|new| a.offences.iter().any(|old| alike(scene, *old, *new)));
    parties && penalties && bodies && dates && offences
}

/// «*Fraude à la mairie* : deux ans de prison pour X»: the topic of a headline is told in other words below.
fn is_topic(scene: &Scene<'_>, draft: &Draft) -> bool {
    let start = scene.doc().sentence_of(draft.token).start();
    matches!(draft.offences.as_slice(), [only] if only.start() == start && only.end() <= draft.trigger.start())
}

fn already(scene: &Scene<'_>, draft: &Draft) -> bool {
    let (doc, token) = (scene.doc(), draft.token);
    let floor = doc.sentence_of(token).start().max(token.saturating_sub(4));
    (floor..token).any(|i| Words::french().already.contains(&doc.word(i)))
}

/// «la justice», «le tribunal»: whichever court it was.
fn is_plain(scene: &Scene<'_>, body: Party) -> bool {
    let last = body.tokens.end().saturating_sub(1);
    body.tokens.len() <= 2 && Words::french().any_court.contains(&scene.doc().word(last))
}

/// «Il est *aussi* condamné à …»: more of the same decision.
fn adds(scene: &Scene<'_>, draft: &Draft) -> bool {
    let (doc, words) = (scene.doc(), Words::french());
    let near = draft.token.saturating_sub(3)..draft.token + 3;
    let sentence = doc.sentence_of(draft.token);
    if draft.manner == Manner::Addition {
        return true;
    }
    near.into_iter().any(|i| sentence.has(i) && words.adding.contains(&doc.word(i))) && draft.date.is_none()
}

/// Hostages, animals and players are freed too: a release follows an arrest of the same people, or justice is named
/// beside it, or it is that of somebody by name whom no kidnapper held.
pub(super) fn is_release(scene: &Scene<'_>, drafts: &[Draft], token: usize, parties: &[Party]) -> bool {
    let (doc, words) = (scene.doc(), Words::french());
    let sentence = doc.sentence_of(token);
    let before = sentence.start().checked_sub(1).map_or(sentence, |at| doc.sentence_of(at));
    if (before.start()..sentence.end()).any(|i| words.hostages.contains(&doc.word(i))) {
        return false;
    }
    // Only people are pardoned.
    if ["graci", "amnisti"].iter().any(|stem| doc.form(token).to_lowercase().starts_with(stem)) {
        return true;
    }
    let held = |draft: &Draft| (stage(ProceedingKind::Arrest)..=9).contains(&stage(draft.kind));
    let named = |party: &Party| {
        party
            .entity
            .and_then(|id| scene.reading().resolved.entity(id))
            .is_some_and(|e| e.kind == EntityKind::Person)
    };
    let judicial = Classes::COURT | Classes::PENALTY | Classes::JUDICIAL_NOUN;
    let people = |party: &Party| {
        party.entity.is_some()
            || party.tokens.indices().any(|i| {
                doc.is(
                    i,
                    Classes::HUMAN | Classes::ROLE | Classes::DEMONYM | Classes::PRONOUN | Classes::NUMERAL,
                )
            })
    };
    let prisoners =
        parties.iter().any(|party| party.tokens.indices().any(|i| words.prisoners.contains(&doc.word(i))));
    if prisoners {
        return true;
    }
    let told = drafts.iter().rev().take(NEAR).any(held)
        || sentence.indices().any(|i| doc.is(i, judicial) && i != token);
    parties.iter().any(named) || told && parties.iter().any(people)
}

/// «L’enquête est en cours» in an article without any other step is about an accident.
pub(super) fn keep_affairs(drafts: &mut Vec<Draft>) {
    let bare = |draft: &Draft| draft.offences.is_empty() && draft.manner == Manner::Frame;
    if drafts.iter().all(bare) {
        drafts.clear();
    }
}

/// «40 ans de prison» of a headline and «40 ans de réclusion» below.
fn same_term(scene: &Scene<'_>, a: TokenSpan, b: TokenSpan) -> bool {
    let value = |run: TokenSpan| {
        let mut values = scene.values_in(run).iter();
        values.find(|value| value.tokens.start() == run.start()).map(|value| &value.value)
    };
    matches!((value(a), value(b)), (Some(a), Some(b)) if a == b)
}

/// Whether one run says all that the other says.
fn contained(scene: &Scene<'_>, a: TokenSpan, b: TokenSpan) -> bool {
    let (a, b) = (scene.doc().slice(a), scene.doc().slice(b));
    a.contains(b) || b.contains(a)
}

pub(super) fn alike(scene: &Scene<'_>, a: TokenSpan, b: TokenSpan) -> bool {
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
    // «Il est *également* mis en examen pour le meurtre de Y»
    let more = full.kind != ProceedingKind::Investigation && (adds(scene, &full) || adds(scene, &thin));
    if full.offences.is_empty() {
        full.offences = thin.offences;
    } else if more {
        let (first, last) = if full.token < thin.token {
            (full.offences, thin.offences)
        } else {
            (thin.offences, full.offences)
        };
        full.offences = first;
        for run in last {
            if !full.offences.iter().any(|old| contained(scene, *old, run)) {
                full.offences.push(run);
            }
        }
    }
    for run in thin.penalties {
        let told = |old: &TokenSpan| contained(scene, *old, run) || same_term(scene, *old, run);
        match full.penalties.iter_mut().find(|old| told(old)) {
            // «263 ans de prison» says more than «prison».
            Some(old) if run.len() > old.len() + 1 => *old = run,
            Some(_) => {}
            None if !run.is_empty() => full.penalties.push(run),
            None => {}
        }
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
        for j in near(i, drafts.len()) {
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
