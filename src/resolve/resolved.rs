use crate::graph::{Entity, EntityId};
use crate::ontology::{EntityKind, MentionForm};
use crate::token::TokenSpan;

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
}

impl Resolved {
    /// Entities with their mentions, which are sorted here; `len` is the number of tokens of the document.
    pub fn new(entities: Vec<Entity>, mut mentions: Vec<ResolvedMention>, len: usize) -> Self {
        mentions.sort_by_key(|mention| (mention.tokens.start(), std::cmp::Reverse(mention.tokens.end())));
        let mut by_token = vec![u32::MAX; len];
        for (index, mention) in mentions.iter().enumerate() {
            // The longer one comes first, so that what it contains overwrites it.
            for token in mention.tokens.indices() {
                if let Some(slot) = by_token.get_mut(token) {
                    *slot = index as u32;
                }
            }
        }
        Self { entities, mentions, by_token }
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
