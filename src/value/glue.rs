use crate::lexicon::{Lexicon, WordId};

macro_rules! glue {
    ($($name:ident = $form:literal),* $(,)?) => {
        /// The function words that join the parts of a value, by their ids. A word that the lexicon does
        /// not hold gets an id that no token has.
        pub(super) struct Glue {
            $(pub(super) $name: WordId,)*
        }

        impl Glue {
            pub(super) fn load() -> Self {
                let lexicon = Lexicon::french();
                let id = |form: &str| lexicon.word(form).unwrap_or(WordId(u32::MAX));
                Self { $($name: id($form),)* }
            }

            /// Every word with whether the lexicon holds it.
            #[cfg(test)]
            fn check(&self) -> Vec<(&'static str, bool)> {
                vec![$(($form, self.$name != WordId(u32::MAX)),)*]
            }
        }
    };
}

glue! {
    de = "de", d = "d'", du = "du", des = "des", le = "le", la = "la", l = "l'", les = "les", un = "un", une = "une",
    a = "à", au = "au", et = "et", ou = "ou", en = "en", entre = "entre", depuis = "depuis",
    des_que = "dès", vers = "vers", avant = "avant", apres = "après", jusque = "jusqu'",
    pendant = "pendant", durant = "durant", pour = "pour", ce = "ce", cet = "cet", cette = "cette",
    ces = "ces", dont = "dont", avec = "avec", sur = "sur", vie = "vie", nuit = "nuit", soir = "soir",
    matin = "matin", annee = "année", annees = "années", an = "an", saison = "saison", debut = "début",
    fin = "fin", mois = "mois", jours = "jours", premier = "premier", premiers = "premiers",
    derniers = "derniers", premiere = "première", deuxieme = "deuxième", second = "second",
    troisieme = "troisième", quatrieme = "quatrième", midi = "midi", minuit = "minuit", demi = "demi",
    demie = "demie", page = "page", article = "article", numero = "numéro", prison = "prison",
    reclusion = "réclusion", detention = "détention", emprisonnement = "emprisonnement",
    criminelle = "criminelle", perpetuite = "perpétuité", peine = "peine", peines = "peines", mort = "mort",
    capitale = "capitale", ferme = "ferme", fermes = "fermes", sursis = "sursis", amende = "amende",
    amendes = "amendes", ineligibilite = "inéligibilité", interdiction = "interdiction",
    suspension = "suspension", travail = "travail", travaux = "travaux", interet = "intérêt",
    forces = "forcés", definitive = "définitive", match_ = "match", matchs = "matchs", matches = "matches",
    bagne = "bagne", camp = "camp", probatoire = "probatoire", simple = "simple", mise = "mise", moitie = "moitié", vol = "vol", nouvel = "nouvel", ligne = "ligne", chambre = "chambre",
    epreuve = "épreuve",
}

#[cfg(test)]
mod tests {
    use super::Glue;

    #[test]
    fn every_glue_word_is_in_the_lexicon() {
        let missing: Vec<_> = Glue::load().check().into_iter().filter(|(_, held)| !held).collect();
        assert_eq!(missing, []);
    }
}
