/// The kinds of mention that pages can name, in the order of their numbers.
pub(super) const NAMES: &[&str] = &[
    "Person",
    "Organisation",
    "Place",
    "Event",
    "Product",
    "Date",
    "Time",
    "Money",
    "Quantity",
    "Duration",
    "Penalty",
    "Offence",
    "Role",
    "Court",
    "Group",
    "Party",
    "Quotation",
];

/// A kind of mention.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Person,
    Organisation,
    Place,
    Event,
    Product,
    Date,
    Time,
    Money,
    Quantity,
    Duration,
    Penalty,
    Offence,
    Role,
    Court,
    /// People or a body without name.
    Group,
    /// Whatever can be accused: a person, an organisation, a group, a pronoun.
    Party,
    Quotation,
}

impl Kind {
    const ALL: [Self; 17] = [
        Self::Person,
        Self::Organisation,
        Self::Place,
        Self::Event,
        Self::Product,
        Self::Date,
        Self::Time,
        Self::Money,
        Self::Quantity,
        Self::Duration,
        Self::Penalty,
        Self::Offence,
        Self::Role,
        Self::Court,
        Self::Group,
        Self::Party,
        Self::Quotation,
    ];

    /// The kind of this number.
    pub fn nth(number: usize) -> Option<Self> {
        Self::ALL.get(number).copied()
    }
}
