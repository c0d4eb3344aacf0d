use super::clause::{self, Reported};
use super::draft::Draft;
use super::quoted::content;
use super::reader::Reader;
use super::scope::{Mark, Run, Scope};
use super::source::{Source, clause_ahead, source};
use super::words::Parts;
use crate::lexicon::Classes;

/// Reports what a cue at the item says: «selon X», «aux yeux de X», «comme l’a dit X».
pub(super) fn report(reader: &mut Reader<'_>, item: usize) {
    let Some(source) = source(reader, item) else { return };
    let scope = &reader.scope;
    // «…, toujours selon la police, …»
    let mut item = item;
    while item > 0 && matches!(scope.form(item - 1), "toujours" | "encore" | "notamment") {
        item -= 1;
    }
    let before = item.checked_sub(1);
    let opened = before.is_none_or(|b| {
        scope.mark(b) == Mark::Comma || !scope.is_word(b) || scope.part(b, Parts::THAT.or(Parts::COORDINATOR))
    });
    let start = left_start(reader, item);
    let left = Run::new(start, item);
    // «“Un scandale”, pour X.»
    let judged = item >= 2
        && left.end - left.start == 2
        && scope.is_quote(left.start)
        && scope.mark(source.run.end) == Mark::Stop;
    if source.weak && !judged && !(opened && heads_clause(reader, &source)) {
        return;
    }
    // «un bulletin de l’agence, *le tenant* de source portuaire»: nothing is told.
    if source.lemma.starts_with("de source") && !left.is_empty() && !speaks(reader, left) {
        return;
    }
    let initial = scope.part(source.cue.end.wrapping_sub(1), Parts::WHICH) || is_initial(reader, left);
    // «qu’, selon lui, …» inside what the same speaker says is no second statement.
    let mut runs: Vec<Run> = Vec::new();
    if initial {
        runs = right(reader, &source);
    } else if !source.weak || judged {
        let right = right(reader, &source);
        let scope = &reader.scope;
        let after_comma = before.is_some_and(|b| scope.mark(b) == Mark::Comma);
        let closed = scope.mark(source.run.end) == Mark::Comma && after_comma;
        let told = right.first().copied().filter(|run| after_comma && quoted_after(scope, &source, *run));
        if let Some(run) = told {
            tell(reader, run, &source);
            return;
        }
        let longest = right
            .first()
            .copied()
            .filter(|run| closed && clause_like(reader, *run) && !relates(&reader.scope, run.start));
        let left = trimmed(reader, left, after_comma);
        match longest {
            // «Le ministre aurait, selon X, demandé à …»: the auxiliary alone tells nothing.
            _ if closed && parts_verb(&reader.scope, left.end, source.run.end) => {
                let from = source.run.end + 1;
                runs.push(Run::new(
                    from,
                    clause::end(&reader.scope, &reader.bounds(), from, Reported::Clause),
                ));
            }
            // «Les émeutes, selon X, ce n’étaient pas …»: a clause that begins anew is the one.
            Some(run) if begins_clause(&reader.scope, run.start) => runs.push(run),
            Some(run)
                if reader.scope.tokens(run).len() > reader.scope.tokens(left).len()
                    || !speaks(reader, left) =>
            {
                runs.push(run);
            }
            _ => {
                runs.extend(left_pieces(reader, left));
                // «… un danger selon plusieurs observateurs et porterait …»
                if let Some(run) = coordinated(reader, source.run.end) {
                    runs.push(run);
                }
            }
        }
    }
    for run in runs {
        let run = past_on(reader, run);
        tell(reader, run, &source);
    }
}

/// «De source policière, on indique que …»: what the source says stands behind «que».
fn past_on(reader: &Reader<'_>, run: Run) -> Run {
    let scope = &reader.scope;
    let at = reader.groups.partition_point(|group| group.run.start <= run.start);
    let group = reader.groups.get(at).filter(|group| group.run.start == run.start + 1);
    match group.filter(|_| scope.part(run.start, Parts::ONE)) {
        Some(group) if scope.part(group.run.end, Parts::THAT) => Run::new(group.run.end + 1, run.end),
        _ => run,
    }
}

fn tell(reader: &mut Reader<'_>, run: Run, source: &Source) {
    // «Tout laisse croire, selon X, *que* …»
    let linked = run.end > run.start + 1 && reader.scope.part(run.start, Parts::THAT);
    let run = if linked { Run::new(run.start + 1, run.end) } else { run };
    let Some((form, tokens)) = content(&reader.scope, &mut reader.quoted, run) else { return };
    // The verb that reports the clause around it has told it already.
    let told = reader.recent().iter().any(|draft| {
        let same = match (draft.speaker, source.speaker) {
            (Some(a), Some(b)) if a.entity.is_some() || b.entity.is_some() => a.entity == b.entity,
            (a, b) => a.map(|s| s.span) == b.map(|s| s.span),
        };
        // «…, qui, comme il l’a dit, …» is told anew by its verb.
        let anew = source.lemma != draft.cue.as_ref().map_or("", |cue| &*cue.lemma) && draft.is_sourced();
        draft.content.contains(tokens) && same && !anew
    });
    if told {
        return;
    }
    let recent = reader.recent_from();
    // A source at the end of a clause that another one opened takes the last piece from it.
    for draft in reader.drafts.iter_mut().skip(recent) {
        if draft.content.has(tokens.start())
            && draft.content.end() <= tokens.end()
            && draft.content.start() < tokens.start()
        {
            let mut end =
                tokens.start().min(reader.scope.tokens(source.run).start()).max(draft.content.start() + 1);
            let loose = |token: usize| {
                reader.scope.doc.form(token) == ","
                    || reader.scope.doc.is(token, Classes::RELATIVE.with(Classes::COORDINATOR))
            };
            while end > draft.content.start() + 1 && loose(end - 1) {
                end -= 1;
            }
            draft.content = crate::token::TokenSpan::new(draft.content.start(), end);
        }
    }
    let mut draft = Draft::new(form, tokens, "cue");
    draft.speaker = source.speaker;
    draft.cue = Some(reader.cue_at(reader.scope.tokens(source.cue), source.lemma, source.stance));
    reader.claim(run.start, run.end);
    reader.add(draft);
}

/// «pour X» is an opinion only at the head of a clause and before a comma, colon or quotation.
fn heads_clause(reader: &Reader<'_>, source: &Source) -> bool {
    let scope = &reader.scope;
    let end = source.run.end;
    let closed = matches!(scope.mark(end), Mark::Comma | Mark::Quote | Mark::Colon);
    // «Pour les parties civiles, *Me* Fontanel …»: whom somebody speaks for.
    let counsel = scope.mark(end) == Mark::Comma && scope.is(end + 1, Classes::TITLE);
    closed && !counsel && clause_ahead(scope, end)
}

/// Where the clause on the left begins: behind the stop, or behind «que».
fn left_start(reader: &Reader<'_>, item: usize) -> usize {
    let scope = &reader.scope;
    let start = clause::start(scope, item);
    // «: selon lui, …»
    (start..item)
        .rev()
        .find(|i| scope.mark(*i) == Mark::Colon && !scope.is_quote(i + 1))
        .map_or(start, |i| i + 1)
}

fn is_initial(reader: &Reader<'_>, left: Run) -> bool {
    let scope = &reader.scope;
    let Some(before) = left.end.checked_sub(1).filter(|b| *b >= left.start) else { return true };
    if scope.part(before, Parts::THAT.or(Parts::COORDINATOR)) {
        return true;
    }
    let before_comma = before.wrapping_sub(1);
    if scope.mark(before) == Mark::Comma
        && scope.part(before_comma, Parts::THAT.or(Parts::COORDINATOR).or(Parts::RELATIVE))
    {
        return true;
    }
    if scope.mark(before) == Mark::Comma
        && left.end - left.start <= 3
        && !(left.start..left.end).any(|i| scope.is_quote(i))
    {
        return true;
    }
    !speaks(reader, left)
        && left.end - left.start <= 6
        && (scope.mark(before) == Mark::Comma || scope.is(before, Classes::ADVERB))
        && !super::skip::last_free(scope, left).is_some()
}

fn speaks(reader: &Reader<'_>, run: Run) -> bool {
    clause::is_clause(&reader.scope, run)
}

/// «…, selon lui “déraisonnable”»: the words in marks right behind the source are the ones it said.
fn quoted_after(scope: &Scope<'_>, source: &Source, run: Run) -> bool {
    let quote = source.run.end;
    let plain = (source.run.start..quote).all(|i| scope.is_word(i) && !scope.is_finite(i))
        && !scope.is(quote.wrapping_sub(1), Classes::DETERMINER);
    run.start == quote
        && plain
        && scope.is_quote(quote)
        && matches!(scope.mark(quote + 1), Mark::Stop | Mark::Comma)
}

/// «selon Velmar, *qui* espère …», «d’après la mairie, *pour qui* …»: a relative clause is said of the source.
fn relates(scope: &Scope<'_>, at: usize) -> bool {
    scope.part(at, Parts::RELATIVE.or(Parts::WHO))
        || scope.is(at, Classes::PREPOSITION) && scope.part(at + 1, Parts::RELATIVE.or(Parts::WHO))
        || scope.part(at, Parts::COORDINATOR)
}

/// Whether the source stands between an auxiliary and its participle.
fn parts_verb(scope: &Scope<'_>, left: usize, source_end: usize) -> bool {
    let before = left.wrapping_sub(1);
    scope.is(before, Classes::AVOIR.with(Classes::ETRE))
        && scope.is_finite(before)
        && scope.is(source_end + 1, Classes::PAST_PARTICIPLE.with(Classes::ADVERB))
}

fn begins_clause(scope: &Scope<'_>, at: usize) -> bool {
    let subject = scope.is(at, Classes::SUBJECT_PRONOUN) && !scope.part(at, Parts::RELATIVE);
    subject && (at + 1..at + 5).take_while(|i| scope.is_word(*i)).any(|i| scope.is_finite(i))
}

fn clause_like(reader: &Reader<'_>, run: Run) -> bool {
    speaks(reader, run)
}

/// What goes on behind the source.
fn right(reader: &mut Reader<'_>, source: &Source) -> Vec<Run> {
    let scope = &reader.scope;
    let mut from = source.run.end;
    // «Selon les chercheurs qui l’ont découvert, …», «selon des images diffusées mardi, …»
    if scope.is_word(from) {
        let comma = (from..(from + 30).min(scope.len()))
            .find(|i| !matches!(scope.mark(*i), Mark::Word | Mark::Aside));
        // «Selon les informations qu’il a recueillies, …»
        let relative =
            scope.part(from, Parts::RELATIVE.or(Parts::THAT)) || scope.is(from, Classes::PAST_PARTICIPLE);
        if let Some(comma) = comma
            && matches!(scope.mark(comma), Mark::Comma | Mark::Quote)
            && (relative || !(from..comma).any(|i| scope.is_finite(i)))
            && clause_ahead(scope, comma)
        {
            from = comma;
        }
    }
    while matches!(scope.mark(from), Mark::Comma | Mark::Colon) {
        from += 1;
    }
    let end = clause::end(scope, &reader.bounds(), from, Reported::Clause);
    // «“A” et “B”», each a sentence, are two.
    if scope.is_quote(from) {
        let mut runs = Vec::new();
        let mut i = from;
        while i < end.max(from + 1) && scope.is_quote(i) {
            runs.push(Run::new(i, i + 1));
            i += 1;
            if (scope.part(i, Parts::COORDINATOR) || scope.mark(i) == Mark::Comma) && scope.is_quote(i + 1) {
                i += 1;
            }
        }
        let alone = i >= end || matches!(scope.mark(i), Mark::Comma | Mark::Aside | Mark::Stop | Mark::Dash);
        let sentences = runs.iter().all(|run| {
            super::quoted::quotation(&reader.scope, run.start)
                .is_some_and(|quote| reader.quoted.is_sentence(&quote))
        });
        if alone && sentences {
            return runs;
        }
    }
    let run = Run::new(
        from,
        if scope.part(source.cue.end.wrapping_sub(1), Parts::WHICH) {
            relative_end(&reader.scope, from, end)
        } else {
            end
        },
    );
    if run.is_empty() { Vec::new() } else { vec![run] }
}

/// The end of a clause within another: at its comma, or before the verb of the outer one.
fn relative_end(scope: &Scope<'_>, from: usize, end: usize) -> usize {
    let mut verb = false;
    for i in from..end {
        if scope.mark(i) == Mark::Comma {
            return i;
        }
        if scope.part(i, Parts::COORDINATOR.or(Parts::CONJUNCTION).or(Parts::RELATIVE)) {
            verb = false;
        } else if scope.is_finite(i) {
            if verb {
                return i;
            }
            verb = true;
        }
    }
    end
}

/// The clause on the left of a source: the whole, or the last piece between commas where the source
/// belongs to that.
fn trimmed(reader: &Reader<'_>, left: Run, after_comma: bool) -> Run {
    let scope = &reader.scope;
    let mut run = left;
    while run.end > run.start && scope.mark(run.end - 1) == Mark::Comma {
        run.end -= 1;
    }
    // «…, a-t-on appris de source policière»: the verb is no part of what was said.
    let from = reader.groups.partition_point(|g| g.run.start <= run.start);
    let inside = reader.groups.get(from..).unwrap_or_default().iter().take_while(|g| g.run.start < run.end);
    if let Some(group) =
        inside.clone().find(|g| g.enclitic.is_some() && scope.mark(g.run.start - 1) == Mark::Comma)
    {
        run.end = group.run.start - 1;
    }
    // What «a-t-on appris» has told already is what the source says.
    let tokens = scope.tokens(run);
    let whole = |draft: &super::draft::Draft| {
        draft.content == tokens && draft.speaker.is_some_and(|s| s.entity.is_none())
    };
    if reader.recent().iter().any(whole) {
        return run;
    }
    let claimed = reader
        .recent()
        .iter()
        .any(|draft| run.end > run.start && draft.content.has(scope.token(run.end - 1)));
    let comma = (run.start..run.end).rev().find(|i| scope.mark(*i) == Mark::Comma);
    match comma {
        // «La décision, “absurde” selon X, …»: the words in marks alone.
        Some(comma)
            if !after_comma
                && comma + 2 == run.end
                && scope.is_quote(comma + 1)
                && (run.start..comma).any(|i| scope.is_word(i)) =>
        {
            Run::new(comma + 1, run.end)
        }
        Some(comma)
            if claimed
                || !after_comma
                    && !speaks(reader, Run::new(comma + 1, run.end))
                    && !scope.part(comma + 1, Parts::COORDINATOR.or(Parts::ADVERB)) =>
        {
            Run::new(comma + 1, run.end)
        }
        _ => run,
    }
}

fn left_pieces(reader: &Reader<'_>, left: Run) -> Vec<Run> {
    let scope = &reader.scope;
    if left.is_empty() {
        return Vec::new();
    }
    let last = left.end - 1;
    if scope.is_quote(last) && last > left.start && scope.mark(last - 1) == Mark::Colon {
        let head = Run::new(left.start, last - 1);
        let mut runs = Vec::new();
        if (head.start..head.end).any(|i| scope.is_quote(i)) {
            runs.push(head);
        }
        runs.push(Run::new(last, last + 1));
        return runs;
    }
    let only_quotes = (left.start..left.end).all(|i| !scope.is_word(i));
    if only_quotes {
        return (left.start..left.end).filter(|i| scope.is_quote(*i)).map(|i| Run::new(i, i + 1)).collect();
    }
    vec![left]
}

/// A second verb in the conditional behind a source: it is the source’s as well.
fn coordinated(reader: &Reader<'_>, from: usize) -> Option<Run> {
    use crate::lexicon::{Lexicon, Tenses};
    let scope = &reader.scope;
    let hearsay = scope.part(from, Parts::COORDINATOR)
        && scope.is_finite(from + 1)
        && Lexicon::french().analyses(scope.word(from + 1)).any(|a| a.tenses.any(Tenses::CONDITIONAL));
    hearsay.then(|| Run::new(from + 1, clause::end(scope, &reader.bounds(), from + 1, Reported::Clause)))
}
