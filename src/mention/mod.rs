//! Names: candidates are found, weighed by evidence, and chosen.

mod announce;
mod candidate;
mod choice;
mod context;
mod descent;
mod evidence;
mod explain;
mod finder;
mod firm;
mod head;
mod listed;
mod lists;
mod memory;
mod mention;
mod own;
mod piece;
mod trainer;
mod weights;

pub use explain::Explanation;
pub(crate) use finder::Finder;
pub use mention::Mention;
pub(crate) use own::overlay;
pub use piece::Piece;
pub use trainer::{Trainer, TrainerOptions};
pub use weights::{Weights, WeightsError};
