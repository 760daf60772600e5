//! IPT in late life.

use alloc::borrow::Cow;

use super::{
    ACUTE_16_SPEC, every, manual, measure, optional, practice, specialisation, trial, worked,
};
use crate::{
    protocol::{
        Adjustment, Cadence, Cited, ContactSpec, DeclaredTask, Dose, EndingPolicy, FocusPolicy,
        Format, InitialPolicy, Level, MaintenanceOffer, MaintenancePolicy, MeasureSpec,
        MedicationPolicy, MiddlePolicy, ParticipantSpec, PhaseSpec, Population, Protocol,
        ProtocolSpec, Span, SpecialisationSpec, Stretch, TimingPolicy, WorkPolicy,
    },
    record::{
        contact::ContactWith,
        contract::{TimeFrameKind, TimeFrameKinds},
        inventory::Relation,
        setting::{ScreenItem, ScreenSet},
    },
    source::{Basis, SourceId},
    vocabulary::{
        AreaSet, Criterion, EndingTask, EndingTaskSet, Phase, ProblemArea, ProtocolId, RuleCode,
        Severity, TaskToken,
    },
};

const CADENCE: &[Stretch] = &[every(7, 1, 16, SourceId::MILLER_1994, Basis::Trial)];

const MEASURES: &[MeasureSpec] = &[measure(
    "ham-d-17",
    Level::May,
    Cadence::EverySession,
    None,
    SourceId::KNOWLEDGE,
    Basis::Unseen,
)];

const CONTACTS: &[ContactSpec] = &[ContactSpec {
    with: ContactWith::Prescriber,
    level: Level::May,
    source: SourceId::KNOWLEDGE,
    basis: Basis::Unseen,
}];

/// [`LATE_LIFE`] in the open form.
pub const LATE_LIFE_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("late-life"),
    title: Cow::Borrowed("IPT with medication for depression in late life"),
    parent: Some(ProtocolId::from_static("acute-16")),
    for_whom: Cow::Borrowed(
        "people of sixty or more with major depression, who take medication as well",
    ),
    population: Population {
        age_min: Some(trial(60, SourceId::MTLLD)),
        ..ACUTE_16_SPEC.population
    },
    dose: Dose {
        sessions: Cited::unseen(Span::new(12, 16, 20)),
        minutes: Cited::unseen(Span::new(45, 50, 60)),
        first_minutes: None,
        weeks: Cited::unseen(Span::new(12, 16, 24)),
        time_frames: Cited::design(TimeFrameKinds::of(&[
            TimeFrameKind::Sessions,
            TimeFrameKind::Weeks,
            TimeFrameKind::SessionsWithinWeeks,
        ])),
        ..ACUTE_16_SPEC.dose
    },
    focus: FocusPolicy {
        areas: practice(AreaSet::ALL, SourceId::OLDER_ADULTS_OVERVIEW),
        ..ACUTE_16_SPEC.focus
    },
    ending: EndingPolicy {
        maintenance: Cited::unseen(MaintenanceOffer::Standard),
        maintenance_with_all: Cited::unseen(true),
        ..ACUTE_16_SPEC.ending
    },
    maintenance: MaintenancePolicy {
        months: Some(Cited::unseen(Span::new(1, 36, 36))),
        ..ACUTE_16_SPEC.maintenance
    },
    timing: TimingPolicy {
        taper: Cited::unseen(true),
        ..ACUTE_16_SPEC.timing
    },
    work: WorkPolicy {
        medication: trial(MedicationPolicy::Expected, SourceId::MTLLD),
        ..ACUTE_16_SPEC.work
    },
    cadence: Cow::Borrowed(CADENCE),
    measures: Cow::Borrowed(MEASURES),
    contacts: Cow::Borrowed(CONTACTS),
    sources: Cow::Borrowed(&[
        SourceId::MTLLD,
        SourceId::MILLER_1994,
        SourceId::MILLER_2005,
        SourceId::OLDER_ADULTS_OVERVIEW,
    ]),
    ..ACUTE_16_SPEC
};

/// IPT with medication for people of sixty or more, as in the maintenance therapies study.
///
/// It differs from [`ACUTE_16`](super::ACUTE_16) in this, and other sources say:
///
/// - **Age and medication**: 180 patients of sixty or more had nortriptyline and IPT. Transition
///   made up 41 %, dispute 34.5 %, grief 23 %.
/// - **Sessions and weeks** are known in the field; six bereaved patients had 17 weekly sessions on
///   average (Miller et al. 1994). That spacing widens towards the end is known too. How far
///   treatment goes depends on how the patient is, so a frame of weeks alone is allowed; that is
///   ours.
/// - **Areas**: one or two of four (Oxford Research Encyclopedia).
/// - **Maintenance** monthly for up to three years: known in the field, and so is the weekly
///   Hamilton scale.
/// - A session may be held by telephone or be short because of illness (Miller et al. 2005).
/// - **A psychiatrist** looks after the medication, as is known in the field; whether the therapist
///   is in contact with them is left open.
pub static LATE_LIFE: Protocol = Protocol::from_static(LATE_LIFE_SPEC);

const CI_PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Assessment"),
    worked(Phase::Initial, "Initial phase", Cited::unseen((1, 4))),
    PhaseSpec {
        phase: Phase::Middle,
        label: Cow::Borrowed("Middle phase"),
        typical: Some(Cited::unseen((5, 16))),
        optional: false,
        ends_on: Some(manual(Criterion::STABILISED, SourceId::IPT_CI)),
    },
    PhaseSpec {
        phase: Phase::Maintenance,
        label: Cow::Borrowed("Steady state"),
        typical: None,
        optional: false,
        ends_on: None,
    },
];

const CI_CADENCE: &[Stretch] = &[every(7, 1, 16, SourceId::KNOWLEDGE, Basis::Unseen)];

const CI_SPECIALISATIONS: &[SpecialisationSpec] = &[specialisation(
    "caregiver_transition",
    ProblemArea::RoleTransition,
    "Transition to being cared for, or to caring",
    SourceId::KNOWLEDGE,
    Basis::Unseen,
)];

const CI_MEASURES: &[MeasureSpec] = &[
    measure(
        "ham-d-17",
        Level::May,
        Cadence::EverySession,
        None,
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
    measure(
        "mmse",
        Level::May,
        Cadence::BeforeAndAfter,
        None,
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
];

const fn for_caregiver(token: &'static str, label: &'static str, level: Level) -> DeclaredTask {
    DeclaredTask {
        token: TaskToken::from_static(token),
        label: Cow::Borrowed(label),
        phase: Phase::Middle,
        by_session: None,
        level,
        source: SourceId::CASEBOOK_2012,
        basis: Basis::Manual,
    }
}

const CI_TASKS: &[DeclaredTask] = &[
    for_caregiver(
        "caregiver_teaching",
        "The caregiver is taught",
        Level::Should,
    ),
    for_caregiver(
        "caregiver_referral",
        "A caregiver who is ill is referred",
        Level::May,
    ),
];

const CI_PARTICIPANTS: &[ParticipantSpec] = &[ParticipantSpec {
    relation: Relation::Caregiver,
    level: Level::Must,
    sessions: None,
    source: SourceId::IPT_CI,
    basis: Basis::Manual,
}];

const CI_ADJUSTMENTS: &[Adjustment] = &[Adjustment {
    code: RuleCode::from_static("IPT-221"),
    severity: Some(Severity::Note),
    source: SourceId::IPT_CI,
    basis: Basis::Manual,
}];

/// [`CI`] in the open form.
pub const CI_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("ci"),
    title: Cow::Borrowed("IPT for older people with depression and cognitive impairment (IPT-CI)"),
    parent: Some(ProtocolId::from_static("late-life")),
    for_whom: Cow::Borrowed(
        "older people with depression and cognitive impairment, and their caregivers",
    ),
    format: Format::Conjoint,
    phases: Cow::Borrowed(CI_PHASES),
    population: Population {
        age_min: Some(Cited::design(60)),
        // That cognitive impairment does not exclude is published; the other questions are ours.
        excluded: Cited::design(
            ScreenSet::EXCLUDING.without(ScreenItem::SevereCognitiveImpairment),
        ),
        ..LATE_LIFE_SPEC.population
    },
    dose: Dose {
        sessions: Cited::unseen(Span::new(8, 16, 52)),
        minutes: Cited::unseen(Span::new(30, 50, 60)),
        weeks: Cited::unseen(Span::new(8, 16, 52)),
        time_frames: Cited::design(TimeFrameKinds::of(&[
            TimeFrameKind::Sessions,
            TimeFrameKind::Weeks,
            TimeFrameKind::SessionsWithinWeeks,
            TimeFrameKind::UntilReview,
        ])),
        ..LATE_LIFE_SPEC.dose
    },
    cadence: Cow::Borrowed(CI_CADENCE),
    focus: FocusPolicy {
        areas: Cited::unseen(AreaSet::of(&[
            ProblemArea::Grief,
            ProblemArea::RoleDispute,
            ProblemArea::RoleTransition,
        ])),
        max_active: Cited::design(3),
        advised: Cited::design(3),
        deficits_last_resort: Cited::design(false),
        ..LATE_LIFE_SPEC.focus
    },
    specialisations: Cow::Borrowed(CI_SPECIALISATIONS),
    initial: InitialPolicy {
        sessions_usual: Cited::unseen(4),
        sessions_most: Cited::design(6),
        ..LATE_LIFE_SPEC.initial
    },
    middle: MiddlePolicy {
        joint_max: Cited::design(52),
        ..LATE_LIFE_SPEC.middle
    },
    ending: EndingPolicy {
        sessions_min: Cited::design(0),
        sessions_max: Cited::design(0),
        tasks: Cited::design(EndingTaskSet::of(&[EndingTask::OutcomeRecorded])),
        maintenance: manual(MaintenanceOffer::Defining, SourceId::IPT_CI),
        maintenance_with_all: Cited::design(true),
        ..LATE_LIFE_SPEC.ending
    },
    maintenance: MaintenancePolicy {
        interval_days: Cited::design(Span::new(7, 30, 90)),
        months: None,
        ..LATE_LIFE_SPEC.maintenance
    },
    measures: Cow::Borrowed(CI_MEASURES),
    work: WorkPolicy {
        contact_minutes_min: Cited::design(15),
        medication: ACUTE_16_SPEC.work.medication,
        ..LATE_LIFE_SPEC.work
    },
    tasks: Cow::Borrowed(CI_TASKS),
    participants: Cow::Borrowed(CI_PARTICIPANTS),
    contacts: Cow::Borrowed(&[]),
    adjustments: Cow::Borrowed(CI_ADJUSTMENTS),
    sources: Cow::Borrowed(&[SourceId::IPT_CI, SourceId::CASEBOOK_2012]),
    ..LATE_LIFE_SPEC
};

/// IPT for older people with depression and cognitive impairment: patient and caregiver, alone and
/// together, until a steady state is reached.
///
/// It differs from [`LATE_LIFE`] in this, and other sources say:
///
/// - **Who comes**: patient and caregiver are seen alone and jointly (IPT-CI), so the caregiver is
///   indispensable; in how many sessions is not said. The caregiver is no patient: they are taught,
///   and referred if they are ill themselves (Casebook). How few joint sessions individual
///   treatment bears does not matter here.
/// - **Entry**: cognitive impairment does not exclude; it is what the protocol is for. What the
///   screen still asks, and sixty as the least age, are taken over from the parent and ours.
/// - **The end**: what is aimed at is a steady state with readiness to assess anew, not a number of
///   sessions. So the middle phase ends on that judgement, and the steady state, open in length,
///   stands as [`Phase::Maintenance`] under that label. It asks for no remission, so that its
///   absence there is no more than a note. There is no termination; what the end asks for is ours.
/// - **Sessions, minutes, weeks, phases**: known in the field as orders of magnitude. Up to 90 days
///   between sessions of the steady state, which are held as needed, are ours. A frame until a
///   review is allowed: ours.
/// - **Areas**: grief, dispute and transition, of which the change into being cared for, or into
///   caring, is one: known in the field. That three may be active is how the published descriptions
///   were put into numbers.
/// - **Information** is repeated as often as memory asks for; that is a manner of work and no task.
/// - **Measures**: the Hamilton scale weekly, later monthly, and a test of cognition: known in the
///   field.
/// - **Medication** is allowed.
pub static CI: Protocol = Protocol::from_static(CI_SPEC);

pub(super) const FAMILY: &[&Protocol] = &[&LATE_LIFE, &CI];
