use super::cluster::Cluster;
use crate::document::Document;
use crate::gazetteer::Entry;
use crate::lexicon::{Agreement, Classes, Lexicon, Pos, WordId};
use crate::ontology::{EntityKind, Gender};

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
}

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
        Self { kind: cluster.kind, agreement, entry, head }
    }
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
