use std::collections::{HashMap, HashSet};

use greffier::lexicon::Classes;

use super::drafts::{Draft, Drafts};
use super::layout::fold;
use super::table::{Source, cell, parts};

/// Reads first names and surnames. Where a name is also a common word, only one that people bear often keeps
/// its class («Pierre», «Petit»), and then the form is marked ambiguous.
pub fn read(source: &mut Source, words: &mut Drafts) {
    let trusted = trusted(source);
    for row in source.rows("raw/first_names.tsv") {
        let name = cell(&row, 0).to_lowercase();
        let class = match cell(&row, 1) {
            "m" => Classes::FIRST_NAME_M,
            "f" => Classes::FIRST_NAME_F,
            _ => Classes::FIRST_NAME,
        };
        let rank = cell(&row, 2).parse().unwrap_or(0);
        let known = cell(&row, 3).contains("hand") || cell(&row, 3).contains("hunspell");
        let usual = if known { 5000 } else { 2500 };
        if !name.contains(' ') {
            add(words, &name, class, 0, rank, if rank == 0 && known { 1 } else { rank } <= usual, &trusted);
        }
    }
    let rows = source.rows("raw/surnames.tsv");
    for row in &rows {
        let name = cell(row, 0).to_lowercase();
        let rank = cell(row, 1).parse().unwrap_or(0);
        // Of a name of several words («Le Pen») the last is the name, the others are particles.
        let last = name.rsplit(' ').next().unwrap_or(&name);
        if last.chars().count() > 1 {
            add(words, last, Classes::SURNAME, 1, rank, rank != 0 && rank <= 12_000, &trusted);
        }
    }
    accents(&rows, words);
}

/// Words too plain to be taken for a rare name: «rue», «parquet», «équipe».
const PLAIN: Classes =
    Classes::ORGANISATION_HEAD.with(Classes::PLACE_HEAD).with(Classes::HUMAN).with(Classes::TIME_WORD);

/// Names that are names first, and common words hardly ever.
pub fn trusted(source: &mut Source) -> HashSet<String> {
    source.rows("data/name_first.tsv").iter().map(|row| cell(row, 0).to_owned()).collect()
}

fn add(
    words: &mut Drafts,
    name: &str,
    class: Classes,
    slot: usize,
    rank: u32,
    usual: bool,
    trusted: &HashSet<String>,
) {
    let draft = words.entry(name);
    if draft.is_function() || draft.classes.any(Classes::NAME_PARTICLE) {
        return;
    }
    let common = draft.is_common() && !trusted.contains(name);
    let usual = usual && (!draft.classes.any(PLAIN) || (rank != 0 && rank <= 1000));
    if common && !usual && !draft.classes.any(class) {
        return;
    }
    bear(draft, class, slot, rank);
    if common {
        draft.classes = draft.classes | Classes::AMBIGUOUS;
    }
}

fn bear(draft: &mut Draft, class: Classes, slot: usize, rank: u32) {
    draft.classes = draft.classes | class;
    draft.ranks[slot] = draft.ranks[slot].max(scale(rank));
}

/// Rank 1 is 15, every doubling one less, down to 1; a name without rank is 1.
fn scale(rank: u32) -> u8 {
    if rank == 0 { 1 } else { 15u32.saturating_sub(rank.ilog2()).max(1) as u8 }
}

/// The civil registry writes surnames without accents: a word with accents that is a name already, or a usual
/// surname without them («Lefèvre»), is a surname too.
fn accents(rows: &[Vec<String>], words: &mut Drafts) {
    let ranks: HashMap<String, u32> = rows
        .iter()
        .filter(|row| parts(&cell(row, 2).replace(',', ";")).any(|tag| tag == "fr"))
        .map(|row| (cell(row, 0).to_lowercase(), cell(row, 1).parse().unwrap_or(0)))
        .collect();
    for (form, draft) in words.iter_mut() {
        let folded = fold(form);
        if folded == *form || draft.is_function() {
            continue;
        }
        if let Some(rank) = ranks.get(&folded) {
            let usual = *rank != 0 && *rank <= 3000;
            if usual || !draft.is_common() {
                bear(draft, Classes::SURNAME, 1, *rank);
                if draft.is_common() {
                    draft.classes = draft.classes | Classes::AMBIGUOUS;
                }
            }
        }
    }
}
