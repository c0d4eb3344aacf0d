use super::NameSort;
use super::definition::{Alternative, Filter, Many, Step};
use super::diagnostic::Position;
use super::part::Test;
use super::pattern::test_of_word;
use super::reader::Reader;
use super::scan::Sign;
use super::scope::Named;

/// Most alternatives of a slot.
const MOST_ALTERNATIVES: usize = 16;
/// Longest chain of arguments (`subject.apposition`).
const LONGEST_PATH: usize = 4;

/// The name of a slot and how many values it takes, from the first word of its line.
pub(super) fn slot_name(key: &str) -> (&str, Many) {
    for (mark, many) in [('?', Many::Maybe), ('+', Many::Some), ('*', Many::Any)] {
        if let Some(name) = key.strip_suffix(mark) {
            return (name, many);
        }
    }
    (key, Many::One)
}

/// Reads `argument | argument.argument[property] : Kind @set !word`.
pub(super) fn alternatives(reader: &mut Reader<'_, '_, '_, '_>) -> Option<Vec<Alternative>> {
    let mut all: Vec<Alternative> = Vec::new();
    let mut filtered = 0;
    loop {
        let (start, at) = (reader.taken(), reader.here());
        if all.len() >= MOST_ALTERNATIVES {
            return reader.fault(at, "the slot has too many alternatives", "at most 16");
        }
        let path = path(reader)?;
        all.push(Alternative { path, filter: Filter::default(), at });
        if reader.take(':') {
            let filter = filter(reader)?;
            for alternative in &mut all[filtered..] {
                alternative.filter = filter.clone();
            }
            filtered = all.len();
        }
        if let Some(last) = all.last_mut() {
            last.at = reader.over(start);
        }
        match reader.peek() {
            None => return Some(all),
            Some(sign) if sign.sign == Sign::Sign('|') => reader.step(),
            Some(sign) => {
                return reader.fault(
                    sign.at,
                    "this cannot stand in a slot",
                    "write `argument | argument : Kind @set`",
                );
            }
        }
    }
}

fn path(reader: &mut Reader<'_, '_, '_, '_>) -> Option<Vec<Step>> {
    let mut steps: Vec<Step> = Vec::new();
    let Some((Sign::Word(names), at)) = reader.peek().map(|s| (s.sign, s.at)) else {
        let at = reader.here();
        return reader.fault(at, "the name of an argument is missing", "for example `subject`");
    };
    reader.step();
    let mut column = at.column;
    for name in names.split('.') {
        let width = name.chars().count() as u32;
        let here = Position { column, width: width.max(1), ..at };
        column += width + 1;
        let Some(argument) = reader.scope.vocabulary.argument(name) else {
            return reader.unknown(NameSort::Argument, name, here);
        };
        steps.push(Step { argument, properties: Vec::new() });
        if steps.len() > LONGEST_PATH {
            return reader.fault(here, "the chain of arguments is too long", "at most four");
        }
    }
    if let Some(bracket) = reader.peek().filter(|s| s.tight && s.sign == Sign::Sign('[')) {
        reader.step();
        let properties = reader.properties(bracket.at)?;
        if let Some(last) = steps.last_mut() {
            last.properties = properties;
        }
    }
    Some(steps)
}

fn filter(reader: &mut Reader<'_, '_, '_, '_>) -> Option<Filter> {
    let mut filter = Filter::default();
    let mut items = 0;
    loop {
        let negative = reader.take('!');
        let Some(sign) = reader.peek().filter(|s| s.sign != Sign::Sign('|')) else {
            if negative {
                let at = reader.here();
                return reader.fault(
                    at,
                    "`!` stands before nothing",
                    "it touches what must not be there: `!@set`",
                );
            }
            break;
        };
        reader.step();
        items += 1;
        let test = match sign.sign {
            Sign::Word("Any") if !negative => continue,
            Sign::Word(name) => {
                if let Some(kind) = reader.scope.kind(name) {
                    let kinds = if negative { &mut filter.no_kinds } else { &mut filter.kinds };
                    kinds.push(kind);
                    continue;
                }
                if name.chars().next().is_some_and(char::is_uppercase) {
                    return reader.unknown(NameSort::Kind, name, sign.at);
                }
                test_of_word(name, reader.scope)
            }
            Sign::Exact(letters) => Test::Exact(letters.to_owned(), reader.scope.vocabulary.word(letters)),
            Sign::Sign('~') => {
                let (name, at) = reader.name('~', sign.at, "~give")?;
                match reader.scope.vocabulary.lemma(name) {
                    Some(lemma) => Test::Lemma(lemma),
                    None => return reader.unknown(NameSort::Lemma, name, at),
                }
            }
            Sign::Sign('@') => {
                let (name, at) = reader.name('@', sign.at, "@name")?;
                match reader.scope.named(name) {
                    Some(Named::Set(id)) => reader.scope.test(id),
                    Some(Named::Phrase(_)) => {
                        return reader.fault(
                            at,
                            format!("`@{name}` is a phrase"),
                            "a filter asks for single tokens: use a `set`",
                        );
                    }
                    None => return reader.unknown(NameSort::Set, name, at),
                }
            }
            _ => {
                return reader.fault(
                    sign.at,
                    "this cannot stand in a filter",
                    "a filter is a row of Kinds, @sets, ~lemmas and words, with `!` if they must not be there",
                );
            }
        };
        if negative { filter.no_tokens.push(test) } else { filter.tokens.push(test) }
    }
    if items == 0 {
        let at = reader.here();
        return reader.fault(
            at,
            "a filter is missing behind `:`",
            "for example `: Person`; `: Any` takes what stands there",
        );
    }
    Some(filter)
}
