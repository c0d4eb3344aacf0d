//! Rules against texts, in a language of a few words: the engine knows no other.

use std::fmt::Write;

use greffier::rule::{Page, Plain, Rules};

fn plain() -> Plain {
    Plain::new(include_str!("cases/rule_vocabulary.txt"))
}

/// What the rules of a page find in a text, as `->` lines write it.
fn found(page: &str, text: &str) -> String {
    let plain = plain();
    let rules = Rules::compile(&[Page::new("test.page", page)], &plain).unwrap_or_else(|e| panic!("{e}"));
    let view = plain.view(text);
    let written: Vec<String> = rules.matches(&view).iter().map(|m| rules.written(m, &view)).collect();
    written.join(" / ")
}

#[track_caller]
fn check(page: &str, text: &str, expected: &str) {
    assert_eq!(found(page, text), expected, "in: {text}");
}

#[test]
fn patterns() {
    let mut faults = String::new();
    for line in include_str!("cases/rule_patterns.tsv").lines().filter(|line| !line.starts_with('#')) {
        let [pattern, text, expected] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("three columns: {line}");
        };
        let page = format!("kind Hit\nrule r\n  doc d\n  match {pattern}\n  mark Hit(x)\n  yes text\n");
        let results = found(&page, text);
        if results != expected {
            writeln!(faults, "{pattern}\n  in    {text}\n  found {results}\n  not   {expected}").unwrap();
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

/// A rule that stands on `~sell`, with these lines more, and a `sale` of what they bind.
fn sale(lines: &str, record: &str) -> String {
    format!("rule sale.plain\n  doc d\n  on ~sell\n{lines}\n  record sale({record})\n  yes y\n  no n\n")
}

#[test]
fn slots_are_filled_from_arguments() {
    let page = sale(
        "  who subject : Person Company\n  what? object : Thing\n  to* to : Person",
        "seller = who, goods = what, buyer = to",
    );
    for (text, expected) in [
        ("Alice sold the bread to Bob and Carol .", "sale(seller: Alice; goods: bread; buyer: Bob, Carol)"),
        ("Alice sold the bread .", "sale(seller: Alice; goods: bread)"),
        ("Alice sold it all to Bob , to Carol .", "sale(seller: Alice; buyer: Bob, Carol)"),
        ("Bolt Works sold it all .", "sale(seller: Bolt Works)"),
        ("He sold the bread to Bob .", ""),
        ("Alice came . He sold the bread .", ""),
    ] {
        check(&page, text, expected);
    }
}

#[test]
fn alternatives_are_tried_in_their_order() {
    let page = sale("  who by | subject : Person", "seller = who");
    check(&page, "Alice sold bread by Bob .", "sale(seller: Bob)");
    check(&page, "Alice sold bread by night .", "sale(seller: Alice)");
    let page = sale("  who by : Any | subject : Person", "seller = who");
    check(&page, "Alice sold bread by night .", "sale(seller: night)");
}

#[test]
fn a_filter_asks_what_an_argument_holds() {
    for (filter, text, expected) in [
        (": @jail", "Bob sold the old gaol .", "sale(goods: the old gaol)"),
        (": @jail", "Bob sold the old bread .", ""),
        (": ~walk \"Old\"", "Bob sold the Old bread .", "sale(goods: the Old bread)"),
        (": ~walk \"Old\"", "Bob sold the old walks .", "sale(goods: the old walks)"),
        (": ~walk \"Old\"", "Bob sold the old bread .", ""),
        (": !@jail", "Bob sold the old gaol .", ""),
        (": !@jail", "Bob sold the old bread .", "sale(goods: the old bread)"),
        (": Thing !stale", "Bob sold the old bread .", "sale(goods: bread)"),
        (": Thing !stale", "Bob sold the stale bread .", ""),
        (": !Thing", "Bob sold the stale bread .", ""),
    ] {
        check(&sale(&format!("  what object {filter}"), "goods = what"), text, expected);
    }
}

#[test]
fn arguments_have_arguments_and_properties() {
    let page = sale("  who subject.apposition : Person", "seller = who");
    check(&page, "The baker , Bob , sold it .", "");
    let page = sale("  who object.apposition : Person", "seller = who");
    check(&page, "There sold the baker , Bob , it .", "sale(seller: Bob)");
    let page = sale("  what object[negated]", "goods = what");
    check(&page, "Bob not sold bread .", "sale(goods: bread)");
    check(&page, "Bob sold bread .", "");
}

#[test]
fn guards_and_what_must_not_be_there() {
    let page = sale("  who subject : Person\n  without by : @media\n  with object", "seller = who");
    check(&page, "Bob sold it .", "sale(seller: Bob)");
    check(&page, "Bob sold it by the press .", "");
    check(&page, "Bob sold .", "");
    let page = sale(
        "  who subject : Person\n  unless ~sell ..2 (by | to) the @media\n  unless not here",
        "seller = who",
    );
    check(&page, "Bob sold it to the press .", "");
    check(&page, "Bob sold it to Carol of the press .", "sale(seller: Bob)");
    check(&page, "Bob not here sold it .", "");
    check(&page, "Bob sold it not here .", "sale(seller: Bob)");
}

#[test]
fn an_earlier_rule_claims_its_trigger() {
    let special = "rule special\n  doc d\n  match <x:Person> sold bread\n  mark Person(x)\n  yes y\n";
    let general = "rule general\n  doc d\n  match <x:Person> ~sell\n  mark Person(x)\n  yes y\n";
    let text = "Bob sold bread , Alice sold jam";
    check(&format!("{special}{general}"), text, "Person(Bob) / Person(Alice)");
    check(&format!("{general}{special}"), text, "Person(Bob) / Person(Alice)");
    check(&format!("{special}{general}  also\n"), text, "Person(Bob) / Person(Bob) / Person(Alice)");
}

#[test]
fn several_patterns_of_a_rule_are_alternatives() {
    let page = "rule r\n  doc d\n  match <x:Person> ~sell\n  match ~sell by <x:Person>\n  match ~give to <x:Person>\n  mark Person(x)\n  yes y\n";
    check(
        page,
        "Bob sold by Alice , sold by Carol , gave to Ann",
        "Person(Bob) / Person(Carol) / Person(Ann)",
    );
}

#[test]
fn pages_define_sets_phrases_and_kinds() {
    let page = "
kind Drug
kind takes(who, what)   # what a page defines is known from here on
set many = two @jail ~walk \"Ten\" more-than Num
phrase lots = @many (or more)?
rule takes
  doc d
  match  <who:Person> took @lots of
         [what: Any]
  link   takes(who, what)
  yes y
  no n
rule drug
  doc d
  match took @lots of [x: Any]
  mark Drug(x)
  also
  yes y
";
    check(page, "Bob took two or more of opium", "takes(who: Bob; what: opium) / Drug(opium)");
    for count in ["gaol", "walked", "Ten", "More-than", "11"] {
        check(page, &format!("Bob took {count} of opium"), "takes(who: Bob; what: opium) / Drug(opium)");
    }
    check(page, "Bob took ten of opium", "");
    check(page, "she took two of opium", "Drug(opium)");
}

#[test]
fn parts_can_hold_constant_text() {
    let plain = plain();
    let page = sale("  who subject", "goods = \"bread\", seller = who");
    let rules = Rules::compile(&[Page::new("a.page", &page)], &plain).unwrap();
    let (_, rule) = rules.iter().next().unwrap();
    assert_eq!(rule.constants().map(|(part, text)| (part.0, text)).collect::<Vec<_>>(), [(1, "bread")]);
}
