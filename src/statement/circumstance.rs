use super::draft::Draft;
use super::group::Group;
use super::lexis::Noun as Kind;
use super::phrase::noun_phrase;
use super::reader::Reader;
use super::scope::{Run, Scope};
use super::speaker::{bearer, can_speak};
use super::words::Parts;
use crate::graph::Reference;
use crate::lexicon::Classes;
use crate::ontology::EntityKind;

/// Adds to whom, where and through what it was said, as far as the words beside the verb tell.
pub(super) fn fill(reader: &Reader<'_>, group: &Group, until: usize, draft: &mut Draft) {
    let scope = &reader.scope;
    let until = until.max(group.run.end + 1).min(group.run.end + 16).min(scope.len());
    let mut i = group.run.end;
    while i < until && scope.is_word(i) {
        if scope.part(i, Parts::TO) || scope.is(i, Classes::PREPOSITION) && !scope.part(i, Parts::OF) {
            let start = if scope.part(i, Parts::CONTRACTED) || scope.is(i + 1, Classes::DETERMINER) {
                i
            } else {
                i + 1
            };
            if let Some((run, head)) = governed(scope, i, until) {
                place(scope, i, Run::new(start.max(run.start), run.end), head, draft);
                i = run.end.max(i + 1);
                continue;
            }
        }
        i += 1;
    }
}

/// The phrase behind a preposition, without it.
fn governed(scope: &Scope<'_>, preposition: usize, limit: usize) -> Option<(Run, usize)> {
    let at = preposition + 1;
    let noun = noun_phrase(scope, at, limit);
    match noun {
        Some(noun) => Some((noun.run, noun.head)),
        None if scope.is_word(at) && scope.is(at, Classes::NOUN.with(Classes::PLACE)) => {
            Some((Run::new(at, at + 1), at))
        }
        None => None,
    }
}

fn place(scope: &Scope<'_>, preposition: usize, run: Run, head: usize, draft: &mut Draft) {
    if run.is_empty() {
        return;
    }
    let noun = super::phrase::Noun { run, head };
    let mention = bearer(scope, noun);
    let reference = Reference { entity: mention.map(|m| m.entity), span: scope.doc.span(scope.tokens(run)) };
    let kind = scope.lexis.noun(scope.word(head));
    let location = mention.is_some_and(|m| m.kind == EntityKind::Location);
    match scope.form(preposition) {
        "sur"
            if mention.is_some_and(|m| m.kind != EntityKind::Person)
                || matches!(kind, Some(Kind::Medium | Kind::Document)) =>
        {
            draft.medium.get_or_insert(reference);
        }
        "dans" if matches!(kind, Some(Kind::Medium | Kind::Document | Kind::Act)) => {
            draft.medium.get_or_insert(reference);
        }
        "à" | "au" | "aux" | "devant" if location && scope.form(preposition) == "à" => {
            draft.place.get_or_insert(reference);
        }
        "à" | "au" | "aux" | "devant" | "auprès" if can_speak(scope, noun) => {
            draft.addressee.get_or_insert(reference);
        }
        "en" | "à" if location => {
            draft.place.get_or_insert(reference);
        }
        _ => {}
    }
}
