//! Dates, money, durations, penalties and quantities, with their values. (Placeholder until the `value` branch lands: take that branch's side in a conflict.)

use serde::{Deserialize, Serialize};

/// A value.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// A date, as EDTF.
    Date(String),
}
