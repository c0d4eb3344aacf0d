use std::fmt;
use std::ops::{BitAnd, BitOr};

/// A set of word classes: what a form may be (part of speech) and which lists it stands in, as one
/// machine word, so that a pass over the tokens decides with one comparison whether a token can matter.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Classes(u64);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)*) => {
        impl Classes {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*

            /// Every class with its name, in the order of the bits.
            pub const ALL: &'static [(&'static str, Self)] = &[$((stringify!($name), Self::$name)),*];
        }
    };
}

classes! {
    /// Common noun.
    NOUN = 0;
    /// Adjective.
    ADJECTIVE = 1;
    /// Finite verb form.
    FINITE = 2;
    /// Infinitive.
    INFINITIVE = 3;
    /// Present participle.
    PRESENT_PARTICIPLE = 4;
    /// Past participle.
    PAST_PARTICIPLE = 5;
    /// Adverb.
    ADVERB = 6;
    /// Determiner (articles, possessives, demonstratives, `du`, `aux`).
    DETERMINER = 7;
    /// Preposition (also the contracted `du`, `au`, `des`, `aux`).
    PREPOSITION = 8;
    /// Coordinating conjunction.
    COORDINATOR = 9;
    /// Subordinating conjunction (`que`, `si`, `lorsque`, `quand`).
    SUBORDINATOR = 10;
    /// Pronoun of any kind.
    PRONOUN = 11;
    /// Subject pronoun (`je`, `il`, `elles`, `on`, `ce`).
    SUBJECT_PRONOUN = 12;
    /// Object or reflexive clitic (`me`, `se`, `le`, `lui`, `y`, `en`).
    CLITIC = 13;
    /// Relative pronoun (`qui`, `que`, `dont`, `où`, `lequel`).
    RELATIVE = 14;
    /// Negation (`ne`, `pas`, `jamais`, `aucun`, `ni`).
    NEGATION = 15;
    /// Number in words, ordinals too.
    NUMERAL = 16;
    /// Form of `être`.
    ETRE = 17;
    /// Form of `avoir`.
    AVOIR = 18;
    /// Form of a modal (`pouvoir`, `devoir`, `vouloir`, `falloir`, `sembler`, `aller`, `venir`).
    MODAL = 19;
    /// Form of a verb of speech, opinion, announcement, request (speech_verbs.tsv).
    SPEECH_VERB = 20;
    /// Noun of speech, of documents that speak, of unnamed groups that speak (speech_nouns.tsv).
    SPEECH_NOUN = 21;
    /// First or only word of a reporting cue (`selon`, `d’après`, `pour`).
    SPEECH_CUE = 22;
    /// First name of a man.
    FIRST_NAME_M = 23;
    /// First name of a woman.
    FIRST_NAME_F = 24;
    /// Surname.
    SURNAME = 25;
    /// Particle of a name (`de`, `von`, `ben`, `al`, `Le`).
    NAME_PARTICLE = 26;
    /// Title before a name (`M.`, `Mme`, `Me`, `Dr`, `maître`, `général`).
    TITLE = 27;
    /// Word that is a place by itself (city, country, region, river …).
    PLACE = 28;
    /// Nationality or inhabitants of a place (`kazakh`, `Lyonnaise`).
    DEMONYM = 29;
    /// First word of a name in the built-in gazetteer (of one word or more).
    NAME_START = 30;
    /// Word that is an organisation by itself, acronym or name.
    ORGANISATION = 31;
    /// Noun that heads the name of an organisation (`ministère`, `tribunal`, `banque`, `mouvement`).
    ORGANISATION_HEAD = 32;
    /// Noun that heads the name of a place (`rue`, `mont`, `lac`, `région`).
    PLACE_HEAD = 33;
    /// Role, profession, rank or kinship noun, or the first word of one (roles.tsv).
    ROLE = 34;
    /// First word of an offence (offences.tsv).
    OFFENCE = 35;
    /// First word of a penalty (penalties.tsv).
    PENALTY = 36;
    /// Form of a verb of justice (judicial.tsv).
    JUDICIAL_VERB = 37;
    /// Noun of justice (judicial.tsv).
    JUDICIAL_NOUN = 38;
    /// First word of a court, prosecutor or police body (courts.tsv).
    COURT = 39;
    /// Month.
    MONTH = 40;
    /// Day of the week.
    WEEKDAY = 41;
    /// Word of time: `hier`, `an`, `semaine`, `soir`, `siècle`.
    TIME_WORD = 42;
    /// Currency, by name, code or sign.
    CURRENCY = 43;
    /// Unit of measure, percentages too.
    UNIT = 44;
    /// Legal form of a company.
    LEGAL_FORM = 45;
    /// Word that is an event or begins one.
    EVENT = 46;
    /// Word that is a product or begins one.
    PRODUCT = 47;
    /// The form is a frequent common word as well as a name: a capital alone proves nothing.
    AMBIGUOUS = 48;
    /// Function word: article, preposition, pronoun, conjunction, auxiliary.
    FUNCTION = 49;
    /// Noun that means people or a group of people (`témoins`, `police`, `famille`).
    HUMAN = 50;
    /// Word that a user's gazetteer or page asked to be told about.
    USER = 51;
    /// First word of a built-in name that may begin with a small letter (`ministère de l'Intérieur`, `mer Noire`).
    NAME_START_SMALL = 52;
}

impl Classes {
    /// The empty set: a form that the lexicon does not know.
    pub const EMPTY: Self = Self(0);

    /// Some form of a verb.
    pub const VERB: Self =
        Self(Self::FINITE.0 | Self::INFINITIVE.0 | Self::PRESENT_PARTICIPLE.0 | Self::PAST_PARTICIPLE.0);

    /// First name of either sex.
    pub const FIRST_NAME: Self = Self(Self::FIRST_NAME_M.0 | Self::FIRST_NAME_F.0);

    /// The set with these bits.
    pub const fn from_bits(bits: u64) -> Self {
        Self(bits)
    }

    /// Its bits.
    pub const fn bits(self) -> u64 {
        self.0
    }

    /// Whether it shares a class with `other`.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether it has every class of `other`.
    pub const fn all(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Both sets together, in constants.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Without the classes of `other`.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether no class is known.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl BitOr for Classes {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitAnd for Classes {
    type Output = Self;
    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

impl fmt::Debug for Classes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut list = f.debug_list();
        for (name, class) in Self::ALL {
            if self.any(*class) {
                list.entry(name);
            }
        }
        list.finish()
    }
}
