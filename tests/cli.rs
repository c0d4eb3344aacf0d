//! The example program from outside: what it says when something is amiss, and how it ends.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const TEXT: &str = "« Nous n’avons rien signé », a déclaré Claire Montreuil.\n";

/// The program, built by `cargo test` beside the tests wherever the target folder is.
fn program() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let profile = test.parent().and_then(Path::parent).unwrap();
    let program = profile.join("examples").join("extract").with_extension(std::env::consts::EXE_EXTENSION);
    if !program.exists() {
        // `cargo test --test cli` alone builds no examples.
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut build = Command::new(cargo);
        build.args(["build", "--quiet", "--example", "extract"]).current_dir(env!("CARGO_MANIFEST_DIR"));
        if profile.ends_with("release") {
            build.arg("--release");
        }
        let built = build.arg("--target-dir").arg(profile.parent().unwrap()).output().unwrap();
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    }
    program
}

/// A folder of its own for each test, emptied first.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("cli-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn run(arguments: &[&str], folder: &Path, input: &[u8]) -> (i32, String, String) {
    let mut child = Command::new(program())
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that does not read its input closes it: no fault of the test.
    let _ = child.stdin.take().unwrap().write_all(input);
    let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
    (status.code().unwrap(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

#[test]
fn without_arguments_it_reads_the_bundled_article() {
    let (code, out, err) = run(&[], &folder("bundled"), b"");
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("Moukhtar Abliazov"), "{out}");
}

#[test]
fn a_missing_file_is_named_and_the_others_are_read() {
    let folder = folder("missing");
    fs::write(folder.join("a.txt"), TEXT).unwrap();
    fs::write(folder.join("b.txt"), TEXT).unwrap();
    let (code, out, err) = run(&["--format", "jsonl", "a.txt", "none.txt", "b.txt"], &folder, b"");
    assert_eq!(code, 1);
    assert_eq!(out.lines().count(), 2, "both files that exist are read");
    assert!(err.starts_with("extract: none.txt: ") && err.lines().count() == 1, "{err}");
}

#[test]
fn a_file_in_another_encoding_is_refused_with_a_remedy() {
    let folder = folder("latin");
    fs::write(folder.join("latin.txt"), b"Le pr\xe9sident").unwrap();
    let (code, out, err) = run(&["latin.txt"], &folder, b"");
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.contains("latin.txt") && err.contains("UTF-8") && err.contains("byte 5"), "{err}");
    assert!(err.contains("iconv"), "{err}");
}

#[test]
fn a_folder_without_texts_is_told() {
    let folder = folder("empty");
    fs::create_dir(folder.join("inner")).unwrap();
    fs::write(folder.join("inner").join("a.md"), TEXT).unwrap();
    let (code, out, err) = run(&["inner"], &folder, b"");
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.contains("inner") && err.contains("*.txt"), "{err}");
}

#[test]
fn a_folder_is_read_in_order_and_to_the_bottom() {
    let folder = folder("tree");
    fs::create_dir(folder.join("b")).unwrap();
    for name in ["c.txt", "b/d.txt", "a.txt", "e.md"] {
        fs::write(folder.join(name), TEXT).unwrap();
    }
    let (code, out, _) = run(&["--format", "jsonl", "."], &folder, b"");
    let sources: Vec<String> = out
        .lines()
        .map(|line| {
            serde_json::from_str::<serde_json::Value>(line).unwrap()["source"].as_str().unwrap().to_owned()
        })
        .collect();
    assert_eq!(code, 0);
    assert_eq!(sources, ["./a.txt", "./b/d.txt", "./c.txt"]);
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder("locked");
    fs::write(folder.join("a.txt"), TEXT).unwrap();
    fs::set_permissions(folder.join("a.txt"), fs::Permissions::from_mode(0o0)).unwrap();
    if fs::read(folder.join("a.txt")).is_ok() {
        return; // The superuser reads everything.
    }
    let (code, _, err) = run(&["a.txt"], &folder, b"");
    assert_eq!(code, 1);
    assert!(err.contains("a.txt: cannot be read"), "{err}");
}

#[test]
fn a_dash_is_standard_input() {
    let folder = folder("dash");
    let (code, out, err) = run(&["--format", "json", "-"], &folder, TEXT.as_bytes());
    assert_eq!((code, err.as_str()), (0, ""));
    let graph: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(graph["entities"][0]["name"], "Claire Montreuil");
    let (code, _, err) = run(&["-"], &folder, b"\xff");
    assert_eq!(code, 1);
    assert!(err.starts_with("extract: -: is not UTF-8"), "{err}");
}

#[test]
fn every_format_is_written_and_no_other() {
    let folder = folder("formats");
    let (code, out, _) = run(&["--format", "conll", "-"], &folder, "Il part. Elle reste.".as_bytes());
    assert_eq!(code, 0);
    assert!(out.starts_with("Il\t0\t2\tO\npart\t3\t7\tO\n.\t7\t8\tO\n\nElle\t"), "{out}");
    let (code, out, _) = run(&["--format", "text", "-"], &folder, TEXT.as_bytes());
    assert_eq!(code, 0);
    assert!(out.contains("Claire Montreuil"), "{out}");
    let (code, _, err) = run(&["--format", "xml", "-"], &folder, b"");
    assert_eq!(code, 2);
    assert!(err.contains("xml") && err.contains("jsonl"), "the values that exist are listed: {err}");
}

#[test]
fn the_date_of_publication_makes_weekdays_dates() {
    let folder = folder("date");
    let text = "Luc Verdier a été condamné jeudi à deux ans de prison.";
    let (code, out, _) = run(&["--date", "2018-03-12", "--format", "json", "-"], &folder, text.as_bytes());
    assert_eq!(code, 0);
    assert!(out.contains("2018-03-08"), "the Thursday before: {out}");
    let (code, _, err) = run(&["--date", "hier", "-"], &folder, text.as_bytes());
    assert_ne!(code, 0);
    assert!(err.contains("hier") && err.contains("write it like 2022-01-14"), "{err}");
}

#[test]
fn names_and_rules_of_ones_own_are_read() {
    let folder = folder("own");
    fs::write(folder.join("names.tsv"), "name\tkind\tid\nArmoric Radoub\torganisation\tS1\n").unwrap();
    fs::write(folder.join("bad.tsv"), "name\tkind\nArmoric Radoub\tclub\n").unwrap();
    fs::write(folder.join("bad.page"), "rule a\n  doc d\n  on ~condaner\n  mark Person(x)\n  yes y\n")
        .unwrap();
    let text = "Le chantier Armoric Radoub a fermé.";
    let (code, out, _) = run(&["--names", "names.tsv", "--format", "json", "-"], &folder, text.as_bytes());
    assert_eq!(code, 0);
    assert!(out.contains("\"external_id\": \"S1\""), "{out}");
    for (arguments, wanted) in [
        (["--names", "bad.tsv"], "bad.tsv:2: no kind is called «club»"),
        (["--names", "none.tsv"], "none.tsv"),
        (["--rules", "bad.page"], "did you mean `condamner`?"),
        (["--rules", "none.page"], "none.page: cannot be read"),
    ] {
        let (code, out, err) = run(&[arguments[0], arguments[1], "-"], &folder, text.as_bytes());
        assert_eq!((code, out.as_str()), (1, ""), "{arguments:?}");
        assert!(err.contains(wanted), "{arguments:?}: {err}");
    }
}
