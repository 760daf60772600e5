//! Family-based IPT for children.

use alloc::borrow::Cow;

use super::{ACUTE_16_SPEC, every, manual, measure, optional, worked};
use crate::{
    protocol::{
        Cadence, Cited, DeclaredTask, Dose, EndingPolicy, FocusPolicy, Format, InitialPolicy,
        Level, MaintenanceOffer, MeasureSpec, ParticipantSpec, PhaseSpec, Population, Protocol,
        ProtocolSpec, Span, StepSpec, Stretch, TechniqueSpec,
    },
    record::{
        inventory::Relation,
        review::{ReviewOption, ReviewOptions},
    },
    source::{Basis, SourceId},
    vocabulary::{AreaSet, Criterion, Phase, ProtocolId, SickRole, TaskToken, Technique},
};

const fn scripted(token: &'static str, label: &'static str, phase: Phase, by: u16) -> DeclaredTask {
    DeclaredTask {
        token: TaskToken::from_static(token),
        label: Cow::Borrowed(label),
        phase,
        by_session: Some(by),
        level: Level::Should,
        source: SourceId::DIETZ_2018,
        basis: Basis::Manual,
    }
}

const PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Assessment"),
    worked(
        Phase::Initial,
        "Initial phase",
        manual((1, 5), SourceId::DIETZ_2018),
    ),
    worked(
        Phase::Middle,
        "Middle phase",
        manual((6, 11), SourceId::DIETZ_2018),
    ),
    worked(
        Phase::Termination,
        "Termination",
        manual((12, 14), SourceId::DIETZ_2018),
    ),
    optional(Phase::Concluded, "Conclusion of acute treatment"),
    optional(Phase::Continuation, "Continuation"),
    optional(Phase::Maintenance, "Maintenance"),
];

const CADENCE: &[Stretch] = &[every(7, 1, 14, SourceId::KNOWLEDGE, Basis::Unseen)];

const MEASURES: &[MeasureSpec] = &[
    measure(
        "mood-thermometer",
        Level::Should,
        Cadence::EverySession,
        None,
        SourceId::DIETZ_2018,
        Basis::Manual,
    ),
    measure(
        "cdrs-r",
        Level::May,
        Cadence::BeforeAndAfter,
        None,
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
    measure(
        "mfq",
        Level::May,
        Cadence::BeforeAndAfter,
        None,
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
];

const TASKS: &[DeclaredTask] = &[
    scripted("mood_thermometer", "Mood thermometer", Phase::Initial, 1),
    scripted("closeness_circle", "Closeness circle", Phase::Initial, 2),
    scripted("parent_tips", "Parent tips", Phase::Initial, 4),
    scripted("tween_tips", "Tween tips", Phase::Middle, 9),
    scripted(
        "interpersonal_experiments",
        "Interpersonal experiments",
        Phase::Middle,
        11,
    ),
    scripted(
        "early_warning_list",
        "List of early warning signs",
        Phase::Termination,
        13,
    ),
    scripted("goodbye", "Goodbye", Phase::Termination, 14),
];

const PARTICIPANTS: &[ParticipantSpec] = &[ParticipantSpec {
    relation: Relation::Parent,
    level: Level::Must,
    sessions: Some(14),
    source: SourceId::KNOWLEDGE,
    basis: Basis::Unseen,
}];

const fn usual(technique: Technique) -> TechniqueSpec {
    TechniqueSpec {
        technique,
        level: Level::Should,
        source: SourceId::DIETZ_2018,
        basis: Basis::Manual,
    }
}

const TECHNIQUES: &[TechniqueSpec] = &[
    usual(Technique::ClosenessCircle),
    usual(Technique::DirectiveTechniques),
];

const STEPS: &[StepSpec] = &[StepSpec {
    criterion: Criterion::from_static("response"),
    label: Cow::Borrowed("Whether maintenance, alone or in a group, or a step up follows"),
    by_session: Some(14),
    by_week: None,
    options: ReviewOptions::of(&[ReviewOption::OtherTherapy, ReviewOption::SpecialistReview]),
    source: SourceId::DIETZ_2018,
    basis: Basis::Manual,
}];

/// [`FB_14`] in the open form.
pub const FB_14_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("fb-14"),
    title: Cow::Borrowed("Family-based IPT for depressed preadolescents"),
    parent: Some(ProtocolId::from_static("acute-16")),
    for_whom: Cow::Borrowed("children of seven to twelve with depression, and a parent"),
    format: Format::Dyadic,
    population: Population {
        age_min: Some(manual(7, SourceId::DIETZ_2018)),
        age_max: Some(manual(12, SourceId::DIETZ_2018)),
        ..ACUTE_16_SPEC.population
    },
    dose: Dose {
        sessions: manual(Span::new(14, 14, 14), SourceId::DIETZ_2018),
        minutes: Cited::unseen(Span::new(45, 50, 60)),
        first_minutes: None,
        weeks: Cited::design(Span::new(14, 14, 18)),
        ..ACUTE_16_SPEC.dose
    },
    focus: FocusPolicy {
        areas: Cited::unseen(AreaSet::ALL),
        ..ACUTE_16_SPEC.focus
    },
    initial: InitialPolicy {
        sessions_usual: manual(5, SourceId::DIETZ_2018),
        sessions_most: Cited::design(6),
        // Taken over from the standard list: the chapters were not read.
        tasks: Cited::unseen(ACUTE_16_SPEC.initial.tasks.value),
        sick_role: Cited::design(Some(SickRole::Limited)),
        ..ACUTE_16_SPEC.initial
    },
    ending: EndingPolicy {
        announce_note_below: manual(2, SourceId::DIETZ_2018),
        maintenance: manual(MaintenanceOffer::Optional, SourceId::DIETZ_2018),
        ..ACUTE_16_SPEC.ending
    },
    phases: Cow::Borrowed(PHASES),
    cadence: Cow::Borrowed(CADENCE),
    measures: Cow::Borrowed(MEASURES),
    techniques: Cow::Borrowed(TECHNIQUES),
    tasks: Cow::Borrowed(TASKS),
    participants: Cow::Borrowed(PARTICIPANTS),
    steps: Cow::Borrowed(STEPS),
    sources: Cow::Borrowed(&[SourceId::DIETZ_2018]),
    ..ACUTE_16_SPEC
};

/// Family-based IPT for children of seven to twelve: fourteen scripted sessions with a parent.
///
/// It differs from [`ACUTE_16`](super::ACUTE_16) in this, and other sources say:
///
/// - **Ages**: 7 to 12 in one account of the manual, 8 to 12 in another; the wider one is taken.
/// - **Sessions** and what each is for follow the contents of Dietz, Weinberg & Mufson 2018: mood
///   thermometer (1), closeness circle (2), inventory (3), parent tips (4), formulation (5),
///   communication skills (6–9), experiments (10–11), the ending planned (12), early warning signs
///   (13), goodbye (14). The chapters were not read, so each task is usual and none indispensable.
///   With the ending planned in session 12, two are left after it is spoken of. Minutes are known
///   in the field; the weeks of slack and six as the most initial sessions are ours.
/// - **A parent** is there each session: indispensable, as is known in the field; the child is seen
///   first, then both.
/// - **The sick role** is a limited one, as in the treatment of adolescents; that choice is ours.
/// - **Areas**: grief is rare, as is known in the field; all four are kept.
/// - **Experiments** with people are the protocol's own task; they are no exposure.
/// - **Tips** are taught and the circle is drawn, so directive techniques and the circle are usual
///   here.
/// - **Afterwards** come maintenance, alone or in a group, or a step up, as a listing of the same
///   book says; that a step up may be another therapy or a specialist's opinion is ours.
/// - **Measures**: the mood thermometer each session; the interview and the questionnaire before
///   and after are known in the field.
pub static FB_14: Protocol = Protocol::from_static(FB_14_SPEC);

pub(super) const FAMILY: &[&Protocol] = &[&FB_14];
