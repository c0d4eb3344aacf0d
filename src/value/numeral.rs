use once_cell::sync::Lazy;

use super::decimal::Decimal;
use super::digits::Digits;
use super::reader::Reader;
use super::vocabulary::Filter;
use crate::lexicon::Lexicon;
use crate::text::rows;
use crate::token::TokenKind;

/// A number of one or more tokens, in digits, in words or in both («7,5 milliards», «une dizaine de millions»).
#[derive(Clone, Copy, Debug)]
pub(super) struct Numeral {
    pub(super) value: Decimal,
    /// What the last «million» or «dizaine» multiplied by; what is counted follows with «de».
    pub(super) scale: Option<Decimal>,
    /// A fraction («trois quarts»); what is divided follows with «de».
    pub(super) fraction: bool,
    /// Only «un» or «une»: an article as well.
    pub(super) article: bool,
    /// One past its last token.
    pub(super) end: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Part {
    Small(i128),
    Ten(i128),
    Hundred,
    Thousand,
    Scale(u32),
    Dozen(i128),
    Fraction(i128),
}

static PARTS: Lazy<Vec<(&'static str, Part)>> = Lazy::new(|| {
    let mut parts: Vec<(&'static str, Part)> = rows(include_str!("data/numbers.tsv"))
        .filter_map(|[form, kind, value]| {
            let number: i128 = value.parse().ok()?;
            let part = match kind {
                "small" => Part::Small(number),
                "ten" => Part::Ten(number),
                "hundred" => Part::Hundred,
                "thousand" => Part::Thousand,
                "scale" => Part::Scale(number as u32),
                "dozen" => Part::Dozen(number),
                "fraction" => Part::Fraction(number),
                _ => return None,
            };
            Some((form, part))
        })
        .collect();
    parts.sort_by_key(|(form, _)| *form);
    parts
});

/// The words of the parts, as far as the lexicon knows them.
static PART_WORDS: Lazy<Filter> = Lazy::new(|| {
    let mut filter = Filter::default();
    PARTS.iter().for_each(|(form, _)| filter.add(Lexicon::french().look_up(form).0));
    filter
});

/// The longest number word has ten letters; no word is looked up that is longer in bytes.
const LONGEST: usize = 12;

fn part(atom: &str) -> Option<Part> {
    let mut buffer = [0_u8; LONGEST];
    let lower = buffer.get_mut(..atom.len())?;
    lower.copy_from_slice(atom.as_bytes());
    lower.make_ascii_lowercase();
    let lower = std::str::from_utf8(lower).ok()?;
    let at = PARTS.binary_search_by(|(form, _)| (*form).cmp(lower)).ok()?;
    PARTS.get(at).map(|(_, part)| *part)
}

/// The value as far as it was read.
#[derive(Clone, Copy)]
struct Sum {
    /// What «million» and «milliard» closed.
    closed: Decimal,
    /// Digits, to which only «mille», «millions» may be added.
    digits: Option<Decimal>,
    thousands: i128,
    group: i128,
    /// Something was read since the last scale.
    open: bool,
    scale: Option<Decimal>,
    last: Option<Part>,
}

impl Sum {
    fn current(&self) -> Option<Decimal> {
        match self.digits {
            Some(digits) => Some(digits),
            None => Some(Decimal::whole(self.thousands.checked_add(self.group)?)),
        }
    }

    fn total(&self) -> Option<Decimal> {
        if self.open { self.closed.plus(self.current()?) } else { Some(self.closed) }
    }

    /// Adds a word; `None` where it does not go on with the number.
    fn add(mut self, part: Part) -> Option<Self> {
        match part {
            Part::Small(_) | Part::Ten(_) | Part::Hundred if self.digits.is_some() => return None,
            Part::Small(n) => {
                let joins = match self.last {
                    Some(Part::Ten(ten)) => n < 10 || matches!(ten, 60 | 80),
                    // «dix-huit»
                    Some(Part::Small(10)) => (7..=9).contains(&n),
                    Some(Part::Small(_) | Part::Fraction(_) | Part::Dozen(_)) => false,
                    _ => true,
                };
                if !joins || n == 0 && self.open {
                    return None;
                }
                self.group += n;
            }
            Part::Ten(20) if self.last == Some(Part::Small(4)) && self.group % 100 == 4 => {
                self.group += 76;
                self.open = true;
                self.last = Some(Part::Ten(80));
                return Some(self);
            }
            Part::Ten(n) => {
                if self.group % 100 != 0 {
                    return None;
                }
                self.group += n;
            }
            Part::Hundred => {
                if !(0..=19).contains(&self.group) || matches!(self.last, Some(Part::Hundred)) {
                    return None;
                }
                self.group = self.group.max(1) * 100;
            }
            Part::Thousand => match self.digits {
                Some(digits) => self.digits = Some(digits.times(Decimal::whole(1000))?),
                None if self.thousands == 0 => {
                    self.thousands = self.group.max(1) * 1000;
                    self.group = 0;
                }
                None => return None,
            },
            Part::Scale(power) => return self.close(Decimal::whole(10_i128.checked_pow(power)?)),
            Part::Dozen(n) => return self.close(Decimal::whole(n)),
            Part::Fraction(n) => {
                // A third has no exact decimal number.
                let share = match n {
                    2 => Decimal::new(5, 1),
                    4 => Decimal::new(25, 2),
                    5 => Decimal::new(2, 1),
                    10 => Decimal::new(1, 1),
                    _ => return None,
                };
                if self.open && !matches!(self.last, Some(Part::Small(_))) {
                    return None;
                }
                let count = if self.open { self.current()? } else { Decimal::ONE };
                self.digits = Some(count.times(share)?);
            }
        }
        self.open = true;
        self.last = Some(part);
        Some(self)
    }

    fn close(mut self, scale: Decimal) -> Option<Self> {
        let count = match (self.open, self.scale) {
            (true, _) => self.current()?,
            // «une centaine de milliers»: what is closed is counted again.
            (false, Some(_)) => std::mem::replace(&mut self.closed, Decimal::whole(0)),
            (false, None) => return None,
        };
        self.closed = self.closed.plus(count.times(scale)?)?;
        self.digits = None;
        self.thousands = 0;
        self.group = 0;
        self.open = false;
        self.scale = Some(scale);
        self.last = None;
        Some(self)
    }
}

impl Reader<'_, '_> {
    /// The number that begins at `start`.
    pub(super) fn numeral(&self, start: usize) -> Option<Numeral> {
        let glue = &self.vocabulary.glue;
        let mut sum = Sum {
            closed: Decimal::whole(0),
            digits: None,
            thousands: 0,
            group: 0,
            open: false,
            scale: None,
            last: None,
        };
        let mut at = start;
        let mut article = false;
        // No number has more words.
        while at < start + 16 {
            if self.kind(at) == Some(TokenKind::Number) {
                let Some(Digits::Plain { value, .. }) = self.digits(at) else { break };
                if sum.open || (sum.scale.is_some() && !value.less_than(sum.scale.unwrap_or(Decimal::ONE))) {
                    break;
                }
                sum.digits = Some(value);
                sum.open = true;
                sum.last = None;
                at += 1;
                continue;
            }
            let joined = if at > start && self.at(at, glue.et) {
                // «vingt et un», «un million et demi»; nothing else is joined by «et».
                match (sum.last, part(self.doc.form(at + 1))) {
                    (Some(Part::Ten(_)), Some(Part::Small(1 | 11))) => self.words(sum, at + 1),
                    (None, Some(Part::Fraction(2))) if sum.scale.is_some() && !sum.open => sum
                        .scale
                        .and_then(|scale| scale.times(Decimal::new(5, 1)))
                        .and_then(|half| sum.closed.plus(half))
                        .map(|closed| Sum { closed, ..sum }),
                    _ => None,
                }
                .map(|sum| (sum, at + 2))
            } else if sum.scale.is_some() && !sum.open && self.any(at, &[glue.de, glue.d]) {
                match part(self.doc.form(at + 1)) {
                    Some(Part::Scale(_) | Part::Dozen(1000)) => {
                        self.words(sum, at + 1).map(|sum| (sum, at + 2))
                    }
                    _ => None,
                }
            } else {
                self.words(sum, at).map(|sum| (sum, at + 1))
            };
            let Some((next, end)) = joined else { break };
            article = at == start && next.last == Some(Part::Small(1)) && next.group == 1;
            sum = next;
            at = end;
        }
        if at == start {
            return None;
        }
        let fraction = matches!(sum.last, Some(Part::Fraction(_)));
        Some(Numeral {
            value: sum.total()?,
            scale: sum.scale.filter(|_| !sum.open),
            fraction,
            article,
            end: at,
        })
    }

    /// Whether the token may be a number in words, or a part of one.
    pub(super) fn may_be_number(&self, index: usize) -> bool {
        let word = self.doc.word(index);
        // «vingt-trois» is looked at part by part.
        let plain = word.is_known() && !PART_WORDS.has(word.0) && !self.doc.form(index).contains('-');
        !plain && self.kind(index) == Some(TokenKind::Word)
    }

    /// Adds every part of a token («dix-huit») to the sum.
    fn words(&self, sum: Sum, index: usize) -> Option<Sum> {
        if !self.may_be_number(index) {
            return None;
        }
        let mut sum = sum;
        let mut parts = self.doc.form(index).split('-').peekable();
        while let Some(atom) = parts.next() {
            if atom == "et" && matches!(sum.last, Some(Part::Ten(_))) && parts.peek().is_some() {
                continue;
            }
            sum = sum.add(part(atom)?)?;
        }
        Some(sum)
    }
}
