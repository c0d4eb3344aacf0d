use std::collections::HashSet;

use greffier::lexicon::Classes;

use super::drafts::Drafts;
use super::names::{Form, LOCATION, Names, ORGANISATION};
use super::table::{Source, cell, parts};

/// Reads the places that are one word, and the names of their inhabitants. Names of several words are the
/// gazetteer's.
pub fn read(source: &mut Source, words: &mut Drafts) {
    let trusted = super::people::trusted(source);
    for row in source.rows("raw/places_fr.tsv") {
        add(
            words,
            &trusted,
            cell(&row, 0),
            cell(&row, 3).parse().unwrap_or(0),
            3000,
            cell(&row, 1) == "commune_ancienne",
        );
    }
    for row in source.rows("raw/places_world.tsv") {
        let people = cell(&row, 4).parse().unwrap_or(0);
        for name in std::iter::once(cell(&row, 0)).chain(parts(cell(&row, 1))) {
            add(words, &trusted, name, people, 300_000, false);
        }
    }
    for row in source.rows("raw/macro_regions.tsv") {
        for name in std::iter::once(cell(&row, 0)).chain(parts(cell(&row, 1))) {
            add(words, &trusted, name, 1 << 20, 1, false);
        }
    }
    for row in source.rows("raw/countries.tsv") {
        for name in std::iter::once(cell(&row, 1)).chain(parts(cell(&row, 3))).chain(parts(cell(&row, 5))) {
            add(words, &trusted, name, 1 << 23, 1, false);
        }
        for forms in parts(cell(&row, 4)) {
            demonym(words, forms);
        }
    }
    for row in source.rows("raw/demonyms.tsv") {
        demonym(words, cell(&row, 0));
    }
}

/// Reads places, countries and banks as names of the gazetteer.
pub fn names(source: &mut Source, names: &mut Names<'_>) {
    for row in source.rows("raw/countries.tsv") {
        // The European Union has a code among the countries, and is an organisation.
        if cell(&row, 0) == "EU" {
            continue;
        }
        let entry = names.entry(LOCATION, "country", (cell(&row, 1), cell(&row, 2), cell(&row, 0)), 15, "");
        for other in parts(cell(&row, 3)) {
            names.alias(entry, other, Form::Other, "");
        }
    }
    for row in source.rows("raw/macro_regions.tsv") {
        let entry =
            names.entry(LOCATION, cell(&row, 2), (cell(&row, 0), cell(&row, 3), cell(&row, 4)), 12, "");
        for other in parts(cell(&row, 1)) {
            names.alias(entry, other, Form::Other, "");
        }
    }
    for row in source.rows("raw/places_world.tsv") {
        let rank = scale(cell(&row, 4).parse().unwrap_or(0));
        let rank = if cell(&row, 3) == "capital" { rank.max(12) } else { rank };
        let entry = names.entry(LOCATION, cell(&row, 3), (cell(&row, 0), "0", cell(&row, 2)), rank, "");
        for other in parts(cell(&row, 1)) {
            names.alias(entry, other, Form::Other, "");
        }
    }
    for row in source.rows("raw/places_fr.tsv") {
        let rank = match cell(&row, 1) {
            "région" => 14,
            "département" => 13,
            _ => scale(cell(&row, 3).parse().unwrap_or(0)),
        };
        let known = names.words.get(&cell(&row, 0).to_lowercase()).is_some_and(|d| !d.classes.is_empty());
        if cell(&row, 1) != "commune_ancienne" || !known {
            names.entry(LOCATION, cell(&row, 1), (cell(&row, 0), "0", cell(&row, 2)), rank, "");
        }
    }
    for row in source.rows("raw/banks.tsv") {
        let entry = names.entry(ORGANISATION, "bank", (cell(&row, 0), "f", cell(&row, 1)), 7, "");
        for other in parts(cell(&row, 2)) {
            names.alias(entry, other, Form::Other, "");
        }
    }
}

fn demonym(words: &mut Drafts, forms: &str) {
    for form in forms.split('|') {
        if !form.contains(' ') {
            words.add_class(form, Classes::DEMONYM);
        }
    }
}

/// A place that is also a common word keeps its class when it has at least `least` people.
fn add(words: &mut Drafts, trusted: &HashSet<String>, name: &str, people: u32, least: u32, doubtful: bool) {
    let small = name.chars().next().is_some_and(char::is_lowercase);
    if name.contains([' ', '\''])
        || small
        || name.chars().count() < 2
        || (doubtful && words.get(&name.to_lowercase()).is_some())
    {
        return;
    }
    let draft = words.entry(&name.to_lowercase());
    if draft.is_function() || (draft.is_common() && people < least) {
        return;
    }
    draft.classes = draft.classes | Classes::PLACE;
    draft.ranks[2] = draft.ranks[2].max(scale(people));
    if draft.is_common() && !trusted.contains(&name.to_lowercase()) {
        draft.classes = draft.classes | Classes::AMBIGUOUS;
    }
}

/// Ten million people are 15, every halving one less, down to 1.
fn scale(people: u32) -> u8 {
    if people == 0 { 1 } else { people.ilog2().saturating_sub(8).clamp(1, 15) as u8 }
}
