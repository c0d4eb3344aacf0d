//! From mentions to entities: who is who in the article.

mod resolved;

pub use resolved::{Resolved, ResolvedMention};
