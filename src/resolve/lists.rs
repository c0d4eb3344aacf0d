use crate::lexicon::word_lists;

word_lists! {
    /// Words that the resolver turns on, by their ids.
    pub(super) struct Lists from "data/lists.tsv" {
        appellation as_seat before_calling borne calling deeds husbands known public_bodies
        unnamed_bodies variants wives
    }
}
