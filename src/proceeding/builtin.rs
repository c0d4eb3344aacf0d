use once_cell::sync::Lazy;

use crate::french::FrenchVocabulary;
use crate::rule::{Page, PageErrors, Rules};

/// The pages on justice, in the order of the cascade.
pub(crate) const PAGES: &[(&str, &str)] = &[
    ("justice_words.page", include_str!("../rules/justice_words.page")),
    ("acquittal.page", include_str!("../rules/acquittal.page")),
    ("conviction.page", include_str!("../rules/conviction.page")),
    ("penalty.page", include_str!("../rules/penalty.page")),
    ("charge.page", include_str!("../rules/charge.page")),
    ("arrest.page", include_str!("../rules/arrest.page")),
    ("detention.page", include_str!("../rules/detention.page")),
    ("release.page", include_str!("../rules/release.page")),
    ("trial.page", include_str!("../rules/trial.page")),
    ("requisition.page", include_str!("../rules/requisition.page")),
    ("appeal.page", include_str!("../rules/appeal.page")),
    ("investigation.page", include_str!("../rules/investigation.page")),
    ("complaint.page", include_str!("../rules/complaint.page")),
    ("accusation.page", include_str!("../rules/accusation.page")),
    ("designation.page", include_str!("../rules/designation.page")),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_trigger_that_is_rare() {
        assert!(rules().is_some_and(|rules| !rules.wakes_everywhere()));
    }
}
