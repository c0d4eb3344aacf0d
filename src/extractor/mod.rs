//! The one door: text in, graph out.

mod builder;
mod extractor;
mod pages;
#[cfg(feature = "parallel")]
mod parallel;
mod worker;

pub use builder::ExtractorBuilder;
pub use extractor::Extractor;
#[cfg(feature = "parallel")]
pub use parallel::Stream;
pub use worker::Worker;
