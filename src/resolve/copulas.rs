use std::sync::LazyLock;

use crate::document::Document;
use crate::lexicon::{Classes, Lexicon, WordId};
use crate::syntax::{PhraseId, VerbGroup};
use crate::text::rows;

/// Verbs that say what somebody is, and of whom they say it.
pub(super) struct Copulas {
    pub(super) being: Option<WordId>,
    /// «être», «devenir»: of the subject.
    pub(super) subject: Vec<WordId>,
    /// «nommer», «élire»: of the object, in the passive of the subject.
    pub(super) object: Vec<WordId>,
}

pub(super) static COPULAS: LazyLock<Copulas> = LazyLock::new(|| {
    let of = |whom: &str| {
        let verbs = rows(include_str!("data/copulas.tsv")).filter(|[_, of]| *of == whom);
        let words = verbs.map(|[verb, _]| Lexicon::french().look_up(verb));
        words.filter(|word| word.is_known()).collect()
    };
    Copulas { being: Lexicon::french().word("être"), subject: of("subject"), object: of("object") }
});

/// The phrase that the verb says something of, where it is a verb that says what somebody is.
pub(super) fn described(verb: &VerbGroup) -> Option<PhraseId> {
    if COPULAS.subject.contains(&verb.lemma) {
        verb.subject
    } else if COPULAS.object.contains(&verb.lemma) {
        if verb.is_passive() { verb.subject } else { verb.object }
    } else {
        None
    }
}

/// Whether the word is a participle that gives somebody a seat: «X, *élu* maire», «*Nommée* préfète, X», «X, *devenu* ministre».
pub(super) fn is_elected(doc: &Document<'_>, at: usize) -> bool {
    doc.is(at, Classes::PAST_PARTICIPLE)
        && doc.verb_lemma(at).is_some_and(|lemma| {
            COPULAS.being != Some(lemma)
                && (COPULAS.subject.contains(&lemma) || COPULAS.object.contains(&lemma))
        })
}
