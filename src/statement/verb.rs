use super::clause::{self, Reported};
use super::contents::contents;
use super::draft::Draft;
use super::finish::is_on;
use super::group::{Form, Group};
use super::lexis::{QUALIFIER, WIDE};
use super::lists::Lists;
use super::object::{introduced, object, quoted_ahead};
use super::opener::{Opener, opener, quoted_infinitive};
use super::quoted::{content, is_title, is_work, quotation};
use super::reader::Reader;
use super::scope::{Mark, Run, Scope};
use super::subordinate::{asked, before_main, before_speaker, concedes, opens_subordinate, supposed};
use super::traits::Traits;
use super::who::{agent, shared, who};
use super::words::Parts;
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
    let nobody = speaker.is_none_or(|s| s.entity.is_none() && is_on(s.span.of(reader.scope.doc.text())));
    let animate = group.verb.is(Traits::ANIMATE) && !nobody && !matches!(opener, Opener::Object(_));
    let marked = matches!(opener, Opener::Quote(_) | Opener::Colon(_));
    if !sure && !quoted && !group.verb.strong && !animate && !marked {
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
    if asked(reader, &group) || supposed(&reader.scope, &group, Parts::IF) && !concedes(&group) {
        return;
    }
    // «La loi interdit de fumer»: a rule, no speech.
    if kind == Reported::Infinitive
        && group.verb.stance == Stance::Request
        && speaker.is_some_and(|s| {
            s.entity.is_none() && s.kind == SpeakerKind::Document
                || group.form == Form::Participle && s.kind != SpeakerKind::Person
        })
        && group.verb.is(Traits::RULE)
    {
        return;
    }
    let clipped = kind == Reported::Clause && supposed(&reader.scope, &group, Parts::TIME.or(Parts::IF));
    let subordinate = opens_subordinate(&reader.scope, &group);
    // «a crié “Vive le roi” avant de partir»
    let cried = matches!(opener, Opener::Quote(at) if at == group.run.end) && group.verb.is(Traits::CRY);
    for run in contents(reader, start, opener, kind) {
        let end = match (cried, group.form) {
            (true, _) => start + 1,
            // «qualifié d’“historique” par le ministre»
            (_, Form::Passive | Form::Bare) if kind == Reported::Noun => {
                (run.start + 1..run.end).find(|i| reader.scope.part(*i, Parts::BY)).unwrap_or(run.end)
            }
            _ => run.end,
        };
        // «se disait vainqueur *depuis des jours*»
        let end = match opener {
            Opener::Attribute(_) => (run.start + 1..end)
                .find(|i| {
                    matches!(reader.scope.form(*i), "depuis" | "pendant" | "durant")
                        || is_before_verb(&reader.scope, *i)
                })
                .unwrap_or(end),
            _ => end,
        };
        // «Quand il affirme que tout va bien, il ment.»
        let end = if clipped {
            (run.start..end).find(|i| reader.scope.mark(*i) == Mark::Comma).unwrap_or(end)
        } else {
            end
        };
        let end = if subordinate { before_main(&reader.scope, Run::new(run.start, end)) } else { end };
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

/// «qui veut abolir des règles qu’il juge vaines*,* assure que …»: the comma before the main verb.
fn is_before_verb(scope: &Scope<'_>, at: usize) -> bool {
    let other = Classes::NOUN.with(Classes::ADJECTIVE).with(Classes::FUNCTION);
    scope.mark(at) == Mark::Comma && scope.is(at + 1, Classes::FINITE) && !scope.is(at + 1, other)
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
            // «est accusée par ses voisins d’avoir …», «a été sommé par le juge de payer»
            Opener::OfInfinitive(_)
                if matches!(group.verb.lemma, "accuser" | "sommer" | "prier")
                    && agent(reader, group).is_some() =>
            {
                Some((opener, Reported::Infinitive))
            }
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
        && !after(scope, group)
    {
        return None;
    }
    match opener {
        Opener::For(at)
            if group.verb.strong
                || group.verb.lemma == "plaider"
                || scope.form(at - 1) == "sur" && has(Frames::NOUN) =>
        {
            Some((opener, Reported::Noun))
        }
        // «ne dira plus que»: only.
        Opener::That(_) if has(Frames::QUE) => Some((opener, Reported::Clause)),
        Opener::That(at)
            if has(WIDE)
                && (at <= group.run.end + 1 || is_fact(scope, at))
                && !scope.is(group.head, Classes::NOUN) =>
        {
            Some((opener, Reported::Clause))
        }
        // «s’est engagé à ce que …»
        Opener::That(at) if has(Frames::A_INFINITIVE) && scope.form(at.wrapping_sub(2)) == "ce" => {
            Some((opener, Reported::Clause))
        }
        Opener::If(_) if has(Frames::SI) => Some((opener, Reported::Clause)),
        Opener::Infinitive(_) if has(Frames::INFINITIVE) => Some((opener, Reported::Infinitive)),
        Opener::OfInfinitive(start)
            if has(Frames::DE_INFINITIVE)
                || group.verb.lemma == "accuser" && group.form != Form::Bare
                || has(Frames::DIRECT) && quoted_ahead(reader, start) =>
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
            let cried = group.verb.is(Traits::CRY) || matches!(group.verb.lemma, "chanter" | "lancer");
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
            if let Some(said) = introduced(scope, group, at, end) {
                return Some((Opener::Quote(said), Reported::Noun));
            }
            let quote = (at..end).find(|i| scope.is_quote(*i) && !is_title(scope, *i));
            (quote.is_some() && (has(Frames::NOUN) || has(QUALIFIER) || has(Frames::DIRECT)))
                .then_some((opener, Reported::Noun))
        }
        Opener::Object(at) => object(reader, group, at),
        Opener::Attribute(at) => {
            let quote = quoted_ahead(reader, at);
            let judged = group.verb.is(Traits::JUDGE);
            let said =
                judged || group.reflexive && matches!(group.verb.lemma, "dire" | "déclarer" | "proclamer");
            (group.form != Form::Bare && said || quote && has(Frames::DIRECT))
                .then_some((opener, if quote { Reported::Noun } else { Reported::Infinitive }))
        }
        _ => None,
    }
}

/// «*après* avoir accusé X de mentir»: an act that is over.
fn after(scope: &Scope<'_>, group: &Group) -> bool {
    group.run.start.checked_sub(1).is_some_and(|i| scope.form(i).eq_ignore_ascii_case("après"))
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
    let governor = lexicon.verb_lemma(scope.word(verb)).unwrap_or_default();
    let (lemma, lists) = (lexicon.text(governor), Lists::french());
    let subject = scope.form(verb.wrapping_sub(1));
    // «force est de constater que»
    let impersonal = (subject.eq_ignore_ascii_case("il") || subject.eq_ignore_ascii_case("force"))
        && lists.impersonal.contains(&governor)
        && !(verb..group.run.start).any(|i| {
            scope.is(i, Classes::PAST_PARTICIPLE)
                && !scope.form(i).starts_with("suffi")
                && !scope.form(i).starts_with("fallu")
        });
    // «veut dire», «afin de garantir»: meaning and purpose.
    if lemma == "vouloir" && group.verb.lemma == "dire" || group.verb.is(Traits::PROVE) {
        return false;
    }
    !impersonal
        && !scope.form(verb).eq_ignore_ascii_case("faut")
        && !(lemma == "laisser" && verb + 1 == group.run.start)
        && !lists.obliging.contains(&governor)
        && !(verb..group.run.start).any(|i| {
            matches!(scope.form(i), "fallu" | "suffi" | "dû" | "pu") || scope.form(i).starts_with("permis")
        })
}

/// «le fait que …»
fn is_fact(scope: &Scope<'_>, at: usize) -> bool {
    matches!(scope.form(at.wrapping_sub(2)), "fait" | "idée" | "hypothèse")
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
