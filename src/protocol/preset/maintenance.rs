//! Maintenance IPT.

use alloc::borrow::Cow;

use super::{ACUTE_16_SPEC, every, measure, optional, practice, trial, worked};
use crate::{
    measure::InstrumentId,
    protocol::{
        Cadence, Cited, DeclaredTask, Dose, EndingPolicy, EntryScore, FocusPolicy, InitialPolicy,
        Level, MaintenanceOffer, MaintenancePolicy, MeasurePolicy, MeasureSpec, PhaseSpec,
        Population, Protocol, ProtocolSpec, Span, Stretch, TimingPolicy,
    },
    record::contract::{ContractTerm, ContractTerms, TimeFrameKind, TimeFrameKinds},
    source::{Basis, SourceId},
    vocabulary::{
        EndingTask, EndingTaskSet, InitialTask as T, InitialTaskSet, Phase, ProtocolId, TaskToken,
    },
};

const PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Assessment"),
    worked(
        Phase::Maintenance,
        "Maintenance",
        trial((1, 24), SourceId::FRANK_2007),
    ),
];

const CADENCE: &[Stretch] = &[every(30, 1, 24, SourceId::FRANK_2007, Basis::Trial)];

const MEASURES: &[MeasureSpec] = &[measure(
    "ham-d-17",
    Level::May,
    Cadence::EverySession,
    None,
    SourceId::KNOWLEDGE,
    Basis::Unseen,
)];

const ENTRY: &[EntryScore] = &[EntryScore {
    instrument: InstrumentId::from_static("ham-d-17"),
    min: None,
    max: Some(7),
    firm: true,
    source: SourceId::FRANK_2007,
    basis: Basis::Trial,
}];

const TASKS: &[DeclaredTask] = &[DeclaredTask {
    token: TaskToken::from_static("early_signs"),
    label: Cow::Borrowed("List of early signs of recurrence"),
    phase: Phase::Maintenance,
    by_session: None,
    level: Level::Should,
    source: SourceId::IPTINSTITUTE_MAINTENANCE,
    basis: Basis::Practice,
}];

/// [`MAINT_07M`] in the open form.
pub const MAINT_07M_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("maint-07m"),
    title: Cow::Borrowed("Maintenance IPT after remission, monthly for two years"),
    parent: Some(ProtocolId::from_static("acute-16")),
    for_whom: Cow::Borrowed("people in remission from recurrent major depression"),
    entry_scores: Cow::Borrowed(ENTRY),
    population: Population {
        remission_at_entry: trial(true, SourceId::FRANK_2007),
        ..ACUTE_16_SPEC.population
    },
    dose: Dose {
        sessions: trial(Span::new(24, 24, 24), SourceId::FRANK_2007),
        minutes: Cited::unseen(Span::new(45, 50, 60)),
        first_minutes: None,
        weeks: trial(Span::new(104, 104, 104), SourceId::FRANK_2007),
        time_frames: Cited::design(TimeFrameKinds::of(&[
            TimeFrameKind::Sessions,
            TimeFrameKind::Weeks,
            TimeFrameKind::SessionsWithinWeeks,
        ])),
        ..ACUTE_16_SPEC.dose
    },
    focus: FocusPolicy {
        max_active: Cited::design(4),
        advised: Cited::design(4),
        ..ACUTE_16_SPEC.focus
    },
    initial: InitialPolicy {
        sessions_usual: Cited::design(1),
        sessions_most: Cited::design(1),
        tasks: Cited::design(InitialTaskSet::of(&[
            T::ConsentAndLimits,
            T::SuicideEnquiry,
            T::BaselineSeverity,
            T::TreatmentContract,
        ])),
        sick_role: Cited::design(None),
        inventory_min: Cited::design(0),
        frame_by_session: Cited::design(1),
        contract_terms: Cited::design(ContractTerms::of(&[ContractTerm::CrisisContact])),
    },
    ending: EndingPolicy {
        sessions_min: Cited::design(0),
        sessions_max: Cited::design(0),
        announce_note_below: Cited::design(2),
        announce_warn_below: Cited::design(1),
        tasks: Cited::design(EndingTaskSet::of(&[EndingTask::OutcomeRecorded])),
        maintenance: trial(MaintenanceOffer::Defining, SourceId::FRANK_2007),
        maintenance_with_all: Cited::design(false),
        ..ACUTE_16_SPEC.ending
    },
    maintenance: MaintenancePolicy {
        months: Some(trial(Span::new(24, 24, 24), SourceId::FRANK_2007)),
        ..ACUTE_16_SPEC.maintenance
    },
    timing: TimingPolicy {
        twice_weekly: Cited::design(false),
        taper: Cited::design(true),
        silence_days: Cited::design(120),
        ..ACUTE_16_SPEC.timing
    },
    measurement: MeasurePolicy {
        max_gap: Cited::design(1),
        review_by: Cited::design(12),
        ..ACUTE_16_SPEC.measurement
    },
    phases: Cow::Borrowed(PHASES),
    cadence: Cow::Borrowed(CADENCE),
    measures: Cow::Borrowed(MEASURES),
    tasks: Cow::Borrowed(TASKS),
    participants: Cow::Borrowed(&[]),
    sources: Cow::Borrowed(&[
        SourceId::FRANK_2007,
        SourceId::IPTINSTITUTE_MAINTENANCE,
        SourceId::MAINTENANCE_REVIEW,
        SourceId::MARKOWITZ_HANDBOOK,
    ]),
    ..ACUTE_16_SPEC
};

/// Maintenance IPT after remission: monthly for two years, on a contract of its own.
///
/// The monthly arm of Frank et al. 2007, in which weekly, twice-monthly and monthly sessions did
/// equally well; the other two are this one with another cadence and 52 or 104 sessions. It stands
/// on a course of its own; maintenance that goes on in the course of the acute treatment follows
/// that course's protocol.
///
/// - **Entry**: remission, which that trial took as a score of 7 or less on the Hamilton scale for
///   three weeks; the version is taken to be that of 17 items. It was with women; the preset does
///   not ask for it.
/// - **Length**: two years; three in the Pittsburgh study of 1990, six to eight months weekly in
///   the first one.
/// - **Focus**: several areas, old and new (the IPT Institute; Current Psychiatry). Four at most is
///   the limit of a focus in this crate.
/// - **What an acute course asks for at its beginning and end** is not asked for again: consent,
///   questions about suicide, a baseline and a contract are; that choice is ours. So is the rest of
///   time: silence counts as long after four intervals.
/// - **Early signs** are listed and watched for (the IPT Institute). A recurrence ends maintenance
///   and leads to no new acute contract within it.
/// - **Measures**: the Hamilton scale at each visit, known in the field.
pub static MAINT_07M: Protocol = Protocol::from_static(MAINT_07M_SPEC);

const FORTNIGHTLY_PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Assessment"),
    worked(
        Phase::Maintenance,
        "Maintenance",
        trial((1, 52), SourceId::FRANK_2007),
    ),
];

const FORTNIGHTLY: &[Stretch] = &[every(14, 1, 52, SourceId::FRANK_2007, Basis::Trial)];

/// [`MAINT_07B`] in the open form.
pub const MAINT_07B_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("maint-07b"),
    title: Cow::Borrowed("Maintenance IPT after remission, every two weeks for two years"),
    parent: Some(ProtocolId::from_static("maint-07m")),
    phases: Cow::Borrowed(FORTNIGHTLY_PHASES),
    dose: Dose {
        sessions: trial(Span::new(52, 52, 52), SourceId::FRANK_2007),
        ..MAINT_07M_SPEC.dose
    },
    cadence: Cow::Borrowed(FORTNIGHTLY),
    maintenance: MaintenancePolicy {
        interval_days: Cited::design(Span::new(7, 14, 30)),
        ..MAINT_07M_SPEC.maintenance
    },
    timing: TimingPolicy {
        silence_days: Cited::design(56),
        ..MAINT_07M_SPEC.timing
    },
    measurement: MeasurePolicy {
        review_by: Cited::design(26),
        ..MAINT_07M_SPEC.measurement
    },
    ..MAINT_07M_SPEC
};

/// Maintenance IPT after remission: every two weeks for two years.
///
/// It differs from [`MAINT_07M`] in this, and other sources say:
///
/// - **Spacing**: the arm of Frank et al. 2007 that met twice a month, put down as every fourteen
///   days and 52 sessions. How often made no difference there. A week less and two weeks more are
///   ours.
/// - **Time**: four intervals of silence count as long, and progress is reviewed after a year at
///   the latest: ours.
pub static MAINT_07B: Protocol = Protocol::from_static(MAINT_07B_SPEC);

const WEEKLY_PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Assessment"),
    worked(
        Phase::Maintenance,
        "Maintenance",
        trial((1, 104), SourceId::FRANK_2007),
    ),
];

const WEEKLY: &[Stretch] = &[every(7, 1, 104, SourceId::FRANK_2007, Basis::Trial)];

/// [`MAINT_07W`] in the open form.
pub const MAINT_07W_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("maint-07w"),
    title: Cow::Borrowed("Maintenance IPT after remission, weekly for two years"),
    parent: Some(ProtocolId::from_static("maint-07m")),
    phases: Cow::Borrowed(WEEKLY_PHASES),
    dose: Dose {
        sessions: trial(Span::new(104, 104, 104), SourceId::FRANK_2007),
        ..MAINT_07M_SPEC.dose
    },
    cadence: Cow::Borrowed(WEEKLY),
    maintenance: MaintenancePolicy {
        interval_days: Cited::design(Span::new(7, 7, 14)),
        ..MAINT_07M_SPEC.maintenance
    },
    timing: TimingPolicy {
        silence_days: Cited::design(28),
        ..MAINT_07M_SPEC.timing
    },
    measurement: MeasurePolicy {
        max_gap: Cited::design(4),
        review_by: Cited::design(52),
        ..MAINT_07M_SPEC.measurement
    },
    ..MAINT_07M_SPEC
};

/// Maintenance IPT after remission: weekly for two years.
///
/// It differs from [`MAINT_07M`] in this, and other sources say:
///
/// - **Spacing**: the weekly arm of Frank et al. 2007, 104 sessions. The first study of maintenance
///   met weekly for six to eight months. A week more between sessions is ours.
/// - **Measures**: the Hamilton scale at each visit or monthly is known in the field, so four
///   sessions may pass without a score; that number is ours.
/// - **Time**: four intervals of silence count as long, and progress is reviewed after a year at
///   the latest: ours.
pub static MAINT_07W: Protocol = Protocol::from_static(MAINT_07W_SPEC);

const PITTSBURGH_PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Assessment"),
    optional(Phase::Continuation, "Continuation"),
    worked(
        Phase::Maintenance,
        "Maintenance",
        trial((1, 36), SourceId::MARKOWITZ_HANDBOOK),
    ),
];

const PITTSBURGH: &[Stretch] = &[every(30, 1, 36, SourceId::MARKOWITZ_HANDBOOK, Basis::Trial)];

/// [`MAINT_90`] in the open form.
pub const MAINT_90_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("maint-90"),
    title: Cow::Borrowed("Maintenance IPT after remission, monthly for three years"),
    parent: Some(ProtocolId::from_static("maint-07m")),
    phases: Cow::Borrowed(PITTSBURGH_PHASES),
    population: Population {
        remission_at_entry: practice(true, SourceId::IPTINSTITUTE_MAINTENANCE),
        ..MAINT_07M_SPEC.population
    },
    entry_scores: Cow::Borrowed(&[]),
    dose: Dose {
        sessions: trial(Span::new(36, 36, 36), SourceId::MARKOWITZ_HANDBOOK),
        weeks: trial(Span::new(156, 156, 156), SourceId::MARKOWITZ_HANDBOOK),
        ..MAINT_07M_SPEC.dose
    },
    cadence: Cow::Borrowed(PITTSBURGH),
    ending: EndingPolicy {
        maintenance: trial(MaintenanceOffer::Defining, SourceId::MARKOWITZ_HANDBOOK),
        ..MAINT_07M_SPEC.ending
    },
    maintenance: MaintenancePolicy {
        months: Some(trial(Span::new(36, 36, 36), SourceId::MARKOWITZ_HANDBOOK)),
        ..MAINT_07M_SPEC.maintenance
    },
    sources: Cow::Borrowed(&[
        SourceId::MARKOWITZ_HANDBOOK,
        SourceId::IPTINSTITUTE_MAINTENANCE,
    ]),
    ..MAINT_07M_SPEC
};

/// Maintenance IPT after remission: monthly for three years, as in the Pittsburgh study of 1990.
///
/// It differs from [`MAINT_07M`] in this, and other sources say:
///
/// - **Length**: 128 patients who had recovered with weekly IPT and imipramine went through four
///   months of continuation, in which spacing widened to a month, and then three years of monthly
///   sessions (a handbook chapter by Markowitz). The study itself was not read.
/// - **Continuation** belongs to the course of the acute treatment as a rule; a course that begins
///   with it may.
/// - **Entry**: remission (the IPT Institute). No score stands for it; the trial of 2007 had one.
/// - **Medication**: some of the study's arms went on with it and some did not, as is known in the
///   field; it is allowed.
/// - **Measures**: the Hamilton scale monthly and a rule for recurrence, both known in the field.
pub static MAINT_90: Protocol = Protocol::from_static(MAINT_90_SPEC);

pub(super) const FAMILY: &[&Protocol] = &[&MAINT_07M, &MAINT_07B, &MAINT_07W, &MAINT_90];
