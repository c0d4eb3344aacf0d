use super::draft::Draft;
use super::reader::Reader;
use super::words::Parts;
use crate::graph::Speaker;
use crate::lexicon::Classes;
use crate::ontology::{EntityKind, SpeakerKind, StatementForm};
use crate::token::TokenSpan;

/// Longest signature line, in tokens.
const LONGEST: usize = 24;
/// Most paragraphs over one signature.
const PARAGRAPHS: usize = 8;

/// Gives block quotations the speaker of the signature line below them: «— Jean Dupont, maire».
pub(super) fn attribute(reader: &mut Reader<'_>) {
    let doc = reader.scope.doc;
    let paragraphs = doc.paragraphs();
    for (number, line) in paragraphs.iter().enumerate() {
        let Some(speaker) = signature(reader, *line) else { continue };
        for quoted in paragraphs.get(number.saturating_sub(PARAGRAPHS)..number).unwrap_or_default().iter().rev() {
            if !sign(reader, *quoted, speaker) {
                break;
            }
        }
    }
}

/// The speaker whom a paragraph names, if it is nothing but a signature.
fn signature(reader: &Reader<'_>, line: TokenSpan) -> Option<Speaker> {
    let scope = &reader.scope;
    let doc = scope.doc;
    if !(2..=LONGEST).contains(&line.len()) || !matches!(doc.form(line.start()), "—" | "–" | "-" | "--") {
        return None;
    }
    let first = (line.start() + 1..line.end()).find(|t| !doc.is(*t, Classes::TITLE))?;
    let finite = (first..line.end()).any(|t| doc.is(t, Classes::FINITE) && !doc.is(t, Classes::NOUN.with(Classes::ADJECTIVE).with(Classes::PREPOSITION)) && scope.resolved.mention_at(t).is_none());
    let capital = doc.token(first).is_some_and(|t| t.shape.is_capital());
    if finite || !capital {
        return None;
    }
    match scope.resolved.mention_at(first) {
        Some(mention) if matches!(mention.kind, EntityKind::Person | EntityKind::Organisation) => Some(Speaker {
            entity: Some(mention.entity),
            span: doc.span(mention.tokens),
            kind: if mention.kind == EntityKind::Person { SpeakerKind::Person } else { SpeakerKind::Organisation },
        }),
        _ => {
            let end = (first..line.end()).find(|t| matches!(doc.form(*t), "," | "." | "(")).unwrap_or(line.end());
            Some(Speaker { entity: None, span: doc.span(TokenSpan::new(first, end)), kind: SpeakerKind::Unknown })
        }
    }
}

/// Puts a paragraph over a signature into the mouth of who signed; false where it is the reporter’s own.
fn sign(reader: &mut Reader<'_>, paragraph: TokenSpan, speaker: Speaker) -> bool {
    let mut known = false;
    let mut reported = false;
    for draft in &mut reader.drafts {
        if paragraph.contains(draft.content) {
            if draft.speaker.is_none() && draft.cue.is_none() {
                draft.speaker = Some(speaker);
                known = true;
            } else {
                reported = true;
            }
        }
    }
    if known {
        return true;
    }
    let scope = &reader.scope;
    let words = paragraph.indices().take(80);
    let mut first_person = false;
    for token in words {
        let parts = scope.lexis.parts(scope.doc.word(token));
        first_person |= parts.any(Parts::FIRST) && !scope.doc.is(token, Classes::SUBORDINATOR);
    }
    if reported || !first_person {
        return false;
    }
    let mut draft = Draft::new(StatementForm::Direct, paragraph, "quote/signed");
    draft.speaker = Some(speaker);
    reader.add_signed(draft);
    true
}
