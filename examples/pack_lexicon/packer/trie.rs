//! Sequences of words as a trie in two sorted arrays: the edges of a node lie together, sorted by word, and
//! edge `e` leads to node `e + 1`.

use std::collections::BTreeMap;

/// A trie with values at its nodes.
#[derive(Default)]
struct Node<V> {
    next: BTreeMap<u32, Node<V>>,
    values: Vec<V>,
}

/// The arrays of a trie.
pub struct Trie<V> {
    /// The word of each edge.
    pub words: Vec<u32>,
    /// For each node, the first of its edges; one more at the end.
    pub edges: Vec<u32>,
    /// For each node, the first of its values; one more at the end.
    pub nodes: Vec<u32>,
    /// The values.
    pub values: Vec<V>,
}

/// Lays a set of sequences out, in breadth-first order.
pub fn build<V>(sequences: impl Iterator<Item = (Vec<u32>, V)>) -> Trie<V> {
    let mut root = Node { next: BTreeMap::new(), values: Vec::new() };
    for (sequence, value) in sequences {
        let mut node = &mut root;
        for word in sequence {
            node =
                node.next.entry(word).or_insert_with(|| Node { next: BTreeMap::new(), values: Vec::new() });
        }
        node.values.push(value);
    }
    let mut trie = Trie { words: Vec::new(), edges: Vec::new(), nodes: Vec::new(), values: Vec::new() };
    let mut queue = std::collections::VecDeque::from([root]);
    while let Some(node) = queue.pop_front() {
        trie.edges.push(trie.words.len() as u32);
        trie.nodes.push(trie.values.len() as u32);
        trie.values.extend(node.values);
        for (word, child) in node.next {
            trie.words.push(word);
            queue.push_back(child);
        }
    }
    trie.edges.push(trie.words.len() as u32);
    trie.nodes.push(trie.values.len() as u32);
    trie
}
