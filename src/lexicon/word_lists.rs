//! The short word lists of a stage, read from its data file into sets that are asked by name.

use super::{Lexicon, WordId};
use crate::text::rows;

/// The words of the rows of this name, in the order of the page. Its columns are the name of a list and words, joined by spaces; a
/// long list has several rows.
pub(crate) fn listed(page: &'static str, name: &'static str) -> impl Iterator<Item = WordId> {
    let lexicon = Lexicon::french();
    let forms =
        rows::<2>(page).filter(move |[list, _]| *list == name).flat_map(|[_, forms]| forms.split(' '));
    forms.filter_map(|form| lexicon.word(form))
}

/// Declares the lists of a page, each once: the field of a list has the name of its rows. What a list is the page says.
///
/// Behind a semicolon stand further fields, each with how it is made.
macro_rules! word_lists {
    (
        $(#[$about:meta])*
        $vis:vis struct $lists:ident from $page:literal {
            $($list:ident)*
            $(; $($(#[$said:meta])* $fvis:vis $field:ident: $type:ty = $made:expr,)*)?
        }
    ) => {
        $(#[$about])*
        #[derive(Debug)]
        $vis struct $lists {
            $(pub $list: $crate::lexicon::WordSet,)*
            $($($(#[$said])* $fvis $field: $type,)*)?
        }

        impl $lists {
            /// The lists, read at first use.
            $vis fn french() -> &'static Self {
                static LISTS: std::sync::LazyLock<$lists> = std::sync::LazyLock::new(|| {
                    let page = include_str!($page);
                    $lists {
                        $($list: $crate::lexicon::listed(page, stringify!($list)).collect(),)*
                        $($($field: $made,)*)?
                    }
                });
                &LISTS
            }
        }

        #[cfg(test)]
        mod page {
            #[test]
            fn each_list_is_read_and_its_words_are_known() {
                let others: &[&str] = &[$($(stringify!($field),)*)?];
                $crate::lexicon::check_lists(include_str!($page), &[$(stringify!($list),)*], others);
            }
        }
    };
}
pub(crate) use word_lists;

/// Panics at a list without a row, at a row that no field reads, and at a word that the lexicon does not hold.
#[cfg(test)]
pub(crate) fn check_lists(page: &'static str, lists: &[&str], others: &[&str]) {
    for list in lists {
        assert!(rows::<2>(page).any(|[name, _]| name == *list), "«{list}» has no row");
    }
    for [list, forms] in rows::<2>(page) {
        assert!(lists.contains(&list) || others.contains(&list), "«{list}» is read by nothing");
        for form in forms.split(' ') {
            assert!(Lexicon::french().word(form).is_some(), "«{form}» of «{list}» is no word of the lexicon");
        }
    }
}
