use std::sync::LazyLock;

use super::Tag;
use super::key::Key;
use crate::document::Document;
use crate::lexicon::Classes;
use crate::text::rows;
use crate::token::TokenKind;

/// What the words before say about the next one.
#[derive(Clone, Copy, Default)]
pub(super) struct State {
    /// After a determiner (or «du», «au»), before its noun.
    pub open: bool,
    /// After a clitic, a subject pronoun before its verb, or «ne»: a verb must come.
    pub verbal: bool,
    /// After a form of «être» or «avoir», adverbs skipped: a participle may come.
    pub auxiliary: bool,
    /// The auxiliary is «être», or another verb that says an attribute.
    pub copula: bool,
    /// After another finite verb, adverbs skipped.
    pub after_verb: bool,
    /// «ne» stands before the verb: «pas», «plus», «que» answer it.
    pub ne: bool,
    /// Clauses opened in this sentence that have no finite verb yet.
    pub pending: u8,
    /// A form of a verb of speech has been seen in the sentence, and no «que» after it.
    pub speech: bool,
}

/// One pass forward over the words, with what was seen as class bits.
pub(super) struct Tagger<'a, 't> {
    pub doc: &'a Document<'t>,
    pub keys: &'a [Key],
    pub tags: &'a mut [Tag],
    pub state: State,
    /// First token of the sentence.
    pub start: usize,
}

impl Tagger<'_, '_> {
    /// Tags every token.
    pub fn run(&mut self) {
        for sentence in self.doc.sentences() {
            self.state = State { pending: 1, ..State::default() };
            self.start = sentence.start();
            for i in sentence.indices() {
                let tag = self.decide(i);
                if let Some(slot) = self.tags.get_mut(i) {
                    *slot = tag;
                }
                self.advance(i, tag);
            }
        }
    }

    pub fn key(&self, i: usize) -> Key {
        self.keys.get(i).copied().unwrap_or_default()
    }

    pub fn tag(&self, i: usize) -> Tag {
        self.tags.get(i).copied().unwrap_or_default()
    }

    /// The tag of the token before; `Punctuation` at the start of the sentence.
    pub fn before(&self, i: usize) -> Tag {
        if i > self.start { self.tag(i - 1) } else { Tag::Punctuation }
    }

    /// The key of the token before; `None` at the start of the sentence.
    pub fn key_before(&self, i: usize) -> Key {
        if i > self.start { self.key(i - 1) } else { Key::None }
    }

    fn decide(&mut self, i: usize) -> Tag {
        let Some(token) = self.doc.token(i) else { return Tag::Other };
        let classes = self.doc.classes(i);
        match token.kind {
            TokenKind::Punctuation => return Tag::Punctuation,
            TokenKind::Number => return Tag::Numeral,
            TokenKind::Url | TokenKind::Email | TokenKind::Tag => return Tag::ProperNoun,
            TokenKind::Symbol if classes.is_empty() => {
                return if self.key(i) == Key::None { Tag::Other } else { Tag::Punctuation };
            }
            TokenKind::Enclitic => return enclitic(classes),
            _ => {}
        }
        if token.shape.is_capital() {
            if let Some(tag) = self.capital(i, classes) {
                return tag;
            }
        } else if classes.is_empty() {
            // An unknown small-letter word: a rare noun after a determiner, what says where somebody comes from after a
            // noun («l’entraîneur déodatien»), else foreign or misspelt.
            return match self.before(i) {
                _ if self.state.open => Tag::Noun,
                Tag::Noun if is_adjectival(self.doc.form(i)) => Tag::Adjective,
                _ => Tag::Other,
            };
        }
        match self.key(i) {
            Key::None | Key::Content | Key::Pivot | Key::Prenominal => self.word(i, classes),
            key => self.grammatical(i, key, classes),
        }
    }

    /// A capital: a name, unless the word begins a sentence or a quotation and is an ordinary word.
    fn capital(&self, i: usize, classes: Classes) -> Option<Tag> {
        const NAME: Classes =
            Classes::FIRST_NAME.with(Classes::SURNAME).with(Classes::PLACE).with(Classes::ORGANISATION);
        const CONTENT: Classes =
            Classes::NOUN.with(Classes::ADJECTIVE).with(Classes::VERB).with(Classes::ADVERB);
        if classes.is_empty() {
            return Some(Tag::ProperNoun);
        }
        if classes.any(Classes::TITLE) && self.next_is_capital(i) {
            return Some(Tag::Noun);
        }
        let first = i == self.start
            || matches!(
                self.key(i - 1),
                Key::Open
                    | Key::Quote
                    | Key::Colon
                    | Key::Dash
                    | Key::OpenBracket
                    | Key::Stop
                    | Key::Semicolon
            );
        if !first {
            // «le Premier ministre»
            let small = self.doc.token(i + 1).is_some_and(|t| t.shape == crate::token::Shape::Lower);
            if self.key(i) == Key::Prenominal && small && self.doc.is(i + 1, Classes::NOUN) {
                return None;
            }
            // «Le Pen», «Al Capone» amid a name; «Il», «La» after a stray point stay what they are.
            if classes.any(Classes::FUNCTION) {
                let amid = self.before(i) == Tag::ProperNoun || self.doc.is(i - 1, Classes::TITLE);
                let named = amid && self.next_is_capital(i);
                let spelt = self.doc.token(i).is_some_and(|t| t.shape == crate::token::Shape::Upper);
                return (named || spelt && !self.next_is_upper(i) && !classes.any(Classes::ETRE))
                    .then_some(Tag::ProperNoun);
            }
            return Some(Tag::ProperNoun);
        }
        if classes.any(Classes::FUNCTION.with(Classes::NUMERAL)) {
            return None;
        }
        if !classes.any(CONTENT) {
            return Some(Tag::ProperNoun);
        }
        if !classes.any(NAME) {
            return None;
        }
        let next = self.doc.classes(i + 1);
        if self.next_is_capital(i) && !next.any(Classes::FUNCTION) {
            return (!classes.any(Classes::VERB.with(Classes::ADVERB)) || classes.any(Classes::FIRST_NAME))
                .then_some(Tag::ProperNoun);
        }
        // A bare noun seldom begins a sentence; a name often does.
        let named = classes.any(Classes::PLACE.with(Classes::ORGANISATION))
            || classes.any(NAME) && !classes.any(Classes::AMBIGUOUS);
        (named && !classes.any(Classes::VERB.with(Classes::ADVERB))).then_some(Tag::ProperNoun)
    }

    pub fn next_is_capital(&self, i: usize) -> bool {
        self.doc.token(i + 1).is_some_and(|t| t.shape.is_capital())
    }

    fn next_is_upper(&self, i: usize) -> bool {
        self.doc.token(i + 1).is_some_and(|t| t.shape == crate::token::Shape::Upper)
    }

    /// What the tag of token `i` says about the next.
    fn advance(&mut self, i: usize, tag: Tag) {
        let key = self.key(i);
        let state = &mut self.state;
        let was = *state;
        match tag {
            Tag::Adverb | Tag::Negation => {
                state.ne |= key == Key::Ne;
                state.verbal |= key == Key::Ne;
                return;
            }
            Tag::Adjective => {
                state.verbal = false;
                state.auxiliary = false;
                state.after_verb = false;
                return;
            }
            Tag::Clitic => {
                state.verbal = !matches!(self.doc.token(i).map(|t| t.kind), Some(TokenKind::Enclitic));
                state.open = false;
                return;
            }
            Tag::SubjectPronoun => {
                // Hung on an auxiliary, it lets the participle come: «a-t-il déclaré».
                state.verbal = !matches!(self.doc.token(i).map(|t| t.kind), Some(TokenKind::Enclitic));
                state.open = false;
                return;
            }
            _ => {}
        }
        *state = State { pending: was.pending, ne: was.ne, speech: was.speech, ..State::default() };
        match tag {
            Tag::Determiner => state.open = true,
            // «trois hommes», «12 militants»; a year opens nothing.
            Tag::Numeral => {
                let year =
                    self.doc.token(i).is_some_and(|t| t.kind == TokenKind::Number && t.span.len() == 4);
                state.open = was.open || !year;
            }
            Tag::Preposition => {
                state.open = matches!(key, Key::Du | Key::Des | Key::Au);
                state.ne = false;
            }
            Tag::VerbFinite | Tag::VerbInfinitive | Tag::ParticiplePresent | Tag::ParticiplePast => {
                let classes = self.doc.classes(i);
                let been = tag == Tag::ParticiplePast && classes.any(Classes::ETRE);
                state.auxiliary =
                    classes.any(Classes::ETRE.with(Classes::AVOIR)) && tag != Tag::ParticiplePast || been;
                state.copula = classes.any(Classes::ETRE);
                state.after_verb = !state.auxiliary;
                state.speech |= classes.any(Classes::SPEECH_VERB);
                if tag == Tag::VerbFinite {
                    state.pending = state.pending.saturating_sub(1);
                }
            }
            Tag::Pronoun => {
                state.auxiliary = was.auxiliary && matches!(key, Key::Tout | Key::Rien);
                state.copula = was.copula && state.auxiliary;
            }
            Tag::RelativePronoun | Tag::Subordinator => {
                state.pending = state.pending.saturating_add(1);
                state.ne = false;
                if key == Key::Que {
                    state.speech = false;
                }
            }
            Tag::Punctuation => {
                state.ne = false;
                if matches!(
                    key,
                    Key::Colon | Key::Semicolon | Key::Stop | Key::Open | Key::Quote | Key::OpenBracket
                ) {
                    state.pending = 1;
                }
            }
            _ => {}
        }
    }
}

/// How adjectives end in the singular: «-ois», «-iste».
static ENDINGS: LazyLock<Vec<&str>> =
    LazyLock::new(|| rows(include_str!("data/endings.tsv")).map(|[ending]| ending).collect());

/// Whether a word that no list has ends as adjectives do.
fn is_adjectival(form: &str) -> bool {
    let stem = form.strip_suffix('s').filter(|stem| !stem.ends_with(['a', 'o', 'i'])).unwrap_or(form);
    ENDINGS.iter().any(|ending| stem.ends_with(*ending))
}

fn enclitic(classes: Classes) -> Tag {
    if classes.any(Classes::ADVERB) {
        Tag::Adverb
    } else if classes.any(Classes::SUBJECT_PRONOUN) {
        Tag::SubjectPronoun
    } else {
        Tag::Clitic
    }
}
