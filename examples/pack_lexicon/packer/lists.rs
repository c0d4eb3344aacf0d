use greffier::lexicon::Classes;

use super::drafts::Drafts;
use super::table::{Source, cell};

/// A phrase of a list: its words, and what the list says of it.
pub struct Phrase {
    pub words: Vec<String>,
    pub list: u8,
    pub entry: [u8; 8],
}

/// Reads the hand-written lists.
pub fn read(source: &mut Source, words: &mut Drafts) -> Vec<Phrase> {
    verbs(source, words, "data/speech_verbs.tsv", Classes::SPEECH_VERB, |_| true);
    verbs(source, words, "data/judicial.tsv", Classes::JUDICIAL_VERB, |row| cell(row, 1) == "V");
    let nouns: [(&str, &[usize], Classes); 10] = [
        ("data/roles.tsv", &[0, 1, 2, 3], Classes::ROLE),
        ("data/offences.tsv", &[0, 1], Classes::OFFENCE),
        ("data/penalties.tsv", &[0, 1], Classes::PENALTY),
        ("data/courts.tsv", &[0, 1], Classes::COURT),
        ("data/speech_nouns.tsv", &[0, 1], Classes::SPEECH_NOUN),
        ("data/speech_cues.tsv", &[0], Classes::SPEECH_CUE),
        ("data/judicial.tsv", &[0], Classes::JUDICIAL_NOUN),
        ("data/legal_forms.tsv", &[0], Classes::LEGAL_FORM),
        ("data/events.tsv", &[0], Classes::EVENT),
        ("data/products.tsv", &[0], Classes::PRODUCT),
    ];
    for (path, columns, class) in nouns {
        for row in source.rows(path) {
            if class == Classes::JUDICIAL_NOUN && cell(&row, 1) == "V" {
                continue;
            }
            for column in columns {
                if let Some(first) = cell(&row, *column).split(' ').next().filter(|first| !first.is_empty()) {
                    words.add_class(&first.to_lowercase(), class);
                }
            }
        }
    }
    Vec::new()
}

fn verbs(source: &mut Source, words: &mut Drafts, path: &str, class: Classes, wanted: impl Fn(&[String]) -> bool) {
    let mut missing = Vec::new();
    for row in source.rows(path) {
        let lemma = bare(cell(&row, 0)).split(' ').next().unwrap_or_default();
        // «être d'avis», «avoir la conviction»: the auxiliaries would call for a look at every second clause.
        if !wanted(&row) || lemma == "être" || lemma == "avoir" {
            continue;
        }
        if !words.add_verb_class(lemma, class) {
            missing.push(lemma.to_owned());
        }
    }
    if !missing.is_empty() {
        source.note(format!("{path}: no forms of {}", missing.join(", ")));
    }
}

/// A verb without its reflexive pronoun.
fn bare(verb: &str) -> &str {
    ["se ", "s'", "en ", "y "].iter().find_map(|pronoun| verb.strip_prefix(pronoun)).unwrap_or(verb)
}
