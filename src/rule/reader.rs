use super::diagnostic::Position;
use super::page::Desk;
use super::scan::{Scanned, Sign};
use super::scope::Scope;
use super::{NameSort, PropertyId, suggest};

/// Goes over the signs of a line. What is wrong is noted on the desk, once, and answered with `None`.
pub(super) struct Reader<'a, 'p, 'f, 'v> {
    signs: &'a [Scanned<'p>],
    next: usize,
    end: Position,
    pub desk: &'a mut Desk<'p, 'f>,
    pub scope: &'a mut Scope<'v>,
}

impl<'a, 'p, 'f, 'v> Reader<'a, 'p, 'f, 'v> {
    /// A reader of these signs; `end` is where a mistake at the end is shown.
    pub(super) fn new(
        signs: &'a [Scanned<'p>],
        end: Position,
        desk: &'a mut Desk<'p, 'f>,
        scope: &'a mut Scope<'v>,
    ) -> Self {
        Self { signs, next: 0, end, desk, scope }
    }

    pub(super) fn peek(&self) -> Option<Scanned<'p>> {
        self.signs.get(self.next).copied()
    }

    /// The sign after the next.
    pub(super) fn second(&self) -> Option<Sign<'p>> {
        self.signs.get(self.next + 1).map(|s| s.sign)
    }

    pub(super) fn step(&mut self) {
        self.next += 1;
    }

    /// How many signs have been taken.
    pub(super) fn taken(&self) -> usize {
        self.next
    }

    /// Takes the next sign if it is this one.
    pub(super) fn take(&mut self, sign: char) -> bool {
        let found = self.peek().is_some_and(|s| s.sign == Sign::Sign(sign));
        self.next += usize::from(found);
        found
    }

    pub(super) fn fault<T>(
        &mut self,
        at: Position,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Option<T> {
        self.desk.fault(at, message, help);
        None
    }

    /// A name of this sort that neither the host nor a page has.
    pub(super) fn unknown<T>(&mut self, sort: NameSort, name: &str, at: Position) -> Option<T> {
        let help = suggest::help(name, &self.scope.names(sort));
        self.fault(at, format!("no {} is called `{name}`", sort.what()), help)
    }

    /// Where the reader is: the next sign, or the end of the line.
    pub(super) fn here(&self) -> Position {
        self.peek().map_or(self.end, |s| s.at)
    }

    /// The place of everything from sign `start` to the last sign taken, as far as it stands on one line.
    pub(super) fn over(&self, start: usize) -> Position {
        let last = self.next.checked_sub(1).and_then(|n| self.signs.get(n));
        let (Some(first), Some(last)) = (self.signs.get(start), last) else { return self.end };
        if first.at.line != last.at.line || last.at.column < first.at.column {
            return first.at;
        }
        Position { width: last.at.column + last.at.width - first.at.column, ..first.at }
    }

    /// The name that must follow a sign without a space.
    pub(super) fn name(&mut self, after: char, at: Position, example: &str) -> Option<(&'p str, Position)> {
        match self.peek() {
            Some(Scanned { sign: Sign::Word(name), at, tight: true }) => {
                self.next += 1;
                Some((name, at))
            }
            _ => self.fault(
                at,
                format!("a name must follow `{after}`, without a space"),
                format!("for example `{example}`"),
            ),
        }
    }

    /// `[passive !negated]`, after the opening bracket.
    pub(super) fn properties(&mut self, opened: Position) -> Option<Vec<(bool, PropertyId)>> {
        let mut properties = Vec::new();
        loop {
            let wanted = !self.take('!');
            match self.peek().map(|s| (s.sign, s.at)) {
                Some((Sign::Word(name), at)) => match self.scope.vocabulary.property(name) {
                    Some(property) => properties.push((wanted, property)),
                    None => return self.unknown(NameSort::Property, name, at),
                },
                Some((Sign::Mark(","), _)) if wanted => {}
                Some((Sign::Sign(']'), at)) => {
                    if properties.is_empty() || !wanted {
                        return self.fault(at, "a property is missing", "for example `[passive !negated]`");
                    }
                    self.next += 1;
                    return Some(properties);
                }
                Some((_, wrong)) => {
                    return self.fault(
                        wrong,
                        "this is no property",
                        "properties are names: `[passive !negated]`; a role stands apart: `a [name: b]`",
                    );
                }
                None => return self.fault(opened, "this bracket is not closed", "close it with `]`"),
            }
            self.next += 1;
        }
    }
}
