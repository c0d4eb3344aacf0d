use greffier::lexicon::Classes;

use super::drafts::Drafts;
use super::table::{Source, cell, parts};

/// Reads months, days, times, currencies and units. Of names of several words the first word gets the class.
pub fn read(source: &mut Source, words: &mut Drafts) {
    for row in source.rows("raw/calendar_money_units.tsv") {
        let class = match cell(&row, 1) {
            "month" => Classes::MONTH,
            "weekday" => Classes::WEEKDAY,
            "season" | "daypart" | "relative_day" | "duration" => Classes::TIME_WORD,
            "currency" | "money" => Classes::CURRENCY,
            "unit" | "cldr_unit" => Classes::UNIT,
            _ => continue,
        };
        // The plural of «mai» is «mais».
        let plural = if class == Classes::MONTH { "" } else { cell(&row, 2) };
        for name in [cell(&row, 0), plural] {
            let name = name.to_lowercase();
            if let Some(first) = name.split(' ').next().filter(|first| is_word(first)) {
                // «livre», «point», «pied» head many currencies and units; the class only says that they may.
                words.add_class(first, class);
            }
        }
        for sign in parts(cell(&row, 4)) {
            let sign = sign.to_lowercase();
            let signs_of_words = matches!(class, Classes::MONTH | Classes::WEEKDAY | Classes::TIME_WORD);
            if !sign.contains(' ') && (signs_of_words || sign.chars().count() > 1 || !sign.is_ascii()) {
                words.add_class(&sign, class);
            }
        }
    }
    for sign in ["$", "£", "€", "¥"] {
        words.add_class(sign, Classes::CURRENCY);
    }
    for unit in ["%", "km", "km/h", "m", "m²", "ha", "kg", "g", "t", "l", "h", "kw", "mw", "km²", "°", "°c"]
    {
        words.add_class(unit, Classes::UNIT);
    }
}

fn is_word(form: &str) -> bool {
    form.chars().count() > 1
        && !matches!(form, "pour" | "à" | "une" | "de" | "la" | "le" | "au" | "par" | "nouveau" | "nouvelle")
}
