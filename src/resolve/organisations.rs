use super::cluster::Cluster;
use super::name::Name;
use crate::document::Document;
use crate::lexicon::Classes;
use crate::mention::Mention;
use crate::token::Shape;

/// Joins the mentions of organisations, or of places, events and products: by spelling, by the lists, by
/// acronym, by a definition in brackets, by a short form.
pub(super) fn organisations(doc: &Document<'_>, mentions: &[&Mention]) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    for (index, mention) in mentions.iter().enumerate() {
        let name = Name::new(doc, mention.tokens);
        let defines = index
            .checked_sub(1)
            .map(|before| mentions[before])
            .filter(|before| in_brackets(doc, before, mention));
        let acronym =
            doc.token(mention.tokens.start()).is_some_and(|t| t.shape == Shape::Upper) && name.len() == 1;
        let found = clusters.iter().position(|cluster| same(cluster, mention, &name, acronym).is_some());
        let by_definition = defines.and_then(|before| {
            clusters
                .iter()
                .position(|cluster| cluster.mentions.iter().any(|(tokens, _)| *tokens == before.tokens))
        });
        match (by_definition, found) {
            (Some(at), Some(other)) if at != other => {
                // The brackets tie two that were apart: the later one goes into the earlier one.
                let (first, second) = (at.min(other), at.max(other));
                let absorbed = clusters.remove(second);
                clusters[first].absorb(absorbed, "defined in brackets");
                clusters[first].join(mention, name, None, "defined in brackets");
            }
            (Some(at), _) => clusters[at].join(mention, name, None, "defined in brackets"),
            (None, Some(at)) => {
                let why = same(&clusters[at], mention, &name, acronym).unwrap_or("same name");
                clusters[at].join(mention, name, None, why);
            }
            (None, None) => clusters.push(Cluster::new(mention, name, None)),
        }
    }
    clusters
}

/// «Organisation du traité (OTSC)» or «OTSC (Organisation du traité)».
fn in_brackets(doc: &Document<'_>, before: &Mention, mention: &Mention) -> bool {
    let open = before.tokens.end();
    let one_is_short = before.tokens.len() == 1 || mention.tokens.len() == 1;
    before.kind == mention.kind
        && one_is_short
        && mention.tokens.start() == open + 1
        && matches!(doc.form(open), "(" | "[")
        && matches!(doc.form(mention.tokens.end()), ")" | "]" | ",")
        && [before, mention]
            .iter()
            .any(|m| doc.token(m.tokens.start()).is_some_and(|t| t.shape != Shape::Capitalised))
}

/// Why a mention belongs to a cluster, if it does.
fn same(cluster: &Cluster, mention: &Mention, name: &Name, acronym: bool) -> Option<&'static str> {
    if let (Some(a), Some(b)) = (cluster.entry, mention.entry)
        && a == b
    {
        return Some("listed as the same");
    }
    for known in &cluster.names {
        if known.whole == name.whole || known.words == name.words {
            return Some("same name");
        }
        if acronym && known.len() > 1 && known.has_acronym(name.last()) {
            return Some("acronym");
        }
        if known.len() == 1
            && name.len() > 1
            && known.last().len() <= 6
            && name.has_acronym(known.last())
            && cluster_is_upper(cluster)
        {
            return Some("acronym");
        }
        if same_core(known, name) {
            return Some("same core");
        }
        let (long, short) = if known.len() >= name.len() { (known, name) } else { (name, known) };
        if long.len() > short.len() && long.starts_with(short) && is_distinctive(short) {
            return Some("short form");
        }
    }
    None
}

/// An acronym that came first keeps its capitals only in the text; its length is what tells it here.
fn cluster_is_upper(cluster: &Cluster) -> bool {
    cluster.names.iter().any(|name| name.len() == 1 && name.whole.len() <= 6)
}

/// Nouns that say what an organisation is and may be left out of its name.
fn is_generic(name: &Name, index: usize) -> bool {
    let classes = crate::lexicon::Lexicon::french().classes(name.ids[index]);
    classes.any(Classes::ORGANISATION_HEAD | Classes::LEGAL_FORM)
        || matches!(name.words[index].as_str(), "bank" | "group")
}

/// «BTA Bank» and «banque BTA»: the same words once the generic ones are left out.
fn same_core(a: &Name, b: &Name) -> bool {
    let core = |name: &Name| -> Vec<String> {
        let mut core: Vec<String> =
            (0..name.len()).filter(|i| !is_generic(name, *i)).map(|i| name.words[i].clone()).collect();
        core.sort_unstable();
        core
    };
    let (core_a, core_b) = (core(a), core(b));
    // Two ministries or two courts differ in nothing but what follows their head, so one generic word at most may differ.
    !core_a.is_empty()
        && core_a == core_b
        && (a.len() == core_a.len() || b.len() == core_b.len() || equivalent_heads(a, b))
}

/// «bank» and «banque» say the same.
fn equivalent_heads(a: &Name, b: &Name) -> bool {
    let banks = |name: &Name| name.words.iter().any(|word| matches!(word.as_str(), "bank" | "banque"));
    banks(a) && banks(b)
}

/// A short form must be more than a head that many share: «Assemblée» for «Assemblée nationale» is
/// one, «Parti» for «Parti socialiste» is not.
fn is_distinctive(short: &Name) -> bool {
    short.len() > 1
        || !is_generic(short, 0)
        || matches!(short.last(), "assemblee" | "union" | "senat" | "conseil")
}
