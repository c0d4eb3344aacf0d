//! Packs the word lists of `src/lexicon/raw` and `src/lexicon/data` into `src/lexicon/lexicon.pack`.
//!
//! `cargo run --release --example pack_lexicon [OUTPUT]` writes the same bytes every time. A list that is
//! not there is said so and left out.

mod packer;

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon");
    let output = std::env::args().nth(1).map_or_else(|| root.join("lexicon.pack"), Into::into);
    let packed = packer::pack(&root);
    let mut report = std::io::stderr().lock();
    for note in &packed.notes {
        let _ = writeln!(report, "{note}");
    }
    match std::fs::write(&output, &packed.bytes) {
        Ok(()) => {
            let _ = writeln!(report, "{}: {} bytes", output.display(), packed.bytes.len());
            ExitCode::SUCCESS
        }
        Err(error) => {
            let _ = writeln!(report, "{}: {error}", output.display());
            ExitCode::FAILURE
        }
    }
}
