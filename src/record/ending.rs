//! The ending: plan against relapse, maintenance, outcome.

use crate::{
    base::{
        payload::payload,
        set::{enum_set, vocabulary},
        text::FreeText,
    },
    vocabulary::{FocusOn, Stated},
};

payload! {
    /// The plan against relapse. Recording it does the task `relapse_plan`, and
    /// `further_help_advice` if it says how to return.
    pub struct RelapsePlanMade {
        required {
            /// How many early warning signs it names.
            warning_signs(plain): u8,
            /// How many steps it names.
            steps(plain): u8,
            /// How many people or services it names.
            contacts(plain): u8,
        }
        may {
            /// How to return to treatment.
            return_route, with_return_route: Option<FreeText>,
            /// Remarks for which there is no other field.
            note, with_note: Option<FreeText>,
        }
    }
}

vocabulary! {
    /// What was decided about treatment after the acute course.
    pub closed enum MaintenanceDecision {
        /// None is needed or wanted.
        None = "none",
        /// Continuation.
        Continuation = "continuation",
        /// Maintenance.
        Maintenance = "maintenance",
        /// The decision is put off.
        Deferred = "deferred",
    }
}

payload! {
    /// Maintenance was discussed and decided. Recording it counts as the task
    /// `maintenance_decision`.
    pub struct MaintenanceDecided {
        required {
            /// The decision about maintenance.
            decision: MaintenanceDecision,
        }
        may {
            /// The reason for the decision.
            reason, with_reason: Option<FreeText>,
        }
    }
}

vocabulary! {
    /// How a course came to its end.
    pub open enum EndMode {
        /// Completed as contracted.
        CompletedAsContracted = "completed_as_contracted",
        /// Completed early by agreement.
        CompletedEarlyByAgreement = "completed_early_by_agreement",
        /// Ended by the patient's decision.
        EndedByPatientDecision = "ended_by_patient_decision",
        /// Contact was lost.
        DroppedOut = "dropped_out",
        /// Ended by therapist or service.
        EndedByTherapistOrService = "ended_by_therapist_or_service",
        /// Another therapist took over, in a course of its own.
        TransferredToOtherTherapist = "transferred_to_other_therapist",
        /// Another treatment took over.
        TransferredToOtherTreatment = "transferred_to_other_treatment",
        /// The patient was admitted and treatment did not go on.
        HospitalisedNotResumed = "hospitalised_not_resumed",
        /// The patient died.
        Died = "died",
        /// Treatment never started.
        NeverStarted = "never_started",
        /// The course was opened by mistake.
        AdministrativeError = "administrative_error",
        /// The patient moved away.
        MovedAway = "moved_away",
        /// The patient was detained and could not come any more.
        Detained = "detained",
        /// The patient went missing.
        Missing = "missing",
        /// Something barred the way to treatment, such as distance, cost or danger.
        BarrierOfAccess = "barrier_of_access",
        /// One consultation was all that was planned.
        SingleConsultation = "single_consultation",
    }
}

impl EndMode {
    /// Whether the course ran to an end that patient and therapist had agreed on.
    #[must_use]
    pub const fn is_completed(self) -> bool {
        matches!(
            self,
            Self::CompletedAsContracted | Self::CompletedEarlyByAgreement
        )
    }

    /// Whether the end came from outside: no task of closing can be asked for.
    #[must_use]
    pub const fn came_from_outside(self) -> bool {
        matches!(
            self,
            Self::Died
                | Self::HospitalisedNotResumed
                | Self::DroppedOut
                | Self::AdministrativeError
                | Self::MovedAway
                | Self::Detained
                | Self::Missing
                | Self::BarrierOfAccess
        )
    }
}

vocabulary! {
    /// How the patient is at the end.
    pub closed enum ClinicalResult {
        /// In remission.
        Remitted = "remitted",
        /// Responded, not remitted.
        Responded = "responded",
        /// Partial response.
        PartialResponse = "partial_response",
        /// No change.
        NoChange = "no_change",
        /// Worse.
        Deteriorated = "deteriorated",
        /// Not assessed.
        NotAssessed = "not_assessed",
    }
}

impl ClinicalResult {
    /// Whether the patient responded.
    #[must_use]
    pub const fn is_response(self) -> bool {
        matches!(self, Self::Remitted | Self::Responded)
    }
}

vocabulary! {
    /// What follows the course.
    pub open enum Disposition {
        /// Discharge.
        Discharge = "discharge",
        /// Continuation.
        Continuation = "continuation",
        /// Maintenance.
        Maintenance = "maintenance",
        /// Medication added.
        AugmentWithMedication = "augment_with_medication",
        /// Medication instead.
        SwitchToMedication = "switch_to_medication",
        /// Another psychotherapy.
        OtherPsychotherapy = "other_psychotherapy",
        /// Both together.
        CombinedTreatment = "combined_treatment",
        /// Specialist or secondary care.
        SpecialistCare = "specialist_care",
        /// Crisis service.
        CrisisService = "crisis_service",
        /// Nothing follows.
        None = "none",
    }
}

enum_set! {
    /// What may follow a course.
    pub struct Dispositions(u16) of Disposition;
}

impl Disposition {
    /// Whether it is an alternative for a patient who did not respond.
    #[must_use]
    pub const fn is_alternative(self) -> bool {
        matches!(
            self,
            Self::AugmentWithMedication
                | Self::SwitchToMedication
                | Self::OtherPsychotherapy
                | Self::CombinedTreatment
                | Self::SpecialistCare
                | Self::CrisisService
        )
    }
}

vocabulary! {
    /// How far a goal of treatment was reached.
    pub closed enum GoalState {
        /// It was reached.
        Reached = "reached",
        /// It was reached in part.
        Partly = "partly",
        /// It was not reached.
        NotReached = "not_reached",
        /// It was given up or replaced.
        GivenUp = "given_up",
        /// It was asked for and is not known.
        NotKnown = "not_known",
    }
}

payload! {
    /// The state of one goal at the end.
    pub struct GoalAtEnd {
        required {
            /// What the focus that it belongs to is about.
            focus: FocusOn,
            /// How far it was reached.
            state: GoalState,
        }
        may {
            /// Which of the goals agreed for that focus, counted from 1. Left out, all of them.
            goal, with_goal: Option<u8>,
            /// Remarks for which there is no other field.
            note, with_note: Option<FreeText>,
        }
    }
}

payload! {
    /// The course is closed. Recording it counts as the task `outcome_recorded`.
    pub struct Closed {
        required {
            /// How it came to its end.
            mode: EndMode,
            /// How the patient is.
            result: ClinicalResult,
            /// The arrangement that follows treatment.
            disposition: Disposition,
        }
        may {
            /// Alternatives that were offered.
            offered, with_offered: Dispositions,
            /// Why: the patient's reason for ending, or the reason for ending without disposition.
            reason, with_reason: Option<FreeText>,
            /// Whether the patient was asked for the reason of ending.
            reason_asked, with_reason_asked: Stated,
            /// Why the result differs from what the scores would say.
            result_note, with_result_note: Option<FreeText>,
            /// The state of the goals that were agreed. Left out, that is not reported.
            goals, with_goals: alloc::vec::Vec<GoalAtEnd>,
            /// Whether the referrer was informed.
            referrer_informed, with_referrer_informed: Stated,
        }
    }
}
