use crate::lexicon::word_lists;

word_lists! {
    /// Words that the reader of statements turns on, by their ids.
    pub(super) struct Lists from "data/lists.tsv" {
        announcing asked bodies channels collectives complemented degrees events impersonal
        intending joining joints making measures naming obliging occasions several somebody utterances
    }
}
