//! From lists to bytes. A test compiles this folder too, to prove the pack fresh.

mod calendar;
mod common;
mod drafts;
mod function;
mod layout;
mod lists;
mod names;
mod people;
mod places;
mod rules;
mod split;
mod table;
mod trie;

use std::path::Path;

use drafts::Drafts;
use layout::Writer;
use names::Names;
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
    common::ligatures(&mut words);
    let mut names = Names::new(&mut words);
    places::names(&mut source, &mut names);
    for list in ["state", "politics", "civil", "companies", "media", "sport"] {
        let path = format!("data/organisations/{list}.tsv");
        names::list(&mut source, &mut names, &path, names::ORGANISATION, None, 8);
    }
    names::list(&mut source, &mut names, "data/figures.tsv", names::PERSON, Some("figure"), 12);
    names::list(&mut source, &mut names, "data/events.tsv", names::EVENT, Some("event"), 8);
    names::list(&mut source, &mut names, "data/products.tsv", names::PRODUCT, Some("product"), 8);
    let (entries, names) = names.finish(&mut source);
    let mut writer = Writer::new(&words);
    writer.words();
    writer.phrases(&phrases);
    writer.names(&entries, &names);
    source.note(format!("{} words, {} of them common", writer.len(), writer.common()));
    let bytes = writer.finish(&mut source);
    Packed { bytes, notes: source.into_notes() }
}
