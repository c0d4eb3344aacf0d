use std::sync::LazyLock;

use super::description::{Article, Description};
use super::discourse::Discourse;
use super::holding::{Holding, Tie, is_elected};
use super::resolved::ResolvedMention;
use crate::lexicon::{Agreement, Classes, Lexicon, RoleKind, WordId};
use crate::ontology::{EntityKind, MentionForm};
use crate::syntax::{ClauseKind, Mood, PhraseId, Tag, Tense, VerbGroup};
use crate::token::TokenKind;

impl Discourse<'_> {
    /// «X est (devenu) président de Y», «il a été élu président», «X, qui était maire de Lyon».
    pub(super) fn said_of(&mut self, index: usize, description: &Description) -> bool {
        let Some((phrase, verb)) = self.verb_before(description) else {
            return self.said_as_well(index, description)
                || self.fronted(index, description)
                || self.fronted_too(index, description)
                || self.turned(index, description);
        };
        let holder = self.mention_of(phrase).filter(|m| m.kind == EntityKind::Person);
        let Some(holder) = holder else { return false };
        let past =
            matches!(verb.tense, Tense::Imperfect | Tense::SimplePast | Tense::Perfect | Tense::Pluperfect)
                && COPULAS.being == Some(verb.lemma);
        let holding = Holding {
            negated: verb.negated,
            conditional: verb.mood == Mood::Conditional || verb.modal.is_some(),
            past,
            ..Holding::plain(index, holder, Tie::Copula)
        };
        self.described(description, &holding);
        self.later.push(holding);
        true
    }

    /// «X a été maire *puis député*», «X est ministre, *député* et maire»: the second of what a verb says.
    fn said_as_well(&mut self, index: usize, description: &Description) -> bool {
        let Some(mut before) = description.tokens.start().checked_sub(1) else { return false };
        // Descriptions inside the first one may stand between: «l’épouse du *peintre* X et la mère de Y».
        let mut last = self.later.iter().rev().take(3);
        let Some(said) = last.find(|h| h.tie == Tie::Copula && h.description < index).copied() else {
            return false;
        };
        let Some(first) = self.descriptions.get(said.description) else { return false };
        let joint = |at: usize| matches!(self.doc.form(at), "et" | "puis" | ",");
        // «, *puis* député», «et *enfin* député»
        while joint(before) && before > first.tokens.end() && joint(before - 1) {
            before -= 1;
        }
        let joined = joint(before) && self.after_dates(first.tokens.end(), before) == before;
        // «l’épouse de A et *la mère* de B» as well as «maire et *député*»
        let alike = description.article == Article::Bare
            || description.article == Article::Definite && first.article == Article::Definite;
        if !joined || !alike {
            return false;
        }
        let holding = Holding { description: index, ..said };
        self.described(description, &holding);
        self.later.push(holding);
        true
    }

    /// Past the time during which somebody held a seat: «maire *de 1995 à 2008* et député».
    fn after_dates(&self, from: usize, limit: usize) -> usize {
        let mut at = from;
        while at < limit && at < from + LONGEST_TIME {
            let dated = self.resolved.mention_at(at).is_some_and(|m| m.kind == EntityKind::Date);
            let led = matches!(
                self.doc.form(at),
                "de" | "à" | "en" | "depuis" | "jusqu'" | "jusqu’" | "entre" | "et" | "(" | ")"
            );
            if !dated && !led {
                break;
            }
            at += 1;
        }
        at
    }

    /// The verb that says what somebody is and whose attribute the description is, and of whom it says so.
    fn verb_before(&self, description: &Description) -> Option<(PhraseId, VerbGroup)> {
        let mut at = description.tokens.start().checked_sub(1)?;
        let sentence = self.doc.sentence_of(at);
        // «Il a nommé *X* directeur de Velmar»
        if let Some(named) = self.resolved.mention_at(at).filter(|m| m.kind == EntityKind::Person) {
            let before = named.tokens.start().checked_sub(1).filter(|at| *at >= sentence.start())?;
            let verb = self.syntax.verb(self.syntax.verb_at(before)?)?;
            let object = self.syntax.phrase_at(named.tokens.start());
            let said = COPULAS.object.contains(&verb.lemma) && !verb.is_passive() && verb.object == object;
            return object.filter(|_| said).map(|object| (object, *verb));
        }
        // «comme», «au poste de», adverbs may stand between verb and role.
        for _ in 0..5 {
            if let Some(verb) = self.syntax.verb_at(at).and_then(|id| self.syntax.verb(id)) {
                return described(verb).map(|phrase| (phrase, *verb));
            }
            let skip = self
                .doc
                .is(at, Classes::ADVERB | Classes::TIME_WORD | Classes::NUMERAL | Classes::DETERMINER)
                || matches!(
                    self.doc.form(at),
                    "comme" | "tant" | "que" | "au" | "poste" | "de" | "en" | "facto"
                );
            if !skip || self.doc.token(at).is_some_and(|t| t.kind == TokenKind::Punctuation) {
                return None;
            }
            at = at.checked_sub(1).filter(|at| *at >= sentence.start())?;
        }
        None
    }

    /// «Ancien séminariste, il était …»: in front of the subject, which comes later.
    fn fronted(&mut self, index: usize, description: &Description) -> bool {
        let sentence = self.doc.sentence_of(description.head.start());
        let start = description.tokens.start();
        // «*Nommée* juge à Limoges en 1960, elle …»
        let elected = start == sentence.start() + 1 && is_elected(self.doc.form(sentence.start()));
        let first = (start == sentence.start() || elected) && description.article == Article::Bare;
        // «Membre du parti *puis de l’union*, il …», «Député *de 1995 à 2002*, il …»
        let end = description.tokens.end();
        let comma = (end..sentence.end().min(end + LONGEST_TIME)).find(|i| self.doc.form(*i) == ",");
        if !first || comma.is_none_or(|comma| (end..comma).any(|i| self.syntax.tag(i) == Tag::VerbFinite)) {
            return false;
        }
        let verbs = self.syntax.verbs();
        let from = verbs.partition_point(|verb| verb.span.start() < description.tokens.end());
        let main = verbs.get(from..).unwrap_or_default().iter().take(6).find(|verb| {
            let kind = self.syntax.clause(verb.clause).map(|clause| clause.kind);
            kind == Some(ClauseKind::Main) && verb.subject.is_some() && verb.span.start() < sentence.end()
        });
        let subject = main.and_then(|verb| self.syntax.phrase(verb.subject?));
        self.pending.clear();
        self.pending.extend(
            subject.filter(|p| p.span.start() > description.tokens.end()).map(|p| (index, p.head.index())),
        );
        !self.pending.is_empty()
    }

    /// «Maire de Lyon *puis député du Rhône*, il …»: one more in front of the same subject.
    fn fronted_too(&mut self, index: usize, description: &Description) -> bool {
        let (Some(&(last, token)), Some(before)) =
            (self.pending.last(), description.tokens.start().checked_sub(1))
        else {
            return false;
        };
        let joined = matches!(self.doc.form(before), "et" | "puis" | ",") && last + 1 == index;
        let fronted = joined && description.article == Article::Bare && description.tokens.end() <= token;
        if fronted {
            self.pending.push((index, token));
        }
        fronted
    }

    /// «Le président en est *X*», «dont le chef de file est l’ancienne juge *X*»: the seat is named first.
    fn turned(&mut self, index: usize, description: &Description) -> bool {
        const NEAR: usize = 5;
        let end = description.tokens.end();
        if description.article != Article::Definite || !description.agreement.singular() {
            return false;
        }
        let Some(verb) = (end..end + 3).find_map(|at| self.syntax.verb(self.syntax.verb_at(at)?)).copied()
        else {
            return false;
        };
        let seat = self.syntax.phrase_at(description.head.start());
        if COPULAS.being != Some(verb.lemma)
            || verb.modal.is_some()
            || verb.subject.is_none()
            || verb.subject != seat
        {
            return false;
        }
        let sentence = self.doc.sentence_of(end);
        let named = (verb.span.end()..sentence.end().min(verb.span.end() + NEAR))
            .take_while(|at| {
                // «est *un ami de* X» says who he is no more than a name would.
                let other = matches!(self.doc.form(*at), "de" | "d'" | "d’" | "du" | "des" | "un" | "une");
                self.resolved.mention_at(*at).is_some()
                    || !other
                        && self.doc.is(
                            *at,
                            Classes::DETERMINER
                                | Classes::ADJECTIVE
                                | Classes::ROLE
                                | Classes::TITLE
                                | Classes::ADVERB,
                        )
            })
            .find_map(|at| self.resolved.mention_at(at).filter(|m| m.tokens.start() == at))
            .filter(|m| m.kind == EntityKind::Person && m.form == MentionForm::Name);
        let Some(holder) = named.copied() else { return false };
        let past =
            matches!(verb.tense, Tense::Imperfect | Tense::SimplePast | Tense::Perfect | Tense::Pluperfect);
        let conditional = verb.mood == Mood::Conditional;
        let holding = Holding {
            negated: verb.negated,
            conditional,
            past,
            ..Holding::plain(index, holder, Tie::Copula)
        };
        self.described(description, &holding);
        self.later.push(holding);
        true
    }

    /// A pronoun was resolved that a description in front of it was waiting for.
    pub(super) fn settle(&mut self, holder: ResolvedMention) {
        if self.pending.last().is_none_or(|(_, token)| !holder.tokens.has(*token)) {
            return;
        }
        for (index, _) in std::mem::take(&mut self.pending) {
            let Some(description) = self.descriptions.get(index) else { return };
            if holder.kind == EntityKind::Person {
                self.offices.note(self.doc, self.resolved, description, holder.entity);
                self.join(
                    description.tokens,
                    holder.entity,
                    EntityKind::Person,
                    MentionForm::Nominal,
                    "apposition",
                );
                self.later.push(Holding::plain(index, holder, Tie::Behind));
            }
        }
    }

    /// «il est *maire*», «elle est devenue *la présidente* de»: nobody but a human being holds a seat.
    pub(super) fn tells_seat(&self, verb: &VerbGroup) -> bool {
        let end = verb.span.end();
        COPULAS.subject.contains(&verb.lemma)
            && (end..end + 3)
                .take_while(|at| !matches!(self.syntax.tag(*at), Tag::Punctuation | Tag::Preposition))
                .any(|at| self.doc.is(at, Classes::ROLE) && self.syntax.tag(at).is_noun())
    }

    /// Whose it is: «son avocat», «leur client».
    pub(super) fn possessor(
        &self,
        description: &Description,
        holder: Option<crate::graph::EntityId>,
    ) -> Option<crate::graph::EntityId> {
        if description.article != Article::Possessive {
            return None;
        }
        let one =
            matches!(self.doc.form(description.tokens.start()), "son" | "sa" | "ses" | "Son" | "Sa" | "Ses");
        if !one {
            return None;
        }
        let mut wanted = self.wanted(
            description.tokens.start(),
            Agreement::from_bits(Agreement::ANY.bits() & !Agreement::PLURAL.bits()),
        );
        // «sa femme» is said of a man, «son mari» of a woman.
        if let Some(spouse) =
            SPOUSES.iter().find(|(noun, _)| self.doc.form(description.head.start()) == *noun)
        {
            wanted.agreement = Agreement::from_bits(
                (spouse.1.bits() | Agreement::SINGULAR.bits()) & wanted.agreement.bits(),
            );
        }
        // «Le club a réagi. *Son* président …»: an office is that of a body.
        wanted.office = matches!(
            description.kind,
            RoleKind::Leader
                | RoleKind::Founder
                | RoleKind::Member
                | RoleKind::Office
                | RoleKind::Business
                | RoleKind::Sport
        );
        wanted.human = !wanted.office;
        wanted.not[0] = holder;
        self.focus.pick(&wanted)
    }

    /// What stands for somebody at the head of a phrase: a name, a description, a pronoun.
    pub(super) fn mention_of(&self, phrase: PhraseId) -> Option<ResolvedMention> {
        let phrase = self.syntax.phrase(phrase)?;
        let head = phrase.name.map_or(phrase.head.index(), |name| name.start());
        let joined = || self.found.iter().rev().take(8).map(|(m, _)| m).find(|m| m.tokens.has(head));
        self.resolved.mention_at(head).or_else(joined).copied()
    }
}

/// Most tokens of a time between two seats.
const LONGEST_TIME: usize = 10;

/// Whose spouse somebody is, by the noun.
const SPOUSES: [(&str, Agreement); 4] = [
    ("femme", Agreement::MASCULINE),
    ("épouse", Agreement::MASCULINE),
    ("mari", Agreement::FEMININE),
    ("époux", Agreement::FEMININE),
];

/// Verbs that say what somebody is, and of whom they say it.
struct Copulas {
    being: Option<WordId>,
    /// «être», «devenir»: of the subject.
    subject: Vec<WordId>,
    /// «nommer», «élire»: of the object, in the passive of the subject.
    object: Vec<WordId>,
}

static COPULAS: LazyLock<Copulas> = LazyLock::new(|| {
    let rows = || include_str!("data/copulas.tsv").lines().filter_map(|line| line.split_once('\t'));
    let of = |whom: &str| {
        let words = rows().filter(|(_, of)| *of == whom).map(|(verb, _)| Lexicon::french().look_up(verb));
        words.filter(|word| word.is_known()).collect()
    };
    Copulas { being: Lexicon::french().word("être"), subject: of("subject"), object: of("object") }
});

/// The phrase that the verb says something of, where it is a verb that says what somebody is.
fn described(verb: &VerbGroup) -> Option<PhraseId> {
    if COPULAS.subject.contains(&verb.lemma) {
        verb.subject
    } else if COPULAS.object.contains(&verb.lemma) {
        if verb.is_passive() { verb.subject } else { verb.object }
    } else {
        None
    }
}
