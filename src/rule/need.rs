use super::View;
use super::index::Index;
use super::part::{Part, PartKind};
use super::trigger::{End, Flat, Key, Keys};
use super::word_bits::{Spread, WordBits};
use crate::lexicon::Classes;
use crate::token::TokenSpan;

/// What a pattern cannot do without beside its trigger token: of each need, one token must stand in the sentence.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Needs {
    needs: Vec<Need>,
    words: Vec<Spread>,
}

/// Most keys of a need.
const MOST_KEYS: usize = 48;
/// Most needs of a pattern.
const MOST_NEEDS: usize = 16;

/// A token of one of these classes, or a word or lemma of this stretch of the words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Need {
    classes: Classes,
    from: u16,
    to: u16,
}

impl Needs {
    /// The needs of a row whose trigger is the part at `trigger`.
    pub(super) fn new(keys: &Keys<'_>, row: &[Flat<'_>], trigger: usize) -> Self {
        let mut wanted = Vec::new();
        for (place, flat) in row.iter().enumerate() {
            if let Flat::Part(part) = flat {
                gather(keys, part, place == trigger, &mut wanted);
            }
        }
        // What is rare is most often missing.
        wanted.sort_by_key(|wanted| wanted.cost);
        let mut needs = Self::default();
        for wanted in &wanted {
            needs.push(&wanted.keys);
        }
        needs
    }

    fn push(&mut self, keys: &[Key]) {
        // One of very many words stands in any sentence.
        if keys.len() > MOST_KEYS || self.needs.len() >= MOST_NEEDS {
            return;
        }
        let from = self.words.len() as u16;
        let mut classes = Classes::EMPTY;
        for key in keys {
            match key {
                Key::Word(word) | Key::Lemma(word) => self.words.push(Spread::of(*word)),
                Key::Class(some) => classes = classes | *some,
                Key::Anywhere => {
                    self.words.truncate(from as usize);
                    return;
                }
            }
        }
        self.needs.push(Need { classes, from, to: self.words.len() as u16 });
    }
}

/// Keys one of which a part needs, and how often they stand in a text.
struct Wanted {
    cost: u32,
    keys: Vec<Key>,
}

/// What must stand in the sentence wherever a part matches; for the trigger, but for the token that it begins with.
fn gather(keys: &Keys<'_>, part: &Part, trigger: bool, wanted: &mut Vec<Wanted>) {
    match &part.kind {
        PartKind::Token(_) | PartKind::Mention(_) => {
            let mut found = Vec::new();
            if !trigger && let Some(cost) = keys.keys(part, End::First, &mut found) {
                wanted.push(Wanted { cost, keys: found });
            }
        }
        PartKind::Row(parts) => {
            let mut first = trigger;
            for part in parts {
                gather(keys, part, first, wanted);
                first &= matches!(part.kind, PartKind::First | PartKind::Last);
            }
        }
        PartKind::Choice(parts) => {
            // Of each alternative its rarest need; all of these together are the need of the choice.
            let mut all = Wanted { cost: 0, keys: Vec::new() };
            let mut own = Vec::new();
            for part in parts {
                own.clear();
                gather(keys, part, trigger, &mut own);
                let Some(rarest) = own.drain(..).min_by_key(|wanted| wanted.cost) else { return };
                all.cost = all.cost.max(rarest.cost);
                all.keys.extend(rarest.keys);
            }
            wanted.push(all);
        }
        PartKind::Role(_, part)
        | PartKind::Having(part, _)
        | PartKind::Trigger(part)
        | PartKind::Repeat(part) => gather(keys, part, trigger, wanted),
        PartKind::Gap(_) | PartKind::First | PartKind::Last | PartKind::Maybe(_) | PartKind::Not(_) => {}
    }
}

/// One sentence, read once for all patterns: which words and classes stand in it, and at which of its tokens a pattern
/// may have to be tried.
#[derive(Debug, Default)]
pub(super) struct Sentence {
    span: Option<TokenSpan>,
    words: WordBits<64>,
    classes: Classes,
    pub woken: Vec<u32>,
}

impl Sentence {
    /// Forgets the sentence: another text comes.
    pub(super) fn clear(&mut self) {
        self.span = None;
    }

    /// Reads a sentence, unless it is the last one that was read.
    pub(super) fn read<V: View + ?Sized>(&mut self, index: &Index, view: &V, span: TokenSpan) {
        if self.span == Some(span) {
            return;
        }
        self.span = Some(span);
        self.words.clear();
        self.woken.clear();
        let mut all = Classes::EMPTY;
        for i in span.indices() {
            let (word, classes, [first, second]) = (view.word(i), view.classes(i), view.lemmas(i));
            all = all | classes;
            let spreads = [word, first, second].map(Spread::of);
            for word in spreads {
                self.words.add(word);
            }
            if index.may_wake(spreads, classes) {
                self.woken.push(i as u32);
            }
        }
        self.classes = all;
    }

    /// Whether the sentence may hold what a pattern needs.
    #[inline]
    pub(super) fn meets(&self, needs: &Needs) -> bool {
        needs.needs.iter().all(|need| {
            self.classes.any(need.classes)
                || needs
                    .words
                    .get(need.from as usize..need.to as usize)
                    .is_some_and(|words| words.iter().any(|word| self.words.may_have(*word)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Sentence;
    use crate::rule::{Page, Plain, Rules, View};

    /// Whether a pattern is tried in a sentence, where its trigger stands; of each line behind the mark.
    fn check(pattern: &str, expected: &str) {
        let vocabulary = Plain::new(
            "kind Person Alice\nfunction the of to in\nset media press radio\nlemma go goes went\nrecord fact who",
        );
        let page = format!(
            "rule r\n  doc  d.\n  match  <who:Person> {pattern}\n  record fact(who = who)\n  yes Alice.\n  -> fact(who: Alice)\n  no x.\n"
        );
        let pages = [Page::new("r.page", &page)];
        let rules = Rules::compile(&pages, &vocabulary).unwrap();
        let needs = &rules.patterns[0].needs;
        for line in expected.lines().map(str::trim) {
            let (mark, text) = line.split_once(' ').unwrap();
            let view = vocabulary.view(text);
            let mut sentence = Sentence::default();
            sentence.read(&rules.index, &view, view.sentence(0));
            assert_eq!(sentence.meets(needs), mark == "+", "{pattern}: {text}");
        }
    }

    #[test]
    fn all_that_must_stand() {
        check(
            "..3 ~go ..3 ^(in prison | to jail)",
            "+ Alice went home in prison .
             + the jail goes in white
             - Alice went home in white
             - Alice stays in prison",
        );
        check("..3 ^~go ..3 home?", "+ Alice went .");
        check("..3 ^~go ..3 (home | @media)", "+ Alice goes to radio .\n- Alice goes to bed .");
        check(
            "..3 ^~go ..3 !home ..2 (of the press)+",
            "- Alice goes to the radio of\n+ Alice went of the press",
        );
    }
}
