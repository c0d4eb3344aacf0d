//! Sentences and the proceedings that they tell of; `UPDATE=1` rewrites what is expected, to be read before it is kept.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use greffier::graph::{Graph, Proceeding, Reference};
use greffier::{Extractor, Span};

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases/proceedings.tsv")
}

fn name<'t>(graph: &'t Graph, text: &'t str, reference: &Reference) -> &'t str {
    reference
        .entity
        .and_then(|id| graph.entity(id))
        .map_or_else(|| reference.span.of(text), |entity| &entity.name)
}

/// One record on one line: only the parts that it has.
fn show(graph: &Graph, text: &str, proceeding: &Proceeding) -> String {
    let names = |list: &[Reference]| list.iter().map(|r| name(graph, text, r)).collect::<Vec<_>>().join(", ");
    let words = |list: &[Span]| list.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(", ");
    let penalties: Vec<Span> = proceeding.penalties.iter().map(|penalty| penalty.span).collect();
    let mut line = format!("{}({}", proceeding.kind, names(&proceeding.parties));
    let mut part = |name: &str, value: &str| {
        if !value.is_empty() {
            let _ = write!(line, "; {name}: {value}");
        }
    };
    part("offences", &words(&proceeding.offences));
    part("penalties", &words(&penalties));
    part("victims", &names(&proceeding.victims));
    part("body", proceeding.body.as_ref().map_or("", |body| name(graph, text, body)));
    part("date", proceeding.date.as_ref().map_or("", |date| date.span.of(text)));
    part("damage", proceeding.damage.map_or("", |span| span.of(text)));
    part("counts", &proceeding.counts.map_or_else(String::new, |counts| counts.to_string()));
    part("absent", if proceeding.in_absentia { "yes" } else { "" });
    part("appeal", if proceeding.under_appeal { "yes" } else { "" });
    let _ = write!(line, ") {}", proceeding.status);
    line
}

#[test]
fn sentences_tell_their_proceedings() {
    let cases = fs::read_to_string(path()).unwrap();
    let extractor = Extractor::french();
    let (mut written, mut faults, mut silent, mut count) = (String::new(), Vec::new(), 0, 0);
    for line in cases.lines() {
        if line.is_empty() || line.starts_with('#') {
            written.push_str(line);
            written.push('\n');
            continue;
        }
        let (text, expected) = line.split_once('\t').unwrap_or((line, ""));
        let graph = extractor.extract(text);
        let found: Vec<String> = graph.proceedings.iter().map(|p| show(&graph, text, p)).collect();
        let found = if found.is_empty() { "-".to_owned() } else { found.join(" | ") };
        count += 1;
        silent += usize::from(found == "-");
        if found != expected {
            faults.push(format!("{text}\n  expected {expected}\n  found    {found}"));
        }
        let _ = writeln!(written, "{text}\t{found}");
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(path(), written).unwrap();
        return;
    }
    assert!(count >= 150 && silent >= 40, "{count} sentences, {silent} of them with nothing");
    assert!(faults.is_empty(), "{} of {count}\n{}", faults.len(), faults.join("\n"));
}
