//! What who-said-what costs in an article full of quotations.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use greffier::Extractor;

/// Invented: a report in which every other sentence is speech.
const REPORT: &str = "Le pont de Valbreuil restera fermé tout l'hiver, a annoncé lundi le maire, Paul Berthier. « Nous ne \
    prendrons aucun risque », a-t-il ajouté. Les travaux ont commencé en mars et la route est coupée. Selon la \
    préfecture, deux piles sont fragiles. Claire Fontanel, qui dirige l'association des riverains, dénonce une « décision \
    absurde » et affirme que les habitants n'ont pas été consultés. Le trafic passe par la vallée. ";

fn statements(c: &mut Criterion) {
    let text = REPORT.repeat(50);
    let extractor = Extractor::french();
    let found = extractor.extract(&text).statements.len();
    // Five statements a report: a faster reader that finds fewer is no faster reader.
    assert_eq!(found, 50 * 5);
    let mut group = c.benchmark_group("statement");
    group.throughput(Throughput::Bytes(text.len() as u64));
    let mut worker = extractor.worker();
    group.bench_function("report", |b| b.iter(|| worker.extract(black_box(&text))));
    let unclosed = "« Nous partons, a dit Paul Berthier. ".repeat(2_000);
    group.throughput(Throughput::Bytes(unclosed.len() as u64));
    group.bench_function("unclosed", |b| b.iter(|| worker.extract(black_box(&unclosed))));
    group.finish();
}

criterion_group!(benches, statements);
criterion_main!(benches);
