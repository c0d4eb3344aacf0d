//! Reads French news articles and prints what they say: who said what, who was convicted of what,
//! which organisations were involved.
//!
//! `cargo run --release --example extract` reads the bundled article; give it files, folders or `-`.

mod input;
mod view;

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use greffier::Extractor;
use greffier::gazetteer::Gazetteer;
use greffier::value::Date;
use indicatif::ProgressBar;

use input::articles;
use view::Format;

/// Who said what, who was convicted of what, and which organisations were involved.
#[derive(Parser)]
#[command(name = "extract")]
struct Arguments {
    /// Text files, folders (every *.txt below them, in order), or - for standard input; a bundled article if none.
    paths: Vec<PathBuf>,
    /// What to print.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Date of publication, which makes «jeudi» and «l’an dernier» dates.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    date: Option<Date>,
    /// A list of names of your own (.tsv or .csv with columns name, kind, id, aliases, priority); may be repeated.
    #[arg(long, value_name = "FILE")]
    names: Vec<PathBuf>,
    /// A page of rules of your own; may be repeated.
    #[arg(long, value_name = "FILE")]
    rules: Vec<PathBuf>,
}

fn day(written: &str) -> Result<Date, String> {
    Date::parse(written).ok_or_else(|| "no such day; write it like 2022-01-14".to_owned())
}

/// The extractor that the arguments ask for, or what is wrong with them.
fn extractor(arguments: &Arguments) -> Result<Extractor, String> {
    let mut builder = Extractor::builder();
    if let Some(date) = arguments.date {
        builder = builder.published(date);
    }
    if !arguments.names.is_empty() {
        let mut names = Gazetteer::builder();
        for file in &arguments.names {
            names = names.file(file).map_err(|error| error.to_string())?;
        }
        builder = builder.gazetteer(names.build());
    }
    for file in &arguments.rules {
        let name = file.display().to_string();
        let page =
            std::fs::read_to_string(file).map_err(|error| format!("{name}: cannot be read: {error}"))?;
        builder = builder.page(&name, &page).map_err(|errors| errors.to_string())?;
    }
    Ok(builder.build())
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let extractor = match extractor(&arguments) {
        Ok(extractor) => extractor,
        Err(message) => {
            complain(&message);
            return ExitCode::FAILURE;
        }
    };
    let (articles, mut failed) = articles(&arguments.paths);
    let progress = if articles.len() > 1 && io::stderr().is_terminal() {
        ProgressBar::new(articles.len() as u64)
    } else {
        ProgressBar::hidden()
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let several = articles.len() > 1;
    for article in articles {
        let written = article.read().map(|text| {
            let graph = extractor.extract(&text);
            arguments.format.write(&mut out, &article.name(), &text, &graph, several)
        });
        match written {
            Ok(Ok(())) => {}
            // Whoever reads us has seen enough (`| head`): that is no fault.
            Ok(Err(error)) if error.kind() == io::ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
            Ok(Err(error)) => failed |= complain(&format!("cannot write the output: {error}")),
            Err(error) => failed |= complain(&error),
        }
        progress.inc(1);
    }
    progress.finish_and_clear();
    if let Err(error) = out.flush()
        && error.kind() != io::ErrorKind::BrokenPipe
    {
        failed |= complain(&format!("cannot write the output: {error}"));
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Tells what went wrong on standard error; true, so that the caller can remember it.
fn complain(message: &str) -> bool {
    let _ = writeln!(io::stderr(), "extract: {message}");
    true
}
