//! Tokens, sentences and quotations, from tables: a line is a text with marks in it that say what is wanted.
//!
//! `¶` stands for a line break and `⍽` for a no-break space. All faults of a table are told at once.

use greffier::text::Span;
use greffier::token::{Token, TokenSpan, paragraphs, quotations, sentences, tokenize};

/// Each line of a table that is no comment, with its marks, and the same without them.
fn check(table: &str, marks: &[char], least: usize, render: impl Fn(&str) -> String) {
    let mut faults = Vec::new();
    let mut count = 0;
    for (number, line) in table.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        count += 1;
        let plain: String = line.chars().filter(|c| !marks.contains(c)).collect();
        let text = plain.replace('¶', "\n").replace('⍽', "\u{a0}");
        let found = render(&text).replace('\n', "¶").replace('\u{a0}', "⍽");
        if found != line {
            faults.push(format!("line {}\n  wanted {line}\n  found  {found}", number + 1));
        }
    }
    assert!(faults.is_empty(), "{} of {count} lines are wrong\n{}", faults.len(), faults.join("\n"));
    assert!(count >= least, "only {count} lines are left in the table");
}

/// The text with `mark` wherever one of the spans begins, the first one excepted.
fn divided(text: &str, starts: impl Iterator<Item = usize>, mark: char) -> String {
    let mut out = String::new();
    let mut at = 0;
    for start in starts.skip(1) {
        out.push_str(&text[at..start]);
        out.push(mark);
        at = start;
    }
    out + &text[at..]
}

#[test]
fn tokens() {
    check(include_str!("cases/tokens.txt"), &['|'], 80, |text| {
        divided(text, tokenize(text).iter().map(|token| token.span.start()), '|')
    });
}

#[test]
fn sentence_ends() {
    check(include_str!("cases/sentences.txt"), &['|'], 40, |text| {
        let tokens = tokenize(text);
        let starts = sentences(text, &tokens).into_iter().map(|s| tokens[s.start()].span.start());
        divided(text, starts, '|')
    });
}

#[test]
fn paragraph_ends() {
    check(include_str!("cases/paragraphs.txt"), &['|'], 8, |text| {
        let tokens = tokenize(text);
        let starts = paragraphs(text, &tokens).into_iter().map(|s| tokens[s.start()].span.start());
        divided(text, starts, '|')
    });
}

/// The words of a run of tokens; for an empty run, the place where it stands.
fn bytes(text: &str, tokens: &[Token], run: TokenSpan) -> Span {
    if run.is_empty() {
        let at = tokens.get(run.start()).map_or(text.len(), |t| t.span.start());
        return Span::new(at, at);
    }
    tokens[run.start()].span.cover(tokens[run.end() - 1].span)
}

#[test]
fn quoted_words() {
    check(include_str!("cases/quotations.txt"), &['⟦', '⟧', '⟫'], 30, |text| {
        let tokens = tokenize(text);
        let mut marks: Vec<(usize, usize, char)> = Vec::new();
        for (order, found) in quotations(&tokens, &paragraphs(text, &tokens)).iter().enumerate() {
            let content = bytes(text, &tokens, found.content);
            marks.push((content.start(), order, '⟦'));
            // Of two that end at one place the inner one, which began later, ends first.
            let end = if found.close.is_some() { '⟧' } else { '⟫' };
            marks.push((content.end(), usize::MAX / 2 - order, end));
        }
        marks.sort_unstable();
        let mut out = String::new();
        let mut at = 0;
        for (place, _, mark) in marks {
            out.push_str(&text[at..place]);
            out.push(mark);
            at = place;
        }
        out + &text[at..]
    });
}

#[test]
fn depth_and_closing_mark_are_told() {
    let text = "« Il a dit “non ‘jamais’” », note-t-elle, « et “puis";
    let tokens = tokenize(text);
    let found = quotations(&tokens, &paragraphs(text, &tokens));
    let depths: Vec<u8> = found.iter().map(|q| q.depth).collect();
    assert_eq!(depths, [0, 1, 2, 0, 1]);
    let closing: Vec<Option<&str>> =
        found.iter().map(|q| q.close.map(|id| tokens[id.index()].span.of(text))).collect();
    assert_eq!(closing, [Some("»"), Some("”"), Some("’"), None, None]);
}

/// The kind and shape of each token, as `word/Kind.Shape`.
fn kinds(text: &str) -> String {
    let words = tokenize(text);
    let words = words.iter().map(|t| format!("{}/{:?}.{:?}", t.span.of(text), t.kind, t.shape));
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn kinds_and_shapes() {
    for (text, expected) in [
        ("l’État", "l’/Elided.Lower État/Word.Capitalised"),
        ("L’OTAN", "L’/Elided.Letter OTAN/Word.Upper"),
        ("dit-il", "dit/Word.Lower -il/Enclitic.Lower"),
        ("M. X", "M./Abbreviation.Letter X/Word.Letter"),
        ("iPhone", "iPhone/Word.Mixed"),
        ("McDonald", "McDonald/Word.Mixed"),
        ("Saint-Denis", "Saint-Denis/Word.Capitalised"),
        ("10 000 €", "10 000/Number.None €/Symbol.None"),
        ("20h30", "20h30/Number.Lower"),
        ("ÉLYSÉE", "ÉLYSÉE/Word.Upper"),
        ("À", "À/Word.Letter"),
        ("#MeToo @lemonde", "#MeToo/Tag.Mixed @lemonde/Tag.Lower"),
        ("https://exemple.fr/a?b=1.", "https://exemple.fr/a?b=1/Url.Lower ./Punctuation.None"),
        ("a.b@exemple.fr", "a.b@exemple.fr/Email.Lower"),
    ] {
        assert_eq!(kinds(text), expected);
    }
}
