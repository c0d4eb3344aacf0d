//! Every rule of the built-in pages finds what its own sentences say, and nothing where they say so.

use greffier::Extractor;

#[test]
fn the_rules_find_what_their_sentences_say() {
    let reports = Extractor::french().check_rules().unwrap_or_else(|errors| panic!("{errors}"));
    assert!(reports.len() >= 100);
    let faults: Vec<String> = reports.iter().filter(|r| !r.is_ok()).map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{} rules of {}\n{}", faults.len(), reports.len(), faults.join("\n"));
}
