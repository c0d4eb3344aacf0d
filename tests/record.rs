//! The history of speed in `benches/record` (see `examples/record.rs`): every file can be read by a machine.

use std::fs;
use std::path::Path;

const HEAD: &str = "bench,bytes a second,ratio to bare segmentation,machine,commit";

/// What is wrong with a record, if anything.
fn fault(name: &str, csv: &str) -> Option<String> {
    let (date, commit) = name.strip_suffix(".csv")?.split_at_checked(10)?;
    let shape: String = date.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }).collect();
    if shape != "9999-99-99" {
        return Some("its name does not begin with a date".into());
    }
    let commit = commit.strip_prefix('-')?;
    let mut lines = csv.lines();
    if lines.next() != Some(HEAD) {
        return Some("its head is another".into());
    }
    let mut whole = 0;
    for line in lines {
        let columns: Vec<&str> = line.split(',').collect();
        let [bench, speed, ratio, machine, of] = columns[..] else {
            return Some(format!("not five columns: {line}"));
        };
        let positive = |number: &str| number.parse::<f64>().is_ok_and(|number| number > 0.0);
        if !positive(speed) || !positive(ratio) || machine.is_empty() || !of.starts_with(commit) {
            return Some(format!("no such figures: {line}"));
        }
        whole += usize::from(bench == "whole");
    }
    (whole != 1).then(|| "the whole is not measured once".into())
}

#[test]
fn every_record_parses() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/record");
    let mut records = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        assert_eq!(path.extension().and_then(|e| e.to_str()), Some("csv"), "{name}: no record");
        assert_eq!(fault(name, &fs::read_to_string(&path).unwrap()), None, "{name}");
        records += 1;
    }
    assert!(records > 0, "no record");
}

#[test]
fn a_broken_record_is_seen() {
    let good = format!("{HEAD}\nwhole,5000000,0.0900,a machine,abc1234\n");
    assert_eq!(fault("2020-02-03-abc1234.csv", &good), None);
    for (name, csv) in [
        ("yesterday--abc1234.csv", good.clone()),
        ("2020-02-03-abc1234.csv", HEAD.to_owned()),
        ("2020-02-03-abc1234.csv", good.replace("0.0900", "fast")),
        ("2020-02-03-abc1234.csv", good.replace("a machine", "a, machine")),
        ("2020-02-03-fff0000.csv", good.clone()),
    ] {
        assert!(fault(name, &csv).is_some(), "{name}\n{csv}");
    }
}
