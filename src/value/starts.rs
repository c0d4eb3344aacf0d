use super::ValueMention;

/// At which tokens values begin, as bits: whoever reads phrases asks it of every token, and few have one.
#[derive(Debug, Default)]
pub(crate) struct Starts(Vec<u64>);

impl Starts {
    /// Reads the values of another text.
    pub fn read(&mut self, values: &[ValueMention]) {
        self.0.clear();
        let last = values.iter().map(|value| value.tokens.start()).max();
        self.0.resize(last.map_or(0, |last| last / 64 + 1), 0);
        for value in values {
            let at = value.tokens.start();
            if let Some(bits) = self.0.get_mut(at / 64) {
                *bits |= 1 << (at % 64);
            }
        }
    }

    /// Whether a value begins at the token.
    #[inline]
    pub fn has(&self, at: usize) -> bool {
        self.0.get(at / 64).is_some_and(|bits| bits >> (at % 64) & 1 == 1)
    }
}
