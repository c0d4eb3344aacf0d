use once_cell::sync::Lazy;

use super::traits::Traits;
use super::words::{Parts, Words};
use crate::lexicon::{Frames, Lexicon, WordId, WordMap};
use crate::ontology::Stance;
use crate::text::rows;

/// Takes somebody and `de` with what he is called: «qualifie X de menteur».
pub(super) const QUALIFIER: Frames = Frames(1 << 12);
/// Takes `que` right behind the verb, though the list does not say so.
pub(super) const WIDE: Frames = Frames(1 << 13);

/// The frames of a verb: what its list says, without what the reader of speech knows better.
fn frames(listed: &str, more: &str, forgotten: &str) -> Frames {
    let read = |names: &str| {
        let qualifies = names.split(';').any(|name| name == "qualifier");
        if qualifies { Frames::named(names).with(QUALIFIER) } else { Frames::named(names) }
    };
    let listed = read(listed);
    // What is said with a noun or in marks is said with «que» as well: «évoque que», «met en avant le fait que».
    let wide =
        listed.any(Frames::DIRECT.with(Frames::NOUN)) && !forgotten.split(';').any(|name| name == "que");
    let listed = if wide { listed.with(WIDE) } else { listed };
    listed.with(read(more)).without(read(forgotten))
}

/// What the lists say of a verb of speech.
#[derive(Clone, Copy, Debug)]
pub(super) struct Verb {
    pub lemma: &'static str,
    pub frames: Frames,
    pub stance: Stance,
    /// It reports whatever its subject is.
    pub strong: bool,
    pub traits: Traits,
}

impl Verb {
    /// Whether it has one of the traits.
    pub const fn is(&self, traits: Traits) -> bool {
        self.traits.any(traits)
    }

    /// Whether it reports anything once its frames are pruned: «permettre» does not.
    pub fn reports(&self) -> bool {
        let some = Frames::DIRECT
            .with(Frames::QUE)
            .with(Frames::INFINITIVE)
            .with(Frames::DE_INFINITIVE)
            .with(Frames::A_INFINITIVE)
            .with(Frames::SI)
            .with(Frames::NOUN)
            .with(Frames::INCISE)
            .with(Frames::ACCUSE);
        self.strong || self.frames.any(some.with(QUALIFIER))
    }
}

/// A verb of several words: «faire savoir», «mettre en garde».
#[derive(Clone, Debug)]
struct Phrase {
    first: WordId,
    rest: Vec<WordId>,
    verb: Verb,
}

/// What a noun of speech is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Noun {
    /// «la déclaration», «l’annonce».
    Act,
    /// «un communiqué», «le rapport».
    Document,
    /// «les autorités», «des témoins».
    Group,
    /// «la presse», «le quotidien».
    Medium,
}

/// The word lists of this module, over the ids of the lexicon.
#[derive(Debug)]
pub(super) struct Lexis {
    /// «ainsi».
    pub so: WordId,
    words: Words,
    verbs: Vec<Verb>,
    verb_of: WordMap<u32>,
    phrases: Vec<Phrase>,
    /// Where the phrases of a first word begin.
    first: WordMap<u32>,
    nouns: WordMap<Option<Noun>>,
}

static LEXIS: Lazy<Lexis> = Lazy::new(Lexis::read);

const VERBS: &str = include_str!("../lexicon/data/speech_verbs.tsv");
const NOUNS: &str = include_str!("../lexicon/data/speech_nouns.tsv");
const STANCES: &str = include_str!("data/stances.tsv");
const MORE_FRAMES: &str = include_str!("data/more_frames.tsv");
const NOT_SPEECH: &str = include_str!("data/not_speech.tsv");

impl Lexis {
    /// The lists, read at first use.
    pub fn french() -> &'static Self {
        &LEXIS
    }

    fn read() -> Self {
        let lexicon = Lexicon::french();
        let mut verbs = Vec::new();
        let mut phrases = Vec::new();
        let traits = Traits::by_lemma();
        for [lemma, listed_frames, listed, force] in rows(VERBS) {
            let forgotten = rows::<2>(NOT_SPEECH).find(|row| row[0] == lemma).map_or("", |row| row[1]);
            let more = rows::<2>(MORE_FRAMES).find(|row| row[0] == lemma).map_or("", |row| row[1]);
            let named = |name: &str| Stance::ALL.iter().copied().find(|s| s.name() == name);
            let stance = rows::<2>(STANCES).find(|row| row[0] == lemma).and_then(|row| named(row[1]));
            let stance = stance.or_else(|| named(listed)).unwrap_or(Stance::Neutral);
            let verb = Verb {
                lemma,
                frames: frames(listed_frames, more, forgotten),
                stance,
                strong: force == "strong",
                traits: traits.get(lemma).copied().unwrap_or_default(),
            };
            let spaced = lemma.replace('\'', "' ");
            let words: Option<Vec<WordId>> = spaced.split(' ').map(|part| lexicon.word(part)).collect();
            match words.as_deref() {
                Some([first]) => {
                    verbs.push((*first, verb));
                    // The spelling without circumflex: «reconnaitre».
                    let plain = lemma.replace('î', "i").replace('û', "u");
                    verbs.extend(lexicon.word(&plain).filter(|word| word != first).map(|word| (word, verb)));
                }
                Some([first, rest @ ..]) => phrases.push(Phrase { first: *first, rest: rest.to_vec(), verb }),
                _ => {}
            }
        }
        // Of two phrases that both fit, the longer one is meant.
        phrases.sort_by_key(|phrase| (phrase.first, std::cmp::Reverse(phrase.rest.len())));
        let mut nouns: Vec<(WordId, Noun)> = Vec::new();
        for [one, many, kind] in rows(NOUNS) {
            let kind = match kind {
                "document" => Noun::Document,
                "group" => Noun::Group,
                "medium" => Noun::Medium,
                _ => Noun::Act,
            };
            for form in [one, many].into_iter().filter(|form| !form.contains(' ')) {
                nouns.extend(lexicon.word(&form.to_lowercase()).map(|word| (word, kind)));
            }
        }
        let nouns = WordMap::new(nouns.into_iter().map(|(word, kind)| (word, Some(kind))));
        let first = WordMap::new(phrases.iter().enumerate().map(|(at, phrase)| (phrase.first, at as u32)));
        let verb_of = WordMap::new(verbs.iter().enumerate().map(|(at, (word, _))| (*word, at as u32)));
        let verbs = verbs.into_iter().map(|(_, verb)| verb).collect();
        let so = lexicon.word("ainsi").unwrap_or_default();
        Self { so, words: Words::read(), verbs, verb_of, phrases, first, nouns }
    }

    /// What a grammatical word does.
    pub fn parts(&self, word: WordId) -> Parts {
        self.words.parts(word)
    }

    /// The verb of speech with this lemma.
    pub fn verb(&self, lemma: WordId) -> Option<Verb> {
        self.verbs.get(self.verb_of.get(lemma)? as usize).copied()
    }

    /// What a noun says of who or what speaks.
    pub fn noun(&self, word: WordId) -> Option<Noun> {
        self.nouns.get(word).flatten()
    }

    /// The phrase that begins with the lemma `first` and goes on with the words that `next` gives, and how many
    /// of these it takes; `next` is asked for the first, second … word after the verb.
    pub fn phrase(&self, first: WordId, next: impl Fn(usize) -> WordId) -> Option<(Verb, usize)> {
        let from = self.first.get(first)?;
        self.phrases
            .get(from as usize..)?
            .iter()
            .take_while(|phrase| phrase.first == first)
            .find(|phrase| phrase.rest.iter().enumerate().all(|(n, word)| next(n) == *word))
            .map(|phrase| (phrase.verb, phrase.rest.len()))
    }
}
