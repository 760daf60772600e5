//! IPT in prison.

use alloc::borrow::Cow;

use super::{ACUTE_16_SPEC, measure, optional, trial, worked};
use crate::{
    protocol::{
        AnchorSpec, Cadence, Cited, ContactSpec, DeclaredTask, Dose, EndingPolicy, Format,
        GroupEntry, GroupPolicy, InitialPolicy, Level, MaintenanceOffer, MeasurePolicy,
        MeasureSpec, PhaseSpec, Protocol, ProtocolSpec, Span, Stretch, TimingPolicy, TrackSpec,
    },
    record::{
        contact::{Anchor, ContactWith},
        session::{Modality, ModalitySet},
    },
    source::{Basis, SourceId},
    vocabulary::{Phase, ProtocolId, TaskToken, Track},
};

const PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Assessment"),
    worked(Phase::Initial, "Initial phase", Cited::unseen((1, 4))),
    worked(Phase::Middle, "Middle phase", Cited::unseen((5, 16))),
    worked(Phase::Termination, "Termination", Cited::unseen((17, 20))),
    optional(Phase::Concluded, "After the group"),
];

const CADENCE: &[Stretch] = &[Stretch {
    from: 1,
    to: 20,
    sessions: 2,
    days: 7,
    source: SourceId::PRISON_TRIAL,
    basis: Basis::Trial,
}];

const fn individual(track: Track) -> TrackSpec {
    TrackSpec {
        track,
        level: Level::Should,
        sessions: trial(Span::new(1, 1, 1), SourceId::PRISON_TRIAL),
        minutes: None,
    }
}

const TRACKS: &[TrackSpec] = &[
    individual(Track::PreTreatment),
    individual(Track::MidTreatment),
    individual(Track::PostTreatment),
    individual(Track::Booster),
];

const MEASURES: &[MeasureSpec] = &[
    measure(
        "ham-d-17",
        Level::May,
        Cadence::BeforeAndAfter,
        None,
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
    measure(
        "bss",
        Level::May,
        Cadence::BeforeAndAfter,
        None,
        SourceId::PRISON_TRIAL,
        Basis::Trial,
    ),
    measure(
        "bhs",
        Level::May,
        Cadence::BeforeAndAfter,
        None,
        SourceId::PRISON_TRIAL,
        Basis::Trial,
    ),
];

const TASKS: &[DeclaredTask] = &[DeclaredTask {
    token: TaskToken::from_static("release_plan"),
    label: Cow::Borrowed("Plan for the time after release"),
    phase: Phase::Termination,
    by_session: None,
    level: Level::Should,
    source: SourceId::KNOWLEDGE,
    basis: Basis::Unseen,
}];

const CONTACTS: &[ContactSpec] = &[ContactSpec {
    with: ContactWith::Service,
    level: Level::May,
    source: SourceId::KNOWLEDGE,
    basis: Basis::Unseen,
}];

const ANCHORS: &[AnchorSpec] = &[AnchorSpec {
    anchor: Anchor::Release,
    over: Phase::Termination,
    source: SourceId::KNOWLEDGE,
    basis: Basis::Unseen,
}];

/// [`PRISON_20`] in the open form.
pub const PRISON_20_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("prison-20"),
    title: Cow::Borrowed("Group IPT for people in prison with major depression"),
    parent: Some(ProtocolId::from_static("acute-16")),
    for_whom: Cow::Borrowed("people in prison with major depression"),
    format: Format::Group,
    channels: Cited::design(ModalitySet::of(&[Modality::InPerson])),
    group: Some(GroupPolicy {
        members: Cited::design(Span::new(3, 6, 10)),
        facilitators: Cited::design(Span::new(1, 2, 2)),
        entry: Cited::design(GroupEntry::Closed),
        late_until: None,
    }),
    phases: Cow::Borrowed(PHASES),
    dose: Dose {
        sessions: trial(Span::new(20, 20, 20), SourceId::PRISON_TRIAL),
        minutes: trial(Span::new(90, 90, 90), SourceId::PRISON_TRIAL),
        first_minutes: None,
        weeks: Cited::unseen(Span::new(10, 10, 11)),
        ..ACUTE_16_SPEC.dose
    },
    cadence: Cow::Borrowed(CADENCE),
    tracks: Cow::Borrowed(TRACKS),
    initial: InitialPolicy {
        sessions_usual: Cited::unseen(4),
        sessions_most: Cited::design(6),
        ..ACUTE_16_SPEC.initial
    },
    ending: EndingPolicy {
        maintenance: Cited::unseen(MaintenanceOffer::None),
        ..ACUTE_16_SPEC.ending
    },
    timing: TimingPolicy {
        twice_weekly: trial(true, SourceId::PRISON_TRIAL),
        ..ACUTE_16_SPEC.timing
    },
    measurement: MeasurePolicy {
        review_by: Cited::design(10),
        ..ACUTE_16_SPEC.measurement
    },
    measures: Cow::Borrowed(MEASURES),
    tasks: Cow::Borrowed(TASKS),
    participants: Cow::Borrowed(&[]),
    contacts: Cow::Borrowed(CONTACTS),
    anchors: Cow::Borrowed(ANCHORS),
    sources: Cow::Borrowed(&[SourceId::PRISON_TRIAL, SourceId::PRISON_PILOT]),
    ..ACUTE_16_SPEC
};

/// Group IPT in prison: twenty sessions in ten weeks, and four individual ones around them.
///
/// It differs from [`ACUTE_16`](super::ACUTE_16) in this, and other sources say:
///
/// - **Sessions**: twenty of ninety minutes over ten weeks, which is two a week; individual ones
///   before, midway, at the end and a month after (the trial's registration). A pilot worked for
///   eight weeks in prison and went on after release. An eleventh week, and the phases, are known
///   in the field; six as the most initial sessions and the review by session 10 are ours.
/// - **Release** is the day by which the group is to be over, and a plan for the time after it is
///   made: known in the field.
/// - **What a member is in prison for** is not disclosed in the group, as is known in the field. No
///   activity of the crate's list stands for that.
/// - **Size, facilitators and a closed group** were not seen; they are ours.
/// - **People**: staff of the prison may be contacted, as is known in the field; nobody else comes.
/// - **Measures**: the Hamilton scale and scales of suicidal thoughts and of hopelessness at the
///   start, at ten weeks and after three months (the same registration; the version of the first
///   was not seen, so it counts as known in the field). None is asked for, and no score of them
///   stands for a direct question.
pub static PRISON_20: Protocol = Protocol::from_static(PRISON_20_SPEC);

pub(super) const FAMILY: &[&Protocol] = &[&PRISON_20];
