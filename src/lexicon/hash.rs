//! The hash of the word tables. The packer compiles this very file, so table and reader cannot disagree.

const K0: u64 = 0x9E37_79B9_7F4A_7C15;
const K1: u64 = 0xD6E8_FEB8_6659_FD93;

const fn mix(value: u64) -> u64 {
    let wide = (value as u128) * (K1 as u128);
    (wide as u64) ^ ((wide >> 64) as u64)
}

/// Hash of the small-letter form, eight bytes at a time.
#[inline]
pub fn hash(bytes: &[u8]) -> u64 {
    let mut state = K0 ^ bytes.len() as u64;
    let (chunks, rest) = bytes.as_chunks::<8>();
    for chunk in chunks {
        state = mix(state ^ u64::from_le_bytes(*chunk));
    }
    if !rest.is_empty() {
        let mut tail = 0u64;
        for byte in rest {
            tail = tail << 8 | u64::from(*byte);
        }
        state = mix(state ^ tail);
    }
    mix(state ^ K0)
}

/// A slot of a word table: 20 bits of word id and 4 bits of the hash, so that a wrong word is mostly
/// told without reading its letters. Zero is the empty slot.
#[inline]
pub const fn slot(id: u32, hash: u64) -> u32 {
    id | tag(hash) << 20
}

/// The bits of the hash that a slot keeps.
#[inline]
pub const fn tag(hash: u64) -> u32 {
    (hash >> 60) as u32
}

/// Where the search for a word begins.
#[inline]
pub const fn home(hash: u64, slots: usize) -> usize {
    hash as usize & (slots - 1)
}
