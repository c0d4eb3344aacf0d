use super::draft::Draft;
use super::party::{Party, push};
use crate::french::{Chunk, FrenchView, Scene, Words};
use crate::lexicon::{Classes, Field, Lexicon, Offence};
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
    for draft in drafts.iter_mut().filter(|draft| wants(draft)) {
        let named = |party: &Party| party.entity.is_some();
        let victims = together(&scene, draft, &harms, named).or_else(|| {
            // Without any name, whom the sentences right before tell of.
            let none = !harms.iter().any(|harm| harm.victims.iter().any(named));
            let near = harms.iter().filter(|harm| harm.at < draft.token + NEXT);
            none.then(|| together(&scene, draft, near, |_| true)).flatten()
        });
        draft.victims.extend(victims.unwrap_or_default());
    }
}

/// How far behind a step its victim may be told, in tokens.
const NEXT: usize = 60;

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
        if !fullest.iter().all(|victim| within(&all, *victim)) {
            return None;
        }
        fullest = all;
    }
    (!fullest.is_empty()).then_some(fullest)
}

fn is_violent(scene: &Scene<'_>, draft: &Draft) -> bool {
    let doc = scene.doc();
    draft.offences.iter().any(|run| {
        Words::french().deaths.contains(&doc.word(run.start()))
            || Lexicon::french()
                .find::<Offence>(|n| doc.word(run.start() + n))
                .is_some_and(|(_, offence)| matches!(offence.field, Field::Violence | Field::Sexual))
    })
}

/// Everybody of the article who is killed or hurt.
fn harms(view: &FrenchView<'_>) -> Vec<Harm> {
    let (scene, words) = (view.scene(), Words::french());
    let doc = scene.doc();
    let mut found: Vec<Harm> = Vec::new();
    for at in 0..doc.len() {
        let word = doc.word(at);
        let tells = doc.is(at, Classes::NOUN) && words.deaths.contains(&word)
            || doc.is(at, Classes::VERB)
                && Lexicon::french().verb_lemma(word).is_some_and(|lemma| words.harming.contains(&lemma))
            || found_dead(&scene, at);
        if !tells || found.len() >= MOST {
            continue;
        }
        let mut victims = Vec::new();
        for run in view.patients(at) {
            let named = scene
                .reading()
                .resolved
                .mentions_in(run)
                .find(|m| m.kind == EntityKind::Person && m.form == MentionForm::Name);
            match named {
                Some(mention) => {
                    push(&mut victims, Party { entity: Some(mention.entity), tokens: mention.tokens });
                }
                None => unnamed(&scene, run).into_iter().for_each(|victim| push(&mut victims, victim)),
            }
        }
        if !victims.is_empty() {
            found.push(Harm { at, victims });
        }
    }
    found
}

/// «a été *retrouvée* morte»
fn found_dead(scene: &Scene<'_>, at: usize) -> bool {
    let doc = scene.doc();
    matches!(doc.form(at + 1), "mort" | "morte" | "morts" | "mortes" | "sans")
        && doc.is(at, Classes::PAST_PARTICIPLE)
        && ["trouv", "retrouv", "découvert"].iter().any(|stem| doc.form(at).starts_with(stem))
}

/// «une octogénaire», «son voisin»: somebody told by a noun for people.
fn unnamed(scene: &Scene<'_>, run: TokenSpan) -> Option<Party> {
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
