use std::sync::LazyLock;

use crate::lexicon::{Lexicon, Role, WordId, WordMap};
use crate::ontology::{EntityKind, RelationKind};
use crate::syntax::Voice;
use crate::text::rows;

/// Verbs and role nouns that tie two entities, as their data files say.
#[derive(Debug)]
pub(super) struct Table {
    /// Sorted by lemma.
    frames: Vec<Frame>,
    /// Where the frames of a verb stand.
    verbs: WordMap<(u32, u32)>,
    /// By the number of the role noun.
    nouns: Vec<(u16, RelationKind)>,
    /// The number of «avocat».
    pub(super) lawyer: Option<u16>,
    /// «siège», of «dont le siège est à».
    pub(super) seat: Option<WordId>,
    /// The numbers of «prédécesseur» and «successeur».
    seats: [Option<u16>; 2],
}

/// How a verb ties two.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    /// Nothing for any voice.
    pub voice: Option<Voice>,
    pub from: Argument,
    pub to: Argument,
    pub kind: RelationKind,
    pub from_kinds: Kinds,
    pub to_kinds: Kinds,
}

/// Where an entity stands in the clause of a verb.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Argument {
    Subject,
    Object,
    Agent,
    /// Behind one of these prepositions.
    Behind(Vec<WordId>),
}

/// What an entity must be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Kinds {
    kinds: Vec<EntityKind>,
    /// Only somebody whom the article calls a lawyer.
    pub lawyer: bool,
}

impl Kinds {
    fn read(column: &str) -> Self {
        let kinds = EntityKind::ALL.iter().filter(|kind| column.split(',').any(|name| name == kind.name()));
        let lawyer = column == "lawyer";
        Self { kinds: if lawyer { vec![EntityKind::Person] } else { kinds.copied().collect() }, lawyer }
    }

    pub(super) fn has(&self, kind: EntityKind) -> bool {
        self.kinds.contains(&kind)
    }
}

static TABLE: LazyLock<Table> = LazyLock::new(Table::read);

impl Table {
    /// The table, read once.
    pub(super) fn get() -> &'static Self {
        &TABLE
    }

    fn read() -> Self {
        let lexicon = Lexicon::french();
        let mut verbs: Vec<(WordId, Frame)> =
            rows(include_str!("data/verbs.tsv")).filter_map(|row| frame(lexicon, row)).collect();
        verbs.sort_by_key(|(lemma, _)| *lemma);
        let places = verbs.chunk_by(|(a, _), (b, _)| a == b).scan(0, |end, frames| {
            let from = *end;
            *end += frames.len() as u32;
            frames.first().map(|(lemma, _)| (*lemma, (from, *end)))
        });
        let places = WordMap::new(places);
        let number = |noun: &str| {
            let words: Vec<WordId> = noun.split(' ').map(|word| lexicon.look_up(word)).collect();
            let found = lexicon.find::<Role>(|n| words.get(n).copied().unwrap_or_default());
            found.filter(|(len, _)| *len == words.len()).map(|(_, role)| role.noun)
        };
        let nouns = rows(include_str!("data/role_nouns.tsv"))
            .filter_map(|[noun, kind]| Some((number(noun)?, relation(kind)?)));
        Self {
            frames: verbs.into_iter().map(|(_, frame)| frame).collect(),
            verbs: places,
            nouns: nouns.collect(),
            lawyer: number("avocat"),
            seat: lexicon.word("siège"),
            seats: ["prédécesseur", "successeur"].map(number),
        }
    }

    /// Whether a noun for people names somebody by the seat that he held before or will hold.
    pub(super) fn is_seat(&self, noun: u16) -> bool {
        self.seats.contains(&Some(noun))
    }

    /// The frames of a verb.
    pub(super) fn frames(&self, lemma: WordId) -> &[Frame] {
        let place = self.verbs.get(lemma);
        place.and_then(|(from, to)| self.frames.get(from as usize..to as usize)).unwrap_or_default()
    }

    /// What a role noun says of its bearer and its complement.
    pub(super) fn noun(&self, noun: u16) -> Option<RelationKind> {
        self.nouns.iter().find(|(known, _)| *known == noun).map(|(_, kind)| *kind)
    }
}

fn relation(name: &str) -> Option<RelationKind> {
    RelationKind::ALL.iter().copied().find(|kind| kind.name() == name)
}

fn frame(
    lexicon: &Lexicon,
    [lemma, voice, from, to, kind, from_kinds, to_kinds]: [&str; 7],
) -> Option<(WordId, Frame)> {
    let lemma = lexicon.word(lemma)?;
    let voice = match voice {
        "active" => Some(Voice::Active),
        "passive" => Some(Voice::Passive),
        "reflexive" => Some(Voice::Reflexive),
        _ => None,
    };
    let argument = |column: &str| match column {
        "subject" => Argument::Subject,
        "object" => Argument::Object,
        "agent" => Argument::Agent,
        prepositions => Argument::Behind(prepositions.split(',').map(|word| lexicon.look_up(word)).collect()),
    };
    let kind = relation(kind)?;
    let (from, to) = (argument(from), argument(to));
    let (from_kinds, to_kinds) = (Kinds::read(from_kinds), Kinds::read(to_kinds));
    Some((lemma, Frame { voice, from, to, kind, from_kinds, to_kinds }))
}
