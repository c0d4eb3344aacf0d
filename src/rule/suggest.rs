/// The name that was probably meant: the nearest by letters changed, swapped, added or left out.
pub(super) fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let allowed = match name.chars().count() {
        0 => return None,
        1..=3 => 1,
        4..=7 => 2,
        _ => 3,
    };
    let folded = name.to_lowercase();
    known
        .into_iter()
        .map(|candidate| (distance(&folded, &candidate.to_lowercase(), allowed), candidate))
        .filter(|(d, _)| *d <= allowed)
        .min_by(|a, b| a.cmp(b))
        .map(|(_, candidate)| candidate)
}

/// The help under a caret for an unknown name: the nearest one, or else the names that there are.
pub(super) fn help(name: &str, known: &[String]) -> String {
    if let Some(meant) = nearest(name, known.iter().map(String::as_str)) {
        return format!("did you mean `{meant}`?");
    }
    if known.is_empty() {
        return String::new();
    }
    let mut names: Vec<&str> = known.iter().map(String::as_str).collect();
    names.sort_unstable();
    names.dedup();
    let more = if names.len() > LISTED { ", ..." } else { "" };
    names.truncate(LISTED);
    format!("there are: {}{more}", names.join(", "))
}

/// Most names that are listed.
const LISTED: usize = 16;

/// Damerau–Levenshtein distance (adjacent swaps), given up beyond `limit`.
fn distance(a: &str, b: &str, limit: usize) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > limit || a.len() > 64 {
        return limit + 1;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut next = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let change = row[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            next[j] = change.min(row[j] + 1).min(next[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                next[j] = next[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut row, next);
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearest_names() {
        let known = ["subject", "object", "by", "à", "antecedent"];
        for (name, meant) in [
            ("subjet", Some("subject")),
            ("subejct", Some("subject")),
            ("Object", Some("object")),
            ("a", Some("à")),
            ("quotation", None),
            ("antecdent", Some("antecedent")),
            ("", None),
        ] {
            assert_eq!(nearest(name, known), meant, "{name}");
        }
    }
}
