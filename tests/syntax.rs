//! Sentences with what the syntax finds in them: `tests/cases/syntax.txt`. `UPDATE=1` writes what is found now.

use std::fmt::Write;
use std::path::PathBuf;

use greffier::document::Document;
use greffier::syntax::Syntax;

/// Blocks of the page: a line `> sentence`, then the expected lines up to an empty line; other lines are kept.
fn read_again(page: &str, syntax: &mut Syntax) -> (String, usize) {
    let (mut out, mut sentences) = (String::new(), 0);
    let mut skipping = false;
    for line in page.lines() {
        if let Some(sentence) = line.strip_prefix("> ") {
            let doc = Document::new(sentence);
            syntax.read(&doc);
            let _ = writeln!(out, "{line}\n{}", syntax.show(&doc).trim_end());
            (skipping, sentences) = (true, sentences + 1);
        } else if line.is_empty() || !skipping {
            skipping = false;
            let _ = writeln!(out, "{line}");
        }
    }
    (out, sentences)
}

#[test]
fn sentences_are_read_as_written_down() {
    let path = std::env::var("SYNTAX_CASES").map_or_else(
        |_| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases/syntax.txt"),
        PathBuf::from,
    );
    let page = std::fs::read_to_string(&path).unwrap();
    let (found, sentences) = read_again(&page, &mut Syntax::new());
    if std::env::var("UPDATE").is_ok() {
        std::fs::write(&path, &found).unwrap();
        return;
    }
    assert!(sentences > 0);
    for (number, (expected, got)) in page.lines().zip(found.lines()).enumerate() {
        assert_eq!(expected, got, "{}:{}", path.display(), number + 1);
    }
    assert_eq!(page.lines().count(), found.lines().count());
}
