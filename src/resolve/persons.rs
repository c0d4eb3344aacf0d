use super::cluster::Cluster;
use super::name::{Name, compatible_first, gender_of_title};
use crate::document::Document;
use crate::lexicon::Classes;
use crate::mention::Mention;
use crate::ontology::Gender;

/// Joins the mentions of people: full names first, then what is shorter, because a headline says
/// «Dupont» before the article says «Jean Dupont».
pub(super) fn persons(doc: &Document<'_>, mentions: &[&Mention]) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    let named: Vec<(&Mention, Name, Option<Gender>)> = mentions
        .iter()
        .map(|m| {
            (
                *m,
                Name::new(doc, m.tokens),
                gender_of_title(doc, m.tokens.start()).or_else(|| gender_of_name(doc, m)),
            )
        })
        .collect();
    for (mention, name, gender) in named.iter().filter(|(_, name, _)| name.len() > 1) {
        let found =
            clusters.iter_mut().find_map(|c| same_full_name(c, mention, name, *gender).map(|why| (c, why)));
        match found {
            Some((cluster, why)) => cluster.join(mention, name.clone(), *gender, why),
            None => clusters.push(Cluster::new(mention, name.clone(), *gender)),
        }
    }
    for (mention, name, gender) in named.iter().filter(|(_, name, _)| name.len() == 1) {
        match nearest(&clusters, mention, name, *gender) {
            Some((index, why)) => clusters[index].join(mention, name.clone(), *gender, why),
            None => clusters.push(Cluster::new(mention, name.clone(), *gender)),
        }
    }
    clusters
}

/// Why a full name belongs to a cluster, if it does.
fn same_full_name(
    cluster: &Cluster,
    mention: &Mention,
    name: &Name,
    gender: Option<Gender>,
) -> Option<&'static str> {
    if clash(cluster.gender, gender) {
        return None;
    }
    if let (Some(a), Some(b)) = (cluster.entry, mention.entry)
        && a == b
    {
        return Some("listed as the same");
    }
    let known = cluster.names.iter().filter(|known| known.len() > 1);
    for known in known {
        if known.words == name.words {
            return Some("same name");
        }
        let (long, short) = if known.len() >= name.len() { (known, name) } else { (name, known) };
        // «Le Pen» has two words for the eye and one for the registry: a name that is only a tail.
        if long.len() > short.len() && long.ends_with(short) {
            return Some("surname");
        }
        if long.len() > short.len() && short.words[0] == long.words[0] && long.contains_in_order(short) {
            return Some("middle name left out");
        }
        let same_last = known.last() == name.last();
        if same_last && known.words[0] != name.words[0] && compatible_first(&known.words[0], &name.words[0]) {
            return Some("initials");
        }
    }
    None
}

/// The cluster that a single word stands for: by surname, else by first name; of several the one that
/// was mentioned last before, else first after.
fn nearest(
    clusters: &[Cluster],
    mention: &Mention,
    name: &Name,
    gender: Option<Gender>,
) -> Option<(usize, &'static str)> {
    let word = name.last();
    let distance = |cluster: &Cluster| {
        let at = mention.tokens.start();
        let starts = || cluster.mentions.iter().map(|(tokens, _)| tokens.start());
        // What follows counts only where nothing precedes.
        starts().filter(|s| *s < at).map(|s| at - s).min().or_else(|| starts().map(|s| (1 << 24) + s).min())
    };
    let pick = |fits: &dyn Fn(&Name) -> bool| {
        clusters
            .iter()
            .enumerate()
            .filter(|(_, cluster)| !clash(cluster.gender, gender) && cluster.names.iter().any(fits))
            .min_by_key(|(index, cluster)| (distance(cluster), *index))
            .map(|(index, _)| index)
    };
    let listed =
        mention.entry.and_then(|entry| clusters.iter().position(|cluster| cluster.entry == Some(entry)));
    pick(&|known: &Name| known.len() == 1 && known.words == name.words)
        .filter(|index| clusters[*index].name().len() == 1)
        .map(|index| (index, "same name"))
        .or_else(|| {
            pick(&|known: &Name| known.len() > 1 && known.last() == word).map(|index| (index, "surname"))
        })
        .or_else(|| listed.map(|index| (index, "listed as the same")))
        .or_else(|| {
            pick(&|known: &Name| known.len() > 2 && known.words[1..].iter().any(|w| w == word))
                .map(|index| (index, "part of the surname"))
        })
        .or_else(|| {
            pick(&|known: &Name| known.len() > 1 && known.words[0] == word).map(|index| (index, "first name"))
        })
}

fn clash(a: Option<Gender>, b: Option<Gender>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}

/// The gender that the first name has, where it has one only.
fn gender_of_name(doc: &Document<'_>, mention: &Mention) -> Option<Gender> {
    if mention.tokens.len() < 2 {
        return None;
    }
    let classes = doc.classes(mention.tokens.start());
    match (classes.any(Classes::FIRST_NAME_M), classes.any(Classes::FIRST_NAME_F)) {
        (true, false) => Some(Gender::Masculine),
        (false, true) => Some(Gender::Feminine),
        _ => None,
    }
}
