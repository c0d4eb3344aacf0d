use std::cell::RefCell;

use super::argument::Argument;
use super::kind::Kind;
use super::right::Right;
use super::{Chunk, Group, Scene, Sort, offence, property};
use crate::lexicon::{Classes, Court, WordId};
use crate::ontology::EntityKind;
use crate::resolve::Reading;
use crate::rule::{Anchor, ArgumentId, KindId, PropertyId, View, nth_mention};
use crate::token::{Shape, TokenKind, TokenSpan};
use crate::value::Value;

/// An article for the rule engine.
#[derive(Debug)]
pub(crate) struct FrenchView<'a> {
    scene: Scene<'a>,
    memory: RefCell<Memory>,
}

/// What was asked last: rules of one trigger ask the same things.
#[derive(Debug, Default)]
struct Memory {
    group: Option<Group>,
    /// Each argument that was asked for, and where its spans lie in `found`.
    arguments: Vec<(Anchor, u16, (usize, usize))>,
    found: Vec<TokenSpan>,
    /// The spans of the last one.
    fresh: Vec<TokenSpan>,
    right: Right,
}

/// How many arguments are remembered: those of a few triggers.
const REMEMBERED: usize = 96;

impl Memory {
    /// The spans of an argument, if it was asked for lately.
    fn known(&self, anchor: Anchor, which: u16) -> Option<(usize, usize)> {
        let mut known = self.arguments.iter().rev();
        known.find(|(at, argument, _)| *argument == which && *at == anchor).map(|(_, _, range)| *range)
    }
}

impl<'a> FrenchView<'a> {
    pub fn new(reading: &'a Reading<'a>) -> Self {
        Self { scene: Scene::new(reading), memory: RefCell::default() }
    }

    /// The article.
    pub const fn scene(&self) -> Scene<'a> {
        self.scene
    }

    /// When the step of this trigger was taken.
    pub fn date(&self, token: usize, span: TokenSpan) -> Option<TokenSpan> {
        self.argument(Anchor { token, span }, Argument::DATE, 0)
    }

    /// Whom the act of a verb or noun befalls.
    pub fn patients(&self, token: usize) -> Vec<TokenSpan> {
        let mut found = Vec::new();
        let anchor = Anchor { token, span: TokenSpan::new(token, token + 1) };
        let group = self.group(token);
        let right = &mut self.memory.borrow_mut().right;
        Argument::Patient.find(&self.scene, anchor, &group, right, &mut found);
        found
    }

    /// Who does what a verb tells.
    pub fn subjects(&self, token: usize) -> Vec<TokenSpan> {
        let mut found = Vec::new();
        let anchor = Anchor { token, span: TokenSpan::new(token, token + 1) };
        let group = self.group(token);
        let right = &mut self.memory.borrow_mut().right;
        Argument::Subject.find(&self.scene, anchor, &group, right, &mut found);
        found
    }

    /// Looks an argument up, and remembers it.
    fn find(&self, anchor: Anchor, which: ArgumentId) -> (usize, usize) {
        let group = self.group(anchor.token);
        let memory = &mut *self.memory.borrow_mut();
        if memory.arguments.len() >= REMEMBERED {
            memory.arguments.clear();
            memory.found.clear();
        }
        memory.fresh.clear();
        let argument = Argument::nth(which.index());
        argument.find(&self.scene, anchor, &group, &mut memory.right, &mut memory.fresh);
        let from = memory.found.len();
        memory.found.extend_from_slice(&memory.fresh);
        let range = (from, memory.found.len());
        memory.arguments.push((anchor, which.0, range));
        range
    }

    /// The verb group that ends with the verb at a token.
    pub fn group(&self, head: usize) -> Group {
        let mut memory = self.memory.borrow_mut();
        if let Some(group) = memory.group.filter(|group| group.head == head) {
            return group;
        }
        let group = Group::read(&self.scene, head);
        memory.group = Some(group);
        group
    }
}

impl View for FrenchView<'_> {
    fn len(&self) -> usize {
        self.scene.doc().len()
    }

    #[inline]
    fn word(&self, i: usize) -> WordId {
        self.scene.doc().word(i)
    }

    #[inline]
    fn lemma(&self, i: usize) -> WordId {
        self.scene.lemma(i)
    }

    #[inline]
    fn lemmas(&self, i: usize) -> [WordId; 2] {
        let roots = self.scene.doc().roots(i);
        let known = |lemma: WordId| if lemma.is_known() { lemma } else { roots.usual };
        [known(roots.noun), known(roots.verb)]
    }

    #[inline]
    fn classes(&self, i: usize) -> Classes {
        self.scene.doc().classes(i)
    }

    fn kind(&self, i: usize) -> TokenKind {
        self.scene.doc().token(i).map_or(TokenKind::Symbol, |token| token.kind)
    }

    fn shape(&self, i: usize) -> Shape {
        self.scene.doc().token(i).map_or(Shape::None, |token| token.shape)
    }

    fn text(&self, run: TokenSpan) -> &str {
        self.scene.doc().slice(run)
    }

    fn sentence(&self, i: usize) -> TokenSpan {
        self.scene.doc().sentence_of(i)
    }

    fn mention_at(&self, i: usize, kind: KindId) -> Option<TokenSpan> {
        let scene = &self.scene;
        let doc = scene.doc();
        if kind == KindId::QUOTED {
            return quotation(scene, i);
        }
        let named =
            |wanted: EntityKind| scene.name_at(i).filter(|(_, found)| *found == wanted).map(|(run, _)| run);
        let valued = |is: fn(&Value) -> bool| scene.value_at(i).filter(|v| is(&v.value)).map(|v| v.tokens);
        match Kind::nth(kind.index())? {
            Kind::Person => named(EntityKind::Person),
            Kind::Organisation => named(EntityKind::Organisation),
            Kind::Place => named(EntityKind::Location),
            Kind::Event => named(EntityKind::Event),
            Kind::Product => named(EntityKind::Product),
            Kind::Date => scene.date_at(i),
            Kind::Time => valued(|v| matches!(v, Value::Time { .. })),
            Kind::Money => valued(|v| matches!(v, Value::Money(_))),
            Kind::Quantity => valued(|v| matches!(v, Value::Quantity(_))),
            Kind::Duration => valued(|v| matches!(v, Value::Duration(_))),
            Kind::Penalty => scene.penalty_at(i).map(|v| v.tokens).or_else(|| scene.penalty_words(i)),
            Kind::Offence => offence::listed(scene, i).map(|(end, _)| TokenSpan::new(i, end)),
            Kind::Role => super::chunk::role_at(scene, i).map(|_| TokenSpan::new(i, i + 1)),
            Kind::Court => court(scene, i),
            Kind::Group | Kind::Party => {
                // «le procès *du* ministre»: the phrase begins behind it.
                let starts = doc.form(i) != "du"
                    && (doc.is(
                    i,
                    Classes::DETERMINER
                        | Classes::NUMERAL
                        | Classes::PRONOUN
                        | Classes::ROLE
                        | Classes::HUMAN
                        | Classes::ORGANISATION_HEAD,
                ) || scene.name_at(i).is_some()
                    || doc.counts(i)
                    // «le procès du *jeune homme*», «… du *Premier ministre* X»
                    || doc.is(i, Classes::ADJECTIVE) && doc.is(i + 1, Classes::ROLE | Classes::HUMAN));
                let chunk = starts.then(|| Chunk::read(scene, i, doc.sentence_of(i).end()))??;
                chunk.fits(Kind::nth(kind.index())?).then(|| chunk.party())
            }
            Kind::Quotation => quotation(scene, i),
        }
    }

    fn mention_within(&self, run: TokenSpan, kind: KindId, nth: usize) -> Option<TokenSpan> {
        let wanted = Kind::nth(kind.index())?;
        if matches!(wanted, Kind::Person | Kind::Organisation | Kind::Place | Kind::Group | Kind::Party) {
            // Of a phrase the head decides: «le chauffeur de Léon Marchetti» is no Léon Marchetti.
            let chunk = Chunk::read(&self.scene, run.start(), run.end())
                .or_else(|| Chunk::alone(&self.scene, run))?;
            return (nth == 0 && chunk.fits(wanted)).then(|| chunk.party());
        }
        nth_mention(self, run, kind, nth)
    }

    fn aside(&self, i: usize) -> Option<TokenSpan> {
        let doc = self.scene.doc();
        match doc.form(i) {
            "(" => self.scene.closed(i, doc.sentence_of(i).end()).map(|end| TokenSpan::new(i, end)),
            ")" => self
                .scene
                .aside_ending(i + 1, doc.sentence_of(i).start())
                .map(|start| TokenSpan::new(start, i + 1)),
            _ => None,
        }
    }

    fn argument(&self, anchor: Anchor, which: ArgumentId, nth: usize) -> Option<TokenSpan> {
        let known = self.memory.borrow().known(anchor, which.0);
        let (from, to) = known.unwrap_or_else(|| self.find(anchor, which));
        self.memory.borrow().found.get(from..to)?.get(nth).copied()
    }

    fn property(&self, anchor: Anchor, which: PropertyId) -> bool {
        property::holds(&self.scene, anchor, &self.group(anchor.token), which.index())
    }
}

fn quotation(scene: &Scene<'_>, i: usize) -> Option<TokenSpan> {
    let quotations = scene.doc().quotations();
    let place = quotations.binary_search_by_key(&i, |quotation| quotation.open.index()).ok()?;
    let found = quotations.get(place)?;
    Some(TokenSpan::new(i, found.close.map_or(found.content.end(), |close| close.index() + 1)))
}

fn court(scene: &Scene<'_>, i: usize) -> Option<TokenSpan> {
    let doc = scene.doc();
    if !doc.is(i, Classes::COURT) {
        return None;
    }
    doc.find::<Court>(i).map(|(len, _)| {
        let name = scene.name_at(i).filter(|(_, kind)| *kind == EntityKind::Organisation);
        TokenSpan::new(i, name.map_or_else(|| court_end(scene, i + len), |(run, _)| run.end().max(i + len)))
    })
}

/// «la justice *turque*», «un tribunal *de Lyon*»: what tells which court it is.
fn court_end(scene: &Scene<'_>, mut end: usize) -> usize {
    let doc = scene.doc();
    while doc.is(end, Classes::ADJECTIVE | Classes::DEMONYM)
        && !doc.is(end, Classes::FUNCTION | Classes::PAST_PARTICIPLE)
        && scene.name_at(end).is_none()
    {
        end += 1;
    }
    let linked = matches!(doc.form(end), "de" | "d'" | "d’" | "du" | "des");
    let article = usize::from(matches!(doc.form(end + 1), "la" | "l'" | "l’"));
    let place = linked.then(|| scene.name_at(end + 1 + article)).flatten();
    place.filter(|(_, kind)| *kind == EntityKind::Location).map_or(end, |(run, _)| run.end())
}

impl Chunk {
    /// Whether it is a mention of the kind.
    fn fits(&self, kind: Kind) -> bool {
        match kind {
            Kind::Person => matches!(self.sort, Sort::Person | Sort::Pronoun),
            Kind::Organisation => self.sort == Sort::Organisation,
            Kind::Place => self.sort == Sort::Place,
            Kind::Group => self.sort == Sort::Group,
            Kind::Party => self.sort.is_party(),
            _ => false,
        }
    }

    /// The words that stand for it: its name, else the whole phrase.
    pub fn party(&self) -> TokenSpan {
        self.name.unwrap_or(self.span)
    }

    /// A clitic or possessive by itself.
    fn alone(scene: &Scene<'_>, run: TokenSpan) -> Option<Self> {
        let pronoun = run.len() == 1
            && (scene.doc().is(run.start(), Classes::CLITIC | Classes::DETERMINER | Classes::PRONOUN)
                || scene.doc().token(run.start()).is_some_and(|t| t.kind == TokenKind::Enclitic));
        pronoun.then(|| Self {
            span: run,
            head: run.start(),
            name: None,
            sort: Sort::Pronoun,
            preposition: None,
        })
    }
}
