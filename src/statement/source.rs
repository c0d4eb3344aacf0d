use super::cues::{Cue, cue_at};
use super::group::{Form, group_at};
use super::lexis::Noun as Kind;
use super::lists::Lists;
use super::phrase::{Noun, noun_phrase};
use super::reader::Reader;
use super::scope::{Mark, Run, Scope};
use super::speaker::{bearer, can_speak, speaker};
use super::words::Parts;
use crate::graph::Speaker;
use crate::lexicon::Classes;
use crate::ontology::{SpeakerKind, Stance};
use crate::token::TokenKind;

/// A source beside a clause: who, and the items from its cue to the end of its name and description.
pub(super) struct Source {
    pub run: Run,
    pub speaker: Option<Speaker>,
    pub cue: Run,
    pub lemma: &'static str,
    pub stance: Stance,
    pub weak: bool,
}

pub(super) fn source(reader: &Reader<'_>, item: usize) -> Option<Source> {
    let scope = &reader.scope;
    if scope.part(item, Parts::AS)
        || scope.word(item) == scope.lexis.so && scope.is_word(item) && scope.part(item + 1, Parts::THAT)
    {
        return as_said(reader, item);
    }
    let (cue, at) = cue_at(scope, item)?;
    if scope.part(at, Parts::WHICH) {
        if !cue.strong {
            return None;
        }
        return which(reader, item, at, cue);
    }
    // «selon ce qu’a confié X»
    if scope.form(at) == "ce" && scope.part(at + 1, Parts::THAT) {
        let head = (at + 2..at + 14)
            .take_while(|i| scope.is_word(*i))
            .find(|i| scope.is(*i, Classes::SPEECH_VERB))?;
        let group = group_at(scope, head)?;
        let noun = super::subject::after(scope, &group).or_else(|| super::subject::before(scope, &group))?;
        let mut source = make(reader, cue, Run::new(item, head + 1), noun);
        source.run.end = source.run.end.max(group.run.end);
        return Some(source);
    }
    if matches!(cue.text, "de source" | "de sources") {
        let end = (at..at + 6).take_while(|i| scope.is_word(*i) && !scope.is_finite(*i)).last()? + 1;
        let span = scope.doc.span(scope.tokens(Run::new(at - 1, end)));
        let speaker = Some(Speaker { entity: None, span, kind: SpeakerKind::Group });
        return Some(Source {
            run: Run::new(item, end),
            speaker,
            cue: Run::new(item, at - 1),
            lemma: cue.text,
            stance: cue.stance,
            weak: false,
        });
    }
    // «selon “Quotidien”, …»
    if scope.is_quote(at) && cue.strong {
        let named = super::quoted::is_work(scope, at) && scope.mark(at + 1) == Mark::Comma;
        let noun = Noun { run: Run::new(at, at + 1), head: at };
        return named.then(|| make(reader, cue, Run::new(item, at), noun));
    }
    let noun = phrase(scope, at)?;
    if Lists::french().measures.contains(&scope.word(noun.head))
        || scope.is_quote(noun.head)
        || matches!(scope.form(noun.head), "ce" | "cela" | "ça")
    {
        return None;
    }
    if !cue.strong && !opines(scope, noun) {
        return None;
    }
    Some(make(reader, cue, Run::new(item, at), noun))
}

/// Whether somebody stands behind «pour» whose opinion follows: not «pour cette émission», «pour 200 millions».
fn opines(scope: &Scope<'_>, noun: Noun) -> bool {
    let bearer = bearer(scope, noun);
    let counted = scope.doc.token(scope.token(noun.run.start)).is_some_and(|t| t.kind == TokenKind::Number);
    // «Pour les entreprises de plus de dix salariés, …»: bodies that a rule is for.
    let firms = bearer.is_none()
        && scope.is(noun.head, Classes::ORGANISATION_HEAD)
        && !scope.is(noun.head, Classes::HUMAN.with(Classes::ROLE))
        && scope.lexis.noun(scope.word(noun.head)).is_none()
        && super::speaker::is_plural(scope, noun);
    can_speak(scope, noun)
        && !firms
        && (bearer.is_some()
            || !scope.is_capital(noun.head) && !Lists::french().events.contains(&scope.word(noun.head)))
        && (!counted || scope.is(noun.head, Classes::HUMAN.with(Classes::ROLE)))
}

/// The phrase behind a cue: a pronoun, a name, a noun with or without article.
fn phrase(scope: &Scope<'_>, at: usize) -> Option<Noun> {
    if scope.part(at, Parts::PRONOUN) && scope.part(at, Parts::EMPHATIC) {
        return Some(Noun { run: Run::new(at, at + 1), head: at });
    }
    let limit = (at + 30).min(scope.len());
    if let Some(noun) = noun_phrase(scope, at, limit) {
        return Some(noun);
    }
    // «d’après certains», «selon nos informations», «aux yeux du président»
    let named = scope.is_word(at)
        && scope
            .is(at, Classes::NOUN.with(Classes::HUMAN).with(Classes::DETERMINER).with(Classes::ORGANISATION));
    if !named || scope.is_finite(at) && !scope.is(at, Classes::NOUN) {
        return None;
    }
    let end = (at + 1..limit)
        .find(|i| {
            !scope.is_word(*i)
                || scope.is_finite(*i)
                || scope.part(*i, Parts::SUBJECT.or(Parts::CONJUNCTION).or(Parts::COORDINATOR))
                || scope.is(*i, Classes::DETERMINER)
                    && !scope.part(*i, Parts::OF)
                    && !scope.part(i.wrapping_sub(1), Parts::OF)
        })
        .unwrap_or(limit);
    let head = if scope.is(at, Classes::DETERMINER) { at + 1 } else { at };
    Some(Noun { run: Run::new(at, end), head })
}

fn make(reader: &Reader<'_>, cue: &'static Cue, words: Run, noun: Noun) -> Source {
    let scope = &reader.scope;
    let end = described(scope, noun.run.end);
    let kind = scope.lexis.noun(scope.word(noun.head));
    let speaker = match kind {
        // «selon les propos de X»: X speaks.
        Some(Kind::Act) if !Lists::french().collectives.contains(&scope.word(noun.head)) => {
            act_of(reader, noun).unwrap_or_else(|| Speaker {
                entity: None,
                span: scope.doc.span(scope.tokens(noun.run)),
                kind: SpeakerKind::Unknown,
            })
        }
        _ => speaker(scope, noun, &reader.flow, false),
    };
    Source {
        run: Run::new(words.start, end),
        speaker: Some(speaker),
        cue: words,
        lemma: cue.text,
        stance: cue.stance,
        weak: !cue.strong,
    }
}

/// Whose act of speech the noun phrase is: «les propos de son avocat, Me Jean Dupont».
fn act_of(reader: &Reader<'_>, noun: Noun) -> Option<Speaker> {
    let scope = &reader.scope;
    let of = (noun.head + 1..noun.run.end).find(|i| scope.part(*i, Parts::OF))?;
    let whose = phrase(scope, of + 1)?;
    can_speak(scope, whose).then(|| speaker(scope, whose, &reader.flow, false))
}

/// The end of the descriptions between commas behind a name: «X, maire de Lyon, …».
fn described(scope: &Scope<'_>, from: usize) -> usize {
    let mut end = from;
    while scope.mark(end) == Mark::Aside {
        end += 1;
    }
    let first = end;
    for _ in 0..3 {
        if scope.mark(end) != Mark::Comma {
            break;
        }
        let Some(close) = (end + 1..(end + 40).min(scope.len()))
            .find(|i| !matches!(scope.mark(*i), Mark::Word | Mark::Aside | Mark::Sign))
        else {
            break;
        };
        let relative = scope.part(end + 1, Parts::RELATIVE) || scope.is(end + 1, Classes::PRESENT_PARTICIPLE);
        let verb = (end + 1..close).any(|i| scope.is_finite(i) && !names_on(scope, i));
        let descriptive = relative
            || scope.is(
                end + 1,
                Classes::ROLE.with(Classes::PAST_PARTICIPLE).with(Classes::HUMAN).with(Classes::TITLE),
            )
            || (scope.is(end + 1, Classes::DETERMINER)
                || super::phrase::is_name(scope, end + 1)
                || scope.is(end + 1, Classes::ADJECTIVE.with(Classes::PREPOSITION)));
        let next = scope.mark(close);
        let goes_on = next == Mark::Comma && (clause_ahead(scope, close + 1) || scope.is_quote(close + 1))
            || matches!(next, Mark::Quote | Mark::Colon);
        if descriptive && (relative || !verb) && goes_on {
            end = close;
        } else {
            break;
        }
    }
    spare_subject(scope, first, end)
}

/// «le syndicat Alliance *police*»: a noun behind a name, with nothing that a verb would have.
fn names_on(scope: &Scope<'_>, i: usize) -> bool {
    scope.is(i, Classes::NOUN)
        && !scope.is(i, Classes::AVOIR.with(Classes::ETRE))
        && scope.is_capital(i.wrapping_sub(1))
        && !super::phrase::begins(scope, i + 1)
}

/// «Selon Reuters, Jean Dupont, ancien maire, *sera* …»: of the pieces between commas the one that the verb behind
/// them wants for its subject is no description of the source; a name sooner than a noun with its article.
fn spare_subject(scope: &Scope<'_>, first: usize, end: usize) -> usize {
    if end == first || scope.mark(end) != Mark::Comma {
        return end;
    }
    let mut verb = end + 1;
    while scope.part(verb, Parts::CLITIC) && !scope.part(verb, Parts::SUBJECT) {
        verb += 1;
    }
    if !scope.is_finite(verb) || super::phrase::begins(scope, verb) {
        return end;
    }
    let commas = (first..end).rev().filter(|i| scope.mark(*i) == Mark::Comma);
    let named = |comma: &usize| super::phrase::is_name(scope, comma + 1);
    let definite =
        |comma: &usize| super::phrase::begins(scope, comma + 1) && scope.part(comma + 1, Parts::ARTICLE);
    commas.clone().find(named).or_else(|| commas.clone().find(definite)).unwrap_or(end)
}

/// How far behind a source a clause is looked for, in items.
const AHEAD: usize = 120;

/// Whether a clause or a quotation follows in the sentence.
pub(super) fn clause_ahead(scope: &Scope<'_>, from: usize) -> bool {
    (from..scope.len().min(from + AHEAD))
        .take_while(|i| !matches!(scope.mark(*i), Mark::Stop | Mark::Semicolon))
        .any(|i| scope.is_finite(i) || scope.is_quote(i))
}

/// «les informations selon lesquelles …», «la déclaration de X selon laquelle …».
fn which(reader: &Reader<'_>, item: usize, at: usize, cue: &'static Cue) -> Option<Source> {
    let scope = &reader.scope;
    let start = (item.saturating_sub(20)..item).rev().find(|i| scope.lexis.noun(scope.word(*i)).is_some())?;
    let noun = Noun { run: Run::new(start, item), head: start };
    let speaker = act_of(reader, noun).or_else(|| {
        let kind = match scope.lexis.noun(scope.word(start)) {
            Some(Kind::Document) => SpeakerKind::Document,
            _ => SpeakerKind::Unknown,
        };
        let first = if scope.is(start.wrapping_sub(1), Classes::DETERMINER)
            && !scope.part(start.wrapping_sub(1), Parts::OF)
        {
            start - 1
        } else {
            start
        };
        Some(Speaker { entity: None, span: scope.doc.span(scope.tokens(Run::new(first, start + 1))), kind })
    });
    Some(Source {
        run: Run::new(item, at + 1),
        speaker,
        cue: Run::new(item, at + 1),
        lemma: cue.text,
        stance: cue.stance,
        weak: false,
    })
}

/// «comme il l’a dit», «comme l’a expliqué X», «ainsi que l’écrit X».
fn as_said(reader: &Reader<'_>, item: usize) -> Option<Source> {
    let scope = &reader.scope;
    let near = reader.groups.partition_point(|group| group.run.start <= item);
    let group =
        reader.groups.get(near..)?.iter().take(2).find(|group| {
            item < group.run.start && group.run.start <= item + 3 || group.run.start == item + 1
        })?;
    if group.form != Form::Finite || !(group.run.start..group.head).any(|i| scope.part(i, Parts::ARTICLE)) {
        return None;
    }
    let pronoun = scope.part(group.run.start - 1, Parts::SUBJECT);
    let noun =
        if pronoun { super::subject::before(scope, group)? } else { super::subject::after(scope, group)? };
    if !can_speak(scope, noun) {
        return None;
    }
    let end = if pronoun { group.run.end } else { described(scope, noun.run.end) };
    Some(Source {
        run: Run::new(item, end),
        speaker: Some(speaker(scope, noun, &reader.flow, false)),
        cue: group.run,
        lemma: group.verb.lemma,
        stance: group.verb.stance,
        weak: false,
    })
}
