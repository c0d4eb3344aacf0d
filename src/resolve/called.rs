use super::lists::Lists;
use crate::document::Document;
use crate::token::TokenSpan;

/// Whether the words from `from` up to the name say that what stands before them is called so too: «la Compagnie des eaux
/// du Gard, *plus connue sous le nom de* Gardeaux», «l’Agence des phares, *dite* Pharos», «Velmar *(anciennement* Kerlann*)*».
pub(super) fn is_called(doc: &Document<'_>, from: usize, name: TokenSpan) -> bool {
    const LONGEST: usize = 9;
    let (lists, to) = (Lists::french(), name.start());
    if to <= from || to > from + LONGEST {
        return false;
    }
    let enclosed = matches!(doc.form(from), "," | "(");
    let mut at = from + usize::from(enclosed);
    while at < to && lists.before_calling.contains(&doc.word(at)) {
        at += 1;
    }
    let known = lists.known.contains(&doc.word(at));
    if at >= to || !known && !lists.calling.contains(&doc.word(at)) {
        return false;
    }
    at += 1;
    let under = matches!(doc.form(at), "sous" | "par");
    if under {
        at += 1;
        while at < to && lists.appellation.contains(&doc.word(at)) {
            at += 1;
        }
    }
    if known && !under {
        return false;
    }
    at += usize::from(at < to && matches!(doc.form(at), "le" | "la" | "l'" | "l’" | "les" | "«" | "\""));
    at == to
}
