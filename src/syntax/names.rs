//! Names within noun phrases: capitals, particles, and the name after a long title.

use super::Tag;
use super::key::Key;
use super::phrases::Chunker;
use crate::lexicon::Classes;
use crate::token::TokenSpan;

/// A title with its complements is not longer: «le premier ministre de la République du Kazakhstan».
const LONGEST_TITLE: usize = 14;

impl Chunker<'_, '_> {
    /// The end of the name that begins at `from`, particles amid it included.
    pub(super) fn name_end(&self, from: usize, titled: bool) -> usize {
        let mut end = from + 1;
        let first = self.doc.is(from, Classes::FIRST_NAME);
        for _ in 0..10 {
            if self.tag(end) == Tag::ProperNoun {
                end += 1;
                continue;
            }
            let Some(next) = self.particle(end, end - from == 1 && (first || titled)) else { break };
            end = next;
        }
        end
    }

    /// The end of a particle and the name word after it.
    fn particle(&self, at: usize, after_first: bool) -> Option<usize> {
        if !self.doc.is(at, Classes::NAME_PARTICLE) {
            return None;
        }
        let french = matches!(
            self.key(at),
            Key::De | Key::Du | Key::Des | Key::La | Key::Le | Key::LElided | Key::Les
        ) || self.tag(at) == Tag::Preposition;
        if french && !after_first || matches!(self.tag(at), Tag::VerbFinite | Tag::Coordinator) {
            return None;
        }
        let mut next = at + 1;
        if matches!(self.key(next), Key::La | Key::Le | Key::LElided | Key::Les) {
            next += 1;
        }
        let capital = self.doc.token(next).is_some_and(|t| t.shape.is_capital()) && next < self.end;
        // «Marie de Lyon» is rather a Marie who lives there, but «Jean de La Fontaine», «Charles de Gaulle».
        let place = french && self.doc.is(next, Classes::PLACE) && !self.doc.is(next, Classes::SURNAME);
        (capital && !place).then_some(next + 1)
    }

    /// The name after a title with complements: «l’ancien ministre de l’Intérieur *Jean Dupont*».
    ///
    /// `noun` is the title, `from` the token after it and its adjectives.
    pub(super) fn distant_name(&self, noun: usize, from: usize) -> Option<TokenSpan> {
        if !self.doc.is(noun, Classes::ROLE.with(Classes::TITLE)) {
            return None;
        }
        if !matches!(self.key(from), Key::De | Key::Du | Key::Des | Key::A | Key::Au) {
            return None;
        }
        let mut words = 0;
        for at in from..from + LONGEST_TITLE {
            match self.tag(at) {
                Tag::ProperNoun => {
                    let first = self.doc.is(at, Classes::FIRST_NAME) && words > 0;
                    let followed = self.tag(at + 1) == Tag::ProperNoun
                        || self.doc.is(at + 1, Classes::NAME_PARTICLE)
                            && self.particle(at + 1, true).is_some();
                    let after = matches!(self.tag(at - 1), Tag::Noun | Tag::Adjective | Tag::ProperNoun);
                    let named = matches!(self.tag(at - 1), Tag::ProperNoun)
                        && self.doc.is(at - 1, Classes::FIRST_NAME);
                    if first && followed && after && !named {
                        return Some(TokenSpan::new(at, self.name_end(at, true)));
                    }
                    // «ministre de la Justice *Dupont*»: an unlisted name right after a small-letter word.
                    let small = matches!(self.tag(at - 1), Tag::Noun | Tag::Adjective);
                    if small
                        && words > 0
                        && followed
                        && !self.doc.is(at, Classes::PLACE.with(Classes::ORGANISATION))
                    {
                        return Some(TokenSpan::new(at, self.name_end(at, true)));
                    }
                    words += 1;
                }
                Tag::Noun => words += 1,
                Tag::Adjective | Tag::Numeral => {}
                Tag::Determiner => {}
                Tag::Preposition
                    if matches!(self.key(at), Key::De | Key::Du | Key::Des | Key::A | Key::Au) => {}
                Tag::Coordinator if self.key(at) == Key::Et => {}
                _ => return None,
            }
        }
        None
    }
}
