use std::collections::{BTreeMap, HashMap};

use super::drafts::{Draft, Drafts};
use super::lists::Phrase;
use super::names::{Entry, Name};
use super::table::Source;
use super::trie;

#[allow(dead_code)]
#[path = "../../../src/lexicon/fold.rs"]
mod fold_form;
#[allow(dead_code)]
#[path = "../../../src/lexicon/hash.rs"]
mod hash;
#[allow(dead_code)]
#[path = "../../../src/lexicon/section.rs"]
mod section;

use section::{ANY_FORM, LIST_SHIFT, MAGIC, SECTIONS, Section};

/// The form without accents.
pub fn fold(form: &str) -> String {
    form.chars()
        .flat_map(|c| {
            let plain = fold_form::plain(c);
            if plain.is_empty() { c.to_string() } else { plain.to_owned() }.chars().collect::<Vec<_>>()
        })
        .collect()
}

/// Gives ids and writes sections.
pub struct Writer<'d> {
    words: Vec<(&'d str, &'d Draft)>,
    ids: HashMap<&'d str, u32>,
    common: usize,
    sections: Vec<Vec<u8>>,
}

impl<'d> Writer<'d> {
    /// Ids from 1: common words first, then names, each in code-point order.
    pub fn new(drafts: &'d Drafts) -> Self {
        let all: Vec<(&str, &Draft)> = drafts
            .iter()
            .filter(|(form, _)| form.len() <= fold_form::LONGEST)
            .map(|(form, draft)| (form.as_str(), draft))
            .collect();
        let (mut words, names): (Vec<_>, Vec<_>) = all.into_iter().partition(|(_, draft)| draft.is_common());
        let common = words.len();
        words.extend(names);
        let ids = words.iter().enumerate().map(|(index, (form, _))| (*form, index as u32 + 1)).collect();
        Self { words, ids, common, sections: vec![Vec::new(); SECTIONS] }
    }

    pub fn len(&self) -> usize {
        self.words.len()
    }

    pub fn common(&self) -> usize {
        self.common
    }

    pub fn id(&self, form: &str) -> u32 {
        self.ids.get(form).copied().unwrap_or(0)
    }

    pub fn put(&mut self, section: Section, bytes: &[u8]) {
        self.sections[section as usize].extend_from_slice(bytes);
    }

    pub fn put_u32(&mut self, section: Section, numbers: &[u32]) {
        for number in numbers {
            self.put(section, &number.to_le_bytes());
        }
    }

    /// Writes every section about single words.
    pub fn words(&mut self) {
        self.letters();
        let exact: Vec<(String, u32)> =
            self.words.iter().enumerate().map(|(i, (form, _))| ((*form).to_owned(), i as u32 + 1)).collect();
        self.put(Section::Table, &table(&exact));
        let folded: Vec<(String, u32)> = exact
            .iter()
            .map(|(form, id)| (fold(form), *id))
            .filter(|(folded, id)| {
                let (form, draft) = self.words[*id as usize - 1];
                folded != form && !self.ids.contains_key(folded.as_str()) && draft.is_in_headlines()
            })
            .collect();
        self.put(Section::Folded, &table(&folded));
        self.classes();
        self.readings();
    }

    fn letters(&mut self) {
        // Word 0 is the unknown word: no letters.
        let (mut start, mut lengths, mut blocks, mut letters) = (0u32, vec![0u8], vec![0u32], Vec::new());
        for (form, _) in &self.words {
            if lengths.len() % 16 == 0 {
                blocks.push(start);
            }
            lengths.push(form.len() as u8);
            letters.extend_from_slice(form.as_bytes());
            start += form.len() as u32;
        }
        self.put(Section::Letters, &letters);
        self.put(Section::Lengths, &lengths);
        self.put_u32(Section::Blocks, &blocks);
    }

    fn classes(&mut self) {
        let mut sets = BTreeMap::from([(0u64, 0u16)]);
        let mut order = vec![0u64];
        let (mut class_of, mut ranks) = (vec![0u16], vec![0u16]);
        for (_, draft) in &self.words {
            let bits = draft.classes.bits();
            let number = *sets.entry(bits).or_insert_with(|| {
                order.push(bits);
                (order.len() - 1) as u16
            });
            class_of.push(number);
            let [first, last, place] = draft.ranks.map(u16::from);
            ranks.push(first | last << 4 | place << 8);
        }
        assert!(order.len() < 65_000, "too many sets of classes");
        for number in class_of {
            self.put(Section::ClassOf, &number.to_le_bytes());
        }
        for rank in ranks {
            self.put(Section::Ranks, &rank.to_le_bytes());
        }
        for bits in order {
            self.put(Section::ClassSets, &bits.to_le_bytes());
        }
    }

    fn readings(&mut self) {
        let mut lists: HashMap<Vec<[u8; 6]>, u16> = HashMap::from([(Vec::new(), 0)]);
        let (mut starts, mut readings) = (vec![0u16, 0], Vec::new());
        let (mut list_of, mut lemma_of, mut lemmas) = (vec![0u16], vec![0u32], Vec::new());
        for (_, draft) in self.words.iter().take(self.common) {
            let mut own: Vec<u32> = Vec::new();
            let mut list = Vec::new();
            for reading in &draft.readings {
                let lemma = self.id(&reading.lemma);
                let nth = own.iter().position(|known| *known == lemma).unwrap_or_else(|| {
                    own.push(lemma);
                    own.len() - 1
                });
                let [low, high] = reading.tenses.to_le_bytes();
                list.push([reading.pos, reading.agreement, reading.persons, nth as u8, low, high]);
            }
            if let [only] = own.as_slice() {
                lemma_of.push(*only);
            } else {
                lemma_of.push(lemmas.len() as u32 | 1 << 31);
                lemmas.extend(own);
            }
            let next = lists.len() as u16;
            let number = *lists.entry(list.clone()).or_insert(next);
            if number == next {
                readings.extend(list);
                starts.push(readings.len() as u16);
            }
            list_of.push(number);
        }
        assert!(readings.len() < 65_000 && lists.len() < 65_000, "too many lists of readings");
        for number in list_of {
            self.put(Section::ReadingsOf, &number.to_le_bytes());
        }
        for number in starts {
            self.put(Section::ReadingStarts, &number.to_le_bytes());
        }
        for reading in readings {
            self.put(Section::Readings, &reading);
        }
        self.put_u32(Section::LemmaOf, &lemma_of);
        self.put_u32(Section::Lemmas, &lemmas);
    }

    /// Writes the phrases of the lists.
    pub fn phrases(&mut self, phrases: &[Phrase]) {
        let sequences = phrases.iter().enumerate().map(|(index, phrase)| {
            let mut ids: Vec<u32> = phrase.words.iter().map(|word| self.id(word)).collect();
            if let Some(first) = ids.first_mut().filter(|_| phrase.verb) {
                *first |= ANY_FORM;
            }
            (ids, u32::from(phrase.list) << LIST_SHIFT | index as u32)
        });
        let trie = trie::build(sequences);
        self.put_u32(Section::PhraseWords, &trie.words);
        self.put_u32(Section::PhraseEdges, &trie.edges);
        self.put_u32(Section::PhraseNodes, &trie.nodes);
        self.put_u32(Section::PhraseValues, &trie.values);
        for phrase in phrases {
            self.put(Section::PhraseEntries, &phrase.entry);
        }
    }

    /// Writes the names of the gazetteer.
    pub fn names(&mut self, entries: &[Entry], names: &[Name]) {
        let trie = trie::build(names.iter().map(|name| {
            let ids = name.words.iter().map(|word| self.id(word)).collect();
            (ids, name)
        }));
        self.put_u32(Section::NameWords, &trie.words);
        self.put_u32(Section::NameEdges, &trie.edges);
        self.put_u32(Section::NameNodes, &trie.nodes);
        for name in &trie.values {
            self.put(Section::NameValues, &name.entry.to_le_bytes());
            for number in [name.rules.capitals, name.rules.upper, name.rules.flags] {
                self.put(Section::NameValues, &number.to_le_bytes());
            }
        }
        let mut start = 0u32;
        for entry in entries {
            let mut code = [0; 4];
            code[..entry.code.len()].copy_from_slice(entry.code.as_bytes());
            self.put(Section::NameEntries, &start.to_le_bytes());
            let len = entry.canonical.len() as u8;
            self.put(Section::NameEntries, &[len, entry.kinds, entry.sort, entry.agreement, entry.rank, 0]);
            self.put(Section::NameEntries, &code);
            self.put(Section::NameLetters, entry.canonical.as_bytes());
            start += u32::from(len);
        }
    }

    /// The pack.
    pub fn finish(self, source: &mut Source) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        for section in &self.sections {
            bytes.extend_from_slice(&(section.len() as u32).to_le_bytes());
        }
        for section in &self.sections {
            bytes.extend_from_slice(section);
        }
        let sizes: Vec<usize> = self.sections.iter().map(Vec::len).collect();
        source.note(format!("sizes of the sections: {sizes:?}"));
        bytes
    }
}

/// An open-addressing table at most two thirds full. Of words with one key the first stands.
fn table(keys: &[(String, u32)]) -> Vec<u8> {
    let slots = (keys.len() * 3 / 2 + 2).next_power_of_two();
    let mut table = vec![0u32; slots];
    for (key, id) in keys {
        let hash = hash::hash(key.as_bytes());
        let mut at = hash::home(hash, slots);
        while table[at] != 0 {
            at = (at + 1) & (slots - 1);
        }
        table[at] = hash::slot(*id, hash);
    }
    table.iter().flat_map(|slot| slot.to_le_bytes().into_iter().take(3)).collect()
}
