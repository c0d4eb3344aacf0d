use std::fmt::Write as _;

use once_cell::sync::Lazy;

use super::piece::Piece;
use crate::ontology::EntityKind;

/// The kinds that names are weighed for, in the order of the columns of the weights file.
pub(crate) const KINDS: [EntityKind; 5] = [
    EntityKind::Person,
    EntityKind::Organisation,
    EntityKind::Location,
    EntityKind::Event,
    EntityKind::Product,
];

/// Where [`EntityKind::Person`] stands in [`KINDS`].
pub(super) const PERSON: usize = 0;
/// Where [`EntityKind::Organisation`] stands.
pub(super) const ORGANISATION: usize = 1;
/// Where [`EntityKind::Location`] stands.
pub(super) const LOCATION: usize = 2;
/// Where [`EntityKind::Event`] stands.
pub(super) const EVENT: usize = 3;

/// Where [`EntityKind::Product`] stands.
pub(super) const PRODUCT: usize = 4;

/// One number for each of [`KINDS`]: log-odds against «no name».
pub(crate) type Scores = [f32; KINDS.len()];

const BUILT_IN: &str = include_str!("data/weights.tsv");

/// What each piece of evidence weighs for each kind of entity.
///
/// A text file of one line a piece: its name, then the log-odds that it adds for person, organisation,
/// location, event and product, all separated by tabs. Lines that begin with `#` are comments.
#[derive(Clone, Debug)]
pub struct Weights {
    fixed: Vec<Scores>,
    /// Open addressing over the pieces with a word in them; a key of 0 is an empty place.
    rows: Vec<Row>,
    /// Which pieces may have a row: most words that stand beside a name say nothing, and are known for that by one bit of
    /// a table that stays near.
    seen: Vec<u64>,
}

/// Number of bits that tell which pieces may have a row.
const SEEN: usize = 1 << 16;

/// A piece with a word in it beside its weights: one look into memory finds both.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(32))]
struct Row {
    key: u32,
    scores: Scores,
}

/// A line of a weights file that could not be read.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("weights, line {line}: {fault}")]
pub struct WeightsError {
    line: usize,
    fault: String,
}

static FRENCH: Lazy<Weights> = Lazy::new(|| Weights::read(BUILT_IN).unwrap_or_else(|_| Weights::empty()));

impl Weights {
    /// The built-in weights.
    pub fn french() -> &'static Self {
        &FRENCH
    }

    fn empty() -> Self {
        Self::new(&[])
    }

    /// Reads a weights file.
    ///
    /// # Errors
    /// A line without five numbers after its name, or with a fixed piece that does not exist. A piece about a
    /// word that this lexicon does not hold is skipped: it can never be seen.
    pub fn read(text: &str) -> Result<Self, WeightsError> {
        let mut pairs = Vec::new();
        for (index, line) in text.lines().enumerate() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let error = |fault: String| WeightsError { line: index + 1, fault };
            let mut cells = line.split('\t');
            let name = cells.next().unwrap_or_default();
            let mut scores = [0.0; KINDS.len()];
            for score in &mut scores {
                let cell =
                    cells.next().ok_or_else(|| error(format!("«{name}» needs {} numbers", KINDS.len())))?;
                *score = cell.parse().map_err(|_| error(format!("«{cell}» is no number")))?;
            }
            match Piece::named(name) {
                Some(piece) => pairs.push((piece, scores)),
                None if name.contains(':') => {}
                None => return Err(error(format!("there is no piece of evidence «{name}»"))),
            }
        }
        Ok(Self::new(&pairs))
    }

    /// Weights from pieces and their scores.
    pub(crate) fn new(pairs: &[(Piece, Scores)]) -> Self {
        let size = (pairs.len() * 2).next_power_of_two().max(2);
        let mut weights = Self {
            fixed: vec![[0.0; KINDS.len()]; Piece::FIXED_COUNT],
            rows: vec![Row::default(); size],
            seen: vec![0; SEEN / 64],
        };
        for (piece, scores) in pairs {
            if let Some(index) = piece.fixed() {
                weights.fixed[index] = *scores;
                continue;
            }
            let mut slot = weights.slot(piece.bits());
            while weights.rows[slot].key != 0 && weights.rows[slot].key != piece.bits() {
                slot = (slot + 1) & (size - 1);
            }
            weights.rows[slot] = Row { key: piece.bits(), scores: *scores };
            let bit = Self::bit(piece.bits());
            weights.seen[bit / 64] |= 1 << (bit % 64);
        }
        weights
    }

    const fn bit(bits: u32) -> usize {
        (bits.wrapping_mul(0x85eb_ca6b) >> 16) as usize & (SEEN - 1)
    }

    fn slot(&self, bits: u32) -> usize {
        (bits.wrapping_mul(0x9e37_79b9) >> 7) as usize & (self.rows.len() - 1)
    }

    /// What the piece adds.
    pub(crate) fn of(&self, piece: Piece) -> &Scores {
        if let Some(index) = piece.fixed() {
            return &self.fixed[index];
        }
        let bit = Self::bit(piece.bits());
        if self.seen[bit / 64] >> (bit % 64) & 1 == 0 {
            return &[0.0; KINDS.len()];
        }
        let mut slot = self.slot(piece.bits());
        while let Some(row) = self.rows.get(slot).filter(|row| row.key != 0) {
            if row.key == piece.bits() {
                return &row.scores;
            }
            slot = (slot + 1) & (self.rows.len() - 1);
        }
        &[0.0; KINDS.len()]
    }

    /// Adds what the pieces weigh to `scores`.
    pub(crate) fn add(&self, pieces: &[Piece], scores: &mut Scores) {
        for piece in pieces {
            for (score, weight) in scores.iter_mut().zip(self.of(*piece)) {
                *score += weight;
            }
        }
    }

    /// The weights as a file: the fixed pieces first, then words, each group by name.
    pub fn write(&self) -> String {
        let mut lines: Vec<(bool, String, &Scores)> = Vec::new();
        for index in 0..Piece::FIXED_COUNT {
            let piece = Piece::named(Piece::fixed_name(index)).unwrap_or(Piece::bias);
            lines.push((false, piece.to_string(), &self.fixed[index]));
        }
        for row in self.rows.iter().filter(|row| row.key != 0) {
            lines.push((true, Piece::from_bits(row.key).to_string(), &row.scores));
        }
        lines.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
        let mut out = String::from(
            "# What each piece of evidence adds to the log-odds of each kind against «no name».\n\
             # Fitted by examples/fit_weights.rs; not edited by hand. licence: MIT, as the crate\n\
             # columns: piece\tperson\torganisation\tlocation\tevent\tproduct\n",
        );
        for (_, name, scores) in lines {
            // Three decimals are finer than the fit; a row of zeros says nothing.
            if scores.iter().all(|s| s.abs() < 0.0005) {
                continue;
            }
            out.push_str(&name);
            for score in scores {
                let _ = write!(out, "\t{score:.3}");
            }
            out.push('\n');
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_as_it_was_written() {
        let text = Weights::french().write();
        assert_eq!(Weights::read(&text).unwrap().write(), text);
    }

    #[test]
    fn a_bad_line_is_named() {
        let check = |text: &str, expected: &str| {
            assert_eq!(Weights::read(text).unwrap_err().to_string(), expected);
        };
        check("bias\t1\t2", "weights, line 1: «bias» needs 5 numbers");
        check("# comment\nbias\t1\t2\tx\t4\t5", "weights, line 2: «x» is no number");
        check("bais\t1\t2\t3\t4\t5", "weights, line 1: there is no piece of evidence «bais»");
    }
}
