/// The tokens of a name or phrase as the tokenizer cuts them, small-letter.
pub fn split(name: &str) -> Vec<String> {
    cut(name).iter().map(|token| token.to_lowercase()).collect()
}

/// The tokens of a name, in its own case.
pub fn cut(name: &str) -> Vec<String> {
    greffier::token::tokenize(name).iter().map(|token| token.span.of(name).to_owned()).collect()
}

/// The spellings of a phrase that grammar makes: «selon la version de» goes on as «du», «d'», «des»; «son» as
/// «leur», «mon».
pub fn variants(words: &[String]) -> Vec<Vec<String>> {
    let mut all = vec![words.to_vec()];
    if let Some((last, before)) = words.split_last()
        && !before.is_empty()
    {
        let others: &[&str] = match last.as_str() {
            "de" => &["du", "des", "d'"],
            "à" => &["au", "aux"],
            "que" => &["qu'"],
            _ => &[],
        };
        for other in others {
            all.push(before.iter().cloned().chain([(*other).to_owned()]).collect());
        }
    }
    for (at, word) in words.iter().enumerate().skip(1) {
        let others: &[&str] = match word.as_str() {
            "son" | "sa" => &["leur", "mon", "ma", "notre", "votre", "son", "sa"],
            "ses" => &["leurs", "mes", "nos", "vos"],
            _ => &[],
        };
        for other in others.iter().filter(|other| **other != word.as_str()) {
            let mut variant = words.to_vec();
            (*other).clone_into(&mut variant[at]);
            all.push(variant);
        }
    }
    all
}
