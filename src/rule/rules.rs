use super::compile::{Entry, compile_pattern, compile_plain, longest};
use super::definition::{Definition, Example, Guard, Makes, RuleResult, Slot};
use super::diagnostic::{Diagnostic, Faults, PageErrors};
use super::index::Index;
use super::need::Needs;
use super::page::Page;
use super::part::RoleId;
use super::program::Program;
use super::read::read_pages;
use super::scope::Scope;
use super::{KindId, Match, Matcher, PartId, RecordKind, RuleId, View, Vocabulary};

/// Compiled rules: pages in, matches out.
///
/// Compiling reads all pages together; what they define is known from its line on, and the order of the rules is the
/// order of the cascade. See the [grammar](crate::docs::rules).
#[derive(Debug)]
pub struct Rules {
    pub(super) program: Program,
    pub(super) index: Index,
    pub(super) patterns: Vec<CompiledPattern>,
    pub(super) rules: Vec<Rule>,
    pages: Vec<(String, String)>,
    kinds: Vec<String>,
    records: Vec<RecordKind>,
}

/// One rule of some [`Rules`].
#[derive(Debug)]
pub struct Rule {
    pub(super) name: String,
    pub(super) page: usize,
    pub(super) line: u32,
    pub(super) doc: String,
    pub(super) also: bool,
    pub(super) slots: Vec<Slot>,
    pub(super) guards: Vec<Guard>,
    /// Where each `unless` begins in the program, and how many tokens it can take.
    pub(super) unless: Vec<(u32, usize)>,
    pub(super) result: RuleResult,
    /// The name of the kind that it makes.
    pub(super) kind: String,
    pub(super) roles: Vec<String>,
    pub(super) examples: Vec<Example>,
}

impl Rule {
    /// The name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What the rule finds, for people.
    pub fn doc(&self) -> &str {
        &self.doc
    }

    /// Its line on its page, from 1.
    pub fn line(&self) -> u32 {
        self.line
    }

    /// What it makes.
    pub fn makes(&self) -> Makes {
        self.result.makes
    }

    /// Parts of the result that always hold the same text.
    pub fn constants(&self) -> impl Iterator<Item = (PartId, &str)> {
        self.result.constants.iter().map(|(part, text)| (*part, text.as_str()))
    }

    /// Its sentences.
    pub fn examples(&self) -> &[Example] {
        &self.examples
    }
}

/// A `match` or `on` line, compiled.
#[derive(Debug)]
pub(super) struct CompiledPattern {
    pub rule: RuleId,
    pub on: bool,
    pub entry: Entry,
    /// The roles that it binds.
    pub bound: Vec<RoleId>,
    /// What must stand in the sentence beside the trigger.
    pub needs: Needs,
}

impl Rules {
    /// No rules at all.
    pub fn none() -> Self {
        Self {
            program: Program::default(),
            index: Index::default(),
            patterns: Vec::new(),
            rules: Vec::new(),
            pages: Vec::new(),
            kinds: Vec::new(),
            records: Vec::new(),
        }
    }

    /// Compiles pages, or answers with all their mistakes.
    ///
    /// # Errors
    ///
    /// Where a page is not written as [the grammar](crate::docs::rules) asks, or names what the vocabulary does not know.
    pub fn compile(pages: &[Page<'_>], vocabulary: &dyn Vocabulary) -> Result<Self, PageErrors> {
        let mut faults = Faults::default();
        let mut scope = Scope::new(vocabulary);
        let definitions = read_pages(pages, &mut scope, &mut faults);
        let (sets, kinds, records) = scope.into_parts();
        let mut rules = Self {
            program: Program { sets, ..Program::default() },
            pages: pages.iter().map(|page| (page.name.to_owned(), page.text.to_owned())).collect(),
            kinds,
            records,
            ..Self::none()
        };
        let mut keys = Vec::new();
        for definition in definitions {
            rules.add(definition, vocabulary, &mut keys, &mut faults);
        }
        rules.index = Index::new(&keys);
        let names: Vec<&str> = pages.iter().map(|page| page.name).collect();
        match faults.finish(&names) {
            Some(errors) => Err(errors),
            None => Ok(rules),
        }
    }

    fn add(
        &mut self,
        definition: Definition,
        vocabulary: &dyn Vocabulary,
        keys: &mut Vec<(super::trigger::Key, u32)>,
        faults: &mut Faults,
    ) {
        let id = RuleId(self.rules.len() as u32);
        for pattern in definition.patterns {
            let Some((entry, found, needs)) = compile_pattern(&pattern, &mut self.program, vocabulary) else {
                let (name, text) = &self.pages[definition.page];
                let position = pattern.part.at;
                faults.push(Diagnostic {
                    page: name.clone(),
                    position,
                    source: text.lines().nth(position.line as usize - 1).unwrap_or_default().to_owned(),
                    message: "nothing in this pattern must be there".to_owned(),
                    help: "it needs one word, ~lemma or @set that is not under `?`, `*` or `!`".to_owned(),
                });
                continue;
            };
            let number = self.patterns.len() as u32;
            keys.extend(found.into_iter().map(|key| (key, number)));
            self.patterns.push(CompiledPattern {
                rule: id,
                on: pattern.on,
                entry,
                bound: pattern.bound,
                needs,
            });
        }
        let unless = definition
            .unless
            .iter()
            .map(|part| (compile_plain(part, &mut self.program, vocabulary), longest(part)))
            .collect();
        self.rules.push(Rule {
            name: definition.name,
            page: definition.page,
            line: definition.line,
            doc: definition.doc,
            also: definition.also,
            slots: definition.slots,
            guards: definition.guards,
            unless,
            result: definition.result,
            kind: definition.kind,
            roles: definition.roles.into_iter().map(|role| role.name).collect(),
            examples: definition.examples,
        });
    }

    /// Whether some rule is tried at every token: that costs more than all the others.
    #[cfg(test)]
    pub(crate) fn wakes_everywhere(&self) -> bool {
        self.index.wakes_everywhere()
    }

    /// Number of rules.
    pub fn len(&self) -> usize {
        self.rules.len()
    }

    /// Whether there is no rule.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// The rule of this id.
    pub fn rule(&self, id: RuleId) -> Option<&Rule> {
        self.rules.get(id.index())
    }

    /// The rules with their ids, in the order of the cascade.
    pub fn iter(&self) -> impl Iterator<Item = (RuleId, &Rule)> {
        self.rules.iter().enumerate().map(|(i, rule)| (RuleId(i as u32), rule))
    }

    /// The rule of this name.
    pub fn find(&self, name: &str) -> Option<RuleId> {
        self.iter().find(|(_, rule)| rule.name == name).map(|(id, _)| id)
    }

    /// The name of the page that a rule stands on.
    pub fn page_of(&self, rule: &Rule) -> &str {
        self.pages.get(rule.page).map_or("", |(name, _)| name)
    }

    /// The kinds of mention that the pages define, with their ids.
    pub fn kinds(&self) -> impl Iterator<Item = (KindId, &str)> {
        let id = |place: usize| KindId(super::vocabulary::OWN + place as u16);
        self.kinds.iter().enumerate().map(move |(place, name)| (id(place), name.as_str()))
    }

    /// The kinds of records that the rules make or that pages define.
    pub fn records(&self) -> &[RecordKind] {
        &self.records
    }

    /// A matcher of these rules: it keeps its memory from text to text.
    pub fn matcher(&self) -> Matcher<'_> {
        Matcher::new(self)
    }

    /// Everything that the rules find in a text, in the order of the triggers.
    pub fn matches<V: View + ?Sized>(&self, view: &V) -> Vec<Match> {
        let mut found = Vec::new();
        self.matcher().run(view, &mut found);
        found
    }

    /// The text of a page between two columns of a line.
    pub(super) fn quoted(&self, page: usize, at: super::Position) -> &str {
        let text = self.pages.get(page).map_or("", |(_, text)| text.as_str());
        let row = text.lines().nth((at.line as usize).saturating_sub(1)).unwrap_or_default();
        let byte = |column: usize| row.char_indices().nth(column).map_or(row.len(), |(byte, _)| byte);
        let start = at.column.saturating_sub(1) as usize;
        row.get(byte(start)..byte(start + at.width as usize)).unwrap_or_default()
    }
}
