use super::Mention;
use super::announce::announces_body;
use super::candidate::{self, Candidate, Sources};
use super::choice::{Choice, Scored};
use super::evidence::evidence_into;
use super::head::{described_head, head_of};
use super::listed::Listed;
use super::memory::Memory;
use super::piece::Piece;
use super::weights::{KINDS, LOCATION, ORGANISATION, PERSON, Weights};
use crate::document::Document;
use crate::lexicon::Classes;
use crate::ontology::EntityKind;
use crate::token::{TokenKind, TokenSpan};
use crate::value::{Value, ValueMention};

/// Log-odds against a part of a name whose ends are told.
const NO_PART: f32 = 6.0;
/// Log-odds for an organisation whose letters stand in brackets behind it.
const SPELLED: f32 = 2.0;
/// Log-odds for the beginning, or the letters, of a name that the article has in full.
const SHORTENED: f32 = 1.0;
/// Log-odds for a name where a noun or a form of address announces one.
const SECOND_CHANCE: f32 = 1.8;
/// Log-odds beside these for words that no list has, behind a noun that is seldom without its name: «la banque Kerlann».
const UNHEARD: f32 = 2.2;

/// Finds the names of an article; keeps its buffers from one article to the next.
///
/// Candidates are weighed twice: by what stands in and around them, and again with what the first
/// pass was sure of elsewhere in the article.
#[derive(Debug, Default)]
pub(crate) struct Finder {
    listed: Listed,
    candidates: Vec<Candidate>,
    scored: Vec<Scored>,
    pieces: Vec<Piece>,
    chosen: Vec<u32>,
    /// Candidates whose ends are told, as indices of `scored`.
    wholes: Vec<usize>,
    /// Candidates with a second chance, as indices of `scored`: as a person, as an organisation, as a place.
    rescued: Vec<(usize, [bool; 3])>,
    choice: Choice,
    memory: Memory,
}

impl Finder {
    /// Pushes the mentions of names and values, in reading order; they do not overlap.
    pub(crate) fn find(
        &mut self,
        doc: &Document<'_>,
        values: &[ValueMention],
        weights: &Weights,
        out: &mut Vec<Mention>,
    ) {
        self.first_pass(doc, values, weights);
        self.second_pass(doc, weights);
        let names = self.chosen.iter().map(|index| {
            let scored = &self.scored[*index as usize];
            let (kind, _, margin) = scored.best();
            let entry = self.listed.entry(scored.tokens, KINDS[kind]);
            Mention { tokens: scored.tokens, kind: KINDS[kind], margin, value: None, entry }
        });
        merge_values(names, values, out);
    }

    /// Candidates, their scores by themselves, and the best choice among them.
    pub(super) fn first_pass(&mut self, doc: &Document<'_>, values: &[ValueMention], weights: &Weights) {
        self.collect(doc);
        self.scored.clear();
        let mut value = 0;
        for candidate in &self.candidates {
            self.pieces.clear();
            evidence(doc, candidate, &self.listed, values, &mut value, &mut self.pieces);
            let mut scores = [0.0; KINDS.len()];
            weights.add(&self.pieces, &mut scores);
            // «Mouvement citoyen pour le renouveau (MCR)»: three letters that agree are no chance.
            let spelled = self.pieces.contains(&Piece::after_own_acronym);
            if spelled && candidate.tokens.len() > 2 && doc.is_capital(candidate.tokens.start()) {
                scores[ORGANISATION] += SPELLED;
            }
            self.scored.push(Scored { tokens: candidate.tokens, scores });
            let quoted = self.pieces.contains(&Piece::quoted_after_organisation_head)
                && candidate.sources.has(Sources::QUOTED);
            let phrase = self.pieces.contains(&Piece::bare_after_head) && is_phrase(doc, candidate.tokens);
            let seated = is_headed_and_placed(doc, candidate) || self.pieces.contains(&Piece::seated_body);
            if quoted || phrase || spelled || seated {
                self.wholes.push(self.scored.len() - 1);
            }
        }
        self.settle_wholes();
        self.chosen.clear();
        self.choice.choose(&self.scored, &mut self.chosen);
    }

    /// «le mouvement « Choix démocratique du Kazakhstan »», «Parti social-démocrate valdavien (PSDV)»: where the marks, the
    /// letters or a noun with its adjective tell how far the name goes and it is a good name, its parts are none.
    fn settle_wholes(&mut self) {
        for index in self.wholes.drain(..) {
            let whole = self.scored[index];
            if whole.best().1 <= 0.0 {
                continue;
            }
            let from = self.scored.partition_point(|s| s.tokens.start() < whole.tokens.start());
            let parts = self.scored[from..].iter_mut().take_while(|s| s.tokens.start() < whole.tokens.end());
            for part in parts.filter(|s| s.tokens != whole.tokens && whole.tokens.contains(s.tokens)) {
                part.scores = part.scores.map(|score| score - NO_PART);
            }
        }
    }

    fn second_pass(&mut self, doc: &Document<'_>, weights: &Weights) {
        self.remember(doc);
        for (candidate, scored) in self.candidates.iter().zip(&mut self.scored) {
            self.pieces.clear();
            self.memory.evidence_into(doc, candidate, &mut self.pieces);
            weights.add(&self.pieces, &mut scored.scores);
            if self.pieces.contains(&Piece::doc_beginning_of_organisation)
                || self.pieces.contains(&Piece::doc_acronym_of_organisation)
            {
                scored.scores[ORGANISATION] += SHORTENED;
            }
        }
        self.chosen.clear();
        self.choice.choose(&self.scored, &mut self.chosen);
        if self.rescue(doc) {
            self.chosen.clear();
            self.choice.choose(&self.scored, &mut self.chosen);
        }
    }

    /// «la banque Kerlann», «le tribunal d’Astana»: after a noun that heads names a capital is part of some name,
    /// though none of the candidates that share it may be sure enough: they get a second chance. Answers whether
    /// there was one.
    fn rescue(&mut self, doc: &Document<'_>) -> bool {
        let mut chosen = self.chosen.iter().map(|index| self.scored[*index as usize].tokens).peekable();
        let mut any = false;
        self.rescued.clear();
        for (index, scored) in self.scored.iter().enumerate() {
            while chosen.next_if(|c| c.end() <= scored.tokens.start()).is_some() {}
            let taken = chosen.peek().is_some_and(|c| c.overlaps(scored.tokens));
            if taken {
                continue;
            }
            let person = is_addressed(doc, scored.tokens);
            let (mut organisation, mut location) = (false, false);
            for i in scored.tokens.indices().filter(|i| doc.is_capital(*i)) {
                organisation |= described_head(doc, i).is_some() && !doc.is(i, Classes::DEMONYM);
                let Some(head) = head_of(doc, i) else { continue };
                let [bare, seat, site] = announced(doc, head, i);
                organisation |= bare || seat;
                location |= seat || site;
            }
            if person || organisation || location {
                self.rescued.push((index, [person, organisation, location]));
                any = true;
            }
        }
        for (index, announced) in self.rescued.drain(..) {
            let scores = &mut self.scored[index].scores;
            for (kind, _) in [PERSON, ORGANISATION, LOCATION].iter().zip(announced).filter(|(_, told)| *told)
            {
                scores[*kind] += SECOND_CHANCE;
            }
            if announced[1] && is_unheard(doc, self.scored[index].tokens) {
                self.scored[index].scores[ORGANISATION] += UNHEARD;
            }
        }
        any
    }

    fn remember(&mut self, doc: &Document<'_>) {
        let scored = &self.scored;
        self.memory.learn(
            doc,
            &self.candidates,
            self.chosen.iter().map(|index| {
                let scored = &scored[*index as usize];
                let (kind, _, margin) = scored.best();
                (scored.tokens, kind, margin)
            }),
        );
    }

    fn collect(&mut self, doc: &Document<'_>) {
        self.candidates.clear();
        self.listed.read(doc);
        self.candidates.extend(
            self.listed
                .runs()
                .filter(|run| run.len() > 1 || !candidate::is_spelt_role(doc, run.start()))
                .map(|run| Candidate::new(run.start(), run.end(), Sources::LISTED)),
        );
        candidate::candidates_into(doc, &mut self.candidates);
        candidate::merge(&mut self.candidates);
    }

    /// Each candidate of an article with its own evidence, for whoever fits weights or explains a choice.
    pub(super) fn evidence_of_all(
        &mut self,
        doc: &Document<'_>,
        values: &[ValueMention],
        mut see: impl FnMut(TokenSpan, &[Piece]),
    ) {
        self.collect(doc);
        let mut value = 0;
        for candidate in &self.candidates {
            self.pieces.clear();
            evidence(doc, candidate, &self.listed, values, &mut value, &mut self.pieces);
            see(candidate.tokens, &self.pieces);
        }
    }

    /// After [`Finder::first_pass`]: each candidate with its scores and what the article says about it.
    pub(super) fn memories_of_all(&mut self, doc: &Document<'_>, mut see: impl FnMut(&Scored, &[Piece])) {
        self.remember(doc);
        for (candidate, scored) in self.candidates.iter().zip(&self.scored) {
            self.pieces.clear();
            self.memory.evidence_into(doc, candidate, &mut self.pieces);
            see(scored, &self.pieces);
        }
    }
}

/// Everything that speaks for or against a candidate by itself; `value` walks along with the candidates.
fn evidence(
    doc: &Document<'_>,
    candidate: &Candidate,
    listed: &Listed,
    values: &[ValueMention],
    value: &mut usize,
    out: &mut Vec<Piece>,
) {
    let known = listed.evidence_into(doc, candidate.tokens, out);
    evidence_into(doc, candidate, known, out);
    while values.get(*value).is_some_and(|v| v.tokens.end() <= candidate.tokens.start()) {
        *value += 1;
    }
    if values.get(*value).is_some_and(|v| v.tokens.overlaps(candidate.tokens)) {
        out.push(Piece::value_overlap);
    }
}

/// «M. *Banda*», «Me *Le Guen*»: the words right behind a form of address, up to the last capital.
fn is_addressed(doc: &Document<'_>, run: TokenSpan) -> bool {
    let Some(title) = run.start().checked_sub(1) else { return false };
    let address = doc.is(title, Classes::TITLE)
        && doc.token(title).is_some_and(|t| t.kind == TokenKind::Abbreviation || t.span.len() <= 4);
    address && doc.is_joined(run.start()) && !(doc.is_joined(run.end()) && doc.is_capital(run.end()))
}

/// «le mouvement *Choix démocratique du Kazakhstan*»: a common noun with its adjective is no name without what follows.
fn is_phrase(doc: &Document<'_>, run: TokenSpan) -> bool {
    let (first, last) = (run.start(), run.end() - 1);
    run.len() > 2
        && doc.is(first, Classes::NOUN)
        && doc.is(first + 1, Classes::ADJECTIVE)
        && !doc.is_capital(first + 1)
        && doc.is_capital(last)
}

/// «la *Maison de retraite de Valcourt*»: a noun for bodies with a capital, what it is for, and where it is.
fn is_headed_and_placed(doc: &Document<'_>, candidate: &Candidate) -> bool {
    let (first, last) = (candidate.tokens.start(), candidate.tokens.end() - 1);
    candidate.sources.has(Sources::HEADED)
        && candidate.tokens.len() > 3
        && doc.is_capital(first)
        && doc.is(first, Classes::ORGANISATION_HEAD)
        && doc.is(last, Classes::PLACE)
        && doc.is_capital(last)
        && matches!(doc.form(last - 1), "de" | "d'" | "d’" | "du")
}

/// Whether the noun `head` announces the capital at `i` as the name of an organisation («la banque Kerlann»), as the
/// place that an organisation is named by («le tribunal d’Astana»), as the name of a place («la gare de Valcourt»).
fn announced(doc: &Document<'_>, head: usize, i: usize) -> [bool; 3] {
    let organisation = doc.is(head, Classes::ORGANISATION_HEAD);
    let place = doc.is(head, Classes::PLACE_HEAD);
    let bare = head + 1 == i;
    let small = !doc.is_capital(head);
    [
        bare && organisation && small && !doc.is(i, Classes::DEMONYM),
        !bare && organisation && !place && doc.is(i, Classes::PLACE),
        !bare && place && !organisation && small,
    ]
}

/// «Kerlann», «banque Kerlann»: words that no list has, behind a noun that is seldom without its name.
fn is_unheard(doc: &Document<'_>, run: TokenSpan) -> bool {
    let first = run.start() + usize::from(doc.is(run.start(), Classes::ORGANISATION_HEAD));
    first < run.end()
        && (first..run.end()).all(|i| doc.is_capital(i) && !doc.word(i).is_known())
        && announces_body(doc, TokenSpan::new(first, run.end()))
}

/// Names and the values that count as entities, in reading order; where two overlap, the longer one stays.
fn merge_values(names: impl Iterator<Item = Mention>, values: &[ValueMention], out: &mut Vec<Mention>) {
    let mut names = names.peekable();
    for (index, value) in values.iter().enumerate() {
        let Some(kind) = named_kind(value) else { continue };
        while let Some(name) = names.next_if(|name| name.tokens.end() <= value.tokens.start()) {
            out.push(name);
        }
        let covered = names
            .peek()
            .is_some_and(|n| n.tokens.overlaps(value.tokens) && n.tokens.len() > value.tokens.len());
        if covered {
            continue;
        }
        while names.next_if(|name| name.tokens.overlaps(value.tokens)).is_some() {}
        out.push(Mention {
            tokens: value.tokens,
            kind,
            margin: f32::INFINITY,
            value: Some(index as u32),
            entry: None,
        });
    }
    out.extend(names);
}

/// The kind of entity that a value is, where it is one.
fn named_kind(value: &ValueMention) -> Option<EntityKind> {
    match value.value {
        _ if !value.named => None,
        Value::Date(_) => Some(EntityKind::Date),
        Value::Time { .. } => Some(EntityKind::Time),
        Value::Money(_) => Some(EntityKind::Money),
        Value::Quantity(_) => Some(EntityKind::Quantity),
        _ => None,
    }
}
