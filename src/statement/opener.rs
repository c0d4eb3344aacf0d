use super::group::Group;
use super::lists::Lists;
use super::phrase::{begins, noun_phrase};
use super::scope::{Mark, Scope};
use super::skip::pass;
use super::words::Parts;
use crate::lexicon::{Classes, Frames};

/// What follows a verb of speech, and where the words reported begin.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Opener {
    /// Behind «que».
    That(usize),
    /// Behind «si».
    If(usize),
    /// A quotation right there.
    Quote(usize),
    /// A quotation behind a colon.
    Colon(usize),
    /// «vouloir …».
    Infinitive(usize),
    /// «de vouloir …», from the infinitive on.
    OfInfinitive(usize),
    /// «à vouloir …», from the infinitive on.
    ToInfinitive(usize),
    /// A noun phrase without preposition.
    Object(usize),
    /// A noun phrase with a quotation behind «pour» or «contre».
    For(usize),
    /// A noun phrase behind «de», «du».
    Of(usize),
    /// An adjective or participle said of somebody.
    Attribute(usize),
}

/// How far a complement may stand from its verb, in items.
const REACH: usize = 40;

/// What the group reports with.
pub(super) fn opener(scope: &Scope<'_>, group: &Group) -> Option<Opener> {
    let limit = (group.run.end + REACH).min(scope.len());
    let mut i = group.run.end;
    let mut commas = 0;
    while i < limit {
        match scope.mark(i) {
            Mark::Quote => return Some(Opener::Quote(i)),
            Mark::Colon => {
                return match scope.mark(i + 1) {
                    // «… : “A”, précise-t-il»: the verb behind the words tells them.
                    Mark::Quote if told_behind(scope, i + 1) => None,
                    Mark::Quote => Some(Opener::Colon(i + 1)),
                    // «Jean Dupont l’assure : il n’a rien fait.»
                    _ if announced(scope, group) => Some(Opener::That(i + 1)),
                    _ => None,
                };
            }
            Mark::Comma => {
                commas += 1;
                // An insertion must be closed before the complement; a lone comma ends the clause.
                let close = (i + 1..limit).find(|j| scope.mark(*j) == Mark::Comma)?;
                if commas > 2 || close > i + 25 {
                    return None;
                }
                // «a confié, depuis la ville *où* il se trouvait, que …»
                let relative = |j: usize| (i + 1..j).any(|k| scope.part(k, Parts::RELATIVE));
                let turn = scope.form(i + 1) == "quant" || in_turn(scope, i + 1);
                if (i + 1..close).any(|j| scope.is_finite(j) && !relative(j))
                    || !behind_insertion(scope, close + 1) && !(turn && begins(scope, close + 1))
                {
                    return None;
                }
                i = close + 1;
                continue;
            }
            Mark::Aside => {
                i += 1;
                continue;
            }
            // «sur Radio Azur - RTZ»
            Mark::Dash | Mark::Sign if scope.is_capital(i.wrapping_sub(1)) && scope.is_capital(i + 1) => {
                i += 1;
                continue;
            }
            Mark::Word => {}
            _ => return None,
        }
        // «tout de même», «tout d’abord»; «fin janvier», «début 2015»
        let whole =
            scope.form(i) == "tout" && (scope.part(i + 1, Parts::OF) || scope.is(i + 1, Classes::ADVERB));
        let dated = matches!(scope.form(i), "fin" | "début" | "courant")
            && scope.is(i + 1, Classes::MONTH.with(Classes::TIME_WORD));
        // «en revanche», «par ailleurs»
        let linked = matches!(
            (scope.form(i), scope.form(i + 1)),
            ("en", "revanche" | "outre" | "effet" | "conséquence") | ("par", "ailleurs" | "contre")
        );
        if whole || dated || linked {
            i += 1 + usize::from(dated || linked);
            continue;
        }
        if scope.part(i, Parts::THAT) {
            let linked = i > group.run.end
                && Lists::french().joining.contains(&scope.word(i - 1))
                // «s’oppose à la loi *ainsi que* …», but «affirme ainsi que»
                || i > group.run.end + 1 && matches!(scope.form(i - 1), "ainsi" | "bien");
            // «expliquait alors *que* “…”»: words in marks are what was said.
            let linked = linked
                && !(scope.form(i - 1) == "alors"
                    && i == group.run.end + 1
                    && scope.is_quote(i + 1)
                    && group.verb.strong | group.verb.frames.any(Frames::QUE));
            // «dira plus tard *que* …»: a clause is what is said.
            let compared = i > group.run.end && compares(scope, i) && !clause_follows(scope, i + 1);
            if linked || compared {
                return None;
            }
            return Some(Opener::That(i + 1));
        }
        if let Some(start) = infinitive(scope, i) {
            return Some(Opener::Infinitive(start));
        }
        if scope.part(i, Parts::IF) && !scope.part(i, Parts::REFLEXIVE) && clause_follows(scope, i + 1) {
            return Some(Opener::If(i + 1));
        }
        if (scope.form(i) == "s'" || scope.form(i) == "s’") && scope.part(i + 1, Parts::SUBJECT) {
            return Some(Opener::If(i + 1));
        }
        if in_turn(scope, i) {
            i += 3;
            continue;
        }
        if scope.part(i, Parts::OF) {
            if let Some(start) = infinitive(scope, i + 1) {
                return Some(Opener::OfInfinitive(start));
            }
            let end = noun_end(scope, i + 1, limit);
            if (i + 1..end).any(|at| scope.is_quote(at)) {
                // Behind an addressee it is the addressee’s: «a dit au maire de la ville Jean Dupont “…”».
                let addressed = scope.part(group.run.end, Parts::TO) && i > group.run.end;
                return Some(if addressed { Opener::Object(i + 1) } else { Opener::Of(i + 1) });
            }
            if scope.form(i).eq_ignore_ascii_case("des") {
                return Some(Opener::Object(i));
            }
            i = end.max(i + 1);
            continue;
        }
        if scope.part(i, Parts::TO) {
            if scope.form(i + 1) == "ce" && scope.part(i + 2, Parts::THAT) {
                return Some(Opener::That(i + 3));
            }
            if let Some(start) = infinitive(scope, i + 1) {
                return Some(Opener::ToInfinitive(start));
            }
            if scope.is_quote(i + 1) {
                if scope.item(i + 1).is_some_and(|quote| quote.tokens.len() > 6) {
                    return Some(Opener::Quote(i + 1));
                }
                i += 2;
                continue;
            }
            // «appelle à une “mobilisation générale”»
            if i == group.run.end && group.verb.frames.any(Frames::A_INFINITIVE) {
                let quoted =
                    scope.is_quote(i + 1) || scope.is(i + 1, Classes::DETERMINER) && scope.is_quote(i + 2);
                if quoted {
                    return Some(Opener::Object(i + 1));
                }
            }
        }
        // «pour une “campagne difficile”», «a mis en garde contre “tout débordement”»
        if matches!(scope.form(i), "pour" | "contre" | "sur") && i == group.run.end {
            let end = noun_end(scope, i + 1, limit);
            let near = if scope.form(i) == "pour" { end } else { end.min(i + 3) };
            if (i + 1..near).any(|at| scope.is_quote(at)) {
                return Some(Opener::For(i + 1));
            }
        }
        // «le fait que», «l’idée que»
        if scope.is(i, Classes::DETERMINER)
            && matches!(scope.form(i + 1), "fait" | "idée" | "hypothèse")
            && scope.part(i + 2, Parts::THAT)
        {
            return Some(Opener::That(i + 3));
        }
        if scope.form(i) == "sur"
            && scope.form(i + 1) == "le"
            && scope.form(i + 2) == "fait"
            && scope.part(i + 3, Parts::THAT)
        {
            return Some(Opener::That(i + 4));
        }
        if scope.is(i, Classes::DETERMINER)
            && !scope.part(i, Parts::OF)
            && !scope.part(i, Parts::TO)
            && scope.is_quote(i + 1)
        {
            return Some(Opener::Object(i));
        }
        // «a demandé à son oncle *qui habitait Bruges* de …»
        if scope.part(i, Parts::WHO)
            && let Some(next) = behind_relative(scope, i, limit)
        {
            i = next;
            continue;
        }
        if scope.is(i, Classes::RELATIVE.with(Classes::COORDINATOR)) && !scope.is(i, Classes::ADVERB) {
            return None;
        }
        if begins(scope, i) {
            return Some(Opener::Object(i));
        }
        if scope.is(i, Classes::ADJECTIVE.with(Classes::PAST_PARTICIPLE).with(Classes::NOUN))
            && !scope.is(
                i,
                Classes::ADVERB.with(Classes::PREPOSITION).with(Classes::TIME_WORD).with(Classes::WEEKDAY),
            )
            && (group.run.end..i).all(|at| {
                scope.is(at, Classes::ADVERB.with(Classes::PREPOSITION)) || scope.form(at) == "revanche"
            })
        {
            // «juge les locaux *trop petits*»
            let degree = i > group.run.end && Lists::french().degrees.contains(&scope.word(i - 1));
            return Some(Opener::Attribute(i - usize::from(degree)));
        }
        i = pass(scope, i, limit);
    }
    None
}

/// Whether a verb with its pronoun follows the words in marks: «“…”, précise-t-il», «“…”, a-t-il dit».
fn told_behind(scope: &Scope<'_>, quote: usize) -> bool {
    let verb = if scope.mark(quote + 1) == Mark::Comma { quote + 2 } else { quote + 1 };
    scope.is_enclitic(verb + 1) || scope.part(verb, Parts::CLITIC) && scope.is_enclitic(verb + 2)
}

/// «pour sa part», «de son côté», «à son tour»: nothing of what is said.
fn in_turn(scope: &Scope<'_>, i: usize) -> bool {
    matches!(scope.form(i + 1), "son" | "sa" | "leur")
        && matches!((scope.form(i), scope.form(i + 2)), ("pour", "part") | ("de", "côté") | ("à", "tour"))
}

/// «l’assure :», «l’a dit :»: the pronoun announces what stands behind the colon.
fn announced(scope: &Scope<'_>, group: &Group) -> bool {
    group.verb.strong
        && (group.run.start..group.head).any(|i| scope.part(i, Parts::ARTICLE) && scope.form(i) != "les")
}

/// Where the complement stands behind a relative clause: an infinitive with «de» that no verb of the clause wants.
fn behind_relative(scope: &Scope<'_>, who: usize, limit: usize) -> Option<usize> {
    let next = (who + 2..limit.min(who + 12))
        .take_while(|i| scope.is_word(*i))
        .find(|i| scope.part(*i, Parts::OF) && infinitive(scope, i + 1).is_some())?;
    let verb = scope.is(next - 1, Classes::VERB) && !scope.is_capital(next - 1);
    ((who + 1..next).any(|i| scope.is_finite(i)) && !verb).then_some(next)
}

/// «pas plus tôt que jeudi»
fn compares(scope: &Scope<'_>, that: usize) -> bool {
    scope.is(that.wrapping_sub(1), Classes::ADVERB.with(Classes::ADJECTIVE))
        && matches!(scope.form(that.wrapping_sub(2)), "plus" | "moins" | "aussi" | "autant" | "si")
}

/// The end of a phrase that may begin with a quotation.
fn noun_end(scope: &Scope<'_>, at: usize, limit: usize) -> usize {
    let start = if scope.is_quote(at) || scope.is(at, Classes::DETERMINER) && !begins(scope, at) {
        at + 1
    } else {
        at
    };
    noun_phrase(scope, start, limit).map_or_else(
        || {
            (start..limit)
                .find(|i| {
                    !scope.is_word(*i) && !scope.is_quote(*i)
                        || scope.part(*i, Parts::THAT.or(Parts::CONJUNCTION))
                        || scope.is(*i, Classes::DETERMINER)
                        || scope.is_finite(*i)
                })
                .unwrap_or(limit)
        },
        |noun| noun.run.end,
    )
}

/// Whether a complement stands behind an insertion between commas.
fn behind_insertion(scope: &Scope<'_>, at: usize) -> bool {
    scope.part(at, Parts::THAT)
        || scope.is_quote(at)
        || scope.part(at, Parts::OF)
            && (infinitive(scope, at + 1).is_some() || scope.is_quote(at + 1) || scope.is_quote(at + 2))
        || infinitive(scope, at).is_some()
}

/// Where an infinitive begins that stands at the item, its clitics and negation included.
pub(super) fn infinitive(scope: &Scope<'_>, at: usize) -> Option<usize> {
    // «précise *néanmoins* avoir …»: what joins the sentences is no part of what is said.
    let mut at = at;
    while Lists::french().joints.contains(&scope.word(at)) && at < scope.len() {
        at += 1;
    }
    let mut i = at;
    while i < at + 5
        && (scope.part(i, Parts::CLITIC)
            || scope.is(i, Classes::NEGATION)
            || scope.is(i, Classes::ADVERB) && scope.is(i + 1, Classes::INFINITIVE))
    {
        i += 1;
    }
    let verb = scope.is(i, Classes::INFINITIVE) && !scope.is_capital(i);
    if verb
        && !(i == at
            && scope.is(i, Classes::NOUN)
            && scope.is(at.wrapping_sub(1), Classes::DETERMINER)
            && !scope.part(at.wrapping_sub(1), Parts::OF))
    {
        return Some(at);
    }
    // The infinitive may stand in the quotation: «demande de “ne pas venir”».
    (i > at && scope.is_quote(i) && scope.part(i - 1, Parts::REFLEXIVE.or(Parts::NEGATION))).then_some(at)
}

/// «à “garder leur calme”»
pub(super) fn quoted_infinitive(scope: &Scope<'_>, at: usize) -> Option<usize> {
    let first = scope.item(at).filter(|item| item.mark == Mark::Quote)?.tokens.start() + 1;
    let clitic = |token: usize| scope.lexis.parts(scope.doc.word(token)).any(Parts::CLITIC);
    let verb =
        (first..first + 4).find(|token| !clitic(*token) && !scope.doc.is(*token, Classes::NEGATION))?;
    scope.doc.is(verb, Classes::INFINITIVE).then_some(at)
}

fn clause_follows(scope: &Scope<'_>, at: usize) -> bool {
    (at..at + 12).take_while(|i| scope.is_word(*i)).any(|i| scope.is_finite(i))
}
