use super::definition::{Makes, RuleResult};
use super::diagnostic::Position;
use super::part::RoleId;
use super::pattern::RoleInfo;
use super::reader::Reader;
use super::scan::{Scanned, Sign};
use super::{NameSort, PartId, suggest};

/// Reads what follows `mark`, `link` or `record`: `kind(…)`.
pub(super) fn result(
    reader: &mut Reader<'_, '_, '_, '_>,
    keyword: &str,
    roles: &[RoleInfo],
) -> Option<RuleResult> {
    let (kind, at) = kind_name(reader, keyword)?;
    let result = match keyword {
        "mark" => mark(reader, kind, at, roles),
        "link" => link(reader, kind, at, roles),
        _ => record(reader, kind, at, roles),
    }?;
    match reader.peek() {
        None => Some(result),
        Some(left) => reader.fault(left.at, "this cannot stand behind the result", "the line ends with `)`"),
    }
}

fn example(keyword: &str) -> &'static str {
    match keyword {
        "mark" => "write `mark Kind(role)`",
        "link" => "write `link kind(role, role)`",
        _ => "write `record kind(part = role, part = \"text\")`",
    }
}

fn kind_name<'p>(reader: &mut Reader<'_, 'p, '_, '_>, keyword: &str) -> Option<(&'p str, Position)> {
    if let Some(Scanned { sign: Sign::Word(name), at, .. }) = reader.peek()
        && reader.second() == Some(Sign::Sign('('))
    {
        reader.step();
        reader.step();
        return Some((name, at));
    }
    let at = reader.here();
    reader.fault(at, format!("`{keyword}` needs a kind with its roles in brackets"), example(keyword))
}

fn mark(
    reader: &mut Reader<'_, '_, '_, '_>,
    kind: &str,
    at: Position,
    roles: &[RoleInfo],
) -> Option<RuleResult> {
    let Some(kind) = reader.scope.kind(kind) else { return reader.unknown(NameSort::Kind, kind, at) };
    let (role, _) = role(reader, roles, "mark", true)?;
    close(reader, "mark")?;
    Some(RuleResult { makes: Makes::Mark(kind), values: vec![(PartId(0), role)], constants: Vec::new() })
}

fn link(
    reader: &mut Reader<'_, '_, '_, '_>,
    kind: &str,
    at: Position,
    roles: &[RoleInfo],
) -> Option<RuleResult> {
    let (makes, parts) = parts_of(reader, kind, at)?;
    let mut values = Vec::new();
    let mut last;
    loop {
        let (id, role_at) = role(reader, roles, "link", true)?;
        last = role_at;
        values.push((PartId(values.len() as u16), id));
        if !comma(reader) {
            break;
        }
    }
    close(reader, "link")?;
    if values.len() > parts.len() || values.len() < parts.len().min(2) {
        let (has, given) = (parts.len(), values.len());
        let help = format!("its parts are: {}", parts.join(", "));
        return reader.fault(last, format!("`{kind}` has {has} parts, not {given}"), help);
    }
    Some(RuleResult { makes, values, constants: Vec::new() })
}

fn record(
    reader: &mut Reader<'_, '_, '_, '_>,
    kind: &str,
    at: Position,
    roles: &[RoleInfo],
) -> Option<RuleResult> {
    let (makes, parts) = parts_of(reader, kind, at)?;
    let (mut values, mut constants) = (Vec::new(), Vec::new());
    loop {
        let Some(Scanned { sign: Sign::Word(part), at, .. }) = reader.peek() else {
            let at = reader.here();
            return reader.fault(at, "the name of a part is missing", example("record"));
        };
        let Some(place) = parts.iter().position(|p| p == part) else {
            let help = suggest::help(part, &parts);
            return reader.fault(at, format!("`{kind}` has no part `{part}`"), help);
        };
        reader.step();
        if !reader.take('=') {
            let at = reader.here();
            return reader.fault(at, "`=` is missing", example("record"));
        }
        let place = PartId(place as u16);
        if let Some(Scanned { sign: Sign::Exact(text), .. }) = reader.peek() {
            reader.step();
            constants.push((place, text.to_owned()));
        } else {
            values.push((place, role(reader, roles, "record", false)?.0));
        }
        if !comma(reader) {
            break;
        }
    }
    close(reader, "record")?;
    values.sort_by_key(|(part, _)| *part);
    constants.sort_by_key(|(part, _)| *part);
    Some(RuleResult { makes, values, constants })
}

fn parts_of(reader: &mut Reader<'_, '_, '_, '_>, kind: &str, at: Position) -> Option<(Makes, Vec<String>)> {
    match reader.scope.record(kind) {
        Some(record) => Some((Makes::Record(record.id), record.parts.clone())),
        None => reader.unknown(NameSort::Record, kind, at),
    }
}

fn comma(reader: &mut Reader<'_, '_, '_, '_>) -> bool {
    let found = reader.peek().is_some_and(|s| s.sign == Sign::Mark(","));
    if found {
        reader.step();
    }
    found
}

fn close(reader: &mut Reader<'_, '_, '_, '_>, keyword: &str) -> Option<()> {
    if reader.take(')') {
        return Some(());
    }
    let at = reader.here();
    reader.fault(at, "`)` or `,` is missing", example(keyword))
}

/// A role by its name; where it must be `sure`, one that every match binds.
fn role(
    reader: &mut Reader<'_, '_, '_, '_>,
    roles: &[RoleInfo],
    keyword: &str,
    sure: bool,
) -> Option<(RoleId, Position)> {
    let Some(Scanned { sign: Sign::Word(name), at, .. }) = reader.peek() else {
        let at = reader.here();
        return reader.fault(at, "the name of a role is missing", example(keyword));
    };
    let Some(id) = roles.iter().position(|role| role.name == name) else {
        let known: Vec<String> = roles.iter().map(|role| role.name.clone()).collect();
        let help = if known.is_empty() {
            "bind one in the pattern, `<role:Kind>` or `[role: ...]`, or with a slot line".to_owned()
        } else {
            suggest::help(name, &known)
        };
        return reader.fault(at, format!("the rule has no role or slot `{name}`"), help);
    };
    reader.step();
    if sure && !roles[id].sure {
        let message = format!("`{name}` may find nothing, but `{keyword}` needs it");
        return reader.fault(
            at,
            message,
            "bind it in every alternative, without `?` or `*`; or use `record`",
        );
    }
    Some((id as RoleId, at))
}
