use std::sync::LazyLock;

use super::bearer::Bearer;
use super::lists::Lists;
use crate::lexicon::{Agreement, Lexicon, NameSort, WordId};
use crate::text::rows;

/// Words that point back: pronouns, «l’intéressé», «l’organisation»; and verbs whose «il» points to nobody.
#[derive(Debug)]
pub(super) struct Anaphors {
    il: WordId,
    elle: WordId,
    ils: WordId,
    elles: WordId,
    lui: WordId,
    le: WordId,
    la: WordId,
    l: WordId,
    celui_ci: [WordId; 4],
    ce: WordId,
    cet: WordId,
    cette: WordId,
    dernier: WordId,
    derniere: WordId,
    pub(super) que: WordId,
    pub(super) qu: WordId,
    pub(super) avoir: WordId,
    pub(super) etre: WordId,
    pub(super) y: WordId,
    pub(super) spokesman: WordId,
    back: Vec<(WordId, Agreement)>,
    pub(super) pope: WordId,
    impersonal: Vec<(WordId, Impersonal)>,
    groups: Vec<Group>,
}

/// A noun that points back to an organisation.
#[derive(Debug)]
struct Group {
    noun: WordId,
    /// Sorts of the lists that it fits.
    sorts: Vec<NameSort>,
    /// Whether it fits what no list has.
    unlisted: bool,
    /// Two that are of different families are never one («le quotidien», «la chaîne»); 0 for none.
    family: u8,
}

/// The families of nouns, as the table calls them.
const FAMILIES: [&str; 2] = ["press", "broadcast"];

/// When the «il» of a verb stands for nobody.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Impersonal {
    /// Always.
    Always,
    /// Where what is said follows: «il semble que».
    Content,
    /// With a reflexive pronoun: «il s’agit».
    Reflexive,
}

/// What a pronoun says of whom it stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Pronoun {
    /// «il», «elle», «ils».
    Subject(Agreement),
    /// «le», «la», «l’» before a verb.
    Object(Agreement),
    /// «lui», before a verb or after a preposition; «elle» after a preposition is a subject form.
    Lui,
    /// «celui-ci», «ce dernier» (of two words).
    Last(Agreement, usize),
}

const MASCULINE: Agreement = Agreement::from_bits(Agreement::MASCULINE.bits() | Agreement::SINGULAR.bits());
const FEMININE: Agreement = Agreement::from_bits(Agreement::FEMININE.bits() | Agreement::SINGULAR.bits());
const MEN: Agreement = Agreement::from_bits(Agreement::MASCULINE.bits() | Agreement::PLURAL.bits());
const WOMEN: Agreement = Agreement::from_bits(Agreement::FEMININE.bits() | Agreement::PLURAL.bits());
const ONE: Agreement = Agreement::from_bits(Agreement::ANY.bits() & !Agreement::PLURAL.bits());

static ANAPHORS: LazyLock<Anaphors> = LazyLock::new(Anaphors::read);

impl Anaphors {
    /// The words, read once.
    pub(super) fn get() -> &'static Self {
        &ANAPHORS
    }

    fn read() -> Self {
        let lexicon = Lexicon::french();
        let word = |form: &str| lexicon.look_up(form);
        let back = rows(include_str!("data/back_nouns.tsv")).map(|[noun, gender]| {
            let agreement = if gender == "feminine" { FEMININE } else { MASCULINE };
            (word(noun), agreement)
        });
        let impersonal = rows(include_str!("data/impersonal.tsv")).map(|[verb, when]| {
            let when = match when {
                "always" => Impersonal::Always,
                "reflexive" => Impersonal::Reflexive,
                _ => Impersonal::Content,
            };
            (word(verb), when)
        });
        let groups = rows(include_str!("data/group_nouns.tsv")).map(|[noun, sorts, family]| {
            let has = |wanted: &str| sorts.split(',').any(|sort| sort == wanted);
            let fitting = NameSort::ALL.iter().filter(|sort| has("any") || has(sort.name()));
            let family = FAMILIES.iter().zip(1..).find(|(name, _)| **name == family);
            Group {
                noun: word(noun),
                sorts: fitting.copied().collect(),
                unlisted: has("any") || has("unlisted"),
                family: family.map_or(0, |(_, number)| number),
            }
        });
        Self {
            il: word("il"),
            elle: word("elle"),
            ils: word("ils"),
            elles: word("elles"),
            lui: word("lui"),
            le: word("le"),
            la: word("la"),
            l: word("l'"),
            celui_ci: ["celui-ci", "celle-ci", "celui-là", "celle-là"].map(word),
            ce: word("ce"),
            cet: word("cet"),
            cette: word("cette"),
            dernier: word("dernier"),
            derniere: word("dernière"),
            que: word("que"),
            qu: word("qu'"),
            avoir: word("avoir"),
            etre: word("être"),
            y: word("y"),
            spokesman: word("porte-parole"),
            pope: word("pape"),
            back: back.collect(),
            impersonal: impersonal.collect(),
            groups: groups.collect(),
        }
    }

    /// The pronoun that the word is, where the next word is `next`. The caller looks at what it hangs on.
    pub(super) fn pronoun(&self, word: WordId, next: WordId) -> Option<Pronoun> {
        if !word.is_known() {
            return None;
        }
        let pronoun = match word {
            w if w == self.il => Pronoun::Subject(MASCULINE),
            w if w == self.elle => Pronoun::Subject(FEMININE),
            w if w == self.ils => Pronoun::Subject(MEN),
            w if w == self.elles => Pronoun::Subject(WOMEN),
            w if w == self.lui => Pronoun::Lui,
            w if w == self.le => Pronoun::Object(MASCULINE),
            w if w == self.la => Pronoun::Object(FEMININE),
            w if w == self.l => Pronoun::Object(ONE),
            w if w == self.celui_ci[0] || w == self.celui_ci[2] => Pronoun::Last(MASCULINE, 1),
            w if w == self.celui_ci[1] || w == self.celui_ci[3] => Pronoun::Last(FEMININE, 1),
            w if (w == self.ce || w == self.cet) && next == self.dernier => Pronoun::Last(MASCULINE, 2),
            w if w == self.cette && next == self.derniere => Pronoun::Last(FEMININE, 2),
            _ => return None,
        };
        Some(pronoun)
    }

    /// The pronoun that hangs on a verb: «-t-il», «-elle».
    pub(super) fn hung(form: &str) -> Option<Pronoun> {
        match form.rsplit('-').next()? {
            "il" => Some(Pronoun::Subject(MASCULINE)),
            "elle" => Some(Pronoun::Subject(FEMININE)),
            "ils" => Some(Pronoun::Subject(MEN)),
            "elles" => Some(Pronoun::Subject(WOMEN)),
            _ => None,
        }
    }

    /// Gender of «l’intéressé», «l’interlocutrice».
    pub(super) fn points_back(&self, noun: WordId) -> Option<Agreement> {
        self.back.iter().find(|(word, _)| *word == noun && noun.is_known()).map(|(_, agreement)| *agreement)
    }

    /// When the «il» of this verb stands for nobody.
    pub(super) fn impersonal(&self, lemma: WordId) -> Option<Impersonal> {
        self.impersonal.iter().find(|(word, _)| *word == lemma && lemma.is_known()).map(|(_, when)| *when)
    }

    fn group(&self, noun: WordId) -> Option<&Group> {
        self.groups.iter().find(|group| group.noun == noun && noun.is_known())
    }

    /// Whether the noun may point back to some organisation.
    pub(super) fn is_group(&self, noun: WordId) -> bool {
        self.group(noun).is_some()
    }

    /// Whether the noun may point back to this organisation: by what the lists call it, and by what the article does.
    pub(super) fn group_fits(&self, noun: WordId, bearer: &Bearer) -> bool {
        let Some(group) = self.group(noun) else { return false };
        if bearer.nouns.contains(&noun) {
            return true;
        }
        let said = || {
            let nouns = bearer.nouns.iter().chain(std::iter::once(&bearer.head));
            nouns.filter_map(|noun| self.group(*noun))
        };
        let shares = |known: &Group| known.sorts.iter().any(|sort| group.sorts.contains(sort));
        // «le groupe», «l’entreprise» is no public body.
        let firm = group.sorts.contains(&NameSort::Company) && group.sorts.len() < NameSort::ALL.len();
        if firm && Lists::french().public_bodies.contains(&bearer.head) {
            return false;
        }
        let listed = match bearer.entry {
            Some(entry) => group.sorts.contains(&entry.sort),
            // «le groupe Valmoret» may be called a company, and «l’équipe de Valmoret» not.
            None if said().next().is_some() => said().any(shares),
            None => group.unlisted,
        };
        let mut families = said().map(|known| known.family).filter(|family| *family != 0);
        // Newspapers have an article in their names, channels have none.
        let titled = group.family == 2 && bearer.has_article;
        let strange = group.family != 0 && families.any(|family| family != group.family);
        listed && !titled && !strange
    }
}
