//! Who speaks for somebody before the law, and for whom.

use super::party::Party;
use crate::french::{Chunk, Scene, Words};
use crate::lexicon::Classes;
use crate::ontology::{EntityKind, MentionForm};

/// «ses avocats», «leur défenseur».
pub(super) fn of_somebody(scene: &Scene<'_>, party: Party) -> bool {
    let (doc, words) = (scene.doc(), Words::french());
    words.possessives.contains(&doc.word(party.tokens.start()))
        && party.tokens.indices().any(|i| words.lawyers.contains(&doc.word(i)))
}

/// «le parquet», «la procureure».
pub(super) fn is_prosecution(scene: &Scene<'_>, party: Party) -> bool {
    party.entity.is_none() && party.tokens.indices().any(|i| scene.doc().is(i, Classes::COURT))
}

/// «Son avocate, Me X, … *Elle* fera appel»: somebody whom the article calls a lawyer.
pub(super) fn pleads(scene: &Scene<'_>, party: Party) -> bool {
    let (doc, words, reading) = (scene.doc(), Words::french(), scene.reading());
    party.entity.is_some_and(|entity| {
        let holdings = reading.resolved.holdings().iter().filter(|h| h.holder.entity == entity);
        let mut roles = holdings.filter_map(|h| reading.descriptions.get(h.description));
        roles.any(|role| role.head.indices().any(|i| words.lawyers.contains(&doc.word(i))))
    })
}

/// «l’avocat de Léon Marchetti a fait appel»: for his client.
pub(super) fn client(scene: &Scene<'_>, party: Party) -> Party {
    let (doc, words) = (scene.doc(), Words::french());
    if !party.tokens.indices().any(|i| words.lawyers.contains(&doc.word(i))) {
        // «Me X, *l’avocate de Léon Marchetti*, a fait appel»
        let beside = party.tokens.end() + 1;
        let pleads = (beside..beside + 3)
            .find(|at| words.lawyers.contains(&doc.word(*at)))
            .filter(|_| doc.form(beside - 1) == "," && party.entity.is_some())
            .filter(|at| words.preposition(doc.word(at + 1)) == Some(Words::DE))
            .and_then(|at| Chunk::read(scene, at + 2, doc.sentence_of(at).end()))
            .filter(|chunk| chunk.sort.is_party());
        return pleads.map_or(party, |chunk| {
            let named = chunk.name.and_then(|name| scene.reading().resolved.mention_at(name.start()));
            Party { entity: named.map(|m| m.entity), tokens: chunk.party() }
        });
    }
    let named = scene
        .reading()
        .resolved
        .mentions_in(party.tokens)
        .find(|m| m.kind == EntityKind::Person && m.form == MentionForm::Name);
    named.map_or(party, |mention| Party { entity: Some(mention.entity), tokens: mention.tokens })
}
