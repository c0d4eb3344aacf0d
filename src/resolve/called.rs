use crate::document::Document;
use crate::text::fold;
use crate::token::TokenSpan;

/// Participles and other words behind which the other name of the same body stands.
const CALLING: [&str; 15] = [
    "dit",
    "dite",
    "dits",
    "dites",
    "alias",
    "baptise",
    "baptisee",
    "rebaptise",
    "rebaptisee",
    "appele",
    "appelee",
    "denomme",
    "denommee",
    "surnommee",
    "anciennement",
];
/// Words that may stand before those.
const MORE: [&str; 9] =
    ["plus", "mieux", "aussi", "egalement", "desormais", "aujourd'hui", "aujourd’hui", "depuis", "longtemps"];

/// Whether the words from `from` up to the name say that what stands before them is called so too: «la Compagnie des eaux
/// du Gard, *plus connue sous le nom de* Gardeaux», «l’Agence des phares, *dite* Pharos», «Velmar *(anciennement* Kerlann*)*».
pub(super) fn is_called(doc: &Document<'_>, from: usize, name: TokenSpan) -> bool {
    const LONGEST: usize = 9;
    let to = name.start();
    if to <= from || to > from + LONGEST {
        return false;
    }
    let enclosed = matches!(doc.form(from), "," | "(");
    let mut at = from + usize::from(enclosed);
    while at < to && MORE.contains(&fold(doc.form(at)).as_str()) {
        at += 1;
    }
    let word = fold(doc.form(at));
    let known = matches!(word.as_str(), "connu" | "connue" | "connus" | "connues");
    if at >= to || !known && !CALLING.contains(&word.as_str()) {
        return false;
    }
    at += 1;
    let under = matches!(doc.form(at), "sous" | "par");
    if under {
        at += 1;
        while at < to
            && matches!(
                doc.form(at),
                "le" | "son"
                    | "l'"
                    | "l’"
                    | "nom"
                    | "sigle"
                    | "acronyme"
                    | "appellation"
                    | "de"
                    | "d'"
                    | "d’"
            )
        {
            at += 1;
        }
    }
    if known && !under {
        return false;
    }
    at += usize::from(at < to && matches!(doc.form(at), "le" | "la" | "l'" | "l’" | "les" | "«" | "\""));
    at == to
}
