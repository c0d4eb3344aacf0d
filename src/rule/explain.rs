use std::fmt;

use super::matcher::{Attempt, Failure};
use super::program::Op;
use super::rules::{CompiledPattern, Rule};
use super::trace::Trace;
use super::{Match, RuleId, Rules, View};
use crate::token::TokenSpan;

/// How a match came about: which rule, and what each of its parts took.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Explanation {
    /// The name of the rule.
    pub rule: String,
    /// The page and the line that it stands on.
    pub page: String,
    /// Its line, from 1.
    pub line: u32,
    /// The parts of the pattern in the order of the text, then the slots, each with what it took.
    pub parts: Vec<ExplainedPart>,
}

/// A part of a rule and what it took.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExplainedPart {
    /// The part as the page writes it, or a slot with the argument that filled it.
    pub written: String,
    /// The tokens that it took.
    pub tokens: TokenSpan,
    /// Their letters.
    pub text: String,
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} ({}:{})", self.rule, self.page, self.line)?;
        for part in &self.parts {
            writeln!(f, "  {}  <-  {}", part.written, part.text)?;
        }
        Ok(())
    }
}

/// Where a rule stopped, at one of its triggers; or that it did not.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WhyNot {
    /// The trigger token, or `None` where the text has no trigger of the rule.
    pub token: Option<usize>,
    /// What was found there, or what was wanted and missing, for people.
    pub reason: String,
}

impl fmt::Display for WhyNot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)
    }
}

impl Rules {
    /// What each part of the rule took in a match.
    pub fn explain<V: View + ?Sized>(&self, view: &V, found: &Match) -> Explanation {
        let Some(rule) = self.rule(found.rule) else {
            return Explanation { rule: String::new(), page: String::new(), line: 0, parts: Vec::new() };
        };
        let mut parts = Vec::new();
        for pattern in self.patterns.iter().filter(|pattern| pattern.rule == found.rule) {
            let mut attempt = Attempt::recording();
            if attempt.all(self, rule, pattern, view, found.token).is_ok() {
                self.explain_pattern(rule, view, &attempt, &mut parts);
                self.explain_slots(rule, view, &attempt, &mut parts);
                break;
            }
        }
        Explanation { rule: rule.name.clone(), page: self.page_of(rule).to_owned(), line: rule.line, parts }
    }

    fn explain_pattern<V: View + ?Sized>(
        &self,
        rule: &Rule,
        view: &V,
        attempt: &Attempt,
        parts: &mut Vec<ExplainedPart>,
    ) {
        let mut taken: Vec<(usize, TokenSpan)> = attempt.backward.path().collect();
        taken.reverse();
        taken.extend(attempt.forward.path());
        let mut last = None;
        for (pc, tokens) in taken.into_iter().filter(|(_, tokens)| !tokens.is_empty()) {
            match parts.last_mut().filter(|_| last == Some(pc)) {
                // A gap grows step by step.
                Some(part) => part.tokens = TokenSpan::new(part.tokens.start(), tokens.end()),
                None => {
                    let written = self.written_at(rule, pc).to_owned();
                    parts.push(ExplainedPart { written, tokens, text: String::new() });
                }
            }
            last = Some(pc);
        }
        for part in parts {
            view.text(part.tokens).clone_into(&mut part.text);
        }
    }

    fn explain_slots<V: View + ?Sized>(
        &self,
        rule: &Rule,
        view: &V,
        attempt: &Attempt,
        parts: &mut Vec<ExplainedPart>,
    ) {
        for (slot, by) in rule.slots.iter().zip(&attempt.filled) {
            let alternative = by.and_then(|number| slot.alternatives.get(number));
            let argument = alternative.map_or("", |alternative| self.quoted(rule.page, alternative.at));
            let name = rule.roles.get(usize::from(slot.role)).map_or("", String::as_str);
            for (_, tokens) in attempt.values.iter().filter(|(role, _)| *role == slot.role) {
                let text = view.text(*tokens).to_owned();
                parts.push(ExplainedPart { written: format!("{name} {argument}"), tokens: *tokens, text });
            }
        }
    }

    /// The part of the rule's page that a step of the program was made from.
    fn written_at(&self, rule: &Rule, pc: usize) -> &str {
        self.program.places.get(pc).map_or("", |at| self.quoted(rule.page, *at))
    }

    /// Where a rule stopped: an answer for each token of the text that could be its trigger, or one for none.
    pub fn why_not<V: View + ?Sized>(&self, id: RuleId, view: &V) -> Vec<WhyNot> {
        let Some(rule) = self.rule(id) else { return Vec::new() };
        let mut answers: Vec<WhyNot> = Vec::new();
        let mut candidates = Vec::new();
        let mut found = Vec::new();
        let mut matcher = self.matcher();
        for i in 0..view.len() {
            self.index.candidates(view.word(i), view.classes(i), || view.lemma(i), &mut candidates);
            let mine =
                |number: &u32| self.patterns.get(*number as usize).filter(|pattern| pattern.rule == id);
            for pattern in candidates.iter().filter_map(mine) {
                let mut attempt = Attempt::recording();
                let place = format!("at `{}` (token {i})", view.text(TokenSpan::new(i, i + 1)));
                let reason = match attempt.all(self, rule, pattern, view, i) {
                    Err(failure) => self.reason(rule, pattern, view, &attempt, failure),
                    Ok(matched) => {
                        found.clear();
                        matcher.at(view, i, &mut found);
                        match found.iter().find(|other| other.rule < id && !rule.also) {
                            Some(first) if found.iter().all(|other| other.rule != id) => {
                                let name = self.rule(first.rule).map_or("", Rule::name);
                                format!("the earlier rule `{name}` has claimed the trigger")
                            }
                            _ => format!("it matches: {}", self.written(&matched, view)),
                        }
                    }
                };
                answers.push(WhyNot { token: Some(i), reason: format!("{place}: {reason}") });
            }
        }
        if answers.is_empty() {
            let reason = "no word of the text can be its trigger".to_owned();
            answers.push(WhyNot { token: None, reason });
        }
        answers
    }

    fn reason<V: View + ?Sized>(
        &self,
        rule: &Rule,
        pattern: &CompiledPattern,
        view: &V,
        attempt: &Attempt,
        failure: Failure,
    ) -> String {
        match failure {
            Failure::Steps => "it needs too many steps".to_owned(),
            Failure::Pattern { back } => {
                let trace = if back { &attempt.backward } else { &attempt.forward };
                self.stopped(rule, pattern, view, trace, back)
            }
            Failure::Slot(number) => {
                let Some(slot) = rule.slots.get(number) else { return String::new() };
                let name = rule.roles.get(usize::from(slot.role)).map_or("", String::as_str);
                let tried: Vec<&str> =
                    slot.alternatives.iter().map(|a| self.quoted(rule.page, a.at)).collect();
                format!("the slot `{name}` finds nothing: {}", tried.join(", "))
            }
            Failure::Guard(number) => {
                let Some(guard) = rule.guards.get(number) else { return String::new() };
                let (word, state) =
                    if guard.wanted { ("with", "is not there") } else { ("without", "is there") };
                let asked: Vec<&str> =
                    guard.alternatives.iter().map(|a| self.quoted(rule.page, a.at)).collect();
                format!("`{word} {}`: it {state}", asked.join(" | "))
            }
            Failure::Unless(run) => format!("an `unless` matches `{}`", view.text(run)),
        }
    }

    fn stopped<V: View + ?Sized>(
        &self,
        rule: &Rule,
        pattern: &CompiledPattern,
        view: &V,
        trace: &Trace,
        back: bool,
    ) -> String {
        let Some((pc, pos)) = trace.furthest() else { return "the pattern does not match".to_owned() };
        let wanted = self.written_at(rule, pc);
        if matches!(self.program.ops.get(pc), Some(Op::Having { .. })) {
            return format!("the property of `{wanted}` is missing");
        }
        let token = if back { pos.checked_sub(1) } else { Some(pos) };
        let met = token.map_or("", |i| view.text(TokenSpan::new(i, i + 1)));
        let met = if met.is_empty() { "the end of the text".to_owned() } else { format!("`{met}`") };
        let (side, line) = (if back { "before" } else { "behind" }, if pattern.on { "on" } else { "match" });
        format!("`{line}` stops {side} the trigger: `{wanted}` is wanted, {met} stands there")
    }
}
