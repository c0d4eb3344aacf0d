use super::lexis::Noun as Kind;
use super::lists::Lists;
use super::phrase::{Noun, noun_phrase};
use super::scope::{Mark, Scope};
use super::speaker::{bearer, can_speak};
use super::words::Parts;
use crate::lexicon::Classes;
use crate::ontology::EntityKind;

/// «… de nombreuses réactions, comme celle *de Jean Dupont, analyste* : “…”»
pub(super) fn said_by(scope: &Scope<'_>, start: usize, colon: usize) -> Option<Noun> {
    let of = (start + 1..colon).rev().find(|i| {
        let act = scope.lexis.noun(scope.word(i - 1)) == Some(Kind::Act);
        scope.part(*i, Parts::OF)
            && (matches!(scope.form(i - 1), "celle" | "celles" | "celui" | "ceux") || act)
            || matches!(scope.form(*i), "pour" | "chez")
                && (act || Lists::french().utterances.contains(&scope.word(i - 1)))
    })?;
    let noun = noun_phrase(scope, of + 1, colon)?;
    let person = bearer(scope, noun).is_some_and(|m| m.kind == EntityKind::Person)
        || scope.is(noun.head, Classes::ROLE.with(Classes::HUMAN));
    let whole = noun.run.end == colon || matches!(scope.mark(noun.run.end), Mark::Comma | Mark::Aside);
    let verbless = (noun.run.end..colon).all(|i| !scope.is_finite(i) || scope.part(i - 1, Parts::WHO));
    (person && whole && verbless).then_some(noun)
}

/// «Un argument que balaie *Jean Dupont, le maire* : “…”»: the person behind the verb, with what is said of him.
pub(super) fn disputed(scope: &Scope<'_>, start: usize, colon: usize) -> Option<Noun> {
    let that = (start + 1..colon).find(|i| scope.part(*i, Parts::THAT))?;
    if (start..that).any(|i| scope.is_finite(i))
        || !scope.is(that - 1, Classes::NOUN.with(Classes::ADJECTIVE))
    {
        return None;
    }
    let verb = (that + 1..that + 4).find(|i| scope.is_finite(*i))?;
    let first = (verb + 1..verb + 3).find(|i| !scope.is(*i, Classes::NEGATION.with(Classes::ADVERB)))?;
    let noun = noun_phrase(scope, first, colon)?;
    let bearer = bearer(scope, noun)?;
    let whole = noun.run.end == colon || matches!(scope.mark(noun.run.end), Mark::Comma | Mark::Aside);
    let verbless = (noun.run.end..colon).all(|i| !scope.is_finite(i) || scope.part(i - 1, Parts::WHO));
    (whole && verbless && bearer.kind == EntityKind::Person).then_some(noun)
}

/// «Ces chiffres ont fait réagir *Jean Dupont, le maire* : “…”»
pub(super) fn made_speak(scope: &Scope<'_>, start: usize, colon: usize) -> Option<Noun> {
    let verb = (start + 1..colon).find(|i| {
        scope.is(*i, Classes::INFINITIVE) && matches!(scope.form(i - 1), "fait" | "font" | "fit")
    })?;
    let noun = noun_phrase(scope, verb + 1, colon).filter(|noun| can_speak(scope, *noun))?;
    let whole = noun.run.end == colon || matches!(scope.mark(noun.run.end), Mark::Comma | Mark::Aside);
    let verbless = (noun.run.end..colon).all(|i| !scope.is_finite(i) || scope.part(i - 1, Parts::WHO));
    (whole && verbless).then_some(noun)
}
