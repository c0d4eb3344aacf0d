use super::draft::{Draft, NEAR};
use super::party::Party;
use crate::french::{Scene, Words};
use crate::graph::EntityId;
use crate::lexicon::{Agreement, Classes, Lexicon};
use crate::ontology::{EntityKind, Gender, MentionForm};
use crate::resolve::ResolvedMention;
use crate::token::{TokenKind, TokenSpan};

/// Whom pronouns and descriptions stand for, as far as a step of a case needs it.
///
/// What `resolve` has decided stands; here is only what the matter itself tells: the last named person before «il», the
/// only person to whom the article gives the noun of «l’animateur», the accused of the case for «le suspect».
pub(super) struct Antecedents<'a> {
    pub scene: &'a Scene<'a>,
    pub drafts: &'a [Draft],
}

/// How many sentences back a pronoun reaches.
const FARTHEST: usize = 3;

impl Antecedents<'_> {
    /// Whether the words are a pronoun, clitic or possessive, or stand for one («ce dernier»).
    pub fn is_pronoun(&self, run: TokenSpan) -> bool {
        let doc = self.scene.doc();
        let at = run.start();
        if run.len() == 2 {
            let last = Words::french();
            return last.last.contains(&doc.word(at + 1)) || last.concerned.contains(&doc.word(at + 1));
        }
        run.len() == 1
            && (doc.is(at, Classes::PRONOUN | Classes::CLITIC | Classes::SUBJECT_PRONOUN)
                || Words::french().possessives.contains(&doc.word(at))
                || doc.token(at).is_some_and(|token| token.kind == TokenKind::Enclitic))
    }

    /// The bearers of a pronoun; none where it stays open.
    pub fn of_pronoun(&self, run: TokenSpan) -> Vec<EntityId> {
        let doc = self.scene.doc();
        let form = doc.form(run.start()).to_lowercase();
        let form = form.trim_start_matches("-t-").trim_start_matches('-');
        let (gender, plural) = match form {
            "il" | "le" | "celui-ci" | "celui" | "ce" => (Some(Gender::Masculine), false),
            "elle" | "la" | "celle-ci" | "celle" | "cette" => (Some(Gender::Feminine), false),
            "ils" | "elles" | "les" | "eux" | "ceux-ci" | "leur" | "leurs" | "celles-ci" | "ces" | "tous"
            | "ceux" => (None, true),
            "lui" | "l'" | "l’" | "son" | "sa" | "ses" => (None, false),
            _ => return Vec::new(),
        };
        if plural {
            return self.last_group(run.start());
        }
        let nearest = run.len() == 2;
        if nearest && self.group_is_nearer(run, gender) {
            return Vec::new();
        }
        self.person_before(run.start(), gender, nearest).into_iter().collect()
    }

    /// «les suspects», «les deux hommes»: all the accused of the last step.
    pub fn of_suspects(&self, run: TokenSpan) -> Vec<EntityId> {
        let (doc, words) = (self.scene.doc(), Words::french());
        let definite = matches!(doc.form(run.start()).to_lowercase().as_str(), "les" | "des" | "ces");
        let suspects = run.indices().any(|i| words.suspects.contains(&doc.word(i)));
        if definite && suspects && run.len() <= 3 { self.last_group(run.start()) } else { Vec::new() }
    }

    /// The people without name that «ce dernier», «il» stands for: the last single ones of the sentence before.
    pub fn group_before(&self, run: TokenSpan) -> Option<TokenSpan> {
        let doc = self.scene.doc();
        let sentence = doc.sentence_of(run.start());
        let before = doc.sentence_of(sentence.start().checked_sub(1)?);
        let form = doc.form(run.start()).to_lowercase();
        let plural = form.ends_with('s') && form != "ses" || matches!(form.as_str(), "eux" | "leur");
        let words = Words::french();
        let determined =
            |i: usize| doc.is(i, Classes::DETERMINER | Classes::NUMERAL) && !words.is_plain_de(doc.word(i));
        let human = |i: &usize| {
            doc.is(*i, Classes::ROLE | Classes::HUMAN | Classes::ORGANISATION_HEAD)
                && is_plural(doc.word(*i)) == plural
                && determined(i.saturating_sub(1))
                // «X, *premier président* élu, est mort»
                && doc.form(i.saturating_sub(2)) != ","
        };
        // «La mère a frappé l’enfant. *Elle* …» goes back to the subject, «ce dernier» to the nearest.
        let subject = matches!(form.as_str(), "il" | "elle" | "ils" | "elles");
        let wanted = matches!(form.as_str(), "elle" | "elles");
        let fits = |i: &usize| {
            human(i)
                && !doc.is(i.saturating_sub(2), Classes::PREPOSITION)
                && self.is_feminine(*i).is_none_or(|feminine| feminine == wanted)
        };
        let first = if subject { before.indices().find(fits) } else { None };
        // «L’élève a parlé *au juge*. Il …» goes back to no judge, though nothing tells who the pupil is.
        let other = |i: &usize| human(i) && !(subject && doc.is(*i, Classes::COURT));
        let at = first.or_else(|| before.indices().rev().find(other))?;
        Some(TokenSpan::new(at - 1, at + 1))
    }

    /// Whether a noun for people is feminine, where its form or its article tells.
    pub(super) fn is_feminine(&self, at: usize) -> Option<bool> {
        let doc = self.scene.doc();
        match doc.form(at.saturating_sub(1)).to_lowercase().as_str() {
            "le" | "un" | "ce" | "cet" => Some(false),
            "la" | "une" | "cette" | "sa" => Some(true),
            _ => {
                let agreement = Lexicon::french().analyses(doc.word(at)).next()?.agreement;
                (agreement.masculine() != agreement.feminine()).then(|| agreement.feminine())
            }
        }
    }

    /// «*Un homme* a été écroué, a dit le procureur X. *Il* avait …»: where all the accused so far are one person without
    /// name, and nobody by name has come into the last two sentences but people of the court.
    pub fn only_unnamed(&self, run: TokenSpan) -> Option<Party> {
        let doc = self.scene.doc();
        let gender =
            match doc.form(run.start()).to_lowercase().trim_start_matches("-t").trim_start_matches('-') {
                "il" | "le" => Some(Gender::Masculine),
                "elle" | "la" => Some(Gender::Feminine),
                "l'" | "l’" | "lui" | "son" | "sa" => None,
                _ => return None,
            };
        let told = self.drafts.iter().rev().take(NEAR).filter(|draft| draft.token < run.start());
        let mut parties = told.flat_map(|draft| &draft.parties).peekable();
        let last = **parties.peek()?;
        let first = doc.form(last.tokens.start()).to_lowercase();
        let one = match first.as_str() {
            "un" | "le" => gender != Some(Gender::Feminine),
            "une" | "la" => gender != Some(Gender::Masculine),
            _ => false,
        };
        if !one
            || last.tokens.len() < 2
            || parties.any(|party| party.entity.is_some() || self.is_plural(party.tokens))
        {
            return None;
        }
        let here = doc.sentence_of(run.start());
        let from = here.start().checked_sub(1).map_or(here.start(), |at| doc.sentence_of(at).start());
        let free = |m: &ResolvedMention| self.agrees(m.entity, gender) && !self.is_of_court(m.entity);
        let named = self.names_in(TokenSpan::new(from, run.start())).any(free);
        (!named).then_some(last)
    }

    /// Whether «cette dernière» stands behind people without name: «sa femme … Cette dernière».
    fn group_is_nearer(&self, run: TokenSpan, gender: Option<Gender>) -> bool {
        let Some(group) = self.group_before(run) else { return false };
        let before = self.scene.doc().sentence_of(group.start());
        let named = self.names_in(before).filter(|m| self.agrees(m.entity, gender)).last();
        named.is_none_or(|m| m.tokens.end() <= group.start())
    }

    /// Whose case a step without accused belongs to: the parties of the last step.
    ///
    /// A prosecutor's demands and an inquiry are about the first accused of the article, what a court adds about the last.
    pub fn of_step(&self, token: usize, reach: usize) -> Vec<Party> {
        let doc = self.scene.doc();
        let told = |draft: &&Draft| !draft.parties.is_empty();
        let found = if reach > 1 {
            self.drafts.iter().take(NEAR).find(told)
        } else {
            self.drafts.iter().rev().take(NEAR).find(told)
        };
        let Some(last) = found else { return Vec::new() };
        if reach > 1 {
            return last.parties.clone();
        }
        let place = |at: usize| doc.sentences().partition_point(|s| s.start() <= at);
        let near = place(token).saturating_sub(place(last.token)) <= reach;
        if near { last.parties.clone() } else { Vec::new() }
    }

    /// The parties of the last step told before, where they are several.
    fn last_group(&self, at: usize) -> Vec<EntityId> {
        let last =
            self.drafts.iter().rev().take(NEAR).find(|draft| draft.token < at && draft.parties.len() > 1);
        if let Some(draft) = last {
            return draft.parties.iter().filter_map(|party| party.entity).collect();
        }
        self.named_together(at)
    }

    /// «Denis Corbin et Marc Vialard ont fui. *Ils* …»: the names that stand together in the sentence before.
    fn named_together(&self, at: usize) -> Vec<EntityId> {
        let doc = self.scene.doc();
        let sentence = doc.sentence_of(at);
        let Some(before) = sentence.start().checked_sub(1).map(|last| doc.sentence_of(last)) else {
            return Vec::new();
        };
        let mut together: Vec<(EntityId, usize)> = Vec::new();
        for mention in self.names_in(before) {
            let joined = together.last().is_some_and(|(_, end)| {
                (*end..mention.tokens.start())
                    .all(|i| matches!(doc.form(i), "," | "et") || doc.is(i, Classes::TITLE))
            });
            if !joined && together.len() > 1 {
                break;
            }
            if !joined {
                together.clear();
            }
            together.push((mention.entity, mention.tokens.end()));
        }
        if together.len() > 1 { together.into_iter().map(|(entity, _)| entity).collect() } else { Vec::new() }
    }

    pub(super) fn names_in(&self, run: TokenSpan) -> impl Iterator<Item = &ResolvedMention> {
        let resolved = self.scene.reading().resolved;
        resolved.mentions_in(run).filter(|m| m.form == MentionForm::Name && m.kind == EntityKind::Person)
    }

    pub(super) fn agrees(&self, entity: EntityId, gender: Option<Gender>) -> bool {
        let known = self.scene.reading().resolved.entity(entity).and_then(|entity| entity.gender);
        gender.is_none() || known.is_none() || known == gender
    }

    /// The one whom a pronoun means where some are out of the question.
    pub fn of_other(&self, run: TokenSpan, hurt: &[EntityId]) -> Option<Party> {
        let doc = self.scene.doc();
        let gender = match doc.form(run.start()).to_lowercase().as_str() {
            "il" => Gender::Masculine,
            "elle" => Gender::Feminine,
            _ => return None,
        };
        let mut sentence = doc.sentence_of(run.start());
        for _ in 0..FARTHEST {
            sentence = doc.sentence_of(sentence.start().checked_sub(1)?);
            let mut names = self.names_in(sentence).filter(|m| {
                !hurt.contains(&m.entity)
                    && self.agrees(m.entity, Some(gender))
                    && !self.is_of_court(m.entity)
                    && !self.is_governed(m.tokens.start())
            });
            if let Some(mention) = names.next() {
                return Some(Party { entity: Some(mention.entity), tokens: run });
            }
        }
        None
    }

    pub(super) fn person_before(&self, at: usize, gender: Option<Gender>, nearest: bool) -> Option<EntityId> {
        let doc = self.scene.doc();
        let sentence = doc.sentence_of(at);
        let mut run = TokenSpan::new(sentence.start(), at);
        let mut fallback = None;
        for back in 0..=FARTHEST {
            let names =
                self.names_in(run).filter(|m| self.agrees(m.entity, gender) && !self.is_of_court(m.entity));
            let chosen = if nearest {
                names.last()
            } else {
                let all: Vec<&ResolvedMention> = names.collect();
                let free = all.iter().find(|m| !self.is_governed(m.tokens.start())).copied();
                // «Il a quitté ses fonctions avant l’arrivée de X. Il est …»: the one who was spoken of already.
                if back > 0 && free.is_none() && doc.is(run.start(), Classes::SUBJECT_PRONOUN) {
                    fallback = fallback.or(all.first().map(|m| m.entity));
                    None
                } else {
                    free.or(if back == 0 { None } else { all.first().copied() })
                }
            };
            if let Some(mention) = chosen {
                return Some(mention.entity);
            }
            if back == 0
                && let Some(told) = self.told_here(run, gender)
            {
                return Some(told);
            }
            let start = run.start();
            if start == 0 {
                break;
            }
            run = doc.sentence_of(start - 1);
        }
        fallback
    }

    fn is_governed(&self, at: usize) -> bool {
        let doc = self.scene.doc();
        let before = (at.saturating_sub(4)..at).rev().find(|i| {
            !doc.is(*i, Classes::TITLE | Classes::ROLE | Classes::ADJECTIVE | Classes::DETERMINER)
                || doc.is(*i, Classes::PREPOSITION)
        });
        before.is_some_and(|i| doc.is(i, Classes::PREPOSITION) && doc.sentence_of(i) == doc.sentence_of(at))
    }
}

/// Whether the word is a plural and nothing else.
pub(super) fn is_plural(word: crate::lexicon::WordId) -> bool {
    Lexicon::french().analyses(word).next().is_some_and(|reading| {
        reading.agreement.plural() && !reading.agreement.singular() && reading.agreement != Agreement::ANY
    })
}
