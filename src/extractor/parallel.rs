use std::collections::VecDeque;

use rayon::prelude::*;

use super::Extractor;
use crate::graph::Graph;

/// So many texts, or so many bytes of them, are read at a time: enough for every core, and a bound on memory.
const TEXTS: usize = 512;
const BYTES: usize = 4 << 20;

impl Extractor {
    /// What each text says, in the order of the texts, read on all cores.
    ///
    /// ```
    /// use greffier::Extractor;
    /// let graphs = Extractor::french().extract_all(&["Claire Montreuil a démissionné.", ""]);
    /// assert_eq!(graphs[0].entities[0].name, "Claire Montreuil");
    /// assert!(graphs[1].entities.is_empty());
    /// ```
    pub fn extract_all<T: AsRef<str> + Sync>(&self, texts: &[T]) -> Vec<Graph> {
        texts.par_iter().map_init(|| self.worker(), |worker, text| worker.extract(text.as_ref())).collect()
    }

    /// Reads texts as they come, on all cores; gives each back with its graph, in their order.
    ///
    /// Memory is bounded: a few hundred texts (or a few megabytes of them) are held at a time, however many there are.
    ///
    /// ```
    /// use greffier::Extractor;
    /// let articles = (1..=1000).map(|n| format!("Claire Montreuil a démissionné le {n}e jour."));
    /// let extractor = Extractor::french();
    /// let named = extractor.extract_stream(articles).filter(|(_, graph)| graph.find("Claire Montreuil").is_some());
    /// assert_eq!(named.count(), 1000);
    /// ```
    pub fn extract_stream<I>(&self, texts: I) -> Stream<'_, I::IntoIter>
    where
        I: IntoIterator,
        I::Item: AsRef<str> + Send,
    {
        Stream { extractor: self, texts: texts.into_iter(), ready: VecDeque::new() }
    }
}

/// Texts with their graphs: see [`Extractor::extract_stream`].
#[derive(Debug)]
pub struct Stream<'e, I: Iterator> {
    extractor: &'e Extractor,
    texts: I,
    ready: VecDeque<(I::Item, Graph)>,
}

impl<I> Iterator for Stream<'_, I>
where
    I: Iterator,
    I::Item: AsRef<str> + Send,
{
    type Item = (I::Item, Graph);

    fn next(&mut self) -> Option<Self::Item> {
        if self.ready.is_empty() {
            let mut batch = Vec::new();
            let mut bytes = 0;
            while batch.len() < TEXTS && bytes < BYTES {
                let Some(text) = self.texts.next() else { break };
                bytes += text.as_ref().len();
                batch.push(text);
            }
            let extractor = self.extractor;
            let read = batch.into_par_iter().map_init(
                || extractor.worker(),
                |worker, text| {
                    let graph = worker.extract(text.as_ref());
                    (text, graph)
                },
            );
            self.ready = read.collect::<Vec<_>>().into();
        }
        self.ready.pop_front()
    }
}
