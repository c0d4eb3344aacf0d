use crate::token::TokenSpan;

/// What a run of the machine is remembered by, where somebody wants to know; otherwise nothing is kept.
#[derive(Debug, Default)]
pub(super) struct Trace {
    on: bool,
    /// The steps on the way that is being tried: place in the program, and between which positions.
    path: Vec<(u32, u32, u32)>,
    /// The failed step that had the longest way behind it: that way, the place in the program, the position.
    furthest: Option<(usize, u32, u32)>,
}

impl Trace {
    /// A trace that remembers.
    pub(super) fn recording() -> Self {
        Self { on: true, ..Self::default() }
    }

    pub(super) fn is_on(&self) -> bool {
        self.on
    }

    pub(super) fn mark(&self) -> u32 {
        self.path.len() as u32
    }

    pub(super) fn rewind(&mut self, mark: u32) {
        self.path.truncate(mark as usize);
    }

    pub(super) fn step(&mut self, pc: usize, from: usize, to: usize) {
        if self.on {
            // A gap is one step, however often it is made longer.
            self.path.push((pc as u32, from as u32, to as u32));
        }
    }

    pub(super) fn fail(&mut self, pc: usize, pos: usize) {
        let way = self.path.len();
        if self.on && self.furthest.is_none_or(|(longest, ..)| way >= longest) {
            self.furthest = Some((way, pc as u32, pos as u32));
        }
    }

    /// Forgets all, for the next run.
    pub(super) fn clear(&mut self) {
        self.path.clear();
        self.furthest = None;
    }

    /// The steps of the way that succeeded.
    pub(super) fn path(&self) -> impl Iterator<Item = (usize, TokenSpan)> + '_ {
        self.path.iter().map(|(pc, from, to)| {
            (*pc as usize, TokenSpan::new((*from).min(*to) as usize, (*from).max(*to) as usize))
        })
    }

    /// The step that failed after the longest way, and where.
    pub(super) fn furthest(&self) -> Option<(usize, usize)> {
        self.furthest.map(|(_, pc, pos)| (pc as usize, pos as usize))
    }
}
