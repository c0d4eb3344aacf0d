//! What pages with a mistake are answered with. `UPDATE=1 cargo test --test rule_errors` writes the answers anew.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use greffier::rule::{Page, Plain, Rules};

/// One mistake: its name, the page, the answer.
struct Case {
    name: String,
    page: String,
    answer: String,
}

fn cases(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut in_answer = false;
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("=== ") {
            cases.push(Case { name: name.to_owned(), page: String::new(), answer: String::new() });
            in_answer = false;
        } else if line == "---" {
            in_answer = true;
        } else if let Some(case) = cases.last_mut() {
            let part = if in_answer { &mut case.answer } else { &mut case.page };
            part.push_str(line);
            part.push('\n');
        }
    }
    cases
}

/// The rest of a rule, for pages that are about one line of it: `...` stands for it.
const REST: &str = "\n  doc     d\n  yes     y\n  no      n";

fn answer(page: &str) -> String {
    let plain = Plain::new(include_str!("cases/rule_vocabulary.txt"));
    let page = page.trim_end().replace("\n  ...", REST);
    match Rules::compile(&[Page::new("trade.page", &page)], &plain) {
        Ok(_) => "no mistake\n".to_owned(),
        Err(errors) => errors.to_string(),
    }
}

#[test]
fn every_mistake_is_answered_with_its_place_and_what_would_do() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/rule_errors.txt");
    let text = fs::read_to_string(&path).unwrap();
    let (mut fresh, mut faults) = (String::new(), String::new());
    for case in cases(&text) {
        let now = answer(&case.page);
        write!(fresh, "=== {}\n{}\n---\n{}\n", case.name, case.page.trim_end(), now).unwrap();
        if now.trim() != case.answer.trim() {
            writeln!(faults, "{}: answered\n{now}\nnot\n{}", case.name, case.answer).unwrap();
        }
        assert_ne!(now, "no mistake\n", "{}", case.name);
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, fresh).unwrap();
        return;
    }
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn there_are_enough_cases() {
    let text = include_str!("cases/rule_errors.txt");
    assert!(cases(text).len() >= 40);
}
