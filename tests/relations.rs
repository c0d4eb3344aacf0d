//! Roles and other ties, sentence by sentence: `cases/roles.tsv` and `cases/relations.tsv`.

mod table;

use greffier::graph::{Graph, Relation};
use greffier::{Extractor, Part, RelationKind, Status};

fn name(graph: &Graph, id: greffier::graph::EntityId) -> &str {
    graph.entity(id).map_or("?", |entity| &entity.name)
}

fn status(relation: &Relation) -> String {
    let mut marks = String::new();
    if relation.former {
        marks.push_str(" former");
    }
    if relation.acting {
        marks.push_str(" acting");
    }
    if relation.status != Status::Asserted {
        marks.push_str(&format!(" [{}]", relation.status.name()));
    }
    if relation.attributed_to.is_some() {
        marks.push_str(" said");
    }
    marks
}

fn roles(text: &str) -> String {
    let graph = Extractor::french().extract(text);
    let lines = graph.roles().map(|role| {
        let words = role.role.map_or("", |span| span.of(text));
        let to = role.to.map_or("-", |to| name(&graph, to));
        format!("{}: {words} / {to}{}", name(&graph, role.from), status(role))
    });
    lines.collect::<Vec<_>>().join(" ; ")
}

fn relations(text: &str) -> String {
    let graph = Extractor::french().extract(text);
    let ties = graph.relations.iter().filter(|relation| relation.kind != RelationKind::HoldsRole);
    let lines = ties.map(|tie| {
        let to = tie.to.map_or("-", |to| name(&graph, to));
        format!("{} {} {to}{}", name(&graph, tie.from), tie.kind.name(), status(tie))
    });
    lines.collect::<Vec<_>>().join(" ; ")
}

#[test]
fn roles_are_found() {
    table::check("roles", 50, roles);
}

#[test]
fn relations_are_found() {
    table::check("relations", 30, relations);
}

#[test]
fn an_organisation_that_acts_is_involved() {
    let text = "Le président Paul Marchand s’est adressé à l’OTSC mardi. \
                Les pays de l’organisation ont dépêché des soldats. Le directeur de l’OTSC a été reçu.";
    let graph = Extractor::french().extract(text);
    let otsc = graph.find("OTSC").unwrap();
    let parts: Vec<Part> =
        graph.involvements_of(otsc.id).filter(|i| i.within.is_none()).map(|i| i.part).collect();
    assert_eq!(parts, [Part::Patient, Part::Agent]);
}
