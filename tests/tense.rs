//! The tense of the verb that reports.

use greffier::Extractor;

#[test]
fn the_cue_says_its_tense() {
    let extractor = Extractor::french();
    for (text, expected) in [
        ("Luc Verdier déclare que le pont est sûr.", "present"),
        ("Luc Verdier a déclaré que le pont est sûr.", "past"),
        ("Luc Verdier déclarait que le pont est sûr.", "past"),
        ("Luc Verdier déclara que le pont était sûr.", "past"),
        ("Luc Verdier avait déclaré que le pont était sûr.", "past"),
        ("Luc Verdier aurait déclaré que le pont est sûr.", "past"),
        ("Luc Verdier déclarera que le pont est sûr.", "future"),
        ("Luc Verdier aura déclaré que le pont est sûr.", "future"),
        ("Luc Verdier s’est dit prêt à partir.", "past"),
        ("« Le pont est sûr », a-t-il dit.", "past"),
        ("« Le pont est sûr », répond Luc Verdier.", "present"),
        ("Selon Luc Verdier, le pont est sûr.", "-"),
        ("Affirmant que le pont est sûr, Luc Verdier est parti.", "-"),
    ] {
        let graph = extractor.extract(text);
        let cue = graph.statements.first().and_then(|statement| statement.cue.as_ref());
        let tense = cue.map(|cue| cue.tense.map_or("-", |tense| tense.name()));
        assert_eq!(tense, Some(expected), "{text}");
    }
}
