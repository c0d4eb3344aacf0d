use super::key::Key;
use super::name_words::NameWords;
use crate::document::Document;
use crate::lexicon::Classes;
use crate::ontology::Gender;
use crate::text::fold_into;
use crate::token::{Shape, TokenKind, TokenSpan};

/// A word of a name as it is compared with others.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Its letters without accents and capitals.
    pub key: Key,
    /// The first letters of its parts («Kassym-Jomart»: k, j).
    pub initials: [char; 2],
    /// The first letter of the small word right before it («des» journalistes: d).
    pub link: Option<char>,
    /// Whether it is nothing but initials («J.-P.», «F.»).
    pub initial: bool,
    /// What the lexicon knows of it.
    pub classes: Classes,
}

/// A name: where its words lie in [`Names`].
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    words: (u32, u32),
    /// All its words with their links: equal for the same spelling only.
    pub whole: Key,
    /// The words that count, in order.
    pub counted: Key,
    /// The first letters of the words that count.
    pub acronym: Key,
    /// The first letters of all words.
    pub long_acronym: Key,
    /// Where it is one word in capitals: its letters as an acronym.
    pub letters: Option<Key>,
    /// Where it is one word that may be an acronym though only its first letter is a capital («Insee»): its letters.
    pub soft: Option<Key>,
    /// Where it is letters with words behind them («CHU de Lyon»): the letters, then the words.
    pub lettered: Option<Key>,
    /// The letters that begin it, where they are few and words follow («AS Monaco»).
    pub first_letters: Option<Key>,
    /// Whether it begins with a common noun in small letters.
    pub common: bool,
    /// The tokens that it was read from.
    pub tokens: TokenSpan,
}

/// The names of one kind in a text, word by word.
#[derive(Debug, Default)]
pub(super) struct Names {
    words: Vec<Word>,
    folded: String,
}

impl Names {
    /// Reads the name that the tokens of a mention make.
    pub(super) fn read(&mut self, doc: &Document<'_>, tokens: TokenSpan) -> Name {
        let start = self.words.len();
        let (mut whole, mut counted) = (Key::empty(), Key::empty());
        let (mut acronym, mut long_acronym) = (Key::empty(), Key::empty());
        let mut before = None;
        let links = &NameWords::get().links;
        for i in tokens.indices() {
            fold_into(doc.form(i), &mut self.folded);
            // «el-Assad», «al-Assad» and «Assad» are one surname.
            let folded = self
                .folded
                .strip_prefix("al-")
                .or_else(|| self.folded.strip_prefix("el-"))
                .unwrap_or(&self.folded);
            // «Canal +» and «Canal+» are one.
            let folded = match folded.trim_end_matches('+') {
                "" => folded,
                bare => bare,
            };
            let key = Key::of(folded);
            whole = whole.then(key);
            let Some(token) = doc.token(i) else { continue };
            if matches!(token.kind, TokenKind::Punctuation | TokenKind::Symbol) {
                continue;
            }
            let link = links.contains(&key) && token.shape != Shape::Upper;
            for part in folded.split('-') {
                let letter = part.chars().next().map_or(Key::empty(), letter);
                long_acronym = long_acronym.then(letter);
                if !link {
                    acronym = acronym.then(letter);
                }
            }
            if link {
                before = folded.chars().next();
            } else {
                counted = counted.then(key);
                self.words.push(Word { link: before.take(), ..word(folded, key, doc.classes(i)) });
            }
        }
        // «La Poste» without its article is still itself; a name of nothing but links is not.
        if self.words.len() == start {
            counted = whole;
            self.words.push(word(doc.form(tokens.start()), whole, Classes::EMPTY));
        }
        Name {
            words: (start as u32, self.words.len() as u32),
            whole,
            counted,
            acronym,
            long_acronym,
            letters: letters(doc, tokens),
            soft: soft_letters(doc, tokens),
            lettered: self.lettered(doc, tokens, start),
            first_letters: first_letters(doc, tokens),
            common: doc.token(tokens.start()).is_some_and(|token| token.shape == Shape::Lower),
            tokens,
        }
    }

    /// The letters that begin a name, then its words from the second on.
    fn lettered(&self, doc: &Document<'_>, tokens: TokenSpan, from: usize) -> Option<Key> {
        const MOST: usize = 5;
        let first = doc.token(tokens.start()).filter(|token| token.shape == Shape::Upper)?;
        let rest = self.words.get(from + 1..).filter(|rest| !rest.is_empty() && first.span.len() <= MOST)?;
        let key = letters(doc, TokenSpan::new(tokens.start(), tokens.start() + 1))?;
        Some(rest.iter().fold(key, |key, word| key.then(word.key)))
    }

    /// What names with letters this one may be written as: «CHU de Lyon» of «centre hospitalier universitaire de Lyon».
    pub(super) fn with_letters(&self, name: &Name) -> impl Iterator<Item = Key> + '_ {
        const MOST: usize = 4;
        let words = self.words(name);
        let counts = 2..=MOST.min(words.len().saturating_sub(1));
        counts.flat_map(move |count| [false, true].map(|links| (count, links))).map(move |(count, links)| {
            let (spelled, rest) = words.split_at(count);
            let letters = spelled.iter().enumerate().fold(Key::empty(), |key, (at, word)| {
                let link = word.link.filter(|_| links && at > 0);
                let key = link.map_or(key, |link| key.then(letter(link)));
                key.then(letter(word.initials[0]))
            });
            rest.iter().fold(letters, |key, word| key.then(word.key))
        })
    }

    /// «ASM» of «AS Monaco»: the letters that begin a name with those of the words behind them.
    pub(super) fn after_letters(&self, name: &Name) -> Option<Key> {
        let rest = self.words(name).get(1..).filter(|rest| !rest.is_empty())?;
        let first = name.first_letters?;
        Some(rest.iter().fold(first, |key, word| key.then(letter(word.initials[0]))))
    }

    /// The words of a name that count, in order.
    pub(super) fn words(&self, name: &Name) -> &[Word] {
        self.words.get(name.words.0 as usize..name.words.1 as usize).unwrap_or_default()
    }

    /// The last word.
    pub(super) fn last(&self, name: &Name) -> Key {
        self.words(name).last().map_or(name.whole, |word| word.key)
    }

    /// The first word.
    pub(super) fn first(&self, name: &Name) -> Key {
        self.words(name).first().map_or(name.whole, |word| word.key)
    }
}

impl Name {
    /// Number of words that count.
    pub(super) const fn len(&self) -> usize {
        (self.words.1 - self.words.0) as usize
    }
}

fn word(folded: &str, key: Key, classes: Classes) -> Word {
    let mut firsts = folded.split(['-', '.']).filter_map(|part| part.chars().next());
    let initials = [firsts.next().unwrap_or_default(), firsts.next().unwrap_or_default()];
    let initial = folded.ends_with('.') || folded.chars().nth(1).is_none();
    Word { key, initials, link: None, initial, classes }
}

/// The key of one letter of an acronym.
pub(super) fn letter(c: char) -> Key {
    Key::of(c.encode_utf8(&mut [0; 4]))
}

/// The letters of a mention that is one word in capitals, with points or without («OTSC», «O.N.U.»).
fn letters(doc: &Document<'_>, tokens: TokenSpan) -> Option<Key> {
    let form = doc.form(tokens.start());
    let acronym = tokens.len() == 1
        && form.len() >= 2
        && (form.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) || is_mixed(form))
        && form.chars().filter(|c| c.is_alphabetic()).nth(1).is_some();
    if !acronym {
        return None;
    }
    Some(spelt(form))
}

/// «AS» of «AS Monaco».
fn first_letters(doc: &Document<'_>, tokens: TokenSpan) -> Option<Key> {
    let few = doc.token(tokens.start()).is_some_and(|t| t.shape == Shape::Upper && t.span.len() <= 3);
    let first = TokenSpan::new(tokens.start(), tokens.start() + 1);
    if few && tokens.len() > 1 { letters(doc, first) } else { None }
}

/// «DoJ», «InVS»: a small letter or two among capitals.
fn is_mixed(form: &str) -> bool {
    const MOST: usize = 5;
    let capital = |c: Option<char>| c.is_some_and(char::is_uppercase);
    form.len() <= MOST
        && capital(form.chars().next())
        && capital(form.chars().next_back())
        && form.chars().all(char::is_alphabetic)
}

/// «Insee», «Unesco»: four letters or more, so that no chance makes them the first ones of a name.
fn soft_letters(doc: &Document<'_>, tokens: TokenSpan) -> Option<Key> {
    let token = doc.token(tokens.start()).filter(|_| tokens.len() == 1)?;
    let short = token.shape == Shape::Capitalised && (4..=8).contains(&token.span.len());
    short.then(|| spelt(doc.form(tokens.start())))
}

/// The letters of a word as those of an acronym.
fn spelt(form: &str) -> Key {
    let mut buffer = String::new();
    fold_into(form, &mut buffer);
    buffer.chars().filter(|c| c.is_alphanumeric()).fold(Key::empty(), |key, c| key.then(letter(c)))
}

/// Whether two first names may be the same: equal, or one is the initials of the other.
pub(super) fn compatible_first(a: &Word, b: &Word) -> bool {
    if a.key == b.key {
        return true;
    }
    let (short, long) = if a.initial { (a, b) } else { (b, a) };
    short.initial
        && short.initials[0] == long.initials[0]
        && (short.initials[1] == char::default() || short.initials[1] == long.initials[1])
}

/// Whether the words of `short` are the last of `long`.
pub(super) fn ends_with(long: &[Word], short: &[Word]) -> bool {
    long.len() >= short.len()
        && long[long.len() - short.len()..].iter().zip(short).all(|(a, b)| a.key == b.key)
}

/// Whether the words of `short` all stand in `long`, in the same order.
pub(super) fn contains_in_order(long: &[Word], short: &[Word]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|word| rest.any(|other| other.key == word.key))
}

/// Whether a title before the name tells the gender: feminine, masculine, or nothing.
pub(super) fn gender_of_title(doc: &Document<'_>, start: usize) -> Option<Gender> {
    let before = start.checked_sub(1)?;
    if !doc.is(before, Classes::TITLE) {
        return None;
    }
    match doc.form(before) {
        "M." | "MM." | "Monsieur" | "monsieur" | "Messieurs" | "M" => Some(Gender::Masculine),
        "Mme" | "Mmes" | "Mlle" | "Madame" | "madame" | "Mademoiselle" | "mademoiselle" | "Mme." => {
            Some(Gender::Feminine)
        }
        _ => None,
    }
}
