use once_cell::sync::Lazy;

use super::glue::Glue;
use super::term::Term;
use crate::document::Document;
use crate::lexicon::{Lexicon, WordId};
use crate::text::rows;

/// The tables of this module, over word ids.
pub(super) struct Vocabulary {
    /// Sorted by the first word, longer rows first.
    words: Vec<(WordId, Row)>,
    /// Rows whose first word is meant letter by letter («km», «M€»), or is in no word list.
    letters: Vec<(&'static str, Row)>,
    /// Which first words there are: most tokens are none, and are known for that by one bit.
    word_bits: Filter,
    letter_bits: Filter,
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
        let known = if self.word_bits.has(word.0) { best(&self.words, &word, doc, index) } else { None };
        let form = doc.form(index);
        let may_be = form.len() <= LONGEST_LETTERS || !word.is_known();
        let spelled = if may_be && self.letter_bits.has(outline(form)) {
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
        let mut table = Self {
            words: Vec::new(),
            letters: Vec::new(),
            word_bits: Filter::default(),
            letter_bits: Filter::default(),
            glue: Glue::load(),
        };
        for [forms, kind, value] in
            rows(include_str!("data/calendar.tsv")).chain(rows(include_str!("data/units.tsv")))
        {
            if let Some(term) = Term::read(kind, value) {
                table.add(forms, term);
            }
        }
        for [forms, code, power] in rows(include_str!("data/currencies.tsv")) {
            table.add(forms, Term::Currency(code, power.parse().unwrap_or(0)));
        }
        table.words.sort_by(|(a, row), (b, other)| a.cmp(b).then(other.rest.len().cmp(&row.rest.len())));
        table.letters.sort_by(|(a, row), (b, other)| a.cmp(b).then(other.rest.len().cmp(&row.rest.len())));
        table.words.iter().for_each(|(word, _)| table.word_bits.add(word.0));
        table.letters.iter().for_each(|(letters, _)| table.letter_bits.add(outline(letters)));
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

/// A set of numbers that may say yes to a number that is not in it, never no to one that is.
pub(super) struct Filter([u64; 64]);

impl Default for Filter {
    fn default() -> Self {
        Self([0; 64])
    }
}

impl Filter {
    const fn bit(number: u32) -> usize {
        (number.wrapping_mul(0x9E37_79B1) >> 20) as usize
    }

    pub(super) fn add(&mut self, number: u32) {
        let bit = Self::bit(number);
        self.0[bit >> 6] |= 1 << (bit & 63);
    }

    pub(super) fn has(&self, number: u32) -> bool {
        let bit = Self::bit(number);
        self.0[bit >> 6] >> (bit & 63) & 1 == 1
    }
}

/// The first and last letter and the length of a form.
fn outline(form: &str) -> u32 {
    let (first, last) = (form.as_bytes().first(), form.as_bytes().last());
    u32::from(*first.unwrap_or(&0)) | u32::from(*last.unwrap_or(&0)) << 8 | (form.len() as u32) << 16
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
