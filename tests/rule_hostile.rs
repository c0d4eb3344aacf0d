//! Pages and texts that mean harm: refused or bounded, and never a panic.

use std::time::{Duration, Instant};

use greffier::rule::{Page, Plain, Rules};
use proptest::prelude::*;

fn plain() -> Plain {
    Plain::new(include_str!("cases/rule_vocabulary.txt"))
}

fn rule(pattern: &str) -> String {
    format!("rule r\n  doc d\n  match {pattern}\n  mark Thing(x)\n  yes y\n")
}

fn refusal(page: &str) -> String {
    let started = Instant::now();
    let error = Rules::compile(&[Page::new("a.page", page)], &plain()).unwrap_err().to_string();
    assert!(started.elapsed() < Duration::from_secs(2), "{:?}", started.elapsed());
    error.lines().next().unwrap_or_default().to_owned()
}

#[test]
fn pages_out_of_all_measure_are_refused() {
    let deep = format!("{}a{}", "(".repeat(50_000), ")".repeat(50_000));
    assert_eq!(refusal(&rule(&deep)), "error: the brackets are nested too deeply");
    let deep = format!("{}a", "!".repeat(50_000));
    assert_eq!(refusal(&rule(&deep)), "error: the brackets are nested too deeply");
    let deep = format!("{}a", "^".repeat(50_000));
    assert_eq!(refusal(&rule(&deep)), "error: `^` cannot stand here");
    assert_eq!(refusal(&rule(&"a ".repeat(100_000))), "error: the pattern is too large");
    assert_eq!(refusal(&rule("[x: a] ..99999999999999999999 b")), "error: the gap is too long");
    assert_eq!(refusal(&"# \n".repeat(1 << 20)), "error: the page is larger than 1 MiB");
    let mut grown = "phrase p0 = a b\n".to_owned();
    for n in 1..60 {
        grown.push_str(&format!("phrase p{n} = @p{} @p{}\n", n - 1, n - 1));
    }
    assert_eq!(refusal(&grown), "error: the pattern is too large");
    let many: String = (0..40).map(|n| format!("[r{n}: a] ")).collect();
    assert_eq!(refusal(&rule(&many)), "error: the rule has too many roles");
    let wrong = "rule\n".repeat(100_000);
    assert_eq!(refusal(&wrong), "error: `rule` needs a name");
}

#[test]
fn a_pattern_that_could_take_for_ever_gives_up() {
    let plain = plain();
    let page = rule("[x: bread] ((a | a a | a a a)+ | (a+)+)+ (a* a* a* a*)* b");
    let page = page.replace("(a* a* a* a*)* ", "a* a* a* a* ");
    let rules = Rules::compile(&[Page::new("a.page", &page)], &plain).unwrap();
    let text = format!("bread {} c . ", "a ".repeat(300)).repeat(100);
    let view = plain.view(&text);
    let started = Instant::now();
    assert!(rules.matches(&view).is_empty());
    assert!(started.elapsed() < Duration::from_secs(5), "{:?}", started.elapsed());
}

#[test]
fn a_sentence_without_end_costs_linear_time() {
    let plain = plain();
    let page = rule("<p:Person> ..40 [x: bread] ..40 <q:Person>").replace("<p:", "<").replace("<q:", "<");
    let rules = Rules::compile(&[Page::new("a.page", &page)], &plain).unwrap();
    let view = plain.view(&"bread and ".repeat(20_000));
    let started = Instant::now();
    assert!(rules.matches(&view).is_empty());
    assert!(started.elapsed() < Duration::from_secs(5), "{:?}", started.elapsed());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_page_is_read_without_panic(page in "[ \n\t#a-dA-Z\"<>@~!^:|()?+*.=,\\[\\]\u{e9}-]{0,200}") {
        let _ = Rules::compile(&[Page::new("a.page", &page)], &plain());
    }

    #[test]
    fn any_pattern_is_read_and_matched_without_panic(
        pattern in "([ab]|~give|@media|<Person>|<y:Thing>|\\[z:|[\\](|)?+*!^]|\\.\\.3| |\\[passive\\]|Cap|First|Last){0,24}",
        text in "((a|b|gave|was|press|Alice|bread|Ann Lee|\\.|\\(|\\)) ){0,30}",
    ) {
        let plain = plain();
        for page in [rule(&format!("[x: a] {pattern}")), rule(&format!("{pattern} [x: ~give] {pattern}"))] {
            if let Ok(rules) = Rules::compile(&[Page::new("a.page", &page)], &plain) {
                let view = plain.view(&text);
                for found in rules.matches(&view) {
                    prop_assert!(found.extent.contains(found.trigger));
                    prop_assert!(view_sentence(&view, found.token).contains(found.extent));
                    let _ = rules.explain(&view, &found);
                }
                for (id, _) in rules.iter() {
                    let _ = rules.why_not(id, &view);
                }
            }
        }
    }
}

fn view_sentence(view: &impl greffier::rule::View, i: usize) -> greffier::token::TokenSpan {
    view.sentence(i)
}
