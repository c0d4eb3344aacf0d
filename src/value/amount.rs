use std::borrow::Cow;

use super::decimal::Decimal;
use super::length::Length;
use super::numeral::Numeral;
use super::reader::Reader;
use super::term::{Period, Term};
use super::value::{Duration, Money, Quantity, Value};
use crate::lexicon::Classes;
use crate::token::TokenKind;

/// A number with what it counts.
pub(super) struct Amount {
    pub(super) kind: AmountKind,
    pub(super) end: usize,
}

pub(super) enum AmountKind {
    Money(Money),
    Quantity(Quantity),
    /// A length of time, and the longer one of a range.
    Length(Length, Option<Length>),
}

impl AmountKind {
    pub(super) fn value(self) -> Value {
        match self {
            Self::Money(money) => Value::Money(money),
            Self::Quantity(quantity) => Value::Quantity(quantity),
            Self::Length(length, to) => {
                Value::Duration(Duration { duration: length.to_string(), to: to.map(|to| to.to_string()) })
            }
        }
    }
}

impl Reader<'_, '_> {
    /// «7,5 milliards de dollars», «entre 200 et 300 euros», «10 %», «cinq ans», «225 personnes».
    pub(super) fn amount(&self, start: usize, first: Numeral) -> Option<Amount> {
        let (low, high, last) = self.range(start, first);
        let glue = &self.vocabulary.glue;
        let mut at = last.end;
        if (last.scale.is_some() || last.fraction) && self.any(at, &[glue.de, glue.d]) {
            at += 1;
        }
        if last.article && matches!(self.term(at), Some(Term::Edge | Term::Relative(_))) {
            return None;
        }
        let (term, length) =
            self.vocabulary.look_up(self.doc, at).or_else(|| self.counted(at).map(|term| (term, 1)))?;
        let end = at + length;
        let text = |number: Decimal| number.to_string();
        let kind = match term {
            Term::Currency(code, power) => {
                if last.article && code == "XXX" {
                    return None;
                }
                let scale = power_of_ten(power);
                AmountKind::Money(Money {
                    amount: text(low.times(scale)?),
                    to: high.and_then(|high| high.times(scale)).map(text),
                    currency: Cow::Borrowed(code),
                })
            }
            Term::Unit(unit) if !last.article || PLAIN_UNITS.contains(&unit) => {
                AmountKind::Quantity(Quantity {
                    amount: text(low),
                    to: high.map(text),
                    unit: Cow::Borrowed(unit),
                })
            }
            Term::Percent(unit) => AmountKind::Quantity(Quantity {
                amount: text(low),
                to: high.map(text),
                unit: Cow::Borrowed(unit),
            }),
            // «trois enfants sur quatre» is a share.
            Term::People(noun)
                if !last.article
                    && self.doc.form(at).ends_with(['s', 'x'])
                    && !(self.at(end, glue.sur) && self.numeral(end + 1).is_some()) =>
            {
                AmountKind::Quantity(Quantity {
                    amount: text(low),
                    to: high.map(text),
                    unit: Cow::Borrowed(noun),
                })
            }
            // «un jour», «une minute» are as often «once» and «soon».
            Term::Period(Period::Day | Period::Minute | Period::Second) if last.article => return None,
            Term::Period(period) => {
                let length = Length::of(low, period)?;
                let to = high.and_then(|high| Length::of(high, period));
                let (length, end) = self.longer(length, period, end);
                return Some(Amount { kind: AmountKind::Length(length, to), end });
            }
            _ => return None,
        };
        Some(Amount { kind, end })
    }

    /// «dix à quinze», «entre 5 et 10 millions», «deux ou trois»: the lower, the upper, and the last number read.
    fn range(&self, start: usize, first: Numeral) -> (Decimal, Option<Decimal>, Numeral) {
        let glue = &self.vocabulary.glue;
        let single = (first.value, None, first);
        let joined = self.any(first.end, &[glue.a, glue.ou])
            || (self.at(first.end, glue.et) && self.after(start, &[glue.entre]))
            || matches!(self.doc.form(first.end), "-" | "–");
        if !joined || first.article {
            return single;
        }
        let Some(second) = self.numeral(first.end + 1) else { return single };
        // «5 à 10 millions»: the scale belongs to both.
        let thousand = Decimal::whole(1000);
        let low = match (first.scale, second.scale) {
            (None, Some(scale)) if first.value.less_than(thousand) => first.value.times(scale),
            // «deux à trois mille euros»
            (None, None) if self.kind(second.end - 1) == Some(TokenKind::Word) => first
                .value
                .times(thousand)
                .filter(|low| second.value.is_thousands() && low.less_than(second.value))
                .or(Some(first.value)),
            _ => Some(first.value),
        };
        match low {
            Some(low) if low.less_than(second.value) => (low, Some(second.value), second),
            _ => single,
        }
    }

    /// «un an et demi», «deux ans et trois mois», «1 heure 30 minutes».
    fn longer(&self, length: Length, period: Period, end: usize) -> (Length, usize) {
        let glue = &self.vocabulary.glue;
        let and = usize::from(self.at(end, glue.et));
        if and == 1
            && self.any(end + 1, &[glue.demi, glue.demie])
            && let Some(half) = Length::of(Decimal::new(5, 1), period)
        {
            return (length.plus(half), end + 2);
        }
        let Some(number) = self.numeral(end + and) else { return (length, end) };
        match self.period(number.end) {
            Some(smaller) if smaller as u8 > period as u8 => match Length::of(number.value, smaller) {
                Some(rest) => (length.plus(rest), number.end + 1),
                None => (length, end),
            },
            _ => (length, end),
        }
    }

    /// A plural noun of people that is no word of the tables («19 magistrats»).
    pub(super) fn counted(&self, at: usize) -> Option<Term> {
        let form = self.doc.form(at);
        let counts = self.kind(at) == Some(TokenKind::Word)
            && !self.is_capital(at)
            && form.ends_with(['s', 'x'])
            && self.doc.is(at, Classes::HUMAN)
            && self.doc.is(at, Classes::NOUN);
        if !counts {
            return None;
        }
        let lexicon = crate::lexicon::Lexicon::french();
        lexicon
            .analyses(self.doc.word(at))
            .find(|analysis| analysis.pos == crate::lexicon::Pos::Noun)
            .map(|analysis| Term::People(lexicon.text(analysis.lemma)))
    }
}

/// Units that «un» may count: of the others («un degré», «un pied») it is the article.
const PLAIN_UNITS: [&str; 8] = ["km", "m", "kg", "t", "l", "ha", "cm", "m²"];

fn power_of_ten(power: i8) -> Decimal {
    if power < 0 {
        Decimal::new(1, power.unsigned_abs())
    } else {
        Decimal::whole(10_i128.checked_pow(u32::from(power.unsigned_abs())).unwrap_or(1))
    }
}
