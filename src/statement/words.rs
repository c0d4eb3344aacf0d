use crate::lexicon::{Lexicon, WordId, WordMap};
use crate::text::rows;

/// What a grammatical word may do in a clause, as a set.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Parts(u32);

macro_rules! parts {
    ($($name:ident $text:literal $bit:literal)*) => {
        impl Parts {
            $(pub const $name: Self = Self(1 << $bit);)*
            const NAMES: &'static [(&'static str, Self)] = &[$(($text, Self::$name)),*];
        }
    };
}

parts! {
    PREPOSITION "preposition" 0
    OF "of" 1
    TO "to" 2
    BY "by" 3
    CONTRACTED "contracted" 4
    THAT "that" 5
    IF "if" 6
    CONJUNCTION "conjunction" 7
    COORDINATOR "coordinator" 8
    RELATIVE "relative" 9
    WHO "who" 10
    WHICH "which" 11
    SUBJECT "subject" 12
    PRONOUN "pronoun" 13
    EMPHATIC "emphatic" 14
    CLITIC "clitic" 15
    REFLEXIVE "reflexive" 16
    NEGATION "negation" 17
    ADVERB "adverb" 18
    AS "as" 19
    WHILE "while" 20
    ARTICLE "article" 21
    FIRST "first" 22
    ONE "one" 23
    ACCORDING "according" 24
    QUANTIFIER "quantifier" 25
    BECAUSE "because" 26
    TIME "time" 27
    BEFORE "before" 28
    THIS "this" 29
    CIRCUMSTANCE "circumstance" 30
}

impl Parts {
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The grammatical words with their parts.
#[derive(Debug)]
pub(super) struct Words(WordMap<Parts>);

const LIST: &str = include_str!("data/words.tsv");

impl Words {
    pub fn read() -> Self {
        let lexicon = Lexicon::french();
        Self(WordMap::new(rows(LIST).filter_map(|[form, parts]| {
            let bits = Parts::NAMES
                .iter()
                .filter(|(name, _)| parts.split(';').any(|part| part == *name))
                .fold(Parts::default(), |all, (_, part)| all.or(*part));
            lexicon.word(form).map(|word| (word, bits))
        })))
    }

    pub fn parts(&self, word: WordId) -> Parts {
        self.0.get(word).unwrap_or_default()
    }
}
