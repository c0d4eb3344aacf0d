use super::phrases::chunks_between;
use super::subject::{FARTHEST, FEW, clause_start, coordinated, joined, owner_of_thing, pick};
use super::{Chunk, Group, Scene, Sort, Words};
use crate::lexicon::{Classes, Lexicon, Tenses};
use crate::ontology::Gender;
use crate::token::TokenSpan;

/// «*Paul*, 34 ans, domicilié à Lyon, condamné …»: what the clause begins with, where no verb has come yet.
pub(super) fn clause_head(scene: &Scene<'_>, at: usize, sentence: TokenSpan, out: &mut Vec<Chunk>) {
    let floor = sentence.start().max(at.saturating_sub(FARTHEST));
    let from = clause_start(scene, at, floor, false);
    if (from..at).any(|i| scene.is_finite(i)) {
        return;
    }
    pick(scene, from, at, None, out);
    out.retain(|chunk| chunk.sort.is_party() && chunk.preposition.is_none());
}

/// «Placé en garde à vue, *l’animateur* a été …»: the subject of what follows the first comma behind the participle.
pub(super) fn following(scene: &Scene<'_>, participle: usize, out: &mut Vec<Chunk>) {
    let doc = scene.doc();
    let from = participle + 1;
    let sentence = doc.sentence_of(from);
    let end = sentence.end().min(from + 30);
    let Some(comma) = (from..end).find(|at| doc.form(*at) == ",") else { return };
    if (from..comma).any(|at| scene.is_finite(at)) {
        return;
    }
    let mut chunks = Vec::with_capacity(FEW);
    chunks_between(scene, comma + 1, end, &mut chunks);
    let Some(first) = chunks.iter().position(|chunk| {
        chunk.preposition.is_none() && chunk.sort != Sort::Date && !clashes(scene, participle, chunk)
    }) else {
        return;
    };
    let fits = |chunk: &Chunk| chunk.name.is_some() || !doc.is(chunk.span.start(), Classes::PAST_PARTICIPLE);
    if !fits(&chunks[first]) {
        return;
    }
    out.push(chunks[first]);
    // «Condamnés hier, *X et Y* ont été transférés»
    let plural = doc.form(participle).ends_with('s');
    for pair in chunks[first..].windows(2).take_while(|_| plural) {
        let [a, b] = pair else { return };
        let (from, to) = (a.span.end(), b.span.start());
        if b.preposition.is_some() || !b.sort.is_party() || !joined(scene, from, to) {
            return;
        }
        out.push(*b);
        if coordinated(scene, from, to) {
            return;
        }
    }
}

/// «*Arrêtée* avec son mari, Mohamed Loutfi, elle …»: a participle in the feminine is not said of a man.
pub(super) fn clashes(scene: &Scene<'_>, participle: usize, chunk: &Chunk) -> bool {
    let doc = scene.doc();
    let readings = Lexicon::french().analyses(doc.word(participle));
    let mut participles = readings.filter(|a| a.tenses.any(Tenses::PAST_PARTICIPLE));
    let Some(agreement) = participles.next().map(|a| a.agreement) else { return false };
    let resolved = scene.reading().resolved;
    let bearer = chunk.name.and_then(|name| resolved.mention_at(name.start()));
    let gender = match doc.form(chunk.span.start()) {
        "il" => Some(Gender::Masculine),
        "elle" => Some(Gender::Feminine),
        _ => bearer.and_then(|m| resolved.entity(m.entity)).and_then(|entity| entity.gender),
    };
    match gender {
        Some(Gender::Masculine) => agreement.feminine() && !agreement.masculine(),
        // «*Sofia* et Paul ont été arrêtés»: the masculine of several is hers too.
        Some(Gender::Feminine) => {
            let several = agreement.plural() && !agreement.singular();
            let joined = several && matches!(doc.form(chunk.span.end()), "et" | "," | "ainsi");
            agreement.masculine() && !agreement.feminine() && !joined
        }
        _ => false,
    }
}

/// «Velmar, *qu’*elle accuse de fraude»: what stands before the relative.
pub(super) fn relative_object(scene: &Scene<'_>, group: &Group) -> Option<Chunk> {
    const LONGEST_SUBJECT: usize = 6;
    let (doc, words) = (scene.doc(), Words::french());
    let start = group.span.start();
    let floor = doc.sentence_of(start).start().max(start.saturating_sub(LONGEST_SUBJECT));
    let que = (floor..start).rev().find(|at| words.que.contains(&doc.word(*at)))?;
    if que == floor || (que..start).any(|at| doc.form(at) == "," || scene.is_finite(at)) {
        return None;
    }
    let end = que - usize::from(doc.form(que - 1) == ",");
    let mut chunks = Vec::with_capacity(FEW);
    let sentence = doc.sentence_of(que);
    chunks_between(scene, sentence.start().max(end.saturating_sub(24)), end, &mut chunks);
    // «les méthodes *de Velmar*, qu’elle accuse»
    owner_of_thing(scene, &mut chunks);
    let last = chunks.last().filter(|chunk| chunk.span.end() == end && chunk.sort.is_party())?;
    Some(Chunk { preposition: None, ..*last })
}
