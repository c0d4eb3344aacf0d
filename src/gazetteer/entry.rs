use std::fmt;

use super::user::UserEntryId;
use crate::lexicon::{Agreement, NameSort, name_entry, name_letters};
use crate::ontology::EntityKind;

/// A thing of the built-in gazetteer. All names of one thing (acronym, full name, other spellings) lead to
/// one id, so equal ids are the same entity.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(pub(crate) u32);

impl fmt::Debug for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "e{}", self.0)
    }
}

/// The kinds that a name may be of.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
pub struct Kinds(pub(crate) u8);

impl Kinds {
    const ORDER: [EntityKind; 5] = [
        EntityKind::Person,
        EntityKind::Organisation,
        EntityKind::Location,
        EntityKind::Event,
        EntityKind::Product,
    ];

    /// The set of one kind; empty for dates, money and the like, which no list holds.
    pub const fn of(kind: EntityKind) -> Self {
        Self(match kind {
            EntityKind::Person => 1,
            EntityKind::Organisation => 1 << 1,
            EntityKind::Location => 1 << 2,
            EntityKind::Event => 1 << 3,
            EntityKind::Product => 1 << 4,
            _ => 0,
        })
    }

    /// Whether the kind is one of them.
    pub fn has(self, kind: EntityKind) -> bool {
        self.0 & Self::of(kind).0 != 0
    }

    /// Whether every kind of `other` is one of them.
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Both together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether there is none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The kinds, in a fixed order.
    pub fn iter(self) -> impl Iterator<Item = EntityKind> {
        Self::ORDER.into_iter().filter(move |kind| self.has(*kind))
    }
}

/// What the gazetteer says of a thing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Entry {
    /// What it is.
    pub kinds: Kinds,
    /// What its list calls it: party, ministry, city, river …
    pub sort: NameSort,
    /// Gender and number of its name.
    pub agreement: Agreement,
    /// How great or known it is, from 0 to 15; for places ten million people are 15, every halving one less.
    pub rank: u8,
}

impl EntryId {
    /// From here on ids are those of a user's entries.
    const OWN: u32 = 1 << 31;

    /// The id that an entry of a user's gazetteer has among all entries; [`EntryId::get`] knows nothing of it.
    pub const fn of_user(entry: UserEntryId) -> Self {
        Self(Self::OWN | entry.0)
    }

    /// The entry of the user's gazetteer, where it is one.
    pub const fn as_user(self) -> Option<UserEntryId> {
        if self.0 & Self::OWN == 0 { None } else { Some(UserEntryId(self.0 & !Self::OWN)) }
    }

    /// Its kind, the first where it may be of several.
    pub fn kind(self) -> EntityKind {
        self.get().kinds.iter().next().unwrap_or(EntityKind::Organisation)
    }

    /// Whether every reader knows it: a country, a big city, a head of state.
    pub fn is_well_known(self) -> bool {
        self.get().rank >= 12
    }

    /// A number that all names of the thing share.
    pub const fn group(self) -> u32 {
        self.0
    }

    /// Its usual name.
    pub fn canonical(self) -> &'static str {
        name_letters(self.0).0
    }

    /// ISO code of its country, code of its département; empty where there is none.
    pub fn code(self) -> &'static str {
        name_letters(self.0).1
    }

    /// What the gazetteer says.
    pub fn get(self) -> Entry {
        let entry = name_entry(self.0);
        Entry {
            kinds: Kinds(entry.kinds),
            sort: NameSort::ALL.get(usize::from(entry.sort)).copied().unwrap_or(NameSort::Other),
            agreement: Agreement::from_bits(entry.agreement),
            rank: entry.rank,
        }
    }
}
