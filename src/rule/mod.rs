#![doc = include_str!("../docs/rules.md")]

mod bracket;
mod compile;
mod definition;
mod diagnostic;
mod examples;
mod explain;
mod fill;
mod found;
mod index;
mod machine;
mod matcher;
mod need;
mod page;
mod part;
mod pattern;
mod plain;
mod plain_view;
mod program;
mod read;
mod read_rule;
mod reader;
mod result;
mod rules;
mod scan;
mod scope;
mod slot;
mod suggest;
mod trace;
mod trigger;
mod view;
mod vocabulary;
mod word_bits;
mod written;

pub use definition::{Example, Makes};
pub use diagnostic::{Diagnostic, PageErrors, Position};
pub use examples::{ExampleReport, check_examples};
pub use explain::{ExplainedPart, Explanation, WhyNot};
pub use found::{Bindings, Match, RuleId};
pub use matcher::Matcher;
pub use page::Page;
pub use plain::Plain;
pub use plain_view::PlainView;
pub use rules::{Rule, Rules};
pub(crate) use view::nth_mention;
pub use view::{Anchor, View};
pub use vocabulary::{
    ArgumentId, KindId, NameSort, PartId, PropertyId, RecordId, RecordKind, TokenSet, Vocabulary,
};
