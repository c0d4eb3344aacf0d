use super::group::{Form, Group};
use super::scope::{Run, Scope};
use super::words::Parts;
use crate::lexicon::Classes;

/// How far the verb that governs may stand before the infinitive, in items.
const REACH: usize = 7;

/// The infinitive of speech and the verb that governs it, as one group: «s’est-il borné à dire», «a tenu à préciser».
pub(super) fn governed(scope: &Scope<'_>, group: &Group) -> Option<Group> {
    if group.form != Form::Infinitive {
        return None;
    }
    let mut i = group.run.start;
    let mut finite = None;
    while let Some(before) = i.checked_sub(1).filter(|b| b + REACH >= group.run.start) {
        if scope.is_finite(before) {
            finite = Some(before);
            break;
        }
        let linked =
            scope.part(before, Parts::OF.or(Parts::TO).or(Parts::BY)) && before + 1 == group.run.start;
        let passed = linked
            || scope.is_enclitic(before)
            || scope.is(before, Classes::PAST_PARTICIPLE.with(Classes::ADVERB).with(Classes::INFINITIVE));
        if !passed {
            return None;
        }
        i = before;
    }
    let finite = finite?;
    let mut first = finite;
    while first > 0 && scope.part(first - 1, Parts::CLITIC) && !scope.part(first - 1, Parts::SUBJECT) {
        first -= 1;
    }
    let enclitic = (finite..group.run.start).find(|i| scope.is_enclitic(*i)).or(group.enclitic);
    let run = Run::new(first, group.run.end);
    Some(Group { run, form: Form::Finite, enclitic, ..*group })
}
