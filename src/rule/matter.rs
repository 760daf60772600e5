//! What rules speak of beside the members of other vocabularies.

use crate::base::set::{enum_set, vocabulary};

vocabulary! {
    /// A particular matter that a rule speaks of: what is missing, or what was found.
    pub open enum Matter {
        /// The agreement of the patient to a new formulation.
        AgreementToTheNewFormulation = "agreement_to_the_new_formulation",
        /// The aim of a contract.
        Aim = "aim",
        /// Whether a person of the inventory is alive.
        Alive = "alive",
        /// What is expected between sessions.
        BetweenSessions = "between_sessions",
        /// The date of a change of role.
        Changed = "changed",
        /// Whether a relationship changed around the onset.
        ChangedNearOnset = "changed_near_onset",
        /// How, and how often, patient and person are in contact.
        Contact = "contact",
        /// That contract and focus were agreed again with the next therapist.
        ContractAndFocusAgreedAnew = "contract_and_focus_agreed_anew",
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
        /// That the work is in the here and now.
        HereAndNow = "here_and_now",
        /// The interval between sessions.
        IntervalDays = "interval_days",
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
        /// The formulation on which a new focus rests.
        NewFormulation = "new_formulation",
        /// The role after a change.
        NewRole = "new_role",
        /// Nothing that is named.
        NothingNamed = "nothing_named",
        /// The notice that makes a cancellation early enough.
        NoticeHours = "notice_hours",
        /// The role before a change.
        OldRole = "old_role",
        /// The agreement of the patient.
        PatientAgreed = "patient_agreed",
        /// The patient's part in the work.
        PatientRole = "patient_role",
        /// People or services to turn to.
        PeopleOrServices = "people_or_services",
        /// The person whom grief or dispute is about.
        Person = "person",
        /// The planned day of the last session.
        PlannedEnd = "planned_end",
        /// The reason for a decision.
        Reason = "reason",
        /// What is good about a relationship.
        Satisfying = "satisfying",
        /// The steps of a plan against relapse.
        Steps = "steps",
        /// The summary for the next therapist.
        Summary = "summary",
        /// The supervision of the therapist.
        Supervision = "supervision",
        /// The time frame of a contract.
        TimeFrame = "time_frame",
        /// The training of the therapist in IPT.
        Training = "training",
        /// What led to a change of focus.
        Trigger = "trigger",
        /// What is difficult about a relationship.
        Unsatisfying = "unsatisfying",
        /// The warning signs of a relapse.
        WarningSigns = "warning_signs",
    }
}

enum_set! {
    /// A set of matters.
    pub struct Matters(u64) of Matter;
}
