//! Views of a graph for people: they see the graph and the text, nothing else.

mod excerpt;
mod report;

pub use report::Report;
