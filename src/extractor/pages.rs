use super::{Extractor, Worker};
use crate::french::FrenchView;
use crate::proceeding;
use crate::resolve::Reading;
use crate::rule::{ExampleReport, Explanation, Rules, WhyNot, check_examples};

impl Extractor {
    /// Runs the sentences of the built-in rules; a report for each rule.
    ///
    /// # Errors
    ///
    /// Where the pages are not written as the rule language asks: what is wrong, for people.
    pub fn check_rules(&self) -> Result<Vec<ExampleReport>, String> {
        Ok(self.reports(&proceeding::compile().map_err(|errors| errors.to_string())?))
    }

    /// Runs the sentences of the pages that were added with [`page`](super::ExtractorBuilder::page); a report for each
    /// rule. For the tests of whoever writes pages.
    ///
    /// ```
    /// use greffier::Extractor;
    /// let page = "
    /// kind buys(buyer, bought)
    ///
    /// rule buys.plain
    ///   doc     Somebody buys an organisation.
    ///   on      ~racheter[active]
    ///   buyer   subject : Person Organisation
    ///   bought  object : Organisation
    ///   link    buys(buyer, bought)
    ///   yes     Le groupe Valmoret a racheté la société Kerlann.
    ///           -> buys(Valmoret; Kerlann)
    ///   no      Le groupe Valmoret a racheté ses fautes.
    /// ";
    /// let extractor = Extractor::builder().page("trade.page", page)?.build();
    /// for report in extractor.check_pages() {
    ///     assert!(report.is_ok(), "{report}");
    /// }
    /// # Ok::<(), greffier::rule::PageErrors>(())
    /// ```
    pub fn check_pages(&self) -> Vec<ExampleReport> {
        self.settings.rules.as_deref().map_or_else(Vec::new, |rules| self.reports(rules))
    }

    fn reports(&self, rules: &Rules) -> Vec<ExampleReport> {
        let mut worker = self.worker();
        check_examples(rules, |text| {
            worker.read(text, |reading| {
                let view = FrenchView::new(reading);
                rules.matches(&view).iter().map(|found| (found.rule, rules.written(found, &view))).collect()
            })
        })
    }

    /// What each part of a rule took, for everything that the rules find in the text: those of the user's pages, then the
    /// built-in ones.
    pub fn explain_rules(&self, text: &str) -> Vec<Explanation> {
        self.worker().read(text, |reading| {
            let view = FrenchView::new(reading);
            let explained = self.all_rules().map(|rules| {
                rules.matches(&view).iter().map(|found| rules.explain(&view, found)).collect::<Vec<_>>()
            });
            explained.flatten().collect()
        })
    }

    /// Why a rule finds nothing more in a text: where it stopped, at each word that could have been its trigger. `None`
    /// where no rule has this name.
    ///
    /// ```
    /// use greffier::Extractor;
    /// let extractor = Extractor::french();
    /// let stops = extractor.why_not("conviction.condemned", "La tempête est passée.").unwrap();
    /// assert_eq!(stops[0].to_string(), "no word of the text can be its trigger");
    /// ```
    pub fn why_not(&self, rule: &str, text: &str) -> Option<Vec<WhyNot>> {
        let (rules, id) = self.all_rules().find_map(|rules| Some((rules, rules.find(rule)?)))?;
        Some(self.worker().read(text, |reading| rules.why_not(id, &FrenchView::new(reading))))
    }

    fn all_rules(&self) -> impl Iterator<Item = &Rules> {
        self.settings.rules.as_deref().into_iter().chain(proceeding::rules())
    }
}

impl Worker<'_> {
    /// Reads a text as far as the rules need it.
    fn read<T>(&mut self, text: &str, see: impl FnOnce(&Reading<'_>) -> T) -> T {
        let doc = crate::document::Document::new(text);
        let resolved = self.resolve(&doc);
        see(&self.reading(&doc, &resolved))
    }
}
