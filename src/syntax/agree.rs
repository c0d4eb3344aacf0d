//! Gender and number of a phrase, and what it is coordinated with.

use super::Tag;
use super::key::Key;
use super::phrase::{Determination, NounPhrase, PhraseId, PhraseKind};
use super::phrases::Chunker;
use crate::lexicon::{Agreement, Lexicon, Pos};

/// How far back a coordination looks for its other member, in phrases.
const REACH: usize = 4;

impl Chunker<'_, '_> {
    pub(super) fn agreement(&self, phrase: &NounPhrase) -> Agreement {
        let shown = match phrase.determiner.map(|d| (self.key(d.index()), self.doc.form(d.index()))) {
            Some((Key::Le | Key::Du, _)) => Agreement::MASCULINE | Agreement::SINGULAR,
            Some((Key::La, _)) => Agreement::FEMININE | Agreement::SINGULAR,
            Some((Key::LElided, _)) => Agreement::from_bits(3) | Agreement::SINGULAR,
            Some((Key::Les | Key::Des, _)) => Agreement::from_bits(3) | Agreement::PLURAL,
            Some((Key::Au, form)) if form.ends_with('x') => Agreement::from_bits(3) | Agreement::PLURAL,
            Some((Key::Au, _)) => Agreement::MASCULINE | Agreement::SINGULAR,
            Some((_, "un" | "Un" | "ce" | "Ce" | "cet" | "Cet")) => {
                Agreement::MASCULINE | Agreement::SINGULAR
            }
            Some((_, "une" | "Une" | "cette" | "Cette")) => Agreement::FEMININE | Agreement::SINGULAR,
            Some((Key::Poss | Key::Demo, form)) => {
                let plural = form.ends_with("es") || form.ends_with("os");
                Agreement::from_bits(3) | if plural { Agreement::PLURAL } else { Agreement::SINGULAR }
            }
            Some((Key::Quant, _)) => Agreement::from_bits(3) | Agreement::PLURAL,
            _ => Agreement::ANY,
        };
        let clear = shown.bits().count_ones() == 2;
        if clear || phrase.kind == PhraseKind::Date || phrase.kind == PhraseKind::Number {
            return shown;
        }
        // A name has no gender in the lexicon; «il», «elle» have, other pronouns are read where they matter.
        if phrase.kind == PhraseKind::Proper && phrase.head.index() + 1 == phrase.span.end() {
            return shown;
        }
        let wanted = match phrase.kind {
            PhraseKind::Pronoun => Pos::Pronoun,
            _ => Pos::Noun,
        };
        let mut open = None;
        for analysis in Lexicon::french().analyses(self.doc.word(phrase.head.index())) {
            if analysis.pos == wanted
                && let Some(both) = shown.meet(analysis.agreement)
            {
                open = Some(open.map_or(both, |o: Agreement| o | both));
            }
        }
        open.unwrap_or(shown)
    }

    /// Links a phrase to the one that «et», «ou» before it coordinates it with.
    pub(super) fn join(&mut self, id: PhraseId) {
        let Some(&phrase) = self.phrases.get(id.index()) else { return };
        let outset = phrase.outset();
        let dated = phrase.kind == PhraseKind::Date && phrase.preposition.is_none();
        if outset <= self.start || dated || self.tag(phrase.head.index()) == Tag::SubjectPronoun {
            return;
        }
        let mut before = outset - 1;
        if self.tag(before) == Tag::Preposition && before > self.start {
            before -= 1;
        }
        if self.tag(before) != Tag::Coordinator || matches!(self.key(before), Key::Mais | Key::Car) {
            return;
        }
        // «le maire, Paul Martin, et son adjoint»
        if before > self.start && self.key(before - 1) == Key::Comma && !phrase.is_governed() {
            before -= 1;
        }
        let Some(other) = self.partner(id.index(), before, &phrase, false) else { return };
        self.link(id.index(), other);
        // «de A, de B et de C»: the members before, as long as only commas stand between them.
        let mut last = other;
        for _ in 0..20 {
            let Some(member) = self.phrases.get(last).copied() else { return };
            let outset = member.outset();
            if outset <= self.start || self.key(outset - 1) != Key::Comma || member.joined.is_some() {
                return;
            }
            let Some(earlier) = self.partner(last, outset - 1, &member, true) else { return };
            self.link(last, earlier);
            last = earlier;
        }
    }

    fn link(&mut self, id: usize, other: usize) {
        let governed = self.phrases.get(other).map(|p| (p.preposition, p.prep));
        let Some(phrase) = self.phrases.get_mut(id) else { return };
        phrase.joined = Some(PhraseId(other as u32));
        // «de Jean et Marie»: the preposition governs both.
        if let (None, Some((token, word))) = (phrase.preposition, governed) {
            phrase.preposition = token;
            phrase.prep = word;
        }
    }

    /// The phrase that ends right before `end`, or one that it hangs on, of the same make as `phrase`.
    fn partner(&self, id: usize, end: usize, phrase: &NounPhrase, strict: bool) -> Option<usize> {
        let mut edge = end;
        let mut nearest = None;
        for at in (id.saturating_sub(REACH)..id).rev() {
            let other = self.phrases.get(at)?;
            // A participle or adverb may stand between; a verb or a mark may not.
            if other.span.end() < edge && !(other.span.end()..edge).all(|t| self.hangs(t))
                || other.span.end() > edge
            {
                break;
            }
            let same = match (phrase.preposition, other.preposition) {
                (Some(_), Some(_)) => phrase.prep == other.prep,
                (None, None) => bare(phrase) == bare(other) && phrase.kind_class() == other.kind_class(),
                (None, Some(_)) => {
                    // «contre lui et son adjoint», «de Jean et Marie»
                    let alike = bare(phrase) || other.kind == PhraseKind::Pronoun;
                    alike && nearest.is_none() && phrase.kind_class() == other.kind_class()
                }
                (Some(_), None) => false,
            };
            if same && other.kind != PhraseKind::Date {
                return Some(at);
            }
            if nearest.is_none() {
                nearest = Some(at);
            }
            if other.preposition.is_none() {
                let either = !strict && phrase.preposition.is_none() && other.kind != PhraseKind::Date;
                return either.then_some(at);
            }
            edge = other.outset();
        }
        None
    }

    fn hangs(&self, at: usize) -> bool {
        matches!(self.tag(at), Tag::ParticiplePast | Tag::Adjective | Tag::Preposition | Tag::Adverb)
            || matches!(self.key(at), Key::Close | Key::Open)
    }
}

fn bare(phrase: &NounPhrase) -> bool {
    phrase.determination == Determination::None
}

impl NounPhrase {
    /// Names go with names, nouns with nouns, pronouns with either.
    fn kind_class(&self) -> u8 {
        match self.kind {
            PhraseKind::Common | PhraseKind::Proper | PhraseKind::Pronoun => 0,
            PhraseKind::Number => 1,
            PhraseKind::Date => 2,
        }
    }
}
