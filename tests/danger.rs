//! Names that are common words (`cases/danger.tsv`) and the styles of papers and agencies (`cases/styles.tsv`).

use std::collections::BTreeSet;
use std::fs;

use greffier::{EntityKind, Extractor, MentionForm};

/// The text without its marks, and the marked names with where they begin.
fn unmarked(marked: &str) -> (String, BTreeSet<(usize, String)>) {
    let (mut text, mut names) = (String::new(), BTreeSet::new());
    let mut parts = marked.split('[');
    text.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (name, rest) = part.split_once(']').unwrap();
        names.insert((text.len(), name.to_owned()));
        text.push_str(name.split_once('|').unwrap().0);
        text.push_str(rest);
    }
    (text, names)
}

fn found(text: &str) -> BTreeSet<(usize, String)> {
    let graph = Extractor::french().extract(text);
    let mut names = BTreeSet::new();
    for entity in &graph.entities {
        let kind = match entity.kind {
            EntityKind::Person => 'p',
            EntityKind::Organisation => 'o',
            EntityKind::Location => 'l',
            EntityKind::Event => 'e',
            EntityKind::Product => 'x',
            _ => continue,
        };
        for mention in entity.mentions.iter().filter(|mention| mention.form == MentionForm::Name) {
            names.insert((mention.span.start(), format!("{}|{kind}", mention.span.of(text))));
        }
    }
    names
}

/// Every line of a table: a title, then texts with their names marked, each to be read exactly so.
fn check(table: &str, texts_of_each: usize, least: usize) {
    let path = format!("{}/tests/cases/{table}.tsv", env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(path).unwrap();
    let mut faults = Vec::new();
    let mut titles = BTreeSet::new();
    for line in page.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let case = line.strip_prefix('!').unwrap_or(line);
        let columns: Vec<&str> = case.split('\t').collect();
        let (title, texts) = (columns[0], &columns[1..]);
        assert!(titles.insert(title.to_owned()), "«{title}» twice");
        assert_eq!(texts.len(), texts_of_each, "«{title}»");
        let wrong: Vec<String> = texts
            .iter()
            .filter_map(|marked| {
                let (text, names) = unmarked(marked);
                let found = found(&text);
                (found != names).then(|| format!("{marked}\n  found {found:?}"))
            })
            .collect();
        if wrong.is_empty() == line.starts_with('!') {
            faults.push(if wrong.is_empty() {
                format!("«{title}» has lost its fault")
            } else {
                wrong.join("\n")
            });
        }
    }
    assert!(titles.len() >= least, "only {} cases", titles.len());
    assert!(faults.is_empty(), "{}\n{} faults", faults.join("\n"), faults.len());
}

#[test]
fn names_that_are_words() {
    check("danger", 2, 150);
}

#[test]
fn every_style_of_paper() {
    check("styles", 1, 50);
}
