//! Sequences of words in two sorted arrays of the pack: the edges of a node lie together, sorted by word,
//! and edge `e` leads to node `e + 1`.

use std::ops::Range;

use super::pack::u32_at;

/// A trie over word ids; node 0 is its root.
#[derive(Clone, Copy)]
pub struct Trie {
    /// The word of each edge.
    pub words: &'static [[u8; 4]],
    /// For each node, the first of its edges.
    pub edges: &'static [[u8; 4]],
    /// For each node, the first of its values.
    pub nodes: &'static [[u8; 4]],
}

impl Trie {
    /// The node that `word` leads to.
    #[inline]
    pub fn child(&self, node: usize, word: u32) -> Option<usize> {
        let (start, end) = (u32_at(self.edges, node) as usize, u32_at(self.edges, node + 1) as usize);
        let edges = self.words.get(start..end)?;
        let at = edges.partition_point(|edge| u32::from_le_bytes(*edge) < word);
        (edges.get(at).map(|edge| u32::from_le_bytes(*edge)) == Some(word)).then_some(start + at + 1)
    }

    /// Where the values of a node lie.
    #[inline]
    pub fn values(&self, node: usize) -> Range<usize> {
        u32_at(self.nodes, node) as usize..u32_at(self.nodes, node + 1) as usize
    }
}
