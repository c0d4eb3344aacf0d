use crate::document::Document;
use crate::lexicon::Classes;
use crate::syntax::{Syntax, Tag};
use crate::token::{Shape, TokenKind};

/// «Intérieur», «Affaires», «Culture»: a common noun with a capital after «ministre de».
pub(super) fn is_portfolio(doc: &Document<'_>, i: usize) -> bool {
    doc.token(i).is_some_and(|t| t.shape == Shape::Capitalised) && doc.is(i, Classes::NOUN)
}

/// Whether the role noun is one that is followed by the matters that its bearer is in charge of.
pub(super) fn has_portfolio(doc: &Document<'_>, noun: usize) -> bool {
    let form = doc.form(noun);
    let state = || form.starts_with("secrétaire") && matches!(doc.form(noun + 1), "d'" | "d’");
    form.contains("inistre") || form.starts_with("commissaire") || state()
}

/// Where a portfolio of several matters ends: «de la Culture *et de la Communication*», «de l’Économie, *des Finances et
/// du Budget*».
pub(super) fn portfolio_end(doc: &Document<'_>, syntax: &Syntax, mut end: usize, limit: usize) -> usize {
    loop {
        let comma = doc.form(end) == ",";
        if !comma && doc.form(end) != "et" {
            return end;
        }
        let linked = doc.is_de(end + 1);
        let Some(after) = link(doc, end + 1, limit).filter(|_| linked) else { return end };
        // «ministre de l’Intérieur, du même parti» is no second matter, nor is «et de son parti».
        let articled = matches!(doc.form(after - 1), "du" | "des" | "la" | "l'" | "l’");
        let matter = is_portfolio(doc, after)
            || doc.is(after, Classes::NOUN) && syntax.tag(after).is_noun() && lower(doc, end - 1);
        if !articled || !matter || doc.is(after, Classes::ROLE | Classes::ORGANISATION_HEAD) {
            return end;
        }
        end = after + 1;
        while end < limit && syntax.tag(end) == Tag::Adjective && lower(doc, end) {
            end += 1;
        }
    }
}

fn lower(doc: &Document<'_>, i: usize) -> bool {
    doc.token(i).is_some_and(|t| t.shape == Shape::Lower)
}

/// The place after «de», «du», «de la», «à l’», «en», «chez», «près la» …, where `i` is such a link.
pub(super) fn link(doc: &Document<'_>, i: usize, limit: usize) -> Option<usize> {
    let preposition = matches!(
        doc.form(i),
        "de" | "du"
            | "des"
            | "d'"
            | "d’"
            | "à"
            | "au"
            | "aux"
            | "en"
            | "chez"
            | "auprès"
            | "près"
            | "pour"
            | "chargé"
            | "chargée"
            | "sur"
    );
    if !preposition || i + 1 >= limit {
        return None;
    }
    let mut after = i + 1;
    while after < limit && after < i + 4 {
        let passes = doc.is_de(after)
            || doc.is(after, Classes::DETERMINER)
            || doc.token(after).is_some_and(|t| t.kind == TokenKind::Elided);
        if !passes {
            return Some(after);
        }
        after += 1;
    }
    None
}
