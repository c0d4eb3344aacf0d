use super::copulas::is_elected;
use super::description::{Article, Description};
use super::discourse::Discourse;
use super::holding::{Holding, Tie};
use super::resolved::ResolvedMention;
use crate::ontology::{EntityKind, MentionForm};
use crate::syntax::{ClauseKind, Tag};

/// Most tokens between a description in front and the comma behind it.
const LONGEST: usize = 10;

/// Descriptions in front of their subject.
impl Discourse<'_> {
    /// «Ancien séminariste, il était …»: in front of the subject, which comes later.
    pub(super) fn fronted(&mut self, index: usize, description: &Description) -> bool {
        let sentence = self.doc.sentence_of(description.head.start());
        let start = description.tokens.start();
        // «*Nommée* juge à Limoges en 1960, elle …»
        let elected = start == sentence.start() + 1 && is_elected(self.doc, sentence.start());
        let first = (start == sentence.start() || elected) && description.article == Article::Bare;
        // «Membre du parti *puis de l’union*, il …», «Député *de 1995 à 2002*, il …»
        let end = description.tokens.end();
        let comma = (end..sentence.end().min(end + LONGEST)).find(|i| self.doc.form(*i) == ",");
        if !first || comma.is_none_or(|comma| (end..comma).any(|i| self.syntax.tag(i) == Tag::VerbFinite)) {
            return false;
        }
        let verbs = self.syntax.verbs();
        let from = verbs.partition_point(|verb| verb.span.start() < description.tokens.end());
        let main = verbs.get(from..).unwrap_or_default().iter().take(6).find(|verb| {
            let kind = self.syntax.clause(verb.clause).map(|clause| clause.kind);
            kind == Some(ClauseKind::Main) && verb.subject.is_some() && verb.span.start() < sentence.end()
        });
        let subject = main.and_then(|verb| self.syntax.phrase(verb.subject?));
        self.pending.clear();
        self.pending.extend(
            subject.filter(|p| p.span.start() > description.tokens.end()).map(|p| (index, p.head.index())),
        );
        !self.pending.is_empty()
    }

    /// «Maire de Lyon *puis député du Rhône*, il …»: one more in front of the same subject.
    pub(super) fn fronted_too(&mut self, index: usize, description: &Description) -> bool {
        let (Some(&(last, token)), Some(before)) =
            (self.pending.last(), description.tokens.start().checked_sub(1))
        else {
            return false;
        };
        let joined = matches!(self.doc.form(before), "et" | "puis" | ",") && last + 1 == index;
        let fronted = joined && description.article == Article::Bare && description.tokens.end() <= token;
        if fronted {
            self.pending.push((index, token));
        }
        fronted
    }

    /// A pronoun was resolved that a description in front of it was waiting for.
    pub(super) fn settle(&mut self, holder: ResolvedMention) {
        if self.pending.last().is_none_or(|(_, token)| !holder.tokens.has(*token)) {
            return;
        }
        for (index, _) in std::mem::take(&mut self.pending) {
            let Some(description) = self.descriptions.get(index) else { return };
            if holder.kind == EntityKind::Person {
                self.offices.note(self.doc, self.resolved, description, holder.entity);
                self.join(
                    description.tokens,
                    holder.entity,
                    EntityKind::Person,
                    MentionForm::Nominal,
                    "apposition",
                );
                self.later.push(Holding::plain(index, holder, Tie::Behind));
            }
        }
    }
}
