use super::Mention;
use crate::document::Document;
use crate::gazetteer::{EntryId, Gazetteer, UserHit};
use crate::ontology::EntityKind;

/// Puts the names of the user's gazetteer over those that were found, and takes away those of its stop list.
///
/// A listed name is one wherever its words stand, unless they are part of a longer name: of another kind («Paris» in
/// «Paris Saint-Germain»), then it is none; of the same kind («Brume» in «Groupe Brume»), then the longer name is the
/// entry's. A person's surname alone is no entry for everybody who bears it.
pub(crate) fn overlay(
    doc: &Document<'_>,
    gazetteer: &Gazetteer,
    own: &mut Vec<UserHit>,
    mentions: &mut Vec<Mention>,
) {
    own.clear();
    let mut stops = Vec::new();
    gazetteer.read(doc, own, &mut stops);
    mentions.retain(|mention| mention.value.is_some() || stops.binary_search(&mention.tokens).is_err());
    let mut end = 0;
    for hit in own.iter() {
        if hit.tokens.start() < end {
            continue;
        }
        let Some(entry) = gazetteer.entry(hit.entry) else { continue };
        let id = EntryId::of_user(hit.entry);
        let first = mentions.partition_point(|mention| mention.tokens.end() <= hit.tokens.start());
        let last = mentions.partition_point(|mention| mention.tokens.start() < hit.tokens.end());
        let longer = mentions[first..last]
            .iter_mut()
            .find(|mention| mention.tokens != hit.tokens && mention.tokens.contains(hit.tokens));
        if let Some(longer) = longer {
            if longer.kind == entry.kind && entry.kind != EntityKind::Person {
                longer.entry = Some(id);
                end = longer.tokens.end();
            }
            continue;
        }
        let name = Mention {
            tokens: hit.tokens,
            kind: entry.kind,
            margin: f32::INFINITY,
            value: None,
            entry: Some(id),
        };
        mentions.splice(first..last, [name]);
        end = hit.tokens.end();
    }
}
