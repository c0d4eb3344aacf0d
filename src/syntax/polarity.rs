//! Negation of a verb group, and what it says of its subject or object.

use super::Tag;
use super::key::{Build, Key};
use super::verb::{Mood, VerbGroup};
use super::verbs::Grouper;
use crate::lexicon::Classes;

impl Grouper<'_, '_> {
    /// «ne … pas», «pas» alone, «ne … aucun», «sans»; «ne … que» and a bare «ne» deny nothing.
    pub(super) fn negation(&self, group: &mut VerbGroup, sentence: usize) {
        let mut ne = false;
        for at in group.span.indices() {
            match self.key(at) {
                Key::Ne => ne = true,
                Key::Pas | Key::Plus | Key::Jamais | Key::Point if self.tag(at) == Tag::Negation => {
                    group.negated = true;
                    return;
                }
                Key::Rien => group.negated = true,
                _ => {}
            }
        }
        if group.preposition.is_some_and(|p| self.key(p.index()) == Key::Sans) {
            group.negated = true;
            return;
        }
        let end = group.span.end();
        // «n’est pas», «il n’a condamné personne»: the answer of «ne» stands after the group.
        for at in end..end + 4 {
            match self.key(at) {
                Key::Pas | Key::Jamais | Key::Point if self.tag(at) == Tag::Negation => {
                    group.negated |= ne || at == end;
                    return;
                }
                Key::Plus if self.tag(at) == Tag::Negation => group.negated |= ne,
                Key::Personne | Key::Rien | Key::Aucun | Key::Ni if ne => group.negated = true,
                Key::Que | Key::Comma | Key::Stop => break,
                _ if self.tag(at).is_verb() => break,
                _ => {}
            }
        }
        if !ne || group.negated {
            return;
        }
        let start = group.span.start();
        group.negated = (start.saturating_sub(5).max(sentence)..start)
            .any(|at| matches!(self.key(at), Key::Aucun | Key::Personne | Key::Rien | Key::Ni))
            || group.modal.is_some() && !(end..end + 8).any(|at| self.key(at) == Key::Que);
    }

    /// «reconnu coupable», «est président», «nommé ministre».
    pub(super) fn attribute(&self, group: &mut VerbGroup) {
        let build = self.words.build_of(group.lemma);
        let says = build.is(Build::COPULA) || build.is(Build::JUDGE) && group.mood != Mood::Gerund;
        if !says {
            return;
        }
        let mut at = group.span.end();
        for _ in 0..5 {
            match self.tag(at) {
                Tag::Adverb | Tag::Negation => at += 1,
                Tag::Preposition if self.key(at) == Key::Comme => at += 1,
                _ => break,
            }
        }
        let time = self.doc.is(at, Classes::WEEKDAY.with(Classes::MONTH));
        if matches!(self.tag(at), Tag::Adjective | Tag::Noun | Tag::ParticiplePast) && !time {
            group.attribute = Some(at.into());
        }
    }
}
