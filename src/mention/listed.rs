use super::evidence::push_if;
use super::piece::Piece;
use super::weights::KINDS;
use crate::document::Document;
use crate::gazetteer::{self, EntryId, Hit, Requires};
use crate::lexicon::{Classes, Lexicon, NameSort};
use crate::ontology::EntityKind;
use crate::token::{Shape, TokenSpan};

/// The names of an article that stand in the built-in gazetteer.
#[derive(Debug, Default)]
pub(super) struct Listed {
    /// Sorted by their tokens; one run may be listed more than once.
    hits: Vec<Hit>,
}

/// No listed name is longer than this many tokens, so that looking left is bounded.
const LONGEST: usize = 14;
/// From this rank on a thing is known to every reader.
const WELL_KNOWN: u8 = 10;

impl Listed {
    /// Looks the article up.
    pub(super) fn read(&mut self, doc: &Document<'_>) {
        self.hits.clear();
        gazetteer::hits_into(doc, &mut self.hits);
        for hit in &mut self.hits {
            hit.tokens = behind_title(doc, hit.tokens);
        }
        self.hits.sort_by_key(|hit| hit.tokens);
    }

    /// The runs of tokens that are listed, in order.
    pub(super) fn runs(&self) -> impl Iterator<Item = TokenSpan> {
        self.hits.chunk_by(|a, b| a.tokens == b.tokens).filter_map(|same| same.first()).map(|hit| hit.tokens)
    }

    /// The hits on exactly these tokens.
    fn of(&self, tokens: TokenSpan) -> &[Hit] {
        let from = self.hits.partition_point(|hit| hit.tokens < tokens);
        let to = from + self.hits[from..].iter().take_while(|hit| hit.tokens == tokens).count();
        &self.hits[from..to]
    }

    /// The entry that lists the tokens as this kind.
    pub(super) fn entry(&self, tokens: TokenSpan, kind: EntityKind) -> Option<EntryId> {
        self.of(tokens).iter().map(|hit| hit.entry).find(|entry| entry.get().kinds.has(kind))
    }

    /// What the lists say about a candidate, and about what it is a part of or contains.
    /// Answers whether the candidate itself is listed.
    pub(super) fn evidence_into(&self, doc: &Document<'_>, tokens: TokenSpan, out: &mut Vec<Piece>) -> bool {
        let near = self.hits.partition_point(|hit| hit.tokens.start() + LONGEST < tokens.start());
        let (mut inside, mut inside_safe, mut begins, mut ends) = (false, false, false, false);
        let mut kinds = [false; 5];
        let (mut case, mut context, mut known, mut safe, mut network) = (false, false, false, false, false);
        for hit in self.hits[near..].iter().take_while(|hit| hit.tokens.start() < tokens.end()) {
            if hit.tokens == tokens {
                let entry = hit.entry();
                for (has, kind) in kinds.iter_mut().zip(KINDS) {
                    *has |= entry.kinds.has(kind);
                }
                match hit.requires {
                    Requires::Nothing => {}
                    Requires::Capital => case = true,
                    Requires::Context => context = true,
                }
                safe |= hit.requires == Requires::Nothing && tokens.len() > 1;
                known |= entry.rank >= WELL_KNOWN;
                network |= entry.sort == NameSort::Network;
                let sort = Piece::sort(entry.sort);
                if !out.contains(&sort) {
                    out.push(sort);
                }
            } else {
                inside |= hit.tokens.contains(tokens);
                inside_safe |= hit.tokens.contains(tokens) && hit.requires == Requires::Nothing;
                begins |= hit.tokens.start() == tokens.start() && hit.tokens.end() < tokens.end();
                ends |= hit.tokens.end() == tokens.end() && hit.tokens.start() > tokens.start();
            }
        }
        let count = kinds.iter().filter(|kind| **kind).count();
        push_if! { out,
            kinds[0] => listed_person,
            kinds[1] => listed_organisation,
            kinds[2] => listed_location,
            kinds[3] => listed_event,
            kinds[4] => listed_product,
            kinds[2] && follows_place_preposition(doc, tokens.start()) => listed_place_after_preposition,
            count > 0 && tokens.len() > 1 => listed_several_words,
            count > 1 => listed_two_kinds,
            case => listed_needs_case,
            context => listed_needs_context,
            known => listed_well_known,
            safe => listed_safe_name,
            safe && count == 1 && doc.is_capital(tokens.start()) => listed_safe_capital,
            network && acts(doc, tokens) => acting_network,
            inside_safe => inside_safe_name,
            inside => inside_listed,
            begins => begins_with_listed,
            ends => ends_with_listed,
        }
        count > 0
    }
}

/// «maréchal *Foch*»: the title that a list has before a surname is no part of the name; before a first name it may be
/// («l’abbé Pierre»).
fn behind_title(doc: &Document<'_>, tokens: TokenSpan) -> TokenSpan {
    const FREQUENT: u8 = 9;
    let (first, second) = (tokens.start(), tokens.start() + 1);
    let title = tokens.len() > 1
        && doc.is(first, Classes::TITLE | Classes::ROLE)
        && doc.token(first).is_some_and(|token| token.shape == Shape::Lower)
        && doc.is_capital(second);
    let called = || tokens.len() == 2 && Lexicon::french().first_name_rank(doc.word(second)) >= FREQUENT;
    if title && !called() { TokenSpan::new(second, tokens.end()) } else { tokens }
}

/// «Facebook a annoncé»: the company, not what one writes on.
fn acts(doc: &Document<'_>, tokens: TokenSpan) -> bool {
    let end = tokens.end();
    let on = tokens.start().checked_sub(1).is_some_and(|left| doc.is(left, Classes::PREPOSITION));
    !on && doc.is(end, Classes::FINITE | Classes::AVOIR) && !doc.is_capital(end) && doc.is_joined(end)
}

/// «à Gap», «en Corse»: what is before a place rather than before anything else.
fn follows_place_preposition(doc: &Document<'_>, start: usize) -> bool {
    start > 0 && matches!(doc.form(start - 1), "à" | "À" | "en" | "En" | "EN" | "depuis" | "vers" | "près")
}
