//! Pronouns before and behind the verb.

use super::Tag;
use super::key::Key;
use super::verb::VerbGroup;
use super::verbs::Grouper;
use crate::token::{TokenId, TokenSpan};

impl Grouper<'_, '_> {
    /// What the pronouns before the verb are to it.
    pub(super) fn clitics(&self, group: &mut VerbGroup, from: usize, to: usize) {
        for at in from..to {
            if self.tag(at) != Tag::Clitic || self.is_enclitic(at) {
                continue;
            }
            let token = Some(TokenId::from(at));
            match self.key(at) {
                Key::Se | Key::SElided => group.reflexive = token,
                Key::Le | Key::La | Key::Les | Key::LElided => group.accusative = token,
                Key::Lui | Key::Leur => group.dative = token,
                Key::Me | Key::Nous => {
                    // «nous nous», «je me»: with the person of the verb it is reflexive.
                    let first =
                        matches!(self.doc.form(at).as_bytes().first(), Some(b'm' | b'n' | b'M' | b'N'));
                    if group.person != 0 && (group.person == 1) == first && group.person < 3 {
                        group.reflexive = token;
                    } else {
                        group.accusative = group.accusative.or(token);
                    }
                }
                _ => {}
            }
        }
    }

    /// Pronouns hung on the verb.
    pub(super) fn enclitics(&self, group: &mut VerbGroup, verb: usize) {
        for at in verb + 1..verb + 3 {
            if !self.is_enclitic(at) || at >= self.end {
                return;
            }
            group.span = TokenSpan::new(group.span.start(), at + 1);
            match self.tag(at) {
                Tag::SubjectPronoun => group.inverted_subject = Some(at.into()),
                Tag::Clitic if self.doc.form(at).starts_with("-l") => group.accusative = Some(at.into()),
                _ => {}
            }
        }
    }
}
