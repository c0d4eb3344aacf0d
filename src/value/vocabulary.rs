use once_cell::sync::Lazy;

use super::glue::Glue;
use super::term::Term;
use crate::document::Document;
use crate::lexicon::{Lexicon, WordId};

/// The tables of this module, over word ids.
pub(super) struct Vocabulary {
    /// Sorted by the first word, longer rows first.
    words: Vec<(WordId, Row)>,
    /// Rows whose first word is meant letter by letter («km», «M€»), or is in no word list.
    letters: Vec<(&'static str, Row)>,
    /// The function words that join the parts of a value.
    pub(super) glue: Glue,
}

struct Row {
    rest: Box<[Atom]>,
    term: Term,
}

#[derive(Clone, Copy)]
enum Atom {
    Word(WordId),
    Letters(&'static str),
}

static FRENCH: Lazy<Vocabulary> = Lazy::new(Vocabulary::load);

impl Vocabulary {
    pub(super) fn french() -> &'static Self {
        &FRENCH
    }

    /// What the words at `index` mean, and how many words say it; the longest row wins.
    pub(super) fn look_up(&self, doc: &Document<'_>, index: usize) -> Option<(Term, usize)> {
        let word = doc.word(index);
        let known = if word.is_known() { best(&self.words, &word, doc, index) } else { None };
        let form = doc.form(index);
        let spelled = if form.len() <= LONGEST_LETTERS || !word.is_known() {
            best(&self.letters, &form, doc, index)
        } else {
            None
        };
        match (known, spelled) {
            (Some(known), Some(spelled)) if known.1 > spelled.1 => Some(known),
            (known, spelled) => spelled.or(known),
        }
    }

    /// The month with this name.
    pub(super) fn month(&self, name: &str) -> Option<u8> {
        let word = Lexicon::french().look_up(name);
        let from = self.words.partition_point(|(first, _)| *first < word);
        match self.words.get(from)? {
            (first, Row { term: Term::Month(month), .. }) if *first == word => Some(*month),
            _ => None,
        }
    }

    fn load() -> Self {
        let mut table = Self { words: Vec::new(), letters: Vec::new(), glue: Glue::load() };
        for (forms, kind, value) in
            rows(include_str!("data/calendar.tsv")).chain(rows(include_str!("data/units.tsv")))
        {
            if let Some(term) = Term::read(kind, value) {
                table.add(forms, term);
            }
        }
        for (forms, code, power) in rows(include_str!("data/currencies.tsv")) {
            table.add(forms, Term::Currency(code, power.parse().unwrap_or(0)));
        }
        table.words.sort_by(|(a, row), (b, other)| a.cmp(b).then(other.rest.len().cmp(&row.rest.len())));
        table.letters.sort_by(|(a, row), (b, other)| a.cmp(b).then(other.rest.len().cmp(&row.rest.len())));
        table
    }

    fn add(&mut self, forms: &'static str, term: Term) {
        for form in forms.split(';') {
            let (form, exact) = form.strip_prefix('=').map_or((form, false), |exact| (exact, true));
            let doc = Document::new(form);
            let mut atoms = (0..doc.len()).map(|i| match doc.word(i) {
                word if word.is_known() && !exact => Atom::Word(word),
                _ => Atom::Letters(doc.form(i)),
            });
            let first = atoms.next();
            let row = Row { rest: atoms.collect(), term };
            match first {
                Some(Atom::Word(word)) => self.words.push((word, row)),
                Some(Atom::Letters(letters)) => self.letters.push((letters, row)),
                None => {}
            }
        }
    }
}

/// No row that is meant letter by letter begins with a longer word, unless no word list has it.
const LONGEST_LETTERS: usize = 5;

fn best<K: Ord>(rows: &[(K, Row)], key: &K, doc: &Document<'_>, index: usize) -> Option<(Term, usize)> {
    let from = rows.partition_point(|(first, _)| first < key);
    rows.get(from..)?
        .iter()
        .take_while(|(first, _)| first == key)
        .find(|(_, row)| {
            row.rest.iter().enumerate().all(|(n, atom)| match *atom {
                Atom::Word(word) => doc.word(index + 1 + n) == word,
                Atom::Letters(letters) => doc.form(index + 1 + n) == letters,
            })
        })
        .map(|(_, row)| (row.term, 1 + row.rest.len()))
}

/// The rows of a table of three columns.
pub(super) fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    table.lines().filter(|line| !line.starts_with("# ")).filter_map(|line| {
        let mut cells = line.split('\t');
        Some((cells.next()?, cells.next()?, cells.next()?))
    })
}
