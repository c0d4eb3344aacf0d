//! Names and rules of the user's own, all the way to the graph.

use greffier::gazetteer::{Format, Gazetteer};
use greffier::graph::Source;
use greffier::{EntityKind, Extractor, Graph, ProceedingKind, RelationKind, Status};

fn with_names(list: &str, stop: &[&str]) -> Extractor {
    let builder = Gazetteer::builder().text(Format::Tsv, "names.tsv", list).unwrap();
    let builder = stop.iter().fold(builder, |builder, name| builder.stop(name));
    Extractor::builder().gazetteer(builder.build()).build()
}

/// `kind:name=id`, in reading order.
fn entities(graph: &Graph) -> Vec<String> {
    let id = |id: &Option<String>| id.as_ref().map_or_else(String::new, |id| format!("={id}"));
    graph.entities.iter().map(|e| format!("{}:{}{}", e.kind, e.name, id(&e.external_id))).collect()
}

#[test]
fn own_names_come_out_with_their_ids() {
    let list = "name\tkind\tid\taliases\n\
                Armoric Radoub\torganisation\tS1\tle Radoub|A.R.\n\
                Paris\tperson\tP1\t\n\
                Kerlann\torganisation\tK1\t\n\
                Vasseur\tperson\tV1\t\n";
    let extractor = with_names(list, &["Genève"]);
    for (text, expected) in [
        (
            "Le chantier Armoric Radoub a fermé. A.R. employait des soudeurs.",
            vec!["organisation:Armoric Radoub=S1"],
        ),
        // Another kind than the built-in lists say.
        ("Elle a quitté Paris pour Bruxelles.", vec!["person:Paris=P1", "location:Bruxelles"]),
        // A part of a longer name of another kind is not the entry.
        ("Le Paris Saint-Germain a gagné.", vec!["organisation:Paris Saint-Germain"]),
        // A longer name of the same kind is.
        ("Le syndicat Union Kerlann a protesté.", vec!["organisation:Union Kerlann=K1"]),
        // But a surname alone is not everybody who bears it.
        ("Paul Vasseur a parlé.", vec!["person:Paul Vasseur"]),
        ("Elle a quitté Genève pour Bruxelles.", vec!["location:Bruxelles"]),
    ] {
        assert_eq!(entities(&extractor.extract(text)), expected, "{text}");
    }
}

#[test]
fn without_own_names_nothing_has_an_id() {
    let graph = Extractor::french().extract("Elle a quitté Paris pour Bruxelles.");
    assert_eq!(entities(&graph), ["location:Paris", "location:Bruxelles"]);
}

const PAGE: &str = "
kind buys(buyer, bought)

rule own.buys
  doc     Somebody buys an organisation.
  on      ~racheter[active]
  buyer   subject : Person Organisation
  bought  object : Organisation
  link    buys(buyer, bought)
  yes     Le groupe Valmoret a racheté la société Kerlann.
          -> buys(Valmoret; Kerlann)
  no      Le groupe Valmoret a racheté ses fautes.

rule own.member
  doc     A tie of a built-in kind.
  on      ~émarger[active]
  who     subject : Person
  where   à : Organisation
  record  member_of(from = who, to = where)
  yes     Paul Vasseur émarge à la société Kerlann.
          -> member_of(Paul Vasseur; Kerlann)
  no      Paul Vasseur émarge à trois comptes.

rule own.conviction
  doc     A step of a built-in kind, at a word that the built-in rules know.
  on      ~condamner[passive]
  who+    subject : Person
  record  conviction(parties = who)
  yes     Paul Vasseur a été condamné.
          -> conviction(Paul Vasseur)
  no      La porte a été condamnée.
";

#[test]
fn own_pages_pass_their_own_sentences() {
    let extractor = Extractor::builder().page("own.page", PAGE).unwrap().build();
    let reports = extractor.check_pages();
    assert_eq!(reports.len(), 3);
    for report in reports {
        assert!(report.is_ok(), "{report}");
    }
}

#[test]
fn own_rules_make_links_with_status_and_source() {
    let extractor = Extractor::builder().page("own.page", PAGE).unwrap().build();
    let text = "Le groupe Valmoret n’a pas racheté la société Kerlann. Paul Vasseur affirme que le groupe Valmoret \
                a racheté la société Kerlann.";
    let graph = extractor.extract(text);
    let [first, second] = graph.links.as_slice() else { panic!("{:?}", graph.links) };
    assert_eq!((first.kind.as_str(), first.status, first.attributed_to), ("buys", Status::Negated, None));
    let slots: Vec<&str> = second.arguments.iter().map(|a| a.slot.as_str()).collect();
    assert_eq!(slots, ["buyer", "bought"]);
    let names: Vec<&str> = second
        .arguments
        .iter()
        .map(|a| graph.entity(a.reference.entity.unwrap()).unwrap().name.as_str())
        .collect();
    assert_eq!(names[1], "Kerlann");
    assert_eq!(second.attributed_to, Some(Source::Statement(graph.statements[0].id)));
    let back: Graph = serde_json::from_value(serde_json::to_value(&graph).unwrap()).unwrap();
    assert_eq!(back, graph);
}

#[test]
fn own_rules_of_built_in_kinds_stand_among_the_others() {
    let extractor = Extractor::builder().page("own.page", PAGE).unwrap().build();
    let graph =
        extractor.extract("Paul Vasseur émarge à la société Kerlann. Paul Vasseur a été condamné pour vol.");
    assert!(graph.relations.iter().any(|r| r.kind == RelationKind::MemberOf && r.rule == "own.member"));
    let steps: Vec<&str> = graph
        .proceedings
        .iter()
        .filter(|step| step.kind == ProceedingKind::Conviction)
        .map(|step| step.rule.as_ref())
        .collect();
    assert_eq!(steps, ["own.conviction"]);
    let person = graph.persons().next().unwrap();
    assert_eq!(person.kind, EntityKind::Person);
}

#[test]
fn a_wrong_page_is_refused_with_place_and_remedy() {
    let wrong = PAGE.replace("subject : Person Organisation", "subjet : Person Organisation");
    let message = Extractor::builder().page("own.page", &wrong).unwrap_err().to_string();
    assert!(message.contains("own.page:7:11"), "{message}");
    assert!(message.contains("did you mean `subject`?"), "{message}");
}

#[test]
fn rules_explain_themselves() {
    let extractor = Extractor::builder().page("own.page", PAGE).unwrap().build();
    let told = extractor.explain_rules("Le groupe Valmoret a racheté la société Kerlann.");
    assert!(told[0].to_string().starts_with("own.buys (own.page:4)"), "{}", told[0]);
    let stops = extractor.why_not("own.buys", "Le groupe Valmoret a racheté une maison.").unwrap();
    assert!(stops[0].to_string().contains("the slot `bought` finds nothing"), "{}", stops[0]);
    assert!(extractor.why_not("no.such.rule", "").is_none());
}
