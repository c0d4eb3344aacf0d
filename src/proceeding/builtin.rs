use once_cell::sync::Lazy;

use crate::french::FrenchVocabulary;
use crate::rule::{Page, PageErrors, Rules};

/// The pages on justice, in the order of the cascade.
pub(crate) const PAGES: &[(&str, &str)] = &[
    ("justice_words.page", include_str!("../rules/justice_words.page")),
    ("conviction.page", include_str!("../rules/conviction.page")),
];

/// Compiles the pages.
pub(crate) fn compile() -> Result<Rules, PageErrors> {
    let pages: Vec<Page<'_>> = PAGES.iter().map(|(name, text)| Page { name, text }).collect();
    Rules::compile(&pages, &FrenchVocabulary)
}

// Pages with a mistake would find nothing; a test compiles them, so they have none.
static RULES: Lazy<Option<Rules>> = Lazy::new(|| compile().ok());

/// The rules, compiled at first use.
pub(crate) fn rules() -> Option<&'static Rules> {
    RULES.as_ref()
}
