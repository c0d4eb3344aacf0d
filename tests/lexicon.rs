//! Forms and their classes, readings and phrases.

use greffier::lexicon::{
    Accused, Classes, Cue, CueKind, Judicial, Lexicon, Offence, Penalty, PenaltyKind, Pos, Role, RoleKind,
    SpeechVerb, Tenses, WordId,
};
use greffier::ontology::{ProceedingKind, Stance};
use greffier::token::tokenize;

fn class(name: &str) -> Classes {
    Classes::ALL
        .iter()
        .find(|(known, _)| *known == name)
        .unwrap_or_else(|| panic!("no class is called {name}"))
        .1
}

#[test]
fn forms_have_their_classes() {
    let lexicon = Lexicon::french();
    let mut wrong = Vec::new();
    for line in include_str!("cases/lexicon.tsv").lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('\t');
        let form = cells.next().unwrap_or_default();
        let classes = lexicon.classes(lexicon.look_up(form));
        for (wanted, names) in [(true, cells.next()), (false, cells.next())] {
            for name in names.unwrap_or_default().split_whitespace() {
                if classes.any(class(name)) != wanted {
                    wrong
                        .push(format!("{form}: {} {name}", if wanted { "lacks" } else { "should not have" }));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn spellings_lead_to_one_word() {
    let lexicon = Lexicon::french();
    for (text, form) in [
        ("L’", "l'"),
        ("ÉTAT", "état"),
        ("ETAT", "état"),
        ("État", "état"),
        ("E\u{301}tat", "état"),
        ("KIEV", "kiev"),
        ("CŒUR", "cœur"),
        ("COEUR", "coeur"),
        ("Mélenchon", "mélenchon"),
        ("Saint\u{2011}Denis", "saint-denis"),
        ("aujourd’hui", "aujourd'hui"),
        ("", ""),
        ("xqzv", ""),
    ] {
        assert_eq!(lexicon.text(lexicon.look_up(text)), form, "{text}");
    }
    assert_eq!(lexicon.look_up(&"a".repeat(65)), WordId::UNKNOWN);
    assert_eq!(lexicon.look_up(&"É".repeat(40)), WordId::UNKNOWN);
}

#[test]
fn every_word_finds_itself() {
    let lexicon = Lexicon::french();
    assert!(lexicon.len() > 500_000);
    let word = |form: &str| lexicon.word(form).unwrap_or_default();
    for (_, classes) in Classes::ALL {
        assert!(!classes.is_empty());
    }
    for form in ["déclarer", "état", "l'", "qu'", "-t-il", "paris", "zurich"] {
        assert!(word(form).is_known() && lexicon.text(word(form)) == form, "{form}");
    }
    assert_eq!(lexicon.word("État"), None);
}

#[test]
fn verbs_have_lemma_tense_and_person() {
    let lexicon = Lexicon::french();
    for (form, lemma, tenses, persons) in [
        ("déclarera", "déclarer", Tenses::FUTURE, 4),
        ("auraient", "avoir", Tenses::CONDITIONAL, 4),
        ("fut", "être", Tenses::SIMPLE_PAST, 4),
        ("condamnées", "condamner", Tenses::PAST_PARTICIPLE, 0),
        ("démentant", "démentir", Tenses::PRESENT_PARTICIPLE, 0),
        ("faire", "faire", Tenses::INFINITIVE, 0),
        ("dit", "dire", Tenses::PRESENT, 4),
        ("soit", "être", Tenses::SUBJUNCTIVE, 4),
        ("twittait", "twitter", Tenses::IMPERFECT, 4),
    ] {
        let word = lexicon.look_up(form);
        let found = lexicon.analyses(word).any(|reading| {
            reading.pos == Pos::Verb
                && lexicon.text(reading.lemma) == lemma
                && reading.tenses.any(tenses)
                && reading.persons & persons == persons
        });
        assert!(found, "{form}: {:?}", lexicon.analyses(word).collect::<Vec<_>>());
        assert_eq!(lexicon.verb_lemma(word).map(|lemma| lexicon.text(lemma)), Some(lemma));
    }
}

fn words(text: &str) -> Vec<WordId> {
    tokenize(text).iter().map(|token| Lexicon::french().look_up(token.span.of(text))).collect()
}

#[test]
fn phrases_are_found_in_any_form() {
    let lexicon = Lexicon::french();
    let judicial = |text: &str| {
        let words = words(text);
        lexicon.find::<Judicial>(|n| words.get(n).copied().unwrap_or_default())
    };
    let (len, charge) = judicial("mises en examen pour vol").expect("a phrase");
    assert_eq!((len, charge.kind, charge.verb), (3, Some(ProceedingKind::Charge), true));
    let (len, sentence) = judicial("infligera deux amendes").expect("a verb");
    assert_eq!((len, sentence.accused), (1, Accused::A));
    let (len, search) = judicial("perquisitions").expect("a plural");
    assert_eq!((len, search.kind), (1, Some(ProceedingKind::Investigation)));
    assert_eq!(judicial("bonjour"), None);

    let text = words("fit savoir que");
    let (len, verb) =
        lexicon.find::<SpeechVerb>(|n| text.get(n).copied().unwrap_or_default()).expect("a phrase");
    assert_eq!((len, verb.strong), (2, true));
    let denies = lexicon.entry::<SpeechVerb>(lexicon.look_up("démentait")).expect("a verb");
    assert_eq!(denies.stance, Stance::Denial);

    let text = words("selon les propos de l'avocat");
    let cue = lexicon.find::<Cue>(|n| text.get(n).copied().unwrap_or_default()).expect("a cue");
    assert_eq!(cue.1.kind, CueKind::Preposition);

    let text = words("présidentes-directrices générales du groupe");
    let (len, role) = lexicon.find::<Role>(|n| text.get(n).copied().unwrap_or_default()).expect("a role");
    assert!(
        len == 2 && role.agreement.plural() && role.agreement.feminine() && role.kind != RoleKind::Person
    );

    let text = words("abus de biens sociaux aggravés");
    let (len, offence) =
        lexicon.find::<Offence>(|n| text.get(n).copied().unwrap_or_default()).expect("an offence");
    assert_eq!((len, offence.strong), (4, true));
    let penalty = lexicon.entry::<Penalty>(lexicon.look_up("amendes")).expect("a penalty");
    assert_eq!((penalty.kind, penalty.plural), (PenaltyKind::Fine, true));
}

#[test]
fn verbs_of_the_lists_are_conjugated() {
    let lexicon = Lexicon::french();
    for lemma in
        ["dire", "déclarer", "affirmer", "estimer", "condamner", "accuser", "écrouer", "relaxer", "inculper"]
    {
        let word = lexicon.word(lemma).expect("listed");
        assert_eq!(lexicon.verb_lemma(word), Some(word), "{lemma}");
        let speech = lexicon.entry::<SpeechVerb>(word).is_some();
        assert!(speech || lexicon.entry::<Judicial>(word).is_some_and(|entry| entry.verb), "{lemma}");
    }
}

#[test]
fn ranks_tell_usual_names_from_rare_ones() {
    let lexicon = Lexicon::french();
    let word = |form: &str| lexicon.look_up(form);
    assert!(lexicon.first_name_rank(word("Marie")) > lexicon.first_name_rank(word("Moukhtar")));
    assert!(lexicon.surname_rank(word("Martin")) > lexicon.surname_rank(word("Savelli")));
    assert!(lexicon.place_rank(word("Paris")) > lexicon.place_rank(word("Vierzon")));
    assert_eq!(lexicon.name_rank(word("déclarer")), 0);
}

#[test]
fn odd_text_is_looked_up_without_panic() {
    let lexicon = Lexicon::french();
    for text in ["\u{301}", "\u{301}\u{301}", "ß", "İstanbul", "ﬁn", "👩‍⚖️", "a\u{308}", "\0", "É\u{ad}tat"]
    {
        let _ = lexicon.classes(lexicon.look_up(text));
    }
    assert_eq!(lexicon.text(WordId::UNKNOWN), "");
}
