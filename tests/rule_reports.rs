//! What rules say of themselves: why they matched, where they stopped, whether their sentences hold.

use greffier::rule::{Page, Plain, Rules, check_examples};

const PAGE: &str = "
rule sale.loud
  doc     Somebody sells something, and says so.
  match   <who:Person> said ..3 ~sell <what:Thing>
  link    sale(who, what)
  yes     Alice said she sold bread.
          -> sale(Alice; bread)
  no      Alice sold bread.

rule sale.plain
  doc     Somebody sells something.
  on      often? ~sell[!negated]
  who     subject : Person | by : Person
  what?   object : Thing
  without to : @media
  unless  ~sell at a loss
  record  sale(seller = who, goods = what)
  yes     Bob sold bread by the river.
          -> sale(seller: Bob; goods: bread)
  yes     There was sold bread by Ann Lee.
          -> sale(Bob; bread)
  no      Bob was sold.
  no      Bob never sold bread.
";

fn plain() -> Plain {
    Plain::new(include_str!("cases/rule_vocabulary.txt"))
}

#[test]
fn explain_says_what_each_part_took() {
    let plain = plain();
    let rules = Rules::compile(&[Page::new("trade.page", PAGE)], &plain).unwrap();
    let explain = |text: &str| {
        let view = plain.view(text);
        let found = rules.matches(&view);
        rules.explain(&view, found.first().unwrap()).to_string()
    };
    assert_eq!(
        explain("Alice said that she sold bread ."),
        "sale.loud (trade.page:2)
  <who:Person>  <-  Alice
  said  <-  said
  ..3  <-  that she
  ~sell  <-  sold
  <what:Thing>  <-  bread
"
    );
    assert_eq!(
        explain("Ann Lee often sold bread ."),
        "sale.plain (trade.page:10)
  often  <-  often
  ~sell  <-  sold
  who subject : Person  <-  Ann Lee
  what object : Thing  <-  bread
"
    );
}

#[test]
fn why_not_says_where_a_rule_stopped() {
    let plain = plain();
    let rules = Rules::compile(&[Page::new("trade.page", PAGE)], &plain).unwrap();
    let why = |rule: &str, text: &str| {
        let reasons = rules.why_not(rules.find(rule).unwrap(), &plain.view(text));
        reasons.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    };
    for (rule, text, expected) in [
        ("sale.loud", "Alice ate bread .", "no word of the text can be its trigger"),
        (
            "sale.loud",
            "Alice said she sold jam .",
            "at `sold` (token 3): `match` stops behind the trigger: `<what:Thing>` is wanted, `jam` stands there",
        ),
        (
            "sale.loud",
            "Alice said that then she also sold bread .",
            "at `sold` (token 6): `match` stops before the trigger: `said` is wanted, `that` stands there",
        ),
        (
            "sale.plain",
            "Bob never sold bread .",
            "at `sold` (token 2): the property of `~sell[!negated]` is missing",
        ),
        (
            "sale.plain",
            "He sold bread .",
            "at `sold` (token 1): the slot `who` finds nothing: subject : Person, by : Person",
        ),
        (
            "sale.plain",
            "Bob sold bread to the press .",
            "at `sold` (token 1): `without to : @media`: it is there",
        ),
        ("sale.plain", "Bob sold at a loss .", "at `sold` (token 1): an `unless` matches `sold at a loss`"),
        (
            "sale.plain",
            "Bob said he sold bread .",
            "at `sold` (token 3): the earlier rule `sale.loud` has claimed the trigger",
        ),
        ("sale.plain", "Bob sold .", "at `sold` (token 1): it matches: sale(seller: Bob)"),
    ] {
        assert_eq!(why(rule, text), expected, "{rule} in: {text}");
    }
}

#[test]
fn sentences_of_rules_are_run() {
    let plain = plain();
    let rules = Rules::compile(&[Page::new("trade.page", PAGE)], &plain).unwrap();
    let reports = check_examples(&rules, |text| {
        let view = plain.view(text);
        rules.matches(&view).iter().map(|m| (m.rule, rules.written(m, &view))).collect()
    });
    let written: Vec<String> = reports.iter().map(ToString::to_string).collect();
    assert_eq!(written[0], "ok   sale.loud 2");
    assert_eq!(
        written[1],
        "FAIL sale.plain 2 of 4 (trade.page:10)
     trade.page:20: yes There was sold bread by Ann Lee.
       found  sale(seller: Ann Lee; goods: bread)
       wanted sale(Bob; bread)
     trade.page:22: no Bob was sold.
       found  sale(seller: Bob)"
    );
    assert!(reports[0].is_ok() && !reports[1].is_ok());
}
