use super::antecedent::Antecedents;
use super::draft::NEAR;
use crate::french::{Chunk, Sort, Words};
use crate::graph::EntityId;
use crate::lexicon::Classes;
use crate::ontology::Gender;
use crate::token::TokenSpan;

impl Antecedents<'_> {
    /// «La Cour a rejeté le pourvoi de X, ce qui rend définitive *sa* condamnation»: the only person whom a step told in the
    /// same sentence is about, though another noun has him.
    pub(super) fn told_here(&self, run: TokenSpan, gender: Option<Gender>) -> Option<EntityId> {
        let last = self.drafts.last().filter(|draft| run.has(draft.token))?;
        let [party] = last.parties.as_slice() else { return None };
        party.entity.filter(|entity| self.is_person(*entity) && self.agrees(*entity, gender))
    }

    /// «La juge X … a ordonné *son* placement en détention»: whoever judges, prosecutes or pleads is not the accused,
    /// unless a step was told of him.
    pub(super) fn is_of_court(&self, entity: EntityId) -> bool {
        self.scene.reading().resolved.is_jurist(entity)
            && !self
                .drafts
                .iter()
                .rev()
                .take(NEAR)
                .any(|draft| draft.parties.iter().any(|p| p.entity == Some(entity)))
    }

    /// «*Le suspect* a été présenté à un juge qui *l’*a mis en examen»: the only person without name whom the sentence tells
    /// of before a pronoun, where it names nobody.
    pub(super) fn person_here(&self, run: TokenSpan) -> Option<TokenSpan> {
        let (doc, words) = (self.scene.doc(), Words::french());
        let gender = match doc.form(run.start()).to_lowercase().as_str() {
            "il" | "le" => Some(Gender::Masculine),
            "elle" | "la" => Some(Gender::Feminine),
            "l'" | "l’" | "son" | "sa" => None,
            _ => return None,
        };
        let before = TokenSpan::new(doc.sentence_of(run.start()).start(), run.start());
        if self.names_in(before).any(|m| self.agrees(m.entity, gender)) {
            return None;
        }
        let mut only = None;
        let mut at = before.start();
        while at < before.end() {
            let begins = doc.is(at, Classes::DETERMINER) && !words.is_plain_de(doc.word(at));
            let Some(chunk) = begins
                .then(|| Chunk::read(self.scene, at, before.end()))
                .flatten()
                .filter(|c| c.sort == Sort::Group)
            else {
                at += 1;
                continue;
            };
            at = chunk.span.end().max(at + 1);
            let person = (doc.is(chunk.head, Classes::HUMAN | Classes::ROLE)
                || words.suspects.contains(&doc.word(chunk.head)))
                && !self.scene.is_body(chunk.head)
                && !words.lawyers.contains(&doc.word(chunk.head))
                && !self.is_plural(chunk.span);
            let clashes = gender.is_some_and(|gender| {
                self.is_feminine(chunk.head).is_some_and(|feminine| feminine != (gender == Gender::Feminine))
            });
            if !person || clashes {
                continue;
            }
            if only.is_some() {
                return None;
            }
            only = Some(chunk.span);
        }
        only
    }
}
