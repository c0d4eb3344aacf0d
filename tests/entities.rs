//! Who is who, sentence by sentence: `cases/entities.tsv`.

mod table;

use greffier::{EntityKind, Extractor, MentionForm};

fn entities(text: &str) -> String {
    let graph = Extractor::french().extract(text);
    let named =
        graph.entities.iter().filter(|e| matches!(e.kind, EntityKind::Person | EntityKind::Organisation));
    let lines = named.map(|entity| {
        let mentions = entity.mentions.iter().map(|mention| {
            let mark = match mention.form {
                MentionForm::Nominal => "~",
                MentionForm::Pronoun => "*",
                _ => "",
            };
            format!("{mark}{}", mention.span.of(text))
        });
        mentions.collect::<Vec<_>>().join(" = ")
    });
    lines.collect::<Vec<_>>().join(" ; ")
}

#[test]
fn everybody_is_known_again() {
    table::check("entities", 80, entities);
}

#[test]
fn a_mention_says_why_it_was_joined() {
    let graph = Extractor::french().extract(
        "Le président Paul Karpov a ordonné une enquête. Il a quitté la salle. Karpov est attendu à Lyon.",
    );
    let why: Vec<&str> =
        graph.entities[0].mentions.iter().map(|mention| mention.joined_by.as_ref()).collect();
    assert_eq!(why, ["apposition", "", "pronoun", "surname"]);
}

#[test]
fn many_namesakes_cost_linear_time() {
    let mut text = String::new();
    for n in 0..4000 {
        let first = char::from(b'A' + (n % 26) as u8);
        text.push_str(&format!("{first}a{n} Marchand a rencontré Paul Marchand{n}. Il a parlé. "));
    }
    let start = std::time::Instant::now();
    let graph = Extractor::french().extract(&text);
    assert!(!graph.entities.is_empty());
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}
