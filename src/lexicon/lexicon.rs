use super::fold::Form;
use super::hash::{hash, home, tag};
use super::pack::{
    BLOCKS, CLASS_OF, CLASS_SETS, FOLDED, LEMMA_OF, LEMMAS, LENGTHS, LETTERS, RANKS, READING_STARTS,
    READINGS, READINGS_OF, TABLE, u16_at, u32_at,
};
use super::{Agreement, Analysis, Classes, Pos, Tenses, WordId};

/// The embedded word list. There is one, shared: [`Lexicon::french`].
///
/// It lies in the program as it is read: nothing is built or allocated at first use.
#[derive(Debug)]
pub struct Lexicon {
    _private: (),
}

static FRENCH: Lexicon = Lexicon { _private: () };

/// The high bit of a lemma: the word has several, and the rest says where they begin.
const SEVERAL: u32 = 1 << 31;

impl Lexicon {
    /// The French lexicon; ready at first use.
    pub fn french() -> &'static Self {
        &FRENCH
    }

    /// The word that a token of text is, whatever its case and apostrophe («L’», «KIEV», «État»).
    ///
    /// A form that is not listed with its accents is looked up without them («ETAT», «Mélenchon»).
    #[inline]
    pub fn look_up(&self, token: &str) -> WordId {
        let Some(form) = Form::lower(token) else { return WordId::UNKNOWN };
        let bytes = form.bytes();
        match find(TABLE, bytes, |id| letters(id) == bytes) {
            WordId::UNKNOWN => look_up_folded(bytes),
            word => word,
        }
    }

    /// The id of exactly this small-letter form, as rules and lists name it.
    pub fn word(&self, form: &str) -> Option<WordId> {
        let word = find(TABLE, form.as_bytes(), |id| letters(id) == form.as_bytes());
        word.is_known().then_some(word)
    }

    /// Number of words; their ids run from 1.
    pub fn len(&self) -> usize {
        LENGTHS.len().saturating_sub(1)
    }

    /// Whether there is no word: only in a build without its pack.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The small-letter form.
    pub fn text(&self, word: WordId) -> &'static str {
        std::str::from_utf8(letters(word.0)).unwrap_or_default()
    }

    /// What the form may be and the lists it stands in.
    #[inline]
    pub fn classes(&self, word: WordId) -> Classes {
        let set = u16_at(CLASS_OF, word.index());
        CLASS_SETS
            .get(usize::from(set))
            .map_or(Classes::EMPTY, |bytes| Classes::from_bits(u64::from_le_bytes(*bytes)))
    }

    /// Every reading of the form, the most usual first.
    pub fn analyses(&self, word: WordId) -> impl Iterator<Item = Analysis> + use<> {
        let list = usize::from(u16_at(READINGS_OF, word.index()));
        let start = usize::from(u16_at(READING_STARTS, list));
        let end = usize::from(u16_at(READING_STARTS, list + 1));
        READINGS.get(start..end).unwrap_or_default().iter().map(move |bytes| reading(word, *bytes))
    }

    /// The lemma of the form as a verb, where it is a form of one.
    pub fn verb_lemma(&self, word: WordId) -> Option<WordId> {
        self.analyses(word).find(|a| a.pos == Pos::Verb).map(|a| a.lemma)
    }

    /// The lemma of the form as a noun, where it is one.
    pub fn noun_lemma(&self, word: WordId) -> Option<WordId> {
        self.analyses(word).find(|a| a.pos == Pos::Noun).map(|a| a.lemma)
    }

    /// How usual the form is as a first name, from 0 (not one) to 15 (among the most frequent).
    pub fn first_name_rank(&self, word: WordId) -> u8 {
        (u16_at(RANKS, word.index()) & 15) as u8
    }

    /// How usual the form is as a surname, from 0 (not one) to 15 (among the most frequent).
    pub fn surname_rank(&self, word: WordId) -> u8 {
        (u16_at(RANKS, word.index()) >> 4 & 15) as u8
    }

    /// How big the place of this name is, from 0 (none) to 15 (ten million people); steps double the population.
    pub fn place_rank(&self, word: WordId) -> u8 {
        (u16_at(RANKS, word.index()) >> 8 & 15) as u8
    }

    /// The highest of the three ranks of the form as a name.
    pub fn name_rank(&self, word: WordId) -> u8 {
        self.first_name_rank(word).max(self.surname_rank(word)).max(self.place_rank(word))
    }
}

/// The letters of a word: the start of its block of sixteen, and the lengths before it in the block.
#[inline]
fn letters(id: u32) -> &'static [u8] {
    let index = id as usize;
    let first = index & !15;
    let Some(lengths) = LENGTHS.get(first..=index) else { return &[] };
    let mut start = u32_at(BLOCKS, index >> 4) as usize;
    let (last, before) = lengths.split_last().unwrap_or((&0, &[]));
    for len in before {
        start += usize::from(*len);
    }
    LETTERS.get(start..start + usize::from(*last)).unwrap_or_default()
}

#[inline]
fn find(table: &[[u8; 3]], key: &[u8], same: impl Fn(u32) -> bool) -> WordId {
    if table.is_empty() {
        return WordId::UNKNOWN;
    }
    let hash = hash(key);
    let mut at = home(hash, table.len());
    // The table is at most two thirds full, so an empty slot ends the walk soon.
    loop {
        let Some([a, b, c]) = table.get(at) else { return WordId::UNKNOWN };
        let slot = u32::from_le_bytes([*a, *b, *c, 0]);
        if slot == 0 {
            return WordId::UNKNOWN;
        }
        if slot >> 20 == tag(hash) && same(slot & 0xF_FFFF) {
            return WordId(slot & 0xF_FFFF);
        }
        at = (at + 1) & (table.len() - 1);
    }
}

/// A form that is not listed as it stands: the word with its accents («ETAT»: `état`), or else the word
/// without accents («Mélenchon»: `melenchon`, as the civil registry writes it).
fn look_up_folded(bytes: &[u8]) -> WordId {
    let Ok(form) = std::str::from_utf8(bytes) else { return WordId::UNKNOWN };
    let Some(folded) = Form::fold(form) else { return WordId::UNKNOWN };
    let key = folded.bytes();
    if key != bytes {
        let plain = find(TABLE, key, |id| letters(id) == key);
        if plain.is_known() {
            return plain;
        }
    }
    find(FOLDED, key, |id| {
        std::str::from_utf8(letters(id)).ok().and_then(Form::fold).is_some_and(|f| f.bytes() == key)
    })
}

fn reading(word: WordId, [pos, agreement, persons, nth, low, high]: [u8; 6]) -> Analysis {
    let lemma = u32_at(LEMMA_OF, word.index());
    let lemma = if lemma & SEVERAL == 0 {
        lemma
    } else {
        u32_at(LEMMAS, (lemma & !SEVERAL) as usize + usize::from(nth))
    };
    Analysis {
        pos: Pos::from_code(pos),
        lemma: WordId(lemma),
        agreement: Agreement::from_bits(agreement),
        tenses: Tenses(u16::from_le_bytes([low, high])),
        persons,
    }
}
