use super::compile::REGISTERS;
use super::program::{Op, Program};
use super::trace::Trace;
use super::view::{Anchor, View};
use super::word_bits::Spread;
use crate::token::TokenSpan;

/// Most steps at one trigger.
pub(super) const MOST_STEPS: u32 = 4_000;

/// A register that holds no position.
pub(super) const UNSET: u32 = u32::MAX;

/// What is tried when a step fails.
#[derive(Clone, Copy, Debug)]
enum Frame {
    /// Go on here.
    Branch { pc: u32, pos: u32, trace: u32 },
    /// Let the gap take one token more.
    Gap { pc: u32, pos: u32, left: u8, trace: u32 },
    /// Give a register its old value back.
    Undo { register: u8, old: u32 },
}

/// Runs compiled patterns: backtracking with a budget, in memory that is used again.
#[derive(Debug)]
pub(super) struct Machine {
    pub registers: [u32; REGISTERS],
    pub steps: u32,
    stack: Vec<Frame>,
}

impl Machine {
    pub(super) const fn new() -> Self {
        Self { registers: [UNSET; REGISTERS], steps: 0, stack: Vec::new() }
    }

    /// Forgets what was bound, with a full budget.
    pub(super) fn reset(&mut self) {
        self.registers.fill(UNSET);
        self.steps = MOST_STEPS;
    }

    /// The span between two registers that are both set.
    pub(super) fn span(&self, begin: u8, end: u8) -> Option<TokenSpan> {
        let begin = *self.registers.get(begin as usize)?;
        let end = *self.registers.get(end as usize)?;
        (begin != UNSET && end != UNSET).then(|| TokenSpan::new(begin as usize, end as usize))
    }

    /// Runs the program from `pc`. Forwards, token `pos` is the next; backwards (`BACK`), the one before `pos`. Where it
    /// succeeds, answers how far it went.
    pub(super) fn run<const BACK: bool, V: View + ?Sized>(
        &mut self,
        program: &Program,
        view: &V,
        pc: u32,
        pos: usize,
        sentence: TokenSpan,
        trace: &mut Trace,
    ) -> Option<usize> {
        self.stack.clear();
        let (mut pc, mut pos) = (pc as usize, pos);
        loop {
            self.steps = self.steps.checked_sub(1)?;
            let op = *program.ops.get(pc)?;
            if op == Op::Accept {
                return Some(pos);
            }
            let next = match op {
                Op::Split(other) => {
                    self.stack.push(Frame::Branch { pc: other, pos: pos as u32, trace: trace.mark() });
                    pc += 1;
                    continue;
                }
                Op::Again(other) => {
                    self.stack.push(Frame::Branch {
                        pc: pc as u32 + 1,
                        pos: pos as u32,
                        trace: trace.mark(),
                    });
                    pc = other as usize;
                    continue;
                }
                Op::Jump(other) => {
                    pc = other as usize;
                    continue;
                }
                Op::Save(register) => {
                    if let Some(place) = self.registers.get_mut(register as usize) {
                        self.stack.push(Frame::Undo { register, old: *place });
                        *place = pos as u32;
                    }
                    pc += 1;
                    continue;
                }
                Op::Gap(left) | Op::GapTo { left, .. } => {
                    self.stack.push(Frame::Gap { pc: pc as u32, pos: pos as u32, left, trace: trace.mark() });
                    goes_on::<BACK, V>(program, view, op, pos, sentence, trace).then_some(pos)
                }
                _ => self.step::<BACK, V>(program, view, op, pos, sentence),
            };
            if let Some(next) = next {
                trace.step(pc, pos, next);
                pos = next;
                pc += 1;
            } else {
                trace.fail(pc, pos);
                (pc, pos) = self.back::<BACK, V>(program, view, sentence, trace)?;
            }
        }
    }

    /// Takes the last choice back; `None` where there is none left.
    fn back<const BACK: bool, V: View + ?Sized>(
        &mut self,
        program: &Program,
        view: &V,
        sentence: TokenSpan,
        trace: &mut Trace,
    ) -> Option<(usize, usize)> {
        loop {
            match self.stack.pop()? {
                Frame::Undo { register, old } => {
                    if let Some(place) = self.registers.get_mut(register as usize) {
                        *place = old;
                    }
                }
                Frame::Branch { pc, pos, trace: mark } => {
                    trace.rewind(mark);
                    return Some((pc as usize, pos as usize));
                }
                Frame::Gap { left: 0, .. } => {}
                Frame::Gap { pc, pos, left, trace: mark } => {
                    let from = pos as usize;
                    let Some(token) = token_at::<BACK>(from, sentence) else { continue };
                    let single = if BACK { token } else { token + 1 };
                    let left = left - 1;
                    let over = view.aside(token).filter(|aside| {
                        aside.len() > 1
                            && sentence.contains(*aside)
                            && if BACK { aside.end() == from } else { aside.start() == from }
                    });
                    let grow = |stack: &mut Vec<Frame>, to: usize, trace: &mut Trace| {
                        trace.rewind(mark);
                        trace.step(pc as usize, from, to);
                        stack.push(Frame::Gap { pc, pos: to as u32, left, trace: trace.mark() });
                        to
                    };
                    let next = match over {
                        // First over the whole aside, then into it.
                        Some(aside) => {
                            grow(&mut self.stack, single, trace);
                            let mark = trace.mark();
                            self.stack.push(Frame::Branch { pc: pc + 1, pos: single as u32, trace: mark });
                            let far = if BACK { aside.start() } else { aside.end() };
                            grow(&mut self.stack, far, trace)
                        }
                        None => grow(&mut self.stack, single, trace),
                    };
                    let op = *program.ops.get(pc as usize)?;
                    if goes_on::<BACK, V>(program, view, op, next, sentence, trace) {
                        return Some((pc as usize + 1, next));
                    }
                    self.steps = self.steps.checked_sub(1)?;
                }
            }
        }
    }

    /// A step that takes tokens or only looks; answers the position behind it.
    fn step<const BACK: bool, V: View + ?Sized>(
        &self,
        program: &Program,
        view: &V,
        op: Op,
        pos: usize,
        sentence: TokenSpan,
    ) -> Option<usize> {
        match op {
            Op::First => return (pos == sentence.start()).then_some(pos),
            Op::Last => return (pos == sentence.end()).then_some(pos),
            Op::Having { note, at, len } => {
                let noted = *self.registers.get(note as usize)? as usize;
                let span = if BACK { TokenSpan::new(pos, noted) } else { TokenSpan::new(noted, pos) };
                let wanted = program.properties.get(at as usize..at as usize + len as usize)?;
                let has =
                    wanted.iter().all(|(yes, property)| view.property(Anchor::of(span), *property) == *yes);
                return has.then_some(pos);
            }
            Op::Mention { at, len } => {
                let kinds = program.kinds.get(at as usize..at as usize + len as usize)?;
                let found = kinds.iter().find_map(|kind| {
                    if BACK { view.mention_ending(pos, *kind) } else { view.mention_at(pos, *kind) }
                })?;
                let inside = !found.is_empty() && sentence.contains(found);
                return inside.then(|| if BACK { found.start() } else { found.end() });
            }
            _ => {}
        }
        let i = token_at::<BACK>(pos, sentence)?;
        let holds = match op {
            Op::Word(word) => view.word(i) == word,
            Op::Lemma(lemma) => view.lemma(i) == lemma,
            Op::Class(classes) => view.classes(i).any(classes),
            Op::Set(id) => program.in_set(id, view, i),
            Op::Test(test) => program.test(program.tests.get(test as usize)?, view, i),
            Op::AnyOf { at, len } => program.tests(at, len).iter().any(|test| program.test(test, view, i)),
            Op::NoneOf { at, len } => !program.tests(at, len).iter().any(|test| program.test(test, view, i)),
            _ => false,
        };
        holds.then(|| if BACK { i } else { i + 1 })
    }
}

/// Whether what stands behind a gap that ends at `pos` may be there; who wants to know the way is told of every place.
fn goes_on<const BACK: bool, V: View + ?Sized>(
    program: &Program,
    view: &V,
    gap: Op,
    pos: usize,
    sentence: TokenSpan,
    trace: &Trace,
) -> bool {
    let Op::GapTo { words, .. } = gap else { return true };
    let Some(words) = program.behind.get(words as usize).filter(|_| !trace.is_on()) else { return true };
    token_at::<BACK>(pos, sentence).is_some_and(|i| {
        [view.word(i), view.lemma(i)].into_iter().any(|word| words.may_have(Spread::of(word)))
    })
}

/// The token that comes next in the direction, inside the sentence.
fn token_at<const BACK: bool>(pos: usize, sentence: TokenSpan) -> Option<usize> {
    let i = if BACK { pos.checked_sub(1)? } else { pos };
    sentence.has(i).then_some(i)
}
