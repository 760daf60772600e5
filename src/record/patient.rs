//! Who the patient is, clinically: age, diagnoses, history, medication.

use crate::{
    base::{date::ApproxDate, payload::payload, set::vocabulary, text::FreeText},
    vocabulary::{CodeSystem, DiagnosisCode, MedicationClass, Stated},
};

payload! {
    /// The patient's age.
    #[derive(Copy)]
    pub struct AgeRecorded {
        required {
            /// The age in whole years.
            years(plain): u8,
        }
        may {
            /// Whether it is an estimate.
            about, with_about: bool,
        }
    }
}

impl AgeRecorded {
    /// The greatest age that anybody is known to have reached.
    pub const OLDEST: u8 = 122;
}

vocabulary! {
    /// What a diagnosis is to the treatment.
    pub closed enum DiagnosisRole {
        /// What treatment is for.
        Target = "target",
        /// Present beside it.
        Comorbid = "comorbid",
        /// Considered and ruled out.
        RuledOut = "ruled_out",
    }
}

impl Default for DiagnosisRole {
    fn default() -> Self {
        Self::Target
    }
}

payload! {
    /// A diagnosis on recognised criteria. Recording one that was not ruled out does the task
    /// `diagnosis_explicit`.
    #[derive(Copy)]
    pub struct DiagnosisMade {
        required {
            /// The code of the diagnosis in its classification.
            code: DiagnosisCode,
            /// The classification, such as `icd-10`, `icd-11`, `dsm-5`, or the address or OID of
            /// one.
            system: CodeSystem,
        }
        may {
            /// Whether it is the target of treatment, is present in addition, or was ruled out.
            role, with_role: DiagnosisRole,
        }
    }
}

vocabulary! {
    /// How an earlier treatment went.
    pub closed enum PriorResponse {
        /// Remission.
        Remitted = "remitted",
        /// Response without remission.
        Responded = "responded",
        /// Some gain.
        Partial = "partial",
        /// No gain.
        None = "none",
        /// Not known.
        Unknown = "unknown",
    }
}

payload! {
    /// What went before this episode. Recording it counts as the task `psychiatric_history`.
    pub struct HistoryTaken {
        required {}
        may {
            /// The number of earlier episodes.
            earlier_episodes, with_earlier_episodes: Option<u8>,
            /// Whether the course of the illness is chronic.
            chronic, with_chronic: Option<bool>,
            /// Whether there was earlier psychotherapy.
            earlier_therapy, with_earlier_therapy: Option<bool>,
            /// How the last treatment went.
            prior_response, with_prior_response: Option<PriorResponse>,
            /// The number of earlier suicide attempts.
            earlier_attempts, with_earlier_attempts: Option<u8>,
            /// When the last of them was.
            last_attempt, with_last_attempt: Option<ApproxDate>,
            /// Whether this patient's last remission was reached only with medication.
            remitted_only_with_medication, with_remitted_only_with_medication: Option<bool>,
            /// Remarks for which there is no other field.
            note, with_note: Option<FreeText>,
        }
    }
}

vocabulary! {
    /// What happened with a medication.
    pub open enum MedicationChange {
        /// Taken at entry.
        AtEntry = "at_entry",
        /// Started.
        Started = "started",
        /// The dose was changed.
        DoseChanged = "dose_changed",
        /// Replaced by one of another class.
        Switched = "switched",
        /// Stopped.
        Stopped = "stopped",
        /// None is taken.
        NoneTaken = "none_taken",
    }
}

payload! {
    /// Medication at entry, or a change of it.
    pub struct MedicationNoted {
        required {
            /// What was noted about the medication.
            change: MedicationChange,
        }
        may {
            /// The class, such as `ssri`.
            class, with_class: Option<MedicationClass>,
            /// Since when the dose has been stable.
            stable_since, with_stable_since: Option<ApproxDate>,
            /// Whether the prescriber was contacted about it.
            prescriber_contacted, with_prescriber_contacted: Stated,
            /// Remarks for which there is no other field.
            note, with_note: Option<FreeText>,
        }
    }
}
