use super::copulas::is_elected;
use super::description::{Article, Description};
use super::lead::before_lead;
use super::resolved::{Resolved, ResolvedMention};
use super::tenure::tenure;
use crate::document::Document;
use crate::graph::EntityId;
use crate::lexicon::Classes;
use crate::ontology::{EntityKind, MentionForm};
use crate::syntax::{ClauseKind, Syntax, Tag};
use crate::token::TokenSpan;

/// Somebody whom a description is said of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Holding {
    /// Index of the description.
    pub description: usize,
    /// The one who is described, as mentioned there.
    pub holder: ResolvedMention,
    /// How the text ties the two.
    pub tie: Tie,
    /// «n’est pas», «ne sera pas».
    pub negated: bool,
    /// «serait», «devrait devenir».
    pub conditional: bool,
    /// «était», «a été»: it is over.
    pub past: bool,
    /// Whose it is: «*son* avocat».
    pub possessor: Option<EntityId>,
}

impl Holding {
    /// Plainly said.
    pub(super) const fn plain(description: usize, holder: ResolvedMention, tie: Tie) -> Self {
        Self { description, holder, tie, negated: false, conditional: false, past: false, possessor: None }
    }
}

/// How a description is tied to somebody.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Tie {
    /// «le ministre X», «le président de Y, X».
    Before,
    /// «X, président de Y», «X (maire de Lyon)».
    Behind,
    /// «X est président».
    Copula,
    /// «le banquier» further on.
    Later,
}

/// Who is described by each description, in their order.
pub(super) fn holdings(
    doc: &Document<'_>,
    syntax: &Syntax,
    resolved: &Resolved,
    descriptions: &[Description],
) -> Vec<Holding> {
    let finder = Finder { doc, syntax, resolved, descriptions };
    let mut found = Vec::new();
    for index in 0..descriptions.len() {
        finder.find(index, &mut found);
    }
    finder.share(&mut found);
    found
}

struct Finder<'a> {
    doc: &'a Document<'a>,
    syntax: &'a Syntax,
    resolved: &'a Resolved,
    descriptions: &'a [Description],
}

impl Finder<'_> {
    fn find(&self, index: usize, found: &mut Vec<Holding>) {
        let Some(description) = self.descriptions.get(index) else { return };
        let plain = |holder, tie| Holding::plain(index, holder, tie);
        // «le fils de l’avocat X»: the nearest description takes the name.
        let plural = description.agreement.plural() && !description.agreement.singular();
        if let Some(holder) = self.behind_it(description).filter(|_| !self.is_inner(description)) {
            let others = if plural { self.coordinated(&holder) } else { Vec::new() };
            // «aux journalistes, X, le patron»: not all of them.
            if !plural || !others.is_empty() {
                found.push(plain(holder, Tie::Before));
                found.extend(others.into_iter().map(|h| plain(h, Tie::Before)));
                return;
            }
        }
        if let Some(holder) = self.before_it(index, description) {
            found.push(plain(holder, Tie::Behind));
            if description.agreement.plural() && !description.agreement.singular() {
                found.extend(self.coordinated_back(&holder).into_iter().map(|h| plain(h, Tie::Behind)));
            }
        }
    }

    /// «l’ex-directeur de cabinet *du maire*, X»: behind a comma the name is that of the whole.
    fn is_inner(&self, description: &Description) -> bool {
        let tokens = description.tokens;
        let outer = |other: &Description| {
            other.tokens.end() == tokens.end()
                && other.tokens.start() < tokens.start()
                && matches!(other.article, Article::Definite | Article::Possessive)
                && description.article == Article::Definite
        };
        self.doc.form(tokens.end()) == "," && self.before(tokens.start()).any(outer)
    }

    /// «garde des Sceaux et ministre de la Justice X»: the first of two has the name of the second.
    fn share(&self, found: &mut Vec<Holding>) {
        let mut shared: Vec<Holding> = Vec::new();
        let mut from = found.len();
        for index in (1..self.descriptions.len()).rev() {
            while from > 0 && found[from - 1].description >= index {
                from -= 1;
            }
            let held = found[from..]
                .iter()
                .take_while(|h| h.description == index)
                .chain(shared.last())
                .find(|h| h.description == index && h.tie == Tie::Before);
            let (Some(holding), Some(before), Some(this)) =
                (held.copied(), self.descriptions.get(index - 1), self.descriptions.get(index))
            else {
                continue;
            };
            let alone = from == 0 || found[from - 1].description != index - 1;
            // «Ancien ministre, ancien président de la région, X est mort.»
            let sentence = self.doc.sentence_of(before.tokens.start());
            let fronted = before.article == Article::Bare && before.tokens.start() <= sentence.start() + 1;
            let link = self.doc.form(before.tokens.end());
            let joined = (link == "et" || link == "," && fronted)
                && this.tokens.start() == before.tokens.end() + 1
                && this.article == Article::Bare
                && before.agreement.singular();
            if alone && joined {
                shared.push(Holding { description: index - 1, ..holding });
            }
        }
        if !shared.is_empty() {
            found.append(&mut shared);
            found.sort_by_key(|holding| holding.description);
        }
    }

    /// The descriptions that begin before a token, the nearest first; no more than can matter to it.
    fn before(&self, start: usize) -> impl Iterator<Item = &Description> {
        const NEAR: usize = 8;
        let end = self.descriptions.partition_point(|other| other.tokens.start() < start);
        self.descriptions.get(..end).unwrap_or_default().iter().rev().take(NEAR)
    }

    /// «Alors patron d’Axa, X a annoncé»: in front of the subject.
    fn is_fronted(&self, description: &Description, holder: TokenSpan) -> bool {
        let sentence = self.doc.sentence_of(description.head.start());
        let start = description.tokens.start();
        let listed = || {
            self.doc.form(start.saturating_sub(1)) == ","
                && self.before(start).any(|other| {
                    other.tokens.end() + 1 == start
                        && other.article == Article::Bare
                        && other.tokens.start() <= sentence.start() + 1
                })
        };
        // «*En tant que* président du groupe, X a signé»
        let as_such = || {
            start == sentence.start() + 3
                && self.doc.form(start - 1) == "que"
                && self.doc.form(start - 2) == "tant"
        };
        let elected = start > sentence.start() && is_elected(self.doc, start - 1);
        let first = start <= sentence.start() + 1 + usize::from(elected) || listed() || as_such();
        let subject = self.syntax.phrase_at(holder.start());
        first
            && description.article == Article::Bare
            && subject.is_some()
            && self
                .syntax
                .verbs()
                .get(self.syntax.verbs().partition_point(|v| v.span.start() < holder.end()))
                .is_some_and(|v| {
                    v.subject == subject
                        && self.syntax.clause(v.clause).is_some_and(|clause| clause.kind == ClauseKind::Main)
                })
    }

    /// Where the words around a description end: «Élu maire de Lyon *en 1995*, X …», «Ministre *de 1988 à 1990*, X …».
    fn opener_end(&self, description: &Description) -> usize {
        const LONGEST: usize = 8;
        let (start, end) = (description.tokens.start(), description.tokens.end());
        let sentence = self.doc.sentence_of(start);
        let elected =
            start > sentence.start() && start <= sentence.start() + 2 && is_elected(self.doc, start - 1);
        let dated = || {
            start == sentence.start()
                && description.article == Article::Bare
                && tenure(self.doc, self.resolved, end).is_some()
        };
        if !elected && !dated() {
            return end;
        }
        let comma = (end..sentence.end().min(end + LONGEST)).find(|i| self.doc.form(*i) == ",");
        comma.filter(|comma| !(end..*comma).any(|i| self.syntax.tag(i).is_verb())).unwrap_or(end)
    }

    /// The name that a description leads up to: «le ministre X», «le président de Y, X,».
    fn behind_it(&self, description: &Description) -> Option<ResolvedMention> {
        let end = self.opener_end(description);
        let comma = matches!(self.doc.form(end), "," | ":" | "(");
        let mut at = end + usize::from(comma);
        if comma && matches!(self.doc.form(at), "le" | "la") {
            at += 1;
        }
        while self.doc.is(at, Classes::TITLE) && self.person_at(at).is_none() && at < end + 4 {
            at += 1;
        }
        let holder = self.person_at(at)?;
        if self.doc.sentence_of(at) != self.doc.sentence_of(description.head.start()) {
            return None;
        }
        if !comma || self.is_fronted(description, holder.tokens) {
            return Some(holder);
        }
        // «selon le ministre, X est parti»: a comma alone does not tie. A name that a verb follows is its subject,
        // unless it closes an aside.
        let end = holder.tokens.end();
        let list = matches!(self.doc.form(end), "et" | ",")
            && description.agreement.plural()
            && !description.agreement.singular();
        let definite =
            matches!(description.article, Article::Definite | Article::Possessive | Article::Indefinite);
        let bare = description.article == Article::Bare && !description.former && !list;
        let open = self.syntax.tag(end).is_verb()
            || matches!(
                self.syntax.tag(end),
                Tag::Clitic | Tag::SubjectPronoun | Tag::Negation | Tag::Coordinator | Tag::RelativePronoun
            );
        let enclosed = !open && (definite || self.doc.form(description.tokens.end()) == "(");
        let led = !bare && self.is_aside(holder.tokens);
        (list || enclosed || led).then_some(holder)
    }

    /// Whether what follows the name is the verb of the description: «Le patron de la banque, X, a dit».
    fn is_aside(&self, name: TokenSpan) -> bool {
        let after = self.doc.form(name.end());
        matches!(after, "," | ")" | "(" | "." | "")
    }

    fn person_at(&self, at: usize) -> Option<ResolvedMention> {
        let mention = self.resolved.mention_at(at)?;
        let named = mention.form == MentionForm::Name && mention.kind == EntityKind::Person;
        (named && mention.tokens.start() == at).then_some(*mention)
    }

    fn person_ending_at(&self, last: usize) -> Option<ResolvedMention> {
        let mention = self.resolved.mention_at(last)?;
        let named = mention.form == MentionForm::Name && mention.kind == EntityKind::Person;
        (named && mention.tokens.end() == last + 1).then_some(*mention)
    }

    /// «A, B et C» after a plural role.
    fn coordinated(&self, first: &ResolvedMention) -> Vec<ResolvedMention> {
        let mut all = Vec::new();
        let mut end = first.tokens.end();
        while all.len() < 12 {
            let mut at = end;
            // A party or a country in brackets belongs to the name before it.
            if self.doc.form(at) == "(" {
                let Some(close) = (at..at + 8).find(|i| self.doc.form(*i) == ")") else { break };
                at = close + 1;
            }
            let comma = self.doc.form(at) == ",";
            at += usize::from(comma);
            let and = matches!(self.doc.form(at), "et" | "ou");
            at += usize::from(and);
            if !comma && !and {
                break;
            }
            while self.doc.is(at, Classes::TITLE) && self.person_at(at).is_none() && at < end + 5 {
                at += 1;
            }
            let Some(next) = self.person_at(at) else { break };
            all.push(next);
            end = next.tokens.end();
        }
        all
    }

    /// «A et B, députés de Lyon»: those before the last one.
    fn coordinated_back(&self, last: &ResolvedMention) -> Vec<ResolvedMention> {
        let mut all = Vec::new();
        let mut start = last.tokens.start();
        while all.len() < 12 {
            let Some(before) = start.checked_sub(2) else { break };
            if !matches!(self.doc.form(start - 1), "," | "et") {
                break;
            }
            let Some(next) = self.person_ending_at(before) else { break };
            all.push(next);
            start = next.tokens.start();
        }
        all
    }

    /// The name that a description follows: «X, 45 ans, président de Y», «X (président de Y)», «X, le patron».
    fn before_it(&self, index: usize, description: &Description) -> Option<ResolvedMention> {
        let doc = self.doc;
        let sentence = doc.sentence_of(description.head.start());
        let mut at = before_lead(doc, description.tokens.start().checked_sub(1)?, sentence.start());
        let mut joined = false;
        if doc.form(at) == "et" {
            // «ancien maire de A et député de B»: the second goes where the first goes.
            joined = true;
        } else if !matches!(doc.form(at), "," | "(" | "–" | "-" | "—" | ";" | "[") {
            return None;
        }
        // Further appositions of the same name may stand between: an age, another role, a party in brackets.
        for _ in 0..5 {
            let before = at.checked_sub(1).filter(|before| *before >= sentence.start())?;
            if !joined && let Some(mention) = self.person_ending_at(before) {
                return Some(mention);
            }
            let start = if doc.form(before) == "ans" {
                before.checked_sub(1)?
            } else if let Some(other) = self.earlier(index, at).filter(|_| doc.form(before) == ")") {
                // «président de l’Agence des phares (ADP) *et maire de Lyon*»
                other.tokens.start()
            } else if doc.form(before) == ")" {
                let open = (before.saturating_sub(8)..before).rev().find(|i| doc.form(*i) == "(")?;
                if let Some(mention) = open.checked_sub(1).and_then(|last| self.person_ending_at(last)) {
                    return Some(mention);
                }
                open
            } else if let Some(dated) = self.dated(index, before) {
                dated
            } else {
                self.earlier(index, at)?.tokens.start()
            };
            joined = false;
            at = start.checked_sub(1)?;
            // «X, *alors* ministre et maire»
            at = before_lead(doc, at, sentence.start());
            if let Some(mention) = self.person_ending_at(at) {
                return Some(mention);
            }
            joined |= doc.form(at) == "et";
            if !matches!(doc.form(at), "," | "et" | "(") {
                return None;
            }
        }
        None
    }

    /// Where the description begins whose date ends here: «X, élu *maire en 1995*, puis député».
    fn dated(&self, index: usize, last: usize) -> Option<usize> {
        self.resolved.mention_at(last).filter(|m| m.kind == EntityKind::Date)?;
        let mut near = self.descriptions.get(index.saturating_sub(4)..index)?.iter().rev();
        let ends = |end| tenure(self.doc, self.resolved, end).is_some_and(|t| t.tokens.end() == last + 1);
        let before = near.find(|other| ends(other.tokens.end()))?.tokens.start();
        let elected = before.checked_sub(1).is_some_and(|at| is_elected(self.doc, at));
        Some(before - usize::from(elected))
    }

    /// The description that ends where this one's comma stands.
    fn earlier(&self, index: usize, end: usize) -> Option<&Description> {
        let from = index.saturating_sub(4);
        self.descriptions.get(from..index)?.iter().rev().find(|other| other.tokens.end() == end)
    }
}
