use super::description::Article;
use crate::document::Document;
use crate::lexicon::Classes;

/// What stands before the role noun.
pub(super) struct Left {
    pub start: usize,
    pub article: Article,
    pub former: bool,
}

impl Left {
    pub fn read(doc: &Document<'_>, head: usize, limit: usize) -> Self {
        let mut left = Self { start: head, article: Article::Bare, former: false };
        for i in (limit.max(head.saturating_sub(4))..head).rev() {
            match doc.form(i) {
                "ancien" | "ancienne" | "anciens" | "anciennes" | "ex" | "ex-" | "feu" | "Ancien"
                | "Ancienne" | "Ex" => {
                    left.former = true;
                }
                "-" if matches!(doc.form(i.wrapping_sub(1)), "ex" | "Ex") => {}
                // «X, *à l’époque* ministre»
                "alors" | "Alors" | "époque" => {
                    left.former = true;
                    return left;
                }
                form if form.starts_with("ex-") || form.starts_with("Ex-") => left.former = true,
                "le" | "la" | "l'" | "l’" | "les" | "ce" | "cet" | "cette" | "ces" | "au" | "aux" | "du"
                | "Le" | "La" | "L'" | "L’" | "Les" | "Ce" | "Cet" | "Cette" | "Ces" => {
                    left.article = Article::Definite;
                    left.start = i;
                    return left;
                }
                "un" | "une" | "des" | "Un" | "Une" | "Des" => {
                    left.article = Article::Indefinite;
                    left.start = i;
                    return left;
                }
                "son" | "sa" | "ses" | "leur" | "leurs" | "mon" | "ma" | "notre" | "Son" | "Sa" | "Leur"
                | "Ses" => {
                    left.article = Article::Possessive;
                    left.start = i;
                    return left;
                }
                // «triple champion du monde»
                "double" | "triple" | "quadruple" | "quintuple" => left.start = i,
                _ if doc.is(i, Classes::ADJECTIVE | Classes::NUMERAL) && !doc.is(i, Classes::PREPOSITION) => {
                }
                _ => return left,
            }
            if left.former {
                left.start = i;
            }
        }
        left
    }
}
