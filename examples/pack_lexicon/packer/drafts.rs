use std::collections::{BTreeMap, HashMap};

use greffier::lexicon::{Classes, Tenses};

/// One reading of a form, before ids are given.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reading {
    pub pos: u8,
    pub agreement: u8,
    pub persons: u8,
    pub tenses: u16,
    pub lemma: String,
}

/// One form, before ids are given.
#[derive(Clone, Default, Debug)]
pub struct Draft {
    pub classes: Classes,
    pub readings: Vec<Reading>,
    /// First name, surname, place: 0 to 15 each.
    pub ranks: [u8; 3],
}

impl Draft {
    pub fn is_common(&self) -> bool {
        !self.readings.is_empty()
    }

    /// Whether nothing is known of the form.
    pub fn is_bare(&self) -> bool {
        self.readings.is_empty()
            && self.classes.without(Classes::NAME_START.with(Classes::NAME_START_SMALL)).is_empty()
    }

    /// Whether a title in capitals without accents may hold the form: finite verbs only in the third person.
    pub fn is_in_headlines(&self) -> bool {
        !self.is_common()
            || self.readings.iter().any(|reading| {
                let finite = Tenses(reading.tenses).any(Tenses::FINITE);
                !finite || (reading.persons & 4 != 0 && !Tenses(reading.tenses).any(Tenses::PAST_SUBJUNCTIVE))
            })
    }

    /// Whether the form is only a grammatical word.
    pub fn is_function(&self) -> bool {
        self.classes.any(Classes::FUNCTION)
    }
}

/// All forms.
#[derive(Default)]
pub struct Drafts {
    forms: BTreeMap<String, Draft>,
    of_lemma: HashMap<(u8, String), Vec<String>>,
}

impl Drafts {
    pub fn get(&self, form: &str) -> Option<&Draft> {
        self.forms.get(form)
    }

    /// The draft of a form, made if it is new. Forms are small-letter.
    pub fn entry(&mut self, form: &str) -> &mut Draft {
        if !self.forms.contains_key(form) {
            self.forms.insert(form.to_owned(), Draft::default());
        }
        self.forms.get_mut(form).expect("just put in")
    }

    pub fn add_class(&mut self, form: &str, class: Classes) {
        let draft = self.entry(form);
        draft.classes = draft.classes | class;
    }

    pub fn add_reading(&mut self, form: &str, reading: Reading) {
        let key = (reading.pos, reading.lemma.clone());
        let forms = self.of_lemma.entry(key).or_default();
        if forms.last().is_none_or(|last| last != form) {
            forms.push(form.to_owned());
        }
        let draft = self.entry(form);
        if !draft.readings.contains(&reading) {
            draft.readings.push(reading);
        }
    }

    /// The forms of a lemma as this part of speech.
    pub fn forms(&self, pos: u8, lemma: &str) -> Vec<String> {
        self.of_lemma.get(&(pos, lemma.to_owned())).cloned().unwrap_or_default()
    }

    /// Gives a class to every form of a verb; false where the list has no such verb.
    pub fn add_verb_class(&mut self, lemma: &str, class: Classes) -> bool {
        let forms = self.forms(b'V', lemma);
        for form in &forms {
            self.add_class(form, class);
        }
        !forms.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = (&String, &Draft)> {
        self.forms.iter()
    }

    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&String, &mut Draft)> {
        self.forms.iter_mut()
    }
}
