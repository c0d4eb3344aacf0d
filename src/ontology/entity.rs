use super::named::named_enum;

named_enum! {
    /// What an entity is.
    EntityKind {
        /// A human being with a name.
        Person = "person",
        /// A company, party, court, club, newspaper, ministry, armed group.
        Organisation = "organisation",
        /// A country, town, region, river, street.
        Location = "location",
        /// A war, a cup, a festival, a law case with a name.
        Event = "event",
        /// A named thing that is made: an aircraft type, a drug, a ship.
        Product = "product",
        /// A calendar date, absolute or relative.
        Date = "date",
        /// A time of day.
        Time = "time",
        /// An amount with its currency.
        Money = "money",
        /// A number with its unit, a percentage, a count of people.
        Quantity = "quantity",
    }
}

named_enum! {
    /// How a mention names its entity.
    MentionForm {
        /// By a proper name or a value.
        Name = "name",
        /// By a description: «l’ancien directeur de la banque».
        Nominal = "nominal",
        /// By a pronoun: «il», «lui».
        Pronoun = "pronoun",
    }
}

named_enum! {
    /// Grammatical gender of a person, where the text or the name tells.
    Gender {
        /// Masculine.
        Masculine = "masculine",
        /// Feminine.
        Feminine = "feminine",
    }
}
