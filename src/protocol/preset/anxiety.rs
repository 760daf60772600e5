//! IPT for social anxiety.

use alloc::borrow::Cow;

use super::{
    ACUTE_16_SPEC, every, indicated, measure, optional, practice, specialisation, trial, worked,
};
use crate::{
    protocol::{
        AreaLabel, Cadence, Cited, DeclaredTask, Dose, EndingPolicy, FocusPolicy, Indication,
        Level, MaintenanceOffer, MeasureSpec, PhaseSpec, Population, Protocol, ProtocolSpec, Span,
        SpecialisationSpec, Stretch,
    },
    source::{Basis, SourceId},
    vocabulary::{Phase, ProblemArea, ProtocolId, TaskToken},
};

const PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Assessment"),
    worked(
        Phase::Initial,
        "Initial phase",
        practice((1, 3), SourceId::SOCIAL_ANXIETY_HANDOUT),
    ),
    worked(Phase::Middle, "Middle phase", Cited::design((4, 11))),
    worked(Phase::Termination, "Termination", Cited::design((12, 14))),
    optional(Phase::Concluded, "Conclusion of treatment"),
];

const CADENCE: &[Stretch] = &[every(7, 1, 14, SourceId::KNOWLEDGE, Basis::Unseen)];

const INDICATIONS: &[Indication] = &[indicated("icd-10", "F40.1"), indicated("icd-11", "6B04")];

const MEASURES: &[MeasureSpec] = &[measure(
    "lsas",
    Level::Should,
    Cadence::EveryWeeks,
    Some(4),
    SourceId::KNOWLEDGE,
    Basis::Unseen,
)];

const AREA_LABELS: &[AreaLabel] = &[AreaLabel {
    area: ProblemArea::InterpersonalDeficits,
    label: Cow::Borrowed("Role insecurity"),
    source: SourceId::CASEBOOK_2012,
    basis: Basis::Manual,
}];

const SPECIALISATIONS: &[SpecialisationSpec] = &[
    specialisation(
        "role_insecurity",
        ProblemArea::InterpersonalDeficits,
        "Role insecurity",
        SourceId::CASEBOOK_2012,
        Basis::Manual,
    ),
    specialisation(
        "therapeutic_transition",
        ProblemArea::RoleTransition,
        "Therapeutic role transition",
        SourceId::CASEBOOK_2012,
        Basis::Manual,
    ),
];

const TASKS: &[DeclaredTask] = &[DeclaredTask {
    token: TaskToken::from_static("illness_not_character"),
    label: Cow::Borrowed("Social anxiety explained as an illness and no trait of character"),
    phase: Phase::Initial,
    by_session: None,
    level: Level::Should,
    source: SourceId::CASEBOOK_2012,
    basis: Basis::Manual,
}];

/// [`SAD_14`] in the open form.
pub const SAD_14_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("sad-14"),
    title: Cow::Borrowed("IPT for adults with social anxiety disorder"),
    parent: Some(ProtocolId::from_static("acute-16")),
    for_whom: Cow::Borrowed("adults with social anxiety disorder"),
    population: Population {
        age_min: Some(Cited::design(18)),
        ..ACUTE_16_SPEC.population
    },
    indications: Cow::Borrowed(INDICATIONS),
    contraindications: Cow::Borrowed(&[]),
    dose: Dose {
        sessions: trial(Span::new(14, 14, 16), SourceId::LIPSITZ_1999),
        minutes: Cited::unseen(Span::new(50, 50, 60)),
        first_minutes: None,
        weeks: Cited::design(Span::new(14, 14, 18)),
        ..ACUTE_16_SPEC.dose
    },
    focus: FocusPolicy {
        advised: Cited::unseen(2),
        deficits_last_resort: Cited::design(false),
        ..ACUTE_16_SPEC.focus
    },
    ending: EndingPolicy {
        maintenance: Cited::unseen(MaintenanceOffer::None),
        ..ACUTE_16_SPEC.ending
    },
    phases: Cow::Borrowed(PHASES),
    cadence: Cow::Borrowed(CADENCE),
    area_labels: Cow::Borrowed(AREA_LABELS),
    specialisations: Cow::Borrowed(SPECIALISATIONS),
    measures: Cow::Borrowed(MEASURES),
    tasks: Cow::Borrowed(TASKS),
    participants: Cow::Borrowed(&[]),
    sources: Cow::Borrowed(&[
        SourceId::LIPSITZ_1999,
        SourceId::CASEBOOK_2012,
        SourceId::SOCIAL_ANXIETY_HANDOUT,
    ]),
    ..ACUTE_16_SPEC
};

/// IPT for social anxiety disorder: fourteen weekly sessions, with words of its own for two areas.
///
/// It differs from [`ACUTE_16`](super::ACUTE_16) in this, and other sources say:
///
/// - **Sessions**: the open trial ran for fourteen weeks (Lipsitz et al. 1999), which at one
///   session a week makes fourteen. A patient hand-out describes a form of sixteen; a booster after
///   either is known in the field and stands in no list. Minutes and the weekly spacing are known
///   in the field; the weeks of slack are ours.
/// - **Phases**: the hand-out gives 1–3, and 4–14 and 15–16 in the longer form. Where the middle
///   phase ends in the shorter one is ours.
/// - **Areas**: transition comes most often, then dispute, and grief is rare (Casebook). Deficits
///   are recast as *role insecurity*, so they are no last resort; that conclusion is ours. The
///   therapist may propose a therapeutic role transition, from a retiring life to another; it is a
///   specialisation of the transition. Two foci may be combined, as is known in the field.
/// - **The illness** is set apart from the patient's character early on (Casebook).
/// - **Diagnosis**: the codes are those known in the field, eighteen years are ours. What the trial
///   excluded was not seen, so only the screen excludes.
/// - **Measures**: the Liebowitz scale every two to four weeks, known in the field; the wider
///   interval is taken.
/// - **Facing feared situations** because life or an attempt brings them about is no exposure; a
///   hierarchy stays off the model.
/// - **People and maintenance**: nobody comes along, and nothing is said of treatment afterwards;
///   known in the field.
pub static SAD_14: Protocol = Protocol::from_static(SAD_14_SPEC);

pub(super) const FAMILY: &[&Protocol] = &[&SAD_14];
