use std::collections::BTreeSet;

use super::lists::Lists;
use crate::graph::{EntityId, Involvement};
use crate::lexicon::Classes;
use crate::ontology::{EntityKind, Part};
use crate::resolve::Reading;
use crate::syntax::{PhraseId, VerbGroup, VerbId};
use crate::text::Span;
use crate::token::TokenSpan;

/// The organisations that act or are acted upon in plain acts: «les membres de l’organisation ont envoyé des
/// forces», «elle a fait appel à ses alliés de l’OTSC».
pub(crate) fn acts(reading: &Reading<'_>, out: &mut Vec<Involvement>) {
    let mut seen = BTreeSet::new();
    let named = reading.resolved.mentions().iter().filter(|mention| mention.kind == EntityKind::Organisation);
    let mut named = named.map(|mention| mention.tokens.start()).peekable();
    for (index, verb) in reading.syntax.verbs().iter().enumerate() {
        // Being is told elsewhere, and who speaks; whom he speaks to or asks is told here.
        let head = verb.head.index();
        if reading.doc.is(head, Classes::ETRE | Classes::AVOIR) {
            continue;
        }
        // Most sentences name no organisation.
        let sentence = reading.doc.sentence_of(head);
        while named.next_if(|at| *at < sentence.start()).is_some() {}
        if named.peek().is_none_or(|at| *at >= sentence.end()) {
            continue;
        }
        let speaks = reading.doc.is(head, Classes::SPEECH_VERB);
        let id = VerbId(index as u32);
        let words = reading.doc.span(verb.span);
        let mut push = |phrase: Option<PhraseId>, part: Part| {
            for (entity, span) in phrase.into_iter().flat_map(|phrase| bodies(reading, phrase)) {
                if seen.insert((entity, part, words.start())) {
                    let evidence = evidence(reading, id, verb, words.cover(span));
                    out.push(Involvement { entity, part, within: None, evidence });
                }
            }
        };
        let (doer, sufferer) = if verb.is_passive() {
            (reading.syntax.agent(id), reading.syntax.subject(id))
        } else {
            (reading.syntax.subject(id), reading.syntax.object(id))
        };
        push(doer.filter(|_| !speaks), Part::Agent);
        push(sufferer, Part::Patient);
        for (preposition, phrase) in reading.syntax.complements(id).take(3) {
            if Lists::french().turning.contains(&preposition) {
                push(Some(phrase), Part::Patient);
            }
        }
    }
}

/// Longest name behind such a noun, with its preposition and article.
const LONGEST_NAME: usize = 12;

/// The organisations that a phrase names: at its head, or as those whose people, means or help it speaks of
/// («les membres de X», «l’aide de X»).
fn bodies<'r>(reading: &'r Reading<'_>, phrase: PhraseId) -> impl Iterator<Item = (EntityId, Span)> + 'r {
    let base = reading.syntax.phrase(phrase).copied();
    let run = base.map_or(TokenSpan::default(), |base| {
        let head = base.head.index();
        // «les membres de X» are X; «le directeur de X» is a man.
        let several = base.agreement.plural() && !base.agreement.singular();
        let people = several && reading.doc.is(head, Classes::HUMAN | Classes::ROLE)
            || Lists::french().relays.contains(&reading.doc.word(head));
        if people {
            let reach = reading.syntax.maximal(phrase);
            TokenSpan::new(base.span.start(), reach.end().min(base.span.end() + LONGEST_NAME))
        } else {
            base.span
        }
    });
    let resolved = reading.resolved;
    resolved
        .mentions_in(run)
        .take(2)
        .filter(|mention| mention.kind == EntityKind::Organisation)
        .map(move |mention| (mention.entity, reading.doc.span(run)))
}

/// The words of the act: its subject or object, its verb, and what follows as far as its object and purpose go.
fn evidence(reading: &Reading<'_>, id: VerbId, verb: &VerbGroup, so_far: Span) -> Span {
    let mut end = verb.span.end();
    if let Some(object) = reading.syntax.object(id) {
        end = end.max(reading.syntax.maximal(object).end());
    }
    // «pour obtenir de l’aide»: the purpose is told with the act.
    let next = reading.syntax.verb(VerbId(id.0 + 1)).filter(|next| {
        next.preposition.is_some()
            && next.span.start() < end + 12
            && reading.doc.sentence_of(next.head.index()) == reading.doc.sentence_of(verb.head.index())
    });
    if let Some(purpose) = next {
        let object =
            reading.syntax.object(VerbId(id.0 + 1)).map(|object| reading.syntax.maximal(object).end());
        end = end.max(object.unwrap_or_else(|| purpose.span.end()));
    }
    so_far.cover(reading.doc.span(TokenSpan::new(verb.span.start(), end)))
}
