use super::evidence::NAME;
use crate::document::Document;
use crate::lexicon::Classes;
use crate::token::{Shape, TokenKind, TokenSpan};

/// A run of tokens that may be a name, and how it was found.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Candidate {
    /// The tokens.
    pub tokens: TokenSpan,
    /// How it was found: several ways may lead to the same tokens.
    pub sources: Sources,
}

/// The ways in which a candidate was found.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Sources(u8);

impl Sources {
    /// It stands in a gazetteer.
    pub const LISTED: Self = Self(1);
    /// A whole run of capitals with the particles inside.
    pub const RUN: Self = Self(2);
    /// A part of such a run.
    pub const PART: Self = Self(4);
    /// A noun that heads names, with what follows it («tribunal correctionnel de Nice»).
    pub const HEADED: Self = Self(8);
    /// The whole content of a pair of quotation marks («Choix démocratique du Kazakhstan»).
    pub const QUOTED: Self = Self(16);

    /// Whether it was found in this way too.
    pub const fn has(self, way: Self) -> bool {
        self.0 & way.0 != 0
    }
}

impl Candidate {
    /// A candidate found in one way.
    pub const fn new(start: usize, end: usize, sources: Sources) -> Self {
        Self { tokens: TokenSpan::new(start, end), sources }
    }
}

/// Sorts candidates by their tokens and makes one of those that cover the same ones.
pub(crate) fn merge(candidates: &mut Vec<Candidate>) {
    candidates.sort_unstable();
    candidates.dedup_by(|later, kept| {
        let same = later.tokens == kept.tokens;
        if same {
            kept.sources = Sources(kept.sources.0 | later.sources.0);
        }
        same
    });
}

/// Longest run of tokens that is looked at as one name.
const LONGEST: usize = 14;
/// Longest content of quotation marks that may be a name.
const QUOTED: usize = 8;
/// Most parts between small words that a run is cut into.
const PARTS: usize = 6;

/// Finds the candidates that no list has: trigger first, so that a token in small letters that heads no
/// name costs one comparison.
pub(crate) fn candidates_into(doc: &Document<'_>, out: &mut Vec<Candidate>) {
    for quotation in doc.quotations() {
        let content = quotation.content;
        if quotation.close.is_some() && content.len() <= QUOTED && doc.is_capital(content.start()) {
            out.push(Candidate::new(content.start(), content.end(), Sources::QUOTED));
        }
    }
    let heads = Classes::ORGANISATION_HEAD | Classes::PLACE_HEAD;
    let mut covered = 0;
    for i in 0..doc.len() {
        // A common noun with a capital that no sentence begins with heads a name too («Choix démocratique du X»).
        if doc.is(i, heads)
            || (doc.is_capital(i) && doc.is(i, Classes::NOUN) && doc.sentence_of(i).start() != i)
        {
            headed(doc, i, out);
        }
        if is_spelt_role(doc, i) {
            continue;
        }
        if i >= covered && doc.is_capital(i) {
            covered = run(doc, i, out);
        } else if i >= covered && begins_with_digit(doc, i) {
            out.push(Candidate::new(i, i + 1, Sources::RUN));
            if doc.is_joined(i + 1) && doc.is_capital(i + 1) {
                covered = run(doc, i + 1, out);
                let end = (i + 2..covered).find(|at| !doc.is_capital(*at)).unwrap_or(covered);
                out.push(Candidate::new(i, end, Sources::RUN));
            }
        }
    }
}

/// «le PDG», «la DRH»: what somebody is, in letters that are no word. In brackets they may be a party's.
pub(super) fn is_spelt_role(doc: &Document<'_>, i: usize) -> bool {
    doc.is(i, Classes::ROLE)
        && doc.token(i).is_some_and(|t| t.shape == Shape::Upper)
        && i.checked_sub(1).is_none_or(|before| doc.form(before) != "(")
        && !doc
            .form(i)
            .chars()
            .any(|c| matches!(c, 'A' | 'E' | 'I' | 'O' | 'U' | 'Y') || !c.is_ascii_uppercase())
}

/// «2F», «3D Conseil»: a digit before a capital letter.
fn begins_with_digit(doc: &Document<'_>, i: usize) -> bool {
    let capital =
        doc.token(i).is_some_and(|t| matches!(t.shape, Shape::Letter | Shape::Upper | Shape::Mixed));
    capital && doc.form(i).as_bytes().first().is_some_and(u8::is_ascii_digit)
}

/// Small words that may stand inside a name.
fn is_particle(doc: &Document<'_>, i: usize) -> bool {
    doc.is(i, Classes::NAME_PARTICLE)
        || doc.token(i).is_some_and(|t| t.kind == TokenKind::Elided)
        || matches!(
            doc.form(i),
            "de" | "du"
                | "des"
                | "la"
                | "le"
                | "les"
                | "en"
                | "sur"
                | "&"
                | "et"
                | "of"
                | "the"
                | "à"
                | "aux"
                | "au"
                | "pour"
                | "and"
        )
}

fn is_small(doc: &Document<'_>, i: usize) -> bool {
    doc.token(i).is_some_and(|token| token.kind == TokenKind::Word && token.shape == Shape::Lower)
}

fn is_number(doc: &Document<'_>, i: usize) -> bool {
    doc.token(i).is_some_and(|token| token.kind == TokenKind::Number)
}

/// Whether the number may end a name: «France 2», «Apollo 11»; no score («Saint-Dié 3-1»), hour or amount.
fn is_name_number(doc: &Document<'_>, i: usize) -> bool {
    is_number(doc, i) && doc.form(i).bytes().all(|b| b.is_ascii_digit())
}

/// A run of capitals that begins at `start`: pushes the run and its parts, answers where it ends.
fn run(doc: &Document<'_>, start: usize, out: &mut Vec<Candidate>) -> usize {
    let limit = doc.sentence_of(start).end().min(start + LONGEST);
    let mut parts = [(start, start + 1); PARTS];
    let mut count = 1;
    let mut end = start + 1;
    while count <= PARTS {
        if end < limit && doc.is_joined(end) && doc.is_capital(end) {
            end += 1;
            parts[count - 1].1 = end;
            continue;
        }
        let mut next = end;
        while next < limit
            && next < end + 3
            && doc.is_joined(next)
            && is_particle(doc, next)
            && !doc.is_capital(next)
        {
            next += 1;
        }
        if count == PARTS || next == end || next >= limit || !doc.is_joined(next) || !doc.is_capital(next) {
            break;
        }
        parts[count] = (next, next + 1);
        count += 1;
        end = next + 1;
    }
    // «Le», «Mais», «Dans» before a small letter: the capital is that of the sentence.
    if end == start + 1 && is_mere_opener(doc, start) {
        return end;
    }
    for from in 0..count {
        for to in from..count {
            let whole = from == 0 && to + 1 == count;
            spans(doc, parts[from], parts[to], if whole { Sources::RUN } else { Sources::PART }, out);
        }
    }
    end
}

/// Whether a capital is that of a grammatical word and of no name.
fn is_mere_opener(doc: &Document<'_>, i: usize) -> bool {
    doc.is(i, Classes::FUNCTION)
        && !doc.is(i, NAME)
        && doc.token(i).is_some_and(|t| t.shape == Shape::Capitalised)
        && !is_number(doc, i + 1)
}

/// The span from the first to the last part, and those that leave out a word or two at its edges: a
/// word that only begins the sentence («Depuis Paris»), a title, a number that belongs to the name («France 2»).
fn spans(
    doc: &Document<'_>,
    first: (usize, usize),
    last: (usize, usize),
    sources: Sources,
    out: &mut Vec<Candidate>,
) {
    let mut push = |start, end, sources| out.push(Candidate::new(start, end, sources));
    push(first.0, last.1, sources);
    // «Nolan L., 18 ans»: the point belongs to the letter.
    let letter = doc.token(last.1 - 1).is_some_and(|t| t.shape == Shape::Letter && t.kind == TokenKind::Word);
    if letter && last.1 > first.0 + 1 && doc.form(last.1) == "." && doc.is_joined(last.1) {
        push(first.0, last.1 + 1, sources);
    }
    if doc.is_joined(last.1) && is_name_number(doc, last.1) {
        push(first.0, last.1 + 1, sources);
    }
    for start in (first.0 + 1..first.1).take(3) {
        push(start, last.1, Sources::PART);
    }
    if first == last {
        for end in (first.0 + 1..first.1).rev().take(3) {
            push(first.0, end, Sources::PART);
        }
    }
}

/// Names that a common noun heads: «ministère de l’Intérieur», «cour d’appel de Paris», «armée syrienne».
fn headed(doc: &Document<'_>, head: usize, out: &mut Vec<Candidate>) {
    let limit = doc.sentence_of(head).end().min(head + LONGEST);
    let content = Classes::ADJECTIVE | Classes::NOUN | Classes::DEMONYM | Classes::PAST_PARTICIPLE;
    let link = Classes::PREPOSITION | Classes::DETERMINER;
    let (mut small, mut after_link) = (0, false);
    // «La Voix libre»: an article with a capital inside the sentence belongs to the name.
    let article = head.checked_sub(1).filter(|before| {
        doc.is_capital(*before)
            && doc.is(*before, Classes::DETERMINER)
            && doc.is_joined(head)
            && doc.sentence_of(head).start() < *before
    });
    let mut push = |end: usize| {
        out.push(Candidate::new(head, end, Sources::HEADED));
        if let Some(article) = article {
            out.push(Candidate::new(article, end, Sources::HEADED));
        }
    };
    for i in head + 1..limit {
        if !doc.is_joined(i) {
            return;
        }
        if doc.is_capital(i) {
            after_link = false;
            let goes_on = doc.is_capital(i + 1) && doc.is_joined(i + 1);
            if !goes_on {
                push(i + 1);
            }
            // «l’université Paris 8»
            if doc.is_joined(i + 1) && is_name_number(doc, i + 1) {
                push(i + 2);
            }
            continue;
        }
        // «le parti conduit *par* X»: who does something is no part of a name.
        if doc.form(i) == "par" {
            return;
        }
        let elided = doc.token(i).is_some_and(|t| t.kind == TokenKind::Elided);
        if elided || doc.is(i, link) || doc.form(i) == "et" {
            after_link = true;
            continue;
        }
        // After a preposition any noun goes, with its adjective before it («grande instance»); without one only
        // what agrees with the head, so an adjective, also one that no list has («valdavien»).
        let adjective =
            doc.is(i, content.without(Classes::NOUN)) || !doc.word(i).is_known() && is_small(doc, i);
        if small >= 4 || !adjective && !(after_link && doc.is(i, content)) {
            return;
        }
        small += 1;
        let noun_follows = doc.is(i + 1, Classes::NOUN) && !doc.is(i + 1, content.without(Classes::NOUN));
        after_link &= doc.is(i, Classes::ADJECTIVE)
            && (noun_follows || !doc.is(i, Classes::NOUN.with(Classes::DEMONYM)));
        push(i + 1);
    }
}
