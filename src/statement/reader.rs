use super::clause::Bounds;
use super::draft::Draft;
use super::group::{Group, group_at};
use super::interrupted::{Interruption, split};
use super::quoted::Quoted;
use super::scope::{Mark, Scope};
use super::speaker::Flow;
use crate::document::Document;
use crate::graph::{Cue, Speaker};
use crate::lexicon::Classes;
use crate::ontology::{SpeakerKind, Stance};
use crate::resolve::Resolved;
use crate::token::{Quotation, QuoteMark, TokenSpan};

/// What wakes this module up, apart from quotation marks.
const TRIGGERS: Classes = Classes::SPEECH_VERB.with(Classes::SPEECH_CUE);

/// So many statements of a unit are looked back at.
const RECENT: usize = 24;

/// Speech in speech in speech is not read further.
const DEEPEST: u8 = 3;

/// Reads an article unit by unit: a unit is a sentence, with all of a quotation that begins in it.
pub(super) struct Reader<'a> {
    pub scope: Scope<'a>,
    pub quoted: Quoted<'a>,
    pub drafts: Vec<Draft>,
    pub flow: Flow,
    /// For each quotation of the document, whether a statement has it.
    pub claimed: Vec<bool>,
    pub groups: Vec<Group>,
    /// The statements of the unit begin here.
    pub unit_from: usize,
    /// The last unit ended with a statement of `flow.last`, and nothing has come between.
    pub goes_on: bool,
    pub unit: TokenSpan,
    pub depth: u8,
    /// The quotation that is being read inside has no speaker from without.
    pub loose_quote: bool,
    /// Who says the quotation that is being read inside.
    pub outer: Option<Speaker>,
    /// The reporting clauses found inside it.
    pub interruptions: Vec<Interruption>,
    doc: &'a Document<'a>,
}

impl<'a> Reader<'a> {
    pub fn new(doc: &'a Document<'a>, resolved: &'a Resolved) -> Self {
        Self {
            scope: Scope::new(doc, resolved),
            quoted: Quoted::new(doc, resolved),
            drafts: Vec::new(),
            flow: Flow::default(),
            claimed: vec![false; doc.quotations().len()],
            groups: Vec::new(),
            unit_from: 0,
            goes_on: false,
            unit: TokenSpan::default(),
            depth: 0,
            loose_quote: false,
            outer: None,
            interruptions: Vec::new(),
            doc,
        }
    }

    /// Reads the whole article.
    pub fn read(&mut self) {
        let mut quote = 0;
        let mut sentence = 0;
        let mut held: Option<TokenSpan> = None;
        for (number, paragraph) in self.doc.paragraphs().iter().enumerate() {
            let run = held.take().map_or(*paragraph, |first| TokenSpan::new(first.start(), paragraph.end()));
            // «Le maire a réagi : ¶ “…”»: the words told stand in a paragraph of their own.
            let start_of = |n: usize| self.doc.paragraphs().get(number + n).map_or(usize::MAX, |p| p.start());
            // A line with a dash below the words in marks is a signature.
            let signed = |n: usize| matches!(self.doc.form(start_of(n)), "—" | "–" | "-" | "--");
            if self.doc.form(run.end().saturating_sub(1)) == ":" && self.opens(start_of(1)) && !signed(2) {
                held = Some(run);
                continue;
            }
            // «“A”, dit X. ¶ “B” ¶»: what is nothing but words in marks goes on with the paragraph before it.
            self.goes_on &= self.opens(run.start()) && !signed(1);
            self.read_run(run, 0, &mut quote, &mut sentence);
        }
        super::signature::attribute(self);
    }

    /// Reads the units of a run of tokens; `quote` and `sentence` go along with it.
    fn read_run(&mut self, run: TokenSpan, depth: u8, quote: &mut usize, sentence: &mut usize) {
        let mut start = run.start();
        while start < run.end() {
            let end = self.unit_end(start, run.end(), depth, quote, sentence).max(start + 1);
            let unit = TokenSpan::new(start, end);
            let first = self.doc.quotations().partition_point(|q| q.open.index() < start);
            self.read_unit(unit, depth, first);
            start = end;
        }
    }

    /// Where the unit that begins at `start` ends: at the end of its sentence, but never inside a quotation.
    fn unit_end(
        &self,
        start: usize,
        limit: usize,
        depth: u8,
        quote: &mut usize,
        sentence: &mut usize,
    ) -> usize {
        let quotes = self.doc.quotations();
        let sentences = self.doc.sentences();
        while sentences.get(*sentence).is_some_and(|s| s.end() <= start) {
            *sentence += 1;
        }
        let mut end = sentences.get(*sentence).map_or(limit, |s| s.end()).min(limit);
        if end < limit && self.doc.form(end - 1) == ":" && self.opens(end) {
            end += 1;
        }
        loop {
            while quotes.get(*quote).is_some_and(|q| q.open.index() < start) {
                *quote += 1;
            }
            let mut reach = end;
            let mut at = *quote;
            while let Some(found) = quotes.get(at).filter(|q| q.open.index() < end) {
                if found.depth == depth && found.mark != QuoteMark::Dash {
                    let close = found.close.map_or(found.content.end(), |close| close.index() + 1);
                    reach = reach.max(close.min(limit));
                }
                at += 1;
            }
            *quote = at;
            // The sentence in which the quotation ends goes on behind it: «… », dit-il.
            if reach > end {
                while sentences.get(*sentence).is_some_and(|s| s.end() < reach) {
                    *sentence += 1;
                }
                let whole = sentences.get(*sentence).map_or(limit, |s| s.end()).min(limit);
                end = if whole > reach && !self.begins_anew(reach) { whole } else { reach };
                continue;
            }
            if end < limit && self.closes(end) && !self.begins_anew(end) {
                *sentence += 1;
                end = sentences.get(*sentence).map_or(limit, |s| s.end()).min(limit);
                continue;
            }
            return end;
        }
    }

    /// Whether an outermost quotation opens at the token.
    fn opens(&self, token: usize) -> bool {
        let quotes = self.doc.quotations();
        let at = quotes.partition_point(|q| q.open.index() < token);
        quotes.get(at).is_some_and(|q| q.open.index() == token && q.mark != QuoteMark::Dash)
    }

    /// Whether a quotation closes right before the token.
    fn closes(&self, end: usize) -> bool {
        matches!(end.checked_sub(1).map_or("", |last| self.doc.form(last)), "»" | "”" | "\"" | "''")
    }

    /// Whether a new sentence begins at the token that follows a quotation.
    fn begins_anew(&self, token: usize) -> bool {
        let before = token.checked_sub(2).map_or("", |last| self.doc.form(last));
        let stopped = matches!(before, "." | "!" | "?" | "…" | "...");
        let capital = self.doc.token(token).is_some_and(|t| t.shape.is_capital());
        let opens = matches!(self.doc.form(token), "«" | "“" | "\"");
        capital && stopped && !self.doc.is(token, Classes::AVOIR) || opens && stopped
    }

    fn read_unit(&mut self, unit: TokenSpan, depth: u8, first: usize) {
        let quotes = self.doc.quotations();
        let here = quotes.get(first..).unwrap_or_default().iter().take_while(|q| q.open.index() < unit.end());
        let quoting = here.clone().any(|q| q.depth == depth);
        let triggered = quoting || unit.indices().any(|token| self.wakes(token));
        if !triggered {
            // What somebody says in two breaths is not parted by more than a sentence.
            self.goes_on = false;
            return;
        }
        self.unit = unit;
        self.depth = depth;
        self.unit_from = self.drafts.len();
        let outer = here.enumerate().filter(|(_, q)| q.depth == depth && q.mark != QuoteMark::Dash);
        self.scope.read(unit, outer.map(|(n, q)| (first + n, *q)));
        self.find_groups();
        let mut next = 0;
        for item in 0..self.scope.len() {
            super::cue::report(self, item);
            if self.groups.get(next).is_some_and(|group| group.head == item) {
                super::verb::report(self, next);
                next += 1;
            }
        }
        super::loose::report(self);
        self.goes_on = self.drafts.len() > self.unit_from && self.flow.last.is_some();
        self.read_inside(depth);
    }

    /// Whether the token is a verb of speech or begins a cue.
    fn wakes(&self, token: usize) -> bool {
        let classes = self.doc.classes(token);
        classes.any(TRIGGERS) && (classes.any(Classes::SPEECH_VERB) || super::cues::begins(self.doc, token))
    }

    fn find_groups(&mut self) {
        self.groups.clear();
        for item in 0..self.scope.len() {
            if self.scope.is(item, Classes::SPEECH_VERB)
                && let Some(group) = group_at(&self.scope, item).filter(|group| group.verb.reports())
            {
                self.groups.push(group);
            }
        }
    }

    /// Reads what is said in the quotations of the unit.
    fn read_inside(&mut self, depth: u8) {
        if depth + 1 >= DEEPEST {
            return;
        }
        let inner: Vec<(usize, Quotation)> = self
            .scope
            .items
            .iter()
            .filter(|item| item.mark == Mark::Quote)
            .filter_map(|item| Some((item.quote, *self.doc.quotations().get(item.quote)?)))
            .filter(|(_, quote)| quote.content.indices().any(|token| self.wakes(token)))
            .collect();
        let (flow, goes_on, unit, outer) = (self.flow, self.goes_on, self.unit, self.outer);
        for (number, quote) in inner {
            self.flow = Flow::default();
            self.goes_on = false;
            let whole = self
                .drafts
                .iter()
                .rev()
                .take(16)
                .position(|d| d.content == quote.content)
                .map(|n| self.drafts.len() - 1 - n);
            self.outer = whole.and_then(|at| self.drafts.get(at)).and_then(|draft| draft.speaker);
            let claimed = self.claimed.get(number).copied().unwrap_or(false);
            self.loose_quote = self.outer.is_none() && (whole.is_some() || !claimed);
            let mut place = self.doc.quotations().partition_point(|q| q.open.index() < quote.content.start());
            let mut sentence = self.doc.sentences().partition_point(|s| s.end() <= quote.content.start());
            let before = self.interruptions.len();
            self.read_run(quote.content, depth + 1, &mut place, &mut sentence);
            // «“Le pont est sûr, a expliqué X, et …”»: the quotation is told by the verb inside it.
            let cuts = self.interruptions.split_off(before);
            if !cuts.is_empty() {
                split(self, quote.content, whole, cuts);
            }
            self.loose_quote = false;
        }
        self.outer = outer;
        self.flow = flow;
        self.goes_on = goes_on;
        self.unit = unit;
    }

    /// The reports of the unit as bounds of each other.
    pub fn bounds(&self) -> Bounds<'_> {
        Bounds { groups: &self.groups }
    }

    /// The cue that a group of speech is.
    pub fn cue_of(&self, group: &Group) -> Cue {
        let tokens = self.scope.tokens(group.run);
        let mut cue = Cue::new(self.doc.span(tokens), group.verb.lemma, group.verb.stance);
        cue.tense = group.tense;
        cue.negated = group.negated;
        cue.conditional = group.conditional;
        cue
    }

    /// The cue of words that are no verb.
    pub fn cue_at(&self, tokens: TokenSpan, lemma: &'static str, stance: Stance) -> Cue {
        Cue::new(self.doc.span(tokens), lemma, stance)
    }

    /// Adds a statement and remembers who made it.
    pub fn add(&mut self, draft: Draft) {
        if draft.content.is_empty() {
            return;
        }
        let from = self.recent_from();
        let unit = self.drafts.get_mut(from..).unwrap_or_default();
        if let Some(known) = unit.iter_mut().find(|known| known.content == draft.content) {
            // «Le journal écrit que, selon X, …»: both say it.
            if draft.relays(known) {
                self.drafts.push(draft);
                return;
            }
            // «on» is nobody: a source beside it says who.
            if known.speaker.is_none_or(|s| s.kind == SpeakerKind::Unknown) && draft.speaker.is_some() {
                known.speaker = draft.speaker;
            }
            return;
        }
        if draft.speaker.is_some() {
            self.flow.last = draft.speaker;
            self.flow.at = self.unit.end();
        }
        self.drafts.push(draft);
    }

    /// Adds a statement told by a line below it: the flow of the article is past it.
    pub fn add_signed(&mut self, draft: Draft) {
        self.drafts.push(draft);
    }

    /// Marks the quotations among the items from `start` to `end` as told.
    pub fn claim(&mut self, start: usize, end: usize) {
        for item in self.scope.items.get(start..end.min(self.scope.len())).unwrap_or_default() {
            if item.mark == Mark::Quote
                && let Some(claimed) = self.claimed.get_mut(item.quote)
            {
                *claimed = true;
            }
        }
    }

    pub fn is_claimed(&self, item: usize) -> bool {
        self.scope.item(item).is_some_and(|found| self.claimed.get(found.quote).copied().unwrap_or(false))
    }

    /// Whether the unit is a line of dialogue behind a dash.
    pub fn is_dialogue(&self) -> bool {
        let quotes = self.doc.quotations();
        let at = quotes.partition_point(|q| q.open.index() < self.unit.start());
        self.depth == 0
            && quotes
                .get(at)
                .is_some_and(|q| q.mark == QuoteMark::Dash && q.open.index() == self.unit.start())
    }

    /// Who made the last statement of this unit.
    pub fn speaker_of_unit(&self) -> Option<Speaker> {
        self.recent().iter().rev().find_map(|draft| draft.speaker)
    }

    /// The statements of this unit, the last few of them.
    pub fn recent(&self) -> &[Draft] {
        self.drafts.get(self.recent_from()..).unwrap_or_default()
    }

    pub fn recent_from(&self) -> usize {
        self.unit_from.max(self.drafts.len().saturating_sub(RECENT))
    }
}
