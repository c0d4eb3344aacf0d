use super::party::{Party, is_actor, push};
use crate::french::{Chunk, Scene, Words};
use crate::lexicon::Classes;
use crate::ontology::EntityKind;
use crate::token::TokenSpan;
use crate::value::Value;

/// A name behind the offence: «… de fonds *de la banque Velmar*», «… à l’encontre *de Claire Delmas*».
pub(super) fn behind(scene: &Scene<'_>, offence: TokenSpan, accused: &[Party], out: &mut Vec<Party>) {
    let (doc, words) = (scene.doc(), Words::french());
    let first = offence.end();
    let led = |at: usize| doc.is(at, Classes::DETERMINER | Classes::ORGANISATION_HEAD | Classes::TITLE);
    // «d’avoir tué sa compagne, *Lucie Marsan*»
    if matches!(doc.form(first), "," | ":")
        && let Some((name, EntityKind::Person | EntityKind::Organisation)) = (first + 1..first + 4)
            .take_while(|at| *at == first + 1 || led(*at - 1))
            .find_map(|at| scene.name_at(at))
        && out.iter().any(|party| party.entity.is_none() && offence.contains(party.tokens))
    {
        let entity = scene.reading().resolved.mention_at(name.start()).map(|m| m.entity);
        // «Soupçonné d’avoir tué son voisin, *Paul Vasseur* a été arrêté»
        if !accused.iter().any(|party| party.entity == entity) {
            out.retain(|party| party.entity.is_some() || !offence.contains(party.tokens));
            push(out, Party { entity, tokens: name });
        }
        return;
    }
    // «au préjudice *du club de Lyon*», inside or behind the words of the offence.
    let harmed =
        (offence.start()..first + 3).find(|at| words.against.contains(&doc.word(*at)) && doc.is_de(at + 1));
    if let Some(chunk) = harmed.and_then(|at| Chunk::read(scene, at + 2, doc.sentence_of(at).end()))
        && out.is_empty()
        && (chunk.sort.is_party() || doc.is(chunk.head, Classes::ORGANISATION_HEAD | Classes::HUMAN))
    {
        let entity =
            chunk.name.and_then(|name| scene.reading().resolved.mention_at(name.start())).map(|m| m.entity);
        let first = chunk.span.start();
        let article = doc.is(first, Classes::DETERMINER) && !doc.is(first, Classes::NUMERAL);
        let start = if chunk.span.len() > 1 { first + usize::from(article) } else { first };
        push(out, Party { entity, tokens: TokenSpan::new(start, chunk.span.end()) });
        return;
    }
    let linked = words
        .preposition(doc.word(first))
        .is_some_and(|p| matches!(words.preposition_name(p), "de" | "contre" | "envers" | "sur"))
        || doc.form(first) == "à" && words.against.contains(&doc.word(first + 1))
        || words.against.contains(&doc.word(first + 2));
    if !linked {
        return;
    }
    let end = doc.sentence_of(offence.start()).end().min(first + 7);
    for at in first + 1..end {
        if let Some((name, kind)) = scene.name_at(at) {
            if matches!(kind, EntityKind::Person | EntityKind::Organisation) {
                let mention = scene.reading().resolved.mention_at(at).filter(|m| is_actor(m.kind));
                push(out, Party { entity: mention.map(|m| m.entity), tokens: name });
            }
            return;
        }
        let passes =
            Classes::DETERMINER | Classes::NOUN | Classes::ROLE | Classes::PREPOSITION | Classes::ADJECTIVE;
        if !doc.is(at, passes) {
            return;
        }
    }
}

/// Those who stand beside the last victim of an offence: «de X, *Y et Z*», «de sa femme *et de ses deux enfants*».
/// Answers where the last of them ends.
pub(super) fn together(scene: &Scene<'_>, offence: TokenSpan, out: &mut Vec<Party>) -> usize {
    let doc = scene.doc();
    let limit = doc.sentence_of(offence.start()).end();
    let Some(last) = out
        .last()
        .copied()
        .filter(|party| party.tokens.start() > offence.start() && party.tokens.start() <= offence.end() + 6)
    else {
        return 0;
    };
    let mut found: Vec<Party> = Vec::new();
    let mut at = last.tokens.end();
    let mut closed = None;
    while at < limit && found.len() < MOST {
        at = behind_age(scene, at, limit);
        let ends = matches!(doc.form(at), "et" | "ou");
        if !ends && doc.form(at) != "," {
            break;
        }
        let linked = matches!(doc.form(at + 1), "de" | "d'" | "d’" | "du" | "des" | "sur" | "contre");
        let start = at + 1 + usize::from(linked && doc.form(at + 1) != "des");
        let Some(one) = member(scene, start, limit, &last) else { break };
        at = one.tokens.end();
        // «tué X et *Y a été arrêté*»: another sentence begins.
        if scene.is_finite(at) || doc.is(at, Classes::RELATIVE) && !ends {
            break;
        }
        found.push(one);
        if ends {
            closed = Some(found.len());
        }
    }
    let Some(count) = closed else { return 0 };
    found.truncate(count);
    let end = found.last().map_or(0, |party| party.tokens.end());
    let mut bare = last.tokens;
    for one in found {
        // «7 000 hommes *et garçons*» are counted together.
        let first = one.tokens.start();
        if last.entity.is_none()
            && one.entity.is_none()
            && doc.form(first - 1) == "et"
            && first == bare.end() + 1
        {
            let start = bare.start();
            if let Some(known) = out.iter_mut().find(|party| party.tokens == bare)
                && !doc.is(first, Classes::DETERMINER | Classes::NUMERAL)
            {
                known.tokens = TokenSpan::new(start, one.tokens.end());
                bare = known.tokens;
                continue;
            }
        }
        push(out, one);
    }
    // A name may stand behind the words of the offence only by chance of their bounds.
    if last.tokens.end() >= offence.end() { end } else { 0 }
}

/// «de X*, 17 ans,* et de Y», «de X *(17 ans)* et de Y».
fn behind_age(scene: &Scene<'_>, at: usize, limit: usize) -> usize {
    let doc = scene.doc();
    if let Some(after) = scene.closed(at, limit) {
        return after;
    }
    let age = scene.value_at(at + 1).filter(|value| {
        doc.form(at) == "," && value.tokens.start() == at + 1 && matches!(value.value, Value::Duration(_))
    });
    let Some(end) = age.map(|value| value.tokens.end()) else { return at };
    end + usize::from(doc.form(end) == "," && matches!(doc.form(end + 1), "et" | "ou"))
}

/// Most victims of one offence.
const MOST: usize = 24;

/// A person by name, or people by a noun, as the one before.
fn member(scene: &Scene<'_>, start: usize, limit: usize, before: &Party) -> Option<Party> {
    let doc = scene.doc();
    let chunk = Chunk::read(scene, start, limit)?;
    if let Some(name) = chunk.name {
        let mention = scene.reading().resolved.mention_at(name.start())?;
        return (mention.kind == EntityKind::Person)
            .then_some(Party { entity: Some(mention.entity), tokens: name });
    }
    let human = chunk.sort.is_party()
        && doc.is(chunk.head, Classes::HUMAN | Classes::ROLE | Classes::DEMONYM)
        && !doc.is(chunk.head, Classes::ORGANISATION_HEAD | Classes::COURT);
    let first = chunk.span.start();
    // «avoir tué sa compagne et *condamné* à vingt ans»
    if first == chunk.head && doc.is(first, Classes::PAST_PARTICIPLE) {
        return None;
    }
    let article = doc.is(first, Classes::DETERMINER) && !doc.is(first, Classes::NUMERAL);
    let counted = article || doc.is(first, Classes::NUMERAL) || before.entity.is_none();
    let from = if article && chunk.span.len() > 1 { first + 1 } else { first };
    // «un pompier»: the article counts.
    (human && counted).then(|| Party { entity: None, tokens: TokenSpan::new(from, chunk.span.end()) })
}
