//! A page of rules of one's own: it adds a kind of fact that greffier does not know, with the same reading of the sentence
//! below it, the same status and the same proof as the built-in kinds.
//!
//! `cargo run --example user_rules`

use std::error::Error;
use std::io::{self, Write};

use greffier::Extractor;
use greffier::graph::Source;

const PAGE: &str = "
# Who buys what.
kind buys(buyer, bought, price)

rule buys.active
  doc     «X a racheté Y pour Z»
  on      ~racheter[active]
  buyer   subject : Person Organisation
  bought  object : Organisation
  price?  pour : Money
  record  buys(buyer = buyer, bought = bought, price = price)
  yes     Le groupe Valmoret a racheté la société Kerlann pour 30 millions d’euros.
          -> buys(Valmoret; Kerlann; 30 millions d’euros)
  no      Le groupe Valmoret a racheté ses fautes.

rule buys.passive
  doc     «Y a été racheté par X»
  on      ~racheter[passive]
  buyer   by : Person Organisation
  bought  subject : Organisation
  price?  pour : Money
  record  buys(buyer = buyer, bought = bought, price = price)
  yes     La société Kerlann a été rachetée par la société Armoric Radoub.
          -> buys(Armoric Radoub; Kerlann)
  no      La maison a été rachetée par un voisin.
";

const TEXT: &str = "La société Kerlann a été rachetée mardi par la société Armoric Radoub. Selon Claire Montreuil, \
                    Armoric Radoub aurait racheté Kerlann pour 12 millions d’euros.";

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = io::stdout().lock();
    let extractor = Extractor::builder().page("trade.page", PAGE)?.build();
    for report in extractor.check_pages() {
        writeln!(out, "{report}")?;
    }
    let graph = extractor.extract(TEXT);
    for link in &graph.links {
        writeln!(out, "\n{} ({}, by {})", link.kind, link.status, link.rule)?;
        for argument in &link.arguments {
            writeln!(out, "  {}: {}", argument.slot, argument.reference.span.of(TEXT))?;
        }
        if let Some(Source::Statement(id)) = link.attributed_to {
            let speaker = graph.statement(id).and_then(|statement| graph.entity(statement.speaker?.entity?));
            writeln!(out, "  according to: {}", speaker.map_or("?", |speaker| &speaker.name))?;
        }
    }
    writeln!(out, "\nWhy not more:")?;
    for stop in extractor.why_not("buys.active", "Elle a racheté la boulangerie.").into_iter().flatten() {
        writeln!(out, "  {stop}")?;
    }
    // A mistake is answered with its place and with what would do.
    if let Err(errors) = Extractor::builder().page("trade.page", &PAGE.replace("subject", "sujet")) {
        writeln!(out, "\n{errors}")?;
    }
    Ok(())
}
