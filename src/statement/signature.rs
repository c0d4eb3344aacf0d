use super::draft::Draft;
use super::reader::Reader;
use super::words::Parts;
use crate::graph::Speaker;
use crate::lexicon::Classes;
use crate::ontology::{EntityKind, SpeakerKind, StatementForm};
use crate::token::{QuoteMark, TokenSpan};

/// Longest signature line, in tokens.
const LONGEST: usize = 24;
/// Most paragraphs over one signature.
const PARAGRAPHS: usize = 8;

/// Gives block quotations the speaker of the signature line below them: «— Jean Dupont, maire».
pub(super) fn attribute(reader: &mut Reader<'_>) {
    let doc = reader.scope.doc;
    let paragraphs = doc.paragraphs();
    continued(reader);
    for (number, line) in paragraphs.iter().enumerate() {
        let Some(speaker) = signature(reader, *line) else { continue };
        for quoted in
            paragraphs.get(number.saturating_sub(PARAGRAPHS)..number).unwrap_or_default().iter().rev()
        {
            if !sign(reader, *quoted, speaker) {
                break;
            }
        }
    }
}

/// A quotation that runs over several paragraphs, each with its own opening mark, has one speaker.
fn continued(reader: &mut Reader<'_>) {
    let doc = reader.scope.doc;
    let quotes = doc.quotations();
    // The drafts of outermost quotations by the place of the quotation.
    let mut told: Vec<Option<usize>> = vec![None; quotes.len()];
    for (at, draft) in reader.drafts.iter().enumerate() {
        let place = quotes.partition_point(|q| q.content.start() < draft.content.start());
        if quotes.get(place).is_some_and(|q| q.content == draft.content)
            && let Some(slot) = told.get_mut(place)
        {
            *slot = Some(at);
        }
    }
    let outer: Vec<usize> = (0..quotes.len())
        .filter(|n| quotes.get(*n).is_some_and(|q| q.depth == 0 && q.mark != QuoteMark::Dash))
        .collect();
    let joined = |a: usize, b: usize| {
        let (Some(a), Some(b)) = (quotes.get(a), quotes.get(b)) else { return false };
        a.close.is_none() && a.mark == b.mark && a.content.end() == b.open.index()
    };
    let pass = |from: usize, to: usize, reader: &mut Reader<'_>| {
        let (Some(Some(from)), Some(Some(to))) = (told.get(from).copied(), told.get(to).copied()) else {
            return;
        };
        let speaker = reader.drafts.get(from).and_then(|d| d.speaker);
        if let Some(draft) = reader.drafts.get_mut(to).filter(|d| d.speaker.is_none()) {
            draft.speaker = speaker;
        }
    };
    for pair in outer.windows(2) {
        if let [a, b] = pair
            && joined(*a, *b)
        {
            pass(*a, *b, reader);
        }
    }
    for pair in outer.windows(2).rev() {
        if let [a, b] = pair
            && joined(*a, *b)
        {
            pass(*b, *a, reader);
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
    let finite = (first..line.end()).any(|t| {
        doc.is(t, Classes::FINITE)
            && !doc.is(t, Classes::NOUN.with(Classes::ADJECTIVE).with(Classes::PREPOSITION))
            && scope.resolved.mention_at(t).is_none()
    });
    let capital = doc.token(first).is_some_and(|t| t.shape.is_capital());
    if finite || !capital {
        return None;
    }
    match scope.resolved.mention_at(first) {
        Some(mention) if matches!(mention.kind, EntityKind::Person | EntityKind::Organisation) => {
            Some(Speaker {
                entity: Some(mention.entity),
                span: doc.span(mention.tokens),
                kind: if mention.kind == EntityKind::Person {
                    SpeakerKind::Person
                } else {
                    SpeakerKind::Organisation
                },
            })
        }
        _ => {
            let end =
                (first..line.end()).find(|t| matches!(doc.form(*t), "," | "." | "(")).unwrap_or(line.end());
            Some(Speaker {
                entity: None,
                span: doc.span(TokenSpan::new(first, end)),
                kind: SpeakerKind::Unknown,
            })
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
