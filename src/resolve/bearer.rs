use super::cluster::Cluster;
use crate::document::Document;
use crate::gazetteer::Entry;
use crate::lexicon::{Agreement, Classes, Lexicon, Pos, WordId};
use crate::ontology::{EntityKind, Gender};
use crate::token::{Shape, TokenKind};

/// What can be said of an entity when something points back to it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bearer {
    pub kind: EntityKind,
    /// Gender and number that a pronoun for it may have.
    pub agreement: Agreement,
    /// What the lists say of it.
    pub entry: Option<Entry>,
    /// The noun that heads its name («tribunal correctionnel de Lyon»), or nothing.
    pub head: WordId,
    /// Nouns that the article puts before or behind its name: «la *chaîne* d’information Armor TV», «Armor TV, une *chaîne*
    /// locale».
    pub nouns: [WordId; 3],
    /// Whether its name begins with an article («Le Monde»).
    pub has_article: bool,
}

/// So many mentions of a body are asked what it is.
const ASKED: usize = 6;

impl Bearer {
    /// Reads it off a cluster.
    pub(super) fn new(doc: &Document<'_>, cluster: &Cluster) -> Self {
        let entry = cluster.entry.map(|entry| entry.get());
        let mut head = WordId::UNKNOWN;
        let mut agreement = match cluster.gender {
            Some(Gender::Masculine) => Agreement::MASCULINE,
            Some(Gender::Feminine) => Agreement::FEMININE,
            None => Agreement::from_bits(3),
        };
        agreement = agreement | Agreement::SINGULAR;
        let mut nouns = [WordId::UNKNOWN; 3];
        let mut has_article = false;
        if cluster.kind == EntityKind::Organisation {
            has_article = cluster.name().is_some_and(|name| doc.is(name.tokens.start(), Classes::DETERMINER));
            let said = cluster.mentions.iter().take(ASKED).flat_map(|(tokens, _)| {
                [noun_before(doc, tokens.start()), noun_behind(doc, tokens.end())].into_iter().flatten()
            });
            for noun in said.filter_map(|at| doc.noun_lemma(at)) {
                let known = nouns.contains(&noun);
                if let Some(slot) = nouns.iter_mut().find(|slot| !known && !slot.is_known()) {
                    *slot = noun;
                }
            }
        }
        if cluster.kind != EntityKind::Person {
            let first = cluster.name().map_or(0, |name| name.tokens.start());
            let noun = Lexicon::french().analyses(doc.word(first)).find(|a| a.pos == Pos::Noun);
            if doc.is(first, Classes::ORGANISATION_HEAD) {
                head = noun.map_or(WordId::UNKNOWN, |noun| noun.lemma);
            }
            let known = entry.map(|entry| entry.agreement).filter(|a| a.bits() != 0 && *a != Agreement::ANY);
            agreement = match (known, noun) {
                (Some(known), _) => known,
                (None, Some(noun)) if head.is_known() => noun.agreement,
                _ => article(doc, first).unwrap_or(agreement),
            };
        }
        Self { kind: cluster.kind, agreement, entry, head, nouns, has_article }
    }
}

/// A noun in small letters that says what kind of body a name is («chaîne», «société»), and is no role.
fn is_kind_of_body(doc: &Document<'_>, at: usize) -> bool {
    doc.is(at, Classes::ORGANISATION_HEAD)
        && !doc.is(at, Classes::ROLE)
        && doc.token(at).is_some_and(|token| token.shape == Shape::Lower)
}

/// «la chaîne d’information en continu |Armor TV»: the noun whose phrase the name ends.
fn noun_before(doc: &Document<'_>, start: usize) -> Option<usize> {
    const REACH: usize = 6;
    let last = start.checked_sub(1)?;
    // A name that hangs on «de» or has its article is not what the noun is called.
    if doc.is(last, Classes::DETERMINER | Classes::PREPOSITION | Classes::FUNCTION) || !doc.is_joined(start) {
        return None;
    }
    let from = start.saturating_sub(REACH);
    let content = Classes::NOUN | Classes::ADJECTIVE | Classes::DEMONYM | Classes::PREPOSITION;
    for at in (from..start).rev() {
        if is_kind_of_body(doc, at) {
            let led = at.checked_sub(1).is_some_and(|before| {
                doc.is(before, Classes::DETERMINER) || matches!(doc.form(before), "du" | "au" | "l'" | "l’")
            });
            return led.then_some(at);
        }
        let small = doc.token(at).is_some_and(|t| t.shape == Shape::Lower || t.kind == TokenKind::Elided);
        if !small || !doc.is_joined(at) || !(doc.is(at, content) || doc.form(at).starts_with('d')) {
            return None;
        }
    }
    None
}

/// «Armor TV, une |chaîne locale», «Armor TV (première |chaîne du pays)».
fn noun_behind(doc: &Document<'_>, end: usize) -> Option<usize> {
    const REACH: usize = 4;
    if !matches!(doc.form(end), "," | "(") {
        return None;
    }
    let mut at = end + 1;
    while at < end + REACH && !is_kind_of_body(doc, at) {
        let passes = matches!(doc.form(at), "un" | "une")
            || doc.is(at, Classes::ADJECTIVE | Classes::NUMERAL) && !doc.is(at, Classes::FUNCTION);
        if !passes {
            return None;
        }
        at += 1;
    }
    is_kind_of_body(doc, at).then_some(at)
}

/// Gender and number that the article before the name has.
fn article(doc: &Document<'_>, first: usize) -> Option<Agreement> {
    let before = first.checked_sub(1)?;
    let one = |gender: Agreement| Some(gender | Agreement::SINGULAR);
    match doc.form(before) {
        "le" | "du" | "au" | "Le" | "un" => one(Agreement::MASCULINE),
        "la" | "La" | "une" => one(Agreement::FEMININE),
        "les" | "des" | "aux" | "Les" => Some(Agreement::from_bits(3) | Agreement::PLURAL),
        _ => None,
    }
}
