//! The treatment contract: frame, agreement, amendments.

use chrono::NaiveDate;

use crate::{
    base::{
        payload::payload,
        set::{enum_set, vocabulary},
        shape::{Documented, Plain, Shape},
        text::FreeText,
    },
    record::session::Modality,
    vocabulary::Stated,
};

vocabulary! {
    /// Which part of treatment a contract covers.
    pub closed enum ContractScope {
        /// Acute treatment.
        Acute = "acute",
        /// Continuation.
        Continuation = "continuation",
        /// Maintenance.
        Maintenance = "maintenance",
    }
}

impl Default for ContractScope {
    fn default() -> Self {
        Self::Acute
    }
}

/// How the end of treatment is fixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum TimeFrame {
    /// After this many sessions.
    #[cfg_attr(feature = "serde", serde(rename = "sessions"))]
    Sessions(u16),
    /// After this many weeks, whatever the number of sessions.
    #[cfg_attr(feature = "serde", serde(rename = "weeks"))]
    Weeks(u16),
    /// After this many sessions within this many weeks, whichever is reached first.
    #[cfg_attr(feature = "serde", serde(rename = "sessions_within_weeks"))]
    SessionsWithinWeeks(u16, u16),
    /// Until a review after this many days.
    #[cfg_attr(feature = "serde", serde(rename = "until_review"))]
    UntilReview(u16),
}

impl Documented for TimeFrame {
    const SHAPE: Shape = Shape::OneOf(
        "TimeFrame",
        &[
            ("sessions", "a number of sessions", &u16::SHAPE),
            (
                "weeks",
                "a number of weeks, whatever the number of sessions",
                &u16::SHAPE,
            ),
            (
                "sessions_within_weeks",
                "sessions and weeks, whichever is reached first",
                &Shape::Plain(
                    "two whole numbers in a list, [sessions, weeks]",
                    Plain::Pair,
                ),
            ),
            ("until_review", "days until a review", &u16::SHAPE),
        ],
    );
}

impl TimeFrame {
    /// The number of sessions, where the frame fixes one.
    #[must_use]
    pub const fn sessions(self) -> Option<u16> {
        match self {
            Self::Sessions(sessions) | Self::SessionsWithinWeeks(sessions, _) => Some(sessions),
            Self::Weeks(_) | Self::UntilReview(_) => None,
        }
    }

    /// The number of weeks, where the frame fixes one.
    #[must_use]
    pub const fn weeks(self) -> Option<u16> {
        match self {
            Self::Weeks(weeks) | Self::SessionsWithinWeeks(_, weeks) => Some(weeks),
            Self::Sessions(_) | Self::UntilReview(_) => None,
        }
    }

    /// Which kind of frame it is.
    #[must_use]
    pub const fn kind(self) -> TimeFrameKind {
        match self {
            Self::Sessions(_) => TimeFrameKind::Sessions,
            Self::Weeks(_) => TimeFrameKind::Weeks,
            Self::SessionsWithinWeeks(..) => TimeFrameKind::SessionsWithinWeeks,
            Self::UntilReview(_) => TimeFrameKind::UntilReview,
        }
    }
}

vocabulary! {
    /// A kind of time frame.
    pub open enum TimeFrameKind {
        /// A number of sessions.
        Sessions = "sessions",
        /// A number of weeks.
        Weeks = "weeks",
        /// Both, whichever is reached first.
        SessionsWithinWeeks = "sessions_within_weeks",
        /// Until a review.
        UntilReview = "until_review",
    }
}

enum_set! {
    /// A set of kinds of time frame.
    pub struct TimeFrameKinds(u8) of TimeFrameKind;
}

vocabulary! {
    /// Which missed sessions count against the contract.
    pub closed enum MissedSessionPolicy {
        /// None does.
        Never = "never",
        /// Sessions that the patient missed without a word.
        NoShowOnly = "no_show_only",
        /// Those, and late cancellations by the patient.
        LateCancelAndNoShow = "late_cancel_and_no_show",
        /// Every session that the patient missed or cancelled.
        All = "all",
    }
}

vocabulary! {
    /// A matter that a contract settles beside its numbers.
    pub open enum ContractTerm {
        /// That the work is in the here and now.
        HereAndNow = "here_and_now",
        /// What the patient's part is.
        PatientRole = "patient_role",
        /// Fees and cancellation, or that there are none.
        FeesAndCancellation = "fees_and_cancellation",
        /// What is expected between sessions.
        BetweenSessions = "between_sessions",
        /// That systematic homework is part of treatment.
        SystematicHomework = "systematic_homework",
        /// Medication: combined or not, and who prescribes.
        Medication = "medication",
        /// Whom to call in a crisis.
        CrisisContact = "crisis_contact",
        /// What is measured, and when.
        Measurement = "measurement",
        /// The goals.
        Goals = "goals",
    }
}

enum_set! {
    /// Matters that a contract settles.
    pub struct ContractTerms(u16) of ContractTerm;
}

payload! {
    /// The time limit was voiced to the patient.
    #[derive(Copy)]
    pub struct FrameAnnounced {
        required {
            /// The time limit that the patient was told.
            frame: TimeFrame,
        }
        may {}
    }
}

payload! {
    /// A contract was agreed with the patient. For acute treatment, recording it counts as the task
    /// `treatment_contract`.
    pub struct ContractAgreed {
        required {
            /// How the end is fixed.
            frame: TimeFrame,
        }
        may {
            /// Which part of treatment it covers.
            scope, with_scope: ContractScope,
            /// Days from one session to the next: 7 is weekly.
            interval_days, with_interval_days: Option<u16>,
            /// Minutes of a session.
            minutes, with_minutes: Option<u16>,
            /// The planned day of the last session.
            ends_on, with_ends_on: Option<NaiveDate>,
            /// Which missed sessions count.
            missed_sessions, with_missed_sessions: Option<MissedSessionPolicy>,
            /// Hours of notice below which a cancellation is late.
            notice_hours, with_notice_hours: Option<u16>,
            /// Whether a session that is moved to another day counts as well.
            counts_moved, with_counts_moved: bool,
            /// Other matters that it settles. Left out, that is not reported.
            terms, with_terms: Option<ContractTerms>,
            /// How sessions are held.
            modality, with_modality: Option<Modality>,
            /// What the contract aims at.
            aim, with_aim: Option<FreeText>,
        }
    }
}

vocabulary! {
    /// Why a contract was amended.
    pub open enum AmendmentReason {
        /// More work is needed.
        MoreWork = "more_work",
        /// The patient is well enough to end early.
        WellEnough = "well_enough",
        /// Symptoms came back near the end.
        SymptomReturnNearEnd = "symptom_return_near_end",
        /// Sessions were missed.
        MissedSessions = "missed_sessions",
        /// A life event.
        LifeEvent = "life_event",
        /// The response is slow.
        SlowResponse = "slow_response",
        /// Scheduling, or the service.
        Scheduling = "scheduling",
        /// Something else.
        Other = "other",
    }
}

payload! {
    /// The contract in force was changed. What is left out stays as it was.
    pub struct ContractAmended {
        required {}
        may {
            /// The new frame, counted from the start of the contract.
            frame, with_frame: Option<TimeFrame>,
            /// Days from one session to the next from now on.
            interval_days, with_interval_days: Option<u16>,
            /// Minutes of a session from now on.
            minutes, with_minutes: Option<u16>,
            /// The new day of the last session.
            ends_on, with_ends_on: Option<NaiveDate>,
            /// Which missed sessions count from now on.
            missed_sessions, with_missed_sessions: Option<MissedSessionPolicy>,
            /// How sessions are held from now on.
            modality, with_modality: Option<Modality>,
            /// The reason for the change.
            reason, with_reason: Option<AmendmentReason>,
            /// The reason in the writer's own words.
            note, with_note: Option<FreeText>,
            /// Whether the patient agreed.
            patient_agreed, with_patient_agreed: Stated,
        }
    }
}

impl ContractAmended {
    /// Whether the end is agreed anew: a frame or a last day, and the patient did not disagree.
    pub(crate) fn moves_the_end(&self) -> bool {
        (self.frame.is_some() || self.ends_on.is_some()) && self.patient_agreed != Stated::NotDone
    }
}
