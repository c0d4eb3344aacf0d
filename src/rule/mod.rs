#![doc = include_str!("../docs/rules.md")]

mod bracket;
mod compile;
mod definition;
mod diagnostic;
mod fill;
mod found;
mod index;
mod machine;
mod matcher;
mod page;
mod part;
mod pattern;
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

pub use definition::{Example, Makes};
pub use diagnostic::{Diagnostic, PageErrors, Position};
pub use found::{Bindings, Match, RuleId};
pub use matcher::Matcher;
pub use page::Page;
pub use rules::{Rule, Rules};
pub use view::{Anchor, View};
pub use vocabulary::{
    ArgumentId, KindId, NameSort, PartId, PropertyId, RecordId, RecordKind, TokenSet, Vocabulary,
};
