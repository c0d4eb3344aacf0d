use super::choice::Scored;
use super::descent::{Examples, Pull};
use super::finder::Finder;
use super::piece::Piece;
use super::weights::{EVENT, KINDS, LOCATION, ORGANISATION, PERSON, PRODUCT, Weights};
use crate::Span;
use crate::document::Document;
use crate::ontology::EntityKind;
use crate::token::TokenSpan;
use crate::value::values_into;

/// Learns [`Weights`] from articles whose names are known.
///
/// The method is multinomial logistic regression over the candidates of each article, in two steps: first
/// what stands in and around a candidate, then, on top of that, what the rest of the article says about
/// it. For the second step every article is read with weights that were fitted without it, so that
/// the first step does not look better than it is (stacking, Wolpert 1992).
///
/// The same articles in the same order give the same weights.
#[derive(Default)]
pub struct Trainer {
    articles: Vec<Article>,
}

struct Article {
    text: String,
    /// Candidates with their own evidence and their true kind.
    candidates: Vec<(Vec<Piece>, Option<usize>)>,
    gold: Vec<(TokenSpan, usize)>,
    /// Names that are no candidates.
    unreached: Vec<TokenSpan>,
}

/// How long and how hard to fit.
#[derive(Clone, Copy, Debug)]
pub struct TrainerOptions {
    /// Passes over the examples.
    pub passes: usize,
    /// A piece of evidence must be seen this often to get a weight.
    pub least: usize,
    /// Pull of every weight towards 0.
    pub pull: f32,
    /// The same, of the pieces with a word in them.
    pub word_pull: f32,
    /// Groups that the articles are dealt into for the second step.
    pub folds: usize,
    /// Added to every kind at the end: above 0, more names are found and more of them are wrong.
    pub lean: f32,
}

/// What is true of French and too rare in the articles to be learnt: a weight is at least this, or, below 0, at most.
const BOUNDS: &[(Piece, usize, f32)] = &[
    // «à Vichy»: the town, not what is named after it.
    (Piece::listed_place_after_preposition, LOCATION, 1.0),
    (Piece::listed_place_after_preposition, ORGANISATION, -1.0),
    // «la banque BTA»: three letters are no name without their noun.
    (Piece::head_then_acronym, ORGANISATION, 2.0),
    (Piece::acronym_after_head, ORGANISATION, -1.0),
    // «le RC Vauclaire»: letters of clubs and the name of a place.
    (Piece::club_letters, ORGANISATION, 3.0),
    // «le journal L’Avenir», «le PDG d’Elmora», «Elmora est un groupe»: what the noun says goes for a name that no list has.
    (Piece::announced_by_noun, ORGANISATION, 1.2),
    (Piece::announced_by_noun, PERSON, -1.6),
    (Piece::announced_by_noun, LOCATION, -1.0),
    (Piece::complement_of_company, ORGANISATION, 2.0),
    (Piece::complement_of_company, PERSON, -1.0),
    (Piece::defined_as_body, ORGANISATION, 2.5),
    (Piece::defined_as_body, PERSON, -2.5),
    (Piece::defined_as_body, LOCATION, -2.5),
    (Piece::defined_as_person, PERSON, 1.5),
    (Piece::defined_as_place, LOCATION, 2.0),
    // «tribunal de grande instance de Paris»
    (Piece::seated_body, ORGANISATION, 2.3),
    // «le Foyer rural», «la Commission bancaire»: inside a sentence a noun for bodies has its capital from a name.
    (Piece::head_capital_inside, ORGANISATION, 1.4),
    (Piece::doc_announced_organisation, ORGANISATION, 2.5),
    (Piece::doc_announced_organisation, PERSON, -1.2),
    // «Collins & Marsh», «Sarda Frères»; «la Société Dubreuil-Martin»
    (Piece::firm_form, ORGANISATION, 2.5),
    (Piece::firm_form, PERSON, -2.5),
    (Piece::firm_head, ORGANISATION, 1.5),
    // «le milieu de l’OM Karim Souilah»: two names, never one.
    (Piece::letters_before_person, ORGANISATION, 2.5),
    (Piece::letters_with_person, PERSON, -6.0),
    (Piece::letters_with_person, ORGANISATION, -6.0),
    (Piece::letters_with_person, LOCATION, -6.0),
    (Piece::letters_with_person, EVENT, -6.0),
    (Piece::letters_with_person, PRODUCT, -6.0),
    (Piece::person_behind_letters, PERSON, 5.0),
    // «Facebook a annoncé»
    (Piece::acting_network, ORGANISATION, 1.5),
    (Piece::acting_network, PRODUCT, -1.5),
    // «le juge Valmy»: in most articles somebody has told the first name before, in a short one nobody has.
    (Piece::role_then_name, PERSON, 2.0),
    // «Marchand est attendu»: a noun has its article, a name has not.
    (Piece::doc_surname_at_start, PERSON, 0.5),
];

impl Default for TrainerOptions {
    fn default() -> Self {
        Self { passes: 12, least: 2, pull: 2e-4, word_pull: 1e-3, folds: 5, lean: 0.4 }
    }
}

impl Trainer {
    /// A trainer that has seen nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an article with its names: spans in bytes and what they name. Names that lie inside others, or
    /// that do not begin and end with a token, teach nothing.
    pub fn add(&mut self, text: &str, names: &[(Span, EntityKind)]) {
        let doc = Document::new(text);
        let gold: Vec<(TokenSpan, usize)> = names
            .iter()
            .filter_map(|(span, kind)| Some((doc.tokens_of(*span)?, KINDS.iter().position(|k| k == kind)?)))
            .collect();
        let mut values = Vec::new();
        values_into(&doc, None, &mut values);
        let mut candidates = Vec::new();
        let mut unreached: Vec<TokenSpan> = gold.iter().map(|(tokens, _)| *tokens).collect();
        Finder::default().evidence_of_all(&doc, &values, |tokens, pieces| {
            unreached.retain(|name| *name != tokens);
            candidates.push((pieces.to_vec(), label(&gold, tokens)));
        });
        self.articles.push(Article { text: text.to_owned(), candidates, gold, unreached });
    }

    /// Number of articles seen.
    pub fn len(&self) -> usize {
        self.articles.len()
    }

    /// Whether no article was seen.
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }

    /// How many of the names that begin and end with a token are candidates at all, and how many there are:
    /// no weights can find the others.
    pub fn reach(&self) -> (usize, usize) {
        let found = |a: &Article| a.candidates.iter().filter(|(_, label)| label.is_some()).count();
        (self.articles.iter().map(found).sum(), self.articles.iter().map(|a| a.gold.len()).sum())
    }

    /// The names that are no candidates, each with the place of its article.
    pub fn unreached(&self) -> impl Iterator<Item = (usize, String)> {
        self.articles.iter().enumerate().flat_map(|(i, article)| {
            let doc = Document::new(&article.text);
            let missing: Vec<(usize, String)> =
                article.unreached.iter().map(|tokens| (i, doc.slice(*tokens).to_owned())).collect();
            missing
        })
    }

    /// Fits weights on all articles.
    pub fn fit(&self, options: TrainerOptions) -> Weights {
        self.fit_where(options, |_| true)
    }

    /// Fits weights on the articles whose place answers true: for cross-validation.
    pub fn fit_where(&self, options: TrainerOptions, wanted: impl Fn(usize) -> bool) -> Weights {
        let folds = options.folds.max(2);
        let chosen: Vec<usize> = (0..self.articles.len()).filter(|i| wanted(*i)).collect();
        let mut memories = Examples::default();
        for fold in 0..folds {
            let others = chosen.iter().enumerate().filter(|(n, _)| n % folds != fold).map(|(_, i)| *i);
            let weights = Weights::new(&self.own_evidence(others, options));
            for (_, i) in chosen.iter().enumerate().filter(|(n, _)| n % folds == fold) {
                self.recall(*i, &weights, &mut memories);
            }
        }
        let mut pairs = self.own_evidence(chosen.iter().copied(), options);
        // A few dense pieces on top of large scores: they need more passes and no pull.
        pairs.extend(memories.fit(options.passes * 4, options.least, Pull { fixed: 0.0, word: 0.0 }));
        for (_, scores) in pairs.iter_mut().filter(|(piece, _)| *piece == Piece::doc_bias) {
            *scores = scores.map(|score| score + options.lean);
        }
        for (piece, kind, bound) in BOUNDS {
            if pairs.iter().all(|(known, _)| known != piece) {
                pairs.push((*piece, [0.0; KINDS.len()]));
            }
            for (_, scores) in pairs.iter_mut().filter(|(known, _)| known == piece) {
                scores[*kind] =
                    if *bound > 0.0 { scores[*kind].max(*bound) } else { scores[*kind].min(*bound) };
            }
        }
        Weights::new(&pairs)
    }

    fn own_evidence(
        &self,
        articles: impl Iterator<Item = usize>,
        options: TrainerOptions,
    ) -> Vec<(Piece, super::weights::Scores)> {
        let mut examples = Examples::default();
        for i in articles {
            for (pieces, label) in &self.articles[i].candidates {
                examples.push(pieces, [0.0; KINDS.len()], *label);
            }
        }
        let pull = Pull { fixed: options.pull, word: options.word_pull };
        examples.fit(options.passes, options.least, pull)
    }

    fn recall(&self, article: usize, weights: &Weights, examples: &mut Examples) {
        let article = &self.articles[article];
        let doc = Document::new(&article.text);
        let mut values = Vec::new();
        values_into(&doc, None, &mut values);
        let mut finder = Finder::default();
        finder.first_pass(&doc, &values, weights);
        finder.memories_of_all(&doc, |scored: &Scored, pieces| {
            examples.push(pieces, scored.scores, label(&article.gold, scored.tokens));
        });
    }
}

impl std::fmt::Debug for Trainer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Trainer({} articles)", self.articles.len())
    }
}

fn label(gold: &[(TokenSpan, usize)], tokens: TokenSpan) -> Option<usize> {
    gold.iter().find(|(span, _)| *span == tokens).map(|(_, kind)| *kind)
}
