use super::columns::Checked;
use super::error::Mistake;
use super::normal::Normal;
use crate::ontology::EntityKind;
use crate::text::Span;
use crate::token::{Token, tokenize_into};

/// Stands between the tokens of a name, and of a text, while they are compared.
pub(super) const EDGE: char = '\u{1f}';

/// The entry number of a name that is only to be silenced.
pub(super) const STOP: u32 = u32::MAX;

/// Most names that can be held.
const MOST: u32 = 1 << 28;

/// Entries and names as they were given. All letters lie in one string: a million names are a few allocations.
#[derive(Debug, Default)]
pub(super) struct Store {
    pub normal: Normal,
    letters: String,
    pub entries: Vec<Row>,
    names: Vec<(Span, u32)>,
}

/// One entry.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    name: Span,
    id: Span,
    pub kind: EntityKind,
    pub priority: i32,
}

impl Store {
    pub fn add(&mut self, given: Checked) -> Result<(), Mistake> {
        let room = (u32::MAX as usize).saturating_sub(self.letters.len());
        let needed: usize =
            given.name.len() + given.id.len() + given.aliases.iter().map(String::len).sum::<usize>();
        if needed > room || self.names.len() + given.aliases.len() >= MOST as usize {
            return Err(Mistake::TooMany { most: MOST });
        }
        let entry = self.entries.len() as u32;
        let name = self.put(&given.name);
        let id = self.put(&given.id);
        self.entries.push(Row { name, id, kind: given.kind, priority: given.priority });
        self.names.push((name, entry));
        for alias in &given.aliases {
            let alias = self.put(alias);
            self.names.push((alias, entry));
        }
        Ok(())
    }

    pub fn stop(&mut self, name: &str) {
        let name = self.put(name);
        self.names.push((name, STOP));
    }

    pub fn name(&self, row: &Row) -> &str {
        row.name.of(&self.letters)
    }

    pub fn id(&self, row: &Row) -> Option<&str> {
        Some(row.id.of(&self.letters)).filter(|id| !id.is_empty())
    }

    fn put(&mut self, text: &str) -> Span {
        let start = self.letters.len();
        self.letters.push_str(text);
        Span::new(start, self.letters.len())
    }

    /// The names as they are compared, without those that have no token.
    pub fn keys(&self) -> Keys {
        let mut keys = Keys::default();
        let (mut tokens, mut buffer) = (Vec::new(), String::new());
        for (span, entry) in &self.names {
            let name = span.of(&self.letters);
            let start = keys.letters.len();
            let count = write_tokens(name, self.normal, &mut tokens, &mut buffer, &mut keys.letters);
            if count > 0 {
                let key = Span::new(start, keys.letters.len());
                keys.names.push(Key { key, entry: *entry, tokens: count as u32 });
            }
        }
        keys
    }
}

/// Appends the tokens of a name with edges between them; gives their number.
fn write_tokens(
    name: &str,
    normal: Normal,
    tokens: &mut Vec<Token>,
    buffer: &mut String,
    out: &mut String,
) -> usize {
    tokens.clear();
    tokenize_into(name, tokens);
    for (index, token) in tokens.iter().enumerate() {
        if index > 0 {
            out.push(EDGE);
        }
        normal.write(token.span.of(name), buffer);
        out.push_str(buffer);
    }
    tokens.len()
}

/// One name as it is compared.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    key: Span,
    pub entry: u32,
    pub tokens: u32,
}

/// All names as they are compared.
#[derive(Debug, Default)]
pub(super) struct Keys {
    letters: String,
    pub names: Vec<Key>,
}

impl Keys {
    /// The letters of a name, with edges between its tokens.
    pub fn text(&self, key: &Key) -> &str {
        key.key.of(&self.letters)
    }
}
