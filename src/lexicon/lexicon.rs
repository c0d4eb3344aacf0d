use super::{Analysis, Classes, WordId};

/// The embedded word list. There is one, shared: [`Lexicon::french`].
#[derive(Debug)]
pub struct Lexicon {
    _private: (),
}

static FRENCH: Lexicon = Lexicon { _private: () };

impl Lexicon {
    /// The French lexicon; ready at first use.
    pub fn french() -> &'static Self {
        &FRENCH
    }

    /// The word that a token of text is, whatever its case and apostrophe («L’», «KIEV», «État»).
    pub fn look_up(&self, token: &str) -> WordId {
        let _ = token;
        WordId::UNKNOWN
    }

    /// The id of exactly this small-letter form, as rules and lists name it.
    pub fn word(&self, form: &str) -> Option<WordId> {
        let _ = form;
        None
    }

    /// The small-letter form.
    pub fn text(&self, word: WordId) -> &'static str {
        let _ = word;
        ""
    }

    /// What the form may be and the lists it stands in.
    pub fn classes(&self, word: WordId) -> Classes {
        let _ = word;
        Classes::EMPTY
    }

    /// Every reading of the form, the most usual first.
    pub fn analyses(&self, word: WordId) -> impl Iterator<Item = Analysis> + use<> {
        let _ = word;
        std::iter::empty()
    }

    /// The lemma of the form as a verb, where it is a form of one.
    pub fn verb_lemma(&self, word: WordId) -> Option<WordId> {
        let _ = word;
        None
    }
}
