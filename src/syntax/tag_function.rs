//! Grammatical words that are several: «la», «en», «que», «des», «plus».

use super::Tag;
use super::key::Key;
use super::tagger::Tagger;
use crate::lexicon::Classes;

const AUXILIARY: Classes = Classes::ETRE.with(Classes::AVOIR);
const NOMINAL: Classes = Classes::NOUN.with(Classes::ADJECTIVE).with(Classes::PAST_PARTICIPLE);

impl Tagger<'_, '_> {
    /// The tag of a word with a key.
    pub(super) fn grammatical(&self, i: usize, key: Key, classes: Classes) -> Tag {
        match key {
            Key::Le | Key::La | Key::Les | Key::LElided => self.article(i),
            Key::Un => {
                if self.opens_phrase(i + 1) {
                    Tag::Determiner
                } else {
                    Tag::Pronoun
                }
            }
            Key::Poss | Key::Demo | Key::Quel => Tag::Determiner,
            Key::Leur => {
                if self.verb_only(i + 1) {
                    Tag::Clitic
                } else {
                    Tag::Determiner
                }
            }
            Key::Ce => self.ce(i),
            Key::CElided | Key::Il => Tag::SubjectPronoun,
            Key::On => Tag::SubjectPronoun,
            Key::Quant | Key::Aucun => {
                if self.opens_phrase(i + 1) {
                    Tag::Determiner
                } else {
                    Tag::Pronoun
                }
            }
            Key::Tout => self.tout(i),
            Key::Aussi => self.aussi(i, classes),
            Key::Beaucoup | Key::Alors => {
                if classes.any(Classes::PREPOSITION) && self.key(i + 1) != Key::Que {
                    Tag::Preposition
                } else {
                    Tag::Adverb
                }
            }
            Key::Elle => {
                let governed = self.before(i) == Tag::Preposition;
                if governed || !self.predicate_follows(i + 1) { Tag::Pronoun } else { Tag::SubjectPronoun }
            }
            Key::Eux | Key::Celui | Key::Cela | Key::Quoi => Tag::Pronoun,
            Key::Nous => self.nous(i),
            Key::Lui => {
                if self.predicate_follows(i + 1)
                    && self.before(i) != Tag::Preposition
                    && self.key(i + 1) != Key::Ne
                {
                    Tag::Clitic
                } else {
                    Tag::Pronoun
                }
            }
            Key::Me | Key::Se | Key::Y => Tag::Clitic,
            Key::SElided => {
                if self.key(i + 1) == Key::Il && !self.state.verbal {
                    Tag::Subordinator
                } else {
                    Tag::Clitic
                }
            }
            Key::En => self.en(i),
            Key::Ne => Tag::Negation,
            Key::Pas | Key::Point | Key::Jamais => {
                if self.state.open && classes.any(Classes::NOUN) || key == Key::Point && !self.state.ne {
                    Tag::Noun
                } else {
                    Tag::Negation
                }
            }
            Key::Plus => {
                if self.state.ne && self.before(i) != Tag::Determiner {
                    Tag::Negation
                } else {
                    Tag::Adverb
                }
            }
            Key::Personne => {
                let noun = self.state.open || !(self.state.ne || self.key(i + 1) == Key::Ne);
                if noun { Tag::Noun } else { Tag::Pronoun }
            }
            Key::Rien => Tag::Pronoun,
            Key::Et | Key::Ou | Key::Mais | Key::Ni | Key::Or => Tag::Coordinator,
            Key::Car => {
                if self.state.open {
                    Tag::Noun
                } else {
                    Tag::Coordinator
                }
            }
            Key::Que => self.que(i),
            Key::Qui | Key::Dont | Key::OuRel | Key::Auquel => Tag::RelativePronoun,
            Key::Lequel => Tag::RelativePronoun,
            Key::Lorsque => Tag::Subordinator,
            Key::Si => {
                let degree = self.doc.is(i + 1, Classes::ADJECTIVE.with(Classes::ADVERB))
                    && !self.doc.is(i + 1, Classes::FUNCTION.with(Classes::NOUN));
                if degree && !self.next_is_capital(i) { Tag::Adverb } else { Tag::Subordinator }
            }
            Key::Comme => {
                if self.predicate_follows(i + 1) || self.key(i + 1) == Key::Il {
                    Tag::Subordinator
                } else {
                    Tag::Preposition
                }
            }
            Key::Des => self.des(i),
            Key::De => {
                // «de nombreux témoins» after a verb is «des».
                let plural = self.key(i + 1) == Key::Prenominal && self.doc.form(i + 1).ends_with(['s', 'x']);
                let free = self.state.after_verb || i == self.start || self.state.auxiliary;
                if plural && free { Tag::Determiner } else { Tag::Preposition }
            }
            Key::A
            | Key::Au
            | Key::Du
            | Key::Par
            | Key::Pour
            | Key::Contre
            | Key::Sans
            | Key::PrepA
            | Key::PrepDe => self.preposition(i, key),
            Key::Apres | Key::Devant => {
                if self.state.open {
                    Tag::Noun
                } else if self.key(i + 1) != Key::None
                    && self.doc.classes(i + 1).is_empty()
                    && self.key(i + 1) != Key::Open
                {
                    Tag::Adverb
                } else {
                    Tag::Preposition
                }
            }
            Key::YCompris if self.key_before(i) == Key::Y => Tag::Preposition,
            _ => self.word_of(i, classes),
        }
    }

    fn word_of(&self, i: usize, classes: Classes) -> Tag {
        self.word(i, classes)
    }

    fn preposition(&self, i: usize, key: Key) -> Tag {
        if self.state.open && self.doc.is(i, Classes::NOUN) {
            return Tag::Noun;
        }
        if matches!(key, Key::PrepDe | Key::PrepA) {
            let answered = matches!(
                (key, self.key(i + 1)),
                (Key::PrepDe, Key::De | Key::Du | Key::Des | Key::Que) | (Key::PrepA, Key::A | Key::Au)
            ) || self.doc.is(i, Classes::PREPOSITION);
            if !answered {
                return self.word(i, self.doc.classes(i));
            }
        }
        Tag::Preposition
    }

    /// Whether a noun phrase can go on at `i` after its determiner.
    fn opens_phrase(&self, i: usize) -> bool {
        let classes = self.doc.classes(i);
        let capital = self.doc.token(i).is_some_and(|t| t.shape.is_capital());
        capital
            || classes.any(NOMINAL.with(Classes::NUMERAL)) && !classes.any(AUXILIARY)
            || classes.is_empty() && self.key(i) == Key::None
            || matches!(
                self.key(i),
                Key::Prenominal | Key::Aussi | Key::Open | Key::Quote | Key::Plus | Key::Beaucoup
            )
            || classes.any(Classes::ADVERB) && !classes.any(Classes::FUNCTION)
    }

    /// Whether the word at `i` is a verb form and nothing else, or a clitic before one.
    fn verb_only(&self, i: usize) -> bool {
        let classes = self.doc.classes(i);
        if matches!(self.key(i), Key::Y | Key::En | Key::Lui | Key::Leur) {
            return self.doc.is(i + 1, Classes::FINITE.with(Classes::INFINITIVE));
        }
        let auxiliary = classes.any(AUXILIARY) && classes.any(Classes::FINITE);
        auxiliary
            || classes.any(Classes::VERB)
                && !classes.any(Classes::NOUN.with(Classes::ADJECTIVE).with(Classes::PAST_PARTICIPLE))
    }

    /// Whether a predicate follows: a verb, a clitic or «ne».
    fn predicate_follows(&self, i: usize) -> bool {
        let classes = self.doc.classes(i);
        matches!(self.key(i), Key::Ne | Key::Se | Key::SElided | Key::Y | Key::Me)
            || matches!(
                self.key(i),
                Key::Lui | Key::En | Key::Leur | Key::LElided | Key::Le | Key::La | Key::Les
            ) && self.doc.is(i + 1, Classes::FINITE)
            || classes.any(Classes::FINITE.with(Classes::INFINITIVE)) && !classes.any(Classes::PREPOSITION)
    }

    /// «la» before a noun or a verb.
    fn article(&self, i: usize) -> Tag {
        let next = i + 1;
        let classes = self.doc.classes(next);
        if self.doc.token(next).is_some_and(|t| t.shape.is_capital()) {
            return Tag::Determiner;
        }
        if self.state.verbal {
            return Tag::Clitic;
        }
        if self.verb_only(next) {
            // «vers l’est», «dans l’est» stand after a preposition; «qui l’est», «on l’a» do not.
            let east = classes.all(Classes::ETRE.with(Classes::NOUN)) && self.before(i) == Tag::Preposition;
            return if east { Tag::Determiner } else { Tag::Clitic };
        }
        let infinitive = classes.any(Classes::INFINITIVE);
        if infinitive && self.before(i) == Tag::Preposition && !self.doc.is(next, Classes::NOUN) {
            return Tag::Clitic;
        }
        // «qui la porte», «Le témoin les cite»: the verb of a clause that has none yet.
        let relative = self.before(i) == Tag::RelativePronoun && self.key_before(i) == Key::Qui;
        if relative && classes.any(Classes::FINITE) { Tag::Clitic } else { Tag::Determiner }
    }

    fn ce(&self, i: usize) -> Tag {
        let next = self.doc.classes(i + 1);
        if matches!(self.key(i + 1), Key::Qui | Key::Que | Key::Dont | Key::A) {
            Tag::Pronoun
        } else if next.any(Classes::ETRE)
            || matches!(self.key(i + 1), Key::Ne | Key::SElided | Key::Se)
            || self.verb_only(i + 1)
        {
            Tag::SubjectPronoun
        } else if matches!(next, n if n.is_empty() && self.key(i + 1) == Key::Comma) {
            Tag::Pronoun
        } else {
            Tag::Determiner
        }
    }

    fn tout(&self, i: usize) -> Tag {
        match self.key(i + 1) {
            Key::Le | Key::La | Key::Les | Key::LElided | Key::Poss | Key::Demo | Key::Ce | Key::Leur => {
                Tag::Determiner
            }
            _ if self.state.auxiliary => Tag::Pronoun,
            _ if self.doc.is(i + 1, Classes::NOUN.with(Classes::NUMERAL))
                && !self.doc.is(i + 1, Classes::FUNCTION) =>
            {
                Tag::Determiner
            }
            _ if self.doc.is(i + 1, Classes::ADJECTIVE.with(Classes::ADVERB)) => Tag::Adverb,
            _ => Tag::Pronoun,
        }
    }

    fn aussi(&self, i: usize, classes: Classes) -> Tag {
        if classes.any(Classes::ADVERB) && !self.state.open {
            Tag::Adverb
        } else if self.opens_phrase(i + 1) {
            Tag::Adjective
        } else if self.state.open {
            Tag::Noun
        } else {
            self.word(i, classes)
        }
    }

    fn nous(&self, i: usize) -> Tag {
        if self.before(i) == Tag::Preposition {
            Tag::Pronoun
        } else if self.before(i) == Tag::SubjectPronoun || self.state.verbal {
            Tag::Clitic
        } else if self.predicate_follows(i + 1) || matches!(self.key(i + 1), Key::Nous) {
            Tag::SubjectPronoun
        } else {
            Tag::Pronoun
        }
    }

    /// «en 2019», «en partant», «il en parle».
    fn en(&self, i: usize) -> Tag {
        let next = self.doc.classes(i + 1);
        if next.any(Classes::PRESENT_PARTICIPLE) && !self.state.verbal {
            return Tag::Preposition;
        }
        let verb =
            self.verb_only(i + 1) || next.any(Classes::FINITE.with(Classes::INFINITIVE)) && self.state.verbal;
        let preposition = next.any(Classes::NOUN) && !self.state.verbal && !next.any(Classes::AVOIR);
        if verb && !preposition { Tag::Clitic } else { Tag::Preposition }
    }

    fn que(&self, i: usize) -> Tag {
        // «ne … que»: nothing but.
        if self.state.ne && !self.predicate_later(i) {
            return Tag::Adverb;
        }
        match self.before(i) {
            Tag::Noun | Tag::Adjective if self.key_before(i) == Key::Content => Tag::Subordinator,
            Tag::Adverb | Tag::Adjective
                if self.key_before(i) == Key::Aussi || self.key_before(i) == Key::Plus =>
            {
                if self.predicate_later(i) { Tag::Subordinator } else { Tag::Preposition }
            }
            Tag::Noun | Tag::ProperNoun | Tag::Pronoun | Tag::Adjective => {
                // «a informé le maire que»: the content of a verb of speech with a person between.
                let told = self.state.speech && self.state.pending == 0;
                let person = self.doc.is(i - 1, Classes::HUMAN.with(Classes::ROLE))
                    || self.before(i) == Tag::ProperNoun;
                if told && person && self.key_before(i) != Key::Ce {
                    Tag::Subordinator
                } else {
                    Tag::RelativePronoun
                }
            }
            Tag::Punctuation if self.key_before(i) == Key::Comma && self.state.pending > 0 => {
                let noun = matches!(self.before(i - 1), Tag::Noun | Tag::ProperNoun | Tag::Adjective);
                if noun { Tag::RelativePronoun } else { Tag::Subordinator }
            }
            _ => Tag::Subordinator,
        }
    }

    /// Whether a subject pronoun or a verb stands among the next few words.
    fn predicate_later(&self, i: usize) -> bool {
        (i + 1..i + 7).take_while(|at| !matches!(self.key(*at), Key::Comma | Key::Stop | Key::Semicolon)).any(
            |at| {
                matches!(self.key(at), Key::Il | Key::Se | Key::SElided)
                    || self.doc.is(at, AUXILIARY)
                    || self.verb_only(at)
            },
        )
    }

    /// «des témoins» alone is indefinite; after a noun or a passive it is «de les».
    fn des(&self, i: usize) -> Tag {
        let active = self.state.after_verb && self.before(i) != Tag::ParticiplePast;
        let before = self.before(i);
        let compound = before == Tag::ParticiplePast && self.compound(i - 1);
        let free = i == self.start
            || active
            || compound
            || self.state.auxiliary
            || matches!(before, Tag::Coordinator | Tag::Subordinator | Tag::RelativePronoun | Tag::Negation)
            || before == Tag::Punctuation
            || before == Tag::Preposition
                && self.key_before(i) != Key::Pivot
                && self.key_before(i) != Key::PrepDe;
        if free { Tag::Determiner } else { Tag::Preposition }
    }

    /// Whether the participle at `i` stands with «avoir»: «a condamné des élus».
    fn compound(&self, i: usize) -> bool {
        (i.saturating_sub(4).max(self.start)..i)
            .rev()
            .find(|at| !matches!(self.tag(*at), Tag::Adverb | Tag::Negation | Tag::SubjectPronoun))
            .is_some_and(|at| self.doc.is(at, Classes::AVOIR) && self.tag(at).is_verb())
    }
}
