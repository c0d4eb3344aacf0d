use super::Extractor;
use super::extractor::Settings;
use crate::mention::Weights;
use crate::value::Date;

/// Settings of an [`Extractor`].
#[derive(Debug, Default)]
pub struct ExtractorBuilder {
    settings: Settings,
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
        self.settings.weights = Some(weights);
        self
    }

    /// The extractor with these settings.
    pub fn build(self) -> Extractor {
        Extractor { settings: self.settings }
    }
}
