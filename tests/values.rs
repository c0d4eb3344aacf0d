//! Every line of `cases/values.tsv`: a text, its values, and perhaps the day of publication.
//!
//! A value is written as the words, a bar and the value; words in brackets are no named entity.
//! `UPDATE=1` rewrites the second column: read every line of the difference before it is committed.

use std::fmt::Write as _;
use std::{env, fs};

use greffier::document::Document;
use greffier::value::{Date, Money, Penalty, Value, ValueMention, values_into};

const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/values.tsv");

fn money(money: &Money) -> String {
    range(&money.amount, money.to.as_deref()) + " " + &money.currency
}

fn range(low: &str, high: Option<&str>) -> String {
    high.map_or_else(|| low.to_owned(), |high| format!("{low}..{high}"))
}

fn penalty(penalty: &Penalty) -> String {
    let mut parts: Vec<String> = Vec::new();
    let lengths = [
        ("imprisonment", &penalty.imprisonment),
        ("suspended", &penalty.suspended),
        ("ineligibility", &penalty.ineligibility),
        ("ban", &penalty.ban),
        ("service", &penalty.community_service),
    ];
    for (name, length) in lengths {
        if let Some(length) = length {
            parts.push(format!("{name} {length}"));
        }
    }
    parts.extend(penalty.fine.as_ref().map(|fine| format!("fine {}", money(fine))));
    if penalty.death {
        parts.push("death".to_owned());
    }
    parts.join(", ")
}

fn canonical(value: &Value) -> String {
    match value {
        Value::Date(edtf) => edtf.clone(),
        Value::Quantity(quantity) => range(&quantity.amount, quantity.to.as_deref()) + " " + &quantity.unit,
        Value::Money(amount) => money(amount),
        Value::Time { time } => time.clone(),
        Value::Duration(length) => range(&length.duration, length.to.as_deref()),
        Value::Penalty(of_court) => penalty(of_court),
        other => format!("{other:?}"),
    }
}

fn describe(doc: &Document<'_>, mention: &ValueMention) -> String {
    let words = mention.span.of(doc.text());
    let words = if mention.named { words.to_owned() } else { format!("({words})") };
    let mut text = format!("{words} | {}", canonical(&mention.value));
    if let Some(interval) = &mention.interval {
        write!(text, " [{interval}]").unwrap();
    }
    text
}

fn values(text: &str, anchor: Option<Date>) -> String {
    let doc = Document::new(text);
    let mut found = Vec::new();
    values_into(&doc, anchor, &mut found);
    for pair in found.windows(2) {
        assert!(pair[0].span.end() <= pair[1].span.start(), "values overlap in «{text}»");
    }
    for mention in &found {
        let json = serde_json::to_string(&mention.value).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&json).unwrap(), mention.value, "{json}");
    }
    if found.is_empty() {
        return "none".to_owned();
    }
    found.iter().map(|mention| describe(&doc, mention)).collect::<Vec<_>>().join("; ")
}

#[test]
fn values_of_the_cases() {
    let cases = fs::read_to_string(CASES).unwrap();
    let mut rewritten = String::new();
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in cases.lines() {
        if line.is_empty() || line.starts_with('#') {
            writeln!(rewritten, "{line}").unwrap();
            continue;
        }
        let mut cells = line.split('\t');
        let text = cells.next().unwrap_or_default();
        let expected = cells.next().unwrap_or_default();
        let day = cells.next();
        let anchor = day.map(|day| Date::parse(day).expect(day));
        let found = values(text, anchor);
        if found != expected {
            wrong.push(format!("{text}\n    expected {expected}\n    found    {found}"));
        }
        let day = day.map(|day| format!("\t{day}")).unwrap_or_default();
        writeln!(rewritten, "{text}\t{found}{day}").unwrap();
        count += 1;
    }
    if env::var_os("UPDATE").is_some() {
        fs::write(CASES, rewritten).unwrap();
        return;
    }
    assert!(count >= 420, "only {count} cases");
    assert!(wrong.is_empty(), "{} of {count} cases:\n{}", wrong.len(), wrong.join("\n"));
}

/// A text that no grammar expects must neither break the reader nor cost more than its length.
#[test]
fn odd_texts_are_read_to_their_end() {
    for odd in [
        "",
        "1",
        "-",
        "un un un",
        "é 3 €",
        "du 3 au",
        "dont",
        "999999999999999999999999999999 euros",
        "mi-",
        "1 er",
        "0",
    ] {
        for times in [1, 300] {
            let text = odd.repeat(times);
            let doc = Document::new(&text);
            let mut found = Vec::new();
            values_into(&doc, Date::parse("2022-01-14"), &mut found);
            for mention in &found {
                assert!(
                    mention.tokens.end() <= doc.len() && !mention.tokens.is_empty(),
                    "{odd:?}: {mention:?}"
                );
            }
        }
    }
}
