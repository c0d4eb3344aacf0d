//! What the benchmarks share: a text of invented news, of a size that they choose.

/// Invented articles of several sorts, quotations and all.
pub const NEWS: &str = include_str!("news.txt");

/// The articles over and over, up to at least `bytes`.
pub fn news(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + NEWS.len());
    while text.len() < bytes {
        text.push_str(NEWS);
        text.push_str("\n\n");
    }
    text
}
