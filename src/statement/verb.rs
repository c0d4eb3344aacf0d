use super::clause::{self, Reported};
use super::contents::contents;
use super::draft::Draft;
use super::finish::is_on;
use super::group::{Form, Group};
use super::lexis::{QUALIFIER, WIDE};
use super::opener::{Opener, behind_object, opener, quoted_infinitive};
use super::quoted::{content, is_title, is_work, quotation};
use super::reader::Reader;
use super::scope::{Mark, Run, Scope};
use super::who::{agent, shared, who};
use super::words::Parts;
use crate::graph::Speaker;
use crate::lexicon::{Classes, Frames};
use crate::ontology::{SpeakerKind, Stance, StatementForm};

/// Reports what the verb of speech at `at` in the list of groups says.
pub(super) fn report(reader: &mut Reader<'_>, at: usize) {
    let Some(group) = reader.groups.get(at).copied() else { return };
    if matches!(group.form, Form::Finite) && super::incise::report(reader, &group) {
        return;
    }
    if let Some(whole) = super::governed::governed(&reader.scope, &group)
        && super::incise::report(reader, &whole)
    {
        return;
    }
    let Some(opener) = opener(&reader.scope, &group) else { return };
    let Some((opener, kind)) = wanted(reader, &group, opener) else { return };
    let Some((speaker, sure)) = who(reader, &group) else { return };
    // «on leur a conseillé de partir»: nobody in particular.
    if speaker.is_some_and(|s| s.entity.is_none() && is_on(s.span.of(reader.scope.doc.text())))
        && kind == Reported::Infinitive
    {
        return;
    }
    let quoted = match opener {
        Opener::Object(at) | Opener::Of(at) => (at..at + 8).any(|i| {
            reader.scope.item(i).is_some_and(|item| item.mark == Mark::Quote && item.tokens.len() > 4)
        }),
        _ => false,
    };
    // «affirme que la France répondrait “avec force”»: nobody has said it yet.
    if group.conditional
        && matches!(opener, Opener::Quote(_) | Opener::Of(_) | Opener::Object(_))
        && reader.recent().iter().any(|draft| draft.content.has(reader.scope.token(group.head)))
    {
        return;
    }
    if !sure && !quoted && !group.verb.strong && !matches!(opener, Opener::Quote(_) | Opener::Colon(_)) {
        return;
    }
    let (start, rule) = match opener {
        Opener::That(start) => (start, "verb/que"),
        Opener::If(start) => (start, "verb/si"),
        Opener::Quote(start) => (start, "verb/quote"),
        Opener::Colon(start) => (start, "verb/colon"),
        Opener::Infinitive(start) | Opener::OfInfinitive(start) | Opener::ToInfinitive(start) => {
            (start, "verb/infinitive")
        }
        Opener::Object(start) | Opener::Of(start) | Opener::For(start) => (start, "verb/object"),
        Opener::Attribute(start) => (start, "verb/attribute"),
    };
    if asked(reader, &group) || supposed(&reader.scope, &group, Parts::IF) {
        return;
    }
    // «La loi interdit de fumer»: a rule, no speech.
    if kind == Reported::Infinitive
        && group.verb.stance == Stance::Request
        && speaker.is_some_and(|s| {
            s.entity.is_none() && s.kind == SpeakerKind::Document
                || group.form == Form::Participle && s.kind != SpeakerKind::Person
        })
        && matches!(group.verb.lemma, "interdire" | "imposer" | "permettre" | "obliger" | "autoriser")
    {
        return;
    }
    let clipped = kind == Reported::Clause && supposed(&reader.scope, &group, Parts::TIME);
    // «a crié “Vive le roi” avant de partir»
    let cried = matches!(opener, Opener::Quote(at) if at == group.run.end)
        && matches!(group.verb.lemma, "crier" | "scander" | "hurler" | "clamer");
    for run in contents(reader, start, opener, kind) {
        let end = match (cried, group.form) {
            (true, _) => start + 1,
            // «qualifié d’“historique” par le ministre»
            (_, Form::Passive | Form::Bare) if kind == Reported::Noun => {
                (run.start + 1..run.end).find(|i| reader.scope.part(*i, Parts::BY)).unwrap_or(run.end)
            }
            _ => run.end,
        };
        // «Quand il affirme que tout va bien, il ment.»
        let end = if clipped {
            (run.start..end).find(|i| reader.scope.mark(*i) == Mark::Comma).unwrap_or(end)
        } else {
            end
        };
        let run = Run::new(run.start, before_speaker(&reader.scope, Run::new(run.start, end), speaker));
        let Some((form, tokens)) = content(&reader.scope, &mut reader.quoted, run) else { continue };
        // «affirme regretter “une erreur”»: the fragment is in what the same speaker says already.
        let same = reader.recent().iter().any(|draft| {
            draft.content.contains(tokens)
                && draft.content != tokens
                && draft.speaker.map(|s| s.span) == speaker.map(|s| s.span)
        });
        if same && form == StatementForm::Mixed && kind == Reported::Noun {
            continue;
        }
        let direct = matches!(opener, Opener::Colon(_)) || cried;
        let form = if direct { StatementForm::Direct } else { form };
        let tokens = if form == StatementForm::Direct && run.end == run.start + 1 {
            quotation(&reader.scope, run.start).map_or(tokens, |quote| quote.content)
        } else {
            tokens
        };
        let mut draft = Draft::new(form, tokens, rule);
        draft.speaker = speaker;
        let mut cue = reader.cue_of(&group);
        if matches!(opener, Opener::If(_)) && group.verb.lemma == "demander" {
            cue.stance = Stance::Question;
        }
        draft.cue = Some(cue);
        super::circumstance::fill(reader, &group, start, &mut draft);
        reader.claim(run.start, run.end);
        reader.add(draft);
    }
}

/// «Affirmant que tout va bien, *le maire* a refusé»: what is said ends at the comma before the one who says it.
fn before_speaker(scope: &Scope<'_>, run: Run, speaker: Option<Speaker>) -> usize {
    let Some(span) = speaker.map(|speaker| speaker.span) else { return run.end };
    (run.start + 1..run.end)
        .find(|i| {
            let next = scope.doc.span(scope.tokens(Run::new(i + 1, i + 2)));
            scope.mark(*i) == Mark::Comma && next.start() <= span.start() && span.start() < next.end() + 5
        })
        .unwrap_or(run.end)
}

/// Whether the verb reports with what follows it, and what that is.
fn wanted(reader: &mut Reader<'_>, group: &Group, opener: Opener) -> Option<(Opener, Reported)> {
    let frames = group.verb.frames;
    let scope = &reader.scope;
    let has = |frame: Frames| frames.any(frame);
    // «être accusé», «a été qualifié»: only what is quoted is worth telling, and only of some verbs.
    if let Opener::That(at) = opener
        && (group.run.start..group.head).any(|i| scope.part(i, Parts::NEGATION))
        && restricts(reader, group, at)
    {
        return None;
    }
    if matches!(group.form, Form::Passive) || group.form == Form::Bare && shared(reader, group).is_none() {
        return match opener {
            Opener::Of(at) if has(QUALIFIER) && scope.is_quote(at) => Some((opener, Reported::Noun)),
            Opener::That(_) if has(Frames::QUE) && agent(reader, group).is_some() => {
                Some((opener, Reported::Clause))
            }
            // «est décrit comme “un homme discret” par ses voisins»
            Opener::Quote(at)
                if has(QUALIFIER)
                    && scope.part(at.wrapping_sub(1), Parts::AS)
                    && agent(reader, group).is_some() =>
            {
                Some((opener, Reported::Noun))
            }
            // «est jugée “injuste” par les syndicats», «a été saluée comme “un progrès” par le maire»
            Opener::Quote(at)
                if (group.verb.strong || group.verb.stance == Stance::Opinion)
                    && !is_title(scope, at)
                    && agent(reader, group).is_some() =>
            {
                Some((opener, Reported::Noun))
            }
            _ => None,
        };
    }
    if group.form == Form::Infinitive
        && !(matches!(opener, Opener::That(_) | Opener::Quote(_) | Opener::Colon(_))
            && is_free(reader, group))
    {
        return None;
    }
    match opener {
        Opener::For(_) if group.verb.strong => Some((opener, Reported::Noun)),
        // «ne dira plus que»: only.
        Opener::That(_) if has(Frames::QUE) => Some((opener, Reported::Clause)),
        Opener::That(at)
            if has(WIDE)
                && (at <= group.run.end + 1 || is_fact(scope, at))
                && !scope.is(group.head, Classes::NOUN) =>
        {
            Some((opener, Reported::Clause))
        }
        Opener::If(_) if has(Frames::SI) => Some((opener, Reported::Clause)),
        Opener::Infinitive(_) if has(Frames::INFINITIVE) => Some((opener, Reported::Infinitive)),
        Opener::OfInfinitive(start)
            if has(Frames::DE_INFINITIVE) || has(Frames::DIRECT) && quoted_ahead(reader, start) =>
        {
            Some((opener, Reported::Infinitive))
        }
        Opener::ToInfinitive(_) if has(Frames::A_INFINITIVE) => Some((opener, Reported::Infinitive)),
        Opener::Quote(at) => {
            // «s’est engagé à “agir de concert”»
            let act = has(Frames::A_INFINITIVE)
                && scope.part(at.wrapping_sub(1), Parts::TO)
                && quoted_infinitive(scope, at).is_some();
            let frames = act || has(Frames::DIRECT) || has(Frames::NOUN) || has(QUALIFIER);
            let word = scope.item(at).is_some_and(|quote| quote.tokens.len() <= 3)
                && quotation(scope, at)
                    .is_some_and(|q| matches!(scope.doc.slice(q.content), "oui" | "non" | "Oui" | "Non"));
            let cried =
                matches!(group.verb.lemma, "crier" | "scander" | "hurler" | "chanter" | "clamer" | "lancer");
            (frames
                && !word
                && if at == group.run.end {
                    cried && group.verb.lemma != "chanter" || !is_work(scope, at)
                } else {
                    !is_title(scope, at)
                })
            .then_some((opener, Reported::Noun))
        }
        Opener::Colon(_) => Some((opener, Reported::Noun)),
        Opener::Of(at) => {
            let end = clause::end(scope, &reader.bounds(), at, Reported::Noun);
            let quote = (at..end).find(|i| scope.is_quote(*i) && !is_title(scope, *i));
            (quote.is_some() && (has(Frames::NOUN) || has(QUALIFIER) || has(Frames::DIRECT)))
                .then_some((opener, Reported::Noun))
        }
        Opener::Object(at) => object(reader, group, at),
        Opener::Attribute(at) => {
            let quote = quoted_ahead(reader, at);
            let judged = matches!(group.verb.lemma, "juger" | "estimer" | "considérer" | "trouver");
            let said =
                judged || group.reflexive && matches!(group.verb.lemma, "dire" | "déclarer" | "proclamer");
            (group.form != Form::Bare && said || quote && has(Frames::DIRECT))
                .then_some((opener, if quote { Reported::Noun } else { Reported::Infinitive }))
        }
        _ => None,
    }
}

/// Whether somebody really says what the infinitive tells: not «il faut dire que», «ils doivent déclarer».
fn is_free(reader: &Reader<'_>, group: &Group) -> bool {
    let scope = &reader.scope;
    let Some(verb) =
        (group.run.start.saturating_sub(14)..group.run.start).rev().find(|i| scope.is_finite(*i))
    else {
        return true;
    };
    let lexicon = crate::lexicon::Lexicon::french();
    let lemma = lexicon.verb_lemma(scope.word(verb)).map_or("", |lemma| lexicon.text(lemma));
    let subject = scope.form(verb.wrapping_sub(1));
    // «force est de constater que»
    let impersonal = (subject.eq_ignore_ascii_case("il") || subject.eq_ignore_ascii_case("force"))
        && matches!(lemma, "être" | "rester" | "convenir" | "suffire" | "importer" | "avoir")
        && !(verb..group.run.start).any(|i| {
            scope.is(i, Classes::PAST_PARTICIPLE)
                && !scope.form(i).starts_with("suffi")
                && !scope.form(i).starts_with("fallu")
        });
    // «veut dire», «afin de garantir»: meaning and purpose.
    if lemma == "vouloir" && group.verb.lemma == "dire"
        || matches!(
            group.verb.lemma,
            "garantir" | "assurer" | "prouver" | "démontrer" | "montrer" | "convaincre"
        )
    {
        return false;
    }
    !impersonal
        && !scope.form(verb).eq_ignore_ascii_case("faut")
        && !(matches!(lemma, "laisser" | "faire") && verb + 1 == group.run.start)
        && !matches!(lemma, "falloir" | "devoir" | "pouvoir" | "suffire" | "convenir")
        && !(verb..group.run.start).any(|i| matches!(scope.form(i), "fallu" | "suffi" | "dû" | "pu"))
}

/// «le fait que …»
fn is_fact(scope: &Scope<'_>, at: usize) -> bool {
    matches!(scope.form(at.wrapping_sub(2)), "fait" | "idée" | "hypothèse")
}

/// «A-t-il dit que …?», «Qui a dit que …?»: who asks does not tell.
fn asked(reader: &Reader<'_>, group: &Group) -> bool {
    let scope = &reader.scope;
    let last = scope.len().saturating_sub(1);
    let question = scope.form(last) == "?" && !(group.run.end..last).any(|i| scope.is_quote(i));
    let who = scope.part(0, Parts::WHO) && group.run.start == 1;
    question && (group.enclitic.is_some() || who || scope.form(0).eq_ignore_ascii_case("est-ce"))
}

/// Whether the clause of the verb opens with «si», «quand» and a pronoun, at the head of a sentence or behind a comma.
fn supposed(scope: &Scope<'_>, group: &Group, with: Parts) -> bool {
    let Some(subject) = group.run.start.checked_sub(1).filter(|i| scope.part(*i, Parts::SUBJECT)) else {
        return false;
    };
    let Some(opener) = subject.checked_sub(1) else { return false };
    scope.part(opener, with) && (opener == 0 || scope.mark(opener - 1) == Mark::Comma)
}

fn restricts(reader: &Reader<'_>, group: &Group, at: usize) -> bool {
    let scope = &reader.scope;
    // «ni le ministre ni le préfet n’ont dit que»
    let neither = (group.run.start.saturating_sub(8)..group.run.start)
        .any(|i| scope.form(i).eq_ignore_ascii_case("ni"));
    !neither
        && !(group.run.start..at)
            .any(|i| matches!(scope.form(i), "pas" | "jamais" | "point" | "nullement" | "guère"))
        && !scope.is_quote(at)
}

fn object(reader: &Reader<'_>, group: &Group, at: usize) -> Option<(Opener, Reported)> {
    let frames = group.verb.frames;
    let scope = &reader.scope;
    match behind_object(scope, at) {
        Some(found @ Opener::OfInfinitive(_))
            if frames.any(Frames::ACCUSE) || frames.any(Frames::DE_INFINITIVE) =>
        {
            return Some((found, Reported::Infinitive));
        }
        Some(found @ Opener::ToInfinitive(_)) if frames.any(Frames::A_INFINITIVE) => {
            return Some((found, Reported::Infinitive));
        }
        // «a averti les élus que …»
        Some(found @ Opener::That(_))
            if matches!(
                group.verb.lemma,
                "avertir"
                    | "prévenir"
                    | "informer"
                    | "aviser"
                    | "alerter"
                    | "assurer"
                    | "convaincre"
                    | "persuader"
            ) =>
        {
            return Some((found, Reported::Clause));
        }
        Some(found @ Opener::Of(_)) if frames.any(Frames::ACCUSE) || frames.any(QUALIFIER) => {
            return Some((found, Reported::Noun));
        }
        _ => {}
    }
    if frames.any(QUALIFIER)
        && matches!(group.verb.lemma, "qualifier" | "décrire" | "considérer" | "présenter")
    {
        let end = clause::end(scope, &reader.bounds(), at, Reported::Infinitive);
        let said = (at..end).any(|i| scope.part(i, Parts::OF) || scope.part(i, Parts::AS));
        if said && group.verb.lemma == "qualifier" {
            return Some((Opener::Object(at), Reported::Infinitive));
        }
    }
    let end = clause::end(scope, &reader.bounds(), at, Reported::Noun);
    let quote = (at..end).any(|i| scope.is_quote(i) && !is_title(scope, i));
    let speech =
        frames.any(Frames::NOUN) || frames.any(QUALIFIER) || frames.any(Frames::DIRECT) && group.verb.strong;
    if quote && speech {
        return Some((Opener::Object(at), Reported::Noun));
    }
    // «a cité X : “…”», «a lancé un appel : “…”»
    if scope.mark(end) == Mark::Colon && scope.is_quote(end + 1) && frames.any(Frames::DIRECT) {
        return Some((Opener::Colon(end + 1), Reported::Noun));
    }
    None
}

fn quoted_ahead(reader: &Reader<'_>, start: usize) -> bool {
    let end = clause::end(&reader.scope, &reader.bounds(), start, Reported::Noun);
    (start..end).any(|i| reader.scope.is_quote(i))
}
