//! Guides: prose that is compiled, so that its examples run.

#[doc = include_str!("rules.md")]
#[allow(unused_imports)] // The page links to them.
pub mod rules {
    use crate::rule::{View, Vocabulary};
}

#[doc = include_str!("architecture.md")]
pub mod architecture {}
