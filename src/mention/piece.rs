use std::fmt;

use crate::lexicon::{Lexicon, NameSort, WordId};

/// One piece of evidence for or against a candidate: something that can be pointed at in the text, with
/// a weight for each kind of entity in the weights file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Piece(u32);

macro_rules! fixed_pieces {
    ($($name:ident)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        #[derive(Clone, Copy)]
        #[repr(u16)]
        enum Index { $($name,)* COUNT }

        impl Piece {
            $(
                #[allow(non_upper_case_globals, missing_docs)]
                pub(crate) const $name: Self = Self(Index::$name as u32);
            )*

            const FIXED: &'static [&'static str] = &[$(stringify!($name)),*];
        }
    };
}

// The names are those of the weights file. «first_» and «last_» are about the outer words of the
// candidate, «before_» and «after_» about its neighbours, «listed_» about the gazetteers, «doc_» about the
// rest of the article.
fixed_pieces! {
    bias
    source_listed source_run source_part source_headed source_quoted
    length_1 length_2 length_3 length_4 length_5_more
    upper_1 upper_2 upper_3 upper_4_5 upper_6_more upper_words club_letters mixed_case hyphenated hyphen_first_name hyphen_surname saint digits initials trailing_initial
    particle_french particle_foreign ends_small starts_small conjunction_inside
    first_first_name_m first_first_name_f first_surname first_place first_demonym first_organisation
    first_organisation_head first_place_head street first_role first_title first_common first_function first_unknown
    first_ambiguous first_event first_product first_capital
    last_first_name last_surname last_place last_demonym last_organisation last_common last_unknown
    last_ambiguous last_month last_legal_form last_role last_number
    only_first_name only_surname only_place only_unknown only_common only_ambiguous only_first_and_surname only_nothing_known
    first_name_frequent first_name_rare surname_frequent surname_rare place_great place_small unlisted
    first_name_surname first_name_unknown first_name_common unknown_surname unknown_unknown first_name_place
    listed_person listed_organisation listed_location listed_event listed_product listed_several_words
    listed_needs_case listed_needs_context listed_two_kinds listed_well_known
    listed_ends_small listed_first_function listed_place_after_preposition listed_safe_name listed_safe_capital inside_safe_name inside_listed begins_with_listed ends_with_listed
    sentence_start sentence_start_common start_bare_before_verb title_line dateline in_capitals quoted quoted_left quoted_after_organisation_head inside_headed_quotation inside_short_quotation
    before_nothing before_title before_role role_then_name before_demonym before_organisation_head before_place_head
    before_capital before_particle_capital before_number before_finite before_speech_verb before_first_name
    before_comma before_bracket before_quote before_colon before_dash before_other_mark before_common before_month
    before_place_comma before_organisation_apposition before_participle
    after_nothing after_capital after_particle_capital after_number after_score after_finite after_speech_verb after_etre_avoir
    after_comma after_open_bracket after_close_bracket after_quote after_colon after_dash after_other_mark
    after_age after_role_apposition after_acronym_bracket after_own_acronym after_other_acronym after_place_bracket after_demonym after_common after_enclitic after_year
    head_then_place head_capital_then_place head_then_demonym head_capital_then_small head_then_bare head_then_acronym
    head_capital_inside head_capital_inside_long head_capital_then_adjective head_capital_then_of
    bare_after_head described_after_head described_by_complement acronym_after_head complement_of_head complement_of_capital_head
    announced_by_noun complement_of_company defined_as_body defined_as_person defined_as_place seated_body acting_network
    firm_form firm_head letters_before_person letters_with_person person_behind_letters
    value_overlap
    doc_bias doc_inside_choice doc_same_person doc_same_organisation doc_same_location doc_same_event doc_same_product doc_same_often
    doc_surname_of_person doc_surname_small_place doc_surname_at_start doc_unknown_surname_of_person doc_first_name_of_person doc_part_of_organisation doc_part_of_location doc_acronym_of_organisation doc_beginning_of_organisation doc_announced_organisation
    doc_small_elsewhere doc_sibling_person doc_sibling_organisation doc_sibling_location
}

/// Which neighbour or part of the candidate a word piece is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Slot {
    /// The word before.
    Left,
    /// The word before that.
    Left2,
    /// The word after.
    Right,
    /// The first word, where it is in small letters or heads names.
    First,
    /// The second word of a headed name.
    Second,
    /// The last word, where it is in small letters.
    Last,
    /// The last three letters of the last word.
    Suffix,
    /// The word before a candidate that no list knows.
    LeftOfUnknown,
    /// The word after a candidate that no list knows.
    RightOfUnknown,
    /// The first word of a candidate that ends in small letters.
    FirstOfSmall,
    /// What its list calls it, as a number.
    Sort,
    /// The noun that heads names and has the candidate as its complement.
    Head,
}

impl Slot {
    const ALL: [(&'static str, Self); 12] = [
        ("left", Self::Left),
        ("left2", Self::Left2),
        ("right", Self::Right),
        ("first", Self::First),
        ("second", Self::Second),
        ("last", Self::Last),
        ("suffix", Self::Suffix),
        ("left_of_unknown", Self::LeftOfUnknown),
        ("right_of_unknown", Self::RightOfUnknown),
        ("first_of_small", Self::FirstOfSmall),
        ("sort", Self::Sort),
        ("head", Self::Head),
    ];
}

const PAYLOAD: u32 = (1 << 28) - 1;

impl Piece {
    /// How many pieces have no word in them.
    pub(crate) const FIXED_COUNT: usize = Index::COUNT as usize;

    /// A known word in a slot.
    pub(crate) fn word(slot: Slot, word: WordId) -> Self {
        Self(((slot as u32 + 1) << 28) | (word.0 & PAYLOAD))
    }

    /// What the list of the gazetteer calls the candidate.
    pub(crate) fn sort(sort: NameSort) -> Self {
        let index = NameSort::ALL.iter().position(|known| *known == sort).unwrap_or_default();
        Self(((Slot::Sort as u32 + 1) << 28) | index as u32)
    }

    /// The last three letters of a form, packed; `None` where they are not plain letters.
    pub(crate) fn suffix(form: &str) -> Option<Self> {
        let bytes = form.as_bytes();
        let tail = bytes.get(bytes.len().checked_sub(3)?..)?;
        let mut packed = 0;
        for byte in tail {
            if !byte.is_ascii_alphabetic() {
                return None;
            }
            packed = packed << 8 | u32::from(byte.to_ascii_lowercase());
        }
        Some(Self(((Slot::Suffix as u32 + 1) << 28) | packed))
    }

    /// The same neighbour, of a candidate that no list knows.
    pub(crate) fn of_unknown(self) -> Option<Self> {
        let slot = match (self.0 >> 28).checked_sub(1)? {
            slot if slot == Slot::Left as u32 => Slot::LeftOfUnknown,
            slot if slot == Slot::Right as u32 => Slot::RightOfUnknown,
            _ => return None,
        };
        Some(Self::word(slot, WordId(self.0 & PAYLOAD)))
    }

    /// Its place among the fixed pieces, where it is one.
    pub(crate) const fn fixed(self) -> Option<usize> {
        if (self.0 as usize) < Self::FIXED_COUNT { Some(self.0 as usize) } else { None }
    }

    /// The name of the fixed piece at `index`.
    pub(crate) fn fixed_name(index: usize) -> &'static str {
        Self::FIXED.get(index).copied().unwrap_or_default()
    }

    /// The piece with these bits, out of a table.
    pub(crate) const fn from_bits(bits: u32) -> Self {
        Self(bits)
    }

    /// The bits, for tables.
    pub(crate) const fn bits(self) -> u32 {
        self.0
    }

    /// The piece that the weights file calls so; `None` for a name or a word that does not exist.
    pub(crate) fn named(name: &str) -> Option<Self> {
        let Some((slot, word)) = name.split_once(':') else {
            return Self::FIXED.iter().position(|n| *n == name).map(|index| Self(index as u32));
        };
        let (_, slot) = Slot::ALL.iter().find(|(n, _)| *n == slot)?;
        match slot {
            Slot::Suffix => Self::suffix(word),
            Slot::Sort => word.parse().ok().map(Self::sort),
            slot => Lexicon::french().word(word).map(|word| Self::word(*slot, word)),
        }
    }
}

impl fmt::Display for Piece {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(name) = self.fixed().and_then(|index| Self::FIXED.get(index)) {
            return f.write_str(name);
        }
        let slot = ((self.0 >> 28) as usize).saturating_sub(1);
        let (name, slot) = Slot::ALL[slot.min(Slot::ALL.len() - 1)];
        let payload = self.0 & PAYLOAD;
        if slot == Slot::Suffix {
            let letters = [payload >> 16, payload >> 8, payload].map(|c| char::from((c & 0xff) as u8));
            return write!(f, "{name}:{}{}{}", letters[0], letters[1], letters[2]);
        }
        if slot == Slot::Sort {
            return write!(
                f,
                "{name}:{}",
                NameSort::ALL.get(payload as usize).copied().unwrap_or(NameSort::Other)
            );
        }
        write!(f, "{name}:{}", Lexicon::french().text(WordId(payload)))
    }
}

impl fmt::Debug for Piece {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_has_one_name() {
        for name in Piece::FIXED {
            assert_eq!(Piece::named(name).unwrap().to_string(), *name);
        }
        for name in ["left:à", "first:ministère", "suffix:kov"] {
            assert_eq!(Piece::named(name).unwrap().to_string(), name);
        }
        assert_eq!(Piece::named("left:"), None);
        assert_eq!(Piece::named("nowhere:à"), None);
    }
}
