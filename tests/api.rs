//! The public face: what may cross threads, what the JSON is called, what the enums are called, what can be asked.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use greffier::graph::{Graph, StatementId};
use greffier::{
    EntityKind, Extractor, Gender, MentionForm, Part, ProceedingKind, RelationKind, SpeakerKind, Stance,
    StatementForm, Status,
};
use serde_json::{Value, json};

const TEXT: &str = "Claire Montreuil, présidente de la Banque de l’Estuaire, a démissionné lundi.\n\n\
                    « Nous n’avons rien signé », a déclaré Claire Montreuil.";

#[test]
fn extractors_and_graphs_cross_threads() {
    fn crosses<T: Send + Sync + 'static>() {}
    crosses::<Extractor>();
    crosses::<Graph>();
    let extractor = Extractor::french();
    let alone = extractor.extract(TEXT);
    std::thread::scope(|scope| {
        let readers: Vec<_> = (0..4).map(|_| scope.spawn(|| extractor.extract(TEXT))).collect();
        for reader in readers {
            assert_eq!(reader.join().unwrap(), alone);
        }
    });
}

/// A graph with every field of the contract, as other programs write it.
fn contract() -> Value {
    json!({
        "entities": [
            { "id": 0, "kind": "person", "name": "Claire Montreuil", "aliases": ["Mme Montreuil"],
              "mentions": [{ "start": 0, "end": 16, "form": "name" }, { "start": 18, "end": 29, "form": "nominal" }] },
            { "id": 1, "kind": "organisation", "name": "Banque de l’Estuaire", "aliases": [],
              "mentions": [{ "start": 36, "end": 58, "form": "name" }] }
        ],
        "statements": [
            { "id": 0, "form": "direct", "start": 60, "end": 70,
              "speaker": { "entity": 0, "start": 0, "end": 16, "kind": "person" },
              "cue": { "start": 80, "end": 90, "lemma": "déclarer", "stance": "neutral" }, "rule": "quote/inverted" }
        ],
        "proceedings": [
            { "id": 0, "kind": "conviction", "parties": [{ "entity": 0, "start": 0, "end": 16 }],
              "offences": [{ "start": 1, "end": 2 }], "penalties": [{ "start": 3, "end": 4, "value": null }],
              "victims": [{ "entity": 1, "start": 36, "end": 58 }], "body": { "entity": null, "start": 5, "end": 6 },
              "date": null, "in_absentia": true, "status": "asserted", "attributed_to": { "statement": 0 },
              "trigger": { "start": 7, "end": 8 }, "rule": "justice/sentenced.passive" }
        ],
        "relations": [
            { "id": 0, "kind": "holds_role", "from": 0, "to": 1, "role": { "start": 18, "end": 29 }, "former": true,
              "status": "alleged", "attributed_to": { "entity": 1 }, "evidence": { "start": 0, "end": 58 },
              "rule": "role/apposition" }
        ],
        "involvements": [
            { "entity": 1, "part": "victim", "in": { "proceeding": 0 }, "evidence": { "start": 36, "end": 58 } },
            { "entity": 0, "part": "agent", "in": null, "evidence": { "start": 0, "end": 16 } }
        ]
    })
}

#[test]
fn the_json_of_the_contract_is_read_and_written_alike() {
    let graph: Graph = serde_json::from_value(contract()).unwrap();
    assert_eq!(serde_json::to_value(&graph).unwrap(), contract());
}

#[test]
fn a_graph_survives_json() {
    let graph = Extractor::french().extract(TEXT);
    let json = serde_json::to_string(&graph).unwrap();
    let back: Graph = serde_json::from_str(&json).unwrap();
    assert_eq!(back, graph);
    assert_eq!(serde_json::to_string(&back).unwrap(), json);
    assert_eq!(Graph::default(), serde_json::from_str("{}").unwrap(), "every list may be left out");
}

fn named<T>(all: &[T], least: usize)
where
    T: Copy + PartialEq + Debug + Display + FromStr + serde::Serialize,
    T::Err: Display + Debug,
{
    assert!(all.len() >= least);
    for value in all {
        let name = value.to_string();
        assert_eq!(name.parse::<T>().unwrap(), *value);
        assert_eq!(serde_json::to_value(value).unwrap(), name, "JSON and Display agree");
        assert_eq!(format!("{value:>30}").len(), 30, "padding is obeyed");
    }
    let error = T::from_str("nonsense").unwrap_err().to_string();
    assert!(error.contains("nonsense") && error.contains(&all[0].to_string()), "{error}");
}

#[test]
fn every_enum_has_one_name_for_all_uses() {
    named(EntityKind::ALL, 9);
    named(MentionForm::ALL, 3);
    named(Gender::ALL, 2);
    named(StatementForm::ALL, 3);
    named(SpeakerKind::ALL, 5);
    named(Stance::ALL, 10);
    named(ProceedingKind::ALL, 13);
    named(Status::ALL, 4);
    named(RelationKind::ALL, 14);
    named(Part::ALL, 9);
}

#[test]
fn typed_questions_are_answered() {
    let text = "x".repeat(100);
    let graph: Graph = serde_json::from_value(contract()).unwrap();
    let claire = graph.find("Mme Montreuil").unwrap();
    assert_eq!(graph.find("Claire Montreuil"), Some(claire));
    assert_eq!(graph.find("Montreuil"), None, "only names that the article uses");
    assert_eq!(graph.persons().count(), 1);
    assert_eq!(graph.of_kind(EntityKind::Location).count(), 0);
    assert_eq!(graph.statements_by(claire.id).count(), 1);
    assert_eq!(graph.statement(StatementId(9)), None);
    let statement = graph.statements().next().unwrap();
    assert_eq!(statement.speaker(), Some(claire));
    assert_eq!(statement.content(&text).len(), 10);
    let conviction = graph.convictions().next().unwrap();
    assert_eq!(conviction.accused().collect::<Vec<_>>(), [claire]);
    assert_eq!(conviction.wronged().next().unwrap().name, "Banque de l’Estuaire");
    assert_eq!(conviction.offences(&text).collect::<Vec<_>>(), ["x"]);
    assert_eq!(graph.designations().count(), 0);
    assert_eq!(graph.roles().count(), 1);
    let bank = graph.organisations().next().unwrap();
    assert_eq!(bank.proceedings().count(), 1);
    assert_eq!(graph.involvements_of(claire.id).next().unwrap().part, Part::Agent);
}
