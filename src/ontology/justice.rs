use super::named::named_enum;

named_enum! {
    /// A step of a judicial or disciplinary affair.
    ProceedingKind {
        /// An inquiry, a search, a suspicion.
        Investigation = "investigation",
        /// A complaint filed.
        Complaint = "complaint",
        /// Somebody who is not a prosecutor accuses somebody of a wrong.
        Accusation = "accusation",
        /// Arrest.
        Arrest = "arrest",
        /// Police custody, remand, imprisonment.
        Detention = "detention",
        /// Mise en examen, indictment, committal for trial, arrest warrant.
        Charge = "charge",
        /// Trial.
        Trial = "trial",
        /// A prosecutor asks for a penalty.
        Requisition = "requisition",
        /// A guilty verdict, a sentence, a sanction.
        Conviction = "conviction",
        /// Acquittal, relaxe, non-lieu.
        Acquittal = "acquittal",
        /// Appeal to a higher court.
        Appeal = "appeal",
        /// Release from custody or prison.
        Release = "release",
        /// A state or body lists somebody as terrorist, extremist, criminal, or puts sanctions on them.
        Designation = "designation",
    }
}

named_enum! {
    /// How far the article stands behind a fact.
    Status {
        /// The article says that it is so.
        Asserted = "asserted",
        /// Reported in the conditional, as «présumé», or by one side only.
        Alleged = "alleged",
        /// The article says that it is not so.
        Negated = "negated",
        /// It may come about: «risque», «encourt», «s’il est condamné».
        Hypothetical = "hypothetical",
    }
}
