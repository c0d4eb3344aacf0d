use super::decimal::Decimal;
use super::digits::Digits;
use super::length::Length;
use super::reader::Reader;
use super::term::{Period, Term};
use super::value::Value;

impl Reader<'_, '_> {
    /// «20h30», «18 h 15», «à 20 heures», «3h du matin», «midi»: the time and one past its last token.
    pub(super) fn clock(&self, start: usize) -> Option<(Value, usize)> {
        let glue = &self.vocabulary.glue;
        if self.any(start, &[glue.midi, glue.minuit]) {
            let at_noon = self.after(
                start,
                &[glue.a, glue.vers, glue.avant, glue.apres, glue.des_que, glue.jusque, glue.entre, glue.et],
            ) && !self.any(start + 1, &[glue.de]);
            let time = if self.at(start, glue.midi) { (12, 0) } else { (0, 0) };
            return at_noon.then(|| (time_value(time.0, time.1), start + 1));
        }
        let (hour, mut minute, mut end, mut sure) = match self.digits(start) {
            Some(Digits::Clock { hour, minute }) => {
                // «18h 15»
                let late = self.minutes(start + 1).filter(|_| minute == 0);
                (hour, late.unwrap_or(minute), start + 1 + usize::from(late.is_some()), true)
            }
            _ => {
                let number = self.numeral(start)?;
                let hour = u8::try_from(number.value.integer()?).ok().filter(|hour| *hour <= 24)?;
                let letter = matches!(self.doc.form(number.end), "h" | "H");
                if !letter && self.term(number.end) != Some(Term::Period(Period::Hour)) {
                    return None;
                }
                (hour, 0, number.end + 1, letter)
            }
        };
        if !matches!(self.digits(start), Some(Digits::Clock { .. })) {
            if let Some(late) = self.minutes(end).filter(|_| self.period(end + 1).is_none()) {
                (minute, end) = (late, end + 1);
                sure = true;
            } else if self.at(end, glue.et) && self.any(end + 1, &[glue.demie, glue.demi]) {
                (minute, end) = (30, end + 2);
            }
        }
        // «en 2h30», «pendant 18 heures» are lengths.
        if self.after(start, &[glue.en, glue.pendant, glue.durant, glue.apres])
            && !(sure && self.after(start, &[glue.apres]))
        {
            return None;
        }
        let hour = match self.part_of_day(end) {
            Some((afternoon, after)) => {
                end = after;
                sure = true;
                if afternoon && hour < 12 { hour + 12 } else { hour }
            }
            None => hour,
        };
        let asked = self.after(start, &[glue.a, glue.vers, glue.des_que, glue.jusque, glue.avant]);
        let spelled = self.digits(start).is_none();
        // «24 heures sur 24», «à deux heures de Paris»
        if self.at(end, glue.sur) || (spelled && self.any(end, &[glue.de, glue.d])) {
            return None;
        }
        (sure || asked).then(|| (time_value(hour, minute), end))
    }

    /// «en 2h30»: what is written as a time and meant as a length.
    pub(super) fn clock_length(&self, at: usize) -> Option<Length> {
        let Some(Digits::Clock { hour, minute }) = self.digits(at) else { return None };
        let number = |count: u8| Decimal::whole(i128::from(count));
        let hours = Length::of(number(hour), Period::Hour)?;
        Some(hours.plus(Length::of(number(minute), Period::Minute)?))
    }

    /// Two digits below sixty.
    fn minutes(&self, index: usize) -> Option<u8> {
        match self.digits(index)? {
            Digits::Plain { value, bare: 2 } => {
                value.integer().and_then(|minute| u8::try_from(minute).ok()).filter(|minute| *minute < 60)
            }
            _ => None,
        }
    }

    /// «du matin», «de l'après-midi», «du soir»: whether it is after noon.
    fn part_of_day(&self, index: usize) -> Option<(bool, usize)> {
        let glue = &self.vocabulary.glue;
        if self.at(index, glue.du) && self.any(index + 1, &[glue.matin, glue.soir]) {
            return Some((self.at(index + 1, glue.soir), index + 2));
        }
        if self.at(index, glue.de)
            && self.at(index + 1, glue.l)
            && self.term(index + 2) == Some(Term::DayPart)
        {
            return Some((true, index + 3));
        }
        None
    }
}

fn time_value(hour: u8, minute: u8) -> Value {
    Value::Time { time: format!("{:02}:{minute:02}", hour % 24) }
}
