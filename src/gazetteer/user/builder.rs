use std::io::Read;
use std::path::Path;

use super::columns::{Columns, Given};
use super::error::{GazetteerError, Mistake};
use super::format::Format;
use super::gazetteer::Gazetteer;
use super::names::Store;
use super::normal::{Accents, Case};
use super::record::Records;
use crate::ontology::EntityKind;

/// Makes a [`Gazetteer`]. What is read must have the columns `name` and `kind`, and may have `id` (any id of
/// yours: Wikidata, SIREN …), `aliases` (separated by `|`) and `priority` (a whole number, higher wins).
#[derive(Debug, Default)]
#[must_use]
pub struct GazetteerBuilder {
    store: Store,
    lenient: bool,
    problems: Vec<GazetteerError>,
}

impl GazetteerBuilder {
    /// Whether capitals matter. They do unless told otherwise.
    pub fn case(mut self, case: Case) -> Self {
        self.store.normal.case = case;
        self
    }

    /// Whether accents matter. They do unless told otherwise.
    pub fn accents(mut self, accents: Accents) -> Self {
        self.store.normal.accents = accents;
        self
    }

    /// Leaves bad lines out and reports them ([`Gazetteer::problems`]) instead of refusing the whole list.
    pub fn lenient(mut self) -> Self {
        self.lenient = true;
        self
    }

    /// Adds one name with its other names.
    ///
    /// # Errors
    /// When a name has no letter, or the kind is one that no list holds, such as a date.
    pub fn name(
        mut self,
        name: &str,
        kind: EntityKind,
        id: Option<&str>,
        aliases: &[&str],
    ) -> Result<Self, GazetteerError> {
        let given = Given {
            name: name.to_owned(),
            kind: kind.name().to_owned(),
            id: id.unwrap_or_default().to_owned(),
            aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
            priority: String::new(),
        };
        self.add("name", 0, Ok(given))?;
        Ok(self)
    }

    /// Silences a built-in name: it will not be found any more.
    pub fn stop(mut self, name: &str) -> Self {
        self.store.stop(name);
        self
    }

    /// Adds the names of a file; its ending tells the format.
    ///
    /// # Errors
    /// When the file cannot be read or, unless lenient, has a bad line.
    pub fn file(mut self, path: impl AsRef<Path>) -> Result<Self, GazetteerError> {
        let path = path.as_ref();
        let source = path.display().to_string();
        let known = if cfg!(feature = "json") { ".tsv, .csv, .jsonl" } else { ".tsv, .csv" };
        let Some(format) = Format::of_path(path) else {
            return Err(GazetteerError::new(&source, 0, Mistake::UnknownFormat { known }));
        };
        let bytes = std::fs::read(path).map_err(|error| GazetteerError::new(&source, 0, error.into()))?;
        self.bytes(format, &source, bytes)?;
        Ok(self)
    }

    /// Adds the names that a reader gives; `source` names it in messages.
    ///
    /// # Errors
    /// When it cannot be read or, unless lenient, has a bad line.
    pub fn reader(
        mut self,
        format: Format,
        source: &str,
        mut reader: impl Read,
    ) -> Result<Self, GazetteerError> {
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes).map_err(|error| GazetteerError::new(source, 0, error.into()))?;
        self.bytes(format, source, bytes)?;
        Ok(self)
    }

    /// Adds the names of a text; `source` names it in messages.
    ///
    /// # Errors
    /// Unless lenient, when a line is bad.
    pub fn text(mut self, format: Format, source: &str, text: &str) -> Result<Self, GazetteerError> {
        self.read(format, source, text)?;
        Ok(self)
    }

    /// The gazetteer.
    pub fn build(self) -> Gazetteer {
        Gazetteer::new(self.store, self.problems)
    }

    fn bytes(&mut self, format: Format, source: &str, bytes: Vec<u8>) -> Result<(), GazetteerError> {
        match String::from_utf8(bytes) {
            Ok(text) => self.read(format, source, &text),
            Err(error) => {
                let good = error.utf8_error().valid_up_to();
                let line = error.as_bytes().iter().take(good).filter(|byte| **byte == b'\n').count() + 1;
                self.problem(GazetteerError::new(source, line, Mistake::NotUtf8))?;
                // The lines that are not UTF-8 become empty, so that the numbers of the others stay.
                let text = String::from_utf8_lossy(error.as_bytes());
                let good =
                    |line: &str| if line.contains('\u{fffd}') { String::new() } else { line.to_owned() };
                let lines: Vec<String> = text.split('\n').map(good).collect();
                self.read(format, source, &lines.join("\n"))
            }
        }
    }

    fn read(&mut self, format: Format, source: &str, text: &str) -> Result<(), GazetteerError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut records = match format {
            Format::Tsv => Records::tabs(text),
            Format::Csv => Records::commas(text),
            #[cfg(feature = "json")]
            Format::JsonLines => {
                for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
                    self.add(source, index + 1, super::json::given(line))?;
                }
                return Ok(());
            }
        };
        let header = match records.next() {
            Some(Ok(header)) => header,
            Some(Err((line, mistake))) => return Err(GazetteerError::new(source, line, mistake)),
            None => return Err(GazetteerError::new(source, 1, Mistake::Empty)),
        };
        let (columns, unknown) =
            Columns::read(&header).map_err(|mistake| GazetteerError::new(source, header.line, mistake))?;
        for mistake in unknown {
            self.problem(GazetteerError::new(source, header.line, mistake))?;
        }
        for record in records {
            match record {
                Ok(record) => self.add(source, record.line, columns.given(&record))?,
                Err((line, mistake)) => self.problem(GazetteerError::new(source, line, mistake))?,
            }
        }
        Ok(())
    }

    fn add(
        &mut self,
        source: &str,
        line: usize,
        given: Result<Given, Mistake>,
    ) -> Result<(), GazetteerError> {
        let added = given.and_then(Given::check).and_then(|checked| self.store.add(checked));
        added.or_else(|mistake| self.problem(GazetteerError::new(source, line, mistake)))
    }

    fn problem(&mut self, problem: GazetteerError) -> Result<(), GazetteerError> {
        if self.lenient {
            self.problems.push(problem);
            Ok(())
        } else {
            Err(problem)
        }
    }
}
