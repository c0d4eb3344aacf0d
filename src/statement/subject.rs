use super::group::{Form, Group};
use super::phrase::{Noun, is_name, noun_phrase};
use super::quoted::is_work;
use super::scope::{Mark, Run, Scope};
use super::skip::{last_free, skip};
use super::words::Parts;
use crate::lexicon::Classes;
use crate::ontology::EntityKind;

/// More segments than this before a verb are an enumeration.
const SEGMENTS: usize = 10;
/// How far the search for a verb or a subject goes, in items.
const REACH: usize = 90;

/// The subject of the group on its left.
pub(super) fn before(scope: &Scope<'_>, group: &Group) -> Option<Noun> {
    match group.form {
        Form::Finite | Form::Passive => left(scope, group.run.start, 0),
        Form::Participle | Form::Infinitive | Form::Bare => of_main_verb(scope, group.run.start, 0),
    }
}

/// The subject of the nearest main verb before the item `at`.
pub(super) fn of_main_verb(scope: &Scope<'_>, at: usize, depth: u8) -> Option<Noun> {
    if depth > 3 {
        return None;
    }
    let floor = at.saturating_sub(REACH);
    let verb = (floor..at).rev().find(|i| scope.is_finite(*i) && !in_relative(scope, *i))?;
    left(scope, clitics_before(scope, verb), depth + 1)
}

/// Whether the verb stands in a relative clause, to be told by the word right before it.
fn in_relative(scope: &Scope<'_>, verb: usize) -> bool {
    let first = clitics_before(scope, verb);
    let before = first.wrapping_sub(1);
    let opener = if scope.part(before, Parts::SUBJECT) { before.wrapping_sub(1) } else { before };
    scope.part(opener, Parts::RELATIVE.or(Parts::CONJUNCTION))
}

fn clitics_before(scope: &Scope<'_>, verb: usize) -> usize {
    let mut first = verb;
    while first > 0 && scope.part(first - 1, Parts::CLITIC) && !(scope.part(first - 1, Parts::SUBJECT)) {
        first -= 1;
    }
    first
}

/// The subject of the verb group that begins at the item `at`.
pub(super) fn left(scope: &Scope<'_>, at: usize, depth: u8) -> Option<Noun> {
    let mut i = at.checked_sub(1)?;
    while scope.is_word(i)
        && (scope.is(i, Classes::ADVERB)
            && !scope.part(i, Parts::SUBJECT.or(Parts::RELATIVE).or(Parts::QUANTIFIER))
            || scope.part(i, Parts::EMPHATIC) && !scope.part(i, Parts::SUBJECT))
        && i > 0
    {
        i -= 1;
    }
    if scope.part(i, Parts::SUBJECT) {
        return Some(Noun { run: Run::new(i, i + 1), head: i });
    }
    if scope.is_quote(i) && is_work(scope, i) && stands_free(scope, i) {
        return Some(Noun { run: Run::new(i, i + 1), head: i });
    }
    if scope.part(i, Parts::WHO) {
        return antecedent(scope, i);
    }
    if scope.part(i, Parts::COORDINATOR) {
        return of_main_verb(scope, i, depth);
    }
    segments(scope, i, depth)
}

/// «“Quotidien” a révélé»: no word before the marks makes them part of another phrase.
fn stands_free(scope: &Scope<'_>, quote: usize) -> bool {
    let before = quote.wrapping_sub(1);
    !scope.is_word(before) || scope.part(before, Parts::COORDINATOR.or(Parts::THAT))
}

/// What a relative pronoun at the item `who` stands for.
pub(super) fn antecedent(scope: &Scope<'_>, who: usize) -> Option<Noun> {
    let mut end = who;
    while end > 0 && !scope.is_word(end - 1) && matches!(scope.mark(end - 1), Mark::Comma | Mark::Aside) {
        end -= 1;
    }
    let start = segment_start(scope, end.checked_sub(1)?);
    // «Jean Dupont, maire de la ville, qui a rappelé»: the name before the description.
    if scope.is(start, Classes::ROLE)
        && !scope.is(start, Classes::DETERMINER)
        && scope.mark(start.wrapping_sub(1)) == Mark::Comma
    {
        let before = start - 1;
        let first = segment_start(scope, before.checked_sub(1)?);
        let noun = (first..before).rev().find_map(|i| {
            noun_phrase(scope, i, before)
                .filter(|noun| noun.run.end == before && super::speaker::bearer(scope, *noun).is_some())
        });
        if noun.is_some() {
            return noun;
        }
    }
    // «l’équipe de campagne de Jean Dupont, qui ajoute»: behind a comma the whole phrase is meant, if it is somebody.
    let whole = (start..end)
        .find_map(|i| noun_phrase(scope, i, end))
        .filter(|noun| end < who && noun.run.end == end && is_somebody(scope, *noun));
    if whole.is_some() {
        return whole;
    }
    // Of the phrases right before it the nearest that can speak: «un militant opposé à la loi qui a crié».
    let phrases = (start..end)
        .rev()
        .filter_map(|i| noun_phrase(scope, i, end).filter(|noun| noun.run.end == end || noun.run.end > i));
    let mut fallback = None;
    for noun in phrases {
        let reaches = noun.run.end == end || fallback.is_some();
        if !reaches {
            continue;
        }
        if super::speaker::can_speak(scope, noun)
            && !scope.is(noun.head, Classes::PLACE_HEAD)
            && !(fallback.is_none() && complement(scope, noun))
            && (fallback.is_none_or(|first| !complement(scope, first)) || is_person(scope, noun))
        {
            return Some(noun);
        }
        fallback = fallback.or(Some(noun));
    }
    fallback
}

/// «le chef de mission *pour la Syrie* qui a dit»: a place behind a preposition speaks only where nobody else does.
fn complement(scope: &Scope<'_>, noun: Noun) -> bool {
    let place = super::speaker::bearer(scope, noun).is_some_and(|m| m.kind == EntityKind::Location);
    let mut before = noun.run.start.wrapping_sub(1);
    if scope.part(before, Parts::ARTICLE) {
        before = before.wrapping_sub(1);
    }
    place && scope.is(before, Classes::PREPOSITION)
}

fn is_somebody(scope: &Scope<'_>, noun: Noun) -> bool {
    use super::lexis::Noun as Kind;
    let word = scope.word(noun.head);
    scope.is(noun.head, Classes::ROLE.with(Classes::HUMAN))
        || matches!(scope.lexis.noun(word), Some(Kind::Group | Kind::Medium))
        || scope.form(noun.head) == "équipe"
}

fn is_person(scope: &Scope<'_>, noun: Noun) -> bool {
    scope.is(noun.head, Classes::ROLE.with(Classes::HUMAN))
        || super::speaker::bearer(scope, noun).is_some_and(|m| m.kind == EntityKind::Person)
}

/// Where the piece of the sentence that holds the item `i` begins: behind a comma, an opener of a clause or a verb.
fn segment_start(scope: &Scope<'_>, i: usize) -> usize {
    let floor = i.saturating_sub(REACH);
    let mut coordinator = None;
    let mut at = i + 1;
    while at > floor {
        let item = at - 1;
        if !matches!(scope.mark(item), Mark::Word | Mark::Quote | Mark::Aside | Mark::Sign) {
            return at;
        }
        // «… servi *comme* président …» opens no clause.
        let likened = scope.part(item, Parts::AS)
            && scope.is_word(item.wrapping_sub(1))
            && !(at..=i).any(|next| scope.is_finite(next));
        if scope.part(item, Parts::CONJUNCTION.or(Parts::RELATIVE).or(Parts::WHILE))
            && !scope.part(item, Parts::ADVERB)
            && !likened
        {
            return at;
        }
        if scope.is_finite(item) {
            return coordinator.unwrap_or(at);
        }
        if scope.part(item, Parts::COORDINATOR) && coordinator.is_none() {
            coordinator = Some(at);
        }
        at = item;
    }
    at
}

/// Reads the pieces between commas before a verb, back to the beginning of its clause.
fn segments(scope: &Scope<'_>, last: usize, depth: u8) -> Option<Noun> {
    let mut found: Option<Noun> = None;
    let mut nearest: Option<Noun> = None;
    let mut end = last + 1;
    // A verb right behind a comma: the piece before the comma is an insertion, or the subject before one.
    if scope.mark(last) == Mark::Comma {
        end = last;
    }
    for number in 0..SEGMENTS {
        if end == 0 {
            break;
        }
        let start = segment_start(scope, end - 1);
        let run = Run::new(start, end);
        let opener = start.wrapping_sub(1);
        let clause = scope.part(opener, Parts::CONJUNCTION.or(Parts::RELATIVE));
        if clause
            && scope.mark(opener.wrapping_sub(1)) == Mark::Comma
            && (number > 0 || scope.mark(last) == Mark::Comma)
        {
            // A relative clause between commas belongs to what stands before it.
            end = opener - 1;
            continue;
        }
        if clause && number > 0 && scope.part(opener, Parts::RELATIVE) {
            end = opener;
            continue;
        }
        // «Dans un entretien au Soir, Paul Berthier dit»: what a preposition opens is no subject where there is one.
        let adverbial = number > 0 && nearest.is_some() && scope.part(start, Parts::PREPOSITION);
        let free = if adverbial { None } else { free_subject(scope, run) };
        if let Some(noun) = free {
            if nearest.is_none() {
                nearest = Some(noun);
            }
            found = Some(noun);
            // «…, *mais* ce pays a menacé»: a new clause begins.
            if matches!(scope.form(start), "mais" | "or" | "car") {
                break;
            }
        }
        // «…, *après avoir rappelé que* tous signent, évoque …»: on to what stands before the insertion.
        if let Some(comma) = insertion(scope, opener).filter(|_| scope.mark(last) == Mark::Comma) {
            end = comma;
            found = None;
            nearest = None;
            continue;
        }
        // «Le député *qui avait voté la loi* a déclaré»: two verbs in a row, the first one’s clause hangs on the subject.
        if number == 0
            && scope.mark(last) != Mark::Comma
            && scope.is_finite(opener)
            && let Some(who) = relative_of(scope, opener)
            && let Some(noun) = antecedent(scope, who).filter(|noun| super::speaker::can_speak(scope, *noun))
        {
            return Some(noun);
        }
        // A verb of a relative clause between commas: on to what stands before the clause.
        if scope.is_finite(opener)
            && let Some(who) = (opener.saturating_sub(14)..opener)
                .rev()
                .take_while(|i| scope.mark(*i) != Mark::Comma)
                .find(|i| {
                    scope.part(*i, Parts::RELATIVE)
                        || scope.part(*i, Parts::THAT) && scope.mark(i.wrapping_sub(1)) == Mark::Comma
                })
            && scope.mark(last) == Mark::Comma
        {
            end = if scope.mark(who.wrapping_sub(1)) == Mark::Comma { who - 1 } else { who };
            found = None;
            nearest = None;
            continue;
        }
        if clause || scope.mark(opener) != Mark::Comma {
            if scope.is_finite(opener) && found.is_some() && number > 0 {
                // Behind a verb stands its object, not our subject.
                found = if free == found { nearest.filter(|n| Some(*n) != free) } else { found };
                if found.is_none() {
                    found = nearest;
                }
            }
            break;
        }
        end = opener;
    }
    let found = found.or(nearest);
    if found.is_none() && depth < 2 && scope.mark(last) == Mark::Comma {
        return of_main_verb(scope, last, depth + 1);
    }
    prefer_name(scope, found, nearest)
}

/// The «qui» whose verb is the finite one at the item, in the same piece of the sentence.
fn relative_of(scope: &Scope<'_>, verb: usize) -> Option<usize> {
    let first = clitics_before(scope, verb);
    let who = first.checked_sub(1)?;
    scope.part(who, Parts::WHO).then_some(who)
}

/// The comma before an insertion whose clause with «que» the item belongs to.
fn insertion(scope: &Scope<'_>, item: usize) -> Option<usize> {
    if !scope.is_finite(item) && !scope.part(item, Parts::THAT) {
        return None;
    }
    let floor = item.saturating_sub(20);
    let that = (floor..=item).rev().find(|i| scope.part(*i, Parts::THAT))?;
    let comma = (floor..that).rev().find(|i| scope.mark(*i) == Mark::Comma)?;
    let opens = matches!(scope.form(comma + 1), "après" | "avant" | "sans" | "pour" | "en")
        || scope.is(comma + 1, Classes::PRESENT_PARTICIPLE);
    let plain = (comma + 1..that).all(|i| !scope.is_finite(i));
    (comma > 0 && opens && plain).then_some(comma)
}

/// «Jean-Christophe Thiery, le président du directoire leur propose»: of a name and its description, the first.
fn prefer_name(scope: &Scope<'_>, found: Option<Noun>, nearest: Option<Noun>) -> Option<Noun> {
    let (Some(first), Some(last)) = (found, nearest) else { return found };
    // «L’ambassadeur russe, Jean Dupont a déclaré»: a comma is missing, the name is the subject.
    let named =
        super::phrase::is_name(scope, last.run.start) && super::speaker::bearer(scope, last).is_some();
    let plain =
        super::speaker::bearer(scope, first).is_none_or(|m| m.form != crate::ontology::MentionForm::Name);
    if first != last && named && plain && scope.is(first.head, Classes::ROLE.with(Classes::HUMAN)) {
        nearest
    } else {
        found
    }
}

fn free_subject(scope: &Scope<'_>, run: Run) -> Option<Noun> {
    // An insertion that begins with a participle or without article describes another phrase.
    if scope.is(run.start, Classes::PAST_PARTICIPLE) && !is_name(scope, run.start) {
        return None;
    }
    last_free(scope, run).filter(|noun| !scope.part(noun.head, Parts::FIRST))
}

/// The subject that stands behind its verb: «a déclaré mardi à la presse le ministre».
pub(super) fn after(scope: &Scope<'_>, group: &Group) -> Option<Noun> {
    if let Some(pronoun) = group.enclitic {
        return Some(Noun { run: Run::new(pronoun, pronoun + 1), head: pronoun });
    }
    let limit = (group.run.end + 30).min(scope.len());
    let mut i = group.run.end;
    let mut commas = 0;
    while i < limit {
        match scope.mark(i) {
            Mark::Comma if commas < 2 => {
                commas += 1;
                i += 1;
                continue;
            }
            Mark::Aside => {
                i += 1;
                continue;
            }
            Mark::Word => {}
            _ => return None,
        }
        if let Some(noun) = noun_phrase(scope, i, limit) {
            return Some(noun);
        }
        if scope.part(i, Parts::CONJUNCTION.or(Parts::RELATIVE))
            || scope.is_finite(i)
            || scope.is(i, Classes::INFINITIVE)
            || (commas > 0 && scope.part(i, Parts::COORDINATOR))
        {
            return None;
        }
        i = skip(scope, i, limit);
    }
    None
}
