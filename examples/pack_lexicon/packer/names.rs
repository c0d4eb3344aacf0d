use std::collections::BTreeMap;

use greffier::lexicon::{Agreement, Classes, NameSort};

use super::drafts::{Draft, Drafts};
use super::layout::fold;
use super::lists::agreement;
use super::rules::{CONTEXT, CONTRACTED, Rules};
use super::split::cut;
use super::table::{Source, cell, parts};

/// A thing with one or more names.
#[derive(Clone, Default)]
pub struct Entry {
    pub canonical: String,
    pub kinds: u8,
    pub sort: u8,
    pub agreement: u8,
    pub rank: u8,
    pub code: String,
}

#[allow(dead_code)]
pub const PERSON: u8 = 1;
pub const ORGANISATION: u8 = 2;
pub const LOCATION: u8 = 4;
pub const EVENT: u8 = 8;
pub const PRODUCT: u8 = 16;

/// How a name relates to its entry.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Canonical,
    Acronym,
    Other,
}

/// One name, as the trie stores it.
#[derive(Clone)]
pub struct Name {
    pub words: Vec<String>,
    pub entry: u32,
    pub rules: Rules,
}

/// All names.
pub struct Names<'d> {
    pub words: &'d mut Drafts,
    pub entries: Vec<Entry>,
    names: BTreeMap<(Vec<String>, u8), Name>,
    /// Common words with accents, under their letters without.
    accented: BTreeMap<String, String>,
    notes: Vec<String>,
}

impl<'d> Names<'d> {
    pub fn new(words: &'d mut Drafts) -> Self {
        let mut accented = BTreeMap::new();
        for (form, _draft) in words
            .iter()
            .filter(|(form, draft)| draft.is_in_headlines() && draft.is_common() && !form.is_ascii())
        {
            let folded = fold(form);
            if folded != *form {
                accented.entry(folded).or_insert_with(|| form.clone());
            }
        }
        Self { words, entries: Vec::new(), names: BTreeMap::new(), accented, notes: Vec::new() }
    }

    /// Adds an entry with its canonical name; the other names follow with [`Names::alias`].
    pub fn entry(&mut self, kinds: u8, sort: &str, row: (&str, &str, &str), rank: u8, risk: &str) -> u32 {
        let (canonical, gender, code) = row;
        let sort = sort.parse().unwrap_or_else(|error: greffier::ontology::UnknownName| {
            self.notes.push(error.to_string().chars().take(60).collect());
            NameSort::Other
        });
        let agreement = if gender == "0" { Agreement::ANY } else { agreement(gender) };
        let code = if code.len() > 4 || code.contains([' ', ';']) { "" } else { code };
        self.entries.push(Entry {
            canonical: canonical.to_owned(),
            kinds,
            sort: sort as u8,
            agreement: agreement.bits(),
            rank,
            code: code.to_owned(),
        });
        let entry = self.entries.len() as u32 - 1;
        self.alias(entry, canonical, Form::Canonical, risk);
        entry
    }

    /// Adds a name of an entry. Of two entries of one kind with the same name the greater keeps it.
    pub fn alias(&mut self, entry: u32, name: &str, form: Form, risk: &str) {
        let mut tokens = cut(name);
        // «la Cimade»: the article is not of the name.
        if tokens.len() > 1 && matches!(tokens[0].as_str(), "le" | "la" | "les" | "l'") {
            tokens.remove(0);
        }
        if tokens.is_empty() || tokens.len() > 12 || name.starts_with('#') {
            return;
        }
        let Some(rules) = Rules::of(&tokens, &self.entries[entry as usize], form, risk, self.words) else {
            return;
        };
        let words: Vec<String> = tokens.iter().map(|token| self.with_accents(token.to_lowercase())).collect();
        self.put(words.clone(), entry, rules);
        let (first, rest) = (words[0].as_str(), &words[1..]);
        let location = self.entries[entry as usize].kinds == LOCATION;
        if location && !rest.is_empty() && matches!(first, "le" | "les") && tokens[0] != first {
            self.put(rest.to_vec(), entry, rules.without_first(CONTRACTED));
        }
        if location && self.entries[entry as usize].rank >= 6 {
            for (long, short) in [("saint-", "st-"), ("sainte-", "ste-")] {
                if let Some(name) = first.strip_prefix(long) {
                    let short = std::iter::once(format!("{short}{name}")).chain(rest.iter().cloned());
                    self.put(short.collect(), entry, rules);
                }
            }
        }
        self.without_accents(&words, entry, rules);
    }

    /// «Etat» in a name is the word `état`: a word of its own without accents would hide it from look-up.
    fn with_accents(&self, word: String) -> String {
        match self.accented.get(&word) {
            Some(accented) if self.words.get(&word).is_none_or(Draft::is_bare) => accented.clone(),
            _ => word,
        }
    }

    /// «Evry» is found under «Évry» by look-up, unless `evry` is a word of its own (a surname).
    fn without_accents(&mut self, words: &[String], entry: u32, rules: Rules) {
        let plain: Vec<String> = words
            .iter()
            .map(|word| {
                let folded = fold(word);
                let taken =
                    folded != *word && self.words.get(&folded).is_some_and(|draft| !draft.is_common());
                if taken { folded } else { word.clone() }
            })
            .collect();
        if plain != words {
            self.put(plain, entry, rules);
        }
    }

    fn put(&mut self, words: Vec<String>, entry: u32, rules: Rules) {
        let kinds = self.entries[entry as usize].kinds;
        let weight = self.weight(entry, rules);
        match self.names.get(&(words.clone(), kinds)).map(|old| (old.entry, old.rules)) {
            // «Coupe du monde» and «Coupe du Monde» are one name that demands the capitals that both have.
            Some((own, old)) if own == entry => {
                let rules = old.either(rules);
                self.names.insert((words.clone(), kinds), Name { words, entry, rules });
            }
            Some((other, old)) if self.weight(other, old) > weight => {}
            _ => {
                self.names.insert((words.clone(), kinds), Name { words, entry, rules });
            }
        }
    }

    /// A French town of some size is meant rather than one abroad that is many times as big («Valence», «Orange»);
    /// and a name that needs no context rather than one that does.
    fn weight(&self, entry: u32, rules: Rules) -> u8 {
        let entry = &self.entries[entry as usize];
        let french = entry.kinds == LOCATION
            && entry.rank >= 5
            && entry.code.starts_with(|c: char| c.is_ascii_digit());
        2 * (entry.rank + if french { 4 } else { 0 })
            + u8::from(entry.kinds == LOCATION || !rules.is(CONTEXT))
    }

    /// Marks the words that begin names, drops entries that lost all their names, and gives the rest out.
    pub fn finish(mut self, source: &mut Source) -> (Vec<Entry>, Vec<Name>) {
        let mut used = BTreeMap::new();
        for name in self.names.values() {
            let next = used.len() as u32;
            used.entry(name.entry).or_insert(next);
        }
        let order: BTreeMap<u32, u32> =
            used.keys().enumerate().map(|(new, old)| (*old, new as u32)).collect();
        let names: Vec<Name> = std::mem::take(&mut self.names)
            .into_values()
            .map(|name| Name { entry: order[&name.entry], ..name })
            .collect();
        let kept: Vec<u32> = order.keys().copied().collect();
        for name in &names {
            for word in &name.words {
                self.words.entry(word);
            }
            let kinds = self.entries[kept[name.entry as usize] as usize].kinds;
            self.mark(name, kinds);
        }
        let entries = order.keys().map(|old| self.entries[*old as usize].clone()).collect::<Vec<_>>();
        source.note(format!("{} names of {} entries", names.len(), entries.len()));
        self.notes.sort();
        self.notes.dedup();
        for note in &self.notes {
            source.note(note.clone());
        }
        (entries, names)
    }

    fn mark(&mut self, name: &Name, kinds: u8) {
        let first = &name.words[0];
        let start = if name.rules.small_first() {
            Classes::NAME_START.with(Classes::NAME_START_SMALL)
        } else {
            Classes::NAME_START
        };
        self.words.add_class(first, start);
        let only = name.words.len() == 1 && !name.rules.is(CONTRACTED);
        for (kind, class) in
            [(ORGANISATION, Classes::ORGANISATION), (EVENT, Classes::EVENT), (PRODUCT, Classes::PRODUCT)]
        {
            if kinds & kind != 0 && only {
                self.words.add_class(first, class);
            }
        }
    }
}

/// Reads a list of names; the header says which column holds what.
pub fn list(source: &mut Source, names: &mut Names<'_>, path: &str, kinds: u8, sort: Option<&str>, rank: u8) {
    let column = |name: &str| source.column(path, name).unwrap_or(usize::MAX);
    let (kind, country, acronyms) = (column("kind"), column("country"), column("acronym"));
    let (other, gender, risk) = (column("other"), column("gender"), column("risk"));
    for row in source.rows(path) {
        let head = (cell(&row, 0), cell(&row, gender), cell(&row, country));
        let risk = cell(&row, risk);
        let entry = names.entry(kinds, sort.unwrap_or_else(|| cell(&row, kind)), head, rank, risk);
        for acronym in parts(cell(&row, acronyms)) {
            names.alias(entry, acronym, Form::Acronym, risk);
        }
        for other in parts(cell(&row, other)) {
            names.alias(entry, other, Form::Other, risk);
        }
        if kinds == PERSON {
            let all: Vec<&str> = std::iter::once(cell(&row, 0)).chain(parts(cell(&row, other))).collect();
            for name in all {
                surname(names.words, name);
            }
        }
    }
}

/// The last word of a known person's name is a surname, whatever the registers say («Poutine»).
fn surname(words: &mut Drafts, name: &str) {
    let tokens = cut(name);
    let Some(last) = tokens.last().filter(|last| tokens.len() > 1 && last.chars().count() > 2) else {
        return;
    };
    if !last.chars().next().is_some_and(char::is_uppercase)
        || last.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
    {
        return;
    }
    let draft = words.entry(&last.to_lowercase());
    if draft.is_function() {
        return;
    }
    let known = draft.classes.any(Classes::SURNAME.with(Classes::FIRST_NAME));
    draft.classes = draft.classes | Classes::SURNAME;
    draft.ranks[1] = draft.ranks[1].max(6);
    if draft.is_common() && !known {
        draft.classes = draft.classes | Classes::AMBIGUOUS;
    }
}
