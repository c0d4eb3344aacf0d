use super::diagnostic::Position;
use super::part::{Part, RoleId, Test};
use super::pattern::RoleInfo;
use super::{ArgumentId, KindId, PartId, PropertyId, RecordId};

/// A rule as it was read: names are ids, nothing is compiled.
#[derive(Debug)]
pub(super) struct Definition {
    pub name: String,
    pub page: usize,
    pub line: u32,
    pub doc: String,
    pub patterns: Vec<Pattern>,
    pub unless: Vec<Part>,
    pub slots: Vec<Slot>,
    pub guards: Vec<Guard>,
    pub also: bool,
    pub result: RuleResult,
    /// The name of the kind that it makes.
    pub kind: String,
    pub roles: Vec<RoleInfo>,
    pub examples: Vec<Example>,
}

/// A `match` or `on` line.
#[derive(Debug)]
pub(super) struct Pattern {
    pub part: Part,
    /// Whether it is an `on` line: all its words are the trigger.
    pub on: bool,
    /// The roles that it binds.
    pub bound: Vec<RoleId>,
}

/// A slot line.
#[derive(Debug)]
pub(super) struct Slot {
    pub role: RoleId,
    pub many: Many,
    pub alternatives: Vec<Alternative>,
}

/// A `with` or `without` line.
#[derive(Debug)]
pub(super) struct Guard {
    /// Whether the part must exist, rather than be missing.
    pub wanted: bool,
    pub alternatives: Vec<Alternative>,
}

/// How many values a slot takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Many {
    /// The first; needed.
    One,
    /// The first, or nothing.
    Maybe,
    /// All; at least one.
    Some,
    /// All, or nothing.
    Any,
}

/// One way to fill a slot.
#[derive(Clone, Debug)]
pub(super) struct Alternative {
    /// Argument of the trigger, argument of that …
    pub path: Vec<Step>,
    pub filter: Filter,
    pub at: Position,
}

/// An argument with the properties that it must have.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub argument: ArgumentId,
    pub properties: Vec<(bool, PropertyId)>,
}

/// What an argument must hold.
#[derive(Clone, Debug, Default)]
pub(super) struct Filter {
    /// It narrows the slot to a mention of one of these kinds.
    pub kinds: Vec<KindId>,
    /// Or one of its tokens is one of these.
    pub tokens: Vec<Test>,
    /// No mention of these kinds may stand in it.
    pub no_kinds: Vec<KindId>,
    /// No token of it may be one of these.
    pub no_tokens: Vec<Test>,
}

/// What a rule makes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Makes {
    /// A mention of the kind; its only part is number 0.
    Mark(KindId),
    /// A record or link of the kind.
    Record(RecordId),
}

/// A `mark`, `link` or `record` line; both lists in the order of the parts.
#[derive(Debug)]
pub(super) struct RuleResult {
    pub makes: Makes,
    pub values: Vec<(PartId, RoleId)>,
    pub constants: Vec<(PartId, String)>,
}

/// A sentence that a rule is tried on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Example {
    /// The sentence.
    pub text: String,
    /// Whether the rule must find something in it: a `yes`.
    pub yes: bool,
    /// The results that are expected, as written; empty if only that there is one.
    pub results: Vec<String>,
    /// Its line on the page.
    pub line: u32,
}
