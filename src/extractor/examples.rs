use super::Extractor;
use crate::document::Document;
use crate::french::FrenchView;
use crate::mention::Finder;
use crate::proceeding;
use crate::resolve::{Reading, resolve};
use crate::rule::{ExampleReport, check_examples};
use crate::syntax::Syntax;
use crate::value::values_into;

impl Extractor {
    /// Runs the sentences of the built-in rules; a report for each rule.
    ///
    /// # Errors
    ///
    /// Where the pages are not written as the rule language asks: what is wrong, for people.
    pub fn check_rules(&self) -> Result<Vec<ExampleReport>, String> {
        let rules = proceeding::compile().map_err(|errors| errors.to_string())?;
        let mut finder = Finder::default();
        let mut syntax = Syntax::default();
        Ok(check_examples(&rules, |text| {
            let doc = Document::new(text);
            let (mut values, mut mentions, mut descriptions) = (Vec::new(), Vec::new(), Vec::new());
            values_into(&doc, self.settings.published, &mut values);
            syntax.read(&doc);
            finder.find(&doc, &values, self.settings.weights(), &mut mentions);
            let resolved = resolve(&doc, &syntax, &mentions, &values, &mut descriptions);
            let reading = Reading {
                doc: &doc,
                syntax: &syntax,
                values: &values,
                resolved: &resolved,
                descriptions: &descriptions,
            };
            let view = FrenchView::new(&reading);
            rules.matches(&view).iter().map(|found| (found.rule, rules.written(found, &view))).collect()
        }))
    }
}
