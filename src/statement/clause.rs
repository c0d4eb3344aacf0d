use super::behind::behind_object;
use super::group::{Form, Group};
use super::lists::Lists;
use super::phrase::{begins, noun_phrase};
use super::scope::{Mark, Run, Scope};
use super::words::Parts;
use crate::lexicon::{Classes, Lexicon};

/// No clause is longer, in items: what has no end costs no more than this.
const LONGEST: usize = 300;

/// What a reported clause is, for where it ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Reported {
    /// «que …», «selon X, …».
    Clause,
    /// «vouloir …», «de partir …».
    Infinitive,
    /// «une “dérive”».
    Noun,
}

/// The reports of a sentence as far as they bound each other.
pub(super) struct Bounds<'g> {
    /// The verb groups of speech in the scope, in order.
    pub groups: &'g [Group],
}

impl<'g> Bounds<'g> {
    /// Whether a verb of speech begins at the item.
    pub fn begins_at(&self, item: usize) -> bool {
        self.group_at(item).is_some()
    }

    fn group_at(&self, item: usize) -> Option<&'g Group> {
        let at = self.groups.partition_point(|group| group.run.start < item);
        self.groups.get(at).filter(|group| group.run.start == item)
    }
}

/// Where what is reported from the item `from` on ends.
pub(super) fn end(scope: &Scope<'_>, bounds: &Bounds<'_>, from: usize, kind: Reported) -> usize {
    let mut i = from;
    let mut depth = 0;
    let limit = scope.len().min(from + LONGEST);
    while i < limit {
        match scope.mark(i) {
            Mark::Stop if i + 1 >= scope.len() || !mid_sentence(scope, i) => break,
            Mark::Semicolon | Mark::Colon => break,
            Mark::Comma if i > from && ends_at_comma(scope, bounds, from, i, kind) => break,
            Mark::Dash if i > from && depth == 0 => {
                depth = 1;
                // A pair of dashes holds an insertion; a single one ends the clause.
                let close = (i + 1..scope.len().min(i + 40)).find(|j| scope.mark(*j) == Mark::Dash);
                match close {
                    Some(close) => i = close,
                    None => break,
                }
            }
            Mark::Word if i > from && ends_at_word(scope, bounds, from, i, kind) => break,
            _ => {}
        }
        i += 1;
    }
    // «se disant “blessé” *et* en fustigeant …»: what joins the next report is no part of this one.
    while i > from
        && (matches!(scope.mark(i - 1), Mark::Comma | Mark::Dash)
            || i > from + 1 && i < limit && scope.part(i - 1, Parts::COORDINATOR) && scope.is_word(i))
    {
        i -= 1;
    }
    i
}

/// «M.» at the end of an abbreviation and «…» amid a sentence end nothing.
fn mid_sentence(scope: &Scope<'_>, i: usize) -> bool {
    matches!(scope.form(i), "…" | "...") && scope.is_word(i + 1) && !scope.is_capital(i + 1)
}

fn ends_at_comma(scope: &Scope<'_>, bounds: &Bounds<'_>, from: usize, comma: usize, kind: Reported) -> bool {
    let mut next = comma + 1;
    if kind == Reported::Noun {
        return true;
    }
    // «Le groupe, qui affirme avoir tout payé, *se défend*»: the verb of the clause around it.
    let mut verb = comma + 1;
    while scope.part(verb, Parts::CLITIC) && !scope.part(verb, Parts::SUBJECT) {
        verb += 1;
    }
    if scope.is_finite(verb)
        && (kind == Reported::Infinitive
            && (in_relative(scope, bounds, from) || is_inserted(scope, bounds, from))
            || kind == Reported::Clause
                && is_inserted(scope, bounds, from)
                && (from..comma).any(|i| scope.is_finite(i)))
    {
        return true;
    }
    if scope.part(next, Parts::WHILE)
        && (scope.part(next + 1, Parts::THAT) || scope.part(next, Parts::CONJUNCTION))
    {
        return true;
    }
    // «, et», «, tout en», «, a-t-il ajouté», «, selon lui»
    if scope.form(next) == "tout" && scope.form(next + 1) == "en" {
        next += 2;
    }
    while scope.is(next, Classes::ADVERB) && !scope.is(next, Classes::PREPOSITION)
        || scope.part(next, Parts::COORDINATOR)
    {
        next += 1;
    }
    if scope.form(next) == "en" && scope.is(next + 1, Classes::PRESENT_PARTICIPLE) {
        next += 1;
    }
    if scope.part(next, Parts::ACCORDING) || before_speech(scope, bounds, next) {
        return true;
    }
    if let Some(group) = bounds.group_at(next).or_else(|| gerund(scope, bounds, next)) {
        match group.form {
            Form::Participle => return true,
            Form::Finite if group.enclitic.is_some() => return true,
            Form::Finite => return is_incise(scope, group),
            Form::Bare => return scope.part(next.wrapping_sub(1), Parts::COORDINATOR),
            _ => {}
        }
    }
    if kind == Reported::Infinitive
        && scope.form(comma + 1) == "ce"
        && scope.part(comma + 2, Parts::THAT.or(Parts::RELATIVE))
    {
        return true;
    }
    // «…, ce que le ministre dément»
    if scope.form(comma + 1) == "ce"
        && scope.part(comma + 2, Parts::THAT)
        && (comma + 3..comma + 10).any(|i| bounds.group_at(i).is_some())
    {
        return true;
    }
    kind == Reported::Infinitive
        && scope.is(next, Classes::PRESENT_PARTICIPLE)
        && !scope.is(next, Classes::NOUN)
}

/// Whether the verb that reports what begins at the item stands right behind «qui».
fn in_relative(scope: &Scope<'_>, bounds: &Bounds<'_>, from: usize) -> bool {
    let at = bounds.groups.partition_point(|group| group.run.start < from);
    let ours = at.checked_sub(1).and_then(|at| bounds.groups.get(at));
    ours.is_some_and(|group| scope.part(group.run.start.wrapping_sub(1), Parts::WHO))
}

/// «X, *après avoir rappelé* que tous signent, évoque …»: whether the verb that reports stands in an insertion.
fn is_inserted(scope: &Scope<'_>, bounds: &Bounds<'_>, from: usize) -> bool {
    let at = bounds.groups.partition_point(|group| group.run.start < from);
    let Some(group) = at.checked_sub(1).and_then(|at| bounds.groups.get(at)) else { return false };
    let start = group.run.start;
    matches!(group.form, Form::Infinitive | Form::Participle | Form::Bare)
        && start > 1
        && (scope.mark(start - 1) == Mark::Comma || scope.mark(start - 2) == Mark::Comma)
        && !(0..start).any(|i| scope.is_finite(i))
}

/// «, tout *en ajoutant* que»: the group begins with «en».
fn gerund<'g>(scope: &Scope<'_>, bounds: &Bounds<'g>, participle: usize) -> Option<&'g Group> {
    let before = participle.checked_sub(1).filter(|i| scope.form(*i) == "en")?;
    bounds.group_at(before).filter(|group| opens(scope, group.run.end))
}

/// «*avant de* conclure que»: the same speaker goes on, the clause does not.
fn before_speech(scope: &Scope<'_>, bounds: &Bounds<'_>, i: usize) -> bool {
    scope.form(i) == "avant"
        && scope.part(i + 1, Parts::OF)
        && bounds
            .group_at(i + 2)
            .is_some_and(|group| group.form == Form::Infinitive && scope.part(group.run.end, Parts::THAT))
}

fn ends_at_word(scope: &Scope<'_>, bounds: &Bounds<'_>, from: usize, i: usize, kind: Reported) -> bool {
    if scope.part(i, Parts::COORDINATOR) {
        let mut next = i + 1;
        if scope.mark(next) == Mark::Comma {
            // «et, selon lui, que»
            next += (next + 1..next + 8).find(|j| scope.mark(*j) == Mark::Comma).map_or(1, |j| j + 1 - next);
        }
        while scope.is(next, Classes::ADVERB)
            && !scope.part(next, Parts::OF.or(Parts::CLITIC))
            && !scope.is(next, Classes::PREPOSITION)
        {
            next += 1;
        }
        if scope.part(next, Parts::THAT) && scope.form(i) != "ni" {
            return kind != Reported::Noun;
        }
        // «et annonce vouloir», «mais a confié»: a verb of speech without subject goes back to ours.
        if let Some(group) = bounds.group_at(next)
            && (matches!(group.form, Form::Finite)
                || group.form == Form::Bare
                    && (opens(scope, group.run.end)
                        || scope.is(group.run.end, Classes::DETERMINER) && scope.is_quote(group.run.end + 1)
                        || behind_object(scope, group.run.end).is_some()))
        {
            return true;
        }
        // «… et le maire affirme que»: another speaker begins.
        if kind == Reported::Clause
            && let Some(noun) = noun_phrase(scope, next, next + 8)
            && bounds
                .group_at(noun.run.end)
                .is_some_and(|group| group.form == Form::Finite && scope.part(group.run.end, Parts::THAT))
        {
            return true;
        }
        if kind != Reported::Noun && goes_back(scope, bounds, from, i, next, kind) {
            return true;
        }
        if kind == Reported::Noun {
            return scope.is_finite(next)
                || begins(scope, next) && finite_soon(scope, next)
                || scope.form(i) == "mais";
        }
        return false;
    }
    // «… tandis que le maire dénonce un mensonge»: somebody else speaks.
    if scope.part(i, Parts::WHILE) && scope.part(i + 1, Parts::THAT) && scope.form(i) == "tandis" {
        let speech = |group: &Group| group.form == Form::Finite && (i..i + 12).contains(&group.head);
        let quoted = (i..i + 12).any(|item| scope.is_quote(item));
        return kind != Reported::Clause || quoted || bounds.groups.iter().any(speech);
    }
    if scope.form(i) == "tout"
        && scope.form(i + 1) == "en"
        && bounds
            .group_at(i + 2)
            .or_else(|| gerund(scope, bounds, i + 2))
            .is_some_and(|g| g.form == Form::Participle)
    {
        return true;
    }
    if let Some(group) = bounds.group_at(i) {
        // «… » affirme-t-il; «… » a déclaré X.
        if group.enclitic.is_some() && scope.is_quote(i - 1) {
            return true;
        }
        if group.form == Form::Participle && kind == Reported::Noun {
            return true;
        }
    }
    kind == Reported::Noun
        && (scope.is_finite(i) && !scope.part(i.wrapping_sub(1), Parts::WHO) && !after_relative(scope, i)
            || scope.part(i, Parts::BECAUSE.or(Parts::TIME))
            || scope.form(i) == "en" && scope.is(i + 1, Classes::PRESENT_PARTICIPLE))
}

/// «a qualifié X de Y et s’est tourné vers Z»: a finite verb coordinated with ours ends an infinitive or a predicate,
/// unless a clause inside it has a verb of the same tense.
fn goes_back(
    scope: &Scope<'_>,
    bounds: &Bounds<'_>,
    from: usize,
    coordinator: usize,
    next: usize,
    kind: Reported,
) -> bool {
    let mut verb = next;
    while scope.part(verb, Parts::CLITIC) {
        verb += 1;
    }
    // «estime que la loi “doit être revue” et *compte demander* …»: who wants to speak is who spoke.
    if kind == Reported::Clause
        && scope.is(verb, Classes::FINITE)
        && bounds.group_at(verb + 1).is_some_and(|group| group.form == Form::Infinitive)
        && means_to(scope, verb)
    {
        return true;
    }
    if !scope.is_finite(verb) {
        return false;
    }
    let inner = (from..coordinator).rev().find(|i| scope.is_finite(*i));
    let at = bounds.groups.partition_point(|group| group.run.start < from);
    let ours = at.checked_sub(1).and_then(|at| bounds.groups.get(at)).map(|group| group.run);
    let compound = |i: usize| {
        scope.is(i, Classes::ETRE.with(Classes::AVOIR)) && scope.is(i + 1, Classes::PAST_PARTICIPLE)
    };
    match (inner, ours) {
        (None, _) => kind == Reported::Infinitive,
        (Some(inner), Some(ours)) => {
            let reports = (ours.start..ours.end).any(compound);
            reports == compound(verb)
                && compound(inner) != compound(verb)
                && (reports || kind == Reported::Infinitive)
        }
        _ => false,
    }
}

/// «compte», «veut», «entend»: the verb of somebody who is about to speak.
fn means_to(scope: &Scope<'_>, verb: usize) -> bool {
    let lemma = Lexicon::french().verb_lemma(scope.word(verb));
    lemma.is_some_and(|lemma| Lists::french().intending.contains(&lemma))
}

/// A finite verb that belongs to a relative clause begun a few words before.
fn after_relative(scope: &Scope<'_>, verb: usize) -> bool {
    (verb.saturating_sub(12)..verb)
        .rev()
        .take_while(|i| scope.mark(*i) != Mark::Comma)
        .any(|i| scope.part(i, Parts::RELATIVE.or(Parts::THAT)))
}

fn finite_soon(scope: &Scope<'_>, from: usize) -> bool {
    (from..from + 18)
        .take_while(|i| matches!(scope.mark(*i), Mark::Word | Mark::Aside))
        .any(|i| scope.is_finite(i))
}

fn opens(scope: &Scope<'_>, at: usize) -> bool {
    scope.part(at, Parts::THAT)
        || scope.is_quote(at)
        || scope.is(at, Classes::INFINITIVE)
        || scope.mark(at) == Mark::Colon
}

/// Whether a verb behind a comma reports what stands before it: no complement follows, but a subject.
pub(super) fn is_incise(scope: &Scope<'_>, group: &Group) -> bool {
    if group.enclitic.is_some() {
        return true;
    }
    let Some(noun) = super::subject::after(scope, group) else { return false };
    !(group.run.end..noun.run.start).any(|i| {
        scope.part(i, Parts::THAT)
            || scope.mark(i) == Mark::Colon
            || scope.is_quote(i)
            || scope.is(i, Classes::INFINITIVE) && !scope.is(i, Classes::NOUN)
    }) && super::speaker::can_speak(scope, noun)
}

/// Where the clause that ends before the item `before` begins: what a verb or «selon» behind it reports.
pub(super) fn start(scope: &Scope<'_>, before: usize) -> usize {
    let mut i = before;
    let floor = before.saturating_sub(LONGEST);
    while i > floor {
        let item = i - 1;
        match scope.mark(item) {
            Mark::Stop if !mid_sentence(scope, item) => break,
            Mark::Semicolon => break,
            _ => {}
        }
        i = item;
    }
    if i == 0 {
        i = past_dateline(scope, before);
    }
    while i < before && (scope.mark(i) == Mark::Comma || scope.mark(i) == Mark::Dash) {
        i += 1;
    }
    i
}

/// «RABAT, 3 fév (AFP) - …»: the clause begins behind the line that says where the news is from.
fn past_dateline(scope: &Scope<'_>, before: usize) -> usize {
    if !scope.is_capital(0) {
        return 0;
    }
    let dash = (1..before.min(14)).find(|i| scope.mark(*i) == Mark::Dash);
    match dash {
        Some(dash) if scope.is_capital(dash + 1) && !(0..dash).any(|i| scope.is_finite(i)) => dash + 1,
        _ => 0,
    }
}

/// Whether the run holds a finite verb of the reporter's or a quotation.
pub(super) fn is_clause(scope: &Scope<'_>, run: Run) -> bool {
    (run.start..run.end).any(|i| scope.is_finite(i) || scope.is_quote(i))
}
