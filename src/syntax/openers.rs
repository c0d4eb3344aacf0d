//! What opens a clause: verbs, relative pronouns, conjunctions.

use super::clause::{ClauseId, ClauseKind};
use super::clauses::Nester;
use super::key::Key;
use super::phrase::{NounPhrase, PhraseId, PhraseKind};
use super::verb::{Mood, VerbGroup, VerbId};
use super::{NONE, Tag};
use crate::lexicon::{Agreement, Classes};

impl Nester<'_, '_> {
    pub(super) fn verb(&mut self, id: VerbId, verb: VerbGroup) {
        let start = verb.span.start();
        if verb.mood == Mood::Infinitive {
            self.infinitive(id, &verb);
        } else if Self::is_participle(&verb) {
            self.participle(&verb);
        } else if verb.finite.index() < start {
            // A participle coordinated with a compound: it belongs where that stands.
            self.back_to_finite(start);
        } else {
            self.finite(&verb);
        }
        let top = self.top();
        if let Some(frame) = self.stack.last_mut() {
            frame.verb |= verb.is_finite();
            frame.last = id.0;
            frame.joint = NONE;
        }
        if let Some(clause) = self.clauses.get_mut(top.clause as usize) {
            clause.verb = clause.verb.or(Some(id));
        }
        if let Some(group) = self.verbs.get_mut(id.index()) {
            group.clause = ClauseId(top.clause);
        }
        let run = self.clause_of.get_mut(verb.span.indices());
        run.unwrap_or_default().fill(top.clause);
    }

    fn infinitive(&mut self, id: VerbId, verb: &VerbGroup) {
        let mut start = verb.span.start();
        while start > self.start && self.tag(start - 1) == Tag::Preposition {
            start -= 1;
        }
        let joined = start > self.start
            && (self.tag(start - 1) == Tag::Coordinator || self.key(start - 1) == Key::Comma);
        if joined && self.top().kind == ClauseKind::Infinitive {
            self.close(start);
        }
        let last = self.top().last;
        let bare = verb.preposition.map(|p| self.key(p.index()));
        let alone = verb.preposition.is_none_or(|p| p.index() == start);
        let completes = alone && matches!(bare, None | Some(Key::De | Key::A));
        if completes
            && start > self.start
            && let Some(governor) = self.verbs.get_mut(last as usize)
            && governor.infinitive.is_none()
        {
            governor.infinitive = Some(id);
        }
        let from = self.top().clause;
        let to = self.open(ClauseKind::Infinitive, start, verb.preposition.map(|p| p.index()), None);
        self.reassign(start, verb.span.start(), from, to);
    }

    fn participle(&mut self, verb: &VerbGroup) {
        let start = match verb.preposition {
            Some(p) if verb.mood == Mood::Gerund => p.index(),
            _ => verb.span.start(),
        };
        // «arrêté lundi, condamné mardi»: one after the other, not one in the other.
        let joined = start > self.start
            && (self.tag(start - 1) == Tag::Coordinator || self.key(start - 1) == Key::Comma);
        let mut antecedent = None;
        if joined && self.top().kind == ClauseKind::Participial {
            antecedent = self.clauses.get(self.top().clause as usize).and_then(|c| c.antecedent);
            self.close(start - 1);
        }
        let antecedent = antecedent.or_else(|| self.noun_before(start, verb));
        let from = self.top().clause;
        let to = self.open(ClauseKind::Participial, start, None, antecedent);
        self.reassign(start, verb.span.start(), from, to);
    }

    /// The noun that a participle right after it is said of.
    fn noun_before(&self, start: usize, verb: &VerbGroup) -> Option<PhraseId> {
        if verb.mood == Mood::Gerund || start <= self.start {
            return None;
        }
        let comma = self.key(start - 1) == Key::Comma;
        // «X a requis la relaxe, estimant que»: X does both.
        if comma && self.tag(verb.finite.index()) == Tag::ParticiplePresent && self.top().verb {
            return None;
        }
        let edge = if comma { start - 1 } else { start };
        let mut at = edge.checked_sub(1)?;
        let mut found = None;
        // Over the complements of the noun: «le directeur de la banque condamné».
        for _ in 0..4 {
            if at < self.start {
                break;
            }
            while self.tag(at) == Tag::Adverb && at > self.start {
                at -= 1;
            }
            let id = self.phrase_of.get(at).copied().filter(|id| *id != NONE)?;
            let phrase = self.phrases.get(id as usize)?;
            // «lui et son adjoint, accusés»: together they are several.
            let joined = phrase.joined;
            let both = if joined.is_some() { Agreement::PLURAL | phrase.agreement } else { phrase.agreement };
            if both.meet(verb.agreement).is_some() && !matches!(phrase.kind, PhraseKind::Date) {
                let alone = phrase.agreement.meet(verb.agreement).is_some();
                found = Some(joined.filter(|_| !alone).unwrap_or(PhraseId(id)));
                if !comma || !alone {
                    break;
                }
            }
            if !phrase.is_governed() || phrase.outset() <= self.start {
                break;
            }
            at = phrase.outset() - 1;
            if self.phrase_of.get(at).is_none_or(|id| *id == NONE) {
                break;
            }
        }
        found
    }

    fn back_to_finite(&mut self, start: usize) {
        while matches!(self.top().kind, ClauseKind::Infinitive | ClauseKind::Participial)
            && self.stack.len() > 1
        {
            let own = self.verbs.get(self.top().last as usize).is_some_and(|v| v.span.end() <= start);
            if !own {
                break;
            }
            self.close(start);
        }
    }

    fn finite(&mut self, verb: &VerbGroup) {
        let start = verb.span.start();
        if self.is_incise(verb) {
            while matches!(
                self.top().kind,
                ClauseKind::Infinitive | ClauseKind::Participial | ClauseKind::Incise
            ) {
                self.close(start);
            }
            self.open(ClauseKind::Incise, start, None, None);
            return;
        }
        let subject = self.subject_before(start);
        let edge = subject.map_or(start, |(outset, _)| outset);
        while matches!(self.top().kind, ClauseKind::Infinitive | ClauseKind::Participial | ClauseKind::Incise)
            && self.stack.len() > 1
        {
            self.end_top(start, edge);
        }
        let joined = edge > self.start
            && (self.tag(edge - 1) == Tag::Coordinator || self.tag(start - 1) == Tag::Coordinator);
        // A second verb without «et»: the clause around gets it, if it still waits for one.
        let barrier = self.barrier();
        if self.top().verb && !joined {
            let waiting =
                (barrier..self.stack.len()).rev().find(|at| self.stack.get(*at).is_some_and(|f| !f.verb));
            if let Some(waiting) = waiting {
                while self.stack.len() > waiting + 1 {
                    self.end_top(start, edge);
                }
                return;
            }
        }
        if self.top().verb {
            self.split(start, subject);
        }
    }

    /// Ends the innermost clause before a verb; its subject goes with the verb if the clause around has none.
    fn end_top(&mut self, start: usize, edge: usize) {
        let inner = self.top().clause;
        let outer_waits = self.stack.iter().rev().nth(1).is_some_and(|f| !f.subject && !f.verb);
        let pronoun = self.tag(start.saturating_sub(1)) == Tag::SubjectPronoun;
        let end = if (outer_waits || pronoun) && edge < start { edge } else { start };
        self.close(end);
        let outer = self.top().clause;
        self.reassign(end, start, inner, outer);
    }

    /// The phrase right before the verb that can be its subject, with the phrases between.
    fn subject_before(&self, start: usize) -> Option<(usize, PhraseId)> {
        let mut at = start.checked_sub(1)?;
        for _ in 0..5 {
            if at < self.start {
                return None;
            }
            let id = self.phrase_of.get(at).copied().filter(|id| *id != NONE)?;
            let phrase = self.phrases.get(id as usize)?;
            if !phrase.is_governed() {
                let able = !matches!(phrase.kind, PhraseKind::Date);
                return able.then_some((phrase.outset(), PhraseId(id)));
            }
            at = phrase.outset().checked_sub(1)?;
        }
        None
    }

    /// «X a été arrêté et *Y a été condamné*»: a clause of the same kind begins at the joint.
    fn split(&mut self, start: usize, subject: Option<(usize, PhraseId)>) {
        let frame = self.top();
        if frame.joint == NONE {
            return;
        }
        let joint = frame.joint as usize;
        let own = subject.is_some_and(|(outset, _)| outset > joint);
        let last = self.verbs.get(frame.last as usize).map_or(0, |v| v.span.end());
        if !own || joint < last {
            return;
        }
        let kind = frame.kind;
        let antecedent = self.clauses.get(frame.clause as usize).and_then(|c| c.antecedent);
        let from = frame.clause;
        self.close(joint);
        let to = self.open(kind, joint, None, antecedent);
        self.reassign(joint, start, from, to);
    }

    /// «…, a déclaré le ministre»: a verb of speech right after a mark, its subject after it.
    fn is_incise(&self, verb: &VerbGroup) -> bool {
        let start = verb.span.start();
        if start <= self.start
            || !matches!(self.key(start - 1), Key::Comma | Key::Close | Key::Dash | Key::Stop)
        {
            return false;
        }
        if !self.speaks(verb) {
            return verb.inverted_subject.is_some() && self.top().verb;
        }
        if verb.inverted_subject.is_some() {
            return true;
        }
        let after = verb.span.end();
        let subject = matches!(
            self.tag(after),
            Tag::Determiner | Tag::ProperNoun | Tag::Noun | Tag::Pronoun | Tag::Numeral
        ) || self.key(after) == Key::Un;
        let framed = self.tag(after) == Tag::Adverb
            || self.tag(after) == Tag::Preposition
            || self.key(after) == Key::Comma;
        let waits =
            self.stack.iter().rev().take(self.stack.len() - self.barrier()).any(|f| f.subject && !f.verb);
        // «X, président de Y, a déclaré»: the subject stands before and still waits for its verb.
        (subject || framed) && !waits
    }

    pub(super) fn relative(&mut self, i: usize) {
        let mut start = i;
        while start > self.start && self.tag(start - 1) == Tag::Preposition {
            start -= 1;
        }
        let joined = start > self.start && self.tag(start - 1) == Tag::Coordinator;
        let mut antecedent = None;
        if joined
            && let Some(at) = self.stack.iter().rposition(|f| f.kind == ClauseKind::Relative)
            && at > self.barrier()
        {
            let same = self.stack.get(at).map(|f| f.clause as usize);
            antecedent = same.and_then(|c| self.clauses.get(c)).and_then(|c| c.antecedent);
            while self.stack.len() > at {
                self.close(start);
            }
        }
        let antecedent = antecedent.or_else(|| self.antecedent(start));
        let kind = if antecedent.is_some() { ClauseKind::Relative } else { ClauseKind::Completive };
        if kind == ClauseKind::Completive {
            self.govern(start);
        }
        let from = self.top().clause;
        let to = self.open(kind, start, Some(i), antecedent);
        self.reassign(start, i, from, to);
    }

    /// The phrase right before a relative pronoun; before a comma the first of its chain.
    fn antecedent(&self, start: usize) -> Option<PhraseId> {
        let mut at = start.checked_sub(1).filter(|at| *at >= self.start)?;
        let comma = self.key(at) == Key::Comma;
        if comma || matches!(self.key(at), Key::Close | Key::CloseBracket) {
            at = at.checked_sub(1)?;
        }
        // «X (40 ans), qui», «l’« homme » qui»
        for _ in 0..8 {
            if at < self.start || self.phrase_of.get(at).is_some_and(|id| *id != NONE) {
                break;
            }
            let passes = matches!(
                self.tag(at),
                Tag::Punctuation
                    | Tag::ParticiplePast
                    | Tag::Adjective
                    | Tag::Numeral
                    | Tag::Adverb
                    | Tag::Other
            ) && self.key(at) != Key::Comma;
            if !passes {
                return None;
            }
            at = at.checked_sub(1)?;
        }
        let nearest = self.phrase_of.get(at).copied().filter(|id| *id != NONE && at >= self.start)?;
        Some(PhraseId(if comma { self.person_of(nearest) } else { nearest }))
    }

    /// «le chef du parti, qui»: of a chain of complements the person at its head, if the last is none.
    fn person_of(&self, nearest: u32) -> u32 {
        let person = |p: &NounPhrase| {
            p.name.is_some() && p.kind == PhraseKind::Proper && !self.doc.is(p.head.index(), Classes::PLACE)
                || self.doc.is(p.head.index(), Classes::HUMAN.with(Classes::ROLE))
        };
        let mut at = nearest;
        for _ in 0..4 {
            let Some(phrase) = self.phrases.get(at as usize) else { break };
            if person(phrase) {
                return at;
            }
            let before = at.checked_sub(1).filter(|b| {
                phrase.is_governed()
                    && self.phrases.get(*b as usize).is_some_and(|p| p.span.end() == phrase.outset())
            });
            let Some(before) = before else { break };
            at = before;
        }
        nearest
    }

    pub(super) fn conjunction(&mut self, i: usize) {
        let mut start = i;
        let key = self.key(i);
        let before = if i > self.start { self.key(i - 1) } else { Key::None };
        let compound = key == Key::Que
            && (matches!(
                before,
                Key::Alors | Key::Apres | Key::Pour | Key::Sans | Key::PrepDe | Key::Aussi | Key::Plus
            ) || i > self.start && matches!(self.tag(i - 1), Tag::Adverb | Tag::Preposition));
        if compound {
            start = i - 1;
        }
        let joined = start > self.start && self.tag(start - 1) == Tag::Coordinator;
        let after_verb = self.top().last != NONE || !self.top().subject;
        let content = key == Key::Que && !compound
            || matches!(key, Key::Si | Key::SElided)
                && start > self.start
                && self.verb_of.get(start - 1).is_some_and(|v| *v != NONE);
        let mut kind = if content { ClauseKind::Completive } else { ClauseKind::Subordinate };
        let mut governor = NONE;
        if joined
            && let Some(at) = self
                .stack
                .iter()
                .rposition(|f| f.kind == ClauseKind::Completive || f.kind == ClauseKind::Subordinate)
            && at > self.barrier()
        {
            kind = self.stack.get(at).map_or(kind, |f| f.kind);
            while self.stack.len() > at {
                self.close(start);
            }
            governor = self.top().last;
        }
        if kind == ClauseKind::Completive && governor == NONE && after_verb {
            self.govern(start);
        }
        let from = self.top().clause;
        let to = self.open(kind, start, Some(i), None);
        self.reassign(start, i, from, to);
    }

    /// The next clause is the content of the last verb.
    fn govern(&mut self, _start: usize) {
        let last = self.top().last;
        let next = self.clauses.len() as u32;
        if let Some(verb) = self.verbs.get_mut(last as usize)
            && verb.completive.is_none()
        {
            verb.completive = Some(ClauseId(next));
        }
    }
}
