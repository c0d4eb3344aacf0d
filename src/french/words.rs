use crate::lexicon::{Lexicon, WordId, WordMap, WordSet, listed, word_lists};

word_lists! {
    /// Words that French grammar and the language of the law turn on, by their ids.
    pub(crate) struct Words from "data/words.tsv" {
        about
        absence
        adding
        affair
        against
        aiming
        already
        any_court
        anybody
        asking
        belonging
        blows
        campaigning
        causatives
        chefs
        committed
        concerned
        concerning
        counted
        damages
        deaths
        deciding
        denying
        doers
        dying
        fallen
        former
        fronted
        generic
        guilty
        harming
        hostages
        identified
        involvement
        last
        lawyers
        least
        likewise
        loose
        matters
        maybe
        named
        negations
        no_wrongs
        nobody
        partitives
        personal
        planned
        plans
        possessives
        possible
        presumed
        prisoners
        prosecuting
        quantified
        refused
        remaining
        requests
        sharing
        sources
        suspects
        then
        times
        undoing
        vague
        without;
        /// The prepositions that arguments are named by: each form with the place of its name.
        prepositions: WordMap<u8> = prepositions(),
        pub ne: [WordId; 2] = [one("ne"), one("n'")],
        pub reflexives: [WordId; 2] = [one("se"), one("s'")],
        pub accusatives: WordSet = ["le", "la", "l'", "les"].map(one).into_iter().collect(),
        pub datives: [WordId; 2] = [one("lui"), one("leur")],
        pub ete: WordId = one("été"),
        pub que: [WordId; 2] = [one("que"), one("qu'")],
        pub qui: WordId = one("qui"),
        pub si: [WordId; 2] = [one("si"), one("s'")],
        pub et: WordId = one("et"),
        pub ou: WordId = one("ou"),
        pub dont: WordId = one("dont"),
        pub donc: WordId = one("donc"),
        pub aller: WordId = one("aller"),
        pub venir: WordId = one("venir"),
        pub devoir: WordId = one("devoir"),
        pub faire: WordId = one("faire"),
        pub perdre: WordId = one("perdre"),
        pub respectively: WordId = one("respectivement"),
        pub ordinals: Vec<WordId> = listed(PAGE, "ordinals").collect(),
        pub numbers: Vec<WordId> = listed(PAGE, "numbers").collect(),
        at: WordId = one("au"),
        of: [WordId; 2] = [one("de"), one("d'")],
    }
}

const PAGE: &str = include_str!("data/words.tsv");

/// Forms of each preposition, the contracted and elided ones too.
const PREPOSITIONS: &[(&str, &[&str])] = &[
    ("à", &["à", "au", "aux"]),
    ("de", &["de", "d'", "du", "des"]),
    ("pour", &["pour"]),
    ("par", &["par"]),
    ("contre", &["contre", "envers"]),
    ("en", &["en"]),
    ("dans", &["dans"]),
    ("avec", &["avec"]),
    ("devant", &["devant"]),
    ("sur", &["sur"]),
    ("sans", &["sans"]),
    ("chez", &["chez"]),
    ("selon", &["selon", "suivant"]),
    ("après", &["après"]),
    ("depuis", &["depuis"]),
    ("envers", &["envers"]),
    ("sous", &["sous"]),
];

fn prepositions() -> WordMap<u8> {
    let forms = PREPOSITIONS.iter().zip(0..);
    WordMap::new(forms.flat_map(|((_, forms), place)| forms.iter().map(move |form| (one(form), place))))
}

fn one(form: &str) -> WordId {
    Lexicon::french().word(form).unwrap_or_default()
}

impl Words {
    /// Place of «à» among the prepositions.
    pub const A: usize = 0;
    /// Place of «de».
    pub const DE: usize = 1;
    /// Place of «pour».
    pub const POUR: usize = 2;
    /// Place of «par».
    pub const PAR: usize = 3;
    /// Place of «contre».
    pub const CONTRE: usize = 4;
    /// Place of «en».
    pub const EN: usize = 5;

    /// Whether the word is a form of «faire» or «voir» before an infinitive.
    pub fn is_causative(&self, word: WordId) -> bool {
        self.causatives.contains(&word)
    }

    /// Whether the word is «de» or «d’», without an article in it.
    pub fn is_plain_de(&self, word: WordId) -> bool {
        self.of.contains(&word)
    }

    /// The length of «au moins», «plus de», «près de» …, where these two words are one.
    pub fn approximation(&self, first: WordId, second: WordId) -> Option<usize> {
        let bound = first == self.at && self.least.contains(&second);
        (bound || self.about.contains(&first) && self.of.contains(&second)).then_some(2)
    }

    /// The preposition that a word is a form of, by its place in the list.
    pub fn preposition(&self, word: WordId) -> Option<usize> {
        self.prepositions.get(word).map(usize::from)
    }

    /// The place of the preposition of this name.
    pub fn preposition_named(&self, name: &str) -> Option<usize> {
        PREPOSITIONS.iter().position(|(known, _)| *known == name)
    }

    /// The name of a preposition by its place.
    pub fn preposition_name(&self, place: usize) -> &'static str {
        PREPOSITIONS.get(place).map_or("", |(name, _)| name)
    }

    /// The names of the prepositions.
    pub fn preposition_names(&self) -> impl Iterator<Item = &'static str> + '_ {
        PREPOSITIONS.iter().map(|(name, _)| *name)
    }
}
