//! Candidate areas, the detail of each problem area, the formulation, the agreed focus.

use crate::{
    base::{
        date::ApproxDate,
        payload::payload,
        set::{enum_set, vocabulary},
        text::FreeText,
    },
    record::inventory::LifeEvent,
    vocabulary::{DisputeStage, FocusItem, FocusOn, PersonRef, ProblemArea},
};

payload! {
    /// An area was considered as a focus.
    pub struct AreaConsidered {
        required {
            /// The area that was considered.
            area: ProblemArea,
            /// Whether the record holds evidence for it.
            evidence: bool,
        }
        may {
            /// What the evidence is.
            evidence_note, with_evidence_note: Option<FreeText>,
            /// Why it was not chosen.
            exclusion_note, with_exclusion_note: Option<FreeText>,
        }
    }
}

payload! {
    /// The detail of a grief. A later entry replaces the earlier one.
    pub struct GriefDetailed {
        required {}
        may {
            /// The person who was lost, under an opaque label.
            person, with_person: Option<PersonRef>,
            /// Whether they died. Left out, that is not reported.
            died, with_died: Option<bool>,
            /// When they died or were lost.
            when, with_when: Option<ApproxDate>,
            /// What happened instead of a death.
            other_loss, with_other_loss: Option<LifeEvent>,
            /// Why the loss keeps the episode going although it came after the onset.
            maintaining_link, with_maintaining_link: Option<FreeText>,
            /// What happened, and the rituals.
            circumstances, with_circumstances: Option<FreeText>,
            /// What was left unfinished.
            unfinished, with_unfinished: Option<FreeText>,
            /// What the patient avoids.
            avoided, with_avoided: Option<FreeText>,
            /// The plan for an anniversary that falls within the contract.
            anniversary_plan, with_anniversary_plan: Option<FreeText>,
        }
    }
}

payload! {
    /// The detail of a role dispute. A later entry replaces the earlier one.
    pub struct DisputeDetailed {
        required {}
        may {
            /// The person with whom the patient is in dispute, under an opaque label.
            person, with_person: Option<PersonRef>,
            /// Whether that person is alive and now involved. Left out, that is not reported.
            currently_involved, with_currently_involved: Option<bool>,
            /// When the dispute began.
            since, with_since: Option<ApproxDate>,
            /// What the dispute is about.
            issues, with_issues: Option<FreeText>,
            /// What the patient expects.
            expectations_of_other, with_expectations_of_other: Option<FreeText>,
            /// What the other person expects.
            expectations_by_other, with_expectations_by_other: Option<FreeText>,
            /// What has been tried to settle the dispute.
            tried, with_tried: Option<FreeText>,
            /// Whether violence or coercion is recorded.
            coercion, with_coercion: Option<bool>,
            /// Whether raising the matter was assessed as safe.
            safety_assessed, with_safety_assessed: Option<bool>,
        }
    }
}

payload! {
    /// The stage of a role dispute, first or changed.
    pub struct DisputeStaged {
        required {
            /// The stage from this day on.
            stage: DisputeStage,
        }
        may {
            /// The plan that goes with it.
            plan, with_plan: Option<FreeText>,
        }
    }
}

vocabulary! {
    /// How a change came.
    pub closed enum Manner {
        /// Wanted.
        Wanted = "wanted",
        /// Imposed.
        Imposed = "imposed",
        /// Partly one, partly the other.
        Mixed = "mixed",
    }
}

payload! {
    /// The detail of a role transition. A later entry replaces the earlier one.
    pub struct TransitionDetailed {
        required {}
        may {
            /// The role given up.
            old_role, with_old_role: Option<FreeText>,
            /// The role taken on.
            new_role, with_new_role: Option<FreeText>,
            /// When the change came.
            changed, with_changed: Option<ApproxDate>,
            /// The kind of life event that brought the change.
            event, with_event: Option<LifeEvent>,
            /// Whether it was wanted.
            manner, with_manner: Option<Manner>,
            /// Good sides of the old role.
            old_positive, with_old_positive: Option<FreeText>,
            /// Bad sides of the old role.
            old_negative, with_old_negative: Option<FreeText>,
            /// Good sides of the new role.
            new_positive, with_new_positive: Option<FreeText>,
            /// Bad sides of the new role.
            new_negative, with_new_negative: Option<FreeText>,
            /// Skills the new role asks for.
            skills, with_skills: Option<FreeText>,
            /// Supports lost and needed.
            supports, with_supports: Option<FreeText>,
            /// Concrete steps taken or planned.
            steps, with_steps: Option<FreeText>,
        }
    }
}

payload! {
    /// The detail of interpersonal deficits. A later entry replaces the earlier one.
    pub struct DeficitsDetailed {
        required {}
        may {
            /// Since when relationships have been lacking.
            since, with_since: Option<ApproxDate>,
            /// The best relationship of the past.
            best_past_tie, with_best_past_tie: Option<FreeText>,
            /// Patterns that recur in the patient's relationships.
            patterns, with_patterns: Option<FreeText>,
            /// What the patient fears.
            feared, with_feared: Option<FreeText>,
            /// Contacts tried and what came of them.
            contacts, with_contacts: Option<FreeText>,
        }
    }
}

vocabulary! {
    /// How far the completion markers of an area are met.
    pub closed enum MarkerResult {
        /// Met.
        Met = "met",
        /// Partly met.
        Partly = "partly",
        /// Not met.
        NotMet = "not_met",
    }
}

payload! {
    /// The completion markers of an area were assessed.
    #[derive(Copy)]
    pub struct MarkersAssessed {
        required {
            /// The area whose markers were assessed.
            area: ProblemArea,
            /// How far they are met.
            result: MarkerResult,
        }
        may {}
    }
}

vocabulary! {
    /// A part of an interpersonal formulation.
    pub open enum FormulationPart {
        /// The syndrome or the symptoms.
        Syndrome = "syndrome",
        /// The problem area.
        Area = "area",
        /// The link between them.
        Link = "link",
        /// The plan.
        Plan = "plan",
        /// The time limit.
        TimeLimit = "time_limit",
    }
}

enum_set! {
    /// The parts of a formulation.
    pub struct FormulationParts(u8) of FormulationPart;
}

payload! {
    /// A formulation was given to the patient; the first, or a new version. Recording it counts as
    /// the task `interpersonal_formulation`.
    pub struct FormulationGiven {
        required {
            /// What the proposed focus is about, the primary item first.
            focus: alloc::vec::Vec<FocusOn>,
        }
        may {
            /// The parts that it had. Left out, that is not reported.
            parts, with_parts: Option<FormulationParts>,
            /// The formulation as it was worded to the patient.
            wording, with_wording: Option<FreeText>,
        }
    }
}

vocabulary! {
    /// What the patient said to a formulation.
    pub closed enum PatientResponse {
        /// Accepted.
        Accepted = "accepted",
        /// Accepted with changes.
        AcceptedWithChanges = "accepted_with_changes",
        /// Rejected.
        Rejected = "rejected",
        /// Not yet answered.
        Pending = "pending",
    }
}

payload! {
    /// The patient answered the latest formulation. An acceptance counts as the task
    /// `patient_agreement`.
    #[derive(Copy)]
    pub struct FormulationAnswered {
        required {
            /// How the patient answered.
            response: PatientResponse,
        }
        may {}
    }
}

vocabulary! {
    /// What led to a change of focus.
    pub closed enum FocusTrigger {
        /// A new life event.
        NewLifeEvent = "new_life_event",
        /// The first focus proved wrong.
        FirstFocusWrong = "first_focus_wrong",
        /// The first focus is worked through.
        WorkedThrough = "worked_through",
        /// Something else.
        Other = "other",
    }
}

payload! {
    /// The focus was agreed, or agreed anew. Recording it counts as the task
    /// `problem_area_selection`. The first active item is the primary one.
    pub struct FocusAgreed {
        required {
            /// One to four items in order.
            items: alloc::vec::Vec<FocusItem>,
        }
        may {
            /// With a change: what led to it.
            trigger, with_trigger: Option<FocusTrigger>,
            /// With a change, or a second item: why.
            reason, with_reason: Option<FreeText>,
        }
    }
}
