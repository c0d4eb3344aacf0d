use super::draft::Draft;
use super::group::Group;
use super::lexis::Noun as Kind;
use super::lists::Lists;
use super::opener::infinitive;
use super::phrase::{Noun, begins, noun_phrase};
use super::reader::Reader;
use super::scope::{Mark, Run, Scope};
use super::speaker::{bearer, can_speak};
use super::traits::Traits;
use super::words::Parts;
use crate::graph::{Reference, Speaker};
use crate::lexicon::Classes;
use crate::lexicon::Frames;
use crate::ontology::{EntityKind, MentionForm, SpeakerKind, Stance};

/// How far from its verb a circumstance is looked for, in items.
const REACH: usize = 24;

/// Adds to whom, where and through what it was said, as far as the words around the verb tell.
///
/// `content` is where the words reported begin, or the end of the group where they stand before it.
pub(super) fn fill(reader: &Reader<'_>, group: &Group, content: usize, draft: &mut Draft) {
    let scope = &reader.scope;
    let behind = !draft.is_interrupted();
    clitic(scope, group, draft);
    if behind {
        object(scope, group, content, draft);
    }
    let limit = if behind { content } else { scope.len() };
    let limit = limit.min(group.run.end + REACH);
    let mut run = Run::new(group.run.end, limit);
    if !behind {
        run.end = run_end(scope, run);
    }
    phrases(scope, group, run, draft);
    if behind {
        ahead(scope, group, draft);
    }
}

/// An inserted clause ends at its comma or mark.
fn run_end(scope: &Scope<'_>, run: Run) -> usize {
    (run.start..run.end).find(|i| !matches!(scope.mark(*i), Mark::Word | Mark::Aside)).unwrap_or(run.end)
}

/// «m’a dit», «lui a répondu».
fn clitic(scope: &Scope<'_>, group: &Group, draft: &mut Draft) {
    let to = (group.run.start..group.head).find(|i| {
        scope.part(*i, Parts::CLITIC)
            && !scope.part(*i, Parts::ARTICLE.or(Parts::NEGATION))
            && (scope.part(*i, Parts::FIRST.or(Parts::EMPHATIC))
                || matches!(scope.form(*i), "leur" | "t'" | "t’"))
    });
    if let Some(to) = to {
        let token = scope.token(to);
        let entity = scope.resolved.mention_at(token).filter(|m| m.form == MentionForm::Pronoun);
        let span = scope.doc.span(scope.tokens(Run::new(to, to + 1)));
        draft.addressee = Some(Reference { entity: entity.map(|m| m.entity), span });
    }
}

/// «a exhorté les habitants à», «a averti les élus que»: who is spoken to is the object.
fn object(scope: &Scope<'_>, group: &Group, content: usize, draft: &mut Draft) {
    let at = group.run.end;
    let speaks_to = group.verb.stance == Stance::Request || group.verb.is(Traits::INFORM);
    if !speaks_to || group.verb.frames.any(Frames::ACCUSE) && group.verb.stance != Stance::Request {
        return;
    }
    if !begins(scope, at) || scope.part(at, Parts::OF) || draft.addressee.is_some() {
        return;
    }
    let limit = (at + 1..content.min(at + REACH))
        .find(|i| scope.part(*i, Parts::OF.or(Parts::TO)) && (scope.is_quote(i + 1) || i + 1 == content))
        .unwrap_or(content);
    if let Some(noun) = noun_phrase(scope, at, limit).filter(|noun| can_speak(scope, *noun)) {
        draft.addressee = Some(reference(scope, noun));
    }
}

/// What opens the sentence: «Sur Twitter, …», «Interrogé par l’AFP, …».
fn ahead(scope: &Scope<'_>, group: &Group, draft: &mut Draft) {
    let end = group.run.start;
    let floor = end.saturating_sub(2 * REACH);
    let mut start = (floor..end)
        .rev()
        .find(|i| matches!(scope.mark(*i), Mark::Stop | Mark::Semicolon | Mark::Colon))
        .map_or(floor, |i| i + 1);
    for _ in 0..4 {
        if start >= end {
            return;
        }
        let comma = (start..end).find(|i| scope.mark(*i) == Mark::Comma).unwrap_or(end);
        let asked = Lists::french().asked.contains(&scope.word(start));
        if asked {
            asked_by(scope, Run::new(start, comma), draft);
        } else if scope.is(start, Classes::PREPOSITION) && !scope.part(start, Parts::ACCORDING) {
            phrases(scope, group, Run::new(start, comma), draft);
        }
        start = comma + 1;
    }
}

/// «Interrogé mardi par l’AFP», «Invité de RTL».
fn asked_by(scope: &Scope<'_>, run: Run, draft: &mut Draft) {
    let opener = (run.start + 1..run.end).find(|i| scope.part(*i, Parts::BY.or(Parts::OF)));
    let on = (run.start + 1..run.end).find(|i| matches!(scope.form(*i), "sur"));
    if let Some(noun) = opener.or(on).and_then(|at| phrase(scope, at + 1, run.end)) {
        let slot =
            if scope.part(opener.unwrap_or(0), Parts::BY) { &mut draft.addressee } else { &mut draft.medium };
        slot.get_or_insert(reference(scope, noun));
    }
}

/// Puts every prepositional phrase of the run in its place.
fn phrases(scope: &Scope<'_>, group: &Group, run: Run, draft: &mut Draft) {
    let mut i = run.start;
    while i < run.end {
        let preposition = scope.is(i, Classes::PREPOSITION) || scope.part(i, Parts::TO);
        if !preposition || scope.part(i, Parts::OF) || scope.is_capital(i) && i != run.start {
            i += 1;
            continue;
        }
        // «auprès de», «lors d’», «au cours de»
        let long = scope.part(i + 1, Parts::OF) || scope.form(i + 1) == "cours";
        let mut at = i + 1;
        while long && at < i + 3 && (scope.part(at, Parts::OF) || scope.form(at) == "cours") {
            at += 1;
        }
        match phrase(scope, at, run.end) {
            Some(noun) => {
                place(scope, group, i, noun, draft);
                i = noun.run.end.max(i + 1);
            }
            None => i += 1,
        }
    }
}

/// The phrase behind a preposition, with the complements that «de» joins; a person named behind it begins another.
fn phrase(scope: &Scope<'_>, at: usize, limit: usize) -> Option<Noun> {
    let before = Classes::DETERMINER.with(Classes::NUMERAL);
    let mut head = at;
    while head < at + 3
        && (scope.is(head, before) || scope.is(head, Classes::ADJECTIVE) && scope.is(head + 1, Classes::NOUN))
        && !scope.is_capital(head)
    {
        head += 1;
    }
    let common = !scope.is_capital(head);
    if head >= limit
        || !scope.is_word(head)
        || common && scope.is(head, Classes::PREPOSITION.with(Classes::INFINITIVE))
    {
        return None;
    }
    let covered = |i: usize| scope.resolved.mention_at(scope.token(i));
    let mut end = head + 1;
    while end < limit && scope.is_word(end) {
        let inside = covered(end).is_some_and(|m| m.tokens.start() < scope.token(end));
        let named = scope.is_capital(end) && covered(end).is_none_or(|m| m.kind != EntityKind::Person);
        let adjective = scope.is(end, Classes::ADJECTIVE) && !scope.is_finite(end);
        if inside || named || adjective {
            end += 1;
        } else if (scope.part(end, Parts::OF) || scope.part(end, Parts::TO) && said_in(scope, head))
            && scope.is_word(end + 1)
            && infinitive(scope, end + 1).is_none()
        {
            end += 1;
            while end < limit && scope.is(end, before) && !scope.is_capital(end) {
                end += 1;
            }
            end += 1;
        } else {
            break;
        }
    }
    Some(Noun { run: Run::new(at, end.min(limit).max(head + 1)), head })
}

/// «un entretien au Monde», «une interview à la radio»: the newspaper belongs to the talk.
fn said_in(scope: &Scope<'_>, head: usize) -> bool {
    matches!(scope.lexis.noun(scope.word(head)), Some(Kind::Act | Kind::Document))
}

fn on(scope: &Scope<'_>, group: &Group) -> bool {
    group.enclitic.is_some_and(|at| scope.form(at).ends_with("on"))
}

fn reference(scope: &Scope<'_>, noun: Noun) -> Reference {
    Reference { entity: bearer(scope, noun).map(|m| m.entity), span: scope.doc.span(scope.tokens(noun.run)) }
}

fn place(scope: &Scope<'_>, group: &Group, preposition: usize, noun: Noun, draft: &mut Draft) {
    let mention = bearer(scope, noun);
    let kind = scope.lexis.noun(scope.word(noun.head));
    let location = mention.is_some_and(|m| m.kind == EntityKind::Location);
    let named = mention.is_some_and(|m| !matches!(m.kind, EntityKind::Person | EntityKind::Location));
    let word = scope.form(preposition).to_lowercase();
    let channel = Lists::french().channels.contains(&scope.word(noun.head));
    if channel {
        // «au micro de RFI»: the station, not the microphone.
        let of = (noun.head + 1..noun.run.end).find(|i| scope.part(*i, Parts::OF));
        let station = of.and_then(|of| phrase(scope, of + 1, noun.run.end));
        let station = station.filter(|station| bearer(scope, *station).is_some()).unwrap_or(noun);
        draft.medium.get_or_insert(reference(scope, station));
        return;
    }
    // «le procureur à Nantes»: the place belongs to the noun.
    let bound = scope.is(preposition - usize::from(preposition > 0), Classes::NOUN)
        && preposition > group.run.end
        && !scope.is_capital(preposition - 1)
        && !Lists::french().occasions.contains(&scope.word(preposition - 1))
        && !scope.is(preposition - 1, Classes::WEEKDAY.with(Classes::TIME_WORD));
    let unknown = mention.is_none() && scope.is_capital(noun.head);
    match word.as_str() {
        "sur" | "via" if named || unknown || matches!(kind, Some(Kind::Medium | Kind::Document)) => {
            draft.medium.get_or_insert(reference(scope, noun));
        }
        // «dit-on dans son entourage»
        "dans" | "chez" | "parmi" if kind == Some(Kind::Group) && on(scope, group) => {
            let Reference { entity, span } = reference(scope, noun);
            draft.speaker = Some(Speaker { entity, span, kind: SpeakerKind::Group });
        }
        "dans" | "par" | "lors" | "pendant"
            if kind.is_some_and(|kind| kind != Kind::Group)
                && (word != "par" || scope.is(noun.head - 1, Classes::PREPOSITION)) =>
        {
            draft.medium.get_or_insert(reference(scope, noun));
        }
        "dans" if named => {
            draft.medium.get_or_insert(reference(scope, noun));
        }
        "au" if scope.form(preposition + 1) == "cours" && kind.is_some() => {
            draft.medium.get_or_insert(reference(scope, noun));
        }
        // «assure, *quant à lui*, que …»
        "à" | "au" | "aux" if preposition > 0 && scope.form(preposition - 1) == "quant" => {}
        "à" | "en" | "au" | "aux" | "depuis" if location => {
            // Only what is free is told as the place of the speech.
            let free = (!bound).then(|| reference(scope, noun));
            draft.place = draft.place.or(free);
        }
        "à" | "au" | "aux" | "devant" | "auprès" | "face" => {
            // «insiste-t-on au ministère»: the house speaks.
            let house = named || scope.is(noun.head, Classes::ORGANISATION_HEAD.with(Classes::COURT));
            if house && word != "devant" && on(scope, group) {
                let Reference { entity, span } = reference(scope, noun);
                draft.speaker = Some(Speaker { entity, span, kind: SpeakerKind::Organisation });
                return;
            }
            let asked = group.verb.stance == Stance::Request && preposition == group.run.end;
            if preposition >= group.run.end && (asked || kind != Some(Kind::Act) && can_speak(scope, noun)) {
                draft.addressee.get_or_insert(reference(scope, noun));
            }
        }
        _ => {}
    }
}
