use super::evidence::{COMMON, push_if};
use super::lists::Lists;
use super::memory::plain;
use super::piece::{Piece, Slot};
use crate::document::Document;
use crate::lexicon::{Classes, Lexicon};
use crate::token::{Mark, Shape, TokenKind, TokenSpan};

/// «l’État du Tennessee»: the noun has its capital always, not from a name.
pub(super) fn is_state(form: &str) -> bool {
    matches!(form, "État" | "Etat" | "États" | "Etats")
}

fn is_small_link(doc: &Document<'_>, i: usize) -> bool {
    matches!(doc.form(i), "de" | "du" | "des" | "d'" | "d’" | "la" | "l'" | "l’")
        || doc.is(i, Classes::NAME_PARTICLE)
}

pub(super) fn before(doc: &Document<'_>, start: usize, end: usize, out: &mut Vec<Piece>) {
    let sentence = doc.sentence_of(start);
    let last = doc.mark(sentence.end().saturating_sub(1));
    if !matches!(last, Mark::Stop | Mark::CloseGuillemet | Mark::Straight | Mark::RightCurly) {
        out.push(Piece::title_line);
    }
    push_if! { out,
        begins_dateline(doc, start, end) => dateline,
        in_capitals(doc, start) => in_capitals,
    }
    if start == sentence.start() || !doc.is_joined(start) {
        out.push(Piece::sentence_start);
        out.push(Piece::before_nothing);
        // «Bois Clair est vendu»: the second capital is not due to the place.
        if doc.is(start, COMMON) && !(start + 1 < end && doc.is_capital(start + 1)) {
            out.push(Piece::sentence_start_common);
            // «Marchand est attendu»: a noun has its article, a name has not.
            if start + 1 == end && doc.is(end, Classes::FINITE | Classes::ETRE | Classes::AVOIR) {
                out.push(Piece::start_bare_before_verb);
            }
        }
        return;
    }
    let left = start - 1;
    let Some(token) = doc.token(left) else { return };
    let classes = doc.classes(left);
    if token.kind == TokenKind::Punctuation || token.kind == TokenKind::Symbol {
        let mark = doc.mark(left);
        out.push(match mark {
            Mark::Comma => Piece::before_comma,
            Mark::OpenBracket => Piece::before_bracket,
            Mark::OpenGuillemet | Mark::Straight | Mark::LeftCurly | Mark::RightCurly => Piece::before_quote,
            Mark::Colon => Piece::before_colon,
            Mark::Dash => Piece::before_dash,
            _ => Piece::before_other_mark,
        });
        let opens = opens_quotation(doc, left);
        push_if! { out,
            opens => quoted_left,
            opens && closes_quotation(doc, end) => quoted,
            opens && headed_by_organisation(doc, left, sentence.start()) => quoted_after_organisation_head,
            mark == Mark::Comma && left > 0 && doc.is(left - 1, Classes::PLACE) => before_place_comma,
            mark == Mark::Comma && headed_by_organisation(doc, left, sentence.start()) => before_organisation_apposition,
        }
        return;
    }
    // «La France», «: Le Canada»: the article has its capital from its place; in a headline every word has.
    let headline = in_capitals(doc, start);
    let capital =
        doc.is_capital(left) && !headline && !(classes.any(Classes::FUNCTION) && opens_sentence(doc, left));
    // «le maire de Vesoul *Marc Tillier*»: a new name begins, as behind a comma.
    if capital
        && doc.is(start, Classes::FIRST_NAME)
        && doc.is_capital(start + 1)
        && ends_complement(doc, left)
    {
        out.push(Piece::before_comma);
        return;
    }
    push_if! { out,
        classes.any(Classes::TITLE) => before_title,
        classes.any(Classes::ROLE) => before_role,
        end == start + 1 && is_surname_of_role(doc, start) => role_then_name,
        classes.any(Classes::DEMONYM) => before_demonym,
        classes.any(Classes::ORGANISATION_HEAD) => before_organisation_head,
        classes.any(Classes::PLACE_HEAD) => before_place_head,
        capital => before_capital,
        capital && classes.any(Classes::FIRST_NAME) => before_first_name,
        !capital && left > 0 && is_small_link(doc, left) && doc.is_capital(left - 1) && !is_state(doc.form(left - 1)) => before_particle_capital,
        token.kind == TokenKind::Number => before_number,
        classes.any(Classes::SPEECH_VERB) => before_speech_verb,
        classes.any(Classes::FINITE) && !classes.any(Classes::FUNCTION) => before_finite,
        classes.any(Classes::PAST_PARTICIPLE) => before_participle,
        classes.any(Classes::MONTH) => before_month,
        classes.any(COMMON) && !classes.any(Classes::FUNCTION) => before_common,
    }
    if !capital && doc.word(left).is_known() {
        out.push(Piece::word(Slot::Left, doc.word(left)));
        let article = classes.any(Classes::DETERMINER) || token.kind == TokenKind::Elided;
        if article && left > sentence.start() && doc.word(left - 1).is_known() {
            out.push(Piece::word(Slot::Left2, doc.word(left - 1)));
        }
    }
}

/// «le juge *Valmy*», «l’abbé *Morel*», «le baron zu *Hohenau*»: a name alone behind what somebody is. It is nobody’s who
/// has another: «le maire *Delcourt*» is a man, «le maire *PS*» and «le président *Français*» are not named.
fn is_surname_of_role(doc: &Document<'_>, at: usize) -> bool {
    let noble = |i: usize| Lists::french().noble.contains(&doc.word(i));
    let role = (1..=2).find(|n| *n > at || !noble(at - n)).and_then(|n| at.checked_sub(n));
    let Some(role) = role.filter(|role| *role > 0 && doc.is_joined(role + 1)) else { return false };
    let led = doc.is(role - 1, Classes::DETERMINER | Classes::PREPOSITION)
        || doc.token(role - 1).is_some_and(|token| token.kind == TokenKind::Elided);
    let name = doc.classes(at);
    let other = Classes::PLACE | Classes::ORGANISATION | Classes::DEMONYM | Classes::ORGANISATION_HEAD;
    led && doc.is(role, Classes::ROLE | Classes::TITLE)
        && !doc.is(role, Classes::ADJECTIVE | Classes::DEMONYM)
        && doc.token(role).is_some_and(|token| token.shape == Shape::Lower)
        && doc.token(at).is_some_and(|token| token.shape == Shape::Capitalised)
        && !(doc.is_capital(at + 1) && doc.is_joined(at + 1))
        && !name.any(other)
        && (name.any(Classes::SURNAME | Classes::FIRST_NAME) || !name.any(COMMON))
}

/// Whether the words around `i` are in capitals only, as in a headline: «TROIS BLESSÉS À GRENOBLE».
pub(super) fn in_capitals(doc: &Document<'_>, i: usize) -> bool {
    if doc.token(i).is_none_or(|t| t.shape != Shape::Upper) {
        return false;
    }
    let sentence = doc.sentence_of(i);
    let (from, to) = (sentence.start().max(i.saturating_sub(4)), sentence.end().min(i + 5));
    let words =
        |i: &usize| doc.token(*i).is_some_and(|t| t.kind == TokenKind::Word && t.shape != Shape::None);
    let upper = |i: usize| doc.token(i).is_some_and(|t| matches!(t.shape, Shape::Upper | Shape::Letter));
    (from..to).filter(words).count() >= 3 && (from..to).filter(words).all(upper)
}

/// Whether a dateline begins with the candidate: «RABAT, 3 février – », «KIEV (Reuters) – », «Vannes. – ».
fn begins_dateline(doc: &Document<'_>, start: usize, end: usize) -> bool {
    const REACH: usize = 14;
    if start > 0 && doc.is_joined(start) || !doc.is_joined(end) {
        return false;
    }
    let dash = |i: usize| doc.mark(i) == Mark::Dash && doc.is_joined(i);
    match doc.mark(end) {
        Mark::Stop => dash(end + 1),
        Mark::Dash => doc.form(end) != "-",
        Mark::Comma | Mark::OpenBracket => {
            (end + 1..end + REACH).take_while(|i| doc.is_joined(*i)).any(|i| {
                let number = doc.token(i).is_some_and(|t| t.kind == TokenKind::Number);
                dash(i + 1)
                    && (number
                        || matches!(doc.mark(i), Mark::CloseBracket | Mark::Stop)
                        || doc.is(i, Classes::MONTH))
            })
        }
        _ => false,
    }
}

/// Whether the complement of a role noun ends with the capital at a token: «le maire de Saint *Orvan* Marc Tillier».
fn ends_complement(doc: &Document<'_>, last: usize) -> bool {
    const LONGEST: usize = 3;
    let floor = (last + 1).saturating_sub(LONGEST);
    let run = (floor..=last).rev().take_while(|first| doc.is_capital(*first) && doc.is_joined(first + 1));
    run.into_iter().any(|first| of_role(doc, TokenSpan::new(first, last + 1)))
}

/// Whether the words are the complement of a role noun and hold no first name: «le maire de *Vesoul*», «la présidente du
/// groupe *Sovarel*».
fn of_role(doc: &Document<'_>, candidate: TokenSpan) -> bool {
    let first = candidate.start();
    let headed = first.checked_sub(1).filter(|noun| {
        doc.is(*noun, Classes::ORGANISATION_HEAD)
            && doc.token(*noun).is_some_and(|token| token.shape == Shape::Lower)
    });
    let start = headed.unwrap_or(first);
    let link = (start.saturating_sub(3)..start)
        .rev()
        .find(|i| !doc.is(*i, Classes::DETERMINER | Classes::PREPOSITION))
        .filter(|i| i + 1 < start);
    // «le gouverneur du Texas»: a place that a few people are called after is a place.
    let first_name =
        |i: usize| doc.is(i, Classes::FIRST_NAME) && !(doc.is(i, Classes::PLACE) && is_rare(doc, i));
    link.is_some_and(|i| doc.is(i, Classes::ROLE)) && !candidate.indices().any(first_name)
}

/// Whether few people have the word as their first name.
fn is_rare(doc: &Document<'_>, i: usize) -> bool {
    const FREQUENT: u8 = 5;
    Lexicon::french().first_name_rank(doc.word(i)) < FREQUENT
}

/// Whether a capital is due to the place of the token: at the start of a sentence, a line, a quotation, after a colon.
pub(super) fn opens_sentence(doc: &Document<'_>, i: usize) -> bool {
    doc.sentence_of(i).start() == i
        || !doc.is_joined(i)
        || i > 0
            && (matches!(doc.mark(i - 1), Mark::Colon | Mark::Dash | Mark::Slash)
                || opens_quotation(doc, i - 1))
        || i > 0 && matches!(doc.form(i - 1), "•" | "…")
}

fn opens_quotation(doc: &Document<'_>, i: usize) -> bool {
    matches!(doc.mark(i), Mark::OpenGuillemet | Mark::LeftCurly | Mark::Straight)
}

fn closes_quotation(doc: &Document<'_>, i: usize) -> bool {
    matches!(doc.mark(i), Mark::CloseGuillemet | Mark::RightCurly | Mark::Straight)
}

/// The opening mark of a quotation of a few words that begins with a capital and contains more than the candidate.
pub(super) fn short_quotation(doc: &Document<'_>, run: TokenSpan) -> Option<usize> {
    let stop = |i: usize| {
        let mark = doc.mark(i);
        matches!(mark, Mark::Comma | Mark::Semicolon | Mark::Colon | Mark::CloseGuillemet | Mark::RightCurly)
            || mark == Mark::Stop && doc.form(i) == "."
            || i >= doc.len()
    };
    let mark = (run.start().saturating_sub(6)..run.start())
        .rev()
        .take_while(|i| !stop(*i))
        .find(|i| opens_quotation(doc, *i))?;
    let ends = |i: usize| closes_quotation(doc, i);
    let close = (run.end()..run.end() + 6).take_while(|i| ends(*i) || !stop(*i)).find(|i| ends(*i))?;
    let longer = mark + 1 < run.start() || close > run.end();
    (longer && doc.is_capital(mark + 1)).then_some(mark)
}

/// «le mouvement non enregistré de X « …»: a noun that heads names of organisations stands before the mark, with
/// nothing but its complements between.
pub(super) fn headed_by_organisation(doc: &Document<'_>, mark: usize, limit: usize) -> bool {
    for i in (limit.max(mark.saturating_sub(7))..mark).rev() {
        if doc.is(i, Classes::ORGANISATION_HEAD) && !doc.is_capital(i) {
            return true;
        }
        let named = doc.is_capital(i)
            || doc.is(
                i,
                Classes::ADJECTIVE | Classes::PAST_PARTICIPLE | Classes::PREPOSITION | Classes::ADVERB,
            );
        let elided = doc.token(i).is_some_and(|t| t.kind == TokenKind::Elided);
        if !named && !elided {
            return false;
        }
    }
    false
}

pub(super) fn after(doc: &Document<'_>, candidate: TokenSpan, out: &mut Vec<Piece>) {
    let end = candidate.end();
    let sentence = doc.sentence_of(end - 1);
    if end >= sentence.end() || !doc.is_joined(end) {
        out.push(Piece::after_nothing);
        return;
    }
    let Some(token) = doc.token(end) else { return };
    let classes = doc.classes(end);
    if token.kind == TokenKind::Punctuation || token.kind == TokenKind::Symbol {
        let mark = doc.mark(end);
        out.push(match mark {
            Mark::Comma => Piece::after_comma,
            Mark::OpenBracket => Piece::after_open_bracket,
            Mark::CloseBracket => Piece::after_close_bracket,
            Mark::CloseGuillemet | Mark::Straight | Mark::RightCurly | Mark::OpenGuillemet => {
                Piece::after_quote
            }
            Mark::Colon => Piece::after_colon,
            Mark::Dash | Mark::Slash => Piece::after_dash,
            _ => Piece::after_other_mark,
        });
        apposition(doc, candidate, mark, out);
        return;
    }
    let capital = doc.is_capital(end) && !in_capitals(doc, end);
    // «le maire de *Vesoul* Marc Tillier»: a new name begins, as behind a comma.
    if capital && doc.is(end, Classes::FIRST_NAME) && doc.is_capital(end + 1) && of_role(doc, candidate) {
        out.push(Piece::after_comma);
        return;
    }
    push_if! { out,
        capital => after_capital,
        !capital && is_small_link(doc, end) && doc.is_capital(end + 1) => after_particle_capital,
        token.kind == TokenKind::Number && !is_score(doc, end) => after_number,
        token.kind == TokenKind::Number && is_score(doc, end) => after_score,
        token.kind == TokenKind::Enclitic => after_enclitic,
        classes.any(Classes::SPEECH_VERB) => after_speech_verb,
        classes.any(Classes::ETRE | Classes::AVOIR) => after_etre_avoir,
        classes.any(Classes::FINITE) && !classes.any(Classes::FUNCTION) => after_finite,
        classes.any(Classes::DEMONYM) => after_demonym,
        classes.any(COMMON) && !classes.any(Classes::FUNCTION) => after_common,
        token.kind == TokenKind::Number && token.span.len() == 4 => after_year,
    }
    if !capital && doc.word(end).is_known() {
        out.push(Piece::word(Slot::Right, doc.word(end)));
    }
}

/// Whether the letters are the first ones of the words of a run: «Parti social-démocrate valdavien (PSDV)».
fn is_acronym_of(doc: &Document<'_>, acronym: &str, run: TokenSpan) -> bool {
    let mut letters = acronym.chars().filter(|c| *c != '.').map(plain);
    for i in run.indices() {
        let form = doc.form(i);
        if is_small_link(doc, i) || matches!(form, "et" | "en" | "pour" | "à" | "le" | "les" | "aux" | "au")
        {
            continue;
        }
        for part in form.split('-').filter_map(|part| part.chars().next()) {
            if letters.next() != Some(plain(part)) {
                return false;
            }
        }
    }
    letters.next().is_none()
}

/// «3-1», «78-65».
fn is_score(doc: &Document<'_>, i: usize) -> bool {
    doc.form(i).split_once('-').is_some_and(|(a, b)| a.len() <= 3 && b.len() <= 3)
}

/// «X, 45 ans», «X, président de», «X (OTAN)», «X (Nord)».
fn apposition(doc: &Document<'_>, run: TokenSpan, mark: Mark, out: &mut Vec<Piece>) {
    let next = run.end() + 1;
    if mark == Mark::Comma {
        let number = doc.token(next).is_some_and(|t| t.kind == TokenKind::Number);
        let role = doc.is(next, Classes::ROLE) && !doc.is_capital(next);
        let determined =
            doc.is(next, Classes::DETERMINER) || doc.token(next).is_some_and(|t| t.kind == TokenKind::Elided);
        // «la Confédération du logement ouvrier, dite CNLO,»
        let named = matches!(doc.form(next), "ou" | "dit" | "dite" | "le" | "la" | "l'" | "l’");
        let article = named && matches!(doc.form(next + 1), "le" | "la" | "l'" | "l’");
        let short = next + 1 + usize::from(article);
        let spelled = named
            && run.len() > 2
            && doc.token(short).is_some_and(|t| t.shape == Shape::Upper)
            && is_acronym_of(doc, doc.form(short), run);
        push_if! { out,
            spelled => after_own_acronym,
            number && matches!(doc.form(next + 1), "ans" | "an") => after_age,
            role || determined && doc.is(next + 1, Classes::ROLE) => after_role_apposition,
        }
    } else if mark == Mark::OpenBracket {
        let closes = matches!(doc.mark(next + 1), Mark::CloseBracket | Mark::Comma);
        let acronym = closes && doc.token(next).is_some_and(|t| t.shape == Shape::Upper);
        // «(Insee)»
        let soft =
            closes && doc.token(next).is_some_and(|t| t.shape == Shape::Capitalised && t.span.len() > 3);
        let own = (acronym || soft) && run.len() > 1 && is_acronym_of(doc, doc.form(next), run);
        push_if! { out,
            acronym => after_acronym_bracket,
            own => after_own_acronym,
            acronym && run.len() > 1 && !own => after_other_acronym,
            closes && doc.is(next, Classes::PLACE) && doc.is_capital(next) => after_place_bracket,
        }
    }
}
