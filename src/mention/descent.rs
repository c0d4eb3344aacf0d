use super::piece::Piece;
use super::weights::{KINDS, Scores};

/// One candidate to learn from.
pub(super) struct Example {
    /// Where its pieces lie in the pool of the [`Examples`].
    pieces: std::ops::Range<u32>,
    /// What is known of its scores already.
    offset: Scores,
    /// Its kind, as an index of [`KINDS`], or none.
    label: Option<usize>,
}

/// How strongly weights are pulled towards 0.
#[derive(Clone, Copy)]
pub(super) struct Pull {
    /// Those of the pieces that every article has.
    pub fixed: f32,
    /// Those of the pieces with a word in them, which are learnt from few articles.
    pub word: f32,
}

/// Candidates to learn from, with their pieces in one pool.
#[derive(Default)]
pub(super) struct Examples {
    pool: Vec<Piece>,
    list: Vec<Example>,
}

impl Examples {
    /// Adds a candidate.
    pub(super) fn push(&mut self, pieces: &[Piece], offset: Scores, label: Option<usize>) {
        let start = self.pool.len() as u32;
        self.pool.extend_from_slice(pieces);
        self.list.push(Example { pieces: start..self.pool.len() as u32, offset, label });
    }

    /// Multinomial logistic regression with «no name» as the class of score 0, by AdaGrad over the
    /// examples in their order, with a pull towards 0 on every weight (Duchi, Hazan and Singer 2011).
    ///
    /// Pieces seen fewer than `least` times get no weight. Everything happens in one fixed order, so
    /// the same examples give the same bytes.
    pub(super) fn fit(&self, passes: usize, least: usize, pull: Pull) -> Vec<(Piece, Scores)> {
        let mut seen: Vec<Piece> = self.pool.clone();
        seen.sort_unstable();
        let mut pieces: Vec<Piece> = Vec::new();
        for run in seen.chunk_by(|a, b| a == b) {
            if run.len() >= least {
                pieces.push(run[0]);
            }
        }
        let index: Vec<u32> =
            self.pool.iter().map(|p| pieces.binary_search(p).map_or(u32::MAX, |i| i as u32)).collect();
        let mut weights = vec![[0.0_f32; KINDS.len()]; pieces.len()];
        let mut steps = vec![[1e-2_f32; KINDS.len()]; pieces.len()];
        // The mean over the later passes is steadier than the last step.
        let mut mean = vec![[0.0_f64; KINDS.len()]; pieces.len()];
        let averaged = passes.div_ceil(2);
        let pulls: Vec<f32> =
            pieces.iter().map(|p| if p.fixed().is_some() { pull.fixed } else { pull.word }).collect();
        for pass in 0..passes {
            for example in &self.list {
                let own = &index[example.pieces.start as usize..example.pieces.end as usize];
                let gradient = self.gradient(example, own, &weights);
                for piece in own.iter().filter(|p| **p != u32::MAX).map(|p| *p as usize) {
                    for k in 0..KINDS.len() {
                        let slope = gradient[k] + pulls[piece] * weights[piece][k];
                        steps[piece][k] += slope * slope;
                        weights[piece][k] -= 0.15 * slope / steps[piece][k].sqrt();
                    }
                }
            }
            if pass + averaged >= passes {
                for (sum, row) in mean.iter_mut().zip(&weights) {
                    for (s, w) in sum.iter_mut().zip(row) {
                        *s += f64::from(*w) / averaged as f64;
                    }
                }
            }
        }
        pieces.into_iter().zip(mean.into_iter().map(|row| row.map(|w| w as f32))).collect()
    }

    /// How the loss of one example rises with each score: probability minus truth.
    fn gradient(&self, example: &Example, own: &[u32], weights: &[Scores]) -> Scores {
        let mut scores = example.offset;
        for piece in own.iter().filter(|p| **p != u32::MAX) {
            for (score, weight) in scores.iter_mut().zip(&weights[*piece as usize]) {
                *score += weight;
            }
        }
        let top = scores.iter().fold(0.0_f32, |top, s| top.max(*s));
        let mut total = (-top).exp();
        for score in &mut scores {
            *score = (*score - top).exp();
            total += *score;
        }
        for (k, score) in scores.iter_mut().enumerate() {
            *score = *score / total - f32::from(u8::from(example.label == Some(k)));
        }
        scores
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evidence_is_learnt() {
        let mut examples = Examples::default();
        for _ in 0..50 {
            examples.push(&[Piece::bias, Piece::only_place], [0.0; KINDS.len()], Some(2));
            examples.push(&[Piece::bias, Piece::only_surname], [0.0; KINDS.len()], Some(0));
            examples.push(&[Piece::bias, Piece::only_common], [0.0; KINDS.len()], None);
        }
        examples.push(&[Piece::bias, Piece::digits], [0.0; KINDS.len()], Some(1));
        let weights = examples.fit(20, 2, Pull { fixed: 1e-4, word: 1e-4 });
        let of = |piece| weights.iter().find(|(p, _)| *p == piece).map(|(_, w)| *w);
        assert!(of(Piece::only_place).unwrap()[2] > 2.0);
        assert!(of(Piece::only_surname).unwrap()[0] > 2.0);
        assert!(of(Piece::only_common).unwrap().iter().all(|w| *w < 0.5));
        assert_eq!(of(Piece::digits), None, "seen once");
    }
}
