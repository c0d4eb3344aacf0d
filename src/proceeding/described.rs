use super::antecedent::{Antecedents, is_plural};
use super::draft::NEAR;
use crate::french::Words;
use crate::graph::EntityId;
use crate::lexicon::Classes;
use crate::ontology::{EntityKind, Gender, MentionForm};
use crate::token::TokenSpan;

/// Whom definite descriptions stand for.
impl Antecedents<'_> {
    /// «Marc Vialard a été abattu. *L’homme* avait été condamné»: the one of whom the sentences before speak.
    pub fn of_generic(&self, run: TokenSpan) -> Option<EntityId> {
        let (doc, words) = (self.scene.doc(), Words::french());
        let head = run.end().checked_sub(1)?;
        let generic = words.generic.contains(&doc.word(head)) && !is_plural(doc.word(head));
        if !generic || run.len() > 3 || !self.scene.is_definite(run) {
            return None;
        }
        let unnamed =
            self.drafts.iter().rev().take(NEAR).any(|draft| draft.parties.iter().any(|p| p.entity.is_none()));
        let feminine = self.is_feminine(head)?;
        let gender = if feminine { Gender::Feminine } else { Gender::Masculine };
        if unnamed { None } else { self.person_before(run.start(), Some(gender), false) }
    }

    /// The only person to whom the article gives the noun of a definite description.
    pub fn of_description(&self, run: TokenSpan) -> Option<EntityId> {
        let doc = self.scene.doc();
        let definite = doc.is(run.start(), Classes::DETERMINER)
            && matches!(
                doc.form(run.start()).to_lowercase().as_str(),
                "le" | "la" | "l'" | "l’" | "cet" | "ce" | "cette" | "au" | "du"
            );
        if !definite || run.len() < 2 {
            return None;
        }
        let words = Words::french();
        let mut nouns = (run.start() + 1..run.end()).filter(|i| !words.former.contains(&doc.word(*i)));
        let head = nouns.find(|i| doc.is(*i, Classes::ROLE | Classes::HUMAN | Classes::NOUN))?;
        if !doc.is(head, Classes::ROLE | Classes::HUMAN) || is_plural(doc.word(head)) {
            return None;
        }
        let resolved = self.scene.reading().resolved;
        let mut chosen = None;
        for mention in
            resolved.mentions().iter().filter(|m| m.form == MentionForm::Name && m.kind == EntityKind::Person)
        {
            if self.bears(mention.tokens, head) {
                if chosen.is_some_and(|entity| entity != mention.entity) {
                    return None;
                }
                chosen = Some(mention.entity);
            }
        }
        chosen.or_else(|| self.accused(run, head))
    }

    /// Whether the noun at `head` stands beside the name too: before it in its phrase, or as its apposition.
    fn bears(&self, name: TokenSpan, head: usize) -> bool {
        let doc = self.scene.doc();
        let word = doc.word(head);
        if !word.is_known() || name.has(head) {
            return false;
        }
        let sentence = doc.sentence_of(name.start());
        let floor = sentence.start().max(name.start().saturating_sub(8));
        for i in (floor..name.start()).rev() {
            if doc.is(i, Classes::VERB) && !doc.is(i, Classes::NOUN | Classes::ADJECTIVE)
                || matches!(doc.form(i), "." | ";" | ":" | "(" | "«")
            {
                break;
            }
            if doc.word(i) == word && i != head {
                return true;
            }
        }
        if !matches!(doc.form(name.end()), "," | "(" | "est") {
            return false;
        }
        let end = sentence.end().min(name.end() + 8);
        (name.end() + 1..end)
            .take_while(|i| !matches!(doc.form(*i), "," | ")" | "."))
            .any(|i| doc.word(i) == word && i != head)
    }

    /// «le suspect», «l’ancien directeur de la banque»: the single accused of the steps told just before.
    fn accused(&self, run: TokenSpan, head: usize) -> Option<EntityId> {
        let doc = self.scene.doc();
        let words = Words::french();
        let former = (run.start()..head).any(|i| words.former.contains(&doc.word(i)));
        if !former && !words.suspects.contains(&doc.word(head)) {
            return None;
        }
        let mut entity = None;
        for draft in self.drafts.iter().rev().take(3) {
            for party in &draft.parties {
                let person = party.entity.filter(|id| {
                    self.scene.reading().resolved.entity(*id).is_some_and(|e| e.kind == EntityKind::Person)
                });
                if let Some(person) = person {
                    if entity.is_some_and(|known| known != person) {
                        return None;
                    }
                    entity = Some(person);
                }
            }
        }
        entity
    }
}
