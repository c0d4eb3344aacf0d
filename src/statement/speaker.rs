use super::lexis::Noun as Kind;
use super::lists::Lists;
use super::phrase::Noun;
use super::referent::{described, governed, nearest_person, topic_since};
use super::scope::{Mark, Run, Scope};
use super::words::Parts;
use crate::graph::{EntityId, Speaker};
use crate::lexicon::{Classes, Lexicon};
use crate::ontology::{EntityKind, Gender, MentionForm, SpeakerKind};
use crate::resolve::ResolvedMention;

/// Whether a phrase can stand for somebody or something that speaks.
pub(super) fn can_speak(scope: &Scope<'_>, noun: Noun) -> bool {
    // «“Quotidien” a révélé»: only a name in marks is read as a phrase.
    if scope.is_quote(noun.head) {
        return true;
    }
    if scope.is_enclitic(noun.head) {
        return !scope.form(noun.head).ends_with("-ce");
    }
    // «dit *l’un*», «répond *l’autre*»
    if matches!(scope.form(noun.run.start), "l'" | "l’")
        && matches!(scope.form(noun.run.start + 1), "un" | "une")
    {
        return true;
    }
    if scope.part(noun.head, Parts::SUBJECT.or(Parts::EMPHATIC).or(Parts::PRONOUN)) {
        return scope.form(noun.head) != "ce" && scope.form(noun.head) != "c'";
    }
    if bearer(scope, noun).is_some() {
        return true;
    }
    let speaking = Classes::HUMAN
        .with(Classes::ROLE)
        .with(Classes::ORGANISATION)
        .with(Classes::ORGANISATION_HEAD)
        .with(Classes::COURT)
        .with(Classes::DEMONYM)
        .with(Classes::TITLE);
    let kind = scope.lexis.noun(scope.word(noun.head));
    match kind {
        Some(Kind::Act) => return Lists::french().collectives.contains(&scope.word(noun.head)),
        Some(_) => return true,
        None => {}
    }
    if scope.is_word(noun.head)
        && scope.is(
            noun.head,
            Classes::WEEKDAY.with(Classes::TIME_WORD).with(Classes::MONTH).with(Classes::NUMERAL),
        )
        && !is_indefinite_person(scope, noun)
    {
        return false;
    }
    scope.is(noun.head, speaking)
        || Lists::french().collectives.contains(&scope.word(noun.head))
        || scope.part(noun.head, Parts::QUANTIFIER)
        || super::phrase::is_name(scope, noun.head)
        || !scope.word(noun.head).is_known() && scope.is_word(noun.head)
        || is_indefinite_person(scope, noun)
}

/// «l’un d’eux», «beaucoup», «celui-ci».
fn is_indefinite_person(scope: &Scope<'_>, noun: Noun) -> bool {
    Lists::french().somebody.contains(&scope.word(noun.head))
}

/// The mention that a phrase is: the name at its head, or the one in apposition to it.
pub(super) fn bearer<'s>(scope: &'s Scope<'_>, noun: Noun) -> Option<&'s ResolvedMention> {
    let speaks = |mention: &&ResolvedMention| {
        matches!(
            mention.kind,
            EntityKind::Person | EntityKind::Organisation | EntityKind::Location | EntityKind::Product
        )
    };
    let tokens = scope.tokens(noun.run);
    let head = scope.token(noun.head);
    let at_head = scope.resolved.mention_at(head).filter(speaks);
    // A name that covers more than the head noun, or a name alone: «le parquet de Lyon», «Lyon».
    if let Some(mention) = at_head
        && mention.form == MentionForm::Name
        && mention.tokens.start() >= tokens.start().saturating_sub(1)
    {
        return Some(mention);
    }
    // «le président des États-Unis Jean Dupont», «l’association Les Amis»: a name that nothing joins.
    // What stands in brackets, and whose law or plan it is, is not who speaks: «la loi *Marchetti*».
    let aside = |token: usize| {
        (noun.run.start..noun.run.end)
            .any(|i| scope.item(i).is_some_and(|item| item.mark == Mark::Aside && item.tokens.has(token)))
    };
    let written = scope.lexis.noun(scope.word(noun.head)) == Some(Kind::Document);
    let apposed = scope.resolved.mentions_in(tokens).filter(speaks).find(|mention| {
        mention.form == MentionForm::Name
            && !(written && mention.kind == EntityKind::Person)
            && !aside(mention.tokens.start())
            && mention.kind != EntityKind::Location
            && mention.tokens.start() > head
            && (titled(scope, head, mention) || !governed(scope, mention.tokens.start()))
            && (mention.kind == EntityKind::Person || mention.tokens.start() <= head + 4)
    });
    // «le maire RPR de Lourdes, Jean Dupont»: the party is not who speaks.
    let office = scope.is(noun.head, Classes::ROLE.with(Classes::HUMAN))
        || scope.lexis.noun(scope.word(noun.head)) == Some(Kind::Group)
            && (is_plural(scope, noun) || scope.form(noun.head) == "porte-parole");
    if apposed.is_some_and(|m| !office || m.kind == EntityKind::Person) {
        return apposed;
    }
    // «Le chef de la police, Jean Dupont, …»
    let mut comma = noun.run.end;
    while scope.is(comma, Classes::ADVERB) && comma < noun.run.end + 2 {
        comma += 1;
    }
    if scope.mark(comma) == Mark::Comma && !is_plural(scope, noun) {
        let next = scope.token(comma + 1);
        let title = scope.is(comma + 1, Classes::TITLE);
        let next = if title { scope.token(comma + 2) } else { next };
        let named = scope.resolved.mention_at(next).filter(|m| {
            m.form == MentionForm::Name
                && m.kind == EntityKind::Person
                && m.tokens.start() == next
                && (title || closes(scope, m.tokens.end()))
        });
        let common = at_head.is_none_or(|m| m.form != MentionForm::Name);
        if named.is_some() && common && describes(scope, noun) {
            return named;
        }
    }
    // «un cadre de la société Valmoret» is not the firm; «le groupe Valmoret» is.
    let body = scope.is(noun.head, Classes::ORGANISATION.with(Classes::ORGANISATION_HEAD))
        || Lists::french().bodies.contains(&scope.word(noun.head));
    at_head.or(apposed.filter(|m| !office || body || m.kind == EntityKind::Person))
}

/// «selon *Mme* Fontanel»: the preposition governs the title that heads the phrase.
fn titled(scope: &Scope<'_>, head: usize, mention: &ResolvedMention) -> bool {
    (head..mention.tokens.start()).all(|token| scope.doc.is(token, Classes::TITLE))
}

/// Whether an apposition ends at the token: a comma, a bracket, a mark or nothing more follows.
fn closes(scope: &Scope<'_>, token: usize) -> bool {
    matches!(scope.doc.form(token), "," | "(" | "." | "" | "«" | ":" | "»" | "“" | "\"" | "–" | "—")
}

/// A description of one person, to which a name may be put in apposition.
fn describes(scope: &Scope<'_>, noun: Noun) -> bool {
    (scope.is(noun.head, Classes::ROLE.with(Classes::HUMAN).with(Classes::NOUN))
        || is_indefinite_person(scope, noun))
        && scope.lexis.noun(scope.word(noun.head)) != Some(Kind::Document)
}

/// Who spoke last, for pronouns and for quotations that go on.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Flow {
    pub last: Option<Speaker>,
    /// The token behind what they said.
    pub at: usize,
}

/// The speaker that a phrase names.
pub(super) fn speaker(scope: &Scope<'_>, noun: Noun, flow: &Flow, hung: bool) -> Speaker {
    let tokens = scope.tokens(noun.run);
    if let Some(quote) = super::quoted::quotation(scope, noun.head) {
        let entity = scope.resolved.mention_at(quote.content.start()).map(|mention| mention.entity);
        return Speaker { entity, span: scope.doc.span(quote.content), kind: SpeakerKind::Organisation };
    }
    if scope.part(noun.head, Parts::SUBJECT.or(Parts::EMPHATIC).or(Parts::PRONOUN))
        || scope.is_enclitic(noun.head)
    {
        return pronoun(scope, noun, flow, hung);
    }
    if is_joint(scope, noun) {
        return Speaker { entity: None, span: scope.doc.span(tokens), kind: SpeakerKind::Group };
    }
    match bearer(scope, noun) {
        Some(mention) => {
            let kind = match mention.kind {
                EntityKind::Person => SpeakerKind::Person,
                _ => SpeakerKind::Organisation,
            };
            let tokens = if mention.form == MentionForm::Name { mention.tokens } else { tokens };
            Speaker { entity: Some(mention.entity), span: scope.doc.span(tokens), kind }
        }
        None => {
            let entity = described(scope, noun, flow).or_else(|| last_named(scope, noun));
            let kind = match entity.and_then(|id| scope.resolved.entity(id)).map(|e| e.kind) {
                Some(EntityKind::Person) => SpeakerKind::Person,
                Some(_) => SpeakerKind::Organisation,
                None => kind_of(scope, noun),
            };
            Speaker { entity, span: scope.doc.span(tokens), kind }
        }
    }
}

/// «ce dernier», «cette dernière»: the person named last, in this sentence or the one before.
fn last_named(scope: &Scope<'_>, noun: Noun) -> Option<EntityId> {
    let alone = noun.run.end == noun.head + 1 && noun.run.start + 1 == noun.head;
    let wanted = match scope.form(noun.head) {
        "dernier" if alone => Gender::Masculine,
        "dernière" if alone => Gender::Feminine,
        _ => return None,
    };
    let token = scope.token(noun.head);
    let here = scope.doc.sentence_of(token).start();
    let before = here.checked_sub(1).map_or(0, |last| scope.doc.sentence_of(last).start());
    let named = |m: &&ResolvedMention| m.kind == EntityKind::Person && m.form == MentionForm::Name;
    let last = scope
        .resolved
        .mentions_in(crate::token::TokenSpan::new(before, token))
        .filter(named)
        .filter(|m| scope.resolved.entity(m.entity).is_none_or(|e| e.gender.is_none_or(|g| g == wanted)))
        .last()?;
    Some(last.entity)
}

/// «le président et le ministre»: several who speak together.
fn is_joint(scope: &Scope<'_>, noun: Noun) -> bool {
    let head = scope.token(noun.head);
    let covered = scope.resolved.mention_at(head).map_or(head, |m| m.tokens.end());
    (noun.head + 1..noun.run.end).any(|i| {
        scope.part(i, Parts::COORDINATOR)
            && scope.token(i) >= covered
            && !scope.part(i.wrapping_sub(1), Parts::OF)
            && {
                // «la ministre de l’Écologie et du Logement», «un avocat et militant»: one person.
                let next = i + 1;
                !scope.part(next, Parts::OF)
                    && (scope.is(next, Classes::DETERMINER) || super::phrase::is_name(scope, next))
                    && !in_complement(scope, noun.run, i)
            }
    })
}

/// Whether the coordination at the item stands inside a complement: «le maire de Lille et Lens».
fn in_complement(scope: &Scope<'_>, run: Run, coordinator: usize) -> bool {
    let of = (run.start..coordinator).rev().take(3).any(|i| scope.part(i, Parts::OF));
    of && !scope.is(coordinator + 1, Classes::DETERMINER)
}

/// Whether the head can be nothing but several.
pub(super) fn is_plural(scope: &Scope<'_>, noun: Noun) -> bool {
    let first = Lexicon::french().analyses(scope.word(noun.head)).next();
    first.is_some_and(|a| !a.agreement.singular() && a.agreement.plural())
}

fn kind_of(scope: &Scope<'_>, noun: Noun) -> SpeakerKind {
    let word = scope.word(noun.head);
    let plural = is_plural(scope, noun) || scope.part(noun.run.start, Parts::QUANTIFIER);
    match scope.lexis.noun(word) {
        Some(Kind::Document) => SpeakerKind::Document,
        Some(Kind::Medium) => SpeakerKind::Organisation,
        Some(Kind::Act) if Lists::french().collectives.contains(&word) => SpeakerKind::Group,
        Some(Kind::Act) => SpeakerKind::Unknown,
        _ if scope.is(
            noun.head,
            Classes::COURT.with(Classes::ORGANISATION_HEAD).with(Classes::ORGANISATION).with(Classes::PLACE),
        ) && !scope.is(noun.head, Classes::ROLE) =>
        {
            SpeakerKind::Organisation
        }
        _ if matches!(scope.form(noun.head), "un" | "une") => SpeakerKind::Person,
        _ if Lists::french().collectives.contains(&word) => SpeakerKind::Group,
        Some(Kind::Group) if !scope.is(noun.head, Classes::ROLE) || plural => SpeakerKind::Group,
        _ if plural => SpeakerKind::Group,
        _ => SpeakerKind::Person,
    }
}

fn pronoun(scope: &Scope<'_>, noun: Noun, flow: &Flow, hung: bool) -> Speaker {
    let token = scope.token(noun.head);
    let span = scope.doc.span(scope.tokens(noun.run));
    let plural = matches!(
        scope.form(noun.head).trim_start_matches("-t").trim_start_matches('-').to_lowercase().as_str(),
        "ils" | "elles" | "eux"
    );
    let masculine = matches!(
        scope.form(noun.head).trim_start_matches("-t").trim_start_matches('-').to_lowercase().as_str(),
        "il" | "ils" | "lui" | "eux"
    );
    let feminine = matches!(
        scope.form(noun.head).trim_start_matches("-t").trim_start_matches('-').to_lowercase().as_str(),
        "elle" | "elles"
    );
    if scope.part(noun.head, Parts::ONE)
        || scope.form(noun.head).trim_start_matches("-t").trim_start_matches('-') == "on"
    {
        return Speaker { entity: None, span, kind: SpeakerKind::Unknown };
    }
    if plural {
        let entity =
            scope.resolved.mention_at(token).filter(|m| m.form == MentionForm::Pronoun).map(|m| m.entity);
        return Speaker { entity, span, kind: SpeakerKind::Group };
    }
    let agrees = |id: EntityId| {
        let Some(entity) = scope.resolved.entity(id) else { return false };
        match (entity.kind, entity.gender) {
            (EntityKind::Person, Some(Gender::Masculine)) => masculine,
            (EntityKind::Person, Some(Gender::Feminine)) => feminine,
            (EntityKind::Person | EntityKind::Organisation | EntityKind::Location, _) => true,
            _ => false,
        }
    };
    let kind = |id: EntityId| match scope.resolved.entity(id).map(|e| e.kind) {
        Some(EntityKind::Person) | None => SpeakerKind::Person,
        Some(_) => SpeakerKind::Organisation,
    };
    let resolved = scope
        .resolved
        .mention_at(token)
        .filter(|m| m.form == MentionForm::Pronoun)
        .map(|m| m.entity)
        .filter(|id| agrees(*id));
    let last = flow.last.filter(|last| {
        last.entity.is_none_or(agrees)
            && last.kind != SpeakerKind::Group
            && last.kind != SpeakerKind::Document
    });
    let unit = scope.item(0).map_or(0, |item| item.tokens.start());
    // A body that spoke is rather «le journal» than the next «il».
    let last = last.filter(|last| {
        let next = hung && feminine && flow.at == unit;
        last.kind != SpeakerKind::Organisation || last.entity == resolved || flow.at > unit || next
    });
    // Within a sentence, and with a pronoun hung on its verb, whoever spoke goes on.
    if let Some(last) = last.filter(|_| flow.at >= unit) {
        return Speaker { entity: last.entity, span, kind: last.kind };
    }
    if scope.resolved.is_stranger(token) {
        return Speaker { entity: None, span, kind: SpeakerKind::Person };
    }
    // Somebody named since then has taken the floor.
    let taken = topic_since(scope, flow.at, agrees).filter(|_| flow.last.is_some());
    if let Some(id) = taken {
        return Speaker { entity: Some(id), span, kind: kind(id) };
    }
    // A paragraph further on it is the one who is spoken of there.
    let paragraph = |token: usize| scope.doc.paragraphs().partition_point(|p| p.start() < token);
    let parted = last.is_some() && paragraph(flow.at) < paragraph(unit + 1);
    if (!hung || parted)
        && let Some(id) = resolved
    {
        return Speaker { entity: Some(id), span, kind: kind(id) };
    }
    if let Some(last) = last {
        return Speaker { entity: last.entity, span, kind: last.kind };
    }
    if let Some(id) = resolved {
        return Speaker { entity: Some(id), span, kind: kind(id) };
    }
    let named = topic_since(scope, 0, agrees).or_else(|| nearest_person(scope, token, agrees));
    Speaker { entity: named, span, kind: SpeakerKind::Person }
}
