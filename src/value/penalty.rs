use super::length::Length;
use super::lists::Lists;
use super::reader::Reader;
use super::term::Period;
use super::value::{Money, Penalty};
use crate::lexicon::Classes;

/// The text names no length.
const OPEN: &str = "unspecified";
const LIFE: &str = "life";

/// What the words after a length make of it.
enum Sort {
    Imprisonment,
    Suspended,
    Ineligibility,
    Ban,
    Service,
}

impl Reader<'_, '_> {
    /// What a length of time that ends at `end` is a penalty of: «cinq ans de prison dont deux avec sursis»,
    /// «dix-huit mois ferme», «trois ans d'inéligibilité»; with one past its last token.
    pub(super) fn term_of(&self, length: Length, end: usize) -> Option<(Penalty, usize)> {
        let glue = &self.vocabulary.glue;
        let period = self.period(end.saturating_sub(1)).unwrap_or(Period::Year);
        let text = Some(length.to_string());
        let joined = self.any(end, &[glue.de, glue.d]);
        let mut penalty = Penalty::default();
        let (sort, mut at) = match if joined { self.sort(end + 1) } else { None } {
            Some(found) => found,
            None if joined => return None,
            None => (Sort::Imprisonment, end),
        };
        match sort {
            Sort::Ineligibility => penalty.ineligibility = text,
            Sort::Ban => penalty.ban = text,
            Sort::Service => penalty.community_service = text,
            Sort::Suspended => {
                penalty.suspended.clone_from(&text);
                penalty.imprisonment = text;
            }
            Sort::Imprisonment => {
                penalty.imprisonment = text;
                let plain = at;
                at = self.manner(at, &length.to_string(), &mut penalty);
                at = self.part_of_term(at, length, period, &mut penalty);
                // «deux ans» alone is no penalty yet.
                if !joined && at == plain {
                    return None;
                }
            }
        }
        Some((penalty, at))
    }

    /// «prison», «réclusion criminelle», «inéligibilité», «travail d'intérêt général» …
    fn sort(&self, at: usize) -> Option<(Sort, usize)> {
        let glue = &self.vocabulary.glue;
        if let Some(end) = self.prison(at) {
            return Some((Sort::Imprisonment, end));
        }
        if let Some(end) = self.suspended(at - 1) {
            return Some((Sort::Suspended, end));
        }
        if self.at(at, glue.ineligibilite) {
            return Some((Sort::Ineligibility, at + 1));
        }
        if self.at(at, glue.suspension) {
            return Some((Sort::Ban, at + 1));
        }
        if self.at(at, glue.interdiction) {
            return Some((Sort::Ban, self.complement(at + 1)));
        }
        let service = self.any(at, &[glue.travail, glue.travaux])
            && self.at(at + 1, glue.d)
            && self.at(at + 2, glue.interet)
            && self.doc.form(at + 3).starts_with("généra");
        if service {
            return Some((Sort::Service, at + 4));
        }
        (self.doc.form(at) == "TIG").then_some((Sort::Service, at + 1))
    }

    /// A word for prison at `at`, and one past its phrase.
    fn prison(&self, at: usize) -> Option<usize> {
        let glue = &self.vocabulary.glue;
        if self.any(at, &[glue.reclusion, glue.detention]) {
            let criminal = self.at(at + 1, glue.criminelle);
            // «détention provisoire» is no penalty.
            let other = self.at(at, glue.detention) && !criminal && self.doc.is(at + 1, Classes::ADJECTIVE);
            return (!other).then_some(at + 1 + usize::from(criminal));
        }
        if self.any(at, &[glue.prison, glue.emprisonnement, glue.bagne]) {
            return Some(at + 1);
        }
        if self.at(at, glue.travaux) && self.at(at + 1, glue.forces) {
            return Some(at + 2);
        }
        if self.at(at, glue.camp) {
            let labour = self.at(at + 1, glue.de) && self.at(at + 2, glue.travail);
            return Some(if labour { at + 3 } else { at + 1 });
        }
        None
    }

    /// «ferme», «avec sursis (probatoire)», «assorti du sursis».
    fn manner(&self, at: usize, length: &str, penalty: &mut Penalty) -> usize {
        let glue = &self.vocabulary.glue;
        if self.any(at, &[glue.ferme, glue.fermes]) {
            return at + 1;
        }
        match self.suspended(at) {
            Some(end) => {
                penalty.suspended = Some(length.to_owned());
                end
            }
            None => at,
        }
    }

    /// One past «avec sursis», «de sursis», «assortis du sursis», «intégralement assortie d'un sursis».
    fn suspended(&self, at: usize) -> Option<usize> {
        let glue = &self.vocabulary.glue;
        let verb = at + usize::from(self.doc.form(at).ends_with("ment"));
        let end = if self.any(at, &[glue.avec, glue.de]) && self.at(at + 1, glue.sursis) {
            at + 2
        } else if self.doc.form(verb).starts_with("assorti") {
            let article = verb + 1 + usize::from(self.any(verb + 1, &[glue.d]));
            if !self.any(article, &[glue.du, glue.un, glue.de]) || !self.at(article + 1, glue.sursis) {
                return None;
            }
            article + 2
        } else {
            return None;
        };
        if self.any(end, &[glue.probatoire, glue.simple]) {
            return Some(end + 1);
        }
        let trial = self.any(end, &[glue.avec, glue.et])
            && self.at(end + 1, glue.mise)
            && self.at(end + 2, glue.a)
            && self.at(end + 3, glue.l)
            && self.at(end + 4, glue.epreuve);
        Some(if trial { end + 5 } else { end })
    }

    /// «dont deux avec sursis», «dont un an ferme».
    fn part_of_term(&self, at: usize, whole: Length, period: Period, penalty: &mut Penalty) -> usize {
        let glue = &self.vocabulary.glue;
        let from = at + usize::from(self.doc.form(at) == ",");
        if !self.at(from, glue.dont) {
            return at;
        }
        if self.at(from + 1, glue.la) && self.at(from + 2, glue.moitie) {
            let Some(end) =
                self.suspended(from + 3).or(self.any(from + 3, &[glue.ferme]).then_some(from + 4))
            else {
                return at;
            };
            penalty.suspended = whole.half().map(|half| half.to_string());
            return end;
        }
        let Some(number) = self.numeral(from + 1) else { return at };
        let (period, mut end) = match self.period(number.end) {
            Some(period) => (period, number.end + 1),
            None => (period, number.end),
        };
        let Some(part) = Length::of(number.value, period) else { return at };
        if self.any(end, &[glue.de, glue.d]) {
            end = self.prison(end + 1).unwrap_or(end);
        }
        if self.any(end, &[glue.ferme, glue.fermes]) {
            penalty.suspended = whole.minus(part).map(|rest| rest.to_string());
            return end + 1;
        }
        match self.suspended(end) {
            Some(end) => {
                penalty.suspended = Some(part.to_string());
                end
            }
            None => at,
        }
    }

    /// A fine whose amount stands at `start..end`: «10.000 euros d'amende», «amende de 4 000 €».
    pub(super) fn fine(
        &self,
        start: usize,
        end: usize,
        floor: usize,
        money: &Money,
    ) -> Option<(Penalty, usize, usize)> {
        let glue = &self.vocabulary.glue;
        let penalty = || Penalty { fine: Some(money.clone()), ..Penalty::default() };
        if self.any(end, &[glue.de, glue.d]) && self.any(end + 1, &[glue.amende, glue.amendes]) {
            let after = end + 2;
            let end = self.suspended(after).unwrap_or(after + usize::from(self.any(after, &[glue.ferme])));
            return Some((penalty(), start, end));
        }
        if self.after(start, &[glue.de, glue.d]) {
            let noun = start.checked_sub(2)?;
            let noun = if self.doc.is(noun, Classes::ADJECTIVE) && !self.any(noun, &[glue.amende]) {
                noun.checked_sub(1)?
            } else {
                noun
            };
            if noun >= floor && self.any(noun, &[glue.amende, glue.amendes]) {
                return Some((penalty(), noun, end));
            }
        }
        None
    }

    /// «deux matchs de suspension»; `end` is one past the number.
    pub(super) fn matches(&self, count: &str, end: usize) -> Option<(Penalty, usize)> {
        let glue = &self.vocabulary.glue;
        let banned = self.any(end, &[glue.match_, glue.matchs, glue.matches])
            && self.at(end + 1, glue.de)
            && self.at(end + 2, glue.suspension);
        if !banned {
            return None;
        }
        let end = end + 3;
        let end = end + usize::from(self.any(end, &[glue.ferme, glue.fermes]));
        Some((Penalty { ban: Some(format!("{count} matches")), ..Penalty::default() }, end))
    }

    /// A penalty that begins with its own word: «perpétuité», «prison à vie», «peine capitale», «interdiction
    /// définitive du territoire»; with one past its last token.
    pub(super) fn penalty_word(&self, at: usize) -> Option<(Penalty, usize)> {
        let glue = &self.vocabulary.glue;
        if self.at(at, glue.perpetuite) {
            return Some((imprisonment(LIFE), at + 1));
        }
        if self.at(at, glue.mort) {
            let verb = at.checked_sub(2)?;
            let sentenced = self.after(at, &[glue.a]) && self.doc.form(verb).starts_with("condamn");
            return sentenced.then(|| (death(), at + 1));
        }
        if let Some(end) = self.prison(at) {
            return self.prison_term(end);
        }
        if self.any(at, &[glue.peine, glue.peines]) {
            if self.at(at + 1, glue.capitale) {
                return Some((death(), at + 2));
            }
            if !self.any(at + 1, &[glue.de, glue.d]) {
                return None;
            }
            if self.at(at + 2, glue.mort) {
                return Some((death(), at + 3));
            }
            if self.at(at + 2, glue.ineligibilite) {
                let (length, end) = self.length_after(at + 3);
                return Some((Penalty { ineligibility: length, ..Penalty::default() }, end));
            }
            let end = self.prison(at + 2)?;
            return self.prison_term(end).or_else(|| {
                let (length, end) = self.length_after(end);
                Some((Penalty { imprisonment: length, ..Penalty::default() }, end))
            });
        }
        if self.at(at, glue.interdiction) {
            let definite = self.at(at + 1, glue.definitive);
            let from = at + 1 + usize::from(definite);
            let known = self.any(from, &[glue.du, glue.de, glue.d])
                && Lists::french().bans.contains(&self.doc.word(from + 1));
            if !definite && !known {
                return None;
            }
            let (length, end) = self.length_after(self.complement(from));
            let ban = if definite { Some(LIFE.to_owned()) } else { length };
            return Some((Penalty { ban, ..Penalty::default() }, end));
        }
        None
    }

    /// What follows a word for prison that no length stands before: «à vie», «à perpétuité», «ferme», «avec sursis».
    fn prison_term(&self, end: usize) -> Option<(Penalty, usize)> {
        let glue = &self.vocabulary.glue;
        if self.at(end, glue.a) && self.any(end + 1, &[glue.vie, glue.perpetuite]) {
            return Some((imprisonment(LIFE), end + 2));
        }
        let mut penalty = imprisonment(OPEN);
        let after = self.manner(end, OPEN, &mut penalty);
        (after > end).then_some((penalty, after))
    }

    /// «de cinq ans», «pendant deux ans» after a penalty, and one past it.
    fn length_after(&self, at: usize) -> (Option<String>, usize) {
        let glue = &self.vocabulary.glue;
        let open = (Some(OPEN.to_owned()), at);
        if !self.any(at, &[glue.de, glue.d, glue.pendant, glue.pour]) {
            return open;
        }
        let Some(number) = self.numeral(at + 1) else { return open };
        match self.period(number.end).and_then(|period| Length::of(number.value, period)) {
            Some(length) => (Some(length.to_string()), number.end + 1),
            None => open,
        }
    }

    /// One past the complement of «interdiction»: «d'exercer toute fonction publique», «du territoire français».
    fn complement(&self, at: usize) -> usize {
        let glue = &self.vocabulary.glue;
        let mut at = at;
        if self.doc.is(at, Classes::ADJECTIVE) && !self.doc.is(at, Classes::PREPOSITION) {
            at += 1;
        }
        if !self.any(at, &[glue.de, glue.d, glue.du])
            || self.numeral(at + 1).is_some_and(|number| !number.article)
        {
            return at;
        }
        let mut end = at;
        for next in at..at + LONGEST_COMPLEMENT {
            let small = self
                .any(next, &[glue.de, glue.d, glue.du, glue.des, glue.la, glue.le, glue.l, glue.les])
                || self.doc.is(next, Classes::DETERMINER);
            if small {
                continue;
            }
            let goes_on = self.doc.is(next, Classes::NOUN.with(Classes::ADJECTIVE).with(Classes::INFINITIVE))
                && !self.doc.is(next, Classes::PREPOSITION.with(Classes::COORDINATOR).with(Classes::PRONOUN));
            if !goes_on {
                break;
            }
            end = next + 1;
        }
        end
    }
}

/// The complement of a ban has no more tokens.
const LONGEST_COMPLEMENT: usize = 8;

fn imprisonment(length: &str) -> Penalty {
    Penalty { imprisonment: Some(length.to_owned()), ..Penalty::default() }
}

fn death() -> Penalty {
    Penalty { death: true, ..Penalty::default() }
}
