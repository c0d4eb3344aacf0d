use super::case::alike;
use super::draft::{Draft, near};
use super::party::{Party, is_actor, push};
use crate::french::{Chunk, Scene, Words};
use crate::lexicon::{Classes, Field, Lexicon, Offence};
use crate::ontology::{EntityKind, MentionForm, ProceedingKind};
use crate::token::{TokenKind, TokenSpan};

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
        behind(scene, offence, &draft.parties, &mut draft.victims);
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
        && draft.offences.iter().any(|offence| concerns_teller(scene, *offence))
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

/// Whether a verb that hurts, the noun of a wrong, or «au préjudice de» stands in the words of an offence.
fn harms(scene: &Scene<'_>, offence: TokenSpan) -> bool {
    let (doc, words) = (scene.doc(), Words::french());
    offence.indices().any(|i| {
        doc.is(i, Classes::OFFENCE) && (i == offence.start() || is_personal(scene, i) == Some(true))
            || words.against.contains(&doc.word(i))
            || doc.is(i, Classes::NOUN) && words.deaths.contains(&doc.word(i))
            || Lexicon::french().verb_lemma(doc.word(i)).is_some_and(|lemma| words.harming.contains(&lemma))
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
    offence.indices().any(|i| clitic(i) || i > offence.start() && words.possessives.contains(&doc.word(i)))
}

/// A person by name or description.
fn is_somebody(scene: &Scene<'_>, party: Party) -> bool {
    let doc = scene.doc();
    match party.entity {
        Some(entity) => scene.reading().resolved.entity(entity).is_some_and(|e| e.kind == EntityKind::Person),
        None => party.tokens.indices().any(|i| {
            doc.is(i, Classes::HUMAN | Classes::ROLE)
                && !doc.is(i, Classes::COURT | Classes::ORGANISATION_HEAD)
        }),
    }
}

/// Whom tax fraud or fake jobs serve or hurt is another matter.
fn is_personal(scene: &Scene<'_>, at: usize) -> Option<bool> {
    let doc = scene.doc();
    Lexicon::french().find::<Offence>(|n| doc.word(at + n)).map(|(_, o)| {
        matches!(
            o.field,
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
    let harm = offence.indices().any(|i| {
        Lexicon::french().verb_lemma(doc.word(i)).is_some_and(|lemma| words.harming.contains(&lemma))
    });
    let personal = is_personal(scene, offence.start()).unwrap_or(true);
    if !personal {
        return;
    }
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
        ) || doc.is(at, Classes::NUMERAL)
            || doc.token(at).is_some_and(|token| token.kind == TokenKind::Number)
            // «sur *de* jeunes scouts»
            || matches!(doc.form(at), "de" | "d'" | "d’")
                && matches!(doc.form(at - 1), "sur" | "contre" | "envers");
        if !(governed || object) || !determined {
            continue;
        }
        let Some(chunk) = Chunk::read(scene, at, offence.end()).filter(|chunk| chunk.sort.is_party()) else {
            continue;
        };
        if chunk.name.is_none()
            && doc.is(chunk.head, Classes::HUMAN | Classes::ROLE | Classes::DEMONYM)
            && !doc.is(chunk.head, Classes::ORGANISATION_HEAD | Classes::COURT)
            && !is_anybody(scene, &chunk)
        {
            let first =
                at + usize::from(doc.is(at, Classes::DETERMINER) || matches!(doc.form(at), "un" | "une"));
            push(out, Party { entity: None, tokens: TokenSpan::new(first, chunk.span.end().max(at + 2)) });
            return;
        }
    }
}

/// «une personne chargée d’une mission de service public» is the law’s word for anybody.
fn is_anybody(scene: &Scene<'_>, chunk: &Chunk) -> bool {
    let doc = scene.doc();
    let (head, end) = (chunk.head, (chunk.head + 3).min(chunk.span.end() + 2));
    matches!(doc.form(head), "personne" | "personnes" | "autrui" | "communauté")
        && (head..end).any(|i| {
            matches!(
                doc.form(i),
                "chargée" | "chargées" | "dépositaire" | "dépositaires" | "autrui" | "communauté"
            )
        })
}

/// A name behind the offence: «… de fonds *de la banque Velmar*», «… à l’encontre *de Claire Delmas*».
fn behind(scene: &Scene<'_>, offence: TokenSpan, accused: &[Party], out: &mut Vec<Party>) {
    let (doc, words) = (scene.doc(), Words::french());
    let first = offence.end();
    let led = |at: usize| doc.is(at, Classes::DETERMINER | Classes::ORGANISATION_HEAD | Classes::TITLE);
    // «d’avoir tué sa compagne, *Lucie Marsan*»
    if doc.form(first) == ","
        && let Some((name, EntityKind::Person | EntityKind::Organisation)) = (first + 1..first + 4)
            .take_while(|at| *at == first + 1 || led(*at - 1))
            .find_map(|at| scene.name_at(at))
        && out.iter().any(|party| party.entity.is_none() && offence.contains(party.tokens))
    {
        let entity = scene.reading().resolved.mention_at(name.start()).map(|m| m.entity);
        // «Soupçonné d’avoir tué son voisin, *Paul Vasseur* a été arrêté»
        if !accused.iter().any(|party| party.entity == entity) {
            out.retain(|party| party.entity.is_some() || !offence.contains(party.tokens));
            push(out, Party { entity, tokens: name });
        }
        return;
    }
    // «au préjudice *du club de Lyon*», inside or behind the words of the offence.
    let harmed = (offence.start()..first + 2).find(|at| {
        words.against.contains(&doc.word(*at))
            && matches!(doc.form(at + 1), "de" | "du" | "des" | "d'" | "d’")
    });
    if let Some(chunk) = harmed.and_then(|at| Chunk::read(scene, at + 2, doc.sentence_of(at).end()))
        && out.is_empty()
        && (chunk.sort.is_party() || doc.is(chunk.head, Classes::ORGANISATION_HEAD | Classes::HUMAN))
    {
        let entity =
            chunk.name.and_then(|name| scene.reading().resolved.mention_at(name.start())).map(|m| m.entity);
        push(out, Party { entity, tokens: chunk.span });
        return;
    }
    let linked = words
        .preposition(doc.word(first))
        .is_some_and(|p| matches!(words.preposition_name(p), "de" | "contre" | "envers" | "sur"))
        || doc.form(first) == "à" && words.against.contains(&doc.word(first + 1))
        || words.against.contains(&doc.word(first + 2));
    if !linked {
        return;
    }
    let end = doc.sentence_of(offence.start()).end().min(first + 7);
    for at in first + 1..end {
        if let Some((name, kind)) = scene.name_at(at) {
            if matches!(kind, EntityKind::Person | EntityKind::Organisation) {
                let mention = scene.reading().resolved.mention_at(at).filter(|m| is_actor(m.kind));
                push(out, Party { entity: mention.map(|m| m.entity), tokens: name });
            }
            return;
        }
        let passes =
            Classes::DETERMINER | Classes::NOUN | Classes::ROLE | Classes::PREPOSITION | Classes::ADJECTIVE;
        if !doc.is(at, passes) {
            return;
        }
    }
}
