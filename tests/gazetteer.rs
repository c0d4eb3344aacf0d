//! Built-in names in sentences: carets under the text, then the usual name. `UPDATE_EXPECT=1` rewrites the carets.

use std::fmt::Write as _;
use std::path::Path;

use greffier::document::Document;
use greffier::gazetteer::{Hit, Requires, builtin_hits};

/// What is believed without any other evidence: the longest name, not one that needs context, nor one that
/// only the beginning of the sentence writes with a capital.
fn believed(doc: &Document<'_>) -> Vec<Hit> {
    let mut hits: Vec<Hit> = builtin_hits(doc)
        .into_iter()
        .filter(|hit| match hit.requires {
            Requires::Nothing => true,
            Requires::Capital => doc.sentence_of(hit.tokens.start()).start() != hit.tokens.start(),
            _ => false,
        })
        .collect();
    hits.sort_by_key(|hit| std::cmp::Reverse(hit.tokens.len()));
    let mut kept: Vec<Hit> = Vec::new();
    for hit in hits {
        if !kept.iter().any(|longer| longer.tokens.overlaps(hit.tokens)) {
            kept.push(hit);
        }
    }
    kept.sort_by_key(|hit| hit.tokens);
    kept
}

fn with_carets(text: &str) -> String {
    let doc = Document::new(text);
    let mut out = format!("{text}\n");
    for hit in believed(&doc) {
        let span = doc.span(hit.tokens);
        let before = text[..span.start()].chars().count();
        let width = span.of(text).chars().count();
        let entry = hit.entry();
        let kinds: Vec<&str> = entry.kinds.iter().map(greffier::EntityKind::name).collect();
        let _ = writeln!(
            out,
            "{}{} {}, {}",
            " ".repeat(before),
            "^".repeat(width),
            hit.entry.canonical(),
            kinds.join("/")
        );
    }
    out
}

#[test]
fn names_are_found() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/gazetteer.txt");
    let expected = std::fs::read_to_string(&path).expect("the cases are there");
    let texts = expected.lines().filter(|line| !line.trim_start().starts_with('^'));
    let found: String = texts.map(with_carets).collect();
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, &found).expect("written");
        return;
    }
    for (found, expected) in found.lines().zip(expected.lines()) {
        assert_eq!(found, expected);
    }
    assert_eq!(found.lines().count(), expected.lines().count());
}

#[test]
fn all_names_of_a_thing_share_its_entry() {
    for texts in [
        ["l'ONU", "les Nations unies"],
        ["la BCE", "la Banque centrale européenne"],
        ["à Kiev", "à Kyiv"],
        ["le PS", "le Parti socialiste"],
    ] {
        let [first, second] = texts.map(|text| {
            let doc = Document::new(text);
            builtin_hits(&doc).first().map(|hit| hit.entry)
        });
        assert!(first.is_some() && first == second, "{texts:?}");
    }
}

#[test]
fn shorter_names_are_given_too() {
    let doc = Document::new("un match du Paris Saint-Germain");
    let found: Vec<&str> = builtin_hits(&doc).iter().map(|hit| doc.slice(hit.tokens)).collect();
    assert_eq!(found.first(), Some(&"Paris Saint-Germain"));
    assert!(found.contains(&"Paris"));
}
