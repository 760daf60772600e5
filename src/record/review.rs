//! Reviews and judgements.

use crate::{
    base::{
        payload::payload,
        set::{enum_set, vocabulary},
        text::FreeText,
    },
    vocabulary::Criterion,
};

vocabulary! {
    /// What a review may lead to.
    pub open enum ReviewOption {
        /// Go on as planned.
        Continue = "continue",
        /// A new formulation.
        Reformulate = "reformulate",
        /// More frequent sessions.
        MoreFrequent = "more_frequent",
        /// Medication added.
        AddMedication = "add_medication",
        /// Another therapy.
        OtherTherapy = "other_therapy",
        /// A specialist's opinion.
        SpecialistReview = "specialist_review",
        /// An agreed extension.
        Extend = "extend",
        /// An agreed early end.
        EndEarly = "end_early",
    }
}

enum_set! {
    /// What a review may lead to.
    pub struct ReviewOptions(u8) of ReviewOption;
}

payload! {
    /// Progress was reviewed with the patient.
    pub struct ReviewHeld {
        required {}
        may {
            /// The options that were considered.
            options, with_options: ReviewOptions,
            /// Remarks for which there is no other field.
            note, with_note: Option<FreeText>,
        }
    }
}

payload! {
    /// A clinical judgement on a named criterion. What depends on a patient's state rests on a fact
    /// like this, never on a formula.
    pub struct JudgementMade {
        required {
            /// The criterion that was judged.
            criterion: Criterion,
            /// Whether it is met.
            met: bool,
        }
        may {
            /// The reason for the judgement.
            reason, with_reason: Option<FreeText>,
        }
    }
}
