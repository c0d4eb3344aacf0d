use super::Scene;
use super::extent::extended;
use super::offence::listed;
use crate::token::TokenSpan;

/// «*Viol* à Rennes : un homme mis en examen»: the offence that a line begins with, before its colon.
pub(crate) fn headline_offence(scene: &Scene<'_>, trigger: usize) -> Option<TokenSpan> {
    const LONGEST_TOPIC: usize = 14;
    let doc = scene.doc();
    let start = doc.sentence_of(trigger).start();
    let (end, _) = listed(scene, start)?;
    let colon = (end..trigger.min(start + LONGEST_TOPIC)).find(|at| doc.form(*at) == ":")?;
    let verb = (end..colon).any(|at| scene.is_finite(at));
    (!verb).then(|| TokenSpan::new(start, extended(scene, end, colon)))
}
