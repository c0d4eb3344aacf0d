use super::{Scene, Words};
use crate::lexicon::{Classes, Lexicon, Pos, Tenses, WordId};
use crate::ontology::{EntityKind, MentionForm};
use crate::token::{TokenKind, TokenSpan};

/// Whether the subject acts or suffers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Voice {
    /// «a condamné».
    #[default]
    Active,
    /// «a été condamné», «s’est fait arrêter».
    Passive,
    /// «condamné» by itself, said of a noun.
    Participle,
    /// «s’est rendu».
    Reflexive,
}

/// The verb group around a verb, read off the words before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Group {
    /// From its first auxiliary, clitic or negation to the verb.
    pub span: TokenSpan,
    /// The verb.
    pub head: usize,
    /// Voice.
    pub voice: Voice,
    /// «n’a pas été condamné».
    pub negated: bool,
    /// «aurait été condamné».
    pub conditional: bool,
    /// «sera condamné», «va être condamné».
    pub future: bool,
    /// «pourrait être condamné», «risque d’être condamné», «pour être jugé».
    pub possible: bool,
    /// Without a finite form.
    pub infinitive: bool,
    /// Past or perfect, by its form.
    pub past: bool,
    /// «le», «l’», «les» before it.
    pub accusative: Option<usize>,
    /// «lui», «leur» before it.
    pub dative: Option<usize>,
    /// «-t-il».
    pub inverted: Option<usize>,
}

/// How far to the left a verb group reaches, asides not counted.
const LONGEST: usize = 12;
/// How far an aside between auxiliary and participle may reach.
const LONGEST_ASIDE: usize = 24;
/// How far to the left a shared auxiliary is looked for.
const FARTHEST: usize = 40;

/// What was met on the way to the left.
#[derive(Clone, Copy, Default)]
struct Met {
    etre: bool,
    been: bool,
    avoir: bool,
    finite: bool,
    unfinite: bool,
    reflexive: bool,
    causative: bool,
    negation: bool,
}

impl Met {
    const fn auxiliary(self) -> bool {
        self.been || !self.open()
    }

    /// Whether the first auxiliary is still to come: «a, lui aussi, *été*».
    const fn open(self) -> bool {
        !(self.finite || self.unfinite || self.causative)
    }
}

impl Group {
    /// The group that ends with the verb at `head`.
    pub fn read(scene: &Scene<'_>, head: usize) -> Self {
        let participle = scene.doc().is(head, Classes::PAST_PARTICIPLE);
        let mut group = Self { head, span: TokenSpan::new(head, head + 1), ..Self::default() };
        if !participle {
            group.tenses(scene, head);
        }
        let met = group.walk(scene, participle);
        if participle && !met.auxiliary() {
            group.span = TokenSpan::new(head, head + 1);
            group.voice = Voice::Participle;
            return shared_auxiliary(scene, head).map_or(group, |first| {
                let shared = Self::read(scene, first);
                Self { head, span: TokenSpan::new(shared.span.start(), head + 1), accusative: None, ..shared }
            });
        }
        group.voice = if met.causative {
            if met.reflexive { Voice::Passive } else { Voice::Active }
        } else if participle && (met.been || met.etre && !met.reflexive) {
            Voice::Passive
        } else if met.reflexive {
            Voice::Reflexive
        } else {
            Voice::Active
        };
        group.past |= met.avoir || met.been;
        let is_infinitive = !participle && scene.doc().is(head, Classes::INFINITIVE);
        if !met.finite && (met.unfinite || is_infinitive) {
            group.infinitive = true;
            group.governor(scene);
        }
        group
    }

    /// Goes to the left over what belongs to the verb.
    fn walk(&mut self, scene: &Scene<'_>, participle: bool) -> Met {
        let (doc, words) = (scene.doc(), Words::french());
        let head = self.head;
        let floor = doc.sentence_of(head).start().max(head.saturating_sub(LONGEST + LONGEST_ASIDE));
        let (mut met, mut start, mut i, mut steps, mut jumped) = (Met::default(), head, head, 0, false);
        let simple = !participle && doc.is(head, Classes::FINITE);
        while i > floor && steps < LONGEST {
            steps += 1;
            let at = i - 1;
            let (word, classes) = (doc.word(at), doc.classes(at));
            let finite = met.finite || simple;
            if words.ne.contains(&word) {
                // «*Aucune* amende n’a été prononcée.»
                let nobody =
                    (floor.max(at.saturating_sub(6))..at).any(|i| words.nobody.contains(&doc.word(i)));
                self.negated = met.negation || nobody || words.negations.contains(&doc.word(head + 1));
                start = at;
            } else if words.negations.contains(&word) && classes.any(Classes::NEGATION) {
                met.negation = true;
            } else if word == words.ete && participle {
                met.been = true;
                start = at;
            } else if !finite
                && !words.then.contains(&word)
                && classes.any(Classes::ETRE | Classes::AVOIR | Classes::MODAL)
            {
                self.auxiliary(doc.verb_lemma(at), classes, &mut met);
                self.tenses(scene, at);
                start = at;
            } else if participle && !met.auxiliary() && remains(scene, at, floor) {
                // «*reste* incarcéré» tells of a state as «est incarcéré» does.
                met.etre = true;
                met.finite = doc.is(at, Classes::FINITE);
                met.unfinite = !met.finite;
                self.tenses(scene, at);
                start = at;
            } else if doc.token(at).is_some_and(|token| token.kind == TokenKind::Enclitic) {
                self.inverted = Some(at);
            } else if classes.any(Classes::CLITIC)
                && start == i
                && (at > floor || !classes.any(Classes::DETERMINER))
            {
                self.clitic(word, at, &mut met);
                start = at;
            } else if !finite && !met.causative && words.is_causative(word) {
                met.causative = true;
                // «s’était *fait* arrêter»
                let compound = doc.is(at, Classes::PAST_PARTICIPLE)
                    && at > floor
                    && doc.is(at - 1, Classes::ETRE | Classes::AVOIR | Classes::ADVERB);
                met.finite = doc.is(at, Classes::FINITE) && !compound;
                self.tenses(scene, at);
                start = at;
            } else if finite {
                break;
            } else if participle && met.open() && words.personal.contains(&word) {
                // «a, lui aussi, été condamné», «a lui aussi vu».
            } else if word == words.donc
                || classes.any(Classes::ADVERB) && !classes.any(Classes::RELATIVE | Classes::DETERMINER)
            {
                // «a notamment été condamné»: belongs to the group only if an auxiliary stands before it.
            } else if let Some(before) =
                participle.then(|| adverbial(scene, i, floor)).flatten().filter(|_| met.open())
            {
                i = before;
                continue;
            } else if participle && !jumped && met.open() {
                let Some(before) = scene.aside_ending(i, floor) else { break };
                jumped = true;
                i = before;
                continue;
            } else {
                break;
            }
            i = at;
        }
        self.span = TokenSpan::new(start, head + 1);
        met
    }

    fn auxiliary(&mut self, lemma: Option<WordId>, classes: Classes, met: &mut Met) {
        met.etre |= classes.any(Classes::ETRE);
        met.avoir |= classes.any(Classes::AVOIR);
        if !classes.any(Classes::ETRE | Classes::AVOIR) {
            self.modal(lemma.unwrap_or_default());
        }
        met.finite |= classes.any(Classes::FINITE);
        met.unfinite |= !classes.any(Classes::FINITE);
    }

    fn modal(&mut self, lemma: WordId) {
        let words = Words::french();
        self.past |= lemma == words.venir;
        self.future |= lemma == words.aller || lemma == words.devoir;
        self.possible |= words.possible.contains(&lemma);
    }

    fn clitic(&mut self, word: WordId, at: usize, met: &mut Met) {
        let words = Words::french();
        if words.reflexives.contains(&word) {
            met.reflexive = true;
        } else if words.accusatives.contains(&word) {
            self.accusative = Some(at);
        } else if words.datives.contains(&word) {
            self.dative = Some(at);
        }
    }

    fn tenses(&mut self, scene: &Scene<'_>, at: usize) {
        let mut readings = Lexicon::french().analyses(scene.doc().word(at));
        let Some(verb) = readings.find(|a| a.pos == Pos::Verb && a.tenses.any(Tenses::FINITE)) else {
            return;
        };
        self.conditional |= verb.tenses.any(Tenses::CONDITIONAL);
        self.future |= verb.tenses.any(Tenses::FUTURE);
        self.past |= verb.tenses.any(Tenses::SIMPLE_PAST);
    }

    /// What an infinitive hangs on: «risque d’être condamné», «vient d’être condamné», «pour le juger».
    fn governor(&mut self, scene: &Scene<'_>) {
        let (doc, words) = (scene.doc(), Words::french());
        let Some(mut at) = self.span.start().checked_sub(1) else { return };
        match words.preposition(doc.word(at)) {
            // «pour avoir été condamné» tells a fact, «pour être jugé» an aim.
            Some(Words::POUR) => self.possible |= !doc.is(self.span.start(), Classes::AVOIR),
            Some(Words::A | Words::DE) if at > 0 => at -= 1,
            _ => {}
        }
        let sentence = doc.sentence_of(self.head);
        if !doc.is(at, Classes::VERB) || !sentence.has(at) {
            self.possible |= asked(scene, at);
            return;
        }
        let lemma = doc.verb_lemma(at).unwrap_or_default();
        self.possible |= words.aiming.contains(&lemma);
        if !(words.possible.contains(&lemma) || lemma == words.venir || lemma == words.aller) {
            return;
        }
        self.modal(lemma);
        let mut inner = Self { head: at, span: TokenSpan::new(at, at + 1), ..Self::default() };
        inner.tenses(scene, at);
        inner.walk(scene, doc.is(at, Classes::PAST_PARTICIPLE));
        self.negated |= inner.negated;
        self.conditional |= inner.conditional;
        self.infinitive = false;
        self.span = TokenSpan::new(inner.span.start(), self.head + 1);
    }
}

/// A form of «rester», «demeurer» that is no noun.
fn remains(scene: &Scene<'_>, at: usize, floor: usize) -> bool {
    let doc = scene.doc();
    doc.verb_lemma(at).is_some_and(|lemma| Words::french().remaining.contains(&lemma))
        && !(at > floor && doc.is(at - 1, Classes::DETERMINER | Classes::PREPOSITION))
}

/// «a demandé *à la Ligue d’Alsace* d’ouvrir une enquête»: whether a verb of asking stands before the one who is asked, whose
/// last word is at `last`.
fn asked(scene: &Scene<'_>, last: usize) -> bool {
    const LONGEST: usize = 8;
    let (doc, words) = (scene.doc(), Words::french());
    let floor = doc.sentence_of(last).start().max(last.saturating_sub(LONGEST));
    let verb = (floor..last).rev().find(|at| scene.is_finite(*at) || doc.is(*at, Classes::PAST_PARTICIPLE));
    verb.and_then(|at| doc.verb_lemma(at)).is_some_and(|lemma| words.asking.contains(&lemma))
}

/// The participle to the left that has the auxiliary of this one, «a été interpellé, mis en examen et
/// *écroué*»: no other clause begins between them.
fn shared_auxiliary(scene: &Scene<'_>, start: usize) -> Option<usize> {
    let (doc, words) = (scene.doc(), Words::french());
    let floor = doc.sentence_of(start).start().max(start.saturating_sub(FARTHEST));
    let mut joined = start.checked_sub(1)?;
    while joined > floor
        && !words.then.contains(&doc.word(joined))
        && doc.is(joined, Classes::ADVERB)
        && !doc.is(joined, Classes::COORDINATOR)
    {
        joined -= 1;
    }
    if !doc.is(joined, Classes::COORDINATOR)
        && doc.form(joined) != ","
        && !words.then.contains(&doc.word(joined))
    {
        return None;
    }
    // «un mandat a été émis contre X, *accusé* de vol»: what stands beside a name is said of its bearer.
    let person = joined
        .checked_sub(1)
        .filter(|_| doc.form(joined) == ",")
        .and_then(|last| scene.reading().resolved.mention_at(last))
        .filter(|m| m.form == MentionForm::Name && m.kind == EntityKind::Person)
        .map(|m| m.tokens.start());
    if person.is_some_and(|name| {
        (name.saturating_sub(4)..name)
            .rev()
            .take_while(|at| {
                doc.is(
                    *at,
                    Classes::PREPOSITION
                        | Classes::TITLE
                        | Classes::ROLE
                        | Classes::NOUN
                        | Classes::ADJECTIVE
                        | Classes::DETERMINER,
                )
            })
            .any(|at| {
                words.against.contains(&doc.word(at))
                    || words.preposition(doc.word(at)).is_some_and(|p| words.preposition_name(p) == "contre")
            })
    }) {
        return None;
    }
    for i in (floor..joined).rev() {
        if doc.word(i) == words.qui || matches!(doc.form(i), ";" | ":") {
            return None;
        }
        let before = |n: usize| i.checked_sub(n).filter(|at| *at >= floor);
        let is_auxiliary =
            |at: usize| doc.is(at, Classes::ETRE | Classes::AVOIR) || doc.word(at) == words.ete;
        let follows = before(1).is_some_and(is_auxiliary)
            || before(1).is_some_and(|at| doc.is(at, Classes::ADVERB)) && before(2).is_some_and(is_auxiliary)
            // «a *depuis mai* renforcé les contrôles et interpellé …»
            || doc.is(i, Classes::PAST_PARTICIPLE) && adverbial(scene, i, floor).is_some();
        // «reconnu coupable d’*avoir tué* sa femme et condamné à vingt ans»: what he did is no step of justice.
        let deed = follows
            && before(1).is_some_and(|at| doc.is(at, Classes::INFINITIVE))
            && doc.is(start, Classes::JUDICIAL_VERB)
            && !doc.is(i, Classes::JUDICIAL_VERB);
        if deed {
            continue;
        }
        if follows && doc.is(i, Classes::PAST_PARTICIPLE) && doc.word(i) != words.ete {
            // «ont mis fin à la fuite d’un homme, aussitôt présenté au juge et *écroué*»
            let active =
                !(i.saturating_sub(3)..i).any(|at| doc.word(at) == words.ete || doc.is(at, Classes::ETRE));
            // «a relaxé le maire*, mais* condamné son adjoint» goes on.
            let parts = |at: usize| {
                doc.form(at) == "," && !(at + 1 == joined && doc.is(joined, Classes::COORDINATOR))
            };
            if active && (i..start).any(parts) {
                return None;
            }
            // «ont été mobilisés pour retrouver l’agresseur, *interpellé* hier»: the numbers differ.
            return agree(doc.word(i), doc.word(start)).then_some(i);
        }
        if doc.is(i, Classes::FINITE) && is_auxiliary(i) {
            return None;
        }
    }
    None
}

/// Whether two participles can have one subject.
pub(super) fn agree(a: WordId, b: WordId) -> bool {
    let participle = |word| {
        let mut readings = Lexicon::french().analyses(word);
        readings.find(|a| a.pos == Pos::Verb && a.tenses.any(Tenses::PAST_PARTICIPLE)).map(|a| a.agreement)
    };
    match (participle(a), participle(b)) {
        (Some(a), Some(b)) => a.plural() && b.plural() || a.singular() && b.singular(),
        _ => true,
    }
}

/// Where «en outre», «tout d’abord», «par la suite» begins, that ends before `end` and stands behind an auxiliary.
fn adverbial(scene: &Scene<'_>, end: usize, floor: usize) -> Option<usize> {
    let (doc, words) = (scene.doc(), Words::french());
    // «a *depuis* été relâché»: without a complement it is an adverb.
    if end > floor + 1 && doc.form(end - 1) == "depuis" && doc.is(end - 2, Classes::ETRE | Classes::AVOIR) {
        return Some(end - 1);
    }
    if end < floor + 3
        || !doc.is(end - 1, Classes::NOUN | Classes::ADVERB | Classes::ADJECTIVE)
            && doc.form(end - 1) != "abord"
    {
        return None;
    }
    let start = (floor + 1..=end - 2).rev().take(3).find(|at| doc.is(*at, Classes::PREPOSITION))?;
    let before = if doc.form(start - 1) == "tout" && start > floor + 1 { start - 1 } else { start };
    let auxiliary = doc.is(before - 1, Classes::ETRE | Classes::AVOIR) || doc.word(before - 1) == words.ete;
    (auxiliary && doc.word(start) != words.ete).then_some(before)
}
