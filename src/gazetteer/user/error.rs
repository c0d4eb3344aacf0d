/// What is wrong with a list of names: the file, the line, the mistake, and what would do.
///
/// ```
/// use greffier::gazetteer::{Format, Gazetteer};
/// let error = Gazetteer::builder().text(Format::Tsv, "clubs.tsv", "name\tkind\nFC Brume\tclub\n").unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "clubs.tsv:2: no kind is called «club»; there are person, organisation, location, event, product",
/// );
/// ```
#[derive(Debug, thiserror::Error)]
#[error("{}{mistake}", place(source_name, *line))]
pub struct GazetteerError {
    source_name: String,
    line: usize,
    mistake: Mistake,
}

impl GazetteerError {
    pub(super) fn new(source_name: &str, line: usize, mistake: Mistake) -> Self {
        Self { source_name: source_name.to_owned(), line, mistake }
    }

    /// The file, or the name given for what was read.
    pub fn source_name(&self) -> &str {
        &self.source_name
    }

    /// The line, from 1; 0 where the whole file is meant.
    pub fn line(&self) -> usize {
        self.line
    }

    /// The mistake.
    pub fn mistake(&self) -> &Mistake {
        &self.mistake
    }
}

fn place(source: &str, line: usize) -> String {
    match line {
        0 => format!("{source}: "),
        line => format!("{source}:{line}: "),
    }
}

/// The ways in which a list of names can be wrong.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Mistake {
    /// The file cannot be read.
    #[error("cannot be read: {0}")]
    Unreadable(#[from] std::io::Error),
    /// The ending of the file name says nothing.
    #[error("the ending of the name does not tell the format; {known} would do")]
    UnknownFormat {
        /// The endings that do.
        known: &'static str,
    },
    /// The line is not UTF-8.
    #[error("the line is not UTF-8; save the file as UTF-8")]
    NotUtf8,
    /// There is no line at all.
    #[error("there is no header; begin with a line like «name, kind, id, aliases, priority»")]
    Empty,
    /// The header lacks a column that must be there.
    #[error(
        "the header has no column «{column}», only {found}; begin with a line like «name, kind, id, aliases, priority»"
    )]
    NoColumn {
        /// The column.
        column: &'static str,
        /// The columns that are there.
        found: String,
    },
    /// The header has a column that means nothing here.
    #[error("the column «{column}» means nothing here; there are name, kind, id, aliases, priority")]
    UnknownColumn {
        /// The column.
        column: String,
    },
    /// A line has more cells than the header.
    #[error("{cells} cells, but the header has {columns}; is a separator not quoted?")]
    TooManyCells {
        /// Cells of the line.
        cells: usize,
        /// Columns of the header.
        columns: usize,
    },
    /// The name is empty.
    #[error("the name is empty; give one, or delete the line")]
    NoName,
    /// A name has no letter and no digit.
    #[error("«{name}» has no letter and no digit; a name needs one")]
    NoLetters {
        /// The name.
        name: String,
    },
    /// The kind is empty.
    #[error("the kind is empty; there are person, organisation, location, event, product")]
    NoKind,
    /// No such kind.
    #[error("no kind is called «{kind}»; there are person, organisation, location, event, product")]
    UnknownKind {
        /// What stands there.
        kind: String,
    },
    /// The priority is not a number.
    #[error("the priority «{priority}» is no whole number; write one like 10, or leave it empty")]
    Priority {
        /// What stands there.
        priority: String,
    },
    /// A quotation mark is never closed.
    #[error(
        "the quotation mark that opens here is never closed; close it, or double it if it is part of the name"
    )]
    OpenQuote,
    /// A JSON line is not an object as wanted.
    #[error("not an entry: {what}; write {{\"name\": \"…\", \"kind\": \"person\"}}")]
    Json {
        /// What the parser says.
        what: String,
    },
    /// More names than ids.
    #[error("too many names: at most {most} can be held")]
    TooMany {
        /// The limit.
        most: u32,
    },
}
