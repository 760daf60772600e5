//! The interpersonal inventory and the timeline.

use crate::{
    base::{date::ApproxDate, payload::payload, set::vocabulary, text::FreeText},
    vocabulary::PersonRef,
};

vocabulary! {
    /// What a person is to the patient.
    pub open enum Relation {
        /// Spouse or partner.
        Partner = "partner",
        /// Former spouse or partner.
        FormerPartner = "former_partner",
        /// Mother, father, or who took their place.
        Parent = "parent",
        /// Son or daughter.
        Child = "child",
        /// Brother or sister.
        Sibling = "sibling",
        /// Another relative.
        Relative = "relative",
        /// Friend.
        Friend = "friend",
        /// Colleague.
        Colleague = "colleague",
        /// Superior at work.
        Boss = "boss",
        /// Caregiver.
        Caregiver = "caregiver",
        /// A professional.
        Professional = "professional",
        /// The team of the ward.
        WardTeam = "ward_team",
        /// Somebody from the school.
        School = "school",
        /// A second facilitator of a group.
        CoFacilitator = "co_facilitator",
        /// Somebody whom the patient brings for support.
        Supporter = "supporter",
        /// Anybody else.
        Other = "other",
    }
}

vocabulary! {
    /// How close a person is: the ring of the closeness circle, from the inside.
    pub closed enum Closeness {
        /// Inner ring.
        Inner = "inner",
        /// Middle ring.
        Middle = "middle",
        /// Outer ring.
        Outer = "outer",
    }
}

vocabulary! {
    /// What support a person gives.
    pub closed enum Support {
        /// Somebody to confide in.
        Confidant = "confidant",
        /// Practical help.
        Practical = "practical",
        /// None.
        None = "none",
    }
}

vocabulary! {
    /// What part a relationship plays in the episode.
    pub closed enum RoleInEpisode {
        /// It helped to bring it about.
        Cause = "cause",
        /// It suffered from it.
        Consequence = "consequence",
        /// It keeps it going.
        Maintaining = "maintaining",
        /// It protects.
        Protective = "protective",
        /// That is not clear.
        Unclear = "unclear",
    }
}

payload! {
    /// One person of the interpersonal inventory. A later entry for the same person replaces the
    /// earlier one.
    pub struct PersonInventoried {
        required {
            /// Who, under an opaque label.
            person: PersonRef,
            /// What they are to the patient.
            relation: Relation,
        }
        may {
            /// Whether they are alive. Left out, that is not reported.
            alive, with_alive: Option<bool>,
            /// When they died, if they did.
            died, with_died: Option<ApproxDate>,
            /// Whether they are part of the patient's life now.
            currently_involved, with_currently_involved: Option<bool>,
            /// Kind and frequency of contact.
            contact, with_contact: Option<FreeText>,
            /// How close they are.
            closeness, with_closeness: Option<Closeness>,
            /// What the patient expects of them.
            expectations_of_other, with_expectations_of_other: Option<FreeText>,
            /// What they expect of the patient.
            expectations_by_other, with_expectations_by_other: Option<FreeText>,
            /// What is good about the relationship; may say "nothing".
            satisfying, with_satisfying: Option<FreeText>,
            /// What is not good about the relationship; may say "nothing".
            unsatisfying, with_unsatisfying: Option<FreeText>,
            /// What the patient would want different; may say "nothing".
            desired_change, with_desired_change: Option<FreeText>,
            /// How disagreements go, and what cannot be said.
            communication, with_communication: Option<FreeText>,
            /// Whether the tie changed around the onset of the episode.
            changed_near_onset, with_changed_near_onset: Option<bool>,
            /// What support they give.
            support, with_support: Option<Support>,
            /// Whether they know about the illness.
            knows_about_illness, with_knows_about_illness: Option<bool>,
            /// What part the relationship plays in the episode.
            role_in_episode, with_role_in_episode: Option<RoleInEpisode>,
            /// Whether violence or coercion is recorded in the relationship.
            coercion, with_coercion: Option<bool>,
        }
    }
}

payload! {
    /// The inventory is complete. Recording it counts as the task `interpersonal_inventory`.
    pub struct InventoryCompleted {
        required {}
        may {
            /// Whether it is documented that the network is small.
            small_network, with_small_network: bool,
            /// Whether it is stated that no support was found.
            no_support_found, with_no_support_found: bool,
            /// Patterns across the relationships.
            patterns, with_patterns: Option<FreeText>,
            /// Who or what was notably left out.
            omissions, with_omissions: Option<FreeText>,
        }
    }
}

vocabulary! {
    /// A kind of life event.
    pub open enum LifeEvent {
        /// Somebody died.
        Death = "death",
        /// A loss that is not a death.
        NonDeathLoss = "non_death_loss",
        /// A conflict.
        Conflict = "conflict",
        /// A change of role or circumstance.
        RoleChange = "role_change",
        /// Isolation.
        Isolation = "isolation",
        /// A trauma.
        Trauma = "trauma",
        /// Something else.
        Other = "other",
    }
}

payload! {
    /// A life event on the timeline.
    pub struct LifeEventRecorded {
        required {
            /// The kind of life event.
            event: LifeEvent,
        }
        may {
            /// When it happened or began.
            when, with_when: Option<ApproxDate>,
            /// The person whom the event concerns, under an opaque label.
            person, with_person: Option<PersonRef>,
            /// What happened, in the writer's own words.
            note, with_note: Option<FreeText>,
        }
    }
}

payload! {
    /// The onset of the episode, set against life events. Recording it counts as the task
    /// `onset_timeline`, also where nobody could say when it was.
    #[derive(Copy)]
    pub struct OnsetDated {
        required as not_known {}
        may {
            /// When the episode began, as far as known. Left out, it was asked for and is not
            /// known.
            onset, with_onset: Option<ApproxDate>,
            /// Whether events were considered and none found.
            no_event_found, with_no_event_found: bool,
        }
    }
}

impl OnsetDated {
    /// The episode began on that day, in that month or in that year.
    #[must_use]
    pub fn new(onset: impl Into<ApproxDate>) -> Self {
        Self::not_known().with_onset(onset.into())
    }
}
