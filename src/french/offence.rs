use super::deed::{harms, infinitive, infinitive_end, is_past};
use super::extent::extended;
use super::{Chunk, Scene, Sort, Words, matter};
use crate::lexicon::{Classes, Lexicon, Offence, WordId};
use crate::ontology::{EntityKind, MentionForm};
use crate::token::{TokenKind, TokenSpan};

/// Most offences of one step.
const MOST: usize = 16;
/// Longest offence, in tokens.
const LONGEST: usize = 26;

/// The offence of the lists that begins at a token, one past its last word.
pub(super) fn listed(scene: &Scene<'_>, at: usize) -> Option<(usize, Offence)> {
    let doc = scene.doc();
    if !doc.is(at, Classes::OFFENCE) {
        return None;
    }
    let (len, offence) = doc.find::<Offence>(at)?;
    // «fraude fiscale et blanchiment» before «de fraude fiscale» are two, the second a longer one.
    let joint = (at + 1..at + len).find(|i| doc.is(*i, Classes::COORDINATOR));
    if let Some(joint) = joint.filter(|_| matches!(doc.form(at + len), "de" | "d'" | "d’" | "du" | "des")) {
        let word = |n: usize| if at + n < joint { doc.word(at + n) } else { WordId::UNKNOWN };
        if let Some((shorter, first)) = Lexicon::french().find::<Offence>(word) {
            return Some((at + shorter, first));
        }
    }
    Some((at + len, offence))
}

/// What is charged, told behind the words that end at `from`: «pour meurtre et vol», «du chef d’escroquerie», «d’avoir …».
///
/// `loose`: whether any noun behind «de» is meant, as after «accusé».
pub(crate) fn offences(scene: &Scene<'_>, from: usize, end: usize, loose: bool, out: &mut Vec<TokenSpan>) {
    let (doc, words) = (scene.doc(), Words::french());
    if matter::among(scene, from, out) {
        return;
    }
    let mut at = from;
    while at < end {
        if let Some(value) = scene.penalty_at(at) {
            at = value.tokens.end().max(at + 1);
            at += usize::from(words.is_plain_de(doc.word(at)));
            continue;
        }
        let Some(preposition) = words.preposition(doc.word(at)) else {
            at += 1;
            continue;
        };
        // «suspendu après sa *mise en examen pour* vol»: what the other step is for.
        let step = preposition == Words::POUR
            && at > from + 1
            && (doc.is(at - 1, Classes::JUDICIAL_NOUN) || doc.form(at - 1) == "examen")
            && (from..at).any(|i| matches!(doc.form(i), "après" | "depuis" | "malgré"));
        if step {
            return;
        }
        let next = skip_heads(scene, at + 1, end);
        // «arrêté mardi, *soupçonné d’*organisation de troubles»
        let told = at > from && is_loose(scene, at - 1);
        let loose = loose || told;
        let strict = match preposition {
            Words::POUR => false,
            Words::DE => {
                // «soupçonne Paul *de liens* avec la mafia»
                let close =
                    told || at <= from + 1 || follows_name(scene, at) || listed(scene, next).is_some();
                !(loose && close) && next == at + 1
            }
            _ => true,
        };
        // «*pour* retrouver l’auteur» is an aim, «*pour* avoir volé» a deed; «*afin de* …» too.
        let aim = preposition == Words::POUR && infinitive(scene, next) && !is_past(scene, next)
            || preposition == Words::DE
                && at > 0
                && matches!(doc.form(at - 1), "afin" | "avant" | "lieu" | "lors" | "cours" | "marge");
        if aim {
            at += 1;
            continue;
        }
        // «l’obligation *d’effectuer* cent heures de travaux» is no deed.
        let told = at == from || !doc.is(at - 1, Classes::NOUN) || words.chefs.contains(&doc.word(at - 1));
        if preposition == Words::DE && !told && !loose && next == at + 1 && infinitive(scene, next) {
            at += 1;
            continue;
        }
        // «a plaidé coupable et *accepté de* payer» tells no wrong.
        let other = preposition == Words::DE
            && at > from
            && next == at + 1
            && infinitive(scene, next)
            && doc.is(at - 1, Classes::PAST_PARTICIPLE)
            && !doc.is(at - 1, Classes::JUDICIAL_VERB)
            && !is_loose(scene, at - 1);
        if other {
            at += 1;
            continue;
        }
        if list(scene, next, end, strict, preposition, out) {
            return;
        }
        at += 1;
    }
}

/// «accusé», «reproche», «coupable»: any noun behind its «de» is meant.
pub(super) fn is_loose(scene: &Scene<'_>, at: usize) -> bool {
    let (doc, words) = (scene.doc(), Words::french());
    words.loose.contains(&doc.word(at))
        || doc.verb_lemma(at).is_some_and(|lemma| words.loose.contains(&lemma))
}

/// Whether a name ends right before a token.
fn follows_name(scene: &Scene<'_>, at: usize) -> bool {
    at > 0
        && scene.reading().resolved.mention_at(at - 1).is_some_and(|m| {
            m.tokens.end() == at && m.form == MentionForm::Name && m.kind == EntityKind::Person
        })
}

/// «chef de», «des faits de», «motif de» say nothing themselves.
fn skip_heads(scene: &Scene<'_>, mut at: usize, end: usize) -> usize {
    let (doc, words) = (scene.doc(), Words::french());
    let first = at;
    while at < end && at < first + 5 {
        let next =
            at + usize::from(doc.is(at, Classes::DETERMINER) || matches!(doc.form(at), "«" | "“" | "\""));
        if words.chefs.contains(&doc.word(next))
            && words.preposition(doc.word(next + 1)) == Some(Words::DE)
            && !starts_list(scene, next)
            && !is_leader(scene, next)
        {
            at = next + 2;
        } else {
            break;
        }
    }
    at
}

/// «un *chef* d’État», «le *chef* de l’opposition»: a man, no count of a charge.
fn is_leader(scene: &Scene<'_>, at: usize) -> bool {
    let doc = scene.doc();
    let next = at + 2 + usize::from(doc.is(at + 2, Classes::DETERMINER));
    doc.is(at, Classes::ROLE)
        && (next > at + 2
            || !doc.is(next, Classes::OFFENCE)
                && !Words::french().chefs.contains(&doc.word(next))
                && !Words::french().sharing.contains(&doc.word(next)))
}

fn starts_list(scene: &Scene<'_>, at: usize) -> bool {
    listed(scene, at).is_some_and(|(end, _)| end > at + 1)
}

/// Reads a list of offences; answers whether there is one.
pub(super) fn list(
    scene: &Scene<'_>,
    start: usize,
    end: usize,
    strict: bool,
    preposition: usize,
    out: &mut Vec<TokenSpan>,
) -> bool {
    let (doc, words) = (scene.doc(), Words::french());
    let before = out.len();
    let mut at = start;
    while at < end && out.len() < before + MOST {
        // «accusé de fraude, *de* liens avec un gang»: what has its own preposition is one as the first was.
        let own = at > start && words.is_plain_de(doc.word(at - 1)) && preposition == Words::DE;
        let strictly = strict || out.len() > before && !own;
        let Some(item) = item(scene, at, end, strictly, out.len() > before, preposition) else {
            break;
        };
        // «faux envers le *Bureau central* des forêts» goes on to the end of the name.
        let name = scene.reading().resolved.mention_at(item.end().saturating_sub(1));
        let whole = name.filter(|m| m.form == MentionForm::Name && m.tokens.start() > item.start());
        let item = TokenSpan::new(item.start(), whole.map_or(item.end(), |m| m.tokens.end().max(item.end())));
        out.push(item);
        match next_item(scene, item.end(), end) {
            Some(next) => at = next,
            None => break,
        }
    }
    join_shared(scene, out, before);
    out.len() > before
}

/// Where the next member of the list begins, behind commas, «et», «ainsi que», quotation marks and a repeated preposition.
fn next_item(scene: &Scene<'_>, from: usize, end: usize) -> Option<usize> {
    let (doc, words) = (scene.doc(), Words::french());
    let mut at = from;
    let mut joint = false;
    while at < end && at < from + 6 {
        let passes = match doc.form(at) {
            "," => true,
            "«" | "»" | "“" | "”" | "\"" => {
                at += 1;
                continue;
            }
            "ainsi" | "que" | "également" | "notamment" => true,
            _ => doc.is(at, Classes::COORDINATOR),
        };
        if !passes {
            break;
        }
        joint = true;
        at += 1;
    }
    if !joint {
        return None;
    }
    // «six chefs de meurtre et *cinq de* tentative»
    let counted = doc.counts(at);
    if counted && words.is_plain_de(doc.word(at + 1)) {
        at += 1;
    }
    if matches!(words.preposition(doc.word(at)), Some(Words::DE | Words::POUR)) {
        at += 1;
    }
    let at = skip_heads(scene, at, end);
    (at < end).then_some(at)
}

/// One offence: an infinitive with what completes it, a phrase of the lists, or a noun phrase.
fn item(
    scene: &Scene<'_>,
    start: usize,
    end: usize,
    strict: bool,
    follows: bool,
    preposition: usize,
) -> Option<TokenSpan> {
    let doc = scene.doc();
    let mut at = start;
    while at < end && at < start + 2 && matches!(doc.form(at), "«" | "“" | "\"") {
        at += 1;
    }
    if doc.is(at, Classes::NEGATION)
        && doc.is(at + 1, Classes::INFINITIVE | Classes::NEGATION | Classes::CLITIC)
        || infinitive(scene, at)
    {
        // «relâché *après* avoir payé», «*sans* avoir été jugé» tell no wrong.
        let told = matches!(preposition, Words::DE | Words::POUR | Words::A);
        let own = !strict || preposition == Words::DE || told && doc.is(at, Classes::AVOIR | Classes::ETRE);
        // «interpellé *après* avoir poignardé un passant»
        let own = own || harms(scene, at);
        return own.then(|| TokenSpan::new(at, infinitive_end(scene, at, end)));
    }
    // «six meurtres et *cinq* tentatives de meurtre»
    let counts = doc.is(at, Classes::DETERMINER | Classes::NUMERAL)
        || follows && doc.token(at).is_some_and(|token| token.kind == TokenKind::Number);
    let determined = at + usize::from(counts && !doc.is(at, Classes::OFFENCE));
    for first in [at, determined] {
        if let Some((listed_end, offence)) = listed(scene, first)
            && (offence.strong || !strict || follows || listed_end > first + 1 || is_death(scene, first))
        {
            // «*faux documents*»: then the word is an adjective.
            let adjective = doc.is(first, Classes::ADJECTIVE) && listed_end == first + 1;
            let noun =
                adjective && doc.is(listed_end, Classes::NOUN) && !doc.is(listed_end, Classes::FUNCTION);
            // «*trois* meurtres»: how many is told of the wrong.
            let several = first > at && !doc.is(at, Classes::DETERMINER)
                || first > at && doc.is(at, Classes::NUMERAL) && !matches!(doc.form(at), "un" | "une");
            let start = if several { at } else { first };
            return Some(TokenSpan::new(start, extended(scene, listed_end + usize::from(noun), end)));
        }
    }
    // «acquitté *de complicité* d’assassinats»
    if Words::french().sharing.contains(&doc.word(at))
        && words_of(scene, at)
        && let Some((end_of_wrong, _)) = listed(scene, at + 2)
    {
        return Some(TokenSpan::new(at, extended(scene, end_of_wrong, end)));
    }
    // «de meurtre et *d’appartenance* à un groupe armé»
    let belongs = Words::french().belonging.contains(&doc.word(determined));
    // «pour vol et *trafic* de véhicules»: a bare noun with its complement goes on with the list; so does one that stands
    // before the last («fraude, *prévarication* et trafic»).
    let before_last = |at: usize| {
        matches!(doc.form(at + 1), "," | "et")
            && (doc.is(at + 2, Classes::OFFENCE) || doc.form(at + 1) == "et" && words_of(scene, at + 2))
    };
    // «abus de confiance, faux et *manipulations informatiques*»
    let last = at > 0
        && doc.form(at - 1) == "et"
        && doc.is(at + 1, Classes::ADJECTIVE)
        && !doc.is(at + 1, Classes::FUNCTION | Classes::FINITE)
        && doc.form(at).ends_with('s') == doc.form(at + 1).ends_with('s');
    let inside = Words::french().involvement.contains(&doc.word(at)) && doc.form(at + 1) == "dans";
    let goes_on = follows
        && at == determined
        && (words_of(scene, at) || before_last(at) || last || inside)
        && doc.is(at, Classes::NOUN)
        && !doc.is(at, Classes::HUMAN | Classes::ROLE | Classes::TIME_WORD | Classes::ADVERB)
        // «*détention* et transport d’explosifs»
        && (!doc.is(at, Classes::PENALTY) || doc.form(at) == "détention");
    if strict && !belongs && !goes_on || scene.value_at(at).is_some() || scene.name_at(at).is_some() {
        return None;
    }
    let chunk = Chunk::read(scene, at, end)?;
    // «soupçonné d’*organisation* de troubles» is what he did, no body.
    let act = matches!(doc.form(chunk.head), "organisation" | "direction" | "association")
        && words_of(scene, chunk.head)
        || doc.form(chunk.head) == "aide"
            && (chunk.head + 1..chunk.head + 3)
                .any(|at| Words::french().preposition(doc.word(at)) == Some(Words::A))
        || goes_on;
    let fits = (chunk.sort == Sort::Thing || act || is_death(scene, chunk.head))
        && !Words::french().no_wrongs.contains(&doc.word(chunk.head))
        && !(chunk.span.start()..chunk.head).any(|i| Words::french().no_wrongs.contains(&doc.word(i)))
        && (!doc.is(chunk.head, Classes::TIME_WORD | Classes::PENALTY | Classes::ADVERB)
            || goes_on
            || is_death(scene, chunk.head))
        && chunk.name.is_none();
    let first = if doc.is(chunk.span.start(), Classes::DETERMINER) {
        chunk.span.start() + 1
    } else {
        chunk.span.start()
    };
    fits.then(|| TokenSpan::new(first, extended(scene, chunk.span.end(), end).max(first + 1)))
}

/// «organisation *de* troubles»
fn words_of(scene: &Scene<'_>, head: usize) -> bool {
    let (doc, words) = (scene.doc(), Words::french());
    words.preposition(doc.word(head + 1)) == Some(Words::DE) && scene.name_at(head + 2).is_none()
}

/// «la *mort* de X», «l’*agression* d’un chauffeur».
fn is_death(scene: &Scene<'_>, at: usize) -> bool {
    Words::french().deaths.contains(&scene.doc().word(at))
}

/// «complicité et recel d’abus de biens sociaux» is one: the first shares the complement of the second.
fn join_shared(scene: &Scene<'_>, out: &mut Vec<TokenSpan>, from: usize) {
    let (doc, words) = (scene.doc(), Words::french());
    let mut i = from;
    while i + 1 < out.len() {
        let (a, b) = (out[i], out[i + 1]);
        let shares = a.len() == 1
            && b.start() == a.end() + 1
            && words.et == doc.word(a.end())
            && words.sharing.contains(&doc.word(a.start()))
            && words.sharing.contains(&doc.word(b.start()))
            && b.len() > 1;
        if shares {
            out[i] = TokenSpan::new(a.start(), b.end());
            out.remove(i + 1);
        }
        i += 1;
    }
}
