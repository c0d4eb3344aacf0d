//! Looking words up: the first word of a process, and a news text token by token.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use greffier::lexicon::{Classes, Lexicon, Memo, Offence};
use greffier::token::tokenize;

const TEXT: &str = include_str!("../examples/articles/abliazov.txt");

fn look_up(c: &mut Criterion) {
    // First use needs nothing: this is one look-up with cold tables, timed once and shown by its name.
    let start = std::time::Instant::now();
    let word = Lexicon::french().look_up("déclare");
    let first = start.elapsed();
    assert!(Lexicon::french().classes(word).any(Classes::SPEECH_VERB));

    let text = TEXT.repeat(20);
    let tokens = tokenize(&text);
    let lexicon = Lexicon::french();
    let known = || {
        tokens
            .iter()
            .map(|token| lexicon.look_up(token.span.of(&text)))
            .filter(|word| word.is_known())
            .count()
    };
    assert!(known() * 10 > tokens.len() * 8, "most tokens of a news text are known");

    let mut group = c.benchmark_group(format!("lexicon (first look-up of the process: {first:?})"));
    group.throughput(Throughput::Elements(tokens.len() as u64));
    group.bench_function("look_up per token", |b| b.iter(|| black_box(known())));
    group.bench_function("look_up and classes per token", |b| {
        b.iter(|| {
            let class =
                |token: &greffier::token::Token| lexicon.classes(lexicon.look_up(token.span.of(&text)));
            black_box(tokens.iter().map(class).filter(|classes| classes.any(Classes::VERB)).count())
        });
    });
    // The way of the extractor: words that were looked up lately are near.
    let mut memo = Memo::default();
    let verbs = |memo: &mut Memo| {
        let classes = tokens.iter().map(|token| memo.look_up(token.span.of(&text)).classes());
        classes.filter(|classes| classes.any(Classes::VERB)).count()
    };
    let plain = tokens.iter().map(|token| lexicon.classes(lexicon.look_up(token.span.of(&text))));
    assert_eq!(verbs(&mut memo), plain.filter(|classes| classes.any(Classes::VERB)).count());
    group.bench_function("look_up and classes per token, through a memo", |b| {
        b.iter(|| black_box(verbs(&mut memo)));
    });
    group.finish();

    let words = ["abus", "de", "biens", "sociaux"].map(|word| lexicon.look_up(word));
    let find = || lexicon.find::<Offence>(|n| words.get(n).copied().unwrap_or_default()).map(|(len, _)| len);
    assert_eq!(find(), Some(4));
    c.bench_function("phrase of four words", |b| b.iter(|| black_box(find())));
}

criterion_group!(benches, look_up);
criterion_main!(benches);
