//! Who was convicted of what, and every step before and after.
//!
//! Which words make which step, and where its parts stand, is written on the pages in `src/rules`; here stands what holds
//! for every step: who the parties are, how far the article stands behind it, when, which steps are the same, which
//! belong to one case.

mod antecedent;
mod behind;
mod bereaved;
mod bounds;
mod builtin;
mod case;
mod counsel;
mod described;
mod detail;
mod draft;
mod explanation;
mod introduced;
mod killed;
mod manner;
mod matches;
mod named_victims;
mod own_deed;
mod party;
mod proceedings;
mod respective;
mod shares;
mod status;
mod told_here;
mod unnamed;
mod victim;

pub(crate) use builtin::{compile, rules};
pub(crate) use matches::Matches;
pub(crate) use proceedings::proceedings;
