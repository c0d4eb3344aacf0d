use super::super::Agreement;
use super::{List, Listed, nth};
use crate::ontology::named_enum;

named_enum! {
    /// The field of a role noun.
    RoleKind {
        /// Trade and companies.
        Business = "business",
        /// Somebody known by a wrong: «meurtrier».
        Crime = "crime",
        /// Arts.
        Culture = "culture",
        /// Founder, creator.
        Founder = "founder",
        /// Judges, lawyers, parties to a trial.
        Justice = "justice",
        /// Kin and spouses.
        Kinship = "kinship",
        /// Leader, head, boss.
        Leader = "leader",
        /// Press.
        Media = "media",
        /// Member, adherent.
        Member = "member",
        /// Ranks and troops.
        Military = "military",
        /// Nobility.
        Nobility = "nobility",
        /// An office that one holds: president, minister, director.
        Office = "office",
        /// Partner, associate, ally, rival.
        Partner = "partner",
        /// People by age, state or situation: «victime», «retraité».
        Person = "person",
        /// Police.
        Police = "police",
        /// Politics, opinions.
        Politics = "politics",
        /// A trade or profession.
        Profession = "profession",
        /// Clergy and faithful.
        Religion = "religion",
        /// Science and teaching.
        Science = "science",
        /// Sport.
        Sport = "sport",
    }
}

named_enum! {
    /// What the complement with `de` of a role names.
    Governs {
        /// Nothing.
        Nothing = "-",
        /// Anything.
        Any = "any",
        /// An organisation: «président de la banque».
        Organisation = "org",
        /// A person: «avocat de M. X».
        Person = "person",
        /// A place: «maire de Lyon».
        Place = "place",
    }
}

/// A role, office, profession, rank, kinship or people noun.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Role {
    /// Its field.
    pub kind: RoleKind,
    /// What its complement names.
    pub governs: Governs,
    /// Gender and number of the form.
    pub agreement: Agreement,
    /// The same number for the four forms of one noun.
    pub noun: u16,
}

impl Listed for Role {
    const LIST: List = List::Role;

    fn read([kind, governs, agreement, _, low, high, ..]: [u8; 8]) -> Self {
        Self {
            kind: nth(RoleKind::ALL, kind, RoleKind::Person),
            governs: nth(Governs::ALL, governs, Governs::Any),
            agreement: Agreement::from_bits(agreement),
            noun: u16::from_le_bytes([low, high]),
        }
    }

    fn write(&self) -> [u8; 8] {
        let [low, high] = self.noun.to_le_bytes();
        [self.kind as u8, self.governs as u8, self.agreement.bits(), 0, low, high, 0, 0]
    }
}

/// The legal form of a company («SA», «GmbH»).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LegalForm {
    /// Whether it proves a company wherever it stands beside a name.
    pub strong: bool,
}

impl Listed for LegalForm {
    const LIST: List = List::LegalForm;

    fn read([strong, ..]: [u8; 8]) -> Self {
        Self { strong: strong != 0 }
    }

    fn write(&self) -> [u8; 8] {
        [u8::from(self.strong), 0, 0, 0, 0, 0, 0, 0]
    }
}
