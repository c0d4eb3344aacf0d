use crate::document::Document;
use crate::lexicon::{Classes, Lexicon, WordId};
use crate::token::TokenKind;

/// How a role noun is written, where the list of roles has it in other letters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum RoleWord {
    /// As it is listed.
    Listed,
    /// «n° 2» for «numéro deux»: the two words.
    Ranked([WordId; 2]),
    /// «ex-directeur», «vice-président», as one token that no list has: the word behind the prefix.
    Prefixed(WordId),
}

impl RoleWord {
    /// The role noun that may begin at a token.
    #[inline]
    pub(super) fn read(doc: &Document<'_>, i: usize) -> Option<Self> {
        if let Some(words) = ranked(doc, i) {
            return Some(Self::Ranked(words));
        }
        if doc.is(i, Classes::ROLE) {
            return Some(Self::Listed).filter(|_| doc.word(i).is_known());
        }
        after_prefix(doc, i).map(Self::Prefixed)
    }

    /// Its word number `k`, as the list would have it; `i` is the token that it begins at.
    pub(super) fn word(self, doc: &Document<'_>, i: usize, k: usize) -> WordId {
        match self {
            Self::Ranked(words) => words.get(k).copied().unwrap_or_default(),
            Self::Prefixed(word) if k == 0 => word,
            Self::Listed | Self::Prefixed(_) => doc.word(i + k),
        }
    }
}

/// «n° 2» as it is spelled out.
#[inline]
fn ranked(doc: &Document<'_>, i: usize) -> Option<[WordId; 2]> {
    // Few tokens stand before a number.
    if doc.token(i + 1).is_none_or(|next| next.kind != TokenKind::Number) {
        return None;
    }
    let number = matches!(doc.form(i), "n°" | "N°" | "numéro" | "Numéro");
    let of = doc.is_de(i + 2);
    let rank = match doc.form(i + 1) {
        "1" => "un",
        "2" => "deux",
        _ => return None,
    };
    (number && of).then(|| ["numéro", rank].map(|word| Lexicon::french().look_up(word)))
}

/// The word behind «ex-», «vice-».
fn after_prefix(doc: &Document<'_>, i: usize) -> Option<WordId> {
    if !doc.classes(i).is_empty() {
        return None;
    }
    let form = doc.form(i);
    let rest = PREFIXES.iter().find_map(|prefix| form.strip_prefix(prefix))?;
    let word = Lexicon::french().look_up(rest);
    Lexicon::french().classes(word).any(Classes::ROLE).then_some(word)
}

/// What is put before a role noun, so that the word is listed nowhere.
const PREFIXES: [&str; 5] = ["ex-", "Ex-", "vice-", "Vice-", "co-"];
