//! From lists to bytes. A test compiles this folder too, to prove the pack fresh.

mod calendar;
mod common;
mod drafts;
mod function;
mod layout;
mod lists;
mod people;
mod places;
mod split;
mod table;
mod trie;

use std::path::Path;

use drafts::Drafts;
use layout::Writer;
use table::Source;

/// A pack and what there was to say about its making.
pub struct Packed {
    pub bytes: Vec<u8>,
    pub notes: Vec<String>,
}

/// Packs the lists under `root` (the folder with `raw` and `data`).
pub fn pack(root: &Path) -> Packed {
    let mut source = Source::new(root);
    let mut words = Drafts::default();
    common::read(&mut source, &mut words);
    function::read(&mut source, &mut words);
    calendar::read(&mut source, &mut words);
    people::read(&mut source, &mut words);
    places::read(&mut source, &mut words);
    let phrases = lists::read(&mut source, &mut words);
    let mut writer = Writer::new(&words);
    writer.words();
    writer.phrases(&phrases);
    source.note(format!("{} words, {} of them common", writer.len(), writer.common()));
    let bytes = writer.finish(&mut source);
    Packed { bytes, notes: source.into_notes() }
}
