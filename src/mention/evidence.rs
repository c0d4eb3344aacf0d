use super::announce::announced_into;
use super::candidate::{Candidate, Sources};
use super::context::{after, before, headed_by_organisation, in_capitals, short_quotation};
use super::firm::firm_into;
use super::head::{chained, head_of};
use super::piece::{Piece, Slot};
use crate::document::Document;
use crate::lexicon::{Classes, Lexicon};
use crate::token::{Shape, TokenKind};

/// Pushes each piece whose condition holds.
macro_rules! push_if {
    ($out:ident, $($condition:expr => $piece:ident,)*) => {
        $(if $condition { $out.push(Piece::$piece); })*
    };
}
pub(super) use push_if;

pub(super) const COMMON: Classes =
    Classes::NOUN.with(Classes::ADJECTIVE).with(Classes::VERB).with(Classes::ADVERB).with(Classes::FUNCTION);
pub(super) const NAME: Classes = Classes::FIRST_NAME
    .with(Classes::SURNAME)
    .with(Classes::PLACE)
    .with(Classes::ORGANISATION)
    .with(Classes::DEMONYM);

/// Collects what the words of a candidate and their neighbours say; the gazetteer's part is [`super::listed`].
/// `listed` tells whether that one knows the candidate.
pub(super) fn evidence_into(doc: &Document<'_>, candidate: &Candidate, listed: bool, out: &mut Vec<Piece>) {
    out.push(Piece::bias);
    push_if! { out,
        candidate.sources.has(Sources::LISTED) => source_listed,
        candidate.sources.has(Sources::RUN) => source_run,
        candidate.sources.has(Sources::PART) => source_part,
        candidate.sources.has(Sources::HEADED) => source_headed,
        candidate.sources.has(Sources::QUOTED) => source_quoted,
    }
    // What a list spells out needs no excuse for its small words.
    let spelt = listed && candidate.tokens.len() > 1;
    shape(doc, candidate, spelt, out);
    outer_words(doc, candidate, spelt, out);
    if let Some(mark) = short_quotation(doc, candidate.tokens) {
        let headed = headed_by_organisation(doc, mark, doc.sentence_of(mark).start());
        out.push(if headed { Piece::inside_headed_quotation } else { Piece::inside_short_quotation });
    }
    let from = out.len();
    before(doc, candidate.tokens.start(), candidate.tokens.end(), out);
    after(doc, candidate.tokens, out);
    chained(doc, candidate.tokens, out);
    announced_into(doc, candidate.tokens, out);
    firm_into(doc, candidate.tokens, out);
    let run = candidate.tokens;
    let named = run.indices().any(|i| doc.is(i, NAME))
        || doc.is(run.start(), Classes::ORGANISATION_HEAD | Classes::PLACE_HEAD);
    if !listed && !named {
        out.push(Piece::unlisted);
        for i in from..out.len() {
            out.extend(out[i].of_unknown());
        }
    }
}

fn shape(doc: &Document<'_>, candidate: &Candidate, spelt: bool, out: &mut Vec<Piece>) {
    let run = candidate.tokens;
    out.push(match run.len() {
        1 => Piece::length_1,
        2 => Piece::length_2,
        3 => Piece::length_3,
        4 => Piece::length_4,
        _ => Piece::length_5_more,
    });
    let headline = in_capitals(doc, run.start());
    let (mut upper, mut mixed, mut digits, mut initials, mut french, mut foreign, mut both) =
        (0, false, false, false, false, false, false);
    for i in run.indices() {
        let Some(token) = doc.token(i) else { continue };
        match token.shape {
            Shape::Upper if doc.form(i).contains(".-") => initials = true,
            Shape::Upper => upper += usize::from(!headline),
            Shape::Mixed => mixed = true,
            Shape::Letter | Shape::Capitalised if token.kind == TokenKind::Abbreviation => initials = true,
            Shape::None => digits |= token.kind == TokenKind::Number,
            Shape::Lower => match doc.form(i) {
                "de" | "du" | "des" | "d'" | "d’" => french = true,
                "et" | "&" | "and" => both = true,
                _ => foreign |= doc.is(i, Classes::NAME_PARTICLE) && !doc.is(i, Classes::FUNCTION),
            },
            _ => {}
        }
    }
    let form = doc.form(run.start());
    if run.len() == 1 && upper == 1 {
        out.push(match doc.token(run.start()).map_or(0, |t| t.span.len()) {
            0 | 1 => Piece::upper_1,
            2 => Piece::upper_2,
            3 => Piece::upper_3,
            4 | 5 => Piece::upper_4_5,
            _ => Piece::upper_6_more,
        });
    }
    let (first, last) = (doc.token(run.start()), doc.token(run.end() - 1));
    push_if! { out,
        upper > 0 && run.len() > 1 => upper_words,
        upper > 0 && run.len() > 1 && (is_club(form) || is_of_club(doc, run.start())) && doc.is_capital(run.start() + 1) => club_letters,
        mixed => mixed_case,
        form.contains('-') => hyphenated,
        run.len() == 1 && (form.starts_with("Saint-") || form.starts_with("Sainte-")) => saint,
        run.len() > 2 && doc.form(run.end() - 1) == "." => trailing_initial,
        digits || form.bytes().any(|b| b.is_ascii_digit()) => digits,
        initials => initials,
        french => particle_french,
        foreign => particle_foreign,
        both => conjunction_inside,
        first.is_some_and(|t| t.shape == Shape::Lower) => starts_small,
        !spelt && last.is_some_and(|t| t.shape == Shape::Lower) => ends_small,
        spelt && last.is_some_and(|t| t.shape == Shape::Lower) => listed_ends_small,
    }
}

/// The letters that the names of sports clubs begin with: «AS Monaco», «FC Nantes».
fn is_club(form: &str) -> bool {
    CLUBS.lines().filter(|line| !line.starts_with('#')).any(|club| club == form)
}

/// «le club du *VVV Tessel*», «l’équipe du *TBS Orvan*»: letters that no list has before the name of a place.
fn is_of_club(doc: &Document<'_>, at: usize) -> bool {
    const MOST: usize = 4;
    doc.token(at).is_some_and(|token| token.span.len() <= MOST && token.shape == Shape::Upper)
        && head_of(doc, at).is_some_and(|head| matches!(doc.form(head), "club" | "équipe"))
}

const CLUBS: &str = include_str!("data/clubs.txt");

/// The nouns that the names of streets begin with: what follows is part of the name, be it a person or a place. Not of a
/// name that is listed: «le Quai d’Orsay» is a ministry.
fn is_street(form: &str) -> bool {
    STREETS.lines().any(|street| street == form || street.eq_ignore_ascii_case(form))
}

const STREETS: &str = include_str!("data/streets.txt");

fn outer_words(doc: &Document<'_>, candidate: &Candidate, spelt: bool, out: &mut Vec<Piece>) {
    let run = candidate.tokens;
    let (first, last) = (run.start(), run.end() - 1);
    let (a, z) = (doc.classes(first), doc.classes(last));
    let unknown = |c: Classes| !c.any(COMMON) && !c.any(NAME);
    // «AS», «ON» amid small letters are no words but letters.
    let letters = doc.token(first).is_some_and(|t| t.shape == Shape::Upper) && !in_capitals(doc, first);
    let spelt = spelt || letters;
    push_if! { out,
        a.any(Classes::FIRST_NAME_M) => first_first_name_m,
        a.any(Classes::FIRST_NAME_F) => first_first_name_f,
        a.any(Classes::SURNAME) => first_surname,
        a.any(Classes::PLACE) => first_place,
        a.any(Classes::DEMONYM) && !is_region(doc, first) => first_demonym,
        a.any(Classes::ORGANISATION) => first_organisation,
        a.any(Classes::ORGANISATION_HEAD) => first_organisation_head,
        a.any(Classes::PLACE_HEAD) => first_place_head,
        !spelt && run.len() > 1 && a.any(Classes::PLACE_HEAD) && is_street(doc.form(first)) => street,
        a.any(Classes::ROLE) => first_role,
        a.any(Classes::TITLE) => first_title,
        !spelt && a.any(COMMON) => first_common,
        !spelt && a.any(Classes::FUNCTION) => first_function,
        spelt && !letters && a.any(Classes::FUNCTION) => listed_first_function,
        unknown(a) => first_unknown,
        a.any(Classes::AMBIGUOUS) => first_ambiguous,
        a.any(Classes::EVENT) => first_event,
        a.any(Classes::PRODUCT) => first_product,
        doc.is_capital(first) => first_capital,
    }
    if run.len() == 1 {
        let known = a & NAME;
        push_if! { out,
            known == a & Classes::FIRST_NAME && a.any(Classes::FIRST_NAME) => only_first_name,
            known == Classes::SURNAME => only_surname,
            known == Classes::PLACE => only_place,
            unknown(a) => only_unknown,
            known.is_empty() && a.any(COMMON) => only_common,
            a.any(Classes::AMBIGUOUS) => only_ambiguous,
            a.any(Classes::FIRST_NAME) && a.any(Classes::SURNAME) => only_first_and_surname,
            !doc.word(first).is_known() => only_nothing_known,
        }
        hyphen(doc, first, out);
    } else {
        push_if! { out,
            z.any(Classes::FIRST_NAME) => last_first_name,
            z.any(Classes::SURNAME) => last_surname,
            z.any(Classes::PLACE) => last_place,
            z.any(Classes::DEMONYM) => last_demonym,
            z.any(Classes::ORGANISATION) => last_organisation,
            z.any(COMMON) => last_common,
            unknown(z) => last_unknown,
            z.any(Classes::AMBIGUOUS) => last_ambiguous,
            z.any(Classes::MONTH) => last_month,
            z.any(Classes::LEGAL_FORM) => last_legal_form,
            z.any(Classes::ROLE) => last_role,
            doc.token(last).is_some_and(|t| t.kind == TokenKind::Number) => last_number,
            a.any(Classes::FIRST_NAME) && z.any(Classes::SURNAME) => first_name_surname,
            a.any(Classes::FIRST_NAME) && unknown(z) => first_name_unknown,
            a.any(Classes::FIRST_NAME) && z.any(COMMON) => first_name_common,
            a.any(Classes::FIRST_NAME) && z.any(Classes::PLACE) => first_name_place,
            unknown(a) && z.any(Classes::SURNAME) => unknown_surname,
            unknown(a) && unknown(z) => unknown_unknown,
        }
    }
    words_inside(doc, candidate, out);
}

/// «Cohen-Tardieu»: what the half before the hyphen is, where no list has the whole.
fn hyphen(doc: &Document<'_>, i: usize, out: &mut Vec<Piece>) {
    if doc.word(i).is_known() {
        return;
    }
    let Some((half, _)) = doc.form(i).split_once('-') else { return };
    let lexicon = Lexicon::french();
    let known = lexicon.classes(lexicon.look_up(half));
    push_if! { out,
        known.any(Classes::FIRST_NAME) => hyphen_first_name,
        known.any(Classes::SURNAME) && !known.any(Classes::FIRST_NAME | COMMON) => hyphen_surname,
    }
}

/// «conseiller régional de *Lorraine*»: a great place behind «de» or «en» is no inhabitant.
fn is_region(doc: &Document<'_>, i: usize) -> bool {
    doc.is(i, Classes::PLACE)
        && i > 0
        && matches!(doc.form(i - 1), "de" | "d'" | "d’" | "en" | "En" | "EN" | "DE")
        && Lexicon::french().place_rank(doc.word(i)) >= 9
}

fn words_inside(doc: &Document<'_>, candidate: &Candidate, out: &mut Vec<Piece>) {
    let run = candidate.tokens;
    let (first, last) = (run.start(), run.end() - 1);
    let heads = Classes::ORGANISATION_HEAD | Classes::PLACE_HEAD;
    let small = |i: usize| doc.token(i).is_some_and(|t| t.shape == Shape::Lower);
    if doc.word(first).is_known() && (small(first) || doc.is(first, heads | COMMON)) {
        out.push(Piece::word(Slot::First, doc.word(first)));
        if small(last) {
            out.push(Piece::word(Slot::FirstOfSmall, doc.word(first)));
        }
    }
    ranks(doc, first, last, out);
    if run.len() > 1 {
        if small(first + 1) && doc.word(first + 1).is_known() {
            out.push(Piece::word(Slot::Second, doc.word(first + 1)));
        }
        if doc.is(last, COMMON) && doc.word(last).is_known() {
            out.push(Piece::word(Slot::Last, doc.word(last)));
        }
    }
    if !small(last) {
        out.extend(Piece::suffix(doc.form(last)));
    }
}

/// How frequent the name is among people, how great the place.
fn ranks(doc: &Document<'_>, first: usize, last: usize, out: &mut Vec<Piece>) {
    let lexicon = Lexicon::french();
    let (a, z) = (doc.word(first), doc.word(last));
    let graded = |rank: u8| (rank >= 9, rank > 0 && rank < 5);
    if doc.is(first, Classes::FIRST_NAME) {
        let (frequent, rare) = graded(lexicon.first_name_rank(a));
        push_if! { out, frequent => first_name_frequent, rare => first_name_rare, }
    }
    if doc.is(last, Classes::SURNAME) {
        let (frequent, rare) = graded(lexicon.surname_rank(z));
        push_if! { out, frequent => surname_frequent, rare => surname_rare, }
    }
    if doc.is(last, Classes::PLACE) {
        let (great, small) = graded(lexicon.place_rank(z));
        push_if! { out, great => place_great, small => place_small, }
    }
}
