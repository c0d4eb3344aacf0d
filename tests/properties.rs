//! What holds for every text: reading is total, the same text gives the same bytes, spans lie on
//! character boundaries, tokens tile, and hostile texts cost linear work.

mod support;

use greffier::document::Document;
use greffier::graph::Graph;
use greffier::token::{paragraphs, quotations, sentences, tokenize};
use greffier::{Extractor, Span};
use proptest::prelude::*;

/// Pieces that mean something to the tokenizer, between pieces that mean nothing.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(vec![
            "«", "»", "“", "”", "\"", "'", "’", "‘", "—", "-", "(", ")", "[", "]", ".", "...", "…", "!", "?",
            ",", ":", " ", " ", "\u{a0}", "\u{202f}", "\n", "\n\n", "\r\n", "\u{2028}", "\u{feff}", "\0",
        ]),
        6 => prop::sample::select(vec![
            "M", "Me", "l", "qu", "L’", "J.-P.", "dit", "-il", "-t-elle", "10", "000", "7,5", "€", "art", "L",
            "642-3", "condamné", "Morel", "Claire", "à", "Été", "É", "e\u{301}", "×", "ß", "http://a.fr", "@",
            "a.b@c.fr", "#tag", "🇫🇷", "👨‍👩‍👧", "Ж", "東", "ﬁ", "½", "²", "n°", "km/h", "y", "c", "est-à-dire",
        ]),
        2 => any::<char>().prop_map(|_| "x"),
    ];
    prop_oneof![
        3 => prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat()),
        1 => ".{0,80}",
        1 => any::<String>(),
    ]
}

/// Every byte of the text is in one token or in a gap of spaces; sentences and paragraphs share out the tokens.
fn check_document(text: &str) {
    let tokens = tokenize(text);
    let mut at = 0;
    for token in &tokens {
        let span = token.span;
        assert!(at <= span.start() && !span.is_empty(), "{text:?}");
        assert!(text.get(span.range()).is_some(), "{span:?} cuts a character of {text:?}");
        check_gap(&text[at..span.start()]);
        at = span.end();
    }
    check_gap(&text[at..]);
    for runs in [sentences(text, &tokens), paragraphs(text, &tokens)] {
        let mut next = 0;
        for run in runs {
            assert_eq!(run.start(), next, "{text:?}");
            assert!(!run.is_empty(), "{text:?}");
            next = run.end();
        }
        assert_eq!(next, tokens.len(), "{text:?}");
    }
    let mut last = None;
    for quotation in quotations(&tokens, &paragraphs(text, &tokens)) {
        let open = quotation.open.index();
        assert!(last < Some(open), "in the order of their marks");
        assert_eq!(quotation.content.start(), open + 1);
        assert!(quotation.content.end() <= tokens.len());
        if let Some(close) = quotation.close {
            assert_eq!(quotation.content.end(), close.index());
        }
        last = Some(open);
    }
}

fn check_gap(gap: &str) {
    let is_space = |c: char| c.is_whitespace() || c < ' ' || "\u{200b}\u{feff}\u{ad}".contains(c);
    assert!(gap.chars().all(is_space), "{gap:?} is in no token");
}

fn bytes(graph: &Graph) -> String {
    serde_json::to_string(graph).unwrap()
}

/// Every `start` and `end` of the JSON, wherever it stands.
fn spans(value: &serde_json::Value, found: &mut Vec<Span>) {
    match value {
        serde_json::Value::Object(fields) => {
            if let (Some(start), Some(end)) = (fields.get("start"), fields.get("end")) {
                found.push(Span::new(start.as_u64().unwrap() as usize, end.as_u64().unwrap() as usize));
            }
            fields.values().for_each(|field| spans(field, found));
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| spans(item, found)),
        _ => {}
    }
}

fn check_graph(extractor: &Extractor, text: &str) {
    let graph = extractor.extract(text);
    let mut found = Vec::new();
    spans(&serde_json::to_value(&graph).unwrap(), &mut found);
    for span in found {
        assert!(text.get(span.range()).is_some(), "{span:?} does not fit {text:?}");
    }
    assert_eq!(bytes(&graph), bytes(&extractor.extract(text)), "{text:?}");
}

/// An article cut, with a part left out, or with a mark repeated.
fn mutated() -> impl Strategy<Value = String> {
    let articles = support::articles();
    let mark = prop::sample::select(vec!["«", "»", "\"", "(", "—", ".", "\n", "’", " ", "M. ", "que "]);
    (prop::sample::select(articles), any::<prop::sample::Index>(), any::<prop::sample::Index>(), mark, 0..4)
        .prop_map(|(article, one, other, mark, way)| {
            let chars: Vec<char> = article.chars().collect();
            let (one, other) = (one.index(chars.len()), other.index(chars.len()));
            let (from, to) = (one.min(other), one.max(other));
            let whole = |chars: &[char]| chars.iter().collect::<String>();
            match way {
                0 => whole(&chars[..to]),
                1 => whole(&chars[from..]),
                2 => whole(&chars[..from]) + &whole(&chars[to..]),
                _ => whole(&chars[..to]) + &mark.repeat(3) + &whole(&chars[to..]),
            }
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tokens_tile_and_sentences_share_them_out(text in text()) {
        check_document(&text);
    }

    #[test]
    fn what_stands_before_a_blank_line_does_not_change_the_tokens_behind(text in text()) {
        let longer = format!("Un mot.\n\n{text}");
        let shift = "Un mot.\n\n".len();
        let shifted: Vec<_> = tokenize(&longer).iter().skip(3).map(|t| (t.span.start() - shift, t.kind)).collect();
        let alone: Vec<_> = tokenize(&text).iter().map(|t| (t.span.start(), t.kind)).collect();
        prop_assert_eq!(shifted, alone);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_one_graph(text in text()) {
        check_graph(&Extractor::french(), &text);
    }

    #[test]
    fn a_damaged_article_gives_one_graph(text in mutated()) {
        check_graph(&Extractor::french(), &text);
    }
}

#[test]
fn a_worker_remembers_nothing() {
    let extractor = Extractor::french();
    let mut worker = extractor.worker();
    let articles = support::articles();
    for article in articles.iter().chain(articles.iter().rev()) {
        assert_eq!(bytes(&worker.extract(article)), bytes(&extractor.extract(article)));
    }
}

/// Adds `shift` to every span of the JSON.
fn shifted(value: &mut serde_json::Value, shift: u64) {
    match value {
        serde_json::Value::Object(fields) => {
            for (key, field) in fields.iter_mut() {
                match (key.as_str(), field.as_u64()) {
                    ("start" | "end", Some(at)) => *field = (at + shift).into(),
                    _ => shifted(field, shift),
                }
            }
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(|item| shifted(item, shift)),
        _ => {}
    }
}

#[test]
fn a_paragraph_without_names_moves_the_spans_and_changes_nothing_else() {
    let extractor = Extractor::french();
    let before = "Voici ce qui est connu pour le moment.\n\n";
    for article in support::articles() {
        let mut alone = serde_json::to_value(extractor.extract(&article)).unwrap();
        let moved = serde_json::to_value(extractor.extract(&format!("{before}{article}"))).unwrap();
        shifted(&mut alone, before.len() as u64);
        assert_eq!(moved, alone, "{}", article.lines().next().unwrap());
    }
}

#[test]
fn ten_thousand_unclosed_marks_are_bounded() {
    for mark in ["« ", "“", "\"a ", "‘a ", "(", "— ", "\n— ", "« \n\n", "» \n\n", "24\" "] {
        let text = format!("Il dit : {}", mark.repeat(10_000));
        check_document(&text);
        let document = Document::new(&text);
        let within: usize = document.quotations().iter().map(|q| q.content.len()).sum();
        // What is read twice or more lies in at most eight quotations inside each other.
        assert!(within <= 9 * document.len(), "{mark:?}: {within} of {}", document.len());
    }
}

#[test]
fn hostile_texts_are_read_to_the_end() {
    let extractor = Extractor::french();
    for piece in [
        "« ",
        "a-",
        "a’",
        "J.",
        "1 000 ",
        "-t-il",
        "M. ",
        "condamné ",
        "que ",
        "((",
        "\0",
        "\u{301}",
        "🇫🇷",
        ".",
        "@a",
        "http://",
        "A",
        "É",
        "’",
        "Claire Morel, ",
        "Claire Morel, maire de Lyon, ",
        "selon Claire Morel, ",
        "« Claire Morel a dit : ",
        "Le Parti social du peuple (PSP) ",
        "Le tribunal a condamné Claire Morel à deux ans de prison pour vol. ",
        "12/",
        "\r",
        "_",
    ] {
        let text = piece.repeat(3_000);
        check_document(&text);
        check_graph(&extractor, &text);
    }
}
