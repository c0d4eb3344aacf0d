use std::fmt;

use super::finder::Finder;
use super::piece::Piece;
use super::weights::{KINDS, Weights};
use crate::Span;
use crate::document::Document;
use crate::ontology::EntityKind;
use crate::value::ValueMention;

/// Why some words were or were not taken for a name: each piece of evidence with its weights.
#[derive(Clone, Debug)]
pub struct Explanation {
    words: String,
    pieces: Vec<(Piece, [f32; KINDS.len()])>,
    total: [f32; KINDS.len()],
    chosen: Option<EntityKind>,
}

impl Explanation {
    /// Explains the words of `span`; `None` where they never were a candidate.
    pub(crate) fn of(
        doc: &Document<'_>,
        values: &[ValueMention],
        weights: &Weights,
        span: Span,
    ) -> Option<Self> {
        let tokens = doc.tokens_of(span)?;
        let mut finder = Finder::default();
        let mut pieces: Vec<Piece> = Vec::new();
        finder.evidence_of_all(doc, values, |candidate, own| {
            if candidate == tokens {
                pieces.extend_from_slice(own);
            }
        });
        if pieces.is_empty() {
            return None;
        }
        finder.first_pass(doc, values, weights);
        finder.memories_of_all(doc, |scored, memories| {
            if scored.tokens == tokens {
                pieces.extend_from_slice(memories);
            }
        });
        let mut mentions = Vec::new();
        finder.find(doc, values, weights, &mut mentions);
        let chosen = mentions.iter().find(|mention| mention.tokens == tokens).map(|mention| mention.kind);
        let mut total = [0.0; KINDS.len()];
        weights.add(&pieces, &mut total);
        let pieces = pieces.into_iter().map(|piece| (piece, *weights.of(piece))).collect();
        Some(Self { words: span.of(doc.text()).to_owned(), pieces, total, chosen })
    }

    /// The kind that the words were taken for, if any.
    pub fn kind(&self) -> Option<EntityKind> {
        self.chosen
    }

    /// Each piece of evidence by name, with what it adds to the log-odds of a kind.
    pub fn pieces(&self, kind: EntityKind) -> impl Iterator<Item = (String, f32)> {
        let column = KINDS.iter().position(|k| *k == kind);
        self.pieces.iter().map(move |(piece, row)| (piece.to_string(), column.map_or(0.0, |k| row[k])))
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.chosen {
            Some(kind) => writeln!(f, "«{}» is taken for a {kind}", self.words)?,
            None => writeln!(f, "«{}» is not taken for a name", self.words)?,
        }
        write!(f, "  {:28}", "evidence")?;
        for kind in KINDS {
            write!(f, "{kind:>14}")?;
        }
        writeln!(f)?;
        let mut row = |name: &str, scores: &[f32; KINDS.len()]| {
            write!(f, "  {name:28}")?;
            for score in scores {
                write!(f, "{score:>+14.2}")?;
            }
            writeln!(f)
        };
        for (piece, scores) in &self.pieces {
            row(&piece.to_string(), scores)?;
        }
        row("sum", &self.total)
    }
}
