use super::diagnostic::Position;
use super::{KindId, PropertyId};
use crate::lexicon::{Classes, WordId};

/// Number of a role or slot within its rule.
pub(super) type RoleId = u8;

/// A pattern as it is understood: every name is an id.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub at: Position,
    pub kind: PartKind,
}

#[derive(Clone, Debug)]
pub(super) enum PartKind {
    /// One token.
    Token(Test),
    /// A mention of one of these kinds.
    Mention(Vec<KindId>),
    /// Up to so many tokens, as few as possible.
    Gap(u8),
    /// The beginning of the sentence.
    First,
    /// Its end.
    Last,
    /// One after the other.
    Row(Vec<Part>),
    /// One of these.
    Choice(Vec<Part>),
    /// What it takes has a role.
    Role(RoleId, Box<Part>),
    /// Nothing or once.
    Maybe(Box<Part>),
    /// Once or more.
    Repeat(Box<Part>),
    /// One token that is none of these.
    Not(Vec<Test>),
    /// With properties; `true` where it must have it.
    Having(Box<Part>, Vec<(bool, PropertyId)>),
    /// The trigger.
    Trigger(Box<Part>),
}

/// A question to one token.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Test {
    /// It is this word.
    Word(WordId),
    /// It is this word, which has no id: the small letters.
    Form(String),
    /// It is written exactly so; the word is its id, for the index.
    Exact(String, WordId),
    /// It is a form of this lemma.
    Lemma(WordId),
    /// It has one of these classes.
    Class(Classes),
    /// It stands in this set of the rules.
    Set(u32),
    /// It is written like this.
    Shape(ShapeTest),
}

/// How a token must be written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ShapeTest {
    Cap,
    Upper,
    Lower,
    Num,
    Punct,
    Any,
}

impl ShapeTest {
    /// The shapes by the names that patterns use.
    pub(super) const ALL: [(&'static str, Self); 6] = [
        ("Cap", Self::Cap),
        ("Upper", Self::Upper),
        ("Lower", Self::Lower),
        ("Num", Self::Num),
        ("Punct", Self::Punct),
        ("Any", Self::Any),
    ];
}

/// Named tokens, as rules hold them: what has an id is sorted.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Set {
    pub classes: Classes,
    pub words: Vec<WordId>,
    pub lemmas: Vec<WordId>,
    /// Words that have no id, in small letters.
    pub forms: Vec<String>,
    /// Words that must be written exactly so.
    pub exact: Vec<(String, WordId)>,
    pub shapes: Vec<ShapeTest>,
}

impl Set {
    /// Adds all of another set.
    pub(super) fn add(&mut self, other: &Self) {
        self.classes = self.classes | other.classes;
        self.words.extend_from_slice(&other.words);
        self.lemmas.extend_from_slice(&other.lemmas);
        self.forms.extend_from_slice(&other.forms);
        self.exact.extend_from_slice(&other.exact);
        self.shapes.extend_from_slice(&other.shapes);
    }

    /// Sorts, for searching.
    pub(super) fn settle(&mut self) {
        self.words.sort_unstable();
        self.words.dedup();
        self.lemmas.sort_unstable();
        self.lemmas.dedup();
        self.forms.sort_unstable();
        self.forms.dedup();
    }
}

impl Part {
    /// Whether it can take no token.
    pub(super) fn may_be_empty(&self) -> bool {
        match &self.kind {
            PartKind::Token(_) | PartKind::Mention(_) | PartKind::Not(_) => false,
            PartKind::Gap(_) | PartKind::First | PartKind::Last | PartKind::Maybe(_) => true,
            PartKind::Row(parts) => parts.iter().all(Self::may_be_empty),
            PartKind::Choice(parts) => parts.iter().any(Self::may_be_empty),
            PartKind::Role(_, part)
            | PartKind::Repeat(part)
            | PartKind::Having(part, _)
            | PartKind::Trigger(part) => part.may_be_empty(),
        }
    }

    /// The single-token questions that it is a choice of, if it is that.
    pub(super) fn tests(&self) -> Option<Vec<Test>> {
        if !self.is_one_token() {
            return None;
        }
        let mut all = Vec::with_capacity(8);
        self.tests_into(&mut all);
        Some(all)
    }

    fn is_one_token(&self) -> bool {
        match &self.kind {
            PartKind::Token(_) => true,
            PartKind::Choice(parts) => parts.iter().all(Self::is_one_token),
            PartKind::Row(parts) => parts.len() == 1 && parts[0].is_one_token(),
            _ => false,
        }
    }

    fn tests_into(&self, all: &mut Vec<Test>) {
        match &self.kind {
            PartKind::Token(test) => all.push(test.clone()),
            PartKind::Choice(parts) | PartKind::Row(parts) => {
                for part in parts {
                    part.tests_into(all);
                }
            }
            _ => {}
        }
    }
}
