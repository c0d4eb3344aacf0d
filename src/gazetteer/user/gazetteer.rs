use aho_corasick::{AhoCorasick, MatchKind};

use super::builder::GazetteerBuilder;
use super::error::GazetteerError;
use super::names::{EDGE, Keys, STOP, Store};
use super::table::{Table, Written};
use crate::document::Document;
use crate::ontology::EntityKind;
use crate::token::TokenSpan;

/// Names of yours, found in texts on whole tokens.
///
/// ```
/// use greffier::document::Document;
/// use greffier::gazetteer::{Format, Gazetteer};
/// let list = "name,kind,id,aliases\nBanque Brume,organisation,Q1,BQB|la Brume\n";
/// let gazetteer = Gazetteer::builder().text(Format::Csv, "banks.csv", list)?.build();
/// let doc = Document::new("La BQB, dite Banque Brume, a fermé.");
/// let found: Vec<_> = gazetteer.hits(&doc).iter().map(|hit| (doc.slice(hit.tokens), hit.entry)).collect();
/// assert_eq!(found.iter().map(|(text, _)| *text).collect::<Vec<_>>(), ["BQB", "Banque Brume"]);
/// assert_eq!(gazetteer.entry(found[0].1).unwrap().id, Some("Q1"));
/// # Ok::<(), greffier::gazetteer::GazetteerError>(())
/// ```
#[derive(Debug)]
pub struct Gazetteer {
    store: Store,
    keys: Keys,
    engine: Engine,
    problems: Vec<GazetteerError>,
}

/// Short lists are an automaton, long ones a table: see `MOST_FOR_AUTOMATON`.
#[derive(Debug)]
enum Engine {
    Automaton(Box<AhoCorasick>),
    Table(Table),
}

/// An automaton of more names takes seconds and hundreds of megabytes to build, and no longer fits the cache.
const MOST_FOR_AUTOMATON: usize = 5_000;

/// Number of an entry of a user's gazetteer, in the order of its lists.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct UserEntryId(pub(crate) u32);

/// An entry of a user's gazetteer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct UserEntry<'g> {
    /// Its name.
    pub name: &'g str,
    /// Its kind.
    pub kind: EntityKind,
    /// The id that its list gives it.
    pub id: Option<&'g str>,
    /// Of two entries with one name the higher wins.
    pub priority: i32,
}

/// A name of a user's gazetteer in a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct UserHit {
    /// Its tokens.
    pub tokens: TokenSpan,
    /// Its entry.
    pub entry: UserEntryId,
}

impl Gazetteer {
    /// Begins a gazetteer.
    pub fn builder() -> GazetteerBuilder {
        GazetteerBuilder::default()
    }

    pub(super) fn new(store: Store, problems: Vec<GazetteerError>) -> Self {
        let keys = store.keys();
        let engine = engine(&keys, keys.names.len() <= MOST_FOR_AUTOMATON);
        Self { store, keys, engine, problems }
    }

    /// Number of entries.
    pub fn len(&self) -> usize {
        self.store.entries.len()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.store.entries.is_empty()
    }

    /// The lines that a lenient reading left out.
    pub fn problems(&self) -> &[GazetteerError] {
        &self.problems
    }

    /// The entry of this id; `None` for an id of another gazetteer.
    pub fn entry(&self, id: UserEntryId) -> Option<UserEntry<'_>> {
        let row = self.store.entries.get(id.0 as usize)?;
        Some(UserEntry {
            name: self.store.name(row),
            kind: row.kind,
            id: self.store.id(row),
            priority: row.priority,
        })
    }

    /// The names in a text, by their first token, longer ones first, then by priority. Names inside names are given
    /// too, and every entry that bears the name.
    pub fn hits(&self, doc: &Document<'_>) -> Vec<UserHit> {
        let mut own = Vec::new();
        self.read(doc, &mut own, &mut Vec::new());
        own
    }

    /// Appends the names in a text to `own`, as [`Gazetteer::hits`] gives them, and the tokens that the stop list
    /// silences to `stops`, in order. Both must be empty.
    pub fn read(&self, doc: &Document<'_>, own: &mut Vec<UserHit>, stops: &mut Vec<TokenSpan>) {
        self.search(doc, |start, len, name| {
            let tokens = TokenSpan::new(start, start + len);
            match self.keys.names.get(name as usize).map_or(STOP, |key| key.entry) {
                STOP => stops.push(tokens),
                entry => own.push(UserHit { tokens, entry: UserEntryId(entry) }),
            }
        });
        stops.sort();
        let priority =
            |hit: &UserHit| self.store.entries.get(hit.entry.0 as usize).map_or(0, |row| row.priority);
        own.sort_by_key(|hit| {
            let length = std::cmp::Reverse(hit.tokens.len());
            (hit.tokens.start(), length, std::cmp::Reverse(priority(hit)), hit.entry)
        });
        own.dedup();
    }

    fn search(&self, doc: &Document<'_>, mut found: impl FnMut(usize, usize, u32)) {
        if self.keys.names.is_empty() {
            return;
        }
        let text = Written::new(doc, self.store.normal);
        match &self.engine {
            Engine::Table(table) => table.search(&text, &self.keys, found),
            Engine::Automaton(automaton) => {
                for hit in automaton.find_overlapping_iter(&text.letters) {
                    // A match begins and ends on an edge; the token begins one byte later.
                    let start = text.starts.partition_point(|start| (*start as usize) <= hit.start());
                    let end = text.starts.partition_point(|start| (*start as usize) < hit.end());
                    found(start, end - start, hit.pattern().as_u32());
                }
            }
        }
    }
}

/// The automaton where it is wanted and can be built, the table otherwise.
fn engine(keys: &Keys, automaton: bool) -> Engine {
    let pattern = |key| format!("{EDGE}{}{EDGE}", keys.text(key));
    if automaton
        && let Ok(automaton) =
            AhoCorasick::builder().match_kind(MatchKind::Standard).build(keys.names.iter().map(pattern))
    {
        return Engine::Automaton(Box::new(automaton));
    }
    Engine::Table(Table::new(keys))
}
