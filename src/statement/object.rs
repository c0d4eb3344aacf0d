use super::behind::behind_object;
use super::clause::{self, Reported};
use super::group::{Form, Group};
use super::lexis::QUALIFIER;
use super::lists::Lists;
use super::opener::Opener;
use super::quoted::{is_title, quotation};
use super::reader::Reader;
use super::scope::{Mark, Scope};
use super::traits::Traits;
use super::words::Parts;
use crate::lexicon::{Classes, Frames};

/// What a verb of speech reports with the phrase behind it, at the item `at`.
pub(super) fn object(reader: &Reader<'_>, group: &Group, at: usize) -> Option<(Opener, Reported)> {
    let frames = group.verb.frames;
    let scope = &reader.scope;
    match behind_object(scope, at) {
        Some(found @ Opener::OfInfinitive(_))
            if frames.any(Frames::ACCUSE) || frames.any(Frames::DE_INFINITIVE) =>
        {
            return Some((found, Reported::Infinitive));
        }
        Some(found @ Opener::ToInfinitive(_)) if frames.any(Frames::A_INFINITIVE) => {
            return Some((found, Reported::Infinitive));
        }
        // «a averti les élus que …»
        Some(found @ Opener::That(_)) if group.verb.is(Traits::INFORM.or(Traits::PERSUADE)) => {
            return Some((found, Reported::Clause));
        }
        Some(found @ Opener::Of(_)) if frames.any(Frames::ACCUSE) || frames.any(QUALIFIER) => {
            return Some((found, Reported::Noun));
        }
        _ => {}
    }
    if frames.any(QUALIFIER) && group.verb.is(Traits::DESCRIBE) {
        let end = clause::end(scope, &reader.bounds(), at, Reported::Infinitive);
        let said = (at..end).any(|i| scope.part(i, Parts::OF) || scope.part(i, Parts::AS));
        if said && group.verb.lemma == "qualifier" {
            return Some((Opener::Object(at), Reported::Infinitive));
        }
    }
    let end = clause::end(scope, &reader.bounds(), at, Reported::Noun);
    // «concluait par le mot suivant “…”»
    if let Some(said) = introduced(scope, group, at, end) {
        return Some((Opener::Quote(said), Reported::Noun));
    }
    // «une lettre où ils dénoncent son “immobilisme”»: another verb tells it.
    let told = reader.groups.iter().find(|other| {
        other.form == Form::Finite && at < other.run.start && other.run.start < end && other.verb.reports()
    });
    let before = told.map_or(end, |other| other.run.start);
    let quote = (at..before).any(|i| scope.is_quote(i) && !is_title(scope, i));
    let speech =
        frames.any(Frames::NOUN) || frames.any(QUALIFIER) || frames.any(Frames::DIRECT) && group.verb.strong;
    if quote && speech {
        return Some((Opener::Object(at), Reported::Noun));
    }
    // «a cité X : “…”», «a lancé un appel : “…”»
    let nearer = reader.groups.iter().any(|other| {
        other.form == Form::Finite
            && at < other.run.start
            && other.run.start < end
            && other.verb.frames.any(Frames::DIRECT)
    });
    if scope.mark(end) == Mark::Colon && scope.is_quote(end + 1) && frames.any(Frames::DIRECT) && !nearer {
        return Some((Opener::Colon(end + 1), Reported::Noun));
    }
    None
}

/// Long words in marks at the end of a phrase that announces them: «par ces mots “…”», «à Jean Dupont “Il y a …”».
pub(super) fn introduced(scope: &Scope<'_>, group: &Group, at: usize, end: usize) -> Option<usize> {
    let last = end.checked_sub(1).filter(|last| *last > at && scope.is_quote(*last))?;
    let quote = quotation(scope, last).filter(|quote| quote.content.len() > 6)?;
    let before = last - 1;
    let announced = Lists::french().announcing.contains(&scope.word(before));
    let addressed = scope.is_capital(before)
        && scope.doc.token(quote.content.start()).is_some_and(|token| token.shape.is_capital());
    (announced || addressed || sentence_behind_noun(scope, group, last)).then_some(last)
}

/// «a dit des journalistes “ces gens sont …”»: a clause in marks right behind a noun.
fn sentence_behind_noun(scope: &Scope<'_>, group: &Group, item: usize) -> bool {
    let Some(quote) = quotation(scope, item) else { return false };
    let first = quote.content.start();
    let parts = scope.lexis.parts(scope.doc.word(first));
    let opens = parts.any(Parts::SUBJECT.or(Parts::QUANTIFIER))
        || scope.doc.is(first, Classes::DETERMINER) && !parts.any(Parts::OF);
    let verb = quote.content.indices().take(30).any(|token| {
        scope.doc.is(token, Classes::FINITE) && !scope.doc.is(token, Classes::NOUN.with(Classes::ADJECTIVE))
    });
    group.verb.is(Traits::TELL) && scope.is(item - 1, Classes::NOUN) && opens && verb
}

pub(super) fn quoted_ahead(reader: &Reader<'_>, start: usize) -> bool {
    let end = clause::end(&reader.scope, &reader.bounds(), start, Reported::Noun);
    (start..end).any(|i| reader.scope.is_quote(i))
}
