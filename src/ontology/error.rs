/// A name that no value of an enum of the ontology has; the message lists those that exist.
///
/// ```
/// let error = "penson".parse::<greffier::EntityKind>().unwrap_err();
/// assert!(error.to_string().starts_with("no EntityKind is called «penson»; there are: person, organisation"));
/// ```
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("no {of} is called «{name}»; there are: {known}")]
pub struct UnknownName {
    of: &'static str,
    name: String,
    known: String,
}

impl UnknownName {
    pub(crate) fn new<'n>(of: &'static str, name: &str, known: impl Iterator<Item = &'n str>) -> Self {
        Self { of, name: name.to_owned(), known: known.collect::<Vec<_>>().join(", ") }
    }
}
