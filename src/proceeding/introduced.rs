use super::antecedent::Antecedents;
use super::case::{is_one, number_of};
use super::draft::{Draft, near};
use super::party::Party;
use crate::french::{Scene, Words};
use crate::lexicon::{Classes, WordId};
use crate::ontology::{EntityKind, MentionForm};
use crate::token::TokenSpan;

/// How far behind those whom it names an introduction may stand, in tokens.
const FARTHEST: usize = 120;
/// How many words may describe somebody before his name.
const LONGEST: usize = 14;

/// What nouns can stand before the name of somebody: «un gendarme de 56 ans, X».
const DESCRIBES: Classes = Classes::HUMAN
    .with(Classes::ROLE)
    .with(Classes::DEMONYM)
    .with(Classes::TITLE)
    .with(Classes::TIME_WORD)
    .with(Classes::COURT);

/// «*Un homme* a été arrêté … Il s’agit de *Karim B.*», «le tireur, identifié comme *X*»: gives those who were told without
/// a name the one that the article has for them.
pub(super) fn introduce(scene: &Scene<'_>, drafts: &mut [Draft]) {
    let doc = scene.doc();
    // Only behind them can they be named.
    let nameless = drafts.iter().flat_map(people).filter(|party| party.entity.is_none());
    let places = nameless.map(|party| party.tokens.start());
    let (Some(first), Some(last)) = (places.clone().min(), places.max()) else { return };
    for at in first..doc.len().min(last + FARTHEST) {
        if !doc.is(at, Classes::VERB | Classes::PAST_PARTICIPLE | Classes::DETERMINER) {
            continue;
        }
        let (names, noun) = match introduction(scene, at) {
            Some(from) => (names(scene, from), None),
            None => match described(scene, at) {
                Some((name, noun)) => (vec![name], Some(noun)),
                None => continue,
            },
        };
        let around = near(drafts.partition_point(|draft| draft.token < at), drafts.len());
        let drafts = &mut drafts[around];
        if let Some(who) = nearest(scene, drafts, at, &names, noun) {
            name(scene, drafts, who, &names);
        }
    }
}

/// The accused and those whom they have hurt.
fn people(draft: &Draft) -> impl Iterator<Item = &Party> + Clone {
    draft.parties.iter().chain(&draft.victims)
}

/// Where the name begins that a token introduces: behind «s’agit de», «identifié comme».
fn introduction(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let (doc, words) = (scene.doc(), Words::french());
    if words.concerning.contains(&doc.word(at)) {
        let reflexive = at > 1 && words.reflexives.contains(&doc.word(at - 1));
        let of = words.preposition(doc.word(at + 1)) == Some(Words::DE);
        return (reflexive && of && doc.form(at - 2).eq_ignore_ascii_case("il")).then_some(at + 2);
    }
    // «un homme *nommé* X», not «X, nommé ministre».
    if words.named.contains(&doc.word(at)) {
        return matches!(scene.name_at(at + 1), Some((_, EntityKind::Person))).then_some(at + 1);
    }
    if !words.identified.contains(&doc.word(at)) {
        return None;
    }
    let end = doc.sentence_of(at).end().min(at + LONGEST);
    (at + 1..end).find(|i| doc.form(*i) == "comme").map(|i| i + 1)
}

/// «*L’homme*, Luc Verdier, était en fuite»: whom a noun with its article means, if the article names him beside it, and
/// the noun.
fn described(scene: &Scene<'_>, at: usize) -> Option<(Party, WordId)> {
    let (doc, resolved) = (scene.doc(), scene.reading().resolved);
    let noun = at + 1;
    if !doc.is(at, Classes::DETERMINER) || !doc.is(noun, Classes::HUMAN) {
        return None;
    }
    let mention =
        resolved.mention_at(at).filter(|m| m.tokens.start() == at && m.form == MentionForm::Nominal)?;
    let beside = doc.form(mention.tokens.end()) == ",";
    let name = beside.then(|| resolved.mention_at(mention.tokens.end() + 1)).flatten()?;
    let named = name.form == MentionForm::Name && name.entity == mention.entity;
    named.then(|| (Party { entity: Some(mention.entity), tokens: name.tokens }, doc.word(noun)))
}

/// The people by name from there on, behind nothing but words that describe them.
fn names(scene: &Scene<'_>, from: usize) -> Vec<Party> {
    let doc = scene.doc();
    let end = doc.sentence_of(from).end();
    let (mut found, mut at, mut last) = (Vec::new(), from, from);
    while at < end && at < last + LONGEST {
        if let Some((tokens, EntityKind::Person)) = scene.name_at(at) {
            let entity = scene.reading().resolved.mention_at(at).map(|mention| mention.entity);
            found.push(Party { entity, tokens });
            (at, last) = (tokens.end(), tokens.end());
            if !doc.is(at, Classes::COORDINATOR) && doc.form(at) != "," {
                break;
            }
            continue;
        }
        // «il s’agit d’*une affaire*, selon l’avocat X»: nobody is told who he is.
        let thing = doc.is(at, Classes::NOUN) && !doc.is(at, DESCRIBES);
        if found.is_empty() && (thing || Words::french().sources.contains(&doc.word(at))) {
            break;
        }
        // Behind a name only more names in the row count.
        let more = found.is_empty()
            || doc.form(at) == ","
            || doc.is(at, Classes::COORDINATOR | Classes::PREPOSITION | Classes::DETERMINER);
        if !more || scene.opens_clause(at) || scene.is_finite(at) {
            break;
        }
        at += 1;
    }
    found
}

/// Of those without a name before a place, the ones nearest to it that can be as many and of the gender.
/// `noun`: the word that they must have been called by.
fn nearest(
    scene: &Scene<'_>,
    drafts: &[Draft],
    at: usize,
    names: &[Party],
    noun: Option<WordId>,
) -> Option<Party> {
    let fits = |party: &&Party| {
        let start = party.tokens.start();
        party.entity.is_none()
            && start < at
            && at < start + FARTHEST
            && noun.is_none_or(|noun| party.tokens.indices().any(|i| scene.doc().word(i) == noun))
            && match names {
                [] => false,
                [one] => is_one(scene, **party) && agrees(scene, **party, *one),
                several => {
                    let count = Words::french().numbers.get(several.len() - 2).copied();
                    count.is_some() && number_of(scene, **party) == count
                }
            }
    };
    // Whoever stands nearer by name is the one who is described.
    let nearest =
        drafts.iter().flat_map(people).filter(fits).max_by_key(|party| party.tokens.start()).copied()?;
    let between = TokenSpan::new(nearest.tokens.end(), at.max(nearest.tokens.end()));
    let other = scene.reading().resolved.mentions_in(between).any(|m| {
        m.kind == EntityKind::Person
            && m.form == MentionForm::Name
            && names.iter().all(|n| n.entity != Some(m.entity))
    });
    (!other).then_some(nearest)
}

/// Whether a name can be that of «un homme», «la suspecte».
fn agrees(scene: &Scene<'_>, party: Party, name: Party) -> bool {
    let antecedents = Antecedents { scene, drafts: &[] };
    let told = antecedents.article_gender(party.tokens);
    let known = name.entity.and_then(|entity| antecedents.known_gender(entity));
    told.is_none() || known.is_none() || told == known
}

/// Gives them their names wherever they are told.
fn name(scene: &Scene<'_>, drafts: &mut [Draft], who: Party, names: &[Party]) {
    for draft in drafts {
        for people in [&mut draft.parties, &mut draft.victims] {
            let Some(place) = people.iter().position(|party| party.same(&who, scene)) else { continue };
            match names {
                [one] => people[place].entity = one.entity,
                several => _ = people.splice(place..=place, several.iter().copied()),
            }
        }
    }
}
