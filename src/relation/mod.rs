//! Roles and other ties between entities, and the part that each has in what is told.

mod acts;
mod client;
mod involvement;
mod leaders;
mod links;
mod lists;
mod relative;
mod role;
mod table;
mod ties;
mod units;

pub(crate) use acts::acts;
pub(crate) use involvement::involvements;
pub(crate) use links::links;
pub(crate) use role::roles;
pub(crate) use ties::{attribute, ties};
