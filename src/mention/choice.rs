use super::weights::{KINDS, Scores};
use crate::token::TokenSpan;

/// A candidate with its scores, as the choice sees it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scored {
    pub tokens: TokenSpan,
    pub scores: Scores,
}

impl Scored {
    /// The best kind, its log-odds, and the distance to the second best kind or to «no name».
    pub(super) fn best(&self) -> (usize, f32, f32) {
        let (mut kind, mut top, mut second) = (0, f32::NEG_INFINITY, 0.0_f32);
        for (index, score) in self.scores.iter().enumerate().take(KINDS.len()) {
            if *score > top {
                second = second.max(top);
                (kind, top) = (index, *score);
            } else {
                second = second.max(*score);
            }
        }
        (kind, top, top - second)
    }
}

/// Chooses the candidates that do not overlap and whose log-odds sum to the most: weighted interval
/// scheduling, linear in the sorted candidates and the tokens between them.
#[derive(Debug, Default)]
pub(super) struct Choice {
    /// Best sum of the tokens before each place, relative to the zone, and the candidate that ends there.
    best: Vec<(f32, u32)>,
}

impl Choice {
    /// `scored` is sorted by the start of the tokens; pushes the indices of the chosen ones, in order.
    pub(super) fn choose(&mut self, scored: &[Scored], out: &mut Vec<u32>) {
        let mut zone = 0;
        while zone < scored.len() {
            // A zone is a stretch of candidates that overlap in a chain: nothing outside can matter to it.
            let start = scored[zone].tokens.start();
            let mut end = scored[zone].tokens.end();
            let mut next = zone + 1;
            while next < scored.len() && scored[next].tokens.start() < end {
                end = end.max(scored[next].tokens.end());
                next += 1;
            }
            self.zone(&scored[zone..next], zone, start, end, out);
            zone = next;
        }
    }

    fn zone(&mut self, scored: &[Scored], offset: usize, start: usize, end: usize, out: &mut Vec<u32>) {
        const NONE: u32 = u32::MAX;
        self.best.clear();
        self.best.resize(end - start + 1, (0.0, NONE));
        // Candidates come by start, so every sum that a candidate builds on is final when it is looked at,
        // once the sums are carried forward up to that place.
        let mut carried = 0;
        for (index, candidate) in scored.iter().enumerate() {
            let (from, to) = (candidate.tokens.start() - start, candidate.tokens.end() - start);
            while carried < from {
                self.carry(carried);
                carried += 1;
            }
            let (_, score, _) = candidate.best();
            let sum = self.best[from].0 + score;
            if score > 0.0 && sum > self.best[to].0 {
                self.best[to] = (sum, index as u32);
            }
        }
        while carried < end - start {
            self.carry(carried);
            carried += 1;
        }
        let from = out.len();
        let mut at = end - start;
        while at > 0 {
            match self.best[at].1 {
                NONE => at -= 1,
                index => {
                    out.push(offset as u32 + index);
                    at = scored[index as usize].tokens.start() - start;
                }
            }
        }
        out[from..].reverse();
    }

    /// The sum at a place holds one token further on, unless a candidate ends there with more.
    fn carry(&mut self, at: usize) {
        let sum = self.best[at].0;
        if sum >= self.best[at + 1].0 {
            self.best[at + 1] = (sum, u32::MAX);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_sum_wins() {
        let check = |candidates: &[(usize, usize, f32)], expected: &[u32]| {
            let scored: Vec<Scored> = candidates
                .iter()
                .map(|(a, b, score)| Scored {
                    tokens: TokenSpan::new(*a, *b),
                    scores: [*score, -9.0, -9.0, -9.0, -9.0],
                })
                .collect();
            let mut out = Vec::new();
            Choice::default().choose(&scored, &mut out);
            assert_eq!(out, expected);
        };
        check(&[], &[]);
        check(&[(0, 1, -1.0)], &[]);
        check(&[(0, 2, 3.0), (0, 1, 1.0), (1, 2, 1.0)], &[0]);
        check(&[(0, 2, 1.5), (0, 1, 1.0), (1, 2, 1.0)], &[1, 2]);
        check(&[(0, 3, 2.0), (2, 5, 3.0), (5, 6, 1.0)], &[1, 2]);
        check(&[(0, 1, 1.0), (0, 4, 0.5), (3, 4, -0.5)], &[0]);
    }
}
