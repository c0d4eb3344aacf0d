use super::{Chunk, Scene, Sort};
use crate::lexicon::Classes;
use crate::token::TokenSpan;

/// «Dix blessés et *douze autres* arrêtés», «*les quatre autres* condamnés à deux ans»: those who are told by their number,
/// right before what befell them.
pub(super) fn counted_others(scene: &Scene<'_>, start: usize) -> Option<Chunk> {
    let doc = scene.doc();
    let first = doc.sentence_of(start).start();
    let others =
        start > first + 1 && matches!(doc.form(start - 1), "autre" | "autres") && doc.counts(start - 2);
    let article = start > first + 2 && doc.is(start - 3, Classes::DETERMINER);
    others.then(|| Chunk {
        span: TokenSpan::new(start - 2 - usize::from(article), start),
        head: start - 1,
        name: None,
        sort: Sort::Group,
        preposition: None,
    })
}
