//! Compiling 300 rules, and matching them over a text; compiling the French pages, and what share of the whole extraction
//! their rules cost. Each answer is checked before it is measured.

mod common;

use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::io::{self, Write as _};
use std::time::Instant;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use greffier::Extractor;
use greffier::extractor::Stage;
use greffier::rule::{Page, Plain, Rules};

const RULES: usize = 300;

/// A vocabulary of as many verbs as rules, and some names.
fn vocabulary() -> Plain {
    let mut lines = "kind Person Alice Bob Ann_Lee\nkind Penalty life fine\nfunction the of a and to\n\
                     set media press radio\nargument subject before\nargument object after\nargument to to\n\
                     property passive was\nrecord fact who what whom\n"
        .to_owned();
    for n in 0..RULES {
        writeln!(lines, "lemma verb{n} verbs{n} verbed{n}").unwrap();
    }
    Plain::new(&lines)
}

/// Half of the rules read words, half parts of the sentence.
fn page() -> String {
    let mut page = "set small = a the of\n".to_owned();
    for n in 0..RULES {
        writeln!(page, "\nrule generated.n{n}\n  doc     Rule number {n}, as long as rules are.").unwrap();
        page.push_str(&if n % 2 == 0 {
            format!("  match   <who:Person> ..6 ~verb{n} (@small | very)? ..3 to <what:Penalty>\n  unless  ~verb{n} ..2 by the @media\n")
        } else {
            format!("  on      ~verb{n}[!passive]\n  who     subject : Person\n  what?   to : Penalty\n  without object : @media\n")
        });
        page.push_str("  record  fact(who = who, what = what)\n");
        writeln!(page, "  yes     Alice verbed{n} it to life.\n          -> fact(who: Alice; what: life)")
            .unwrap();
        writeln!(page, "  no      Alice slept.").unwrap();
    }
    page
}

/// One sentence in ten has a trigger, every other of these a match.
fn text() -> String {
    let mut text = String::new();
    for n in 0..2_000 {
        match n % 20 {
            0 => {
                writeln!(
                    text,
                    "On Monday Alice and the others verbed{} all of it to life there .",
                    n % RULES
                )
                .unwrap();
            }
            10 => writeln!(text, "It was on Monday verbed{} , and nobody of the town knew why .", n % RULES)
                .unwrap(),
            _ => writeln!(
                text,
                "Then the weather was fine on that day , and the baker of the town went home ."
            )
            .unwrap(),
        }
    }
    text
}

fn rule(c: &mut Criterion) {
    let vocabulary = vocabulary();
    let page = page();
    let pages = [Page::new("generated.page", &page)];
    let rules = Rules::compile(&pages, &vocabulary).unwrap();
    assert_eq!(rules.len(), RULES);
    c.bench_function("rule/compile 300", |b| b.iter(|| Rules::compile(black_box(&pages), &vocabulary)));

    let text = text();
    let view = vocabulary.view(&text);
    assert_eq!(rules.matches(&view).len(), 100);
    let mut group = c.benchmark_group("rule");
    group.throughput(Throughput::Bytes(text.len() as u64));
    let mut matcher = rules.matcher();
    let mut found = Vec::new();
    group.bench_function("match 300", |b| {
        b.iter(|| {
            found.clear();
            matcher.run(black_box(&view), &mut found);
            found.len()
        });
    });
    group.finish();
}

/// The pages of the crate, shared words first.
fn pages() -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/rules");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort_by_key(|path| (!path.ends_with("justice_words.page"), path.clone()));
    let texts: Vec<String> = paths.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    texts.join("\n")
}

/// Compiling the whole set that the crate ships.
fn french(c: &mut Criterion) {
    let pages = pages();
    let compile = |pages: &str| Extractor::builder().page("all.page", pages).unwrap().build();
    let shipped = Extractor::french().check_rules().unwrap().len();
    assert_eq!(compile(&pages).check_pages().len(), shipped, "a page is missing here");
    c.bench_function("rule/compile the French pages", |b| b.iter(|| compile(black_box(&pages))));
}

/// What share of the extraction the rules take while everything else is done as well, on the bundled articles.
fn share(_: &mut Criterion) {
    let articles = common::articles();
    let extractor = Extractor::french();
    let mut worker = extractor.worker();
    // The seconds of each stage, and what was found.
    let mut round = || {
        let (mut times, mut found) = ([0.0; Stage::ALL.len()], [0; 3]);
        for text in &articles {
            let (mut last, mut place) = (Instant::now(), 0);
            let graph = worker.extract_watched(black_box(text), |_| {
                let now = Instant::now();
                times[place] += (now - last).as_secs_f64();
                (last, place) = (now, place + 1);
            });
            found[0] += graph.statements.len();
            found[1] += graph.proceedings.len();
            found[2] += graph.relations.len();
        }
        (times, found)
    };
    let (_, found) = round();
    assert!(found.iter().all(|count| *count > 0), "rules that find nothing cost nothing");
    let mut rounds: Vec<[f64; Stage::ALL.len()]> = (0..400)
        .map(|_| {
            let (times, again) = round();
            assert_eq!(again, found);
            times
        })
        .collect();
    // The fastest half: what else the machine did is left out.
    rounds.sort_by(|a, b| a.iter().sum::<f64>().total_cmp(&b.iter().sum()));
    rounds.truncate(200);
    let whole: f64 = rounds.iter().flatten().sum();
    let shares = Stage::ALL.iter().enumerate().map(|(place, stage)| {
        let share = rounds.iter().map(|times| times[place]).sum::<f64>() / whole * 100.0;
        format!("{} {share:.1} %", format!("{stage:?}").to_lowercase())
    });
    let shares: Vec<String> = shares.collect();
    let _ = writeln!(io::stdout(), "rule: of the extraction, {} ({found:?} found)", shares.join(", "));
}

criterion_group!(benches, rule, french, share);
criterion_main!(benches);
