use super::named::named_enum;

named_enum! {
    /// How two entities of an article stand to each other.
    RelationKind {
        /// Holds an office, job or title, in an organisation, place or for a person.
        HoldsRole = "holds_role",
        /// Is a member.
        MemberOf = "member_of",
        /// Founded it.
        FounderOf = "founder_of",
        /// Leads it.
        LeaderOf = "leader_of",
        /// Owns it.
        OwnerOf = "owner_of",
        /// Is a part, branch or subsidiary.
        PartOf = "part_of",
        /// Has its seat there.
        BasedIn = "based_in",
        /// Lives there.
        ResidesIn = "resides_in",
        /// Was born there or comes from there.
        BornIn = "born_in",
        /// Is a citizen of it.
        CitizenOf = "citizen_of",
        /// Is kin or spouse.
        FamilyOf = "family_of",
        /// Is a business or political partner.
        PartnerOf = "partner_of",
        /// Is the lawyer of.
        LawyerOf = "lawyer_of",
        /// Was killed by.
        KilledBy = "killed_by",
        /// Died there.
        DiedIn = "died_in",
        /// Is allied with.
        AllyOf = "ally_of",
        /// Opposes.
        AdversaryOf = "adversary_of",
    }
}

named_enum! {
    /// The part that an entity has in a statement, a proceeding, a relation or a plain act.
    Part {
        /// It spoke.
        Speaker = "speaker",
        /// It is accused, tried, convicted.
        Party = "party",
        /// It suffered the wrong.
        Victim = "victim",
        /// It is the court, prosecutor, police or state that acts.
        Body = "body",
        /// Somebody holds or held a role in it.
        Employer = "employer",
        /// It acts.
        Agent = "agent",
        /// It is acted upon.
        Patient = "patient",
        /// It was listed or recognised as something.
        Designated = "designated",
        /// It has or is a member.
        Member = "member",
    }
}
