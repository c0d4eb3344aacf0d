use super::lexis::Verb;
use super::scope::{Mark, Run, Scope};
use super::words::Parts;
use crate::lexicon::{Classes, Lexicon, Pos, Tenses, WordId};
use crate::ontology::Tense;

/// The form in which a verb of speech stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    /// With a subject of its own: «déclare», «a déclaré», «s’est dit».
    Finite,
    /// «affirmant», «en tweetant».
    Participle,
    /// «pour révéler», «avoir déclaré».
    Infinitive,
    /// «a été qualifié», «est accusé».
    Passive,
    /// A past participle without auxiliary: «qualifié de», or one that shares it: «et rappelé que».
    Bare,
}

/// A verb of speech with what belongs to it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    /// From its auxiliary or clitics to its last word.
    pub run: Run,
    /// The verb itself.
    pub head: usize,
    pub verb: Verb,
    pub form: Form,
    /// The pronoun hung on it: «a-t-il».
    pub enclitic: Option<usize>,
    pub reflexive: bool,
    pub negated: bool,
    pub conditional: bool,
    pub tense: Option<Tense>,
}

/// How far an auxiliary may stand from its participle, in items.
const REACH: usize = 14;

/// The verb of speech whose own word is the item `head`.
pub(super) fn group_at(scope: &Scope<'_>, head: usize) -> Option<Group> {
    let lexicon = Lexicon::french();
    let mut lemmas = lexicon.analyses(scope.word(head)).filter(|a| a.pos == Pos::Verb).map(|a| a.lemma);
    // «met même en avant»: adverbs may stand inside a phrase.
    let skipped = (0..2)
        .take_while(|n| {
            scope.is(head + 1 + n, Classes::ADVERB) && !scope.is(head + 1 + n, Classes::PREPOSITION)
        })
        .count();
    let skipped = skipped + usize::from(scope.is_enclitic(head + 1 + skipped));
    // A form may belong to several verbs: the first that is one of speech is meant.
    let (verb, last) = lemmas.find_map(|lemma| {
        lexicon_phrase(scope, lemma, head + 1 + skipped)
            .or_else(|| lexicon_phrase(scope, lemma, head + 1))
            .or_else(|| scope.lexis.verb(lemma).map(|verb| (verb, head)))
    })?;
    // «étaient» is a form of «étayer» in the dictionary only.
    if last == head && scope.is(head, Classes::ETRE.with(Classes::AVOIR)) {
        return None;
    }
    // «il est extrêmement *étonnant* de»
    let mut before = head.wrapping_sub(1);
    while scope.is(before, Classes::ADVERB) && before < head {
        before = before.wrapping_sub(1);
    }
    if scope.is(head, Classes::PRESENT_PARTICIPLE)
        && scope.is(head, Classes::ADJECTIVE)
        && scope.is(before, Classes::ETRE)
    {
        return None;
    }
    // «cela dit»
    if scope.form(head) == "dit" && matches!(scope.form(head.wrapping_sub(1)), "cela" | "ceci") {
        return None;
    }
    let auxiliary = scope.is(head, Classes::PAST_PARTICIPLE).then(|| auxiliary(scope, head)).flatten();
    let mut form = Form::Finite;
    let mut first = head;
    let mut finite = head;
    match auxiliary {
        Some(Auxiliary { at, passive }) => {
            first = at;
            finite = at;
            form = if passive {
                Form::Passive
            } else if scope.is(at, Classes::FINITE) {
                Form::Finite
            } else if scope.is(at, Classes::PRESENT_PARTICIPLE) {
                Form::Participle
            } else {
                Form::Infinitive
            };
        }
        None if scope.is(head, Classes::PRESENT_PARTICIPLE)
            && !scope.is(head, Classes::ADVERB.with(Classes::PREPOSITION))
            && !(scope.is(head.wrapping_sub(1), Classes::DETERMINER)
                && !(scope.part(head.wrapping_sub(1), Parts::CLITIC)
                    && (!scope.is(head, Classes::NOUN.with(Classes::ADJECTIVE))
                        || scope.is_quote(head + 1)
                        || scope.part(head + 1, Parts::OF)))) =>
        {
            form = Form::Participle;
        }
        None if scope.is(head, Classes::INFINITIVE) && !is_noun(scope, head) => form = Form::Infinitive,
        None if scope.is(head, Classes::FINITE) && is_verb(scope, head) => {}
        None if scope.is(head, Classes::PAST_PARTICIPLE) && !is_noun(scope, head) => form = Form::Bare,
        None => return None,
    }
    let mut reflexive = false;
    let mut negated = false;
    while first > 0 && scope.part(first - 1, Parts::CLITIC) && (form != Form::Bare) {
        let clitic = first - 1;
        // «nous», «vous» are clitics only behind a subject.
        if scope.part(clitic, Parts::SUBJECT) && !scope.part(clitic.wrapping_sub(1), Parts::SUBJECT) {
            break;
        }
        if scope.part(clitic, Parts::ARTICLE) && scope.part(clitic.wrapping_sub(1), Parts::PREPOSITION) {
            break;
        }
        reflexive |= scope.part(clitic, Parts::REFLEXIVE);
        negated |= scope.part(clitic, Parts::NEGATION);
        first = clitic;
    }
    // «se trouvait seul»
    if reflexive && verb.lemma == "trouver" {
        return None;
    }
    // «est convaincue que»: who is convinced holds the opinion.
    if form == Form::Passive && (reflexive || matches!(verb.lemma, "convaincre" | "persuader")) {
        form = Form::Finite;
    }
    let enclitic = [finite + 1, head + 1, last + 1].into_iter().find(|i| scope.is_enclitic(*i));
    let end = (last + 1).max(head + 1 + usize::from(enclitic == Some(head + 1)));
    if form == Form::Finite && enclitic.is_none() && !third_person(scope.word(finite)) {
        return None;
    }
    let end = if enclitic == Some(last + 1) { last + 2 } else { end };
    let tense = tense(scope, finite, auxiliary.is_some(), form);
    let conditional = lexicon.analyses(scope.word(finite)).any(|a| a.tenses.any(Tenses::CONDITIONAL));
    let negated = negated && !(scope.form(head + 1) == "que" && auxiliary.is_none());
    Some(Group {
        run: Run::new(first, end),
        head,
        verb,
        form,
        enclitic,
        reflexive,
        negated,
        conditional,
        tense,
    })
}

/// The tense that the finite word says, alone or as an auxiliary.
fn tense(scope: &Scope<'_>, finite: usize, compound: bool, form: Form) -> Option<Tense> {
    match form {
        // «a salué l’accord et rappelé que»
        Form::Bare => return Some(Tense::Past),
        Form::Participle | Form::Infinitive => return None,
        Form::Finite | Form::Passive => {}
    }
    let verb = Lexicon::french()
        .analyses(scope.word(finite))
        .find(|a| a.pos == Pos::Verb && a.tenses.any(Tenses::FINITE))?;
    // «est accusé» tells of now, «a été accusé» and «a déclaré» of then.
    let perfect = compound && (form == Form::Finite || scope.is(finite, Classes::AVOIR));
    if verb.tenses.any(Tenses::FUTURE) {
        Some(Tense::Future)
    } else if perfect || !(verb.tenses.any(Tenses::PRESENT) || verb.tenses.any(Tenses::CONDITIONAL)) {
        Some(Tense::Past)
    } else {
        Some(Tense::Present)
    }
}

fn lexicon_phrase(scope: &Scope<'_>, lemma: WordId, from: usize) -> Option<(Verb, usize)> {
    scope.lexis.phrase(lemma, |n| scope.word(from + n)).map(|(verb, words)| (verb, from + words - 1))
}

struct Auxiliary {
    at: usize,
    passive: bool,
}

/// The auxiliary of the participle `head`: «a», «avait lui-même», «a, lors d’un débat,», «s’est», «a été».
fn auxiliary(scope: &Scope<'_>, head: usize) -> Option<Auxiliary> {
    let mut at = head.checked_sub(1)?;
    let mut been = false;
    let floor = head.saturating_sub(REACH);
    let mut inserted = false;
    while at >= floor {
        if scope.is(at, Classes::AVOIR) {
            let free = !inserted || opens_insertion(scope, at + 1);
            return free.then_some(Auxiliary { at, passive: been });
        }
        if scope.is(at, Classes::ETRE) {
            if scope.form(at).eq_ignore_ascii_case("été") {
                been = true;
            } else {
                let free = !inserted || opens_insertion(scope, at + 1);
                let reflexive = scope.part(at.wrapping_sub(1), Parts::REFLEXIVE);
                return free.then_some(Auxiliary { at, passive: !reflexive });
            }
        } else if scope.mark(at) == Mark::Comma {
            // «a, quant à lui, dénoncé»: on to the comma that opens the insertion.
            let open = (floor..at).rev().find(|i| scope.mark(*i) == Mark::Comma)?;
            at = open;
            inserted = false;
        } else if scope.is_enclitic(at) || scope.part(at, Parts::EMPHATIC) || scope.is(at, Classes::ADVERB) {
        } else if scope.is_word(at)
            && !scope.is(at, Classes::VERB.without(Classes::PAST_PARTICIPLE))
            && head - at < 7
            || scope.is_word(at) && scope.is(at, Classes::NOUN.with(Classes::DETERMINER)) && head - at < 7
        {
            inserted = true;
        } else {
            return None;
        }
        at = at.checked_sub(1)?;
    }
    None
}

/// Whether the item begins what may stand between auxiliary and participle: «par ailleurs», «un temps».
fn opens_insertion(scope: &Scope<'_>, at: usize) -> bool {
    let at = if scope.is_enclitic(at) { at + 1 } else { at };
    scope.is(at, Classes::PREPOSITION.with(Classes::ADVERB))
        || scope.form(at + 1) == "temps"
        || scope.mark(at) == Mark::Comma
}

/// Whether a form that may be a noun is one: behind an article or a preposition.
fn is_noun(scope: &Scope<'_>, head: usize) -> bool {
    if !scope.is(head, Classes::NOUN) {
        return false;
    }
    let before = head.wrapping_sub(1);
    scope.is(before, Classes::DETERMINER) && !scope.part(before, Parts::OF)
}

fn is_verb(scope: &Scope<'_>, head: usize) -> bool {
    if scope.is_enclitic(head + 1) {
        return true;
    }
    let before = head.wrapping_sub(1);
    let noun = scope.is(head, Classes::NOUN.with(Classes::ADJECTIVE));
    if !noun {
        return !(scope.is_capital(head) && head > 0);
    }
    if scope.is_capital(head) {
        return false;
    }
    if scope.part(before, Parts::SUBJECT.or(Parts::WHO).or(Parts::NEGATION).or(Parts::REFLEXIVE)) {
        return true;
    }
    let opens =
        scope.part(head + 1, Parts::THAT) || scope.is_quote(head + 1) || scope.mark(head + 1) == Mark::Colon;
    if scope.part(before, Parts::CLITIC) {
        let governed = scope.part(before.wrapping_sub(1), Parts::SUBJECT.or(Parts::WHO).or(Parts::CLITIC));
        let request = scope.part(head + 1, Parts::OF) && scope.is(head + 2, Classes::INFINITIVE);
        let article = scope.part(before, Parts::ARTICLE);
        // «Jean Dupont *le* décrit comme …»
        let named = scope.is(head, Classes::FINITE)
            && !scope.is(head, Classes::NOUN)
            && scope.is(before.wrapping_sub(1), Classes::NOUN.without(Classes::DETERMINER))
                | scope.is_capital(before.wrapping_sub(1))
            && scope.part(head + 1, Parts::AS.or(Parts::OF));
        return governed || !article && (opens || request) || article && named;
    }
    if scope.is(before, Classes::DETERMINER) || scope.part(before, Parts::PREPOSITION) {
        return false;
    }
    // «une nouvelle annonce»: an adjective with an article before it.
    let adjective = scope.is(before, Classes::ADJECTIVE.with(Classes::NUMERAL))
        && (!scope.is(before, Classes::NOUN) || scope.form(before.wrapping_sub(1)) == "si")
        && !scope.is_capital(before);
    let mut article = before.wrapping_sub(1);
    // «une si courte avance»
    while matches!(scope.form(article), "si" | "très" | "plus" | "aussi") {
        article = article.wrapping_sub(1);
    }
    !(adjective && scope.is(article, Classes::DETERMINER))
}

/// Whether the form may be one of the third person.
pub(super) fn third_person(word: WordId) -> bool {
    let mut known = false;
    for analysis in Lexicon::french().analyses(word).filter(|a| a.persons != 0) {
        if analysis.persons & 4 != 0 && analysis.tenses.any(Tenses::FINITE) {
            return true;
        }
        known = true;
    }
    !known
}
