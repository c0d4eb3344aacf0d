//! What several tests share: the invented articles of `tests/golden`.

use std::fs;
use std::path::PathBuf;

/// The pages of `tests/golden`, sorted by name, with their contents.
pub fn pages() -> Vec<(PathBuf, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

/// What stands in the block of a page that begins with three backticks and `name`.
pub fn block<'p>(page: &'p str, name: &str) -> &'p str {
    let open = format!("```{name}\n");
    let start = page.find(&open).unwrap_or_else(|| panic!("no block «{name}»")) + open.len();
    let length = page[start..].find("```").expect("a block is closed");
    &page[start..start + length]
}

/// The articles alone.
#[allow(dead_code)] // Each test that includes this file uses a part of it.
pub fn articles() -> Vec<String> {
    pages().iter().map(|(_, page)| block(page, "text").to_owned()).collect()
}
