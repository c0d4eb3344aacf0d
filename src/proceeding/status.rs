use crate::french::{Group, Scene, Words};
use crate::lexicon::Classes;
use crate::ontology::{ProceedingKind, Status};
use crate::token::TokenSpan;
use crate::value::Value;

/// How far the article stands behind a step, by the verb that tells it or by the words before its noun.
pub(super) fn status(scene: &Scene<'_>, kind: ProceedingKind, token: usize, group: &Group) -> Status {
    if scene.is_noun(token) {
        if is_undone(scene, kind, token) {
            return Status::Negated;
        }
        if kind == ProceedingKind::Release && is_aim(scene, token) {
            return Status::Hypothetical;
        }
        return match of_noun(scene, token) {
            Status::Asserted if kind != ProceedingKind::Trial => of_predicate(scene, kind, token),
            status => status,
        };
    }
    if group.negated || group.infinitive && is_denied(scene, group) {
        return Status::Negated;
    }
    let announced = matches!(kind, ProceedingKind::Appeal | ProceedingKind::Complaint);
    let intended = group.infinitive && !group.past;
    let intended = intended && (announced && !is_decided(scene, group) || is_plan(scene, group));
    if intended || group.possible || under_condition(scene, group) {
        return Status::Hypothetical;
    }
    // «devrait être jugé», «a annoncé qu’il ferait appel» are not hearsay.
    if group.conditional && (group.future || announced && !group.past) {
        return Status::Hypothetical;
    }
    if group.conditional {
        return Status::Alleged;
    }
    // What a court will decide is open; that it will sit is settled.
    let open = !matches!(kind, ProceedingKind::Trial | ProceedingKind::Charge | ProceedingKind::Accusation);
    if group.future && open && !is_history(scene, token) { Status::Hypothetical } else { Status::Asserted }
}

/// «Ministre jusqu’en 1962, il *sera condamné* en 1964»: the future of a life that is told, where the article tells of
/// later years too.
fn is_history(scene: &Scene<'_>, token: usize) -> bool {
    let year = |run: TokenSpan| {
        let number = |at: &usize| scene.doc().form(*at).len() == 4;
        run.indices().filter(number).find_map(|at| scene.doc().form(at).parse::<u32>().ok())
    };
    let dates = |run: TokenSpan| {
        scene
            .values_in(run)
            .iter()
            .filter(|v| matches!(v.value, Value::Date(_)))
            .filter_map(|v| year(v.tokens))
    };
    let doc = scene.doc();
    let sentence = doc.sentence_of(token);
    let ends = |at: &usize| {
        matches!(doc.form(*at), "," | ";" | ":" | "(")
            || doc.is(*at, Classes::RELATIVE | Classes::SUBORDINATOR)
    };
    let floor = sentence.start().max(token.saturating_sub(NEAR));
    let first = (floor..token).rev().find(|at| ends(at) && doc.form(*at) != ",").unwrap_or(floor);
    let last = (token..sentence.end().min(token + NEAR)).find(ends).unwrap_or(token + NEAR);
    let Some(own) = dates(TokenSpan::new(first, last)).max() else {
        let before = TokenSpan::new(token.saturating_sub(BEFORE), token);
        return dates(before).next_back().is_some_and(|year| year < LONG_AGO);
    };
    own < LONG_AGO || dates(TokenSpan::new(0, doc.len())).any(|year| year > own + 1)
}

/// How far from its verb the year of a step stands, in tokens.
const NEAR: usize = 14;
/// Nobody foretells what came before this year.
const LONG_AGO: u32 = 1990;
/// How far back the year of a life is told, in tokens.
const BEFORE: usize = 60;

/// «a *annulé* la dissolution du collectif»
fn is_undone(scene: &Scene<'_>, kind: ProceedingKind, token: usize) -> bool {
    let (doc, words) = (scene.doc(), Words::french());
    matches!(kind, ProceedingKind::Designation | ProceedingKind::Charge | ProceedingKind::Detention)
        // «suspendu *après sa* mise en examen»
        && !(token.saturating_sub(3)..token).any(|at| matches!(doc.form(at), "après" | "depuis"))
        && (token.saturating_sub(3)..token).any(|at| {
            doc.is(at, Classes::VERB)
                && doc.verb_lemma(at).is_some_and(|lemma| words.undoing.contains(&lemma))
        })
}

/// «X *nie* avoir été condamné».
fn is_denied(scene: &Scene<'_>, group: &Group) -> bool {
    let doc = scene.doc();
    let before = group.span.start().checked_sub(1);
    before.and_then(|at| doc.verb_lemma(at)).is_some_and(|lemma| Words::french().denying.contains(&lemma))
}

/// «a *décidé* de faire appel» is as good as done.
fn is_decided(scene: &Scene<'_>, group: &Group) -> bool {
    let (doc, words) = (scene.doc(), Words::french());
    let start = group.span.start();
    (start.saturating_sub(3)..start)
        .any(|at| doc.verb_lemma(at).is_some_and(|lemma| words.deciding.contains(&lemma)))
}

/// «son *intention de* porter plainte», «la *volonté de* poursuivre la société».
fn is_plan(scene: &Scene<'_>, group: &Group) -> bool {
    let (doc, words) = (scene.doc(), Words::french());
    let start = group.span.start();
    start > 1 && words.is_plain_de(doc.word(start - 1)) && words.plans.contains(&doc.word(start - 2))
}

/// «La mise en examen de X est *envisagée*», «la libération de X a été *refusée*».
fn of_predicate(scene: &Scene<'_>, kind: ProceedingKind, token: usize) -> Status {
    let (doc, words) = (scene.doc(), Words::french());
    let end = doc.sentence_of(token).end().min(token + 14);
    let Some(verb) = (token + 1..end)
        .take_while(|at| !doc.is(*at, Classes::RELATIVE | Classes::SUBORDINATOR) && doc.form(*at) != ",")
        .find(|at| doc.is(*at, Classes::ETRE) && doc.is(*at, Classes::FINITE) || doc.word(*at) == words.ete)
    else {
        return Status::Asserted;
    };
    for at in verb + 1..(verb + 4).min(end) {
        if words.planned.contains(&doc.word(at)) {
            return Status::Hypothetical;
        }
        let undone = kind == ProceedingKind::Conviction && doc.form(at).starts_with("annul");
        if words.refused.contains(&doc.word(at)) && !undone {
            return Status::Negated;
        }
    }
    Status::Asserted
}

/// «manifester *pour* la libération de X», «se consacrer *à* la libération de X»: what somebody is after has not come.
fn is_aim(scene: &Scene<'_>, token: usize) -> bool {
    let (doc, words) = (scene.doc(), Words::french());
    let at = token.saturating_sub(1 + usize::from(doc.is(token.saturating_sub(1), Classes::DETERMINER)));
    // «sa *demande de* remise en liberté»
    let asked = words.is_plain_de(doc.word(at)) && at > 0 && words.requests.contains(&doc.word(at - 1));
    if asked {
        return true;
    }
    let campaigns = |i: usize| doc.verb_lemma(i).is_some_and(|lemma| words.campaigning.contains(&lemma));
    match words.preposition(doc.word(at)) {
        Some(Words::POUR) => true,
        Some(Words::A) => (at.saturating_sub(3)..at).any(campaigns),
        _ => false,
    }
}

fn of_noun(scene: &Scene<'_>, token: usize) -> Status {
    let (doc, words) = (scene.doc(), Words::french());
    let sentence = doc.sentence_of(token);
    let floor = sentence.start().max(token.saturating_sub(4));
    for at in (floor..token).rev() {
        let word = doc.word(at);
        // «a demandé sa libération»
        let asks = doc.is(at, Classes::VERB) && !scene.is_noun(at);
        if asks && doc.verb_lemma(at).is_some_and(|lemma| words.possible.contains(&lemma)) {
            return Status::Hypothetical;
        }
        // «classé *sans* suite la plainte» is no lack of it.
        let near = at + 2 >= token || doc.form(at) != "sans";
        if near && words.without.contains(&word) {
            return Status::Negated;
        }
        if words.maybe.contains(&word) {
            return Status::Hypothetical;
        }
    }
    for at in token + 1..(token + 4).min(sentence.end()) {
        if words.presumed.contains(&doc.word(at)) {
            return Status::Alleged;
        }
        if words.maybe.contains(&doc.word(at)) {
            return Status::Hypothetical;
        }
        if !doc.is(at, Classes::ADJECTIVE | Classes::PREPOSITION) {
            break;
        }
    }
    Status::Asserted
}

/// «s’il est mis en examen», «en cas de condamnation».
fn under_condition(scene: &Scene<'_>, group: &Group) -> bool {
    let (doc, words) = (scene.doc(), Words::french());
    let start = group.span.start();
    // «Si elle *a été* libérée, l’inquiétude reste grande» grants a fact.
    let granted = group.past && group.span.indices().any(|i| matches!(doc.form(i), "a" | "ont"));
    if granted {
        return false;
    }
    let floor = doc.sentence_of(start).start().max(start.saturating_sub(12));
    for at in (floor..start).rev() {
        if words.si.contains(&doc.word(at)) {
            // «s’» is also the reflexive: then a verb follows.
            return doc.word(at) == words.si[0]
                || doc.is(at + 1, Classes::SUBJECT_PRONOUN) && !doc.is(at + 1, Classes::CLITIC);
        }
        // «dans les *cas où* ils seraient reconnus coupables»
        if matches!(doc.form(at), "où") && at > 0 && matches!(doc.form(at - 1), "cas" | "hypothèse") {
            return true;
        }
        if matches!(doc.form(at), "," | ";" | ":") || scene.is_finite(at) {
            return false;
        }
    }
    false
}
