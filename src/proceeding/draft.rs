use std::borrow::Cow;

use super::manner::Manner;
use super::party::Party;
use crate::ontology::{ProceedingKind, Status};
use crate::token::TokenSpan;

/// So many steps are looked back or forward at: an article tells of fewer, and a text of thousands of verdicts costs no
/// more a verdict than one of ten.
pub(super) const NEAR: usize = 48;

/// The steps around one of a list, by their places.
pub(super) fn near(place: usize, len: usize) -> std::ops::Range<usize> {
    place.saturating_sub(NEAR)..len.min(place + NEAR)
}

/// A proceeding before its spans are bytes.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub kind: ProceedingKind,
    pub parties: Vec<Party>,
    pub offences: Vec<TokenSpan>,
    pub penalties: Vec<TokenSpan>,
    pub victims: Vec<Party>,
    pub body: Option<Party>,
    pub date: Option<TokenSpan>,
    pub damage: Option<TokenSpan>,
    pub counts: Option<u32>,
    pub in_absentia: bool,
    pub under_appeal: bool,
    pub status: Status,
    pub trigger: TokenSpan,
    pub manner: Manner,
    /// The token that the rule was tried at.
    pub token: usize,
    /// Name of the rule.
    pub rule: Cow<'static, str>,
}

impl Draft {
    /// «soupçonné de vol»: an inquiry, told as an accusation is.
    pub fn is_suspicion(&self) -> bool {
        self.kind == ProceedingKind::Investigation && self.manner == Manner::Suspicion
    }

    /// Whether it says what somebody is held to have done, and is no step of a court.
    pub fn accuses(&self) -> bool {
        self.kind == ProceedingKind::Accusation || self.is_suspicion()
    }

    /// How much is told: the fuller of two records of one step is kept.
    pub fn weight(&self) -> usize {
        self.offences.len()
            + self.penalties.len()
            + usize::from(self.body.is_some())
            + usize::from(self.date.is_some())
    }
}
