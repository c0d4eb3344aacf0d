use super::Scene;
use crate::token::{Shape, TokenKind, TokenSpan};

/// «accuse *Shellia* de fraude»: words with a capital in the sentence that no list has and that were taken for no name.
pub(super) fn unknown_name(scene: &Scene<'_>, start: usize, end: usize) -> Option<TokenSpan> {
    let doc = scene.doc();
    let unknown = |at: &usize| {
        doc.classes(*at).is_empty()
            && !doc.word(*at).is_known()
            && doc.token(*at).is_some_and(|t| t.kind == TokenKind::Word && t.shape == Shape::Capitalised)
            && scene.name_at(*at).is_none()
    };
    let inside = start > doc.sentence_of(start).start();
    let count = (start..end).take_while(unknown).count();
    (inside && count > 0).then(|| TokenSpan::new(start, start + count))
}
