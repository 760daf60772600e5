//! IPT in hospital.

use alloc::borrow::Cow;

use super::{ACUTE_16_SPEC, OFF_MODEL, every, manual, measure, optional, trial, worked};
use crate::{
    measure::InstrumentId,
    protocol::{
        AnchorSpec, Cadence, Cited, Dose, EndingPolicy, EntryScore, Format, InitialPolicy, Level,
        MaintenanceOffer, MeasurePolicy, MeasureSpec, MedicationPolicy, MiddlePolicy,
        ParticipantSpec, PhaseSpec, Protocol, ProtocolSpec, Span, Stretch, TimingPolicy, TrackSpec,
        WorkPolicy,
    },
    record::{
        contact::Anchor,
        inventory::Relation,
        session::{Modality, ModalitySet},
    },
    source::{Basis, SourceId},
    vocabulary::{InitialTask, Phase, ProtocolId, Track, WorkKind, WorkSet},
};

const PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Assessment"),
    worked(Phase::Initial, "Initial phase", Cited::unseen((1, 5))),
    worked(Phase::Middle, "Middle phase", Cited::unseen((6, 12))),
    worked(Phase::Termination, "Termination", Cited::unseen((13, 15))),
    optional(Phase::Concluded, "Conclusion of in-patient treatment"),
    optional(Phase::Continuation, "Out-patient continuation"),
    optional(Phase::Maintenance, "Maintenance"),
];

const CADENCE: &[Stretch] = &[every(2, 1, 15, SourceId::SCHRAMM_SUMMARY, Basis::Trial)];

const TRACKS: &[TrackSpec] = &[TrackSpec {
    track: Track::AddedGroup,
    level: Level::Should,
    sessions: trial(Span::new(8, 8, 12), SourceId::SCHRAMM_SUMMARY),
    minutes: None,
}];

const ENTRY: &[EntryScore] = &[EntryScore {
    instrument: InstrumentId::from_static("ham-d-17"),
    min: Some(16),
    max: None,
    firm: true,
    source: SourceId::KNOWLEDGE,
    basis: Basis::Unseen,
}];

const MEASURES: &[MeasureSpec] = &[
    measure(
        "ham-d-17",
        Level::May,
        Cadence::EveryWeeks,
        Some(1),
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
    measure(
        "bdi",
        Level::May,
        Cadence::BeforeAndAfter,
        None,
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
];

const PARTICIPANTS: &[ParticipantSpec] = &[
    ParticipantSpec {
        relation: Relation::WardTeam,
        level: Level::Must,
        sessions: None,
        source: SourceId::CASEBOOK_2012,
        basis: Basis::Manual,
    },
    ParticipantSpec {
        relation: Relation::Partner,
        level: Level::May,
        sessions: None,
        source: SourceId::CASEBOOK_2012,
        basis: Basis::Manual,
    },
    ParticipantSpec {
        relation: Relation::Relative,
        level: Level::May,
        sessions: None,
        source: SourceId::SCHRAMM_SUMMARY,
        basis: Basis::Trial,
    },
];

const ANCHORS: &[AnchorSpec] = &[AnchorSpec {
    anchor: Anchor::Discharge,
    over: Phase::Termination,
    source: SourceId::KNOWLEDGE,
    basis: Basis::Unseen,
}];

/// [`INPAT_15`] in the open form.
pub const INPAT_15_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("inpat-15"),
    title: Cow::Borrowed("IPT for in-patients with major depression"),
    parent: Some(ProtocolId::from_static("acute-16")),
    for_whom: Cow::Borrowed("in-patients with major depression"),
    format: Format::IndividualAndGroup,
    channels: Cited::design(ModalitySet::of(&[Modality::InPerson])),
    phases: Cow::Borrowed(PHASES),
    entry_scores: Cow::Borrowed(ENTRY),
    dose: Dose {
        sessions: trial(Span::new(12, 15, 15), SourceId::SCHRAMM_SUMMARY),
        minutes: trial(Span::new(20, 50, 50), SourceId::SCHRAMM_SUMMARY),
        first_minutes: None,
        weeks: Cited::unseen(Span::new(4, 5, 6)),
        ..ACUTE_16_SPEC.dose
    },
    cadence: Cow::Borrowed(CADENCE),
    tracks: Cow::Borrowed(TRACKS),
    initial: InitialPolicy {
        sessions_usual: manual(6, SourceId::CASEBOOK_2012),
        sessions_most: manual(8, SourceId::CASEBOOK_2012),
        tasks: manual(
            ACUTE_16_SPEC
                .initial
                .tasks
                .value
                .with(InitialTask::SignificantOtherContact),
            SourceId::MARKOWITZ_HANDBOOK,
        ),
        ..ACUTE_16_SPEC.initial
    },
    middle: MiddlePolicy {
        joint_max: Cited::design(4),
        ..ACUTE_16_SPEC.middle
    },
    ending: EndingPolicy {
        maintenance: Cited::unseen(MaintenanceOffer::Standard),
        maintenance_with_all: Cited::unseen(true),
        ..ACUTE_16_SPEC.ending
    },
    timing: TimingPolicy {
        gap_min_days: Cited::design(1),
        overrun_weeks: Cited::design(1),
        silence_days: Cited::design(14),
        planned_end_weeks: Cited::design(1),
        ..ACUTE_16_SPEC.timing
    },
    measurement: MeasurePolicy {
        max_gap: Cited::design(3),
        ..ACUTE_16_SPEC.measurement
    },
    measures: Cow::Borrowed(MEASURES),
    work: WorkPolicy {
        between_sessions: manual(
            WorkSet::of(&[WorkKind::Attempt, WorkKind::Structured]),
            SourceId::CASEBOOK_2012,
        ),
        contact_minutes_min: Cited::design(15),
        medication: trial(MedicationPolicy::Expected, SourceId::SCHRAMM_SUMMARY),
        ..ACUTE_16_SPEC.work
    },
    proscribed: Cow::Borrowed(&OFF_MODEL),
    participants: Cow::Borrowed(PARTICIPANTS),
    anchors: Cow::Borrowed(ANCHORS),
    sources: Cow::Borrowed(&[
        SourceId::SCHRAMM_SUMMARY,
        SourceId::CASEBOOK_2012,
        SourceId::MARKOWITZ_HANDBOOK,
    ]),
    ..ACUTE_16_SPEC
};

/// IPT in hospital, as by Schramm and colleagues: fifteen sessions in five weeks, a group beside
/// them, the ward team with them.
///
/// It differs from [`ACUTE_16`](super::ACUTE_16) in this, and other sources say:
///
/// - **Sessions**: fifteen of about fifty minutes, three a week for five weeks, and eight of a
///   group (a summary of the trial). The Casebook gives 12 to 15 and 8 to 12, and early sessions of
///   20 to 30 minutes. A week less and one more are known in the field. Three a week stand as one
///   every two days, so that a week-end is no gap.
/// - **The group** teaches about the illness (Casebook); relatives come to some of it (the trial).
///   Its size was not seen.
/// - **Initial phase**: three to six individual sessions beside two or three of the group,
///   elsewhere in the same text four to eight. Its place at the typical length is known in the
///   field.
/// - **The ward team** takes part and is indispensable (Casebook).
/// - **A close person** is, with the patient's consent, as indispensable; since it may be anybody,
///   it stands as the initial task of a meeting with one. The rest of the list is the standard one.
/// - **Work between sessions** is structured homework (Casebook), so homework is not among what is
///   off the model.
/// - **Medication** is part of it (the trial).
/// - **Entry**: a Hamilton score of 16 or more, known in the field, and so are the weekly rating,
///   discharge as the day by which acute treatment is over, and continuation as an out-patient.
/// - **Time** is dense: one day between sessions is enough, a fortnight of silence is long, and
///   overrun and planned end are measured in single weeks. These, three sessions as the greatest
///   gap between ratings and the least minutes of contact are ours.
pub static INPAT_15: Protocol = Protocol::from_static(INPAT_15_SPEC);

pub(super) const FAMILY: &[&Protocol] = &[&INPAT_15];
