use super::compile::{TRIGGER_END, begins, ends};
use super::fill::{exists, fill};
use super::machine::Machine;
use super::need::Sentence;
use super::part::RoleId;
use super::rules::{CompiledPattern, Rule, Rules};
use super::trace::Trace;
use super::{Anchor, Bindings, Match, View};
use crate::token::TokenSpan;

/// Matches rules against texts, one after the other, in memory that is used again.
#[derive(Debug)]
pub struct Matcher<'r> {
    rules: &'r Rules,
    candidates: Vec<u32>,
    sentence: Sentence,
    attempt: Attempt,
}

impl<'r> Matcher<'r> {
    pub(super) fn new(rules: &'r Rules) -> Self {
        Self { rules, candidates: Vec::new(), sentence: Sentence::default(), attempt: Attempt::new() }
    }

    /// Appends everything that the rules find in a text, in the order of the triggers.
    pub fn run<V: View + ?Sized>(&mut self, view: &V, found: &mut Vec<Match>) {
        self.run_where(view, |_| true, found);
    }

    /// As [`Matcher::run`], but only those tokens are triggers that `may` lets be.
    pub(crate) fn run_where<V: View + ?Sized>(
        &mut self,
        view: &V,
        may: impl Fn(usize) -> bool,
        found: &mut Vec<Match>,
    ) {
        self.sentence.clear();
        let mut at = 0;
        while at < view.len() {
            let sentence = view.sentence(at);
            self.sentence.read(&self.rules.index, view, sentence);
            let woken = std::mem::take(&mut self.sentence.woken);
            for i in woken.iter().map(|i| *i as usize).filter(|i| may(*i)) {
                self.tried(view, i, found);
            }
            self.sentence.woken = woken;
            at = sentence.end().max(at + 1);
        }
    }

    /// Appends what the rules find with this token as trigger. A matcher that is asked so reads one text only.
    pub(super) fn at<V: View + ?Sized>(&mut self, view: &V, i: usize, found: &mut Vec<Match>) {
        self.sentence.read(&self.rules.index, view, view.sentence(i));
        self.tried(view, i, found);
    }

    /// Tries the patterns whose trigger the token can be.
    fn tried<V: View + ?Sized>(&mut self, view: &V, i: usize, found: &mut Vec<Match>) {
        let rules = self.rules;
        let lemma = || view.lemma(i);
        rules.index.candidates(view.word(i), view.classes(i), lemma, &mut self.candidates);
        let (mut claimed, mut last) = (false, None);
        for number in &self.candidates {
            let Some(pattern) = rules.patterns.get(*number as usize) else { continue };
            let Some(rule) = rules.rules.get(pattern.rule.index()) else { continue };
            // The alternatives of one rule find one thing.
            if last == Some(pattern.rule) || (claimed && !rule.also) {
                continue;
            }
            if !self.sentence.meets(&pattern.needs) {
                continue;
            }
            if let Ok(matched) = self.attempt.all(rules, rule, pattern, view, i) {
                claimed = true;
                last = Some(pattern.rule);
                found.push(matched);
            }
        }
    }
}

/// Why a pattern does not match at a token.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Failure {
    /// The words before or behind the trigger are others.
    Pattern { back: bool },
    /// The budget is used up.
    Steps,
    /// The slot of this place in the rule finds nothing.
    Slot(usize),
    /// The `with` or `without` of this place in the rule.
    Guard(usize),
    /// An `unless` matches here.
    Unless(TokenSpan),
}

/// One try of a pattern at a token.
#[derive(Debug)]
pub(super) struct Attempt {
    machine: Machine,
    /// What roles and slots are bound to.
    pub values: Vec<(RoleId, TokenSpan)>,
    /// Which alternative filled each slot.
    pub filled: Vec<Option<usize>>,
    /// Remembers the way forwards and backwards, if somebody wants to know.
    pub forward: Trace,
    pub backward: Trace,
}

impl Attempt {
    fn new() -> Self {
        Self {
            machine: Machine::new(),
            values: Vec::new(),
            filled: Vec::new(),
            forward: Trace::default(),
            backward: Trace::default(),
        }
    }

    /// An attempt that remembers its way.
    pub(super) fn recording() -> Self {
        Self { forward: Trace::recording(), backward: Trace::recording(), ..Self::new() }
    }

    /// The pattern, the slots, the guards, and what must not be there.
    pub(super) fn all<V: View + ?Sized>(
        &mut self,
        rules: &Rules,
        rule: &Rule,
        pattern: &CompiledPattern,
        view: &V,
        i: usize,
    ) -> Result<Match, Failure> {
        let (trigger, extent) = self.pattern(rules, pattern, view, i)?;
        let span = if pattern.on { extent } else { trigger };
        let anchor = Anchor { token: i, span };
        self.values.clear();
        self.filled.clear();
        for role in &pattern.bound {
            if let Some(span) = self.machine.span(begins(*role), ends(*role)) {
                self.values.push((*role, span));
            }
        }
        for (number, slot) in rule.slots.iter().enumerate() {
            match fill(slot, &rules.program, view, anchor, &mut self.values) {
                Some(by) => self.filled.push(by),
                None => return Err(Failure::Slot(number)),
            }
        }
        for (number, guard) in rule.guards.iter().enumerate() {
            if exists(&guard.alternatives, &rules.program, view, anchor) != guard.wanted {
                return Err(Failure::Guard(number));
            }
        }
        if let Some(run) = self.forbidden(rules, rule, view, extent) {
            return Err(Failure::Unless(run));
        }
        let mut bindings = Bindings::default();
        for (part, role) in &rule.result.values {
            for (_, span) in self.values.iter().filter(|(bound, _)| bound == role) {
                bindings.push(*part, *span);
            }
        }
        Ok(Match { rule: pattern.rule, makes: rule.result.makes, token: i, trigger: span, extent, bindings })
    }

    /// The trigger element and everything that the pattern takes.
    fn pattern<V: View + ?Sized>(
        &mut self,
        rules: &Rules,
        pattern: &CompiledPattern,
        view: &V,
        i: usize,
    ) -> Result<(TokenSpan, TokenSpan), Failure> {
        let sentence = view.sentence(i);
        let machine = &mut self.machine;
        machine.reset();
        self.forward.clear();
        self.backward.clear();
        let entry = pattern.entry;
        let failure = |machine: &Machine, back| {
            if machine.steps == 0 { Failure::Steps } else { Failure::Pattern { back } }
        };
        let Some(end) =
            machine.run::<false, V>(&rules.program, view, entry.forward, i, sentence, &mut self.forward)
        else {
            return Err(failure(machine, false));
        };
        let mut start = i;
        if let Some(backward) = entry.backward {
            let trace = &mut self.backward;
            start = match machine.run::<true, V>(&rules.program, view, backward, i, sentence, trace) {
                Some(start) => start,
                None => return Err(failure(machine, true)),
            };
        }
        let trigger_end = machine.registers[TRIGGER_END as usize] as usize;
        Ok((TokenSpan::new(i, trigger_end.min(end)), TokenSpan::new(start, end)))
    }

    /// What an `unless` of the rule takes, where one touches what the rule took.
    fn forbidden<V: View + ?Sized>(
        &mut self,
        rules: &Rules,
        rule: &Rule,
        view: &V,
        extent: TokenSpan,
    ) -> Option<TokenSpan> {
        let sentence = view.sentence(extent.start());
        let (mut first, mut last) = (extent.start(), extent.end());
        for (_, span) in self.values.iter().filter(|(_, span)| sentence.contains(*span)) {
            first = first.min(span.start());
            last = last.max(span.end());
        }
        for (entry, reach) in &rule.unless {
            let from = first.saturating_sub(reach.saturating_sub(1)).max(sentence.start());
            for i in from..last.min(from + LONGEST_EXTENT) {
                self.machine.reset();
                let mut trace = Trace::default();
                let end = self.machine.run::<false, V>(&rules.program, view, *entry, i, sentence, &mut trace);
                if let Some(end) = end.filter(|end| *end > first) {
                    return Some(TokenSpan::new(i, end));
                }
            }
        }
        None
    }
}

/// How much of a match is searched for what must not be there.
const LONGEST_EXTENT: usize = 128;
