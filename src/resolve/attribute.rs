use std::sync::LazyLock;

use super::description::{Article, Description};
use super::discourse::Discourse;
use super::holding::{Holding, Tie};
use super::resolved::ResolvedMention;
use crate::lexicon::{Agreement, Classes, Lexicon, WordId};
use crate::ontology::{EntityKind, MentionForm};
use crate::syntax::{ClauseKind, Mood, PhraseId, Tense, VerbGroup};
use crate::token::TokenKind;

impl Discourse<'_> {
    /// «X est (devenu) président de Y», «il a été élu président», «X, qui était maire de Lyon».
    pub(super) fn said_of(&mut self, index: usize, description: &Description) -> bool {
        let Some((phrase, verb)) = self.verb_before(description) else {
            return self.said_as_well(index, description) || self.fronted(index, description);
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
        let Some(before) = description.tokens.start().checked_sub(1) else { return false };
        let Some(first) = index.checked_sub(1).and_then(|index| self.descriptions.get(index)) else {
            return false;
        };
        let joined = matches!(self.doc.form(before), "et" | "puis" | ",") && first.tokens.end() == before;
        let said = self.later.last().filter(|h| h.description + 1 == index && h.tie == Tie::Copula).copied();
        let Some(said) = said.filter(|_| joined && description.article == Article::Bare) else {
            return false;
        };
        let holding = Holding { description: index, ..said };
        self.described(description, &holding);
        self.later.push(holding);
        true
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
        let first = description.tokens.start() == sentence.start() && description.article == Article::Bare;
        if !first || self.doc.form(description.tokens.end()) != "," {
            return false;
        }
        let verbs = self.syntax.verbs();
        let from = verbs.partition_point(|verb| verb.span.start() < description.tokens.end());
        let main = verbs.get(from..).unwrap_or_default().iter().take(6).find(|verb| {
            let kind = self.syntax.clause(verb.clause).map(|clause| clause.kind);
            kind == Some(ClauseKind::Main) && verb.subject.is_some() && verb.span.start() < sentence.end()
        });
        let subject = main.and_then(|verb| self.syntax.phrase(verb.subject?));
        self.pending =
            subject.filter(|p| p.span.start() > description.tokens.end()).map(|p| (index, p.head.index()));
        self.pending.is_some()
    }

    /// A pronoun was resolved that a description in front of it was waiting for.
    pub(super) fn settle(&mut self, holder: ResolvedMention) {
        let Some((index, _)) = self.pending.take_if(|(_, token)| holder.tokens.has(*token)) else { return };
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
        wanted.human = true;
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
