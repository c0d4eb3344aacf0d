//! What extraction takes of memory, counted by the allocator: the same on every machine, however slow.
//!
//! One test, for the counter is one for the whole process.

use std::alloc::System;

use cap::Cap;
use greffier::Extractor;

#[global_allocator]
static ALLOCATOR: Cap<System> = Cap::new(System, usize::MAX);

const NEWS: &str = include_str!("../benches/common/news.txt");

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
        ALLOCATOR.max_allocated()
    };
    let tenth = stream(0..10_000);
    let all = stream(10_000..100_000);
    assert!(people >= 100_000, "{people} people");
    assert!(all <= tenth + (256 << 10), "{tenth} bytes after 10,000 articles, {all} after 100,000");

    let long = NEWS.repeat(2_000_000 / NEWS.len());
    let before = ALLOCATOR.allocated();
    // What one long text needs at a time is a small multiple of it. (The text itself is held before.)
    assert!(!worker.extract(&long).statements.is_empty());
    let held = ALLOCATOR.max_allocated() - before;
    assert!(held <= 40 * long.len(), "{held} bytes for a text of {}", long.len());
}
