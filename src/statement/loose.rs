use super::draft::Draft;
use super::named::{disputed, made_speak, said_by};
use super::phrase::noun_phrase;
use super::quoted::{is_title, quotation};
use super::reader::Reader;
use super::scope::{Mark, Run};
use super::speaker::{can_speak, speaker};
use super::subject;
use super::words::Parts;
use crate::graph::{Cue, Speaker};
use crate::lexicon::{Classes, Lexicon};
use crate::ontology::{Stance, StatementForm};

/// Reports the quotations of the unit that no verb and no cue has told.
pub(super) fn report(reader: &mut Reader<'_>) {
    let alone = only_quotes(reader);
    for item in 0..reader.scope.len() {
        if !reader.scope.is_quote(item) || reader.is_claimed(item) {
            continue;
        }
        let Some(quote) = quotation(&reader.scope, item) else { continue };
        let sentence = reader.quoted.is_sentence(&quote);
        if let Some((who, cue)) = behind_colon(reader, item)
            .or_else(|| in_brackets(reader, item))
            .or_else(|| dashed(reader, item))
            .or_else(|| read_in(reader, item))
            .or_else(|| taken_up(reader, item))
        {
            if sentence || quote.content.len() > 3 {
                tell(reader, item, who, cue, "quote/colon");
            }
            continue;
        }
        // «Ce texte “rappelle que …, qui …”» has verbs of its own.
        let lower = reader.scope.doc.token(quote.content.start()).is_some_and(|t| !t.shape.is_capital());
        if !sentence || lower && item > 0 && reader.scope.is_word(item - 1) {
            verb_inside(reader, item);
        }
        if reader.is_claimed(item) {
            continue;
        }
        if !sentence {
            seen_as(reader, item);
            continue;
        }
        // «A», dit X. «B»: the same breath.
        let told_beside = beside(reader, item)
            || item == 0 && reader.scope.mark(1) == Mark::Semicolon && reader.speaker_of_unit().is_some();
        if told_beside || alone && reader.goes_on {
            let who = if told_beside { reader.speaker_of_unit() } else { reader.flow.last };
            if who.is_some() {
                tell(reader, item, who, None, "quote/goes-on");
                continue;
            }
        }
        if alone
            && reader.depth == 0
            && let Some(who) = spoken_of(reader, quote.content)
        {
            tell(reader, item, Some(who), None, "quote/spoken-of");
            continue;
        }
        if alone || colon_before(reader, item) && quote.content.len() > 4 {
            tell(reader, item, None, None, "quote/unattributed");
        }
    }
}

/// «Ce texte “rappelle que …”», «le ministre s’“indigne de …”»: the verb of speech is itself quoted.
fn verb_inside(reader: &mut Reader<'_>, item: usize) {
    let scope = &reader.scope;
    let Some(quote) = quotation(scope, item) else { return };
    let first = quote.content.start();
    let lexicon = Lexicon::french();
    let speech = scope.doc.is(first, Classes::SPEECH_VERB)
        && scope.doc.is(first, Classes::FINITE)
        && !scope.doc.is(first, Classes::NOUN.with(Classes::PAST_PARTICIPLE));
    if !speech || quote.content.is_empty() {
        return;
    }
    let mut at = item;
    while at > 0 && scope.part(at - 1, Parts::CLITIC) {
        at -= 1;
    }
    let Some(verb) = lexicon.verb_lemma(scope.doc.word(first)).and_then(|lemma| scope.lexis.verb(lemma))
    else {
        return;
    };
    let Some(noun) = subject::left(scope, at, 0).filter(|noun| can_speak(scope, *noun)) else { return };
    let mut draft =
        Draft::new(StatementForm::Mixed, scope.tokens(Run::new(item, item + 1)), "quote/verb-inside");
    draft.speaker = Some(speaker(scope, noun, &reader.flow, false));
    draft.cue = Some(Cue::new(
        scope.doc.span(crate::token::TokenSpan::new(first, first + 1)),
        verb.lemma,
        verb.stance,
    ));
    reader.claim(item, item + 1);
    reader.add(draft);
}

/// «Le président a profité de ce discours pour critiquer la presse. “Je …”»: in the first person the one speaks whom the
/// sentence right before is about.
fn spoken_of(reader: &Reader<'_>, content: crate::token::TokenSpan) -> Option<Speaker> {
    let scope = &reader.scope;
    let doc = scope.doc;
    let unit = reader.unit.start();
    let before = unit.checked_sub(1)?;
    let paragraph = |token: usize| doc.paragraphs().partition_point(|p| p.start() <= token);
    let first = content.indices().take(60).any(|token| scope.lexis.parts(doc.word(token)).any(Parts::FIRST));
    if paragraph(before) != paragraph(unit) || !first {
        return None;
    }
    let entity = super::referent::topic_since(scope, doc.sentence_of(before).start(), |_| true)?;
    let mention = scope.resolved.mentions_in(doc.sentence_of(before)).find(|m| m.entity == entity)?;
    Some(Speaker {
        entity: Some(entity),
        span: doc.span(mention.tokens),
        kind: crate::ontology::SpeakerKind::Person,
    })
}

/// «Le maire y voit une “mascarade”», «voit dans ce texte une “provocation”».
fn seen_as(reader: &mut Reader<'_>, item: usize) {
    let scope = &reader.scope;
    if reader.is_claimed(item) || is_title(scope, item) {
        return;
    }
    let lexicon = Lexicon::french();
    let sees = |i: usize| {
        (scope.is_finite(i) || scope.is(i, Classes::PRESENT_PARTICIPLE))
            && lexicon.verb_lemma(scope.word(i)).is_some_and(|lemma| lexicon.text(lemma) == "voir")
    };
    let from = (item.saturating_sub(12)..item).rev().take_while(|i| scope.is_word(*i)).find(|i| sees(*i));
    let Some(verb) = from else { return };
    let mut first = verb;
    while first > 0 && scope.part(first - 1, Parts::CLITIC) && !scope.part(first - 1, Parts::SUBJECT) {
        first -= 1;
    }
    let there = (first..verb).any(|i| scope.form(i) == "y")
        || matches!(scope.form(verb + 1), "dans" | "en") && scope.is_word(verb + 2);
    if !there {
        return;
    }
    // «voyant une manœuvre qui “fauche” l’élection»
    let start = if scope.is(item - 1, Classes::DETERMINER) {
        item - 1
    } else if scope.is(verb + 1, Classes::DETERMINER) {
        verb + 1
    } else {
        return;
    };
    let who = if scope.is_finite(verb) {
        let noun = subject::left(scope, first, 0).filter(|noun| can_speak(scope, *noun));
        noun.map(|noun| speaker(scope, noun, &reader.flow, false))
    } else {
        let noun = || subject::of_main_verb(scope, first, 0).filter(|noun| can_speak(scope, *noun));
        reader.speaker_of_unit().or_else(|| noun().map(|noun| speaker(scope, noun, &reader.flow, false)))
    };
    let Some(who) = who else { return };
    let end = super::clause::end(scope, &reader.bounds(), start, super::clause::Reported::Noun);
    let run = Run::new(start, end.max(item + 1));
    let mut draft = Draft::new(StatementForm::Mixed, scope.tokens(run), "quote/seen-as");
    draft.speaker = Some(who);
    draft.cue =
        Some(Cue::new(scope.doc.span(scope.tokens(Run::new(first, verb + 1))), "voir", Stance::Opinion));
    reader.claim(run.start, run.end);
    reader.add(draft);
}

fn tell(reader: &mut Reader<'_>, item: usize, who: Option<Speaker>, cue: Option<Cue>, rule: &'static str) {
    let Some(quote) = quotation(&reader.scope, item) else { return };
    if is_title(&reader.scope, item) {
        return;
    }
    let mut draft = Draft::new(StatementForm::Direct, quote.content, rule);
    draft.speaker = who;
    draft.cue = cue;
    reader.claim(item, item + 1);
    reader.add(draft);
}

/// The unit is nothing but quotations.
fn only_quotes(reader: &Reader<'_>) -> bool {
    (0..reader.scope.len()).all(|i| !reader.scope.is_word(i))
}

/// Another quotation of the unit is told and only marks stand between.
fn beside(reader: &Reader<'_>, item: usize) -> bool {
    let scope = &reader.scope;
    let left =
        (0..item).rev().take_while(|i| !scope.is_word(*i)).any(|i| reader.is_claimed(i) && scope.is_quote(i));
    let right = (item + 1..scope.len())
        .take_while(|i| !scope.is_word(*i))
        .any(|i| reader.is_claimed(i) && scope.is_quote(i));
    left || right
}

fn colon_before(reader: &Reader<'_>, item: usize) -> bool {
    item > 0 && reader.scope.mark(item - 1) == Mark::Colon
}

/// «X a réagi : “…”»: the subject of the clause before the colon, whatever its verb.
fn behind_colon(reader: &Reader<'_>, item: usize) -> Option<(Option<Speaker>, Option<Cue>)> {
    let scope = &reader.scope;
    if !colon_before(reader, item) {
        return None;
    }
    let colon = item - 1;
    let start = super::clause::start(scope, colon);
    if let Some(who) = told_before(reader, colon) {
        return Some((Some(who), None));
    }
    if let Some(noun) = said_by(scope, start, colon) {
        return Some((Some(speaker(scope, noun, &reader.flow, false)), None));
    }
    if let Some(noun) = disputed(scope, start, colon).or_else(|| made_speak(scope, start, colon)) {
        return Some((Some(speaker(scope, noun, &reader.flow, false)), None));
    }
    let verb =
        (start..colon).rev().find(|i| scope.is_finite(*i) && !scope.part(i.wrapping_sub(1), Parts::WHO));
    let Some(verb) = verb else {
        // «Puis, plus grave : “…”»
        if reader.goes_on
            && scope.is(start, Classes::ADVERB.with(Classes::COORDINATOR))
            && !scope.is_capital(start + 1)
        {
            return Some((reader.flow.last, None));
        }
        // «Jean Dupont : “…”»
        let noun = noun_phrase(scope, start, colon)?;
        let whole = noun.run.end == colon
            || scope.mark(noun.run.end) == Mark::Comma
            || scope.mark(noun.run.end) == Mark::Aside;
        return (whole && super::speaker::bearer(scope, noun).is_some())
            .then(|| (Some(speaker(scope, noun, &reader.flow, false)), None));
    };
    let noun = subject::of_main_verb(scope, verb + 1, 0)?;
    let speech = reader.groups.iter().any(|group| group.run.has(verb))
        || (verb..colon).any(|i| scope.lexis.noun(scope.word(i)).is_some());
    if !speech && !somebody(reader, noun) {
        return None;
    }
    if !can_speak(scope, noun) || scope.part(noun.head, Parts::ONE.or(Parts::FIRST)) {
        return None;
    }
    let lemma =
        Lexicon::french().verb_lemma(scope.word(verb)).map_or("", |lemma| Lexicon::french().text(lemma));
    let cue = Cue::new(scope.doc.span(scope.tokens(Run::new(verb, verb + 1))), lemma, Stance::Neutral);
    Some((Some(speaker(scope, noun, &reader.flow, false)), Some(cue)))
}

/// «X estime que c’est impossible : “…”», «…, comme le dit X, savant : “…”»: who has told the clause before the colon
/// goes on behind it.
fn told_before(reader: &Reader<'_>, colon: usize) -> Option<Speaker> {
    let scope = &reader.scope;
    let end = scope.token(colon);
    let draft = reader.recent().last().filter(|draft| draft.content.end() <= end)?;
    let who = draft.speaker?;
    let cue = draft.cue.as_ref()?;
    if draft.content.end() == end {
        return (cue.span.start() < scope.doc.span(draft.content).start()).then_some(who);
    }
    let behind = who.span.end();
    let plain = (0..colon)
        .rev()
        .take_while(|i| scope.doc.span(scope.tokens(Run::new(*i, i + 1))).start() >= behind)
        .all(|i| !scope.is_finite(i) || scope.part(i.wrapping_sub(1), Parts::WHO));
    let source = draft.is_sourced() && scope.doc.span(draft.content).end() <= cue.span.start();
    (source && plain).then_some(who)
}

/// A person, a pronoun or a group: who acts before a colon also speaks behind it; a firm only acts.
fn somebody(reader: &Reader<'_>, noun: super::phrase::Noun) -> bool {
    let scope = &reader.scope;
    match super::speaker::bearer(scope, noun) {
        Some(mention) => mention.kind == crate::ontology::EntityKind::Person,
        None => {
            scope.part(noun.head, Parts::SUBJECT.or(Parts::PRONOUN))
                || scope.is(noun.head, Classes::ROLE.with(Classes::HUMAN))
        }
    }
}

/// «“…” : c’est ce qu’a affirmé X»
fn taken_up(reader: &Reader<'_>, item: usize) -> Option<(Option<Speaker>, Option<Cue>)> {
    let scope = &reader.scope;
    let at = item + 2;
    let opens = matches!(scope.mark(item + 1), Mark::Colon | Mark::Comma)
        && scope.is(at + 1, Classes::ETRE)
        && scope.form(at + 2) == "ce"
        && scope.part(at + 3, Parts::THAT);
    if !opens {
        return None;
    }
    let group = reader.groups.iter().find(|group| group.run.start > at && group.run.start < at + 8)?;
    let noun = subject::after(scope, group)
        .or_else(|| subject::before(scope, group))
        .filter(|noun| can_speak(scope, *noun))?;
    Some((Some(speaker(scope, noun, &reader.flow, false)), Some(reader.cue_of(group))))
}

/// «“…”, peut-on lire dans le rapport»
fn read_in(reader: &Reader<'_>, item: usize) -> Option<(Option<Speaker>, Option<Cue>)> {
    let scope = &reader.scope;
    let at = if scope.mark(item + 1) == Mark::Comma { item + 2 } else { item + 1 };
    if !(scope.form(at).starts_with("peu") && scope.is_enclitic(at + 1) && scope.form(at + 2) == "lire") {
        return None;
    }
    let cue = Cue::new(scope.doc.span(scope.tokens(Run::new(at, at + 3))), "lire", Stance::Neutral);
    let preposition = (at + 3..at + 6).find(|i| matches!(scope.form(*i), "dans" | "sur"));
    let noun = preposition.and_then(|i| noun_phrase(scope, i + 1, scope.len()));
    let who = noun.map(|noun| {
        let mut who = speaker(scope, noun, &reader.flow, false);
        who.kind = crate::ontology::SpeakerKind::Document;
        who
    });
    Some((who, Some(cue)))
}

/// «“…” – Jean Dupont, maire»
fn dashed(reader: &Reader<'_>, item: usize) -> Option<(Option<Speaker>, Option<Cue>)> {
    let scope = &reader.scope;
    let first = item + 2;
    if item > 0 || scope.mark(item + 1) != Mark::Dash || (first..scope.len()).any(|i| scope.is_finite(i)) {
        return None;
    }
    let token = scope.token(first);
    let mention = scope.resolved.mention_at(token).filter(|m| m.tokens.start() == token)?;
    (mention.kind == crate::ontology::EntityKind::Person).then(|| {
        let noun = super::phrase::Noun { run: Run::new(first, first + mention.tokens.len()), head: first };
        (Some(speaker(scope, noun, &reader.flow, false)), None)
    })
}

/// «“…” (Jean Dupont)»
fn in_brackets(reader: &Reader<'_>, item: usize) -> Option<(Option<Speaker>, Option<Cue>)> {
    let scope = &reader.scope;
    let aside = scope.item(item + 1).filter(|next| next.mark == Mark::Aside)?;
    let inner = crate::token::TokenSpan::new(aside.tokens.start() + 1, aside.tokens.end().saturating_sub(1));
    let mention = scope.resolved.mentions_in(inner).next()?;
    let whole = mention.tokens.start() == inner.start()
        && (mention.tokens.end() == inner.end() || scope.doc.form(mention.tokens.end()) == ",");
    let person = matches!(mention.kind, crate::ontology::EntityKind::Person);
    if !whole
        || !person
        || inner.indices().any(|t| scope.doc.is(t, Classes::FINITE) && !scope.doc.is(t, Classes::NOUN))
    {
        return None;
    }
    let who = Speaker {
        entity: Some(mention.entity),
        span: scope.doc.span(mention.tokens),
        kind: crate::ontology::SpeakerKind::Person,
    };
    Some((Some(who), None))
}
