use super::Words;
use crate::document::Document;
use crate::lexicon::{Classes, Lexicon, Penalty, Pos, WordId};
use crate::ontology::{EntityKind, MentionForm};
use crate::resolve::Reading;
use crate::syntax::Tag;
use crate::token::{Mark, TokenKind, TokenSpan};
use crate::value::{Value, ValueMention};

/// An article as the French grammar of the rules sees it: tokens, with the names and values that stand at them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scene<'a> {
    reading: &'a Reading<'a>,
}

/// How far complements are followed to the right.
pub(super) const LONGEST_TAIL: usize = 60;

impl<'a> Scene<'a> {
    pub const fn new(reading: &'a Reading<'a>) -> Self {
        Self { reading }
    }

    pub const fn doc(&self) -> &'a Document<'a> {
        self.reading.doc
    }

    pub const fn reading(&self) -> &'a Reading<'a> {
        self.reading
    }

    /// The longest name that begins at a token, with the kind of its bearer.
    pub fn name_at(&self, at: usize) -> Option<(TokenSpan, EntityKind)> {
        // The innermost mention is the last one that begins before or at the token.
        if self.reading.resolved.mention_at(at).is_none_or(|inner| inner.tokens.start() != at) {
            return None;
        }
        let mentions = self.reading.resolved.mentions();
        let first = mentions.partition_point(|mention| mention.tokens.start() < at);
        mentions
            .get(first..)?
            .iter()
            .take_while(|mention| mention.tokens.start() == at)
            .find(|mention| {
                mention.form == MentionForm::Name
                    && matches!(
                        mention.kind,
                        EntityKind::Person
                            | EntityKind::Organisation
                            | EntityKind::Location
                            | EntityKind::Event
                            | EntityKind::Product
                    )
            })
            .map(|mention| (mention.tokens, mention.kind))
    }

    /// The value that begins at a token.
    pub fn value_at(&self, at: usize) -> Option<&'a ValueMention> {
        if !self.reading.starts.has(at) {
            return None;
        }
        let values = self.reading.values;
        let first = values.partition_point(|value| value.tokens.start() < at);
        values.get(first).filter(|value| value.tokens.start() == at)
    }

    /// The values that begin inside a run.
    pub fn values_in(&self, run: TokenSpan) -> &'a [ValueMention] {
        let values = self.reading.values;
        let first = values.partition_point(|value| value.tokens.start() < run.start());
        let last = values.partition_point(|value| value.tokens.start() < run.end());
        values.get(first..last).unwrap_or_default()
    }

    /// The date that begins at a token.
    pub fn date_at(&self, at: usize) -> Option<TokenSpan> {
        self.value_at(at).filter(|value| matches!(value.value, Value::Date(_))).map(|value| value.tokens)
    }

    /// The penalty that begins at a token.
    pub fn penalty_at(&self, at: usize) -> Option<&'a ValueMention> {
        self.value_at(at).filter(|value| matches!(value.value, Value::Penalty(_)))
    }

    /// Where the aside that ends just before `end` begins: «, en 2014,», «(LR)», «jeudi 8 décembre».
    pub fn aside_ending(&self, end: usize, floor: usize) -> Option<usize> {
        let doc = self.doc();
        let last = end.checked_sub(1).filter(|last| *last >= floor)?;
        let open = match doc.form(last) {
            "," => ",",
            ")" => "(",
            _ => {
                let values = self.reading.values;
                let next = values.partition_point(|value| value.tokens.start() < end);
                let date = next.checked_sub(1).and_then(|at| values.get(at))?;
                return (date.tokens.end() == end
                    && matches!(date.value, Value::Date(_))
                    && date.tokens.start() > floor)
                    .then(|| date.tokens.start());
            }
        };
        let mut quoted = false;
        for at in (floor..last).rev() {
            match doc.form(at) {
                "»" | "”" => quoted = true,
                "«" | "“" => quoted = false,
                form if form == open && !quoted => return Some(at),
                _ => {}
            }
        }
        None
    }

    /// The end of the parenthesis or quotation that begins at a token.
    pub fn closed(&self, at: usize, end: usize) -> Option<usize> {
        if self.doc().mark(at) != Mark::OpenBracket {
            return None;
        }
        let close = match self.doc().form(at) {
            "(" => ")",
            "[" => "]",
            _ => return None,
        };
        (at..end.min(at + LONGEST_TAIL)).find(|i| self.doc().form(*i) == close).map(|i| i + 1)
    }

    /// Whether the token is a finite verb and hardly anything else.
    pub fn is_finite(&self, at: usize) -> bool {
        let doc = self.doc();
        let classes = doc.classes(at);
        // «arrêté *puis* relâché» is no form of «pouvoir».
        if !classes.any(Classes::FINITE) || Words::french().then.contains(&doc.word(at)) {
            return false;
        }
        if classes.any(Classes::ETRE | Classes::AVOIR | Classes::MODAL) {
            return !(at > 0
                && doc.is(at - 1, Classes::DETERMINER)
                && classes.any(Classes::NOUN)
                && !doc.is(at - 1, Classes::CLITIC));
        }
        if classes.any(Classes::PREPOSITION | Classes::DETERMINER | Classes::FUNCTION)
            || self.name_at(at).is_some()
        {
            return false;
        }
        if !classes.any(Classes::NOUN | Classes::ADJECTIVE | Classes::PAST_PARTICIPLE) {
            return doc.token(at).is_some_and(|t| t.kind == TokenKind::Word && !t.shape.is_capital());
        }
        // «X, déjà condamné, *risque* sept ans»: what follows tells the verb.
        let clause = at > 0
            && doc.form(at - 1) == ","
            && !classes.any(Classes::PAST_PARTICIPLE | Classes::OFFENCE | Classes::PENALTY)
            && (doc.is(at + 1, Classes::DETERMINER | Classes::NUMERAL)
                || doc.token(at + 1).is_some_and(|t| t.kind == TokenKind::Number));
        // «juge», «porte», «visite»: a verb only behind its pronoun.
        clause
            || at > 0 && (doc.is(at - 1, Classes::SUBJECT_PRONOUN) || self.is_verb_of_people(at))
            || Lexicon::french().analyses(doc.word(at)).next().is_some_and(|a| a.pos == Pos::Verb)
                && !(at > 0
                    && doc.is(at - 1, Classes::DETERMINER | Classes::PREPOSITION | Classes::ADJECTIVE))
                && !classes.any(Classes::PAST_PARTICIPLE)
    }

    /// Whether a word that may be noun or verb is a noun here.
    #[inline]
    pub fn is_noun(&self, at: usize) -> bool {
        let classes = self.doc().classes(at);
        classes.any(Classes::NOUN) && (!classes.any(Classes::VERB) || self.is_rather_noun(at))
    }

    fn is_rather_noun(&self, at: usize) -> bool {
        let doc = self.doc();
        let Some(before) = at.checked_sub(1).filter(|before| doc.sentence_of(at).has(*before)) else {
            return !doc.is(at, Classes::PAST_PARTICIPLE);
        };
        if doc.is(before, Classes::SUBJECT_PRONOUN | Classes::ETRE | Classes::AVOIR | Classes::RELATIVE) {
            return false;
        }
        // «le tribunal le *relaxe*»: no noun in the feminine.
        if self.clashes_with_article(before, at) || self.is_verb_of_people(at) {
            return false;
        }
        // «la cour d’assises *juge* un homme»: before an article or a number stands the verb.
        let object = doc.is(at + 1, Classes::DETERMINER) && !doc.is(at + 1, Classes::PREPOSITION)
            || doc.counts(at + 1) && !doc.is(at + 1, Classes::PREPOSITION);
        let behind_noun = doc.is(before, Classes::NOUN)
            && !doc.is(before, Classes::DETERMINER | Classes::PREPOSITION | Classes::NUMERAL);
        if object && behind_noun && doc.is(at, Classes::FINITE) && !doc.is(at, Classes::PAST_PARTICIPLE) {
            return false;
        }
        // «…, les quatre autres *condamnés à* deux ans»: what befell them, not who they are.
        if matches!(doc.form(before), "autre" | "autres")
            && doc.is(at, Classes::PAST_PARTICIPLE)
            && doc.is(at, Classes::JUDICIAL_VERB)
            && (matches!(doc.form(at + 1), "à" | "aux" | "pour")
                || !doc.is(at, Classes::ROLE | Classes::HUMAN))
        {
            return false;
        }
        // «*nouvelle* plainte», «32 *autres* détenus»: an adjective that stands before its noun.
        let first = before == doc.sentence_of(at).start();
        let fronted = doc.is(before, Classes::ADJECTIVE)
            && !doc.is(before, Classes::HUMAN | Classes::ROLE | Classes::PAST_PARTICIPLE)
            && (first
                || doc.is(before - 1, Classes::DETERMINER | Classes::NUMERAL)
                || doc.token(before - 1).is_some_and(|t| t.kind == TokenKind::Number));
        let follows = fronted
            || doc.is(before, Classes::DETERMINER | Classes::NUMERAL)
            || doc.is(before, Classes::PREPOSITION) && !doc.is(at, Classes::PAST_PARTICIPLE)
            || doc.is(before, Classes::ADJECTIVE) && !doc.is(at, Classes::PAST_PARTICIPLE);
        follows
            && !(doc.is(before, Classes::CLITIC)
                && doc.is(at, Classes::FINITE)
                && self.follows_subject(before))
    }

    /// Whether «le» stands before a word that is a noun in the feminine only, or «la» before one in the masculine.
    fn clashes_with_article(&self, article: usize, at: usize) -> bool {
        let doc = self.doc();
        let feminine = match doc.form(article) {
            "le" => false,
            "la" => true,
            _ => return false,
        };
        let nouns = || Lexicon::french().analyses(doc.word(at)).filter(|a| a.pos == Pos::Noun);
        doc.is(at, Classes::FINITE)
            && nouns().next().is_some()
            && nouns().all(|a| if feminine { !a.agreement.feminine() } else { !a.agreement.masculine() })
    }

    /// Whether a participle says what justice did to the noun before it; before a name it says who the bearer is.
    pub fn befell(&self, at: usize) -> bool {
        let named =
            |(name, kind): (TokenSpan, EntityKind)| kind == EntityKind::Person && name.start() == at + 1;
        self.doc().is(at, Classes::PAST_PARTICIPLE)
            && self.doc().is(at, Classes::JUDICIAL_VERB)
            && !self.name_at(at + 1).is_some_and(named)
    }

    /// «la justice italienne *réclame* l’extradition», «le suspect *risque* vingt ans»: behind an adjective or a noun for
    /// people, before an article or a number stands the verb.
    pub fn is_verb_of_people(&self, at: usize) -> bool {
        let (doc, people) = (self.doc(), Classes::DEMONYM | Classes::HUMAN | Classes::ROLE);
        doc.is(at, Classes::FINITE)
            && (doc.is(at - 1, people)
                || doc.is(at - 1, Classes::ADJECTIVE) && at > 1 && doc.is(at - 2, people))
            && !doc.is(at, Classes::ADJECTIVE | Classes::PREPOSITION | Classes::ROLE | Classes::HUMAN)
            && (doc.is(at + 1, Classes::DETERMINER | Classes::NUMERAL) || self.value_at(at + 1).is_some())
    }

    /// «le maire *dément*»: what may be an adjective is the verb of the clause, by its tag.
    pub fn is_told_verb(&self, at: usize) -> bool {
        self.doc().is(at, Classes::FINITE)
            && self.reading.syntax.tag(at) == Tag::VerbFinite
            && !self.doc().is(at + 1, Classes::ETRE | Classes::AVOIR | Classes::MODAL)
    }

    /// Whether a word that may be article or pronoun stands behind a subject: «qui *le* juge», «le tribunal *l’*accuse».
    fn follows_subject(&self, at: usize) -> bool {
        let doc = self.doc();
        at > 0 && doc.is(at - 1, Classes::SUBJECT_PRONOUN | Classes::RELATIVE | Classes::NEGATION)
    }

    /// The lemma of a word in its place.
    #[inline]
    pub fn lemma(&self, at: usize) -> WordId {
        let doc = self.doc();
        let roots = doc.roots(at);
        // Where both readings have one lemma, or one only is there, nothing need be asked.
        let lemma = if roots.verb == roots.noun || !doc.is(at, Classes::VERB) || self.is_noun(at) {
            roots.noun
        } else {
            roots.verb
        };
        if lemma.is_known() { lemma } else { roots.usual }
    }

    /// The words of the lists for penalties that begin at a token.
    pub fn penalty_words(&self, at: usize) -> Option<TokenSpan> {
        let doc = self.doc();
        if !doc.is(at, Classes::PENALTY) {
            return None;
        }
        doc.find::<Penalty>(at).map(|(len, _)| TokenSpan::new(at, at + len))
    }

    /// Whether a phrase begins with a definite article or demonstrative.
    pub fn is_definite(&self, run: TokenSpan) -> bool {
        matches!(
            self.doc().form(run.start()).to_lowercase().as_str(),
            "le" | "la" | "l'" | "l’" | "les" | "ce" | "cet" | "cette" | "ces" | "du" | "des" | "au" | "aux"
        )
    }

    /// Whether two dates name different years.
    pub fn years_differ(&self, a: TokenSpan, b: TokenSpan) -> bool {
        let year = |run: TokenSpan| {
            self.values_in(run).iter().find_map(|value| match &value.value {
                Value::Date(date) => {
                    date.get(..4).filter(|year| year.bytes().all(|b| b.is_ascii_digit())).map(str::to_owned)
                }
                _ => None,
            })
        };
        matches!((year(a), year(b)), (Some(a), Some(b)) if a != b)
    }

    /// Whether the token lies inside a name that begins before it.
    pub fn in_name_before(&self, at: usize) -> bool {
        self.reading
            .resolved
            .mention_at(at)
            .is_some_and(|m| m.form == MentionForm::Name && m.tokens.start() < at)
    }

    /// Whether a noun can head a body that accuses, judges or is judged: «banque», «tribunal».
    pub fn is_body(&self, at: usize) -> bool {
        self.doc().is(at, Classes::ORGANISATION_HEAD | Classes::COURT)
    }
}
