//! Roles and other ties between entities, and the part that each has in what is told.

mod involvement;
mod role;

pub(crate) use involvement::involvements;
pub(crate) use role::roles;
