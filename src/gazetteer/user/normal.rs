use crate::text::{fold, fold_into};

/// Whether capitals matter.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
#[non_exhaustive]
pub enum Case {
    /// «APPLE» and «apple» are not «Apple».
    #[default]
    Sensitive,
    /// Capitals do not matter.
    Insensitive,
}

/// Whether accents matter.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
#[non_exhaustive]
pub enum Accents {
    /// «Societe» is not «Société».
    #[default]
    Strict,
    /// Accents do not matter, and œ is oe.
    Loose,
}

/// How a token is written before it is compared.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Normal {
    pub case: Case,
    pub accents: Accents,
}

impl Normal {
    /// Writes the token into a buffer that is emptied first.
    pub fn write(self, token: &str, buffer: &mut String) {
        if self.case == Case::Insensitive && self.accents == Accents::Loose {
            return fold_into(token, buffer);
        }
        buffer.clear();
        if token.is_ascii() {
            buffer.push_str(token);
            if self.case == Case::Insensitive {
                buffer.make_ascii_lowercase();
            }
            return;
        }
        for c in token.chars() {
            match (self.case, self.accents) {
                _ if c.is_ascii() && self.case == Case::Sensitive => buffer.push(c),
                (_, _) if matches!(c, '’' | '‘' | 'ʼ') => buffer.push('\''),
                (Case::Insensitive, _) => buffer.extend(c.to_lowercase()),
                (_, Accents::Strict) => buffer.push(c),
                _ if c.is_uppercase() => buffer.push_str(&fold(c.encode_utf8(&mut [0; 4])).to_uppercase()),
                _ => buffer.push_str(&fold(c.encode_utf8(&mut [0; 4]))),
            }
        }
    }
}
