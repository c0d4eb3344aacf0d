//! Clauses: one pass with a stack of those that are open.

use super::clause::{Clause, ClauseId, ClauseKind};
use super::key::Key;
use super::phrase::{NounPhrase, PhraseId, PhraseKind};
use super::verb::{Mood, VerbGroup, VerbId};
use super::{NONE, Tag};
use crate::document::Document;
use crate::lexicon::Classes;
use crate::token::{TokenId, TokenSpan};

/// How many clauses may be open inside each other; what opens further in belongs to the last.
const DEEPEST: usize = 24;

/// A clause that is open.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub clause: u32,
    pub kind: ClauseKind,
    /// A finite verb has been seen in it.
    pub verb: bool,
    /// The last verb group in it.
    pub last: u32,
    /// It opened after a comma or at the start: a comma closes it.
    pub loose: bool,
    /// A phrase that can be a subject has been seen, and no finite verb after it.
    pub subject: bool,
    /// Last «et», «mais» or comma in it after which another clause may have begun.
    pub joint: u32,
}

pub(super) struct Nester<'a, 't> {
    pub doc: &'a Document<'t>,
    pub keys: &'a [Key],
    pub tags: &'a [Tag],
    pub verb_of: &'a [u32],
    pub phrase_of: &'a [u32],
    pub phrases: &'a [NounPhrase],
    pub verbs: &'a mut [VerbGroup],
    pub clauses: &'a mut Vec<Clause>,
    pub clause_of: &'a mut [u32],
    pub stack: &'a mut Vec<Frame>,
    pub start: usize,
    pub end: usize,
    /// The quotation that may hold the next token.
    pub quotation: usize,
}

impl Nester<'_, '_> {
    pub fn run(&mut self) {
        for sentence in self.doc.sentences() {
            (self.start, self.end) = (sentence.start(), sentence.end());
            self.stack.clear();
            self.open(ClauseKind::Main, self.start, None, None);
            self.carried_quotation();
            let mut i = sentence.start();
            while i < sentence.end() {
                self.token(i);
                let top = self.top().clause;
                if let Some(slot) = self.clause_of.get_mut(i) {
                    *slot = top;
                }
                if self.key(i) == Key::Close || self.key(i) == Key::CloseBracket {
                    self.close_mark(i);
                }
                i += 1;
            }
            while !self.stack.is_empty() {
                self.close(sentence.end());
            }
        }
    }

    pub fn key(&self, i: usize) -> Key {
        if i < self.end { self.keys.get(i).copied().unwrap_or_default() } else { Key::Stop }
    }

    pub fn tag(&self, i: usize) -> Tag {
        if i < self.end { self.tags.get(i).copied().unwrap_or_default() } else { Tag::Punctuation }
    }

    pub fn top(&self) -> Frame {
        self.stack.last().copied().unwrap_or(Frame {
            clause: NONE,
            kind: ClauseKind::Main,
            verb: false,
            last: NONE,
            loose: false,
            subject: false,
            joint: NONE,
        })
    }

    /// Opens a clause that begins at `start`; tokens already passed are moved into it by the caller.
    pub fn open(
        &mut self,
        kind: ClauseKind,
        start: usize,
        opener: Option<usize>,
        antecedent: Option<PhraseId>,
    ) -> u32 {
        if self.stack.len() >= DEEPEST {
            return self.top().clause;
        }
        let clause = self.clauses.len() as u32;
        let parent = self.stack.last().map(|frame| ClauseId(frame.clause));
        let opener = opener.map(TokenId::from);
        self.clauses.push(Clause {
            span: TokenSpan::new(start, self.end),
            kind,
            parent,
            verb: None,
            antecedent,
            opener,
        });
        let loose = start == self.start
            || matches!(self.key(start - 1), Key::Comma | Key::Colon | Key::Open | Key::Dash);
        self.stack.push(Frame { clause, kind, verb: false, last: NONE, loose, subject: false, joint: NONE });
        clause
    }

    pub fn close(&mut self, end: usize) {
        if let Some(frame) = self.stack.pop()
            && let Some(clause) = self.clauses.get_mut(frame.clause as usize)
        {
            clause.span = TokenSpan::new(clause.span.start(), end);
        }
    }

    /// Moves the tokens of `from` since `start` into `to`.
    pub fn reassign(&mut self, start: usize, end: usize, from: u32, to: u32) {
        for slot in self.clause_of.get_mut(start..end).unwrap_or_default() {
            if *slot == from {
                *slot = to;
            }
        }
    }

    /// The innermost clause that a mark closes: what lies in it cannot reach out.
    pub fn barrier(&self) -> usize {
        self.stack
            .iter()
            .rposition(|f| {
                matches!(f.kind, ClauseKind::Main | ClauseKind::Quoted | ClauseKind::Parenthetical)
            })
            .unwrap_or(0)
    }

    /// A quotation that began in a sentence before.
    fn carried_quotation(&mut self) {
        let quotations = self.doc.quotations();
        while quotations.get(self.quotation).is_some_and(|q| q.content.end() <= self.start) {
            self.quotation += 1;
        }
        let inside = quotations
            .get(self.quotation)
            .is_some_and(|q| q.content.start() < self.start && self.start < q.content.end());
        if inside {
            self.open(ClauseKind::Quoted, self.start, None, None);
        }
    }

    fn token(&mut self, i: usize) {
        if let Some(id) = self.verb_of.get(i).copied().filter(|id| *id != NONE)
            && let Some(verb) = self.verbs.get(id as usize).copied()
        {
            if verb.span.start() == i {
                self.verb(VerbId(id), verb);
            }
            return;
        }
        match self.tag(i) {
            Tag::RelativePronoun => self.relative(i),
            Tag::Subordinator => self.conjunction(i),
            Tag::Coordinator => {
                if let Some(frame) = self.stack.last_mut() {
                    frame.joint = i as u32;
                }
            }
            Tag::Punctuation => self.mark(i),
            _ => self.phrase(i),
        }
    }

    fn phrase(&mut self, i: usize) {
        let Some(phrase) = self.phrase_of.get(i).and_then(|id| self.phrases.get(*id as usize)) else {
            return;
        };
        if phrase.span.start() != i || phrase.is_governed() {
            return;
        }
        let able = !matches!(phrase.kind, PhraseKind::Date | PhraseKind::Number);
        if let Some(frame) = self.stack.last_mut() {
            frame.subject |= able && !frame.verb;
        }
    }

    fn mark(&mut self, i: usize) {
        match self.key(i) {
            Key::Comma => self.comma(i),
            Key::Colon | Key::Semicolon => {
                let barrier = self.barrier();
                while self.stack.len() > barrier + 1 {
                    self.close(i);
                }
                if self.top().kind == ClauseKind::Main {
                    self.close(i);
                    self.open(ClauseKind::Main, i, None, None);
                }
            }
            Key::OpenBracket => {
                self.open(ClauseKind::Parenthetical, i, Some(i), None);
            }
            Key::Dash => self.dash(i),
            Key::Open => self.quote(i),
            _ => {}
        }
    }

    fn comma(&mut self, i: usize) {
        while let Some(frame) = self.stack.last().copied() {
            let closes = match frame.kind {
                ClauseKind::Incise => true,
                ClauseKind::Participial | ClauseKind::Infinitive => frame.loose && !self.enumerates(i),
                // «trois militants, dont X, ont été arrêtés»
                ClauseKind::Relative if frame.loose && frame.subject && !frame.verb => {
                    self.key(self.opener(frame)) == Key::Dont
                }
                ClauseKind::Relative | ClauseKind::Subordinate => frame.loose && frame.verb,
                ClauseKind::Completive => {
                    frame.loose
                        && frame.verb
                        && self
                            .clauses
                            .get(frame.clause as usize)
                            .is_some_and(|c| c.span.start() == self.start)
                }
                _ => false,
            };
            if !closes {
                break;
            }
            self.close(i);
        }
        if let Some(frame) = self.stack.last_mut() {
            frame.joint = i as u32;
        }
    }

    fn opener(&self, frame: Frame) -> usize {
        self.clauses.get(frame.clause as usize).and_then(|c| c.opener).map_or(usize::MAX, |o| o.index())
    }

    /// After the comma comes another member of a list of numbers or participles: «à deux ans, dont un ferme».
    fn enumerates(&self, i: usize) -> bool {
        self.key(i + 1) == Key::Dont
    }

    /// Two dashes in a sentence hold a remark; one alone does not.
    fn dash(&mut self, i: usize) {
        if let Some(at) = self.stack.iter().rposition(|f| {
            f.kind == ClauseKind::Parenthetical
                && self.clauses.get(f.clause as usize).is_some_and(|c| self.key(c.span.start()) == Key::Dash)
        }) {
            while self.stack.len() > at {
                self.close(i + 1);
            }
            return;
        }
        let second = i > self.start && (i + 1..(i + 40).min(self.end)).any(|at| self.key(at) == Key::Dash);
        if second {
            self.open(ClauseKind::Parenthetical, i, Some(i), None);
        }
    }

    /// A quotation is a clause of its own unless it is a few words without a verb, which are part of the sentence.
    fn quote(&mut self, i: usize) {
        let quotations = self.doc.quotations();
        while quotations.get(self.quotation).is_some_and(|q| q.open.index() < i) {
            self.quotation += 1;
        }
        let Some(quotation) = quotations.get(self.quotation).filter(|q| q.open.index() == i) else { return };
        let content = quotation.content;
        let short = content.len() <= 5 && !content.indices().any(|at| self.tag(at) == Tag::VerbFinite);
        if !short {
            self.open(ClauseKind::Quoted, i, Some(i), None);
        }
    }

    fn close_mark(&mut self, i: usize) {
        let kind = if self.key(i) == Key::Close { ClauseKind::Quoted } else { ClauseKind::Parenthetical };
        let Some(at) = self.stack.iter().rposition(|f| f.kind == kind) else { return };
        // A short quotation opened no clause: its mark closes none.
        if kind == ClauseKind::Quoted {
            let open =
                self.stack.get(at).and_then(|f| self.clauses.get(f.clause as usize)).map(|c| c.span.start());
            let short = (i.saturating_sub(7).max(self.start)..i).rev().find(|t| self.key(*t) == Key::Open);
            if short.is_some() && open.is_some_and(|o| short > Some(o)) {
                return;
            }
        }
        while self.stack.len() > at {
            self.close(i + 1);
        }
    }

    pub fn is_participle(verb: &VerbGroup) -> bool {
        matches!(verb.mood, Mood::Participle | Mood::Gerund)
    }

    pub fn speaks(&self, verb: &VerbGroup) -> bool {
        self.doc.is(verb.head.index(), Classes::SPEECH_VERB)
    }
}
