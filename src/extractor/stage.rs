/// How far a text is read. Each stage needs those before it.
///
/// ```
/// use greffier::Extractor;
/// use greffier::extractor::Stage;
/// let extractor = Extractor::french();
/// let mut worker = extractor.worker();
/// let (graph, counts) = worker.extract_to("Claire Montreuil a démissionné.", Stage::Names);
/// assert_eq!((counts.tokens, counts.names), (5, 1));
/// assert!(graph.entities.is_empty(), "that is the next stage");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum Stage {
    /// Tokens with their words, sentences, quotations, paragraphs.
    Document,
    /// Dates, amounts, durations, penalties.
    Values,
    /// Verb groups, noun phrases, clauses.
    Syntax,
    /// Mentions of names.
    Names,
    /// Who is who.
    Entities,
    /// Who said what.
    Statements,
    /// What the rules match: the words of each step, and its arguments.
    Matches,
    /// Who was charged with, convicted of what, made of the matches.
    Proceedings,
    /// Roles, ties and involvements: everything.
    Relations,
}

impl Stage {
    /// All stages, in their order.
    pub const ALL: [Self; 9] = [
        Self::Document,
        Self::Values,
        Self::Syntax,
        Self::Names,
        Self::Entities,
        Self::Statements,
        Self::Matches,
        Self::Proceedings,
        Self::Relations,
    ];
}

/// What was counted on the way to a stage; 0 for what lies behind it.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
#[non_exhaustive]
pub struct Counts {
    /// Tokens of the text.
    pub tokens: usize,
    /// Dates, amounts and the like.
    pub values: usize,
    /// Verb groups.
    pub verbs: usize,
    /// Mentions of names, those of dates and amounts among them.
    pub names: usize,
    /// Matches of rules.
    pub matches: usize,
}
