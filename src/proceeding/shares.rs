use super::antecedent::Antecedents;
use super::draft::Draft;
use super::manner::Manner;
use super::party::{Party, parties_of};
use crate::french::{Chunk, Scene, Words, offences};
use crate::lexicon::Classes;
use crate::ontology::ProceedingKind;
use crate::token::TokenSpan;
use crate::value::Value;

/// How far behind the first penalty others of the same decision are told.
const FARTHEST: usize = 70;
/// Most decisions that one verb tells.
const MOST: usize = 12;
/// Longest aside between somebody and his penalty: «, 34 ans, ».
const LONGEST_ASIDE: usize = 10;

/// The other decisions that share the verb of this one, each with its own accused and penalty:
/// «X a été condamné à huit ans de prison, *Y à six ans* et *Z à un an avec sursis*».
///
/// What they share stays: offences told behind the last of them, the court, the date.
pub(super) fn shared(scene: &Scene<'_>, drafts: &[Draft], draft: &mut Draft) -> Vec<Draft> {
    if !matches!(draft.kind, ProceedingKind::Conviction | ProceedingKind::Requisition) {
        return Vec::new();
    }
    // «*Huit ans de prison pour X*, deux ans pour Y»: the penalty of a headline stands before its «pour».
    let headline = draft.manner == Manner::Headline;
    let Some(first) =
        draft.penalties.first().copied().filter(|first| headline || first.start() > draft.token)
    else {
        return Vec::new();
    };
    let told = draft.parties.iter().map(|party| party.tokens.end()).max().filter(|_| headline);
    let from = told.unwrap_or(first.end()).max(first.end());
    let antecedents = Antecedents { scene, drafts };
    let reader = Reader { scene, end: end_of_telling(scene, draft.token).min(first.end() + FARTHEST) };
    let mut others: Vec<Draft> = Vec::new();
    let mut ends = Vec::new();
    let mut at = from;
    while at < reader.end && others.len() < MOST && !scene.is_finite(at) {
        let Some((who, what)) = reader.next(at).or_else(|| reader.next_reversed(at)) else {
            at += 1;
            continue;
        };
        let mut parties: Vec<Party> = Vec::new();
        parties_of(scene, &antecedents, who, &mut parties);
        // «trois ans contre X et *un an contre Y*»: Y was read with X as one of two, and has a penalty of his own.
        let (own, rest): (Vec<Party>, Vec<Party>) =
            draft.parties.iter().partition(|party| who.contains(party.tokens));
        if !own.is_empty() && !rest.is_empty() {
            draft.parties = rest;
        }
        // «jugés, *le premier* à trois ans, *le second* à dix mois»: each of them has been told before.
        let ordinal = Words::french().ordinals.contains(&scene.doc().word(who.start() + 1));
        if ordinal && parties.len() == 1 && draft.parties.len() > 1 {
            draft.parties.retain(|party| !party.same(&parties[0], scene));
        }
        let known = parties.iter().any(|p| draft.parties.iter().any(|q| p.same(q, scene)));
        if !parties.is_empty() && !known {
            ends.push((at, what.end()));
            let penalties = vec![what];
            others.push(Draft { parties, penalties, victims: Vec::new(), counts: None, ..draft.clone() });
        }
        at = what.end().max(at + 1);
    }
    share_penalties(draft, &mut others, &ends);
    share_offences(scene, draft, &mut others, &ends, reader.end);
    others
}

/// Where the verb at a token has told all: behind the next sentence too, where that has no verb of its own:
/// «X a été condamné à huit ans de prison. *Sa femme à deux ans*.»
fn end_of_telling(scene: &Scene<'_>, token: usize) -> usize {
    let doc = scene.doc();
    let sentence = doc.sentence_of(token);
    if sentence.end() >= doc.len() {
        return sentence.end();
    }
    let next = doc.sentence_of(sentence.end());
    let verbless = next.start() == sentence.end()
        && next.len() < FARTHEST / 2
        && doc.form(sentence.end() - 1) == "."
        && !next.indices().any(|at| scene.is_finite(at) || doc.is(at, Classes::ETRE | Classes::AVOIR));
    if verbless { next.end() } else { sentence.end() }
}

/// Each penalty belongs to the last of those told before it.
fn share_penalties(draft: &mut Draft, others: &mut [Draft], ends: &[(usize, usize)]) {
    let Some((split, _)) = ends.first().copied() else { return };
    let told = std::mem::take(&mut draft.penalties);
    for penalty in told {
        let holder = ends.iter().rposition(|(start, _)| *start <= penalty.start());
        match holder.and_then(|place| others.get_mut(place)) {
            Some(other) if penalty.start() >= split => {
                if !other.penalties.iter().any(|known| known.end() >= penalty.end()) {
                    other.penalties.push(penalty);
                }
            }
            _ => draft.penalties.push(penalty),
        }
    }
}

/// «X à dix ans *pour meurtre* et Y à cinq ans *pour complicité*»; what only the last tells is told of all.
fn share_offences(
    scene: &Scene<'_>,
    draft: &mut Draft,
    others: &mut [Draft],
    ends: &[(usize, usize)],
    end: usize,
) {
    let Some((split, _)) = ends.first().copied() else { return };
    let all = std::mem::take(&mut draft.offences);
    let mine = |run: &TokenSpan| run.start() < split;
    let own = all.iter().any(mine);
    let mut told = own;
    for (place, other) in others.iter_mut().enumerate() {
        let from = ends.get(place).map_or(end, |(_, end)| *end);
        let to = ends.get(place + 1).map_or(end, |(start, _)| *start);
        other.offences.clear();
        offences(scene, from, scene.tail(from).min(to.max(from)), false, &mut other.offences);
        told |= place + 1 < ends.len() && !other.offences.is_empty();
    }
    draft.offences = all.iter().filter(|run| mine(run)).copied().collect();
    // «*jugés pour vol*, ont été condamnés, le premier à trois ans, le second à dix mois»
    let before = !draft.offences.is_empty() && draft.offences.iter().all(|run| run.start() < draft.token);
    if before && others.iter().all(|other| other.offences.is_empty()) {
        for other in others.iter_mut() {
            other.offences.clone_from(&draft.offences);
        }
        return;
    }
    if !told && let Some(last) = others.last().map(|other| other.offences.clone()) {
        draft.offences.clone_from(&last);
        for other in others {
            other.offences.clone_from(&last);
        }
    }
}

/// «incarcérés, *le premier pour vol, le second pour trafic*»: a step for each of them.
pub(super) fn distributed(scene: &Scene<'_>, draft: &mut Draft) -> Vec<Draft> {
    let (doc, words) = (scene.doc(), Words::french());
    let end = doc.sentence_of(draft.token).end().min(draft.token + FARTHEST);
    let ordinal = |at: usize| {
        let place = words.ordinals.iter().position(|word| *word == doc.word(at + 1))?;
        (doc.form(at) == "le" || doc.form(at) == "la").then_some(place)
    };
    let starts = |at: &usize| {
        doc.form(at.saturating_sub(1)) == "," && ordinal(*at).is_some() && doc.form(at + 2) == "pour"
    };
    let places: Vec<usize> = (draft.trigger.end()..end).filter(starts).take(3).collect();
    if places.len() < 2 {
        return Vec::new();
    }
    let mut others = Vec::new();
    for (n, at) in places.iter().enumerate() {
        let to = places.get(n + 1).map_or(end, |next| next - 1);
        let mut told = Vec::new();
        offences(scene, at + 2, to, false, &mut told);
        let tokens = TokenSpan::new(*at, at + 2);
        let entity =
            draft.parties.get(n).filter(|_| draft.parties.len() == places.len()).and_then(|p| p.entity);
        let parties = vec![Party { entity, tokens }];
        others.push(Draft { parties, offences: told, victims: Vec::new(), ..draft.clone() });
    }
    *draft = others.remove(0);
    others
}

struct Reader<'a> {
    scene: &'a Scene<'a>,
    end: usize,
}

impl Reader<'_> {
    /// «, Denis Corbin *à six ans*», «; son complice, Denis Corbin, *de quatre ans*».
    fn next(&self, at: usize) -> Option<(TokenSpan, TokenSpan)> {
        let who = self.somebody(self.joint(at)?)?;
        let linked = self.behind_aside(who.end());
        let doc = self.scene.doc();
        let governs = matches!(doc.form(linked), "à" | "de" | "d'" | "d’");
        governs.then(|| self.amount(linked + 1)).flatten().map(|what| (who, what))
    }

    /// «*et cinq ans* contre son frère».
    fn next_reversed(&self, at: usize) -> Option<(TokenSpan, TokenSpan)> {
        let what = self.amount(self.joint(at)?)?;
        let doc = self.scene.doc();
        let turned = matches!(doc.form(what.end()), "contre" | "pour" | "à");
        turned.then(|| self.somebody(what.end() + 1)).flatten().map(|who| (who, what))
    }

    /// Behind «,», «;», «et», «, et», «tandis que».
    fn joint(&self, at: usize) -> Option<usize> {
        let doc = self.scene.doc();
        let mut next = at;
        while next < self.end && next < at + 3 {
            // Of a sentence without a verb the full stop before it joins.
            let joins = matches!(doc.form(next), "," | ";" | "et" | "puis" | "quant" | ".");
            if !joins {
                break;
            }
            next += 1;
        }
        (next > at && next < self.end).then_some(next)
    }

    fn somebody(&self, at: usize) -> Option<TokenSpan> {
        let chunk = Chunk::read(self.scene, at, self.end)?;
        let doc = self.scene.doc();
        let ordinal = doc.is(at, Classes::DETERMINER)
            && Words::french().ordinals.contains(&doc.word(at + 1))
            && chunk.span.len() <= 2;
        // The name beside «son complice, Denis Corbin» says more.
        let beside = || {
            let named = doc.form(chunk.span.end()) == ",";
            named.then(|| self.scene.name_at(chunk.span.end() + 1)).flatten()
        };
        // «la peine de X*, condamnée* à vingt ans»: what befell him is no other accused.
        let befell =
            chunk.name.is_none() && chunk.span.start() == chunk.head && self.scene.befell(chunk.head);
        let fits = (chunk.sort.is_party() || ordinal) && !befell;
        let name = if chunk.name.is_none() { beside() } else { None };
        fits.then(|| name.map_or(chunk.span, |(name, _)| name))
    }

    /// Behind «(34 ans)», «, 34 ans,».
    fn behind_aside(&self, at: usize) -> usize {
        let doc = self.scene.doc();
        if let Some(after) = self.scene.closed(at, self.end) {
            return after;
        }
        if doc.form(at) != "," {
            return at;
        }
        let close = (at + 1..self.end.min(at + LONGEST_ASIDE)).find(|i| doc.form(*i) == ",");
        close.map_or(at + 1, |close| close + 1)
    }

    /// A penalty, or a bare time or amount that is one in its place.
    fn amount(&self, at: usize) -> Option<TokenSpan> {
        let doc = self.scene.doc();
        let at = at + usize::from(doc.is(at, Classes::DETERMINER) && self.scene.value_at(at).is_none());
        if let Some(value) = self.scene.value_at(at) {
            let tail = match value.value {
                Value::Penalty(_) | Value::Money(_) => 0,
                Value::Duration(_) => match doc.form(value.tokens.end()) {
                    "avec" if doc.form(value.tokens.end() + 1) == "sursis" => 2,
                    "ferme" | "fermes" => 1,
                    _ => 0,
                },
                _ => return None,
            };
            return Some(TokenSpan::new(value.tokens.start(), value.tokens.end() + tail));
        }
        if let Some(run) = self.scene.penalty_words(at) {
            return Some(run);
        }
        // «le second à *cinq*.»
        let number = doc.counts(at);
        let ends = matches!(doc.form(at + 1), "," | "." | ";" | "et");
        // «ses complices à *quatre et trois ans*»
        let counted = |i: usize| doc.counts(i);
        let shared_out = doc.form(at + 1) == "et" && counted(at + 2);
        if number && shared_out {
            let term = self.scene.value_at(at + 2)?;
            return matches!(term.value, Value::Penalty(_) | Value::Duration(_))
                .then(|| TokenSpan::new(at, term.tokens.end()));
        }
        (number && ends && !shared_out).then(|| TokenSpan::new(at, at + 1))
    }
}
