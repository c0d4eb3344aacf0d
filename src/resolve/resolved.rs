use std::borrow::Cow;

use super::description::Description;
use super::discourse::Joined;
use super::holding::Holding;
use crate::document::Document;
use crate::graph::{Entity, EntityId, Mention};
use crate::lexicon::RoleKind;
use crate::ontology::{EntityKind, Gender, MentionForm};
use crate::text::Span;
use crate::token::{TokenKind, TokenSpan};

/// A mention with the entity that it stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ResolvedMention {
    /// The tokens.
    pub tokens: TokenSpan,
    /// The entity.
    pub entity: EntityId,
    /// What the entity is.
    pub kind: EntityKind,
    /// Name, description or pronoun.
    pub form: MentionForm,
}

/// The entities of an article and every place that stands for one.
#[derive(Clone, Debug, Default)]
pub struct Resolved {
    entities: Vec<Entity>,
    /// Sorted by their tokens; names do not overlap each other, descriptions may contain names.
    mentions: Vec<ResolvedMention>,
    /// For each token the innermost mention that covers it, or `u32::MAX`.
    by_token: Vec<u32>,
    /// Who is described by which description.
    holdings: Vec<Holding>,
    /// Who judges, prosecutes or pleads by profession, sorted.
    jurists: Vec<EntityId>,
    /// Tokens of pronouns that stand for somebody without a name, sorted.
    strangers: Vec<usize>,
}

impl Resolved {
    /// Entities with their mentions, which are sorted here; `len` is the number of tokens of the document.
    pub fn new(entities: Vec<Entity>, mentions: Vec<ResolvedMention>, len: usize) -> Self {
        let mut resolved = Self {
            entities,
            mentions,
            by_token: vec![u32::MAX; len],
            holdings: Vec::new(),
            jurists: Vec::new(),
            strangers: Vec::new(),
        };
        resolved.sort();
        resolved
    }

    /// Adds descriptions and pronouns, each with the reason why it stands for its entity.
    pub(super) fn add(&mut self, doc: &Document<'_>, joined: &[Joined]) {
        for (mention, why) in joined {
            let Some(entity) = self.entities.get_mut(mention.entity.index()) else { continue };
            entity.mentions.push(Mention {
                span: pronoun_of(doc, mention.tokens),
                form: mention.form,
                joined_by: Cow::Borrowed(why),
            });
            self.mentions.push(*mention);
            // «le tribunal», «la cour»: the short form that the article has for a body.
            if *why == HEAD_NOUN || *why == CALLED {
                let last = mention.tokens.end().saturating_sub(1);
                let short = doc.form(last);
                // «le groupe» after «le groupe Valmoret», but not after «Valmoret, un groupe belge».
                let headed = |alias: &String| {
                    alias.strip_prefix(short).is_some_and(|rest| rest.starts_with(char::is_whitespace))
                };
                if *why == CALLED && !entity.aliases.iter().any(headed) {
                    continue;
                }
                if entity.name != short && entity.aliases.iter().all(|known| known != short) {
                    entity.aliases.push(short.to_owned());
                }
            }
        }
        for entity in &mut self.entities {
            entity
                .mentions
                .sort_by_key(|mention| (mention.span.start(), std::cmp::Reverse(mention.span.end())));
        }
        self.sort();
    }

    /// Keeps who is described by which description.
    pub(super) fn hold(&mut self, holdings: Vec<Holding>, descriptions: &[Description]) {
        let law = |holding: &&Holding| {
            descriptions.get(holding.description).is_some_and(|d| d.kind == RoleKind::Justice)
        };
        self.jurists = holdings.iter().filter(law).map(|holding| holding.holder.entity).collect();
        self.jurists.sort_unstable();
        self.jurists.dedup();
        self.holdings = holdings;
    }

    /// Whether the article calls somebody a judge, a prosecutor or a lawyer.
    pub fn is_jurist(&self, entity: EntityId) -> bool {
        self.jurists.binary_search(&entity).is_ok()
    }

    /// Keeps the pronouns that stand for somebody without a name, in reading order.
    pub(super) fn set_strangers(&mut self, strangers: Vec<usize>) {
        self.strangers = strangers;
    }

    /// Whether the pronoun at the token stands for somebody whom the article does not name.
    pub fn is_stranger(&self, token: usize) -> bool {
        self.strangers.binary_search(&token).is_ok()
    }

    /// Adds a body that has no name; the mentions must be sorted afterwards.
    pub(super) fn describe(
        &mut self,
        mention: ResolvedMention,
        place: Mention,
        new: impl FnOnce() -> Entity,
    ) {
        if mention.entity.index() == self.entities.len() {
            self.entities.push(new());
        }
        if let Some(entity) = self.entities.get_mut(mention.entity.index()) {
            entity.mentions.push(place);
            self.mentions.push(mention);
        }
    }

    /// Sets the gender of a person.
    pub(super) fn set_gender(&mut self, id: EntityId, gender: Option<Gender>) {
        if let Some(entity) = self.entities.get_mut(id.index()) {
            entity.gender = entity.gender.or(gender);
        }
    }

    pub(super) fn sort(&mut self) {
        let mentions = &mut self.mentions;
        mentions.sort_by_key(|mention| (mention.tokens.start(), std::cmp::Reverse(mention.tokens.end())));
        for (index, mention) in mentions.iter().enumerate() {
            // The longer one comes first, so that what it contains overwrites it.
            for token in mention.tokens.indices() {
                if let Some(slot) = self.by_token.get_mut(token) {
                    *slot = index as u32;
                }
            }
        }
    }

    /// Who is described by which description, in the order of the descriptions.
    pub(crate) fn holdings(&self) -> &[Holding] {
        &self.holdings
    }

    /// The entities, in reading order.
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// Gives the entities away, for the graph.
    pub fn into_entities(self) -> Vec<Entity> {
        self.entities
    }

    /// The entity with this id.
    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.entities.get(id.index())
    }

    /// Every mention, in reading order.
    pub fn mentions(&self) -> &[ResolvedMention] {
        &self.mentions
    }

    /// The innermost mention that covers the token at `index`.
    pub fn mention_at(&self, index: usize) -> Option<&ResolvedMention> {
        self.mentions.get(*self.by_token.get(index)? as usize)
    }

    /// The mentions that lie inside a run of tokens, in reading order.
    pub fn mentions_in(&self, run: TokenSpan) -> impl Iterator<Item = &ResolvedMention> {
        let from = self.mentions.partition_point(|mention| mention.tokens.start() < run.start());
        self.mentions[from..]
            .iter()
            .take_while(move |mention| mention.tokens.start() < run.end())
            .filter(move |mention| run.contains(mention.tokens))
    }

    /// The entity that a phrase stands for: the mention that covers its head, or that is the whole phrase,
    /// where `head` is the token of the head noun, name or pronoun.
    pub fn entity_at(&self, head: usize) -> Option<EntityId> {
        self.mention_at(head).map(|mention| mention.entity)
    }
}

/// Why «le tribunal» was joined to «tribunal correctionnel de Lyon».
pub(super) const HEAD_NOUN: &str = "head noun";
/// Why «la chaîne» was joined to Armor TV, which the article calls a chain.
pub(super) const CALLED: &str = "what it is called";

/// The span of a mention; of a pronoun hung on its verb («-t-il») only the pronoun.
fn pronoun_of(doc: &Document<'_>, tokens: TokenSpan) -> Span {
    let span = doc.span(tokens);
    let hung = tokens.len() == 1 && doc.token(tokens.start()).is_some_and(|t| t.kind == TokenKind::Enclitic);
    if !hung {
        return span;
    }
    let form = doc.form(tokens.start());
    let start = form
        .rfind(|c: char| !c.is_alphabetic())
        .map_or(0, |at| at + form[at..].chars().next().map_or(0, char::len_utf8));
    Span::new(span.start() + start, span.end())
}
