use std::path::{Path, PathBuf};

/// The folder of lists, and notes taken while reading them.
pub struct Source {
    root: PathBuf,
    notes: Vec<String>,
}

impl Source {
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_owned(), notes: Vec::new() }
    }

    pub fn note(&mut self, note: String) {
        self.notes.push(note);
    }

    pub fn into_notes(self) -> Vec<String> {
        self.notes
    }

    /// The rows of a list, without comments; a cell `-` reads as empty. A missing list has no rows.
    pub fn rows(&mut self, path: &str) -> Vec<Vec<String>> {
        let Ok(text) = std::fs::read_to_string(self.root.join(path)) else {
            self.note(format!("{path}: not there, left out"));
            return Vec::new();
        };
        text.lines()
            .filter(|line| !line.starts_with("# ") && !line.is_empty())
            .map(|line| {
                line.split('\t').map(|cell| if cell == "-" { "" } else { cell.trim() }.to_owned()).collect()
            })
            .collect()
    }

    /// The place of the column whose description in the header begins with `name`.
    pub fn column(&self, path: &str, name: &str) -> Option<usize> {
        let text = std::fs::read_to_string(self.root.join(path)).ok()?;
        let header = text.lines().find_map(|line| line.strip_prefix("# columns:"))?;
        // A comma inside brackets is no separator.
        let mut depth = 0;
        let columns = header.split(|c: char| {
            depth += i32::from(c == '(') - i32::from(c == ')');
            (c == ',' || c == ';') && depth == 0
        });
        columns.map(str::trim).position(|column| column.starts_with(name))
    }
}

/// A cell of a row, empty where the row is short.
pub fn cell(row: &[String], index: usize) -> &str {
    row.get(index).map_or("", String::as_str)
}

/// The parts of a cell that is a list.
pub fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';').map(str::trim).filter(|part| !part.is_empty())
}
