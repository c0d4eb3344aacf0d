use super::named::named_enum;

named_enum! {
    /// How speech is reported.
    StatementForm {
        /// In quotation marks, as a sentence of its own.
        Direct = "direct",
        /// As a clause of the reporter: «il affirme que …», «selon lui».
        Indirect = "indirect",
        /// As a clause of the reporter with quoted fragments in it.
        Mixed = "mixed",
    }
}

named_enum! {
    /// Who or what speaks.
    SpeakerKind {
        /// One person.
        Person = "person",
        /// An organisation, a state, a newspaper.
        Organisation = "organisation",
        /// Several or unnamed people: «des témoins».
        Group = "group",
        /// A report, a communiqué, a letter.
        Document = "document",
        /// Nobody is named.
        Unknown = "unknown",
    }
}

named_enum! {
    /// What the reporting verb says of the writer's distance and of the act of speech.
    Stance {
        /// The verb only reports: «dire», «déclarer», «selon».
        Neutral = "neutral",
        /// The speaker insists: «affirmer», «assurer», «marteler».
        Assertive = "assertive",
        /// The writer keeps at a distance: «prétendre».
        Doubting = "doubting",
        /// The writer takes it as true: «reconnaître», «admettre», «avouer».
        Conceding = "conceding",
        /// The speaker asks for something: «demander», «exiger».
        Request = "request",
        /// The speaker binds himself: «promettre», «s’engager».
        Promise = "promise",
        /// The speaker holds an opinion: «juger», «estimer», «pour X».
        Opinion = "opinion",
        /// The speaker denies: «nier», «démentir».
        Denial = "denial",
        /// The speaker asks a question: «s’interroger».
        Question = "question",
        /// The speaker makes known: «annoncer», «révéler».
        Announcement = "announcement",
        /// The speaker blames: «accuser», «dénoncer».
        Accusation = "accusation",
        /// The speaker voices a feeling: «se réjouir», «regretter».
        Emotion = "emotion",
    }
}

named_enum! {
    /// When the act of speech lies, as its verb says.
    Tense {
        /// «déclare», «est accusé».
        Present = "present",
        /// «a déclaré», «déclarait», «déclara», «aurait déclaré».
        Past = "past",
        /// «déclarera», «aura déclaré».
        Future = "future",
    }
}
