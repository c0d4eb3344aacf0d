//! A user's gazetteer: what is found, what is refused and with what words, and both engines against a naive search.

use greffier::document::Document;
use greffier::gazetteer::{Accents, Case, Format, Gazetteer};
use greffier::ontology::EntityKind;
use greffier::token::TokenSpan;
use proptest::prelude::*;

fn message(format: Format, text: &str) -> String {
    match Gazetteer::builder().text(format, "names", text) {
        Ok(_) => String::from("no error"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn every_mistake_says_where_and_what_would_do() {
    for (text, expected) in [
        ("", "names:1: there is no header; begin with a line like «name, kind, id, aliases, priority»"),
        (
            "name\tid\nX\t1\n",
            "names:1: the header has no column «kind», only «name», «id»; begin with a line like «name, kind, id, aliases, priority»",
        ),
        (
            "name\tkind\tlabel\n",
            "names:1: the column «label» means nothing here; there are name, kind, id, aliases, priority",
        ),
        (
            "name\tkind\nBrume SA\torganisation\textra\n",
            "names:2: 3 cells, but the header has 2; is a separator not quoted?",
        ),
        ("name\tkind\n\torganisation\n", "names:2: the name is empty; give one, or delete the line"),
        ("name\tkind\n\n…\torganisation\n", "names:3: «…» has no letter and no digit; a name needs one"),
        (
            "name\tkind\nBrume\t\n",
            "names:2: the kind is empty; there are person, organisation, location, event, product",
        ),
        (
            "name\tkind\nBrume\tcompany\n",
            "names:2: no kind is called «company»; there are person, organisation, location, event, product",
        ),
        (
            "name\tkind\nBrume\tdate\n",
            "names:2: no kind is called «date»; there are person, organisation, location, event, product",
        ),
        (
            "name\tkind\tpriority\nBrume\tperson\thigh\n",
            "names:2: the priority «high» is no whole number; write one like 10, or leave it empty",
        ),
        ("name\tkind\tid\taliases\tpriority\nBrume\tperson\n", "no error"),
    ] {
        assert_eq!(message(Format::Tsv, text), expected);
    }
    assert_eq!(
        message(Format::Csv, "name,kind\n\"Brume,person\nAutre,person\n"),
        "names:2: the quotation mark that opens here is never closed; close it, or double it if it is part of the name",
    );
    let bytes: &[u8] = b"name,kind\nCaf\xe9,product\n";
    let error = Gazetteer::builder().reader(Format::Csv, "names", bytes).unwrap_err();
    assert_eq!(error.to_string(), "names:2: the line is not UTF-8; save the file as UTF-8");
    let error = Gazetteer::builder().file("names.xls").unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("names.xls: the ending of the name does not tell the format; .tsv, .csv")
    );
    let error = Gazetteer::builder().file("/nowhere/names.csv").unwrap_err();
    assert!(error.to_string().starts_with("/nowhere/names.csv: cannot be read: "));
}

#[cfg(feature = "json")]
#[test]
fn json_lines_are_read() {
    let text =
        "{\"name\": \"Brume SA\", \"kind\": \"organisation\", \"id\": 123456789, \"aliases\": [\"Brume\"]}\n";
    let gazetteer = Gazetteer::builder().text(Format::JsonLines, "names", text).unwrap().build();
    let doc = Document::new("La société Brume SA");
    assert_eq!(gazetteer.entry(gazetteer.hits(&doc)[0].entry).unwrap().id, Some("123456789"));
    assert_eq!(
        message(Format::JsonLines, "\n{\"name\": \"X\", \"sort\": 1}"),
        "names:2: not an entry: unknown field `sort`, expected one of `name`, `kind`, `id`, `aliases`, `priority`; write {\"name\": \"…\", \"kind\": \"person\"}",
    );
    assert!(message(Format::JsonLines, "[]").starts_with("names:1: not an entry: "));
}

#[test]
fn lenient_reading_keeps_the_good_lines() {
    let text =
        "name,kind,note\nBrume,organisation,x\n,person,\n\"Banque \"\"B\"\", Lyon\",organisation,\nX,club,\n";
    let gazetteer = Gazetteer::builder().lenient().text(Format::Csv, "names.csv", text).unwrap().build();
    assert_eq!(gazetteer.len(), 2);
    let lines: Vec<usize> =
        gazetteer.problems().iter().map(greffier::gazetteer::GazetteerError::line).collect();
    assert_eq!(lines, [1, 3, 5]);
    let doc = Document::new("la Banque \"B\", Lyon et Brume");
    assert_eq!(found(&gazetteer, &doc), ["Banque \"B\", Lyon", "Brume"]);
}

#[test]
fn french_spreadsheets_and_byte_order_marks_are_read() {
    let text = "\u{feff}name;kind;id;aliases;priority\r\n\"Brume;Fils\";organisation;Q7;BF|B&F;3\r\n";
    let gazetteer = Gazetteer::builder().text(Format::Csv, "names.csv", text).unwrap().build();
    let doc = Document::new("BF, B&F");
    let hits = gazetteer.hits(&doc);
    let entry = gazetteer.entry(hits[0].entry).unwrap();
    assert_eq!((hits.len(), entry.name, entry.id, entry.priority), (2, "Brume;Fils", Some("Q7"), 3));
}

fn found<'t>(gazetteer: &Gazetteer, doc: &Document<'t>) -> Vec<&'t str> {
    gazetteer.hits(doc).iter().map(|hit| doc.slice(hit.tokens)).collect()
}

#[test]
fn names_inside_names_are_not_lost() {
    let list = "name\tkind\nParis\tlocation\nParis Saint-Brume\torganisation\n";
    let gazetteer = Gazetteer::builder().text(Format::Tsv, "names", list).unwrap().build();
    let doc = Document::new("Paris, Paris Saint-Brume, Paris Saint-Brumeux, Parisien");
    assert_eq!(found(&gazetteer, &doc), ["Paris", "Paris Saint-Brume", "Paris", "Paris"]);
}

#[test]
fn case_and_accents_matter_as_told() {
    let doc = Document::new("Société Brume, SOCIETE BRUME, société brume, Societe Brume");
    for (case, accents, expected) in [
        (Case::Sensitive, Accents::Strict, 1),
        (Case::Insensitive, Accents::Strict, 2),
        (Case::Sensitive, Accents::Loose, 2),
        (Case::Insensitive, Accents::Loose, 4),
    ] {
        let builder =
            Gazetteer::builder().name("Société Brume", EntityKind::Organisation, None, &[]).unwrap();
        let gazetteer = builder.case(case).accents(accents).build();
        assert_eq!(gazetteer.hits(&doc).len(), expected, "{case:?} {accents:?}");
    }
}

#[test]
fn the_stop_list_is_read_apart() {
    let doc = Document::new("Il a quitté Paris pour Bruxelles et Genève.");
    let builder = Gazetteer::builder().name("Paris", EntityKind::Person, Some("P1"), &[]).unwrap();
    let gazetteer = builder.stop("Genève").build();
    let (mut own, mut stops) = (Vec::new(), Vec::new());
    gazetteer.read(&doc, &mut own, &mut stops);
    let words = |tokens: &[TokenSpan]| tokens.iter().map(|t| doc.slice(*t).to_owned()).collect::<Vec<_>>();
    assert_eq!(words(&stops), ["Genève"]);
    assert_eq!(words(&own.iter().map(|hit| hit.tokens).collect::<Vec<_>>()), ["Paris"]);
}

#[test]
fn the_higher_priority_comes_first() {
    let list = "name\tkind\tid\tpriority\nBrume\tperson\tlow\t1\nBrume\torganisation\thigh\t5\n";
    let gazetteer = Gazetteer::builder().text(Format::Tsv, "names", list).unwrap().build();
    let doc = Document::new("Brume");
    let ids: Vec<_> = gazetteer.hits(&doc).iter().map(|hit| gazetteer.entry(hit.entry).unwrap().id).collect();
    assert_eq!(ids, [Some("high"), Some("low")]);
}

/// Names that nobody writes, so that the list is long enough for the other engine.
fn padding() -> String {
    (0..6_000).map(|n| format!("zzz{n} qqq\torganisation\n")).collect()
}

proptest! {
    #[test]
    fn both_engines_find_what_a_naive_search_finds(
        names in prop::collection::vec("[ab]( [ab]){0,3}", 1..8),
        text in "([ab] ){0,30}",
    ) {
        let rows: String = names.iter().map(|name| format!("{name}\tperson\n")).collect();
        let doc = Document::new(&text);
        let words: Vec<&str> = text.split_whitespace().collect();
        let mut expected: Vec<(usize, usize, u32)> = Vec::new();
        for start in 0..words.len() {
            for (number, name) in names.iter().enumerate() {
                let len = name.split(' ').count();
                if words.get(start..start + len).is_some_and(|run| run.join(" ") == *name) {
                    expected.push((start, len, number as u32));
                }
            }
        }
        expected.sort_unstable();
        for more in [String::new(), padding()] {
            let list = format!("name\tkind\n{rows}{more}");
            let gazetteer = Gazetteer::builder().text(Format::Tsv, "names", &list).unwrap().build();
            let mut found: Vec<(usize, usize, String)> = gazetteer
                .hits(&doc)
                .iter()
                .map(|hit| (hit.tokens.start(), hit.tokens.len(), format!("{:?}", hit.entry)))
                .collect();
            found.sort_unstable();
            let mut wanted: Vec<(usize, usize, String)> =
                expected.iter().map(|(start, len, number)| (*start, *len, format!("UserEntryId({number})"))).collect();
            wanted.sort_unstable();
            prop_assert_eq!(found, wanted);
        }
    }
}
