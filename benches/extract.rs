//! The whole way from text to graph, stage by stage, beside bare `unicode-segmentation` on the same text.
//!
//! Each stage includes those before it. `GREFFIER_BENCH_FOLDER` names a folder whose *.txt files are read instead of
//! the bundled text. Before anything is timed, the answer is checked; at the end the ratio to bare segmentation is printed.

mod common;

use std::hint::black_box;
use std::io::{self, Write};
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use greffier::Extractor;
use greffier::extractor::Stage;
use unicode_segmentation::UnicodeSegmentation;

/// Where the wall clock stands lowest in `rounds` runs.
fn fastest(rounds: usize, mut run: impl FnMut()) -> Duration {
    let time = |run: &mut dyn FnMut()| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..rounds).map(|_| time(&mut run)).min().unwrap_or_default()
}

fn segment(articles: &[String]) -> usize {
    articles.iter().map(|text| black_box(text.as_str()).split_word_bound_indices().count()).sum()
}

fn whole(c: &mut Criterion) {
    let articles = common::articles();
    let bytes: usize = articles.iter().map(String::len).sum();
    let extractor = Extractor::french();
    let mut worker = extractor.worker();
    let facts = |worker: &mut greffier::Worker<'_>| -> usize {
        let count =
            |graph: greffier::Graph| graph.statements.len() + graph.proceedings.len() + graph.relations.len();
        articles.iter().map(|text| count(worker.extract(black_box(text)))).sum()
    };
    let found = facts(&mut worker);
    assert!(found >= articles.len(), "a faster reader that finds nothing is no faster reader");

    let mut group = c.benchmark_group("extract");
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("bare unicode-segmentation", |b| b.iter(|| segment(&articles)));
    for stage in Stage::ALL {
        group.bench_with_input(BenchmarkId::new("as far as", format!("{stage:?}")), &stage, |b, stage| {
            b.iter(|| {
                articles.iter().map(|text| worker.extract_to(black_box(text), *stage).1.tokens).sum::<usize>()
            });
        });
    }
    group.bench_function("whole", |b| b.iter(|| assert_eq!(facts(&mut worker), found)));
    group.finish();

    // Turn by turn, so that both meet the same machine.
    let mut ratios: Vec<f64> = (0..9)
        .map(|_| {
            let bare = fastest(3, || assert!(segment(&articles) > 0));
            bare.as_secs_f64() / fastest(3, || assert_eq!(facts(&mut worker), found)).as_secs_f64()
        })
        .collect();
    ratios.sort_by(f64::total_cmp);
    let ratio = ratios.get(4).copied().unwrap_or_default();
    let _ = writeln!(io::stdout(), "extract: {ratio:.3} of the speed of bare segmentation (median of 9)");
}

/// Short texts: what a call costs.
fn short(c: &mut Criterion) {
    let extractor = Extractor::french();
    let mut worker = extractor.worker();
    let mut group = c.benchmark_group("short");
    for (name, text, people) in [
        ("sentence", "Luc Verdier a été condamné mardi à deux ans de prison avec sursis.", 1),
        ("tweet", "🔴 #Tours : « Je ferai appel », dit @lverdier https://exemple.fr/a1b2 #justice", 0),
        ("nothing", "", 0),
    ] {
        assert_eq!(worker.extract(text).persons().count(), people, "{name}");
        group.bench_function(name, |b| b.iter(|| worker.extract(black_box(text))));
    }
    group.finish();
}

/// One very long text against the same bytes in articles: the cost of a byte must not grow.
fn long(c: &mut Criterion) {
    let articles = common::articles();
    let one = articles.join("\n\n");
    let long = one.repeat(2_000_000 / one.len() + 1);
    let extractor = Extractor::french();
    let mut worker = extractor.worker();
    assert!(!worker.extract(&long).statements.is_empty());
    let mut group = c.benchmark_group("long");
    group.sample_size(10).throughput(Throughput::Bytes(long.len() as u64));
    group.bench_function("2 MB in one text", |b| b.iter(|| worker.extract(black_box(&long))));
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
    targets = whole, short, long
}
criterion_main!(benches);
