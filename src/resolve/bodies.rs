use crate::document::Document;
use crate::lexicon::{Classes, WordId};
use crate::mention::Mention;
use crate::ontology::EntityKind;
use crate::text::fold_into;
use crate::token::{Shape, TokenKind, TokenSpan};

/// Bodies that the article calls by a common noun: with the place they are in («le parquet de Nouméa»), with their
/// acronym in brackets («la société des journalistes (SDJ)»), or in small letters where it has capitals elsewhere. In
/// reading order; they are descriptions, not names, and may contain names.
pub(super) fn bodies(doc: &Document<'_>, mentions: &[Mention]) -> Vec<Mention> {
    let finder = Finder { doc, mentions, capitals: capitals(doc, mentions) };
    let mut found: Vec<Mention> = Vec::new();
    for i in 0..doc.len() {
        if doc.is(i, Classes::ORGANISATION_HEAD) && is_body_noun(doc, i) {
            found.extend(finder.in_a_place(i).or_else(|| finder.in_small_letters(i)));
        }
    }
    let defined = |mention| {
        let spelled = finder.before_brackets(mention).or_else(|| finder.in_brackets(mention));
        spelled.or_else(|| finder.letters_of_a_body(mention))
    };
    found.extend(mentions.iter().filter_map(defined));
    found.sort_by_key(|body| (body.tokens.start(), body.tokens.end()));
    found.dedup_by_key(|body| body.tokens.start());
    let short = finder.without_their_place(&found);
    if !short.is_empty() {
        found.extend(short);
        found.sort_by_key(|body| (body.tokens.start(), body.tokens.end()));
        found.dedup_by_key(|body| body.tokens.start());
    }
    found
}

/// A common noun for a body that is not also one for a place or a role («garde des Sceaux»), unless it is one of the
/// authorities («préfecture») or an adjective says that the body is meant («conseil régional»).
pub(super) fn is_body_noun(doc: &Document<'_>, i: usize) -> bool {
    let adjective = || doc.is(i + 1, Classes::ADJECTIVE) && !doc.is(i + 1, Classes::FUNCTION);
    doc.is(i, Classes::ORGANISATION_HEAD)
        && (!doc.is(i, Classes::PLACE_HEAD) || doc.is(i, Classes::COURT))
        && (!doc.is(i, Classes::ROLE) || adjective())
        && doc.token(i).is_some_and(|token| token.shape == Shape::Lower)
}

/// Where the words end that an acronym stands for: before «(SDJ», «, ou SDJ», «, dite la SDJ».
pub(super) fn opening(doc: &Document<'_>, acronym: usize) -> Option<usize> {
    let mut before = acronym.checked_sub(1)?;
    if matches!(doc.form(before), "(" | "[") {
        return Some(before);
    }
    if matches!(doc.form(before), "le" | "la" | "l'" | "l’" | "les") {
        before = before.checked_sub(1)?;
        if doc.form(before) == "," {
            return Some(before);
        }
    }
    let names = matches!(doc.form(before), "ou" | "dit" | "dite" | "alias");
    before.checked_sub(1).filter(|comma| names && doc.form(*comma) == ",")
}

/// Between the noun and the name of the place stand so many tokens at most.
const REACH: usize = 8;
/// Longest name that an acronym stands for, in tokens.
const LONGEST: usize = 16;
/// So many names with capitals are looked for in small letters.
const MOST: usize = 32;

/// The names of two words or more that a noun with a capital heads, by that noun.
fn capitals(doc: &Document<'_>, mentions: &[Mention]) -> Vec<(WordId, TokenSpan)> {
    let headed = |mention: &&Mention| {
        let head = mention.tokens.start();
        mention.kind == EntityKind::Organisation
            && mention.tokens.len() > 1
            && mention.tokens.len() <= REACH
            && doc.is(head, Classes::ORGANISATION_HEAD)
            && doc.token(head).is_some_and(|token| token.shape.is_capital())
    };
    let named = mentions.iter().filter(headed).take(MOST);
    named.map(|mention| (doc.word(mention.tokens.start()), mention.tokens)).collect()
}

struct Finder<'a> {
    doc: &'a Document<'a>,
    mentions: &'a [Mention],
    capitals: Vec<(WordId, TokenSpan)>,
}

impl Finder<'_> {
    /// The mention that covers a token.
    fn mention_at(&self, at: usize) -> Option<&Mention> {
        let after = self.mentions.partition_point(|mention| mention.tokens.start() <= at);
        self.mentions.get(after.checked_sub(1)?).filter(|mention| mention.tokens.has(at))
    }

    /// «la société des journalistes» where the article has «la Société des journalistes» too.
    fn in_small_letters(&self, head: usize) -> Option<Mention> {
        let doc = self.doc;
        let word = doc.word(head);
        let (_, name) =
            self.capitals.iter().find(|(first, name)| *first == word && self.same(*name, head))?;
        let tokens = TokenSpan::new(head, head + name.len());
        tokens.indices().all(|i| self.mention_at(i).is_none()).then(|| body(tokens))
    }

    /// «le parquet de Nouméa», «la direction régionale de la police de Lyon».
    fn in_a_place(&self, head: usize) -> Option<Mention> {
        let doc = self.doc;
        let definite = matches!(
            doc.form(head.checked_sub(1)?),
            "le" | "la" | "l'" | "l’" | "du" | "au" | "Le" | "La" | "L'" | "L’" | "Au" | "Du"
        );
        // «le centre d’Ankara» is a part of the town.
        let part = matches!(doc.form(head), "centre" | "pôle") && doc.is_de(head + 1);
        if !definite || part || self.mention_at(head).is_some() {
            return None;
        }
        let limit = doc.sentence_of(head).end().min(head + REACH);
        let (mut of, mut members, mut noun_follows) = (false, false, false);
        for at in head + 1..limit {
            if of && let Some(whose) = self.mention_at(at) {
                // «la société des journalistes de Télé-Rivage», but «la direction de Télé-Rivage» is no body of its own.
                let named = match whose.kind {
                    EntityKind::Location => true,
                    EntityKind::Organisation => {
                        members || doc.is(at, Classes::PLACE) && whose.tokens.len() == 1
                    }
                    _ => false,
                };
                let named = named && whose.tokens.start() == at;
                return named.then(|| body(TokenSpan::new(head, whose.tokens.end())));
            }
            let token = doc.token(at)?;
            if doc.is_de(at) {
                of = true;
            } else if of && (matches!(doc.form(at), "la" | "l'" | "l’") || token.kind == TokenKind::Elided)
            {
                // «de la», «de l’»: the name comes next.
            } else if token.shape == Shape::Lower
                && (doc.is(at, Classes::ADJECTIVE) || (of || noun_follows) && doc.is(at, Classes::NOUN))
                && !doc.is(at, Classes::FUNCTION | Classes::PREPOSITION)
            {
                members |= of;
                // «de grande instance»
                noun_follows = of && doc.is(at, Classes::ADJECTIVE);
                of = false;
            } else {
                return None;
            }
        }
        None
    }

    /// «la chambre d’agriculture» where the article has «la chambre d’agriculture du Doubs», and no other one.
    fn without_their_place(&self, found: &[Mention]) -> Vec<Mention> {
        let doc = self.doc;
        let names = self.mentions.iter().filter(|mention| mention.kind == EntityKind::Organisation);
        let mut known: Vec<(WordId, TokenSpan, TokenSpan)> = Vec::new();
        for whole in found.iter().chain(names).map(|mention| mention.tokens) {
            let head = whole.start();
            if !doc.is(head, Classes::ORGANISATION_HEAD) || known.len() == MOST {
                continue;
            }
            let Some(short) = self.before_its_place(whole) else { continue };
            known.push((doc.word(head), short, whole));
        }
        let mut out = Vec::new();
        if known.is_empty() {
            return out;
        }
        for head in (0..doc.len()).filter(|i| doc.is(*i, Classes::ORGANISATION_HEAD) && is_body_noun(doc, *i))
        {
            let word = doc.word(head);
            let here = |short: TokenSpan| TokenSpan::new(head, head + short.len());
            let mut fitting =
                known.iter().filter(|(noun, short, _)| *noun == word && self.same(*short, head));
            let Some((_, short, whole)) = fitting.next() else { continue };
            let run = here(*short);
            // «la chambre d’agriculture de Dijon», «le conseil régional breton» may be others.
            let more = doc.is_de(run.end())
                || doc.is(run.end(), Classes::DEMONYM)
                || self.mention_at(run.end()).is_some();
            let one = fitting.all(|(_, _, other)| self.same(*whole, other.start()));
            let free = !more && run.indices().all(|i| self.mention_at(i).is_none());
            if free && one && whole.end() <= head {
                out.push(body(run));
            }
        }
        out
    }

    /// «chambre d’agriculture» of «chambre d’agriculture du Doubs»: two words that count or more, then a place or a body.
    fn before_its_place(&self, whole: TokenSpan) -> Option<TokenSpan> {
        let doc = self.doc;
        let link = whole.indices().skip(2).find(|i| {
            let mut next = i + 1;
            while next < whole.end()
                && (matches!(doc.form(next), "la" | "l'" | "l’")
                    || doc.token(next).is_some_and(|token| token.kind == TokenKind::Elided))
            {
                next += 1;
            }
            doc.is_de(*i) && next < whole.end() && doc.is_capital(next)
        })?;
        let short = TokenSpan::new(whole.start(), link);
        let small = short.indices().skip(1).all(|i| !doc.is_capital(i));
        small.then_some(short)
    }

    /// Whether the same words stand at another place.
    fn same(&self, run: TokenSpan, at: usize) -> bool {
        let doc = self.doc;
        run.indices().zip(at..).all(|(a, b)| {
            doc.word(a) == doc.word(b)
                && (doc.word(a).is_known() || doc.form(a).eq_ignore_ascii_case(doc.form(b)))
        })
    }

    /// «la SDJ de Télé-Rivage»: the letters with the body that they are a part of.
    fn letters_of_a_body(&self, acronym: &Mention) -> Option<Mention> {
        let doc = self.doc;
        let link = acronym.tokens.end();
        let before = acronym.tokens.start().checked_sub(1)?;
        let definite =
            matches!(doc.form(before), "le" | "la" | "l'" | "l’" | "du" | "Le" | "La" | "L'" | "L’");
        let capitals = doc.token(acronym.tokens.start()).is_some_and(|token| token.shape == Shape::Upper);
        if !definite || !capitals || !doc.is_de(link) || acronym.kind != EntityKind::Organisation {
            return None;
        }
        let article = matches!(doc.form(link + 1), "la" | "l'" | "l’");
        let at = link + 1 + usize::from(article);
        let whose = self.mention_at(at).filter(|m| {
            m.tokens.start() == at && matches!(m.kind, EntityKind::Organisation | EntityKind::Location)
        })?;
        self.letters(acronym)?;
        Some(body(TokenSpan::new(acronym.tokens.start(), whose.tokens.end())))
    }

    /// «société des journalistes» before «(SDJ)»: the words whose first letters the acronym is made of.
    fn before_brackets(&self, acronym: &Mention) -> Option<Mention> {
        let doc = self.doc;
        let at = acronym.tokens.start();
        let open = opening(doc, at)?;
        let letters = self.letters(acronym)?;
        let limit = doc.sentence_of(at).start().max(open.saturating_sub(LONGEST));
        let mut left = letters.chars().rev().peekable();
        let mut folded = String::new();
        for word in (limit..open).rev().filter(|word| !self.is_link(*word)) {
            fold_into(doc.form(word), &mut folded);
            for part in folded.rsplit('-') {
                left.next_if(|letter| part.starts_with(*letter))?;
            }
            if left.peek().is_none() {
                return self.common(TokenSpan::new(word, open));
            }
        }
        None
    }

    /// «SDJ (société des journalistes)».
    fn in_brackets(&self, acronym: &Mention) -> Option<Mention> {
        let doc = self.doc;
        let open = acronym.tokens.end();
        if doc.form(open) != "(" {
            return None;
        }
        let letters = self.letters(acronym)?;
        let limit = doc.sentence_of(open).end().min(open + LONGEST);
        let mut left = letters.chars().peekable();
        let mut folded = String::new();
        for word in (open + 1..limit).filter(|word| !self.is_link(*word)) {
            if left.peek().is_none() {
                return (doc.form(word) == ")").then(|| self.common(TokenSpan::new(open + 1, word)))?;
            }
            fold_into(doc.form(word), &mut folded);
            for part in folded.split('-') {
                left.next_if(|letter| part.starts_with(*letter))?;
            }
        }
        None
    }

    /// The letters of an acronym, folded.
    fn letters(&self, acronym: &Mention) -> Option<String> {
        let at = acronym.tokens.start();
        let capitals = self.doc.token(at).is_some_and(|token| {
            token.shape == Shape::Upper || token.shape == Shape::Capitalised && token.span.len() >= 4
        });
        if acronym.kind != EntityKind::Organisation || acronym.tokens.len() != 1 || !capitals {
            return None;
        }
        let mut letters = String::new();
        fold_into(self.doc.form(at), &mut letters);
        letters.retain(char::is_alphabetic);
        Some(letters)
    }

    /// A word that gives no letter to an acronym.
    fn is_link(&self, i: usize) -> bool {
        self.doc.is_de(i) || self.doc.is(i, Classes::FUNCTION | Classes::DETERMINER | Classes::PREPOSITION)
    }

    /// A run of common nouns, nothing of which is named.
    fn common(&self, run: TokenSpan) -> Option<Mention> {
        let first = run.start();
        let small = self.doc.token(first).is_some_and(|token| token.shape == Shape::Lower);
        let fits = run.len() > 1 && small && self.doc.is(first, Classes::NOUN);
        (fits && self.mention_at(first).is_none()).then(|| body(run))
    }
}

fn body(tokens: TokenSpan) -> Mention {
    Mention { tokens, kind: EntityKind::Organisation, margin: 0.0, value: None, entry: None }
}
