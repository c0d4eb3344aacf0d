//! Fits the weights of the evidence for names on a folder of articles whose names are known.
//!
//! `cargo run --release --example fit_weights -- FOLDER` reads each NAME.txt with its NAME.ann (brat
//! standoff, offsets in characters), prints the F of five-fold cross-validation and of the fit itself, and
//! writes src/mention/data/weights.tsv. Lessons, sentences written for what the articles lack, are learnt beside them.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use greffier::mention::{Trainer, TrainerOptions, Weights};
use greffier::text::Offsets;
use greffier::{EntityKind, Extractor, MentionForm, Span};

/// Fits the weights of the evidence for names.
#[derive(Parser)]
struct Arguments {
    /// Folder with NAME.txt and NAME.ann.
    folder: PathBuf,
    /// Sentences with their names in brackets, «[Lyon|l]»: p, o, l, e or x, a text between empty lines.
    #[arg(long, default_value = "src/mention/data/lessons.txt")]
    lessons: PathBuf,
    /// How many times each lesson counts.
    #[arg(long, default_value_t = 1)]
    repeat: usize,
    /// Where the weights go.
    #[arg(long, default_value = "src/mention/data/weights.tsv")]
    output: PathBuf,
    /// Only cross-validate, write nothing.
    #[arg(long)]
    dry: bool,
    /// Passes over the examples.
    #[arg(long, default_value_t = TrainerOptions::default().passes)]
    passes: usize,
    /// How often a piece of evidence must be seen to get a weight.
    #[arg(long, default_value_t = TrainerOptions::default().least)]
    least: usize,
    /// Pull of every weight towards 0.
    #[arg(long, default_value_t = TrainerOptions::default().pull)]
    pull: f32,
    /// Pull of the weights of single words.
    #[arg(long, default_value_t = TrainerOptions::default().word_pull)]
    word_pull: f32,
    /// Added to every kind: above 0, more names are found and more of them are wrong.
    #[arg(long, default_value_t = TrainerOptions::default().lean, allow_hyphen_values = true)]
    lean: f32,
    /// Folds of the cross-validation; 0 for none.
    #[arg(long, default_value_t = 5)]
    folds: usize,
    /// Folds are stretches of the sorted articles, so of time where the names begin with a date.
    #[arg(long)]
    stretches: bool,
    /// Prints every error of the cross-validation with the words around it.
    #[arg(long)]
    errors: bool,
}

struct Article {
    name: String,
    text: String,
    names: Vec<(Span, EntityKind)>,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "fit_weights: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), String> {
    let articles = read_folder(&arguments.folder)?;
    let mut trainer = Trainer::new();
    for article in &articles {
        trainer.add(&article.text, &article.names);
    }
    let lessons = read_lessons(&arguments.lessons)?;
    for lesson in (0..arguments.repeat).flat_map(|_| &lessons) {
        trainer.add(&lesson.text, &lesson.names);
    }
    let options = TrainerOptions {
        passes: arguments.passes,
        least: arguments.least,
        pull: arguments.pull,
        word_pull: arguments.word_pull,
        lean: arguments.lean,
        ..TrainerOptions::default()
    };
    let mut out = io::stdout().lock();
    let mut print = |line: String| writeln!(out, "{line}").map_err(|error| error.to_string());
    let (found, total) = trainer.reach();
    print(format!("{} articles, {found} of {total} names are candidates", trainer.len()))?;
    if arguments.errors {
        for (article, name) in trainer.unreached() {
            let article = articles.get(article).map_or("lessons", |article| &article.name);
            print(format!("?\t{name}\t{article}"))?;
        }
    }
    if arguments.folds > 1 {
        let mut score = Score::default();
        let fold_of = |i: usize| {
            if arguments.stretches { i * arguments.folds / articles.len() } else { i % arguments.folds }
        };
        for fold in 0..arguments.folds {
            let weights = trainer.fit_where(options, |i| i >= articles.len() || fold_of(i) != fold);
            let extractor = Extractor::builder().weights(weights).build();
            for (_, article) in articles.iter().enumerate().filter(|(i, _)| fold_of(*i) == fold) {
                score.add(&extractor, article);
                if arguments.errors {
                    for error in errors(&extractor, article) {
                        print(error)?;
                    }
                }
            }
        }
        print(format!("cross-validated, {} folds\n{score}", arguments.folds))?;
    }
    let weights = trainer.fit(options);
    let text = weights.write();
    let extractor = Extractor::builder().weights(Weights::read(&text).map_err(|e| e.to_string())?).build();
    let mut score = Score::default();
    for article in &articles {
        score.add(&extractor, article);
    }
    print(format!("on the articles of the fit\n{score}"))?;
    let mut score = Score::default();
    for lesson in &lessons {
        score.add(&extractor, lesson);
        if arguments.errors {
            for error in errors(&extractor, lesson) {
                print(error)?;
            }
        }
    }
    print(format!("on the lessons\n{score}"))?;
    if !arguments.dry {
        fs::write(&arguments.output, text).map_err(|e| format!("{}: {e}", arguments.output.display()))?;
    }
    Ok(())
}

fn read_folder(folder: &Path) -> Result<Vec<Article>, String> {
    let entries = fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "txt") && path.with_extension("ann").exists());
    paths.sort();
    if paths.is_empty() {
        return Err(format!("{}: no NAME.txt with a NAME.ann beside it", folder.display()));
    }
    paths.iter().map(|path| read_article(path)).collect()
}

fn read_lessons(path: &Path) -> Result<Vec<Article>, String> {
    let file = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let lines: Vec<&str> = file.lines().filter(|line| !line.starts_with('#')).collect();
    let texts = lines.split(|line| line.trim().is_empty()).filter(|text| !text.is_empty());
    texts.map(|lines| lesson(&lines.join("\n"))).collect()
}

fn lesson(marked: &str) -> Result<Article, String> {
    let (mut text, mut names) = (String::new(), Vec::new());
    let mut parts = marked.split('[');
    text.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let fault = || format!("lessons: [{part}");
        let (inside, rest) = part.split_once(']').ok_or_else(fault)?;
        let (name, kind) = inside.rsplit_once('|').ok_or_else(fault)?;
        let kind = match kind {
            "p" => EntityKind::Person,
            "o" => EntityKind::Organisation,
            "l" => EntityKind::Location,
            "e" => EntityKind::Event,
            "x" => EntityKind::Product,
            _ => return Err(fault()),
        };
        names.push((Span::new(text.len(), text.len() + name.len()), kind));
        text.push_str(name);
        text.push_str(rest);
    }
    Ok(Article { name: String::from("lessons"), text, names })
}

fn read_article(path: &Path) -> Result<Article, String> {
    let read = |path: &Path| fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()));
    let text = read(path)?;
    let standoff = read(&path.with_extension("ann"))?;
    let offsets = Offsets::new(&text);
    let mut names: Vec<(Span, EntityKind)> = Vec::new();
    for line in standoff.lines().filter(|line| line.starts_with('T')) {
        let Some(middle) = line.split('\t').nth(1).filter(|middle| !middle.contains(';')) else { continue };
        let mut cells = middle.split(' ');
        let kind = match cells.next() {
            Some("Person") => EntityKind::Person,
            Some("Organization") => EntityKind::Organisation,
            Some("Location") => EntityKind::Location,
            Some("Event") => EntityKind::Event,
            Some("Product") => EntityKind::Product,
            _ => continue,
        };
        let mut offset =
            || cells.next().and_then(|cell| cell.parse().ok()).map(|chars| offsets.byte_of_char(chars));
        if let (Some(start), Some(end)) = (offset(), offset()) {
            names.push((Span::new(start, end), kind));
        }
    }
    names.sort_by_key(|(span, _)| (span.start(), std::cmp::Reverse(span.end())));
    let mut end = 0;
    names.retain(|(span, _)| {
        let outer = span.start() >= end;
        if outer {
            end = span.end();
        }
        outer
    });
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Article { name, text, names })
}

type Names = BTreeSet<(Span, EntityKind)>;

/// The names that an extractor finds in an article.
fn found(extractor: &Extractor, article: &Article) -> Names {
    let graph = extractor.extract(&article.text);
    graph
        .entities
        .iter()
        .flat_map(|entity| entity.mentions.iter().map(move |mention| (mention, entity.kind)))
        .filter(|(mention, _)| mention.form == MentionForm::Name)
        .map(|(mention, kind)| (mention.span, kind))
        .collect()
}

/// One line for every name that is missing (-) or wrong (+): kind, name, the words around.
fn errors(extractor: &Extractor, article: &Article) -> Vec<String> {
    let found = found(extractor, article);
    let gold: Names = article.names.iter().copied().collect();
    let mut lines: Vec<(Span, String)> = Vec::new();
    for (set, other, sign) in [(&gold, &found, '-'), (&found, &gold, '+')] {
        for (span, kind) in set.difference(other).filter(|(_, kind)| Score::KINDS.contains(kind)) {
            let before: String = article.text[..span.start()].chars().rev().take(40).collect();
            let before: String = before.chars().rev().collect();
            let after: String = article.text[span.end()..].chars().take(30).collect();
            let context = format!("{before}[{}]{after}", span.of(&article.text)).replace('\n', "|");
            lines.push((
                *span,
                format!("{sign}\t{kind}\t{}\t{context}\t{}", span.of(&article.text), article.name),
            ));
        }
    }
    lines.sort();
    lines.into_iter().map(|(_, line)| line).collect()
}

/// True positives, found, expected; for all names, people, organisations and places.
#[derive(Default)]
struct Score([(usize, usize, usize); 4]);

impl Score {
    const KINDS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Organisation, EntityKind::Location];

    fn add(&mut self, extractor: &Extractor, article: &Article) {
        let found = found(extractor, article);
        let gold: Names = article.names.iter().copied().collect();
        for (row, kind) in Self::KINDS.into_iter().enumerate() {
            let of_kind = |set: &Names| set.iter().filter(|(_, k)| *k == kind).count();
            let hits = found.intersection(&gold).filter(|(_, k)| *k == kind).count();
            for row in [0, row + 1] {
                self.0[row].0 += hits;
                self.0[row].1 += of_kind(&found);
                self.0[row].2 += of_kind(&gold);
            }
        }
    }
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for ((hits, found, expected), name) in
            self.0.iter().zip(["named", "person", "organisation", "location"])
        {
            let share = |of: usize| *hits as f64 / of.max(1) as f64;
            let f1 = 2.0 * *hits as f64 / (found + expected).max(1) as f64;
            writeln!(f, "  {name:14} F {f1:.4}  P {:.4}  R {:.4}", share(*found), share(*expected))?;
        }
        Ok(())
    }
}
