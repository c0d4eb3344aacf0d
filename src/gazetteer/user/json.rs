use serde::Deserialize;

use super::columns::Given;
use super::error::Mistake;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    #[serde(default)]
    name: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    id: Option<Scalar>,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    priority: Option<Scalar>,
}

/// A number or a string: ids such as SIREN are often written as numbers.
#[derive(Deserialize)]
#[serde(untagged)]
enum Scalar {
    Text(String),
    Number(serde_json::Number),
}

impl From<Scalar> for String {
    fn from(scalar: Scalar) -> Self {
        match scalar {
            Scalar::Text(text) => text,
            Scalar::Number(number) => number.to_string(),
        }
    }
}

/// The entry of one line of JSON.
pub(super) fn given(line: &str) -> Result<Given, Mistake> {
    // A list of nothing would be read as an object of defaults.
    if !line.trim_start().starts_with('{') {
        return Err(Mistake::Json { what: "the line is no object".to_owned() });
    }
    let line: Line = serde_json::from_str(line).map_err(|error| {
        let what = error.to_string();
        let what = what.rsplit_once(" at line ").map_or(what.as_str(), |(what, _)| what);
        Mistake::Json { what: what.to_owned() }
    })?;
    Ok(Given {
        name: line.name,
        kind: line.kind,
        id: line.id.map(String::from).unwrap_or_default(),
        aliases: line.aliases.into_iter().filter(|alias| !alias.trim().is_empty()).collect(),
        priority: line.priority.map(String::from).unwrap_or_default(),
    })
}
