use std::fmt;

use super::{RuleId, Rules};

/// What became of the sentences of one rule.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExampleReport {
    /// The rule.
    pub rule: RuleId,
    /// Its name.
    pub name: String,
    /// Page and line.
    pub place: String,
    /// How many of its sentences went well.
    pub passed: usize,
    /// What went wrong, a line for each sentence.
    pub failures: Vec<String>,
}

impl ExampleReport {
    /// Whether all went well.
    pub fn is_ok(&self) -> bool {
        self.failures.is_empty()
    }
}

impl fmt::Display for ExampleReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (passed, failed) = (self.passed, self.failures.len());
        if failed == 0 {
            return write!(f, "ok   {} {passed}", self.name);
        }
        write!(f, "FAIL {} {passed} of {} ({})", self.name, passed + failed, self.place)?;
        for failure in &self.failures {
            write!(f, "\n     {}", failure.replace('\n', "\n     "))?;
        }
        Ok(())
    }
}

/// Runs the sentences of all rules; the host says what its reading of a sentence finds.
///
/// `find` answers, for a sentence, with what each rule found: its id, and the result as [`Rules::written`] writes it. A
/// `yes` wants exactly its results from its own rule, a `no` wants none from it.
pub fn check_examples(
    rules: &Rules,
    mut find: impl FnMut(&str) -> Vec<(RuleId, String)>,
) -> Vec<ExampleReport> {
    let mut reports = Vec::with_capacity(rules.len());
    for (id, rule) in rules.iter() {
        let page = rules.page_of(rule);
        let place = format!("{page}:{}", rule.line());
        let mut report =
            ExampleReport { rule: id, name: rule.name().to_owned(), place, passed: 0, failures: Vec::new() };
        for example in rule.examples() {
            let found = find(&example.text);
            let mine: Vec<&str> = found.iter().filter(|(by, _)| *by == id).map(|(_, w)| w.as_str()).collect();
            let fault = if example.yes { yes(&example.results, &mine) } else { no(&mine) };
            let Some(fault) = fault else {
                report.passed += 1;
                continue;
            };
            let keyword = if example.yes { "yes" } else { "no" };
            let mut lines = format!("{page}:{}: {keyword} {}\n{fault}", example.line, example.text);
            for (by, written) in found.iter().filter(|(by, _)| *by != id) {
                let name = rules.rule(*by).map_or("", super::Rule::name);
                lines.push_str(&format!("\n  {name} found {written}"));
            }
            report.failures.push(lines);
        }
        reports.push(report);
    }
    reports
}

fn yes(wanted: &[String], found: &[&str]) -> Option<String> {
    if found.is_empty() {
        return Some("  found nothing".to_owned());
    }
    let all_there = wanted.iter().all(|wanted| found.iter().any(|found| same(wanted, found)));
    let nothing_else =
        wanted.is_empty() || found.iter().all(|found| wanted.iter().any(|wanted| same(wanted, found)));
    if all_there && nothing_else {
        return None;
    }
    Some(format!("  found  {}\n  wanted {}", found.join(" / "), wanted.join(" / ")))
}

fn no(found: &[&str]) -> Option<String> {
    (!found.is_empty()).then(|| format!("  found  {}", found.join(" / ")))
}

/// Whether two written results say the same: space aside, and names of parts aside where `wanted` leaves them out.
fn same(wanted: &str, found: &str) -> bool {
    let pieces = |written: &str| -> Vec<(String, String)> {
        let (kind, inside) = written.split_once('(').unwrap_or((written, ""));
        let inside = inside.trim_end().strip_suffix(')').unwrap_or(inside);
        let mut pieces = vec![(String::new(), squeeze(kind))];
        for piece in inside.split("; ") {
            let named = piece.split_once(": ").filter(|(name, _)| !name.trim().contains(' '));
            let (name, words) = named.unwrap_or(("", piece));
            pieces.push((squeeze(name), squeeze(words)));
        }
        pieces
    };
    let (wanted, found) = (pieces(wanted), pieces(found));
    wanted.len() == found.len()
        && wanted.iter().zip(&found).all(|(w, f)| w.1 == f.1 && (w.0.is_empty() || w.0 == f.0))
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn results_are_compared_by_what_they_say() {
        let found = "sale(seller: Ann Lee; goods: bread, a book)";
        assert!(same("sale(seller: Ann  Lee; goods: bread, a book)", found));
        assert!(same("sale(Ann Lee; bread, a book)", found));
        assert!(!same("sale(Ann Lee; bread)", found));
        assert!(!same("sale(buyer: Ann Lee; goods: bread, a book)", found));
        assert!(!same("gift(Ann Lee; bread, a book)", found));
        assert!(!same("sale(Ann Lee)", found));
        assert!(same("Hit(words)", "Hit(words)"));
    }
}
