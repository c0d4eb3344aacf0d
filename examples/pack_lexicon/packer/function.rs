use greffier::lexicon::Classes;

use super::drafts::Drafts;
use super::table::{Source, cell, parts};

/// Reads the grammatical words, and the verbs that are grammar more than meaning.
pub fn read(source: &mut Source, words: &mut Drafts) {
    for row in source.rows("data/function_words.tsv") {
        for name in parts(cell(&row, 1)) {
            match class(name) {
                Some(class) => words.add_class(cell(&row, 0), class),
                None => source.note(format!("function_words.tsv: no class is called {name}")),
            }
        }
    }
    words.add_verb_class("être", Classes::ETRE.with(Classes::FUNCTION));
    words.add_verb_class("avoir", Classes::AVOIR.with(Classes::FUNCTION));
    for modal in ["pouvoir", "devoir", "vouloir", "falloir", "sembler", "paraître", "aller", "venir"] {
        words.add_verb_class(modal, Classes::MODAL);
    }
}

/// The class of this name.
pub fn class(name: &str) -> Option<Classes> {
    Classes::ALL.iter().find(|(known, _)| *known == name).map(|(_, class)| *class)
}
