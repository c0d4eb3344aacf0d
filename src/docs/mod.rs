//! Guides: prose that is compiled, so that its examples run.

#[doc = include_str!("rules.md")]
pub mod rules {}

#[doc = include_str!("architecture.md")]
pub mod architecture {}

#[doc = include_str!("data.md")]
pub mod data {}

#[doc = include_str!("speed.md")]
pub mod speed {}
