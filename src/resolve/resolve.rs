use super::bearer::Bearer;
use super::bodies::bodies;
use super::cluster::Cluster;
use super::description::{Description, descriptions_into};
use super::discourse::Discourse;
use super::holding::holdings;
use super::organisations::organisations;
use super::persons::persons;
use super::resolved::{Resolved, ResolvedMention};
use super::unnamed::unnamed;
use crate::document::Document;
use crate::graph::{self, EntityId};
use crate::lexicon::{Classes, RoleKind};
use crate::mention::Mention;
use crate::ontology::{EntityKind, Gender, MentionForm};
use crate::syntax::Syntax;
use crate::text::fold;
use crate::token::{Shape, TokenKind, TokenSpan};
use crate::value::ValueMention;

/// Joins the mentions of an article into entities, in reading order of their first mention, and finds what else
/// stands for them: `descriptions` is filled with the noun phrases around role nouns.
pub(crate) fn resolve(
    doc: &Document<'_>,
    syntax: &Syntax,
    mentions: &[Mention],
    values: &[ValueMention],
    descriptions: &mut Vec<Description>,
) -> Resolved {
    let bodies = bodies(doc, mentions);
    let mut clusters = clusters(doc, mentions, &bodies);
    let mut resolved = named(doc, &clusters, &bodies, values);
    descriptions.clear();
    descriptions_into(doc, syntax, &resolved, descriptions);
    let mut holdings = holdings(doc, syntax, &resolved, descriptions);
    for holding in &holdings {
        if let Some(cluster) = clusters.get_mut(holding.holder.entity.index()) {
            cluster.gender =
                cluster.gender.or_else(|| descriptions.get(holding.description).and_then(gender));
        }
    }
    let bearers: Vec<Bearer> = clusters.iter().map(|cluster| Bearer::new(doc, cluster)).collect();
    let mut discourse = Discourse::new(doc, syntax, &resolved, descriptions, &bearers);
    discourse.offices.note_heads(&bearers);
    discourse.run(&holdings);
    let joined = std::mem::take(&mut discourse.found);
    let strangers = std::mem::take(&mut discourse.strangers);
    holdings.append(&mut discourse.later);
    holdings.sort_by_key(|holding| holding.description);
    for (description, whose) in std::mem::take(&mut discourse.possessors) {
        let from = holdings.partition_point(|holding| holding.description < description);
        for holding in holdings[from..].iter_mut().take_while(|holding| holding.description == description) {
            holding.possessor = Some(whose);
        }
    }
    for (index, cluster) in clusters.iter().enumerate() {
        resolved.set_gender(EntityId::from(index), cluster.gender);
    }
    resolved.add(doc, &joined);
    resolved.set_strangers(strangers);
    unnamed(doc, descriptions, &holdings, &mut resolved);
    resolved.hold(holdings, descriptions);
    resolved
}

/// The gender that a role noun gives to the one who holds it.
fn gender(description: &Description) -> Option<Gender> {
    let agreement = description.agreement;
    // «la victime», «la star» say nothing.
    if !agreement.singular() || matches!(description.kind, RoleKind::Person | RoleKind::Culture) {
        return None;
    }
    match (agreement.masculine(), agreement.feminine()) {
        (true, false) => Some(Gender::Masculine),
        (false, true) => Some(Gender::Feminine),
        _ => None,
    }
}

fn clusters(doc: &Document<'_>, mentions: &[Mention], bodies: &[Mention]) -> Vec<Cluster> {
    let of = |kind: EntityKind| mentions.iter().filter(|m| m.kind == kind).collect::<Vec<&Mention>>();
    let mut clusters = persons(doc, &of(EntityKind::Person));
    for kind in EntityKind::ALL.iter().filter(|kind| **kind != EntityKind::Person) {
        let mut of_kind = of(*kind);
        if *kind == EntityKind::Organisation && !bodies.is_empty() {
            of_kind.extend(bodies);
            of_kind.sort_by_key(|mention| (mention.tokens.start(), mention.tokens.end()));
        }
        clusters.extend(organisations(doc, &of_kind));
    }
    for cluster in &mut clusters {
        cluster.mentions.sort_by_key(|(tokens, _)| *tokens);
    }
    clusters.sort_by_key(|cluster| cluster.mentions.first().map(|(tokens, _)| *tokens));
    clusters
}

/// The entities with their names.
fn named(doc: &Document<'_>, clusters: &[Cluster], bodies: &[Mention], values: &[ValueMention]) -> Resolved {
    let form = |tokens: TokenSpan| match bodies.binary_search_by_key(&tokens.start(), |b| b.tokens.start()) {
        Ok(at) if bodies.get(at).is_some_and(|body| body.tokens == tokens) => MentionForm::Nominal,
        _ => MentionForm::Name,
    };
    let mut mentions = Vec::new();
    let entities = clusters
        .iter()
        .enumerate()
        .map(|(index, cluster)| {
            let id = EntityId::from(index);
            mentions.extend(cluster.mentions.iter().map(|(tokens, _)| ResolvedMention {
                tokens: *tokens,
                entity: id,
                kind: cluster.kind,
                form: form(*tokens),
            }));
            entity(doc, id, cluster, values, form)
        })
        .collect();
    Resolved::new(entities, mentions, doc.len())
}

/// So many aliases are worth listing.
const MOST_ALIASES: usize = 24;

/// «M.», «Mme», «Me».
fn is_address(doc: &Document<'_>, at: usize) -> bool {
    doc.is(at, Classes::TITLE)
        && doc.token(at).is_some_and(|t| t.kind == TokenKind::Abbreviation || t.span.len() <= 4)
}

/// A noun for bodies in small letters, the last word before a name.
fn is_small_head(doc: &Document<'_>, at: usize) -> bool {
    doc.is(at, Classes::ORGANISATION_HEAD) && doc.token(at).is_some_and(|token| token.shape == Shape::Lower)
}

/// «Port Invest» of «holding Port Invest», «Union» of «L’Union» where the full name has no article.
fn bare(doc: &Document<'_>, cluster: &Cluster, tokens: TokenSpan) -> TokenSpan {
    let start = tokens.start();
    let full = cluster.name().map_or(start, |name| name.tokens.start());
    let article =
        |at: usize| doc.is(at, Classes::DETERMINER) || matches!(doc.form(at), "L'" | "L’" | "l'" | "l’");
    let short = cluster.kind == EntityKind::Organisation
        && tokens.len() > 1
        && doc.is_capital(start + 1)
        && (is_small_head(doc, start) || full != start && article(start) && !article(full));
    if short { TokenSpan::new(start + 1, tokens.end()) } else { tokens }
}

/// «LUSAKA» of a dateline or headline as the article writes it elsewhere: «Lusaka».
fn in_small<'d>(doc: &'d Document<'_>, cluster: &Cluster, name: &'d str) -> &'d str {
    const LETTERS: usize = 5;
    let capitals = |word: &str| !word.chars().any(char::is_lowercase);
    if name.len() < LETTERS || !capitals(name) {
        return name;
    }
    let mut written = cluster.mentions.iter().map(|(tokens, _)| doc.slice(*tokens));
    written.find(|other| !capitals(other) && fold(other) == fold(name)).unwrap_or(name)
}

fn entity(
    doc: &Document<'_>,
    id: EntityId,
    cluster: &Cluster,
    values: &[ValueMention],
    form: impl Fn(TokenSpan) -> MentionForm,
) -> graph::Entity {
    let name = cluster.name().map_or("", |name| in_small(doc, cluster, doc.slice(name.tokens)));
    let mut aliases: Vec<String> = Vec::new();
    for known in &cluster.names {
        let alias = doc.slice(bare(doc, cluster, known.tokens));
        if alias != name && aliases.iter().all(|known| known != alias) {
            aliases.push(alias.to_owned());
        }
    }
    // «Mme Dupont» is how the article tells her from the other Dupont.
    for (tokens, _) in cluster.mentions.iter().filter(|_| cluster.kind == EntityKind::Person) {
        let Some(title) = tokens.start().checked_sub(1).filter(|t| is_address(doc, *t)) else { continue };
        let titled = doc.slice(TokenSpan::new(title, tokens.end()));
        if aliases.len() < MOST_ALIASES && aliases.iter().all(|known| known != titled) {
            aliases.push(titled.to_owned());
        }
    }
    // «le groupe Valmoret», «la banque BTA»: the noun says what the body is and is often called a part of its name.
    for (tokens, _) in cluster.mentions.iter().filter(|_| cluster.kind == EntityKind::Organisation) {
        let Some(head) = tokens.start().checked_sub(1).filter(|head| is_small_head(doc, *head)) else {
            continue;
        };
        let headed = doc.slice(TokenSpan::new(head, tokens.end()));
        if aliases.len() < MOST_ALIASES && aliases.iter().all(|known| known != headed) {
            aliases.push(headed.to_owned());
        }
    }
    graph::Entity {
        id,
        kind: cluster.kind,
        name: name.to_owned(),
        aliases,
        gender: cluster.gender,
        value: cluster
            .value
            .and_then(|index| values.get(index as usize))
            .map(|mention| mention.value.clone()),
        external_id: None,
        mentions: cluster
            .mentions
            .iter()
            .map(|(tokens, why)| graph::Mention {
                span: doc.span(*tokens),
                form: form(*tokens),
                joined_by: why.clone(),
            })
            .collect(),
    }
}
