use super::lists::Lists;
use super::opener::{infinitive, quoted_infinitive};
use super::scope::{Mark, Run, Scope};
use super::words::Parts;
use crate::lexicon::Classes;
use crate::ontology::MentionForm;
use crate::resolve::ResolvedMention;

/// A noun phrase with the prepositional phrases that hang on it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Noun {
    pub run: Run,
    /// Its first noun, name or pronoun.
    pub head: usize,
}

/// Words that tell when: they are no subject.
pub(super) const TIMES: Classes = Classes::WEEKDAY.with(Classes::TIME_WORD).with(Classes::MONTH);

/// The noun phrase that begins at the item `at` and ends before `limit` at the latest.
pub(super) fn noun_phrase(scope: &Scope<'_>, at: usize, limit: usize) -> Option<Noun> {
    if !begins(scope, at) {
        return None;
    }
    let mut head = None;
    let mut i = at;
    // Whether the next word may open a phrase inside this one.
    let mut open = true;
    while i < limit {
        match scope.mark(i) {
            // «à la police “Il est mieux que …”»: long words in marks right behind a noun are what was said.
            Mark::Quote
                if i > at
                    && scope.is(i - 1, Classes::NOUN)
                    && scope.item(i).is_some_and(|q| q.tokens.len() > 8) =>
            {
                break;
            }
            Mark::Quote | Mark::Aside => {
                open = false;
                i += 1;
                continue;
            }
            Mark::Word => {}
            // «Canal +», «R&D», «l’Humanité / AFP»
            Mark::Sign if head.is_some() && scope.mark(i + 1) != Mark::Stop => {
                i += 1;
                continue;
            }
            _ => break,
        }
        let joined =
            scope.part(i, Parts::OF) || scope.is(i, Classes::PREPOSITION) && !scope.part(i, Parts::PRONOUN);
        let coordinated =
            scope.part(i, Parts::COORDINATOR) && scope.form(i) != "mais" && scope.form(i) != "car";
        // «la même *source*»: a phrase that has no noun yet waits for one.
        let same = i > at && matches!(scope.form(i - 1), "même" | "mêmes");
        let awaited = same && head.is_none() && scope.is(i, Classes::NOUN);
        if i > at && scope.is_finite(i) && !awaited {
            break;
        }
        if scope.is(i, Classes::INFINITIVE)
            && (!scope.is(i, Classes::NOUN) || scope.is(i, Classes::ETRE.with(Classes::AVOIR)))
            && !scope.is_capital(i)
        {
            break;
        }
        if coordinated {
            // «le parquet et la police», but not «le parquet et annonce».
            if head.is_none() || !begins(scope, i + 1) || scope.is_finite(i + 1) {
                break;
            }
            open = true;
        } else if scope.part(i, Parts::CIRCUMSTANCE) && i > at {
            break;
        } else if joined {
            let verb = scope.is(i + 1, Classes::INFINITIVE) && !scope.is(i + 1, Classes::NOUN)
                || scope.part(i, Parts::OF.or(Parts::TO))
                    && i > at
                    && (scope.part(i + 1, Parts::CLITIC) && infinitive(scope, i + 1).is_some()
                        || quoted_infinitive(scope, i + 1).is_some());
            if verb || gerund(scope, i) {
                break;
            }
            open = true;
        } else if scope.part(i, Parts::SUBJECT) || scope.part(i, Parts::RELATIVE.or(Parts::CONJUNCTION)) {
            if i > at {
                break;
            }
            open = false;
        } else if i > at && opens_name(scope, i) {
            head = head.or(Some(i));
            open = false;
        } else if scope.is(i, Classes::DETERMINER) || scope.part(i, Parts::QUANTIFIER) {
            // «le lieutenant Christophe *Le* Gall»
            if !open && !in_name(scope, i) {
                break;
            }
        } else if scope.part(i, Parts::CLITIC) && !scope.part(i, Parts::EMPHATIC) && !is_master(scope, i) {
            break;
        } else if scope.is(i, Classes::PRESENT_PARTICIPLE)
            && !scope.is(i, Classes::NOUN.with(Classes::ADJECTIVE))
        {
            break;
        } else if scope.is(i, TIMES)
            && head.is_some()
            && !open
            && !is_number(scope, i - 1)
            && !scope.is(i - 1, Classes::NUMERAL)
            && !in_name(scope, i)
        {
            break;
        } else {
            let filler = scope.is(i, Classes::ADJECTIVE.with(Classes::NUMERAL).with(Classes::ADVERB))
                && (!scope.is(i, Classes::NOUN)
                    || scope.is(i, Classes::NUMERAL)
                        && scope.is(i + 1, Classes::NOUN)
                        && !scope.part(i + 1, Parts::OF))
                && !scope.is_capital(i);
            let before_noun = matches!(scope.form(i), "même" | "mêmes")
                || scope.form(i).starts_with("derni")
                || scope.form(i).starts_with("autre");
            let before_noun = before_noun
                && scope.is(i + 1, Classes::NOUN)
                && (scope.form(i).starts_with("même") || !scope.is(i + 1, Classes::FINITE));
            let filler = filler || before_noun;
            let noun_next = begins_word(scope, i + 1) || before_noun;
            if head.is_none() && (!filler || !noun_next) && !is_master(scope, i) {
                head = Some(i);
            }
            open = false;
        }
        i += 1;
    }
    // What joins nothing is not part of it.
    while i > at + 1
        && scope.is_word(i - 1)
        && (scope.part(i - 1, Parts::PREPOSITION.or(Parts::OF).or(Parts::COORDINATOR))
            || scope.is(i - 1, Classes::DETERMINER.with(Classes::ADVERB))
                && !scope.is(i - 1, Classes::NOUN.with(Classes::ADJECTIVE))
                && !scope.is_capital(i - 1))
    {
        i -= 1;
    }
    (i > at).then(|| Noun { run: Run::new(at, i), head: head.filter(|head| *head < i).unwrap_or(at) })
}

/// «le quotidien Le *Soir*»: a word of a name is that before it is anything else.
fn in_name(scope: &Scope<'_>, i: usize) -> bool {
    let token = scope.token(i);
    let named = |mention: &&ResolvedMention| mention.form == MentionForm::Name;
    scope.resolved.mention_at(token).filter(named).is_some_and(|mention| mention.tokens.start() < token)
}

fn begins_word(scope: &Scope<'_>, i: usize) -> bool {
    scope.is_word(i) && !scope.is_finite(i) && !scope.is(i, Classes::DETERMINER.with(Classes::PREPOSITION))
}

fn gerund(scope: &Scope<'_>, i: usize) -> bool {
    scope.form(i).eq_ignore_ascii_case("en") && scope.is(i + 1, Classes::PRESENT_PARTICIPLE)
}

/// Whether a noun phrase that is no complement may begin here: article, number, name, pronoun.
pub(super) fn begins(scope: &Scope<'_>, i: usize) -> bool {
    if !scope.is_word(i) || scope.is_enclitic(i) {
        return false;
    }
    if scope.part(i, Parts::SUBJECT) {
        return !scope.part(i, Parts::FIRST);
    }
    if scope.part(i, Parts::THIS)
        && (scope.is_finite(i + 1) || scope.part(i + 1, Parts::RELATIVE.or(Parts::THAT).or(Parts::CLITIC)))
    {
        return true;
    }
    // «*celui* qui passe pour le meneur»
    match scope.form(i) {
        "celui" | "celle" | "ceux" | "celles" | "Celui" | "Celle" | "Ceux" | "Celles" => {
            return scope.part(i + 1, Parts::RELATIVE);
        }
        "celui-ci" | "celle-ci" | "ceux-ci" | "Celui-ci" | "Celle-ci" | "Ceux-ci" => return true,
        _ => {}
    }
    if scope.is(i, TIMES) || is_time(scope, i) {
        return false;
    }
    if scope.part(i, Parts::QUANTIFIER) || scope.is(i, Classes::TITLE) || several(scope, i) {
        return true;
    }
    if scope.is(i, Classes::DETERMINER)
        && (!scope.part(i, Parts::OF) || scope.form(i).eq_ignore_ascii_case("des"))
    {
        // «venu *l’*accueillir»
        let object = scope.part(i, Parts::ARTICLE)
            && scope.is(i + 1, Classes::INFINITIVE)
            && !scope.is(i + 1, Classes::NOUN);
        return !scope.part(i, Parts::TO) && !object;
    }
    if scope.is(
        i,
        Classes::FUNCTION.with(Classes::PREPOSITION).with(Classes::COORDINATOR).with(Classes::SUBORDINATOR),
    ) {
        return scope.is(i, Classes::NUMERAL);
    }
    // «en mai 2009 *avoir* quitté»
    let counted = is_number(scope, i)
        && scope.is(i + 1, Classes::NOUN.with(Classes::ADJECTIVE))
        && !is_auxiliary(scope, i + 1);
    counted || is_name(scope, i)
}

fn is_auxiliary(scope: &Scope<'_>, i: usize) -> bool {
    scope.is(i, Classes::INFINITIVE) && scope.is(i, Classes::ETRE.with(Classes::AVOIR))
}

/// «*d’autres* policiers», «*de nombreux* élus»: an article in the plural, where no noun stands before it.
fn several(scope: &Scope<'_>, i: usize) -> bool {
    let before = i.wrapping_sub(1);
    scope.part(i, Parts::OF)
        && Lists::french().several.contains(&scope.word(i + 1))
        && (!scope.is_word(before) || scope.part(before, Parts::COORDINATOR.or(Parts::THAT)))
}

fn is_number(scope: &Scope<'_>, i: usize) -> bool {
    scope.doc.token(scope.token(i)).is_some_and(|t| t.kind == crate::token::TokenKind::Number)
}

/// «ce même 13 octobre», «deux jours plus tard», «la semaine dernière»: numbers and adjectives before a time.
fn is_time(scope: &Scope<'_>, i: usize) -> bool {
    let mut at = i;
    while at < i + 4 && !scope.is(at, TIMES) {
        let before = scope.is(at, Classes::DETERMINER.with(Classes::NUMERAL).with(Classes::ADJECTIVE))
            || scope.form(at) == "même"
            || is_number(scope, at);
        if !before || scope.is(at, Classes::TITLE) {
            return false;
        }
        at += 1;
    }
    scope.is(at, TIMES)
        && !(scope.is_capital(at) && at > i && !scope.is(at, Classes::WEEKDAY.with(Classes::MONTH)))
}

/// A word that is written as a name.
pub(super) fn is_name(scope: &Scope<'_>, i: usize) -> bool {
    if !scope.is_capital(i) {
        return false;
    }
    if scope.resolved.mention_at(scope.token(i)).is_some() {
        return true;
    }
    let function = scope
        .is(i, Classes::FUNCTION.with(Classes::DETERMINER).with(Classes::ADVERB).with(Classes::PREPOSITION));
    let common = scope.is(
        i,
        Classes::PAST_PARTICIPLE
            .with(Classes::PRESENT_PARTICIPLE)
            .with(Classes::ADJECTIVE)
            .with(Classes::NOUN)
            .with(Classes::FINITE),
    );
    !function && (i > 0 || !common || scope.is_capital(i + 1))
}

/// «*Me* Fontanel»: a title rather than the pronoun.
fn is_master(scope: &Scope<'_>, i: usize) -> bool {
    scope.form(i) == "Me" && is_name(scope, i + 1)
}

/// «l’hebdomadaire *Le* Flâneur»: an article that belongs to a name.
fn opens_name(scope: &Scope<'_>, i: usize) -> bool {
    let token = scope.token(i);
    scope.is(i, Classes::DETERMINER)
        && scope.is_capital(i)
        && scope.resolved.mention_at(token).is_some_and(|m| m.tokens.start() == token && m.tokens.len() > 1)
}
