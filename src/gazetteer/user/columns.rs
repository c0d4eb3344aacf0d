use super::error::Mistake;
use super::record::Record;
use crate::gazetteer::Kinds;
use crate::ontology::EntityKind;

/// An entry as a list gives it.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(super) struct Given {
    pub name: String,
    pub kind: String,
    pub id: String,
    pub aliases: Vec<String>,
    pub priority: String,
}

/// An entry whose cells have been checked.
pub(super) struct Checked {
    pub name: String,
    pub kind: EntityKind,
    pub id: String,
    pub aliases: Vec<String>,
    pub priority: i32,
}

impl Given {
    pub fn check(self) -> Result<Checked, Mistake> {
        let name = self.name.trim();
        if name.is_empty() {
            return Err(Mistake::NoName);
        }
        for name in std::iter::once(name).chain(self.aliases.iter().map(String::as_str)) {
            if !name.chars().any(char::is_alphanumeric) {
                return Err(Mistake::NoLetters { name: name.to_owned() });
            }
        }
        let kind = match self.kind.trim() {
            "" => return Err(Mistake::NoKind),
            kind => kind.parse().ok().filter(|kind| !Kinds::of(*kind).is_empty()),
        };
        let Some(kind) = kind else { return Err(Mistake::UnknownKind { kind: self.kind.trim().to_owned() }) };
        let priority = match self.priority.trim() {
            "" => 0,
            priority => match priority.parse() {
                Ok(priority) => priority,
                Err(_) => return Err(Mistake::Priority { priority: priority.to_owned() }),
            },
        };
        let name = name.to_owned();
        Ok(Checked { name, kind, id: self.id.trim().to_owned(), aliases: self.aliases, priority })
    }
}

/// Which cell holds what.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Name,
    Kind,
    Id,
    Aliases,
    Priority,
    Nothing,
}

/// The header of a table.
pub(super) struct Columns(Vec<Column>);

impl Columns {
    /// Reads a header; columns that mean nothing are given back beside it.
    pub fn read(header: &Record<'_>) -> Result<(Self, Vec<Mistake>), Mistake> {
        let mut unknown = Vec::new();
        let columns: Vec<Column> = header
            .cells
            .iter()
            .map(|cell| match cell.trim().trim_start_matches('#').trim().to_lowercase().as_str() {
                "name" => Column::Name,
                "kind" => Column::Kind,
                "id" => Column::Id,
                "aliases" => Column::Aliases,
                "priority" => Column::Priority,
                _ => {
                    unknown.push(Mistake::UnknownColumn { column: cell.trim().to_owned() });
                    Column::Nothing
                }
            })
            .collect();
        for (column, name) in [(Column::Name, "name"), (Column::Kind, "kind")] {
            if !columns.contains(&column) {
                let found: Vec<String> =
                    header.cells.iter().map(|cell| format!("«{}»", cell.trim())).collect();
                return Err(Mistake::NoColumn { column: name, found: found.join(", ") });
            }
        }
        Ok((Self(columns), unknown))
    }

    /// The entry of a record. Cells may be missing at the end; aliases are separated by `|`.
    pub fn given(&self, record: &Record<'_>) -> Result<Given, Mistake> {
        if record.cells.len() > self.0.len() {
            return Err(Mistake::TooManyCells { cells: record.cells.len(), columns: self.0.len() });
        }
        let mut given = Given::default();
        for (column, cell) in self.0.iter().zip(&record.cells) {
            match column {
                Column::Name => given.name.push_str(cell),
                Column::Kind => given.kind.push_str(cell),
                Column::Id => given.id.push_str(cell),
                Column::Priority => given.priority.push_str(cell),
                Column::Aliases => {
                    given.aliases =
                        cell.split('|').map(str::trim).filter(|a| !a.is_empty()).map(str::to_owned).collect();
                }
                Column::Nothing => {}
            }
        }
        Ok(given)
    }
}
