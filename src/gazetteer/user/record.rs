use std::borrow::Cow;

use super::error::Mistake;

/// One record of a table: the line where it begins, and its cells.
pub(super) struct Record<'t> {
    pub line: usize,
    pub cells: Vec<Cow<'t, str>>,
}

/// Cuts a table into records. Empty lines are no records.
pub(super) struct Records<'t> {
    rest: &'t str,
    line: usize,
    separator: char,
    quoted: bool,
}

impl<'t> Records<'t> {
    /// Records between tabs, without quoting.
    pub fn tabs(text: &'t str) -> Self {
        Self { rest: text, line: 1, separator: '\t', quoted: false }
    }

    /// Records between commas, or semicolons where the first line has no comma (as French spreadsheets write).
    pub fn commas(text: &'t str) -> Self {
        let header = text.lines().next().unwrap_or_default();
        let separator = if header.contains(';') && !header.contains(',') { ';' } else { ',' };
        Self { rest: text, line: 1, separator, quoted: true }
    }

    fn quoted_record(&mut self) -> Result<Record<'t>, (usize, Mistake)> {
        let line = self.line;
        let mut cells = Vec::new();
        loop {
            if let Some(inside) = self.rest.strip_prefix('"') {
                cells.push(self.quoted_cell(inside)?);
            } else {
                let end = self.rest.find([self.separator, '\n']).unwrap_or(self.rest.len());
                let (cell, rest) = self.rest.split_at(end);
                cells.push(Cow::Borrowed(cell.strip_suffix('\r').unwrap_or(cell)));
                self.rest = rest;
            }
            if let Some(rest) = self.rest.strip_prefix(self.separator) {
                self.rest = rest;
                continue;
            }
            self.rest = self.rest.strip_prefix('\n').unwrap_or(self.rest);
            self.line += 1;
            return Ok(Record { line, cells });
        }
    }

    /// A cell after its opening quotation mark; a doubled mark is one mark. What follows the closing mark up to the
    /// separator belongs to the cell.
    fn quoted_cell(&mut self, inside: &'t str) -> Result<Cow<'t, str>, (usize, Mistake)> {
        let opened = self.line;
        let (mut cell, mut rest) = (String::new(), inside);
        loop {
            let Some(mark) = rest.find('"') else {
                // The rest of this line only is lost; the next line begins anew.
                let end = inside.find('\n').map_or(inside.len(), |at| at + 1);
                self.rest = inside.split_at(end).1;
                self.line = opened + 1;
                return Err((opened, Mistake::OpenQuote));
            };
            cell.push_str(rest.get(..mark).unwrap_or_default());
            rest = rest.get(mark + 1..).unwrap_or_default();
            match rest.strip_prefix('"') {
                Some(after) => {
                    cell.push('"');
                    rest = after;
                }
                None => break,
            }
        }
        let end = rest.find([self.separator, '\n']).unwrap_or(rest.len());
        let (tail, after) = rest.split_at(end);
        cell.push_str(tail.strip_suffix('\r').unwrap_or(tail));
        self.line = opened + cell.matches('\n').count();
        self.rest = after;
        Ok(Cow::Owned(cell))
    }
}

impl<'t> Iterator for Records<'t> {
    type Item = Result<Record<'t>, (usize, Mistake)>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if self.rest.is_empty() {
                return None;
            }
            if self.quoted && !self.rest.starts_with(['\n', '\r']) {
                return Some(self.quoted_record());
            }
            let (line, rest) = self.rest.split_once('\n').unwrap_or((self.rest, ""));
            self.rest = rest;
            self.line += 1;
            let line = line.strip_suffix('\r').unwrap_or(line);
            if !line.trim().is_empty() {
                let cells = line.split(self.separator).map(Cow::Borrowed).collect();
                return Some(Ok(Record { line: self.line - 1, cells }));
            }
        }
    }
}
