//! Who does what to whom: the questions that a rule asks of verbs and nouns.

use super::key::Words;
use super::{ClauseId, PhraseId, Syntax, VerbId};
use crate::lexicon::WordId;

impl Syntax {
    /// The phrase in apposition, in either direction: «X, *président de Y*, …», «le président de Y, *X*, …».
    pub fn apposition(&self, phrase: PhraseId) -> Option<PhraseId> {
        self.phrase(phrase)?.apposed
    }

    /// The relative clause said of the phrase.
    pub fn relative(&self, phrase: PhraseId) -> Option<ClauseId> {
        self.phrase(phrase)?.relative
    }

    /// What stands in brackets right after the (maximal) phrase.
    pub fn parenthesis(&self, phrase: PhraseId) -> Option<ClauseId> {
        self.phrase(phrase)?.brackets
    }

    /// Who or what the verb is said of. The first member of a coordination; a relative pronoun is
    /// replaced by its antecedent.
    pub fn subject(&self, verb: VerbId) -> Option<PhraseId> {
        self.verb(verb)?.subject
    }

    /// The direct object: a phrase without preposition after an active verb; for «que» its antecedent.
    pub fn object(&self, verb: VerbId) -> Option<PhraseId> {
        self.verb(verb)?.object
    }

    /// The phrases with a preposition that may complete the verb, in order: from the verb to the next
    /// one of its clause. What hangs on a noun between («de Paris» in «par le tribunal de Paris») is left out.
    pub fn complements(&self, verb: VerbId) -> impl Iterator<Item = (WordId, PhraseId)> + '_ {
        let (start, end, clause) = self.verb(verb).map_or((0, 0, ClauseId(0)), |group| {
            let start = group.span.end();
            let end = self.clause(group.clause).map_or(start, |c| c.span.end());
            // The next verb of the same clause takes what comes after it.
            let next = self.verbs()[verb.index() + 1..]
                .iter()
                .take_while(|v| v.span.start() < end)
                .find(|v| v.clause == group.clause)
                .map_or(end, |v| v.span.start());
            (start, next, group.clause)
        });
        let first = self.phrases().partition_point(|p| p.span.start() < start);
        self.phrases()[first..]
            .iter()
            .enumerate()
            .take_while(move |(_, p)| p.span.start() < end)
            .filter(move |(_, p)| {
                p.is_governed()
                    && !p.nested
                    && p.outset() >= start
                    && self.clause_at(p.span.start()) == Some(clause)
            })
            .map(move |(at, p)| (p.prep, PhraseId((first + at) as u32)))
    }

    /// Who does what a passive says: its complement with «par».
    pub fn agent(&self, verb: VerbId) -> Option<PhraseId> {
        let group = self.verb(verb)?;
        if !group.is_passive() && !group.causative {
            return None;
        }
        let par = Words::get().par;
        self.complements(verb).find(|(prep, _)| *prep == par).map(|(_, phrase)| phrase)
    }

    /// The phrases with a preposition that may complete the noun, in order: «la condamnation *de X à
    /// trois ans pour fraude*». They follow each other without verb or mark between.
    pub fn complements_of_noun(&self, phrase: PhraseId) -> impl Iterator<Item = (WordId, PhraseId)> + '_ {
        let first = phrase.index() + 1;
        let de = Words::get().de;
        let mut edge = self.phrase(phrase).map_or(0, |p| p.span.end());
        let mut reach = 0;
        self.phrases()
            .get(first..)
            .unwrap_or_default()
            .iter()
            .enumerate()
            .map_while(move |(at, p)| {
                let touches = p.outset() == edge
                    || p.outset() < edge + 2
                        && self.verb_at(edge).is_none()
                        && self.tag(edge).is_adjectival();
                if !touches || !p.is_governed() && p.joined.is_none() {
                    return None;
                }
                edge = p.span.end();
                let nested = at > 0 && p.prep == de && p.outset() < reach;
                reach = reach.max(p.reach as usize);
                Some((!nested && p.is_governed()).then_some((p.prep, PhraseId((first + at) as u32))))
            })
            .flatten()
    }

    /// The que-clause (or si-clause) that is the content of the verb.
    pub fn completive(&self, verb: VerbId) -> Option<ClauseId> {
        self.verb(verb)?.completive
    }

    /// The infinitive that completes the verb, bare or with «de» or «à»: «accuse X d’*avoir volé*».
    pub fn infinitive_complement(&self, verb: VerbId) -> Option<VerbId> {
        self.verb(verb)?.infinitive
    }

    /// The members of the coordination that the phrase belongs to, in order, itself included.
    pub fn coordination(&self, phrase: PhraseId) -> impl Iterator<Item = PhraseId> + '_ {
        // Members stand within a few phrases of each other; more than this is a table, not a sentence.
        const MOST: usize = 40;
        const FARTHEST: usize = 12;
        let mut first = phrase;
        for _ in 0..MOST {
            match self.phrase(first).and_then(|p| p.joined) {
                Some(before) => first = before,
                None => break,
            }
        }
        let mut member = first;
        let rest = std::iter::from_fn(move || {
            let from = member.index() + 1;
            let near = self.phrases().get(from..)?.iter().take(FARTHEST);
            let next = near.into_iter().position(|p| p.joined == Some(member))?;
            member = PhraseId((from + next) as u32);
            Some(member)
        })
        .take(4 * MOST);
        self.phrase(first).map(|_| first).into_iter().chain(rest)
    }
}
