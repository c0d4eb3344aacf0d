use super::group::Group;
use super::reader::Reader;
use super::scope::{Mark, Run, Scope};
use super::traits::Traits;
use super::words::Parts;
use crate::graph::Speaker;
use crate::lexicon::Classes;

/// «A-t-il dit que …?», «Qui a dit que …?»: who asks does not tell.
pub(super) fn asked(reader: &Reader<'_>, group: &Group) -> bool {
    let scope = &reader.scope;
    let last = scope.len().saturating_sub(1);
    let question = scope.form(last) == "?" && !(group.run.end..last).any(|i| scope.is_quote(i));
    let who = scope.part(0, Parts::WHO) && group.run.start == 1;
    question && (group.enclitic.is_some() || who || scope.form(0).eq_ignore_ascii_case("est-ce"))
}

/// Whether the clause of the verb opens with «si», «quand» and a pronoun, at the head of a sentence or behind a comma.
pub(super) fn supposed(scope: &Scope<'_>, group: &Group, with: Parts) -> bool {
    let Some(subject) = group.run.start.checked_sub(1).filter(|i| scope.part(*i, Parts::SUBJECT)) else {
        return false;
    };
    let Some(opener) = subject.checked_sub(1) else { return false };
    scope.part(opener, with) && (opener == 0 || scope.mark(opener - 1) == Mark::Comma)
}

/// «S’il reconnaît avoir tardé, le maire …»: who writes so grants that it was said.
pub(super) fn concedes(group: &Group) -> bool {
    group.verb.is(Traits::CONCEDE)
}

/// «*Si* le maire assure que …, l’opposition …», «*Alors que* X affirme que …»: whether the clause of the verb opens the
/// sentence and waits for another.
pub(super) fn opens_subordinate(scope: &Scope<'_>, group: &Group) -> bool {
    let first = scope.part(0, Parts::IF.or(Parts::TIME).or(Parts::WHILE))
        || scope.form(0).eq_ignore_ascii_case("s'")
        || scope.form(0).eq_ignore_ascii_case("s’");
    first && (0..group.run.start).all(|i| !scope.is_finite(i))
}

/// The end of what is said at the comma behind which the main clause begins.
pub(super) fn before_main(scope: &Scope<'_>, run: Run) -> usize {
    let mut verbs = 0;
    for i in run.start..run.end {
        if scope.mark(i) == Mark::Comma
            && (verbs > 0 || scope.is(run.start, Classes::INFINITIVE))
            && super::phrase::noun_phrase(scope, i + 1, run.end)
                .is_some_and(|noun| super::who::heads(scope, noun))
        {
            return i;
        }
        verbs += usize::from(scope.is_finite(i));
    }
    run.end
}

/// «Affirmant que tout va bien, *le maire* a refusé»: what is said ends at the comma before the one who says it.
pub(super) fn before_speaker(scope: &Scope<'_>, run: Run, speaker: Option<Speaker>) -> usize {
    let Some(span) = speaker.map(|speaker| speaker.span) else { return run.end };
    (run.start + 1..run.end)
        .find(|i| {
            let next = scope.doc.span(scope.tokens(Run::new(i + 1, i + 2)));
            scope.mark(*i) == Mark::Comma && next.start() <= span.start() && span.start() < next.end() + 5
        })
        .unwrap_or(run.end)
}
