//! The four problem areas of IPT, what is worked on within them, and the focus that patient and
//! therapist agree on.

use crate::{
    base::{
        payload::payload,
        set::{enum_set, vocabulary},
        shape::{Documented, Shape},
        text::FreeText,
    },
    vocabulary::{Label, Specialisation},
};

vocabulary! {
    /// One of the four classical problem areas.
    ///
    /// What variants add are [specialisations](FocusItem) of one of the four.
    pub closed enum ProblemArea {
        /// Complicated bereavement after the death of someone important.
        Grief = "grief",
        /// Non-reciprocal expectations between the patient and someone now involved.
        RoleDispute = "role_dispute",
        /// Difficulty with a change of role or circumstance, welcome changes included.
        RoleTransition = "role_transition",
        /// A long-standing lack of satisfying relationships without an acute life event.
        InterpersonalDeficits = "interpersonal_deficits",
    }
}

enum_set! {
    /// A set of problem areas.
    pub struct AreaSet(u8) of ProblemArea;
}

vocabulary! {
    /// The stage of a role dispute.
    pub closed enum DisputeStage {
        /// Both sides are aware of the difference and try to settle it.
        Renegotiation = "renegotiation",
        /// Talk about it has stopped.
        Impasse = "impasse",
        /// The relationship is beyond repair.
        Dissolution = "dissolution",
    }
}

vocabulary! {
    /// Whether an item of the focus is being worked on.
    pub closed enum FocusStatus {
        /// Worked on now.
        Active = "active",
        /// Set aside until a later track, such as maintenance.
        Parked = "parked",
        /// Worked through or given up.
        Ended = "ended",
    }
}

impl Default for FocusStatus {
    fn default() -> Self {
        Self::Active
    }
}

/// What a focus item is about: one of the four areas, or something that none of the four covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[expect(
    clippy::exhaustive_enums,
    reason = "a focus is one of the four or it is not"
)]
pub enum FocusOn {
    /// One of the four problem areas.
    #[cfg_attr(feature = "serde", serde(rename = "area"))]
    Area(ProblemArea),
    /// A focus that is none of the four, under the label used when it was agreed.
    #[cfg_attr(feature = "serde", serde(rename = "unlisted"))]
    Unlisted(Label),
}

impl Documented for FocusOn {
    const SHAPE: Shape = Shape::OneOf(
        "FocusOn",
        &[
            ("area", "one of the four problem areas", &ProblemArea::SHAPE),
            (
                "unlisted",
                "a label for a focus that is none of the four",
                &Label::SHAPE,
            ),
        ],
    );
}

impl From<ProblemArea> for FocusOn {
    fn from(area: ProblemArea) -> Self {
        Self::Area(area)
    }
}

impl FocusOn {
    /// The area, if it is one of the four.
    #[must_use]
    pub const fn area(self) -> Option<ProblemArea> {
        match self {
            Self::Area(area) => Some(area),
            Self::Unlisted(_) => None,
        }
    }
}

payload! {
    /// One item of the agreed focus, recorded as it was agreed.
    #[derive(PartialOrd, Ord, Hash)]
    pub struct FocusItem {
        required {
            /// What it is about.
            on: FocusOn,
        }
        may {
            /// The named specialisation, such as `complicated_pregnancy`.
            specialisation, with_specialisation: Option<Specialisation>,
            /// Whether it is being worked on.
            status, with_status: FocusStatus,
            /// The label of the track until which a parked item is set aside.
            until, with_until: Option<Label>,
            /// How the item is linked to onset or persistence of the episode. A blank text is no
            /// link.
            link, with_link: Option<FreeText>,
            /// The goals tied to this item.
            goals, with_goals: alloc::vec::Vec<FreeText>,
        }
    }
}

impl FocusItem {
    /// An active item in one of the four areas.
    #[must_use]
    pub fn area(area: ProblemArea) -> Self {
        Self::new(area)
    }
}

vocabulary! {
    /// A strategy: what is specific to IPT within an area. Techniques are shared with other
    /// therapies.
    ///
    /// The lists are those of the manuals, in short; the wording is ours.
    pub open enum Strategy {
        /// Grief: review the depressive symptoms.
        GriefSymptoms = "grief_symptoms",
        /// Grief: connect the onset of symptoms with the death.
        GriefLink = "grief_link",
        /// Grief: rebuild in words the relationship with the person who died.
        GriefRelationship = "grief_relationship",
        /// Grief: go through what happened before, during and after the death.
        GriefDeathSequence = "grief_death_sequence",
        /// Grief: explore the good feelings about the person.
        GriefPositiveFeelings = "grief_positive_feelings",
        /// Grief: explore the difficult feelings about the person.
        GriefNegativeFeelings = "grief_negative_feelings",
        /// Grief: consider ways of becoming involved with people again.
        GriefReconnection = "grief_reconnection",
        /// Dispute: review the depressive symptoms.
        DisputeSymptoms = "dispute_symptoms",
        /// Dispute: connect the onset of symptoms with the dispute.
        DisputeLink = "dispute_link",
        /// Dispute: determine the stage and take up its task.
        DisputeStaging = "dispute_staging",
        /// Dispute: understand the non-reciprocal expectations, options and resources.
        DisputeExpectations = "dispute_expectations",
        /// Dispute: look for parallels in other relationships.
        DisputeParallels = "dispute_parallels",
        /// Dispute: understand how the dispute is kept going.
        DisputePersistence = "dispute_persistence",
        /// Dispute: mourn a relationship that is beyond repair and move on.
        DisputeMourning = "dispute_mourning",
        /// Transition: review the depressive symptoms.
        TransitionSymptoms = "transition_symptoms",
        /// Transition: connect the symptoms with the change.
        TransitionLink = "transition_link",
        /// Transition: review both sides of the old role.
        TransitionOldRole = "transition_old_role",
        /// Transition: review both sides of the new role.
        TransitionNewRole = "transition_new_role",
        /// Transition: explore feelings about what is lost.
        TransitionLoss = "transition_loss",
        /// Transition: explore feelings about the change itself.
        TransitionChange = "transition_change",
        /// Transition: explore opportunities in the new role.
        TransitionOpportunities = "transition_opportunities",
        /// Transition: weigh realistically what is lost.
        TransitionAppraisal = "transition_appraisal",
        /// Transition: encourage the release of affect.
        TransitionAffect = "transition_affect",
        /// Transition: build the support and the skills that the new role asks for.
        TransitionSkills = "transition_skills",
        /// Deficits: review the depressive symptoms.
        DeficitsSymptoms = "deficits_symptoms",
        /// Deficits: connect the symptoms with isolation or unfulfilment.
        DeficitsLink = "deficits_link",
        /// Deficits: review past relationships, good sides and bad.
        DeficitsPastTies = "deficits_past_ties",
        /// Deficits: explore repeating patterns.
        DeficitsPatterns = "deficits_patterns",
        /// Deficits: discuss feelings about the therapist and look for parallels elsewhere.
        DeficitsTherapyRelationship = "deficits_therapy_relationship",
        /// Deficits: try new or renewed contact.
        DeficitsContact = "deficits_contact",
    }
}

enum_set! {
    /// A set of strategies.
    pub struct StrategySet(u32) of Strategy;
}

impl Strategy {
    /// The area that the strategy belongs to.
    #[must_use]
    pub const fn area(self) -> ProblemArea {
        if (self as u8) < Self::DisputeSymptoms as u8 {
            ProblemArea::Grief
        } else if (self as u8) < Self::TransitionSymptoms as u8 {
            ProblemArea::RoleDispute
        } else if (self as u8) < Self::DeficitsSymptoms as u8 {
            ProblemArea::RoleTransition
        } else {
            ProblemArea::InterpersonalDeficits
        }
    }
}

impl StrategySet {
    /// The strategies of one area.
    #[must_use]
    pub fn within(self, area: ProblemArea) -> Self {
        self.iter()
            .filter(|strategy| strategy.area() == area)
            .collect()
    }

    /// The areas that the strategies belong to.
    #[must_use]
    pub fn areas(self) -> AreaSet {
        self.iter().map(Strategy::area).collect()
    }
}
