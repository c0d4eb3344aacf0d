use std::collections::BTreeMap;

use super::{ArgumentId, KindId, NameSort, PropertyId, RecordId, RecordKind, TokenSet, Vocabulary};
use crate::lexicon::{Classes, WordId};

/// The smallest host: a vocabulary that is a few lines of text, and [texts](Plain::view) with the crudest of syntax.
///
/// It is there to try pages out, to show what a host has to do, and to prove that the engine knows no language. Its
/// lines:
///
/// * `lemma give gives gave`: a lemma and its forms,
/// * `set press papers radio`: a set of words,
/// * `function to the a`: function words,
/// * `kind Person Alice Bob`: a kind of mention and the names of that kind (a name of several words with `_`),
/// * `argument subject before`, `argument object after`, `argument by by`: what stands before the trigger, directly
///   behind it, or behind a word,
/// * `property passive was were`: a property, and words one of which stands at most two tokens before what has it,
/// * `record sale seller goods`: a kind of record and its parts.
///
/// A word with a hyphen has no id, so that the way of unknown words is walked too.
///
/// ```
/// use greffier::rule::{Page, Plain, Rules};
///
/// let plain = Plain::new("lemma sell sells sold\nkind Person Alice Bob\nkind Thing bread\nrecord sale seller goods");
/// let page = Page::new("trade.page", "
/// rule sale
///   doc    Somebody sells something.
///   match  <who:Person> ..3 ~sell ..3 <what:Thing>
///   link   sale(who, what)
///   yes    Alice sold us bread.
///          -> sale(Alice; bread)
///   no     Alice ate bread.
/// ");
/// let rules = Rules::compile(&[page], &plain).unwrap();
/// let text = plain.view("At noon Bob often sells fresh bread .");
/// let found = rules.matches(&text);
/// assert_eq!(rules.written(&found[0], &text), "sale(seller: Bob; goods: bread)");
/// ```
#[derive(Debug, Default)]
pub struct Plain {
    pub(super) lemmas: BTreeMap<String, WordId>,
    sets: BTreeMap<String, TokenSet>,
    pub(super) function: Vec<WordId>,
    kinds: Vec<String>,
    /// Names by kind, the words of each in small letters.
    pub(super) names: Vec<(KindId, Vec<String>)>,
    pub(super) arguments: Vec<(String, String)>,
    pub(super) properties: Vec<(String, Vec<WordId>)>,
    records: Vec<RecordKind>,
}

impl Plain {
    /// A vocabulary of these lines; a line that it does not understand is skipped.
    pub fn new(lines: &str) -> Self {
        let mut plain = Self::default();
        for line in lines.lines() {
            let words: Vec<&str> = line.split_whitespace().collect();
            if let [sort, name, rest @ ..] = words.as_slice() {
                plain.add(sort, name, rest);
            }
        }
        plain
    }

    fn add(&mut self, sort: &str, name: &str, rest: &[&str]) {
        let ids = || rest.iter().map(|word| word_id(word)).collect::<Vec<_>>();
        match sort {
            "lemma" => {
                let lemma = word_id(name);
                self.lemmas.insert(name.to_owned(), lemma);
                self.lemmas.extend(rest.iter().map(|form| ((*form).to_owned(), lemma)));
            }
            "set" => {
                self.sets.insert(name.to_owned(), TokenSet { words: ids(), ..TokenSet::default() });
            }
            "function" => {
                self.function.push(word_id(name));
                self.function.extend(ids());
            }
            "kind" => {
                let id = KindId(self.kinds.len() as u16);
                self.kinds.push(name.to_owned());
                let split = |name: &&str| name.to_lowercase().split('_').map(str::to_owned).collect();
                self.names.extend(rest.iter().map(|name| (id, split(name))));
            }
            "argument" => {
                self.arguments.push((name.to_owned(), rest.first().copied().unwrap_or(name).to_owned()));
            }
            "property" => self.properties.push((name.to_owned(), ids())),
            "record" => {
                let id = RecordId(self.records.len() as u16);
                let parts = rest.iter().map(|part| (*part).to_owned()).collect();
                self.records.push(RecordKind { id, name: name.to_owned(), parts });
            }
            _ => {}
        }
    }

    pub(super) fn classes_of(&self, word: WordId, lemma: WordId) -> Classes {
        let function = if self.function.contains(&word) { Classes::FUNCTION } else { Classes::EMPTY };
        let verb = if lemma.is_known() { Classes::FINITE } else { Classes::EMPTY };
        function | verb
    }
}

/// An id made of the letters, so that no list of words is needed.
pub(super) fn word_id(word: &str) -> WordId {
    if word.contains('-') {
        return WordId::UNKNOWN;
    }
    let small = word.to_lowercase();
    let hash = small.bytes().fold(0x811c_9dc5_u32, |hash, b| (hash ^ u32::from(b)).wrapping_mul(0x0100_0193));
    WordId(hash | 1)
}

impl Vocabulary for Plain {
    fn tokens<'w>(&self, written: &'w str) -> Vec<&'w str> {
        match written.strip_suffix('.') {
            Some(word) if !word.is_empty() => vec![word, "."],
            _ => vec![written],
        }
    }

    fn word(&self, token: &str) -> WordId {
        word_id(token)
    }

    fn lemma(&self, name: &str) -> Option<WordId> {
        self.lemmas.get(name).copied().filter(|lemma| *lemma == word_id(name))
    }

    fn classes(&self, word: WordId) -> Classes {
        self.classes_of(word, WordId::UNKNOWN)
    }

    fn set(&self, name: &str) -> Option<TokenSet> {
        if name == "function" {
            return Some(TokenSet { classes: Classes::FUNCTION, ..TokenSet::default() });
        }
        self.sets.get(name).cloned()
    }

    fn kind(&self, name: &str) -> Option<KindId> {
        self.kinds.iter().position(|kind| kind == name).map(|id| KindId(id as u16))
    }

    fn argument(&self, name: &str) -> Option<ArgumentId> {
        self.arguments.iter().position(|(known, _)| known == name).map(|id| ArgumentId(id as u16))
    }

    fn property(&self, name: &str) -> Option<PropertyId> {
        self.properties.iter().position(|(known, _)| known == name).map(|id| PropertyId(id as u16))
    }

    fn record(&self, name: &str) -> Option<RecordKind> {
        self.records.iter().find(|record| record.name == name).cloned()
    }

    fn names(&self, sort: NameSort) -> Vec<String> {
        match sort {
            NameSort::Lemma => {
                self.lemmas.iter().filter(|(n, l)| **l == word_id(n)).map(|(n, _)| n.clone()).collect()
            }
            NameSort::Set => self.sets.keys().cloned().chain(["function".to_owned()]).collect(),
            NameSort::Kind => self.kinds.clone(),
            NameSort::Argument => self.arguments.iter().map(|(name, _)| name.clone()).collect(),
            NameSort::Property => self.properties.iter().map(|(name, _)| name.clone()).collect(),
            NameSort::Record => self.records.iter().map(|record| record.name.clone()).collect(),
        }
    }
}
