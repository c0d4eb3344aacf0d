use super::lists::Lists;
use super::scope::{Mark, Run, Scope};
use super::words::Parts;
use crate::document::Document;
use crate::lexicon::Classes;
use crate::ontology::StatementForm;
use crate::resolve::Resolved;
use crate::token::{Quotation, TokenSpan};

/// Looks into quotations: which are sentences, which are fragments of the reporter's.
pub(super) struct Quoted<'a> {
    scope: Scope<'a>,
}

/// What stands at the beginning decides: longer quotations are not read to the end.
const LOOKED_AT: usize = 60;

impl<'a> Quoted<'a> {
    pub fn new(doc: &'a Document<'a>, resolved: &'a Resolved) -> Self {
        Self { scope: Scope::new(doc, resolved) }
    }

    /// Whether the quotation could stand as a sentence.
    pub fn is_sentence(&mut self, quote: &Quotation) -> bool {
        let content = quote.content;
        if content.len() < 2 {
            return false;
        }
        let end = content.end().min(content.start() + LOOKED_AT);
        self.scope.read(TokenSpan::new(content.start(), end), std::iter::empty());
        let scope = &self.scope;
        let capital = scope.is_capital(0) || scope.mark(0) == Mark::Aside && scope.is_word(1);
        let last = content.end().saturating_sub(1);
        let stopped = matches!(scope.doc.form(last), "." | "!" | "?" | "…" | "...");
        let verb = (0..scope.len()).any(|i| scope.is_finite(i) && has_subject(scope, i));
        verb || capital && stopped && content.len() >= 3
    }
}

/// Whether the finite verb at the item has a subject in the quotation, and is no relative clause.
fn has_subject(scope: &Scope<'_>, verb: usize) -> bool {
    let mut first = verb;
    while first > 0 && scope.part(first - 1, Parts::CLITIC) && !scope.part(first - 1, Parts::SUBJECT) {
        first -= 1;
    }
    if scope.is_enclitic(verb + 1) {
        return true;
    }
    if first == 0 {
        // «Votez», «Faut voir»: an order has no subject.
        return scope.is_capital(0) && verb == 0;
    }
    let before = first - 1;
    let opener = if scope.part(before, Parts::SUBJECT) { before.wrapping_sub(1) } else { before };
    if scope.part(opener, Parts::RELATIVE) || scope.part(opener, Parts::CONJUNCTION) {
        return false;
    }
    let relative = (first.saturating_sub(8)..first)
        .rev()
        .take_while(|i| scope.mark(*i) != Mark::Comma)
        .any(|i| scope.part(i, Parts::RELATIVE) || scope.part(i, Parts::THAT) && i > 0);
    let subject = scope.part(before, Parts::SUBJECT);
    subject && !scope.part(before.wrapping_sub(1), Parts::THAT.or(Parts::RELATIVE)) && !relative
        || !relative
            && scope.is_word(before)
            && !scope.part(before, Parts::PREPOSITION.or(Parts::COORDINATOR))
        || !relative && scope.mark(before) == Mark::Comma
        || scope.mark(before) == Mark::Aside
}

/// The form and the tokens of a content that is the run of items.
pub(super) fn content(
    scope: &Scope<'_>,
    quoted: &mut Quoted<'_>,
    run: Run,
) -> Option<(StatementForm, TokenSpan)> {
    let mut run = run;
    while !run.is_empty() && matches!(scope.mark(run.start), Mark::Comma | Mark::Stop | Mark::Sign) {
        run.start += 1;
    }
    while !run.is_empty() && matches!(scope.mark(run.end - 1), Mark::Comma | Mark::Stop | Mark::Semicolon) {
        run.end -= 1;
    }
    if run.is_empty() {
        return None;
    }
    let single = run.end == run.start + 1 && scope.is_quote(run.start);
    if single {
        let quote = quotation(scope, run.start)?;
        if quoted.is_sentence(&quote) {
            return Some((StatementForm::Direct, quote.content));
        }
        return Some((StatementForm::Mixed, scope.tokens(run)));
    }
    let mixed = (run.start..run.end).any(|i| scope.is_quote(i) && !is_title(scope, i));
    Some((if mixed { StatementForm::Mixed } else { StatementForm::Indirect }, scope.tokens(run)))
}

/// The quotation that the item is.
pub(super) fn quotation(scope: &Scope<'_>, item: usize) -> Option<Quotation> {
    scope.doc.quotations().get(scope.item(item)?.quote).copied()
}

/// Words in marks that name a thing: «le “20 Heures”», «l’émission “…”».
pub(super) fn is_title(scope: &Scope<'_>, item: usize) -> bool {
    let before = item.wrapping_sub(1);
    let naming = match scope.form(before) {
        "dit" | "dite" | "dits" | "dites" => {
            let verb = item.wrapping_sub(2);
            !scope.part(verb, Parts::CLITIC.or(Parts::SUBJECT))
                && !scope.is(verb, Classes::ETRE.with(Classes::AVOIR))
        }
        _ => Lists::french().naming.contains(&scope.word(before)),
    };
    naming || is_work(scope, item)
}

/// A short run of capitals, or a name that fills the marks.
pub(super) fn is_work(scope: &Scope<'_>, item: usize) -> bool {
    let Some(quote) = quotation(scope, item) else { return false };
    let name = scope
        .resolved
        .mention_at(quote.content.start())
        .is_some_and(|m| m.tokens.start() == quote.content.start() && m.tokens.end() == quote.content.end());
    let capital = |token: usize| {
        scope.doc.token(token).is_some_and(|t| t.shape.is_capital() || t.shape == crate::token::Shape::None)
    };
    let sentence = matches!(scope.doc.form(quote.content.end().saturating_sub(1)), "!" | "?" | ".");
    let short = quote.content.len() <= 3 && quote.content.indices().all(capital) && !sentence;
    name || short || quote.content.is_empty()
}
