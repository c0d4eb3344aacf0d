//! Measures the speed of everything and writes it down as a dated CSV:
//!
//! `cargo run --release --features parallel --example record`
//!
//! The file lands in `benches/record/`, named after the date and the name of the commit. Each line is the fastest of
//! several runs; the bare segmentation that it is compared with is measured on the same text, turn by turn, so that
//! both meet the same machine. Every run checks that it found what the first one found.
//! `GREFFIER_BENCH_FOLDER` names a folder whose *.txt files are read instead of the bundled articles.

#[path = "../benches/common/mod.rs"]
mod common;

use std::error::Error;
use std::fmt::Write as _;
use std::hint::black_box;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::Instant;
use std::{env, fs, io, thread};

use greffier::extractor::Stage;
use greffier::{Extractor, Graph};
use unicode_segmentation::UnicodeSegmentation;

/// A record: a line for each thing measured.
struct Record {
    lines: String,
    /// What is the same in each line: machine and commit.
    tail: String,
}

impl Record {
    /// Measures `run`, which must give the same count each time, beside the bare segmentation of the same texts.
    fn measure(&mut self, bench: &str, texts: &[String], rounds: usize, mut run: impl FnMut() -> usize) {
        let bytes: usize = texts.iter().map(String::len).sum();
        // Short texts are read so often that the clock can tell.
        let times = (50_000 / bytes.max(1)).max(1);
        let found = run();
        let (mut bare, mut ours) = (f64::MAX, f64::MAX);
        for _ in 0..rounds {
            bare = bare.min(seconds(times, || assert!(segment(texts) > 0)));
            ours = ours.min(seconds(times, || assert_eq!(run(), found, "{bench}: the answer changed")));
        }
        self.line(bench, bytes as f64 / ours, bare / ours);
    }

    fn line(&mut self, bench: &str, speed: f64, ratio: f64) {
        let _ = writeln!(self.lines, "{bench},{speed:.0},{ratio:.4},{}", self.tail);
    }
}

/// The seconds that one of `times` runs takes.
fn seconds(times: usize, mut run: impl FnMut()) -> f64 {
    let start = Instant::now();
    for _ in 0..times {
        run();
    }
    start.elapsed().as_secs_f64() / times as f64
}

/// The count of words, as bare segmentation has it.
fn segment(texts: &[String]) -> usize {
    texts.iter().map(|text| black_box(text.as_str()).split_word_bound_indices().count()).sum()
}

/// The count of everything that a graph tells.
fn facts(graph: Graph) -> usize {
    let graph = black_box(graph);
    graph.entities.len() + graph.statements.len() + graph.proceedings.len() + graph.relations.len()
}

/// What a command prints, trimmed.
fn output(program: &str, arguments: &[&str]) -> Result<String, Box<dyn Error>> {
    let said = Command::new(program).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output()?;
    if !said.status.success() {
        return Err(
            format!("{program} {}: {}", arguments.join(" "), String::from_utf8_lossy(&said.stderr)).into()
        );
    }
    Ok(String::from_utf8(said.stdout)?.trim().to_owned())
}

/// The machine in words, without commas: they part the columns.
fn machine() -> String {
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info.lines().find_map(|line| line.strip_prefix("model name")?.split_once(':'));
    let model = model.map_or(env::consts::ARCH, |(_, model)| model.trim());
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().map(|load| format!("; load {load} at the start")).unwrap_or_default();
    format!("{model}; {cores} cores; {}{load}", env::consts::OS).replace(',', " ")
}

/// Everything on the articles, then on other sorts of text.
fn measure(record: &mut Record, articles: &[String]) -> Result<(), Box<dyn Error>> {
    let extractor = Extractor::french();
    let mut worker = extractor.worker();
    record.measure("bare segmentation", articles, 15, || segment(articles));
    for stage in Stage::ALL {
        record.measure(&format!("as far as {stage:?}").to_lowercase(), articles, 15, || {
            articles.iter().map(|text| worker.extract_to(black_box(text), stage).1.tokens).sum()
        });
    }
    record.measure("whole", articles, 15, || {
        articles.iter().map(|text| facts(worker.extract(black_box(text)))).sum()
    });
    for (name, text) in [
        ("sentence", "Luc Verdier a été condamné mardi à deux ans de prison avec sursis."),
        ("tweet", "🔴 #Tours : « Je ferai appel », dit @lverdier https://exemple.fr/a1b2 #justice"),
    ] {
        let texts = [text.to_owned()];
        record.measure(name, &texts, 15, || facts(worker.extract(black_box(text))));
    }
    let bytes: usize = articles.iter().map(String::len).sum();
    let long = [articles.join("\n\n").repeat(10_000_000 / bytes + 1)];
    record
        .measure("10 MB in one text", &long, 2, || long.iter().map(|text| facts(worker.extract(text))).sum());
    let batch: Vec<String> =
        articles.iter().cycle().take(articles.len() * (2_000_000 / bytes + 1)).cloned().collect();
    record.measure("batch on one core", &batch, 4, || {
        batch.iter().map(|text| facts(worker.extract(black_box(text)))).sum()
    });
    #[cfg(feature = "parallel")]
    record.measure("batch on all cores", &batch, 4, || {
        extractor.extract_all(&batch).into_iter().map(facts).sum()
    });

    // From the start of a process to its end, one article read in between.
    let program = env::current_exe()?;
    let first: Vec<String> = articles.iter().take(1).cloned().collect();
    let fresh = || Command::new(&program).arg("first").stdin(Stdio::null()).status();
    let (mut bare, mut ours) = (f64::MAX, f64::MAX);
    for _ in 0..20 {
        let start = Instant::now();
        assert!(fresh()?.success(), "the fresh process failed");
        ours = ours.min(start.elapsed().as_secs_f64());
        bare = bare.min(seconds(20, || assert!(segment(&first) > 0)));
    }
    let bytes: usize = first.iter().map(String::len).sum();
    record.line("first article of a fresh process", bytes as f64 / ours, bare / ours);
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let articles = common::articles();
    if env::args().nth(1).as_deref() == Some("first") {
        let first = articles.first().ok_or("no article")?;
        assert!(facts(Extractor::french().extract(first)) > 0, "nothing found");
        return Ok(());
    }
    let commit = output("git", &["rev-parse", "--short", "HEAD"])?;
    let date = output("git", &["log", "-1", "--format=%cs"])?;
    let changed =
        if output("git", &["status", "--porcelain", "src"])?.is_empty() { "" } else { " with changes" };
    let mut record = Record { lines: String::new(), tail: format!("{},{commit}{changed}", machine()) };
    measure(&mut record, &articles)?;
    let csv = format!("bench,bytes a second,ratio to bare segmentation,machine,commit\n{}", record.lines);
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/record");
    fs::create_dir_all(folder)?;
    fs::write(format!("{folder}/{date}-{commit}.csv"), &csv)?;
    io::stdout().write_all(csv.as_bytes())?;
    Ok(())
}
