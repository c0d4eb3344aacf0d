use super::diagnostic::Position;
use super::part::{Part, PartKind, RoleId, ShapeTest, Test};
use super::reader::Reader;
use super::scan::Sign;
use super::scope::{Named, Scope};
use super::{KindId, NameSort};
use crate::lexicon::WordId;

/// Most elements of a pattern, phrases counted as often as they are used.
const MOST_ELEMENTS: usize = 200;
/// Longest gap.
const LONGEST_GAP: u32 = 40;
/// Most roles and slots of a rule.
pub(super) const MOST_ROLES: usize = 32;

/// A role or slot of a rule.
#[derive(Clone, Debug)]
pub(super) struct RoleInfo {
    pub name: String,
    pub at: Position,
    /// Whether every match binds it.
    pub sure: bool,
}

/// Where roles are bound: a pattern of a rule, or a place that has none.
pub(super) enum Roles<'r> {
    Allowed(&'r mut Vec<RoleInfo>),
    Forbidden(&'static str),
}

/// Reads patterns: signs in, [`Part`] out.
pub(super) struct PatternReader<'a, 'p, 'f, 'v> {
    pub reader: Reader<'a, 'p, 'f, 'v>,
    pub roles: Roles<'a>,
    /// Roles of this one pattern, to find those that stand twice.
    pub bound: Vec<RoleId>,
    /// Depth of brackets.
    pub depth: usize,
    /// Depth of brackets in which no trigger can be marked.
    pub inside: usize,
    elements: usize,
}

impl<'a, 'p, 'f, 'v> PatternReader<'a, 'p, 'f, 'v> {
    pub(super) fn new(reader: Reader<'a, 'p, 'f, 'v>, roles: Roles<'a>) -> Self {
        Self { reader, roles, bound: Vec::new(), depth: 0, inside: 0, elements: 0 }
    }

    /// The whole pattern.
    pub(super) fn read(mut self) -> Option<(Part, Vec<RoleId>)> {
        let part = self.row()?;
        if let Some(left) = self.reader.peek() {
            let (message, help) = match left.sign {
                Sign::Sign('|') => ("`|` outside of brackets", "write `(a | b)`"),
                Sign::Sign(')' | ']' | '>') => (
                    "this bracket was not opened",
                    "take it away, or open it; the mark itself is written `\")\"`",
                ),
                _ => ("this cannot stand here", "the mark itself is written in quotation marks"),
            };
            return self.reader.fault(left.at, message, help);
        }
        Some((part, self.bound))
    }

    /// Elements up to a bar, a closing bracket or the end.
    pub(super) fn row(&mut self) -> Option<Part> {
        let at = self.reader.here();
        if self.ends() {
            return self.reader.fault(at, "a pattern is missing here", "write at least one word");
        }
        let first = self.element()?;
        if self.ends() {
            return Some(first);
        }
        let mut parts = vec![first];
        while !self.ends() {
            parts.push(self.element()?);
        }
        Some(Part { at, kind: PartKind::Row(parts) })
    }

    /// Whether the row ends here.
    fn ends(&self) -> bool {
        self.reader.peek().is_none_or(|sign| matches!(sign.sign, Sign::Sign('|' | ')' | ']' | '>')))
    }

    /// One element with what hangs on it: `x?`, `x+`, `x*`, `x[property]`.
    pub(super) fn element(&mut self) -> Option<Part> {
        let start = self.reader.taken();
        self.elements += 1;
        if self.elements > MOST_ELEMENTS {
            let at = self.reader.here();
            return self.reader.fault(
                at,
                "the pattern is too large",
                "at most 200 elements: cut the rule in two",
            );
        }
        // Whether the roles in the element are sure is known only from the sign behind it.
        let first_bound = self.bound.len();
        let mut part = self.atom()?;
        while let Some(sign) = self.reader.peek().filter(|s| s.tight) {
            let at = part.at;
            match sign.sign {
                Sign::Sign(mark @ ('?' | '*' | '+')) => {
                    self.reader.step();
                    part = self.repeated(part, mark, sign.at, first_bound)?;
                }
                Sign::Sign('[') => {
                    self.reader.step();
                    let properties = self.reader.properties(sign.at)?;
                    part = Part { at, kind: PartKind::Having(Box::new(part), properties) };
                }
                _ => break,
            }
            part.at = self.reader.over(start);
        }
        Some(part)
    }

    fn repeated(&mut self, part: Part, mark: char, at: Position, first_bound: usize) -> Option<Part> {
        if mark != '?' && part.may_be_empty() {
            return self.reader.fault(
                at,
                "what is repeated may take no token",
                "a repetition must move on: take the `?` or the gap out of it",
            );
        }
        if matches!(part.kind, PartKind::Trigger(_)) {
            return self.reader.fault(at, "the trigger must stand once", "take the mark away, or the `^`");
        }
        if mark != '+' {
            self.unsure_since(first_bound);
        }
        let place = part.at;
        let part =
            if mark == '?' { part } else { Part { at: place, kind: PartKind::Repeat(Box::new(part)) } };
        let kind = if mark == '+' { part.kind } else { PartKind::Maybe(Box::new(part)) };
        Some(Part { at: place, kind })
    }

    pub(super) fn unsure_since(&mut self, first_bound: usize) {
        if let Roles::Allowed(roles) = &mut self.roles {
            for role in &self.bound[first_bound..] {
                roles[*role as usize].sure = false;
            }
        }
    }

    pub(super) fn atom(&mut self) -> Option<Part> {
        let start = self.reader.taken();
        let Some(sign) = self.reader.peek() else {
            let end = self.reader.here();
            return self.reader.fault(end, "an element is missing here", "write a word");
        };
        self.reader.step();
        let kind = match sign.sign {
            Sign::Word(word) => self.word(word, sign.at)?,
            Sign::Exact(letters) => {
                PartKind::Token(Test::Exact(letters.to_owned(), self.reader.scope.vocabulary.word(letters)))
            }
            Sign::Mark(mark) => word_test(mark, self.reader.scope),
            Sign::Gap(Some(number)) if number <= LONGEST_GAP => PartKind::Gap(number as u8),
            Sign::Gap(Some(_)) => return self.reader.fault(sign.at, "the gap is too long", "at most `..40`"),
            Sign::Gap(None) => {
                return self.reader.fault(
                    sign.at,
                    "a gap without a number",
                    "say how many tokens at most: `..6`",
                );
            }
            Sign::Sign('~') => self.lemma(sign.at)?,
            Sign::Sign('@') => self.at_name(sign.at)?,
            Sign::Sign('<') => self.mention(sign.at)?,
            Sign::Sign('(') => self.group(sign.at)?,
            Sign::Sign('[') => self.role(sign.at)?,
            Sign::Sign('!') => self.not(sign.at)?,
            Sign::Sign('^') => self.trigger(sign.at)?,
            Sign::Sign(other) => {
                let help = match other {
                    '?' | '+' | '*' => "it stands behind an element, without a space".to_owned(),
                    _ => format!("the mark itself is written `\"{other}\"`"),
                };
                return self.reader.fault(sign.at, format!("`{other}` cannot stand here"), help);
            }
        };
        Some(Part { at: self.reader.over(start), kind })
    }

    fn word(&mut self, word: &str, at: Position) -> Option<PartKind> {
        if let Some((_, shape)) = ShapeTest::ALL.iter().find(|(name, _)| *name == word) {
            return Some(PartKind::Token(Test::Shape(*shape)));
        }
        match word {
            "First" => return Some(PartKind::First),
            "Last" => return Some(PartKind::Last),
            "Quoted" => return Some(PartKind::Mention(vec![KindId::QUOTED])),
            _ => {}
        }
        if self.reader.scope.kind(word).is_some() {
            return self.reader.fault(
                at,
                format!("`{word}` is a kind of mention, not a word"),
                format!("write `<{word}>`; the word itself is `\"{word}\"`"),
            );
        }
        // Letters alone are one token in every language.
        if word.bytes().all(|b| b.is_ascii_alphabetic()) {
            return Some(word_test(word, self.reader.scope));
        }
        let tokens = self.reader.scope.vocabulary.tokens(word);
        if let [single] = tokens.as_slice() {
            return Some(word_test(single, self.reader.scope));
        }
        let parts =
            tokens.iter().map(|token| Part { at, kind: word_test(token, self.reader.scope) }).collect();
        Some(PartKind::Row(parts))
    }

    fn lemma(&mut self, at: Position) -> Option<PartKind> {
        let (name, at) = self.reader.name('~', at, "~give")?;
        match self.reader.scope.vocabulary.lemma(name) {
            Some(lemma) => Some(PartKind::Token(Test::Lemma(lemma))),
            None => self.reader.unknown(NameSort::Lemma, name, at),
        }
    }

    fn at_name(&mut self, at: Position) -> Option<PartKind> {
        let (name, name_at) = self.reader.name('@', at, "@name")?;
        match self.reader.scope.named(name) {
            Some(Named::Set(id)) => Some(PartKind::Token(self.reader.scope.test(id))),
            Some(Named::Phrase(part)) => {
                let mut part = part.clone();
                self.elements += move_to(&mut part, at);
                Some(part.kind)
            }
            None => self.reader.unknown(NameSort::Set, name, name_at),
        }
    }
}

/// The question for a word that is written without quotation marks.
pub(super) fn test_of_word(token: &str, scope: &Scope<'_>) -> Test {
    match scope.vocabulary.word(token) {
        WordId::UNKNOWN => Test::Form(token.to_lowercase()),
        word => Test::Word(word),
    }
}

fn word_test(token: &str, scope: &Scope<'_>) -> PartKind {
    PartKind::Token(test_of_word(token, scope))
}

/// Moves a phrase to where it is used, so that messages show the page that uses it; counts its elements.
fn move_to(part: &mut Part, at: Position) -> usize {
    part.at = at;
    1 + match &mut part.kind {
        PartKind::Row(parts) | PartKind::Choice(parts) => parts.iter_mut().map(|p| move_to(p, at)).sum(),
        PartKind::Role(_, part)
        | PartKind::Maybe(part)
        | PartKind::Repeat(part)
        | PartKind::Having(part, _)
        | PartKind::Trigger(part) => move_to(part, at),
        _ => 0,
    }
}
