/// How a step is told, where that decides what it has to do with the steps around it. A page states it as the part `manner` of
/// its record.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Manner {
    /// As any other.
    #[default]
    Plain,
    /// «soupçonné de vol»: an inquiry, told as an accusation is.
    Suspicion,
    /// «Trois ans de prison pour X»: a penalty without a verb.
    Headline,
    /// «a confirmé ce jugement»: another judgment than the one confirmed.
    Confirmation,
    /// «Sa peine est assortie d’une amende»: more of the same decision.
    Addition,
    /// «dans le cadre de l’enquête»: a mere frame for what else is told.
    Frame,
}

impl Manner {
    const NAMES: [(&str, Self); 5] = [
        ("suspicion", Self::Suspicion),
        ("headline", Self::Headline),
        ("confirmation", Self::Confirmation),
        ("addition", Self::Addition),
        ("frame", Self::Frame),
    ];

    /// The manner that a page calls so; one of a name that nobody knows is as any other.
    pub fn named(name: Option<&str>) -> Self {
        let known = Self::NAMES.iter().find(|(known, _)| Some(*known) == name);
        known.map_or(Self::Plain, |(_, manner)| *manner)
    }
}

#[cfg(test)]
mod tests {
    use super::Manner;
    use crate::proceeding::builtin::PAGES;

    #[test]
    fn the_pages_state_no_other_manner_and_leave_none_out() {
        let stated = || {
            let pages = PAGES.iter().flat_map(|(_, page)| page.split("manner = \"").skip(1));
            pages.filter_map(|rest| rest.split_once('"')).map(|(name, _)| name)
        };
        for name in stated() {
            assert_ne!(Manner::named(Some(name)), Manner::Plain, "«{name}» is no manner");
        }
        for (name, _) in Manner::NAMES {
            assert!(stated().any(|known| known == name), "no page tells a step as «{name}»");
        }
    }
}
