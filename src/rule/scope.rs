use std::collections::BTreeMap;

use super::diagnostic::Position;
use super::part::{Part, Set, Test};
use super::vocabulary::OWN;
use super::{KindId, NameSort, RecordId, RecordKind, Vocabulary};

/// What can be named at a point of the pages: the host's names and those that pages have defined so far.
pub(super) struct Scope<'v> {
    pub vocabulary: &'v dyn Vocabulary,
    /// Sets of the rules, in the order of their first use; tests name them by their place.
    pub sets: Vec<Set>,
    named_sets: BTreeMap<String, u32>,
    phrases: BTreeMap<String, Part>,
    kinds: Vec<String>,
    records: BTreeMap<String, RecordKind>,
    own_records: u16,
    /// Where rules, sets, phrases and kinds were defined, by name: page and line.
    defined: BTreeMap<String, (String, u32)>,
}

/// What `@name` means.
pub(super) enum Named<'s> {
    Set(u32),
    Phrase(&'s Part),
}

impl<'v> Scope<'v> {
    pub(super) fn new(vocabulary: &'v dyn Vocabulary) -> Self {
        Self {
            vocabulary,
            sets: Vec::new(),
            named_sets: BTreeMap::new(),
            phrases: BTreeMap::new(),
            kinds: Vec::new(),
            records: BTreeMap::new(),
            own_records: 0,
            defined: BTreeMap::new(),
        }
    }

    /// Notes that a name is defined here; where it was defined before, answers with that place.
    pub(super) fn define(&mut self, name: &str, page: &str, at: Position) -> Option<(String, u32)> {
        if let Some(place) = self.defined.get(name) {
            return Some(place.clone());
        }
        self.defined.insert(name.to_owned(), (page.to_owned(), at.line));
        None
    }

    pub(super) fn add_set(&mut self, name: &str, mut set: Set) {
        set.settle();
        self.named_sets.insert(name.to_owned(), self.sets.len() as u32);
        self.sets.push(set);
    }

    pub(super) fn add_phrase(&mut self, name: &str, part: Part) {
        self.phrases.insert(name.to_owned(), part);
    }

    pub(super) fn add_kind(&mut self, name: &str) {
        self.kinds.push(name.to_owned());
    }

    pub(super) fn add_record(&mut self, name: &str, parts: Vec<String>) {
        let id = RecordId(OWN + self.own_records);
        self.own_records += 1;
        self.records.insert(name.to_owned(), RecordKind { id, name: name.to_owned(), parts });
    }

    /// What `@name` means; the host's sets are fetched at first use.
    pub(super) fn named(&mut self, name: &str) -> Option<Named<'_>> {
        if let Some(id) = self.named_sets.get(name) {
            return Some(Named::Set(*id));
        }
        if self.phrases.contains_key(name) {
            return self.phrases.get(name).map(Named::Phrase);
        }
        let found = self.vocabulary.set(name)?;
        let set = Set { classes: found.classes, words: found.words, lemmas: found.lemmas, ..Set::default() };
        self.add_set(name, set);
        Some(Named::Set(self.sets.len() as u32 - 1))
    }

    /// The question whether a token is in a set.
    pub(super) fn test(&self, id: u32) -> Test {
        match self.sets.get(id as usize) {
            Some(set) if *set == (Set { classes: set.classes, ..Set::default() }) => Test::Class(set.classes),
            _ => Test::Set(id),
        }
    }

    /// The kind of mention of this name.
    pub(super) fn kind(&self, name: &str) -> Option<KindId> {
        if name == "Quoted" {
            return Some(KindId::QUOTED);
        }
        let own = self.kinds.iter().position(|kind| kind == name);
        own.map(|place| KindId(OWN + place as u16)).or_else(|| self.vocabulary.kind(name))
    }

    /// The kind of record of this name.
    pub(super) fn record(&mut self, name: &str) -> Option<&RecordKind> {
        if !self.records.contains_key(name) {
            let found = self.vocabulary.record(name)?;
            self.records.insert(name.to_owned(), found);
        }
        self.records.get(name)
    }

    /// Every name of a sort, for «did you mean».
    pub(super) fn names(&self, sort: NameSort) -> Vec<String> {
        let mut names = self.vocabulary.names(sort);
        match sort {
            NameSort::Set => names.extend(self.named_sets.keys().chain(self.phrases.keys()).cloned()),
            NameSort::Kind => names.extend(self.kinds.iter().cloned()),
            NameSort::Record => names.extend(self.records.keys().cloned()),
            NameSort::Lemma | NameSort::Argument | NameSort::Property => {}
        }
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The kinds of mention that pages defined, by number from 32,768 on.
    pub(super) fn into_parts(self) -> (Vec<Set>, Vec<String>, Vec<RecordKind>) {
        let mut records: Vec<RecordKind> = self.records.into_values().collect();
        records.sort_by_key(|record| record.id);
        (self.sets, self.kinds, records)
    }
}
