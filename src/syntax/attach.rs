//! Subjects and objects: one pass over verbs and phrases together, with one subject kept for each clause.

use super::clause::{ClauseId, ClauseKind};
use super::key::{Build, Key};
use super::phrase::{NounPhrase, PhraseId, PhraseKind};
use super::reach::Binder;
use super::verb::{Mood, VerbGroup, VerbId, Voice};
use super::{NONE, Tag};
use crate::lexicon::Classes;

/// What is known of a clause while its tokens pass by.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    /// The phrase that can be its subject, or is.
    subject: u32,
    /// Its last verb.
    verb: u32,
    /// The verb still waits for its subject on the right.
    inverted: bool,
    /// The verb can still take an object.
    object: bool,
    /// A finite verb has been read.
    done: bool,
}

impl Default for Slot {
    fn default() -> Self {
        Self { subject: NONE, verb: NONE, inverted: false, object: false, done: false }
    }
}

impl Binder<'_, '_> {
    /// Finds subjects and objects; `slots` holds one slot a clause.
    pub fn attach(&mut self, slots: &mut Vec<Slot>) {
        slots.clear();
        slots.resize(self.clauses.len(), Slot::default());
        let (mut p, mut v) = (0, 0);
        loop {
            let phrase = self.phrases.get(p).copied();
            let verb = self.verbs.get(v).copied();
            match (phrase, verb) {
                (Some(phrase), Some(verb)) if phrase.span.start() < verb.span.start() => {
                    self.see(p, &phrase, slots);
                    p += 1;
                }
                (_, Some(verb)) => {
                    self.bind(v, &verb, slots);
                    v += 1;
                }
                (Some(phrase), None) => {
                    self.see(p, &phrase, slots);
                    p += 1;
                }
                (None, None) => break,
            }
        }
        self.controlled(slots);
    }

    fn see(&mut self, at: usize, phrase: &NounPhrase, slots: &mut [Slot]) {
        let clause = self.clause_at(phrase.span.start());
        let Some(slot) = slots.get_mut(clause as usize) else { return };
        let relative = self.tag(phrase.head.index()) == Tag::RelativePronoun;
        if phrase.is_governed() || phrase.joined.is_some() || relative {
            return;
        }
        if matches!(phrase.kind, PhraseKind::Date)
            || phrase.kind == PhraseKind::Number && self.key(phrase.span.end()) == Key::Comma
        {
            return;
        }
        // What stands in apposition to the subject is not another one; nor is a bare noun before a name.
        if let Some(other) = phrase.apposed
            && (other.0 == slot.subject && other.index() < at)
        {
            return;
        }
        if !slot.done {
            slot.subject = at as u32;
            return;
        }
        let id = PhraseId(at as u32);
        let Some(verb) = self.verbs.get_mut(slot.verb as usize) else { return };
        if slot.inverted {
            slot.inverted = false;
            slot.subject = at as u32;
            verb.subject = Some(id);
            return;
        }
        let enclitic = verb.span.has(phrase.span.start());
        if slot.object && !enclitic && verb.attribute != Some(phrase.head) {
            slot.object = false;
            verb.object = Some(id);
        }
    }

    fn bind(&mut self, at: usize, verb: &VerbGroup, slots: &mut [Slot]) {
        let clause = verb.clause;
        let Some(&node) = self.clauses.get(clause.index()) else { return };
        let parent = node.parent.and_then(|p| slots.get(p.index())).copied().unwrap_or_default();
        let Some(slot) = slots.get_mut(clause.index()) else { return };
        let copula = self.words.build_of(verb.lemma).is(Build::COPULA);
        let transitive =
            verb.voice != Voice::Passive && !self.words.build_of(verb.lemma).is(Build::MOTION) && !copula;
        slot.object = transitive || verb.causative || copula && verb.attribute.is_none();
        slot.verb = at as u32;
        let mut subject = (slot.subject != NONE).then_some(PhraseId(slot.subject));
        if verb.is_finite() {
            let opener = node.opener.map(|o| self.keys.get(o.index()).copied().unwrap_or_default());
            if node.kind == ClauseKind::Relative && subject.is_none() && opener == Some(Key::Qui) {
                subject = node.antecedent;
            }
            if let (None, Some(pronoun)) = (subject, verb.inverted_subject) {
                subject = self.phrase_of.get(pronoun.index()).copied().filter(|p| *p != NONE).map(PhraseId);
            }
            if subject.is_none() && !slot.done {
                let relative = node.kind == ClauseKind::Relative && opener != Some(Key::Qui);
                let speech = self.doc.is(verb.head.index(), Classes::SPEECH_VERB);
                let arrives = verb.voice == Voice::Passive
                    || copula
                    || self.words.build_of(verb.lemma).is(Build::MOTION);
                let embedded =
                    matches!(node.kind, ClauseKind::Completive | ClauseKind::Subordinate) && arrives;
                slot.inverted = verb.mood != Mood::Imperative
                    && (node.kind == ClauseKind::Incise
                        || relative
                        || embedded
                        || node.kind == ClauseKind::Main && (speech || arrives));
            }
            slot.done = true;
            if let Some(subject) = subject {
                slot.subject = subject.0;
            }
        } else if matches!(verb.mood, Mood::Participle | Mood::Gerund) {
            let main = (parent.done && parent.subject != NONE).then_some(PhraseId(parent.subject));
            subject = node.antecedent.or(main.filter(|s| self.agrees(*s, verb)));
            slot.done = true;
        } else {
            subject = None;
            slot.done = true;
        }
        let opener = node.opener.map_or(Key::None, |o| self.key(o.index()));
        let object = if node.kind == ClauseKind::Relative && opener == Key::Que && transitive {
            node.antecedent
        } else {
            None
        };
        if object.is_some()
            && let Some(slot) = slots.get_mut(clause.index())
        {
            slot.object = false;
        }
        if let Some(group) = self.verbs.get_mut(at) {
            group.subject = subject;
            group.object = object;
        }
    }

    /// Participles before the subject («Condamné en 2019, X …») and infinitives, once all subjects are known.
    fn controlled(&mut self, slots: &[Slot]) {
        for at in 0..self.verbs.len() {
            let Some(verb) = self.verbs.get(at).copied() else { return };
            let Some(node) = self.clauses.get(verb.clause.index()) else { continue };
            self.attribute(at, &verb);
            if verb.is_finite() || verb.subject.is_some() {
                continue;
            }
            let mut parent = node.parent;
            let mut subject = None;
            for _ in 0..4 {
                let Some(outer) = parent.and_then(|p| self.clauses.get(p.index()).map(|c| (p, c))) else {
                    break;
                };
                let slot = slots.get(outer.0.index()).copied().unwrap_or_default();
                if slot.verb != NONE {
                    subject = if verb.mood == Mood::Infinitive {
                        self.controller(VerbId(at as u32), &verb, slot)
                    } else {
                        (slot.subject != NONE).then_some(PhraseId(slot.subject))
                    };
                    break;
                }
                if slot.subject != NONE {
                    subject = Some(PhraseId(slot.subject));
                    break;
                }
                parent = outer.1.parent;
            }
            let subject = subject.filter(|s| verb.mood == Mood::Infinitive || self.agrees(*s, &verb));
            if let Some(group) = self.verbs.get_mut(at) {
                group.subject = subject;
            }
        }
    }

    /// Whether a participle can be said of the phrase, or of it and those coordinated with it.
    fn agrees(&self, subject: PhraseId, verb: &VerbGroup) -> bool {
        let Some(phrase) = self.phrases.get(subject.index()) else { return false };
        let next = subject.index() + 1..subject.index() + 7;
        phrase.agreement.meet(verb.agreement).is_some()
            || self.phrases.get(next).unwrap_or_default().iter().any(|p| p.joined == Some(subject))
    }

    /// Who does what an infinitive says: the object of «accuser», the subject of «promettre».
    fn controller(&self, id: VerbId, verb: &VerbGroup, slot: Slot) -> Option<PhraseId> {
        let governor = (0..id.index())
            .rev()
            .take(3)
            .find_map(|v| self.verbs.get(v).filter(|g| g.infinitive == Some(id)));
        let governor = governor.or_else(|| self.verbs.get(slot.verb as usize))?;
        let governs = governor.infinitive == Some(id);
        if governs
            && self.words.build_of(governor.lemma).is(Build::CONTROL)
            && governor.voice == Voice::Active
        {
            if governor.object.is_some() || governor.accusative.is_some() || governor.dative.is_some() {
                return governor.object;
            }
            // «demander à X de»: the person with «à» before the infinitive.
            return (0..self.phrases.len().min(self.first_after(verb.span.start()))).rev().take(3).find_map(
                |p| {
                    self.phrases
                        .get(p)
                        .filter(|q| q.prep == self.words.a && q.span.start() >= governor.span.end())
                        .map(|_| PhraseId(p as u32))
                },
            );
        }
        governor.subject.or((slot.subject != NONE).then_some(PhraseId(slot.subject)))
    }

    /// Index of the first phrase after a token.
    fn first_after(&self, token: usize) -> usize {
        self.phrases.partition_point(|p| p.span.start() < token)
    }

    /// «est le président de»: what looks like an object of «être» is its attribute.
    fn attribute(&mut self, at: usize, verb: &VerbGroup) {
        if let (Some(object), None) = (verb.object, verb.attribute)
            && self.words.build_of(verb.lemma).is(Build::JUDGE)
        {
            // «a nommé Claire Morel *ministre*», «a jugé Paul Durand *coupable*»
            let end = self.phrases.get(object.index()).map_or(0, |p| p.span.end());
            let noun = self.phrases.get(object.index() + 1);
            let noun = noun.is_some_and(|p| {
                p.span.start() == end
                    && !p.is_governed()
                    && p.kind == PhraseKind::Common
                    && p.determiner.is_none()
            });
            if (noun || self.tag(end) == Tag::Adjective)
                && let Some(group) = self.verbs.get_mut(at)
            {
                group.attribute = Some(end.into());
            }
        }
        if !self.words.build_of(verb.lemma).is(Build::COPULA) {
            return;
        }
        let head = verb.object.and_then(|o| self.phrases.get(o.index())).map(|p| p.head);
        if let Some(group) = self.verbs.get_mut(at) {
            group.attribute = group.attribute.or(head);
            group.object = None;
        }
    }

    /// Marks relatives on their antecedents.
    pub fn relatives(&mut self) {
        for (at, clause) in self.clauses.iter().enumerate() {
            if clause.kind == ClauseKind::Relative
                && let Some(phrase) = clause.antecedent.and_then(|p| self.phrases.get_mut(p.index()))
            {
                phrase.relative = phrase.relative.or(Some(ClauseId(at as u32)));
            }
        }
    }
}
