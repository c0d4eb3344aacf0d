use super::definition::Definition;
use super::diagnostic::{Faults, Position};
use super::page::{Desk, Item, Line, Page, Piece};
use super::part::{PartKind, Set, Test};
use super::pattern::{PatternReader, Roles};
use super::read_rule::read_rule;
use super::reader::Reader;
use super::scan::{Sign, scan};
use super::scope::Scope;
use super::suggest;

/// Most rules of all pages together.
const MOST_RULES: usize = 20_000;

/// Reads all pages: rules come back, what they name is in the scope, mistakes are among the faults.
pub(super) fn read_pages(pages: &[Page<'_>], scope: &mut Scope<'_>, faults: &mut Faults) -> Vec<Definition> {
    let mut rules = Vec::new();
    for (number, page) in pages.iter().enumerate() {
        let mut desk = Desk::new(*page, faults);
        for item in desk.read() {
            match item.head.key.text {
                "rule" if rules.len() < MOST_RULES => {
                    rules.extend(read_rule(&item, number, &mut desk, scope));
                }
                "rule" => {
                    desk.fault(item.head.key.position(), "there are too many rules", "at most 20,000");
                    break;
                }
                "set" => read_set(&item, &mut desk, scope),
                "phrase" => read_phrase(&item, &mut desk, scope),
                "kind" => read_kind(&item, &mut desk, scope),
                other => {
                    let help = match suggest::nearest(other, ["rule", "set", "phrase", "kind"]) {
                        Some(meant) => format!("did you mean `{meant}`?"),
                        None => "in the first column stands `rule`, `set`, `phrase` or `kind`; the lines of a rule are indented".to_owned(),
                    };
                    desk.fault(item.head.key.position(), format!("`{other}` opens nothing"), help);
                }
            }
        }
    }
    rules
}

/// Where a mistake at the end of a line is shown.
pub(super) fn end_of(line: &Line<'_>) -> Position {
    let last: &Piece<'_> = line.content.last().unwrap_or(&line.key);
    let position = last.position();
    Position { column: position.column + position.width, width: 1, ..position }
}

/// Whether a name may be given to a rule, set, phrase, kind or slot.
pub(super) fn is_name(name: &str) -> bool {
    name.chars().next().is_some_and(char::is_alphabetic)
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
        && name.len() <= 100
}

/// The name behind a keyword and the rest of the content behind it.
pub(super) fn named<'p>(line: &Line<'p>, desk: &mut Desk<'p, '_>) -> Option<(Piece<'p>, Vec<Piece<'p>>)> {
    let mut content = line.content.clone();
    let Some(first) = content.first_mut() else {
        let message = format!("`{}` needs a name", line.key.text);
        desk.fault(end_of(line), message, "letters, digits, `_`, `-`, `.`; the first a letter");
        return None;
    };
    let end =
        first.text.find(|c: char| c.is_whitespace() || c == '=' || c == '(').unwrap_or(first.text.len());
    let name = Piece { text: &first.text[..end], ..*first };
    if !is_name(name.text) {
        let message = format!("`{}` is no name", name.text);
        desk.fault(name.position(), message, "letters, digits, `_`, `-`, `.`; the first a letter");
        return None;
    }
    first.column += name.text.chars().count() as u32;
    first.text = &first.text[end..];
    Some((name, content))
}

/// Notes that the name is defined here, unless it was defined before.
pub(super) fn define(
    what: &str,
    name: Piece<'_>,
    desk: &mut Desk<'_, '_>,
    scope: &mut Scope<'_>,
) -> Option<()> {
    let page = desk.page.name;
    let key = if what == "rule" { format!("rule {}", name.text) } else { name.text.to_owned() };
    let Some((page, line)) = scope.define(&key, page, name.position()) else { return Some(()) };
    let message = format!("the name `{}` is taken", name.text);
    desk.fault(name.position(), message, format!("it was defined at {page}:{line}"));
    None
}

/// The name of a `set` or `phrase` line, and its content behind `=`.
fn equation<'p>(
    item: &Item<'p>,
    desk: &mut Desk<'p, '_>,
    scope: &mut Scope<'_>,
) -> Option<(Piece<'p>, Vec<Piece<'p>>)> {
    let (name, mut content) = named(&item.head, desk)?;
    let equals = content.first_mut().and_then(|first| {
        let text = first.text.trim_start();
        let rest = text.strip_prefix('=')?;
        first.column += (first.text.len() - rest.len()) as u32;
        first.text = rest;
        Some(())
    });
    if equals.is_none() {
        let keyword = item.head.key.text;
        let at = content.first().map_or(name.position(), Piece::position);
        desk.fault(
            Position { width: 1, ..at },
            "`=` is missing",
            format!("write `{keyword} {} = ...`", name.text),
        );
        return None;
    }
    if let Some(known) = scope.vocabulary.set(name.text) {
        let _ = known;
        desk.fault(
            name.position(),
            format!("`@{}` is a set of the language", name.text),
            "choose another name",
        );
        return None;
    }
    define(item.head.key.text, name, desk, scope)?;
    Some((name, content))
}

fn read_set<'p>(item: &Item<'p>, desk: &mut Desk<'p, '_>, scope: &mut Scope<'_>) {
    let Some((name, content)) = equation(item, desk, scope) else { return };
    let signs = scan(&content, desk);
    let mut set = Set::default();
    let longer = "for longer ones write `phrase NAME = (a b | c)`";
    for i in 0..signs.len() {
        if let Sign::Sign('(' | ')' | '[' | ']' | '|' | '?' | '+' | '*') = signs[i].sign {
            desk.fault(signs[i].at, "an item of a set is one token", longer);
            break;
        }
        // Each item is read as a pattern of its own: a sign that takes a name goes with it.
        let joined = signs.get(i + 1).is_some_and(|s| s.tight);
        let takes_name = |sign| matches!(sign, Sign::Sign('~' | '@'));
        if i > 0 && takes_name(signs[i - 1].sign) && signs[i].tight {
            continue;
        }
        let end = if joined && takes_name(signs[i].sign) { i + 2 } else { i + 1 };
        let reader = Reader::new(&signs[i..end], signs[i].at, desk, scope);
        let part = PatternReader::new(reader, Roles::Forbidden("a set")).read();
        let Some((part, _)) = part else { continue };
        match part.kind {
            PartKind::Token(test) => add(&mut set, test, scope),
            _ => desk.fault(part.at, "an item of a set is one token", longer),
        }
    }
    if signs.is_empty() {
        desk.fault(end_of(&item.head), "the set is empty", "write words, ~lemmas or other @sets behind `=`");
    }
    scope.add_set(name.text, set);
}

fn add(set: &mut Set, test: Test, scope: &Scope<'_>) {
    match test {
        Test::Word(word) => set.words.push(word),
        Test::Form(form) => set.forms.push(form),
        Test::Exact(letters, word) => set.exact.push((letters, word)),
        Test::Lemma(lemma) => set.lemmas.push(lemma),
        Test::Class(classes) => set.classes = set.classes | classes,
        Test::Shape(shape) => set.shapes.push(shape),
        Test::Set(id) => {
            if let Some(other) = scope.sets.get(id as usize) {
                set.add(other);
            }
        }
    }
}

fn read_phrase<'p>(item: &Item<'p>, desk: &mut Desk<'p, '_>, scope: &mut Scope<'_>) {
    let Some((name, content)) = equation(item, desk, scope) else { return };
    let signs = scan(&content, desk);
    let reader = Reader::new(&signs, end_of(&item.head), desk, scope);
    let part = PatternReader::new(reader, Roles::Forbidden("a phrase")).read();
    if let Some((part, _)) = part {
        scope.add_phrase(name.text, part);
    }
}

/// `kind Name` or `kind name(part, part)`.
fn read_kind<'p>(item: &Item<'p>, desk: &mut Desk<'p, '_>, scope: &mut Scope<'_>) {
    let Some((name, content)) = named(&item.head, desk) else { return };
    let known = scope.kind(name.text).is_some() || scope.vocabulary.record(name.text).is_some();
    if known {
        desk.fault(
            name.position(),
            format!("`{}` is a kind of the language", name.text),
            "choose another name",
        );
        return;
    }
    if define("kind", name, desk, scope).is_none() {
        return;
    }
    let rest: String = content.iter().map(|piece| piece.text).collect::<Vec<_>>().join(" ");
    let rest = rest.split(" #").next().unwrap_or_default().trim();
    if rest.is_empty() {
        if name.text.starts_with(char::is_uppercase) {
            scope.add_kind(name.text);
        } else {
            desk.fault(
                name.position(),
                "a kind of mention begins with a capital",
                "or name its parts: `kind name(part, part)`",
            );
        }
        return;
    }
    let inside = rest.strip_prefix('(').and_then(|r| r.strip_suffix(')'));
    let parts: Vec<String> =
        inside.unwrap_or_default().split(',').map(|part| part.trim().to_owned()).collect();
    if parts.iter().all(|part| is_name(part)) {
        scope.add_record(name.text, parts);
    } else {
        desk.fault(
            end_of(&item.head),
            "the parts of the kind are not well written",
            "write `kind name(part, part)`",
        );
    }
}
