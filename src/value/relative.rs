use super::date::Date;
use super::day::{named, unnamed};
use super::reader::Reader;
use super::term::{Period, Term};
use super::value::ValueMention;
use super::when::When;

impl Reader<'_, '_> {
    /// Dates that only the day of publication tells: «hier soir», «lundi», «semaine dernière», «cet été»,
    /// «nuit de mardi à mercredi». `start` is the word of time, `floor` how far back its phrase may reach.
    pub(super) fn relative(&self, start: usize, floor: usize, out: &mut Vec<ValueMention>) -> Option<usize> {
        let glue = &self.vocabulary.glue;
        let this = start > floor && self.after(start, &[glue.ce, glue.cet, glue.cette]);
        match self.term(start)? {
            Term::Relative(days) => {
                let end = start + 1 + usize::from(self.term(start + 1) == Some(Term::DayPart));
                out.push(unnamed(
                    start,
                    end,
                    self.open(|anchor| When::day(anchor.plus_days(i32::from(days))).edtf()),
                ));
                Some(end)
            }
            Term::DayPart if self.at(start, glue.nuit) && self.any(start + 1, &[glue.de, glue.du]) => {
                self.night(start, out)
            }
            Term::DayPart if this => {
                out.push(unnamed(start, start + 1, self.open(|anchor| When::day(anchor).edtf())));
                Some(start + 1)
            }
            Term::Weekday(weekday) => self.weekday_date(start, weekday, out),
            Term::Season(season) => self.season(start, season, this, out),
            Term::Period(period) => self.period_date(start, period, this, floor, out),
            _ => None,
        }
    }

    /// What a date is without a day of publication: open.
    fn open(&self, edtf: impl Fn(Date) -> String) -> String {
        self.anchor.map_or_else(|| "XXXX-XX-XX".to_owned(), edtf)
    }

    /// «lundi», «mardi dernier», «mercredi soir»; not «le lundi» (every Monday), «un samedi», «Journal du Dimanche».
    fn weekday_date(&self, start: usize, weekday: u8, out: &mut Vec<ValueMention>) -> Option<usize> {
        let glue = &self.vocabulary.glue;
        let shift = self.shift(start + 1);
        let part = usize::from(self.term(start + 1) == Some(Term::DayPart));
        let end = start + 1 + usize::from(shift.is_some()).max(part);
        let plural = self.doc.form(start).ends_with('s');
        let habit =
            shift.is_none() && self.after(start, &[glue.le, glue.un, glue.les, glue.des, glue.du, glue.au]);
        let name = self.is_capital(start) && !self.begins(start);
        if plural || habit || name {
            return None;
        }
        let edtf = self.day_of(weekday, shift).map_or_else(|| "XXXX-XX-XX".to_owned(), |day| day.to_string());
        out.push(unnamed(start, end, edtf));
        Some(end)
    }

    /// «nuit de mardi à mercredi».
    fn night(&self, start: usize, out: &mut Vec<ValueMention>) -> Option<usize> {
        let glue = &self.vocabulary.glue;
        let (from, to) = (self.weekday(start + 2)?, self.weekday(start + 4)?);
        // «nuit de jeudi à vendredi 31 mars»: the second day is a date of its own.
        if !self.any(start + 3, &[glue.a, glue.au]) || self.digits(start + 5).is_some() {
            return None;
        }
        let end = self.day_of(to, None).zip(self.day_of(from, None)).map(|(to, from)| {
            // The night ends with the later of the two days; before it is over, it is the last one.
            let from = if from.days() > to.days() { from.plus_days(-7) } else { from };
            format!("{from}/{to}")
        });
        out.push(unnamed(start, start + 5, end.unwrap_or_else(|| "XXXX-XX-XX".to_owned())));
        Some(start + 5)
    }

    /// «l'été dernier», «cet hiver», «au printemps»; «été» alone is a participle nine times in ten.
    fn season(&self, start: usize, season: u8, this: bool, out: &mut Vec<ValueMention>) -> Option<usize> {
        let glue = &self.vocabulary.glue;
        let shift = self.shift(start + 1);
        let summer = season == 22;
        let asked = this
            || shift.is_some()
            || self.after(start, &[glue.l])
            || (!summer && self.after(start, &[glue.au, glue.le, glue.en, glue.d, glue.un]));
        // «l'été 2015» waits for its year.
        let dated = self.digits(start + 1).is_some_and(|digits| digits.year().is_some());
        if !asked || dated || self.is_capital(start) {
            return None;
        }
        let end = start + 1 + usize::from(shift.is_some());
        let year = self.anchor.map_or_else(
            || "XXXX".to_owned(),
            |anchor| {
                // The season is over or to come by its middle month.
                let middle = i32::from((season - 21) * 3 + 4);
                let passed = middle - i32::from(anchor.month());
                let years = match shift {
                    Some(-1) if passed >= -1 => -1,
                    Some(1) if passed <= 1 => 1,
                    _ => 0,
                };
                format!("{:04}", anchor.year() + years)
            },
        );
        out.push(unnamed(start, end, format!("{year}-{season}")));
        Some(end)
    }

    /// «an dernier», «semaine prochaine», «cette année», «mois dernier», «premier trimestre».
    fn period_date(
        &self,
        start: usize,
        period: Period,
        this: bool,
        floor: usize,
        out: &mut Vec<ValueMention>,
    ) -> Option<usize> {
        let glue = &self.vocabulary.glue;
        if period == Period::Year
            && self.doc.form(start) == "An"
            && self.after(start, &[glue.nouvel])
            && start > floor
        {
            let when = When { year: self.year_of(1, Some(1), None, None), month: Some(1), day: Some(1) };
            out.push(named(start - 1, start + 1, when.edtf()));
            return Some(start + 1);
        }
        let shift = self.shift(start + 1);
        if shift.is_none() && !this {
            return None;
        }
        // «ces quatre années passées», «cinq ans passés» count.
        if start > floor && self.digits(start - 1).is_some()
            || self.after(start, &[glue.ces, glue.les, glue.des])
        {
            return None;
        }
        if self.doc.form(start).ends_with('s') && period != Period::Month {
            return None;
        }
        let step = i32::from(shift.unwrap_or(0));
        let edtf = match (period, self.anchor) {
            (Period::Year, None) => "XXXX".to_owned(),
            (Period::Month, None) => "XXXX-XX".to_owned(),
            (Period::Week, None) => "XXXX-XX-XX".to_owned(),
            (Period::Year, Some(anchor)) => format!("{:04}", anchor.year() + step),
            (Period::Month, Some(anchor)) => {
                let months = anchor.year() * 12 + i32::from(anchor.month()) - 1 + step;
                format!("{:04}-{:02}", months.div_euclid(12), months.rem_euclid(12) + 1)
            }
            (Period::Week, Some(anchor)) => {
                let monday = anchor.monday().plus_days(7 * step);
                format!("{monday}/{}", monday.plus_days(6))
            }
            _ => return None,
        };
        let end = start + 1 + usize::from(shift.is_some());
        out.push(unnamed(start, end, edtf));
        Some(end)
    }
}
