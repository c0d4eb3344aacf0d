use super::NameSort;
use super::diagnostic::Position;
use super::part::{Part, PartKind, RoleId};
use super::pattern::{MOST_ROLES, PatternReader, RoleInfo, Roles};
use super::scan::{Scanned, Sign};

/// Deepest nesting of brackets.
const DEEPEST: usize = 12;

/// The elements that are bracketed or stand behind a sign.
impl PatternReader<'_, '_, '_, '_> {
    /// `<Person>`, `<who:Person Place>`.
    pub(super) fn mention(&mut self, at: Position) -> Option<PartKind> {
        let start = self.reader.taken().saturating_sub(1);
        let mut names = Vec::new();
        let mut role = None;
        loop {
            match self.reader.peek().map(|s| (s.sign, s.at)) {
                Some((Sign::Word(name), at)) => names.push((name, at)),
                Some((Sign::Sign(':'), _)) if names.len() == 1 && role.is_none() => role = names.pop(),
                Some((Sign::Sign('>'), _)) => break,
                Some((_, wrong)) => {
                    return self.reader.fault(
                        wrong,
                        "this cannot stand in a mention",
                        "write `<Kind>` or `<role:Kind>`",
                    );
                }
                None => return self.reader.fault(at, "this bracket is not closed", "close it with `>`"),
            }
            self.reader.step();
        }
        self.reader.step();
        if names.is_empty() {
            return self.reader.fault(at, "a kind of mention is missing", "write `<Kind>` or `<role:Kind>`");
        }
        let mut kinds = Vec::new();
        for (name, at) in names {
            match self.reader.scope.kind(name) {
                Some(kind) => kinds.push(kind),
                None => return self.reader.unknown(NameSort::Kind, name, at),
            }
        }
        let Some((role, role_at)) = role else { return Some(PartKind::Mention(kinds)) };
        let role = self.bind(role, role_at)?;
        let at = self.reader.over(start);
        Some(PartKind::Role(role, Box::new(Part { at, kind: PartKind::Mention(kinds) })))
    }

    /// `(a | b)`.
    pub(super) fn group(&mut self, at: Position) -> Option<PartKind> {
        self.open(at)?;
        self.inside += 1;
        let first_bound = self.bound.len();
        let mut parts = vec![self.row()?];
        while self.reader.take('|') {
            parts.push(self.row()?);
        }
        self.inside -= 1;
        self.close(')', at)?;
        if parts.len() == 1 {
            return Some(parts.swap_remove(0).kind);
        }
        self.unsure_since(first_bound);
        Some(PartKind::Choice(parts))
    }

    fn open(&mut self, at: Position) -> Option<()> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return self.reader.fault(
                at,
                "the brackets are nested too deeply",
                "at most 12 levels; give inner parts a name with `phrase`",
            );
        }
        Some(())
    }

    fn close(&mut self, sign: char, opened: Position) -> Option<()> {
        self.depth -= 1;
        if self.reader.take(sign) {
            return Some(());
        }
        self.reader.fault(opened, "this bracket is not closed", format!("close it with `{sign}`"))
    }

    /// `[name: a b]`.
    pub(super) fn role(&mut self, at: Position) -> Option<PartKind> {
        self.open(at)?;
        let name = self.reader.peek();
        let colon = self.reader.second() == Some(Sign::Sign(':'));
        let Some(Scanned { sign: Sign::Word(name), at: name_at, .. }) = name.filter(|_| colon) else {
            return self.reader.fault(
                at,
                "a role has no name",
                "write `[name: ...]`; a property stands behind its element without a space",
            );
        };
        self.reader.step();
        self.reader.step();
        let role = self.bind(name, name_at)?;
        let part = self.row()?;
        self.close(']', at)?;
        if part.may_be_empty() {
            return self.reader.fault(at, "the role may take no token", "put the `?` behind the bracket");
        }
        Some(PartKind::Role(role, Box::new(part)))
    }

    fn bind(&mut self, name: &str, at: Position) -> Option<RoleId> {
        let roles = match &mut self.roles {
            Roles::Allowed(roles) => roles,
            Roles::Forbidden(place) => {
                let message = format!("a role cannot stand in {place}");
                return self.reader.fault(at, message, "only `match` and `on` bind roles");
            }
        };
        let known = roles.iter().position(|role| role.name == name);
        let id = known.unwrap_or(roles.len()) as RoleId;
        if self.bound.contains(&id) {
            return self.reader.fault(
                at,
                format!("the role `{name}` stands twice"),
                "a role stands once in a pattern",
            );
        }
        if known.is_none() {
            if roles.len() >= MOST_ROLES {
                return self.reader.fault(at, "the rule has too many roles", "at most 32");
            }
            roles.push(RoleInfo { name: name.to_owned(), at, sure: true });
        }
        self.bound.push(id);
        Some(id)
    }

    pub(super) fn not(&mut self, at: Position) -> Option<PartKind> {
        if self.reader.peek().is_none_or(|s| !s.tight) {
            return self.reader.fault(
                at,
                "`!` stands before nothing",
                "it touches the element that must not be there: `!x`",
            );
        }
        self.open(at)?;
        let part = self.atom()?;
        self.depth -= 1;
        match part.tests() {
            Some(tests) => Some(PartKind::Not(tests)),
            None => self.reader.fault(
                part.at,
                "`!` needs an element of one token",
                "a word, ~lemma, @set, shape, or a group of these; longer ones belong in `unless`",
            ),
        }
    }

    pub(super) fn trigger(&mut self, at: Position) -> Option<PartKind> {
        if self.inside > 0 || !matches!(self.roles, Roles::Allowed(_)) {
            return self.reader.fault(
                at,
                "`^` cannot stand here",
                "it marks an element of `match` or `on` that is outside of `( )`",
            );
        }
        self.inside += 1;
        let part = self.element()?;
        self.inside -= 1;
        if part.may_be_empty() || part.tests().is_none() && matches!(part.kind, PartKind::Not(_)) {
            return self.reader.fault(
                part.at,
                "this cannot be the trigger",
                "a trigger is there whenever the rule matches: no `?`, `*`, gap or `!`",
            );
        }
        Some(PartKind::Trigger(Box::new(part)))
    }
}
