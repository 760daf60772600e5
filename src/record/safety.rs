//! Safety: enquiry, concern, response, reassessment. Never a level of risk.

use chrono::NaiveDate;

use crate::{
    base::{
        payload::payload,
        set::{enum_set, vocabulary},
        text::FreeText,
    },
    vocabulary::Stated,
};

vocabulary! {
    /// What a direct enquiry about safety found.
    pub closed enum EnquiryResult {
        /// Asked; no concern.
        NoConcern = "no_concern",
        /// Asked; a concern.
        Concern = "concern",
        /// Asked; the patient declined to answer.
        Declined = "declined",
        /// Not asked.
        NotAsked = "not_asked",
    }
}

vocabulary! {
    /// What the answer rests on.
    pub closed enum EnquiryBasis {
        /// Direct questions.
        DirectQuestions = "direct_questions",
        /// An item of a questionnaire alone.
        QuestionnaireItem = "questionnaire_item",
    }
}

impl Default for EnquiryBasis {
    fn default() -> Self {
        Self::DirectQuestions
    }
}

vocabulary! {
    /// A subject of a direct enquiry.
    pub closed enum EnquirySubject {
        /// Thoughts.
        Ideation = "ideation",
        /// Intent.
        Intent = "intent",
        /// Plan.
        Plan = "plan",
        /// Means.
        Means = "means",
        /// Earlier attempts.
        PastAttempts = "past_attempts",
        /// What protects.
        Protective = "protective",
    }
}

enum_set! {
    /// Subjects of a direct enquiry.
    pub struct EnquirySubjects(u8) of EnquirySubject;
}

payload! {
    /// A direct enquiry about safety, or that none was made.
    pub struct Enquiry {
        required {
            /// What the enquiry found.
            result: EnquiryResult,
        }
        may {
            /// What the answer rests on.
            basis, with_basis: EnquiryBasis,
            /// The subjects asked about.
            subjects, with_subjects: EnquirySubjects,
            /// Why it was not made, or what should be known about it.
            note, with_note: Option<FreeText>,
        }
    }
}

impl EnquiryResult {
    /// Whether the patient was asked and wanted not to answer.
    #[must_use]
    pub const fn is_declined(self) -> bool {
        matches!(self, Self::Declined)
    }
}

impl Enquiry {
    /// Direct questions were asked and no concern found.
    #[must_use]
    pub fn no_concern() -> Self {
        Self::new(EnquiryResult::NoConcern)
    }

    /// Whether the question was put to the patient directly. An item of a questionnaire never is
    /// that.
    #[must_use]
    pub fn was_direct(&self) -> bool {
        self.basis == EnquiryBasis::DirectQuestions && self.result != EnquiryResult::NotAsked
    }
}

vocabulary! {
    /// What a concern is about.
    pub open enum ConcernKind {
        /// Thoughts of suicide.
        SuicidalIdeation = "suicidal_ideation",
        /// Intent.
        SuicidalIntent = "suicidal_intent",
        /// A plan.
        SuicidalPlan = "suicidal_plan",
        /// A preparatory act.
        PreparatoryAct = "preparatory_act",
        /// A recent attempt.
        Attempt = "attempt",
        /// Self-harm.
        SelfHarm = "self_harm",
        /// Harm to others.
        HarmToOthers = "harm_to_others",
        /// Being a victim.
        Victimisation = "victimisation",
        /// Safeguarding of a child or a dependent adult.
        Safeguarding = "safeguarding",
        /// Severe neglect of oneself.
        SevereSelfNeglect = "severe_self_neglect",
        /// An acute psychiatric change.
        AcutePsychiatricChange = "acute_psychiatric_change",
    }
}

enum_set! {
    /// Kinds of concern.
    pub struct ConcernKinds(u16) of ConcernKind;
}

impl ConcernKind {
    /// The kinds that one answer covers together with this one: thoughts, plans and acts against
    /// oneself are one matter, and each of the others is one of its own. An answer to self-harm
    /// alone covers thoughts of suicide beside it, and no intent, plan or attempt.
    #[must_use]
    pub const fn alike(self) -> ConcernKinds {
        const AGAINST_ONESELF: ConcernKinds = ConcernKinds::of(&[
            ConcernKind::SuicidalIdeation,
            ConcernKind::SuicidalIntent,
            ConcernKind::SuicidalPlan,
            ConcernKind::PreparatoryAct,
            ConcernKind::Attempt,
            ConcernKind::SelfHarm,
        ]);
        // What was done about harm without the wish to die says nothing of an attempt or a plan.
        const WITHOUT_INTENT: ConcernKinds =
            ConcernKinds::of(&[ConcernKind::SuicidalIdeation, ConcernKind::SelfHarm]);
        if matches!(self, Self::SelfHarm) {
            WITHOUT_INTENT
        } else if AGAINST_ONESELF.contains(self) {
            AGAINST_ONESELF
        } else {
            ConcernKinds::EMPTY.with(self)
        }
    }

    /// Whether a written safety plan, or the reason for not having one, is asked for.
    #[must_use]
    pub const fn asks_for_safety_plan(self) -> bool {
        matches!(
            self,
            Self::SuicidalIntent | Self::SuicidalPlan | Self::PreparatoryAct | Self::Attempt
        )
    }
}

impl ConcernKinds {
    /// The kinds that an answer to these covers.
    #[must_use]
    pub fn alike(self) -> Self {
        self.iter()
            .fold(Self::EMPTY, |all, kind| all.union(kind.alike()))
    }

    /// Whether these are several matters, so that one answer does not cover them all.
    #[must_use]
    pub fn are_several_matters(self) -> bool {
        self.iter()
            .next()
            .is_some_and(|first| !first.alike().includes(self))
    }
}

payload! {
    /// A safety concern was raised.
    pub struct ConcernRaised {
        required {
            /// What it is about.
            kind: ConcernKind,
        }
        may {
            /// Whether there is immediate danger, by the clinician's judgement.
            immediate_danger, with_immediate_danger: bool,
            /// What was seen or said.
            note, with_note: Option<FreeText>,
        }
    }
}

vocabulary! {
    /// What was done about a concern.
    pub open enum SafetyAction {
        /// A safety plan was written or updated.
        SafetyPlan = "safety_plan",
        /// Access to means was dealt with.
        MeansSafety = "means_safety",
        /// Supports were contacted, with consent.
        SupportsContacted = "supports_contacted",
        /// An extra contact was arranged.
        ExtraContact = "extra_contact",
        /// A supervisor or the team was consulted.
        Consultation = "consultation",
        /// Urgent referral to a specialist.
        UrgentReferral = "urgent_referral",
        /// Crisis team.
        CrisisTeam = "crisis_team",
        /// Emergency services.
        EmergencyServices = "emergency_services",
        /// Hospital.
        Hospital = "hospital",
        /// What the law asks for.
        LegalDuty = "legal_duty",
    }
}

enum_set! {
    /// What was done about a concern.
    pub struct SafetyActions(u16) of SafetyAction;
}

payload! {
    /// The response to a concern was documented.
    pub struct SafetyResponse {
        required {
            /// What was done in response.
            actions: SafetyActions,
        }
        may {
            /// Where several concerns stand: the kinds of concern that it answers.
            answers, with_answers: Option<ConcernKinds>,
            /// Why something that would be expected was not done.
            rationale, with_rationale: Option<FreeText>,
            /// Whether the patient was involved.
            patient_involved, with_patient_involved: Stated,
            /// Whether the patient holds a copy of the safety plan.
            patient_holds_plan, with_patient_holds_plan: Stated,
            /// When it is to be reviewed.
            review_on, with_review_on: Option<NaiveDate>,
            /// Remarks for which there is no other field.
            note, with_note: Option<FreeText>,
        }
    }
}

payload! {
    /// A concern was reassessed after a response.
    pub struct SafetyReassessed {
        required {
            /// Whether the concern stands.
            concern_stands: bool,
        }
        may {
            /// When it is to be reviewed again.
            review_on, with_review_on: Option<NaiveDate>,
            /// Remarks for which there is no other field.
            note, with_note: Option<FreeText>,
        }
    }
}

vocabulary! {
    /// Who took over the care for a concern.
    pub open enum Receiver {
        /// A crisis team.
        CrisisTeam = "crisis_team",
        /// Emergency services.
        EmergencyServices = "emergency_services",
        /// A hospital.
        Hospital = "hospital",
        /// A specialist.
        Specialist = "specialist",
        /// The general practitioner.
        GeneralPractitioner = "general_practitioner",
        /// A safeguarding service.
        Safeguarding = "safeguarding",
        /// Somebody else.
        Other = "other",
    }
}

payload! {
    /// The care for a concern was handed to a named receiver.
    #[derive(Copy)]
    pub struct SafetyHandedOver {
        required {
            /// The person or service that took over the care.
            receiver: Receiver,
        }
        may {
            /// Where several concerns stand: the kinds of concern that were handed over.
            answers, with_answers: Option<ConcernKinds>,
        }
    }
}

vocabulary! {
    /// A serious incident.
    pub open enum Incident {
        /// The patient died.
        Death = "death",
        /// A suicide attempt.
        Attempt = "attempt",
        /// Another serious incident.
        Serious = "serious",
    }
}

payload! {
    /// A serious incident was recorded.
    pub struct IncidentRecorded {
        required {
            /// The kind of incident.
            incident: Incident,
        }
        may {
            /// Remarks for which there is no other field.
            note, with_note: Option<FreeText>,
        }
    }
}
