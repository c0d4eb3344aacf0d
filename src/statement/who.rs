use super::group::{Form, Group};
use super::lists::Lists;
use super::phrase::Noun;
use super::reader::Reader;
use super::scope::{Mark, Run};
use super::speaker::{can_speak, speaker};
use super::subject;
use super::words::Parts;
use crate::graph::Speaker;
use crate::lexicon::Classes;
use crate::ontology::SpeakerKind;

/// The speaker of a group, and whether the phrase is one that can speak; nothing where the verb must not report.
pub(super) fn who(reader: &Reader<'_>, group: &Group) -> Option<(Option<Speaker>, bool)> {
    let scope = &reader.scope;
    // «Ces chiffres ont fait réagir *le maire* : “…”», «… font dire *au maire* que …»
    if group.form == Form::Infinitive
        && Lists::french().making.contains(&scope.word(group.run.start.wrapping_sub(1)))
    {
        let to = scope.part(group.run.end, Parts::TO);
        let noun = if to {
            let head = group.run.end + 1;
            super::phrase::noun_phrase(scope, head, scope.len()).or_else(|| {
                // «au quotidien», «aux élus»: the article is in the preposition.
                let end = (head..scope.len())
                    .find(|i| !scope.is_word(*i) || scope.part(*i, Parts::THAT))
                    .unwrap_or(head + 1);
                Some(Noun { run: Run::new(head, end), head })
            })
        } else {
            subject::after(scope, group)
        };
        let noun = noun.filter(|noun| can_speak(scope, *noun))?;
        return Some((Some(speaker(scope, noun, &reader.flow, false)), true));
    }
    match group.form {
        Form::Passive => {
            let by = agent(reader, group);
            return Some((by, true));
        }
        Form::Bare => {
            return Some(match shared(reader, group) {
                Some(speaker) => (Some(speaker), true),
                None => (agent(reader, group), true),
            });
        }
        Form::Participle | Form::Infinitive => {
            if group.form == Form::Participle
                && let Some(noun) = beside(reader, group)
            {
                return Some((Some(speaker(scope, noun, &reader.flow, false)), true));
            }
            if let Some(speaker) = reader.speaker_of_unit() {
                return Some((Some(speaker), true));
            }
        }
        Form::Finite => {
            if let Some(speaker) = parallel(reader, group).or_else(|| source_goes_on(reader, group)) {
                return Some((Some(speaker), true));
            }
        }
    }
    // «Et X de conclure : “…”»
    if group.form == Form::Infinitive
        && scope.part(group.run.start.wrapping_sub(1), Parts::OF)
        && !(0..group.run.start).any(|i| scope.is_finite(i))
        && let Some(noun) =
            subject::left(scope, group.run.start - 1, 2).filter(|noun| can_speak(scope, *noun))
    {
        return Some((Some(speaker(scope, noun, &reader.flow, false)), true));
    }
    // «Et d’ajouter : “…”»: whoever spoke before.
    if group.form == Form::Infinitive
        && scope.part(group.run.start.wrapping_sub(1), Parts::OF)
        && !(0..group.run.start).any(|i| scope.is_finite(i))
        && group.run.start <= 3
        && reader.flow.last.is_some()
    {
        return Some((reader.flow.last, true));
    }
    let noun = match subject::before(scope, group) {
        Some(noun) => Some(noun),
        None if group.form == Form::Finite => {
            subject::after(scope, group).filter(|noun| can_speak(scope, *noun))
        }
        None => None,
    };
    // «C’est ce qu’a annoncé X, soulignant que …»: the subject of the verb before stands behind it.
    let inverted =
        noun.is_none_or(|noun| matches!(scope.form(noun.head).to_lowercase().as_str(), "ce" | "c'" | "c’"));
    let noun = if inverted && group.form == Form::Participle {
        let at = reader.groups.partition_point(|g| g.head < group.head);
        at.checked_sub(1)
            .and_then(|before| reader.groups.get(before))
            .and_then(|before| subject::after(scope, before))
            .filter(|noun| noun.run.end <= group.run.start && can_speak(scope, *noun))
    } else {
        noun
    };
    let noun = noun.or_else(|| fronted(reader, group));
    let Some(noun) = noun else {
        return (group.form != Form::Infinitive).then_some((None, false));
    };
    let head = scope.form(noun.head);
    if matches!(head.to_lowercase().as_str(), "ce" | "c'" | "c’" | "cela" | "ceci" | "ça") {
        return None;
    }
    if scope.part(noun.head, Parts::FIRST) {
        return None;
    }
    // «il convient de noter»
    if head.eq_ignore_ascii_case("il") && matches!(group.verb.lemma, "convenir" | "trouver") {
        return None;
    }
    if scope.part(noun.head, Parts::ONE) {
        return Some((
            Some(Speaker {
                entity: None,
                span: scope.doc.span(scope.tokens(noun.run)),
                kind: SpeakerKind::Unknown,
            }),
            false,
        ));
    }
    Some((Some(speaker(scope, noun, &reader.flow, false)), can_speak(scope, noun)))
}

/// «Affirmant que tout va bien, *le maire* a refusé», «X, après avoir rappelé que …, conclut»: the subject of the main
/// verb, behind the participle that opens the sentence or before the insertion.
fn fronted(reader: &Reader<'_>, group: &Group) -> Option<Noun> {
    let scope = &reader.scope;
    if !matches!(group.form, Form::Participle | Form::Infinitive) {
        return None;
    }
    let mut first = group.run.start;
    while first > 0
        && (scope.part(first - 1, Parts::PREPOSITION.or(Parts::OF)) || scope.is(first - 1, Classes::ADVERB))
    {
        first -= 1;
    }
    // «Claire Fontanel, faisant part de son indignation, a déclaré»
    if first > 0 && scope.mark(first - 1) == Mark::Comma {
        let named = subject::left(scope, first - 1, 2).filter(|noun| can_speak(scope, *noun));
        if named.is_some() {
            return named;
        }
    }
    if first > 0 && scope.mark(first - 1) != Mark::Comma || (0..first).any(|i| scope.is_finite(i)) {
        return None;
    }
    let limit = scope.len().min(group.run.end + 60);
    let clause = scope.part(group.run.end, Parts::THAT);
    let mut verbs = 0;
    for i in group.run.end..limit {
        match scope.mark(i) {
            Mark::Comma if verbs > 0 || !clause => {
                let noun = super::phrase::noun_phrase(scope, i + 1, limit);
                if let Some(noun) = noun.filter(|noun| can_speak(scope, *noun) && heads(scope, *noun)) {
                    return Some(noun);
                }
            }
            Mark::Stop | Mark::Semicolon | Mark::Colon => return None,
            _ if scope.is_finite(i) => verbs += 1,
            _ => {}
        }
    }
    None
}

/// Whether a finite verb follows the phrase, but for an apposition and clitics.
pub(super) fn heads(scope: &super::scope::Scope<'_>, noun: Noun) -> bool {
    let mut at = noun.run.end;
    if scope.mark(at) == Mark::Comma
        && let Some(close) = (at + 1..at + 16).find(|i| scope.mark(*i) == Mark::Comma)
    {
        at = close + 1;
    }
    while scope.part(at, Parts::CLITIC) || scope.is(at, Classes::ADVERB) {
        at += 1;
    }
    scope.is_finite(at)
}

/// «X affirme que les travaux sont finis et *rappelle* que …»: a verb that goes on behind what another has told, in the
/// same tense, has the speaker of that one. What was told has a subject of its own, which is not this verb's.
fn parallel(reader: &Reader<'_>, group: &Group) -> Option<Speaker> {
    let scope = &reader.scope;
    let mut joint = group.run.start.checked_sub(1)?;
    while joint > 0 && scope.is(joint, Classes::ADVERB) && !scope.part(joint, Parts::COORDINATOR) {
        joint -= 1;
    }
    if !scope.part(joint, Parts::COORDINATOR) {
        return None;
    }
    let at = reader.groups.partition_point(|g| g.head < group.head);
    // Verbs of what was told may stand between.
    reader
        .groups
        .get(..at)?
        .iter()
        .rev()
        .take(4)
        .filter(|g| g.form == Form::Finite && g.tense == group.tense)
        .find_map(|first| {
            let cue = scope.doc.span(scope.tokens(first.run));
            let mut recent = reader.recent().iter().rev();
            let told = recent.find(|draft| draft.cue.as_ref().is_some_and(|c| c.span == cue))?;
            // Told behind the verb, and up to the joint but for a comma.
            let (from, to) = (scope.tokens(first.run).end(), scope.token(joint));
            let whole =
                from <= told.content.start() && told.content.end() <= to && to <= told.content.end() + 1;
            told.speaker.filter(|_| whole)
        })
}

/// «…, selon la police, qui n’a rien précisé, *mais a ajouté* que …»: the second verb of what is said of a source.
fn source_goes_on(reader: &Reader<'_>, group: &Group) -> Option<Speaker> {
    let scope = &reader.scope;
    let joint = group.run.start.checked_sub(1).filter(|i| scope.part(*i, Parts::COORDINATOR))?;
    let verb = (joint.saturating_sub(20)..joint).rev().find(|i| scope.is_finite(*i))?;
    let who = (verb.saturating_sub(4)..verb).rev().find(|i| scope.part(*i, Parts::WHO))?;
    let told = reader.recent().last().filter(|draft| draft.is_sourced())?;
    let speaker = told.speaker?;
    let gap = scope.doc.span(scope.tokens(Run::new(who, who + 1))).start().checked_sub(speaker.span.end())?;
    (gap <= 3).then_some(speaker)
}

/// «une lettre affirmant que», «le journal le qualifiant de»: the phrase right before a participle.
fn beside(reader: &Reader<'_>, group: &Group) -> Option<Noun> {
    let scope = &reader.scope;
    let before = group.run.start.checked_sub(1)?;
    if scope.form(group.run.start).eq_ignore_ascii_case("en") {
        return None;
    }
    let free = scope.is_word(before)
        && !scope.is(before, Classes::ADVERB.with(Classes::COORDINATOR).with(Classes::PREPOSITION));
    if !free {
        return None;
    }
    subject::antecedent(scope, group.run.start).filter(|noun| can_speak(scope, *noun))
}

/// «… et rappelé que»: a participle that shares the auxiliary of a verb before it.
pub(super) fn shared(reader: &Reader<'_>, group: &Group) -> Option<Speaker> {
    let scope = &reader.scope;
    let mut before = group.run.start.checked_sub(1)?;
    while scope.is(before, Classes::ADVERB) && before > 0 {
        before -= 1;
    }
    if !scope.part(before, Parts::COORDINATOR) && scope.mark(before) != Mark::Comma {
        return None;
    }
    let compound = (0..before)
        .rev()
        .take(60)
        .find(|i| scope.is(*i, Classes::AVOIR.with(Classes::ETRE)) && scope.is_finite(*i))?;
    if scope.mark(before) == Mark::Comma
        && (!scope.is(compound, Classes::AVOIR) || reader.speaker_of_unit().is_none())
    {
        return None;
    }
    if let Some(speaker) = reader.speaker_of_unit() {
        return Some(speaker);
    }
    let noun = subject::of_main_verb(scope, before, 0)?;
    Some(speaker(scope, noun, &reader.flow, false))
}

/// Who does what a passive says: «révélé par Mediapart».
pub(super) fn agent(reader: &Reader<'_>, group: &Group) -> Option<Speaker> {
    let scope = &reader.scope;
    let by = (group.run.end..group.run.end + 6)
        .take_while(|i| scope.is_word(*i) || scope.is_quote(*i))
        .find(|i| scope.part(*i, Parts::BY))?;
    let limit = (by + 1..scope.len())
        .find(|i| scope.part(*i, Parts::OF) && scope.is_quote(i + 1))
        .unwrap_or(scope.len());
    let noun = super::phrase::noun_phrase(scope, by + 1, limit)?;
    can_speak(scope, noun).then(|| speaker(scope, noun, &reader.flow, false))
}
