//! Tokens, sentences and quotations beside the bare word bounds of `unicode-segmentation` on the same text,
//! and the whole document on top. Each counts what it found before it is measured.

mod common;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use greffier::document::Document;
use greffier::token::{paragraphs, quotations, sentences, tokenize_into};
use unicode_segmentation::UnicodeSegmentation;

fn token(c: &mut Criterion) {
    let text = common::news(200_000);
    let text = text.as_str();
    let copies = text.matches(common::NEWS.lines().next().unwrap()).count();
    let document = Document::new(text);
    let closed = document.quotations().iter().filter(|q| q.close.is_some()).count();
    assert_eq!(closed, text.matches('»').count(), "each closing guillemet closes a quotation");
    assert_eq!(document.paragraphs().len(), copies * common::NEWS.lines().filter(|l| !l.is_empty()).count());

    let mut group = c.benchmark_group("token");
    group.throughput(Throughput::Bytes(text.len() as u64));
    let words = text.split_word_bound_indices().count();
    assert!(words > document.len(), "spaces are word bounds too");
    group.bench_function("bare unicode-segmentation", |b| {
        b.iter(|| assert_eq!(black_box(text).split_word_bound_indices().count(), words));
    });
    let mut tokens = Vec::new();
    group.bench_function("tokens", |b| {
        b.iter(|| {
            tokenize_into(black_box(text), &mut tokens);
            assert_eq!(tokens.len(), document.len());
        });
    });
    group.bench_function("tokens, sentences, quotations", |b| {
        b.iter(|| {
            tokenize_into(black_box(text), &mut tokens);
            assert_eq!(sentences(text, &tokens).len(), document.sentences().len());
            let paragraphs = paragraphs(text, &tokens);
            assert_eq!(quotations(&tokens, &paragraphs).len(), document.quotations().len());
        });
    });
    group.bench_function("document", |b| {
        b.iter(|| assert_eq!(Document::new(black_box(text)).len(), document.len()));
    });
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = token
}
criterion_main!(benches);
