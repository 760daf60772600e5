//! What rules speak of beside the members of other vocabularies.

use crate::base::set::{enum_set, vocabulary};

vocabulary! {
    /// A particular matter that a rule speaks of: what is missing, or what was found.
    pub open enum Matter {
        /// That a break was announced only after the last session before it.
        AfterTheLastSessionBeforeIt = "after_the_last_session_before_it",
        /// The agreement of the patient to a new formulation.
        AgreementToTheNewFormulation = "agreement_to_the_new_formulation",
        /// The aim of a contract.
        Aim = "aim",
        /// Whether a person of the inventory is alive.
        Alive = "alive",
        /// The offer of another treatment.
        AlternativeOffered = "alternative_offered",
        /// What is expected between sessions.
        BetweenSessions = "between_sessions",
        /// The date of a change of role.
        Changed = "changed",
        /// Whether a relationship changed around the onset.
        ChangedNearOnset = "changed_near_onset",
        /// The consent of the patient to somebody else in the session.
        Consent = "consent",
        /// How, and how often, patient and person are in contact.
        Contact = "contact",
        /// That contract and focus were agreed again with the next therapist.
        ContractAndFocusAgreedAnew = "contract_and_focus_agreed_anew",
        /// Whom to call in a crisis.
        CrisisContact = "crisis_contact",
        /// Whether patient and person have to do with each other at present.
        CurrentlyInvolved = "currently_involved",
        /// The day of a death.
        Day = "day",
        /// Whether the person mourned has died.
        Death = "death",
        /// The change in a relationship that the patient wants.
        DesiredChange = "desired_change",
        /// What the other person expects of the patient.
        ExpectationsByOther = "expectations_by_other",
        /// What the patient expects of the other person.
        ExpectationsOfOther = "expectations_of_other",
        /// Fees and cancellation.
        Fees = "fees",
        /// A review of the focus after a life event.
        FocusReconsidered = "focus_reconsidered",
        /// The rejection of a formulation by the patient.
        FormulationRejected = "formulation_rejected",
        /// The sick role in full.
        Full = "full",
        /// That the work is in the here and now.
        HereAndNow = "here_and_now",
        /// How long before the session the patient cancelled it.
        HowLateItWasCancelled = "how_late_it_was_cancelled",
        /// The interval between sessions.
        IntervalDays = "interval_days",
        /// A limited sick role.
        Limited = "limited",
        /// The link between a focus and the episode.
        Link = "link",
        /// What is measured, and when.
        Measurement = "measurement",
        /// Medication, and who prescribes.
        Medication = "medication",
        /// The length of the sessions.
        Minutes = "minutes",
        /// What happens to missed sessions.
        MissedSessions = "missed_sessions",
        /// Sessions more often than the protocol provides for.
        MoreOftenThanTheProtocolProvidesFor = "more_often_than_the_protocol_provides_for",
        /// The formulation on which a new focus rests.
        NewFormulation = "new_formulation",
        /// The role after a change.
        NewRole = "new_role",
        /// That a focus is agreed before it is worked on.
        NoFocusAgreed = "no_focus_agreed",
        /// Nothing that is named.
        NothingNamed = "nothing_named",
        /// The notice that makes a cancellation early enough.
        NoticeHours = "notice_hours",
        /// The roles before and after a change.
        OldAndNewRole = "old_and_new_role",
        /// The role before a change.
        OldRole = "old_role",
        /// The result of the review of medication.
        Outcome = "outcome",
        /// The agreement of the patient.
        PatientAgreed = "patient_agreed",
        /// That the patient has a copy of the safety plan.
        PatientHoldsPlan = "patient_holds_plan",
        /// The patient's part in the work.
        PatientRole = "patient_role",
        /// People or services to turn to.
        PeopleOrServices = "people_or_services",
        /// The person whom grief or dispute is about.
        Person = "person",
        /// A plan for the new stage of a dispute.
        Plan = "plan",
        /// The planned day of the last session.
        PlannedEnd = "planned_end",
        /// What somebody else was in the session for.
        Purpose = "purpose",
        /// The reason for a decision.
        Reason = "reason",
        /// That the referrer was informed.
        ReferrerInformed = "referrer_informed",
        /// The day on which a pause is reviewed.
        ReviewDay = "review_day",
        /// What is good about a relationship.
        Satisfying = "satisfying",
        /// How far the sick role was given.
        SickRole = "sick_role",
        /// The steps of a plan against relapse.
        Steps = "steps",
        /// The summary for the next therapist.
        Summary = "summary",
        /// The supervision of the therapist.
        Supervision = "supervision",
        /// Who gives the patient support.
        Support = "support",
        /// Who gives the therapy.
        Therapist = "therapist",
        /// The time frame of a contract.
        TimeFrame = "time_frame",
        /// The training of the therapist in IPT.
        Training = "training",
        /// The handover to another therapist.
        Transfer = "transfer",
        /// What led to a change of focus.
        Trigger = "trigger",
        /// What is difficult about a relationship.
        Unsatisfying = "unsatisfying",
        /// The warning signs of a relapse.
        WarningSigns = "warning_signs",
        /// From when a cancellation counts as late.
        WhatLateIs = "what_late_is",
    }
}

enum_set! {
    /// A set of matters.
    pub struct Matters(u128) of Matter;
}
