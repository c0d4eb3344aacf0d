use std::sync::Arc;

use super::Extractor;
use super::extractor::Settings;
use crate::french::FrenchVocabulary;
use crate::gazetteer::Gazetteer;
use crate::mention::Weights;
use crate::rule::{Page, PageErrors, Rules};
use crate::value::Date;

/// Settings of an [`Extractor`].
///
/// ```
/// use greffier::Extractor;
/// use greffier::gazetteer::{Format, Gazetteer};
///
/// let names = "name\tkind\tid\nArmoric Radoub\torganisation\tSIREN 000\n";
/// let gazetteer = Gazetteer::builder().text(Format::Tsv, "shipyards.tsv", names)?.build();
/// let extractor = Extractor::builder().gazetteer(gazetteer).build();
/// let graph = extractor.extract("Le chantier Armoric Radoub a fermé.");
/// assert_eq!(graph.entities[0].external_id.as_deref(), Some("SIREN 000"));
/// # Ok::<(), greffier::gazetteer::GazetteerError>(())
/// ```
#[derive(Debug, Default)]
pub struct ExtractorBuilder {
    settings: Settings,
    pages: Vec<(String, String)>,
}

impl ExtractorBuilder {
    /// The day on which the texts were published: it makes «jeudi» and «l’an dernier» dates.
    #[must_use]
    pub fn published(mut self, date: Date) -> Self {
        self.settings.published = Some(date);
        self
    }

    /// Weights of the evidence for names, in place of the built-in ones.
    #[must_use]
    pub fn weights(mut self, weights: Weights) -> Self {
        self.settings.weights = Some(Arc::new(weights));
        self
    }

    /// Names of the user's own: they are found wherever they stand, beside and before the built-in ones, and their ids
    /// come out as [`Entity::external_id`](crate::graph::Entity::external_id). A second call replaces the first; one
    /// gazetteer can be made of many files.
    #[must_use]
    pub fn gazetteer(mut self, gazetteer: Gazetteer) -> Self {
        self.settings.gazetteer = Some(Arc::new(gazetteer));
        self
    }

    /// Adds a page of rules; `name` names it in messages. The [rule language](crate::docs::rules) says how it is written.
    ///
    /// What its rules make of kinds of their own comes out as [`Graph::links`](crate::Graph::links); what they make of
    /// the built-in kinds stands among the proceedings and relations, before what the built-in rules find at the same word.
    ///
    /// # Errors
    ///
    /// Where the page is not written as it should be, with all its mistakes, each with its place and what would do.
    pub fn page(mut self, name: &str, text: &str) -> Result<Self, PageErrors> {
        self.pages.push((name.to_owned(), text.to_owned()));
        let pages: Vec<Page<'_>> = self.pages.iter().map(|(name, text)| Page::new(name, text)).collect();
        self.settings.rules = Some(Arc::new(Rules::compile(&pages, &FrenchVocabulary)?));
        Ok(self)
    }

    /// The extractor with these settings.
    pub fn build(self) -> Extractor {
        Extractor { settings: self.settings }
    }
}
