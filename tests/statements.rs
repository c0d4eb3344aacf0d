//! Who said what: a page of invented sentences, each with its statements under carets.
//!
//! `UPDATE=1 cargo test --test statements` rewrites the page with what is read today.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use greffier::graph::Graph;
use greffier::{Extractor, Stance};

fn page() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases/statements.txt")
}

/// A line of carets for each statement: what was said, its form, who said it (the name, or in brackets the
/// words that stand for somebody without one) and what that is, then the cue with all that it tells.
fn carets(text: &str, graph: &Graph) -> String {
    let mut lines = String::new();
    for statement in &graph.statements {
        let before = text[..statement.span.start()].chars().count();
        let said = statement.span.of(text).chars().count();
        let form = statement.form.name();
        write!(lines, "{}{} {form}", " ".repeat(before), "^".repeat(said)).unwrap();
        match statement.speaker {
            Some(speaker) => {
                let kind = speaker.kind.name();
                match speaker.entity.and_then(|id| graph.entity(id)) {
                    Some(entity) => write!(lines, " {} {kind}", entity.name).unwrap(),
                    None => write!(lines, " ({}) {kind}", speaker.span.of(text)).unwrap(),
                }
            }
            None => lines.push_str(" -"),
        }
        if let Some(cue) = &statement.cue {
            write!(lines, "; {}", cue.lemma).unwrap();
            if cue.stance != Stance::Neutral {
                write!(lines, " {}", cue.stance.name()).unwrap();
            }
            for (set, name) in [(cue.negated, " negated"), (cue.conditional, " conditional")] {
                lines.push_str(if set { name } else { "" });
            }
        }
        let circumstances = [("to", statement.addressee), ("in", statement.medium), ("at", statement.place)];
        for (name, reference) in circumstances {
            if let Some(reference) = reference {
                write!(lines, "; {name} {}", reference.span.of(text)).unwrap();
            }
        }
        if let Some(within) = statement.within {
            write!(lines, "; within {}", within.index()).unwrap();
        }
        lines.push('\n');
    }
    lines
}

/// The page as cases: comments above, the text, the carets under it.
fn cases(page: &str) -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    for block in page.split("\n\n") {
        let (mut above, mut text, mut below) = (String::new(), String::new(), String::new());
        for line in block.lines() {
            if line.starts_with('#') {
                writeln!(above, "{line}").unwrap();
            } else if line.trim_start().starts_with('^') {
                writeln!(below, "{line}").unwrap();
            } else {
                line.clone_into(&mut text);
            }
        }
        if !text.is_empty() || !above.is_empty() {
            found.push((above, text, below));
        }
    }
    found
}

#[test]
fn the_page_is_read_as_it_says() {
    let extractor = Extractor::french();
    let page_text = fs::read_to_string(page()).unwrap();
    let mut written = Vec::new();
    let mut faults = String::new();
    let (mut count, mut silent) = (0, 0);
    for (above, text, expected) in cases(&page_text) {
        if text.is_empty() {
            written.push(above);
            continue;
        }
        // A pilcrow stands for the end of a paragraph, one character for one.
        let article = text.replace('¶', "\n");
        let found = carets(&article, &extractor.extract(&article));
        if found != expected {
            writeln!(faults, "{text}\n{found}expected:\n{expected}").unwrap();
        }
        silent += usize::from(found.is_empty());
        written.push(format!("{above}{text}\n{found}"));
        count += 1;
    }
    assert!(count >= 250 && silent >= 60, "{count} cases, of which {silent} yield nothing");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(page(), written.join("\n")).unwrap();
    } else {
        assert!(faults.is_empty(), "{faults}");
    }
}

#[test]
fn unclosed_marks_cost_their_paragraph() {
    let text =
        "« Nous partons, a dit Paul Berthier.\n\nLa maire Claire Fontanel affirme que le pont est sûr.\n";
    let graph = Extractor::french().extract(text);
    let said: Vec<&str> = graph.statements.iter().map(|s| s.span.of(text)).collect();
    assert!(said.contains(&"le pont est sûr"), "{said:?}");
}

#[test]
fn ten_thousand_unclosed_marks_are_read() {
    for unit in [
        "« ",
        "\" ",
        "« Paul Berthier a dit : ",
        "selon ",
        "a déclaré que « ",
        "“ il dit ‘ ",
        "— ",
        ", selon lui, ",
    ] {
        let text = unit.repeat(10_000);
        let graph = Extractor::french().extract(&text);
        for statement in &graph.statements {
            assert!(text.get(statement.span.range()).is_some());
        }
    }
}
