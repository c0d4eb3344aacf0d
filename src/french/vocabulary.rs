use super::argument::{self, Argument};
use super::kind::Kind;
use super::{Words, kind, property, record};
use crate::lexicon::{Classes, Lexicon, WordId};
use crate::rule::{ArgumentId, KindId, NameSort, PropertyId, RecordKind, TokenSet, Vocabulary};
use crate::token::tokenize;

/// What French pages can name.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct FrenchVocabulary;

impl Vocabulary for FrenchVocabulary {
    fn tokens<'w>(&self, written: &'w str) -> Vec<&'w str> {
        tokenize(written).iter().map(|token| token.span.of(written)).collect()
    }

    fn word(&self, token: &str) -> WordId {
        Lexicon::french().look_up(token)
    }

    fn lemma(&self, name: &str) -> Option<WordId> {
        Lexicon::french().word(name)
    }

    fn classes(&self, word: WordId) -> Classes {
        Lexicon::french().classes(word)
    }

    fn set(&self, name: &str) -> Option<TokenSet> {
        Classes::ALL
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, classes)| TokenSet { classes: *classes, ..TokenSet::default() })
    }

    fn kind(&self, name: &str) -> Option<KindId> {
        kind::NAMES.iter().position(|known| *known == name).map(|place| KindId(place as u16))
    }

    fn beginnings(&self, kind: KindId) -> Classes {
        match Kind::nth(kind.index()) {
            Some(Kind::Offence) => Classes::OFFENCE,
            Some(Kind::Court) => Classes::COURT,
            _ => Classes::EMPTY,
        }
    }

    fn argument(&self, name: &str) -> Option<ArgumentId> {
        Argument::number(name).map(ArgumentId)
    }

    fn property(&self, name: &str) -> Option<PropertyId> {
        property::NAMES.iter().position(|known| *known == name).map(|place| PropertyId(place as u16))
    }

    fn record(&self, name: &str) -> Option<RecordKind> {
        record::record(name)
    }

    fn names(&self, sort: NameSort) -> Vec<String> {
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        match sort {
            // Asked for only where a page has a mistake: verbs are what triggers are made of.
            NameSort::Lemma => {
                let lexicon = Lexicon::french();
                let words = (0..lexicon.len()).map(|place| WordId(place as u32));
                let verbs = words.filter(|word| lexicon.classes(*word).any(Classes::INFINITIVE));
                verbs.map(|word| lexicon.text(word).to_owned()).collect()
            }
            NameSort::Set => Classes::ALL.iter().map(|(name, _)| name.to_lowercase()).collect(),
            NameSort::Kind => owned(kind::NAMES),
            NameSort::Argument => argument::NAMES
                .iter()
                .copied()
                .chain(Words::french().preposition_names())
                .map(str::to_owned)
                .collect(),
            NameSort::Property => owned(property::NAMES),
            NameSort::Record => record::names(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_is_known_by_its_number() {
        assert_eq!(FrenchVocabulary.argument("date"), Some(crate::french::argument::Argument::DATE));
    }

    #[test]
    fn the_guide_lists_every_name() {
        let guide = include_str!("../docs/rules.md");
        let (_, list) = guide.split_once("## The French names").unwrap();
        for sort in [NameSort::Kind, NameSort::Argument, NameSort::Property] {
            for name in FrenchVocabulary.names(sort) {
                assert!(list.contains(&format!("`{name}`")), "{name} is in no list of the guide");
            }
        }
        // And the names that the guide has before its records are known to the checker.
        let (names, _) = list.split_once("* **Classes**").unwrap();
        let written = names.split('`').skip(1).step_by(2).filter(|n| n.chars().all(char::is_alphabetic));
        for name in written.filter(|name| *name != "EntityKind") {
            let known = FrenchVocabulary.kind(name).is_some()
                || FrenchVocabulary.argument(name).is_some()
                || FrenchVocabulary.property(name).is_some();
            assert!(known, "{name}: the guide names what there is not");
        }
    }
}
