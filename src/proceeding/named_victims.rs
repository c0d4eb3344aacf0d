use super::party::{Party, push};
use crate::french::{Chunk, Scene};
use crate::lexicon::Classes;
use crate::ontology::EntityKind;
use crate::token::TokenSpan;

/// Most victims of one list.
const MOST: usize = 24;

/// Who the victims are, where the word is followed by them: «Les victimes sont *X, Y et Z*», «La victime, *une femme de
/// 35 ans*, …».
pub(super) fn told(scene: &Scene<'_>, at: usize) -> Vec<Party> {
    let doc = scene.doc();
    let mut found = Vec::new();
    let noun = matches!(doc.form(at), "victime" | "victimes") && at > 0;
    let definite =
        |i: usize| matches!(doc.form(i), "la" | "La" | "les" | "Les" | "des") || doc.is(i, Classes::NUMERAL);
    if !noun || !definite(at - 1) {
        return found;
    }
    let several = doc.form(at) == "victimes";
    let beside = matches!(doc.form(at + 1), "," | ":" | "(");
    if !beside && !matches!(doc.form(at + 1), "sont" | "est" | "étaient" | "était") {
        return found;
    }
    let end = doc.sentence_of(at).end();
    let mut next = at + 2;
    while next < end && found.len() < MOST {
        let Some(chunk) = Chunk::read(scene, next, end) else { break };
        let Some(party) = somebody(scene, &chunk) else { break };
        push(&mut found, party);
        let mut after = chunk.span.end();
        if let Some(close) = scene.closed(after, end) {
            after = close;
        }
        // «Brigitte, *49 ans*, et …»
        if doc.form(after) == "," && scene.value_at(after + 1).is_some() {
            after = scene.value_at(after + 1).map_or(after, |value| value.tokens.end());
        }
        let mut joint = after;
        while joint < end && joint < after + 2 && matches!(doc.form(joint), "," | "et") {
            joint += 1;
        }
        if !several || joint == after {
            break;
        }
        next = joint;
    }
    found
}

/// A person by name, or people by an indefinite phrase.
fn somebody(scene: &Scene<'_>, chunk: &Chunk) -> Option<Party> {
    let doc = scene.doc();
    if let Some(name) = chunk.name {
        let mention = scene.reading().resolved.mention_at(name.start())?;
        return (mention.kind == EntityKind::Person)
            .then_some(Party { entity: Some(mention.entity), tokens: name });
    }
    let first = chunk.span.start();
    let indefinite =
        matches!(doc.form(first), "un" | "une" | "des" | "deux" | "trois") || doc.is(first, Classes::NUMERAL);
    let human = doc.is(chunk.head, Classes::HUMAN | Classes::ROLE)
        && !doc.is(chunk.head, Classes::ORGANISATION_HEAD | Classes::COURT);
    let start = first + usize::from(matches!(doc.form(first), "un" | "une" | "des"));
    (indefinite && human && chunk.span.end() > start)
        .then(|| Party { entity: None, tokens: TokenSpan::new(start, chunk.span.end()) })
}
