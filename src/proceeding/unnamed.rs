use super::antecedent::Antecedents;
use super::draft::{Draft, NEAR};
use super::party::Party;
use crate::french::Words;
use crate::lexicon::{Classes, Lexicon};
use crate::ontology::{EntityKind, Gender, MentionForm, ProceedingKind};
use crate::token::TokenSpan;

/// How many sentences back a case is still told.
const FARTHEST: usize = 3;
/// How many steps back.
const MOST: usize = 6;

/// The accused of a case to whom later sentences go back, with or without a name: «un homme … il», «deux hommes … ils»,
/// «un automobiliste … le trentenaire».
impl Antecedents<'_> {
    /// The accused whose case the last sentences tell: «il» is the accused before it is anybody else.
    pub fn of_case(&self, run: TokenSpan) -> Vec<Party> {
        if let Some(party) = self.of_dative(run) {
            return vec![party];
        }
        let (gender, plural) = match self.scene.doc().form(run.start()).to_lowercase().as_str() {
            "il" | "celui-ci" => (Gender::Masculine, false),
            "elle" | "celle-ci" => (Gender::Feminine, false),
            "ils" | "ceux-ci" => (Gender::Masculine, true),
            "elles" | "celles-ci" => (Gender::Feminine, true),
            // «Les gendarmes *l’*ont interpellé»
            "le" => (Gender::Masculine, false),
            "la" => (Gender::Feminine, false),
            "l'" | "l’" => (self.gender_of_participle(run.end()), false),
            "les" => (Gender::Masculine, true),
            _ => return Vec::new(),
        };
        if run.len() != 1 {
            return Vec::new();
        }
        // Where the article's flow points to one of the accused, the nearest step does not matter.
        let resolved = self.scene.reading().resolved;
        let meant =
            resolved.mention_at(run.start()).filter(|m| m.form == MentionForm::Pronoun).map(|m| m.entity);
        if let Some(entity) = meant
            && self.drafts.iter().any(|draft| draft.parties.iter().any(|p| p.entity == Some(entity)))
        {
            return vec![Party { entity: Some(entity), tokens: run }];
        }
        let Some(last) = self.last_told(run.start()) else { return Vec::new() };
        let told = self.meant(last, run, gender, plural);
        if !told.is_empty() {
            return told;
        }
        // «Six mineurs ont été mis en examen. Deux autres … Ils …», «X a été arrêtée. Son époux a été entendu. Elle …»
        let before = self.drafts.iter().rev().filter(|draft| {
            draft.token < last.token && !draft.parties.is_empty() && self.near(draft, run.start())
        });
        before
            .take(MOST)
            .map(|draft| self.meant(draft, run, gender, plural))
            .find(|told| !told.is_empty())
            .unwrap_or_default()
    }

    /// «le principal prévenu»: whom the first step of the article is about.
    pub fn of_principal(&self, run: TokenSpan) -> Option<Party> {
        let (doc, words) = (self.scene.doc(), Words::french());
        let principal = run.len() < 5
            && self.scene.is_definite(run)
            && run.indices().any(|at| matches!(doc.form(at), "principal" | "principale"))
            && run.indices().any(|at| words.suspects.contains(&doc.word(at)));
        if !principal {
            return None;
        }
        let first = self.drafts.iter().take(NEAR).find(|draft| !draft.parties.is_empty())?;
        let [party] = first.parties.as_slice() else { return None };
        Some(Party { entity: party.entity, tokens: if party.entity.is_some() { run } else { party.tokens } })
    }

    /// «Il *lui* est reproché d’avoir volé»: those without name whom the last step is about.
    fn of_dative(&self, run: TokenSpan) -> Option<Party> {
        let plural = match self.scene.doc().form(run.start()) {
            "lui" if run.len() == 1 => false,
            "leur" if run.len() == 1 => true,
            _ => return None,
        };
        match self.last_told(run.start())?.parties.as_slice() {
            [party] if party.entity.is_none() && self.is_plural(party.tokens) == plural => Some(*party),
            _ => None,
        }
    }

    /// «X a été libéré. *Arrêté en mai*, le correspondant du journal était détenu»: what a step is said of before its
    /// subject goes back to the one whom the last step was about.
    pub fn of_fronted(&self, run: TokenSpan) -> Option<Party> {
        let doc = self.scene.doc();
        let sentence = doc.sentence_of(run.start());
        let first = sentence.start();
        let again = |party: &&Party| party.tokens == run && party.entity.is_some();
        let here = self.drafts.iter().rev().take(MOST).filter(|draft| sentence.has(draft.token));
        if let Some(party) = here.flat_map(|draft| &draft.parties).find(again) {
            return Some(*party);
        }
        let fronted = doc.is(first, Classes::PAST_PARTICIPLE)
            && doc.is(first, Classes::JUDICIAL_VERB)
            && run.start() > first
            && doc.form(run.start() - 1) == ","
            && self.scene.is_definite(run)
            && !self.is_plural(run);
        let person = crate::french::Chunk::read(self.scene, run.start(), run.end()).is_some_and(|chunk| {
            doc.is(chunk.head, Classes::HUMAN | Classes::ROLE) && !self.scene.is_body(chunk.head)
        });
        // «*L’auteur présumé* avait été interpellé»
        let author = run.len() < 5
            && self.scene.is_definite(run)
            && !self.is_plural(run)
            && run.indices().any(|at| Words::french().presumed.contains(&doc.word(at)));
        if !(fronted && person || author) {
            return None;
        }
        let last = self.last_told(run.start())?;
        let [party] = last.parties.as_slice() else { return None };
        let entity = party.entity.filter(|entity| self.is_person(*entity))?;
        let near = author || doc.sentence_of(last.token).end() + 1 >= first;
        let gender = self.noun_gender(run);
        let agrees = gender.is_none_or(|feminine| {
            let wanted = if feminine { Gender::Feminine } else { Gender::Masculine };
            self.agrees(entity, Some(wanted))
        });
        (near && agrees).then_some(Party { entity: Some(entity), tokens: run })
    }

    /// What the participle behind «l’ont» says of him or her.
    fn gender_of_participle(&self, from: usize) -> Gender {
        let doc = self.scene.doc();
        let at = (from..from + 4)
            .find(|at| doc.is(*at, Classes::PAST_PARTICIPLE) && !doc.is(*at, Classes::AVOIR | Classes::ETRE));
        let readings = at.into_iter().flat_map(|at| Lexicon::french().analyses(doc.word(at)));
        let mut agreements = readings.map(|a| a.agreement).filter(|a| a.feminine() != a.masculine());
        if agreements.next().is_some_and(|a| a.feminine()) { Gender::Feminine } else { Gender::Masculine }
    }

    /// «Interpellé mardi, le suspect a avoué pendant *sa* garde à vue»: whose step the sentence has just told.
    pub fn of_own(&self, run: TokenSpan) -> Vec<Party> {
        let doc = self.scene.doc();
        if run.len() != 1 || !matches!(doc.form(run.start()), "son" | "sa" | "ses") {
            return Vec::new();
        }
        let sentence = doc.sentence_of(run.start());
        let told = self.drafts.iter().rev().take(MOST).find(|draft| sentence.has(draft.token));
        match told.map(|draft| draft.parties.as_slice()) {
            Some([party]) if party.entity.is_none() => vec![*party],
            _ => Vec::new(),
        }
    }

    /// Those whom the last step before a token is about, if it is told near.
    pub fn last_parties(&self, at: usize) -> Vec<Party> {
        self.last_told(at).map(|draft| draft.parties.clone()).unwrap_or_default()
    }

    /// «les deux hommes», «les trois suspects»: as many as the last step was about.
    pub fn of_counted(&self, run: TokenSpan) -> Vec<Party> {
        let (doc, words) = (self.scene.doc(), Words::french());
        if run.len() != 3 || !self.scene.is_definite(run) {
            return Vec::new();
        }
        let generic = words.generic.contains(&doc.word(run.start() + 2))
            || words.suspects.contains(&doc.word(run.start() + 2))
            || doc.is(run.start() + 2, Classes::HUMAN);
        let place = words.numbers.iter().position(|word| *word == doc.word(run.start() + 1));
        let Some(count) = place.filter(|_| generic).map(|place| place + 2) else { return Vec::new() };
        let last = self.drafts.iter().rev().take(MOST).find(|draft| draft.parties.len() == count);
        last.map(|draft| draft.parties.clone()).unwrap_or_default()
    }

    /// «le suspect» is nobody of whom no step and no apposition has told: not the mayor who came to the place.
    pub fn is_new_suspect(&self, run: TokenSpan, entity: crate::graph::EntityId) -> bool {
        let (doc, words) = (self.scene.doc(), Words::french());
        let suspect = run.indices().any(|i| words.suspects.contains(&doc.word(i)));
        let told = self
            .drafts
            .iter()
            .rev()
            .take(NEAR)
            .any(|draft| draft.parties.iter().any(|p| p.entity == Some(entity)));
        let beside = self.scene.name_at(run.end()).is_some() || doc.form(run.end()) == ",";
        suspect && !told && !beside && self.is_person(entity)
    }

    /// «Un homme a été arrêté, dit le capitaine X. *Le jeune homme* …»: no captain, where the last step was of one without name.
    pub fn is_of_unnamed(&self, run: TokenSpan, entity: crate::graph::EntityId) -> bool {
        let (doc, words) = (self.scene.doc(), Words::french());
        let generic = run.indices().any(|i| words.generic.contains(&doc.word(i)));
        let mut told = self.drafts.iter().rev().take(NEAR);
        generic
            && self.scene.is_definite(run)
            && self.last_parties(run.start()).iter().any(|party| party.entity.is_none())
            && !told.any(|draft| draft.parties.iter().any(|party| party.entity == Some(entity)))
    }

    /// «le premier», «la seconde»: that one of those whom the last step is about, or of the two whom the sentence before names.
    pub fn of_ordinal(&self, run: TokenSpan) -> Option<Party> {
        let (doc, words) = (self.scene.doc(), Words::french());
        if run.len() != 2 || !doc.is(run.start(), Classes::DETERMINER) {
            return None;
        }
        let place = match words.ordinals.iter().position(|word| *word == doc.word(run.start() + 1))? {
            0 | 1 => 0,
            2..=4 => 1,
            place => place - 3,
        };
        let several = self.drafts.iter().rev().take(NEAR).find(|draft| draft.parties.len() > 1);
        if let Some(party) = several.and_then(|draft| draft.parties.get(place)) {
            return Some(Party { entity: party.entity, tokens: run });
        }
        let sentence = doc.sentence_of(run.start());
        let before = doc.sentence_of(sentence.start().checked_sub(1)?);
        let mut named: Vec<crate::graph::EntityId> = Vec::new();
        for mention in self.scene.reading().resolved.mentions_in(TokenSpan::new(before.start(), run.start()))
        {
            if mention.form == MentionForm::Name
                && self.is_person(mention.entity)
                && !named.contains(&mention.entity)
            {
                named.push(mention.entity);
            }
        }
        (named.len() == 2)
            .then(|| named.get(place))
            .flatten()
            .map(|entity| Party { entity: Some(*entity), tokens: run })
    }

    /// The parties of a step, if the pronoun can stand for them.
    fn meant(&self, last: &Draft, run: TokenSpan, gender: Gender, plural: bool) -> Vec<Party> {
        match last.parties.as_slice() {
            [party] => match party.entity {
                Some(entity) if !plural && self.is_person(entity) && self.agrees(entity, Some(gender)) => {
                    vec![Party { entity: party.entity, tokens: run }]
                }
                // «*La* société Velmar a été inculpée. *Elle* …»
                Some(entity)
                    if !plural
                        && !self.is_person(entity)
                        && self.article_gender(party.tokens) == Some(gender)
                        && matches!(self.scene.doc().form(run.start()), "Il" | "Elle") =>
                {
                    vec![Party { entity: party.entity, tokens: run }]
                }
                None if self.group_fits(party.tokens, gender, plural) => vec![*party],
                _ => Vec::new(),
            },
            // «Une femme et son compagnon … *Elle* …»: the only one whom the pronoun fits.
            several if !plural => {
                let fits = |party: &&Party| match party.entity {
                    Some(entity) => self.is_person(entity) && self.known_gender(entity) == Some(gender),
                    None => self.group_fits(party.tokens, gender, false),
                };
                let mut fitting = several.iter().filter(fits);
                let only = fitting.next().filter(|_| fitting.next().is_none());
                only.map(|party| Party {
                    tokens: if party.entity.is_some() { run } else { party.tokens },
                    ..*party
                })
                .into_iter()
                .collect()
            }
            several => several
                .iter()
                .map(|party| Party {
                    tokens: if party.entity.is_some() { run } else { party.tokens },
                    ..*party
                })
                .collect(),
        }
    }

    /// The gender that the article of a phrase shows: «la société X», «le groupe X».
    pub(super) fn article_gender(&self, run: TokenSpan) -> Option<Gender> {
        let doc = self.scene.doc();
        let floor = doc.sentence_of(run.start()).start().max(run.start().saturating_sub(3));
        (floor..=run.start()).rev().find_map(|at| match doc.form(at).to_lowercase().as_str() {
            "le" | "un" => Some(Gender::Masculine),
            "la" | "une" => Some(Gender::Feminine),
            _ => None,
        })
    }

    pub(super) fn known_gender(&self, entity: crate::graph::EntityId) -> Option<Gender> {
        self.scene.reading().resolved.entity(entity).and_then(|entity| entity.gender)
    }

    /// The people without name whom a definite description takes up: «le suspect», «les trois hommes», «l’homme».
    pub fn of_unnamed(&self, run: TokenSpan) -> Option<Party> {
        let (doc, words) = (self.scene.doc(), Words::french());
        if run.len() > 5 || !self.scene.is_definite(run) {
            return None;
        }
        let suspect = run.indices().any(|i| words.suspects.contains(&doc.word(i)));
        let charged = if suspect && !self.is_plural(run) { self.last_charged() } else { None };
        let last = charged.or_else(|| self.last_told(run.start()))?;
        let said = |party: &Party, i: usize| {
            doc.is(i, Classes::HUMAN | Classes::ROLE)
                && party.tokens.indices().any(|j| doc.word(j) == doc.word(i) && doc.word(i).is_known())
        };
        let [party] = last.parties.as_slice() else {
            // «Une femme et son compagnon … *Le compagnon* …»
            let same = |party: &&Party| party.entity.is_none() && run.indices().any(|i| said(party, i));
            return last.parties.iter().find(same).copied();
        };
        if party.entity.is_some() || self.scene.is_definite(party.tokens) && party.tokens.len() < 3 {
            return None;
        }
        let plural = self.is_plural(run);
        let takes_up = |i: usize| {
            words.suspects.contains(&doc.word(i)) || words.generic.contains(&doc.word(i)) || said(party, i)
        };
        (plural == self.is_plural(party.tokens) && run.indices().any(takes_up)).then_some(*party)
    }

    /// Whether a step is told in the last sentences before a token.
    fn near(&self, draft: &Draft, at: usize) -> bool {
        let sentences = self.scene.doc().sentences();
        let place = |token: usize| sentences.partition_point(|s| s.start() <= token);
        place(at).saturating_sub(place(draft.token)) <= FARTHEST
    }

    /// The last charge against one person without name: «le mis en cause» is he rather than a brother who was heard.
    fn last_charged(&self) -> Option<&Draft> {
        let charges = self.drafts.iter().rev().take(NEAR).find(|draft| draft.kind == ProceedingKind::Charge);
        charges.filter(|draft| matches!(draft.parties.as_slice(), [one] if one.entity.is_none() && !self.is_plural(one.tokens)))
    }

    /// The last step before a token that has parties, if it is told near.
    fn last_told(&self, at: usize) -> Option<&Draft> {
        let told = || self.drafts.iter().rev().filter(|draft| !draft.parties.is_empty());
        // «depuis l’arrestation de X» speaks of X in passing only.
        let last = told().find(|draft| !self.scene.is_noun(draft.token)).or_else(|| told().next())?;
        self.near(last, at).then_some(last)
    }

    pub(super) fn is_person(&self, entity: crate::graph::EntityId) -> bool {
        self.scene.reading().resolved.entity(entity).is_some_and(|e| e.kind == EntityKind::Person)
    }

    /// Whether people without name can be meant by a pronoun of this gender and number.
    fn group_fits(&self, group: TokenSpan, gender: Gender, plural: bool) -> bool {
        let doc = self.scene.doc();
        let first = doc.form(group.start()).to_lowercase();
        let feminine = match first.as_str() {
            "un" | "le" | "ce" | "cet" => Some(false),
            "une" | "la" | "cette" => Some(true),
            _ => self.noun_gender(group),
        };
        let people = Classes::HUMAN | Classes::ROLE | Classes::DEMONYM | Classes::ORGANISATION_HEAD;
        let human = group.indices().any(|i| doc.is(i, people));
        let wanted = gender == Gender::Feminine;
        human && self.is_plural(group) == plural && (plural || feminine.is_none_or(|f| f == wanted))
    }

    /// Whether the noun for people in a phrase is feminine, where its form tells: «son époux», «l’actrice».
    fn noun_gender(&self, group: TokenSpan) -> Option<bool> {
        let doc = self.scene.doc();
        let head = group.indices().find(|i| doc.is(*i, Classes::HUMAN | Classes::ROLE))?;
        let agreement = Lexicon::french().analyses(doc.word(head)).next()?.agreement;
        (agreement.masculine() != agreement.feminine()).then(|| agreement.feminine())
    }

    pub(super) fn is_plural(&self, run: TokenSpan) -> bool {
        let doc = self.scene.doc();
        let at = run.start();
        match doc.form(at).to_lowercase().as_str() {
            "un" | "une" | "le" | "la" | "l'" | "l’" | "ce" | "cet" | "cette" | "son" | "sa" | "au"
            | "du" => false,
            "les" | "des" | "ces" | "ses" | "leurs" | "plusieurs" | "quelques" | "aux" => true,
            _ => {
                doc.counts(at)
                    || Lexicon::french()
                        .analyses(doc.word(at))
                        .next()
                        .is_some_and(|a| a.agreement.plural() && !a.agreement.singular())
            }
        }
    }
}
