/// The class of a word in its place: «porte» after «la» is a noun, after «il» a verb.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[repr(u8)]
pub enum Tag {
    /// None of the others: symbols, interjections, foreign words.
    #[default]
    Other,
    /// Common noun.
    Noun,
    /// Word of a name, known or not.
    ProperNoun,
    /// Adjective.
    Adjective,
    /// Finite form of a verb, auxiliaries too.
    VerbFinite,
    /// Infinitive.
    VerbInfinitive,
    /// Past participle, after an auxiliary or by itself.
    ParticiplePast,
    /// Present participle.
    ParticiplePresent,
    /// Adverb.
    Adverb,
    /// Article, possessive, demonstrative, quantifier. The contracted «du», «des», «au», «aux» are prepositions.
    Determiner,
    /// Preposition, the contracted ones too.
    Preposition,
    /// «et», «ou», «mais», «ni», «car».
    Coordinator,
    /// «que» before a clause, «si», «lorsque», «alors» before «que».
    Subordinator,
    /// «qui», «que», «dont», «où», «lequel» after what they speak of.
    RelativePronoun,
    /// «il», «elle», «on», «ce», also hung on the verb.
    SubjectPronoun,
    /// Pronoun before (or hung on) its verb that is not its subject: «le», «lui», «se», «y», «en».
    Clitic,
    /// Any other pronoun: «lui», «celui-ci», «eux», «certains».
    Pronoun,
    /// «ne», «pas», «jamais», «plus» with «ne».
    Negation,
    /// Number in digits or words.
    Numeral,
    /// Punctuation.
    Punctuation,
}

impl Tag {
    /// Whether the word is a form of a verb.
    pub const fn is_verb(self) -> bool {
        matches!(
            self,
            Self::VerbFinite | Self::VerbInfinitive | Self::ParticiplePast | Self::ParticiplePresent
        )
    }

    /// Whether the word can be the head of a noun phrase.
    pub const fn is_noun(self) -> bool {
        matches!(self, Self::Noun | Self::ProperNoun)
    }

    /// Whether the word can stand between a noun and its complement.
    pub(crate) const fn is_adjectival(self) -> bool {
        matches!(self, Self::Adjective | Self::Adverb)
    }
}
