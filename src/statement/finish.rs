use std::borrow::Cow;

use super::draft::Draft;
use crate::document::Document;
use crate::graph::{Statement, StatementId};

/// Whether the words are the pronoun that names nobody.
pub(super) fn is_on(words: &str) -> bool {
    words.trim_start_matches("-t").trim_start_matches('-').eq_ignore_ascii_case("on")
}

/// Puts the drafts in reading order, drops those told twice and ties speech in speech together.
pub(super) fn finish(doc: &Document<'_>, mut drafts: Vec<Draft>, out: &mut Vec<Statement>) {
    drafts.retain(|draft| !draft.content.is_empty());
    drafts.sort_by_key(|draft| (draft.content.start(), std::cmp::Reverse(draft.content.end())));
    drafts.dedup_by(|later, earlier| later.content == earlier.content && !later.relays(earlier));
    // The statements that enclose the one at hand, outermost first.
    let mut open: Vec<usize> = Vec::new();
    for draft in drafts {
        let span = doc.span(draft.content);
        while open.last().is_some_and(|at: &usize| out.get(*at).is_some_and(|s| !s.span.contains(span))) {
            open.pop();
        }
        let id = StatementId::from(out.len());
        out.push(Statement {
            id,
            form: draft.form,
            span,
            // «on» is nobody.
            speaker: draft
                .speaker
                .filter(|speaker| speaker.entity.is_some() || !is_on(speaker.span.of(doc.text()))),
            cue: draft.cue,
            addressee: draft.addressee,
            medium: draft.medium,
            place: draft.place,
            within: open.last().map(|at| StatementId::from(*at)),
            rule: Cow::Borrowed(draft.rule),
        });
        open.push(out.len() - 1);
    }
}
