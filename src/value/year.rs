use super::day::{named, unnamed};
use super::digits::Digits;
use super::reader::Reader;
use super::term::{Period, Term};
use super::value::ValueMention;
use super::when::When;
use crate::lexicon::Classes;
use crate::token::TokenKind;

impl Reader<'_, '_> {
    /// «mars 2016», «octobre dernier», «fin mars», «en mars».
    pub(super) fn month_date(
        &self,
        start: usize,
        floor: usize,
        out: &mut Vec<ValueMention>,
    ) -> Option<usize> {
        let month = self.month(start)?;
        let glue = &self.vocabulary.glue;
        let (year, end) = self.year_after(start + 1);
        if year.is_some() {
            let when = When { year, month: Some(month), day: None };
            out.push(named(self.first_days(start, floor), end, when.edtf()));
            return Some(end);
        }
        // «Mars» is a god, a planet and a company, «Mai» and «Juin» are surnames.
        if self.is_capital(start) {
            return None;
        }
        let shift = self.shift(start + 1);
        let edge = start > floor && self.term(start - 1) == Some(Term::Edge);
        let asked = edge
            || shift.is_some()
            || self.after(
                start,
                &[
                    glue.en,
                    glue.de,
                    glue.d,
                    glue.depuis,
                    glue.des_que,
                    glue.a,
                    glue.ce,
                    glue.avant,
                    glue.jusque,
                    glue.mois,
                ],
            )
            || self.any(start + 1, &[glue.et]);
        if !asked {
            return None;
        }
        let end = start + 1 + usize::from(shift.is_some());
        let when = When { year: self.year_of(month, None, None, shift), month: Some(month), day: None };
        out.push(unnamed(start - usize::from(edge), end, when.edtf()));
        Some(end)
    }

    /// «mi-avril», with its year or without.
    pub(super) fn middle_of_month(&self, at: usize, out: &mut Vec<ValueMention>) -> Option<usize> {
        let month = self.vocabulary.month(self.doc.form(at).strip_prefix("mi-")?)?;
        let (year, end) = self.year_after(at + 1);
        if year.is_some() {
            out.push(named(at, end, When { year, month: Some(month), day: None }.edtf()));
            return Some(end);
        }
        let shift = self.shift(at + 1);
        let end = end + usize::from(shift.is_some());
        let when = When { year: self.year_of(month, None, None, shift), month: Some(month), day: None };
        out.push(unnamed(at, end, when.edtf()));
        Some(end)
    }

    /// «premiers jours de 2022», «derniers jours de mars 2016»: where the date begins.
    fn first_days(&self, start: usize, floor: usize) -> usize {
        let glue = &self.vocabulary.glue;
        let days = start >= floor + 3
            && self.any(start - 1, &[glue.de, glue.d])
            && self.at(start - 2, glue.jours)
            && self.any(start - 3, &[glue.premiers, glue.derniers]);
        if days { start - 3 } else { start }
    }

    /// A year in digits, with what stands before it as far as `floor`.
    pub(super) fn year_date(&self, start: usize, floor: usize, out: &mut Vec<ValueMention>) -> Option<usize> {
        let glue = &self.vocabulary.glue;
        let digits = self.digits(start)?;
        if let Digits::Years(from, to) = digits {
            let (first, second) = self.halves(start)?;
            let interval = Some(format!("{from:04}/{to:04}"));
            let named_so = !self.ends_name(start);
            let year = |span, year: i32, interval| ValueMention {
                span,
                interval,
                named: named_so,
                ..named(start, start + 1, format!("{year:04}"))
            };
            out.push(year(first, from, interval));
            out.push(year(second, to, None));
            return Some(start + 1);
        }
        let before = |words: &[_]| start > floor && self.after(start, words);
        if before(&[glue.annees]) {
            let decade = match digits {
                Digits::Plain { value, bare: 4 } => value.integer().map(|year| (year, start, true)),
                Digits::Plain { value, bare: 2 } => {
                    value.integer().map(|year| (1900 + year, start - 1, false))
                }
                _ => None,
            };
            let (year, first, is_named) =
                decade.filter(|(year, ..)| year % 10 == 0 && (1000..2100).contains(year))?;
            let mut mention = named(first, start + 1, format!("{}X", year / 10));
            mention.named = is_named;
            out.push(mention);
            return Some(start + 1);
        }
        let year = digits.year()?;
        let asked = before(&[
            glue.en,
            glue.depuis,
            glue.des_que,
            glue.avant,
            glue.apres,
            glue.annee,
            glue.an,
            glue.debut,
            glue.fin,
            glue.entre,
            glue.jusque,
            glue.saison,
        ]) || (start > floor
            && matches!(self.term(start - 1), Some(Term::Season(_) | Term::Edge)));
        if !self.is_year(start, year, asked) {
            return None;
        }
        let edtf = match self.part_of_year(start, floor) {
            Some(part) => format!("{year:04}-{part}"),
            None => format!("{year:04}"),
        };
        let mut mention = named(self.first_days(start, floor), start + 1, edtf);
        mention.named = !self.ends_name(start);
        out.push(mention);
        Some(start + 1)
    }

    /// Whether the year ends the name of an event or a product («Tour de France 2016», «Windows Server 2003»):
    /// right after a capital that no sentence begins with.
    fn ends_name(&self, year: usize) -> bool {
        year.checked_sub(1).is_some_and(|before| {
            self.is_capital(before)
                && !self.begins(before)
                && !matches!(self.term(before), Some(Term::Edge | Term::Season(_)))
                && self.kind(before) == Some(TokenKind::Word)
        })
    }

    /// Whether four digits are a year: those of our time unless they count something, older ones where the words ask for it.
    fn is_year(&self, at: usize, year: i32, asked: bool) -> bool {
        let glue = &self.vocabulary.glue;
        let ours = (1900..=2100).contains(&year);
        if !(1000..=2199).contains(&year) {
            return false;
        }
        // «article 2004», «page 1998», «n° 2005»
        if at > 0
            && (self.any(at - 1, &[glue.page, glue.article, glue.numero, glue.vol, glue.ligne, glue.chambre])
                || self.doc.form(at - 1) == "°")
        {
            return false;
        }
        if asked {
            return true;
        }
        let bracketed = at > 0
            && matches!(self.doc.form(at - 1), "(" | "-" | "–" | "/")
            && matches!(self.doc.form(at + 1), ")" | "-" | "–" | "," | ";" | "/");
        if !ours {
            let joined = self.after(at, &[glue.de, glue.a, glue.et]) && !self.counts(at + 1);
            return (1400..1900).contains(&year) && (bracketed || joined && self.doc.form(at + 1) != ",");
        }
        bracketed || !self.counts(at + 1)
    }

    /// Whether the token is a noun that a number before it would count: «2000 membres», «1900 vieux livres».
    fn counts(&self, at: usize) -> bool {
        let classes = self.doc.classes(at);
        if self.is_capital(at) || classes.any(Classes::FUNCTION) {
            return false;
        }
        self.doc.form(at).ends_with(['s', 'x'])
            && (classes.any(Classes::NOUN)
                || (classes.any(Classes::ADJECTIVE) && self.doc.is(at + 1, Classes::NOUN)))
            && !classes.any(Classes::FINITE.with(Classes::PREPOSITION))
    }

    /// «été», «premier trimestre» before the year: its EDTF code.
    fn part_of_year(&self, year: usize, floor: usize) -> Option<u8> {
        let glue = &self.vocabulary.glue;
        let mut at = year.checked_sub(1)?;
        if self.any(at, &[glue.de, glue.d]) {
            at = at.checked_sub(1)?;
        }
        if at < floor {
            return None;
        }
        match self.term(at)? {
            Term::Season(season) => Some(season),
            Term::Period(Period::Quarter) => self.rank(at).map(|rank| 32 + rank).filter(|code| *code <= 36),
            Term::Period(Period::Semester) => self.rank(at).map(|rank| 39 + rank).filter(|code| *code <= 41),
            _ => None,
        }
    }

    /// «premier», «2e» before the token.
    pub(super) fn rank(&self, at: usize) -> Option<u8> {
        let glue = &self.vocabulary.glue;
        let before = at.checked_sub(1)?;
        if let Some(Digits::Ordinal(rank)) = self.digits(before) {
            return u8::try_from(rank).ok();
        }
        [
            &[glue.premier, glue.premiere][..],
            &[glue.deuxieme, glue.second],
            &[glue.troisieme],
            &[glue.quatrieme],
        ]
        .iter()
        .position(|words| self.any(before, words))
        .map(|rank| rank as u8 + 1)
    }

    /// «XIXe siècle», «19e siècle», «XX e siècle»: `at` is the word «siècle».
    pub(super) fn century(&self, at: usize, floor: usize, out: &mut Vec<ValueMention>) -> Option<usize> {
        if self.period(at) != Some(Period::Century) {
            return None;
        }
        let before = at.checked_sub(1).filter(|before| *before >= floor)?;
        let form = self.doc.form(before);
        let (start, number) = match self.digits(before) {
            Some(Digits::Ordinal(number)) => (before, u8::try_from(number).ok()?),
            Some(_) => return None,
            None if matches!(form, "e" | "ème" | "er") => {
                let start = before.checked_sub(1).filter(|start| *start >= floor)?;
                (start, roman(self.doc.form(start))?)
            }
            None => (
                before,
                roman(form.strip_suffix("ème").or(form.strip_suffix("er")).or(form.strip_suffix('e'))?)?,
            ),
        };
        if !(1..=22).contains(&number) {
            return None;
        }
        out.push(named(start, at + 1, format!("{:02}XX", number - 1)));
        Some(at + 1)
    }
}

/// A Roman number up to 39.
fn roman(text: &str) -> Option<u8> {
    let mut total: u8 = 0;
    let mut before: u8 = 0;
    if text.len() > 7 {
        return None;
    }
    for c in text.chars() {
        let digit = match c {
            'I' => 1,
            'V' => 5,
            'X' => 10,
            _ => return None,
        };
        total = total.checked_add(digit)?;
        if before < digit {
            total = total.checked_sub(2 * before)?;
        }
        before = digit;
    }
    (total > 0).then_some(total)
}
