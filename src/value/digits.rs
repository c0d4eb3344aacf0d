use super::decimal::Decimal;

/// What the digits of one token say.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Digits {
    /// «10 000», «7,5», «2004»; `bare` is the count of digits where there is nothing else.
    Plain { value: Decimal, bare: usize },
    /// «1er», «19e».
    Ordinal(u32),
    /// «20h30», «18h».
    Clock { hour: u8, minute: u8 },
    /// «13/01/2022», «2022-01-13».
    Day { year: i32, month: u8, day: u8 },
    /// «2016-2017», «1991/92».
    Years(i32, i32),
    /// «3-4» (mars): days or a score; only what follows tells.
    Days(u8, u8),
}

/// The most groups of digits in anything that is read here («1.200.000.000,50»).
const GROUPS: usize = 6;

#[derive(Clone, Copy, Default)]
struct Group<'t> {
    digits: &'t str,
    /// What stands between this group and the next one, or after the last.
    after: &'t str,
}

impl Group<'_> {
    fn number(&self) -> Option<i128> {
        if self.digits.len() > 18 { None } else { self.digits.parse().ok() }
    }
}

impl Digits {
    /// Reads a token that begins with a digit.
    pub(super) fn read(form: &str) -> Option<Self> {
        let mut groups = [Group::default(); GROUPS];
        let count = split(form, &mut groups)?;
        let groups = groups.get(..count)?;
        let tail = groups.last()?.after;
        match (groups, tail) {
            ([one], "") => Some(Self::Plain { value: Decimal::whole(one.number()?), bare: one.digits.len() }),
            ([one], "h" | "H") => clock(one.number()?, 0),
            ([one], tail) if is_ordinal(tail) => Some(Self::Ordinal(one.number()?.try_into().ok()?)),
            ([hour, minute], "" | "mn" | "min") if is_clock(hour.after) && minute.digits.len() == 2 => {
                clock(hour.number()?, minute.number()?)
            }
            ([first, second], "") if matches!(first.after, "-" | "–" | "/") => {
                years(first, second).or_else(|| days(first, second))
            }
            ([first, second, third], "") if first.after == second.after => {
                day(first, second, third).or_else(|| amount(groups))
            }
            (_, "") => amount(groups),
            _ => None,
        }
    }

    /// The day of the month.
    pub(super) fn day_of_month(self) -> Option<u8> {
        let number = match self {
            Self::Plain { value, bare: 1 | 2 } => value.integer()?,
            Self::Ordinal(1) => 1,
            _ => return None,
        };
        u8::try_from(number).ok().filter(|day| (1..=31).contains(day))
    }

    /// Four digits that nothing groups.
    pub(super) fn year(self) -> Option<i32> {
        match self {
            Self::Plain { value, bare: 4 } => value.integer().and_then(|year| year.try_into().ok()),
            _ => None,
        }
    }
}

fn split<'t>(form: &'t str, groups: &mut [Group<'t>; GROUPS]) -> Option<usize> {
    let mut rest = form;
    let mut count = 0;
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let (number, after) = rest.split_at(digits);
        let gap = after.find(|c: char| c.is_ascii_digit()).unwrap_or(after.len());
        let (between, next) = after.split_at(gap);
        if number.is_empty() {
            return None;
        }
        *groups.get_mut(count)? = Group { digits: number, after: between.trim() };
        // A space that groups thousands is told from nothing at all.
        if between.trim().is_empty() && !between.is_empty() {
            groups.get_mut(count)?.after = " ";
        }
        count += 1;
        rest = next;
    }
    Some(count)
}

fn is_ordinal(tail: &str) -> bool {
    matches!(tail, "er" | "re" | "e" | "ème" | "eme" | "ère" | "è" | "nd" | "nde" | "ers" | "es" | "èmes")
}

fn is_clock(between: &str) -> bool {
    matches!(between, "h" | "H" | ":")
}

fn clock(hour: i128, minute: i128) -> Option<Digits> {
    if !(0..=24).contains(&hour) || !(0..60).contains(&minute) {
        return None;
    }
    Some(Digits::Clock { hour: hour as u8, minute: minute as u8 })
}

fn years(first: &Group<'_>, second: &Group<'_>) -> Option<Digits> {
    let from = first.number()? as i32;
    let to = second.number()? as i32;
    if first.digits.len() != 4 || !(1000..2100).contains(&from) {
        return None;
    }
    let to = match second.digits.len() {
        4 => to,
        2 => from - from % 100 + to,
        _ => return None,
    };
    if from < to { Some(Digits::Years(from, to)) } else { None }
}

fn days(first: &Group<'_>, second: &Group<'_>) -> Option<Digits> {
    let (from, to) = (first.number()?, second.number()?);
    let fits = first.after != "/" && 0 < from && from < to && to <= 31;
    fits.then_some(Digits::Days(from as u8, to as u8))
}

fn day(first: &Group<'_>, second: &Group<'_>, third: &Group<'_>) -> Option<Digits> {
    if !matches!(first.after, "/" | "." | "-") {
        return None;
    }
    let (year, month, day) = match (first.digits.len(), second.digits.len(), third.digits.len()) {
        (4, 2, 2) => (first.number()?, second.number()?, third.number()?),
        (1 | 2, 1 | 2, 4) => (third.number()?, second.number()?, first.number()?),
        // Two digits of a year: up to 30 they are ours, later ones of the last century.
        (1 | 2, 1 | 2, 2) => {
            let year = third.number()?;
            (if year <= 30 { 2000 + year } else { 1900 + year }, second.number()?, first.number()?)
        }
        _ => return None,
    };
    let (year, month, day) = (year as i32, month as u8, day as u8);
    super::Date::new(year, month, day)?;
    Some(Digits::Day { year, month, day })
}

/// Groups of three digits, then perhaps decimals.
fn amount(groups: &[Group<'_>]) -> Option<Digits> {
    let (first, rest) = groups.split_first()?;
    let mut units = first.number()?;
    let mut scale = 0_u8;
    let mut before = first.after;
    let commas = groups.iter().filter(|group| group.after == ",").count();
    for group in rest {
        let thousands = group.digits.len() == 3
            && (before == " " || before == "." || before == "'" || (before == "," && commas > 1));
        if scale > 0
            || !matches!(before, " " | "." | "," | "'")
            || (!thousands && matches!(before, " " | "'"))
        {
            return None;
        }
        let width = u32::try_from(group.digits.len()).ok()?;
        units = units.checked_mul(10_i128.checked_pow(width)?)?.checked_add(group.number()?)?;
        if !thousands {
            scale = width as u8;
        }
        before = group.after;
    }
    Some(Digits::Plain { value: Decimal::new(units, scale), bare: 0 })
}
