//! What hangs on a noun: its complements, apposition, brackets.

use super::clause::{Clause, ClauseId, ClauseKind};
use super::key::{Key, Words};
use super::phrase::{Determination, NounPhrase, PhraseId, PhraseKind};
use super::verb::VerbGroup;
use super::{NONE, Tag};
use crate::document::Document;
use crate::lexicon::Classes;

pub(super) struct Binder<'a, 't> {
    pub doc: &'a Document<'t>,
    pub keys: &'a [Key],
    pub tags: &'a [Tag],
    pub words: &'static Words,
    pub verb_of: &'a [u32],
    pub clause_of: &'a [u32],
    pub phrase_of: &'a [u32],
    pub phrases: &'a mut [NounPhrase],
    pub verbs: &'a mut [VerbGroup],
    pub clauses: &'a [Clause],
}

impl Binder<'_, '_> {
    pub fn key(&self, i: usize) -> Key {
        self.keys.get(i).copied().unwrap_or_default()
    }

    pub fn tag(&self, i: usize) -> Tag {
        self.tags.get(i).copied().unwrap_or_default()
    }

    pub fn clause_at(&self, i: usize) -> u32 {
        self.clause_of.get(i).copied().unwrap_or(NONE)
    }

    /// From the last phrase to the first, so that what hangs on a complement is known before its noun.
    pub fn reaches(&mut self) {
        for at in (0..self.phrases.len()).rev() {
            let Some(phrase) = self.phrases.get(at).copied() else { continue };
            if matches!(phrase.kind, PhraseKind::Pronoun) && self.key(phrase.head.index()) != Key::Celui {
                continue;
            }
            let person = phrase.name.is_some()
                && !self.doc.is(phrase.head.index(), Classes::ORGANISATION_HEAD.with(Classes::COURT))
                && !(phrase.kind == PhraseKind::Proper && phrase.determination == Determination::Definite);
            let mut end = phrase.span.end();
            let mut next = at + 1;
            for _ in 0..6 {
                while self.tag(end) == Tag::Adjective
                    && self.verb_of.get(end).is_some_and(|v| *v == NONE)
                    && self.phrase_of.get(end).is_some_and(|p| *p == NONE)
                {
                    end += 1;
                }
                let Some(complement) = self.phrases.get(next).copied().filter(|c| c.outset() == end) else {
                    break;
                };
                if complement.joined.is_some_and(|j| j.index() == at)
                    || !self.hangs(&phrase, &complement, person)
                {
                    break;
                }
                end = complement.reach as usize;
                if let Some(c) = self.phrases.get_mut(next) {
                    c.nested = true;
                }
                // A longer chain of complements is a table, not a sentence.
                for _ in 0..32 {
                    if self.phrases.get(next).is_none_or(|c| c.outset() >= end) {
                        break;
                    }
                    next += 1;
                }
            }
            if !person {
                end = self.participle_reach(at, end);
            }
            if let Some(slot) = self.phrases.get_mut(at) {
                slot.reach = end as u32;
            }
        }
    }

    /// Whether a phrase with a preposition right after a noun is part of its description.
    fn hangs(&self, phrase: &NounPhrase, complement: &NounPhrase, person: bool) -> bool {
        if matches!(phrase.kind, PhraseKind::Date) || complement.prep == crate::lexicon::WordId::UNKNOWN {
            return false;
        }
        let single = complement.preposition.is_some_and(|p| p.index() + 1 >= complement.span.start());
        let offence = self.doc.is(complement.head.index(), Classes::OFFENCE.with(Classes::JUDICIAL_NOUN));
        if complement.prep == self.words.de && single {
            return !person || self.doc.is(phrase.head.index(), Classes::ORGANISATION_HEAD) && !offence;
        }
        // «en fuite», «à la retraite», «en chef»: a short manner without article.
        let en = complement.preposition.is_some_and(|p| self.key(p.index()) == Key::En);
        en && !person
            && complement.determination == Determination::None
            && !matches!(complement.kind, PhraseKind::Date | PhraseKind::Proper)
            && phrase.determination != Determination::None
    }

    /// «soupçonné de fraude» right after the noun is part of it, to the end of its clause.
    fn participle_reach(&self, phrase: usize, end: usize) -> usize {
        let clause = self.clause_at(end);
        let opens = self
            .clauses
            .get(clause as usize)
            .filter(|c| {
                c.kind == ClauseKind::Participial
                    && c.span.start() == end
                    && self.tag(end) != Tag::Preposition
            })
            .filter(|c| c.antecedent == Some(PhraseId(phrase as u32)));
        opens.map_or(end, |c| c.span.end())
    }

    /// Appositions and brackets: a phrase right after the comma or bracket that follows another.
    pub fn appositions(&mut self) {
        // The last phrase without preposition whose whole reach has been read.
        let mut anchor: Option<usize> = None;
        for at in 0..self.phrases.len() {
            let Some(phrase) = self.phrases.get(at).copied() else { continue };
            if let Some(other) = anchor {
                self.pair(other, at, &phrase);
            }
            let covered =
                anchor.and_then(|a| self.phrases.get(a)).is_some_and(|a| phrase.outset() < a.reach as usize);
            let time = matches!(phrase.kind, PhraseKind::Date | PhraseKind::Number) && !phrase.is_governed();
            if !covered && !time && !matches!(phrase.kind, PhraseKind::Pronoun) {
                anchor = Some(at);
            }
        }
    }

    fn pair(&mut self, other: usize, at: usize, phrase: &NounPhrase) {
        let Some(anchor) = self.phrases.get(other).copied() else { return };
        let mark = anchor.reach as usize;
        let outset = phrase.outset();
        if self.key(mark) == Key::OpenBracket
            && let Some(slot) = self.phrases.get_mut(other)
        {
            let clause = self.clause_of.get(mark).copied().unwrap_or(NONE);
            slot.brackets = (clause != NONE).then_some(ClauseId(clause));
            return;
        }
        // «l’organisation « Droits pour tous »»: the name in quotation marks.
        let described = anchor.kind == PhraseKind::Common && anchor.determiner.is_some();
        if self.key(mark) == Key::Open
            && outset == mark + 1
            && phrase.preposition.is_none()
            && described
            && self.clause_at(mark) == self.clause_at(mark.saturating_sub(1))
        {
            self.appose(other, at);
            return;
        }
        if self.key(mark) != Key::Comma
            || phrase.preposition.is_some()
            || phrase.joined.is_some()
            || anchor.joined.is_some() && anchor.preposition.is_some() && phrase.kind == PhraseKind::Proper
        {
            return;
        }
        // «X, *45 ans*, maire de Y»: an age between.
        let aged = outset > mark + 1
            && outset <= mark + 5
            && self.key(outset - 1) == Key::Comma
            && self.phrase_of.get(mark + 1).and_then(|id| self.phrases.get(*id as usize)).is_some_and(|p| {
                matches!(p.kind, PhraseKind::Number | PhraseKind::Date) && p.span.end() + 1 == outset
            });
        if outset != mark + 1 && !aged || self.clause_at(mark) != self.clause_at(outset) {
            return;
        }
        let named = |p: &NounPhrase| p.kind == PhraseKind::Proper || p.name.is_some();
        let described = |p: &NounPhrase| p.kind == PhraseKind::Common && p.name.is_none();
        let pairs = named(&anchor) && described(phrase)
            || described(&anchor) && named(phrase) && anchor.determination != Determination::None;
        let after = phrase.reach as usize;
        let closed = self.tag(after) != Tag::Coordinator || self.key(after) == Key::Mais;
        let list = self.phrases.get(at + 1).is_some_and(|p| {
            p.joined == Some(PhraseId(at as u32)) && self.key(p.outset().saturating_sub(2)) != Key::Comma
        });
        let human = Classes::HUMAN.with(Classes::ROLE).with(Classes::TITLE);
        let head = if described(phrase) { phrase.head } else { anchor.head };
        let fits = self.doc.is(
            head.index(),
            human.with(Classes::ORGANISATION_HEAD).with(Classes::DEMONYM).with(Classes::PLACE_HEAD),
        ) || phrase.determination == Determination::None && described(phrase)
            || matches!(phrase.determination, Determination::Definite | Determination::Indefinite)
                && self.key(after) == Key::Comma;
        if !pairs
            || !closed
            || list
            || !fits
            || phrase.agreement.meet(anchor.agreement).is_none()
                && described(phrase)
                && phrase.determination != Determination::None
        {
            return;
        }
        self.appose(other, at);
    }

    fn appose(&mut self, other: usize, at: usize) {
        if let Some(slot) = self.phrases.get_mut(at) {
            slot.apposed = Some(PhraseId(other as u32));
        }
        if let Some(slot) = self.phrases.get_mut(other) {
            slot.apposed = slot.apposed.or(Some(PhraseId(at as u32)));
        }
    }
}
