use super::{Chunk, Group, Scene, Sort, Voice};
use crate::lexicon::{Agreement, Classes, Lexicon};
use crate::rule::Anchor;

/// The properties that pages can ask for, in the order of their numbers.
pub(super) const NAMES: &[&str] = &[
    "active",
    "passive",
    "reflexive",
    "negated",
    "conditional",
    "infinitive",
    "participle",
    "past",
    "present",
    "future",
    "possible",
    "noun",
    "verb",
    "definite",
    "plural",
    "feminine",
    "party",
    "question",
];

/// Whether the anchor has the property of this number.
pub(super) fn holds(scene: &Scene<'_>, anchor: Anchor, group: &Group, number: usize) -> bool {
    let doc = scene.doc();
    let noun = scene.is_noun(anchor.token);
    let verb = !noun;
    match NAMES.get(number).copied().unwrap_or_default() {
        "active" => verb && matches!(group.voice, Voice::Active),
        "passive" => verb && matches!(group.voice, Voice::Passive | Voice::Participle),
        "reflexive" => verb && group.voice == Voice::Reflexive,
        "negated" => group.negated,
        "conditional" => group.conditional,
        "infinitive" => group.infinitive,
        "participle" => verb && group.voice == Voice::Participle,
        "past" => group.past,
        "present" => !group.past && !group.future,
        "future" => group.future,
        "possible" => group.possible,
        "noun" => noun,
        "verb" => verb && doc.is(anchor.token, Classes::VERB),
        "definite" => doc.is(anchor.span.start(), Classes::DETERMINER),
        "plural" => agrees(scene, anchor, Agreement::plural, Agreement::singular),
        "feminine" => agrees(scene, anchor, Agreement::feminine, Agreement::masculine),
        "party" => Chunk::read(scene, anchor.span.start(), anchor.span.end())
            .is_some_and(|chunk| chunk.sort != Sort::Thing && chunk.sort.is_party()),
        "question" => doc.form(doc.sentence_of(anchor.token).end().saturating_sub(1)) == "?",
        _ => false,
    }
}

fn agrees(
    scene: &Scene<'_>,
    anchor: Anchor,
    is: fn(Agreement) -> bool,
    other: fn(Agreement) -> bool,
) -> bool {
    Lexicon::french().analyses(scene.doc().word(anchor.token)).any(|a| is(a.agreement) && !other(a.agreement))
}
