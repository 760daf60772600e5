//! Interpersonal and social rhythm therapy.

use alloc::borrow::Cow;

use super::{
    ACUTE_16_SPEC, every, indicated, manual, may_come, measure, optional, specialisation, trial,
    worked,
};
use crate::{
    protocol::{
        Cadence, Cited, ContactSpec, DeclaredTask, Dose, EndingPolicy, FocusPolicy, Fraction,
        Indication, InitialPolicy, Level, MaintenanceOffer, MaintenancePolicy, MeasurePolicy,
        MeasureSpec, MedicationPolicy, ParticipantSpec, PhaseSpec, Population, Protocol,
        ProtocolSpec, Span, SpecialisationSpec, StepSpec, Stretch, TimingPolicy, WorkPolicy,
    },
    record::{
        contact::ContactWith,
        contract::{TimeFrameKind, TimeFrameKinds},
        inventory::Relation,
        review::{ReviewOption, ReviewOptions},
        setting::{ScreenItem, ScreenSet},
    },
    source::{Basis, SourceId},
    vocabulary::{
        AreaSet, Criterion, EndingTask as E, EndingTaskSet, Phase, ProblemArea, ProtocolId,
        TaskToken, WorkKind, WorkSet,
    },
};

const fn usual(token: &'static str, label: &'static str, phase: Phase) -> DeclaredTask {
    DeclaredTask {
        token: TaskToken::from_static(token),
        label: Cow::Borrowed(label),
        phase,
        by_session: None,
        level: Level::Should,
        source: SourceId::IPSRT_HANDBOOK,
        basis: Basis::Manual,
    }
}

const IPSRT_PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Assessment"),
    worked(Phase::Initial, "Initial phase", Cited::design((1, 4))),
    PhaseSpec {
        phase: Phase::Middle,
        label: Cow::Borrowed("Intermediate phase"),
        typical: Some(Cited::design((5, 16))),
        optional: false,
        ends_on: Some(Cited::unseen(Criterion::STABILISED)),
    },
    PhaseSpec {
        phase: Phase::Maintenance,
        label: Cow::Borrowed("Preventive and final phase"),
        typical: None,
        optional: false,
        ends_on: None,
    },
];

const IPSRT_CADENCE: &[Stretch] = &[every(7, 1, 16, SourceId::KNOWLEDGE, Basis::Unseen)];

const BIPOLAR: &[Indication] = &[
    indicated("icd-10", "F31"),
    indicated("icd-11", "6A60"),
    indicated("icd-11", "6A61"),
];

const SPECIALISATIONS: &[SpecialisationSpec] = &[specialisation(
    "lost_healthy_self",
    ProblemArea::Grief,
    "Grief for the lost healthy self",
    SourceId::IPSRT_HANDBOOK,
    Basis::Manual,
)];

const IPSRT_MEASURES: &[MeasureSpec] = &[
    measure(
        "ham-d-17",
        Level::Should,
        Cadence::EveryWeeks,
        Some(1),
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
    measure(
        "ymrs",
        Level::Should,
        Cadence::EveryWeeks,
        Some(1),
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
    measure(
        "daily-mood",
        Level::May,
        Cadence::Daily,
        None,
        SourceId::IPSRT_HANDBOOK,
        Basis::Manual,
    ),
    measure(
        "srm-5",
        Level::Must,
        Cadence::Daily,
        None,
        SourceId::IPSRT_HANDBOOK,
        Basis::Manual,
    ),
];

const IPSRT_TASKS: &[DeclaredTask] = &[
    usual(
        "social_rhythm_diary",
        "Social rhythm diary begun",
        Phase::Initial,
    ),
    usual("medication_review", "Review of medication", Phase::Initial),
    usual("rhythm_plan", "Plan for regular rhythms", Phase::Middle),
    usual(
        "early_warning_list",
        "List of early warning signs",
        Phase::Middle,
    ),
];

const PARTICIPANTS: &[ParticipantSpec] = &[
    may_come(Relation::Partner),
    may_come(Relation::Parent),
    may_come(Relation::Relative),
];

const IPSRT_CONTACTS: &[ContactSpec] = &[ContactSpec {
    with: ContactWith::Prescriber,
    level: Level::Must,
    source: SourceId::IPSRT_HANDBOOK,
    basis: Basis::Manual,
}];

/// [`IPSRT`] in the open form.
pub const IPSRT_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("ipsrt"),
    title: Cow::Borrowed("Interpersonal and social rhythm therapy (IPSRT)"),
    parent: Some(ProtocolId::from_static("acute-16")),
    for_whom: Cow::Borrowed("adults with bipolar I or II disorder in the care of a psychiatrist"),
    population: Population {
        age_min: Some(Cited::design(18)),
        excluded: Cited::design(ScreenSet::EXCLUDING.without(ScreenItem::Bipolar)),
        ..ACUTE_16_SPEC.population
    },
    indications: Cow::Borrowed(BIPOLAR),
    contraindications: Cow::Borrowed(&[]),
    dose: Dose {
        sessions: Cited::design(Span::new(13, 16, 30)),
        minutes: Cited::unseen(Span::new(45, 50, 60)),
        first_minutes: None,
        weeks: Cited::design(Span::new(12, 20, 40)),
        time_frames: Cited::design(TimeFrameKinds::of(&[
            TimeFrameKind::Sessions,
            TimeFrameKind::Weeks,
            TimeFrameKind::SessionsWithinWeeks,
            TimeFrameKind::UntilReview,
        ])),
        ..ACUTE_16_SPEC.dose
    },
    focus: FocusPolicy {
        areas: manual(AreaSet::ALL, SourceId::IPSRT_HANDBOOK),
        ..ACUTE_16_SPEC.focus
    },
    specialisations: Cow::Borrowed(SPECIALISATIONS),
    initial: InitialPolicy {
        sessions_usual: manual(5, SourceId::FRANK_2007_IPSRT),
        sessions_most: manual(8, SourceId::IPSRT_HANDBOOK),
        ..ACUTE_16_SPEC.initial
    },
    ending: EndingPolicy {
        sessions_min: Cited::design(0),
        sessions_max: Cited::design(0),
        announce_note_below: Cited::design(2),
        announce_warn_below: Cited::design(1),
        tasks: Cited::design(EndingTaskSet::of(&[
            E::MaintenanceDecision,
            E::MedicationPlan,
            E::OutcomeRecorded,
        ])),
        maintenance: manual(MaintenanceOffer::Defining, SourceId::FRANK_2007_IPSRT),
        maintenance_with_all: Cited::design(true),
        ..ACUTE_16_SPEC.ending
    },
    maintenance: MaintenancePolicy {
        interval_days: Cited::unseen(Span::new(14, 30, 31)),
        months: Some(Cited::unseen(Span::new(24, 24, 24))),
        ..ACUTE_16_SPEC.maintenance
    },
    timing: TimingPolicy {
        taper: Cited::unseen(true),
        extensions_max: Cited::design(2),
        ..ACUTE_16_SPEC.timing
    },
    measurement: MeasurePolicy {
        max_gap: Cited::unseen(1),
        ..ACUTE_16_SPEC.measurement
    },
    work: WorkPolicy {
        between_sessions: manual(
            WorkSet::of(&[WorkKind::Attempt, WorkKind::Diary]),
            SourceId::IPSRT_HANDBOOK,
        ),
        medication: manual(MedicationPolicy::Expected, SourceId::IPSRT_HANDBOOK),
        ..ACUTE_16_SPEC.work
    },
    phases: Cow::Borrowed(IPSRT_PHASES),
    cadence: Cow::Borrowed(IPSRT_CADENCE),
    measures: Cow::Borrowed(IPSRT_MEASURES),
    tasks: Cow::Borrowed(IPSRT_TASKS),
    participants: Cow::Borrowed(PARTICIPANTS),
    contacts: Cow::Borrowed(IPSRT_CONTACTS),
    sources: Cow::Borrowed(&[SourceId::IPSRT_HANDBOOK, SourceId::FRANK_2007_IPSRT]),
    ..ACUTE_16_SPEC
};

/// Interpersonal and social rhythm therapy for bipolar disorder: a daily diary, medication, and
/// phases that end when the patient is stable.
///
/// It differs from [`ACUTE_16`](super::ACUTE_16) in this, and other sources say:
///
/// - **Phases** hang on the patient's state. The initial one takes three to five sessions (Frank et
///   al. 2007), or two weeks to two months of weekly sessions (a handbook chapter), which are
///   counted as eight at most; the intermediate one ten to twelve typically, and nine to ten months
///   where there is borderline personality disorder too (Frank et al. 2007). It ends when the
///   patient is stable: four weeks of low scores on both scales, known in the field, and judged
///   here by a person.
/// - **Sessions and weeks** are the sum of these: thirteen at least and sixteen as a rule, thirty
///   in nine months as is known of a large study. The sum counts as ours, and so do the numbers of
///   the phases. That the intermediate phase is weekly too is known in the field.
/// - **The preventive phase** lasts two years, every two weeks for twelve weeks and then monthly,
///   and a final phase of several monthly visits follows: known in the field. Both are maintenance
///   on a contract of its own and stand as one phase, since none comes after it; there is no
///   termination. What the end of the intermediate phase has to arrange is ours.
/// - **The diary** of social rhythms is kept each day from the initial phase on, and somebody
///   prescribes for each patient: both indispensable, in the handbook chapter. Which version of the
///   diary is known in the field. Review of medication, a plan for rhythms and a list of early
///   warning signs are usual, in the same chapter.
/// - **Measures**: scales of depression and of mania each session or week; which of them is known
///   in the field. Mood is rated each day as well (the handbook chapter); that rating is not asked
///   for by itself.
/// - **Bipolar disorder is no exclusion**; the other questions are those of the standard form. The
///   codes are those known in the field, eighteen years are ours.
/// - **Areas**: four, and grief for the lost healthy self, which asks for no death (the handbook
///   chapter).
/// - **Two extensions** are ours. Relatives may come, as is known in the field.
pub static IPSRT: Protocol = Protocol::from_static(IPSRT_SPEC);

const BP2_PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Assessment"),
    worked(Phase::Initial, "Initial phase", Cited::design((1, 4))),
    worked(Phase::Middle, "Intermediate phase", Cited::design((5, 12))),
    worked(
        Phase::Continuation,
        "Continuation",
        trial((13, 20), SourceId::SWARTZ_2009),
    ),
];

const BP2_CADENCE: &[Stretch] = &[every(7, 1, 20, SourceId::SWARTZ_2009, Basis::Trial)];

const BIPOLAR_II: &[Indication] = &[indicated("icd-10", "F31.8"), indicated("icd-11", "6A61")];

const BP2_TASKS: &[DeclaredTask] = &[
    usual(
        "social_rhythm_diary",
        "Social rhythm diary begun",
        Phase::Initial,
    ),
    usual("rhythm_plan", "Plan for regular rhythms", Phase::Middle),
    usual(
        "early_warning_list",
        "List of early warning signs",
        Phase::Middle,
    ),
];

const BP2_CONTACTS: &[ContactSpec] = &[ContactSpec {
    with: ContactWith::Prescriber,
    level: Level::May,
    source: SourceId::SWARTZ_2009,
    basis: Basis::Trial,
}];

const BP2_STEPS: &[StepSpec] = &[StepSpec {
    criterion: Criterion::from_static("response"),
    label: Cow::Borrowed("Whether lamotrigine is added"),
    by_session: Some(12),
    by_week: Some(12),
    options: ReviewOptions::of(&[ReviewOption::AddMedication]),
    source: SourceId::SWARTZ_2009,
    basis: Basis::Trial,
}];

/// [`IPSRT_BP2`] in the open form.
pub const IPSRT_BP2_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("ipsrt-bp2"),
    title: Cow::Borrowed("IPSRT for bipolar II depression without medication at first"),
    parent: Some(ProtocolId::from_static("ipsrt")),
    for_whom: Cow::Borrowed("adults with bipolar II depression who take no medication"),
    indications: Cow::Borrowed(BIPOLAR_II),
    dose: Dose {
        sessions: trial(Span::new(20, 20, 20), SourceId::SWARTZ_2009),
        weeks: trial(Span::new(20, 20, 20), SourceId::SWARTZ_2009),
        time_frames: ACUTE_16_SPEC.dose.time_frames,
        ..IPSRT_SPEC.dose
    },
    initial: InitialPolicy {
        sessions_most: ACUTE_16_SPEC.initial.sessions_most,
        ..IPSRT_SPEC.initial
    },
    ending: EndingPolicy {
        tasks: Cited::design(EndingTaskSet::of(&[E::OutcomeRecorded])),
        maintenance: Cited::unseen(MaintenanceOffer::None),
        maintenance_with_all: Cited::design(false),
        ..IPSRT_SPEC.ending
    },
    maintenance: MaintenancePolicy {
        interval_days: trial(Span::new(7, 7, 7), SourceId::SWARTZ_2009),
        months: None,
        ..IPSRT_SPEC.maintenance
    },
    timing: TimingPolicy {
        twice_weekly: Cited::design(false),
        taper: Cited::design(false),
        extensions_max: Cited::design(0),
        extension_sessions_max: Cited::design(0),
        ..IPSRT_SPEC.timing
    },
    measurement: MeasurePolicy {
        max_gap: trial(1, SourceId::SWARTZ_2009),
        review_by: trial(12, SourceId::SWARTZ_2009),
        review_response: trial(Fraction::new(1, 2), SourceId::SWARTZ_2009),
    },
    work: WorkPolicy {
        medication: trial(MedicationPolicy::WithheldFirst, SourceId::SWARTZ_2009),
        medication_withheld_weeks: Some(trial(12, SourceId::SWARTZ_2009)),
        ..IPSRT_SPEC.work
    },
    phases: Cow::Borrowed(BP2_PHASES),
    cadence: Cow::Borrowed(BP2_CADENCE),
    tasks: Cow::Borrowed(BP2_TASKS),
    contacts: Cow::Borrowed(BP2_CONTACTS),
    steps: Cow::Borrowed(BP2_STEPS),
    sources: Cow::Borrowed(&[
        SourceId::SWARTZ_2009,
        SourceId::IPSRT_HANDBOOK,
        SourceId::FRANK_2007_IPSRT,
    ]),
    ..IPSRT_SPEC
};

/// IPSRT for bipolar II depression: twelve weekly sessions without medication, then eight.
///
/// It differs from [`IPSRT`] in this, and other sources say:
///
/// - **Sessions**: twelve weekly, then eight weekly, in twenty weeks (Swartz et al. 2009). The
///   eight stand as the continuation. Where the initial phase ends, and five sessions as the most
///   of it, are ours, and so is that treatment is neither extended nor held twice a week, and that
///   it ends without tasks of its own.
/// - **Medication** is withheld for twelve weeks; lamotrigine is added for those who have not
///   responded by then. Response was a fall of one half without a rise in mania; the fall is a
///   parameter, the rise is part of the judgement. The prescriber comes in then and not before.
/// - **Measures** of depression and of mania each week, in the same trial; which of them is known
///   in the field.
/// - **Leaving early**: 41 % did.
/// - **No maintenance** belongs to it, as is known in the field.
pub static IPSRT_BP2: Protocol = Protocol::from_static(IPSRT_BP2_SPEC);

pub(super) const FAMILY: &[&Protocol] = &[&IPSRT, &IPSRT_BP2];
