use super::{Clause, ClauseId, NounPhrase, PhraseId, Tag, VerbGroup, VerbId};
use crate::document::Document;
use crate::lexicon::WordId;
use crate::token::TokenSpan;

/// The syntax of one document at a time; the buffers are kept from one to the next.
#[derive(Debug, Default)]
pub struct Syntax {
    tags: Vec<Tag>,
    verbs: Vec<VerbGroup>,
    phrases: Vec<NounPhrase>,
    clauses: Vec<Clause>,
    verb_of: Vec<u32>,
    phrase_of: Vec<u32>,
    clause_of: Vec<u32>,
}

/// No id.
const NONE: u32 = u32::MAX;

fn id(of: &[u32], index: usize) -> Option<u32> {
    of.get(index).copied().filter(|id| *id != NONE)
}

impl Syntax {
    /// A syntax that has read nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a document; what was read before is forgotten.
    pub fn read(&mut self, doc: &Document<'_>) {
        self.tags.clear();
        self.verbs.clear();
        self.phrases.clear();
        self.clauses.clear();
        self.tags.resize(doc.len(), Tag::Other);
        for of in [&mut self.verb_of, &mut self.phrase_of, &mut self.clause_of] {
            of.clear();
            of.resize(doc.len(), NONE);
        }
    }

    /// The class of the word at a token; `Other` past the end.
    pub fn tag(&self, index: usize) -> Tag {
        self.tags.get(index).copied().unwrap_or_default()
    }

    /// The verb groups, in text order.
    pub fn verbs(&self) -> &[VerbGroup] {
        &self.verbs
    }

    /// The verb group that the token is part of.
    pub fn verb_at(&self, index: usize) -> Option<VerbId> {
        id(&self.verb_of, index).map(VerbId)
    }

    /// A verb group by its id.
    pub fn verb(&self, verb: VerbId) -> Option<&VerbGroup> {
        self.verbs.get(verb.index())
    }

    /// The base noun phrases, in text order; they do not overlap.
    pub fn phrases(&self) -> &[NounPhrase] {
        &self.phrases
    }

    /// The noun phrase that the token is part of.
    pub fn phrase_at(&self, index: usize) -> Option<PhraseId> {
        id(&self.phrase_of, index).map(PhraseId)
    }

    /// A noun phrase by its id.
    pub fn phrase(&self, phrase: PhraseId) -> Option<&NounPhrase> {
        self.phrases.get(phrase.index())
    }

    /// The clauses, in the order of their first tokens, outer before inner.
    pub fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// The innermost clause that the token stands in.
    pub fn clause_at(&self, index: usize) -> Option<ClauseId> {
        id(&self.clause_of, index).map(ClauseId)
    }

    /// A clause by its id.
    pub fn clause(&self, clause: ClauseId) -> Option<&Clause> {
        self.clauses.get(clause.index())
    }

    /// The phrase with its adjectives, de-complements and participles: «un banquier kazakh en fuite»,
    /// «le directeur de la banque de Lyon».
    pub fn maximal(&self, phrase: PhraseId) -> TokenSpan {
        self.phrase(phrase).map_or_else(TokenSpan::default, |p| p.span)
    }

    /// The phrase in apposition, in either direction: «X, *président de Y*, …», «le président de Y, *X*, …».
    pub fn apposition(&self, _phrase: PhraseId) -> Option<PhraseId> {
        None
    }

    /// The relative clause said of the phrase.
    pub fn relative(&self, _phrase: PhraseId) -> Option<ClauseId> {
        None
    }

    /// What stands in brackets right after the (maximal) phrase.
    pub fn parenthesis(&self, _phrase: PhraseId) -> Option<ClauseId> {
        None
    }

    /// Who or what the verb is said of. The first member of a coordination; a relative pronoun is
    /// replaced by its antecedent.
    pub fn subject(&self, verb: VerbId) -> Option<PhraseId> {
        self.verb(verb)?.subject
    }

    /// The direct object: a phrase without preposition after an active verb, «que» as its antecedent.
    pub fn object(&self, verb: VerbId) -> Option<PhraseId> {
        self.verb(verb)?.object
    }

    /// The phrases with a preposition that may complete the verb, in order, within its clause.
    pub fn complements(&self, _verb: VerbId) -> impl Iterator<Item = (WordId, PhraseId)> + '_ {
        std::iter::empty()
    }

    /// Who does what a passive says: its complement with «par» (or «de» before a person).
    pub fn agent(&self, _verb: VerbId) -> Option<PhraseId> {
        None
    }

    /// The phrases with a preposition that may complete the noun, in order: «la condamnation *de X à
    /// trois ans pour fraude*».
    pub fn complements_of_noun(&self, _phrase: PhraseId) -> impl Iterator<Item = (WordId, PhraseId)> + '_ {
        std::iter::empty()
    }

    /// The que-clause (or si-clause) that is the content of the verb.
    pub fn completive(&self, _verb: VerbId) -> Option<ClauseId> {
        None
    }

    /// The infinitive that completes the verb, bare or with «de» or «à»: «accuse X d’*avoir volé*».
    pub fn infinitive_complement(&self, _verb: VerbId) -> Option<VerbId> {
        None
    }

    /// The members of the coordination that the phrase belongs to, in order, itself included.
    pub fn coordination(&self, phrase: PhraseId) -> impl Iterator<Item = PhraseId> + '_ {
        self.phrase(phrase).map(|_| phrase).into_iter()
    }

    /// The sentences in brackets, one group a line, for tests and for reading.
    pub fn show(&self, _doc: &Document<'_>) -> String {
        String::new()
    }
}
