use super::announce::announces_body;
use super::candidate::{Candidate, Sources};
use super::evidence::push_if;
use super::piece::Piece;
use super::weights::{KINDS, LOCATION, ORGANISATION, PERSON};
use crate::document::Document;
use crate::lexicon::{Classes, Lexicon};
use crate::token::{Shape, TokenSpan};

/// What the first pass over an article was sure of, for the second one: «Ablyazov» after «Mukhtar
/// Ablyazov», «OTSC» after its full name.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// Hash of a name or of a part of it, what was remembered of it, and how often; sorted, each once.
    facts: Vec<(u64, Fact, u32)>,
    /// Chosen tokens with the index of their kind, in order.
    chosen: Vec<(TokenSpan, usize)>,
    /// Words seen in small letters, as a Bloom filter of one hash: a false yes is harmless and rare.
    small: Vec<u64>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Fact {
    Whole(u8),
    FirstOfPerson,
    LastOfPerson,
    PartOfOrganisation,
    PartOfLocation,
    InitialsOfOrganisation,
    BeginningOfOrganisation,
    AnnouncedOrganisation,
}

/// Below this log-odds the first pass is not sure enough to be remembered.
const SURE: f32 = 1.0;
const SMALL_BITS: usize = 1 << 14;

impl Memory {
    /// Forgets the last article and remembers the choices of the first pass: tokens, kind, margin.
    pub(super) fn learn(
        &mut self,
        doc: &Document<'_>,
        candidates: &[Candidate],
        choices: impl Iterator<Item = (TokenSpan, usize, f32)>,
    ) {
        self.facts.clear();
        for candidate in candidates {
            if is_announced(doc, candidate) {
                self.facts.push((hash(doc, candidate.tokens), Fact::AnnouncedOrganisation, 1));
            }
            // «Bois Clair» after «Bois Clair SARL».
            let (start, last) = (candidate.tokens.start(), candidate.tokens.end() - 1);
            if last > start && candidate.sources.has(Sources::RUN) && doc.is(last, Classes::LEGAL_FORM) {
                let bare = TokenSpan::new(start, last);
                self.facts.push((hash(doc, bare), Fact::AnnouncedOrganisation, 1));
            }
        }
        self.facts.sort_unstable();
        let announced = self.facts.len();
        self.chosen.clear();
        for (tokens, kind, margin) in choices {
            self.chosen.push((tokens, kind));
            if margin < SURE {
                continue;
            }
            let whole = hash(doc, tokens);
            // «Armor Médias» looks like somebody where nothing says that it is a group.
            let known = &self.facts[..announced];
            if kind == PERSON && known.binary_search_by_key(&whole, |(hash, ..)| *hash).is_ok() {
                continue;
            }
            self.facts.push((whole, Fact::Whole(kind as u8), 1));
            if tokens.len() > 1 {
                self.learn_parts(doc, tokens, kind);
            }
        }
        self.facts.sort_unstable();
        self.facts.dedup_by(|later, kept| {
            let same = (later.0, later.1) == (kept.0, kept.1);
            kept.2 += if same { later.2 } else { 0 };
            same
        });
        self.small.clear();
        self.small.resize(SMALL_BITS / 64, 0);
        for i in 0..doc.len() {
            if doc.token(i).is_some_and(|t| t.shape == Shape::Lower) {
                let bit = doc.word(i).index() % SMALL_BITS;
                self.small[bit / 64] |= 1 << (bit % 64);
            }
        }
    }

    fn learn_parts(&mut self, doc: &Document<'_>, tokens: TokenSpan, kind: usize) {
        let word = |i: usize| hash(doc, TokenSpan::new(i, i + 1));
        match kind {
            PERSON => {
                self.facts.push((word(tokens.start()), Fact::FirstOfPerson, 1));
                // «Le Pen», «ben Salmane»: every tail of a name may stand for it.
                for start in tokens.start() + 1..tokens.end() {
                    self.facts.push((hash(doc, TokenSpan::new(start, tokens.end())), Fact::LastOfPerson, 1));
                }
            }
            ORGANISATION => {
                for i in tokens.indices().filter(|i| is_content(doc, *i)) {
                    self.facts.push((word(i), Fact::PartOfOrganisation, 1));
                }
                self.facts.push((initials(doc, tokens), Fact::InitialsOfOrganisation, 1));
                // «le Crédit régional» after «Crédit régional du Nord».
                for end in tokens.start() + 2..tokens.end() {
                    let whole = !is_link(doc, end - 1) && (is_link(doc, end) || doc.is_capital(end - 1));
                    if whole && doc.is_capital(tokens.start()) {
                        let beginning = TokenSpan::new(tokens.start(), end);
                        self.facts.push((hash(doc, beginning), Fact::BeginningOfOrganisation, 1));
                    }
                }
            }
            LOCATION => {
                for i in tokens.indices().filter(|i| is_content(doc, *i)) {
                    self.facts.push((word(i), Fact::PartOfLocation, 1));
                }
            }
            _ => {}
        }
    }

    /// What was remembered under a hash.
    fn facts_of(&self, hash: u64) -> &[(u64, Fact, u32)] {
        let from = self.facts.partition_point(|(known, ..)| *known < hash);
        let rest = &self.facts[from..];
        let len = rest.iter().take_while(|(known, ..)| *known == hash).count();
        &rest[..len]
    }

    /// What the rest of the article says about a candidate.
    pub(super) fn evidence_into(&self, doc: &Document<'_>, candidate: &Candidate, out: &mut Vec<Piece>) {
        out.push(Piece::doc_bias);
        let tokens = candidate.tokens;
        let whole = hash(doc, tokens);
        let at = self.chosen.partition_point(|(chosen, _)| chosen.start() < tokens.start());
        // What lies inside a longer choice is spoken for there: the rest of the article says nothing about it.
        let near = self.chosen[at.saturating_sub(1)..].iter().take(2);
        if near.into_iter().any(|(chosen, _)| *chosen != tokens && chosen.contains(tokens)) {
            out.push(Piece::doc_inside_choice);
            return;
        }
        let own = self.chosen.get(at).filter(|(chosen, _)| *chosen == tokens).map(|(_, kind)| *kind);
        let facts = self.facts_of(whole);
        let count = |wanted: Fact| {
            facts.iter().find(|(_, fact, _)| *fact == wanted).map_or(0, |(_, _, count)| *count as usize)
        };
        let mut total = 0;
        for (kind, piece) in [
            Piece::doc_same_person,
            Piece::doc_same_organisation,
            Piece::doc_same_location,
            Piece::doc_same_event,
            Piece::doc_same_product,
        ]
        .into_iter()
        .enumerate()
        .take(KINDS.len())
        {
            // A choice is no evidence for itself.
            let others = count(Fact::Whole(kind as u8)).saturating_sub(usize::from(own == Some(kind)));
            total += others;
            if others > 0 {
                out.push(piece);
            }
        }
        let single = tokens.len() == 1;
        let small = doc.word(tokens.start());
        let bit = small.index() % SMALL_BITS;
        let surname = count(Fact::LastOfPerson) > 0;
        push_if! { out,
            total > 2 => doc_same_often,
            surname => doc_surname_of_person,
            surname && is_small_place(doc, tokens) => doc_surname_small_place,
            surname && doc.sentence_of(tokens.start()).start() == tokens.start() => doc_surname_at_start,
            surname && doc.classes(tokens.start()).is_empty() => doc_unknown_surname_of_person,
            single && count(Fact::FirstOfPerson) > 0 => doc_first_name_of_person,
            single && count(Fact::PartOfOrganisation) > 0 => doc_part_of_organisation,
            single && count(Fact::PartOfLocation) > 0 => doc_part_of_location,
            single && count(Fact::InitialsOfOrganisation) > 0 => doc_acronym_of_organisation,
            !single && count(Fact::BeginningOfOrganisation) > 0 => doc_beginning_of_organisation,
            count(Fact::AnnouncedOrganisation) > usize::from(is_announced(doc, candidate)) => doc_announced_organisation,
            single && small.is_known() && self.small[bit / 64] >> (bit % 64) & 1 == 1 => doc_small_elsewhere,
        }
        for kind in self.siblings(doc, tokens, at).into_iter().flatten() {
            match kind {
                PERSON => out.push(Piece::doc_sibling_person),
                ORGANISATION => out.push(Piece::doc_sibling_organisation),
                LOCATION => out.push(Piece::doc_sibling_location),
                _ => {}
            }
        }
    }

    /// The kinds of the choices before and after, where only a comma or «et» stands between.
    fn siblings(&self, doc: &Document<'_>, tokens: TokenSpan, at: usize) -> [Option<usize>; 2] {
        let links = |i: usize| matches!(doc.form(i), "," | "et" | "ou" | "/");
        let before = at
            .checked_sub(1)
            .and_then(|i| self.chosen.get(i))
            .filter(|(chosen, _)| chosen.end() + 1 == tokens.start() && links(chosen.end()));
        let after = self.chosen[at..]
            .iter()
            .take(2)
            .find(|(chosen, _)| chosen.start() == tokens.end() + 1 && links(tokens.end()));
        [before.map(|(_, kind)| *kind), after.map(|(_, kind)| *kind)]
    }
}

/// «Gérard Maupas … l’avocat de Maupas»: a village that hardly anybody has heard of.
fn is_small_place(doc: &Document<'_>, tokens: TokenSpan) -> bool {
    const SMALL: u8 = 8;
    tokens.len() == 1
        && doc.is(tokens.start(), Classes::PLACE)
        && Lexicon::french().place_rank(doc.word(tokens.start())) < SMALL
}

/// «le groupe *Armor Médias*»: a whole run of capitals right after a noun for bodies, which no list has.
fn is_announced(doc: &Document<'_>, candidate: &Candidate) -> bool {
    let start = candidate.tokens.start();
    let head = start.wrapping_sub(1);
    if !candidate.sources.has(Sources::RUN) || candidate.sources.has(Sources::LISTED) {
        return false;
    }
    announces_body(doc, candidate.tokens)
        || doc.is(head, Classes::ORGANISATION_HEAD)
            && !doc.is(head, Classes::PLACE_HEAD | Classes::ROLE)
            && !doc.is_capital(head)
            && doc.is_joined(start)
}

fn is_content(doc: &Document<'_>, i: usize) -> bool {
    doc.token(i).is_some_and(|t| t.shape.is_capital() && t.span.len() > 2) && !doc.is(i, Classes::FUNCTION)
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;

fn mix(hash: u64, c: char) -> u64 {
    (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3)
}

/// FNV over the small letters of the tokens, a space between them.
fn hash(doc: &Document<'_>, tokens: TokenSpan) -> u64 {
    let mut hash = SEED;
    for i in tokens.indices() {
        for c in doc.form(i).chars() {
            let c = if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) };
            hash = mix(hash, if c == '’' { '\'' } else { c });
        }
        hash = mix(hash, ' ');
    }
    hash
}

/// A small word that gives no letter to an acronym.
fn is_link(doc: &Document<'_>, i: usize) -> bool {
    matches!(doc.form(i), "de" | "du" | "des" | "la" | "le" | "les" | "et" | "en" | "pour" | "à")
        || doc.form(i).ends_with(['\'', '’'])
}

/// The hash that an acronym of the tokens would have.
fn initials(doc: &Document<'_>, tokens: TokenSpan) -> u64 {
    let mut hash = SEED;
    for i in tokens.indices() {
        if is_link(doc, i) {
            continue;
        }
        for part in doc.form(i).split('-') {
            if let Some(c) = part.chars().next() {
                hash = mix(hash, plain(c));
            }
        }
    }
    mix(hash, ' ')
}

/// The letter without its accent: «Égalité» is an E in the acronym.
pub(super) fn plain(c: char) -> char {
    match c.to_lowercase().next().unwrap_or(c) {
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'à' | 'â' => 'a',
        'î' | 'ï' => 'i',
        'ô' => 'o',
        'ç' => 'c',
        c => c,
    }
}
