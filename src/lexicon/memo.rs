use super::{Lexeme, Lexicon};

/// Words that were looked up lately, by their letters as they stand in the text.
///
/// News repeats itself: nine tokens of ten are found here, in memory that is near, rather than in the big tables. A slot
/// holds the letters themselves, so what it answers is exact.
///
/// ```
/// use greffier::lexicon::{Lexicon, Memo};
/// let mut memo = Memo::default();
/// let lexeme = memo.look_up("Tribunal");
/// assert_eq!(lexeme.word(), Lexicon::french().look_up("Tribunal"));
/// assert_eq!(lexeme.classes(), Lexicon::french().classes(lexeme.word()));
/// ```
pub struct Memo {
    slots: Box<[Slot]>,
    /// Tokens that were expected so far.
    expected: usize,
}

#[derive(Clone, Copy, Default)]
struct Slot {
    letters: u128,
    lexeme: Lexeme,
    len: u8,
}

/// Number of slots, as a power of two: of one cache line each, 1 MiB in all, near enough to a core. Two that lie together
/// take the same words, so that two frequent words seldom drive each other out.
const MOST: u32 = 14;
/// Number of slots of a new memo, as a power of two: enough for a sentence, made in no time.
const LEAST: u32 = 7;
/// Longer tokens are looked up each time.
const LONGEST: usize = 16;

impl Memo {
    /// Makes room for a text of so many tokens: a memo is as big as what it has read, up to 1 MiB.
    pub fn expect(&mut self, tokens: usize) {
        self.expected = self.expected.saturating_add(tokens);
        let wanted = self.expected.saturating_mul(2).clamp(1 << LEAST, 1 << MOST).next_power_of_two();
        if wanted > self.slots.len() {
            self.slots = vec![Slot::default(); wanted].into_boxed_slice();
        }
    }

    /// The word that a token is, as [`Lexicon::look_up`] says, and what is asked of it.
    #[inline]
    pub fn look_up(&mut self, token: &str) -> Lexeme {
        let bytes = token.as_bytes();
        if bytes.is_empty() || bytes.len() > LONGEST {
            return plain(token);
        }
        let letters = load(bytes);
        let len = bytes.len() as u8;
        let place = place(letters, self.slots.len());
        let Some([first, second]) = self.slots.get_mut(place..place + 2) else { return plain(token) };
        if first.letters == letters && first.len == len {
            return first.lexeme;
        }
        // The word that was asked for last stands first of the two.
        std::mem::swap(first, second);
        if first.letters != letters || first.len != len {
            *first = Slot { letters, lexeme: plain(token), len };
        }
        first.lexeme
    }
}

/// The bytes as a number, two loads that may overlap.
#[inline]
fn load(bytes: &[u8]) -> u128 {
    if let (Some(first), Some(last)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        return u128::from(u64::from_le_bytes(*first)) << 64 | u128::from(u64::from_le_bytes(*last));
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        return u128::from(u32::from_le_bytes(*first)) << 32 | u128::from(u32::from_le_bytes(*last));
    }
    // One to three bytes.
    let at = |index: usize| u128::from(bytes.get(index).copied().unwrap_or(0));
    at(0) | at(1) << 8 | at(2) << 16
}

#[inline]
const fn place(letters: u128, slots: usize) -> usize {
    let folded = (letters as u64) ^ ((letters >> 64) as u64).rotate_left(29);
    (folded.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize & (slots - 2)
}

fn plain(token: &str) -> Lexeme {
    Lexeme::of(Lexicon::french().look_up(token))
}

impl Default for Memo {
    fn default() -> Self {
        Self { slots: vec![Slot::default(); 1 << LEAST].into_boxed_slice(), expected: 0 }
    }
}

impl std::fmt::Debug for Memo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Memo").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_memo_says_what_the_lexicon_says() {
        let mut memo = Memo::default();
        let text = "a ab abc abcd abcde abcdefg abcdefgh abcdefghi abcdefghijklmnop abcdefghijklmnopq l' L’ État ETAT \
                    tribunal Tribunal TRIBUNAL aujourd'hui n° \u{0} a\u{0} œuvre ŒUVRE condamné condamnée condamnés";
        for _ in 0..2 {
            for token in text.split(' ').chain(["", "«", "»", "1998"]) {
                assert_eq!(memo.look_up(token), plain(token), "{token}");
            }
        }
    }

    #[test]
    fn letters_of_one_length_never_share_a_number() {
        let forms = [
            "ab",
            "ba",
            "abcd",
            "abdc",
            "abcde",
            "abcdf",
            "bbcde",
            "abcdefgh",
            "abcdefgi",
            "abcdefghi",
            "bbcdefghi",
        ];
        for (place, one) in forms.iter().enumerate() {
            for other in forms.iter().skip(place + 1).filter(|other| other.len() == one.len()) {
                assert_ne!(load(one.as_bytes()), load(other.as_bytes()));
            }
        }
    }
}
