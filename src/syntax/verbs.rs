//! Verb groups: one pass over the tags.

use super::key::{Build, Key, Words};
use super::verb::{Mood, Tense, VerbGroup, Voice};
use super::{ClauseId, Tag};
use crate::document::Document;
use crate::lexicon::{Agreement, Analysis, Classes, Lexicon, Pos, Tenses};
use crate::token::{TokenKind, TokenSpan};

/// No verb group is longer: what is looked at ahead is bounded by it.
const LONGEST: usize = 8;

pub(super) struct Grouper<'a, 't> {
    pub doc: &'a Document<'t>,
    pub keys: &'a [Key],
    pub tags: &'a [Tag],
    pub words: &'static Words,
    pub verbs: &'a mut Vec<VerbGroup>,
    pub verb_of: &'a mut [u32],
    pub end: usize,
}

/// A group while it is read: form after form, from the auxiliary to the lexical verb.
struct Chain {
    group: VerbGroup,
    reading: Analysis,
    /// The last form is a form of «être», so that a participle after it may be passive.
    passive_next: bool,
    perfect: bool,
}

impl Grouper<'_, '_> {
    pub fn run(&mut self) {
        for sentence in self.doc.sentences() {
            self.end = sentence.end();
            let mut i = sentence.start();
            while i < sentence.end() {
                let verb = match self.tag(i) {
                    tag if tag.is_verb() => Some(i),
                    Tag::Clitic => self.verb_after(i),
                    Tag::Negation if self.key(i) == Key::Ne => self.verb_after(i),
                    _ => None,
                };
                let Some(verb) = verb else {
                    i += 1;
                    continue;
                };
                let group = self.group(i, verb, sentence.start());
                let id = self.verbs.len() as u32;
                if let Some(run) = self.verb_of.get_mut(group.span.indices()) {
                    run.fill(id);
                }
                i = group.span.end().max(i + 1);
                self.verbs.push(group);
            }
        }
    }

    pub fn tag(&self, i: usize) -> Tag {
        if i < self.end { self.tags.get(i).copied().unwrap_or_default() } else { Tag::Punctuation }
    }

    pub fn key(&self, i: usize) -> Key {
        if i < self.end { self.keys.get(i).copied().unwrap_or_default() } else { Key::Stop }
    }

    pub fn is_enclitic(&self, i: usize) -> bool {
        self.doc.token(i).is_some_and(|t| t.kind == TokenKind::Enclitic)
    }

    /// The verb that clitics and «ne» from `i` lead to.
    fn verb_after(&self, i: usize) -> Option<usize> {
        if self.is_enclitic(i) {
            return None;
        }
        (i + 1..i + LONGEST)
            .find(|at| !matches!(self.tag(*at), Tag::Clitic | Tag::Negation | Tag::Adverb))
            .filter(|at| self.tag(*at).is_verb() && self.tag(*at) != Tag::ParticiplePast)
    }

    /// The next form of the group after `i`, over adverbs, «pas», clitics, «tous», and one insertion between commas.
    fn next_form(&self, i: usize) -> usize {
        let mut at = i + 1;
        for _ in 0..LONGEST {
            match self.tag(at) {
                Tag::Adverb | Tag::Negation | Tag::Clitic => at += 1,
                Tag::SubjectPronoun if self.is_enclitic(at) => at += 1,
                Tag::Pronoun if matches!(self.key(at), Key::Tout | Key::Rien | Key::Eux) => at += 1,
                // «a été mardi condamné»
                Tag::Noun if self.doc.is(at, Classes::WEEKDAY) && self.tag(at + 1) == Tag::ParticiplePast => {
                    at += 1;
                }
                _ => break,
            }
        }
        if self.key(at) == Key::Comma {
            let close = (at + 1..at + LONGEST + 2)
                .find(|j| self.key(*j) == Key::Comma || self.tag(*j).is_verb() || self.key(*j) == Key::Stop);
            return match close {
                Some(close)
                    if self.key(close) == Key::Comma && self.tag(close + 1) == Tag::ParticiplePast =>
                {
                    close + 1
                }
                _ => at,
            };
        }
        at
    }

    /// The reading of a form as its tag says.
    pub fn reading(&self, i: usize) -> Analysis {
        let word = self.doc.word(i);
        let classes = self.doc.classes(i);
        let wanted = match self.tag(i) {
            Tag::VerbInfinitive => Tenses::INFINITIVE,
            Tag::ParticiplePast => Tenses::PAST_PARTICIPLE,
            Tag::ParticiplePresent => Tenses::PRESENT_PARTICIPLE,
            _ => Tenses::FINITE,
        };
        let mut first = None;
        for analysis in Lexicon::french().analyses(word) {
            if analysis.pos != Pos::Verb {
                continue;
            }
            first = first.or(Some(analysis));
            let auxiliary = !classes.any(Classes::ETRE.with(Classes::AVOIR))
                || analysis.lemma == self.words.etre
                || analysis.lemma == self.words.avoir;
            // «faut» is of falloir, not of faillir.
            let modal = !classes.any(Classes::MODAL) || self.words.build_of(analysis.lemma).is(Build::MODAL);
            if analysis.tenses.any(wanted)
                && auxiliary
                && (modal || classes.any(Classes::ETRE.with(Classes::AVOIR)))
            {
                let lemma = self.words.usual(analysis.lemma);
                return Analysis { lemma, tenses: Tenses(analysis.tenses.0 & wanted.0), ..analysis };
            }
        }
        first.unwrap_or(Analysis {
            pos: Pos::Verb,
            lemma: word,
            agreement: Agreement::ANY,
            tenses: wanted,
            persons: 0,
        })
    }

    fn group(&self, start: usize, verb: usize, sentence: usize) -> VerbGroup {
        let reading = self.reading(verb);
        let (mood, tense) = mood(reading.tenses);
        let mut chain = Chain {
            group: VerbGroup {
                span: TokenSpan::new(start, verb + 1),
                head: verb.into(),
                finite: verb.into(),
                lemma: reading.lemma,
                voice: Voice::Active,
                tense,
                mood,
                negated: false,
                person: match reading.persons {
                    1 => 1,
                    2 => 2,
                    4 => 3,
                    _ => 0,
                },
                agreement: reading.agreement,
                modal: None,
                causative: false,
                inverted_subject: None,
                accusative: None,
                dative: None,
                reflexive: None,
                attribute: None,
                preposition: None,
                clause: ClauseId(0),
                subject: None,
                object: None,
                completive: None,
                infinitive: None,
            },
            reading,
            passive_next: reading.lemma == self.words.etre,
            perfect: false,
        };
        self.clitics(&mut chain.group, start, verb);
        if start > sentence && self.tag(start - 1) == Tag::Preposition && !chain.group.is_finite() {
            chain.group.preposition = Some((start - 1).into());
            if mood == Mood::Participle && self.key(start - 1) == Key::En {
                chain.group.mood = Mood::Gerund;
            }
        }
        if self.tag(verb) == Tag::ParticiplePast {
            self.bare_participle(&mut chain, sentence);
        } else {
            self.forms(&mut chain, verb);
        }
        let mut group = chain.group;
        if chain.perfect {
            group.tense = match group.tense {
                Tense::Present => Tense::Perfect,
                Tense::Imperfect | Tense::SimplePast => Tense::Pluperfect,
                Tense::Future => Tense::FuturePerfect,
                other => other,
            };
        }
        self.negation(&mut group, sentence);
        self.attribute(&mut group);
        group
    }

    /// Follows auxiliaries, modals and causatives from the first form to the lexical verb.
    fn forms(&self, chain: &mut Chain, first: usize) {
        let words = self.words;
        let mut at = first;
        for _ in 0..LONGEST {
            self.enclitics(&mut chain.group, at);
            let lemma = chain.reading.lemma;
            let next = self.next_form(at);
            let build = words.build_of(lemma);
            let next = match (self.tag(next), self.key(next)) {
                // «vient d’être», «risque d’être».
                (Tag::Preposition, Key::De)
                    if (lemma == words.venir || lemma == words.risquer)
                        && self.verb_at_or_after_clitics(next + 1) == Tag::VerbInfinitive =>
                {
                    if lemma == words.risquer {
                        chain.group.modal = Some(lemma);
                    } else {
                        chain.group.tense = Tense::NearPast;
                    }
                    self.next_form(next)
                }
                (Tag::VerbInfinitive, _) if lemma == words.venir => break,
                (Tag::VerbInfinitive, _) if lemma == words.aller => {
                    chain.group.tense = Tense::NearFuture;
                    next
                }
                (Tag::VerbInfinitive, _) if build.is(Build::MODAL) => {
                    chain.group.modal = chain.group.modal.or(Some(lemma));
                    next
                }
                (Tag::VerbInfinitive, _) if build.is(Build::CAUSE) => {
                    chain.group.causative = true;
                    let suffers = chain.group.reflexive.is_some();
                    self.step(chain, next);
                    chain.group.voice = if suffers { Voice::Passive } else { Voice::Active };
                    return;
                }
                (Tag::ParticiplePast, _) if lemma == words.voir && chain.group.reflexive.is_some() => {
                    chain.group.causative = true;
                    self.step(chain, next);
                    chain.group.voice = Voice::Passive;
                    return;
                }
                (Tag::ParticiplePast, _) if lemma == words.etre || lemma == words.avoir => {
                    let been = self.doc.is(next, Classes::ETRE);
                    self.step(chain, next);
                    let build = words.build_of(chain.reading.lemma);
                    let motion = build.is(Build::MOTION);
                    if lemma == words.avoir || been {
                        chain.perfect = true;
                    } else if chain.group.reflexive.is_some() {
                        chain.perfect = true;
                        chain.group.voice = Voice::Reflexive;
                    } else if motion {
                        chain.perfect = true;
                    } else {
                        chain.group.voice = Voice::Passive;
                    }
                    if !build.is(Build::CAUSE) && !build.is(Build::MODAL) && !been {
                        return;
                    }
                    at = next;
                    continue;
                }
                _ => break,
            };
            let from = at + 1;
            self.clitics(&mut chain.group, from, next);
            self.step(chain, next);
            at = next;
        }
        if chain.group.reflexive.is_some() && chain.group.voice == Voice::Active {
            chain.group.voice = Voice::Reflexive;
        }
    }

    fn verb_at_or_after_clitics(&self, i: usize) -> Tag {
        let at = (i..i + 4).find(|at| !matches!(self.tag(*at), Tag::Clitic | Tag::Negation | Tag::Adverb));
        at.map_or(Tag::Other, |at| self.tag(at))
    }

    /// Takes the form at `next` as the new head.
    fn step(&self, chain: &mut Chain, next: usize) {
        chain.reading = self.reading(next);
        chain.group.head = next.into();
        chain.group.lemma = chain.reading.lemma;
        chain.group.span = TokenSpan::new(chain.group.span.start(), next + 1);
        if self.tag(next) == Tag::ParticiplePast {
            let number = chain.group.agreement.bits() & 12;
            let shown = chain.reading.agreement.bits();
            // The participle with «avoir» agrees with nothing that helps.
            if chain.passive_next {
                chain.group.agreement =
                    Agreement::from_bits(shown & 3 | if number == 0 { shown & 12 } else { number });
            }
        }
        chain.passive_next = chain.reading.lemma == self.words.etre;
    }

    /// A participle by itself, or coordinated with a compound before it: «a été arrêté puis condamné».
    fn bare_participle(&self, chain: &mut Chain, sentence: usize) {
        let motion = self.words.build_of(chain.group.lemma).is(Build::MOTION);
        let start = chain.group.span.start();
        chain.group.voice = if motion { Voice::Active } else { Voice::Passive };
        let before =
            (start.saturating_sub(3).max(sentence)..start).rev().find(|at| self.tag(*at) != Tag::Adverb);
        let joined =
            before.is_none_or(|at| !matches!(self.tag(at), Tag::Coordinator) && self.key(at) != Key::Comma);
        if joined {
            return;
        }
        let Some(last) = self.verbs.last().filter(|v| v.span.start() >= sentence) else { return };
        let compound = last.finite != last.head && self.tag(last.head.index()) == Tag::ParticiplePast;
        let comma = before.is_some_and(|at| self.key(at) == Key::Comma);
        if !compound || comma && last.voice != Voice::Passive {
            return;
        }
        let group = &mut chain.group;
        group.voice = last.voice;
        if motion && group.voice == Voice::Passive {
            group.voice = Voice::Active;
        }
        (group.mood, group.tense, group.person) = (last.mood, last.tense, last.person);
        (group.modal, group.finite, group.negated) = (last.modal, last.finite, last.negated);
        (group.preposition, group.causative) = (last.preposition, last.causative);
    }
}

fn mood(tenses: Tenses) -> (Mood, Tense) {
    let tense = if tenses.any(Tenses::PRESENT) {
        Tense::Present
    } else if tenses.any(Tenses::IMPERFECT) {
        Tense::Imperfect
    } else if tenses.any(Tenses::SIMPLE_PAST) {
        Tense::SimplePast
    } else if tenses.any(Tenses::FUTURE) {
        Tense::Future
    } else {
        Tense::Present
    };
    let indicative =
        Tenses(Tenses::PRESENT.0 | Tenses::IMPERFECT.0 | Tenses::SIMPLE_PAST.0 | Tenses::FUTURE.0);
    let mood = if tenses.any(indicative) {
        Mood::Indicative
    } else if tenses.any(Tenses::CONDITIONAL) {
        Mood::Conditional
    } else if tenses.any(Tenses(Tenses::SUBJUNCTIVE.0 | Tenses::PAST_SUBJUNCTIVE.0)) {
        Mood::Subjunctive
    } else if tenses.any(Tenses::IMPERATIVE) {
        Mood::Imperative
    } else if tenses.any(Tenses::INFINITIVE) {
        Mood::Infinitive
    } else {
        Mood::Participle
    };
    (mood, tense)
}
