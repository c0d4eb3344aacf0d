//! The layout of the pack. The packer compiles this very file, so writer and reader cannot disagree.

/// The sections of the pack. The packer writes them in this order.
#[derive(Clone, Copy, Debug)]
#[repr(usize)]
pub enum Section {
    /// Letters of all words, one after the other, in the order of their ids.
    Letters,
    /// Length of each word in bytes.
    Lengths,
    /// Where the letters of every sixteenth word begin.
    Blocks,
    /// Hash table of the forms, three bytes a slot.
    Table,
    /// Hash table of the forms with accents, under their letters without accents.
    Folded,
    /// Class set of each word, as the number of a set.
    ClassOf,
    /// The distinct sets of classes.
    ClassSets,
    /// Readings of each common word, as the number of a list.
    ReadingsOf,
    /// Where each list of readings begins.
    ReadingStarts,
    /// The readings: part of speech, agreement, persons, number of the lemma, tenses.
    Readings,
    /// Lemma of each common word; with the high bit set, where its lemmas begin in the next section.
    LemmaOf,
    /// Lemmas of the words that have several.
    Lemmas,
    /// Ranks of names: first name, surname, place, four bits each.
    Ranks,
    /// Trie of the phrases of the lists.
    PhraseWords,
    /// Node under each edge.
    PhraseEdges,
    /// Values of each node.
    PhraseNodes,
    /// The values: list and entry.
    PhraseValues,
    /// Columns of the entries.
    PhraseEntries,
    /// Trie of the names.
    NameWords,
    /// Edges of each node of the names.
    NameEdges,
    /// Values of each node of the names.
    NameNodes,
    /// The values: entry and capitals.
    NameValues,
    /// Columns of the entries of the names.
    NameEntries,
    /// Canonical names, one after the other.
    NameLetters,
    /// Nothing yet.
    Spare,
}

/// Number of sections.
pub const SECTIONS: usize = 25;

/// First bytes of a pack: a magic word and the version of the layout.
pub const MAGIC: [u8; 8] = *b"GREFFPK1";

/// In a phrase, the mark of a word that stands for every form of the verb.
pub const ANY_FORM: u32 = 1 << 24;

/// Where the number of the list stands in the value of a phrase.
pub const LIST_SHIFT: u32 = 26;
