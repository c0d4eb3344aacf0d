use crate::graph::EntityId;
use crate::lexicon::Agreement;
use crate::token::TokenSpan;

/// How a mention stands in its sentence.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(super) enum Standing {
    /// Anything else.
    #[default]
    Other,
    /// Direct object of a verb.
    Object,
    /// Subject of a subordinate or relative clause.
    Lesser,
    /// Subject of a main clause, or the one who speaks («selon X»).
    Subject,
}

/// Somebody or something that the text has just spoken of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    /// The entity; nothing for a noun phrase that names nobody and only rivals.
    pub entity: Option<EntityId>,
    pub agreement: Agreement,
    /// A human being, by kind or noun.
    pub human: bool,
    /// Number of the sentence.
    pub sentence: usize,
    /// First token of its last mention.
    pub token: usize,
    /// Best standing in that sentence.
    pub standing: Standing,
    /// How often it was mentioned so far.
    pub count: u32,
    /// Whether it was last mentioned inside a quotation.
    pub quoted: bool,
    /// Somebody whom the article does not name anywhere: «un témoin», «le porte-parole du parti».
    pub stranger: bool,
}

/// What is asked of the one who is looked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted {
    pub agreement: Agreement,
    /// Nothing but a human being or a body can do this.
    pub speaks: bool,
    /// Nothing but a human being.
    pub human: bool,
    /// Whose office it is, so that a body is likelier.
    pub office: bool,
    pub sentence: usize,
    pub token: usize,
    /// How many sentences back.
    pub reach: usize,
    /// Who cannot be meant: the subject of the same verb.
    pub not: [Option<EntityId>; 2],
    /// The quotation that the word stands in.
    pub quotation: Option<TokenSpan>,
    /// Whether the word is an object, so that standing counts for less.
    pub object: bool,
    /// Whether subjects are taken by another pronoun of the same verb.
    pub no_subject: bool,
    /// A noun that stands here is nearer than whatever stands before it.
    pub nearest: usize,
}

/// Those whom the text has spoken of last, the latest last. Few, so that every question costs the same.
#[derive(Debug, Default)]
pub(super) struct Focus {
    seen: Vec<Seen>,
}

/// So many are remembered.
const MOST: usize = 14;

impl Focus {
    /// Notes that somebody is spoken of here.
    pub(super) fn note(&mut self, mut new: Seen) {
        if let Some(known) = self.seen.iter().position(|old| old.entity.is_some() && old.entity == new.entity)
        {
            let old = self.seen.remove(known);
            new.count = old.count + 1;
            if old.sentence == new.sentence {
                new.standing = new.standing.max(old.standing);
                new.quoted &= old.quoted;
            }
        }
        if self.seen.len() == MOST {
            self.seen.remove(0);
        }
        self.seen.push(new);
    }

    /// Somebody seen stands higher in the sentence than was known.
    pub(super) fn raise(&mut self, entity: EntityId, standing: Standing) {
        if let Some(seen) = self.seen.iter_mut().rev().find(|seen| seen.entity == Some(entity)) {
            seen.standing = seen.standing.max(standing);
        }
    }

    /// Those seen, the latest first.
    pub(super) fn latest(&self) -> impl Iterator<Item = &Seen> {
        self.seen.iter().rev()
    }

    /// The one who is meant, where one stands clearly before all others.
    pub(super) fn pick(&self, wanted: &Wanted) -> Option<EntityId> {
        self.stands_out(wanted).and_then(|seen| seen.entity)
    }

    /// The same, also where it is a noun phrase that names nobody.
    pub(super) fn stands_out(&self, wanted: &Wanted) -> Option<&Seen> {
        let mut best: Option<(f32, &Seen)> = None;
        let mut second = 0.0_f32;
        for seen in self.latest().filter(|seen| wanted.allows(seen)) {
            let score = wanted.score(seen);
            match best {
                Some((top, _)) if score <= top => second = second.max(score),
                Some((top, _)) => {
                    second = second.max(top);
                    best = Some((score, seen));
                }
                None => best = Some((score, seen)),
            }
        }
        let (top, seen) = best?;
        (top >= LOWEST && top - second >= MARGIN).then_some(seen)
    }

    /// The one mentioned last: for «celui-ci», «ce dernier».
    pub(super) fn last(&self, wanted: &Wanted) -> Option<EntityId> {
        self.latest().find(|seen| seen.entity.is_some() && wanted.allows(seen)).and_then(|seen| seen.entity)
    }
}

/// Below this nobody is meant.
const LOWEST: f32 = 2.0;
/// By so much the first must be before the second.
const MARGIN: f32 = 0.9;

impl Wanted {
    fn allows(&self, seen: &Seen) -> bool {
        let near = self.sentence.saturating_sub(seen.sentence) <= self.reach && seen.token < self.token;
        let fits = self.agreement.meet(seen.agreement).is_some();
        let able = if self.human { seen.human } else { !self.speaks || seen.human || seen.entity.is_some() };
        // Whoever speaks within a quotation speaks of others than the writer does.
        let heard = self.quotation.is_none_or(|quotation| quotation.has(seen.token));
        let free = !self.no_subject || seen.standing != Standing::Subject;
        near && fits
            && able
            && heard
            && free
            && seen.token >= self.nearest
            && (seen.entity.is_none() || !self.not.contains(&seen.entity))
    }

    fn score(&self, seen: &Seen) -> f32 {
        let back = self.sentence.saturating_sub(seen.sentence);
        let standing = match (seen.standing, self.object) {
            (Standing::Subject, false) => 3.0,
            (Standing::Subject, true) | (Standing::Lesser, _) => 2.2,
            (Standing::Object, _) => 1.4,
            (Standing::Other, _) => 1.0,
        };
        let distance = match back {
            0 => 2.0,
            1 => 1.6,
            2 => 0.4,
            _ => -0.6,
        };
        let topic = if seen.entity.is_some() { seen.count.min(5) as f32 * 0.25 } else { 0.0 };
        let quoted = if seen.quoted && self.quotation.is_none() { -1.5 } else { 0.0 };
        // A body that is only mentioned by the way is seldom meant by the next «il».
        let aside =
            if seen.entity.is_some() && !seen.human && seen.standing == Standing::Other { -1.0 } else { 0.0 };
        let body = if self.office && seen.entity.is_some() && !seen.human { 0.6 } else { 0.0 };
        standing + distance + topic + quoted + aside + body
    }
}
