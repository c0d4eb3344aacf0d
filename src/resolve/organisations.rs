use std::collections::BTreeMap;

use super::bodies::opening;
use super::called::is_called;
use super::cluster::Cluster;
use super::key::{ByKey, Few, Key};
use super::name::{Name, Names, Word, letter};
use super::name_words::NameWords;
use crate::document::Document;
use crate::gazetteer::EntryId;
use crate::lexicon::Classes;
use crate::mention::Mention;
use crate::ontology::EntityKind;
use crate::token::{Shape, TokenSpan};

/// Joins the mentions of organisations, or of places, events and products: by spelling, by the lists, by
/// acronym, by a definition in brackets, by a short form.
pub(super) fn organisations(doc: &Document<'_>, mentions: &[&Mention]) -> Vec<Cluster> {
    let mut bodies = Bodies::default();
    let mut before: Option<(&Mention, Name, usize)> = None;
    for mention in mentions {
        let name = bodies.names.read(doc, mention.tokens);
        // «SDJ» within «la SDJ de Télé-Rivage» is that one.
        let defines = before.filter(|(m, known, _)| {
            m.tokens.start() == mention.tokens.start() || bodies.defines(doc, (m, known), (mention, &name))
        });
        let found = bodies.find(mention, &name);
        // «Future Pipe (FPI)» is not the party that the lists call FPI.
        if let Some((.., at)) = defines
            && name.letters.is_some()
            && let Some(cluster) = bodies.clusters.get_mut(at)
        {
            cluster.unlisted |= cluster.entry.is_none();
        }
        let index = match (defines, found) {
            (Some((_, _, at)), Some((other, _))) if at != other => {
                // The brackets tie two that were apart: the later one goes into the earlier one.
                let index = bodies.merge(at, other, "defined in brackets");
                bodies.clusters[index].join(mention, name, None, "defined in brackets");
                index
            }
            (Some((_, _, at)), _) => {
                bodies.clusters[at].join(mention, name, None, "defined in brackets");
                at
            }
            (None, Some((at, why))) => {
                bodies.clusters[at].join(mention, name, None, why);
                at
            }
            (None, None) => {
                bodies.clusters.push(Cluster::new(mention, name, None));
                bodies.clusters.len() - 1
            }
        };
        // The brackets say that the place is a part of the name.
        if let Some((known, ..)) = defines {
            let end = before_seat(doc, known.tokens, mention.tokens.start());
            if end > known.tokens.end() {
                let whole = bodies.names.read(doc, TokenSpan::new(known.tokens.start(), end));
                bodies.clusters[index].add_name(whole);
                bodies.note(index, known, &whole);
            }
        }
        bodies.note(index, mention, &name);
        before = Some((mention, name, index));
    }
    bodies.clusters.into_iter().filter(|cluster| cluster.absorbed.is_none()).collect()
}

/// The bodies so far, with the tables to find them by.
#[derive(Default)]
struct Bodies {
    names: Names,
    clusters: Vec<Cluster>,
    exact: ByKey<usize>,
    by_entry: BTreeMap<EntryId, usize>,
    /// By the words that are left without the generic ones, in any order.
    by_core: ByKey<Few>,
    /// By the beginnings of the name, and those of one generic word.
    by_beginning: ByKey<Few>,
    /// Acronyms that the text has, and acronyms that its names would have.
    acronyms: ByKey<usize>,
    initials: ByKey<usize>,
    /// «CHU de Lyon» and «centre hospitalier universitaire de Lyon» as letters with the words behind them.
    lettered: ByKey<usize>,
}

impl Bodies {
    /// The cluster itself, or the one that has taken it.
    fn root(&self, mut index: usize) -> usize {
        while let Some(next) = self.clusters.get(index).and_then(|cluster| cluster.absorbed) {
            index = next as usize;
        }
        index
    }

    fn merge(&mut self, a: usize, b: usize, why: &'static str) -> usize {
        let (first, second) = (a.min(b), a.max(b));
        let (left, right) = self.clusters.split_at_mut(second);
        if let (Some(keeps), Some(goes)) = (left.get_mut(first), right.first_mut()) {
            keeps.absorb(goes, why);
            goes.absorbed = Some(first as u32);
        }
        first
    }

    /// The body that the mention names, and why.
    fn find(&self, mention: &Mention, name: &Name) -> Option<(usize, &'static str)> {
        if let Some(at) = mention.entry.and_then(|entry| self.by_entry.get(&entry)) {
            return Some((self.root(*at), "listed as the same"));
        }
        if let Some(at) = self.exact.get(&name.counted) {
            return Some((self.root(*at), "same name"));
        }
        // A place that is called like the first word of another is not that one.
        if mention.kind != EntityKind::Organisation {
            return None;
        }
        let acronym =
            name.letters.or(name.soft).and_then(|letters| self.initials.get(&letters)).or_else(|| {
                [name.acronym, name.long_acronym]
                    .into_iter()
                    .filter(|_| name.len() > 1)
                    .find_map(|k| self.acronyms.get(&k))
            });
        // Letters stand for many things, and lists know only some of them: what the article spells out decides.
        if let Some(at) = acronym.map(|at| self.root(*at)) {
            return Some((at, "acronym"));
        }
        let lettered = match name.lettered {
            Some(key) => self.lettered.get(&key).copied(),
            None => self.names.with_letters(name).find_map(|key| self.lettered.get(&key).copied()),
        };
        if let Some(at) = lettered.map(|at| self.root(at)) {
            return Some((at, "acronym"));
        }
        self.by_core(name).or_else(|| self.by_short_form(mention, name))
    }

    /// Two that the lists know as different are different.
    fn may_join(&self, index: usize, mention: &Mention) -> bool {
        !matches!((self.clusters[index].entry, mention.entry), (Some(a), Some(b)) if a != b)
    }

    /// «BTA Bank» and «banque BTA»: the same words once the generic ones are left out.
    fn by_core(&self, name: &Name) -> Option<(usize, &'static str)> {
        let words = self.names.words(name);
        let few = self.by_core.get(&core(words)?)?;
        few.latest().map(|index| self.root(index)).find_map(|index| {
            let known = self.clusters[index].names.iter().map(|known| self.names.words(known));
            let same = known.into_iter().any(|known| heads_agree(known, words));
            same.then_some((index, "same core"))
        })
    }

    /// «Future Pipe» after «Future Pipe Industries», and the reverse.
    fn by_short_form(&self, mention: &Mention, name: &Name) -> Option<(usize, &'static str)> {
        let words = self.names.words(name);
        let longer = self.by_beginning.get(&name.counted).filter(|few| {
            // A head that many share stands for the only one of them that the text has.
            !(is_generic(words) || name.common) || few.latest().nth(1).is_none()
        });
        let longer = longer.and_then(|few| few.latest().next());
        // «la Ligue» is the league that the article has named, whatever else the lists call so.
        if let Some(index) = longer.filter(|_| is_generic(words)) {
            return Some((self.root(index), "short form"));
        }
        let shorter = || {
            beginnings(words).rev().find_map(|(key, len)| {
                let alone = is_generic(words.get(..len).unwrap_or_default());
                self.exact.get(&key).copied().filter(|_| !alone)
            })
        };
        longer
            .or_else(shorter)
            .map(|index| self.root(index))
            .filter(|index| self.may_join(*index, mention))
            .map(|index| (index, "short form"))
    }

    /// Enters a name that was found or is new into the tables.
    fn note(&mut self, index: usize, mention: &Mention, name: &Name) {
        if let Some(entry) = mention.entry {
            self.by_entry.entry(entry).or_insert(index);
        }
        if self.exact.insert(name.counted, index).is_some() || mention.kind != EntityKind::Organisation {
            return;
        }
        if let Some(letters) = name.letters.or(name.soft) {
            self.acronyms.entry(letters).or_insert(index);
        }
        match name.lettered {
            Some(key) => {
                self.lettered.entry(key).or_insert(index);
            }
            None => {
                for key in self.names.with_letters(name) {
                    self.lettered.entry(key).or_insert(index);
                }
            }
        }
        let words = self.names.words(name);
        // «la caisse d’allocations familiales du Doubs», whose letters leave the place out.
        if let [spelled @ .., place] = words
            && spelled.len() > 2
            && place.classes.any(Classes::PLACE | Classes::DEMONYM)
        {
            self.initials.entry(acronym(spelled)).or_insert(index);
        }
        if let Some(letters) = self.names.after_letters(name) {
            self.initials.entry(letters).or_insert(index);
        }
        if name.len() > 1 {
            self.initials.entry(name.acronym).or_insert(index);
            self.initials.entry(name.long_acronym).or_insert(index);
        }
        if let Some(core) = core(words) {
            self.by_core.entry(core).or_default().push(index);
        }
        for (key, _) in beginnings(words) {
            self.by_beginning.entry(key).or_default().push(index);
        }
    }

    /// «Organisation du traité (OTSC)» or «OTSC (Organisation du traité)».
    fn defines(&self, doc: &Document<'_>, before: (&Mention, &Name), after: (&Mention, &Name)) -> bool {
        let ((a, a_name), (b, b_name)) = (before, after);
        let brackets = in_brackets(doc, a.tokens, b.tokens);
        let short_b = b_name.letters.or(b_name.soft);
        let aside = || short_b.is_some() && opening(doc, b.tokens.start()) == Some(a.tokens.end());
        if a.kind != b.kind {
            return false;
        }
        if a.kind == EntityKind::Organisation && is_called(doc, a.tokens.end(), b.tokens) {
            return true;
        }
        if !brackets && !aside() {
            return false;
        }
        let (short, long) = match (a_name.letters.or(a_name.soft), short_b) {
            (_, Some(_)) if a_name.len() > 1 => (b.tokens, a_name),
            (Some(_), _) if b_name.len() > 1 => (a.tokens, b_name),
            _ => return false,
        };
        // Two that the lists know as different are one only if the letters say so: «Union calédonienne (FLNKS)» is a
        // member and its league.
        let capitals = a_name.letters.or(b_name.letters);
        let letters = capitals.or(a_name.soft).or(b_name.soft);
        let spelled = letters.is_some_and(|l| l == long.acronym || l == long.long_acronym);
        let seated = before_seat(doc, a.tokens, b.tokens.start()) > a.tokens.end();
        let different = !seated && matches!((a.entry, b.entry), (Some(a), Some(b)) if a != b);
        if !spelled && (!brackets || capitals.is_none() || different) {
            return false;
        }
        // The letters may be those of a foreign name, but some letter ties them, or the long name says what it is.
        let first = doc.form(short.start()).to_lowercase().chars().next().unwrap_or_default();
        let words = self.names.words(long);
        words.iter().any(|word| word.initials[0] == first)
            || words.first().is_some_and(|word| word.classes.any(Classes::ORGANISATION_HEAD))
    }
}

/// Where a name ends, with the place behind it where the bracket at `to` follows that: «Union régionale |d’Alsace| (URA)».
fn before_seat(doc: &Document<'_>, name: TokenSpan, to: usize) -> usize {
    const MOST: usize = 4;
    let link = name.end();
    let open = to.saturating_sub(1);
    let seated = link + 1 < open
        && open <= link + MOST
        && matches!(doc.form(link), "de" | "d'" | "d’" | "du")
        && (link + 1..open).all(|i| doc.is_capital(i) && doc.is_joined(i));
    if seated { open } else { link }
}

fn in_brackets(doc: &Document<'_>, before: TokenSpan, after: TokenSpan) -> bool {
    let open = before_seat(doc, before, after.start());
    let direct = after.start() == open + 1 && matches!(doc.form(open), "(" | "[");
    let closed = matches!(doc.form(after.end()), ")" | "]" | "," | ";");
    direct && closed && doc.token(before.start()).is_some_and(|token| token.shape != Shape::None)
}

/// The key of the first letters.
fn acronym(words: &[Word]) -> Key {
    words.iter().fold(Key::empty(), |key, word| key.then(letter(word.initials[0])))
}

/// Nouns that say what an organisation is and may be left out of its name.
fn is_generic_word(word: &Word) -> bool {
    word.classes.any(Classes::ORGANISATION_HEAD | Classes::LEGAL_FORM)
        || NameWords::get().generic.contains(&word.key)
}

fn is_generic(words: &[Word]) -> bool {
    matches!(words, [word] if is_generic_word(word))
}

/// The words without the generic ones, in any order; nothing if none is left, or only the name of a place.
fn core(words: &[Word]) -> Option<Key> {
    let mut rest = words.iter().filter(|word| !is_generic_word(word));
    let first = rest.next()?;
    let mut core = Key::empty().and(first.key);
    let mut alone = true;
    for word in rest {
        alone = false;
        core = core.and(word.key);
    }
    (!(alone && first.classes.any(Classes::PLACE | Classes::DEMONYM))).then_some(core)
}

/// Two ministries or two courts differ in nothing but their heads, so only heads that change nothing may differ.
fn heads_agree(a: &[Word], b: &[Word]) -> bool {
    let known = NameWords::get();
    let heads = |words: &[Word]| -> (usize, bool, bool, Key) {
        let mut seen = (0, true, false, Key::empty());
        for word in words.iter().filter(|word| is_generic_word(word)) {
            seen.0 += 1;
            seen.1 &= known.free.contains(&word.key) || word.classes.any(Classes::LEGAL_FORM);
            seen.2 |= known.banks.contains(&word.key);
            seen.3 = seen.3.and(word.key);
        }
        seen
    };
    let ((count_a, free_a, bank_a, key_a), (count_b, free_b, bank_b, key_b)) = (heads(a), heads(b));
    key_a == key_b
        || (count_a == 0 && free_b)
        || (count_b == 0 && free_a)
        || (bank_a && bank_b && free_a && free_b)
}

/// The beginnings of a name of two words or more, shortest first, with their lengths.
fn beginnings(words: &[Word]) -> impl DoubleEndedIterator<Item = (Key, usize)> + use<> {
    let mut keys: Vec<(Key, usize)> = Vec::new();
    let mut key = Key::empty();
    for (index, word) in words.iter().take(6).enumerate() {
        if index + 1 == words.len() {
            break;
        }
        key = key.then(word.key);
        keys.push((key, index + 1));
    }
    keys.into_iter()
}
