use super::{Makes, Match, Rules, View};

impl Rules {
    /// A match as `->` lines write it: `sale(seller: Bob; goods: bread, butter)`, or `Kind(words)` for a mark.
    pub fn written<V: View + ?Sized>(&self, found: &Match, view: &V) -> String {
        let text = |span| view.text(span).split_whitespace().collect::<Vec<_>>().join(" ");
        match found.makes {
            Makes::Mark(_) => {
                let kind = self.rule(found.rule).map_or("", |rule| rule.kind.as_str());
                let words: Vec<String> = found.bindings.iter().map(|(_, span)| text(span)).collect();
                format!("{kind}({})", words.join("; "))
            }
            Makes::Record(id) => {
                let Some(kind) = self.records().iter().find(|kind| kind.id == id) else {
                    return String::new();
                };
                let mut written = String::new();
                let mut last = None;
                for (part, span) in found.bindings.iter() {
                    if last == Some(part) {
                        written.push_str(", ");
                    } else {
                        let name = kind.parts.get(part.index()).map_or("", String::as_str);
                        written.push_str(if last.is_some() { "; " } else { "" });
                        written.push_str(name);
                        written.push_str(": ");
                    }
                    written.push_str(&text(span));
                    last = Some(part);
                }
                format!("{}({written})", kind.name)
            }
        }
    }
}
