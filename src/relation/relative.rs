use crate::resolve::{Reading, ResolvedMention};
use crate::syntax::{ClauseKind, PhraseId};

/// What the «dont» clause around a token is said of: «la société *Velmar*, dont le gérant …», «*Velmar*, dont le siège …».
pub(super) fn of_which(reading: &Reading<'_>, token: usize) -> Option<ResolvedMention> {
    let syntax = reading.syntax;
    let clause = syntax.clause(syntax.clause_at(token)?).filter(|c| c.kind == ClauseKind::Relative)?;
    clause.opener.filter(|opener| reading.doc.form(opener.index()) == "dont")?;
    named(reading, clause.antecedent?)
}

/// What a phrase names: the mention at its name or head, or beside it («la société *Velmar*»).
pub(super) fn named(reading: &Reading<'_>, phrase: PhraseId) -> Option<ResolvedMention> {
    let phrase = reading.syntax.phrase(phrase)?;
    let start = phrase.name.map_or(phrase.head.index(), |name| name.start());
    let beside = || reading.resolved.mention_at(phrase.span.end().checked_sub(1)?);
    reading.resolved.mention_at(start).or_else(beside).copied()
}
