//! Tables of cases: a text, a tab, and what is found in it.

use std::fmt::Write as _;
use std::{env, fs};

/// Compares every line of `tests/cases/NAME.tsv` with what `found` says of its text. `UPDATE=1` rewrites the second
/// column: read every line of the difference before it is committed. A line that begins with `!` asserts a fault
/// that is known.
pub fn check(name: &str, least: usize, found: impl Fn(&str) -> String) {
    let path = format!("{}/tests/cases/{name}.tsv", env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(&path).unwrap();
    let mut written = String::new();
    let mut faults = Vec::new();
    let mut cases = 0;
    for (number, line) in page.lines().enumerate() {
        let case = line.strip_prefix('!').unwrap_or(line);
        if line.is_empty() || line.starts_with('#') {
            writeln!(written, "{line}").unwrap();
            continue;
        }
        let (text, expected) = case.split_once('\t').unwrap();
        let is = found(text);
        cases += 1;
        if is != expected {
            faults.push(format!("line {}: {text}\n  expected {expected}\n  found    {is}", number + 1));
        }
        let mark = if line.starts_with('!') { "!" } else { "" };
        writeln!(written, "{mark}{text}\t{is}").unwrap();
    }
    assert!(cases >= least, "only {cases} cases");
    if env::var_os("UPDATE").is_some() {
        fs::write(&path, written).unwrap();
    } else {
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}
