use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident $letter:literal;)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
            #[serde(transparent)]
            pub struct $name(pub u32);

            impl $name {
                /// The id as an index into its list of the graph.
                pub const fn index(self) -> usize {
                    self.0 as usize
                }
            }

            impl From<usize> for $name {
                fn from(index: usize) -> Self {
                    Self(index as u32)
                }
            }

            impl fmt::Debug for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    write!(f, concat!($letter, "{}"), self.0)
                }
            }
        )*
    };
}

ids! {
    /// Id of an entity: its place in `Graph::entities`, in reading order.
    EntityId "e";
    /// Id of a statement: its place in `Graph::statements`, in reading order.
    StatementId "s";
    /// Id of a proceeding: its place in `Graph::proceedings`, in reading order.
    ProceedingId "p";
    /// Id of a relation: its place in `Graph::relations`, in reading order.
    RelationId "r";
}
