//! Dates, times, money, quantities, durations and penalties, with what they amount to.
//!
//! A value is looked for only where a class of the lexicon or digits say that one can begin; what follows is
//! read by hand-written grammar over word ids. The small tables lie in `data/`.

mod amount;
mod clock;
mod date;
mod day;
mod decimal;
mod digits;
mod glue;
mod length;
mod lists;
mod numeral;
mod penalty;
mod reader;
mod relative;
mod starts;
mod term;
mod value;
mod values;
mod vocabulary;
mod when;
mod year;

pub use date::Date;
pub(crate) use starts::Starts;
pub use value::{Duration, Money, Penalty, Quantity, Value, ValueMention};
pub use values::values_into;
