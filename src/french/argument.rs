use super::circumstance::{Circumstance, is_of_other_act};
use super::opener::relative_object;
use super::phrases::{apposition, behind_aside, chunks_behind, chunks_between};
use super::right::Right;
use super::subject::{FEW, subjects};
use super::{Chunk, Group, Scene, Sort, Voice, Words, deed, matter, offence, penalty};
use crate::lexicon::Classes;
use crate::rule::{Anchor, ArgumentId};
use crate::token::TokenSpan;

/// The arguments that pages can name beside the prepositions, in the order of their numbers.
pub(super) const NAMES: &[&str] = &[
    "subject",
    "object",
    "patient",
    "agent",
    "by",
    "antecedent",
    "indirect",
    "apposition",
    "owner",
    "offence",
    "penalty",
    "court",
    "date",
    "before",
];

/// What an argument is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Argument {
    Subject,
    Object,
    /// Who suffers the act: object of an active verb, subject of a passive, possessor of a noun.
    Patient,
    /// Who does it.
    Agent,
    By,
    Antecedent,
    Indirect,
    Apposition,
    /// «sa», or the complement of a noun with «de».
    Owner,
    Offence,
    Penalty,
    Court,
    Date,
    /// The phrase right before the trigger.
    Before,
    /// A complement with this preposition.
    Complement(usize),
}

impl Argument {
    /// The number of the date, which every step is asked for.
    pub const DATE: ArgumentId = ArgumentId(12);

    const NAMED: [Self; 14] = [
        Self::Subject,
        Self::Object,
        Self::Patient,
        Self::Agent,
        Self::By,
        Self::Antecedent,
        Self::Indirect,
        Self::Apposition,
        Self::Owner,
        Self::Offence,
        Self::Penalty,
        Self::Court,
        Self::Date,
        Self::Before,
    ];

    /// The number of the argument of this name.
    pub fn number(name: &str) -> Option<u16> {
        let place = NAMES
            .iter()
            .position(|known| *known == name)
            .or_else(|| Words::french().preposition_named(name).map(|place| NAMES.len() + place))?;
        Some(place as u16)
    }

    /// The argument of this number.
    pub fn nth(number: usize) -> Self {
        Self::NAMED.get(number).copied().unwrap_or_else(|| Self::Complement(number - NAMES.len()))
    }

    /// All of it around the anchor, in order.
    pub fn find(
        self,
        scene: &Scene<'_>,
        anchor: Anchor,
        group: &Group,
        right: &mut Right,
        out: &mut Vec<TokenSpan>,
    ) {
        let noun = scene.is_noun(anchor.token);
        let from = anchor.span.end().max(anchor.token + 1);
        // The words of an `on` line may have gaps, and its complements stand in them: «placé *Paul* en détention».
        let behind = anchor.token + 1;
        let mut chunks = Vec::new();
        match self {
            Self::Subject if !noun => subjects(scene, group, &mut chunks),
            Self::Patient if noun => owner(scene, anchor, &mut chunks),
            Self::Patient if matches!(group.voice, Voice::Passive | Voice::Participle) => {
                subjects(scene, group, &mut chunks);
            }
            Self::Object | Self::Patient if !noun && group.voice == Voice::Active => {
                object(scene, group, right, behind, &mut chunks);
            }
            Self::Agent if !noun && matches!(group.voice, Voice::Active | Voice::Reflexive) => {
                subjects(scene, group, &mut chunks);
            }
            Self::By | Self::Agent => complement(scene, right, from, behind, Words::PAR, &mut chunks),
            Self::Antecedent if group.voice == Voice::Participle => subjects(scene, group, &mut chunks),
            Self::Indirect => match group.dative {
                Some(at) => out.push(TokenSpan::new(at, at + 1)),
                None => complement(scene, right, from, behind, Words::A, &mut chunks),
            },
            Self::Owner => owner(scene, anchor, &mut chunks),
            Self::Before => before(scene, anchor.span.start(), &mut chunks),
            Self::Apposition => apposition(scene, anchor.span.end(), &mut chunks),
            Self::Complement(preposition) => complement(scene, right, from, behind, preposition, &mut chunks),
            Self::Offence => {
                let loose = (from.saturating_sub(3)..from).any(|at| offence::is_loose(scene, at));
                let end = scene.offence_tail(from).unwrap_or_else(|| right.tail(scene, from));
                offence::offences(scene, from, end, loose, out);
                if out.is_empty()
                    && let Some(behind) = behind_aside(scene, from, end)
                {
                    offence::offences(scene, behind, scene.tail(behind), false, out);
                }
                // «*Pour avoir insulté le maire*, X a été condamné»
                let first = scene.doc().sentence_of(anchor.token).start();
                if out.is_empty() && first < group.span.start() && deed::is_fronted(scene, first) {
                    offence::offences(scene, first, group.span.start(), false, out);
                    out.truncate(1);
                }
                if out.is_empty() && !noun && group.voice == Voice::Passive {
                    matter::of_matter(scene, group.span.start(), out);
                }
                if out.is_empty() && !noun && matches!(group.voice, Voice::Active | Voice::Passive) {
                    matter::fronted(scene, group.span.start(), out);
                }
            }
            Self::Penalty => {
                penalty::penalties(scene, from, right.tail(scene, from), out);
                // «a réduit *à quinze ans* la peine de X»: among the words of the trigger.
                if out.is_empty()
                    && from > behind + 1
                    && !(behind..from).any(|at| scene.doc().form(at) == "(")
                {
                    penalty::penalties(scene, behind, from, out);
                    out.retain(|run| scene.value_at(run.start()).is_some());
                }
                if out.is_empty() && !noun && matches!(group.voice, Voice::Passive | Voice::Participle) {
                    subjects(scene, group, &mut chunks);
                    let start = group.span.start();
                    if let Some(chunk) = chunks.drain(..).next() {
                        penalty::penalties(scene, chunk.span.start(), start, out);
                        // «*Six mois de prison* et 500 euros d’amende ont été requis»
                        let first = chunk.span.start();
                        let floor = scene.doc().sentence_of(first).start();
                        if first > floor + 1 && scene.doc().form(first - 1) == "et" && !out.is_empty() {
                            let mut before = Vec::new();
                            penalty::penalties(scene, floor, first - 1, &mut before);
                            penalty::keep_last(scene, first - 1, &mut before);
                            out.splice(0..0, before);
                        }
                    }
                    // «*Cinq ans de prison* requis contre X»
                    if out.is_empty() {
                        let floor = scene.doc().sentence_of(start).start().max(start.saturating_sub(14));
                        penalty::penalties(scene, floor, start, out);
                        penalty::keep_last(scene, start, out);
                    }
                }
            }
            Self::Court => out.extend(Circumstance { scene, anchor, group, from }.court(right)),
            Self::Date => out.extend(Circumstance { scene, anchor, group, from }.date(right)),
            _ => {}
        }
        out.extend(chunks.iter().map(|chunk| chunk.span));
    }
}

/// The phrases without preposition behind an active verb, or the clitic before it.
fn object(scene: &Scene<'_>, group: &Group, right: &mut Right, from: usize, out: &mut Vec<Chunk>) {
    if let Some(at) = group.accusative {
        let span = TokenSpan::new(at, at + 1);
        out.push(Chunk { span, head: at, name: None, sort: Sort::Pronoun, preposition: None });
        return;
    }
    let end = right.tail(scene, from);
    let chunks = right.chunks(scene, from);
    let infinitive = (from..end).find(|at| deed::infinitive(scene, *at)).unwrap_or(end);
    let free = |chunk: &Chunk| {
        chunk.preposition.is_none()
            && chunk.sort != Sort::Date
            && chunk.span.start() < infinitive.max(from + 1)
    };
    let relative = || relative_object(scene, group);
    let Some(first) = chunks.iter().position(free) else {
        out.extend(relative());
        return;
    };
    // «le parti Aurore, que la Turquie considère comme *terroriste*»: a thing behind the verb is not its object then.
    let at = chunks[first].span.start();
    let attribute = at > from && scene.doc().form(at - 1) == "comme";
    if (attribute || !chunks[first].sort.is_party() && chunks[first].sort != Sort::Place)
        && let Some(before) = relative()
    {
        out.push(before);
        return;
    }
    // What stands far behind, after other complements and a comma, is another clause's.
    out.push(chunks[first]);
    coordination(scene, &chunks[first..], out);
}

/// The members that follow the first of `chunks`.
fn coordination(scene: &Scene<'_>, chunks: &[Chunk], out: &mut Vec<Chunk>) {
    let doc = scene.doc();
    for pair in chunks.windows(2) {
        let [a, b] = pair else { return };
        let between = a.span.end()..b.span.start();
        let joins = !between.is_empty()
            && between
                .clone()
                .all(|at| doc.form(at) == "," || doc.is(at, Classes::COORDINATOR | Classes::PREPOSITION));
        let same = b.preposition.is_none() || b.preposition == a.preposition;
        let names = a.sort == Sort::Person && b.sort == Sort::Person;
        let ends = between.clone().any(|at| doc.is(at, Classes::COORDINATOR));
        let party = b.sort.is_party() || b.sort == Sort::Place && a.sort == Sort::Place;
        if !joins || !same || !party || !(ends || names) {
            return;
        }
        out.push(*b);
    }
}

/// The complements with a preposition behind the words of the trigger, else in their gaps.
fn complement(
    scene: &Scene<'_>,
    right: &mut Right,
    from: usize,
    behind: usize,
    preposition: usize,
    out: &mut Vec<Chunk>,
) {
    governed(scene, right, from, preposition, out);
    if out.is_empty() && behind < from {
        governed(scene, right, behind, preposition, out);
    }
}

/// The complements with a preposition to the right.
fn governed(scene: &Scene<'_>, right: &mut Right, from: usize, preposition: usize, out: &mut Vec<Chunk>) {
    let later =
        if preposition == Words::PAR { later_act(scene, from, right.tail(scene, from)) } else { None };
    let chunks = right.chunks(scene, from);
    for (place, chunk) in chunks.iter().enumerate() {
        // «libéré après avoir été détenu *par les rebelles*»: by whom the other act was done.
        if later.is_some_and(|act| chunk.span.start() > act) {
            break;
        }
        let other = preposition == Words::PAR && is_of_other_act(scene, chunk.span.start());
        if chunk.preposition == Some(preposition) && !other {
            out.push(*chunk);
            coordination(scene, &chunks[place..], out);
        }
    }
    if out.is_empty() && preposition == Words::CONTRE {
        against(scene, from, chunks, out);
    }
}

/// Where an act that came before or after begins: «après *avoir été détenu*», «avant d’*être jugé*».
fn later_act(scene: &Scene<'_>, from: usize, tail: usize) -> Option<usize> {
    let doc = scene.doc();
    (from.max(2)..tail).find(|at| {
        deed::infinitive(scene, *at) && (doc.form(*at - 1) == "après" || doc.form(*at - 2) == "avant")
    })
}

/// What says «contre» in more words: «à l’encontre *de X*», «à *son* encontre», «visant *X*».
fn against(scene: &Scene<'_>, from: usize, chunks: &[Chunk], out: &mut Vec<Chunk>) {
    let (doc, words) = (scene.doc(), Words::french());
    for (place, chunk) in chunks.iter().enumerate() {
        let (start, end) = (chunk.span.start(), chunk.span.end());
        if start > from && doc.form(start - 1) == "visant" {
            out.push(*chunk);
            coordination(scene, &chunks[place..], out);
            return;
        }
        if chunk.preposition != Some(Words::A) {
            continue;
        }
        let Some(noun) = (start..end).find(|at| words.against.contains(&doc.word(*at))) else { continue };
        if noun > start && words.possessives.contains(&doc.word(noun - 1)) {
            let (span, head) = (TokenSpan::new(noun - 1, noun), noun - 1);
            out.push(Chunk { span, head, name: None, sort: Sort::Pronoun, preposition: None });
        } else if words.preposition(doc.word(noun + 1)) == Some(Words::DE) {
            out.extend(Chunk::read(scene, noun + 2, scene.tail(noun + 2)));
            if let Some(first) = out.last().copied() {
                let mut rest = Vec::new();
                chunks_between(scene, first.span.end(), scene.tail(first.span.end()), &mut rest);
                rest.insert(0, Chunk { preposition: Some(Words::DE), ..first });
                coordination(scene, &rest, out);
            }
        }
        return;
    }
}

/// Whose a noun is: «*sa* condamnation», «la condamnation *de X et de Y*».
fn owner(scene: &Scene<'_>, anchor: Anchor, out: &mut Vec<Chunk>) {
    let (doc, words) = (scene.doc(), Words::french());
    let start = anchor.span.start();
    let possessive =
        (start.saturating_sub(2)..start).rev().find(|at| words.possessives.contains(&doc.word(*at)));
    if let Some(at) = possessive {
        let span = TokenSpan::new(at, at + 1);
        out.push(Chunk { span, head: at, name: None, sort: Sort::Pronoun, preposition: None });
        return;
    }
    let from = anchor.span.end();
    let mut chunks = Vec::with_capacity(FEW);
    chunks_behind(scene, from, scene.tail(from), &mut chunks);
    let Some(first) = chunks.iter().position(|c| c.preposition == Some(Words::DE) && c.sort.is_party())
    else {
        return;
    };
    out.push(chunks[first]);
    coordination(scene, &chunks[first..], out);
}

/// The phrase that ends right before the trigger, or before its comma.
fn before(scene: &Scene<'_>, start: usize, out: &mut Vec<Chunk>) {
    let doc = scene.doc();
    let sentence = doc.sentence_of(start);
    let floor = sentence.start().max(start.saturating_sub(24));
    let end = start - usize::from(start > floor && matches!(doc.form(start - 1), "," | ":" | "–"));
    let mut chunks = Vec::with_capacity(FEW);
    chunks_between(scene, floor, end, &mut chunks);
    out.extend(chunks.last().filter(|chunk| chunk.span.end() == end).copied());
}
