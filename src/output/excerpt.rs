use std::fmt;

use crate::Span;

/// Words of the text on one line, cut in the middle where they are long.
pub(super) struct Excerpt<'t> {
    words: &'t str,
    width: usize,
}

impl<'t> Excerpt<'t> {
    /// The words of `span`, in at most about `width` characters.
    pub(super) fn new(span: Span, text: &'t str, width: usize) -> Self {
        Self { words: span.of(text), width }
    }
}

impl fmt::Display for Excerpt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.words.chars().count();
        let (head, tail) = if count > self.width {
            let tail = self.width / 4;
            (self.width.saturating_sub(tail + 3), tail)
        } else {
            (count, 0)
        };
        let mut space = false;
        let skip = head..count.saturating_sub(tail);
        for (i, c) in self.words.chars().enumerate() {
            if i == skip.start && !skip.is_empty() {
                f.write_str(" … ")?;
            }
            if skip.contains(&i) {
                continue;
            }
            // Line ends and runs of spaces are layout of the article, not of the report.
            if c.is_whitespace() {
                if !space {
                    f.write_str(" ")?;
                }
                space = true;
            } else {
                fmt::Write::write_char(f, c)?;
                space = false;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_cut_in_the_middle() {
        let check = |text: &str, width, expected: &str| {
            assert_eq!(Excerpt::new(Span::new(0, text.len()), text, width).to_string(), expected);
        };
        check("court", 20, "court");
        check("deux\n lignes", 20, "deux lignes");
        check("une phrase bien trop longue pour la ligne", 20, "une phrase b … ligne");
        check("éééééééééééééééé", 8, "ééé … éé");
    }
}
