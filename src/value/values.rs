use std::borrow::Cow;

use super::amount::AmountKind;
use super::date::Date;
use super::digits::Digits;
use super::numeral::Numeral;
use super::reader::Reader;
use super::term::Term;
use super::value::{Money, Penalty, Value, ValueMention};
use super::vocabulary::Vocabulary;
use crate::document::Document;
use crate::lexicon::Classes;
use crate::text::Span;
use crate::token::{Mark, TokenKind, TokenSpan};

/// Where a value can begin, beside tokens of digits and signs.
const TRIGGERS: Classes = Classes::NUMERAL
    .with(Classes::MONTH)
    .with(Classes::WEEKDAY)
    .with(Classes::TIME_WORD)
    .with(Classes::CURRENCY)
    .with(Classes::PENALTY);

/// Adds the values of a document to `out`: in order, none inside another.
///
/// `anchor` is the day of publication. With it, «jeudi», «le 13 janvier» and «l'an dernier» are resolved; without
/// it they stay open (`XXXX-01-13`). The habits of the press decide: a weekday alone is the last one up to
/// that day, a day or month without a year is the nearest.
///
/// ```
/// use greffier::document::Document;
/// use greffier::value::{Date, Value, values_into};
///
/// let doc = Document::new("Le procès s'est ouvert jeudi 13 janvier.");
/// let mut values = Vec::new();
/// values_into(&doc, Date::parse("2022-01-14"), &mut values);
/// assert_eq!(values[0].value, Value::Date("2022-01-13".into()));
/// assert_eq!(doc.slice(values[0].tokens), "jeudi 13 janvier");
/// ```
pub fn values_into(doc: &Document<'_>, anchor: Option<Date>, out: &mut Vec<ValueMention>) {
    let reader = Reader { doc, vocabulary: Vocabulary::french(), anchor };
    let mut floor = 0;
    let mut at = 0;
    while at < doc.len() {
        let kind = reader.kind(at);
        let classes = doc.classes(at);
        let triggers = classes.any(TRIGGERS)
            || matches!(kind, Some(TokenKind::Number | TokenKind::Symbol))
            || (classes.is_empty() && doc.form(at).starts_with("mi-"));
        if !triggers {
            at += 1;
            continue;
        }
        let before = out.len();
        let end = reader.value(at, floor, out).unwrap_or(at);
        if out.len() > before {
            floor = end;
            for new in out.get_mut(before..).unwrap_or_default() {
                if new.span.is_empty() {
                    new.span = doc.span(new.tokens);
                }
            }
            for second in before.max(1)..out.len() {
                reader.link(second, out);
            }
        }
        at = end.max(at + 1);
    }
}

impl Reader<'_, '_> {
    /// Reads what begins at `at`, or has its first telling word there; gives one past what was read.
    fn value(&self, at: usize, floor: usize, out: &mut Vec<ValueMention>) -> Option<usize> {
        let classes = self.doc.classes(at);
        let kind = self.kind(at);
        if (kind == Some(TokenKind::Number) || classes.any(Classes::NUMERAL))
            && let Some(end) = self.number(at, floor, out)
        {
            return Some(end);
        }
        if kind == Some(TokenKind::Symbol) || classes.any(Classes::CURRENCY) {
            return self.money_before(at, out);
        }
        if classes.any(Classes::WEEKDAY) {
            return self.days(at, out).or_else(|| self.relative(at, floor, out));
        }
        if classes.any(Classes::MONTH) {
            return self.month_date(at, floor, out);
        }
        if classes.any(Classes::TIME_WORD) {
            let found = self.century(at, floor, out).or_else(|| self.relative(at, floor, out));
            if found.is_some() {
                return found;
            }
            if let Some((time, end)) = self.clock(at) {
                out.push(mention(at, end, time, true));
                return Some(end);
            }
        }
        if classes.is_empty() {
            return self.middle_of_month(at, out);
        }
        if classes.any(Classes::PENALTY) {
            let (penalty, end) = self.penalty_word(at)?;
            out.push(penalty_mention(at, end, penalty));
            return Some(end);
        }
        None
    }

    /// A value that begins with a number.
    fn number(&self, at: usize, floor: usize, out: &mut Vec<ValueMention>) -> Option<usize> {
        if self.is_mere_article(at) {
            return None;
        }
        if self.month_ahead(at)
            && let Some(end) = self.days(at, out)
        {
            return Some(end);
        }
        if let Some((time, end)) = self.clock(at) {
            out.push(mention(at, end, time, true));
            return Some(end);
        }
        if let Some(length) = self.clock_length(at) {
            out.push(mention(at, at + 1, AmountKind::Length(length, None).value(), false));
            return Some(at + 1);
        }
        // «intronisé en 2014 candidat du parti»: nothing is counted after «en».
        let in_year = self.after(at, &[self.vocabulary.glue.en, self.vocabulary.glue.depuis]);
        if in_year
            && self.digits(at).is_some_and(|digits| digits.year().is_some())
            && let Some(end) = self.year_date(at, floor, out)
        {
            return Some(end);
        }
        let Some(number) = self.numeral(at) else { return self.year_date(at, floor, out) };
        if let Some(end) = self.counted_value(at, floor, number, out) {
            return Some(end);
        }
        self.year_date(at, floor, out).or((!number.article).then_some(number.end))
    }

    /// Whether a month may belong to the number at `at`: the longest list of days is looked through.
    fn month_ahead(&self, at: usize) -> bool {
        const LONGEST_LIST: usize = 18;
        matches!(self.digits(at), Some(Digits::Day { .. }))
            || (at..at + LONGEST_LIST).any(|i| {
                // «avr» and «sept» before a point.
                let short = || self.doc.mark(i + 1) == Mark::Stop && self.doc.form(i).len() <= 5;
                self.doc.is(i, Classes::MONTH)
                    || self.kind(i) == Some(TokenKind::Abbreviation)
                    || short() && self.month(i).is_some()
            })
    }

    /// «un», «une» before a word that nothing is counted in, as nearly always: no number.
    fn is_mere_article(&self, at: usize) -> bool {
        let (glue, next) = (&self.vocabulary.glue, at + 1);
        let may_count = Classes::FUNCTION
            .with(Classes::NUMERAL)
            .with(Classes::TIME_WORD)
            .with(Classes::UNIT)
            .with(Classes::CURRENCY)
            .with(Classes::PENALTY);
        self.any(at, &[glue.un, glue.une])
            && self.kind(next) == Some(TokenKind::Word)
            && self.doc.word(next).is_known()
            && !self.doc.is(next, may_count)
            && !self.may_be_number(next)
            && self.term(next).is_none()
            && self.counted(next).is_none()
    }

    fn counted_value(
        &self,
        at: usize,
        floor: usize,
        number: Numeral,
        out: &mut Vec<ValueMention>,
    ) -> Option<usize> {
        if let Some((penalty, end)) = self.matches(&number.value.to_string(), number.end) {
            out.push(penalty_mention(at, end, penalty));
            return Some(end);
        }
        let amount = self.amount(at, number)?;
        let end = amount.end;
        match amount.kind {
            AmountKind::Length(length, to) => {
                // «20 Minutes», «24 Heures» are newspapers.
                if self.is_capital(end - 1) {
                    return Some(end);
                }
                if let Some((penalty, end)) = self.term_of(length, end) {
                    out.push(penalty_mention(at, end, penalty));
                    return Some(end);
                }
                out.push(mention(at, end, AmountKind::Length(length, to).value(), false));
            }
            AmountKind::Money(money) => {
                if let Some((penalty, start, end)) = self.fine(at, end, floor, &money) {
                    out.push(penalty_mention(start, end, penalty));
                    return Some(end);
                }
                out.push(mention(at, end, Value::Money(money), true));
            }
            kind @ AmountKind::Quantity(_) => out.push(mention(at, end, kind.value(), true)),
        }
        Some(end)
    }

    /// «$50 million», «€ 30.000»: the currency before its number.
    fn money_before(&self, at: usize, out: &mut Vec<ValueMention>) -> Option<usize> {
        let (term, length) = self.vocabulary.look_up(self.doc, at)?;
        let Term::Currency(code, 0) = term else { return None };
        let form = self.doc.form(at);
        let sign = form.chars().any(|c| !c.is_alphanumeric()) || (form.len() == 3 && self.is_capital(at));
        self.digits(at + length).filter(|digits| sign && matches!(digits, Digits::Plain { .. }))?;
        let number = self.numeral(at + length)?;
        let money = Money { amount: number.value.to_string(), to: None, currency: Cow::Borrowed(code) };
        out.push(mention(at, number.end, Value::Money(money), true));
        Some(number.end)
    }

    /// Makes an interval of a date and the one that stands before it, where words join them: «du 3 au 5 mai».
    fn link(&self, second: usize, out: &mut [ValueMention]) {
        let glue = &self.vocabulary.glue;
        let Some([first, second]) = out.get_mut(second - 1..=second) else { return };
        let (Value::Date(from), Value::Date(to)) = (&first.value, &second.value) else { return };
        let (gap, next) = (first.tokens.end(), second.tokens.start());
        let start = first.tokens.start();
        let between = self.after(start, &[glue.entre]) || (start > 1 && self.any(start - 2, &[glue.entre]));
        let joins = self.any(gap, &[glue.au, glue.a])
            || matches!(self.doc.form(gap), "-" | "–")
            || (between && self.at(gap, glue.et));
        let near = next == gap + 1 || (next == gap + 2 && self.any(gap + 1, &[glue.le, glue.en]));
        if !joins || !near || from.contains('/') || to.contains('/') {
            return;
        }
        let dated =
            |tokens: TokenSpan| self.digits(tokens.end() - 1).is_some_and(|digits| digits.year().is_some());
        let from = if dated(second.tokens) && !dated(first.tokens) {
            within_year_of(from, to).unwrap_or_else(|| from.clone())
        } else {
            from.clone()
        };
        if from.starts_with('X') || from <= *to {
            first.interval = Some(format!("{from}/{to}"));
        }
        first.value = Value::Date(from);
    }
}

/// «du 28 février au 3 mars 2019»: the first date takes the year of the second, or the year before.
fn within_year_of(from: &str, to: &str) -> Option<String> {
    let (day, year, last) = (from.get(4..)?, to.get(..4)?, to.get(4..)?);
    let year: i32 = year.parse().ok()?;
    (!day.is_empty()).then(|| format!("{:04}{day}", if day > last { year - 1 } else { year }))
}

fn mention(start: usize, end: usize, value: Value, named: bool) -> ValueMention {
    ValueMention { tokens: TokenSpan::new(start, end), span: Span::default(), value, named, interval: None }
}

fn penalty_mention(start: usize, end: usize, penalty: Penalty) -> ValueMention {
    mention(start, end, Value::Penalty(Box::new(penalty)), false)
}
