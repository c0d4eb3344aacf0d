use std::fmt;

/// An exact decimal number: `units` × 10^-`scale`. Money is never a float.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Decimal {
    units: i128,
    scale: u8,
}

impl Decimal {
    pub(super) const ONE: Self = Self::whole(1);

    pub(super) const fn whole(number: i128) -> Self {
        Self { units: number, scale: 0 }
    }

    pub(super) const fn new(units: i128, scale: u8) -> Self {
        Self { units, scale }
    }

    /// The number as an integer, where it is one that fits.
    pub(super) fn integer(self) -> Option<i64> {
        let text = self.normal();
        if text.scale == 0 { i64::try_from(text.units).ok() } else { None }
    }

    /// Whether it is a whole number of thousands.
    pub(super) fn is_thousands(self) -> bool {
        self.integer().is_some_and(|number| number >= 1000 && number % 1000 == 0)
    }

    pub(super) fn times(self, other: Self) -> Option<Self> {
        Some(Self {
            units: self.units.checked_mul(other.units)?,
            scale: self.scale.checked_add(other.scale)?,
        })
    }

    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        Some(Self { units: self.scaled(scale)?.checked_add(other.scaled(scale)?)?, scale })
    }

    pub(super) fn less_than(self, other: Self) -> bool {
        let scale = self.scale.max(other.scale);
        self.scaled(scale).zip(other.scaled(scale)).is_some_and(|(a, b)| a < b)
    }

    fn scaled(self, scale: u8) -> Option<i128> {
        self.units.checked_mul(10_i128.checked_pow(u32::from(scale - self.scale))?)
    }

    /// Without zeros at the end of the decimals.
    fn normal(mut self) -> Self {
        while self.scale > 0 && self.units % 10 == 0 {
            self.units /= 10;
            self.scale -= 1;
        }
        self
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { units, scale } = self.normal();
        if scale == 0 {
            return write!(f, "{units}");
        }
        let digits = units.unsigned_abs().to_string();
        let width = usize::from(scale) + 1;
        let padded = format!("{digits:0>width$}");
        let (whole, fraction) = padded.split_at(padded.len() - usize::from(scale));
        write!(f, "{}{whole}.{fraction}", if units < 0 { "-" } else { "" })
    }
}
