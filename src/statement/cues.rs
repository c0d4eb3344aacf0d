use once_cell::sync::Lazy;

use super::lexis::rows;
use super::scope::Scope;
use super::words::Parts;
use crate::document::Document;
use crate::lexicon::{Lexicon, WordId};
use crate::ontology::Stance;
use crate::token::TokenKind;

/// A cue that is no verb: «selon», «aux yeux de».
#[derive(Clone, Debug)]
pub(super) struct Cue {
    words: Vec<WordId>,
    /// It ends in «de», in any of its shapes.
    of: bool,
    pub text: &'static str,
    pub stance: Stance,
    /// It reports wherever it stands.
    pub strong: bool,
}

static CUES: Lazy<Vec<Cue>> = Lazy::new(read);

const LIST: &str = include_str!("data/cues.tsv");

fn read() -> Vec<Cue> {
    let lexicon = Lexicon::french();
    let mut cues: Vec<Cue> = rows(LIST)
        .map(|[text, stance, strength]| {
            let of = text.ends_with(" de");
            let words = text.strip_suffix(" de").unwrap_or(text).replace('\'', "' ");
            Cue {
                words: words
                    .split(' ')
                    .filter(|word| !word.is_empty())
                    .map(|word| lexicon.word(word).unwrap_or_default())
                    .collect(),
                of,
                text,
                stance: Stance::ALL.iter().copied().find(|s| s.name() == stance).unwrap_or(Stance::Neutral),
                strong: strength == "strong",
            }
        })
        .collect();
    cues.sort_by_key(|cue| std::cmp::Reverse(cue.words.len()));
    cues
}

/// Whether a cue may begin at the token: its first two words stand there.
pub(super) fn begins(doc: &Document<'_>, token: usize) -> bool {
    let (first, second) = (doc.word(token), doc.word(token + 1));
    CUES.iter().any(|cue| {
        cue.words.first() == Some(&first)
            && cue.words.get(1).is_none_or(|word| *word == second)
            && (cue.strong || token == 0 || !doc.token(token - 1).is_some_and(|t| t.kind == TokenKind::Word))
    })
}

/// The longest cue that begins at the item, and the item behind it.
pub(super) fn cue_at(scope: &Scope<'_>, at: usize) -> Option<(&'static Cue, usize)> {
    if !scope.is_word(at) || !scope.word(at).is_known() {
        return None;
    }
    CUES.iter().find_map(|cue| {
        let fits = cue.words.iter().enumerate().all(|(n, word)| scope.word(at + n) == *word);
        let mut end = at + cue.words.len();
        if !fits {
            return None;
        }
        if cue.of {
            if !scope.part(end, Parts::OF) {
                return None;
            }
            // The article in «du», «des» belongs to the speaker, but is no word of its own.
            end += 1;
        }
        Some((cue, end))
    })
}
