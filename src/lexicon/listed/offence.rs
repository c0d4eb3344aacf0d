use super::{List, Listed, nth};
use crate::ontology::named_enum;

named_enum! {
    /// The field of an offence.
    Field {
        /// Cartels, insider dealing.
        Competition = "competition",
        /// Corruption, breach of trust in office.
        Corruption = "corruption",
        /// Drugs.
        Drugs = "drugs",
        /// Environment, animals.
        Environment = "environment",
        /// Family.
        Family = "family",
        /// Fraud, forgery, misuse of company money.
        Fraud = "fraud",
        /// Words for any wrong: «crime», «délit».
        General = "general",
        /// Labour.
        Labour = "labour",
        /// Money laundering.
        Laundering = "laundering",
        /// Press, speech.
        Press = "press",
        /// Public order, state security.
        PublicOrder = "public_order",
        /// Road.
        Road = "road",
        /// Sexual violence.
        Sexual = "sexual",
        /// Sport rules.
        Sport = "sport",
        /// Taxes and customs.
        Tax = "tax",
        /// Terrorism.
        Terrorism = "terrorism",
        /// Theft.
        Theft = "theft",
        /// Violence against people.
        Violence = "violence",
        /// War crimes.
        War = "war",
    }
}

/// An offence, crime or wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Offence {
    /// Its field.
    pub field: Field,
    /// Whether the words name an offence wherever they stand; weak ones need a verb of justice.
    pub strong: bool,
    /// Whether the form is the plural.
    pub plural: bool,
}

impl Listed for Offence {
    const LIST: List = List::Offence;

    fn read([field, strong, plural, ..]: [u8; 8]) -> Self {
        Self { field: nth(Field::ALL, field, Field::General), strong: strong != 0, plural: plural != 0 }
    }

    fn write(&self) -> [u8; 8] {
        [self.field as u8, u8::from(self.strong), u8::from(self.plural), 0, 0, 0, 0, 0]
    }
}

named_enum! {
    /// What a penalty is.
    PenaltyKind {
        /// A ban from a place, an office, a trade.
        Ban = "ban",
        /// Community service.
        CommunityService = "community_service",
        /// Corporal.
        Corporal = "corporal",
        /// Damages.
        Damages = "damages",
        /// Death.
        Death = "death",
        /// Of a sports body, an employer, an order.
        Disciplinary = "disciplinary",
        /// A fine.
        Fine = "fine",
        /// Prison.
        Imprisonment = "imprisonment",
        /// Ineligibility.
        Ineligibility = "ineligibility",
        /// Anything else.
        Other = "other",
        /// Probation, duties.
        Probation = "probation",
        /// Suspended prison.
        Suspended = "suspended",
    }
}

/// A penalty phrase or its head.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Penalty {
    /// What it is.
    pub kind: PenaltyKind,
    /// Whether the form is the plural.
    pub plural: bool,
}

impl Listed for Penalty {
    const LIST: List = List::Penalty;

    fn read([kind, plural, ..]: [u8; 8]) -> Self {
        Self { kind: nth(PenaltyKind::ALL, kind, PenaltyKind::Other), plural: plural != 0 }
    }

    fn write(&self) -> [u8; 8] {
        [self.kind as u8, u8::from(self.plural), 0, 0, 0, 0, 0, 0]
    }
}
