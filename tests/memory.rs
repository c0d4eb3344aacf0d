//! What extraction takes of memory, counted by the allocator: the same on every machine, however slow.
//!
//! One test, for the counter is one for the whole process.

use std::alloc::System;

use cap::Cap;
use greffier::Extractor;

#[global_allocator]
static ALLOCATOR: Cap<System> = Cap::new(System, usize::MAX);

const NEWS: &str = include_str!("../benches/common/news.txt");

/// The most bytes ever held, and all bytes ever asked for.
fn counts() -> (usize, usize) {
    (ALLOCATOR.max_allocated(), ALLOCATOR.total_allocated())
}

#[test]
fn memory_is_bounded() {
    let extractor = Extractor::french();
    let mut worker = extractor.worker();
    assert!(!worker.extract(NEWS).statements.is_empty());

    // However many articles come by, what is held does not grow. (A tenth of them opens every table.)
    let mut people = 0;
    let mut stream = |articles: std::ops::Range<usize>| {
        for n in articles {
            let text = format!("Claire Montreuil a démissionné, a annoncé Paul Vergnaud le {n}e jour.");
            people += worker.extract(&text).persons().count();
        }
        counts().0
    };
    let tenth = stream(0..10_000);
    let all = stream(10_000..100_000);
    assert!(people >= 100_000, "{people} people");
    assert!(all <= tenth + (256 << 10), "{tenth} bytes after 10,000 articles, {all} after 100,000");

    // In one long text a byte costs no more than in many short ones.
    let times = 2_000_000 / NEWS.len();
    let before = counts().1;
    for _ in 0..times {
        worker.extract(NEWS);
    }
    let short = counts().1 - before;
    let mut long = NEWS.repeat(times);
    let (peak, before) = counts();
    drop(extractor.extract(&long));
    let once = counts().1 - before;
    assert!(once as f64 <= 1.3 * short as f64, "{once} bytes asked for in one text, {short} in many");

    // And what is held at a time is a small multiple of the text. (The text itself was held before.)
    let held = counts().0 - peak.min(counts().0);
    assert!(held <= 40 * long.len(), "{held} bytes for a text of {}", long.len());
    long.clear();
}
