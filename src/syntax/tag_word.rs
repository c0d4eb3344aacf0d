//! Nouns, adjectives and verbs that share a form.

use super::Tag;
use super::key::Key;
use super::tagger::Tagger;
use crate::lexicon::Classes;

const NOUN: Classes = Classes::NOUN;
const ADJECTIVE: Classes = Classes::ADJECTIVE;
const FINITE: Classes = Classes::FINITE;
const INFINITIVE: Classes = Classes::INFINITIVE;
const PRESENT: Classes = Classes::PRESENT_PARTICIPLE;
const PAST: Classes = Classes::PAST_PARTICIPLE;
const ADVERB: Classes = Classes::ADVERB;
const AUXILIARY: Classes = Classes::ETRE.with(Classes::AVOIR);
const CONTENT: Classes = NOUN.with(ADJECTIVE).with(Classes::VERB).with(ADVERB);
const NOMINAL: Classes = NOUN.with(ADJECTIVE);

impl Tagger<'_, '_> {
    /// The tag of a word that is not one of the keyed grammatical words.
    pub(super) fn word(&self, i: usize, classes: Classes) -> Tag {
        if classes.any(AUXILIARY) {
            return self.auxiliary(classes);
        }
        if classes.any(Classes::WEEKDAY) {
            return Tag::Noun;
        }
        if classes.any(Classes::FUNCTION)
            && !(self.state.open && classes.any(NOUN))
            && let Some(tag) = self.other_function(i, classes)
        {
            return tag;
        }
        if classes.any(Classes::NUMERAL) {
            let nominal = classes.any(NOMINAL) && self.key(i) == Key::Prenominal;
            return if nominal { Tag::Adjective } else { Tag::Numeral };
        }
        if self.key(i) == Key::Pivot && self.is_pivot(i) {
            return Tag::Preposition;
        }
        let content = classes & CONTENT;
        match content {
            NOUN => Tag::Noun,
            ADJECTIVE => self.adjective(i),
            FINITE => Tag::VerbFinite,
            INFINITIVE => Tag::VerbInfinitive,
            PRESENT => Tag::ParticiplePresent,
            ADVERB => Tag::Adverb,
            PAST => self.participle(i),
            Classes::EMPTY => self.no_content(classes),
            _ => self.ambiguous(i, classes),
        }
    }

    fn no_content(&self, classes: Classes) -> Tag {
        if classes.any(Classes::PREPOSITION) {
            Tag::Preposition
        } else if classes.any(Classes::TITLE) || self.state.open {
            Tag::Noun
        } else if classes
            .any(Classes::CURRENCY.with(Classes::UNIT).with(Classes::MONTH).with(Classes::WEEKDAY))
        {
            Tag::Noun
        } else {
            Tag::Other
        }
    }

    fn auxiliary(&self, classes: Classes) -> Tag {
        if classes.any(PAST) && (self.state.auxiliary || !classes.any(FINITE)) {
            let summer = self.state.open && !self.state.auxiliary;
            return if summer && classes.any(NOUN) { Tag::Noun } else { Tag::ParticiplePast };
        }
        if classes.any(PRESENT) {
            return Tag::ParticiplePresent;
        }
        if classes.any(INFINITIVE) {
            return if self.state.open && classes.any(NOUN) { Tag::Noun } else { Tag::VerbInfinitive };
        }
        // «l’est», «d’est»: the east; but «il l’est».
        if self.state.open && classes.any(NOUN) { Tag::Noun } else { Tag::VerbFinite }
    }

    /// Grammatical words without a key of their own, by class.
    fn other_function(&self, i: usize, classes: Classes) -> Option<Tag> {
        if self.state.verbal && classes.any(FINITE) {
            return Some(Tag::VerbFinite);
        }
        if classes.any(Classes::PREPOSITION) {
            // «avant», «depuis», «contre» with nothing after them.
            let bare = self.doc.classes(i + 1).is_empty()
                && !matches!(self.key(i + 1), Key::None)
                && !matches!(self.key(i + 1), Key::Open | Key::Quote);
            return Some(if bare && classes.any(ADVERB) { Tag::Adverb } else { Tag::Preposition });
        }
        if classes.any(Classes::RELATIVE) {
            return Some(Tag::RelativePronoun);
        }
        if classes.any(Classes::SUBORDINATOR) {
            return Some(Tag::Subordinator);
        }
        if classes.any(Classes::COORDINATOR) {
            return Some(Tag::Coordinator);
        }
        if classes.any(Classes::SUBJECT_PRONOUN) {
            return Some(Tag::SubjectPronoun);
        }
        if classes.any(Classes::DETERMINER) {
            return Some(Tag::Determiner);
        }
        if classes.any(ADVERB) {
            return Some(Tag::Adverb);
        }
        classes.any(Classes::PRONOUN).then_some(Tag::Pronoun)
    }

    /// «à l’encontre de», «en raison de»: the noun within a preposition of several words.
    fn is_pivot(&self, i: usize) -> bool {
        let before = match self.key_before(i) {
            Key::LElided | Key::La | Key::Le => self.key_before(i - 1),
            other => other,
        };
        let opened = matches!(before, Key::A | Key::Au | Key::En | Key::Par | Key::Pour | Key::Du)
            || matches!(self.before(i), Tag::Preposition);
        let a = matches!(self.doc.word(i), w if self.doc.is(i, Classes::PREPOSITION) && w.is_known());
        opened && matches!(self.key(i + 1), Key::De | Key::Du | Key::Des)
            || a && matches!(self.key(i + 1), Key::A | Key::Au)
    }

    fn adjective(&self, i: usize) -> Tag {
        // «le suspect», «les jeunes»: an adjective by itself after its article.
        let alone = self.state.open
            && self.before(i) != Tag::Adjective
            && !self.nominal_follows(i)
            && self.key(i) != Key::Prenominal;
        if alone { Tag::Noun } else { Tag::Adjective }
    }

    /// Whether the next word can be the noun that an adjective at `i` stands before.
    fn nominal_follows(&self, i: usize) -> bool {
        let next = self.doc.classes(i + 1);
        next.any(NOMINAL) && !next.any(AUXILIARY.with(Classes::FUNCTION)) || self.next_is_capital(i)
    }

    fn participle(&self, i: usize) -> Tag {
        if self.key(i) == Key::Prenominal && !self.state.auxiliary {
            return Tag::Adjective;
        }
        if self.state.open && !self.state.auxiliary && !self.doc.is(i + 1, NOUN) {
            return Tag::Noun;
        }
        Tag::ParticiplePast
    }

    fn ambiguous(&self, i: usize, classes: Classes) -> Tag {
        let state = self.state;
        if state.verbal && classes.any(Classes::VERB) {
            return verb(classes);
        }
        if state.open {
            return self.in_phrase(i, classes);
        }
        if state.auxiliary {
            if classes.any(PAST) {
                return Tag::ParticiplePast;
            }
            if classes.any(ADVERB) {
                return Tag::Adverb;
            }
            if state.copula && classes.any(ADJECTIVE) {
                return Tag::Adjective;
            }
            if classes.any(NOMINAL) {
                return if classes.any(NOUN) { Tag::Noun } else { Tag::Adjective };
            }
            return verb(classes);
        }
        match self.anchor(i) {
            Tag::Preposition if classes.any(INFINITIVE) => Tag::VerbInfinitive,
            Tag::Preposition if self.key_before(i) == Key::En && classes.any(PRESENT) => {
                Tag::ParticiplePresent
            }
            Tag::Preposition => self.in_phrase(i, classes),
            Tag::Noun | Tag::ProperNoun | Tag::Adjective | Tag::Numeral | Tag::Pronoun | Tag::Other => {
                self.after_noun(i, classes)
            }
            Tag::Coordinator => self.parallel(i, classes),
            Tag::RelativePronoun if classes.any(FINITE) => Tag::VerbFinite,
            tag if tag.is_verb() => after_verb(classes, state.copula || self.key(i) == Key::Prenominal),
            _ => self.fresh(i, classes),
        }
    }

    /// The tag of the last word that is no adverb.
    fn anchor(&self, i: usize) -> Tag {
        match self.before(i) {
            Tag::Adverb if i > self.start => self.before(i - 1),
            tag => tag,
        }
    }

    /// After a determiner or preposition: a noun, or an adjective before one.
    fn in_phrase(&self, i: usize, classes: Classes) -> Tag {
        let before_noun = self.nominal_follows(i);
        if classes.any(ADJECTIVE) && before_noun && (self.key(i) == Key::Prenominal || !classes.any(NOUN)) {
            return Tag::Adjective;
        }
        if classes.any(NOUN) && !(self.key(i) == Key::Prenominal && before_noun) {
            return Tag::Noun;
        }
        if classes.any(ADVERB) {
            return Tag::Adverb;
        }
        if classes.any(ADJECTIVE) {
            return self.adjective(i);
        }
        if classes.any(PAST) { self.participle(i) } else { verb(classes) }
    }

    fn after_noun(&self, i: usize, classes: Classes) -> Tag {
        let finite = classes.any(FINITE) && self.state.pending > 0 && !self.is_plural_lookalike(i, classes);
        let opens = self.object_follows(i);
        if finite {
            let adjective = classes.any(ADJECTIVE);
            let agent = self.key(i + 1) == Key::Par && classes.any(PAST);
            if !agent && (!adjective || opens || classes.any(Classes::SPEECH_VERB)) {
                return Tag::VerbFinite;
            }
        }
        if classes.any(PAST) && !(classes.any(ADJECTIVE) && !self.complement_follows(i)) {
            return self.participle(i);
        }
        if classes.any(PRESENT) && !(classes.any(ADJECTIVE) && !opens) {
            return Tag::ParticiplePresent;
        }
        if classes.any(ADVERB) && !classes.any(ADJECTIVE) {
            return Tag::Adverb;
        }
        if classes.any(ADJECTIVE) {
            return Tag::Adjective;
        }
        if classes.any(NOUN) {
            return Tag::Noun;
        }
        verb(classes)
    }

    /// «président», «content»: only after «ils» the verb.
    fn is_plural_lookalike(&self, i: usize, classes: Classes) -> bool {
        classes.any(NOMINAL) && self.doc.form(i).ends_with("ent")
    }

    /// The word after begins an object, a que-clause or another clitic: what stands before is a verb.
    fn object_follows(&self, i: usize) -> bool {
        matches!(
            self.key(i + 1),
            Key::Le
                | Key::La
                | Key::Les
                | Key::LElided
                | Key::Un
                | Key::Poss
                | Key::Demo
                | Key::Que
                | Key::Pas
                | Key::Quant
                | Key::Tout
                | Key::Ce
                | Key::Open
                | Key::Quote
                | Key::Leur
        ) || self.doc.token(i + 1).is_some_and(|t| t.kind == crate::token::TokenKind::Enclitic)
    }

    /// The word after begins a complement: a participle with complements is more than an adjective.
    fn complement_follows(&self, i: usize) -> bool {
        let next = self.doc.classes(i + 1);
        next.any(Classes::PREPOSITION.with(Classes::ADVERB).with(Classes::WEEKDAY))
            || self.key(i + 1) == Key::Le
    }

    /// After «et», «ou»: as the word before it, where that is possible.
    fn parallel(&self, i: usize, classes: Classes) -> Tag {
        let first = if i > self.start + 1 { self.before(i - 1) } else { Tag::Punctuation };
        match first {
            Tag::ParticiplePast if classes.any(PAST) => Tag::ParticiplePast,
            Tag::Adjective if classes.any(ADJECTIVE) => Tag::Adjective,
            Tag::VerbInfinitive if classes.any(INFINITIVE) => Tag::VerbInfinitive,
            Tag::VerbFinite if classes.any(FINITE) => Tag::VerbFinite,
            _ if classes.any(FINITE) && self.object_follows(i) => Tag::VerbFinite,
            Tag::Noun if classes.any(NOUN) && !(classes.any(PAST) && self.complement_follows(i)) => Tag::Noun,
            _ => self.fresh(i, classes),
        }
    }

    /// At the start of a sentence, after a comma or a mark.
    fn fresh(&self, i: usize, classes: Classes) -> Tag {
        let speech = classes.any(Classes::SPEECH_VERB) && classes.any(FINITE);
        if speech && i > self.start {
            let hung = self.doc.token(i + 1).is_some_and(|t| t.kind == crate::token::TokenKind::Enclitic);
            if hung || self.object_follows(i) || self.next_is_capital(i) {
                return Tag::VerbFinite;
            }
        }
        if classes.any(ADVERB) && !classes.any(NOUN) {
            return Tag::Adverb;
        }
        if classes.any(PAST) && (!classes.any(NOUN) || self.complement_follows(i)) {
            return Tag::ParticiplePast;
        }
        if classes.any(FINITE) && self.object_follows(i) {
            return Tag::VerbFinite;
        }
        if classes.any(PRESENT) && !classes.any(ADJECTIVE) {
            return Tag::ParticiplePresent;
        }
        if classes.any(NOUN) {
            return Tag::Noun;
        }
        if classes.any(ADJECTIVE) { Tag::Adjective } else { verb(classes) }
    }
}

fn verb(classes: Classes) -> Tag {
    if classes.any(FINITE) {
        Tag::VerbFinite
    } else if classes.any(INFINITIVE) {
        Tag::VerbInfinitive
    } else if classes.any(PRESENT) {
        Tag::ParticiplePresent
    } else {
        Tag::ParticiplePast
    }
}

fn after_verb(classes: Classes, copula: bool) -> Tag {
    if classes.any(INFINITIVE) {
        Tag::VerbInfinitive
    } else if classes.any(ADVERB) {
        Tag::Adverb
    } else if classes.any(NOMINAL) {
        let noun = classes.any(NOUN) && !(copula && classes.any(ADJECTIVE));
        if noun { Tag::Noun } else { Tag::Adjective }
    } else if classes.any(PAST) {
        Tag::ParticiplePast
    } else {
        verb(classes)
    }
}
