use super::anaphor::{Anaphors, Impersonal, Pronoun};
use super::bearer::Bearer;
use super::description::Description;
use super::focus::{Focus, Seen, Standing, Wanted};
use super::holding::{Holding, Tie};
use super::nominal::Offices;
use super::resolved::{Resolved, ResolvedMention};
use crate::document::Document;
use crate::graph::EntityId;
use crate::lexicon::{Agreement, Classes, Frames, Lexicon, SpeechVerb};
use crate::ontology::{EntityKind, MentionForm};
use crate::syntax::{ClauseKind, PhraseId, PhraseKind, Syntax, Tag, VerbGroup, VerbId};
use crate::token::{TokenKind, TokenSpan};

/// A mention that is no name, with the reason why it stands for its entity.
pub(super) type Joined = (ResolvedMention, &'static str);

/// Reads an article once from beginning to end, remembers who was spoken of, and says whom descriptions and
/// pronouns stand for. Where two are as likely it says nothing.
pub(super) struct Discourse<'a> {
    pub(super) doc: &'a Document<'a>,
    pub(super) syntax: &'a Syntax,
    pub(super) resolved: &'a Resolved,
    pub(super) descriptions: &'a [Description],
    pub(super) bearers: &'a [Bearer],
    pub(super) focus: Focus,
    pub(super) offices: Offices,
    pub(super) found: Vec<Joined>,
    pub(super) later: Vec<Holding>,
    /// A description in front of its subject, and the token of the subject.
    pub(super) pending: Option<(usize, usize)>,
    /// Whose the described are, by description.
    pub(super) possessors: Vec<(usize, EntityId)>,
    /// For each phrase how it stands in its sentence, and the verb that makes it so.
    standings: Vec<(Standing, Option<VerbId>)>,
    pub(super) sentence: usize,
    pub(super) quotation: Option<TokenSpan>,
    /// The last common noun that heads a phrase.
    last_noun: Option<(usize, Agreement)>,
}

impl<'a> Discourse<'a> {
    pub(super) fn new(
        doc: &'a Document<'a>,
        syntax: &'a Syntax,
        resolved: &'a Resolved,
        descriptions: &'a [Description],
        bearers: &'a [Bearer],
    ) -> Self {
        Self {
            doc,
            syntax,
            resolved,
            descriptions,
            bearers,
            focus: Focus::default(),
            offices: Offices::default(),
            found: Vec::new(),
            later: Vec::new(),
            pending: None,
            possessors: Vec::new(),
            standings: standings(syntax),
            sentence: 0,
            quotation: None,
            last_noun: None,
        }
    }

    /// Reads everything. `holdings` are in the order of the descriptions.
    pub(super) fn run(&mut self, holdings: &[Holding]) {
        let mut holdings = holdings.iter().peekable();
        let mut descriptions = 0;
        let mut quotations = self.doc.quotations().iter().filter(|q| q.depth == 0).peekable();
        let sentences = self.doc.sentences();
        for sentence in sentences {
            // What is quoted moves nobody out of sight: whoever spoke before it goes on after it.
            if !self
                .quotation
                .is_some_and(|q| q.has(sentence.start()) && q.has(sentence.end().saturating_sub(1)))
            {
                self.sentence += 1;
            }
            for i in sentence.indices() {
                while quotations.peek().is_some_and(|q| q.content.start() <= i) {
                    self.quotation = quotations.next().map(|q| q.content);
                }
                if self.quotation.is_some_and(|q| q.end() <= i) {
                    self.quotation = None;
                }
                while let Some(description) =
                    self.descriptions.get(descriptions).filter(|d| d.tokens.start() <= i)
                {
                    while let Some(holding) = holdings.next_if(|h| h.description == descriptions) {
                        self.described(description, holding);
                    }
                    if !self.is_held(descriptions) && !self.said_of(descriptions, description) {
                        self.read_description(descriptions, description);
                    }
                    descriptions += 1;
                }
                self.read_token(i);
            }
        }
    }

    fn is_held(&self, description: usize) -> bool {
        self.offices.last_held == Some(description)
    }

    /// A description beside the name of its bearer.
    pub(super) fn described(&mut self, description: &Description, holding: &Holding) {
        let index = holding.description;
        self.offices.last_held = Some(index);
        if let Some(whose) = self.possessor(description, Some(holding.holder.entity)) {
            self.possessors.push((index, whose));
        }
        if holding.negated || holding.conditional {
            return;
        }
        self.offices.note(self.doc, self.resolved, description, holding.holder.entity);
        let plural = !description.agreement.singular();
        if holding.tie == Tie::Copula
            || plural
            || self.found.iter().rev().take(2).any(|(m, _)| m.tokens == description.tokens)
        {
            return;
        }
        self.join(
            description.tokens,
            holding.holder.entity,
            EntityKind::Person,
            MentionForm::Nominal,
            "apposition",
        );
    }

    pub(super) fn join(
        &mut self,
        tokens: TokenSpan,
        entity: EntityId,
        kind: EntityKind,
        form: MentionForm,
        why: &'static str,
    ) {
        self.found.push((ResolvedMention { tokens, entity, kind, form }, why));
    }

    fn read_token(&mut self, i: usize) {
        if let Some(mention) = self.resolved.mention_at(i) {
            if mention.tokens.start() == i {
                let mention = *mention;
                self.note(mention.entity, mention.tokens);
            }
            return;
        }
        let hung = self.doc.token(i).is_some_and(|token| token.kind == TokenKind::Enclitic);
        if hung
            || self
                .doc
                .is(i, Classes::PRONOUN | Classes::SUBJECT_PRONOUN | Classes::CLITIC | Classes::DETERMINER)
        {
            self.read_pronoun(i, hung);
            return;
        }
        if self.doc.is(i, Classes::ORGANISATION_HEAD) {
            self.read_group(i);
        }
        if let Some(agreement) = Anaphors::get().points_back(self.doc.word(i)) {
            self.read_back_noun(i, agreement);
        }
        self.read_rival(i);
    }

    /// A common noun that could be meant by the next pronoun as well as a name.
    fn read_rival(&mut self, i: usize) {
        let Some(id) = self.syntax.phrase_at(i) else { return };
        let Some(phrase) =
            self.syntax.phrase(id).filter(|p| p.head.index() == i && p.kind == PhraseKind::Common)
        else {
            return;
        };
        let standing = self.standing(id);
        if phrase.name.is_none() && phrase.agreement.singular() {
            self.last_noun = Some((i, phrase.agreement));
        }
        let covered = self.found.iter().rev().take(3).any(|(mention, _)| mention.tokens.has(i));
        if standing < Standing::Object || phrase.name.is_some() || covered {
            return;
        }
        let human = self.doc.is(i, Classes::HUMAN | Classes::ROLE);
        self.focus.note(Seen {
            entity: None,
            agreement: phrase.agreement,
            human,
            sentence: self.sentence,
            token: i,
            standing,
            count: 1,
            quoted: self.quotation.is_some(),
        });
    }

    fn standing(&self, phrase: PhraseId) -> Standing {
        self.standings.get(phrase.index()).map_or(Standing::Other, |(standing, _)| *standing)
    }

    /// The standing of a run of tokens: that of the phrase it is the head of.
    fn standing_of(&self, tokens: TokenSpan) -> Standing {
        let Some(id) = self.syntax.phrase_at(tokens.start()) else { return Standing::Other };
        let Some(phrase) = self.syntax.phrase(id) else { return Standing::Other };
        let heads = tokens.has(phrase.head.index()) || phrase.name.is_some_and(|name| name.overlaps(tokens));
        if !heads {
            return Standing::Other;
        }
        let before = phrase.preposition.map(|p| p.index());
        if before.is_some_and(|p| self.doc.is(p, Classes::SPEECH_CUE) && self.doc.form(p) != "pour") {
            return Standing::Subject;
        }
        self.standing(id)
    }

    /// Notes that an entity is spoken of here.
    pub(super) fn note(&mut self, entity: EntityId, tokens: TokenSpan) {
        let Some(bearer) = self.bearers.get(entity.index()) else { return };
        if !matches!(bearer.kind, EntityKind::Person | EntityKind::Organisation) {
            return;
        }
        let standing = self.standing_of(tokens);
        self.focus.note(Seen {
            entity: Some(entity),
            agreement: bearer.agreement,
            human: bearer.kind == EntityKind::Person,
            sentence: self.sentence,
            token: tokens.start(),
            standing,
            count: 1,
            quoted: self.quotation.is_some(),
        });
    }

    /// The entity that the phrase stands for, names and what was joined so far.
    fn entity_of(&self, phrase: Option<PhraseId>) -> Option<EntityId> {
        self.mention_of(phrase?).map(|mention| mention.entity)
    }

    /// What is wanted at a token, before anything is known but agreement.
    pub(super) fn wanted(&self, token: usize, agreement: Agreement) -> Wanted {
        Wanted {
            agreement,
            speaks: false,
            human: false,
            sentence: self.sentence,
            token,
            reach: 2,
            not: [None, None],
            quotation: self.quotation,
            object: false,
            no_subject: false,
            nearest: 0,
        }
    }

    fn read_pronoun(&mut self, i: usize, hung: bool) {
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
        &self,
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
            wanted.human = self.doc.is(group.head.index(), Classes::JUDICIAL_VERB) && group.is_passive();
        } else if !governed && !hung {
            return None;
        }
        self.focus.pick(&wanted).map(|entity| (entity, "pronoun"))
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
        if speech.is_some_and(|verb| verb.frames.0 & (Frames::QUE.0 | Frames::INCISE.0 | Frames::NOUN.0) != 0) {
            return None;
        }
        let mut wanted = self.wanted(i, agreement);
        wanted.object = true;
        // «Le juge a entendu X. Il l’a …»: the subject goes on as «il», so «l’» is the other.
        let subject = verb.subject.and_then(|p| self.syntax.phrase(p));
        wanted.no_subject = verb.inverted_subject.is_some() || subject.is_some_and(|p| p.kind == PhraseKind::Pronoun);
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
        // A noun that stands nearer is meant rather than a name further back.
        wanted.nearest = self.last_noun.filter(|(_, nouns)| nouns.meet(agreement).is_some()).map_or(0, |(token, _)| token);
        self.focus.last(&wanted).map(|entity| (entity, "last mentioned"))
    }
}

/// How each phrase stands in its sentence.
fn standings(syntax: &Syntax) -> Vec<(Standing, Option<VerbId>)> {
    let mut standings = vec![(Standing::Other, None); syntax.phrases().len()];
    let mut raise = |phrase: Option<PhraseId>, to: Standing, verb: usize| {
        if let Some(slot) = phrase.and_then(|phrase| standings.get_mut(phrase.index()))
            && slot.0 < to
        {
            *slot = (to, Some(VerbId(verb as u32)));
        }
    };
    for (index, verb) in syntax.verbs().iter().enumerate() {
        let kind = syntax.clause(verb.clause).map(|clause| clause.kind);
        let main = matches!(kind, Some(ClauseKind::Main | ClauseKind::Incise | ClauseKind::Quoted) | None);
        let standing = if main { Standing::Subject } else { Standing::Lesser };
        raise(verb.subject, standing, index);
        // «A et B ont discuté»: neither stands before the other.
        let others = verb.subject.into_iter().flat_map(|subject| syntax.coordination(subject));
        for other in others.take(6) {
            raise(Some(other), standing, index);
        }
        raise(verb.object, Standing::Object, index);
    }
    standings
}
