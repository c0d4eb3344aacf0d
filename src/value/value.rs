use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::text::Span;
use crate::token::TokenSpan;

/// What a date, an amount, a quantity or a penalty amounts to.
///
/// In JSON a date is its EDTF string, everything else an object whose keys tell what it is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum Value {
    /// A date or an interval of dates, as EDTF (levels 0 and 1): `2022-01-13`, `XXXX-01-13`, `2004/2008`, `199X`.
    Date(String),
    /// A number of units, people or percent.
    Quantity(Quantity),
    /// An amount of money.
    Money(Money),
    /// A time of day.
    Time {
        /// Hours and minutes: `20:30`.
        time: String,
    },
    /// A length of time.
    Duration(Duration),
    /// What a court can sentence to.
    Penalty(Box<Penalty>),
}

/// A number of units, people or percent.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Quantity {
    /// A decimal number; the lower one of a range.
    pub amount: String,
    /// The upper one of a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// The symbol of the unit (`km`, `%`, `t`), or the noun that was counted (`personne`).
    pub unit: Cow<'static, str>,
}

/// An amount of money.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Money {
    /// A decimal number; the lower one of a range.
    pub amount: String,
    /// The upper one of a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// ISO 4217; `XXX` where the text leaves open whose crowns, pounds or pesos they are.
    pub currency: Cow<'static, str>,
}

/// A length of time.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Duration {
    /// ISO 8601: `P4Y`, `PT48H`; the shorter one of a range.
    pub duration: String,
    /// The longer one of a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

/// What a court can sentence to. Lengths are ISO 8601 durations, `life`, or `unspecified` where the text names no length.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Penalty {
    /// The whole term, its suspended part included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub imprisonment: Option<String>,
    /// The suspended part of the term.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suspended: Option<String>,
    /// A fine.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fine: Option<Money>,
    /// Loss of the right to be elected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ineligibility: Option<String>,
    /// A ban: from a country, a profession, a stadium; a suspension, also as a number of `matches`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ban: Option<String>,
    /// Work for the community.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub community_service: Option<String>,
    /// The death penalty.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub death: bool,
}

/// A value and the words that say it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ValueMention {
    /// The words: without leading article or preposition, and for dates as far as a name goes («2015» in
    /// «l'été 2015», whose value is the summer).
    pub tokens: TokenSpan,
    /// The same in bytes. Only in «2016-2017» and «3-4 mars», where a hyphen makes one token of two dates, do two
    /// mentions share a token, and these bytes tell them apart.
    pub span: Span,
    /// What they amount to.
    pub value: Value,
    /// Whether the words are a named entity: a calendar date, money, a number with a unit.
    /// «hier», «jeudi» and «depuis quatre ans» have a value and no name.
    pub named: bool,
    /// The interval (EDTF) that a date begins: «du 3 au 5 mai» is two dates, the first of which begins an interval.
    pub interval: Option<String>,
}
