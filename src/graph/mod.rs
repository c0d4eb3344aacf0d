//! The plain result: what an article says, as a typed graph with queries.

mod edge;
mod entity;
mod graph;
mod id;
mod merge;
mod proceeding;
mod relation;
mod statement;

pub use edge::Edge;
pub use entity::{Entity, Mention, Reference};
pub use graph::{Graph, OrganisationView, ProceedingView, StatementView};
pub use id::{EntityId, ProceedingId, RelationId, StatementId};
pub use merge::{Joined, Merged};
pub use proceeding::{DatePoint, Penalty, Proceeding, Source};
pub use relation::{Argument, Involvement, Link, Place, Relation};
pub use statement::{Cue, Speaker, Statement};
