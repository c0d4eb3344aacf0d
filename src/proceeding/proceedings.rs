use std::borrow::Cow;

use super::antecedent::Antecedents;
use super::builtin::rules;
use super::counsel::{client, is_prosecution, of_somebody, pleads};
use super::draft::{Draft, NEAR};
use super::manner::Manner;
use super::matches::Matches;
use super::party::{Party, body_of, is_measure, is_whereabouts, parties_of};
use super::{
    bereaved, bounds, case, detail, explanation, introduced, killed, own_deed, respective, shares, status,
    victim,
};
use crate::french::{FrenchView, ProceedingPart, Scene, Voice, Words, kind_of_record};
use crate::graph::{self, DatePoint, Penalty, ProceedingId, Source, StatementId};
use crate::lexicon::Classes;
use crate::ontology::{EntityKind, MentionForm, ProceedingKind, Status};
use crate::rule::{Makes, Match, Rule, Rules};
use crate::token::TokenSpan;

/// Adds the proceedings that the matches tell of, in the order of their triggers.
pub(crate) fn proceedings(
    matches: Matches<'_>,
    statements: &[graph::Statement],
    out: &mut Vec<graph::Proceeding>,
) {
    let Some(rules) = rules() else { return };
    let Matches { view, own, by_own, built_in } = matches;
    let scene = view.scene();
    let mut by_own = by_own.into_iter().peekable();
    let mut built_in = built_in.into_iter().peekable();
    let mut drafts: Vec<Draft> = Vec::new();
    while let Some(token) =
        by_own.peek().into_iter().chain(built_in.peek()).map(|matched| matched.token).min()
    {
        let before = drafts.len();
        while let Some(matched) = by_own.next_if(|matched| matched.token == token) {
            let name = |rule: &Rule| Cow::Owned(rule.name().to_owned());
            drafts.extend(own.and_then(|own| draft(own, name, &view, &drafts, &matched)));
        }
        let told_by_own = drafts.len() > before;
        while let Some(matched) = built_in.next_if(|matched| matched.token == token) {
            if told_by_own {
                continue;
            }
            let told = draft(rules, |rule| Cow::Borrowed(rule.name()), &view, &drafts, &matched);
            let told = told.filter(|told| !explanation::explains(&scene, &mut drafts, told));
            let Some(mut told) = told else { continue };
            // «d’*ouvrir une enquête* contre X»: the verb has told what its noun would tell again.
            let again = |d: &Draft| d.kind == told.kind && d.trigger.has(told.token) && d.token != told.token;
            let bare = scene.is_noun(told.token) || scene.doc().is(told.token, Classes::PREPOSITION);
            if bare && drafts.iter().rev().take(4).any(again) {
                continue;
            }
            explanation::take_suspicion(&scene, &mut drafts, &mut told);
            explanation::explain_verdict(&scene, &mut drafts, &mut told);
            let mut others = respective::respective(&scene, &mut told);
            if others.is_empty() {
                others = shares::shared(&scene, &drafts, &mut told);
                others.extend(shares::distributed(&scene, &mut told));
            }
            drafts.push(told);
            case::name_headline(&scene, &mut drafts);
            drafts.extend(others);
        }
    }
    if drafts.is_empty() {
        return;
    }
    introduced::introduce(&scene, &mut drafts);
    case::keep_affairs(&mut drafts);
    let mut drafts = case::merge(&scene, drafts);
    victim::share(&scene, &mut drafts);
    own_deed::of_own_deed(&view, &mut drafts);
    bereaved::of_article(&view, &mut drafts);
    let follows = case::link(&scene, &mut drafts);
    for (place, (draft, before)) in drafts.into_iter().zip(follows).enumerate() {
        out.push(finish(&scene, statements, place, draft, before));
    }
}

fn draft<'r>(
    rules: &'r Rules,
    name: impl Fn(&'r Rule) -> Cow<'static, str>,
    view: &FrenchView<'_>,
    drafts: &[Draft],
    matched: &Match,
) -> Option<Draft> {
    let Makes::Record(record) = matched.makes else { return None };
    let kind = kind_of_record(record)?;
    let scene = view.scene();
    let antecedents = Antecedents { scene: &scene, drafts };
    let rule = rules.rule(matched.rule)?;
    let mut parties = Vec::new();
    let mut victims = Vec::new();
    let mut wanted = false;
    let mut unknown = false;
    for run in matched.all(ProceedingPart::Parties.id()) {
        // «contre X»: the law’s name for nobody yet.
        if matches!(scene.doc().form(run.start()), "X" | "inconnu" | "inconnus") {
            unknown = true;
            continue;
        }
        // «l’enquête sur *la mort de X*» is about no accused.
        let told = |at: &usize| {
            scene.doc().is(*at, Classes::NOUN) && Words::french().deaths.contains(&scene.doc().word(*at))
        };
        let about = kind == ProceedingKind::Investigation
            && (run.indices().take(3).any(|at| told(&at)) || after_death(&scene, run.start()));
        if about {
            let named = scene
                .reading()
                .resolved
                .mentions_in(run)
                .find(|m| m.kind == EntityKind::Person && m.form == MentionForm::Name);
            victims.extend(named.map(|m| Party { entity: Some(m.entity), tokens: m.tokens }));
            unknown = true;
            continue;
        }
        wanted = true;
        let before = parties.len();
        parties_of(&scene, &antecedents, run, &mut parties);
        // «X a été giflé. *Il* a été arrêté»: whoever was hurt is not the one.
        let own =
            scene.doc().is(run.start(), Classes::SUBJECT_PRONOUN) && !is_pluperfect(&scene, matched.token);
        if is_seized(kind) && own && run.len() == 1 && parties.len() == before + 1 {
            let hurt = killed::hurt_before(&scene, run.start(), |verb| view.patients(verb));
            if parties[before].entity.is_some_and(|entity| hurt.contains(&entity)) {
                parties.truncate(before);
                parties.extend(
                    antecedents.of_other(run, &hurt).or_else(|| killed::doer_before(&scene, run.start())),
                );
            }
        }
    }
    if wanted && parties.is_empty() {
        return None;
    }
    // «porter plainte *contre X*», where the rule has not asked against whom.
    unknown |= against_nobody(&scene, matched.trigger);
    let follows_case = matches!(
        kind,
        ProceedingKind::Requisition
            | ProceedingKind::Investigation
            | ProceedingKind::Complaint
            | ProceedingKind::Conviction
    );
    let open = rule.constants().any(|(id, _)| id == ProceedingPart::Parties.id());
    if parties.is_empty() && follows_case && !open && !unknown {
        let reach = if kind == ProceedingKind::Conviction { 1 } else { 6 };
        // A complaint is about whom the sentences before it tell of.
        if kind == ProceedingKind::Complaint {
            parties = antecedents.of_step(matched.token, 1);
        }
        if parties.is_empty() {
            parties = antecedents.of_step(matched.token, reach);
        }
        if parties.is_empty() && !matches!(kind, ProceedingKind::Investigation | ProceedingKind::Complaint) {
            return None;
        }
    }
    if kind == ProceedingKind::Release && !case::is_release(&scene, drafts, matched.token, &parties) {
        return None;
    }
    for run in matched.all(ProceedingPart::Victims.id()) {
        parties_of(&scene, &antecedents, run, &mut victims);
    }
    // «reconnu comme extrémiste en mars 2018»: a time is no body.
    let judges = matched.get(ProceedingPart::Body.id()).filter(|run| scene.date_at(run.start()).is_none());
    let mut body = judges.and_then(|run| body_of(&scene, &antecedents, run));
    if kind == ProceedingKind::Arrest && body.is_some_and(|body| is_obstacle(&scene, body)) {
        return None;
    }
    // «requis contre trois policiers *de la brigade anticriminalité*»: who is accused does not accuse.
    body = body.filter(|body| {
        let within = |party: &Party| {
            party.entity.is_none() && party.tokens != body.tokens && party.tokens.contains(body.tokens)
        };
        !parties.iter().any(within)
    });
    parties.retain(|party: &Party| {
        body.is_none_or(|body| match body.entity {
            Some(entity) => party.entity != Some(entity),
            None => party.entity.is_some() || !party.tokens.contains(body.tokens),
        })
    });
    // «trois sociétés basées *à Dubaï*, accusées de fraude»: where they are is accused of nothing.
    parties.retain(|party| !is_whereabouts(&scene, *party) && !is_measure(&scene, *party));
    if wanted && parties.is_empty() {
        return None;
    }
    let group = view.group(matched.token);
    if kind == ProceedingKind::Appeal {
        let accused = antecedents.last_parties(matched.token);
        match parties.as_slice() {
            // «*Ses* avocats ont fait appel», «*Le parquet* a fait appel»: of what the accused got.
            [party]
                if !accused.is_empty()
                    && (of_somebody(&scene, *party)
                        || antecedents.is_pronoun(party.tokens) && pleads(&scene, *party)) =>
            {
                parties = accused;
            }
            [party] if !accused.is_empty() && is_prosecution(&scene, *party) => {
                body = body_of(&scene, &antecedents, party.tokens);
                parties = accused;
            }
            _ => parties.iter_mut().for_each(|party| *party = client(&scene, *party)),
        }
    }
    // «les deux hommes arrêtés mardi»: said again of people whose arrest has been told.
    let again = |party: &Party| {
        party.entity.is_none() && drafts.iter().rev().take(NEAR).any(|draft| draft.kind == kind)
    };
    if group.voice == Voice::Participle
        && !scene.is_noun(matched.token)
        && matched.get(ProceedingPart::Penalties.id()).is_none()
        && parties.iter().all(|party| again(party) && scene.is_definite(party.tokens))
        && !parties.is_empty()
    {
        return None;
    }
    let constant =
        |part: ProceedingPart| rule.constants().find(|(id, _)| *id == part.id()).map(|(_, text)| text);
    let told = status::status(&scene, kind, matched.token, &group);
    let mut draft = Draft {
        kind,
        parties,
        offences: matched.all(ProceedingPart::Offences.id()).collect(),
        penalties: matched.all(ProceedingPart::Penalties.id()).collect(),
        victims,
        body,
        date: matched.get(ProceedingPart::Date.id()).or_else(|| view.date(matched.token, matched.trigger)),
        damage: matched.get(ProceedingPart::Damage.id()),
        counts: None,
        in_absentia: constant(ProceedingPart::InAbsentia) == Some("true"),
        under_appeal: constant(ProceedingPart::UnderAppeal) == Some("true"),
        status: match constant(ProceedingPart::Status).and_then(|name| name.parse::<Status>().ok()) {
            Some(fixed) if told != Status::Negated => fixed,
            _ => told,
        },
        manner: Manner::named(constant(ProceedingPart::Manner)),
        trigger: matched.trigger,
        token: matched.token,
        rule: name(rule),
    };
    // «condamné pour *détention* arbitraire»
    let wrongs = &draft.offences;
    draft.penalties.retain(|penalty| !wrongs.iter().any(|offence| offence.contains(*penalty)));
    // «soupçonné d’avoir détourné des fonds entre 2009 et 2014»: that is when he did it.
    // «sa participation au génocide *de 1994*»
    let of_deed = |offence: &TokenSpan, date: TokenSpan| {
        offence.end() + 1 == date.start() && Words::french().is_plain_de(scene.doc().word(offence.end()))
    };
    let deed = |date: TokenSpan| draft.offences.iter().any(|run| run.contains(date) || of_deed(run, date));
    draft.date = draft.date.filter(|date| !deed(*date));
    // «inculpé d’atteinte à la *sûreté de l’État*»: what the wrong is done to judges nobody.
    draft.body = draft.body.filter(|body| !draft.offences.iter().any(|run| run.contains(body.tokens)));
    bounds::settle(&scene, &mut draft);
    detail::complete(&scene, &mut draft);
    Some(draft)
}

/// «Il *avait été* condamné en 2009»: what came before the deed.
fn is_pluperfect(scene: &Scene<'_>, token: usize) -> bool {
    (token.saturating_sub(4)..token).any(|at| matches!(scene.doc().form(at), "avait" | "avaient"))
}

/// «arrêtés par *un mur*», «par *des recours*»: nothing that arrests anybody.
fn is_obstacle(scene: &Scene<'_>, body: Party) -> bool {
    let (doc, start) = (scene.doc(), body.tokens.start());
    let people =
        Classes::HUMAN | Classes::ROLE | Classes::COURT | Classes::ORGANISATION_HEAD | Classes::DEMONYM;
    body.entity.is_none()
        && start > 0
        && matches!(doc.form(start - 1), "un" | "une" | "des")
        && !body
            .tokens
            .indices()
            .any(|at| doc.is(at, people) || doc.token(at).is_some_and(|token| token.shape.is_capital()))
}

/// Whether the step takes somebody whom the police hold to have done it.
const fn is_seized(kind: ProceedingKind) -> bool {
    matches!(
        kind,
        ProceedingKind::Arrest
            | ProceedingKind::Detention
            | ProceedingKind::Charge
            | ProceedingKind::Conviction
    )
}

/// «l’enquête sur *la mort* du guide X»: whether such a noun stands between «sur» and a token.
fn after_death(scene: &Scene<'_>, start: usize) -> bool {
    let (doc, words) = (scene.doc(), Words::french());
    let floor = doc.sentence_of(start).start().max(start.saturating_sub(9));
    let between = || (floor..start).rev().take_while(|at| doc.form(*at) != "sur");
    between().count() < start - floor
        && between().any(|at| doc.is(at, Classes::NOUN) && words.deaths.contains(&doc.word(at)))
}

/// «contre X», right behind the words of a step.
fn against_nobody(scene: &Scene<'_>, trigger: TokenSpan) -> bool {
    let doc = scene.doc();
    (trigger.end()..trigger.end() + 4)
        .any(|at| doc.form(at) == "contre" && matches!(doc.form(at + 1), "X" | "inconnu" | "inconnus"))
}

fn finish(
    scene: &Scene<'_>,
    statements: &[graph::Statement],
    place: usize,
    draft: Draft,
    before: Option<usize>,
) -> graph::Proceeding {
    let doc = scene.doc();
    let trigger = doc.span(draft.trigger);
    let value = |run: TokenSpan| {
        scene
            .values_in(run)
            .iter()
            .find(|value| value.tokens.start() >= run.start())
            .map(|value| value.value.clone())
    };
    let said = statements
        .iter()
        .filter(|s| s.span.start() <= trigger.start() && trigger.end() <= s.span.end())
        .min_by_key(|s| s.span.end() - s.span.start())
        .map(|s| Source::Statement(StatementId(s.id.0)));
    graph::Proceeding {
        id: ProceedingId::from(place),
        kind: draft.kind,
        parties: draft.parties.iter().map(|party| party.reference(scene)).collect(),
        offences: draft.offences.iter().map(|run| doc.span(*run)).collect(),
        penalties: draft
            .penalties
            .iter()
            .map(|run| Penalty { span: doc.span(*run), value: value(*run) })
            .collect(),
        victims: draft.victims.iter().map(|party| party.reference(scene)).collect(),
        body: draft.body.map(|body| body.reference(scene)),
        date: draft.date.map(|run| DatePoint { span: doc.span(run), value: value(run) }),
        in_absentia: draft.in_absentia,
        under_appeal: draft.under_appeal,
        counts: draft.counts,
        damage: draft.damage.map(|run| doc.span(run)),
        status: draft.status,
        attributed_to: said,
        trigger,
        follows: before.map(ProceedingId::from),
        rule: draft.rule,
    }
}
