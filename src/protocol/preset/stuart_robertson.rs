//! IPT by Stuart and Robertson.

use alloc::borrow::Cow;

use super::{
    ACUTE_16_SPEC, OFF_MODEL, every, manual, may_come, measure, optional, practice, specialisation,
    worked,
};
use crate::{
    protocol::{
        AreaLabel, Cadence, Cited, Dose, EndingPolicy, FocusPolicy, Fraction, InitialPolicy, Level,
        MaintenanceOffer, MeasurePolicy, MeasureSpec, ParticipantSpec, PhaseSpec, Population,
        Protocol, ProtocolSpec, Span, SpecialisationSpec, Stretch, TechniqueSpec, TimingPolicy,
        WorkPolicy,
    },
    record::inventory::Relation,
    source::{Basis, SourceId},
    vocabulary::{
        AreaSet, EndingTask as E, EndingTaskSet, InitialTask as T, Phase, ProblemArea, ProtocolId,
        Technique, WorkKind, WorkSet,
    },
};

const PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Suitability"),
    worked(
        Phase::Initial,
        "Assessment / initial phase",
        Cited::design((1, 2)),
    ),
    worked(Phase::Middle, "Middle phase", Cited::design((3, 11))),
    worked(
        Phase::Termination,
        "Conclusion of acute treatment",
        Cited::design((12, 12)),
    ),
    optional(Phase::Concluded, "After acute treatment"),
    optional(Phase::Continuation, "Continuation"),
    optional(Phase::Maintenance, "Maintenance treatment"),
];

const CADENCE: &[Stretch] = &[
    every(7, 1, 10, SourceId::KNOWLEDGE, Basis::Unseen),
    every(14, 11, 12, SourceId::KNOWLEDGE, Basis::Unseen),
];

const AREA_LABELS: &[AreaLabel] = &[AreaLabel {
    area: ProblemArea::Grief,
    label: Cow::Borrowed("Grief and loss"),
    source: SourceId::STUART_ROBERTSON_2012,
    basis: Basis::Manual,
}];

const SPECIALISATIONS: &[SpecialisationSpec] = &[specialisation(
    "grief_and_loss",
    ProblemArea::Grief,
    "Grief and loss",
    SourceId::STUART_ROBERTSON_2012,
    Basis::Manual,
)];

const MEASURES: &[MeasureSpec] = &[
    measure(
        "phq-9",
        Level::Should,
        Cadence::EverySessions,
        Some(4),
        SourceId::IPTINSTITUTE_SLIDES,
        Basis::Practice,
    ),
    measure(
        "gad-7",
        Level::Should,
        Cadence::EverySessions,
        Some(4),
        SourceId::IPTINSTITUTE_SLIDES,
        Basis::Practice,
    ),
];

const TECHNIQUES: &[TechniqueSpec] = &[
    TechniqueSpec {
        technique: Technique::ClosenessCircle,
        level: Level::Should,
        source: SourceId::IPTINSTITUTE_LEVEL_B,
        basis: Basis::Practice,
    },
    TechniqueSpec {
        technique: Technique::SignificantOtherSession,
        level: Level::Should,
        source: SourceId::KNOWLEDGE,
        basis: Basis::Unseen,
    },
];

const PARTICIPANTS: &[ParticipantSpec] = &[
    may_come(Relation::Partner),
    may_come(Relation::Parent),
    may_come(Relation::Relative),
    may_come(Relation::Friend),
];

/// [`SR`] in the open form.
pub const SR_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("sr"),
    title: Cow::Borrowed("IPT by Stuart and Robertson"),
    parent: Some(ProtocolId::from_static("acute-16")),
    for_whom: Cow::Borrowed(
        "adults in distress over a loss, a dispute or a transition, whatever the diagnosis",
    ),
    population: Population {
        age_min: Some(Cited::design(18)),
        ..ACUTE_16_SPEC.population
    },
    indications: Cow::Borrowed(&[]),
    contraindications: Cow::Borrowed(&[]),
    dose: Dose {
        sessions: Cited::unseen(Span::new(6, 12, 20)),
        minutes: Cited::unseen(Span::new(45, 50, 60)),
        first_minutes: None,
        weeks: Cited::design(Span::new(8, 16, 26)),
        ..ACUTE_16_SPEC.dose
    },
    focus: FocusPolicy {
        areas: manual(
            AreaSet::of(&[
                ProblemArea::Grief,
                ProblemArea::RoleDispute,
                ProblemArea::RoleTransition,
            ]),
            SourceId::STUART_ROBERTSON_2012,
        ),
        grief_requires_death: manual(false, SourceId::STUART_ROBERTSON_2012),
        deficits_last_resort: Cited::design(false),
        ..ACUTE_16_SPEC.focus
    },
    initial: InitialPolicy {
        sessions_usual: manual(3, SourceId::STUART_ROBERTSON_2012),
        // Four of them are the manual's; the list as a whole was put together by us.
        tasks: Cited::design(
            ACUTE_16_SPEC
                .initial
                .tasks
                .value
                .without(T::Diagnosis)
                .without(T::SickRole),
        ),
        sick_role: Cited::unseen(None),
        ..ACUTE_16_SPEC.initial
    },
    ending: EndingPolicy {
        sessions_min: manual(1, SourceId::STUART_ROBERTSON_2012),
        sessions_max: manual(2, SourceId::STUART_ROBERTSON_2012),
        announce_note_below: Cited::design(2),
        announce_warn_below: Cited::design(1),
        // The decision on maintenance and future contact are the manual's; the list as a whole was
        // put together by us.
        tasks: Cited::design(EndingTaskSet::of(&[
            E::AnnounceEnd,
            E::ReviewSymptoms,
            E::ReviewFocusGoals,
            E::SkillsAndSupports,
            E::RelapsePlan,
            E::MaintenanceDecision,
            E::FurtherHelpAdvice,
            E::OutcomeRecorded,
        ])),
        maintenance: manual(MaintenanceOffer::Standard, SourceId::STUART_ROBERTSON_2012),
        maintenance_with_all: manual(true, SourceId::STUART_ROBERTSON_2012),
        ..ACUTE_16_SPEC.ending
    },
    timing: TimingPolicy {
        gap_note: Cited::design(Fraction::new(2, 1)),
        gap_warn: Cited::design(Fraction::new(4, 1)),
        gap_break: Cited::design(Fraction::new(6, 1)),
        twice_weekly: Cited::unseen(true),
        taper: Cited::unseen(true),
        extensions_max: Cited::design(2),
        ..ACUTE_16_SPEC.timing
    },
    measurement: MeasurePolicy {
        max_gap: practice(4, SourceId::IPTINSTITUTE_SLIDES),
        review_by: Cited::design(6),
        ..ACUTE_16_SPEC.measurement
    },
    work: WorkPolicy {
        between_sessions: Cited::unseen(WorkSet::of(&[WorkKind::Attempt, WorkKind::Structured])),
        ..ACUTE_16_SPEC.work
    },
    phases: Cow::Borrowed(PHASES),
    cadence: Cow::Borrowed(CADENCE),
    area_labels: Cow::Borrowed(AREA_LABELS),
    specialisations: Cow::Borrowed(SPECIALISATIONS),
    measures: Cow::Borrowed(MEASURES),
    techniques: Cow::Borrowed(TECHNIQUES),
    proscribed: Cow::Borrowed(&OFF_MODEL),
    participants: Cow::Borrowed(PARTICIPANTS),
    sources: Cow::Borrowed(&[
        SourceId::STUART_ROBERTSON_2012,
        SourceId::IPTINSTITUTE_SLIDES,
        SourceId::IPTINSTITUTE_LEVEL_B,
        SourceId::STUART_2006,
    ]),
    ..ACUTE_16_SPEC
};

/// IPT by Stuart and Robertson: three areas, no sick role, spacing that widens, a conclusion in
/// place of a termination.
///
/// It differs from [`ACUTE_16`](super::ACUTE_16) in this, and other sources say:
///
/// - **The end** is a *conclusion of acute treatment* as contracted, of one or two sessions, and no
///   severing of the relationship. It is worked in sessions, so it stands as [`Phase::Termination`]
///   under that label, and what is arranged afterwards as [`Phase::Concluded`] under another. The
///   tasks of feelings about parting and of credit to the patient belong to the other school's
///   termination and are not asked for; the manual provides for future contact and a decision on
///   maintenance, and what else the conclusion has was put together by us from the standard list.
/// - **Sessions**: adding up the segments of the manual gives 6 to 17; 6 to 20 is known in the
///   field. The middle phase is 4 to 12 sessions *in number*; its place at the typical length is
///   ours, and so are the weeks.
/// - **Initial phase** of one to three sessions. Suitability, inventory, formulation and treatment
///   agreement are the manual's; the other tasks are taken over from the standard list, so the list
///   counts as ours and an open task is at most a warning; what all variants share stays an error.
///   No sick role and no diagnosis: known in the field.
/// - **For whom**: no diagnosis is a condition. Eighteen years are ours.
/// - **Areas**: disputes, transitions, and grief and loss, which asks for no death. Isolation is
///   seen as part of every area.
/// - **People close** to the patient are encouraged to come once, as is known in the field; who
///   they are is left open. The circle of the inventory is one of the documents that the institute
///   asks for.
/// - **Maintenance** is discussed with everyone and has a contract of its own. A course may still
///   end without it.
/// - **Measures**: PHQ-9 and GAD-7 every four sessions, as the institute's slides and portfolio
///   ask.
/// - **Spacing** that widens, two sessions a week, and work assigned between sessions: known in the
///   field. Gaps of two, four and six intervals, where the standard form has one and a half, two
///   and four, are ours.
pub static SR: Protocol = Protocol::from_static(SR_SPEC);

pub(super) const FAMILY: &[&Protocol] = &[&SR];
