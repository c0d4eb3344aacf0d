//! The house has layers: a module uses only modules above it in the list. And no file is too long to read.

use std::fs;
use std::path::{Path, PathBuf};

/// From the ground up.
const LAYERS: [&str; 18] = [
    "ontology",
    "text",
    "token",
    "lexicon",
    "document",
    "syntax",
    "gazetteer",
    "value",
    "rule",
    "mention",
    "resolve",
    "french",
    "statement",
    "proceeding",
    "relation",
    "graph",
    "extractor",
    "output",
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn rust_files(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut found);
    found
}

/// The modules that a line names after `crate::`, those of a group `crate::{a::B, c::D}` included.
fn used(line: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for (at, _) in line.match_indices("crate::") {
        let rest = &line[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let group = group.split(';').next().unwrap_or(group);
            let mut depth = 0;
            for part in group.split_inclusive([',', '{', '}']) {
                if depth == 0 {
                    names.push(part.trim().split([':', ',', '}', ' ']).next().unwrap_or_default());
                }
                depth += i32::from(part.ends_with('{')) - i32::from(part.ends_with('}'));
            }
        } else {
            names.push(rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default());
        }
    }
    names
}

#[test]
fn a_module_uses_only_modules_above_it() {
    // The plain results that the later stages fill in are types of the graph: they hold no logic.
    let rank = |module: &str| match module {
        "graph" => Some(0),
        _ => LAYERS.iter().position(|layer| *layer == module),
    };
    let mut faults = Vec::new();
    for path in rust_files("src") {
        let text = fs::read_to_string(&path).unwrap();
        let relative = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap();
        let module = relative.components().nth(1).unwrap().as_os_str().to_str().unwrap().to_owned();
        let Some(mine) = LAYERS.iter().position(|layer| *layer == module) else { continue };
        let code = text.split("#[cfg(test)]").next().unwrap_or(&text);
        for (number, line) in code.lines().enumerate() {
            // Examples in documentation are written by users, who stand above the house.
            if line.trim_start().starts_with("//") {
                continue;
            }
            for name in used(line) {
                if rank(name).is_some_and(|theirs| theirs > mine) {
                    faults.push(format!("{}:{}: {module} uses {name}", relative.display(), number + 1));
                }
            }
            if module == "output" {
                let seen = used(line)
                    .into_iter()
                    .find(|name| !["graph", "ontology", "output", "Span", "text"].contains(name));
                faults.extend(
                    seen.map(|name| format!("{}:{}: output sees {name}", relative.display(), number + 1)),
                );
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_rule_engine_knows_no_french() {
    for path in rust_files("src/rule") {
        let text = fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap_or(&text);
        for (number, line) in code.lines().enumerate() {
            let comment = line.trim_start().starts_with("//");
            let french = line.chars().any(|c| "éèêàâçîôûœ«»’".contains(c));
            assert!(comment || !french, "{}:{}: French in the engine: {line}", path.display(), number + 1);
        }
    }
}

#[test]
fn no_file_is_too_long_to_read() {
    for folder in ["src", "tests", "examples", "benches"] {
        for path in rust_files(folder) {
            let lines = fs::read_to_string(&path).unwrap().lines().count();
            assert!(lines <= 400, "{}: {lines} lines", path.display());
        }
    }
}

#[test]
fn the_reader_of_use_lines_reads_groups() {
    assert_eq!(used("use crate::{token::Token, text::Span};"), ["token", "text"]);
    assert_eq!(used("use crate::graph::{Entity, Graph};"), ["graph"]);
    assert_eq!(used("use crate::Span;"), ["Span"]);
}
