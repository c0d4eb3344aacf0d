use super::scene::LONGEST_TAIL;
use super::{Scene, Words};
use crate::lexicon::Classes;
use crate::token::Mark;

/// How far what stands behind a few words can complete them, and what opens or joins clauses.
impl Scene<'_> {
    /// The end of what can complete the words before `from`: a new clause, or the next step of the affair.
    pub fn tail(&self, from: usize) -> usize {
        let (doc, words) = (self.doc(), Words::french());
        let sentence = doc.sentence_of(from.saturating_sub(1));
        let end = sentence.end().min(from + LONGEST_TAIL);
        let mut at = from;
        let mut joint = None;
        while at < end {
            if let Some(value) = self.value_at(at) {
                at = value.tokens.end().max(at + 1);
                continue;
            }
            if let Some(after) = self.closed(at, end) {
                at = after;
                continue;
            }
            if let Some((name, _)) = self.name_at(at) {
                at = name.end().max(at + 1);
                continue;
            }
            let form = if doc.mark(at) == Mark::Other { "" } else { doc.form(at) };
            if matches!(form, ";" | ":") {
                return at;
            }
            // «arrêté *puis* placé en garde à vue mardi»: what follows is of the next step.
            if words.then.contains(&doc.word(at)) && doc.is(at + 1, Classes::PAST_PARTICIPLE) {
                return at;
            }
            if form == "," || doc.is(at, Classes::COORDINATOR) {
                joint = Some(at);
                // «et placé en détention», «puis écroué»
                let mut next = at + 1;
                while next < at + 3
                    && (doc.is(next, Classes::ADVERB | Classes::COORDINATOR)
                        || words.then.contains(&doc.word(next)))
                {
                    next += 1;
                }
                // «favoritisme et *prise illégale d’intérêts*» goes on with a noun.
                let wrong = || {
                    doc.is(next, Classes::OFFENCE)
                        && doc.find::<crate::lexicon::Offence>(next).is_some_and(|(len, _)| len > 1)
                };
                if doc.is(next, Classes::PAST_PARTICIPLE)
                    && doc.is(next, Classes::JUDICIAL_VERB)
                    && at > from
                    && !wrong()
                {
                    return at;
                }
            }
            let subordinate = self.opens_clause(at)
                && !self.joins(at)
                && !words.then.contains(&doc.word(at))
                && words.preposition(doc.word(at)).is_none();
            if subordinate && at > from && !doc.is(at, Classes::DETERMINER) {
                return at;
            }
            if self.is_finite(at) {
                // «L’enquête pour corruption *et recel* suit son cours»
                let wrong = |joint: &usize| {
                    let next = joint + 1 + usize::from(words.preposition(doc.word(joint + 1)).is_some());
                    doc.is(*joint, Classes::COORDINATOR) && doc.is(next, Classes::OFFENCE)
                };
                return joint.filter(|joint| !wrong(joint)).unwrap_or(at);
            }
            at += 1;
        }
        end
    }

    /// How far offences can be told where the next step of the affair follows at once («mis en examen et écroué pour
    /// meurtre»): behind that one.
    pub fn offence_tail(&self, from: usize) -> Option<usize> {
        let doc = self.doc();
        let next = from + 1;
        let shared = doc.is(from, Classes::COORDINATOR)
            && doc.is(next, Classes::PAST_PARTICIPLE)
            && doc.is(next, Classes::JUDICIAL_VERB);
        shared.then(|| self.tail(next + 1))
    }

    /// Whether the word joins rather than subordinates: «ainsi *que*», «de même *que*», «*dont* deux mineurs».
    pub fn joins(&self, at: usize) -> bool {
        let (doc, words) = (self.doc(), Words::french());
        let counted = |i: usize| doc.counts(i);
        words.que.contains(&doc.word(at))
            && at > 1
            && (words.likewise.contains(&doc.word(at - 1))
                // «en *tant que* personne morale»
                || doc.form(at - 1) == "tant" && doc.form(at - 2) == "en")
            || doc.word(at) == words.dont && counted(at + 1)
            || self.names_some(at)
    }

    /// «Sept membres, *dont son chef*, ont été arrêtés», «cent manifestants, *parmi lesquels X*, …»: no verb up to the comma.
    fn names_some(&self, at: usize) -> bool {
        const LONGEST: usize = 12;
        let doc = self.doc();
        if doc.word(at) != Words::french().dont && doc.form(at.saturating_sub(1)) != "parmi" {
            return false;
        }
        let end = doc.sentence_of(at).end().min(at + LONGEST);
        let stop = (at + 1..end).find(|i| doc.form(*i) == "," || self.is_finite(*i));
        stop.is_some_and(|i| doc.form(i) == ",")
    }

    /// Whether the word opens a clause of its own: «qui», «dont», «lorsque»; «s’» does only where it stands for «si».
    pub fn opens_clause(&self, at: usize) -> bool {
        let doc = self.doc();
        doc.is(at, Classes::RELATIVE)
            || doc.is(at, Classes::SUBORDINATOR)
                && !(matches!(doc.form(at), "s'" | "s’") && !matches!(doc.form(at + 1), "il" | "ils"))
    }
}
