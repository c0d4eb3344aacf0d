use std::borrow::Cow;

use super::name::Name;
use crate::gazetteer::EntryId;
use crate::mention::Mention;
use crate::ontology::{EntityKind, Gender};
use crate::token::TokenSpan;

/// Mentions that were joined: an entity in the making.
#[derive(Clone, Debug)]
pub(super) struct Cluster {
    pub kind: EntityKind,
    /// Every spelling, the first one that was seen first.
    pub names: Vec<Name>,
    /// Index of the fullest name in `names`.
    pub fullest: usize,
    /// Tokens of its mentions, with the reason why each was joined.
    pub mentions: Vec<(TokenSpan, Cow<'static, str>)>,
    pub gender: Option<Gender>,
    pub entry: Option<EntryId>,
    pub value: Option<u32>,
    /// Whether the article spells out what its letters stand for, and that is in no list.
    pub unlisted: bool,
    /// Whether another cluster has taken everything of it.
    pub absorbed: Option<u32>,
}

/// More spellings of one name than this are not compared any more.
const MOST_NAMES: usize = 24;

impl Cluster {
    /// A cluster of one mention.
    pub(super) fn new(mention: &Mention, name: Name, gender: Option<Gender>) -> Self {
        Self {
            kind: mention.kind,
            names: vec![name],
            fullest: 0,
            mentions: vec![(mention.tokens, Cow::Borrowed(""))],
            gender,
            entry: mention.entry,
            value: mention.value,
            unlisted: false,
            absorbed: None,
        }
    }

    /// Joins a mention.
    pub(super) fn join(&mut self, mention: &Mention, name: Name, gender: Option<Gender>, why: &'static str) {
        self.mentions.push((mention.tokens, Cow::Borrowed(why)));
        self.gender = self.gender.or(gender);
        self.entry = self.entry.or(mention.entry.filter(|_| !self.unlisted));
        self.add_name(name);
    }

    /// Takes everything of another cluster.
    pub(super) fn absorb(&mut self, other: &mut Self, why: &'static str) {
        for (index, (tokens, reason)) in std::mem::take(&mut other.mentions).into_iter().enumerate() {
            self.mentions.push((tokens, if index == 0 { Cow::Borrowed(why) } else { reason }));
        }
        self.gender = self.gender.or(other.gender);
        self.entry = self.entry.or(other.entry.filter(|_| !self.unlisted));
        for name in std::mem::take(&mut other.names) {
            self.add_name(name);
        }
    }

    /// Adds a spelling that is not known yet.
    pub(super) fn add_name(&mut self, name: Name) {
        if self.names.len() < MOST_NAMES && self.names.iter().all(|known| known.whole != name.whole) {
            self.names.push(name);
            // The name with the most words; of equals the first.
            let fullest = self.names.iter().enumerate().rev().max_by_key(|(_, name)| name.len());
            self.fullest = fullest.map_or(0, |(index, _)| index);
        }
    }

    /// The fullest name.
    pub(super) fn name(&self) -> Option<&Name> {
        self.names.get(self.fullest)
    }
}
