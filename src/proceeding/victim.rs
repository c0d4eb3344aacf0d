use super::behind::{behind, together};
use super::case::alike;
use super::draft::{Draft, near};
use super::killed::of_doer;
use super::party::{Party, push};
use crate::french::{Chunk, Scene, Words};
use crate::lexicon::{Classes, Field, Offence};
use crate::ontology::{EntityKind, MentionForm, ProceedingKind};
use crate::token::TokenSpan;

/// Whom the offences befell: «le meurtre *de son associé Jean Tissier*», «avoir frappé *sa compagne*», «détournement de
/// fonds *de la banque*», and who complains.
pub(super) fn victims(scene: &Scene<'_>, draft: &mut Draft) {
    for offence in draft.offences.clone() {
        // «d’avoir *aidé* X», «d’avoir des liens avec X» hurt nobody.
        if !harms(scene, offence) {
            continue;
        }
        let names = |name: bool| {
            let inside = scene.reading().resolved.mentions_in(offence);
            inside.filter(move |m| m.kind == EntityKind::Person && (m.form == MentionForm::Name) == name)
        };
        // The name says more than the description beside it. «complicité *avec* X» hurts nobody by that name.
        let with = |at: usize| {
            let floor = offence.start().max(at.saturating_sub(6));
            let mut before =
                (floor..at).rev().filter_map(|i| Words::french().preposition(scene.doc().word(i)));
            before.next().is_some_and(|p| matches!(Words::french().preposition_name(p), "avec" | "pour"))
        };
        for mention in names(true).chain(names(false)).filter(|m| !with(m.tokens.start())) {
            push(&mut draft.victims, Party { entity: Some(mention.entity), tokens: mention.tokens });
        }
        if draft.victims.is_empty() {
            inside(scene, offence, &mut draft.victims);
        }
        // «*Pour le meurtre de X*, la cour a …»: behind the comma the sentence tells who judges.
        if offence.end() < draft.token && scene.doc().form(offence.end()) == "," {
            continue;
        }
        behind(scene, offence, &draft.parties, &mut draft.victims);
        let end = together(scene, offence, &mut draft.victims);
        if let Some(place) = draft.offences.iter().position(|run| *run == offence)
            && end > offence.end()
        {
            // «le meurtre de X *et de Y*» is told to its end.
            draft.offences[place] = TokenSpan::new(offence.start(), end);
        }
    }
    for party in draft.parties.clone() {
        of_doer(scene, party, &mut draft.victims);
    }
    if draft.kind == ProceedingKind::Complaint
        && let Some(body) = draft.body
        && is_somebody(scene, body)
    {
        push(&mut draft.victims, body);
    }
    if draft.kind == ProceedingKind::Accusation
        && let Some(body) = draft.body
        && is_somebody(scene, body)
        && draft.offences.iter().any(|offence| {
            // «accusé de viol *par son assistante*»
            concerns_teller(scene, *offence) || draft.victims.is_empty() && is_intimate(scene, *offence)
        })
    {
        push(&mut draft.victims, body);
    }
    let accused: Vec<_> = draft.parties.iter().filter_map(|party| party.entity).collect();
    draft.victims.retain(|victim| victim.entity.is_none_or(|entity| !accused.contains(&entity)));
}

/// The steps of one affair have the same victims: what one tells, those of the same accused and the same offence share.
pub(super) fn share(scene: &Scene<'_>, drafts: &mut [Draft]) {
    for i in 0..drafts.len() {
        if !drafts[i].victims.is_empty() || drafts[i].offences.is_empty() {
            continue;
        }
        let here = &drafts[i];
        let teller = drafts[near(i, drafts.len())].iter().find(|other| {
            !other.victims.is_empty()
                && here.parties.iter().any(|p| other.parties.iter().any(|q| p.same(q, scene)))
                && here.offences.iter().any(|a| other.offences.iter().any(|b| alike(scene, *a, *b)))
        });
        if let Some(victims) = teller.map(|other| other.victims.clone()) {
            drafts[i].victims = victims;
        }
    }
}

/// What somebody who accuses of it has mostly suffered: «viol», «harcèlement moral», «violences conjugales».
fn is_intimate(scene: &Scene<'_>, offence: TokenSpan) -> bool {
    field(scene, offence.start()) == Some(Field::Sexual)
        || scene.doc().form(offence.start()).starts_with("harcèlement")
        || scene.doc().form(offence.start()).starts_with("violence")
            && scene.doc().form(offence.start() + 1) == "conjugales"
}

/// Whether a verb that hurts, the noun of a wrong, or «au préjudice de» stands in the words of an offence.
fn harms(scene: &Scene<'_>, offence: TokenSpan) -> bool {
    let (doc, words) = (scene.doc(), Words::french());
    offence.indices().any(|i| {
        doc.is(i, Classes::OFFENCE) && (i == offence.start() || is_personal(scene, i) == Some(true))
            || words.against.contains(&doc.word(i))
            || doc.is(i, Classes::NOUN) && words.deaths.contains(&doc.word(i))
            || doc.verb_lemma(i).is_some_and(|lemma| words.harming.contains(&lemma))
    })
}

/// «accuse X de *l’*avoir frappée», «… de nuire à *sa* campagne».
fn concerns_teller(scene: &Scene<'_>, offence: TokenSpan) -> bool {
    let (doc, words) = (scene.doc(), Words::french());
    let clitic = |i: usize| {
        (words.accusatives.contains(&doc.word(i)) || words.datives.contains(&doc.word(i)))
            && doc.is(i + 1, Classes::VERB)
            && (doc.is(i + 1, Classes::AVOIR | Classes::ETRE) || !doc.is(i + 1, Classes::NOUN))
    };
    // «avoir embauché *sa nièce*» is of the accused.
    let own = |i: usize| {
        i > offence.start()
            && words.possessives.contains(&doc.word(i))
            && !doc.is(i + 1, Classes::HUMAN | Classes::ROLE)
    };
    offence.indices().any(|i| clitic(i) || own(i))
}

/// A person by name or description.
fn is_somebody(scene: &Scene<'_>, party: Party) -> bool {
    let doc = scene.doc();
    // «Les *avocats* de la famille» complain for others.
    if party.tokens.indices().any(|i| Words::french().lawyers.contains(&doc.word(i))) {
        return false;
    }
    match party.entity {
        Some(entity) => scene.reading().resolved.entity(entity).is_some_and(|e| e.kind == EntityKind::Person),
        None => party.tokens.indices().any(|i| {
            doc.is(i, Classes::HUMAN | Classes::ROLE)
                && !doc.is(i, Classes::COURT | Classes::ORGANISATION_HEAD)
        }),
    }
}

/// Of what kind the wrong is that begins at a token; «*tentative* de trafic» is of the kind of what was tried.
pub(super) fn field(scene: &Scene<'_>, at: usize) -> Option<Field> {
    let doc = scene.doc();
    // «*six* meurtres»
    let counted = doc.counts(at);
    let at = at + usize::from(counted);
    let (len, offence) = doc.find::<Offence>(at)?;
    let tried = len == 1 && ["tentative", "complicité"].iter().any(|stem| doc.form(at).starts_with(stem));
    let linked = tried && matches!(doc.form(at + 1), "de" | "d'" | "d’");
    if linked {
        return doc.find::<Offence>(at + 2).map(|(_, offence)| offence.field);
    }
    Some(offence.field)
}

/// Whom tax fraud or fake jobs serve or hurt is another matter.
fn is_personal(scene: &Scene<'_>, at: usize) -> Option<bool> {
    field(scene, at).map(|field| {
        matches!(
            field,
            Field::Violence
                | Field::Sexual
                | Field::Press
                | Field::Theft
                | Field::Family
                | Field::Road
                | Field::General
        )
    })
}

/// People without name in the words of the offence: «viol *d’une adolescente*», «avoir tué *sa femme*».
fn inside(scene: &Scene<'_>, offence: TokenSpan, out: &mut Vec<Party>) {
    let (doc, words) = (scene.doc(), Words::french());
    let harm =
        offence.indices().any(|i| doc.verb_lemma(i).is_some_and(|lemma| words.harming.contains(&lemma)));
    let personal = is_personal(scene, offence.start()).unwrap_or(true);
    if !personal {
        return;
    }
    let violent = harm
        || words.deaths.contains(&doc.word(offence.start()))
        || matches!(field(scene, offence.start()), Some(Field::Violence | Field::Sexual));
    // «sur *mineurs*» are people as «sur enfants» are.
    let is_people = |at: usize| doc.is(at, Classes::HUMAN) || words.generic.contains(&doc.word(at));
    for at in offence.start() + 1..offence.end() {
        // «agressé *sexuellement plus de* 160 gymnastes»
        let mut last = at - 1;
        while last > offence.start()
            && (doc.is(last, Classes::ADVERB) && !doc.is(last, Classes::PREPOSITION)
                || words.approximation(doc.word(last - 1), doc.word(last)).is_some())
        {
            last -= 1 + usize::from(words.approximation(doc.word(last - 1), doc.word(last)).is_some());
        }
        let governed = words
            .preposition(doc.word(last))
            .is_some_and(|p| matches!(words.preposition_name(p), "de" | "sur" | "contre" | "envers"));
        let object = harm && doc.is(last, Classes::PAST_PARTICIPLE | Classes::INFINITIVE);
        // «violences sur personne dépositaire …» names nobody.
        let determined = matches!(
            doc.form(at).to_lowercase().as_str(),
            "un" | "une"
                | "son"
                | "sa"
                | "ses"
                | "leur"
                | "leurs"
                | "la"
                | "le"
                | "l'"
                | "l’"
                | "les"
                | "des"
                | "cet"
                | "cette"
                | "plusieurs"
                | "quelques"
        ) || doc.counts(at)
            // «sur *de* jeunes scouts»
            || matches!(doc.form(at), "de" | "d'" | "d’")
                && matches!(doc.form(at - 1), "sur" | "contre" | "envers")
            // «agressions *sur mineurs*», «meurtres *de civils*»
            || is_people(at)
                && doc.form(at).ends_with('s')
                && (violent && doc.is(at, Classes::NOUN)
                    || matches!(doc.form(last), "sur" | "contre" | "envers"));
        if !(governed || object) || !determined {
            continue;
        }
        let people = |chunk: &Chunk| chunk.sort.is_party() || is_people(chunk.head);
        let Some(chunk) = Chunk::read(scene, at, offence.end()).filter(people) else { continue };
        if chunk.name.is_none()
            && (is_people(chunk.head) || doc.is(chunk.head, Classes::ROLE | Classes::DEMONYM))
            && !doc.is(chunk.head, Classes::ORGANISATION_HEAD | Classes::COURT)
            && !is_anybody(scene, &chunk)
            && !words.deaths.contains(&doc.word(chunk.head))
        {
            let first =
                at + usize::from(doc.is(at, Classes::DETERMINER) || matches!(doc.form(at), "un" | "une"));
            // «avoir tué sa compagne *et blessé* deux gendarmes»
            let joint =
                |at: &usize| doc.is(*at, Classes::COORDINATOR) && doc.is(at + 1, Classes::PAST_PARTICIPLE);
            // «abattu sa femme *d’un coup de fusil*»
            let blow = |at: &usize| {
                words.is_plain_de(doc.word(*at))
                    && (at + 1..at + 4).any(|i| words.blows.contains(&doc.word(i)))
            };
            let ends = |at: &usize| joint(at) || blow(at);
            let end = (chunk.head + 1..chunk.span.end()).find(ends).unwrap_or(chunk.span.end());
            push(out, Party { entity: None, tokens: TokenSpan::new(first, end.max(first + 1)) });
            return;
        }
    }
}

/// «une personne chargée d’une mission de service public» is the law’s word for anybody.
fn is_anybody(scene: &Scene<'_>, chunk: &Chunk) -> bool {
    let doc = scene.doc();
    let (head, end) = (chunk.head, (chunk.head + 3).min(chunk.span.end() + 2));
    matches!(doc.form(head), "personne" | "personnes" | "autrui" | "communauté")
        && (head..end).any(|i| Words::french().anybody.contains(&doc.word(i)))
}
