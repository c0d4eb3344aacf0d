/// What a word of the tables of this module means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Term {
    /// From 1.
    Month(u8),
    /// From 1 for Monday.
    Weekday(u8),
    /// EDTF code: 21 spring to 24 winter.
    Season(u8),
    /// Part of a day («soir»).
    DayPart,
    /// «hier», «demain»: days from the day of publication.
    Relative(i8),
    /// «dernier» -1, «prochain» +1.
    Shift(i8),
    /// «début», «fin», «mi».
    Edge,
    /// A stretch of time («an», «semaine»).
    Period(Period),
    /// ISO 4217 code and power of ten («M€»).
    Currency(&'static str, i8),
    /// Symbol of a unit of measure.
    Unit(&'static str),
    /// `%` or `‰`.
    Percent(&'static str),
    /// People who are counted, in the singular.
    People(&'static str),
}

/// A stretch of time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Period {
    Millennium,
    Century,
    Decade,
    Year,
    Semester,
    Quarter,
    Month,
    Fortnight,
    Week,
    Day,
    Hour,
    Minute,
    Second,
}

impl Term {
    /// The meaning that a row of a table names, if it does name one.
    pub(super) fn read(kind: &str, value: &'static str) -> Option<Self> {
        Some(match kind {
            "month" => Self::Month(value.parse().ok()?),
            "weekday" => Self::Weekday(value.parse().ok()?),
            "season" => Self::Season(value.parse().ok()?),
            "part" => Self::DayPart,
            "day" => Self::Relative(value.parse().ok()?),
            "shift" => Self::Shift(value.parse().ok()?),
            "edge" => Self::Edge,
            "period" => Self::Period(Period::read(value)?),
            "unit" => Self::Unit(value),
            "percent" => Self::Percent(value),
            "people" => Self::People(value),
            _ => return None,
        })
    }
}

impl Period {
    fn read(letter: &str) -> Option<Self> {
        Some(match letter {
            "K" => Self::Millennium,
            "C" => Self::Century,
            "X" => Self::Decade,
            "Y" => Self::Year,
            "S" => Self::Semester,
            "Q" => Self::Quarter,
            "M" => Self::Month,
            "F" => Self::Fortnight,
            "W" => Self::Week,
            "D" => Self::Day,
            "h" => Self::Hour,
            "m" => Self::Minute,
            "s" => Self::Second,
            _ => return None,
        })
    }
}
