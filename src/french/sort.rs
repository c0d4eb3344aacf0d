use crate::ontology::EntityKind;

/// What a phrase can stand for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Sort {
    /// A person by name.
    Person,
    /// An organisation by name.
    Organisation,
    /// A place by name.
    Place,
    /// A pronoun: «il», «celui-ci», «ce dernier».
    Pronoun,
    /// People or a body without name: «deux hommes», «la banque».
    Group,
    /// A time.
    Date,
    /// Anything else.
    Thing,
}

impl Sort {
    /// Whether it can be accused, sentenced, heard.
    pub const fn is_party(self) -> bool {
        matches!(self, Self::Person | Self::Organisation | Self::Pronoun | Self::Group)
    }

    /// What the bearer of a name of this kind is.
    pub const fn of(kind: EntityKind) -> Self {
        match kind {
            EntityKind::Person => Self::Person,
            EntityKind::Organisation => Self::Organisation,
            EntityKind::Location => Self::Place,
            EntityKind::Date => Self::Date,
            _ => Self::Thing,
        }
    }
}
