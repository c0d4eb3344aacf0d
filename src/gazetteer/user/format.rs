use std::path::Path;

/// How a list of names is written.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Format {
    /// Cells between tabs, no quoting; the first line names the columns.
    Tsv,
    /// Cells between commas (or semicolons, where the first line has no comma), quoted with `"` where needed;
    /// the first line names the columns.
    Csv,
    /// One JSON object a line; needs the feature `json`.
    #[cfg(feature = "json")]
    JsonLines,
}

impl Format {
    /// The format that the ending of a file name says.
    pub fn of_path(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "tsv" | "tab" => Some(Self::Tsv),
            "csv" => Some(Self::Csv),
            #[cfg(feature = "json")]
            "jsonl" | "ndjson" => Some(Self::JsonLines),
            _ => None,
        }
    }
}
