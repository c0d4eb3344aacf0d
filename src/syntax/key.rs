use std::sync::LazyLock;

use crate::document::Document;
use crate::lexicon::{Lexicon, WordId};
use crate::text::rows;
use crate::token::TokenKind;

macro_rules! keys {
    ($($name:ident)*) => {
        /// What a token is to the passes: one of the grammatical words of `data/keys.tsv`, or a mark.
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
        #[repr(u8)]
        pub(super) enum Key {
            #[default]
            None,
            $($name,)*
        }

        fn key_named(name: &str) -> Option<Key> {
            match name {
                $(stringify!($name) => Some(Key::$name),)*
                _ => None,
            }
        }
    };
}

keys! {
    Comma Semicolon Colon Stop Open Close Quote OpenBracket CloseBracket Dash Mark
    A Alors Apres Au Aucun Auquel Aussi Beaucoup Car Ce Cela Celui CElided Comme Content Contre De Demo Des
    Devant Dont Du Elle En Et Eux Il Jamais La Le LElided Lequel Les Leur Lorsque Lui Mais Me Ne Ni Nous On
    Or Ou OuRel Par Pas Personne Pivot Plus Point Poss Pour PrepA PrepDe Prenominal Quant Que Quel Qui Quoi
    Rien Sans Se SElided Si Tout Un Y YCompris
}

/// How a verb is built, from `data/verbs.tsv`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Build(u8);

impl Build {
    pub const MOTION: Self = Self(1);
    pub const COPULA: Self = Self(2);
    pub const JUDGE: Self = Self(4);
    pub const MODAL: Self = Self(8);
    pub const CAUSE: Self = Self(16);
    pub const CONTROL: Self = Self(32);

    pub const fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    fn named(name: &str) -> Self {
        match name {
            "motion" => Self::MOTION,
            "copula" => Self::COPULA,
            "judge" => Self::JUDGE,
            "modal" => Self::MODAL,
            "cause" => Self::CAUSE,
            "control" => Self::CONTROL,
            _ => Self(0),
        }
    }
}

#[derive(Clone, Copy, Default)]
struct Slot {
    word: u32,
    key: Key,
    build: Build,
    /// The usual spelling of a lemma («reconnaître» for «reconnaitre»), if it is another word.
    usual: WordId,
}

const SLOTS: usize = 2048;

/// The words that the passes name.
pub(super) struct Words {
    slots: Box<[Slot]>,
    pub de: WordId,
    pub a: WordId,
    pub par: WordId,
    pub etre: WordId,
    pub avoir: WordId,
    pub aller: WordId,
    pub venir: WordId,
    pub voir: WordId,
    pub risquer: WordId,
}

static WORDS: LazyLock<Words> = LazyLock::new(Words::build);

const fn home(word: u32) -> usize {
    (word.wrapping_mul(0x9E37_79B1) >> 21) as usize & (SLOTS - 1)
}

impl Words {
    pub fn get() -> &'static Self {
        &WORDS
    }

    fn build() -> Self {
        let lexicon = Lexicon::french();
        let word = |form: &str| lexicon.word(form).unwrap_or_default();
        let mut words = Self {
            slots: vec![Slot::default(); SLOTS].into_boxed_slice(),
            de: word("de"),
            a: word("à"),
            par: word("par"),
            etre: word("être"),
            avoir: word("avoir"),
            aller: word("aller"),
            venir: word("venir"),
            voir: word("voir"),
            risquer: word("risquer"),
        };
        for [name, forms] in rows(include_str!("data/keys.tsv")) {
            let Some(key) = key_named(name) else { continue };
            for form in forms.split(' ') {
                words.slot(word(form), |slot| slot.key = key);
            }
        }
        for [lemma, flags] in rows(include_str!("data/verbs.tsv")) {
            let build = flags.split(' ').fold(0, |bits, name| bits | Build::named(name).0);
            words.slot(word(lemma), |slot| slot.build = Build(build));
        }
        for [reformed, usual] in rows(include_str!("data/spellings.tsv")) {
            words.slot(word(reformed), |slot| slot.usual = word(usual));
        }
        words
    }

    fn slot(&mut self, word: WordId, set: impl Fn(&mut Slot)) {
        if !word.is_known() {
            return;
        }
        let mut at = home(word.0);
        // Fewer than half of the slots are ever filled.
        while let Some(slot) = self.slots.get_mut(at) {
            if slot.word == word.0 || slot.word == 0 {
                slot.word = word.0;
                set(slot);
                return;
            }
            at = (at + 1) & (SLOTS - 1);
        }
    }

    #[inline]
    fn find(&self, word: WordId) -> Slot {
        let mut at = home(word.0);
        while let Some(slot) = self.slots.get(at) {
            if slot.word == word.0 || slot.word == 0 {
                return *slot;
            }
            at = (at + 1) & (SLOTS - 1);
        }
        Slot::default()
    }

    /// What the token at `index` is to the passes.
    #[inline]
    pub fn key(&self, doc: &Document<'_>, index: usize) -> Key {
        let word = doc.word(index);
        if word.is_known() {
            let slot = self.find(word);
            if slot.word != 0 {
                return slot.key;
            }
        }
        match doc.token(index).map(|t| t.kind) {
            Some(TokenKind::Punctuation | TokenKind::Symbol) => mark(doc.form(index)),
            _ => Key::None,
        }
    }

    /// The lemma in its usual spelling, as lists and rules name it.
    #[inline]
    pub fn usual(&self, lemma: WordId) -> WordId {
        let usual = self.find(lemma).usual;
        if usual.is_known() { usual } else { lemma }
    }

    /// How the verb with this lemma is built.
    #[inline]
    pub fn build_of(&self, lemma: WordId) -> Build {
        self.find(lemma).build
    }
}

fn mark(form: &str) -> Key {
    match form.chars().next() {
        Some(',') => Key::Comma,
        Some(';') => Key::Semicolon,
        Some(':') => Key::Colon,
        Some('.' | '!' | '?' | '…') => Key::Stop,
        Some('«' | '“' | '‹' | '„') => Key::Open,
        Some('»' | '”' | '›') => Key::Close,
        Some('"' | '\'' | '`') => Key::Quote,
        Some('(' | '[') => Key::OpenBracket,
        Some(')' | ']') => Key::CloseBracket,
        Some('–' | '—' | '-' | '•' | '―') => Key::Dash,
        _ => Key::Mark,
    }
}
