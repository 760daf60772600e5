//! IPT for what has gone on for years: dysthymia, borderline personality disorder.

use alloc::borrow::Cow;

use super::{
    ACUTE_16_SPEC, every, indicated, manual, measure, optional, specialisation, trial, worked,
};
use crate::{
    protocol::{
        Adjustment, Cadence, Cited, ContactSpec, DeclaredTask, Dose, EndingPolicy, FocusPolicy,
        Indication, Level, MaintenanceOffer, MaintenancePolicy, MeasureSpec, PhaseSpec, Population,
        Protocol, ProtocolSpec, Span, SpecialisationSpec, StepSpec, Stretch, TimingPolicy,
    },
    record::{
        contact::ContactWith,
        review::{ReviewOption, ReviewOptions},
        setting::{ScreenItem, ScreenSet},
    },
    source::{Basis, SourceId},
    vocabulary::{
        AreaSet, Criterion, EndingTask as E, EndingTaskSet, Phase, ProblemArea, ProtocolId,
        RuleCode, Severity, TaskToken,
    },
};

const D_16_PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Assessment"),
    worked(Phase::Initial, "Initial phase", Cited::design((1, 3))),
    worked(Phase::Middle, "Middle phase", Cited::design((4, 13))),
    worked(Phase::Termination, "Termination", Cited::design((14, 16))),
    optional(Phase::Concluded, "Conclusion of acute treatment"),
    optional(Phase::Continuation, "Monthly continuation"),
    optional(Phase::Maintenance, "Maintenance"),
];

const D_16_CADENCE: &[Stretch] = &[every(7, 1, 16, SourceId::KNOWLEDGE, Basis::Unseen)];

const DYSTHYMIA: &[Indication] = &[indicated("icd-10", "F34.1"), indicated("icd-11", "6A72")];

const D_16_SPECIALISATIONS: &[SpecialisationSpec] = &[specialisation(
    "therapeutic_transition",
    ProblemArea::RoleTransition,
    "Therapeutic (iatrogenic) role transition",
    SourceId::MARKOWITZ_HANDBOOK,
    Basis::Manual,
)];

const D_16_MEASURES: &[MeasureSpec] = &[
    measure(
        "ham-d-24",
        Level::May,
        Cadence::EveryWeeks,
        Some(4),
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
    measure(
        "cornell-dysth",
        Level::May,
        Cadence::EveryWeeks,
        Some(4),
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
];

const D_16_TASKS: &[DeclaredTask] = &[DeclaredTask {
    token: TaskToken::from_static("recast_as_illness"),
    label: Cow::Borrowed("Self-image recast as a treatable illness"),
    phase: Phase::Initial,
    by_session: None,
    level: Level::Should,
    source: SourceId::MARKOWITZ_HANDBOOK,
    basis: Basis::Manual,
}];

const fn as_note(code: &'static str, source: SourceId, basis: Basis) -> Adjustment {
    Adjustment {
        code: RuleCode::from_static(code),
        severity: Some(Severity::Note),
        source,
        basis,
    }
}

const D_16_ADJUSTMENTS: &[Adjustment] = &[
    as_note("IPT-063", SourceId::MARKOWITZ_HANDBOOK, Basis::Manual),
    as_note("IPT-068", SourceId::MARKOWITZ_HANDBOOK, Basis::Manual),
];

/// [`D_16`] in the open form.
pub const D_16_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("d-16"),
    title: Cow::Borrowed("IPT for dysthymia (IPT-D)"),
    parent: Some(ProtocolId::from_static("acute-16")),
    for_whom: Cow::Borrowed("adults with dysthymia"),
    population: Population {
        age_min: Some(Cited::design(18)),
        cautioned: Cited::design(ScreenSet::CAUTIONING.without(ScreenItem::ChronicDepression)),
        ..ACUTE_16_SPEC.population
    },
    indications: Cow::Borrowed(DYSTHYMIA),
    contraindications: Cow::Borrowed(&[]),
    dose: Dose {
        sessions: manual(Span::new(12, 16, 16), SourceId::MARKOWITZ_HANDBOOK),
        minutes: Cited::unseen(Span::new(45, 50, 60)),
        first_minutes: None,
        weeks: Cited::design(Span::new(16, 16, 20)),
        ..ACUTE_16_SPEC.dose
    },
    focus: FocusPolicy {
        areas: Cited::unseen(AreaSet::of(&[
            ProblemArea::Grief,
            ProblemArea::RoleDispute,
            ProblemArea::RoleTransition,
        ])),
        deficits_last_resort: Cited::design(false),
        ..ACUTE_16_SPEC.focus
    },
    specialisations: Cow::Borrowed(D_16_SPECIALISATIONS),
    ending: EndingPolicy {
        maintenance: manual(MaintenanceOffer::Standard, SourceId::WEISSMAN_2018),
        maintenance_with_all: Cited::design(true),
        ..ACUTE_16_SPEC.ending
    },
    phases: Cow::Borrowed(D_16_PHASES),
    cadence: Cow::Borrowed(D_16_CADENCE),
    measures: Cow::Borrowed(D_16_MEASURES),
    tasks: Cow::Borrowed(D_16_TASKS),
    participants: Cow::Borrowed(&[]),
    adjustments: Cow::Borrowed(D_16_ADJUSTMENTS),
    sources: Cow::Borrowed(&[SourceId::MARKOWITZ_HANDBOOK, SourceId::WEISSMAN_2018]),
    ..ACUTE_16_SPEC
};

/// IPT for dysthymia: sixteen sessions in which treatment itself is the transition, from "my
/// personality" to a treatable illness.
///
/// It differs from [`ACUTE_16`](super::ACUTE_16) in this, and other sources say:
///
/// - **Sessions**: sixteen; another trial had twelve over four months (both in the handbook
///   chapter). The weekly spacing and the minutes are known in the field; the four weeks of slack
///   and the numbers of the phases are ours. A pilot of seventeen saw eleven remit.
/// - **Areas**: the therapeutic role transition beside grief, dispute and transition. That deficits
///   are not among them is known in the field, so passing the limit is at most a warning.
/// - **No recent event** is needed for the focus, in the same chapter. That the focus stands in the
///   inventory or on the timeline, and that a transition says when the change came, are therefore
///   graded as notes; the onset may be set against no event, and the link may be to what keeps the
///   illness going.
/// - **The self-image is recast** as an illness, which is how the chapter defines the transition.
/// - **Chronic depression** is what it is for and asks for no reason; that follows from its
///   indication and counts as ours, like eighteen years. The codes are those known in the field.
/// - **Monthly continuation** often follows (the Guide of 2018). That it is discussed with everyone
///   is ours.
/// - **Measures** are known in the field, every two to four weeks; the rarer is taken, and none is
///   asked for.
pub static D_16: Protocol = Protocol::from_static(D_16_SPEC);

const BPD_34_PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Assessment"),
    worked(Phase::Initial, "Initial phase", Cited::design((1, 3))),
    worked(Phase::Middle, "Middle phase", Cited::design((4, 18))),
    PhaseSpec {
        phase: Phase::Continuation,
        label: Cow::Borrowed("Continuation phase"),
        typical: Some(Cited::unseen((19, 34))),
        optional: true,
        ends_on: None,
    },
    optional(Phase::Maintenance, "Maintenance"),
];

const BPD_34_CADENCE: &[Stretch] = &[
    every(4, 1, 4, SourceId::DESIGN, Basis::Design),
    every(7, 5, 18, SourceId::DESIGN, Basis::Design),
    every(7, 19, 34, SourceId::KNOWLEDGE, Basis::Unseen),
];

const BORDERLINE: &[Indication] = &[indicated("icd-10", "F60.3"), indicated("icd-11", "6D11.5")];

const BPD_34_SPECIALISATIONS: &[SpecialisationSpec] = &[specialisation(
    "self_image",
    ProblemArea::InterpersonalDeficits,
    "Self-image",
    SourceId::KNOWLEDGE,
    Basis::Unseen,
)];

const BPD_34_MEASURES: &[MeasureSpec] = &[
    measure(
        "bdi",
        Level::May,
        Cadence::BeforeAndAfter,
        None,
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
    measure(
        "bpdsi",
        Level::May,
        Cadence::BeforeAndAfter,
        None,
        SourceId::BPD_2020,
        Basis::Trial,
    ),
    measure(
        "cgi-s",
        Level::May,
        Cadence::BeforeAndAfter,
        None,
        SourceId::BPD_2020,
        Basis::Trial,
    ),
    measure(
        "sofas",
        Level::May,
        Cadence::BeforeAndAfter,
        None,
        SourceId::BPD_2020,
        Basis::Trial,
    ),
];

const BPD_34_TASKS: &[DeclaredTask] = &[DeclaredTask {
    token: TaskToken::from_static("second_stage_decision"),
    label: Cow::Borrowed("Decision on the contract for the second stage"),
    phase: Phase::Middle,
    by_session: Some(18),
    level: Level::Should,
    source: SourceId::KNOWLEDGE,
    basis: Basis::Unseen,
}];

const BPD_34_CONTACTS: &[ContactSpec] = &[ContactSpec {
    with: ContactWith::Patient,
    level: Level::Should,
    source: SourceId::KNOWLEDGE,
    basis: Basis::Unseen,
}];

const BPD_34_STEPS: &[StepSpec] = &[StepSpec {
    criterion: Criterion::from_static("response"),
    label: Cow::Borrowed("Whether treatment goes on to the second stage"),
    by_session: Some(18),
    by_week: Some(16),
    options: ReviewOptions::of(&[ReviewOption::EndEarly, ReviewOption::OtherTherapy]),
    source: SourceId::KNOWLEDGE,
    basis: Basis::Unseen,
}];

/// [`BPD_34`] in the open form.
pub const BPD_34_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("bpd-34"),
    title: Cow::Borrowed("IPT for borderline personality disorder (IPT-BPD)"),
    parent: Some(ProtocolId::from_static("acute-16")),
    for_whom: Cow::Borrowed(
        "adults with borderline personality disorder, with or without a mood disorder",
    ),
    population: Population {
        age_min: Some(Cited::design(18)),
        cautioned: Cited::design(ScreenSet::CAUTIONING.without(ScreenItem::PersonalityDisorder)),
        ..ACUTE_16_SPEC.population
    },
    indications: Cow::Borrowed(BORDERLINE),
    contraindications: Cow::Borrowed(&[]),
    dose: Dose {
        sessions: trial(Span::new(18, 34, 34), SourceId::BPD_REVIEW),
        minutes: Cited::unseen(Span::new(50, 50, 60)),
        first_minutes: None,
        weeks: Cited::design(Span::new(16, 32, 36)),
        ..ACUTE_16_SPEC.dose
    },
    focus: FocusPolicy {
        areas: Cited::unseen(AreaSet::ALL),
        deficits_last_resort: Cited::design(false),
        ..ACUTE_16_SPEC.focus
    },
    specialisations: Cow::Borrowed(BPD_34_SPECIALISATIONS),
    ending: EndingPolicy {
        sessions_min: Cited::design(0),
        sessions_max: Cited::design(0),
        tasks: Cited::design(EndingTaskSet::of(&[
            E::MaintenanceDecision,
            E::OutcomeRecorded,
        ])),
        maintenance: Cited::unseen(MaintenanceOffer::Standard),
        maintenance_with_all: Cited::unseen(true),
        ..ACUTE_16_SPEC.ending
    },
    maintenance: MaintenancePolicy {
        interval_days: Cited::unseen(Span::new(7, 7, 7)),
        months: Some(Cited::unseen(Span::new(4, 4, 4))),
        ..ACUTE_16_SPEC.maintenance
    },
    timing: TimingPolicy {
        twice_weekly: Cited::design(true),
        ..ACUTE_16_SPEC.timing
    },
    phases: Cow::Borrowed(BPD_34_PHASES),
    cadence: Cow::Borrowed(BPD_34_CADENCE),
    measures: Cow::Borrowed(BPD_34_MEASURES),
    tasks: Cow::Borrowed(BPD_34_TASKS),
    participants: Cow::Borrowed(&[]),
    contacts: Cow::Borrowed(BPD_34_CONTACTS),
    steps: Cow::Borrowed(BPD_34_STEPS),
    adjustments: Cow::Borrowed(&[]),
    sources: Cow::Borrowed(&[SourceId::BPD_REVIEW, SourceId::BPD_2020]),
    ..ACUTE_16_SPEC
};

/// IPT for borderline personality disorder: eighteen sessions, then sixteen more where they helped,
/// with a weekly call.
///
/// It differs from [`ACUTE_16`](super::ACUTE_16) in this, and other sources say:
///
/// - **Sessions**: 34 in all, in a flexible setting (a review). Eighteen in sixteen weeks, then
///   sixteen weekly ones, are known in the field; that the first come closer together, how close,
///   and the four weeks of slack are ours. A revision takes ten months (a pilot trial of 2020, in
///   which 16 % left in the first month).
/// - **Two stages**, each on a contract of its own: the second is entered only where the first
///   helped, and may be passed over; that is a judgement, known in the field. The first has no
///   termination, and what its end has to arrange is ours. Weekly spacing for four months is that
///   of the second stage; maintenance after it is counted in the same interval.
/// - **Areas**: the four and a fifth, the self-image, known in the field. It stands under
///   interpersonal deficits because it names no event and goes back for years; that, and that
///   deficits are no last resort here, is ours.
/// - **Calls** of ten minutes for crises each week are known in the field.
/// - **Personality disorder** is what it is for and asks for no reason; that follows from its
///   indication and counts as ours, like eighteen years. The codes are those known in the field.
/// - **Measures** of the pilot trial before and after, and the BDI as is known in the field. None
///   is asked for, and that each session of the second stage is rated is graded as a note.
pub static BPD_34: Protocol = Protocol::from_static(BPD_34_SPEC);

pub(super) const FAMILY: &[&Protocol] = &[&D_16, &BPD_34];
