//! Small letters and letters without accents, for looking words up. The packer compiles this file too.

/// Longest form, in bytes, that the lexicon looks up.
pub const LONGEST: usize = 64;

/// A small buffer on the stack that holds a form while it is looked up.
pub struct Form {
    bytes: [u8; LONGEST],
    len: usize,
}

impl Form {
    /// The small-letter form with a plain apostrophe; `None` for one too long to be a word.
    #[inline]
    pub fn lower(token: &str) -> Option<Self> {
        let source = token.as_bytes();
        if source.len() > LONGEST {
            return None;
        }
        let mut form = Self { bytes: [0; LONGEST], len: source.len() };
        let mut ascii = true;
        for (target, byte) in form.bytes.iter_mut().zip(source) {
            ascii &= byte.is_ascii();
            *target = byte.to_ascii_lowercase();
        }
        if ascii {
            return Some(form);
        }
        form.lower_wide(token).then_some(form)
    }

    fn lower_wide(&mut self, token: &str) -> bool {
        self.len = 0;
        for c in token.chars() {
            let fits = match c {
                '\u{2019}' | '\u{2BC}' | '\u{2018}' => self.push('\''),
                '\u{AD}' | '\u{200B}' | '\u{200D}' => true,
                '\u{2010}' | '\u{2011}' => self.push('-'),
                '\u{300}'..='\u{36F}' => self.compose(c),
                'À'..='Þ' if c != '×' => self.push(char::from_u32(c as u32 + 32).unwrap_or(c)),
                c if c.is_uppercase() => c.to_lowercase().all(|small| self.push(small)),
                c => self.push(c),
            };
            if !fits {
                return false;
            }
        }
        true
    }

    /// Joins a combining accent to the letter before it, as texts in decomposed Unicode write «é».
    fn compose(&mut self, accent: char) -> bool {
        let last = self.len.checked_sub(1).and_then(|at| self.bytes.get(at)).copied().unwrap_or(0);
        let letters = match accent {
            '\u{300}' => "aàeèuùiìoò",
            '\u{301}' => "aáeéiíoóuúyý",
            '\u{302}' => "aâeêiîoôuû",
            '\u{308}' => "aäeëiïoöuüyÿ",
            '\u{327}' => "cç",
            '\u{303}' => "nñaãoõ",
            _ => "",
        };
        let mut pairs = letters.chars();
        while let (Some(plain), Some(whole)) = (pairs.next(), pairs.next()) {
            if plain as u32 == u32::from(last) {
                self.len -= 1;
                return self.push(whole);
            }
        }
        true
    }

    /// The form without accents, `œ` as `oe`.
    pub fn fold(form: &str) -> Option<Self> {
        let mut folded = Self { bytes: [0; LONGEST], len: 0 };
        for c in form.chars() {
            let plain = plain(c);
            let fits = if plain.is_empty() { folded.push(c) } else { plain.chars().all(|p| folded.push(p)) };
            if !fits {
                return None;
            }
        }
        Some(folded)
    }

    /// The letters.
    #[inline]
    pub fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }

    fn push(&mut self, c: char) -> bool {
        let width = c.len_utf8();
        match self.bytes.get_mut(self.len..self.len + width) {
            Some(space) => {
                c.encode_utf8(space);
                self.len += width;
                true
            }
            None => false,
        }
    }
}

/// The letter or letters that stand for an accented small letter; empty for one that stays.
pub fn plain(c: char) -> &'static str {
    match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' | 'ə' => "a",
        'ç' | 'ć' | 'č' | 'ĉ' => "c",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ě' | 'ę' | 'ė' => "e",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' | 'į' => "i",
        'ñ' | 'ń' | 'ň' | 'ņ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => "o",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'š' | 'ś' | 'ş' | 'ș' => "s",
        'ž' | 'ź' | 'ż' => "z",
        'ğ' | 'ģ' => "g",
        'ł' | 'ļ' => "l",
        'ţ' | 'ț' | 'ť' => "t",
        'ř' => "r",
        'ď' | 'đ' => "d",
        'œ' => "oe",
        'æ' => "ae",
        _ => "",
    }
}
