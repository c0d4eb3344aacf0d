use once_cell::sync::Lazy;

use crate::lexicon::{Lexicon, WordId};

/// Function words that French grammar turns on, by their ids.
#[derive(Debug)]
pub(crate) struct Words {
    /// The prepositions that arguments are named by: each name with its forms.
    prepositions: Vec<(&'static str, Vec<WordId>)>,
    pub ne: [WordId; 2],
    pub negations: Vec<WordId>,
    pub reflexives: [WordId; 2],
    pub accusatives: Vec<WordId>,
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
    pub chefs: Vec<WordId>,
    pub possessives: Vec<WordId>,
    pub last: Vec<WordId>,
    pub ordinals: Vec<WordId>,
    pub possible: Vec<WordId>,
    pub devoir: WordId,
    pub then: Vec<WordId>,
    pub likewise: Vec<WordId>,
    pub donc: WordId,
    pub hostages: Vec<WordId>,
    pub deciding: Vec<WordId>,
    pub asking: Vec<WordId>,
    pub deaths: Vec<WordId>,
    pub harming: Vec<WordId>,
    pub nobody: Vec<WordId>,
    pub adding: Vec<WordId>,
    pub quantified: Vec<WordId>,
    pub generic: Vec<WordId>,
    pub personal: Vec<WordId>,
    pub concerned: Vec<WordId>,
    pub sharing: Vec<WordId>,
    pub vague: Vec<WordId>,
    pub lawyers: Vec<WordId>,
    at: Vec<WordId>,
    least: Vec<WordId>,
    about: Vec<WordId>,
    of: Vec<WordId>,
    pub without: Vec<WordId>,
    pub maybe: Vec<WordId>,
    pub presumed: Vec<WordId>,
    pub planned: Vec<WordId>,
    pub refused: Vec<WordId>,
    pub denying: Vec<WordId>,
    pub no_wrongs: Vec<WordId>,
    pub plans: Vec<WordId>,
    pub against: Vec<WordId>,
    pub absence: Vec<WordId>,
    pub damages: Vec<WordId>,
    pub times: Vec<WordId>,
    pub numbers: Vec<WordId>,
    pub former: Vec<WordId>,
    pub suspects: Vec<WordId>,
    pub affair: Vec<WordId>,
    pub loose: Vec<WordId>,
    causatives: Vec<WordId>,
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

fn all(forms: &str) -> Vec<WordId> {
    let lexicon = Lexicon::french();
    forms.split_whitespace().filter_map(|form| lexicon.word(form)).collect()
}

fn one(form: &str) -> WordId {
    Lexicon::french().word(form).unwrap_or_default()
}

impl Words {
    fn new() -> Self {
        Self {
            prepositions: PREPOSITIONS.iter().map(|(name, forms)| (*name, all(&forms.join(" ")))).collect(),
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
            ordinals: all("premier première deuxième second seconde troisième quatrième"),
            possible: all(
                "pouvoir risquer vouloir falloir sembler espérer souhaiter menacer demander exiger \
                 réclamer éviter compter envisager refuser",
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
            asking: all("demander enjoindre prier réclamer exiger recommander proposer conseiller"),
            deaths: all(
                "meurtre assassinat mort viol agression enlèvement disparition décès homicide exécution lynchage \
                 corps cadavre dépouille obsèques calvaire décapitation empoisonnement",
            ),
            harming: all(
                "tuer assassiner poignarder violer frapper agresser blesser menacer étrangler enlever \
                 séquestrer escroquer gifler renverser insulter injurier diffamer harceler torturer \
                 égorger abattre percuter battre maltraiter empoisonner racketter voler dépouiller \
                 rouer braquer exécuter mutiler kidnapper molester lyncher brutaliser bousculer mordre étouffer noyer cracher tirer attaquer foncer pousser",
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
            loose: all("accuser soupçonner suspecter coupable coupables convaincre inculper innocenter"),
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
        let pair =
            |firsts: &[WordId], seconds: &[WordId]| firsts.contains(&first) && seconds.contains(&second);
        (pair(&self.at, &self.least) || pair(&self.about, &self.of)).then_some(2)
    }

    /// The preposition that a word is a form of, by its place in the list.
    pub fn preposition(&self, word: WordId) -> Option<usize> {
        word.is_known().then(|| self.prepositions.iter().position(|(_, forms)| forms.contains(&word)))?
    }

    /// The place of the preposition of this name.
    pub fn preposition_named(&self, name: &str) -> Option<usize> {
        self.prepositions.iter().position(|(known, _)| *known == name)
    }

    /// The name of a preposition by its place.
    pub fn preposition_name(&self, place: usize) -> &'static str {
        self.prepositions.get(place).map_or("", |(name, _)| name)
    }

    /// The names of the prepositions.
    pub fn preposition_names(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.prepositions.iter().map(|(name, _)| *name)
    }
}
