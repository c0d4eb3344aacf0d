//! Compiling 300 rules, and matching them over a text; each answer is checked before it is measured.

use std::fmt::Write;
use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
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

criterion_group!(benches, rule);
criterion_main!(benches);
