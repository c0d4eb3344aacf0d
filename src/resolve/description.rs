use super::copulas::is_elected;
use super::left::Left;
use super::portfolio::{has_portfolio, is_portfolio, link, portfolio_end};
use super::resolved::{Resolved, ResolvedMention};
use super::role_word::RoleWord;
use crate::document::Document;
use crate::lexicon::{Agreement, Classes, Lexicon, Role, RoleKind, WordId};
use crate::ontology::EntityKind;
use crate::syntax::{Syntax, Tag};
use crate::token::{Shape, TokenSpan};

/// A noun phrase around a role noun: «l’ancien directeur de la banque BTA», «un banquier kazakh en fuite».
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Description {
    /// From the determiner to the last word of the complement.
    pub tokens: TokenSpan,
    /// The role noun, of one word or more.
    pub head: TokenSpan,
    /// The role as an archivist writes it down: with the adjectives and the common nouns that belong to it
    /// («ministre de l’Intérieur», «président du directoire»), without the name that it is a role in.
    pub role: TokenSpan,
    /// The tokens of the complement that a name is looked for in.
    pub complement: TokenSpan,
    /// A party right behind the noun or in brackets: «député LR de la Manche».
    pub party: Option<TokenSpan>,
    /// What sort of role.
    pub kind: RoleKind,
    /// How the phrase begins.
    pub article: Article,
    /// «ancien», «ex-».
    pub former: bool,
    /// «par intérim».
    pub acting: bool,
    /// The same number for all forms of the role noun.
    pub noun: u16,
    /// Gender and number of the role noun.
    pub agreement: Agreement,
}

/// How a noun phrase begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Article {
    /// «le», «la», «l’», «les», «ce», «au», «du».
    Definite,
    /// «un», «une», «des».
    Indefinite,
    /// «son», «leur».
    Possessive,
    /// Nothing: apposition, attribute, headline.
    Bare,
}

/// Longest complement, in tokens.
const LONGEST: usize = 14;

/// Finds the descriptions of a document.
pub(crate) fn descriptions_into(
    doc: &Document<'_>,
    syntax: &Syntax,
    resolved: &Resolved,
    out: &mut Vec<Description>,
) {
    let lexicon = Lexicon::french();
    let mut next = 0;
    for i in 0..doc.len() {
        if i < next {
            continue;
        }
        let Some(written) = RoleWord::read(doc, i) else { continue };
        // A word inside a name is no role («Le Président» as a hotel).
        if resolved.mention_at(i).is_some() {
            continue;
        }
        let found = match written {
            RoleWord::Listed => doc.find::<Role>(i),
            _ => lexicon.find::<Role>(|k| written.word(doc, i, k)),
        };
        let Some((mut len, mut role)) = found else { continue };
        // «chercheuse *au CNRS*»: a name is what the role is in, however often the two are read together.
        let named = (i + 1..i + len).find(|k| {
            resolved.mention_at(*k).is_some_and(|m| {
                m.kind == EntityKind::Organisation
                    && m.tokens.end() >= i + len
                    && (doc.is(*k, Classes::ORGANISATION_HEAD)
                        || doc.token(*k).is_some_and(|t| t.shape == Shape::Upper))
            })
        });
        if let Some(shorter) = named.and_then(|name| {
            let before = |k: usize| k == 0 || i + k + 1 < name;
            lexicon.find::<Role>(|k| if before(k) { written.word(doc, i, k) } else { WordId::UNKNOWN })
        }) {
            (len, role) = shorter;
        }
        // «*Premier* ministre» begins with an adjective.
        let ranked = len > 1 && syntax.tag(i) == Tag::Adjective;
        if !ranked && !matches!(written, RoleWord::Ranked(_)) && !is_noun_here(doc, syntax, i) {
            continue;
        }
        let participle = syntax.tag(i) == Tag::ParticiplePast && len == 1;
        if participle && !may_be_participle(doc, i + len, role.kind) {
            continue;
        }
        let reader = Reader { doc, syntax, resolved };
        let description = reader.read(i, len, role);
        next = description.head.end().max(i + 1);
        // «partenaire commercial»: the adjective is no second noun.
        while next < description.role.end()
            && (syntax.tag(next) == Tag::Adjective || doc.is(next, Classes::ADJECTIVE))
        {
            next += 1;
        }
        out.push(description);
    }
}

/// Role nouns that are also verbs, adjectives or common words: only where a noun stands.
fn is_noun_here(doc: &Document<'_>, syntax: &Syntax, i: usize) -> bool {
    // «nommée *juge*»
    if i.checked_sub(1).is_some_and(|before| is_elected(doc, before)) && doc.is(i, Classes::NOUN) {
        return true;
    }
    match syntax.tag(i) {
        // «l’ancien directeur»: the noun comes next.
        Tag::Adjective => !syntax.tag(i + 1).is_noun() || !doc.is(i + 1, Classes::ROLE),
        // «X, gérant *de la* société Velmar»: the participle would have an object without «de».
        Tag::ParticiplePresent => {
            matches!(doc.form(i + 1), "de" | "du" | "d'" | "d’")
                && i.checked_sub(1).is_some_and(|b| doc.form(b) == ",")
        }
        Tag::VerbFinite | Tag::VerbInfinitive => false,
        // «élue maire»: the noun comes next.
        // «le député socialiste» is a deputy.
        _ if doc.is(i, Classes::PAST_PARTICIPLE)
            && doc.is(i + 1, Classes::ROLE)
            && !(doc.is(i, Classes::NOUN) && doc.is(i + 1, Classes::ADJECTIVE)) =>
        {
            false
        }
        Tag::Preposition | Tag::Determiner | Tag::Adverb | Tag::Coordinator | Tag::Negation => false,
        _ => {
            let before = i.checked_sub(1);
            before.is_none_or(|b| !doc.is(b, Classes::RELATIVE) && syntax.tag(b) != Tag::SubjectPronoun)
        }
    }
}

/// «députés de la Creuse», «allié de X» are nouns that look like participles; «accusé de vol» is none.
fn may_be_participle(doc: &Document<'_>, after: usize, kind: RoleKind) -> bool {
    let office = matches!(
        kind,
        RoleKind::Politics | RoleKind::Office | RoleKind::Leader | RoleKind::Profession | RoleKind::Partner
    );
    office && matches!(doc.form(after), "de" | "du" | "des" | "d'" | "d’" | "(")
}

struct Reader<'a> {
    doc: &'a Document<'a>,
    syntax: &'a Syntax,
    resolved: &'a Resolved,
}

impl Reader<'_> {
    /// The name that begins at a token, where it is no value.
    fn name_at(&self, at: usize) -> Option<&ResolvedMention> {
        let mention = self.resolved.mention_at(at)?;
        let named =
            matches!(mention.kind, EntityKind::Organisation | EntityKind::Location | EntityKind::Person);
        (named && mention.tokens.start() == at).then_some(mention)
    }

    /// What follows the complement and belongs to the phrase: «le candidat de X *à la présidentielle*».
    fn trailing(&self, mut end: usize, limit: usize) -> usize {
        for _ in 0..2 {
            if !matches!(self.doc.form(end), "à" | "au" | "aux" | "en" | "pour") {
                break;
            }
            let Some(after) = link(self.doc, end, limit) else { break };
            if let Some(name) = self.name_at(after) {
                end = name.tokens.end();
                continue;
            }
            if !self.syntax.tag(after).is_noun() || self.resolved.mention_at(after).is_some() {
                break;
            }
            end = after + 1;
            while end < limit && self.syntax.tag(end) == Tag::Adjective {
                end += 1;
            }
        }
        end
    }

    /// The letters in brackets right behind the name that ends a complement.
    fn letters_behind(&self, complement: TokenSpan, end: usize) -> Option<TokenSpan> {
        let last =
            complement.end().checked_sub(1).filter(|last| last + 1 == end && !complement.is_empty())?;
        self.resolved.mention_at(last)?;
        let short = self.name_at(end + 1).filter(|m| m.kind == EntityKind::Organisation)?.tokens;
        let brackets = self.doc.form(end) == "(" && self.doc.form(short.end()) == ")";
        (brackets && short.len() == 1).then_some(short)
    }

    fn read(&self, start: usize, len: usize, role: Role) -> Description {
        let doc = self.doc;
        let sentence = doc.sentence_of(start);
        let left = Left::read(doc, start, sentence.start());
        let limit = sentence.end().min(start + len + LONGEST);
        let mut end = start + len;
        let mut role_end = end;
        let mut complement = TokenSpan::new(end, end);
        let mut party = None;
        let matters = has_portfolio(doc, start);
        if matters && len > 2 {
            end = portfolio_end(doc, self.syntax, end, limit);
            role_end = end;
        }
        let mut acting = (start..end).any(|i| doc.form(i).starts_with("intérim"));
        while end < limit {
            if doc.form(end) == "par" && doc.form(end + 1).starts_with("int") {
                acting = true;
                end += 2;
                continue;
            }
            // What agrees with the role noun belongs to it: «directeur général adjoint», «banquier kazakh».
            let unlisted = !doc.word(end).is_known() && self.syntax.tag(end) == Tag::Adjective;
            let follows = (doc.is(end, Classes::ADJECTIVE | Classes::DEMONYM) || unlisted)
                && !doc.is(end, Classes::PREPOSITION | Classes::FUNCTION)
                && !self.syntax.tag(end).is_verb();
            let small = doc.token(end).is_some_and(|t| t.shape == Shape::Lower);
            // «ministre de l’Intérieur du Gabon», where a name was seen in the last words.
            if let Some(name) =
                self.resolved.mention_at(end).filter(|m| m.tokens.start() < end && m.tokens.start() > start)
            {
                // «ministre de l’Intérieur *du Gabon*»
                let placed = matches!(doc.form(end), "du" | "de" | "des" | "d'" | "d’");
                end = name.tokens.end();
                if placed {
                    complement = name.tokens;
                } else {
                    role_end = end;
                }
                continue;
            }
            if follows && self.resolved.mention_at(end).is_none() && small && complement.is_empty() {
                end += 1;
                role_end = end;
                continue;
            }
            // «président de la région *Bretagne*»
            let region = len > 1 && end == start + len && !doc.is(end - 1, Classes::ADJECTIVE);
            if let Some(place) = self.name_at(end).filter(|m| region && m.kind == EntityKind::Location) {
                complement = place.tokens;
                end = place.tokens.end();
                break;
            }
            // «candidat LR», «maire UDI de Vincennes», «candidat de la droite (LR)»: the party.
            let open = usize::from(doc.form(end) == "(");
            let beside = self.name_at(end + open).filter(|m| m.kind == EntityKind::Organisation);
            if let Some(name) =
                beside.filter(|m| party.is_none() && (open == 0 || doc.form(m.tokens.end()) == ")"))
            {
                party = Some(name.tokens);
                end = name.tokens.end() + open;
                continue;
            }
            // «le député MRT Jean Dupont»: a party that nobody knows.
            let unknown = doc.token(end).is_some_and(|t| t.shape == Shape::Upper)
                && self.resolved.mention_at(end).is_none();
            if unknown && self.name_at(end + 1).is_some_and(|m| m.kind == EntityKind::Person) {
                end += 1;
                break;
            }
            let Some(after) = link(doc, end, limit) else { break };
            if self.syntax.tag(after).is_verb() {
                break;
            }
            // «ministre gabonais *de l’Intérieur*»: a portfolio is of the role.
            // «Intérieur du Gabon» is more than a matter.
            let matter = self.name_at(after).filter(|m| {
                let adjectives = || m.tokens.indices().skip(1).all(|i| doc.is(i, Classes::ADJECTIVE));
                m.tokens.len() == 1 || m.kind == EntityKind::Organisation && adjectives()
            });
            if let Some(matter) = matter.filter(|_| is_portfolio(doc, after) && matters) {
                end = portfolio_end(doc, self.syntax, matter.tokens.end(), limit);
                role_end = end;
                continue;
            }
            // The place where somebody was at the time is no complement of who he is: «président en 2012».
            if let Some(name) = self.name_at(after) {
                complement = TokenSpan::new(after, name.tokens.end());
                end = name.tokens.end();
                break;
            }
            if self.resolved.mention_at(after).is_some() && !is_portfolio(doc, after) {
                break;
            }
            // «de la *jeune* Lise Auber»
            let young = |at: usize| {
                doc.is(at, Classes::ADJECTIVE) && doc.token(at).is_some_and(|t| t.shape == Shape::Lower)
            };
            // «de la banque BTA»: the common noun before a name belongs to the complement, not to the role.
            let named = |name: &&ResolvedMention| {
                name.kind != EntityKind::Person
                    || doc.is(after, Classes::ROLE | Classes::TITLE)
                    || young(after)
            };
            if let Some(name) = self
                .name_at(after + 1)
                .filter(named)
                .filter(|_| doc.is(after, Classes::NOUN.with(Classes::TITLE)) || young(after))
            {
                complement = TokenSpan::new(after, name.tokens.end());
                end = name.tokens.end();
                break;
            }
            // «avocat de la famille Morel»: not one person, and none who would be the lawyer.
            if let Some(person) = self
                .name_at(after + 1)
                .filter(|m| m.kind == EntityKind::Person && doc.form(after) == "famille")
            {
                end = person.tokens.end();
                break;
            }
            // «conseiller du *Premier ministre*»
            let phrase = doc.find::<Role>(after).map_or(1, |(len, _)| len);
            if !self.syntax.tag(after).is_noun()
                && self.syntax.tag(after) != Tag::Adjective
                && !is_portfolio(doc, after)
            {
                break;
            }
            end = after + phrase;
            while end < limit
                && self.syntax.tag(end) == Tag::Adjective
                && doc.token(end).is_some_and(|t| t.shape == Shape::Lower)
            {
                end += 1;
            }
            if matters {
                end = portfolio_end(doc, self.syntax, end, limit);
            }
            // «directrice de la stratégie *de Valmoret*»: a name that was not found is no part of the role.
            if doc.word(after).is_known() || !doc.is_capital(after) {
                role_end = end;
            }
            complement = TokenSpan::new(after, end);
        }
        // «le maire UDI de Vincennes» is mayor of the town, «le candidat LR en France» candidate of the party.
        let owned = |run: TokenSpan| {
            self.name_at(run.start()).is_some()
                && !matches!(doc.form(run.start().wrapping_sub(1)), "en" | "à" | "au")
        };
        if let Some(party) = party.filter(|_| complement.is_empty() || !owned(complement)) {
            complement = party;
        }
        // «le président de l’Agence des phares *(ADP)*, X», «le maire de Lyon *(PS)*, X»: the letters of the body, or the party.
        if let Some(short) = self.letters_behind(complement, end) {
            if self.name_at(complement.start()).is_some_and(|m| m.kind == EntityKind::Location) {
                party = party.or(Some(short));
            }
            end = short.end() + 1;
        }
        end = self.trailing(end, limit);
        Description {
            tokens: TokenSpan::new(left.start, end),
            head: TokenSpan::new(start, start + len),
            role: TokenSpan::new(start, role_end),
            complement,
            party,
            kind: role.kind,
            article: left.article,
            former: left.former || matches!(doc.form(start).as_bytes(), [b'e' | b'E', b'x', b'-', ..]),
            acting,
            noun: role.noun,
            agreement: role.agreement,
        }
    }
}
