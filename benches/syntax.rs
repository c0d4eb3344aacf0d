//! What reading the syntax of a text costs beyond its tokens.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use greffier::document::Document;
use greffier::syntax::Syntax;

/// Invented: a court report with passives, relatives, appositions, incises.
const REPORT: &str = "Condamné en 2019 à trois ans de prison, l'ancien maire de Valbreuil, Léon Marchetti, qui avait \
    fait appel, a été rejugé mardi à Lyon. « Nous n'avons rien fait », a déclaré son avocate, Claire Morel, à \
    l'audience. Le parquet a requis cinq ans de prison contre lui et son adjoint, accusés d'avoir détourné plus d'un \
    million d'euros. Selon une source proche du dossier, la décision que demande la défense pourrait être rendue lundi. ";

fn syntax(c: &mut Criterion) {
    let text = REPORT.repeat(50);
    let doc = Document::new(&text);
    let mut syntax = Syntax::new();
    syntax.read(&doc);
    // Ten verb groups a report: a faster reader that finds fewer is no faster reader.
    assert_eq!(syntax.verbs().len(), 50 * VERBS, "{}", syntax.show(&Document::new(REPORT)));
    let mut group = c.benchmark_group("syntax");
    group.throughput(Throughput::Elements(doc.len() as u64));
    group.bench_function("report", |b| b.iter(|| syntax.read(black_box(&doc))));
    group.finish();
}

/// Verb groups of the report.
const VERBS: usize = 10;

criterion_group!(benches, syntax);
criterion_main!(benches);
