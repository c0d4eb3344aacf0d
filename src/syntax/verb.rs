use std::fmt;

use super::{ClauseId, PhraseId};
use crate::lexicon::{Agreement, WordId};
use crate::token::{TokenId, TokenSpan};

/// Place of a verb group in [`Syntax::verbs`](super::Syntax::verbs), from 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VerbId(pub(crate) u32);

impl VerbId {
    /// The id as an index.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

impl fmt::Debug for VerbId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "v{}", self.0)
    }
}

/// Whether the subject acts or suffers.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Voice {
    /// The subject acts: «a condamné», «est arrivé».
    #[default]
    Active,
    /// The subject suffers: «a été condamné», «est jugé», «condamné» by itself.
    Passive,
    /// With a reflexive pronoun: «s’est excusé».
    Reflexive,
}

/// When, by the form of the verb.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Tense {
    /// «condamne», «est condamné» (passive), and the plain infinitive, participle or conditional.
    #[default]
    Present,
    /// «condamnait».
    Imperfect,
    /// «condamna».
    SimplePast,
    /// «condamnera».
    Future,
    /// «a condamné»; also past infinitive, conditional, participle («avoir condamné», «aurait condamné»).
    Perfect,
    /// «avait condamné», «eut condamné».
    Pluperfect,
    /// «aura condamné».
    FuturePerfect,
    /// «vient d’être condamné».
    NearPast,
    /// «va être condamné».
    NearFuture,
}

/// How the verb is said.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Mood {
    /// Said as a fact.
    #[default]
    Indicative,
    /// «aurait détourné»: hearsay or condition.
    Conditional,
    /// «qu’il soit jugé»; only where the form shows it.
    Subjunctive,
    /// «Jugez».
    Imperative,
    /// «juger», «avoir jugé».
    Infinitive,
    /// «condamné», «ayant condamné», by themselves.
    Participle,
    /// «en condamnant».
    Gerund,
}

/// A verb with what belongs to it: «n’a pas encore été condamné», «pourrait être jugé», «l’a reconnu».
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct VerbGroup {
    /// From the first clitic, «ne» or auxiliary to the last form, adverbs between included.
    pub span: TokenSpan,
    /// The lexical verb: «condamné» of «a été condamné», «juger» of «va le juger».
    pub head: TokenId,
    /// The first finite form, or the head: what carries person and mood.
    pub finite: TokenId,
    /// Dictionary form of the head.
    pub lemma: WordId,
    /// Voice.
    pub voice: Voice,
    /// Tense.
    pub tense: Tense,
    /// Mood.
    pub mood: Mood,
    /// With «ne … pas», «jamais», «ni», «sans».
    pub negated: bool,
    /// 1, 2 or 3; 0 if the form leaves it open or has none.
    pub person: u8,
    /// Number of the finite form; gender too where a participle shows it.
    pub agreement: Agreement,
    /// Lemma of the modal before it: pouvoir, devoir, vouloir, risquer, falloir, sembler. («va», «vient de» are tenses.)
    pub modal: Option<WordId>,
    /// «se faire arrêter», «se voir infliger», «faire arrêter»: the lemma is the second verb; with a
    /// reflexive the subject suffers, so the voice is passive.
    pub causative: bool,
    /// Subject pronoun hung on the verb («a-t-il»).
    pub inverted_subject: Option<TokenId>,
    /// «le», «la», «l’», «les» before the verb.
    pub accusative: Option<TokenId>,
    /// «lui», «leur», or reflexive that is not the object.
    pub dative: Option<TokenId>,
    /// Reflexive pronoun.
    pub reflexive: Option<TokenId>,
    /// Adjective, participle or noun that the verb says of its subject or object: «reconnu *coupable*»,
    /// «est *président*», «jugé *responsable*».
    pub attribute: Option<TokenId>,
    /// Preposition that governs an infinitive or gerund («pour», «de», «en»).
    pub preposition: Option<TokenId>,
    /// The clause it is the verb of, or stands in.
    pub clause: ClauseId,
    pub(crate) subject: Option<PhraseId>,
    pub(crate) object: Option<PhraseId>,
    pub(crate) completive: Option<ClauseId>,
    pub(crate) infinitive: Option<VerbId>,
}

impl VerbGroup {
    /// Whether it has a finite form.
    pub const fn is_finite(&self) -> bool {
        !matches!(self.mood, Mood::Infinitive | Mood::Participle | Mood::Gerund)
    }

    /// Whether the subject suffers what the verb says.
    pub const fn is_passive(&self) -> bool {
        matches!(self.voice, Voice::Passive)
    }
}
