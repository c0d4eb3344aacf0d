use super::Vocabulary;
use super::part::{Part, PartKind, RoleId, Set, Test};
use crate::lexicon::{Classes, WordId};

/// What a pattern is found by: the tokens that its trigger can begin with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Key {
    Word(WordId),
    Lemma(WordId),
    Class(Classes),
    /// Any token: the index cannot help.
    Anywhere,
}

/// The top row of a pattern, with the borders of its roles.
#[derive(Clone, Copy, Debug)]
pub(super) enum Flat<'p> {
    Open(RoleId),
    Close(RoleId),
    Part(&'p Part),
}

/// Lays the top row of a pattern out, without the brackets of roles.
pub(super) fn flatten<'p>(part: &'p Part, row: &mut Vec<Flat<'p>>) {
    match &part.kind {
        PartKind::Row(parts) => parts.iter().for_each(|part| flatten(part, row)),
        PartKind::Role(role, inner) => {
            row.push(Flat::Open(*role));
            flatten(inner, row);
            row.push(Flat::Close(*role));
        }
        _ => row.push(Flat::Part(part)),
    }
}

/// An end of a part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum End {
    First,
    Last,
}

/// What the choice of a trigger knows: the sets, and the words and kinds of the host.
pub(super) struct Keys<'s> {
    pub sets: &'s [Set],
    pub vocabulary: &'s dyn Vocabulary,
}

/// Cost of what stands nearly everywhere.
const POOR: u32 = 5;
const ANYWHERE: u32 = 7;
/// Added to what may take several tokens in a row, so that it would be found once for each.
const REPEATED: u32 = 3;

impl Keys<'_> {
    /// The place of the trigger in the row, and its keys; `None` where nothing in the row is obligatory.
    pub(super) fn choose(&self, row: &[Flat<'_>]) -> Option<(usize, Vec<Key>)> {
        let mut best: Option<(u32, usize)> = None;
        let (mut keys, mut best_keys) = (Vec::new(), Vec::new());
        for (place, flat) in row.iter().enumerate() {
            let Flat::Part(part) = flat else { continue };
            keys.clear();
            let Some(mut cost) = self.keys(part, End::First, &mut keys) else { continue };
            if matches!(part.kind, PartKind::Trigger(_)) {
                cost = 0;
            }
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, place));
                std::mem::swap(&mut keys, &mut best_keys);
            }
        }
        best.map(|(_, place)| (place, best_keys))
    }

    /// The keys of what the part can begin or end with, and how often that stands in a text; `None` where it may take
    /// nothing.
    pub(super) fn keys(&self, part: &Part, end: End, keys: &mut Vec<Key>) -> Option<u32> {
        match &part.kind {
            PartKind::Token(test) => Some(self.of_test(test, keys)),
            PartKind::Mention(_) if end == End::Last => {
                keys.push(Key::Anywhere);
                Some(ANYWHERE)
            }
            PartKind::Mention(kinds) => {
                let before = keys.len();
                keys.extend(kinds.iter().map(|kind| Key::Class(self.vocabulary.beginnings(*kind))));
                if keys[before..].contains(&Key::Class(Classes::EMPTY)) {
                    keys.truncate(before);
                    keys.push(Key::Anywhere);
                }
                Some(ANYWHERE)
            }
            PartKind::Gap(_) | PartKind::First | PartKind::Last | PartKind::Maybe(_) | PartKind::Not(_) => {
                None
            }
            PartKind::Row(parts) => {
                let mut takes = parts.iter().filter(|p| !matches!(p.kind, PartKind::First | PartKind::Last));
                let part = if end == End::First { takes.next() } else { takes.next_back() };
                self.keys(part?, end, keys)
            }
            PartKind::Choice(parts) => {
                let mut most = 0;
                for part in parts {
                    most = most.max(self.keys(part, end, keys)?);
                }
                Some(most)
            }
            PartKind::Repeat(part) => self.keys(part, end, keys).map(|cost| cost + REPEATED),
            PartKind::Role(_, part) | PartKind::Having(part, _) | PartKind::Trigger(part) => {
                self.keys(part, end, keys)
            }
        }
    }

    /// A function word makes a bad trigger.
    fn is_poor(&self, word: WordId) -> bool {
        self.vocabulary.classes(word).any(Classes::FUNCTION)
    }

    fn of_test(&self, test: &Test, keys: &mut Vec<Key>) -> u32 {
        match test {
            Test::Word(word) | Test::Exact(_, word) => {
                keys.push(Key::Word(*word));
                if self.is_poor(*word) { POOR } else { 2 }
            }
            Test::Form(_) => {
                keys.push(Key::Word(WordId::UNKNOWN));
                2
            }
            Test::Lemma(lemma) => {
                keys.push(Key::Lemma(*lemma));
                1
            }
            Test::Class(classes) => {
                keys.push(Key::Class(*classes));
                4
            }
            Test::Set(id) => self.sets.get(*id as usize).map_or(ANYWHERE, |set| self.of_set(set, keys)),
            Test::Shape(_) => {
                keys.push(Key::Anywhere);
                ANYWHERE - 1
            }
        }
    }

    fn of_set(&self, set: &Set, keys: &mut Vec<Key>) -> u32 {
        if !set.shapes.is_empty() {
            keys.push(Key::Anywhere);
            return ANYWHERE - 1;
        }
        keys.extend(set.words.iter().map(|word| Key::Word(*word)));
        keys.extend(set.lemmas.iter().map(|lemma| Key::Lemma(*lemma)));
        keys.extend(set.exact.iter().map(|(_, word)| Key::Word(*word)));
        if !set.forms.is_empty() {
            keys.push(Key::Word(WordId::UNKNOWN));
        }
        if !set.classes.is_empty() {
            keys.push(Key::Class(set.classes));
            return 4;
        }
        if set.words.iter().any(|word| self.is_poor(*word)) { POOR } else { 3 }
    }
}
