//! Prints why the words of a file were or were not taken for a name.
//!
//! `cargo run --example explain -- article.txt «Ablyazov»` explains every place where the words stand.

use std::io::{self, Write};
use std::process::ExitCode;

use greffier::{Extractor, Span};

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(path), Some(words)) = (arguments.next(), arguments.next()) else {
        let _ = writeln!(io::stderr(), "usage: explain FILE WORDS");
        return ExitCode::FAILURE;
    };
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) => {
            let _ = writeln!(io::stderr(), "explain: {path}: {error}");
            return ExitCode::FAILURE;
        }
    };
    let extractor = Extractor::french();
    let mut out = io::stdout().lock();
    let mut found = false;
    for (at, _) in text.match_indices(&words) {
        let written = match extractor.explain(&text, Span::new(at, at + words.len())) {
            Some(explanation) => writeln!(out, "{explanation}"),
            None => writeln!(out, "«{words}» at byte {at} never was a candidate\n"),
        };
        found = true;
        if written.is_err() {
            return ExitCode::SUCCESS;
        }
    }
    if found { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
