//! The syntax in brackets, for tests and for reading.

use std::fmt::Write;

use super::{ClauseId, Mood, PhraseId, Syntax, Tense, VerbId, Voice};
use crate::document::Document;
use crate::lexicon::{Lexicon, WordId};
use crate::token::TokenSpan;

impl Syntax {
    /// What was found, a line for each: the sentence with verb groups in `[ ]`, noun phrases in `( )` and
    /// clauses in `{ }`, then one line a verb (subject, object, complements) and one a linked phrase.
    pub fn show(&self, doc: &Document<'_>) -> String {
        let mut out = String::new();
        self.brackets(doc, &mut out);
        for v in 0..self.verbs().len() {
            self.verb_line(doc, VerbId(v as u32), &mut out);
        }
        for p in 0..self.phrases().len() {
            self.phrase_line(doc, PhraseId(p as u32), &mut out);
        }
        out
    }

    fn brackets(&self, doc: &Document<'_>, out: &mut String) {
        for i in 0..doc.len() {
            let sentence = doc.sentence_of(i);
            for clause in self.clauses() {
                if clause.span.start() == i && clause.span.start() != sentence.start()
                    || clause.parent.is_some() && clause.span.start() == i
                {
                    let _ = write!(out, "{{{} ", short(&format!("{:?}", clause.kind)));
                }
            }
            if self.phrase_at(i).is_some() && (i == 0 || self.phrase_at(i) != self.phrase_at(i - 1)) {
                out.push('(');
            }
            if self.verb_at(i).is_some() && (i == 0 || self.verb_at(i) != self.verb_at(i - 1)) {
                out.push('[');
            }
            out.push_str(doc.form(i));
            if self.verb_at(i).is_some() && self.verb_at(i) != self.verb_at(i + 1) {
                out.push(']');
            }
            if self.phrase_at(i).is_some() && self.phrase_at(i) != self.phrase_at(i + 1) {
                out.push(')');
            }
            for clause in self.clauses() {
                let own = clause.parent.is_some() || clause.span.start() != sentence.start();
                if own && clause.span.end() == i + 1 && !clause.span.is_empty() {
                    out.push('}');
                }
            }
            out.push(if i + 1 == sentence.end() { '\n' } else { ' ' });
        }
    }

    fn verb_line(&self, doc: &Document<'_>, id: VerbId, out: &mut String) {
        let Some(verb) = self.verb(id) else { return };
        let _ = write!(out, "  {}", text(verb.lemma));
        if let Some(modal) = verb.modal {
            let _ = write!(out, " <{}", text(modal));
        }
        let voice = match verb.voice {
            Voice::Active => "",
            Voice::Passive => " passive",
            Voice::Reflexive => " reflexive",
        };
        let mood = match verb.mood {
            Mood::Indicative => String::new(),
            other => format!(" {}", short(&format!("{other:?}"))),
        };
        let tense = match verb.tense {
            Tense::Present => String::new(),
            other => format!(" {}", short(&format!("{other:?}"))),
        };
        let _ = write!(out, "{voice}{mood}{tense}");
        if verb.causative {
            out.push_str(" causative");
        }
        if verb.negated {
            out.push_str(" not");
        }
        let head = |p: PhraseId| self.phrase(p).map_or("", |p| doc.form(p.head.index()));
        if let Some(subject) = self.subject(id) {
            let _ = write!(out, " | subj {}", head(subject));
        }
        if let Some(object) = self.object(id) {
            let _ = write!(out, " | obj {}", head(object));
        }
        for (name, token) in [("attr", verb.attribute), ("acc", verb.accusative), ("dat", verb.dative)] {
            if let Some(token) = token {
                let _ = write!(out, " | {name} {}", doc.form(token.index()));
            }
        }
        for (prep, phrase) in self.complements(id) {
            let _ = write!(out, " | {} {}", text(prep), head(phrase));
        }
        if let Some(clause) = self.completive(id) {
            let _ = write!(out, " | that «{}»", self.clause_text(doc, clause));
        }
        if let Some(infinitive) = self.infinitive_complement(id).and_then(|v| self.verb(v)) {
            let _ = write!(out, " | inf {}", text(infinitive.lemma));
        }
        out.push('\n');
    }

    fn phrase_line(&self, doc: &Document<'_>, id: PhraseId, out: &mut String) {
        let Some(phrase) = self.phrase(id) else { return };
        let maximal = self.maximal(id);
        let complements: Vec<_> = self.complements_of_noun(id).collect();
        let members: Vec<_> = self.coordination(id).collect();
        let first = members.first() == Some(&id) && members.len() > 1;
        let apposition = self.apposition(id).filter(|other| id < *other);
        if apposition.is_none()
            && !first
            && phrase.relative.is_none()
            && phrase.brackets.is_none()
            && maximal == phrase.span
            && phrase.name.is_none_or(|n| n == phrase.span)
        {
            return;
        }
        let _ = write!(out, "  ({})", doc.slice(maximal));
        if let Some(name) = phrase.name.filter(|n| *n != phrase.span) {
            let _ = write!(out, " name {}", doc.slice(name));
        }
        if let Some(other) = apposition {
            let _ = write!(out, " = {}", doc.slice(self.maximal(other)));
        }
        if first {
            let heads: Vec<_> =
                members.iter().filter_map(|m| self.phrase(*m)).map(|p| doc.form(p.head.index())).collect();
            let _ = write!(out, " & {}", heads.join(" "));
        }
        if phrase.relative.is_some() {
            out.push_str(" rel");
        }
        if let Some(clause) = phrase.brackets {
            let _ = write!(out, " {}", self.clause_text(doc, clause));
        }
        for (prep, other) in complements {
            let form = self.phrase(other).map_or("", |p| doc.form(p.head.index()));
            let _ = write!(out, " | {} {form}", text(prep));
        }
        out.push('\n');
    }

    fn clause_text(&self, doc: &Document<'_>, clause: ClauseId) -> String {
        let span = self.clause(clause).map_or_else(TokenSpan::default, |c| c.span);
        doc.slice(span).to_owned()
    }
}

fn text(word: WordId) -> &'static str {
    Lexicon::french().text(word)
}

fn short(name: &str) -> String {
    name.chars().take(5).collect::<String>().to_lowercase()
}
