use super::{EntryId, Hit, NameForm, Requires};
use crate::document::Document;
use crate::lexicon::{Classes, Lexicon, NameNode, NameValue, WordId};
use crate::token::{Shape, TokenSpan};

// The flags of a name, as the packer writes them.
const ACRONYM: u16 = 1;
const OTHER: u16 = 1 << 1;
const EXACT: u16 = 1 << 2;
const CAPITAL: u16 = 1 << 3;
const CONTEXT: u16 = 1 << 4;
const CONTRACTED: u16 = 1 << 5;
const SMALL_NEEDS_CONTEXT: u16 = 1 << 6;

/// Longest name, in tokens.
const LONGEST: usize = 12;

/// The built-in names of a text, by their first token, longer ones first.
pub fn builtin_hits(doc: &Document<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    hits_into(doc, &mut hits);
    hits
}

/// Appends the built-in names of a text: at each token where one begins the longest, and every shorter one.
///
/// Whole tokens only; capitals are demanded where the name has them, all capitals are always good. What a
/// doubtful name needs besides is left to the caller: see [`Hit::requires`].
pub fn hits_into(doc: &Document<'_>, hits: &mut Vec<Hit>) {
    let contracted = Contracted::new();
    for at in 0..doc.len() {
        let classes = doc.classes(at);
        if !classes.any(Classes::NAME_START) {
            continue;
        }
        let small = doc.token(at).is_some_and(|token| token.shape == Shape::Lower);
        if small && !classes.any(Classes::NAME_START_SMALL) {
            continue;
        }
        at_token(doc, at, &contracted, hits);
    }
}

fn at_token(doc: &Document<'_>, at: usize, contracted: &Contracted, hits: &mut Vec<Hit>) {
    let first_new = hits.len();
    let mut node = doc.roots(at).names;
    if node == NameNode::ROOT {
        return;
    }
    for len in 1..=LONGEST {
        if len > 1 {
            let word = doc.word(at + len - 1);
            match node.next(word) {
                Some(next) if word.is_known() => node = next,
                _ => break,
            }
        }
        for name in node.names() {
            let after = || contracted.has(doc.word(at.wrapping_sub(1)));
            if fits(doc, at, len, &name) && (name.flags & CONTRACTED == 0 || after()) {
                hits.push(hit(doc, at, len, &name));
            }
        }
    }
    if let Some(new) = hits.get_mut(first_new..) {
        new.reverse();
    }
}

/// Whether the capitals of the text are those that the name demands.
fn fits(doc: &Document<'_>, at: usize, len: usize, name: &NameValue) -> bool {
    (0..len).all(|n| {
        let shape = doc.token(at + n).map_or(Shape::None, |token| token.shape);
        let (capital, upper) = (name.capitals >> n & 1 != 0, name.upper >> n & 1 != 0);
        if upper {
            return !matches!(shape, Shape::Lower | Shape::Capitalised);
        }
        if name.flags & EXACT != 0 {
            return if capital { shape != Shape::Lower } else { matches!(shape, Shape::Lower | Shape::None) };
        }
        !capital || shape != Shape::Lower
    })
}

fn hit(doc: &Document<'_>, at: usize, len: usize, name: &NameValue) -> Hit {
    let small = doc.token(at).is_some_and(|token| token.shape == Shape::Lower);
    let requires = if name.flags & CONTEXT != 0 || small && name.flags & SMALL_NEEDS_CONTEXT != 0 {
        Requires::Context
    } else if name.flags & CAPITAL != 0 {
        Requires::Capital
    } else {
        Requires::Nothing
    };
    let form = if name.flags & ACRONYM != 0 {
        NameForm::Acronym
    } else if name.flags & OTHER != 0 {
        NameForm::Other
    } else {
        NameForm::Canonical
    };
    Hit { tokens: TokenSpan::new(at, at + len), entry: EntryId(name.entry), form, requires }
}

/// The prepositions that have swallowed the article of a place: «au Havre», «des Ulis».
struct Contracted([Option<WordId>; 4]);

impl Contracted {
    fn new() -> Self {
        Self(["au", "du", "aux", "des"].map(|form| Lexicon::french().word(form)))
    }

    fn has(&self, word: WordId) -> bool {
        word.is_known() && self.0.contains(&Some(word))
    }
}
