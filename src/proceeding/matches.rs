use super::builtin::rules;
use crate::french::FrenchView;
use crate::ontology::MentionForm;
use crate::resolve::Reading;
use crate::rule::{Match, Rules};

/// What the rules match in an article: the user's own, which come first, and the built-in ones.
#[derive(Debug)]
pub(crate) struct Matches<'a> {
    pub view: FrenchView<'a>,
    /// The user's rules.
    pub own: Option<&'a Rules>,
    /// What they match, in the order of the tokens.
    pub by_own: Vec<Match>,
    /// What the built-in ones match.
    pub built_in: Vec<Match>,
}

impl<'a> Matches<'a> {
    /// Matches all rules.
    pub fn read(reading: &'a Reading<'a>, own: Option<&'a Rules>) -> Self {
        let view = FrenchView::new(reading);
        let found = |rules: Option<&Rules>| rules.map(|rules| matches(rules, &view)).unwrap_or_default();
        let (by_own, built_in) = (found(own), found(rules()));
        Self { view, own, by_own, built_in }
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.by_own.len() + self.built_in.len()
    }
}

/// What rules find in an article, in the order of the tokens.
fn matches(rules: &Rules, view: &FrenchView<'_>) -> Vec<Match> {
    let resolved = view.scene().reading().resolved;
    // A word inside a name tells nothing («Le Procès»); one inside a description may.
    let may = |i| resolved.mention_at(i).is_none_or(|mention| mention.form != MentionForm::Name);
    let mut found = Vec::new();
    rules.matcher().run_where(view, may, &mut found);
    found
}
