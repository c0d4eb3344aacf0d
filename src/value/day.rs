use super::digits::Digits;
use super::reader::Reader;
use super::term::Term;
use super::value::{Value, ValueMention};
use super::when::When;
use crate::text::Span;
use crate::token::TokenSpan;

/// A day of a list («les 3, 4 et 5 mai») has no more than so many before it.
const LONGEST_LIST: usize = 4;

/// A day with its month, as the text writes it.
struct DayMonth {
    weekday: Option<u8>,
    day: u8,
    month: u8,
    year: Option<i32>,
    shift: Option<i8>,
    end: usize,
}

impl Reader<'_, '_> {
    /// Dates with a day of the month that begin at `start`, weekday first or not; gives one past the last token.
    pub(super) fn days(&self, start: usize, out: &mut Vec<ValueMention>) -> Option<usize> {
        if let Some(Digits::Day { year, month, day }) = self.digits(start) {
            let when = When { year: Some(year), month: Some(month), day: Some(day) };
            out.push(named(start, start + 1, when.edtf()));
            return Some(start + 1);
        }
        if let Some(Digits::Days(from, to)) = self.digits(start) {
            return self.hyphenated_days(start, from, to, out);
        }
        if let Some(found) = self.day_month(start) {
            let year =
                found.year.or_else(|| self.year_of(found.month, Some(found.day), found.weekday, found.shift));
            let when = When { year, month: Some(found.month), day: Some(found.day) };
            out.push(named(start, found.end, when.edtf()));
            return Some(found.end);
        }
        self.day_list(start, out).or_else(|| self.weekday_and_day(start, out))
    }

    /// «jeudi 13 janvier 2022», «1er mai», «quatorze juillet», «3 mars dernier».
    fn day_month(&self, start: usize) -> Option<DayMonth> {
        let (weekday, at) = self.after_weekday(start);
        // A headline without a full stop may end in a weekday, and the dateline begin with a day.
        if weekday.is_some() && self.begins(at) {
            return None;
        }
        let (day, at) = self.day_number(at)?;
        let month = self.month(at)?;
        // «30 avr. 2019»
        let point =
            self.doc.form(at + 1) == "." && self.digits(at + 2).is_some_and(|digits| digits.year().is_some());
        let at = at + 1 + usize::from(point);
        let (year, end) = self.year_after(at);
        let shift = if year.is_none() { self.shift(at) } else { None };
        Some(DayMonth { weekday, day, month, year, shift, end: end + usize::from(shift.is_some()) })
    }

    fn after_weekday(&self, start: usize) -> (Option<u8>, usize) {
        let weekday = self.weekday(start);
        let comma = weekday.is_some()
            && self.doc.form(start + 1) == ","
            && self.any(start + 2, &[self.vocabulary.glue.le])
            && self.day_number(start + 3).is_some_and(|(_, at)| self.month(at).is_some());
        // «jeudi, le 13 janvier» stays two.
        if comma { (None, start) } else { (weekday, start + usize::from(weekday.is_some())) }
    }

    /// The day of the month in digits or words, and one past it.
    pub(super) fn day_number(&self, at: usize) -> Option<(u8, usize)> {
        if let Some(digits) = self.digits(at) {
            let day = digits.day_of_month()?;
            // «1 er» with a space is what remains of a raised ending.
            return Some((day, at + 1 + usize::from(day == 1 && self.doc.form(at + 1) == "er")));
        }
        if self.at(at, self.vocabulary.glue.premier) {
            return Some((1, at + 1));
        }
        let number = self.numeral(at).filter(|number| !number.article)?;
        let day = u8::try_from(number.value.integer()?).ok().filter(|day| (2..=31).contains(day))?;
        Some((day, number.end))
    }

    /// The year that ends a date, of four digits, or of two where nothing else can be meant.
    pub(super) fn year_after(&self, at: usize) -> (Option<i32>, usize) {
        match self.digits(at) {
            Some(digits) => match (digits.year(), digits) {
                (Some(year), _) if (1000..2200).contains(&year) => (Some(year), at + 1),
                (None, Digits::Plain { value, bare: 2 }) => {
                    match value.integer().filter(|year| (32..100).contains(year)) {
                        Some(year) if self.term(at + 1).is_none() => (Some(1900 + year as i32), at + 1),
                        _ => (None, at),
                    }
                }
                _ => (None, at),
            },
            None => (None, at),
        }
    }

    /// «du 3 au 5 mai», «les 3, 4 et 5 mai»: every day is a date of its own.
    fn day_list(&self, start: usize, out: &mut Vec<ValueMention>) -> Option<usize> {
        let glue = &self.vocabulary.glue;
        let mut days = [(0_usize, 0_usize, 0_u8); LONGEST_LIST];
        let mut count = 0;
        let mut at = start;
        let last = loop {
            if count > 0
                && let Some(last) = self.day_month(at)
            {
                break last;
            }
            let (_, number) = self.after_weekday(at);
            let (day, end) = self.day_number(number).filter(|_| self.digits(number).is_some())?;
            *days.get_mut(count)? = (at, end, day);
            count += 1;
            let joined = self.any(end, &[glue.au, glue.et, glue.a, glue.ou])
                || matches!(self.doc.form(end), "," | "-" | "–");
            if !joined {
                return None;
            }
            at = end + 1 + usize::from(self.any(end + 1, &[glue.le]));
        };
        let year = last.year.or_else(|| self.year_of(last.month, Some(last.day), last.weekday, last.shift));
        for (from, to, day) in days.iter().take(count) {
            // «du 30 au 2 mai»: the first day is of the month before.
            let when = match (*day > last.day, last.month) {
                (false, month) => When { year, month: Some(month), day: Some(*day) },
                (true, 1) => When { year: year.map(|year| year - 1), month: Some(12), day: Some(*day) },
                (true, month) => When { year, month: Some(month - 1), day: Some(*day) },
            };
            out.push(named(*from, *to, when.edtf()));
        }
        let when = When { year, month: Some(last.month), day: Some(last.day) };
        out.push(named(at, last.end, when.edtf()));
        Some(last.end)
    }

    /// «3-4 mars»: two dates in one token.
    fn hyphenated_days(&self, start: usize, from: u8, to: u8, out: &mut Vec<ValueMention>) -> Option<usize> {
        let month = self.month(start + 1)?;
        let (year, end) = self.year_after(start + 2);
        let year = year.or_else(|| self.year_of(month, Some(to), None, None));
        let edtf = |day| When { year, month: Some(month), day: Some(day) }.edtf();
        let (first, second) = self.halves(start)?;
        let last = self.doc.span(TokenSpan::new(start + 1, end));
        let interval = Some(format!("{}/{}", edtf(from), edtf(to)));
        out.push(ValueMention { span: first, interval, ..named(start, start + 1, edtf(from)) });
        out.push(ValueMention { span: second.cover(last), ..named(start, end, edtf(to)) });
        Some(end)
    }

    /// The bytes of the two numbers that a hyphen or stroke joins in one token.
    pub(super) fn halves(&self, at: usize) -> Option<(Span, Span)> {
        let token = self.doc.token(at)?.span;
        let form = self.doc.form(at);
        let cut = form.find(|c: char| !c.is_ascii_digit())?;
        let next = cut + form.get(cut..)?.find(|c: char| c.is_ascii_digit())?;
        Some((Span::new(token.start(), token.start() + cut), Span::new(token.start() + next, token.end())))
    }

    /// «mardi 12», «jeudi (13)»: the month is that of the day of publication, or of the last such day before it.
    fn weekday_and_day(&self, start: usize, out: &mut Vec<ValueMention>) -> Option<usize> {
        let weekday = self.weekday(start)?;
        let bracket = usize::from(self.doc.form(start + 1) == "(" && self.doc.form(start + 3) == ")");
        let day = self.digits(start + 1 + bracket)?.day_of_month()?;
        let end = start + 2 + 2 * bracket;
        // «samedi 20 personnes», «dimanche 18 h»
        let counts = self.clock(start + 1).is_some()
            || self.term(end).is_some_and(|term| !matches!(term, Term::DayPart));
        if counts || matches!(self.doc.form(end), "h" | "H") {
            return None;
        }
        let when = self.anchor.map_or(When { day: Some(day), ..When::default() }, |anchor| {
            // The last two weeks and the next one are near enough to be meant without a month.
            (-14..=10)
                .map(|days| anchor.plus_days(days))
                .filter(|date| date.day() == day)
                .min_by_key(|date| date.weekday() != weekday)
                .map_or(When { day: Some(day), ..When::default() }, When::day)
        });
        out.push(named(start, end, when.edtf()));
        Some(end)
    }
}

pub(super) fn named(start: usize, end: usize, edtf: String) -> ValueMention {
    ValueMention {
        tokens: TokenSpan::new(start, end),
        span: Span::default(),
        value: Value::Date(edtf),
        named: true,
        interval: None,
    }
}

pub(super) fn unnamed(start: usize, end: usize, edtf: String) -> ValueMention {
    ValueMention { named: false, ..named(start, end, edtf) }
}
