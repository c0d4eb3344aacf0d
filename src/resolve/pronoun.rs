use super::anaphor::{Anaphors, Impersonal, Pronoun};
use super::discourse::Discourse;
use super::focus::Standing;
use super::lists::Lists;
use super::resolved::ResolvedMention;
use crate::graph::EntityId;
use crate::lexicon::{Agreement, Classes, Frames, Lexicon, SpeechVerb};
use crate::ontology::MentionForm;
use crate::syntax::{PhraseKind, Tag, VerbGroup};
use crate::token::TokenSpan;

/// Whom a pronoun stands for: its gender and number, the verb that it stands with, who was spoken of last.
impl Discourse<'_> {
    pub(super) fn read_pronoun(&mut self, i: usize, hung: bool) {
        let anaphors = Anaphors::get();
        let pronoun = if hung {
            Anaphors::hung(self.doc.form(i))
        } else {
            anaphors.pronoun(self.doc.word(i), self.doc.word(i + 1))
        };
        let Some(pronoun) = pronoun else {
            self.read_possessive(i);
            return;
        };
        let (tokens, picked) = match pronoun {
            Pronoun::Subject(agreement) => (1, self.subject_pronoun(i, hung, agreement)),
            Pronoun::Object(agreement) => (1, self.object_pronoun(i, agreement)),
            Pronoun::Lui => (1, self.lui(i)),
            Pronoun::Last(agreement, len) => (len, self.last_one(i, len, agreement)),
        };
        let Some((entity, why)) = picked else { return };
        let Some(kind) = self.bearers.get(entity.index()).map(|bearer| bearer.kind) else { return };
        let tokens = TokenSpan::new(i, i + tokens);
        self.join(tokens, entity, kind, MentionForm::Pronoun, why);
        self.note(entity, tokens);
        self.settle(ResolvedMention { tokens, entity, kind, form: MentionForm::Pronoun });
    }

    /// «sa voiture», «son entourage»: whoever is meant is spoken of here, though nothing is joined.
    fn read_possessive(&mut self, i: usize) {
        if !matches!(self.doc.form(i), "son" | "sa" | "ses" | "Son" | "Sa" | "Ses") {
            return;
        }
        let mut wanted =
            self.wanted(i, Agreement::from_bits(Agreement::ANY.bits() & !Agreement::PLURAL.bits()));
        wanted.human = true;
        if let Some(entity) = self.focus.pick(&wanted) {
            self.note(entity, TokenSpan::new(i, i + 1));
        }
    }

    fn subject_pronoun(
        &mut self,
        i: usize,
        hung: bool,
        agreement: Agreement,
    ) -> Option<(EntityId, &'static str)> {
        let mut wanted = self.wanted(i, agreement);
        let phrase = self.syntax.phrase_at(i);
        let verb = if hung {
            // The verb that it hangs on stands right before.
            i.checked_sub(1).and_then(|before| self.syntax.verb_at(before))
        } else if let Some(verb) =
            phrase.and_then(|p| self.standings.get(p.index())).and_then(|(_, verb)| *verb)
        {
            Some(verb)
        } else {
            (i + 1..i + 4).find_map(|next| self.syntax.verb_at(next))
        };
        // «elle», «lui» after a preposition is no subject.
        let governed = phrase.and_then(|p| self.syntax.phrase(p)).is_some_and(|p| p.is_governed());
        let group = verb.and_then(|verb| self.syntax.verb(verb));
        if let Some(group) = group.filter(|_| !governed) {
            if self.is_impersonal(group, i) && agreement.masculine() && agreement.singular() {
                return None;
            }
            wanted.speaks = self.doc.is(group.head.index(), Classes::SPEECH_VERB);
            let accused = self.doc.is(group.head.index(), Classes::JUDICIAL_VERB) && group.is_passive()
                || Lists::french().borne.contains(&group.lemma)
                || self.opens_with_judicial(i);
            wanted.human = accused || self.tells_seat(group);
            if accused {
                // «L’homme nie, a dit le procureur X. *Il* a été écroué»: whoever judges or prosecutes is not meant.
                let seen = self.focus.latest().filter_map(|seen| seen.entity);
                let mut judges = seen.filter(|id| self.offices.judges(*id));
                wanted.not = [judges.next(), judges.next()];
            }
        } else if !governed && !hung {
            return None;
        }
        let meant = self.focus.stands_out(&wanted).copied()?;
        if meant.stranger {
            self.strangers.push(i);
        }
        meant.entity.map(|entity| (entity, "pronoun"))
    }

    /// «*Libéré* en 2002, il …»: what the sentence begins with befalls nobody but a human being.
    fn opens_with_judicial(&self, pronoun: usize) -> bool {
        let sentence = self.doc.sentence_of(pronoun);
        let first = sentence.start();
        self.syntax.tag(first) == Tag::ParticiplePast
            && self.doc.is(first, Classes::JUDICIAL_VERB)
            && self.doc.form(pronoun.saturating_sub(1)) == ","
    }

    /// «il faut», «il y a», «il est prévu que», «il s’agit».
    fn is_impersonal(&self, verb: &VerbGroup, pronoun: usize) -> bool {
        let anaphors = Anaphors::get();
        let after = verb.span.end().max(verb.attribute.map_or(0, |a| a.index() + 1));
        let content = (after..after + 2).any(|at| {
            let word = self.doc.word(at);
            word == anaphors.que || word == anaphors.qu || matches!(self.doc.form(at), "de" | "d'" | "d’")
        });
        let existence = verb.lemma == anaphors.avoir
            && (pronoun..verb.head.index()).any(|at| self.doc.word(at) == anaphors.y);
        // «il était *député* de Lyon» is somebody.
        let seat = |at: usize| self.doc.is(at, Classes::ROLE) && self.syntax.tag(at).is_noun();
        let content = content && !(verb.span.end()..verb.span.end() + 3).any(seat);
        let state =
            verb.lemma == anaphors.etre && (content || matches!(self.doc.form(after), "temps" | "vrai"));
        let passive = verb.is_passive()
            && content
            && verb.lemma != anaphors.etre
            && !self.doc.is(verb.head.index(), Classes::JUDICIAL_VERB);
        let listed = match anaphors.impersonal(verb.lemma) {
            Some(Impersonal::Always) => true,
            Some(Impersonal::Content) => content,
            Some(Impersonal::Reflexive) => verb.reflexive.is_some(),
            None => verb.modal.is_some_and(|modal| anaphors.impersonal(modal) == Some(Impersonal::Always)),
        };
        existence || state || passive || listed
    }

    fn object_pronoun(&self, i: usize, agreement: Agreement) -> Option<(EntityId, &'static str)> {
        let verb = self.syntax.verb_at(i).and_then(|verb| self.syntax.verb(verb))?;
        if verb.accusative.is_none_or(|token| token.index() != i) || verb.is_passive() {
            return None;
        }
        // «comme il l’a dit»: what is said, not somebody. Only acts that befall people are taken.
        let head = verb.head.index();
        let judicial = self.doc.is(head, Classes::JUDICIAL_VERB);
        let speech = Lexicon::french().entry::<SpeechVerb>(self.doc.word(head)).filter(|_| !judicial);
        if speech.is_some_and(|verb| verb.frames.0 & (Frames::QUE.0 | Frames::INCISE.0 | Frames::NOUN.0) != 0)
        {
            return None;
        }
        let mut wanted = self.wanted(i, agreement);
        wanted.object = true;
        // «Le juge a entendu X. Il l’a …»: the subject goes on as «il», so «l’» is the other.
        let subject = verb.subject.and_then(|p| self.syntax.phrase(p));
        wanted.no_subject =
            verb.inverted_subject.is_some() || subject.is_some_and(|p| p.kind == PhraseKind::Pronoun);
        wanted.human = judicial;
        wanted.not =
            [self.entity_of(verb.subject), verb.inverted_subject.and_then(|t| self.joined_at(t.index()))];
        self.focus.pick(&wanted).map(|entity| (entity, "object pronoun"))
    }

    fn joined_at(&self, token: usize) -> Option<EntityId> {
        let near = self.found.iter().rev().take(8);
        near.map(|(mention, _)| mention).find(|m| m.tokens.has(token)).map(|m| m.entity)
    }

    fn lui(&self, i: usize) -> Option<(EntityId, &'static str)> {
        let clitic = self.syntax.tag(i) == Tag::Clitic;
        let masculine = Agreement::from_bits(Agreement::MASCULINE.bits() | Agreement::SINGULAR.bits());
        let either = Agreement::from_bits(Agreement::ANY.bits() & !Agreement::PLURAL.bits());
        let mut wanted = self.wanted(i, if clitic { either } else { masculine });
        wanted.human = true;
        let before = i.checked_sub(1)?;
        let cue = !clitic && self.doc.is(before, Classes::SPEECH_CUE);
        if !cue {
            wanted.object = true;
            let verb = self.syntax.verb_at(i).or_else(|| {
                let clause = self.syntax.clause(self.syntax.clause_at(i)?)?;
                clause.verb
            });
            wanted.not[0] =
                verb.and_then(|verb| self.syntax.subject(verb)).and_then(|p| self.entity_of(Some(p)));
        }
        self.focus.pick(&wanted).map(|entity| (entity, "pronoun"))
    }

    /// «celui-ci», «ce dernier»: the one mentioned last.
    fn last_one(&self, i: usize, len: usize, agreement: Agreement) -> Option<(EntityId, &'static str)> {
        // «ce dernier match» is something else.
        let noun = len == 2 && (self.syntax.tag(i + 2).is_noun() || self.doc.is(i + 2, Classes::NUMERAL));
        if noun {
            return None;
        }
        let mut wanted = self.wanted(i, agreement);
        wanted.reach = 1;
        // «Celui-ci est incarcéré»
        let verb = (i + len..i + len + 3).find_map(|next| self.syntax.verb(self.syntax.verb_at(next)?));
        wanted.human = verb
            .is_some_and(|verb| self.doc.is(verb.head.index(), Classes::JUDICIAL_VERB) && verb.is_passive());
        // A noun that stands nearer is meant rather than a name further back.
        wanted.nearest =
            self.last_noun.filter(|(_, nouns)| nouns.meet(agreement).is_some()).map_or(0, |(token, _)| token);
        let last = self.focus.last(&wanted)?;
        // «X représente le pays au sommet de Y. Ce dernier dit»: a body told of by the way does not speak next.
        let speaks = verb.is_some_and(|verb| self.doc.is(verb.head.index(), Classes::SPEECH_VERB));
        let seen = self.focus.latest().find(|seen| seen.entity == Some(last));
        let aside = seen.is_some_and(|seen| !seen.human && seen.standing == Standing::Other);
        let person = if speaks && aside {
            wanted.human = true;
            self.focus.last(&wanted)
        } else {
            None
        };
        Some((person.unwrap_or(last), "last mentioned"))
    }
}
