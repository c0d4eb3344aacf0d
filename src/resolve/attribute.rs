use super::copulas::{COPULAS, described};
use super::description::{Article, Description};
use super::discourse::Discourse;
use super::holding::{Holding, Tie};
use super::lists::Lists;
use super::resolved::ResolvedMention;
use super::tenure::tenure;
use crate::lexicon::{Agreement, Classes, RoleKind};
use crate::ontology::{EntityKind, MentionForm};
use crate::syntax::{Mood, PhraseId, Tag, Tense, VerbGroup};
use crate::token::TokenKind;

impl Discourse<'_> {
    /// «X est (devenu) président de Y», «il a été élu président», «X, qui était maire de Lyon».
    pub(super) fn said_of(&mut self, index: usize, description: &Description) -> bool {
        let Some((phrase, verb)) = self.verb_before(description) else {
            return self.said_as_well(index, description)
                || self.fronted(index, description)
                || self.fronted_too(index, description)
                || self.turned(index, description);
        };
        let holder = self.mention_of(phrase).filter(|m| m.kind == EntityKind::Person);
        let Some(holder) = holder else { return false };
        let past =
            matches!(verb.tense, Tense::Imperfect | Tense::SimplePast | Tense::Perfect | Tense::Pluperfect)
                && COPULAS.being == Some(verb.lemma);
        let holding = Holding {
            negated: verb.negated,
            conditional: verb.mood == Mood::Conditional || verb.modal.is_some(),
            past,
            ..Holding::plain(index, holder, Tie::Copula)
        };
        self.described(description, &holding);
        self.later.push(holding);
        true
    }

    /// «X a été maire *puis député*», «X est ministre, *député* et maire»: the second of what a verb says.
    fn said_as_well(&mut self, index: usize, description: &Description) -> bool {
        let Some(mut before) = description.tokens.start().checked_sub(1) else { return false };
        // Descriptions inside the first one may stand between: «l’épouse du *peintre* X et la mère de Y».
        let mut last = self.later.iter().rev().take(3);
        let Some(said) = last.find(|h| h.tie == Tie::Copula && h.description < index).copied() else {
            return false;
        };
        let Some(first) = self.descriptions.get(said.description) else { return false };
        let joint = |at: usize| matches!(self.doc.form(at), "et" | "puis" | ",");
        // «, *puis* député», «et *enfin* député»
        while joint(before) && before > first.tokens.end() && joint(before - 1) {
            before -= 1;
        }
        let end = first.tokens.end();
        let told = tenure(self.doc, self.resolved, end).map_or(end, |tenure| tenure.tokens.end());
        let joined = joint(before) && (before == end || before == told);
        // «l’épouse de A et *la mère* de B» as well as «maire et *député*»
        let alike = description.article == Article::Bare
            || description.article == Article::Definite && first.article == Article::Definite;
        if !joined || !alike {
            return false;
        }
        let holding = Holding { description: index, ..said };
        self.described(description, &holding);
        self.later.push(holding);
        true
    }

    /// The verb that says what somebody is and whose attribute the description is, and of whom it says so.
    fn verb_before(&self, description: &Description) -> Option<(PhraseId, VerbGroup)> {
        let mut at = description.tokens.start().checked_sub(1)?;
        let sentence = self.doc.sentence_of(at);
        // «Il a nommé *X* directeur de Velmar»
        if let Some(named) = self.resolved.mention_at(at).filter(|m| m.kind == EntityKind::Person) {
            let before = named.tokens.start().checked_sub(1).filter(|at| *at >= sentence.start())?;
            let verb = self.syntax.verb(self.syntax.verb_at(before)?)?;
            let object = self.syntax.phrase_at(named.tokens.start());
            let said = COPULAS.object.contains(&verb.lemma) && !verb.is_passive() && verb.object == object;
            return object.filter(|_| said).map(|object| (object, *verb));
        }
        // «comme», «au poste de», adverbs may stand between verb and role.
        for _ in 0..5 {
            if let Some(verb) = self.syntax.verb_at(at).and_then(|id| self.syntax.verb(id)) {
                return described(verb).map(|phrase| (phrase, *verb));
            }
            let skip = self
                .doc
                .is(at, Classes::ADVERB | Classes::TIME_WORD | Classes::NUMERAL | Classes::DETERMINER)
                || Lists::french().as_seat.contains(&self.doc.word(at));
            if !skip || self.doc.token(at).is_some_and(|t| t.kind == TokenKind::Punctuation) {
                return None;
            }
            at = at.checked_sub(1).filter(|at| *at >= sentence.start())?;
        }
        None
    }

    /// «Le président en est *X*», «dont le chef de file est l’ancienne juge *X*»: the seat is named first.
    fn turned(&mut self, index: usize, description: &Description) -> bool {
        const NEAR: usize = 5;
        let end = description.tokens.end();
        if description.article != Article::Definite || !description.agreement.singular() {
            return false;
        }
        let Some(verb) = (end..end + 3).find_map(|at| self.syntax.verb(self.syntax.verb_at(at)?)).copied()
        else {
            return false;
        };
        let seat = self.syntax.phrase_at(description.head.start());
        if COPULAS.being != Some(verb.lemma)
            || verb.modal.is_some()
            || verb.subject.is_none()
            || verb.subject != seat
        {
            return false;
        }
        let sentence = self.doc.sentence_of(end);
        let named = (verb.span.end()..sentence.end().min(verb.span.end() + NEAR))
            .take_while(|at| {
                // «est *un ami de* X» says who he is no more than a name would.
                let other = matches!(self.doc.form(*at), "de" | "d'" | "d’" | "du" | "des" | "un" | "une");
                self.resolved.mention_at(*at).is_some()
                    || !other
                        && self.doc.is(
                            *at,
                            Classes::DETERMINER
                                | Classes::ADJECTIVE
                                | Classes::ROLE
                                | Classes::TITLE
                                | Classes::ADVERB,
                        )
            })
            .find_map(|at| self.resolved.mention_at(at).filter(|m| m.tokens.start() == at))
            .filter(|m| m.kind == EntityKind::Person && m.form == MentionForm::Name);
        let Some(holder) = named.copied() else { return false };
        let past =
            matches!(verb.tense, Tense::Imperfect | Tense::SimplePast | Tense::Perfect | Tense::Pluperfect);
        let conditional = verb.mood == Mood::Conditional;
        let holding = Holding {
            negated: verb.negated,
            conditional,
            past,
            ..Holding::plain(index, holder, Tie::Copula)
        };
        self.described(description, &holding);
        self.later.push(holding);
        true
    }

    /// «il est *maire*», «elle est devenue *la présidente* de»: nobody but a human being holds a seat.
    pub(super) fn tells_seat(&self, verb: &VerbGroup) -> bool {
        let end = verb.span.end();
        COPULAS.subject.contains(&verb.lemma)
            && (end..end + 3)
                .take_while(|at| !matches!(self.syntax.tag(*at), Tag::Punctuation | Tag::Preposition))
                .any(|at| self.doc.is(at, Classes::ROLE) && self.syntax.tag(at).is_noun())
    }

    /// Whose it is: «son avocat», «leur client».
    pub(super) fn possessor(
        &self,
        description: &Description,
        holder: Option<crate::graph::EntityId>,
    ) -> Option<crate::graph::EntityId> {
        if description.article != Article::Possessive {
            return None;
        }
        let one =
            matches!(self.doc.form(description.tokens.start()), "son" | "sa" | "ses" | "Son" | "Sa" | "Ses");
        if !one {
            return None;
        }
        let mut wanted = self.wanted(
            description.tokens.start(),
            Agreement::from_bits(Agreement::ANY.bits() & !Agreement::PLURAL.bits()),
        );
        // «sa femme» is said of a man, «son mari» of a woman.
        let (noun, lists) = (self.doc.word(description.head.start()), Lists::french());
        let spouse = [(&lists.wives, Agreement::MASCULINE), (&lists.husbands, Agreement::FEMININE)];
        if let Some((_, gender)) = spouse.into_iter().find(|(nouns, _)| nouns.contains(&noun)) {
            wanted.agreement =
                Agreement::from_bits((gender.bits() | Agreement::SINGULAR.bits()) & wanted.agreement.bits());
        }
        // «Le club a réagi. *Son* président …»: an office is that of a body.
        wanted.office = matches!(
            description.kind,
            RoleKind::Leader
                | RoleKind::Founder
                | RoleKind::Member
                | RoleKind::Office
                | RoleKind::Business
                | RoleKind::Sport
        );
        wanted.human = !wanted.office;
        wanted.not[0] = holder;
        self.focus.pick(&wanted)
    }

    /// What stands for somebody at the head of a phrase: a name, a description, a pronoun.
    pub(super) fn mention_of(&self, phrase: PhraseId) -> Option<ResolvedMention> {
        let phrase = self.syntax.phrase(phrase)?;
        let head = phrase.name.map_or(phrase.head.index(), |name| name.start());
        let joined = || self.found.iter().rev().take(8).map(|(m, _)| m).find(|m| m.tokens.has(head));
        self.resolved.mention_at(head).or_else(joined).copied()
    }
}
