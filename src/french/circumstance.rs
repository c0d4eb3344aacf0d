use super::right::Right;
use super::{Chunk, Group, Scene, Voice, Words, deed};
use crate::lexicon::{Classes, Court};
use crate::ontology::EntityKind;
use crate::rule::Anchor;
use crate::token::{Shape, TokenSpan};

/// A trigger, around which its court and its date are looked for.
#[derive(Clone, Copy)]
pub(super) struct Circumstance<'s> {
    pub scene: &'s Scene<'s>,
    pub anchor: Anchor,
    pub group: &'s Group,
    /// Where what follows the trigger begins.
    pub from: usize,
}

impl Circumstance<'_> {
    /// A court, prosecutor, police or other body of justice in the sentence: behind the trigger, else before it.
    pub fn court(self, right: &mut Right) -> Option<TokenSpan> {
        let Self { scene, anchor, group, from } = self;
        let doc = scene.doc();
        let sentence = doc.sentence_of(anchor.token);
        // What an offence tells of («pour avoir trompé le *fisc*») judges nobody.
        let tail = right.tail(scene, from);
        let deed = (from + 1..tail).find(|at| {
            deed::infinitive(scene, *at) && (is_cause(scene, *at - 1) || doc.form(*at - 2) == "avant")
        });
        let after = from..deed.unwrap_or(tail);
        // «*La cour* a libéré un suspect, mis en examen pour vol»: who acts there has not done what is told beside it.
        let first = anchor.span.start();
        let apart = |at: usize| doc.form(at) == "," || doc.is(at, Classes::HUMAN | Classes::ROLE);
        let beside = group.voice == Voice::Participle
            && first > sentence.start()
            && apart(first - 1)
            && !scene.is_noun(anchor.token);
        // «La cour a acquitté X, *qui avait été condamné* en première instance»: another court.
        let start = group.span.start();
        let told = group.voice == Voice::Passive
            && start > 0
            && doc.word(start - 1) == Words::french().qui
            && matches!(doc.form(start), "avait" | "avaient");
        let before =
            if beside || told { first..first } else { sentence.start().max(first.saturating_sub(40))..first };
        for at in after.chain(before) {
            if let Some(name) = named_court(scene, at) {
                return Some(name);
            }
            if !doc.is(at, Classes::COURT)
                || scene.in_name_before(at)
                || is_complement(scene, at)
                || group.voice != Voice::Active && is_of_person(scene, at)
                || is_source(scene, at)
                || is_of_other_act(scene, at)
            {
                continue;
            }
            let Some((len, _)) = doc.find::<Court>(at) else { continue };
            let end = scene
                .name_at(at)
                .map(|(name, _)| name.end())
                .or_else(|| Chunk::read(scene, at, sentence.end()).map(|chunk| chunk.span.end()))
                .unwrap_or(at)
                .max(at + len);
            return Some(TokenSpan::new(at, end));
        }
        None
    }

    /// When: a date behind the trigger that is not one of the offence, else the one before it in the clause.
    pub fn date(self, right: &mut Right) -> Option<TokenSpan> {
        let Self { scene, anchor, group, from } = self;
        let (doc, words) = (scene.doc(), Words::french());
        let tail = right.tail(scene, from);
        let affair = (from..tail).find(|at| {
            matches!(words.preposition(doc.word(*at)), Some(Words::POUR))
                || words.affair.contains(&doc.word(*at))
                || doc.form(*at) == "avant"
        });
        // «pour des crimes *commis* en Ituri en 2003»: when it was done, not when it was judged.
        let done = (from..tail).find(|at| words.committed.contains(&doc.word(*at))).unwrap_or(tail);
        let tail = tail.min(done);
        let affair = affair.filter(|at| *at < tail);
        let is_date =
            |value: &&crate::value::ValueMention| matches!(value.value, crate::value::Value::Date(_));
        let near = scene.values_in(TokenSpan::new(from, affair.unwrap_or(tail))).iter().find(is_date);
        let sentence = doc.sentence_of(anchor.token);
        let start = group.span.start().min(anchor.span.start());
        let head = anchor.span.start();
        let floor = sentence.start().max(start.saturating_sub(60));
        // «Jeudi, il a quitté la prison *où* il purgeait sa peine»: the date is that of the other clause.
        let opens = |at: &usize| doc.is(*at, Classes::RELATIVE) && !words.que.contains(&doc.word(*at));
        let opener = (floor..start).rev().take_while(|at| doc.form(*at) != ",").find(opens);
        let floor = opener.unwrap_or(floor);
        // «X, condamné *en 2014* à six mois, est sorti libre»: the date of an aside is that of its own step.
        let aside = |at: usize| {
            (floor..at).rev().take_while(|i| doc.form(*i) != ",").any(|i| {
                // «la petite Anna, *disparue en mai*, …» too
                let opens = i > floor && doc.form(i - 1) == ",";
                // «le conducteur *qui avait tué un piéton en 2014*, a été condamné»
                if doc.word(i) == words.qui && (at..start).any(|i| doc.form(i) == ",") {
                    return true;
                }
                doc.is(i, Classes::PAST_PARTICIPLE)
                    && (doc.is(i, Classes::JUDICIAL_VERB) || opens)
                    && i < start
            })
        };
        let left = || {
            let run = scene.values_in(TokenSpan::new(floor, head)).iter();
            run.filter(|value| !aside(value.tokens.start()) && !is_of_life(scene, value.tokens))
                .filter(|value| !is_of_clause(scene, value.tokens.start(), floor, start))
                .rfind(is_date)
        };
        let far = || {
            let run = TokenSpan::new(affair.unwrap_or(tail), tail);
            scene.values_in(run).iter().rfind(is_date)
        };
        // «a ouvert *jeudi* une enquête», «sera jugé *en mai*»: among the words of the trigger.
        let inside = || scene.values_in(TokenSpan::new(anchor.token + 1, from)).iter().find(is_date);
        inside().or(near).or_else(left).or_else(far).map(|value| value.tokens)
    }
}

/// «poursuivi *devant la CPI*», «renvoyé *devant l’OMC*»: whatever is named there judges.
fn named_court(scene: &Scene<'_>, at: usize) -> Option<TokenSpan> {
    let doc = scene.doc();
    if doc.form(at) != "devant" {
        return None;
    }
    let name = at + 1 + usize::from(doc.is(at + 1, Classes::DETERMINER));
    let (tokens, kind) = scene.name_at(name)?;
    let letters = doc.token(tokens.start()).is_some_and(|token| token.shape == Shape::Upper);
    (kind == EntityKind::Organisation && letters && tokens.len() == 1).then_some(tokens)
}

/// «depuis sa révocation *par la chambre*», «après son renvoi *par la cour*»: who did what another noun tells.
pub(super) fn is_of_other_act(scene: &Scene<'_>, at: usize) -> bool {
    let doc = scene.doc();
    let by = at.saturating_sub(1 + usize::from(at > 0 && doc.is(at - 1, Classes::DETERMINER)));
    if by < 4 || Words::french().preposition(doc.word(by)) != Some(Words::PAR) {
        return false;
    }
    let plain = Classes::PENALTY | Classes::OFFENCE | Classes::TIME_WORD | Classes::HUMAN | Classes::ROLE;
    doc.is(by - 1, Classes::NOUN)
        && !doc.is(by - 1, plain)
        && doc.is(by - 2, Classes::DETERMINER)
        && matches!(doc.form(by - 3), "après" | "depuis" | "malgré" | "de" | "avant" | "dès")
}

fn is_cause(scene: &Scene<'_>, at: usize) -> bool {
    matches!(Words::french().preposition(scene.doc().word(at)), Some(Words::POUR | Words::DE))
}

/// «*Selon le parquet*, douze personnes sont en garde à vue»: who tells it has not done it.
fn is_source(scene: &Scene<'_>, at: usize) -> bool {
    let doc = scene.doc();
    let before = at.saturating_sub(1 + usize::from(at > 0 && doc.is(at - 1, Classes::DETERMINER)));
    at > 0 && Words::french().sources.contains(&doc.word(before))
}

/// «période de *sûreté*», «connu des services de *police*»
fn is_complement(scene: &Scene<'_>, at: usize) -> bool {
    let doc = scene.doc();
    if at < 3 {
        return false;
    }
    // «le ministre de la *Justice*», «le palais de *justice*»
    let owner = if doc.form(at - 1) == "la" { at - 2 } else { at - 1 };
    let justice = doc.form(at).eq_ignore_ascii_case("justice") && doc.form(owner) == "de";
    justice && doc.is(owner - 1, Classes::NOUN | Classes::ROLE)
        || Words::french().is_plain_de(doc.word(at - 1))
            && (doc.is(at - 2, Classes::PENALTY | Classes::TIME_WORD)
                || matches!(doc.form(at - 2), "services" | "période" | "accord"))
}

/// «le trésorier *de la fédération* a été condamné»: whom somebody works for has not judged him.
fn is_of_person(scene: &Scene<'_>, at: usize) -> bool {
    let (doc, words) = (scene.doc(), Words::french());
    let link = at.saturating_sub(1 + usize::from(at > 0 && doc.is(at - 1, Classes::DETERMINER)));
    link > 0
        && words.preposition(doc.word(link)) == Some(Words::DE)
        && doc.is(link - 1, Classes::HUMAN | Classes::ROLE)
        && !doc.is(link - 1, Classes::COURT)
}

/// «X *(1656-1725)*», «X, né *le 3 mai 1921*»: when somebody lived is not when something was done to him.
fn is_of_life(scene: &Scene<'_>, date: TokenSpan) -> bool {
    let doc = scene.doc();
    let bracketed = doc.form(date.start().saturating_sub(1)) == "("
        && (date.end()..date.end() + 3).any(|at| doc.form(at) == ")");
    let born = (date.start().saturating_sub(3)..date.start())
        .any(|at| matches!(doc.form(at), "né" | "née" | "nés" | "nées"));
    bracketed || born
}

/// «X, dont le bail expirait *le 3 mars*, a été …»: whether a relative clause with a verb of its own holds the place and is
/// closed before `end`. «Quand il est revenu *en 2014*, X a été …» tells when.
fn is_of_clause(scene: &Scene<'_>, at: usize, floor: usize, end: usize) -> bool {
    let doc = scene.doc();
    let Some(opener) =
        (floor..at).rev().take_while(|i| doc.form(*i) != ",").find(|i| doc.is(*i, Classes::RELATIVE))
    else {
        return false;
    };
    let closes = (at..end).any(|i| doc.form(i) == ",");
    closes && !scene.joins(opener) && (opener + 1..at).any(|i| scene.is_finite(i))
}
