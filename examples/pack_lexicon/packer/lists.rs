use std::str::FromStr;

use greffier::lexicon::{
    Accused, Agreement, Classes, Court, CourtKind, Cue, CueKind, Field, Frames, Governs, Judicial, LegalForm,
    Listed, Offence, Penalty, PenaltyKind, Role, RoleKind, SpeechNoun, SpeechNounKind, SpeechVerb,
};
use greffier::ontology::{Stance, UnknownName};

use super::drafts::Drafts;
use super::split::{split, variants};
use super::table::{Source, cell, parts};

/// A phrase of a list: its words, and what the list says of it.
pub struct Phrase {
    pub words: Vec<String>,
    /// Whether the first word stands for all forms of a verb.
    pub verb: bool,
    pub list: u8,
    pub entry: [u8; 8],
}

/// Reads the hand-written lists.
pub fn read(source: &mut Source, words: &mut Drafts) -> Vec<Phrase> {
    let mut lists = Lists { words, phrases: Vec::new(), missing: Vec::new() };
    lists.speech(source);
    lists.justice(source);
    lists.roles(source);
    for row in source.rows("data/name_heads.tsv") {
        for kind in parts(cell(&row, 1)) {
            let class = if kind == "place" { Classes::PLACE_HEAD } else { Classes::ORGANISATION_HEAD };
            lists.words.add_class(&cell(&row, 0).to_lowercase(), class);
        }
    }
    for row in source.rows("data/legal_forms.tsv") {
        let strong = !row.iter().skip(1).any(|cell| cell == "weak" || cell == "ctx");
        for name in std::iter::once(cell(&row, 0)).chain(parts(cell(&row, 1))) {
            lists.add(name, Classes::LEGAL_FORM, &LegalForm { strong });
        }
    }
    source.note(format!(
        "{} phrases; verbs without forms: {}",
        lists.phrases.len(),
        lists.missing.join(", ")
    ));
    lists.phrases
}

struct Lists<'d> {
    words: &'d mut Drafts,
    phrases: Vec<Phrase>,
    missing: Vec<String>,
}

impl Lists<'_> {
    fn speech(&mut self, source: &mut Source) {
        for row in source.rows("data/speech_verbs.tsv") {
            let verb = SpeechVerb {
                frames: Frames::named(cell(&row, 1)),
                stance: value(source, cell(&row, 2)),
                strong: cell(&row, 3) == "strong",
                qualifier: parts(cell(&row, 1)).any(|frame| frame == "qualifier"),
            };
            self.add_verb(cell(&row, 0), Classes::SPEECH_VERB, &verb);
        }
        for row in source.rows("data/speech_nouns.tsv") {
            for (column, plural) in [(0, false), (1, true)] {
                let noun = SpeechNoun { kind: value(source, cell(&row, 2)), plural };
                self.add(cell(&row, column), Classes::SPEECH_NOUN, &noun);
            }
        }
        for row in source.rows("data/speech_cues.tsv") {
            let cue = Cue { kind: value(source, cell(&row, 1)), strong: cell(&row, 2) == "strong" };
            let first = split(cell(&row, 0)).first().cloned().unwrap_or_default();
            // «a déclaré une source»: the verb finds it.
            if first != "a" {
                self.add(cell(&row, 0), Classes::SPEECH_CUE, &cue);
            }
        }
    }

    fn justice(&mut self, source: &mut Source) {
        for row in source.rows("data/offences.tsv") {
            for (column, plural) in [(0, false), (1, true)] {
                let strong = cell(&row, 3) == "offence";
                let offence = Offence { field: value(source, cell(&row, 2)), strong, plural };
                self.add(cell(&row, column), Classes::OFFENCE, &offence);
            }
        }
        for row in source.rows("data/penalties.tsv") {
            for (column, plural) in [(0, false), (1, true)] {
                let penalty = Penalty { kind: value(source, cell(&row, 2)), plural };
                self.add(cell(&row, column), Classes::PENALTY, &penalty);
            }
        }
        for row in source.rows("data/courts.tsv") {
            let court = Court { kind: value(source, cell(&row, 1)), agreement: agreement(cell(&row, 2)) };
            self.add(cell(&row, 0), Classes::COURT, &court);
        }
        for row in source.rows("data/judicial.tsv") {
            let verb = cell(&row, 1) == "V";
            let phrase = cell(&row, 0).strip_suffix(" à").unwrap_or(cell(&row, 0));
            let takes_a = phrase.len() != cell(&row, 0).len();
            let entry = Judicial {
                kind: cell(&row, 2).parse().ok(),
                accused: if takes_a { Accused::A } else { value(source, cell(&row, 3)) },
                strong: cell(&row, 4) == "strong",
                verb,
            };
            if verb {
                self.add_verb(phrase, Classes::JUDICIAL_VERB, &entry);
            } else {
                self.add(phrase, Classes::JUDICIAL_NOUN, &entry);
                self.add_plural(phrase, Classes::JUDICIAL_NOUN, &entry);
            }
        }
    }

    fn roles(&mut self, source: &mut Source) {
        for (noun, row) in source.rows("data/roles.tsv").into_iter().enumerate() {
            let kind = value(source, cell(&row, 4));
            let governs = cell(&row, 5).parse().unwrap_or(Governs::Nothing);
            for (column, own) in [5, 6, 9, 10].into_iter().enumerate() {
                let form = cell(&row, column);
                let same =
                    [5, 6, 9, 10].into_iter().enumerate().filter(|(other, _)| cell(&row, *other) == form);
                let bits = same.fold(own, |all, (_, bits)| all | bits);
                let first = (0..column).all(|before| cell(&row, before) != form);
                if first {
                    let role =
                        Role { kind, governs, agreement: Agreement::from_bits(bits), noun: noun as u16 };
                    self.add(form, Classes::ROLE, &role);
                }
            }
        }
    }

    fn add<L: Listed>(&mut self, phrase: &str, class: Classes, entry: &L) {
        let words = split(phrase);
        let Some(first) = words.first() else { return };
        self.words.add_class(first, class);
        self.push(words, false, entry);
    }

    /// The plural of a single noun of justice («perquisitions»), and of a noun with its complement.
    fn add_plural<L: Listed>(&mut self, phrase: &str, class: Classes, entry: &L) {
        let words = split(phrase);
        let Some((first, rest)) = words.split_first() else { return };
        let forms = self.words.forms(b'N', first);
        for form in forms.iter().filter(|form| *form != first) {
            let rest_of_plural = rest.iter().cloned();
            self.words.add_class(form, class);
            self.push(std::iter::once(form.clone()).chain(rest_of_plural).collect(), false, entry);
        }
    }

    fn add_verb<L: Listed>(&mut self, phrase: &str, class: Classes, entry: &L) {
        let bare = ["se ", "s'", "en ", "y "].iter().find_map(|pronoun| phrase.strip_prefix(pronoun));
        let words = split(bare.unwrap_or(phrase));
        let Some(first) = words.first().cloned() else { return };
        // «être d'avis», «avoir la conviction»: marked, the auxiliaries would be looked at in every clause.
        let auxiliary = first == "être" || first == "avoir";
        if !auxiliary && !self.words.add_verb_class(&first, class) {
            self.missing.push(first);
        }
        self.push(words, true, entry);
    }

    fn push<L: Listed>(&mut self, words: Vec<String>, verb: bool, entry: &L) {
        let mut all = variants(&words);
        if !verb && words.iter().any(|word| word.contains('œ')) {
            all.push(words.iter().map(|word| word.replace('œ', "oe")).collect());
        }
        for words in all {
            for word in &words {
                self.words.entry(word);
            }
            self.phrases.push(Phrase { words, verb, list: L::LIST as u8, entry: entry.write() });
        }
    }
}

/// Gender and number of `m`, `f`, `mp`, `fp`.
pub fn agreement(cell: &str) -> Agreement {
    match cell {
        "m" => Agreement::MASCULINE | Agreement::SINGULAR,
        "f" => Agreement::FEMININE | Agreement::SINGULAR,
        "mp" => Agreement::MASCULINE | Agreement::PLURAL,
        "fp" => Agreement::FEMININE | Agreement::PLURAL,
        _ => Agreement::ANY,
    }
}

/// The value of an enumeration by its name; an unknown name is said, and the first value stands for it.
fn value<T: FromStr<Err = UnknownName> + Named>(source: &mut Source, name: &str) -> T {
    name.parse().unwrap_or_else(|error: UnknownName| {
        source.note(error.to_string());
        T::first()
    })
}

/// An enumeration with a first value.
trait Named {
    fn first() -> Self;
}

macro_rules! named {
    ($($type:ty),*) => { $(impl Named for $type { fn first() -> Self { Self::ALL[0] } })* };
}

named!(Stance, SpeechNounKind, CueKind, Field, PenaltyKind, CourtKind, Accused, RoleKind);
