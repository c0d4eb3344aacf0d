use crate::document::Document;
use crate::lexicon::{Classes, WordId};
use crate::text::fold;
use crate::token::{TokenKind, TokenSpan};

/// A name as it is compared with others: its words without accents, capitals and small links.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Name {
    /// The folded words that count, in order.
    pub words: Vec<String>,
    /// The words of the lexicon for them.
    pub ids: Vec<WordId>,
    /// All folded words with their links, joined by spaces: equal for the same spelling only.
    pub whole: String,
}

/// Links that a name may have or lack.
const LINKS: [&str; 17] = [
    "de", "du", "des", "d'", "la", "le", "les", "l'", "et", "en", "&", "pour", "à", "aux", "au", "of", "the",
];

impl Name {
    /// The name that the tokens of a mention make.
    pub(super) fn new(doc: &Document<'_>, tokens: TokenSpan) -> Self {
        let mut name = Self::default();
        for i in tokens.indices() {
            let word = fold(doc.form(i));
            if !name.whole.is_empty() && !name.whole.ends_with('\'') {
                name.whole.push(' ');
            }
            name.whole.push_str(&word);
            let mark =
                doc.token(i).is_some_and(|t| matches!(t.kind, TokenKind::Punctuation | TokenKind::Symbol));
            if !LINKS.contains(&word.as_str()) && !mark {
                name.words.push(word);
                name.ids.push(doc.word(i));
            }
        }
        // «La Poste» without its article is still itself; a name of nothing but links is not.
        if name.words.is_empty() {
            name.words.push(name.whole.clone());
            name.ids.push(doc.word(tokens.start()));
        }
        name
    }

    /// Number of words that count.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The last word.
    pub(super) fn last(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }

    /// Whether the words of `other` are its last ones.
    pub(super) fn ends_with(&self, other: &Self) -> bool {
        self.words.ends_with(&other.words)
    }

    /// Whether the words of `other` are its first ones.
    pub(super) fn starts_with(&self, other: &Self) -> bool {
        self.words.starts_with(&other.words)
    }

    /// Whether the words of `other` all stand in it, in the same order.
    pub(super) fn contains_in_order(&self, other: &Self) -> bool {
        let mut mine = self.words.iter();
        other.words.iter().all(|word| mine.any(|m| m == word))
    }

    /// Whether `acronym` is made of the first letters of its words, links counted or not.
    pub(super) fn has_acronym(&self, acronym: &str) -> bool {
        let letters: Vec<char> = acronym.chars().filter(|c| c.is_alphanumeric()).collect();
        if letters.len() < 2 {
            return false;
        }
        let firsts = |words: &mut dyn Iterator<Item = &str>| -> Vec<char> {
            words.flat_map(|w| w.split('-')).filter_map(|w| w.chars().next()).collect()
        };
        let short = firsts(&mut self.words.iter().map(String::as_str));
        let long = firsts(&mut self.whole.split([' ', '\'']).filter(|w| !w.is_empty()));
        letters == short
            || letters == long
            || (letters.len() >= 3 && is_subsequence(&letters, &long) && letters.first() == short.first())
    }
}

fn is_subsequence(letters: &[char], of: &[char]) -> bool {
    let mut rest = of.iter();
    letters.iter().all(|letter| rest.any(|c| c == letter))
}

/// Whether the word is written as initials («J.-P.», «M»).
pub(super) fn is_initial(word: &str) -> bool {
    word.ends_with('.') || word.chars().count() == 1
}

/// Whether two first names may be the same: equal, or one is the initials of the other.
pub(super) fn compatible_first(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (short, long) = if is_initial(a) { (a, b) } else { (b, a) };
    is_initial(short)
        && short
            .split(['-', '.'])
            .filter(|part| !part.is_empty())
            .zip(long.split('-'))
            .all(|(initial, name)| name.starts_with(initial))
}

/// Whether a title before the name tells the gender: feminine, masculine, or nothing.
pub(super) fn gender_of_title(doc: &Document<'_>, start: usize) -> Option<crate::ontology::Gender> {
    let before = start.checked_sub(1)?;
    if !doc.is(before, Classes::TITLE) {
        return None;
    }
    match fold(doc.form(before)).as_str() {
        "m." | "mm." | "monsieur" | "messieurs" => Some(crate::ontology::Gender::Masculine),
        "mme" | "mmes" | "mlle" | "madame" | "mademoiselle" | "mme." => {
            Some(crate::ontology::Gender::Feminine)
        }
        _ => None,
    }
}
