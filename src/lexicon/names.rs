use super::WordId;
use super::pack::{NAME_EDGES, NAME_ENTRIES, NAME_LETTERS, NAME_NODES, NAME_VALUES, NAME_WORDS};
use super::trie::Trie;
use crate::ontology::named_enum;

named_enum! {
    /// What sort of thing a built-in name is, as its list says.
    NameSort {
        /// Anything else.
        Other = "other",
        /// Armed group.
        Armed = "armed",
        /// Army, armed branch.
        Army = "army",
        /// Bank.
        Bank = "bank",
        /// Canal.
        Canal = "canal",
        /// Capital of a country.
        Capital = "capital",
        /// Central bank.
        CentralBank = "centralbank",
        /// City.
        City = "city",
        /// Commune of France.
        Commune = "commune",
        /// Company.
        Company = "company",
        /// Continent.
        Continent = "continent",
        /// Country.
        Country = "country",
        /// Court.
        Court = "court",
        /// Criminal organisation.
        Criminal = "criminal",
        /// Museum, theatre, orchestra.
        Culture = "culture",
        /// Département.
        Departement = "département",
        /// Desert.
        Desert = "desert",
        /// Employers' body.
        Employer = "employer",
        /// Former commune.
        FormerCommune = "commune_ancienne",
        /// Gulf or bay.
        Gulf = "gulf",
        /// Historical country or region.
        Historical = "historical",
        /// Hospital.
        Hospital = "hospital",
        /// Intelligence service.
        Intelligence = "intelligence",
        /// International organisation.
        International = "intl",
        /// Island.
        Island = "island",
        /// Lake.
        Lake = "lake",
        /// Newspaper, radio, television.
        Media = "media",
        /// Seat that stands for a power: «le Kremlin».
        Metonym = "metonym",
        /// Ministry.
        Ministry = "ministry",
        /// Mountain.
        Mountain = "mountain",
        /// Association, NGO.
        Ngo = "ngo",
        /// Ocean.
        Ocean = "ocean",
        /// Parliament.
        Parliament = "parliament",
        /// Part of the world or of a country.
        Part = "part",
        /// Political party.
        Party = "party",
        /// Peninsula.
        Peninsula = "peninsula",
        /// Police.
        Police = "police",
        /// Region.
        Region = "region",
        /// Region of France.
        FrenchRegion = "fr_region",
        /// Administrative region of France.
        FrenchAdministrativeRegion = "région",
        /// Religious body.
        Religion = "religion",
        /// Research body, think tank.
        Research = "research",
        /// River.
        River = "river",
        /// Sea.
        Sea = "sea",
        /// Sport club or body.
        Sport = "sport",
        /// State body.
        State = "state",
        /// Strait.
        Strait = "strait",
        /// Trade union.
        Union = "union",
        /// University, school.
        University = "university",
        /// First-level region of a country.
        Admin1 = "admin1",
        /// Quarter of a town.
        Quarter = "quartier",
        /// Airport.
        Airport = "aéroport",
        /// Prison.
        Prison = "prison",
        /// Public figure.
        Figure = "figure",
        /// News agency.
        Agency = "agency",
        /// Insurer.
        Insurer = "insurer",
        /// Sport club.
        Club = "club",
        /// Sport team.
        Team = "team",
        /// Sport federation.
        Federation = "federation",
        /// Sport league.
        League = "league",
        /// Social network.
        Network = "network",
        /// Event.
        Event = "event",
        /// Product.
        Product = "product",
    }
}

static NAMES: Trie = Trie { words: NAME_WORDS, edges: NAME_EDGES, nodes: NAME_NODES };

/// A node of the trie of names, while tokens are read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct NameNode(u32);

impl NameNode {
    /// Where every name begins.
    pub const ROOT: Self = Self(0);

    /// The node after one more word.
    #[inline]
    pub fn next(self, word: WordId) -> Option<Self> {
        NAMES.child(self.0 as usize, word.0).map(|node| Self(node as u32))
    }

    /// The names that end here.
    #[inline]
    pub fn names(self) -> impl Iterator<Item = NameValue> {
        NAME_VALUES.get(NAMES.values(self.0 as usize)).unwrap_or_default().iter().map(NameValue::read)
    }
}

/// A name as the pack stores it: its entry and what it demands of the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NameValue {
    /// Number of the entry.
    pub entry: u32,
    /// Tokens that must begin with a capital.
    pub capitals: u16,
    /// Tokens that must be capitals only.
    pub upper: u16,
    /// See the packer's rules.
    pub flags: u16,
}

impl NameValue {
    fn read(bytes: &[u8; 10]) -> Self {
        let [a, b, c, d, e, f, g, h, i, j] = *bytes;
        Self {
            entry: u32::from_le_bytes([a, b, c, d]),
            capitals: u16::from_le_bytes([e, f]),
            upper: u16::from_le_bytes([g, h]),
            flags: u16::from_le_bytes([i, j]),
        }
    }
}

/// The columns of an entry, as the pack stores them.
#[derive(Clone, Copy, Debug, Default)]
pub struct NameEntry {
    /// Kinds as bits: person, organisation, location, event, product.
    pub kinds: u8,
    /// Its sort, by number.
    pub sort: u8,
    /// Gender and number.
    pub agreement: u8,
    /// How great it is, 0 to 15.
    pub rank: u8,
}

/// The entry of this number.
pub fn name_entry(number: u32) -> NameEntry {
    let Some([_, _, _, _, _, kinds, sort, agreement, rank, ..]) = NAME_ENTRIES.get(number as usize) else {
        return NameEntry::default();
    };
    NameEntry { kinds: *kinds, sort: *sort, agreement: *agreement, rank: *rank }
}

/// The usual name of an entry, and the ISO code of its country or the code of its département.
pub fn name_letters(number: u32) -> (&'static str, &'static str) {
    let Some(bytes) = NAME_ENTRIES.get(number as usize) else { return ("", "") };
    let [a, b, c, d, len, ..] = *bytes;
    let start = u32::from_le_bytes([a, b, c, d]) as usize;
    let text = |bytes: &'static [u8]| std::str::from_utf8(bytes).unwrap_or_default();
    let code = bytes.get(10..14).unwrap_or_default();
    let code = code.split(|byte| *byte == 0).next().unwrap_or_default();
    (text(NAME_LETTERS.get(start..start + usize::from(len)).unwrap_or_default()), text(code))
}
