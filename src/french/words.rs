use once_cell::sync::Lazy;

use super::WordSet;
use crate::lexicon::{Lexicon, WordId, WordMap};

/// Function words that French grammar turns on, by their ids.
#[derive(Debug)]
pub(crate) struct Words {
    /// The prepositions that arguments are named by: each form with the place of its name.
    prepositions: WordMap<u8>,
    pub ne: [WordId; 2],
    pub negations: WordSet,
    pub reflexives: [WordId; 2],
    pub accusatives: WordSet,
    pub datives: [WordId; 2],
    pub ete: WordId,
    pub que: [WordId; 2],
    pub qui: WordId,
    pub si: [WordId; 2],
    pub et: WordId,
    pub ou: WordId,
    pub dont: WordId,
    pub aller: WordId,
    pub venir: WordId,
    pub chefs: WordSet,
    pub possessives: WordSet,
    pub last: WordSet,
    pub ordinals: Vec<WordId>,
    pub possible: WordSet,
    pub devoir: WordId,
    pub then: WordSet,
    pub likewise: WordSet,
    pub donc: WordId,
    pub hostages: WordSet,
    pub deciding: WordSet,
    pub remaining: WordSet,
    pub asking: WordSet,
    pub deaths: WordSet,
    pub harming: WordSet,
    pub nobody: WordSet,
    pub adding: WordSet,
    pub quantified: WordSet,
    pub generic: WordSet,
    pub personal: WordSet,
    pub concerned: WordSet,
    pub sharing: WordSet,
    pub vague: WordSet,
    pub lawyers: WordSet,
    at: WordSet,
    least: WordSet,
    about: WordSet,
    of: WordSet,
    pub without: WordSet,
    pub maybe: WordSet,
    pub presumed: WordSet,
    pub planned: WordSet,
    pub refused: WordSet,
    pub denying: WordSet,
    pub no_wrongs: WordSet,
    pub plans: WordSet,
    pub against: WordSet,
    /// «son *rôle* dans les émeutes»
    pub involvement: WordSet,
    /// «*appartenance* à un groupe»
    pub belonging: WordSet,
    pub absence: WordSet,
    pub damages: WordSet,
    pub times: WordSet,
    pub numbers: Vec<WordId>,
    pub former: WordSet,
    pub suspects: WordSet,
    /// «le *meurtrier* de X»
    pub doers: WordSet,
    /// «une *enquête* pour vol», «des *accusations* de fraude»
    pub matters: WordSet,
    /// «une *fraction* des accusés»
    pub partitives: WordSet,
    /// «*vise à* arrêter»
    pub aiming: WordSet,
    pub faire: WordId,
    /// «a *annulé* la dissolution»
    pub undoing: WordSet,
    pub dying: WordSet,
    /// «X a été *blessé*. Il a été arrêté»: may be said of the same.
    pub fallen: WordSet,
    pub perdre: WordId,
    /// «*de nombreux* jeunes»
    pub fronted: WordSet,
    /// «trois *personnes*, deux hommes et une femme»
    pub counted: WordSet,
    /// «*se consacrer* à la libération de X»
    pub campaigning: WordSet,
    pub affair: WordSet,
    pub loose: WordSet,
    causatives: WordSet,
}

static WORDS: Lazy<Words> = Lazy::new(Words::new);

/// Forms of each preposition, the contracted and elided ones too.
const PREPOSITIONS: &[(&str, &[&str])] = &[
    ("à", &["à", "au", "aux"]),
    ("de", &["de", "d'", "du", "des"]),
    ("pour", &["pour"]),
    ("par", &["par"]),
    ("contre", &["contre"]),
    ("en", &["en"]),
    ("dans", &["dans"]),
    ("avec", &["avec"]),
    ("devant", &["devant"]),
    ("sur", &["sur"]),
    ("sans", &["sans"]),
    ("chez", &["chez"]),
    ("selon", &["selon", "suivant"]),
    ("après", &["après"]),
    ("depuis", &["depuis"]),
    ("envers", &["envers"]),
    ("sous", &["sous"]),
];

fn row(forms: &str) -> Vec<WordId> {
    let lexicon = Lexicon::french();
    forms.split_whitespace().filter_map(|form| lexicon.word(form)).collect()
}

fn all(forms: &str) -> WordSet {
    WordSet::new(row(forms))
}

fn one(form: &str) -> WordId {
    Lexicon::french().word(form).unwrap_or_default()
}

impl Words {
    fn new() -> Self {
        Self {
            prepositions: WordMap::new(
                PREPOSITIONS
                    .iter()
                    .zip(0..)
                    .flat_map(|((_, forms), place)| forms.iter().map(move |form| (one(form), place))),
            ),
            ne: [one("ne"), one("n'")],
            negations: all("pas jamais plus point nullement guère aucun aucune ni aucunement"),
            reflexives: [one("se"), one("s'")],
            accusatives: all("le la l' les"),
            datives: [one("lui"), one("leur")],
            ete: one("été"),
            que: [one("que"), one("qu'")],
            qui: one("qui"),
            si: [one("si"), one("s'")],
            et: one("et"),
            ou: one("ou"),
            dont: one("dont"),
            aller: one("aller"),
            venir: one("venir"),
            chefs: all(
                "chef chefs fait faits motif accusation accusations charges suspicion soupçon soupçons \
                 délit délits crime crimes infraction infractions cas cause qualification",
            ),
            possessives: all("son sa ses leur leurs"),
            last: all("dernier dernière derniers dernières"),
            ordinals: row("premier première deuxième second seconde troisième quatrième"),
            possible: all(
                "pouvoir risquer vouloir falloir sembler espérer souhaiter menacer demander exiger \
                 réclamer requérir éviter compter envisager refuser",
            ),
            devoir: one("devoir"),
            then: all("puis ensuite enfin aussitôt"),
            likewise: all("ainsi même"),
            donc: one("donc"),
            hostages: all(
                "otage otages ravisseur ravisseurs kidnappé kidnappée kidnappés enlevé enlevée enlevés rançon \
                 survivant survivants survivante passagers blessés décombres gravats secouristes pompiers",
            ),
            deciding: all("décider venir finir"),
            remaining: all("rester demeurer"),
            asking: all("demander enjoindre prier réclamer exiger recommander proposer conseiller"),
            deaths: all(
                "meurtre assassinat mort viol agression enlèvement disparition décès homicide exécution lynchage \
                 corps cadavre dépouille obsèques calvaire décapitation empoisonnement",
            ),
            harming: all(
                "tuer assassiner poignarder violer frapper agresser blesser menacer étrangler enlever \
                 séquestrer escroquer gifler renverser insulter injurier diffamer harceler torturer \
                 égorger abattre percuter battre maltraiter empoisonner racketter voler dépouiller \
                 rouer braquer exécuter mutiler kidnapper molester lyncher brutaliser bousculer mordre étouffer noyer cracher tirer attaquer foncer pousser \
                 secouer droguer violenter affamer mourir faucher écraser défigurer humilier \
                 abuser gifler lapider brûler ligoter immoler empaler décapiter massacrer exterminer bombarder \
                 persécuter intimider arnaquer spolier tromper décéder périr enfariner entarter",
            ),
            nobody: all("aucun aucune nul nulle"),
            adding: all("également aussi outre ailleurs"),
            quantified: all("tous toutes certains certaines plusieurs autres"),
            generic: all("homme femme individu jeune trentenaire quadragénaire quinquagénaire sexagénaire \
                 octogénaire vingtenaire adolescent adolescente mineur mineure hommes femmes individus \
                 jeunes adolescents adolescentes mineurs personnes personne intéressé automobiliste \
                 conducteur conductrice chauffeur chauffard auteur auteurs"),
            personal: all("il elle ils elles lui eux celui-ci celle-ci ceux-ci celles-ci celui-là certains \
                 plusieurs autres tous chacun chacune ceux celui celle je nous leur"),
            concerned: all("intéressé intéressée intéressés concerné"),
            affair: all("dans suite après"),
            former: all("ancien ancienne ex ex-"),
            suspects: all("suspect suspecte accusé accusée prévenu prévenue condamné condamnée intéressé \
                 intéressée suspects accusés prévenus condamnés fugitif détenu meurtrier tueur assassin \
                 mis agresseur"),
            doers: all(
                "meurtrier meurtrière meurtriers assassin assassins tueur tueuse tueurs agresseur agresseurs violeur \
                 violeurs ravisseur ravisseurs harceleur bourreau bourreaux",
            ),
            matters: all(
                "enquête enquêtes information instruction plainte plaintes accusation accusations soupçon soupçons \
                 poursuites procédure",
            ),
            partitives: all("fraction ensemble totalité majorité moitié partie plupart reste quart tiers"),
            aiming: all("viser chercher tenter essayer appeler inviter promettre"),
            faire: one("faire"),
            campaigning: all("consacrer œuvrer travailler appeler militer viser aspirer"),
            dying: all("mourir décéder périr"),
            fallen: all(
                "mourir décéder périr blesser abattre tuer exécuter percuter renverser mordre brûler tirer",
            ),
            perdre: one("perdre"),
            fronted: all("nombreux nombreuses nouveaux nouvelles autres hauts anciens anciennes multiples"),
            counted: all(
                "personnes individus suspects accusés prévenus jeunes mineurs adultes militants membres",
            ),
            undoing: all("annuler invalider casser suspendre"),
            without: all("sans aucun aucune ni"),
            maybe: all("possible possibles éventuel éventuelle éventuels éventuelles probable hypothétique \
                 menace risque cas potentiel potentielle fins"),
            plans: all(
                "intention volonté souhait menace possibilité risque projet désir idée promesse moyen but",
            ),
            no_wrongs: all(
                "raison raisons manque besoin besoins durée examen interrogatoire audition vérification \
                 vérifications identification période moment suite retour procès compte part bonne moyen autant avoir être",
            ),
            planned: all(
                "envisagé envisagée demandé demandée réclamé réclamée attendu attendue possible probable requise requis exigée \
                 souhaitée espérée imminente imminent",
            ),
            refused: all(
                "exclue exclu écartée écarté rejetée rejeté refusée refusé abandonnée annulée annulé",
            ),
            denying: all("nier démentir contester réfuter"),
            presumed: all("présumé présumée présumés présumées supposé supposée"),
            involvement: all(
                "rôle implication responsabilité participation complicité immixtion ingérence intrusion",
            ),
            belonging: all("appartenance adhésion allégeance affiliation soutien participation ralliement"),
            against: all("encontre égard préjudice détriment dépens"),
            absence: all("contumace défaut absence abstentia absentia"),
            damages: all("dommage dommages préjudice préjudices pertes dégâts"),
            times: all("fois reprises chefs peines"),
            numbers: [
                "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
            ]
            .map(one)
            .to_vec(),
            at: all("au"),
            least: all("moins plus total"),
            about: all("plus moins près"),
            of: all("de d'"),
            vague: all(
                "pénalité pénalités avertissement avertissements peine peines sanction sanctions mandat punition",
            ),
            lawyers: all("avocat avocats avocate avocates conseil conseils défense défenseur porte-parole"),
            sharing: all("complicité recel tentative tentatives blanchiment provocation incitation"),
            loose: all(
                "accuser reprocher soupçonner suspecter coupable coupables convaincre inculper innocenter accusation \
                 accusations",
            ),
            causatives: all(
                "fait font fit firent faire faisait fera vu vue vus voit voient voir vit verra laissé \
                 laisse",
            ),
        }
    }

    /// The words; made at first use.
    pub fn french() -> &'static Self {
        &WORDS
    }

    /// Place of «à» among the prepositions.
    pub const A: usize = 0;
    /// Place of «de».
    pub const DE: usize = 1;
    /// Place of «pour».
    pub const POUR: usize = 2;
    /// Place of «par».
    pub const PAR: usize = 3;
    /// Place of «contre».
    pub const CONTRE: usize = 4;
    /// Place of «en».
    pub const EN: usize = 5;

    /// Whether the word is a form of «faire» or «voir» before an infinitive.
    pub fn is_causative(&self, word: WordId) -> bool {
        self.causatives.contains(&word)
    }

    /// Whether the word is «de» or «d’», without an article in it.
    pub fn is_plain_de(&self, word: WordId) -> bool {
        self.of.contains(&word)
    }

    /// The length of «au moins», «plus de», «près de» …, where these two words are one.
    pub fn approximation(&self, first: WordId, second: WordId) -> Option<usize> {
        let pair = |firsts: &WordSet, seconds: &WordSet| firsts.contains(&first) && seconds.contains(&second);
        (pair(&self.at, &self.least) || pair(&self.about, &self.of)).then_some(2)
    }

    /// The preposition that a word is a form of, by its place in the list.
    pub fn preposition(&self, word: WordId) -> Option<usize> {
        self.prepositions.get(word).map(usize::from)
    }

    /// The place of the preposition of this name.
    pub fn preposition_named(&self, name: &str) -> Option<usize> {
        PREPOSITIONS.iter().position(|(known, _)| *known == name)
    }

    /// The name of a preposition by its place.
    pub fn preposition_name(&self, place: usize) -> &'static str {
        PREPOSITIONS.get(place).map_or("", |(name, _)| name)
    }

    /// The names of the prepositions.
    pub fn preposition_names(&self) -> impl Iterator<Item = &'static str> + '_ {
        PREPOSITIONS.iter().map(|(name, _)| *name)
    }
}
