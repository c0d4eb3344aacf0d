use super::cluster::Cluster;
use super::organisations::organisations;
use super::persons::persons;
use super::resolved::{Resolved, ResolvedMention};
use crate::document::Document;
use crate::graph::{self, EntityId};
use crate::mention::Mention;
use crate::ontology::{EntityKind, MentionForm};
use crate::value::ValueMention;

/// Joins the mentions of an article into entities, in reading order of their first mention.
pub(crate) fn resolve(doc: &Document<'_>, mentions: &[Mention], values: &[ValueMention]) -> Resolved {
    let of = |kind: EntityKind| mentions.iter().filter(|m| m.kind == kind).collect::<Vec<&Mention>>();
    let mut clusters = persons(doc, &of(EntityKind::Person));
    for kind in EntityKind::ALL.iter().filter(|kind| **kind != EntityKind::Person) {
        clusters.extend(organisations(doc, &of(*kind)));
    }
    for cluster in &mut clusters {
        cluster.mentions.sort_by_key(|(tokens, _)| *tokens);
    }
    clusters.sort_by_key(|cluster| cluster.mentions.first().map(|(tokens, _)| *tokens));
    let mut resolved = Vec::new();
    let entities = clusters
        .iter()
        .enumerate()
        .map(|(index, cluster)| {
            let id = EntityId::from(index);
            resolved.extend(cluster.mentions.iter().map(|(tokens, _)| ResolvedMention {
                tokens: *tokens,
                entity: id,
                kind: cluster.kind,
                form: MentionForm::Name,
            }));
            entity(doc, id, cluster, values)
        })
        .collect();
    Resolved::new(entities, resolved, doc.len())
}

fn entity(doc: &Document<'_>, id: EntityId, cluster: &Cluster, values: &[ValueMention]) -> graph::Entity {
    let name = cluster.name().map_or("", |name| doc.slice(name.tokens));
    let mut aliases: Vec<String> = Vec::new();
    for (tokens, _) in &cluster.mentions {
        let alias = doc.slice(*tokens);
        if alias != name && aliases.iter().all(|known| known != alias) {
            aliases.push(alias.to_owned());
        }
    }
    graph::Entity {
        id,
        kind: cluster.kind,
        name: name.to_owned(),
        aliases,
        gender: cluster.gender,
        value: cluster
            .value
            .and_then(|index| values.get(index as usize))
            .map(|mention| mention.value.clone()),
        external_id: None,
        mentions: cluster
            .mentions
            .iter()
            .map(|(tokens, why)| graph::Mention {
                span: doc.span(*tokens),
                form: MentionForm::Name,
                joined_by: why.clone(),
            })
            .collect(),
    }
}
