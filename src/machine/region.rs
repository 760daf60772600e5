//! The regions beside the phase: contract, focus, safety, engagement, consent. Each is a small
//! table of its own.
//!
//! A region never refuses a fact of care. It takes an edge where it has one and stays where it is
//! otherwise.

use crate::base::set::{enum_set, vocabulary};

/// An edge of a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(
    clippy::exhaustive_structs,
    reason = "an edge is where from, on what, where to"
)]
pub struct Edge<R, S> {
    /// Where from.
    pub from: R,
    /// On what.
    pub on: S,
    /// Where to.
    pub to: R,
}

macro_rules! region {
    ($Region:ident on $Signal:ident: $( $from:ident - $on:ident -> $to:ident; )+) => {
        impl $Region {
            /// The edges of the region. Where there is none, the region stays as it is.
            pub const EDGES: &'static [Edge<Self, $Signal>] = &[
                $( Edge { from: Self::$from, on: $Signal::$on, to: Self::$to } ),+
            ];

            /// Where the region stands after a signal.
            #[must_use]
            pub const fn after(self, signal: $Signal) -> Self {
                Self::AFTER[self as usize][signal as usize]
            }

            const AFTER: [[Self; $Signal::ALL.len()]; Self::ALL.len()] = {
                let mut table = [[Self::ALL[0]; $Signal::ALL.len()]; Self::ALL.len()];
                let mut from = 0;
                while from < Self::ALL.len() {
                    let mut on = 0;
                    while on < $Signal::ALL.len() {
                        table[from][on] = Self::ALL[from];
                        on += 1;
                    }
                    from += 1;
                }
                let mut i = 0;
                while i < Self::EDGES.len() {
                    let edge = Self::EDGES[i];
                    let cell = &mut table[edge.from as usize][edge.on as usize];
                    assert!(*cell as usize == edge.from as usize, "two edges of a region for one signal");
                    *cell = edge.to;
                    i += 1;
                }
                table
            };
        }
    };
}

vocabulary! {
    /// The contract.
    pub closed enum ContractRegion {
        /// None.
        None = "none",
        /// The time limit was voiced.
        FrameAnnounced = "frame_announced",
        /// Agreed; the state counts its versions.
        Agreed = "agreed",
        /// The acute contract has run out.
        Ended = "ended",
    }
}

vocabulary! {
    /// What the contract region listens to.
    pub closed enum ContractSignal {
        /// The time limit is voiced.
        Frame = "frame_announced",
        /// A contract is agreed.
        Agreement = "contract_agreed",
        /// Acute treatment is over.
        End = "acute_treatment_over",
    }
}

region! { ContractRegion on ContractSignal:
    None - Frame -> FrameAnnounced;
    None - Agreement -> Agreed;
    FrameAnnounced - Agreement -> Agreed;
    Agreed - End -> Ended;
    Ended - Agreement -> Agreed;
}

vocabulary! {
    /// The focus.
    pub closed enum FocusRegion {
        /// None.
        None = "none",
        /// Proposed with a formulation.
        Proposed = "proposed",
        /// Agreed; the state counts its versions.
        Agreed = "agreed",
    }
}

vocabulary! {
    /// What the focus region listens to.
    pub closed enum FocusSignal {
        /// A formulation is given.
        Proposal = "formulation_given",
        /// The patient rejects it.
        Rejection = "formulation_rejected",
        /// The focus is agreed.
        Agreement = "focus_agreed",
    }
}

region! { FocusRegion on FocusSignal:
    None - Proposal -> Proposed;
    None - Agreement -> Agreed;
    Proposed - Rejection -> None;
    Proposed - Agreement -> Agreed;
}

vocabulary! {
    /// Safety. Never a level of risk: what was asked, what was answered, what was done.
    pub closed enum SafetyRegion {
        /// No concern is open.
        NoOpenConcern = "no_open_concern",
        /// An item of a scale was endorsed; nobody has asked directly yet.
        ProvisionalConcern = "provisional_concern",
        /// A concern is open.
        ConcernOpen = "concern_open",
        /// A response is documented; a reassessment is due.
        ResponseDocumented = "response_documented",
        /// A named receiver has taken over.
        HandedOver = "handed_over",
    }
}

vocabulary! {
    /// What the safety region listens to, in the order in which the signals of one day take effect:
    /// a response of the same day answers a concern of that day, whichever was written first.
    pub closed enum SafetySignal {
        /// An item about self-harm is endorsed.
        ItemEndorsed = "item_endorsed",
        /// A concern is raised.
        Concern = "concern_raised",
        /// A direct enquiry confirms a concern.
        EnquiryConfirms = "enquiry_confirms",
        /// A direct enquiry finds no concern.
        EnquiryClears = "enquiry_finds_no_concern",
        /// A response is documented.
        Response = "response_documented",
        /// A reassessment finds that the concern stands.
        Stands = "reassessment_stands",
        /// A reassessment finds that it no longer does.
        Resolved = "reassessment_resolved",
        /// The care is handed over.
        HandOver = "handed_over",
    }
}

enum_set! {
    /// What the safety region heard.
    pub struct SafetySignals(u8) of SafetySignal;
}

region! { SafetyRegion on SafetySignal:
    NoOpenConcern - ItemEndorsed -> ProvisionalConcern;
    NoOpenConcern - Concern -> ConcernOpen;
    NoOpenConcern - EnquiryConfirms -> ConcernOpen;
    NoOpenConcern - Stands -> ResponseDocumented;
    ProvisionalConcern - Concern -> ConcernOpen;
    ProvisionalConcern - EnquiryConfirms -> ConcernOpen;
    ProvisionalConcern - EnquiryClears -> NoOpenConcern;
    ProvisionalConcern - Response -> ResponseDocumented;
    ProvisionalConcern - Resolved -> NoOpenConcern;
    ProvisionalConcern - HandOver -> HandedOver;
    ConcernOpen - Response -> ResponseDocumented;
    ConcernOpen - HandOver -> HandedOver;
    ResponseDocumented - Concern -> ConcernOpen;
    ResponseDocumented - Resolved -> NoOpenConcern;
    ResponseDocumented - HandOver -> HandedOver;
    HandedOver - Concern -> ConcernOpen;
    HandedOver - ItemEndorsed -> ProvisionalConcern;
    HandedOver - Resolved -> NoOpenConcern;
}

impl SafetyRegion {
    /// Whether a concern is on the therapist's hands.
    #[must_use]
    pub const fn is_active(self) -> bool {
        match self {
            Self::ProvisionalConcern | Self::ConcernOpen | Self::ResponseDocumented => true,
            Self::NoOpenConcern | Self::HandedOver => false,
        }
    }

    /// Whether a concern stands that has its response, or that somebody else has taken over: found
    /// again it asks for a second look, and for no new response.
    pub(crate) const fn is_known(self) -> bool {
        matches!(self, Self::ResponseDocumented | Self::HandedOver)
    }

    /// Whether a concern, confirmed or provisional, lacks a documented response.
    #[must_use]
    pub const fn lacks_response(self) -> bool {
        matches!(self, Self::ProvisionalConcern | Self::ConcernOpen)
    }

    /// Where the region stands after the signals of one day.
    #[must_use]
    pub fn after_all(self, signals: SafetySignals) -> Self {
        signals.iter().fold(self, Self::after)
    }
}

vocabulary! {
    /// Engagement.
    pub closed enum EngagementRegion {
        /// Treatment goes on.
        Active = "active",
        /// Treatment pauses.
        Paused = "paused",
        /// The patient stayed away and has not been sought yet.
        OutreachNeeded = "outreach_needed",
        /// Contact is lost.
        Lost = "lost",
    }
}

vocabulary! {
    /// What the engagement region listens to.
    pub closed enum EngagementSignal {
        /// A session is held.
        Held = "session_held",
        /// The patient stays away without a word.
        StayedAway = "did_not_attend",
        /// The patient is sought.
        Outreach = "outreach_made",
        /// A pause begins.
        Pause = "paused",
        /// It ends.
        Resume = "resumed",
        /// Contact is given up as lost.
        Loss = "contact_lost",
    }
}

region! { EngagementRegion on EngagementSignal:
    Active - StayedAway -> OutreachNeeded;
    Active - Pause -> Paused;
    Active - Loss -> Lost;
    Paused - Held -> Active;
    Paused - Resume -> Active;
    Paused - Loss -> Lost;
    OutreachNeeded - Held -> Active;
    OutreachNeeded - Outreach -> Active;
    OutreachNeeded - Pause -> Paused;
    OutreachNeeded - Loss -> Lost;
    Lost - Held -> Active;
    Lost - Resume -> Active;
}

vocabulary! {
    /// Consent.
    pub closed enum ConsentRegion {
        /// Nothing is recorded.
        NotRecorded = "not_recorded",
        /// Given.
        Given = "given",
        /// Given with limits.
        Limited = "limited",
        /// Withdrawn.
        Withdrawn = "withdrawn",
    }
}

vocabulary! {
    /// What the consent region listens to.
    pub closed enum ConsentSignal {
        /// Consent is given.
        Given = "consent_given",
        /// Consent is given with limits.
        Limited = "consent_limited",
        /// Consent is withdrawn.
        Withdrawn = "consent_withdrawn",
    }
}

region! { ConsentRegion on ConsentSignal:
    NotRecorded - Given -> Given;
    NotRecorded - Limited -> Limited;
    NotRecorded - Withdrawn -> Withdrawn;
    Given - Limited -> Limited;
    Given - Withdrawn -> Withdrawn;
    Limited - Given -> Given;
    Limited - Withdrawn -> Withdrawn;
    Withdrawn - Given -> Given;
    Withdrawn - Limited -> Limited;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_response_of_the_same_day_answers_a_concern_whichever_was_written_first() {
        let day = SafetySignals::from([SafetySignal::Response, SafetySignal::Concern]);
        assert_eq!(
            SafetyRegion::NoOpenConcern.after_all(day),
            SafetyRegion::ResponseDocumented
        );
    }

    #[test]
    fn an_endorsed_item_stays_a_provisional_concern_until_somebody_asks() {
        let endorsed = SafetyRegion::NoOpenConcern.after(SafetySignal::ItemEndorsed);
        assert_eq!(endorsed, SafetyRegion::ProvisionalConcern);
        assert_eq!(
            endorsed.after(SafetySignal::EnquiryClears),
            SafetyRegion::NoOpenConcern
        );
        assert_eq!(
            endorsed.after(SafetySignal::EnquiryConfirms),
            SafetyRegion::ConcernOpen
        );
    }

    #[test]
    fn a_confirmed_concern_is_not_cleared_by_asking_again() {
        assert_eq!(
            SafetyRegion::ConcernOpen.after(SafetySignal::EnquiryClears),
            SafetyRegion::ConcernOpen
        );
    }
}
