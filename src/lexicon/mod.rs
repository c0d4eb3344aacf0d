//! The words that the French press writes: what a form may be, its lemma, and the lists it stands in.

mod analysis;
mod class;
mod lexicon;
mod word;

pub use analysis::{Agreement, Analysis, Pos, Tenses};
pub use class::Classes;
pub use lexicon::Lexicon;
pub use word::WordId;
