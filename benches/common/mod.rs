//! What the benchmarks share: a text of invented news, of a size that they choose.

/// Invented articles of several sorts, quotations and all.
pub const NEWS: &str = include_str!("news.txt");

#[allow(dead_code)] // Not every benchmark needs a size.
/// The articles over and over, up to at least `bytes`.
pub fn news(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + NEWS.len());
    while text.len() < bytes {
        text.push_str(NEWS);
        text.push_str("\n\n");
    }
    text
}

/// The *.txt files of the folder that `GREFFIER_BENCH_FOLDER` names, in the order of their names; else the invented
/// article.
#[allow(dead_code)] // Not every benchmark reads articles.
pub fn articles() -> Vec<String> {
    let Some(folder) = std::env::var_os("GREFFIER_BENCH_FOLDER") else {
        return vec![NEWS.to_owned()];
    };
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}
