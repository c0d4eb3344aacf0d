/// Lower case, without accents: «L’Élysée» → «l'elysee». Also œ → oe, æ → ae, ’ → ', and every space a space.
///
/// ```
/// use greffier::text::fold;
/// assert_eq!(fold("Cœur d’Évreux"), "coeur d'evreux");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Like [`fold`], into a string that is emptied first: for reuse over many words.
pub fn fold_into(text: &str, folded: &mut String) {
    folded.clear();
    if text.is_ascii() {
        folded.push_str(text);
        folded.make_ascii_lowercase();
        return;
    }
    for c in text.chars() {
        if c.is_ascii() {
            folded.push(c.to_ascii_lowercase());
        } else {
            fold_char(c, folded);
        }
    }
}

fn fold_char(c: char, folded: &mut String) {
    let plain = match c {
        'à'..='å' | 'À'..='Å' | 'ā' | 'ă' | 'ą' | 'Ā' | 'Ă' | 'Ą' | 'ǎ' => 'a',
        'ç' | 'Ç' | 'ć' | 'Ć' | 'č' | 'Č' | 'ĉ' | 'ċ' => 'c',
        'ď' | 'Ď' | 'đ' | 'Đ' => 'd',
        'è'..='ë' | 'È'..='Ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'Ē' | 'Ĕ' | 'Ė' | 'Ę' | 'Ě' => {
            'e'
        }
        'ğ' | 'Ğ' | 'ĝ' | 'ġ' | 'ģ' => 'g',
        'ì'..='ï' | 'Ì'..='Ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'İ' | 'Ī' => 'i',
        'ķ' => 'k',
        'ł' | 'Ł' | 'ľ' | 'Ľ' | 'ĺ' | 'ļ' => 'l',
        'ñ' | 'Ñ' | 'ń' | 'Ń' | 'ň' | 'Ň' | 'ņ' => 'n',
        'ò'..='ö' | 'ø' | 'Ò'..='Ö' | 'Ø' | 'ō' | 'ŏ' | 'ő' | 'Ō' | 'Ő' => 'o',
        'ŕ' | 'ř' | 'Ř' => 'r',
        'ś' | 'Ś' | 'ş' | 'Ş' | 'š' | 'Š' | 'ș' | 'Ș' => 's',
        'ť' | 'ţ' | 'Ţ' | 'ț' | 'Ț' => 't',
        'ù'..='ü' | 'Ù'..='Ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'Ū' | 'Ů' => 'u',
        'ý' | 'ÿ' | 'Ý' | 'Ÿ' => 'y',
        'ź' | 'Ź' | 'ż' | 'Ż' | 'ž' | 'Ž' => 'z',
        '’' | '‘' | 'ʼ' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        'œ' | 'Œ' => return folded.push_str("oe"),
        'æ' | 'Æ' => return folded.push_str("ae"),
        'ß' => return folded.push_str("ss"),
        // Accents written as characters of their own, and hyphens that only show at a line's end.
        '\u{300}'..='\u{36f}' | '\u{ad}' => return,
        _ if c.is_whitespace() => ' ',
        _ => return folded.extend(c.to_lowercase()),
    };
    folded.push(plain);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_is_folded() {
        for (text, expected) in [
            ("", ""),
            ("PARIS", "paris"),
            ("Élysée", "elysee"),
            ("E\u{301}lyse\u{301}e", "elysee"),
            ("ŒUVRE", "oeuvre"),
            ("L’Haÿ-les-Roses", "l'hay-les-roses"),
            ("10\u{202f}000\u{a0}€", "10 000 €"),
            ("Łódź", "lodz"),
            ("Абай", "абай"),
            ("Straße", "strasse"),
        ] {
            assert_eq!(fold(text), expected);
        }
    }

    #[test]
    fn a_string_is_reused() {
        let mut buffer = String::from("old");
        fold_into("Ça", &mut buffer);
        assert_eq!(buffer, "ca");
    }
}
