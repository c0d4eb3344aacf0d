use super::diagnostic::{Diagnostic, Faults, Position};

/// A page of rules: its name, for messages, and its text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Page<'p> {
    /// The name, as a rule the file name.
    pub name: &'p str,
    /// The text.
    pub text: &'p str,
}

impl<'p> Page<'p> {
    /// A page.
    pub const fn new(name: &'p str, text: &'p str) -> Self {
        Self { name, text }
    }
}

/// A stretch of one line of a page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Piece<'p> {
    pub text: &'p str,
    /// Line and column from 1; the column in characters.
    pub line: u32,
    pub column: u32,
}

impl Piece<'_> {
    pub(super) fn position(&self) -> Position {
        let width = self.text.chars().count().max(1) as u32;
        Position { line: self.line, column: self.column, width }
    }
}

/// A keyword or slot name with what follows it, over as many lines as it takes.
#[derive(Debug)]
pub(super) struct Line<'p> {
    pub key: Piece<'p>,
    pub content: Vec<Piece<'p>>,
}

impl Line<'_> {
    /// The content as one line of text.
    pub(super) fn joined(&self) -> String {
        let mut joined = String::with_capacity(self.content.iter().map(|piece| piece.text.len() + 1).sum());
        for word in self.content.iter().flat_map(|piece| piece.text.split_ascii_whitespace()) {
            if !joined.is_empty() {
                joined.push(' ');
            }
            joined.push_str(word);
        }
        joined
    }
}

/// What a line in the first column opens, with the indented lines under it.
#[derive(Debug)]
pub(super) struct Item<'p> {
    pub head: Line<'p>,
    pub lines: Vec<Line<'p>>,
}

/// Largest page that is read.
const LARGEST: usize = 1 << 20;

/// A page in the course of being read: where its mistakes are noted.
#[derive(Debug)]
pub(super) struct Desk<'p, 'f> {
    pub page: Page<'p>,
    rows: Vec<&'p str>,
    faults: &'f mut Faults,
}

impl<'p, 'f> Desk<'p, 'f> {
    pub(super) fn new(page: Page<'p>, faults: &'f mut Faults) -> Self {
        let rows = if page.text.len() > LARGEST { Vec::new() } else { page.text.lines().collect() };
        Self { page, rows, faults }
    }

    /// Notes a mistake.
    pub(super) fn fault(&mut self, position: Position, message: impl Into<String>, help: impl Into<String>) {
        let row = (position.line as usize).checked_sub(1).and_then(|row| self.rows.get(row));
        self.faults.push(Diagnostic {
            page: self.page.name.to_owned(),
            position,
            source: row.copied().unwrap_or_default().to_owned(),
            message: message.into(),
            help: help.into(),
        });
    }

    /// How many mistakes have been noted so far, on all pages.
    pub(super) fn faults(&self) -> usize {
        self.faults.len()
    }

    /// Cuts the page into items and lines.
    pub(super) fn read(&mut self) -> Vec<Item<'p>> {
        let mut items: Vec<Item<'p>> = Vec::new();
        let mut indent = 0;
        if self.page.text.len() > LARGEST {
            let first = Position { line: 1, column: 1, width: 1 };
            self.fault(first, "the page is larger than 1 MiB", "cut it into several pages");
        }
        for number in 0..self.rows.len() {
            let row = self.rows[number];
            let line = number as u32 + 1;
            let text = row.trim_start_matches([' ', '\t', '\u{feff}']);
            let column = (row.len() - text.len()) as u32 + 1;
            let text = text.trim_end();
            if text.is_empty() || text.starts_with('#') {
                continue;
            }
            if let Some(tab) = row.bytes().take(column as usize - 1).position(|b| b == b'\t') {
                let position = Position { line, column: tab as u32 + 1, width: 1 };
                self.fault(position, "a tab in the indentation", "indent with spaces");
            }
            if column == 1 || row.starts_with('\u{feff}') {
                items.push(Item { head: cut(text, line, column), lines: Vec::new() });
                indent = 0;
                continue;
            }
            let Some(item) = items.last_mut() else {
                let position = Piece { text, line, column }.position();
                self.fault(
                    position,
                    "an indented line that belongs to no rule",
                    "a page begins with `rule`, `set`, `phrase` or `kind` in the first column",
                );
                continue;
            };
            if indent == 0 && is_rule(item) {
                indent = column;
            }
            let goes_on = !text.starts_with("->") && (!is_rule(item) || column > indent);
            let before = item.lines.last_mut().unwrap_or(&mut item.head);
            if goes_on {
                before.content.push(Piece { text, line, column });
            } else {
                item.lines.push(cut(text, line, column));
            }
        }
        items
    }
}

fn is_rule(item: &Item<'_>) -> bool {
    item.head.key.text == "rule"
}

/// Splits a line after its first word.
fn cut(text: &str, line: u32, column: u32) -> Line<'_> {
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let (key, rest) = text.split_at(end);
    let content = rest.trim_start();
    let before = text.len() - content.len();
    let column_of_content = column + text[..before].chars().count() as u32;
    let piece = Piece { text: content, line, column: column_of_content };
    let content = if content.is_empty() { Vec::new() } else { vec![piece] };
    Line { key: Piece { text: key, line, column }, content }
}
