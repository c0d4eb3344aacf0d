use super::clause::{self, Reported, is_incise};
use super::draft::Draft;
use super::group::Group;
use super::interrupted::{Interruption, interrupts, resumes};
use super::quoted::{content, is_title, quotation};
use super::reader::Reader;
use super::scope::{Mark, Run};
use super::speaker::speaker;
use super::subject;
use super::words::Parts;
use crate::graph::{Cue, Speaker};
use crate::lexicon::Frames;
use crate::ontology::{EntityKind, SpeakerKind, Stance, StatementForm};
use crate::token::TokenSpan;

/// Reports what an inserted verb says: «…, a déclaré le ministre, …»; false where it is none.
pub(super) fn report(reader: &mut Reader<'_>, group: &Group) -> bool {
    let scope = &reader.scope;
    if !group.verb.frames.any(Frames::INCISE)
        && !group.verb.frames.any(Frames::DIRECT)
        && group.enclitic.is_none()
    {
        return false;
    }
    let mut before = group.run.start;
    // «…», alors a déclaré; « … » – a dit X
    while before > 0 && matches!(scope.mark(before - 1), Mark::Comma | Mark::Dash) {
        before -= 1;
    }
    let quote = before > 0 && scope.is_quote(before - 1);
    let parted =
        before < group.run.start || quote || before > 0 && matches!(scope.mark(before - 1), Mark::Stop);
    if before == 0 && !(reader.goes_on && group.enclitic.is_some()) || !parted || !is_incise(scope, group) {
        return false;
    }
    let Some(noun) = subject::after(scope, group) else { return false };
    if scope.form(noun.head).trim_start_matches("-t") == "-ce" {
        return false;
    }
    let mut start = clause::start(scope, before);
    // The end of a quoted sentence before the incise is no end of ours: « … ! », dit-il.
    if start == before {
        start = clause::start(scope, before.saturating_sub(1));
    }
    let left = Run::new(start, before);
    let right = right(reader, noun.run.end);
    // «Le pont, a précisé X, sera fermé»: the verb of the clause stands behind the incise.
    let split = matches!(right, Right::Clause(run) if starts_with_verb(reader, run.start));
    if !quote && group.enclitic.is_none() && !has_main_verb(reader, left) && !split {
        return false;
    }
    let who = speaker(scope, noun, &reader.flow, group.enclitic.is_some());
    let cue = reader.cue_of(group);
    if reader.depth > 0 && interrupts(reader, group, Some(who)) && !(quote && !reader.loose_quote) {
        let from = reader.scope.token(before);
        let to = match right {
            Right::Quote(item) | Right::Clause(Run { start: item, .. }) if group.enclitic.is_none() => {
                reader.scope.token(item)
            }
            _ => resumes(reader, group, noun.run.end),
        };
        let mut draft = Draft::new(StatementForm::Direct, TokenSpan::default(), "quote/interrupted");
        draft.speaker = Some(who);
        draft.cue = Some(cue);
        super::circumstance::fill(reader, group, group.run.end, &mut draft);
        reader.interruptions.push(Interruption { gap: TokenSpan::new(from, to.max(from)), draft });
        return true;
    }
    let mut said = false;
    for run in pieces(reader, left) {
        said |= tell(reader, run, who, Some(cue.clone()), group);
    }
    // «— A, dit-il, B.»
    if reader.is_dialogue() && group.enclitic.is_some() && !matches!(right, Right::Quote(_)) {
        let from = resumes(reader, group, noun.run.end);
        let at = (0..reader.scope.len()).find(|i| reader.scope.token(*i) >= from);
        if let Some(at) = at {
            let end = clause::end(&reader.scope, &reader.bounds(), at, Reported::Clause);
            tell(reader, Run::new(at, end), who, Some(cue), group);
        }
        return true;
    }
    match right {
        Right::Quote(item) => {
            reader.claim(item, item + 1);
            tell(reader, Run::new(item, item + 1), who, Some(cue), group);
        }
        // «— A, dit X, B.»: in a line of dialogue both parts are what was said.
        Right::Clause(run) if reader.is_dialogue() => {
            tell(reader, run, who, Some(cue), group);
        }
        Right::Clause(run) if !said || longer(reader, run, left) => {
            if said && !left.is_empty() && !(left.start..left.end).any(|i| reader.scope.is_quote(i)) {
                reader.drafts.pop();
            }
            tell(reader, run, who, Some(cue), group);
        }
        _ => {}
    }
    true
}

fn starts_with_verb(reader: &Reader<'_>, at: usize) -> bool {
    let scope = &reader.scope;
    let mut i = at;
    while scope.part(i, Parts::CLITIC) {
        i += 1;
    }
    scope.is_finite(i)
}

fn longer(reader: &Reader<'_>, right: Run, left: Run) -> bool {
    let quoted = (left.start..left.end).any(|i| reader.scope.is_quote(i));
    !quoted && reader.scope.tokens(right).len() > reader.scope.tokens(left).len()
}

fn has_main_verb(reader: &Reader<'_>, run: Run) -> bool {
    let scope = &reader.scope;
    (run.start..run.end).any(|i| {
        scope.is_quote(i)
            || scope.is_finite(i) && {
                let mut first = i;
                while first > run.start
                    && scope.part(first - 1, Parts::CLITIC)
                    && !scope.part(first - 1, Parts::SUBJECT)
                {
                    first -= 1;
                }
                !scope.part(first.wrapping_sub(1), Parts::WHO)
            }
    })
}

/// What stands before an incise, in its statements: quotations in a row are one each.
fn pieces(reader: &Reader<'_>, left: Run) -> Vec<Run> {
    let scope = &reader.scope;
    let only_quotes = (left.start..left.end).all(|i| !scope.is_word(i));
    if only_quotes {
        return (left.start..left.end).filter(|i| scope.is_quote(*i)).map(|i| Run::new(i, i + 1)).collect();
    }
    let last = left.end.wrapping_sub(1);
    // «L’incendie est circonscrit : “…”, selon lui»
    if scope.is_quote(last) && last > left.start && scope.mark(last - 1) == Mark::Colon {
        let head = Run::new(left.start, last - 1);
        let told = reader.recent().iter().any(|draft| scope.tokens(head).contains(draft.content));
        let quoted = (head.start..head.end).any(|i| scope.is_quote(i) && !is_title(scope, i)) && !told;
        let mut runs = Vec::new();
        if quoted {
            runs.push(head);
        }
        runs.push(Run::new(last, last + 1));
        return runs;
    }
    // «“A”, bien que cela ne “…”, estime X»: a whole sentence in marks at the head stands by itself.
    let next = left.start + 1;
    if scope.is_quote(left.start)
        && scope.mark(next) == Mark::Comma
        && (next..left.end).any(|i| scope.is_quote(i))
    {
        let mut rest = next + 1;
        let linked = scope.part(rest + 1, Parts::THAT)
            || scope.part(rest, Parts::COORDINATOR) && scope.mark(rest + 1) == Mark::Comma;
        if linked {
            rest += 2;
        }
        return vec![Run::new(left.start, next), Run::new(rest, left.end)];
    }
    vec![left]
}

pub(super) fn tell(reader: &mut Reader<'_>, run: Run, who: Speaker, cue: Option<Cue>, group: &Group) -> bool {
    if run.is_empty() || !(run.start..run.end).any(|i| reader.scope.is_word(i) || reader.scope.is_quote(i)) {
        return false;
    }
    let Some((form, tokens)) = content(&reader.scope, &mut reader.quoted, run) else { return false };
    let mut draft = Draft::new(form, tokens, "verb/incise");
    // Behind an incise even a fragment is what was said.
    if run.end == run.start + 1 && reader.scope.is_quote(run.start) {
        draft.form = StatementForm::Direct;
        draft.content = quotation(&reader.scope, run.start).map_or(tokens, |quote| quote.content);
    }
    // «— Nous partons, dit-il.»: a line of dialogue needs no other marks.
    if reader.is_dialogue() {
        draft.form = StatementForm::Direct;
    }
    draft.speaker = Some(who);
    draft.cue = cue;
    // «“Pourquoi ?” demande X»
    let last = draft.content.end();
    if group.verb.lemma == "demander"
        && (reader.scope.doc.form(last) == "?" || reader.scope.doc.form(last.saturating_sub(1)) == "?")
        && let Some(cue) = &mut draft.cue
    {
        cue.stance = Stance::Question;
    }
    super::circumstance::fill(reader, group, group.run.end, &mut draft);
    nobody_named(reader, &mut draft);
    reader.claim(run.start, run.end);
    reader.add(draft);
    true
}

/// «a-t-on appris auprès du parquet», «peut-on lire dans le rapport»: who told it stands behind a preposition.
fn nobody_named(reader: &Reader<'_>, draft: &mut Draft) {
    if draft.speaker.is_none_or(|who| who.entity.is_some() || who.kind != SpeakerKind::Unknown) {
        return;
    }
    let lemma = draft.cue.as_ref().map_or("", |cue| &*cue.lemma);
    let (slot, kind) = match lemma {
        "lire" | "écrire" | "préciser" if draft.medium.is_some() => {
            (&mut draft.medium, SpeakerKind::Document)
        }
        "apprendre" | "savoir" => (&mut draft.addressee, SpeakerKind::Group),
        _ => return,
    };
    let Some(source) = slot.take() else { return };
    let named = source.entity.and_then(|id| reader.scope.resolved.entity(id)).map(|entity| entity.kind);
    let kind = match named {
        Some(EntityKind::Person) => SpeakerKind::Person,
        Some(_) if kind != SpeakerKind::Document => SpeakerKind::Organisation,
        _ => kind,
    };
    draft.speaker = Some(Speaker { entity: source.entity, span: source.span, kind });
}

enum Right {
    None,
    Quote(usize),
    Clause(Run),
}

/// What goes on behind the incise.
fn right(reader: &Reader<'_>, from: usize) -> Right {
    let scope = &reader.scope;
    let mut commas = 0;
    let mut i = from;
    let limit = (from + 40).min(scope.len());
    while i < limit {
        match scope.mark(i) {
            Mark::Quote if commas > 0 || matches!(scope.mark(i.wrapping_sub(1)), Mark::Colon) => {
                return Right::Quote(i);
            }
            Mark::Comma => {
                commas += 1;
                let next = i + 1;
                let end = clause::end(scope, &reader.bounds(), next, Reported::Clause);
                let run = Run::new(next, end);
                if scope.is_quote(next) {
                    return Right::Quote(next);
                }
                // An apposition has no verb of its own; a clause that goes on does.
                if opens_clause(reader, next) && has_main_verb(reader, run) {
                    return Right::Clause(run);
                }
            }
            Mark::Colon if scope.is_quote(i + 1) => return Right::Quote(i + 1),
            Mark::Stop | Mark::Semicolon | Mark::Colon => return Right::None,
            // «“A”, a dit X, ajoutant que “B”»: the next verb of speech tells the rest.
            _ if commas > 0 && reader.groups.iter().any(|group| group.run.start == i) => return Right::None,
            Mark::Word if commas > 0 && scope.is_finite(i) && !scope.part(i.wrapping_sub(1), Parts::WHO) => {
                return Right::None;
            }
            _ => {}
        }
        i += 1;
    }
    Right::None
}

/// Whether the words behind the comma can go on with the clause: no participle, no relative, no speech.
fn opens_clause(reader: &Reader<'_>, at: usize) -> bool {
    use crate::lexicon::Classes;
    let scope = &reader.scope;
    // «…, et nous le prouverons»: within marks a clause may go on so.
    let coordinated = if reader.depth > 0 { Parts::default() } else { Parts::COORDINATOR };
    let opener = Parts::RELATIVE
        .or(Parts::ACCORDING)
        .or(coordinated)
        .or(Parts::WHILE)
        .or(Parts::TIME)
        .or(Parts::BECAUSE);
    !(scope.part(at, opener) && !scope.part(at, Parts::ADVERB))
        && !scope.is(at, Classes::PRESENT_PARTICIPLE.with(Classes::PAST_PARTICIPLE))
        && !(scope.is(at, Classes::ROLE) && !scope.is(at, Classes::DETERMINER))
        && !reader.bounds().begins_at(at)
        && !matches!(scope.form(at + 1), "ans" | "an")
        && !matches!(scope.form(at), "tout" | "en" | "lors" | "dans" | "après" | "avant" | "sans")
}
