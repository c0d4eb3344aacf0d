use super::clause::{self, Reported};
use super::opener::Opener;
use super::quoted::quotation;
use super::reader::Reader;
use super::scope::{Mark, Run};
use super::words::Parts;
use crate::lexicon::Classes;

/// The pieces of the content: coordinated clauses with «que» repeated are several.
pub(super) fn contents(reader: &mut Reader<'_>, start: usize, opener: Opener, kind: Reported) -> Vec<Run> {
    let mut runs = Vec::new();
    if matches!(opener, Opener::Colon(_)) {
        runs.push(Run::new(start, start + 1));
        return runs;
    }
    let mut from = start;
    loop {
        from = behind_cue(reader, from);
        let scope = &reader.scope;
        let end = clause::end(scope, &reader.bounds(), from, kind);
        let mut run = Run::new(from, end);
        // A whole sentence in marks is the content, whatever trails behind it.
        if scope.is_quote(from) {
            let next = from + 1;
            let apart = matches!(scope.mark(next), Mark::Comma | Mark::Stop | Mark::Aside | Mark::Dash)
                || next >= end
                || matches!(opener, Opener::Quote(_))
                    && !scope.part(next, Parts::COORDINATOR)
                    && !scope.is_quote(next)
                    && !scope.part(next, Parts::OF);
            let whole = apart
                && quotation(scope, from).is_some_and(|quote| reader.quoted.is_sentence(&quote))
                && !(next..end).any(|i| reader.scope.is_quote(i));
            if whole {
                run.end = from + 1;
            }
        }
        if !run.is_empty() {
            runs.push(run);
        }
        let scope = &reader.scope;
        if kind != Reported::Clause || runs.len() > 5 {
            return runs;
        }
        // On to «et que».
        let mut next = end;
        while scope.mark(next) == Mark::Comma
            || scope.part(next, Parts::COORDINATOR)
            || scope.is(next, Classes::ADVERB) && !scope.part(next, Parts::OF)
        {
            next += 1;
        }
        let coordinated = (end..next).any(|i| scope.part(i, Parts::COORDINATOR));
        if coordinated && scope.part(next, Parts::THAT) && next < scope.len() {
            from = next + 1;
        } else {
            return runs;
        }
    }
}

/// Past «, selon lui,» behind «que».
fn behind_cue(reader: &Reader<'_>, from: usize) -> usize {
    let scope = &reader.scope;
    let at = if scope.mark(from) == Mark::Comma { from + 1 } else { from };
    if scope.part(at, Parts::ACCORDING) {
        let close = (at + 1..(at + 15).min(scope.len())).find(|i| scope.mark(*i) == Mark::Comma);
        if let Some(close) = close {
            return close + 1;
        }
    }
    at
}
