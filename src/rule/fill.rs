use super::definition::{Alternative, Filter, Many, Slot, Step};
use super::part::{RoleId, Test};
use super::program::Program;
use super::view::{Anchor, View};
use crate::token::TokenSpan;

/// Most values of a slot.
const MOST_VALUES: usize = 32;
/// Most arguments of one name that are asked for.
const MOST_ARGUMENTS: usize = 16;
/// How much of an argument is searched for tokens.
const LONGEST_ARGUMENT: usize = 64;

/// Fills a slot; answers with the alternative that did, `None` in it where the slot may be empty and is; `None` where
/// the slot is needed and nothing fills it.
pub(super) fn fill<V: View + ?Sized>(
    slot: &Slot,
    program: &Program,
    view: &V,
    anchor: Anchor,
    values: &mut Vec<(RoleId, TokenSpan)>,
) -> Option<Option<usize>> {
    let all = matches!(slot.many, Many::Some | Many::Any);
    for (number, alternative) in slot.alternatives.iter().enumerate() {
        let before = values.len();
        walk(alternative, program, view, anchor, all, &mut |span| {
            if !values[before..].contains(&(slot.role, span)) {
                values.push((slot.role, span));
            }
            all && values.len() - before < MOST_VALUES
        });
        if values.len() > before {
            values[before..].sort_by_key(|(_, span)| *span);
            return Some(Some(number));
        }
    }
    matches!(slot.many, Many::Maybe | Many::Any).then_some(None)
}

/// Whether one of the alternatives gives something.
pub(super) fn exists<V: View + ?Sized>(
    alternatives: &[Alternative],
    program: &Program,
    view: &V,
    anchor: Anchor,
) -> bool {
    alternatives.iter().any(|alternative| {
        let mut found = false;
        walk(alternative, program, view, anchor, false, &mut |_| {
            found = true;
            false
        });
        found
    })
}

/// Offers the spans of an alternative until `take` answers that it has enough.
fn walk<V: View + ?Sized>(
    alternative: &Alternative,
    program: &Program,
    view: &V,
    anchor: Anchor,
    all: bool,
    take: &mut dyn FnMut(TokenSpan) -> bool,
) {
    follow(&alternative.path, view, anchor, &mut |argument| {
        filtered(&alternative.filter, program, view, argument, all, take)
    });
}

/// Goes along a chain of arguments; answers whether more is wanted.
fn follow<V: View + ?Sized>(
    path: &[Step],
    view: &V,
    anchor: Anchor,
    take: &mut dyn FnMut(TokenSpan) -> bool,
) -> bool {
    let Some((step, rest)) = path.split_first() else { return true };
    for nth in 0..MOST_ARGUMENTS {
        let Some(argument) = view.argument(anchor, step.argument, nth) else { break };
        let here = Anchor::of(argument);
        if argument.is_empty() || !step.properties.iter().all(|(yes, p)| view.property(here, *p) == *yes) {
            continue;
        }
        let more = if rest.is_empty() { take(argument) } else { follow(rest, view, here, take) };
        if !more {
            return false;
        }
    }
    true
}

/// Offers the argument, or the mentions in it, if it holds what the filter asks for; answers whether more is wanted.
fn filtered<V: View + ?Sized>(
    filter: &Filter,
    program: &Program,
    view: &V,
    argument: TokenSpan,
    all: bool,
    take: &mut dyn FnMut(TokenSpan) -> bool,
) -> bool {
    if filter.no_kinds.iter().any(|kind| view.mention_within(argument, *kind, 0).is_some())
        || holds(&filter.no_tokens, program, view, argument)
    {
        return true;
    }
    if filter.kinds.is_empty() && filter.tokens.is_empty() {
        return take(argument);
    }
    // The mention is the one that stands first, of whatever kind.
    for nth in 0..MOST_ARGUMENTS {
        let mentions = filter.kinds.iter().filter_map(|kind| view.mention_within(argument, *kind, nth));
        let Some(first) = mentions.min_by_key(|m| (m.start(), usize::MAX - m.end())) else { break };
        if !take(first) {
            return false;
        }
        if !all {
            return true;
        }
        if filter.kinds.len() > 1 {
            for kind in &filter.kinds {
                if let Some(other) = view.mention_within(argument, *kind, nth).filter(|m| !m.overlaps(first))
                    && !take(other)
                {
                    return false;
                }
            }
        }
    }
    if holds(&filter.tokens, program, view, argument) { take(argument) } else { true }
}

fn holds<V: View + ?Sized>(tests: &[Test], program: &Program, view: &V, argument: TokenSpan) -> bool {
    !tests.is_empty()
        && argument
            .indices()
            .take(LONGEST_ARGUMENT)
            .any(|i| tests.iter().any(|test| program.test(test, view, i)))
}
