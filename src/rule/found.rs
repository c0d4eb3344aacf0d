use std::fmt;

use super::{Makes, PartId};
use crate::token::TokenSpan;

/// Number of a rule among the rules it was compiled with: its place in the cascade.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct RuleId(pub u32);

impl RuleId {
    /// The id as an index.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

impl fmt::Debug for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "r{}", self.0)
    }
}

/// What a rule found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Match {
    /// The rule.
    pub rule: RuleId,
    /// What it makes.
    pub makes: Makes,
    /// The trigger token, by which the rule claims.
    pub token: usize,
    /// The words of the trigger: all that an `on` line took, of a `match` line the trigger alone.
    pub trigger: TokenSpan,
    /// From the first to the last token of the pattern.
    pub extent: TokenSpan,
    /// The parts of the result, in the order of their kind.
    pub bindings: Bindings,
}

impl Match {
    /// The first value of a part.
    pub fn get(&self, part: PartId) -> Option<TokenSpan> {
        self.all(part).next()
    }

    /// All values of a part.
    pub fn all(&self, part: PartId) -> impl Iterator<Item = TokenSpan> + '_ {
        self.bindings.iter().filter(move |(p, _)| *p == part).map(|(_, span)| span)
    }
}

/// Number of bindings that need no allocation.
const INLINE: usize = 6;

/// The bound parts of a match; few need no allocation.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Bindings {
    few: [(PartId, TokenSpan); INLINE],
    len: usize,
    more: Vec<(PartId, TokenSpan)>,
}

impl Bindings {
    pub(super) fn push(&mut self, part: PartId, span: TokenSpan) {
        match self.few.get_mut(self.len) {
            Some(place) => *place = (part, span),
            None => self.more.push((part, span)),
        }
        self.len += 1;
    }

    /// Number of bound values.
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether nothing is bound.
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The parts with their values, in the order of the kind.
    pub fn iter(&self) -> impl Iterator<Item = (PartId, TokenSpan)> + '_ {
        self.few.iter().take(self.len).chain(&self.more).copied()
    }
}

impl fmt::Debug for Bindings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter().map(|(part, span)| (part.0, span))).finish()
    }
}
