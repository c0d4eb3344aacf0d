use crate::lexicon::word_lists;

word_lists! {
    /// Words that the reader of values turns on, by their ids.
    pub(super) struct Lists from "data/lists.tsv" {
        bans
    }
}
