use super::cluster::Cluster;
use super::key::{ByKey, Few, Key};
use super::name::{Name, Names, Word, compatible_first, contains_in_order, ends_with, gender_of_title};
use crate::document::Document;
use crate::gazetteer::EntryId;
use crate::lexicon::Classes;
use crate::mention::Mention;
use crate::ontology::Gender;
use std::collections::BTreeMap;

/// Joins the mentions of people: full names first, then what is shorter, because a headline says
/// «Dupont» before the article says «Jean Dupont».
pub(super) fn persons(doc: &Document<'_>, mentions: &[&Mention]) -> Vec<Cluster> {
    let mut people = People { names: Names::default(), ..People::default() };
    let named: Vec<(&Mention, Name, Option<Gender>)> = mentions
        .iter()
        .map(|m| {
            let titled = gender_of_title(doc, m.tokens.start());
            let name = people.names.read(doc, m.tokens);
            (*m, name, titled.or_else(|| gender_of_name(people.names.words(&name))))
        })
        .collect();
    for (mention, name, gender) in named.iter().filter(|(_, name, _)| name.len() > 1) {
        people.add_full(mention, *name, *gender);
    }
    // The short forms in reading order, so that each goes to somebody who was spoken of before it.
    for (mention, name, gender) in &named {
        if name.len() > 1 {
            people.see(mention, name);
        } else {
            people.add_short(mention, *name, *gender);
        }
    }
    people.clusters
}

/// The people so far, with the tables to find them by.
#[derive(Default)]
struct People {
    names: Names,
    clusters: Vec<Cluster>,
    exact: ByKey<Few>,
    by_last: ByKey<Few>,
    by_first: ByKey<Few>,
    /// Words of a name that are neither the first nor the last («Bongo» of Ali Bongo Ondimba).
    by_middle: ByKey<Few>,
    /// People who have no name but this one word.
    single: ByKey<Few>,
    by_entry: BTreeMap<EntryId, usize>,
    /// For each cluster how often it was seen, and whether by its surname alone, in the second pass.
    seen: Vec<(u32, bool)>,
    /// The cluster that a full mention went to, by its first token.
    joined: BTreeMap<usize, usize>,
}

impl People {
    fn add_full(&mut self, mention: &Mention, name: Name, gender: Option<Gender>) {
        let found = self.same_full_name(mention, &name, gender);
        let index = match found {
            Some((index, why)) => {
                self.clusters[index].join(mention, name, gender, why);
                index
            }
            None => {
                self.clusters.push(Cluster::new(mention, name, gender));
                self.clusters.len() - 1
            }
        };
        self.joined.insert(mention.tokens.start(), index);
        if let Some(entry) = mention.entry {
            self.by_entry.entry(entry).or_insert(index);
        }
        self.exact.entry(name.counted).or_default().push(index);
        let words = self.names.words(&name);
        if let [first, middle @ .., last] = words {
            self.by_first.entry(first.key).or_default().push(index);
            self.by_last.entry(last.key).or_default().push(index);
            for word in middle.iter().take(4) {
                self.by_middle.entry(word.key).or_default().push(index);
            }
        }
    }

    /// The person whose full name this is another form of.
    fn same_full_name(
        &self,
        mention: &Mention,
        name: &Name,
        gender: Option<Gender>,
    ) -> Option<(usize, &'static str)> {
        let listed =
            mention.entry.and_then(|entry| self.by_entry.get(&entry)).map(|at| (*at, "listed as the same"));
        if listed.is_some() {
            return listed;
        }
        let fits = |index: &usize| !clash(self.clusters[*index].gender, gender);
        if let Some(exact) = self.exact.get(&name.counted).and_then(|few| few.latest().find(|i| fits(i))) {
            return Some((exact, "same name"));
        }
        let words = self.names.words(name);
        let tables = [(&self.by_last, self.names.last(name)), (&self.by_first, self.names.first(name))];
        for (table, key) in tables {
            for index in table.get(&key).into_iter().flat_map(Few::latest).filter(|i| fits(i)) {
                let why = self.clusters[index]
                    .names
                    .iter()
                    .filter(|known| known.len() > 1)
                    .find_map(|known| variant(self.names.words(known), words));
                if let Some(why) = why {
                    return Some((index, why));
                }
            }
        }
        None
    }

    /// Notes in reading order that a full name stands here.
    fn see(&mut self, mention: &Mention, name: &Name) {
        let Some(index) = self.joined.get(&mention.tokens.start()).copied() else { return };
        self.count(index, false);
        // The latest one is looked at first.
        let last = self.names.last(name);
        if let Some(few) = self.by_last.get_mut(&last) {
            few.push(index);
        }
    }

    fn count(&mut self, index: usize, short: bool) {
        if self.seen.len() <= index {
            self.seen.resize(index + 1, (0, false));
        }
        if let Some(seen) = self.seen.get_mut(index) {
            *seen = (seen.0 + 1, seen.1 || short);
        }
    }

    fn add_short(&mut self, mention: &Mention, name: Name, gender: Option<Gender>) {
        let word = self.names.last(&name);
        let index = match self.bearer(mention, word, gender) {
            Some((index, why)) => {
                self.clusters[index].join(mention, name, gender, why);
                index
            }
            None => {
                self.clusters.push(Cluster::new(mention, name, gender));
                self.single.entry(word).or_default().push(self.clusters.len() - 1);
                self.clusters.len() - 1
            }
        };
        // «Mme Dupont» is not called Dupont alone.
        self.count(index, gender.is_none());
    }

    /// The person whom a single word stands for: by surname, by the lists, by a part of the name, by first name.
    fn bearer(&self, mention: &Mention, word: Key, gender: Option<Gender>) -> Option<(usize, &'static str)> {
        let listed = || mention.entry.and_then(|entry| self.by_entry.get(&entry)).copied();
        self.pick(&self.by_last, word, gender)
            .map(|index| (index, "surname"))
            .or_else(|| listed().map(|index| (index, "listed as the same")))
            .or_else(|| self.pick(&self.by_middle, word, gender).map(|index| (index, "part of the surname")))
            .or_else(|| self.pick(&self.by_first, word, gender).map(|index| (index, "first name")))
            .or_else(|| self.pick(&self.single, word, gender).map(|index| (index, "same name")))
    }

    /// Of several people the one whom the text has called by this word alone before, else the one whom the text names
    /// most often, who was named before rather than who will be.
    fn pick(&self, table: &ByKey<Few>, word: Key, gender: Option<Gender>) -> Option<usize> {
        // «Mme Dupont» is not the Dupont of whom nothing but a man's name is known, nor the reverse.
        let few = table.get(&word)?;
        let fitting = || few.latest().filter(|index| !clash(self.clusters[*index].gender, gender));
        let seen = |index: usize| self.seen.get(index).copied().unwrap_or_default();
        // A headline means the one whom the article introduces first.
        if fitting().all(|index| seen(index).0 == 0) {
            return fitting().min();
        }
        let called = fitting().any(|index| seen(index).1);
        let candidates = || fitting().filter(|index| seen(*index).1 == called);
        // Whoever the article is about is named most often; one who was named already counts twice.
        let weight =
            |index: usize| self.clusters[index].mentions.len() * if seen(index).0 > 0 { 2 } else { 1 };
        let most = candidates().map(weight).max()?;
        // Of two who are named about as often the one who was introduced first goes by the surname alone.
        candidates().filter(|index| weight(*index) * 2 >= most).min()
    }
}

/// Why two full names may be one person's.
fn variant(known: &[Word], name: &[Word]) -> Option<&'static str> {
    let (long, short) = if known.len() >= name.len() { (known, name) } else { (name, known) };
    let (Some(first), Some(last), Some(long_first), Some(long_last)) =
        (short.first(), short.last(), long.first(), long.last())
    else {
        return None;
    };
    // «Le Pen» has two words for the eye and one for the registry: a name that is only a tail.
    if long.len() > short.len() && ends_with(long, short) {
        return Some("surname");
    }
    if long.len() > short.len() && first.key == long_first.key && contains_in_order(long, short) {
        return Some("middle name left out");
    }
    let initials =
        last.key == long_last.key && first.key != long_first.key && compatible_first(first, long_first);
    initials.then_some("initials")
}

fn clash(a: Option<Gender>, b: Option<Gender>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}

/// The gender that the first name has, where it has one only.
fn gender_of_name(words: &[Word]) -> Option<Gender> {
    let [first, _, ..] = words else { return None };
    match (first.classes.any(Classes::FIRST_NAME_M), first.classes.any(Classes::FIRST_NAME_F)) {
        (true, false) => Some(Gender::Masculine),
        (false, true) => Some(Gender::Feminine),
        _ => None,
    }
}
