use super::antecedent::antecedents;
use super::group::agree;
use super::opener::{clashes, following};
use super::others::counted_others;
use super::phrases::chunks_between;
use super::{Chunk, Group, Scene, Sort, Voice, Words, deed};
use crate::lexicon::Classes;
use crate::ontology::{EntityKind, MentionForm};
use crate::token::TokenSpan;
use crate::value::Value;

/// How far to the left a subject is looked for.
pub(super) const FARTHEST: usize = 70;
/// How many phrases stand between two places, as a rule.
pub(super) const FEW: usize = 12;
/// Most members of a coordination.
pub(super) const MOST: usize = 12;

/// Who or what a verb group is said of, each member of a coordination by itself.
pub(super) fn subjects(scene: &Scene<'_>, group: &Group, out: &mut Vec<Chunk>) {
    let doc = scene.doc();
    if let Some(inverted) = group.inverted {
        out.push(pronoun(inverted));
        return;
    }
    let start = group.span.start();
    let sentence = doc.sentence_of(start);
    if let Some(others) = counted_others(scene, start) {
        out.push(others);
        return;
    }
    if group.voice == Voice::Participle {
        // «Retenu en otage puis *détenu* trois ans, X est rentré»: the second of two openers.
        let then = |at: usize| Words::french().then.contains(&doc.word(at));
        let plain = |at: usize| doc.form(at) != "," && (then(at) || !scene.is_finite(at));
        let opens = start > sentence.start()
            && doc.is(sentence.start(), Classes::PAST_PARTICIPLE)
            && start < sentence.start() + FEW
            && (doc.is(start - 1, Classes::COORDINATOR) || then(start - 1))
            && (sentence.start()..start).all(plain);
        if !opens {
            antecedents(scene, start, out);
            // «X, *interpellé* lundi puis remis en liberté»: what befell him before is not who he is.
            out.retain(|chunk| {
                chunk.span.len() > 1
                    || !doc.is(chunk.head, Classes::PAST_PARTICIPLE)
                    || !doc.is(chunk.head, Classes::JUDICIAL_VERB)
            });
            if out.is_empty()
                && let Some(first) = first_of_pair(scene, start, sentence)
            {
                antecedents(scene, first, out);
            }
        }
        // «*Ancien ministre*, condamné en 1940, il …»: an apposition before its noun.
        if let [chunk] = out.as_slice()
            && chunk.span.start() == sentence.start()
            && chunk.name.is_none()
            && !doc.is(sentence.start(), Classes::DETERMINER | Classes::NUMERAL | Classes::PRONOUN)
            && doc.is(sentence.start(), Classes::NOUN | Classes::ROLE | Classes::ADJECTIVE)
            && doc.form(chunk.span.end()) == ","
        {
            let before = out.pop();
            following(scene, group.head, out);
            out.retain(|chunk| chunk.sort.is_party());
            if out.is_empty() {
                out.extend(before);
            }
        }
        owner_of_thing(scene, out);
        if start > sentence.start() && doc.form(start - 1) == "," {
            people_of_thing(scene, out);
        }
        if out.is_empty() {
            following(scene, group.head, out);
        }
        return;
    }
    let Some(before) = start.checked_sub(1).filter(|before| sentence.has(*before)) else { return };
    if doc.is(before, Classes::SUBJECT_PRONOUN) && doc.word(before) != Words::french().qui {
        out.push(pronoun(before));
        return;
    }
    // «neuf personnes, dont *trois* ont été écrouées»
    if before > sentence.start() && doc.word(before - 1) == Words::french().dont && doc.counts(before) {
        let span = TokenSpan::new(before, start);
        out.push(Chunk { span, head: before, name: None, sort: Sort::Group, preposition: None });
        return;
    }
    if doc.word(before) == Words::french().qui {
        antecedents(scene, before, out);
        if group.voice == Voice::Active {
            owner_of_thing(scene, out);
        }
        return;
    }
    let floor = sentence.start().max(start.saturating_sub(FARTHEST));
    let from = clause_start(scene, start, floor, group.infinitive);
    if from > floor && doc.word(from - 1) == Words::french().qui {
        antecedents(scene, from - 1, out);
        return;
    }
    let said = (group.voice == Voice::Passive).then_some(group.head);
    pick(scene, from, start, said, out);
    // «Peu après *avoir été condamné* pour vol, X a disparu»
    if group.infinitive && group.past && start > 0 && doc.form(start - 1).eq_ignore_ascii_case("après") {
        let before = std::mem::take(out);
        following(scene, group.head, out);
        if !out.iter().any(|chunk| chunk.sort.is_party()) {
            *out = before;
        }
    }
}

/// «X, *arrêtée* en mai et libérée lundi»: the participle that another one is joined to.
fn first_of_pair(scene: &Scene<'_>, second: usize, sentence: TokenSpan) -> Option<usize> {
    let doc = scene.doc();
    let joint = second.checked_sub(1).filter(|at| sentence.has(*at))?;
    if !doc.is(joint, Classes::COORDINATOR) && !Words::french().then.contains(&doc.word(joint)) {
        return None;
    }
    let floor = sentence.start().max(joint.saturating_sub(FEW)) + 1;
    let before =
        (floor..joint).rev().take_while(|at| !scene.is_finite(*at) && !doc.is(*at, Classes::RELATIVE));
    let mut participles = before
        .filter(|at| doc.is(*at, Classes::PAST_PARTICIPLE) && doc.is(*at, Classes::JUDICIAL_VERB))
        // «le suspect *mis en examen* et écroué» of a headline has no comma.
        .filter(|at| doc.form(*at - 1) == "," || !(sentence.start()..*at).any(|i| scene.is_finite(i)));
    participles.next().filter(|first| agree(doc.word(*first), doc.word(second)))
}

/// «le procès de *X*, condamné à perpétuité», «à la demande de *la police*, qui le soupçonne»: a thing does not act and is
/// not condemned; whose it is may.
pub(super) fn owner_of_thing(scene: &Scene<'_>, out: &mut [Chunk]) {
    if let Some(thing) = out.last_mut().filter(|chunk| chunk.sort == Sort::Thing)
        && let Some(mention) = scene.reading().resolved.mention_at(thing.span.end() - 1)
        && matches!(mention.kind, EntityKind::Person | EntityKind::Location | EntityKind::Organisation)
        && mention.tokens.end() == thing.span.end()
        && mention.form == MentionForm::Name
    {
        let sort = match mention.kind {
            EntityKind::Person => Sort::Person,
            EntityKind::Organisation => Sort::Organisation,
            _ => Sort::Place,
        };
        let span = mention.tokens;
        *thing = Chunk { span, head: span.start(), name: Some(span), sort, preposition: None };
    }
}

/// «la remise en liberté *d’un suspect*, mis en examen pour vol»: the people whom the thing is about.
fn people_of_thing(scene: &Scene<'_>, out: &mut [Chunk]) {
    let Some(thing) = out.last_mut().filter(|chunk| chunk.sort == Sort::Thing && chunk.name.is_none()) else {
        return;
    };
    let (words, end) = (Words::french(), thing.span.end());
    let inner = (thing.head + 1..end)
        .filter(|at| words.preposition(scene.doc().word(*at)) == Some(Words::DE))
        .filter_map(|at| Chunk::read(scene, at + 1, end))
        .find(|chunk| chunk.span.end() == end && chunk.sort == Sort::Group);
    if let Some(people) = inner {
        *thing = people;
    }
}

const fn pronoun(at: usize) -> Chunk {
    Chunk { span: TokenSpan::new(at, at + 1), head: at, name: None, sort: Sort::Pronoun, preposition: None }
}

/// Where the clause of the verb at `verb` begins: behind the word that opens it, clauses inside it passed over.
pub(super) fn clause_start(scene: &Scene<'_>, verb: usize, floor: usize, infinitive: bool) -> usize {
    let (doc, words) = (scene.doc(), Words::french());
    let mut pending = 0_usize;
    // The verb that an infinitive hangs on is of its own clause; so is the one before «et» («X, qui comparaissait libre
    // *et* a été écroué»).
    let joint = verb > floor && doc.is(verb - 1, Classes::COORDINATOR);
    let mut own = infinitive || joint;
    let mut at = verb;
    while at > floor {
        at -= 1;
        // «70 joueurs (*dont* dix parmi les meilleurs) sont soupçonnés»
        if doc.form(at) == ")"
            && let Some(open) = scene.aside_ending(at + 1, floor)
        {
            at = open;
            continue;
        }
        // «Bruxelles, 4 janvier (AFP) *-* Cinq hommes …»: a dateline.
        let dateline = || doc.form(at) == "-" && doc.token(at + 1).is_some_and(|t| t.shape.is_capital());
        if matches!(doc.form(at), ";" | ":" | "–" | "—") || dateline() {
            return at + 1;
        }
        if scene.is_finite(at) {
            pending += usize::from(!own);
            own = false;
        }
        let opens = scene.opens_clause(at) && (doc.is(at, Classes::RELATIVE) || !doc.is(at, Classes::ADVERB));
        if opens
            && !scene.joins(at)
            && !doc.is(at, Classes::DETERMINER)
            && !words.then.contains(&doc.word(at))
        {
            if pending == 0 {
                return at + 1;
            }
            pending -= 1;
        }
    }
    floor
}

/// Chooses the subject among the phrases between the beginning of the clause and its verb.
pub(super) fn pick(
    scene: &Scene<'_>,
    from: usize,
    verb: usize,
    participle: Option<usize>,
    out: &mut Vec<Chunk>,
) {
    // «faute de charges, *il* avait au départ été relâché»: a pronoun stands right before its finite verb.
    let doc = scene.doc();
    let (words, first) = (Words::french(), from.max(verb.saturating_sub(16)));
    let own = |at: usize| doc.is(at, Classes::SUBJECT_PRONOUN) && words.personal.contains(&doc.word(at));
    if let Some(at) = (first..verb).rev().find(|at| own(*at)) {
        let clause = (at..verb).all(|i| !doc.is(i, Classes::COORDINATOR) && !matches!(doc.form(i), ","));
        if clause {
            out.push(pronoun(at));
            return;
        }
    }
    let from = behind_mais(scene, from, verb).unwrap_or(from);
    let mut chunks = Vec::with_capacity(FEW);
    chunks_between(scene, from, verb, &mut chunks);
    // «*Condamné* à sept reprises, le prévenu a écopé …»
    let bare = |chunk: &Chunk| {
        let at = chunk.span.start();
        // «*Coupable* d’avoir volé, X a été condamné» too.
        let fronted = doc.is(at, Classes::PAST_PARTICIPLE)
            || doc.is(at, Classes::ADJECTIVE) && words.loose.contains(&doc.word(at));
        chunk.name.is_none() && fronted && !doc.is(at, Classes::DETERMINER)
    };
    let free = |chunk: &Chunk| chunk.preposition.is_none() && chunk.sort != Sort::Date && !bare(chunk);
    // «X a volé une voiture et *Y* a été arrêté», «… quand *Y* a porté plainte»: right before the verb, behind a joint.
    let near = chunks.iter().rposition(|chunk| free(chunk) && adjacent(scene, chunk.span.end(), verb));
    let first = near
        .filter(|at| {
            let start = chunks[*at].span.start();
            start == from
                || start > 0
                    && (doc.is(start - 1, Classes::COORDINATOR | Classes::SUBORDINATOR)
                        || scene.doc().form(start - 1) == ",")
                    // «*Transférés* à Paris après avoir vu leur peine prolongée, les suspects ont été …»
                    && (has_verb(scene, from, start)
                        || doc.is(from, Classes::PAST_PARTICIPLE)
                        // «*Pour avoir insulté le maire*, X a été condamné»
                        || (from..start.min(from + 8)).any(|at| deed::infinitive(scene, at)))
        })
        .map(|at| {
            // «Condamnés hier, *Paul et Léon* ont fait appel»
            let pair = |before: &usize| {
                let (a, b) = (&chunks[*before], &chunks[at]);
                doc.is(from, Classes::PAST_PARTICIPLE)
                    && doc.form(from).ends_with('s')
                    && free(a)
                    && a.sort.is_party()
                    && doc.form(a.span.start() - 1) == ","
                    && coordinated(scene, a.span.end(), b.span.start())
                    && joined(scene, a.span.end(), b.span.start())
            };
            at.checked_sub(1).filter(pair).unwrap_or(at)
        })
        .or_else(|| {
            // «avec son mari, Paul Vasseur, *Claire Delmas* a été jugée»
            let agrees = |chunk: &Chunk| !participle.is_some_and(|at| clashes(scene, at, chunk));
            chunks.iter().position(|chunk| free(chunk) && agrees(chunk))
        })
        .or_else(|| chunks.iter().position(free));
    let Some(first) = first else { return };
    out.push(chunks[first]);
    let mut end = chunks[first].span.end();
    for next in chunks.iter().take(first + MOST).skip(first + 1) {
        if !joined(scene, end, next.span.start()) {
            break;
        }
        // «Vincent Crasse, *salarié du parti*, et trois policiers»
        let beside = out.last().is_some_and(|chunk| is_apposition(scene, chunk, next));
        if !beside && !free(next) {
            break;
        }
        end = next.span.end();
        if !beside {
            out.push(*next);
        }
    }
    // «Trois personnes, *deux hommes et une femme*, …» are three.
    let counted = |chunk: &Chunk| {
        let first = chunk.span.start();
        doc.counts(first)
    };
    if out.len() > 2
        && out.iter().all(|chunk| counted(chunk) && chunk.name.is_none())
        && words.counted.contains(&doc.word(out[0].head))
    {
        out.truncate(1);
    }
    // Commas alone are appositions («X, directeur, a été»); a list ends with «et» before its last member.
    let ends =
        out.len() > 1 && coordinated(scene, out[out.len() - 2].span.end(), out[out.len() - 1].span.start());
    if !ends {
        while out.len() > 1
            && !coordinated(scene, out[out.len() - 2].span.end(), out[out.len() - 1].span.start())
        {
            out.pop();
        }
    }
}

/// «X a été relaxée, mais *son époux, l’ex-ministre Y*, a été condamné»: where the second clause names its own subject.
fn behind_mais(scene: &Scene<'_>, from: usize, verb: usize) -> Option<usize> {
    let doc = scene.doc();
    let start = (from + 1..verb).rev().find(|at| doc.form(*at) == "mais")? + 1;
    let chunk = Chunk::read(scene, start, verb)?;
    let own = chunk.sort.is_party() && !(start..verb).any(|at| scene.is_finite(at));
    (own && has_verb(scene, from, start - 1)).then_some(start)
}

fn has_verb(scene: &Scene<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|at| {
        scene.is_finite(at)
            || scene.doc().is(at, Classes::PRESENT_PARTICIPLE)
                && (scene.doc().is(at, Classes::AVOIR | Classes::ETRE) || !scene.doc().is(at, Classes::NOUN))
    })
}

/// Whether a bare noun between commas says what the person before it is.
pub(super) fn is_apposition(scene: &Scene<'_>, person: &Chunk, chunk: &Chunk) -> bool {
    let (doc, start) = (scene.doc(), chunk.span.start());
    (person.sort == Sort::Person || person.sort == Sort::Group && scene.is_definite(person.span))
        && chunk.name.is_none()
        && chunk.preposition.is_none()
        && chunk.sort != Sort::Pronoun
        && !doc.is(start, Classes::DETERMINER | Classes::NUMERAL)
        && start > 0
        && doc.form(start - 1) == ","
        && doc.form(chunk.span.end()) == ","
}

pub(super) fn joined(scene: &Scene<'_>, from: usize, to: usize) -> bool {
    let doc = scene.doc();
    let mut at = from;
    let mut any = false;
    while at < to {
        if let Some(after) = scene.closed(at, to + 1) {
            at = after;
            continue;
        }
        // «Paul Vasseur, *56 ans*, sa femme et …»
        if let Some(value) =
            scene.value_at(at).filter(|value| at > from && !matches!(value.value, Value::Date(_)))
        {
            at = value.tokens.end().max(at + 1);
            continue;
        }
        if doc.form(at) == "," || doc.is(at, Classes::COORDINATOR) {
            any = true;
        } else if !doc.is(at, Classes::ADVERB) && !(doc.form(at) == "que" && scene.joins(at)) {
            return false;
        }
        at += 1;
    }
    any && at == to
}

pub(super) fn coordinated(scene: &Scene<'_>, from: usize, to: usize) -> bool {
    // «X *ainsi que* Y», not «X, *que* Y recherchait».
    (from..to).any(|at| {
        scene.doc().is(at, Classes::COORDINATOR) || scene.doc().form(at) == "que" && scene.joins(at)
    })
}

/// Whether nothing but adverbs and asides stands between.
fn adjacent(scene: &Scene<'_>, from: usize, to: usize) -> bool {
    let mut at = to;
    while at > from {
        if scene.doc().is(at - 1, Classes::ADVERB) {
            at -= 1;
        } else {
            return false;
        }
    }
    true
}
