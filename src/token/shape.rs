use super::token::Shape;

/// How a word is written.
pub(crate) fn shape_of(word: &str) -> Shape {
    let (mut upper, mut lower, mut inner, mut first) = (0u32, 0u32, false, false);
    let mut fresh = true;
    let mut see = |is_upper: bool, is_lower: bool, is_letter: bool| {
        if is_upper {
            first |= upper + lower == 0;
            inner |= !fresh && lower > 0;
            upper += 1;
        } else if is_lower {
            lower += 1;
        }
        fresh = !is_letter;
    };
    if word.is_ascii() {
        for b in word.bytes() {
            see(b.is_ascii_uppercase(), b.is_ascii_lowercase(), b.is_ascii_alphabetic());
        }
    } else {
        for c in word.chars() {
            see(c.is_uppercase(), c.is_lowercase(), c.is_alphanumeric());
        }
    }
    match (upper, lower) {
        (0, 0) => Shape::None,
        (0, _) => Shape::Lower,
        (1, 0) => Shape::Letter,
        (_, 0) => Shape::Upper,
        _ if !first || inner || word.as_bytes().get(1).is_some_and(u8::is_ascii_uppercase) => Shape::Mixed,
        _ => Shape::Capitalised,
    }
}
