//! The tasks of the initial phase and of the ending, and tasks that a protocol declares beyond
//! them.

use crate::{
    base::{
        payload::payload,
        set::{enum_set, vocabulary},
        shape::{Documented, Shape},
        text::FreeText,
    },
    vocabulary::TaskToken,
};

vocabulary! {
    /// A task of the initial phase.
    pub open enum InitialTask {
        /// Consent, confidentiality and its limits.
        ConsentAndLimits = "consent_and_limits",
        /// The present episode, earlier ones, treatments and their effect.
        PsychiatricHistory = "psychiatric_history",
        /// Systematic review of the present symptoms.
        SymptomReview = "symptom_review",
        /// A diagnosis on recognised criteria.
        Diagnosis = "diagnosis_explicit",
        /// What makes IPT alone unsuitable is looked for.
        Screening = "bipolar_psychosis_substance_screen",
        /// Direct questions about suicide.
        SuicideEnquiry = "suicide_risk_enquiry",
        /// A rating scale, reported back to the patient.
        BaselineSeverity = "baseline_severity",
        /// The syndrome gets its name.
        NameTheIllness = "name_the_illness",
        /// Symptoms, course, treatments, hope.
        Psychoeducation = "psychoeducation",
        /// The sick role, including the responsibility to work at recovery.
        SickRole = "sick_role",
        /// Whether medication or contact with a prescriber is needed.
        MedicationEvaluation = "medication_evaluation",
        /// Physical causes and interactions considered.
        MedicalCheck = "medical_check",
        /// The interpersonal inventory.
        Inventory = "interpersonal_inventory",
        /// Life events set against onset and course of the symptoms.
        OnsetTimeline = "onset_timeline",
        /// The problem area is selected.
        ProblemAreaSelection = "problem_area_selection",
        /// The interpersonal formulation is given.
        Formulation = "interpersonal_formulation",
        /// The patient accepts, amends or rejects it.
        PatientAgreement = "patient_agreement",
        /// How IPT works, and the patient's part.
        ExplainIpt = "explain_ipt",
        /// Goals tied to the area.
        TreatmentGoals = "treatment_goals",
        /// The treatment contract.
        TreatmentContract = "treatment_contract",
        /// What to do if things get worse between sessions.
        ContingencyTalk = "contingency_talk",
        /// Who can help, and whom to tell.
        SupportMapping = "support_mapping",
        /// The closeness circle.
        ClosenessCircle = "closeness_circle",
        /// What earlier therapies did.
        PriorTherapyReview = "prior_therapy_review",
        /// A meeting with, or information for, a close person.
        SignificantOtherContact = "significant_other_contact",
        /// Early hope and relief.
        InitialRelief = "initial_relief",
    }
}

enum_set! {
    /// A set of initial tasks.
    pub struct InitialTaskSet(u32) of InitialTask;
}

vocabulary! {
    /// A task of the ending.
    pub open enum EndingTask {
        /// The end is announced, with its date, and discussed.
        AnnounceEnd = "announce_end",
        /// Feelings about the ending; sadness told apart from relapse.
        FeelingsAboutEnding = "feelings_about_ending",
        /// Symptoms reviewed against the baseline.
        ReviewSymptoms = "review_symptoms",
        /// What changed in the focus, and what did not.
        ReviewFocusGoals = "review_focus_goals",
        /// The change is the patient's own doing.
        CreditToPatient = "credit_to_patient",
        /// Skills and supports named for later.
        SkillsAndSupports = "skills_and_supports",
        /// Plan against relapse.
        RelapsePlan = "relapse_plan",
        /// Foreseeable events.
        Contingency = "contingency",
        /// Non-response reviewed: the therapy, not the patient, failed.
        NonresponseReview = "nonresponse_review",
        /// Whether to go on to maintenance.
        MaintenanceDecision = "maintenance_decision",
        /// The plan for medication.
        MedicationPlan = "medication_plan",
        /// When and how to seek help again.
        FurtherHelpAdvice = "further_help_advice",
        /// Goodbye and feedback.
        Goodbye = "goodbye",
        /// Report to the referrer, with consent.
        Handover = "handover",
        /// End mode, clinical result and disposition.
        OutcomeRecorded = "outcome_recorded",
    }
}

enum_set! {
    /// A set of ending tasks.
    pub struct EndingTaskSet(u16) of EndingTask;
}

/// A task of the initial phase, of the ending, or of the protocol's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Task {
    /// A task of the initial phase.
    #[cfg_attr(feature = "serde", serde(rename = "initial"))]
    Initial(InitialTask),
    /// A task of the ending.
    #[cfg_attr(feature = "serde", serde(rename = "ending"))]
    Ending(EndingTask),
    /// A task that the protocol declares.
    #[cfg_attr(feature = "serde", serde(rename = "declared"))]
    Declared(TaskToken),
}

impl core::fmt::Display for Task {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Initial(task) => write!(f, "{task}"),
            Self::Ending(task) => write!(f, "{task}"),
            Self::Declared(task) => write!(f, "{task}"),
        }
    }
}

impl From<InitialTask> for Task {
    fn from(task: InitialTask) -> Self {
        Self::Initial(task)
    }
}

impl From<EndingTask> for Task {
    fn from(task: EndingTask) -> Self {
        Self::Ending(task)
    }
}

impl From<TaskToken> for Task {
    fn from(task: TaskToken) -> Self {
        Self::Declared(task)
    }
}

impl Documented for Task {
    const SHAPE: Shape = Shape::OneOf(
        "Task",
        &[
            (
                "initial",
                "a task of the initial phase",
                &InitialTask::SHAPE,
            ),
            ("ending", "a task of the ending", &EndingTask::SHAPE),
            (
                "declared",
                "a task that the protocol declares",
                &TaskToken::SHAPE,
            ),
        ],
    );
}

vocabulary! {
    /// What the record says of something that is done or left undone.
    ///
    /// `NotReported` is silence; whether silence means absence depends on what the record reports
    /// in full.
    pub closed enum Stated {
        /// Nothing is said.
        NotReported = "not_reported",
        /// It was done.
        Done = "done",
        /// It is stated that it was not done.
        NotDone = "not_done",
    }
}

impl Default for Stated {
    fn default() -> Self {
        Self::NotReported
    }
}

impl Stated {
    /// Whether it is stated as done.
    #[must_use]
    pub const fn is_done(self) -> bool {
        matches!(self, Self::Done)
    }

    /// Of a box that can be ticked: done if it is, and nothing said if it is not. A box that is
    /// left alone states no omission.
    ///
    /// ```
    /// use interpersonal::Stated;
    ///
    /// assert_eq!(Stated::done_if(true), Stated::Done);
    /// assert_eq!(Stated::done_if(false), Stated::NotReported);
    /// ```
    #[must_use]
    pub const fn done_if(done: bool) -> Self {
        if done { Self::Done } else { Self::NotReported }
    }

    /// Of an answer of yes or no, or of none: no states that it was not done.
    ///
    /// ```
    /// use interpersonal::Stated;
    ///
    /// assert_eq!(Stated::of(Some(true)), Stated::Done);
    /// assert_eq!(Stated::of(Some(false)), Stated::NotDone);
    /// assert_eq!(Stated::of(None), Stated::NotReported);
    /// ```
    #[must_use]
    pub const fn of(answer: Option<bool>) -> Self {
        match answer {
            Some(true) => Self::Done,
            Some(false) => Self::NotDone,
            None => Self::NotReported,
        }
    }
}

vocabulary! {
    /// How far the sick role was given.
    pub closed enum SickRole {
        /// In full: relief from blame, and the responsibility to work at recovery.
        Full = "full",
        /// Limited, as with adolescents who keep up their roles.
        Limited = "limited",
    }
}

vocabulary! {
    /// What the evaluation of medication came to.
    pub closed enum MedicationDecision {
        /// Not indicated.
        NotIndicated = "not_indicated",
        /// Offered and declined.
        Declined = "declined",
        /// The patient takes medication already.
        AlreadyTaking = "already_taking",
        /// Referred to a prescriber.
        Referred = "referred",
    }
}

payload! {
    /// What the record says of one task.
    #[derive(Hash)]
    pub struct TaskNote {
        required {
            /// The task that the note is about.
            task: Task,
            /// Whether it was done.
            status: Stated,
        }
        may {
            /// With the task `sick_role`: how far the sick role was given.
            sick_role, with_sick_role: Option<SickRole>,
            /// With the task `medication_evaluation`: what the evaluation came to.
            medication, with_medication: Option<MedicationDecision>,
            /// Why it was not done, or what should be known about it.
            note, with_note: Option<FreeText>,
        }
    }
}

impl TaskNote {
    /// A task that was done.
    #[must_use]
    pub fn done(task: impl Into<Task>) -> Self {
        Self::new(task, Stated::Done)
    }

    /// A task that is stated as not done.
    #[must_use]
    pub fn not_done(task: impl Into<Task>) -> Self {
        Self::new(task, Stated::NotDone)
    }
}
