use once_cell::sync::Lazy;

use super::scope::Scope;
use super::words::Parts;
use crate::document::Document;
use crate::lexicon::{Lexicon, WordId, WordMap};
use crate::ontology::Stance;
use crate::text::rows;
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

/// The cues by their first words; of one word the longer ones first.
struct Cues {
    cues: Vec<Cue>,
    /// Where the cues of a first word begin.
    first: WordMap<u32>,
}

static CUES: Lazy<Cues> = Lazy::new(read);

const LIST: &str = include_str!("data/cues.tsv");

fn read() -> Cues {
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
    let head = |cue: &Cue| cue.words.first().copied().unwrap_or_default();
    cues.sort_by_key(|cue| (head(cue), std::cmp::Reverse(cue.words.len())));
    let first = WordMap::new(cues.iter().enumerate().map(|(at, cue)| (head(cue), at as u32)));
    Cues { cues, first }
}

impl Cues {
    /// The cues that begin with a word; `None` for most words.
    #[inline]
    fn of(&self, word: WordId) -> Option<impl Iterator<Item = &Cue>> {
        let rest = self.cues.get(self.first.get(word)? as usize..)?;
        Some(rest.iter().take_while(move |cue| cue.words.first() == Some(&word)))
    }
}

/// Whether a cue may begin at the token: its first two words stand there.
pub(super) fn begins(doc: &Document<'_>, token: usize) -> bool {
    let (first, second) = (doc.word(token), doc.word(token + 1));
    let Some(mut cues) = CUES.of(first) else { return false };
    cues.any(|cue| {
        cue.words.get(1).is_none_or(|word| *word == second)
            && (cue.strong || token == 0 || !doc.token(token - 1).is_some_and(|t| t.kind == TokenKind::Word))
    })
}

/// The longest cue that begins at the item, and the item behind it.
pub(super) fn cue_at(scope: &Scope<'_>, at: usize) -> Option<(&'static Cue, usize)> {
    let mut cues = CUES.of(scope.word(at))?;
    cues.find_map(|cue| {
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
