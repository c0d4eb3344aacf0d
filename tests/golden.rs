//! Whole articles with what is written down about them: `tests/golden/*.md`.
//!
//! The facts of a page are exactly what the extractor finds, read and judged by hand. What is wrong with
//! them is said there too, and must still be wrong, so that a mend shows:
//!
//! * `fault: not` before a line: it is found, and false;
//! * `fault: lacks` before a line: it is true, and not found.
//!
//! `UPDATE=1 cargo test --test golden` rewrites the facts and keeps those marks that still hold.

mod support;

use std::fmt::Write;
use std::fs;

use greffier::graph::{EntityId, Graph, Reference};
use greffier::{EntityKind, Extractor, Span, Status};

const NOT: &str = "fault: not ";
const LACKS: &str = "fault: lacks ";

/// A graph, one fact a line.
struct Facts<'a> {
    text: &'a str,
    graph: &'a Graph,
}

impl Facts<'_> {
    fn name(&self, id: EntityId) -> &str {
        self.graph.entity(id).map_or("?", |entity| entity.name.as_str())
    }

    /// The words, and the name behind them where it is another one.
    fn who(&self, entity: Option<EntityId>, span: Span) -> String {
        let words = span.of(self.text);
        match entity.map(|id| self.name(id)) {
            Some(name) if name == words => words.to_owned(),
            Some(name) => format!("{words} [{name}]"),
            None => format!("{words} [-]"),
        }
    }

    fn whom(&self, references: &[Reference]) -> String {
        references.iter().map(|r| self.who(r.entity, r.span)).collect::<Vec<_>>().join(" + ")
    }

    fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        self.entities(&mut lines);
        self.statements(&mut lines);
        self.proceedings(&mut lines);
        self.relations(&mut lines);
        lines.iter().map(|line| line.replace('\n', " ¶ ")).collect()
    }

    fn entities(&self, lines: &mut Vec<String>) {
        for entity in &self.graph.entities {
            let named = matches!(
                entity.kind,
                EntityKind::Person
                    | EntityKind::Organisation
                    | EntityKind::Location
                    | EntityKind::Event
                    | EntityKind::Product
            );
            if named {
                let names = std::iter::once(&entity.name).chain(&entity.aliases);
                let names: Vec<&str> = names.map(String::as_str).collect();
                lines.push(format!("{} {}", entity.kind, names.join(" = ")));
            }
        }
    }

    fn statements(&self, lines: &mut Vec<String>) {
        for statement in &self.graph.statements {
            let speaker = statement.speaker.map_or("nobody".to_owned(), |s| self.who(s.entity, s.span));
            let cue = statement.cue.as_ref().map_or("-", |cue| cue.span.of(self.text));
            let content = statement.span.of(self.text);
            lines.push(format!("{} | {speaker} | {cue} | {content}", statement.form));
        }
    }

    fn proceedings(&self, lines: &mut Vec<String>) {
        for proceeding in &self.graph.proceedings {
            let trigger = proceeding.trigger.of(self.text);
            let mut line = format!("{} {} «{trigger}»", proceeding.kind, proceeding.status);
            let spans = |spans: &mut dyn Iterator<Item = Span>| {
                spans.map(|span| span.of(self.text)).collect::<Vec<_>>().join(" + ")
            };
            let slots = [
                ("who", self.whom(&proceeding.parties)),
                ("for", spans(&mut proceeding.offences.iter().copied())),
                ("to", spans(&mut proceeding.penalties.iter().map(|p| p.span))),
                ("victim", self.whom(&proceeding.victims)),
                ("by", self.whom(proceeding.body.as_slice())),
                ("on", spans(&mut proceeding.date.iter().map(|d| d.span))),
                ("in", if proceeding.in_absentia { "absentia".to_owned() } else { String::new() }),
            ];
            for (slot, value) in slots.iter().filter(|(_, value)| !value.is_empty()) {
                write!(line, " | {slot}: {value}").unwrap();
            }
            lines.push(line);
        }
    }

    fn relations(&self, lines: &mut Vec<String>) {
        for relation in &self.graph.relations {
            let mut line = format!("{} {}", relation.kind, self.name(relation.from));
            if let Some(role) = relation.role {
                write!(line, " | {}", role.of(self.text)).unwrap();
            }
            if let Some(to) = relation.to {
                write!(line, " -> {}", self.name(to)).unwrap();
            }
            if relation.former {
                line.push_str(" | former");
            }
            if relation.status != Status::Asserted {
                write!(line, " | {}", relation.status).unwrap();
            }
            lines.push(line);
        }
    }
}

/// The facts found, each with its mark where it is known to be false, and the lacks that still hold.
fn rewritten(old: &str, found: &[String]) -> String {
    let mut facts = String::new();
    for line in found {
        let known = old.lines().filter_map(|l| l.strip_prefix(NOT)).any(|l| l == line);
        writeln!(facts, "{}{line}", if known { NOT } else { "" }).unwrap();
    }
    for lack in old.lines().filter_map(|l| l.strip_prefix(LACKS)).filter(|l| !found.iter().any(|f| f == l)) {
        writeln!(facts, "{LACKS}{lack}").unwrap();
    }
    facts
}

/// What of the page is not as it says.
fn faults(old: &str, found: &[String]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut left: Vec<&str> = found.iter().map(String::as_str).collect();
    for line in old.lines().filter(|line| !line.is_empty()) {
        if let Some(lack) = line.strip_prefix(LACKS) {
            if found.iter().any(|f| f == lack) {
                faults.push(format!("mended, now found: {lack}"));
            }
            continue;
        }
        let (fact, known) = line.strip_prefix(NOT).map_or((line, false), |fact| (fact, true));
        match left.iter().position(|f| *f == fact) {
            Some(at) => drop(left.remove(at)),
            None if known => faults.push(format!("mended, no longer found: {fact}")),
            None => faults.push(format!("lost: {fact}")),
        }
    }
    faults.extend(left.into_iter().map(|fact| format!("new: {fact}")));
    faults
}

#[test]
fn articles_give_the_facts_that_are_written_beside_them() {
    let extractor = Extractor::french();
    let update = std::env::var_os("UPDATE").is_some();
    let pages = support::pages();
    assert!(pages.len() >= 12, "only {} articles are left", pages.len());
    let mut told = String::new();
    for (path, page) in pages {
        let text = support::block(&page, "text");
        let graph = extractor.extract(text);
        let found = Facts { text, graph: &graph }.lines();
        let old = support::block(&page, "facts");
        if update {
            let page =
                page.replace(&format!("```facts\n{old}"), &format!("```facts\n{}", rewritten(old, &found)));
            fs::write(&path, page).unwrap();
            continue;
        }
        for fault in faults(old, &found) {
            writeln!(told, "{}: {fault}", path.file_name().unwrap().display()).unwrap();
        }
    }
    assert!(told.is_empty(), "read these, then UPDATE=1 and judge the new lines:\n{told}");
}

#[test]
fn marks_are_kept_while_they_hold() {
    let found = ["person A".to_owned(), "person B".to_owned()];
    let old = "person A\nfault: not person B\nfault: lacks person C\n";
    assert!(faults(old, &found).is_empty());
    assert_eq!(rewritten(old, &found), old);
    let mended = ["person A".to_owned(), "person C".to_owned()];
    assert_eq!(faults(old, &mended).len(), 3, "no longer found, now found, and new");
    assert_eq!(rewritten(old, &mended), "person A\nperson C\n");
}
