use super::anaphor::Anaphors;
use super::bearer::Bearer;
use super::description::Description;
use super::focus::{Focus, Seen, Standing, Wanted};
use super::holding::{Holding, Tie};
use super::nominal::Offices;
use super::resolved::{Resolved, ResolvedMention};
use crate::document::Document;
use crate::graph::EntityId;
use crate::lexicon::{Agreement, Classes};
use crate::ontology::{EntityKind, MentionForm};
use crate::syntax::{ClauseKind, Determination, PhraseId, PhraseKind, Syntax, VerbId};
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
    /// Descriptions in front of their subject, each with the token of the subject.
    pub(super) pending: Vec<(usize, usize)>,
    /// Whose the described are, by description.
    pub(super) possessors: Vec<(usize, EntityId)>,
    /// Tokens of pronouns that stand for somebody without a name.
    pub(super) strangers: Vec<usize>,
    /// For each phrase how it stands in its sentence, and the verb that makes it so.
    pub(super) standings: Vec<(Standing, Option<VerbId>)>,
    pub(super) sentence: usize,
    pub(super) quotation: Option<TokenSpan>,
    /// The last common noun that heads a phrase.
    pub(super) last_noun: Option<(usize, Agreement)>,
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
            pending: Vec::new(),
            possessors: Vec::new(),
            strangers: Vec::new(),
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
            // Of several sentences in one quotation the first counts, and with it the words that introduce it.
            if !self.quotation.is_some_and(|q| q.has(sentence.start())) {
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
        let named = |other: PhraseId| self.syntax.phrase(other).is_some_and(|phrase| phrase.name.is_some());
        // «*Le candidat*, Jean Dupont, veut»: the name behind it is the one.
        if self.syntax.apposition(id).is_some_and(|next| next.index() > id.index() && named(next)) {
            return;
        }
        // «L’imam, *père* de six enfants, …»: an apposition is nobody else.
        if let Some(first) = self.syntax.apposition(id).filter(|first| first.index() < id.index())
            && let Some(mention) = self.mention_of(first)
        {
            self.focus.raise(mention.entity, standing);
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
            stranger: human
                && (phrase.determination == Determination::Indefinite
                    || Anaphors::get().spokesman == self.doc.word(i)),
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
        if phrase.preposition.is_some_and(|preposition| self.is_according_to(preposition.index())) {
            return Standing::Subject;
        }
        self.standing(id)
    }

    /// «selon», «d’après». The first words of longer cues («au dire de») mostly begin something else.
    fn is_according_to(&self, at: usize) -> bool {
        match self.doc.form(at) {
            "selon" | "Selon" => true,
            "après" => {
                at.checked_sub(1).is_some_and(|d| matches!(self.doc.form(d), "d'" | "d’" | "D'" | "D’"))
            }
            _ => false,
        }
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
            stranger: false,
        });
    }

    /// The entity that the phrase stands for, names and what was joined so far.
    pub(super) fn entity_of(&self, phrase: Option<PhraseId>) -> Option<EntityId> {
        self.mention_of(phrase?).map(|mention| mention.entity)
    }

    /// What is wanted at a token, before anything is known but agreement.
    pub(super) fn wanted(&self, token: usize, agreement: Agreement) -> Wanted {
        Wanted {
            agreement,
            speaks: false,
            human: false,
            office: false,
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
        let apposed = verb.subject.and_then(|subject| syntax.apposition(subject));
        raise(apposed, Standing::Lesser, index);
        // «Le décret a été bloqué par le juge X. Il estime …»
        if verb.is_passive() {
            let agent = syntax.agent(VerbId(index as u32));
            let named = agent.and_then(|agent| syntax.phrase(agent)).is_some_and(|p| p.name.is_some());
            raise(agent.filter(|_| named), Standing::Lesser, index);
        }
        raise(verb.object, Standing::Object, index);
    }
    standings
}
