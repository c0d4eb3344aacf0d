use super::lists::Lists;
use super::opener::{Opener, infinitive, quoted_infinitive};
use super::phrase::{begins, noun_phrase};
use super::scope::{Mark, Scope};
use super::words::Parts;

/// How far a complement may stand from its object, in items.
const REACH: usize = 40;

/// Behind an object, the infinitive with «de» or «à» that completes the verb: «accuse X de mentir».
pub(super) fn behind_object(scope: &Scope<'_>, object: usize) -> Option<Opener> {
    let limit = (object + REACH).min(scope.len());
    let mut i = noun_phrase(scope, object, limit)?.run.end;
    while i < limit {
        if let Some(close) = apposition(scope, i, limit) {
            i = close + 1;
            continue;
        }
        if !scope.is_word(i) && scope.mark(i) != Mark::Aside {
            return None;
        }
        if scope.part(i, Parts::OF)
            && let Some(start) = infinitive(scope, i + 1)
        {
            let own = Lists::french().complemented.contains(&scope.word(i - 1));
            return (!own).then_some(Opener::OfInfinitive(start));
        }
        if scope.part(i, Parts::OF) && scope.is_quote(i + 1) {
            return Some(Opener::Of(i + 1));
        }
        if scope.part(i, Parts::THAT) {
            return Some(Opener::That(i + 1));
        }
        if scope.part(i, Parts::TO)
            && let Some(start) = infinitive(scope, i + 1).or_else(|| quoted_infinitive(scope, i + 1))
        {
            return Some(Opener::ToInfinitive(start));
        }
        if scope.is_finite(i) || scope.part(i, Parts::RELATIVE.or(Parts::CONJUNCTION).or(Parts::COORDINATOR))
        {
            return None;
        }
        i += 1;
    }
    None
}

/// «a exhorté son voisin, *le maire de Lourdes (65)*, à …»: the comma that closes a description of the object.
fn apposition(scope: &Scope<'_>, comma: usize, limit: usize) -> Option<usize> {
    if scope.mark(comma) != Mark::Comma || !begins(scope, comma + 1) {
        return None;
    }
    let close = (comma + 1..limit.min(comma + 14)).find(|i| scope.mark(*i) == Mark::Comma)?;
    let plain =
        (comma + 1..close).all(|i| (scope.is_word(i) || scope.mark(i) == Mark::Aside) && !scope.is_finite(i));
    let goes_on = scope.part(close + 1, Parts::OF.or(Parts::TO));
    (plain && goes_on).then_some(close)
}
