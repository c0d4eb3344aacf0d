//! What reading the values of a text costs beyond its tokens.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use greffier::document::Document;
use greffier::value::{Date, values_into};

/// Invented: a report with as many values as the press writes, between sentences without any.
const REPORT: &str = "Le tribunal de Valbreuil a condamné jeudi 13 janvier Léon Marchetti à cinq ans de prison dont \
    deux avec sursis et 10.000 euros d'amende. L'ancien trésorier du club avait détourné 1,2 million d'euros entre \
    2004 et 2008. La salle était pleine et les débats ont été longs. Son avocate a annoncé qu'il ferait appel. \
    Quelque 225 personnes attendaient depuis 8 h 30 devant le palais, où la police avait fermé la rue. ";

fn values(c: &mut Criterion) {
    let text = REPORT.repeat(50);
    let doc = Document::new(&text);
    let mut found = Vec::new();
    values_into(&doc, Date::parse("2022-01-14"), &mut found);
    // Eight values a report: a faster reader that finds fewer is no faster reader.
    assert_eq!(found.len(), 50 * 8, "{found:?}");
    let mut group = c.benchmark_group("value");
    group.throughput(Throughput::Elements(doc.len() as u64));
    group.bench_function("report", |b| {
        b.iter(|| {
            found.clear();
            values_into(black_box(&doc), Date::parse("2022-01-14"), &mut found);
        });
    });
    group.finish();
}

criterion_group!(benches, values);
criterion_main!(benches);
