//! Who treats, under which conditions: opening, reporting, therapist, supervision, consent,
//! suitability.

use crate::{
    base::{
        payload::payload,
        set::{enum_set, vocabulary},
        shape::{Documented, Shape},
        text::FreeText,
    },
    vocabulary::{ActorRef, AppKey, Label, Phase, Reporting, Stated},
};

vocabulary! {
    /// Why a course follows another.
    pub open enum CourseLink {
        /// The illness came back after the other was closed.
        Recurrence = "recurrence",
        /// The other was not enough, and more is given.
        StepUp = "step_up",
        /// Less is given after the other.
        StepDown = "step_down",
        /// Another form suits better.
        Switch = "switch",
        /// It is the next part of one plan, such as maintenance after acute treatment elsewhere.
        NextPart = "next_part",
    }
}

payload! {
    /// Opens the course. It says in which phase the record begins and which topics the record
    /// reports in full.
    #[derive(Copy)]
    pub struct Opened {
        required {
            /// The phase in which the record begins.
            phase: Phase,
            /// The topics that the record reports in full.
            reporting: Reporting,
        }
        may {
            /// Sessions held before the record begins, if it begins in mid-course and the number is
            /// known.
            sessions_before, with_sessions_before: Option<u16>,
            /// Whether sessions were held before the record begins, where their number is not known.
            midway, with_midway: bool,
            /// The application's key of the course that this one follows.
            follows, with_follows: Option<AppKey>,
            /// Why this course follows the earlier one.
            link, with_link: Option<CourseLink>,
        }
    }
}

impl Opened {
    /// The record begins in that phase, and reports no topic in full.
    ///
    /// Then silence says nothing: a rule that asks for what is not on record answers *cannot be
    /// told*. A record that is kept in full for some topics, or for all of them, says so with
    /// [`with_reporting`](Self::with_reporting), and what is missing there is a finding.
    ///
    /// ```
    /// use interpersonal::{Phase, Reporting, Topic, record::setting::Opened};
    ///
    /// let excerpt = Opened::in_phase(Phase::Initial);
    /// assert_eq!(excerpt.reporting, Reporting::EXCERPT);
    /// let sessions = excerpt.with_reporting([Topic::Sessions, Topic::Measures]);
    /// let everything = excerpt.with_reporting(Reporting::COMPLETE);
    /// assert!(sessions != everything);
    /// ```
    #[must_use]
    pub fn in_phase(phase: Phase) -> Self {
        Self::new(phase, Reporting::EXCERPT)
    }

    /// The topics that the record reports in full.
    #[must_use]
    pub fn with_reporting(mut self, reporting: impl Into<Reporting>) -> Self {
        self.reporting = reporting.into();
        self
    }
}

payload! {
    /// From this day on the record reports other topics in full.
    #[derive(Copy)]
    pub struct ReportingChanged {
        required {
            /// The topics from this day on.
            reporting: Reporting,
        }
        may {}
    }
}

vocabulary! {
    /// A therapist's standing.
    pub open enum TherapistKind {
        /// A mental-health professional.
        Specialist = "specialist",
        /// A professional in IPT training.
        Trainee = "trainee",
        /// A health worker outside mental health, under supervision.
        SupervisedNonspecialist = "supervised_nonspecialist",
        /// A trained lay person, under supervision.
        Lay = "lay",
        /// Software without a therapist.
        Software = "software",
    }
}

payload! {
    /// A therapist takes on the course.
    pub struct TherapistAssigned {
        required {
            /// The therapist who takes on the course.
            therapist: ActorRef,
        }
        may {
            /// The therapist's professional standing.
            kind, with_kind: Option<TherapistKind>,
            /// The level of IPT training, in the words of the site.
            training, with_training: Option<Label>,
            /// Whether supervision is arranged.
            supervision, with_supervision: Stated,
        }
    }
}

vocabulary! {
    /// The form of a supervision.
    pub open enum SupervisionForm {
        /// One to one.
        Individual = "individual",
        /// In a group.
        Group = "group",
        /// Among equals.
        Peer = "peer",
        /// During the session.
        Live = "live",
        /// On recordings of sessions.
        Recording = "recording",
        /// On written notes.
        Notes = "notes",
    }
}

payload! {
    /// A supervision took place.
    #[derive(Copy)]
    pub struct SupervisionHeld {
        required {}
        may {
            /// How many sessions it covered.
            sessions_covered, with_sessions_covered: Option<u16>,
            /// The person who supervised.
            supervisor, with_supervisor: Option<ActorRef>,
            /// Its form, such as in a group or on recordings.
            form, with_form: Option<SupervisionForm>,
        }
    }
}

payload! {
    /// An external rating of adherence. The crate stores it and never computes one.
    #[derive(Copy)]
    pub struct AdherenceRated {
        required {
            /// The mean rating in tenths: 32 is 3.2.
            tenths(plain): u8,
            /// The highest rating of the scale.
            of(plain): u8,
        }
        may {}
    }
}

vocabulary! {
    /// How far the patient consents.
    pub closed enum ConsentState {
        /// To treatment as explained.
        Given = "given",
        /// With limits.
        Limited = "limited",
        /// Consent is withdrawn.
        Withdrawn = "withdrawn",
    }
}

payload! {
    /// The patient's consent. Recording that it is given, with the limits of confidentiality
    /// explained, counts as the task `consent_and_limits`.
    #[derive(Copy)]
    pub struct ConsentRecorded {
        required {
            /// Whether consent is given, limited or withdrawn.
            state: ConsentState,
        }
        may {
            /// Whether the limits of confidentiality were explained.
            limits_explained, with_limits_explained: Stated,
        }
    }
}

vocabulary! {
    /// A question of the exclusion screen, with what a positive answer means.
    pub open enum ScreenItem {
        /// Mania, hypomania, or bipolar disorder without a mood stabiliser. Not IPT alone.
        Bipolar = "bipolar",
        /// Psychotic symptoms. Not IPT alone.
        Psychosis = "psychosis",
        /// Primary substance dependence. Not IPT alone.
        SubstanceDependence = "substance_dependence",
        /// Obsessive-compulsive disorder or specific phobia as the target. Not IPT alone.
        OcdOrPhobiaTarget = "ocd_or_phobia_target",
        /// Delirium, or dementia severe enough to prevent the work. Not IPT alone.
        SevereCognitiveImpairment = "severe_cognitive_impairment",
        /// Imminent danger. Not now: handle it first.
        ImminentDanger = "imminent_danger",
        /// A physical illness that mimics the disorder. Not IPT alone.
        MedicalMimic = "medical_mimic",
        /// Chronic depression. Works less clearly.
        ChronicDepression = "chronic_depression",
        /// Marked symptoms of personality disorder. Works less clearly.
        PersonalityDisorder = "personality_disorder",
        /// Violence or coercive control in a close relationship. Safety first.
        OngoingViolence = "ongoing_violence",
    }
}

enum_set! {
    /// A set of questions of the exclusion screen.
    pub struct ScreenSet(u16) of ScreenItem;
}

impl ScreenSet {
    /// The questions whose positive answer means that IPT alone does not fit, or does not fit now.
    pub const EXCLUDING: Self = Self::of(&[
        ScreenItem::Bipolar,
        ScreenItem::Psychosis,
        ScreenItem::SubstanceDependence,
        ScreenItem::OcdOrPhobiaTarget,
        ScreenItem::SevereCognitiveImpairment,
        ScreenItem::ImminentDanger,
        ScreenItem::MedicalMimic,
    ]);
    /// The questions whose positive answer asks for a reason for offering IPT.
    pub const CAUTIONING: Self = Self::of(&[
        ScreenItem::ChronicDepression,
        ScreenItem::PersonalityDisorder,
    ]);
}

payload! {
    /// The exclusion screen. Recording it counts as the task `bipolar_psychosis_substance_screen`.
    pub struct ScreeningDone {
        required {}
        may {
            /// The questions of the screen that were answered yes.
            present, with_present: ScreenSet,
            /// The questions of the screen that were answered no.
            absent, with_absent: ScreenSet,
            /// Whether a specialist plan covers what is present.
            specialist_plan, with_specialist_plan: Stated,
            /// Why IPT is offered although something is present.
            reason, with_reason: Option<FreeText>,
        }
    }
}

vocabulary! {
    /// Whether IPT suits this patient now.
    pub closed enum Suitability {
        /// It does.
        Suitable = "suitable",
        /// It does, with cautions.
        WithCautions = "with_cautions",
        /// It does not.
        Unsuitable = "unsuitable",
    }
}

payload! {
    /// The decision on suitability. It is a person's decision, never a score's.
    pub struct SuitabilityDecided {
        required {
            /// Whether IPT suits the patient.
            decision: Suitability,
        }
        may {
            /// The reason for the decision.
            reason, with_reason: Option<FreeText>,
        }
    }
}

payload! {
    /// A phase begins.
    #[derive(Copy)]
    pub struct PhaseBegun {
        required {
            /// The phase that begins.
            phase: Phase,
        }
        may {
            /// The module of the phase, for protocols that divide one into labelled stretches.
            module, with_module: Option<Label>,
        }
    }
}

vocabulary! {
    /// A document of the case file.
    pub open enum Document {
        /// The case report.
        CaseReport = "case_report",
        /// The inventory on paper.
        Inventory = "inventory",
        /// The formulation on paper.
        Formulation = "formulation",
        /// The closing summary.
        Summary = "summary",
        /// The ratings.
        Ratings = "ratings",
        /// The therapist's rating of their own work.
        SelfRating = "self_rating",
    }
}

payload! {
    /// A document was put on file.
    #[derive(Copy)]
    pub struct DocumentFiled {
        required {
            /// The kind of document.
            document: Document,
        }
        may {}
    }
}

/// Why the record left the protocol, for a waiver.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum DeviationCategory {
    /// A crisis came first.
    #[cfg_attr(feature = "serde", serde(rename = "safety_crisis"))]
    SafetyCrisis,
    /// A bereavement or another life event.
    #[cfg_attr(feature = "serde", serde(rename = "new_life_event"))]
    NewLifeEvent,
    /// Admission to hospital.
    #[cfg_attr(feature = "serde", serde(rename = "hospitalisation"))]
    Hospitalisation,
    /// Physical illness or pregnancy.
    #[cfg_attr(feature = "serde", serde(rename = "physical_illness_or_pregnancy"))]
    PhysicalIllnessOrPregnancy,
    /// Another disorder beside the target.
    #[cfg_attr(feature = "serde", serde(rename = "comorbidity"))]
    Comorbidity,
    /// Adaptation to culture or language.
    #[cfg_attr(feature = "serde", serde(rename = "cultural_or_language_adaptation"))]
    CulturalOrLanguageAdaptation,
    /// Adjustment for a disability.
    #[cfg_attr(feature = "serde", serde(rename = "disability_adjustment"))]
    DisabilityAdjustment,
    /// The patient prefers it.
    #[cfg_attr(feature = "serde", serde(rename = "patient_preference"))]
    PatientPreference,
    /// Scheduling, or the service.
    #[cfg_attr(feature = "serde", serde(rename = "scheduling_or_service"))]
    SchedulingOrService,
    /// The therapist is away.
    #[cfg_attr(feature = "serde", serde(rename = "therapist_absence"))]
    TherapistAbsence,
    /// Engagement takes time.
    #[cfg_attr(feature = "serde", serde(rename = "slow_engagement"))]
    SlowEngagement,
    /// A research protocol asks for it.
    #[cfg_attr(feature = "serde", serde(rename = "research_protocol"))]
    ResearchProtocol,
    /// The supervisor advised it.
    #[cfg_attr(feature = "serde", serde(rename = "supervisor_advice"))]
    SupervisorAdvice,
    /// Something else, in words.
    #[cfg_attr(feature = "serde", serde(rename = "other"))]
    Other(FreeText),
}

impl Documented for DeviationCategory {
    const SHAPE: Shape = Shape::Either(
        &Shape::Names(
            "DeviationCategory",
            &[
                ("safety_crisis", "A crisis came first."),
                ("new_life_event", "A bereavement or another life event."),
                ("hospitalisation", "Admission to hospital."),
                (
                    "physical_illness_or_pregnancy",
                    "Physical illness or pregnancy.",
                ),
                ("comorbidity", "Another disorder beside the target."),
                (
                    "cultural_or_language_adaptation",
                    "Adaptation to culture or language.",
                ),
                ("disability_adjustment", "Adjustment for a disability."),
                ("patient_preference", "The patient prefers it."),
                ("scheduling_or_service", "Scheduling, or the service."),
                ("therapist_absence", "The therapist is away."),
                ("slow_engagement", "Engagement takes time."),
                ("research_protocol", "A research protocol asks for it."),
                ("supervisor_advice", "The supervisor advised it."),
            ],
        ),
        &Shape::OneOf(
            "OtherDeviation",
            &[("other", "Something else, in words.", &FreeText::SHAPE)],
        ),
    );
}
