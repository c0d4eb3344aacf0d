//! Words cut by an apostrophe, and pronouns hung on a verb.

use std::sync::LazyLock;

use crate::text::rows;

/// Whether the character is an apostrophe of either kind.
pub(crate) const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

const CUT: [&str; 7] = ["qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu", "presqu"];

/// Whether `word`, followed by an apostrophe and `rest`, is a word of its own.
pub(crate) fn is_elided(word: &str, rest: &str) -> bool {
    let mut buffer = [0u8; 8];
    if let [letter] = word.as_bytes() {
        // «N’Djamena», «M’Bala»: no French word is cut before a capital consonant.
        let name = matches!(letter, b'M' | b'N' | b'T' | b'S' | b'C' | b'J')
            && rest.bytes().next().is_some_and(|b| {
                b.is_ascii_uppercase() && !matches!(b, b'A' | b'E' | b'I' | b'O' | b'U' | b'Y' | b'H')
            });
        // «c’est-à-dire» has grown together.
        let whole = letter | 0x20 == b'c' && begins(rest, "est-à-dire");
        return match letter | 0x20 {
            b'l' | b'd' | b's' | b'n' | b'c' | b'j' | b'm' | b't' => !name && !whole,
            // «y’a», «y’avait», «y’en».
            b'y' => begins(rest, "a") || begins(rest, "en"),
            _ => false,
        };
    }
    if word == "ç" || word == "Ç" {
        return true;
    }
    let Some(lower) = buffer.get_mut(..word.len()) else { return false };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    let lower = std::str::from_utf8(lower).unwrap_or_default();
    if !CUT.contains(&lower) {
        return false;
    }
    // «quelqu’un» and «presqu’île» have grown together.
    !(lower == "quelqu" && begins(rest, "un")
        || lower == "presqu" && (begins(rest, "î") || begins(rest, "ile")))
}

fn begins(rest: &str, with: &str) -> bool {
    rest.get(..with.len()).is_some_and(|r| r.eq_ignore_ascii_case(with))
}

const PRONOUNS: [&str; 21] = [
    "il", "elle", "ils", "elles", "on", "je", "tu", "nous", "vous", "ce", "moi", "toi", "le", "la", "les",
    "lui", "leur", "y", "en", "ci", "là",
];

/// Words with which what stands behind the hyphen has grown together: «rendez-vous».
static WHOLE: LazyLock<Vec<&str>> =
    LazyLock::new(|| rows(include_str!("data/whole.tsv")).map(|[word]| word).collect());

/// Where the pronouns hung on `word` begin when it is followed by `rest`, which begins with a hyphen:
/// the lengths of the parts of `rest` that are tokens of their own.
pub(crate) fn enclitics(word: &str, rest: &str) -> Option<[usize; 2]> {
    // Bounded, so that a chain of ten thousand hyphens stays linear.
    let length = rest.char_indices().take(14).find(|(_, c)| !(c.is_alphabetic() || *c == '-'));
    let length = length.map_or(rest.len(), |found| found.0);
    if length > 16 || word.len() > 40 {
        return None;
    }
    let capitals = word.chars().all(|c| !c.is_lowercase());
    if WHOLE.iter().any(|w| w.eq_ignore_ascii_case(word)) {
        return None;
    }
    let run = rest.get(..length)?;
    let mut parts = [0usize; 2];
    let mut count = 0;
    let (mut link, mut linked) = (0, false);
    for part in run.get(1..)?.split('-') {
        if link == 0 && count == 0 && part.eq_ignore_ascii_case("t") {
            (link, linked) = (2, true);
            continue;
        }
        if count == 2 || !is_pronoun(part, capitals) {
            // «a-t-il-peut-être»: what stands behind a «-t-» is a pronoun, whatever comes next.
            if count > 0 && linked {
                break;
            }
            return None;
        }
        if count == 0 && link == 0 && !fits(word, part) {
            return None;
        }
        *parts.get_mut(count)? = part.len() + 1 + link;
        link = 0;
        count += 1;
    }
    (count > 0 && link == 0).then_some(parts)
}

fn is_pronoun(part: &str, capitals: bool) -> bool {
    PRONOUNS
        .iter()
        .any(|p| *p == part || capitals && (p.eq_ignore_ascii_case(part) || *p == "là" && part == "LÀ"))
}

/// «dit-il» but «Jong-il»: a verb before «il» ends in t or d, or has «-t-», which hasty papers forget: «ajoute-il».
fn fits(word: &str, pronoun: &str) -> bool {
    let last = word.bytes().last().unwrap_or_default() | 0x20;
    let hasty = last == b'e' && word.len() > 4 && word.bytes().all(|b| !b.is_ascii_uppercase());
    match pronoun.as_bytes().first().map(|b| b | 0x20) {
        Some(b'i' | b'o') => matches!(last, b't' | b'd') || hasty,
        Some(b'e') if pronoun.len() > 2 => matches!(last, b't' | b'd') || hasty,
        Some(b'e' | b'y') => matches!(last, b's' | b'z'),
        _ => true,
    }
}
