use std::collections::BTreeMap;

use super::anaphor::Anaphors;
use super::bearer::Bearer;
use super::description::{Article, Description};
use super::discourse::Discourse;
use super::holding::{Holding, Tie};
use super::key::Key;
use super::lists::Lists;
use super::resolved::{CALLED, HEAD_NOUN, Resolved, ResolvedMention};
use super::unnamed::{complement, complement_entity};
use crate::document::Document;
use crate::graph::EntityId;
use crate::lexicon::{Agreement, Classes, Lexicon, RoleKind, WordId};
use crate::ontology::{EntityKind, MentionForm};
use crate::text::fold;
use crate::token::TokenSpan;

/// The offices that the article has given to somebody, by the role noun.
#[derive(Debug, Default)]
pub(super) struct Offices {
    /// The latest last, a few for each noun.
    by_noun: BTreeMap<u16, Vec<Office>>,
    /// The description that was last found beside a name.
    pub last_held: Option<usize>,
    /// Organisations by the noun that heads their name, in reading order.
    by_head: BTreeMap<WordId, Vec<EntityId>>,
    /// Organisations by what the article says they are.
    by_noun_of_body: BTreeMap<WordId, Vec<EntityId>>,
}

#[derive(Clone, Copy, Debug)]
struct Office {
    holder: EntityId,
    /// The named body or place that it is an office in.
    of: Option<EntityId>,
    /// The words of the role behind the noun («de l’Intérieur»).
    rest: Option<Key>,
    former: bool,
    /// «*son* porte-parole»: in something that is spoken of, and in no other.
    possessed: bool,
    /// Of a court: whoever sits there is none of those it judges or hears.
    judges: bool,
}

/// So many holders of one noun are remembered.
const MOST: usize = 6;

impl Offices {
    /// Notes that somebody holds it.
    pub(super) fn note(
        &mut self,
        doc: &Document<'_>,
        resolved: &Resolved,
        description: &Description,
        holder: EntityId,
    ) {
        let office = Office {
            holder,
            of: complement_entity(doc, resolved, description),
            rest: rest(doc, description),
            former: description.former,
            possessed: description.article == Article::Possessive,
            judges: description.kind == RoleKind::Justice
                || doc.is(complement(doc, description).start(), Classes::COURT),
        };
        let list = self.by_noun.entry(description.noun).or_default();
        list.retain(|known| known.holder != holder || known.rest != office.rest || known.of != office.of);
        if list.len() == MOST {
            list.remove(0);
        }
        list.push(office);
    }

    /// Notes the organisations by the nouns that head their names.
    pub(super) fn note_heads(&mut self, bearers: &[Bearer]) {
        for (index, bearer) in bearers.iter().enumerate() {
            if bearer.head.is_known() {
                self.by_head.entry(bearer.head).or_default().push(EntityId::from(index));
            }
            for noun in bearer.nouns.into_iter().filter(|noun| noun.is_known()) {
                self.by_noun_of_body.entry(noun).or_default().push(EntityId::from(index));
            }
        }
    }

    /// Whether somebody holds an office of justice.
    pub(super) fn judges(&self, holder: EntityId) -> bool {
        self.by_noun.values().flatten().any(|office| office.holder == holder && office.judges)
    }

    /// The one who holds what is described, where the article gave it to one only.
    fn holder(&self, doc: &Document<'_>, resolved: &Resolved, description: &Description) -> Option<EntityId> {
        let of = complement_entity(doc, resolved, description);
        let words = rest(doc, description);
        let agrees = |office: &&Office| {
            let same_body = of.is_none() || office.of.is_none() || of == office.of;
            let same_words = words.is_none() || office.rest.is_none() || words == office.rest;
            let other = office.possessed && !complement(doc, description).is_empty();
            same_body && same_words && !other && (!office.former || description.former || words.is_none())
        };
        let list = self.by_noun.get(&description.noun)?;
        let mut fitting = list.iter().rev().filter(agrees);
        let first = fitting.next()?;
        // Of several the one whose office is in the very same words.
        let exact = |office: &Office| of == office.of && words == office.rest;
        match fitting.find(|other| other.holder != first.holder) {
            None => Some(first.holder),
            Some(_) if (of.is_some() || words.is_some()) && exact(first) => Some(first.holder),
            Some(_) => None,
        }
    }
}

/// The words of the role behind its noun, as a key.
fn rest(doc: &Document<'_>, description: &Description) -> Option<Key> {
    let rest = TokenSpan::new(description.head.end(), description.role.end());
    let mut words = rest.indices().filter(|i| !doc.is(*i, Classes::FUNCTION | Classes::DEMONYM)).peekable();
    words.peek()?;
    Some(words.fold(Key::empty(), |key, i| key.then(Key::of(&fold(doc.form(i))))))
}

impl Discourse<'_> {
    /// «le banquier», «l’ancien directeur de la banque», «le trentenaire»: whom it stands for.
    pub(super) fn read_description(&mut self, index: usize, description: &Description) {
        let definite = description.article == Article::Definite;
        let kin = description.kind == RoleKind::Kinship && !is_parent(self.doc, description);
        if !definite || !description.agreement.singular() || kin {
            return;
        }
        let attested = self.offices.holder(self.doc, self.resolved, description);
        let picked = if let Some(holder) = attested {
            Some((holder, "same role"))
        } else if varies(self.doc, description) {
            self.protagonist(description).map(|holder| (holder, "description"))
        } else {
            None
        };
        let Some((entity, why)) = picked else { return };
        let complement = complement_entity(self.doc, self.resolved, description);
        // «le témoin», «l’accusé» is not the judge who was spoken of.
        let heard = description.kind == RoleKind::Person && attested.is_none() && self.offices.judges(entity);
        if complement == Some(entity) || heard || self.clashes(entity, description) {
            return;
        }
        self.join(description.tokens, entity, EntityKind::Person, MentionForm::Nominal, why);
        let mention = ResolvedMention {
            tokens: description.tokens,
            entity,
            kind: EntityKind::Person,
            form: MentionForm::Nominal,
        };
        self.later.push(Holding::plain(index, mention, Tie::Later));
        self.note(entity, description.tokens);
    }

    /// «l’intéressé», «l’interlocuteur de l’agence»: the person spoken of, nothing else being said.
    pub(super) fn read_back_noun(&mut self, i: usize, agreement: Agreement) {
        let definite = i.checked_sub(1).filter(|before| {
            matches!(self.doc.form(*before), "l'" | "l’" | "L'" | "L’" | "cet" | "cette" | "Cet" | "Cette")
        });
        let Some(before) = definite else { return };
        let mut wanted = self.wanted(before, agreement);
        wanted.human = true;
        let Some(entity) = self.focus.pick(&wanted) else { return };
        let end = self.syntax.phrase_at(i).map_or(i + 1, |phrase| self.syntax.maximal(phrase).end());
        let tokens = TokenSpan::new(before, end.clamp(i + 1, i + 8));
        self.join(tokens, entity, EntityKind::Person, MentionForm::Nominal, "points back");
        self.note(entity, tokens);
    }

    fn clashes(&self, entity: EntityId, description: &Description) -> bool {
        let mut role = description.agreement;
        // «la victime», «la star» are said of men, and «le ministre» of women.
        if matches!(description.kind, RoleKind::Person | RoleKind::Culture | RoleKind::Office) {
            role = role | Agreement::from_bits(3);
        }
        self.bearers.get(entity.index()).is_none_or(|b| role.meet(b.agreement).is_none())
    }

    /// The one person whom the text is about here, for a description that is new.
    fn protagonist(&self, description: &Description) -> Option<EntityId> {
        // «dont le fondateur» is said of what stands before «dont».
        let before = description.tokens.start().checked_sub(1);
        if before.is_some_and(|before| self.doc.is(before, Classes::RELATIVE)) {
            return None;
        }
        let mut wanted = self.wanted(description.tokens.start(), description.agreement);
        wanted.human = true;
        wanted.object = true;
        self.focus.pick(&wanted)
    }

    /// «l’organisation», «le parti», «le tribunal»: a bare noun that points back to an organisation.
    pub(super) fn read_group(&mut self, i: usize) {
        let Some(before) = i.checked_sub(1) else { return };
        let definite = matches!(
            self.doc.form(before),
            "le" | "la"
                | "l'"
                | "l’"
                | "Le"
                | "La"
                | "L'"
                | "L’"
                | "ce"
                | "cette"
                | "cet"
                | "Ce"
                | "Cette"
                | "du"
                | "au"
        );
        // «le parti de X», «le parti socialiste», «la ligue jeunesse», «le groupe E»: another one than that spoken of.
        let word = self.doc.word(i + 1);
        let joined = self.doc.is_joined(i + 1);
        let named = joined && (self.doc.is_capital(i + 1) || self.syntax.tag(i + 1).is_noun());
        let bare = !self.doc.is(i + 1, Classes::ADJECTIVE | Classes::DEMONYM | Classes::NUMERAL)
            && self.resolved.mention_at(i + 1).is_none()
            && !named
            && !matches!(
                self.doc.form(i + 1),
                "de" | "du" | "des" | "d'" | "d’" | "pour" | "contre" | "non" | "«"
            );
        // «appeler au rassemblement», «le sens du mouvement»: what people do, rather than the one that is called so.
        let deed =
            matches!(self.doc.form(before), "du" | "au") && Lists::french().deeds.contains(&self.doc.word(i));
        if deed || !definite || !bare || (word.is_known() && self.syntax.tag(i).is_verb()) {
            return;
        }
        let Some(noun) = self.doc.noun_lemma(i) else { return };
        let by_head = self.offices.by_head.get(&noun).map(Vec::as_slice).unwrap_or_default();
        let said = self.offices.by_noun_of_body.get(&noun).map(Vec::as_slice).unwrap_or_default();
        let picked = match (by_head, said) {
            ([], said) if said.iter().any(|id| self.named_before(*id, i)) => {
                // A nearer one that the noun fits as well leaves it open.
                let near = self.fitting(noun).next();
                let one = self.only_one_before(said, i);
                match one.filter(|id| near.is_none_or(|near| near == *id)) {
                    Some(id) => Some((id, CALLED)),
                    None => self.kind_of_body(noun).map(|id| (id, "kind of body")),
                }
            }
            ([], _) => self.kind_of_body(noun).map(|id| (id, "kind of body")),
            (heads, _) => self.only_one_before(heads, i).map(|id| (id, HEAD_NOUN)),
        };
        let Some((entity, why)) = picked else { return };
        let start = if matches!(self.doc.form(before), "du" | "au") { i } else { before };
        let tokens = TokenSpan::new(start, i + 1);
        self.join(tokens, entity, EntityKind::Organisation, MentionForm::Nominal, why);
        self.note(entity, tokens);
    }

    /// The one of them that was named before, where no other one was.
    fn only_one_before(&self, bodies: &[EntityId], token: usize) -> Option<EntityId> {
        if let [one] = bodies {
            return Some(*one).filter(|id| self.named_before(*id, token));
        }
        let mut near = bodies.iter().copied().filter(|id| self.named_before(*id, token));
        near.next().filter(|_| near.next().is_none())
    }

    /// The one body spoken of lately that such a noun fits.
    fn kind_of_body(&self, noun: WordId) -> Option<EntityId> {
        let mut near = self.fitting(noun);
        near.next().filter(|_| near.next().is_none())
    }

    /// The bodies spoken of lately that such a noun fits, the latest first.
    fn fitting(&self, noun: WordId) -> impl Iterator<Item = EntityId> + '_ {
        let anaphors = Anaphors::get();
        let group = anaphors.is_group(noun);
        // «le groupe», «l’organisation» is no court.
        let court = |head: WordId| Lexicon::french().classes(head).any(Classes::COURT);
        let fits = move |id: &EntityId| {
            group
                && self.bearers.get(id.index()).is_some_and(|b| {
                    b.kind == EntityKind::Organisation && !court(b.head) && anaphors.group_fits(noun, b)
                })
        };
        let near = self.focus.latest().filter(|seen| self.sentence - seen.sentence.min(self.sentence) <= 2);
        near.filter_map(|seen| seen.entity).filter(fits)
    }

    /// Whether the entity was named before this token.
    fn named_before(&self, id: EntityId, token: usize) -> bool {
        let start = self.doc.span(TokenSpan::new(token, token + 1)).start();
        self.resolved.entity(id).and_then(|e| e.mentions.first()).is_some_and(|m| m.span.start() < start)
    }
}

/// Whether journalists use such words in place of a name that they do not want to repeat: what somebody was, or
/// does for a living; an office that somebody holds today is held by somebody else as long as nothing else is said.
fn varies(doc: &Document<'_>, description: &Description) -> bool {
    description.former
        || Lists::french().variants.contains(&doc.word(description.head.start()))
        || is_parent(doc, description)
        || matches!(
            description.kind,
            RoleKind::Culture
                | RoleKind::Profession
                | RoleKind::Religion
                | RoleKind::Science
                | RoleKind::Sport
                | RoleKind::Person
        ) && description.complement.is_empty()
            // There is one, and he is nobody else.
            && doc.word(description.head.start()) != Anaphors::get().pope
}

/// «la mère *de famille*»: nobody’s in particular.
fn is_parent(doc: &Document<'_>, description: &Description) -> bool {
    let last = description.head.end().saturating_sub(1);
    description.kind == RoleKind::Kinship && description.head.len() > 1 && doc.form(last) == "famille"
}
