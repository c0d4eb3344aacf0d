use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A stretch of text: byte offsets into the UTF-8 that was given, end exclusive.
///
/// A span made by the crate always lies on character boundaries of its text.
///
/// ```
/// use greffier::Span;
/// let span = Span::new(0, 5);
/// assert_eq!(span.of("Égée bleue"), "Égé");
/// assert_eq!(format!("{span:?}"), "0..5");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// A span from `start` to `end`, in bytes; an end before the start gives an empty span at `start`.
    pub const fn new(start: usize, end: usize) -> Self {
        let end = if end < start { start } else { end };
        Self { start: start as u32, end: end as u32 }
    }

    /// First byte.
    pub const fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    pub const fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The words of `text` that it covers, or the empty string where it does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start()..self.end()).unwrap_or_default()
    }

    /// The span as a range, for indexing.
    pub const fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// Whether `other` lies inside or is equal.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}
