use crate::ontology::EntityKind;
use crate::token::TokenSpan;

/// A run of tokens that was decided to name something.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Mention {
    /// The tokens.
    pub tokens: TokenSpan,
    /// What it names.
    pub kind: EntityKind,
    /// How sure the decision is: log-odds against «no name» and against the next best kind, the smaller of both.
    pub margin: f32,
    /// Index of the value, for dates, times, amounts and quantities.
    pub value: Option<u32>,
    /// The entry of the built-in gazetteer, where the whole mention is listed as this kind.
    pub entry: Option<crate::gazetteer::EntryId>,
}
