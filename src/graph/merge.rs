use std::collections::BTreeMap;

use super::{Entity, EntityId, Graph, RelationId};
use crate::ontology::{EntityKind, RelationKind};
use crate::text::fold;

/// A thing that several articles name.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Joined {
    /// What it is.
    pub kind: EntityKind,
    /// The fullest name of all.
    pub name: String,
    /// Where it is: the number of the article, and the entity in its graph.
    pub places: Vec<(usize, EntityId)>,
}

/// The graphs of several articles, read as one.
///
/// Nothing is copied or renumbered: every fact stays in the graph of its article, whose text it points into. What
/// is added is who is the same. Two entities are joined only where it is safe: by the id of a user's gazetteer, or by
/// the same full name — for people a name of two words or more. «Dupont» in one article and «Jean Dupont»
/// in another stay two: there are many of that name.
///
/// ```
/// use greffier::Extractor;
/// use greffier::graph::Merged;
/// let extractor = Extractor::french();
/// let monday = extractor.extract("Le maire Luc Hadrien a été arrêté lundi.");
/// let tuesday = extractor.extract("Luc Hadrien, qui vit à Genève, se tait. Hadrien est innocent, dit-on.");
/// let merged = Merged::new(vec![monday, tuesday]);
/// let hadrien = merged.find("Luc Hadrien").unwrap();
/// assert_eq!(hadrien.places.len(), 2);
/// let roles: Vec<usize> = merged.relations_of(hadrien).map(|(article, _)| article).collect();
/// assert_eq!(roles, [0, 1]);
/// ```
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Merged {
    graphs: Vec<Graph>,
    joined: Vec<Joined>,
    by_name: BTreeMap<String, Vec<usize>>,
}

/// What two entities must share to be one.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Identity {
    External(String),
    Named(EntityKind, String),
}

impl Merged {
    /// Reads the graphs as one; the articles keep their order.
    pub fn new(graphs: Vec<Graph>) -> Self {
        let mut joined: Vec<Joined> = Vec::new();
        let mut known: BTreeMap<Identity, usize> = BTreeMap::new();
        for (article, graph) in graphs.iter().enumerate() {
            for entity in &graph.entities {
                let identities = identities(entity);
                let found = identities.iter().find_map(|identity| known.get(identity)).copied();
                let index = found.unwrap_or_else(|| {
                    joined.push(Joined { kind: entity.kind, name: entity.name.clone(), places: Vec::new() });
                    joined.len() - 1
                });
                for identity in identities {
                    known.entry(identity).or_insert(index);
                }
                if let Some(one) = joined.get_mut(index) {
                    one.places.push((article, entity.id));
                    if entity.name.split(' ').count() > one.name.split(' ').count() {
                        one.name.clone_from(&entity.name);
                    }
                }
            }
        }
        let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, one) in joined.iter().enumerate() {
            by_name.entry(fold(&one.name)).or_default().push(index);
        }
        Self { graphs, joined, by_name }
    }

    /// The graphs, in the order in which they were given.
    pub fn graphs(&self) -> &[Graph] {
        &self.graphs
    }

    /// Everybody and everything that the articles name, in the order of their first mention.
    pub fn entities(&self) -> &[Joined] {
        &self.joined
    }

    /// The one of this name, whatever its capitals and accents.
    pub fn find(&self, name: &str) -> Option<&Joined> {
        self.joined.get(*self.by_name.get(&fold(name))?.first()?)
    }

    /// The entity in each article.
    pub fn in_articles<'m>(&'m self, one: &'m Joined) -> impl Iterator<Item = (usize, &'m Entity)> {
        one.places
            .iter()
            .filter_map(|(article, id)| Some((*article, self.graphs.get(*article)?.entity(*id)?)))
    }

    /// The roles and ties that the articles tell of it, each with the number of its article.
    pub fn relations_of<'m>(&'m self, one: &'m Joined) -> impl Iterator<Item = (usize, RelationId)> + 'm {
        one.places.iter().flat_map(move |(article, id)| {
            let relations =
                self.graphs.get(*article).map(|graph| graph.relations.as_slice()).unwrap_or_default();
            let theirs = relations.iter().filter(move |r| r.from == *id || r.to == Some(*id));
            theirs.map(move |relation| (*article, relation.id))
        })
    }

    /// Those who have a tie of this kind to it in some article: everybody who held a role in a bank, say.
    pub fn tied_to<'m>(
        &'m self,
        one: &'m Joined,
        kind: RelationKind,
    ) -> impl Iterator<Item = (usize, &'m Entity)> {
        one.places.iter().flat_map(move |(article, id)| {
            let graph = self.graphs.get(*article);
            let relations = graph.map(|graph| graph.relations.as_slice()).unwrap_or_default();
            let theirs = relations.iter().filter(move |r| r.kind == kind && r.to == Some(*id));
            theirs.filter_map(move |relation| Some((*article, graph?.entity(relation.from)?)))
        })
    }
}

/// What may join the entity with those of other articles: nothing, where its name may be another's.
fn identities(entity: &Entity) -> Vec<Identity> {
    let mut identities = Vec::new();
    if let Some(id) = &entity.external_id {
        identities.push(Identity::External(id.clone()));
    }
    let name = fold(&entity.name);
    let safe = match entity.kind {
        EntityKind::Person => name.split([' ', '-']).nth(1).is_some() && !name.contains('.'),
        EntityKind::Organisation | EntityKind::Location | EntityKind::Event | EntityKind::Product => true,
        _ => false,
    };
    if safe {
        identities.push(Identity::Named(entity.kind, name));
    }
    identities
}
