use super::definition::{Definition, Example, Guard, Makes, Many, Pattern, RuleResult, Slot};
use super::diagnostic::Position;
use super::page::{Desk, Item, Line};
use super::part::{Part, RoleId};
use super::pattern::{MOST_ROLES, PatternReader, RoleInfo, Roles};
use super::read::{define, end_of, is_name, named};
use super::reader::Reader;
use super::result::result;
use super::scan::scan;
use super::scope::Scope;
use super::slot::{alternatives, slot_name};
use super::suggest;

/// The keywords of the lines of a rule.
const KEYWORDS: [&str; 12] =
    ["doc", "match", "on", "unless", "with", "without", "also", "mark", "link", "record", "yes", "no"];

/// Reads one rule; `None` where it has a mistake, which is then noted.
pub(super) fn read_rule<'p>(
    item: &Item<'p>,
    page: usize,
    desk: &mut Desk<'p, '_>,
    scope: &mut Scope<'_>,
) -> Option<Definition> {
    let before = desk.faults();
    let (name, rest) = named(&item.head, desk)?;
    define("rule", name, desk, scope)?;
    if let Some(piece) =
        rest.iter().find(|piece| !piece.text.trim().is_empty()).filter(|p| !p.text.trim().starts_with('#'))
    {
        desk.fault(
            piece.position(),
            "the line of a rule's name holds more than the name",
            "put it on a line of its own, indented",
        );
    }
    let mut draft = Draft {
        desk,
        scope,
        roles: Vec::new(),
        patterns: Vec::new(),
        unless: Vec::new(),
        slots: Vec::new(),
        guards: Vec::new(),
        examples: Vec::new(),
        arrows: Vec::new(),
        stands: false,
    };
    let (mut doc, mut also, mut makes) = (None, None, None);
    for line in &item.lines {
        match line.key.text {
            "doc" => draft.once(&mut doc, line),
            "also" => draft.once(&mut also, line),
            "mark" | "link" | "record" if makes.is_some() => {
                draft.twice(line, "a rule makes one thing: write a second rule, with `also`");
            }
            "mark" | "link" | "record" => makes = Some(line),
            _ => draft.line(line),
        }
    }
    // What names roles is read when all roles are known, and only then.
    let sound = draft.stands && draft.desk.faults() == before;
    if sound {
        draft.settle();
    }
    let result = makes.filter(|_| sound).and_then(|line| draft.result(line));
    let head = item.head.key.position();
    let at = Position { column: name.column, width: name.position().width, ..head };
    draft.complete(at, doc, makes, result.as_ref());
    let Draft { desk, roles, patterns, unless, slots, guards, examples, .. } = draft;
    if desk.faults() != before {
        return None;
    }
    let doc = doc.map(Line::joined).unwrap_or_default();
    let result = result?;
    let kind = makes.map(kind_of).unwrap_or_default();
    Some(Definition {
        name: name.text.to_owned(),
        page,
        line: name.line,
        doc,
        patterns,
        unless,
        slots,
        guards,
        also: also.is_some(),
        result,
        kind,
        roles,
        examples,
    })
}

/// A rule in the course of being read.
struct Draft<'a, 'p, 'f, 'v> {
    desk: &'a mut Desk<'p, 'f>,
    scope: &'a mut Scope<'v>,
    roles: Vec<RoleInfo>,
    patterns: Vec<Pattern>,
    unless: Vec<Part>,
    slots: Vec<Slot>,
    guards: Vec<Guard>,
    examples: Vec<Example>,
    /// Where the `->` lines stand, in the order of the results of the examples.
    arrows: Vec<Position>,
    /// Whether there is a pattern, be it a wrong one.
    stands: bool,
}

impl<'p> Draft<'_, 'p, '_, '_> {
    fn once<'l>(&mut self, place: &mut Option<&'l Line<'p>>, line: &'l Line<'p>) {
        match place {
            Some(_) => self.twice(line, "it stands once in a rule"),
            None => *place = Some(line),
        }
    }

    fn twice(&mut self, line: &Line<'p>, help: &str) {
        let message = format!("a second `{}`", line.key.text);
        self.desk.fault(line.key.position(), message, help);
    }

    fn line(&mut self, line: &Line<'p>) {
        let key = line.key.text;
        match key {
            "match" | "on" => {
                self.stands = true;
                if let Some((part, bound)) = self.pattern(line, None) {
                    self.patterns.push(Pattern { part, on: key == "on", bound });
                }
            }
            "unless" => {
                let pattern = self.pattern(line, Some("`unless`"));
                self.unless.extend(pattern.map(|(part, _)| part));
            }
            "with" | "without" => {
                let signs = scan(&line.content, self.desk);
                let mut reader = Reader::new(&signs, end_of(line), self.desk, self.scope);
                if let Some(alternatives) = alternatives(&mut reader) {
                    self.guards.push(Guard { wanted: key == "with", alternatives });
                }
            }
            "yes" | "no" | "->" => self.example(line),
            _ => self.slot(line),
        }
    }

    fn pattern(&mut self, line: &Line<'p>, roleless: Option<&'static str>) -> Option<(Part, Vec<RoleId>)> {
        let signs = scan(&line.content, self.desk);
        let reader = Reader::new(&signs, end_of(line), self.desk, self.scope);
        let roles = match roleless {
            Some(place) => Roles::Forbidden(place),
            None => Roles::Allowed(&mut self.roles),
        };
        PatternReader::new(reader, roles).read()
    }

    fn slot(&mut self, line: &Line<'p>) {
        let (name, many) = slot_name(line.key.text);
        let at = line.key.position();
        let signs = scan(&line.content, self.desk);
        let is_argument = matches!(signs.first().map(|s| s.sign), Some(super::scan::Sign::Word(word))
            if word.split('.').next().is_some_and(|first| self.scope.vocabulary.argument(first).is_some()));
        // Distances of words cost more than all the rest of a slot: they are for mistakes.
        let doubtful = !is_argument && name.len() > 2;
        if let Some(meant) = doubtful.then(|| suggest::nearest(name, KEYWORDS)).flatten() {
            self.desk.fault(
                at,
                format!("no line of a rule is called `{name}`"),
                format!("did you mean `{meant}`?"),
            );
            return;
        }
        if !is_name(name) || KEYWORDS.contains(&name) {
            self.desk.fault(
                at,
                format!("`{name}` cannot name a slot"),
                "letters, digits, `_`, `-`; no keyword",
            );
            return;
        }
        if self.roles.iter().any(|role| role.name == name) {
            self.desk.fault(
                at,
                format!("`{name}` is filled twice"),
                "alternatives stand on one line: `a | b`",
            );
            return;
        }
        let mut reader = Reader::new(&signs, end_of(line), self.desk, self.scope);
        let Some(alternatives) = alternatives(&mut reader) else { return };
        if self.roles.len() >= MOST_ROLES {
            self.desk.fault(at, "the rule has too many roles", "at most 32");
            return;
        }
        let role = self.roles.len() as RoleId;
        let sure = matches!(many, Many::One | Many::Some);
        self.roles.push(RoleInfo { name: name.to_owned(), at, sure });
        self.slots.push(Slot { role, many, alternatives });
    }

    fn example(&mut self, line: &Line<'p>) {
        let text = line.joined();
        if text.is_empty() {
            self.desk.fault(
                end_of(line),
                format!("`{}` needs a text", line.key.text),
                "write it on the same line",
            );
            return;
        }
        if line.key.text != "->" {
            let yes = line.key.text == "yes";
            self.examples.push(Example { text, yes, results: Vec::new(), line: line.key.line });
            return;
        }
        match self.examples.last_mut() {
            Some(example) if example.yes => {
                let at = line.content.first().map_or(line.key, |piece| *piece).position();
                self.arrows.push(at);
                example.results.push(text);
            }
            _ => self.desk.fault(
                line.key.position(),
                "`->` without a `yes` before it",
                "a `no` has no results",
            ),
        }
    }

    /// A role is sure only if every pattern of the rule binds it.
    fn settle(&mut self) {
        for (id, role) in self.roles.iter_mut().enumerate() {
            let id = id as RoleId;
            let slot = self.slots.iter().any(|slot| slot.role == id);
            role.sure &= slot || self.patterns.iter().all(|pattern| pattern.bound.contains(&id));
        }
    }

    fn result(&mut self, line: &Line<'p>) -> Option<RuleResult> {
        let signs = scan(&line.content, self.desk);
        let mut reader = Reader::new(&signs, end_of(line), self.desk, self.scope);
        let found = result(&mut reader, line.key.text, &self.roles)?;
        for (id, role) in self.roles.iter().enumerate() {
            if !found.values.iter().any(|(_, used)| usize::from(*used) == id) {
                let message = format!("`{}` is bound, but the result does not use it", role.name);
                self.desk.fault(role.at, message, "name it in the result, or take the name away; `with` asks for an argument without a name");
            }
        }
        let kind = kind_of(line);
        let written = self.examples.iter().flat_map(|example| &example.results);
        for (written, at) in written.zip(&self.arrows) {
            if written.split('(').next().is_none_or(|name| name.trim() != kind) || !written.ends_with(')') {
                let message = format!("this rule makes `{kind}(...)`");
                self.desk.fault(*at, message, format!("write `-> {kind}(part: words; part: words)`"));
            }
        }
        Some(found)
    }

    /// Notes what the rule lacks.
    fn complete(
        &mut self,
        at: Position,
        doc: Option<&Line<'p>>,
        makes: Option<&Line<'p>>,
        result: Option<&RuleResult>,
    ) {
        let mut lacks = |what: &str, help: &str| self.desk.fault(at, format!("the rule has no {what}"), help);
        if doc.is_none_or(|line| line.content.is_empty()) {
            lacks("`doc`", "say in one line what it finds");
        }
        if !self.stands {
            lacks("`match` or `on`", "say which words it stands on");
        }
        if makes.is_none() {
            lacks("result", "say what it makes: `mark`, `link` or `record`");
        }
        if !self.examples.iter().any(|example| example.yes) {
            lacks("`yes`", "give a sentence in which it finds something");
        }
        let is_record = result.is_some_and(|r| matches!(r.makes, Makes::Record(_)));
        if is_record && self.examples.iter().all(|example| example.yes) {
            lacks("`no`", "a fact needs a sentence in which the rule must find nothing");
        }
    }
}

/// The name of the kind in a `mark`, `link` or `record` line.
fn kind_of(line: &Line<'_>) -> String {
    let first = line.content.first().map_or("", |piece| piece.text);
    first.split('(').next().unwrap_or_default().trim().to_owned()
}
