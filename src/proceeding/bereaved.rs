use super::draft::Draft;
use super::named_victims;
use super::party::{Party, push};
use super::victim::field;
use crate::french::{Chunk, FrenchView, Scene, Words};
use crate::lexicon::{Classes, Field};
use crate::ontology::{EntityKind, MentionForm, ProceedingKind};
use crate::token::{TokenKind, TokenSpan};

/// Most deaths of an article that are looked at.
const MOST: usize = 24;

/// Those who are killed or hurt together, and where the text says so.
struct Harm {
    at: usize,
    victims: Vec<Party>,
}

/// Whom an article of one victim means: «X a été tué», «le meurtre de X» tell it for every step about that violence.
pub(super) fn of_article(view: &FrenchView<'_>, drafts: &mut [Draft]) {
    let scene = view.scene();
    let wants = |draft: &Draft| {
        draft.victims.is_empty()
            && if draft.kind == ProceedingKind::Investigation && draft.parties.is_empty() {
                draft.offences.is_empty() || is_violent(&scene, draft)
            } else {
                is_violent(&scene, draft) && draft.kind != ProceedingKind::Designation
            }
    };
    if !drafts.iter().any(wants) {
        return;
    }
    let harms = harms(view);
    let told: Vec<(Vec<TokenSpan>, Vec<Party>)> =
        drafts.iter().map(|draft| (draft.offences.clone(), draft.parties.clone())).collect();
    let tellers: Vec<(TokenSpan, Vec<Party>)> =
        drafts.iter().map(|draft| (scene.doc().sentence_of(draft.token), draft.parties.clone())).collect();
    for draft in drafts.iter_mut().filter(|draft| wants(draft)) {
        let named = |party: &Party| party.entity.is_some();
        let sentence = scene.doc().sentence_of(draft.token);
        let open: Vec<&Harm> =
            harms.iter().filter(|harm| !is_foreign(&scene, draft, harm, &tellers)).collect();
        let open = || open.iter().copied();
        let here = || open().filter(|harm| sentence.has(harm.at));
        let victims = together(&scene, draft, here(), named)
            .or_else(|| together(&scene, draft, open(), named))
            .or_else(|| {
                // Without any name, whom the sentences right before tell of.
                let none = !open().any(|harm| harm.victims.iter().any(named));
                // «pour avoir frappé sa femme» of another is no harm of his.
                let charged = |harm: &Harm| {
                    told.iter().any(|(offences, parties)| {
                        let same = |party: &Party| draft.parties.iter().any(|own| own.same(party, &scene));
                        offences.iter().any(|run| run.has(harm.at)) && !parties.iter().any(same)
                    })
                };
                let near = open()
                    .filter(|harm| !charged(harm))
                    .filter(|harm| harm.at < draft.token + NEXT && draft.token < harm.at + BEFORE);
                none.then(|| together(&scene, draft, near, |_| true)).flatten()
            });
        draft.victims.extend(victims.unwrap_or_default());
    }
}

/// How far behind a step its victim may be told, in tokens.
const NEXT: usize = 60;
/// How far before it.
const BEFORE: usize = 160;

/// Whether the sentence of a harm tells a step of others only: «Y a été condamné pour le meurtre de Z» tells nothing of X.
fn is_foreign(scene: &Scene<'_>, draft: &Draft, harm: &Harm, tellers: &[(TokenSpan, Vec<Party>)]) -> bool {
    // Who was killed was not abused: «jugé pour viols» tells of others than «il a tué X».
    if is_sexual(scene, draft) {
        let form = scene.doc().form(harm.at).to_lowercase();
        let abused = ["viol", "agress", "abus", "harcel", "séquestr", "enlev"];
        if !abused.iter().any(|stem| form.starts_with(stem)) {
            return true;
        }
    }
    if draft.parties.is_empty() {
        return false;
    }
    let mut told = tellers.iter().filter(|(sentence, parties)| sentence.has(harm.at) && !parties.is_empty());
    let others = |parties: &[Party]| {
        let apart = |party: &Party, own: &Party| match (party.entity, own.entity) {
            (Some(a), Some(b)) => a != b,
            // «un enseignant» is not «le gendarme», but either may be the one with the name.
            (None, None) => !party.same(own, scene),
            _ => false,
        };
        parties.iter().all(|party| draft.parties.iter().all(|own| apart(party, own)))
    };
    told.next().is_some_and(|(_, parties)| others(parties)) && told.all(|(_, parties)| others(parties))
}

/// All who are hurt, where the article tells all of them together at one place.
fn together<'h>(
    scene: &Scene<'_>,
    draft: &Draft,
    harms: impl IntoIterator<Item = &'h Harm>,
    counts: impl Fn(&Party) -> bool,
) -> Option<Vec<Party>> {
    let accused = |victim: &Party| draft.parties.iter().any(|party| party.same(victim, scene));
    let mut fullest: Vec<Party> = Vec::new();
    for harm in harms {
        let here = || harm.victims.iter().copied().filter(|victim| counts(victim) && !accused(victim));
        let within = |some: &[Party], one: Party| some.iter().any(|known| known.same(&one, scene));
        if here().all(|victim| within(&fullest, victim)) {
            continue;
        }
        let all: Vec<Party> = here().collect();
        // «*une personne* décède» of a headline is the spectator of the text.
        let anybody = |some: &[Party]| matches!(some, [one] if one.entity.is_none() && scene.doc().form(one.tokens.start()) == "personne");
        if !fullest.is_empty() && anybody(&all) {
            continue;
        }
        if anybody(&fullest) {
            fullest = all;
            continue;
        }
        if !fullest.iter().all(|victim| within(&all, *victim)) {
            return None;
        }
        fullest = all;
    }
    (!fullest.is_empty()).then_some(fullest)
}

fn is_violent(scene: &Scene<'_>, draft: &Draft) -> bool {
    draft.offences.iter().any(|run| {
        Words::french().deaths.contains(&scene.doc().word(run.start()))
            || Words::french().deaths.contains(&scene.lemma(run.start()))
            || matches!(field(scene, run.start()), Some(Field::Violence | Field::Sexual))
    })
}

/// Whether all the violence that a step tells of is sexual.
fn is_sexual(scene: &Scene<'_>, draft: &Draft) -> bool {
    let fields = draft.offences.iter().filter_map(|run| field(scene, run.start()));
    let mut violent = fields.filter(|field| matches!(field, Field::Violence | Field::Sexual)).peekable();
    violent.peek().is_some() && violent.all(|field| field == Field::Sexual)
}

/// Everybody of the article who is killed or hurt.
fn harms(view: &FrenchView<'_>) -> Vec<Harm> {
    let (scene, words) = (view.scene(), Words::french());
    let doc = scene.doc();
    let mut found: Vec<Harm> = Vec::new();
    for at in 0..doc.len() {
        // Only a noun or a verb tells of harm.
        if !doc.is(at, Classes::NOUN | Classes::VERB | Classes::PAST_PARTICIPLE) {
            continue;
        }
        let word = doc.word(at);
        let tells = doc.is(at, Classes::NOUN) && words.deaths.contains(&word)
            || doc.is(at, Classes::VERB)
                && doc.verb_lemma(at).is_some_and(|lemma| words.harming.contains(&lemma))
            || found_dead(&scene, at);
        let named = named_victims::told(&scene, at);
        if !named.is_empty() && found.len() < MOST {
            found.push(Harm { at, victims: named });
            continue;
        }
        let lost = doc.form(at) == "vie" && at > 1 && lost_life(&scene, at);
        if !tells && !lost || found.len() >= MOST {
            continue;
        }
        let mut victims = Vec::new();
        // «le corps *sans vie* de X», «X *a perdu la* vie», «X meurt»
        let lifeless = doc.form(at + 1) == "sans" && doc.form(at + 2) == "vie";
        let dies = || doc.verb_lemma(at).is_some_and(|lemma| words.dying.contains(&lemma));
        let runs = if lost {
            view.subjects(at - 2)
        } else if doc.is(at, Classes::FINITE) && !doc.is(at, Classes::NOUN) && dies() {
            view.subjects(at)
        } else {
            view.patients(if lifeless { at + 2 } else { at })
        };
        for run in runs {
            let named = scene
                .reading()
                .resolved
                .mentions_in(run)
                .find(|m| m.kind == EntityKind::Person && m.form == MentionForm::Name);
            match named {
                Some(mention) => {
                    push(&mut victims, Party { entity: Some(mention.entity), tokens: mention.tokens });
                }
                None => beside(&scene, run)
                    .or_else(|| unnamed(&scene, run))
                    .into_iter()
                    .for_each(|victim| push(&mut victims, victim)),
            }
        }
        // «tuant deux hommes *et blessant* un policier» tells of one deed.
        let joint = |last: &&mut Harm| doc.form(at - 1) == "et" && doc.sentence_of(at).has(last.at);
        match found.last_mut().filter(|_| at > 0).filter(joint) {
            Some(last) => victims.into_iter().for_each(|victim| push(&mut last.victims, victim)),
            None if !victims.is_empty() => found.push(Harm { at, victims }),
            None => {}
        }
    }
    found
}

/// «a perdu la *vie*»
fn lost_life(scene: &Scene<'_>, at: usize) -> bool {
    let doc = scene.doc();
    doc.form(at - 1) == "la" && doc.verb_lemma(at - 2) == Some(Words::french().perdre)
}

/// «a été *retrouvée* morte»
fn found_dead(scene: &Scene<'_>, at: usize) -> bool {
    let doc = scene.doc();
    doc.is(at, Classes::PAST_PARTICIPLE)
        && matches!(doc.form(at + 1), "mort" | "morte" | "morts" | "mortes" | "sans")
        && ["trouv", "retrouv", "découvert"].iter().any(|stem| doc.form(at).starts_with(stem))
}

/// «un automobiliste noir, *Marc Tessier*,»: the name beside the description.
pub(super) fn beside(scene: &Scene<'_>, run: TokenSpan) -> Option<Party> {
    let doc = scene.doc();
    if doc.form(run.end()) != "," || !run.indices().any(|at| doc.is(at, Classes::HUMAN | Classes::ROLE)) {
        return None;
    }
    let (name, kind) = scene.name_at(run.end() + 1)?;
    let closed = matches!(doc.form(name.end()), "," | "." | "(" | ")" | ";");
    let mention = scene.reading().resolved.mention_at(name.start())?;
    (kind == EntityKind::Person && closed).then_some(Party { entity: Some(mention.entity), tokens: name })
}

/// «une octogénaire», «son voisin»: somebody told by a noun for people.
pub(super) fn unnamed(scene: &Scene<'_>, run: TokenSpan) -> Option<Party> {
    let (doc, words) = (scene.doc(), Words::french());
    let chunk = Chunk::read(scene, run.start(), run.end()).filter(|chunk| chunk.name.is_none())?;
    let human = doc.is(chunk.head, Classes::HUMAN | Classes::ROLE)
        && !doc.is(chunk.head, Classes::ORGANISATION_HEAD | Classes::COURT);
    // «la victime», «les accusés» say who of the case, not who.
    let of_case =
        words.suspects.contains(&doc.word(chunk.head)) || doc.form(chunk.head).starts_with("victime");
    // «des menaces de *mort*»: a noun alone counts nobody.
    let counted = doc.is(run.start(), Classes::DETERMINER | Classes::NUMERAL)
        || doc.token(run.start()).is_some_and(|token| token.kind == TokenKind::Number);
    let first = run.start() + usize::from(doc.is(run.start(), Classes::DETERMINER));
    (human && counted && !of_case && first < run.end())
        .then(|| Party { entity: None, tokens: TokenSpan::new(first, run.end()) })
}
