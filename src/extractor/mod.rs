//! The one door: text in, graph out.

mod builder;
mod extractor;
mod pages;
#[cfg(feature = "parallel")]
mod parallel;
mod stage;
mod worker;

pub use builder::ExtractorBuilder;
pub use extractor::Extractor;
#[cfg(feature = "parallel")]
pub use parallel::Stream;
pub use stage::{Counts, Stage};
pub use worker::Worker;
