use crate::lexicon::word_lists;

word_lists! {
    /// Words that the evidence for names turns on, by their ids.
    pub(super) struct Lists from "data/lists.tsv" {
        firms noble
    }
}
