use super::draft::Draft;
use super::group::Group;
use super::reader::Reader;
use super::scope::Mark;
use super::words::Parts;
use crate::graph::Speaker;
use crate::lexicon::Classes;
use crate::ontology::StatementForm;
use crate::token::TokenSpan;

/// A reporting clause inside the marks of what it reports: «A, a dit X, B».
#[derive(Clone, Debug)]
pub(super) struct Interruption {
    /// From the comma before the clause to the word with which the speech goes on.
    pub gap: TokenSpan,
    /// The speaker, the cue and the circumstances; its content is not used.
    pub draft: Draft,
}

/// Whether an inserted clause in a quotation is the reporter’s: «a-t-il ajouté», not «m’a dit le maire».
pub(super) fn interrupts(reader: &Reader<'_>, group: &Group, who: Option<Speaker>) -> bool {
    let scope = &reader.scope;
    if reader.loose_quote {
        return true;
    }
    if (group.run.start..group.head).any(|i| scope.part(i, Parts::FIRST)) {
        return false;
    }
    let Some(outer) = reader.outer else { return false };
    match who {
        Some(who) if who.entity.is_some() && who.entity == outer.entity => true,
        Some(_) => group.enclitic.is_some_and(|at| !scope.is(at, Classes::EMPTY) && third(scope.form(at))),
        None => false,
    }
}

fn third(form: &str) -> bool {
    matches!(form.trim_start_matches("-t").trim_start_matches('-'), "il" | "elle" | "ils" | "elles")
}

/// Where the speech goes on behind an inserted clause that ends before the item `end`.
pub(super) fn resumes(reader: &Reader<'_>, group: &Group, end: usize) -> usize {
    let scope = &reader.scope;
    if group.enclitic.is_some() {
        // A pronoun takes no apposition: past the next mark, the speech goes on.
        let mark = (end..scope.len().min(end + 14)).find(|i| !scope.is_word(*i));
        if let Some(mark) = mark.filter(|i| matches!(scope.mark(*i), Mark::Comma | Mark::Dash | Mark::Colon))
        {
            return scope.token(mark + 1).min(reader.unit.end());
        }
    }
    reader.unit.end()
}

/// Cuts a quotation at the reporting clauses inside it; the statement of the whole falls.
pub(super) fn split(
    reader: &mut Reader<'_>,
    content: TokenSpan,
    whole: Option<usize>,
    cuts: Vec<Interruption>,
) {
    let outer = whole.and_then(|at| reader.drafts.get(at)).cloned();
    if let Some(draft) = whole.and_then(|at| reader.drafts.get_mut(at)) {
        draft.content = TokenSpan::default();
    }
    let told = outer.filter(|draft| draft.speaker.is_some());
    let mut from = content.start();
    let mut last = None;
    for cut in cuts {
        let mut draft = cut.draft;
        draft.speaker = told.as_ref().map_or(draft.speaker, |outer| outer.speaker);
        piece(reader, TokenSpan::new(from, cut.gap.start().max(from)), draft.clone());
        from = cut.gap.end().max(from);
        last = Some(draft);
    }
    if let Some(draft) = told.or(last) {
        piece(reader, TokenSpan::new(from, content.end().max(from)), draft);
    }
}

fn piece(reader: &mut Reader<'_>, content: TokenSpan, mut draft: Draft) {
    let doc = reader.scope.doc;
    let (mut start, mut end) = (content.start(), content.end());
    while start < end && matches!(doc.form(start), "," | "–" | "—" | "-" | ":" | ";" | ".") {
        start += 1;
    }
    while start < end && matches!(doc.form(end - 1), "," | "–" | "—" | "-" | ":" | ";") {
        end -= 1;
    }
    let words = (start..end).any(|token| doc.word(token).is_known() || doc.form(token).len() > 1);
    if words {
        draft.form = StatementForm::Direct;
        draft.content = TokenSpan::new(start, end);
        draft.rule = "quote/interrupted";
        reader.drafts.push(draft);
    }
}
