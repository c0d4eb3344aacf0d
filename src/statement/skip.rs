use super::phrase::{Noun, TIMES, begins, is_name, noun_phrase};
use super::quoted::quotation;
use super::scope::{Run, Scope};
use super::words::Parts;
use crate::lexicon::Classes;
use crate::ontology::{EntityKind, MentionForm};

/// The last noun phrase of a run that hangs on no preposition: «Dans ce rapport la police» gives «la police».
pub(super) fn last_free(scope: &Scope<'_>, run: Run) -> Option<Noun> {
    let mut found = None;
    let mut i = run.start;
    while i < run.end {
        // Behind a noun «des» is a preposition with its article.
        let joined = i > run.start && scope.part(i, Parts::OF) && !scope.part(i - 1, Parts::COORDINATOR);
        if !joined && let Some(noun) = noun_phrase(scope, i, run.end) {
            i = noun.run.end.max(i + 1);
            found = Some(noun);
        } else {
            i = skip(scope, i, run.end);
        }
    }
    found
}

/// Past an adverb, a date or a whole prepositional phrase.
pub(super) fn skip(scope: &Scope<'_>, at: usize, limit: usize) -> usize {
    past(scope, at, limit, true)
}

/// The same before a complement: a name belongs to the phrase it stands in.
pub(super) fn pass(scope: &Scope<'_>, at: usize, limit: usize) -> usize {
    past(scope, at, limit, false)
}

fn past(scope: &Scope<'_>, at: usize, limit: usize, cut: bool) -> usize {
    let prepositional =
        scope.part(at, Parts::PREPOSITION.or(Parts::OF)) || scope.is(at, Classes::PREPOSITION);
    if !prepositional {
        return at + 1;
    }
    // «lors de la», «face à l’»: prepositions may stand in a row.
    let mut i = at + 1;
    while i < limit
        && i < at + 4
        && (scope.part(i, Parts::PREPOSITION.or(Parts::OF)) || scope.is(i, Classes::PREPOSITION))
    {
        i += 1;
    }
    match inner(scope, i, limit, cut) {
        Some(end) => end.max(at + 1),
        None => (at + 1).max(i.min(limit)),
    }
}

/// The end of the phrase behind a preposition; a name that begins inside it unjoined ends it too.
fn inner(scope: &Scope<'_>, at: usize, limit: usize, cut: bool) -> Option<usize> {
    if !scope.is_word(at) && !scope.is_quote(at) {
        return None;
    }
    if scope.is(at, TIMES) {
        return Some(at + 1);
    }
    let end = if begins(scope, at) || scope.is(at, Classes::DETERMINER) {
        noun_phrase(scope, at, limit).map_or(at + 2, |noun| noun.run.end)
    } else {
        bare_end(scope, at, limit)
    };
    // A quotation or an infinitive behind «de» is what was said.
    let said = (at + 1..end).find(|i| scope.part(*i, Parts::OF) && scope.is_quote(i + 1));
    // «a évoqué devant les députés “une menace”»: words in marks with an article of their own.
    let own = (at + 1..end)
        .find(|i| scope.is_quote(*i) && scope.is(i - 1, Classes::NOUN) && opens_phrase(scope, *i));
    let end = said.or(own).unwrap_or(end);
    if !cut {
        return Some(end.min(limit));
    }
    let person = (at + 1..end).find(|i| {
        let token = scope.token(*i);
        scope.resolved.mention_at(token).is_some_and(|m| {
            m.tokens.start() == token && m.kind == EntityKind::Person && m.form == MentionForm::Name
        }) && !scope.is(
            i - 1,
            Classes::PREPOSITION.with(Classes::DETERMINER).with(Classes::COORDINATOR).with(Classes::TITLE),
        )
    });
    if let Some(person) = person {
        return Some(person);
    }
    let cut = (at + 2..end).find(|i| {
        is_name(scope, *i)
            && !is_name(scope, i - 1)
            && scope.is(i - 1, Classes::NOUN.with(Classes::ADJECTIVE))
            && scope.is_capital(i + 1)
    });
    Some(cut.unwrap_or(end).min(limit))
}

/// Whether the words in marks begin with an article and a small letter.
fn opens_phrase(scope: &Scope<'_>, quote: usize) -> bool {
    let Some(first) = quotation(scope, quote).map(|quote| quote.content.start()) else {
        return false;
    };
    scope.doc.is(first, Classes::DETERMINER) && scope.doc.token(first).is_some_and(|t| !t.shape.is_capital())
}

fn bare_end(scope: &Scope<'_>, at: usize, limit: usize) -> usize {
    let mut i = at + 1;
    while i < limit
        && scope.is_word(i)
        && !scope.is_finite(i)
        && !scope.part(i, Parts::NEGATION)
        && !scope.is(
            i,
            Classes::DETERMINER
                .with(Classes::PREPOSITION)
                .with(Classes::SUBORDINATOR)
                .with(Classes::COORDINATOR)
                .with(Classes::INFINITIVE),
        )
        && !scope.is(i, TIMES)
        && !scope.is_capital(i)
    {
        i += 1;
    }
    i
}
