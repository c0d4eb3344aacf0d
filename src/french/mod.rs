//! French for the rule engine: what pages can name, and how a text answers.
//!
//! Everything here is asked only around the trigger of a rule: a look to the left and right from there, bounded by the
//! sentence and by a constant.

mod antecedent;
mod argument;
mod chunk;
mod circumstance;
mod deed;
mod extent;
mod group;
mod headline;
mod kind;
mod matter;
mod offence;
mod opener;
mod others;
mod penalty;
mod phrases;
mod property;
mod record;
mod right;
mod scene;
mod sort;
mod subject;
mod tail;
mod unknown;
mod view;
mod vocabulary;
mod words;

pub(crate) use chunk::Chunk;
pub(crate) use group::{Group, Voice};
pub(crate) use headline::headline_offence;
pub(crate) use offence::offences;
pub(crate) use record::{ProceedingPart, TiePart, kind_of_record, kind_of_tie};
pub(crate) use scene::Scene;
pub(crate) use sort::Sort;
pub(crate) use view::FrenchView;
pub(crate) use vocabulary::FrenchVocabulary;
pub(crate) use words::Words;
