use greffier::lexicon::Classes;

use super::drafts::Drafts;
use super::names::{Entry, Form, LOCATION};

/// What a name demands of the text: capitals, and what must speak for it where it is doubtful.
#[derive(Clone, Copy)]
pub struct Rules {
    /// Tokens that begin with a capital.
    pub capitals: u16,
    /// Tokens of capitals only.
    pub upper: u16,
    pub flags: u16,
}

/// The name stands for its entry as an acronym.
pub const ACRONYM: u16 = 1;
/// The name is another name of its entry.
pub const OTHER: u16 = 1 << 1;
/// Only with just these capitals.
pub const EXACT: u16 = 1 << 2;
/// A capital that the beginning of a sentence does not explain.
pub const CAPITAL: u16 = 1 << 3;
/// Needs context.
pub const CONTEXT: u16 = 1 << 4;
/// Only after `au`, `du`, `aux`, `des`: «au Havre».
pub const CONTRACTED: u16 = 1 << 5;
/// The first token may begin with a small letter, and then needs context, since no other is a capital.
pub const SMALL_NEEDS_CONTEXT: u16 = 1 << 6;

impl Rules {
    /// The rules of a name; `None` for one that nothing tells from common words.
    pub fn of(tokens: &[String], entry: &Entry, form: Form, risk: &str, words: &Drafts) -> Option<Self> {
        let mut rules = Self { capitals: 0, upper: 0, flags: 0 };
        for (at, token) in tokens.iter().enumerate() {
            let letters = token.chars().filter(|c| c.is_alphabetic()).count();
            if token.chars().any(char::is_uppercase) {
                rules.capitals |= 1 << at;
            }
            if letters > 1 && letters < 4 && !token.chars().any(char::is_lowercase) {
                rules.upper |= 1 << at;
            }
        }
        if rules.capitals == 0 && !tokens.iter().any(|token| token.chars().all(|c| c.is_ascii_digit())) {
            return None;
        }
        rules.flags |= match form {
            Form::Canonical => 0,
            Form::Acronym => ACRONYM,
            Form::Other => OTHER,
        };
        match risk {
            "case" => rules.flags |= EXACT,
            "ctx" => rules.flags |= CONTEXT,
            _ => {}
        }
        let first = words.get(&tokens[0].to_lowercase());
        let heads =
            first.is_some_and(|f| f.classes.any(Classes::ORGANISATION_HEAD.with(Classes::PLACE_HEAD)));
        if tokens.len() == 1 {
            rules.single(&tokens[0], entry, words);
        } else if heads && risk.is_empty() {
            rules.capitals &= !1;
            if rules.capitals == 0 {
                rules.flags |= SMALL_NEEDS_CONTEXT;
            }
        } else {
            rules.several(tokens, entry, words);
        }
        Some(rules)
    }

    fn single(&mut self, token: &str, entry: &Entry, words: &Drafts) {
        let Some(draft) = words.get(&token.to_lowercase()) else {
            let small = entry.kinds == LOCATION && entry.rank <= 1;
            self.flags |= if small || token.chars().count() < 3 { CONTEXT } else { 0 };
            return;
        };
        if draft.is_function() || token.chars().count() < 2 {
            self.flags |= CONTEXT;
        } else if draft.is_common() && draft.classes.any(Classes::AMBIGUOUS) {
            self.flags |= if entry.kinds == LOCATION && entry.rank < 8 { CONTEXT } else { CAPITAL };
        } else if draft.is_common() && entry.kinds != LOCATION {
            self.flags |= CAPITAL;
        } else if draft.is_common() && !draft.classes.any(Classes::PLACE) {
            self.flags |= CONTEXT;
        }
        let person = draft.ranks[0].max(draft.ranks[1]);
        if entry.kinds == LOCATION
            && person > 0
            && entry.rank < 11
            && (person >= entry.rank || entry.rank < 3)
        {
            self.flags |= CONTEXT;
        }
        if entry.kinds == LOCATION && entry.rank < 2 {
            self.flags |= CONTEXT;
        }
    }

    /// «La Croix», «Les Alliés»: an article and a common word.
    fn several(&mut self, tokens: &[String], entry: &Entry, words: &Drafts) {
        let common = |token: &String| {
            words.get(&token.to_lowercase()).is_some_and(|draft| draft.is_common() || draft.is_function())
        };
        if tokens.iter().all(common) {
            let article = matches!(tokens[0].to_lowercase().as_str(), "le" | "la" | "les" | "l'");
            let small = entry.kinds == LOCATION && entry.rank < 8;
            if small && article {
                self.flags |= CONTEXT;
            } else if self.capitals & !1 == 0 && tokens.len() == 2 {
                self.flags |= CAPITAL;
            }
        }
    }

    /// What both of two spellings of one name demand; it stays in the form of this one.
    pub fn either(self, other: Self) -> Self {
        const FORM: u16 = ACRONYM | OTHER;
        let flags = self.flags & FORM | self.flags & other.flags & !FORM;
        Self { capitals: self.capitals & other.capitals, upper: self.upper & other.upper, flags }
    }

    /// The rules of the name without its first token.
    pub fn without_first(self, flag: u16) -> Self {
        Self { capitals: self.capitals >> 1, upper: self.upper >> 1, flags: self.flags | flag }
    }

    pub fn is(self, flag: u16) -> bool {
        self.flags & flag != 0
    }

    /// Whether the name may begin with a small letter.
    pub fn small_first(self) -> bool {
        self.capitals & 1 == 0
    }
}
