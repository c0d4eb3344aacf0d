use super::unknown::unknown_name;
use super::{Scene, Sort, Words};
use crate::lexicon::{Agreement, Classes, Lexicon, Role, RoleKind};
use crate::ontology::EntityKind;
use crate::token::{Shape, TokenKind, TokenSpan};

/// A noun phrase as far as it is plain: determiner, adjectives, noun, complements with «de», name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Chunk {
    /// From its determiner to the last word of its complements.
    pub span: TokenSpan,
    /// The noun, the first word of a bare name, the pronoun.
    pub head: usize,
    /// The name that the phrase bears itself («l’ancien ministre *Jean Dupont*»), not one in a complement.
    pub name: Option<TokenSpan>,
    /// What it can stand for in a judicial matter.
    pub sort: Sort,
    /// The preposition that governs it.
    pub preposition: Option<usize>,
}

/// Longest phrase, in tokens.
const LONGEST: usize = 24;

impl Chunk {
    /// The noun phrase that begins at `start`, up to `end` at most.
    pub fn read(scene: &Scene<'_>, start: usize, end: usize) -> Option<Self> {
        let end = end.min(start + LONGEST);
        let (doc, words) = (scene.doc(), Words::french());
        if let Some(date) = scene.date_at(start).filter(|date| date.end() <= end) {
            return Some(Self::plain(date, start, Sort::Date));
        }
        if let Some(pronoun) = pronoun(scene, start, end) {
            return Some(pronoun);
        }
        let mut at = start;
        while at < end
            && at < start + 4
            && scene.name_at(at).is_none()
            && (at == start || scene.date_at(at).is_none())
            && is_determiner(scene, at)
        {
            at += 1;
        }
        // «*au* groupe X», «*du* juge»: the article stands in the preposition.
        let determined = at > start || start > 0 && matches!(doc.form(start - 1), "au" | "aux" | "du");
        // «le mois dernier», «ce 1er octobre»
        if let Some(date) = scene.date_at(at).filter(|date| at > start && date.end() <= end) {
            return Some(Self::plain(TokenSpan::new(start, date.end()), at, Sort::Date));
        }
        // «six des accusés», «plus de 1 000 personnes», «deux autres».
        if determined
            && at < end
            && at > start
            && (doc.counts(at - 1) || doc.is(at - 1, Classes::PRONOUN))
            && words.preposition(doc.word(at)) == Some(Words::DE)
            // «l’un *d’eux*», «deux *d’entre eux*»
            && let Some(inner) = Self::read(scene, at + 1 + usize::from(doc.form(at + 1) == "entre"), end)
                .filter(|c| matches!(c.sort, Sort::Group | Sort::Pronoun))
        {
            let span = TokenSpan::new(start, inner.span.end());
            return Some(Self { span, name: None, sort: Sort::Group, ..inner });
        }
        if at == start
            && let Some(unknown) = unknown_name(scene, start, end)
        {
            return Some(Self::plain(unknown, start, Sort::Group));
        }
        let (mut head, mut name, mut sort) = (None, None, Sort::Thing);
        let (mut elliptic, mut numbered) = (None, false);
        while at < end {
            // «son *PDG*, Hugo Lemaire»: a role in capitals is no name.
            let acronym = |run: &TokenSpan| {
                run.len() == 1
                    && doc.is(at, Classes::ROLE)
                    && doc.token(at).is_some_and(|t| t.shape == Shape::Upper)
            };
            if let Some((tokens, kind)) = scene.name_at(at).filter(|(run, _)| !acronym(run)) {
                let bears = |h: usize| match kind {
                    EntityKind::Person => is_human(scene, h) || doc.is(h, Classes::TITLE),
                    EntityKind::Organisation => true,
                    _ => false,
                };
                if head.is_some_and(|h| !bears(h)) {
                    break;
                }
                if name.is_some() {
                    break;
                }
                // «le candidat LR» is no LR: a party's name behind a noun for people says whose they are.
                if kind == EntityKind::Organisation
                    && head.is_some_and(|h| is_human(scene, h) && !scene.is_body(h))
                {
                    at = tokens.end();
                    break;
                }
                name = Some(tokens);
                at = tokens.end();
                sort = Sort::of(kind);
                if head.is_none() {
                    head = Some(tokens.start());
                }
                break;
            }
            // «le numéro *deux* du parti»
            if head.is_some() && doc.form(at - 1).ends_with("numéro") && doc.is(at, Classes::NUMERAL) {
                (numbered, at) = (true, at + 1);
                continue;
            }
            // «l’organisation *non* gouvernementale»
            if doc.form(at) == "non" && head.is_some() && doc.is(at + 1, Classes::ADJECTIVE) {
                at += 1;
                continue;
            }
            if !is_nominal(scene, at, determined || at > start || governed(scene, start)) {
                break;
            }
            // «reconnaît le sergent *coupable*»: what is said of him there is no part of the phrase.
            let said = || scene.is_told_verb(at) || words.guilty.contains(&doc.word(at));
            if head.is_some_and(|h| h < at) && (scene.is_verb_of_people(at) || said()) {
                break;
            }
            // «treize universitaires *accusés* de liens», not «la présidente *destituée* Claire Delmas».
            let befell = scene.befell(at);
            let told = |h: usize| !doc.is(h, Classes::ADJECTIVE) || doc.is(at + 1, Classes::PREPOSITION);
            if befell && head.is_some_and(|h| is_human(scene, h) && told(h)) {
                break;
            }
            if doc.is(at, Classes::NOUN | Classes::ROLE | Classes::HUMAN | Classes::DEMONYM)
                && head.is_none_or(|h| {
                    // «jeune *homme*», but not «*loi* française», «*élection* générale».
                    !is_human(scene, h)
                        && doc.is(h, Classes::ADJECTIVE)
                        && doc.is(at, Classes::ROLE | Classes::HUMAN)
                        && h + 1 == at
                })
            {
                head = Some(at);
            }
            elliptic = Some(at);
            at += 1;
        }
        // «deux autres», «les trois».
        let counted = doc.counts(start);
        let bare = head.is_none();
        // «les trois autres», but not «3 fév»
        let plain = elliptic.is_none_or(|at| doc.is(at, Classes::ADJECTIVE | Classes::PRONOUN));
        let head = head.or(elliptic.filter(|_| determined)).or_else(|| {
            (determined && at > start && (counted || doc.is(at - 1, Classes::NUMERAL))).then(|| at - 1)
        })?;
        if name.is_none() {
            sort = if numbered
                || is_human(scene, head)
                || scene.is_body(head)
                || determined && words.quantified.contains(&doc.word(head))
                || bare && counted && plain
            {
                Sort::Group
            } else {
                Sort::Thing
            };
        }
        let mut chunk =
            Self { span: TokenSpan::new(start, at.max(head + 1)), head, name, sort, preposition: None };
        if chunk.name.is_none_or(|name| name.start() != start) {
            chunk.complements(scene, end);
            chunk.second_noun(scene, end);
        }
        // «une *fraction* des accusés», «l’*ensemble* des prévenus» are people.
        if chunk.sort == Sort::Thing
            && words.partitives.contains(&doc.word(head))
            && words.preposition(doc.word(head + 1)) == Some(Words::DE)
            && let Some(inner) = Self::read(scene, head + 2, end).filter(|c| c.sort == Sort::Group)
        {
            chunk.sort = Sort::Group;
            chunk.head = inner.head;
        }
        Some(chunk)
    }

    const fn plain(span: TokenSpan, head: usize, sort: Sort) -> Self {
        Self { span, head, name: None, sort, preposition: None }
    }

    /// «du budget», «de la banque BTA», «en fuite», and the name after them.
    fn complements(&mut self, scene: &Scene<'_>, end: usize) {
        let (doc, words) = (scene.doc(), Words::french());
        let mut at = self.span.end();
        while at < end {
            if self.name.is_none()
                && let Some((tokens, kind)) = scene.name_at(at)
                && kind == EntityKind::Person
                && self.sort == Sort::Group
                && doc.token(at).is_some_and(|t| t.shape.is_capital())
            {
                self.name = Some(tokens);
                self.sort = Sort::Person;
                self.span = TokenSpan::new(self.span.start(), tokens.end());
                return;
            }
            let links = words.preposition(doc.word(at)) == Some(Words::DE)
                || self.sort == Sort::Group
                    && words.preposition(doc.word(at)) == Some(Words::EN)
                    // «un homme *en garde à vue*» says what befell him.
                    && !matches!(doc.form(at + 1), "garde" | "détention" | "prison" | "examen")
                    && scene.date_at(at + 1).is_none();
            if !links || self.name.is_some() && doc.form(at) == "des" {
                break;
            }
            let Some(inner) = Self::read_base(scene, at + 1, end) else { break };
            self.span = TokenSpan::new(self.span.start(), inner.end());
            at = inner.end();
        }
    }

    /// «l’avocat *et ancien député Luc Verdier*», «le député *et maire de Vernon*» are one man: his second noun has no article.
    fn second_noun(&mut self, scene: &Scene<'_>, end: usize) {
        let (doc, joint) = (scene.doc(), self.span.end());
        if self.name.is_some() || self.sort != Sort::Group || doc.form(joint) != "et" || joint + 2 >= end {
            return;
        }
        let bare = !is_determiner(scene, joint + 1) && scene.name_at(joint + 1).is_none();
        let second = bare.then(|| Self::read(scene, joint + 1, end)).flatten();
        let one = matches!(
            doc.form(self.span.start()).to_lowercase().as_str(),
            "le" | "la" | "l'" | "l’" | "un" | "une" | "son" | "sa" | "ce" | "cet" | "cette"
        );
        let Some(second) = second.filter(|second| is_human(scene, second.head)) else { return };
        if second.sort == Sort::Person || one && second.sort == Sort::Group {
            self.span = TokenSpan::new(self.span.start(), second.span.end());
            (self.name, self.sort) = (second.name, second.sort);
        }
    }

    /// A phrase without complements: determiners, then a name or nouns with their adjectives.
    fn read_base(scene: &Scene<'_>, start: usize, end: usize) -> Option<TokenSpan> {
        let doc = scene.doc();
        let mut at = start;
        while at < end && at < start + 3 && scene.name_at(at).is_none() && is_determiner(scene, at) {
            at += 1;
        }
        // «deux frères de *22 et 25* ans»
        if at > start
            && at + 1 < end
            && matches!(doc.form(at), "et" | "à" | "ou")
            && [at - 1, at + 1].iter().all(|i| doc.token(*i).is_some_and(|t| t.kind == TokenKind::Number))
        {
            at += 2;
        }
        let first = at;
        while at < end {
            if let Some((tokens, kind)) = scene.name_at(at) {
                // «le directeur de la banque *X*» bears the name himself; «la femme de M. *X*» does not.
                // «les meurtriers du soldat *X*»: the soldier bears it.
                let titled = at > first
                    && (doc.is(at - 1, Classes::TITLE)
                        || doc.is(at - 1, Classes::ROLE | Classes::HUMAN)
                            && !doc.is(at - 1, Classes::ORGANISATION_HEAD | Classes::COURT));
                // «le mari de la *jeune* X» is of X.
                let young = (first..at).all(|i| doc.is(i, Classes::ADJECTIVE));
                let person = kind == EntityKind::Person && at > first && !titled && !young;
                if !person {
                    at = tokens.end();
                }
                break;
            }
            if scene.date_at(at).is_some() || !is_nominal(scene, at, true) {
                break;
            }
            at += 1;
        }
        (at > first).then(|| TokenSpan::new(start, at.min(end)))
    }
}

fn pronoun(scene: &Scene<'_>, start: usize, end: usize) -> Option<Chunk> {
    let (doc, words) = (scene.doc(), Words::french());
    if start >= end {
        return None;
    }
    // «*tous* les condamnés» is no pronoun.
    let quantifier = words.quantified.contains(&doc.word(start))
        && doc.is(start + 1, Classes::DETERMINER | Classes::NOUN | Classes::ADJECTIVE)
        && !doc.is(start + 1, Classes::ETRE | Classes::AVOIR);
    // «*leur* cousin» is no pronoun either.
    let possessive = words.possessives.contains(&doc.word(start))
        && doc.is(start + 1, Classes::NOUN | Classes::HUMAN | Classes::ROLE);
    let other = quantifier || possessive;
    if doc.is(start, Classes::PRONOUN) && words.personal.contains(&doc.word(start)) && !other {
        return Some(Chunk::plain(TokenSpan::new(start, start + 1), start, Sort::Pronoun));
    }
    // «ce dernier», «cette dernière», «l’intéressé».
    let follows = doc.is(start, Classes::DETERMINER)
        && (words.last.contains(&doc.word(start + 1))
            && (!doc.is(start + 2, Classes::NOUN) || doc.is(start + 2, Classes::AVOIR | Classes::ETRE))
            || words.concerned.contains(&doc.word(start + 1)));
    follows.then(|| Chunk::plain(TokenSpan::new(start, start + 2), start + 1, Sort::Pronoun))
}

fn is_determiner(scene: &Scene<'_>, at: usize) -> bool {
    let doc = scene.doc();
    let number = doc.counts(at);
    let article = doc.is(at, Classes::DETERMINER) && !Words::french().is_plain_de(doc.word(at));
    let all = Words::french().quantified.contains(&doc.word(at)) && doc.is(at + 1, Classes::DETERMINER);
    number
        || all
        || article
            && doc.token(at).is_some_and(|t| {
                // «*La* police», «*Son* frère»: at the head of a sentence a capital says nothing.
                let named = t.shape == Shape::Capitalised && doc.is(at, Classes::NOUN);
                !named
                    || matches!(doc.form(at), "La" | "Son" | "Un" | "Une")
                    || doc.sentence_of(at).start() == at
            })
}

/// «escroquerie *en* bande organisée»: behind a preposition a word that may be a verb is a noun.
fn governed(scene: &Scene<'_>, start: usize) -> bool {
    let (doc, words) = (scene.doc(), Words::french());
    // «pour « *aide* à un groupe »»
    let quoted = start > 1 && matches!(doc.form(start - 1), "«" | "“");
    let start = if quoted { start - 1 } else { start };
    start > 1
        && words.preposition(doc.word(start - 1)).is_some()
        && (words.is_plain_de(doc.word(start - 1)) || !doc.is(start - 1, Classes::DETERMINER))
        // «il *en* porte la marque»
        && !doc.is(start - 2, Classes::SUBJECT_PRONOUN | Classes::NEGATION | Classes::RELATIVE)
}

/// A noun, adjective or title, in a place where it can be one.
fn is_nominal(scene: &Scene<'_>, at: usize, inside: bool) -> bool {
    let doc = scene.doc();
    let classes = doc.classes(at);
    let nominal = Classes::NOUN
        | Classes::ADJECTIVE
        | Classes::TITLE
        | Classes::ROLE
        | Classes::HUMAN
        | Classes::DEMONYM
        | Classes::ORGANISATION_HEAD;
    let Some(token) = doc.token(at).filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Abbreviation))
    else {
        return false;
    };
    if classes.any(Classes::FUNCTION) && !classes.any(Classes::HUMAN) {
        return classes.any(Classes::ADJECTIVE)
            && inside
            && !classes.any(
                Classes::PREPOSITION
                    | Classes::ETRE
                    | Classes::AVOIR
                    | Classes::COORDINATOR
                    | Classes::NEGATION
                    | Classes::ADVERB,
            );
    }
    if classes.any(Classes::ETRE | Classes::AVOIR | Classes::MODAL) {
        return false;
    }
    if classes.any(nominal) {
        // «arrêté», «condamné» behind a noun say what befell it: they are no part of its name.
        return inside && !(scene.befell(at) && !classes.any(Classes::ROLE | Classes::HUMAN))
            || classes.any(Classes::NOUN | Classes::ROLE | Classes::HUMAN | Classes::TITLE)
                && !classes.any(Classes::FINITE)
            || token.shape == Shape::Capitalised && classes.any(Classes::ROLE);
    }
    inside && classes.is_empty() && token.shape == Shape::Lower
}

/// A noun for people, or for a body that can be accused.
fn is_human(scene: &Scene<'_>, at: usize) -> bool {
    let doc = scene.doc();
    doc.is(at, Classes::ROLE | Classes::HUMAN | Classes::DEMONYM)
        || doc.is(at, Classes::NOUN) && Words::french().suspects.contains(&doc.word(at))
        || is_former(scene, at)
}

/// «ex-patron» is one token, and only its second half is in the lists.
fn is_former(scene: &Scene<'_>, at: usize) -> bool {
    let doc = scene.doc();
    if !doc.classes(at).is_empty() {
        return false;
    }
    let form = doc.form(at);
    let noun = form.strip_prefix("ex-").or_else(|| form.strip_prefix("Ex-"));
    noun.is_some_and(|noun| {
        let lexicon = Lexicon::french();
        lexicon.classes(lexicon.look_up(noun)).any(Classes::ROLE | Classes::HUMAN)
    })
}

/// The role of the noun at a token, where it has one.
pub(super) fn role_at(scene: &Scene<'_>, at: usize) -> Option<(RoleKind, Agreement)> {
    let doc = scene.doc();
    if !doc.is(at, Classes::ROLE) {
        return None;
    }
    doc.find::<Role>(at).map(|(_, role)| (role.kind, role.agreement))
}
