//! The embedded pack is what the lists give.

use std::path::Path;

#[allow(dead_code)]
#[path = "../examples/pack_lexicon/packer/mod.rs"]
mod packer;

/// The packed crate leaves the raw lists out; there is nothing to compare with then.
#[test]
fn the_pack_is_fresh() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon");
    if !root.join("raw").is_dir() {
        return;
    }
    let packed = packer::pack(&root);
    let embedded = std::fs::read(root.join("lexicon.pack")).expect("the pack is there");
    assert!(
        packed.bytes == embedded,
        "lists and pack differ; run `cargo run --release --example pack_lexicon`",
    );
}
