use super::attach::Slot;
use super::clauses::{Frame, Nester};
use super::key::{Key, Words};
use super::phrases::Chunker;
use super::reach::Binder;
use super::tagger::{State, Tagger};
use super::verbs::Grouper;
use super::{Clause, ClauseId, NONE, NounPhrase, PhraseId, Tag, VerbGroup, VerbId};
use crate::document::Document;
use crate::token::{QuoteMark, TokenSpan};

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
    keys: Vec<Key>,
    stack: Vec<Frame>,
    slots: Vec<Slot>,
}

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
        let words = Words::get();
        self.read_keys(doc, words);
        let (keys, start) = (&self.keys[..], 0);
        Tagger { doc, keys, tags: &mut self.tags, state: State::default(), start }.run();
        let (tags, verbs) = (&self.tags[..], &mut self.verbs);
        Grouper { doc, keys, tags, words, verbs, verb_of: &mut self.verb_of, end: 0 }.run();
        let (verb_of, phrases) = (&self.verb_of[..], &mut self.phrases);
        let phrase_of = &mut self.phrase_of;
        Chunker { doc, keys, tags, words, phrases, phrase_of, start, end: 0 }.run();
        let phrase_of = &self.phrase_of[..];
        Nester {
            doc,
            keys,
            tags,
            verb_of,
            phrase_of,
            phrases: &self.phrases,
            verbs: &mut self.verbs,
            clauses: &mut self.clauses,
            clause_of: &mut self.clause_of,
            stack: &mut self.stack,
            start,
            end: 0,
            quotation: 0,
        }
        .run();
        let mut binder = Binder {
            doc,
            keys,
            tags,
            words,
            verb_of,
            phrase_of,
            clause_of: &self.clause_of,
            phrases: &mut self.phrases,
            verbs: &mut self.verbs,
            clauses: &self.clauses,
        };
        binder.reaches();
        binder.appositions();
        binder.attach(&mut self.slots);
        binder.relatives();
    }

    /// The grammatical word or mark that each token is; quotation marks as the document pairs them.
    fn read_keys(&mut self, doc: &Document<'_>, words: &Words) {
        self.keys.clear();
        self.keys.extend((0..doc.len()).map(|i| match words.key(doc, i) {
            Key::Open | Key::Close | Key::Quote => Key::Mark,
            key => key,
        }));
        for quotation in doc.quotations() {
            if quotation.mark == QuoteMark::Dash {
                continue;
            }
            if let Some(slot) = self.keys.get_mut(quotation.open.index()) {
                *slot = Key::Open;
            }
            if let Some(slot) = quotation.close.and_then(|close| self.keys.get_mut(close.index())) {
                *slot = Key::Close;
            }
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
        self.phrase(phrase)
            .map_or_else(TokenSpan::default, |p| TokenSpan::new(p.span.start(), p.reach as usize))
    }
}
