use super::{Description, Resolved};
use crate::document::Document;
use crate::syntax::Syntax;
use crate::value::{Starts, ValueMention};

/// Everything that is known of an article before facts are looked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reading<'a> {
    /// The text with its tokens and sentences.
    pub doc: &'a Document<'a>,
    /// Verb groups, noun phrases, clauses.
    pub syntax: &'a Syntax,
    /// Dates, amounts, durations, penalties.
    pub values: &'a [ValueMention],
    /// Where they begin.
    pub starts: &'a Starts,
    /// Who is who.
    pub resolved: &'a Resolved,
    /// Noun phrases around role nouns, in order.
    pub descriptions: &'a [Description],
}
