use super::date::{Date, month_length};
use super::reader::Reader;

/// A date as far as the text names it: month, day and year may be open.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct When {
    pub(super) year: Option<i32>,
    pub(super) month: Option<u8>,
    pub(super) day: Option<u8>,
}

impl When {
    pub(super) fn day(date: Date) -> Self {
        Self { year: Some(date.year()), month: Some(date.month()), day: Some(date.day()) }
    }

    /// EDTF, `X` for what is open.
    pub(super) fn edtf(self) -> String {
        let mut text = self.year.map_or_else(|| "XXXX".to_owned(), |year| format!("{year:04}"));
        match (self.month, self.day) {
            (Some(month), Some(day)) => text.push_str(&format!("-{month:02}-{day:02}")),
            (Some(month), None) => text.push_str(&format!("-{month:02}")),
            (None, Some(day)) => text.push_str(&format!("-XX-{day:02}")),
            (None, None) => {}
        }
        text
    }
}

impl Reader<'_, '_> {
    /// The year of a day or month that the text names without one, told from the day of publication: the last
    /// one for «dernier», the next one for «prochain», else the nearest; a weekday that fits decides first.
    pub(super) fn year_of(
        &self,
        month: u8,
        day: Option<u8>,
        weekday: Option<u8>,
        shift: Option<i8>,
    ) -> Option<i32> {
        let anchor = self.anchor?;
        let at = |year| Date::new(year, month, day.unwrap_or(15).min(month_length(year, month)).max(1));
        let distance = |date: Date| date.days() - anchor.days();
        let candidates = (-1..=1).filter_map(|years| at(anchor.year() + years));
        let fits = |date: &Date| match shift {
            // A month is over when its last day is: «mars dernier», written on 20 March, is last year's.
            Some(shift) if day.is_none() => {
                let months =
                    (date.year() - anchor.year()) * 12 + i32::from(date.month()) - i32::from(anchor.month());
                months.signum() == i32::from(shift)
            }
            Some(shift) => distance(*date).signum() != -i32::from(shift),
            None => true,
        };
        candidates
            .filter(fits)
            .min_by_key(|date| {
                let other_weekday = day.is_some() && weekday.is_some_and(|weekday| date.weekday() != weekday);
                (other_weekday, distance(*date).abs())
            })
            .map(Date::year)
    }

    /// The day that a weekday alone means: the last one up to the day of publication, as the press reports what
    /// is past; the next one for «prochain».
    pub(super) fn day_of(&self, weekday: u8, shift: Option<i8>) -> Option<Date> {
        let anchor = self.anchor?;
        let back = (i32::from(anchor.weekday()) - i32::from(weekday)).rem_euclid(7);
        Some(match shift {
            Some(1) => anchor.plus_days(7 - back),
            Some(_) if back == 0 => anchor.plus_days(-7),
            _ => anchor.plus_days(-back),
        })
    }
}
