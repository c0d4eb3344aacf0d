use std::fmt;

/// A place on a page: line and column from 1, in characters, and how many characters are meant.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1.
    pub column: u32,
    /// Number of characters.
    pub width: u32,
}

/// One mistake of a page: what is wrong, where, and what would do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    pub(super) page: String,
    pub(super) position: Position,
    pub(super) source: String,
    pub(super) message: String,
    pub(super) help: String,
}

impl Diagnostic {
    /// The name of the page.
    pub fn page(&self) -> &str {
        &self.page
    }

    /// Where it stands.
    pub fn position(&self) -> Position {
        self.position
    }

    /// The line of the page.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// What is wrong.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What would do; may be empty.
    pub fn help(&self) -> &str {
        &self.help
    }
}

/// Longest line that is shown whole; of a longer one only what stands around the mistake.
const SHOWN: usize = 160;

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Position { line, column, width } = self.position;
        let number = line.to_string();
        let gutter = " ".repeat(number.len());
        let column = column.max(1) as usize;
        let first = if column > SHOWN { column - SHOWN / 2 } else { 1 };
        let shown: String = self.source.chars().skip(first - 1).take(SHOWN).collect();
        let carets = (width.max(1) as usize).min(SHOWN);
        writeln!(f, "error: {}", self.message)?;
        writeln!(f, "{gutter}--> {}:{line}:{column}", self.page)?;
        writeln!(f, "{gutter} |")?;
        writeln!(f, "{number} | {}", shown.trim_end())?;
        let mark = format!("{}{}", " ".repeat(column - first), "^".repeat(carets));
        writeln!(f, "{}", format!("{gutter} | {mark} {}", self.help).trim_end())
    }
}

/// All the mistakes of some pages.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PageErrors {
    pub(super) all: Vec<Diagnostic>,
    /// How many more there were than are kept.
    pub(super) left_out: usize,
}

impl PageErrors {
    /// The mistakes, in the order of the pages.
    pub fn all(&self) -> &[Diagnostic] {
        &self.all
    }
}

impl fmt::Display for PageErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, diagnostic) in self.all.iter().enumerate() {
            if i > 0 {
                writeln!(f)?;
            }
            write!(f, "{diagnostic}")?;
        }
        if self.left_out > 0 {
            writeln!(f, "\nand {} more", self.left_out)?;
        }
        Ok(())
    }
}

impl std::error::Error for PageErrors {}

/// Most mistakes that are kept: a page of garbage need not be answered line by line.
const KEPT: usize = 100;

/// Collects mistakes while pages are read.
#[derive(Debug, Default)]
pub(super) struct Faults {
    all: Vec<Diagnostic>,
    left_out: usize,
}

impl Faults {
    pub(super) fn push(&mut self, diagnostic: Diagnostic) {
        if self.all.len() < KEPT { self.all.push(diagnostic) } else { self.left_out += 1 }
    }

    pub(super) fn len(&self) -> usize {
        self.all.len() + self.left_out
    }

    pub(super) fn finish(mut self, pages: &[&str]) -> Option<PageErrors> {
        if self.all.is_empty() {
            return None;
        }
        let rank = |page: &str| pages.iter().position(|p| *p == page);
        self.all.sort_by_cached_key(|d| (rank(&d.page), d.position));
        Some(PageErrors { all: self.all, left_out: self.left_out })
    }
}
