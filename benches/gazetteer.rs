//! Names: the built-in table over a news text, and a user's list of a thousand and of a million generated names.

use std::hint::black_box;
use std::time::Instant;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use greffier::document::Document;
use greffier::gazetteer::{Accents, Case, Format, Gazetteer, builtin_hits};

const TEXT: &str = include_str!("../examples/articles/abliazov.txt");

/// Names of two and three words that are all different; every thousandth is written into the text.
fn name(number: usize) -> String {
    const HEADS: [&str; 4] = ["Banque", "Groupe", "Société", "Union"];
    const TAILS: [&str; 5] = ["Brume", "Lorval", "Kerbo", "Tamaris", "Ostrel"];
    let head = HEADS.get(number % 4).copied().unwrap_or_default();
    let tail = TAILS.get(number / 4 % 5).copied().unwrap_or_default();
    if number.is_multiple_of(3) {
        format!("{head} {tail}{number}")
    } else {
        format!("{head} {tail} X{number}")
    }
}

fn list(names: usize) -> String {
    let rows = (0..names).map(|number| format!("{},organisation,Q{number}\n", name(number)));
    std::iter::once(String::from("name,kind,id\n")).chain(rows).collect()
}

fn user(c: &mut Criterion) {
    let text: String = (0..200).map(|n| format!("{TEXT}\nLa {} a démenti.\n", name(n % 100))).collect();
    let doc = Document::new(&text);
    let mut group = c.benchmark_group("user gazetteer");
    group.throughput(Throughput::Elements(doc.len() as u64)).sample_size(10);
    for names in [1_000, 1_000_000] {
        let list = list(names);
        let start = Instant::now();
        let gazetteer = Gazetteer::builder()
            .case(Case::Insensitive)
            .accents(Accents::Loose)
            .text(Format::Csv, "generated.csv", &list)
            .expect("well formed")
            .build();
        let loaded = start.elapsed();
        assert_eq!(gazetteer.len(), names);
        assert_eq!(gazetteer.hits(&doc).len(), 200, "each planted name is found once");
        group.bench_function(format!("search {names} names (loaded in {loaded:?})"), |b| {
            b.iter(|| black_box(gazetteer.hits(&doc).len()));
        });
    }
    group.finish();
}

fn builtin(c: &mut Criterion) {
    let text = TEXT.repeat(20);
    let doc = Document::new(&text);
    assert!(builtin_hits(&doc).len() >= 100, "the article names places and organisations");
    let mut group = c.benchmark_group("built-in gazetteer");
    group.throughput(Throughput::Elements(doc.len() as u64));
    group.bench_function("hits per token", |b| b.iter(|| black_box(builtin_hits(&doc).len())));
    group.finish();
}

criterion_group!(benches, builtin, user);
criterion_main!(benches);
