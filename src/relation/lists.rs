use crate::lexicon::word_lists;

word_lists! {
    /// Words that the relations turn on, by their ids.
    pub(super) struct Lists from "data/lists.tsv" {
        heads leading leaving relays taking turning units
    }
}
