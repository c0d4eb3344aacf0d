use std::io::{self, Write};

use greffier::document::Document;
use greffier::graph::Graph;
use greffier::output::Report;
use greffier::{MentionForm, Span};
use serde::Serialize;

/// How a graph is printed.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// A report that a person reads.
    Text,
    /// The graph, indented; for more than one article an object with source and graph for each.
    Json,
    /// One line for each article: its source and its graph.
    Jsonl,
    /// One token a line (token, begin, end in bytes, tag), an empty line after each sentence.
    Conll,
}

#[derive(Serialize)]
struct Line<'a> {
    source: &'a str,
    graph: &'a Graph,
}

impl Format {
    /// Prints one graph.
    pub fn write(
        self,
        out: &mut impl Write,
        source: &str,
        text: &str,
        graph: &Graph,
        several: bool,
    ) -> io::Result<()> {
        match self {
            Self::Text => {
                if several {
                    writeln!(out, "==== {source}\n")?;
                }
                writeln!(out, "{}", Report::new(graph, text))
            }
            Self::Json if several => {
                serde_json::to_writer_pretty(&mut *out, &Line { source, graph })?;
                writeln!(out)
            }
            Self::Json => {
                serde_json::to_writer_pretty(&mut *out, graph)?;
                writeln!(out)
            }
            Self::Jsonl => {
                serde_json::to_writer(&mut *out, &Line { source, graph })?;
                writeln!(out)
            }
            Self::Conll => conll(out, source, text, graph, several),
        }
    }
}

fn conll(out: &mut impl Write, source: &str, text: &str, graph: &Graph, several: bool) -> io::Result<()> {
    let document = Document::new(text);
    let mut names: Vec<(Span, &str)> = graph
        .entities
        .iter()
        .flat_map(|entity| entity.mentions.iter().map(move |mention| (mention, entity.kind.name())))
        .filter(|(mention, _)| mention.form == MentionForm::Name)
        .map(|(mention, kind)| (mention.span, kind))
        .collect();
    names.sort_unstable();
    let mut names = names.into_iter().peekable();
    if several {
        writeln!(out, "# source = {source}")?;
    }
    for sentence in document.sentences() {
        for token in &document.tokens()[sentence.indices()] {
            let span = token.span;
            while names.next_if(|(name, _)| name.end() <= span.start()).is_some() {}
            let (prefix, kind) = match names.peek() {
                Some((name, kind)) if name.start() >= span.start() && name.overlaps(span) => ("B-", *kind),
                Some((name, kind)) if name.overlaps(span) => ("I-", *kind),
                _ => ("O", ""),
            };
            writeln!(out, "{}\t{}\t{}\t{prefix}{kind}", span.of(text), span.start(), span.end())?;
        }
        writeln!(out)?;
    }
    Ok(())
}
