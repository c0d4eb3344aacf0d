use std::collections::BTreeMap;

use crate::text::rows;

/// What a verb of speech is besides its frames and its stance, as a set.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Traits(u16);

macro_rules! traits {
    ($($(#[$doc:meta])* $name:ident $text:literal $bit:literal)*) => {
        impl Traits {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*
            const NAMES: &'static [(&'static str, Self)] = &[$(($text, Self::$name)),*];
        }
    };
}

traits! {
    /// It reports a clause whatever its subject is: nothing but somebody can do it.
    ANIMATE "animate" 0
    /// Its object is who hears: «avertir les élus que».
    INFORM "inform" 1
    /// Its object is who hears, or who comes to think so: «convaincre les élus que».
    PERSUADE "persuade" 2
    /// Says what something is like: «qualifier de», «présenter comme».
    DESCRIBE "describe" 3
    /// A noun before marks may be whom it is said to: «a dit des journalistes “…”».
    TELL "tell" 4
    /// «s’il *reconnaît* avoir tardé»: who writes so grants that it was said.
    CONCEDE "concede" 5
    /// A law does it as well as a man: «interdit de fumer».
    RULE "rule" 6
    /// «crier “…” avant de partir»
    CRY "cry" 7
    /// «*jugé* “trop cher”»
    JUDGE "judge" 8
    /// In the infinitive it is an aim rather than speech: «pour garantir que».
    PROVE "prove" 9
}

impl Traits {
    /// The traits of each verb that has some, by its lemma.
    pub fn by_lemma() -> BTreeMap<&'static str, Self> {
        let mut known: BTreeMap<&str, Self> = BTreeMap::new();
        for [name, lemmas] in rows(include_str!("data/traits.tsv")) {
            let Some((_, set)) = Self::NAMES.iter().find(|(known, _)| *known == name) else { continue };
            for lemma in lemmas.split(' ') {
                let traits = known.entry(lemma).or_default();
                *traits = traits.or(*set);
            }
        }
        known
    }

    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
