use super::Vocabulary;
use super::definition::Pattern;
use super::diagnostic::Position;
use super::need::Needs;
use super::part::{Part, PartKind, RoleId, Test};
use super::program::{Op, Program};
use super::trigger::{End, Flat, Key, Keys, flatten};
use super::word_bits::{Spread, WordBits};

/// Register of the end of the trigger; those of the roles stand before it, notes after it.
pub(super) const TRIGGER_END: u8 = 64;
/// Number of registers: two for each role, the trigger, a note for each level of brackets.
pub(super) const REGISTERS: usize = 80;

/// Register of where a role begins.
pub(super) const fn begins(role: RoleId) -> u8 {
    role * 2
}

/// Register of where a role ends.
pub(super) const fn ends(role: RoleId) -> u8 {
    role * 2 + 1
}

/// Where the two halves of a compiled pattern begin in the program.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Entry {
    /// From the trigger forwards.
    pub forward: u32,
    /// From the trigger backwards; `None` where nothing stands before it.
    pub backward: Option<u32>,
}

/// Compiles a pattern around its trigger; `None` where it has none.
pub(super) fn compile_pattern(
    pattern: &Pattern,
    program: &mut Program,
    vocabulary: &dyn Vocabulary,
) -> Option<(Entry, Vec<Key>, Needs)> {
    let mut row = Vec::new();
    flatten(&pattern.part, &mut row);
    let chooser = Keys { sets: &program.sets, vocabulary };
    let (place, keys) = chooser.choose(&row)?;
    let needs = Needs::new(&chooser, &row, place);
    let forward = program.ops.len() as u32;
    let mut emitter = Emitter { program, vocabulary, back: false, notes: 0 };
    for (i, flat) in row.iter().enumerate().skip(place) {
        emitter.flat(*flat, parts(&row[i + 1..]).next(), pattern.part.at);
        if i == place {
            emitter.push(Op::Save(TRIGGER_END), pattern.part.at);
        }
    }
    emitter.push(Op::Accept, pattern.part.at);
    if place == 0 {
        return Some((Entry { forward, backward: None }, keys, needs));
    }
    let backward = emitter.program.ops.len() as u32;
    emitter.back = true;
    for (i, flat) in row[..place].iter().enumerate().rev() {
        emitter.flat(*flat, parts(&row[..i]).next_back(), pattern.part.at);
    }
    emitter.push(Op::Accept, pattern.part.at);
    Some((Entry { forward, backward: Some(backward) }, keys, needs))
}

/// The parts of a row.
fn parts<'f>(row: &'f [Flat<'_>]) -> impl DoubleEndedIterator<Item = &'f Part> {
    row.iter().filter_map(|flat| match flat {
        Flat::Part(part) => Some(*part),
        Flat::Open(_) | Flat::Close(_) => None,
    })
}

/// Compiles a pattern that is matched forwards from its first token.
pub(super) fn compile_plain(part: &Part, program: &mut Program, vocabulary: &dyn Vocabulary) -> u32 {
    let start = program.ops.len() as u32;
    let mut emitter = Emitter { program, vocabulary, back: false, notes: 0 };
    emitter.part(part);
    emitter.push(Op::Accept, part.at);
    start
}

/// How many tokens a pattern can take at most, as far as that can be told.
pub(super) fn longest(part: &Part) -> usize {
    match &part.kind {
        PartKind::Token(_) | PartKind::Not(_) => 1,
        PartKind::Mention(_) | PartKind::Repeat(_) => 16,
        PartKind::Gap(tokens) => *tokens as usize,
        PartKind::First | PartKind::Last => 0,
        PartKind::Row(parts) => parts.iter().map(longest).sum(),
        PartKind::Choice(parts) => parts.iter().map(longest).max().unwrap_or(0),
        PartKind::Role(_, part)
        | PartKind::Maybe(part)
        | PartKind::Having(part, _)
        | PartKind::Trigger(part) => longest(part),
    }
}

/// The words and lemmas of keys that name nothing else.
fn words_of(keys: &[Key]) -> Option<WordBits<4>> {
    let mut words = WordBits::default();
    for key in keys {
        match key {
            Key::Word(word) | Key::Lemma(word) if word.is_known() => words.add(Spread::of(*word)),
            _ => return None,
        }
    }
    (!keys.is_empty()).then_some(words)
}

struct Emitter<'p> {
    program: &'p mut Program,
    vocabulary: &'p dyn Vocabulary,
    /// Whether the steps go from right to left.
    back: bool,
    /// Depth of notes in use.
    notes: u8,
}

impl Emitter<'_> {
    fn push(&mut self, op: Op, at: Position) -> usize {
        self.program.ops.push(op);
        self.program.places.push(at);
        self.program.ops.len() - 1
    }

    fn here(&self) -> u32 {
        self.program.ops.len() as u32
    }

    /// A member of the top row; `next` is the part that comes next in the direction.
    fn flat(&mut self, flat: Flat<'_>, next: Option<&Part>, at: Position) {
        match flat {
            Flat::Open(role) => _ = self.push(Op::Save(begins(role)), at),
            Flat::Close(role) => _ = self.push(Op::Save(ends(role)), at),
            Flat::Part(part) => self.member(part, next),
        }
    }

    /// A part of a row: a gap is told what must stand behind it, where that is only words.
    fn member(&mut self, part: &Part, next: Option<&Part>) {
        if let (PartKind::Gap(tokens), Some(next)) = (&part.kind, next)
            && let Some(words) = self.openings(next)
        {
            self.push(Op::GapTo { left: *tokens, words }, part.at);
        } else {
            self.part(part);
        }
    }

    /// The words that the part can begin with in the direction, as a number of the pool.
    fn openings(&mut self, part: &Part) -> Option<u16> {
        let chooser = Keys { sets: &self.program.sets, vocabulary: self.vocabulary };
        let mut keys = Vec::new();
        chooser.keys(part, if self.back { End::Last } else { End::First }, &mut keys)?;
        let number = u16::try_from(self.program.behind.len()).ok()?;
        self.program.behind.push(words_of(&keys)?);
        Some(number)
    }

    fn part(&mut self, part: &Part) {
        let at = part.at;
        if let Some(tests) = matches!(part.kind, PartKind::Choice(_)).then(|| part.tests()).flatten() {
            let (at_test, len) = self.pool(&tests);
            self.push(Op::AnyOf { at: at_test, len }, at);
            return;
        }
        match &part.kind {
            PartKind::Token(test) => self.test(test, at),
            PartKind::Mention(kinds) => {
                let first = self.program.kinds.len() as u32;
                self.program.kinds.extend_from_slice(kinds);
                self.push(Op::Mention { at: first, len: kinds.len() as u16 }, at);
            }
            PartKind::Gap(tokens) => _ = self.push(Op::Gap(*tokens), at),
            PartKind::First => _ = self.push(Op::First, at),
            PartKind::Last => _ = self.push(Op::Last, at),
            PartKind::Row(parts) if self.back => {
                for (i, part) in parts.iter().enumerate().rev() {
                    self.member(part, parts[..i].last());
                }
            }
            PartKind::Row(parts) => {
                for (i, part) in parts.iter().enumerate() {
                    self.member(part, parts.get(i + 1));
                }
            }
            PartKind::Choice(parts) => self.choice(parts, at),
            PartKind::Role(role, inner) => {
                let (first, last) =
                    if self.back { (ends(*role), begins(*role)) } else { (begins(*role), ends(*role)) };
                self.push(Op::Save(first), at);
                self.part(inner);
                self.push(Op::Save(last), at);
            }
            PartKind::Maybe(inner) => {
                let split = self.push(Op::Split(0), at);
                self.part(inner);
                self.program.ops[split] = Op::Split(self.here());
            }
            PartKind::Repeat(inner) => {
                let again = self.here();
                self.part(inner);
                self.push(Op::Again(again), at);
            }
            PartKind::Not(tests) => {
                let (first, len) = self.pool(tests);
                self.push(Op::NoneOf { at: first, len }, at);
            }
            PartKind::Having(inner, properties) => {
                let note = TRIGGER_END + 1 + self.notes;
                self.push(Op::Save(note), at);
                self.notes += 1;
                self.part(inner);
                self.notes -= 1;
                let first = self.program.properties.len() as u32;
                self.program.properties.extend_from_slice(properties);
                self.push(Op::Having { note, at: first, len: properties.len() as u16 }, at);
            }
            PartKind::Trigger(inner) => self.part(inner),
        }
    }

    fn test(&mut self, test: &Test, at: Position) {
        let op = match test {
            Test::Word(word) => Op::Word(*word),
            Test::Lemma(lemma) => Op::Lemma(*lemma),
            Test::Class(classes) => Op::Class(*classes),
            Test::Set(id) => Op::Set(*id),
            Test::Form(_) | Test::Exact(..) | Test::Shape(_) => {
                let (first, _) = self.pool(std::slice::from_ref(test));
                Op::Test(first)
            }
        };
        self.push(op, at);
    }

    fn pool(&mut self, tests: &[Test]) -> (u32, u16) {
        let first = self.program.tests.len() as u32;
        self.program.tests.extend_from_slice(tests);
        (first, tests.len() as u16)
    }

    fn choice(&mut self, parts: &[Part], at: Position) {
        let mut jumps = Vec::new();
        for (i, part) in parts.iter().enumerate() {
            if i + 1 == parts.len() {
                self.part(part);
                break;
            }
            let split = self.push(Op::Split(0), at);
            self.part(part);
            jumps.push(self.push(Op::Jump(0), at));
            self.program.ops[split] = Op::Split(self.here());
        }
        let end = self.here();
        for jump in jumps {
            self.program.ops[jump] = Op::Jump(end);
        }
    }
}
