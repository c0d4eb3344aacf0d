use greffier::lexicon::{Classes, Tenses};

use super::drafts::{Drafts, Reading};
use super::table::{Source, cell};

/// Reads the common words with their readings.
pub fn read(source: &mut Source, words: &mut Drafts) {
    for row in source.rows("raw/common_words.tsv") {
        let form = cell(&row, 0);
        let mut readings: Vec<Reading> =
            cell(&row, 2).split('|').flat_map(|analysis| readings(form, analysis)).collect();
        readings.sort_by_key(usuality);
        for reading in readings {
            words.add_class(form, class(&reading));
            words.add_reading(form, reading);
        }
    }
    for row in source.rows("data/more_verbs.tsv") {
        conjugate(words, cell(&row, 0), cell(&row, 1));
    }
}

/// Many papers write «soeur» for `sœur`: both spellings are common words, with one lemma and the same classes.
pub fn ligatures(words: &mut Drafts) {
    let with: Vec<String> = words
        .iter()
        .filter(|(form, draft)| draft.is_common() && form.contains('œ'))
        .map(|(form, _)| form.clone())
        .collect();
    for form in with {
        let Some(draft) = words.get(&form).cloned() else { continue };
        let plain = form.replace('œ', "oe");
        words.add_class(&plain, draft.classes);
        for reading in draft.readings {
            words.add_reading(&plain, reading);
        }
    }
}

/// Gives a verb the forms of its model: `twitter` like `quitter`, with `tw` for `qu`.
fn conjugate(words: &mut Drafts, verb: &str, model: &str) {
    if !words.forms(b'V', verb).is_empty() {
        return;
    }
    let common = verb.chars().rev().zip(model.chars().rev()).take_while(|(a, b)| a == b);
    let common: usize = common.map(|(c, _)| c.len_utf8()).sum();
    let (own, others) = (&verb[..verb.len() - common], &model[..model.len() - common]);
    for form in words.forms(b'V', model) {
        let Some(ending) = form.strip_prefix(others) else { continue };
        let readings = words.get(&form).map(|draft| draft.readings.clone()).unwrap_or_default();
        for reading in readings.into_iter().filter(|reading| reading.pos == b'V' && reading.lemma == model) {
            let new = format!("{own}{ending}");
            words.add_class(&new, class(&reading));
            words.add_reading(&new, Reading { lemma: verb.to_owned(), ..reading });
        }
    }
}

/// Usual readings first: auxiliaries, then nouns before verbs, participles before the adjectives made of them.
fn usuality(reading: &Reading) -> u8 {
    let auxiliary =
        matches!(reading.lemma.as_str(), "être" | "avoir" | "faire" | "aller" | "pouvoir" | "dire");
    match reading.pos {
        b'V' if auxiliary => 0,
        b'D' | b'P' | b'C' | b'O' | b'T' | b'M' => 1,
        b'V' if Tenses(reading.tenses).any(Tenses::PAST_PARTICIPLE) => 2,
        b'N' => 3,
        b'A' => 4,
        b'R' => 5,
        b'V' => 6,
        _ => 7,
    }
}

fn class(reading: &Reading) -> Classes {
    let tenses = Tenses(reading.tenses);
    match reading.pos {
        b'N' => Classes::NOUN,
        b'A' => Classes::ADJECTIVE,
        b'R' => Classes::ADVERB,
        b'D' => Classes::DETERMINER,
        b'P' => Classes::PREPOSITION,
        b'O' => Classes::PRONOUN,
        b'M' => Classes::NUMERAL,
        b'V' if tenses.any(Tenses::INFINITIVE) => Classes::INFINITIVE,
        b'V' if tenses.any(Tenses::PRESENT_PARTICIPLE) => Classes::PRESENT_PARTICIPLE,
        b'V' if tenses.any(Tenses::PAST_PARTICIPLE) => Classes::PAST_PARTICIPLE,
        b'V' => Classes::FINITE,
        _ => Classes::EMPTY,
    }
}

/// The readings of `POS;features;lemma`: a participle and a finite form of one cell are two readings.
fn readings(form: &str, analysis: &str) -> Vec<Reading> {
    let mut cells = analysis.split(';');
    let (pos, features, lemma) = (cells.next(), cells.next(), cells.next());
    let pos = pos.and_then(|p| p.bytes().next()).unwrap_or(b'X');
    let features = features.unwrap_or_default();
    let lemma = match lemma {
        Some("=") | None => form,
        Some(lemma) => lemma,
    };
    let make =
        |agreement, persons, tenses| Reading { pos, agreement, persons, tenses, lemma: lemma.to_owned() };
    if pos != b'V' {
        let agreement = features.split(',').fold(0, |all, feature| all | agreement(feature));
        return vec![make(if agreement == 0 { 15 } else { agreement }, 0, 0)];
    }
    let (mut finite, mut others) = ((0, 0, 0), Vec::new());
    for feature in features.split(',') {
        let letters = feature.bytes().take_while(u8::is_ascii_uppercase).count();
        let (tense, rest) = feature.split_at(letters);
        let tenses = tense.bytes().fold(0, |all, letter| all | tense_bit(letter));
        match tense {
            "K" => others.push(make(agreement(rest), 0, tenses)),
            "W" | "G" => others.push(make(15, 0, tenses)),
            // Forms that newspapers do not write (vous déclarâtes, que je déclarasse) only cost room.
            "J" if rest == "2p" => {}
            "J" | "T" | "F"
                if rare(rest, tense) && !matches!(lemma, "être" | "avoir" | "faire" | "aller" | "venir") => {
            }
            _ => {
                finite.0 |= rest.bytes().fold(0, |all, c| all | person_or_number(c) & 12) | 3;
                finite.1 |= rest.bytes().fold(0, |all, c| all | person_or_number(c) >> 4);
                finite.2 |= tenses;
            }
        }
    }
    if finite.2 != 0 {
        others.push(make(finite.0, finite.1, finite.2));
    }
    others
}

/// Simple past of `tu` and `nous`, future of `tu`, past subjunctive of all but the third person singular.
fn rare(rest: &str, tense: &str) -> bool {
    match tense {
        "J" => rest == "1p" || rest == "2s",
        "F" => rest == "2s",
        _ => rest != "3s",
    }
}

fn agreement(feature: &str) -> u8 {
    let bits = feature.bytes().fold(0, |all, letter| {
        all | match letter {
            b'm' => 1,
            b'f' => 2,
            b'e' => 3,
            b's' => 4,
            b'p' => 8,
            b'i' => 12,
            _ => 0,
        }
    });
    if feature.is_empty() { 15 } else { bits }
}

fn person_or_number(letter: u8) -> u8 {
    match letter {
        b'1' => 1 << 4,
        b'2' => 2 << 4,
        b'3' => 4 << 4,
        b's' => 4,
        b'p' => 8,
        _ => 0,
    }
}

fn tense_bit(letter: u8) -> u16 {
    match letter {
        b'W' => Tenses::INFINITIVE.0,
        b'G' => Tenses::PRESENT_PARTICIPLE.0,
        b'K' => Tenses::PAST_PARTICIPLE.0,
        b'P' => Tenses::PRESENT.0,
        b'I' => Tenses::IMPERFECT.0,
        b'J' => Tenses::SIMPLE_PAST.0,
        b'F' => Tenses::FUTURE.0,
        b'C' => Tenses::CONDITIONAL.0,
        b'S' => Tenses::SUBJUNCTIVE.0,
        b'T' => Tenses::PAST_SUBJUNCTIVE.0,
        b'Y' => Tenses::IMPERATIVE.0,
        _ => 0,
    }
}
