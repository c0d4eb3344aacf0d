//! Base noun phrases: one pass over the tags.

use super::Tag;
use super::key::{Key, Words};
use super::phrase::{Determination, NounPhrase, PhraseId, PhraseKind};
use crate::document::Document;
use crate::lexicon::{Agreement, Classes, WordId};
use crate::token::{TokenId, TokenKind, TokenSpan};

pub(super) const TIME: Classes = Classes::MONTH.with(Classes::WEEKDAY).with(Classes::TIME_WORD);
const MEASURE: Classes = Classes::CURRENCY.with(Classes::UNIT);

pub(super) struct Chunker<'a, 't> {
    pub doc: &'a Document<'t>,
    pub keys: &'a [Key],
    pub tags: &'a [Tag],
    pub words: &'static Words,
    pub phrases: &'a mut Vec<NounPhrase>,
    pub phrase_of: &'a mut [u32],
    pub end: usize,
    pub start: usize,
}

/// The preposition seen last, until something else than its phrase comes.
#[derive(Clone, Copy, Default)]
struct Governor {
    token: Option<TokenId>,
    word: WordId,
}

impl Chunker<'_, '_> {
    pub fn run(&mut self) {
        for sentence in self.doc.sentences() {
            (self.start, self.end) = (sentence.start(), sentence.end());
            let mut governor = Governor::default();
            let mut i = sentence.start();
            while i < sentence.end() {
                let tag = self.tag(i);
                if tag == Tag::Preposition {
                    governor = self.govern(governor, i);
                    i += 1;
                    continue;
                }
                let open_quote = matches!(self.key(i), Key::Open);
                let found = match tag {
                    Tag::SubjectPronoun | Tag::Pronoun => Some(self.pronoun(i)),
                    Tag::RelativePronoun => Some(self.pronoun(i)),
                    Tag::Determiner | Tag::Adjective | Tag::Noun | Tag::ProperNoun | Tag::Numeral => {
                        self.nominal(i)
                    }
                    Tag::Adverb if governor.token.is_some() || self.tag(i + 1) == Tag::Numeral => {
                        i += 1;
                        continue;
                    }
                    _ => None,
                };
                let Some(mut phrase) = found else {
                    if !open_quote {
                        governor = Governor::default();
                    }
                    i += 1;
                    continue;
                };
                phrase.preposition = governor.token;
                phrase.prep = governor.word;
                self.contracted(&mut phrase);
                phrase.agreement = self.agreement(&phrase);
                phrase.reach = phrase.span.end() as u32;
                let id = self.phrases.len() as u32;
                if let Some(run) = self.phrase_of.get_mut(phrase.span.indices()) {
                    run.fill(id);
                }
                i = phrase.span.end().max(i + 1);
                self.phrases.push(phrase);
                self.join(PhraseId(id));
                governor = Governor::default();
            }
        }
    }

    pub fn tag(&self, i: usize) -> Tag {
        if i < self.end { self.tags.get(i).copied().unwrap_or_default() } else { Tag::Punctuation }
    }

    pub fn key(&self, i: usize) -> Key {
        if i < self.end { self.keys.get(i).copied().unwrap_or_default() } else { Key::Stop }
    }

    fn govern(&self, before: Governor, i: usize) -> Governor {
        let word = match self.key(i) {
            Key::De | Key::Du | Key::Des | Key::A | Key::Au | Key::Le | Key::La | Key::LElided
                if before.word.is_known() && before.word != self.words.de && before.word != self.words.a =>
            {
                before.word
            }
            Key::De | Key::Du | Key::Des => self.words.de,
            Key::A | Key::Au => self.words.a,
            _ => self.doc.word(i),
        };
        Governor { token: Some(i.into()), word }
    }

    fn blank(&self, span: TokenSpan, head: usize, kind: PhraseKind) -> NounPhrase {
        NounPhrase {
            span,
            head: head.into(),
            determiner: None,
            determination: Determination::None,
            preposition: None,
            prep: WordId::UNKNOWN,
            agreement: Agreement::ANY,
            kind,
            name: None,
            joined: None,
            apposed: None,
            relative: None,
            brackets: None,
            nested: false,
            reach: span.end() as u32,
        }
    }

    fn pronoun(&self, i: usize) -> NounPhrase {
        self.blank(TokenSpan::new(i, i + 1), i, PhraseKind::Pronoun)
    }

    /// A phrase that begins at `i` with a determiner, adjective, noun, name or number.
    fn nominal(&self, i: usize) -> Option<NounPhrase> {
        let mut at = i;
        let mut determiner = None;
        let mut numeral = None;
        // Before the noun: articles, numbers, adjectives.
        loop {
            match self.tag(at) {
                Tag::Determiner => determiner = Some(at),
                Tag::Numeral => numeral = numeral.or(Some(at)),
                Tag::Adjective => {}
                Tag::Adverb
                    if at > i && matches!(self.tag(at + 1), Tag::Adjective | Tag::Numeral | Tag::Adverb) => {}
                // «du « troisième homme »»: marks do not break a phrase that has no noun yet.
                Tag::ParticiplePast if determiner.is_some() && self.tag(at + 1).is_noun() => {}
                _ => break,
            }
            at += 1;
            if at - i > 12 {
                break;
            }
        }
        let tag = self.tag(at);
        if !tag.is_noun() {
            return self.without_noun(i, at, determiner, numeral);
        }
        let noun = if tag == Tag::Noun { self.common(i, at) } else { self.proper(i, at, determiner) };
        let mut phrase = noun;
        phrase.determiner = determiner.map(TokenId::from);
        if let Some(d) = determiner {
            phrase.determination = self.determination(d);
        } else if numeral.is_some() {
            phrase.determination = Determination::Indefinite;
        }
        Some(phrase)
    }

    /// «les trois», «45», «le seul»: no noun, but a number or an article with an adjective.
    fn without_noun(
        &self,
        i: usize,
        at: usize,
        determiner: Option<usize>,
        numeral: Option<usize>,
    ) -> Option<NounPhrase> {
        if let Some(number) = numeral {
            let mut end = at;
            while end > number + 1 && self.tag(end - 1) != Tag::Numeral {
                end -= 1;
            }
            let year = end == number + 1
                && number > self.start
                && self.key(number - 1) == Key::En
                && self.doc.form(number).len() == 4;
            let kind = if year { PhraseKind::Date } else { PhraseKind::Number };
            let mut phrase = self.blank(TokenSpan::new(i, end), end - 1, kind);
            phrase.determiner = determiner.map(TokenId::from);
            return Some(phrase);
        }
        let determiner = determiner?;
        let end = at.max(determiner + 1);
        // A lone article before a mark or a foreign word: the word after it stands for the noun.
        let head = if end == determiner + 1 && self.tag(end) == Tag::Other { end } else { end - 1 };
        if head == determiner {
            return None;
        }
        let mut phrase = self.blank(TokenSpan::new(i, head + 1), head, PhraseKind::Common);
        phrase.determiner = Some(determiner.into());
        phrase.determination = self.determination(determiner);
        Some(phrase)
    }

    /// A phrase whose noun is the common noun at `at`.
    fn common(&self, i: usize, at: usize) -> NounPhrase {
        let classes = self.doc.classes(at);
        let courtesy = i == at
            && classes.any(Classes::TITLE)
            && self.tag(at + 1) == Tag::ProperNoun
            && (self
                .doc
                .token(at)
                .is_some_and(|t| t.kind == TokenKind::Abbreviation || t.shape.is_capital())
                || !classes.any(Classes::ROLE));
        if courtesy {
            let end = self.name_end(at + 1, true);
            let mut phrase = self.blank(TokenSpan::new(i, end), end - 1, PhraseKind::Proper);
            phrase.name = Some(TokenSpan::new(at + 1, end));
            return phrase;
        }
        if classes.any(TIME) {
            let end = self.date_end(at);
            return self.blank(TokenSpan::new(i, end), at, PhraseKind::Date);
        }
        let number = self.doc.is(at, MEASURE) && i < at && self.tag(at - 1) == Tag::Numeral;
        let mut end = self.adjectives_end(at + 1);
        let kind = if number { PhraseKind::Number } else { PhraseKind::Common };
        let mut phrase = self.blank(TokenSpan::new(i, end), at, kind);
        if self.tag(end) == Tag::ProperNoun && !number {
            let stop = self.name_end(end, true);
            phrase.name = Some(TokenSpan::new(end, stop));
            end = stop;
        } else if let Some(name) = self.distant_name(at, end) {
            phrase.name = Some(name);
            end = name.end();
        }
        phrase.span = TokenSpan::new(i, end);
        phrase
    }

    fn proper(&self, i: usize, at: usize, determiner: Option<usize>) -> NounPhrase {
        let end = self.name_end(at, false);
        let time = self.doc.is(at, Classes::MONTH.with(Classes::WEEKDAY));
        let kind = if time { PhraseKind::Date } else { PhraseKind::Proper };
        let mut phrase = self.blank(TokenSpan::new(i, end), end - 1, kind);
        phrase.name = Some(TokenSpan::new(at, end));
        // «le Conseil constitutionnel», «l’Assemblée nationale»: the capital noun is the head.
        let contracted = i > self.start && matches!(self.key(i - 1), Key::Du | Key::Au | Key::Des);
        let institution = (determiner.is_some() || contracted) && self.doc.is(at, Classes::NOUN);
        if institution && end == at + 1 {
            phrase.head = at.into();
            let stop = self.adjectives_end(end);
            phrase.span = TokenSpan::new(i, stop);
            phrase.name = Some(TokenSpan::new(at, stop));
        }
        phrase
    }

    /// The end of the adjectives after a noun: «pénale», «politique et économique», «très grave».
    fn adjectives_end(&self, from: usize) -> usize {
        let mut end = from;
        for at in from..from + 8 {
            match self.tag(at) {
                Tag::Adjective => end = at + 1,
                Tag::Adverb | Tag::Coordinator if self.tag(at + 1) == Tag::Adjective => {
                    let joins = self.tag(at) == Tag::Adverb || end > from;
                    if !joins || self.tag(at + 2).is_noun() {
                        break;
                    }
                }
                _ => break,
            }
        }
        end
    }

    fn date_end(&self, noun: usize) -> usize {
        let mut end = noun + 1;
        while end < noun + 6 {
            match self.tag(end) {
                Tag::Numeral | Tag::Adjective => {}
                Tag::Noun | Tag::Adverb if self.doc.is(end, TIME) => {}
                _ => break,
            }
            end += 1;
        }
        end
    }

    fn determination(&self, at: usize) -> Determination {
        match self.key(at) {
            Key::Le | Key::La | Key::Les | Key::LElided => Determination::Definite,
            Key::Poss | Key::Leur => Determination::Possessive,
            Key::Demo | Key::Ce => Determination::Demonstrative,
            _ => Determination::Indefinite,
        }
    }

    /// «du», «au» hold the article.
    fn contracted(&self, phrase: &mut NounPhrase) {
        let Some(preposition) = phrase.preposition else { return };
        let holds = matches!(self.key(preposition.index()), Key::Du | Key::Des | Key::Au);
        if holds && phrase.determiner.is_none() && preposition.index() + 1 == phrase.span.start() {
            phrase.determiner = Some(preposition);
            phrase.determination = Determination::Definite;
        }
    }
}
