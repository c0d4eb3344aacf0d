/// Which punctuation mark a token is, as far as sentences and quotations depend on it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Mark {
    /// No mark, or one that decides nothing.
    Other,
    /// `.`, `!`, `?`, `…`, `...`
    Stop,
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// `:`
    Colon,
    /// `(`, `[`
    OpenBracket,
    /// `)`, `]`
    CloseBracket,
    /// `-`, `–`, `—`, `--`
    Dash,
    /// `/`
    Slash,
    /// `¿`, `¡`
    Inverted,
    /// `«`
    OpenGuillemet,
    /// `»`
    CloseGuillemet,
    /// `‹`
    OpenSingleGuillemet,
    /// `›`
    CloseSingleGuillemet,
    /// `“`, which opens in French and closes in German
    LeftCurly,
    /// `”`
    RightCurly,
    /// `„`, `‟`
    LowCurly,
    /// `‘`
    LeftSingle,
    /// `’` alone
    RightSingle,
    /// `"`
    Straight,
    /// `'` alone
    Apostrophe,
    /// Two backticks
    Backticks,
    /// `''`
    Primes,
}

impl Mark {
    /// The mark that a character beyond ASCII is.
    pub(super) const fn of(c: char) -> Self {
        match c {
            '«' => Self::OpenGuillemet,
            '»' => Self::CloseGuillemet,
            '‹' => Self::OpenSingleGuillemet,
            '›' => Self::CloseSingleGuillemet,
            '“' => Self::LeftCurly,
            '”' => Self::RightCurly,
            '„' | '‟' => Self::LowCurly,
            '‘' => Self::LeftSingle,
            '’' => Self::RightSingle,
            '…' => Self::Stop,
            '–' | '—' => Self::Dash,
            '¿' | '¡' => Self::Inverted,
            _ => Self::Other,
        }
    }

    /// The mark that a single ASCII character is.
    pub(super) const fn of_ascii(b: u8) -> Self {
        match b {
            b'.' | b'!' | b'?' => Self::Stop,
            b',' => Self::Comma,
            b';' => Self::Semicolon,
            b':' => Self::Colon,
            b'(' | b'[' => Self::OpenBracket,
            b')' | b']' => Self::CloseBracket,
            b'-' => Self::Dash,
            b'/' => Self::Slash,
            b'"' => Self::Straight,
            b'\'' => Self::Apostrophe,
            _ => Self::Other,
        }
    }
}
