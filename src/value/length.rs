use std::fmt;

use super::decimal::Decimal;
use super::term::Period;

/// A length of time in the parts that the text names; ISO 8601 when written.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Length {
    years: i64,
    months: i64,
    weeks: i64,
    days: i64,
    hours: i64,
    minutes: i64,
    seconds: i64,
}

impl Length {
    /// So many of a period; `None` where the parts of it are no whole number («0,3 seconde»).
    pub(super) fn of(number: Decimal, period: Period) -> Option<Self> {
        let (factor, smaller) = match period {
            Period::Millennium => (1000, Some((100, Period::Decade))),
            Period::Century => (100, Some((10, Period::Decade))),
            Period::Decade => (10, Some((10, Period::Year))),
            Period::Year => (1, Some((12, Period::Month))),
            Period::Semester => (6, None),
            Period::Quarter => (3, None),
            Period::Month => (1, Some((30, Period::Day))),
            Period::Fortnight => (2, None),
            Period::Week => (1, Some((7, Period::Day))),
            Period::Day => (1, Some((24, Period::Hour))),
            Period::Hour => (1, Some((60, Period::Minute))),
            Period::Minute => (1, Some((60, Period::Second))),
            Period::Second => (1, None),
        };
        let Some(whole) = number.integer() else {
            let (parts, period) = smaller?;
            let smaller = number.times(Decimal::whole(parts))?.integer()?;
            return Self::of(Decimal::whole(i128::from(smaller)), period).map(Self::carried);
        };
        let count = whole.checked_mul(factor).filter(|count| (0..1_000_000_000).contains(count))?;
        let mut length = Self::default();
        *match period {
            Period::Millennium | Period::Century | Period::Decade | Period::Year => &mut length.years,
            Period::Semester | Period::Quarter | Period::Month => &mut length.months,
            Period::Fortnight | Period::Week => &mut length.weeks,
            Period::Day => &mut length.days,
            Period::Hour => &mut length.hours,
            Period::Minute => &mut length.minutes,
            Period::Second => &mut length.seconds,
        } = count;
        Some(length)
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            years: self.years + other.years,
            months: self.months + other.months,
            weeks: self.weeks + other.weeks,
            days: self.days + other.days,
            hours: self.hours + other.hours,
            minutes: self.minutes + other.minutes,
            seconds: self.seconds + other.seconds,
        }
    }

    /// What remains of it, in months where the parts differ; `None` where that cannot be told.
    pub(super) fn minus(self, other: Self) -> Option<Self> {
        let rest = self.in_months()? - other.in_months()?;
        if rest < 0 {
            return None;
        }
        let months = if self.months == 0 && other.months == 0 {
            Self { years: rest / 12, ..Self::default() }
        } else {
            Self { months: rest, ..Self::default() }
        };
        Some(months)
    }

    /// Half of it, where it is named in years and months.
    pub(super) fn half(self) -> Option<Self> {
        let months = self.in_months()?;
        let whole = months % 24 == 0 && self.months == 0;
        Some(if whole {
            Self { years: months / 24, ..Self::default() }
        } else {
            Self { months: months / 2, ..Self::default() }
        })
    }

    fn in_months(self) -> Option<i64> {
        let only = Self { years: self.years, months: self.months, ..Self::default() };
        if only == self { Some(self.years * 12 + self.months) } else { None }
    }

    /// Whole years out of months, whole hours out of minutes: «2,5 ans» is two years and six months.
    fn carried(mut self) -> Self {
        self.years += self.months / 12;
        self.months %= 12;
        self.hours += self.minutes / 60;
        self.minutes %= 60;
        self
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("P")?;
        for (count, letter) in [(self.years, 'Y'), (self.months, 'M'), (self.weeks, 'W'), (self.days, 'D')] {
            if count > 0 {
                write!(f, "{count}{letter}")?;
            }
        }
        if self.hours + self.minutes + self.seconds > 0 {
            f.write_str("T")?;
            for (count, letter) in [(self.hours, 'H'), (self.minutes, 'M'), (self.seconds, 'S')] {
                if count > 0 {
                    write!(f, "{count}{letter}")?;
                }
            }
        }
        if *self == Self::default() { f.write_str("0D") } else { Ok(()) }
    }
}
