//! The words that the French press writes: what a form may be, its lemma, and the lists it stands in.

mod analysis;
mod class;
mod fold;
#[allow(dead_code)] // The packer uses the rest.
mod hash;
mod lexicon;
#[allow(dead_code)] // Some sections are not read yet.
mod pack;
#[allow(dead_code)] // Some sections are not read yet.
mod section;
mod word;

pub use analysis::{Agreement, Analysis, Pos, Tenses};
pub use class::Classes;
pub use lexicon::Lexicon;
pub use word::WordId;
