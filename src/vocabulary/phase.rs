//! The phases of a course of treatment.

use crate::base::set::{enum_set, vocabulary};

vocabulary! {
    /// Where a course of treatment stands.
    ///
    /// A protocol lists the phases that it has, in order and with labels of its own; texts for
    /// people use those labels.
    pub closed enum Phase {
        /// Before treatment: referral, suitability, screening.
        Assessment = "assessment",
        /// History, inventory, formulation, agreement.
        Initial = "initial",
        /// Work on the agreed focus.
        Middle = "middle",
        /// The ending: feelings about it, review, plan against relapse.
        Termination = "termination",
        /// Acute treatment is over and what follows is being arranged; boosters and follow-ups
        /// belong here.
        Concluded = "concluded",
        /// Treatment of residual symptoms under a contract of its own.
        Continuation = "continuation",
        /// Prevention of recurrence under a contract of its own.
        Maintenance = "maintenance",
        /// The course is over.
        Closed = "closed",
    }
}

enum_set! {
    /// A set of phases.
    pub struct PhaseSet(u8) of Phase;
}

impl Phase {
    /// Whether sessions of this phase are acute treatment, counted against the acute contract.
    #[must_use]
    pub const fn is_acute(self) -> bool {
        matches!(
            self,
            Self::Assessment | Self::Initial | Self::Middle | Self::Termination
        )
    }

    /// Whether the phase runs on a contract of its own after acute treatment.
    #[must_use]
    pub const fn has_own_contract(self) -> bool {
        matches!(self, Self::Continuation | Self::Maintenance)
    }
}
