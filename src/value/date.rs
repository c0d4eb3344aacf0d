use std::fmt;

/// A day of the Gregorian calendar.
///
/// ```
/// use greffier::value::Date;
/// let day = Date::parse("2022-01-13").unwrap();
/// assert_eq!(day.weekday(), 4);
/// assert_eq!(day.plus_days(-13).to_string(), "2021-12-31");
/// assert!(Date::parse("2022-02-30").is_none());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

impl Date {
    /// The day with this year, month (from 1) and day of the month, where the calendar has one.
    pub const fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        if year < 0 || year > 9999 || day == 0 || day > month_length(year, month) {
            return None;
        }
        Some(Self { year, month, day })
    }

    /// Reads `2022-01-13`; whatever follows the day (a time) is ignored.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.get(..10)?.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if year.len() != 4 || month.len() != 2 {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// The year.
    pub const fn year(self) -> i32 {
        self.year
    }

    /// The month, from 1.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The day of the week: 1 for Monday to 7 for Sunday.
    pub const fn weekday(self) -> u8 {
        (self.days() + 3).rem_euclid(7) as u8 + 1
    }

    /// Days since 1 January 1970.
    pub const fn days(self) -> i32 {
        // Counted in years that begin on 1 March, so that the leap day is the last of its year.
        let year = if self.month <= 2 { self.year - 1 } else { self.year };
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let of_year = (153 * ((self.month as i32 + 9) % 12) + 2) / 5 + self.day as i32 - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    /// The day that lies so many days after 1 January 1970.
    pub const fn from_days(days: i32) -> Self {
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = (of_year - (153 * month + 2) / 5 + 1) as u8;
        let month = if month < 10 { month + 3 } else { month - 9 } as u8;
        let year = year + era * 400 + if month <= 2 { 1 } else { 0 };
        Self { year, month, day }
    }

    /// The day so many days later, or earlier.
    #[must_use]
    pub const fn plus_days(self, days: i32) -> Self {
        Self::from_days(self.days() + days)
    }

    /// The Monday of its week.
    #[must_use]
    pub const fn monday(self) -> Self {
        self.plus_days(1 - self.weekday() as i32)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// Days of a month; 0 for what is no month.
pub(super) const fn month_length(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    }
}
