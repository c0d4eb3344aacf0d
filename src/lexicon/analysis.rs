use super::WordId;

/// Part of speech of one analysis of a form.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Pos {
    /// Common noun.
    Noun,
    /// Adjective.
    Adjective,
    /// Verb.
    Verb,
    /// Adverb.
    Adverb,
    /// Determiner.
    Determiner,
    /// Preposition.
    Preposition,
    /// Conjunction.
    Conjunction,
    /// Pronoun.
    Pronoun,
    /// Interjection.
    Interjection,
    /// Numeral.
    Numeral,
    /// Title («M.», «Mme»).
    Title,
    /// Prefix, suffix or part of a set phrase.
    Other,
}

impl Pos {
    /// The part of speech that the letter of the word list stands for.
    pub(crate) const fn from_code(letter: u8) -> Self {
        match letter {
            b'N' => Self::Noun,
            b'A' => Self::Adjective,
            b'V' => Self::Verb,
            b'R' => Self::Adverb,
            b'D' => Self::Determiner,
            b'P' => Self::Preposition,
            b'C' => Self::Conjunction,
            b'O' => Self::Pronoun,
            b'I' => Self::Interjection,
            b'M' => Self::Numeral,
            b'T' => Self::Title,
            _ => Self::Other,
        }
    }
}

/// Gender and number as two bits each: a form may leave either open.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Agreement(u8);

impl Agreement {
    /// Masculine.
    pub const MASCULINE: Self = Self(1);
    /// Feminine.
    pub const FEMININE: Self = Self(2);
    /// Singular.
    pub const SINGULAR: Self = Self(4);
    /// Plural.
    pub const PLURAL: Self = Self(8);
    /// Nothing excluded.
    pub const ANY: Self = Self(15);

    /// The agreement with these bits (the low four).
    pub const fn from_bits(bits: u8) -> Self {
        Self(bits & 15)
    }

    /// Its bits.
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// The genders and numbers that both allow; `None` where they clash.
    pub const fn meet(self, other: Self) -> Option<Self> {
        let both = self.0 & other.0;
        if both & 3 == 0 || both & 12 == 0 { None } else { Some(Self(both)) }
    }

    /// Whether a masculine is possible.
    pub const fn masculine(self) -> bool {
        self.0 & 1 != 0
    }

    /// Whether a feminine is possible.
    pub const fn feminine(self) -> bool {
        self.0 & 2 != 0
    }

    /// Whether a singular is possible.
    pub const fn singular(self) -> bool {
        self.0 & 4 != 0
    }

    /// Whether a plural is possible.
    pub const fn plural(self) -> bool {
        self.0 & 8 != 0
    }
}

impl std::ops::BitOr for Agreement {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl std::fmt::Debug for Agreement {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (bit, c) in [(1, 'm'), (2, 'f'), (4, 's'), (8, 'p')] {
            if self.0 & bit != 0 {
                write!(f, "{c}")?;
            }
        }
        Ok(())
    }
}

/// Tenses and moods of a verb form, as a set: «déclare» is present indicative, subjunctive and imperative.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
pub struct Tenses(pub u16);

impl Tenses {
    /// Infinitive (W in the source list).
    pub const INFINITIVE: Self = Self(1);
    /// Present participle (G).
    pub const PRESENT_PARTICIPLE: Self = Self(1 << 1);
    /// Past participle (K).
    pub const PAST_PARTICIPLE: Self = Self(1 << 2);
    /// Present indicative (P).
    pub const PRESENT: Self = Self(1 << 3);
    /// Imperfect (I).
    pub const IMPERFECT: Self = Self(1 << 4);
    /// Simple past (J).
    pub const SIMPLE_PAST: Self = Self(1 << 5);
    /// Future (F).
    pub const FUTURE: Self = Self(1 << 6);
    /// Conditional (C): in the press often the mood of hearsay.
    pub const CONDITIONAL: Self = Self(1 << 7);
    /// Subjunctive, present (S).
    pub const SUBJUNCTIVE: Self = Self(1 << 8);
    /// Subjunctive, past (T).
    pub const PAST_SUBJUNCTIVE: Self = Self(1 << 9);
    /// Imperative (Y).
    pub const IMPERATIVE: Self = Self(1 << 10);
    /// Every finite tense.
    pub const FINITE: Self = Self(0b111_1111_1000);

    /// Whether the two share a tense.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// One reading of a form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Analysis {
    /// Part of speech.
    pub pos: Pos,
    /// Dictionary form.
    pub lemma: WordId,
    /// Gender and number, of nouns, adjectives, determiners, pronouns and participles; for finite verbs the number.
    pub agreement: Agreement,
    /// Tenses and moods; empty for what is not a verb.
    pub tenses: Tenses,
    /// Persons as bits 1, 2, 4 for first, second, third; 0 for what is not a finite verb.
    pub persons: u8,
}
