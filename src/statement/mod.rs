//! Who said what: direct, indirect and mixed speech with its speaker.
//!
//! Quotation marks, verbs of speech and cues like «selon» wake it up; nothing else is looked at.

mod behind;
mod circumstance;
mod clause;
mod contents;
mod cue;
mod cues;
mod draft;
mod finish;
mod governed;
mod group;
mod incise;
mod interrupted;
mod lexis;
mod lists;
mod loose;
mod named;
mod object;
mod opener;
mod phrase;
mod quoted;
mod reader;
mod referent;
mod scope;
mod signature;
mod skip;
mod source;
mod speaker;
mod subject;
mod subordinate;
mod traits;
mod verb;
mod who;
mod words;

use crate::graph::Statement;
use crate::resolve::Reading;

/// Adds who said what in the article, in reading order.
pub(crate) fn statements(reading: &Reading<'_>, out: &mut Vec<Statement>) {
    let mut reader = reader::Reader::new(reading.doc, reading.resolved);
    reader.read();
    finish::finish(reading.doc, reader.drafts, out);
}
