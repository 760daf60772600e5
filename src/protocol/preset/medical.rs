//! IPT beside a physical illness.

use alloc::borrow::Cow;

use super::{ACUTE_16_SPEC, every, measure, optional, trial, worked};
use crate::{
    measure::InstrumentId,
    protocol::{
        Cadence, Cited, ContactSpec, DeclaredTask, Dose, EndingPolicy, EntryScore, FocusPolicy,
        Fraction, InitialPolicy, Level, MaintenanceOffer, MeasurePolicy, MeasureSpec, PhaseSpec,
        Protocol, ProtocolSpec, Span, Stretch, TimingPolicy,
    },
    record::{
        contact::ContactWith,
        session::{Modality, ModalitySet},
    },
    source::{Basis, SourceId},
    vocabulary::{Phase, ProtocolId, TaskToken},
};

/// The service that treats the physical illness, as is known in the field.
const PHYSICIAN: &[ContactSpec] = &[ContactSpec {
    with: ContactWith::Service,
    level: Level::Should,
    source: SourceId::KNOWLEDGE,
    basis: Basis::Unseen,
}];

/// The physical illness as a change of role.
const fn illness_as_transition(source: SourceId, basis: Basis) -> DeclaredTask {
    DeclaredTask {
        token: TaskToken::from_static("illness_as_transition"),
        label: Cow::Borrowed("The illness considered as a role transition"),
        phase: Phase::Initial,
        by_session: None,
        level: Level::Should,
        source,
        basis,
    }
}

const HIV_PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Assessment"),
    worked(Phase::Initial, "Initial phase", Cited::unseen((1, 3))),
    worked(Phase::Middle, "Middle phase", Cited::unseen((4, 13))),
    worked(Phase::Termination, "Termination", Cited::unseen((14, 16))),
    optional(Phase::Concluded, "Conclusion of acute treatment"),
];

const HIV_CADENCE: &[Stretch] = &[every(7, 1, 16, SourceId::KNOWLEDGE, Basis::Unseen)];

const HIV_ENTRY: &[EntryScore] = &[EntryScore {
    instrument: InstrumentId::from_static("ham-d-24"),
    min: Some(15),
    max: None,
    firm: true,
    source: SourceId::MARKOWITZ_1998,
    basis: Basis::Trial,
}];

const HIV_MEASURES: &[MeasureSpec] = &[measure(
    "ham-d-24",
    Level::May,
    Cadence::EveryWeeks,
    Some(8),
    SourceId::KNOWLEDGE,
    Basis::Unseen,
)];

const HIV_TASKS: &[DeclaredTask] = &[illness_as_transition(
    SourceId::MARKOWITZ_1998,
    Basis::Trial,
)];

/// [`HIV_16`] in the open form.
pub const HIV_16_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("hiv-16"),
    title: Cow::Borrowed("IPT for people with HIV and depressive symptoms"),
    parent: Some(ProtocolId::from_static("acute-16")),
    for_whom: Cow::Borrowed("people with HIV and depressive symptoms"),
    phases: Cow::Borrowed(HIV_PHASES),
    indications: Cow::Borrowed(&[]),
    entry_scores: Cow::Borrowed(HIV_ENTRY),
    dose: Dose {
        sessions: Cited::unseen(Span::new(16, 16, 16)),
        minutes: Cited::unseen(Span::new(50, 50, 50)),
        first_minutes: None,
        weeks: Cited::unseen(Span::new(16, 16, 17)),
        ..ACUTE_16_SPEC.dose
    },
    cadence: Cow::Borrowed(HIV_CADENCE),
    ending: EndingPolicy {
        maintenance: Cited::unseen(MaintenanceOffer::None),
        ..ACUTE_16_SPEC.ending
    },
    timing: TimingPolicy {
        twice_weekly: Cited::design(false),
        ..ACUTE_16_SPEC.timing
    },
    measures: Cow::Borrowed(HIV_MEASURES),
    tasks: Cow::Borrowed(HIV_TASKS),
    contacts: Cow::Borrowed(PHYSICIAN),
    sources: Cow::Borrowed(&[SourceId::MARKOWITZ_1998, SourceId::MARKOWITZ_ADHERENCE]),
    ..ACUTE_16_SPEC
};

/// IPT for depressive symptoms with HIV: sixteen weeks, and the illness as a change of role.
///
/// It differs from [`ACUTE_16`](super::ACUTE_16) in this, and other sources say:
///
/// - **Weeks**: sixteen (Markowitz et al. 1998); that seventeen are still within, that the sessions
///   are sixteen and weekly, and their minutes and phases, are known in the field. Adherence was
///   monitored in that trial.
/// - **Entry**: a score of 15 or more on the Hamilton scale of 24 items. The trial was of
///   depressive symptoms, so no diagnosis is asked for.
/// - **The illness as a transition** is considered (the same trial). It becomes the focus where it
///   fits; all four areas are kept.
/// - **A physician** is in contact, and physical health is followed: known in the field.
/// - **Measures**: the same scale at 0, 8 and 16 weeks, known in the field. None is asked for.
/// - No second session a week: ours. Nothing afterwards, as is known in the field.
pub static HIV_16: Protocol = Protocol::from_static(HIV_16_SPEC);

const TELE_PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Assessment"),
    worked(Phase::Initial, "Initial phase", Cited::unseen((1, 2))),
    worked(Phase::Middle, "Middle phase", Cited::unseen((3, 7))),
    worked(Phase::Termination, "Termination", Cited::unseen((8, 9))),
    optional(Phase::Concluded, "Conclusion of acute treatment"),
];

const TELE_CADENCE: &[Stretch] = &[every(7, 1, 9, SourceId::TELE_IPT_HIV, Basis::Trial)];

const TELE_MEASURES: &[MeasureSpec] = &[measure(
    "bdi",
    Level::May,
    Cadence::BeforeAndAfter,
    None,
    SourceId::TELE_IPT_HIV,
    Basis::Trial,
)];

const TELE_TASKS: &[DeclaredTask] = &[DeclaredTask {
    token: TaskToken::from_static("privacy_check"),
    label: Cow::Borrowed("Asked whether the call is private"),
    phase: Phase::Initial,
    by_session: Some(1),
    level: Level::Should,
    source: SourceId::KNOWLEDGE,
    basis: Basis::Unseen,
}];

/// [`TELE_HIV_9`] in the open form.
pub const TELE_HIV_9_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("tele-hiv-9"),
    title: Cow::Borrowed("IPT by telephone for rural people with HIV and depression"),
    parent: Some(ProtocolId::from_static("hiv-16")),
    for_whom: Cow::Borrowed(
        "people with HIV and depression in rural places, treated on the telephone",
    ),
    channels: trial(
        ModalitySet::of(&[Modality::Telephone]),
        SourceId::TELE_IPT_HIV,
    ),
    phases: Cow::Borrowed(TELE_PHASES),
    entry_scores: Cow::Borrowed(&[]),
    dose: Dose {
        sessions: trial(Span::new(9, 9, 9), SourceId::TELE_IPT_HIV),
        minutes: trial(Span::new(60, 60, 60), SourceId::TELE_IPT_HIV),
        weeks: Cited::unseen(Span::new(9, 9, 12)),
        ..HIV_16_SPEC.dose
    },
    cadence: Cow::Borrowed(TELE_CADENCE),
    focus: FocusPolicy {
        max_active: Cited::design(1),
        secondary_share: Cited::design(Fraction::new(0, 1)),
        ..HIV_16_SPEC.focus
    },
    initial: InitialPolicy {
        sessions_usual: Cited::unseen(2),
        sessions_most: Cited::design(3),
        ..HIV_16_SPEC.initial
    },
    ending: EndingPolicy {
        sessions_min: Cited::design(1),
        sessions_max: Cited::design(3),
        announce_note_below: Cited::design(3),
        announce_warn_below: Cited::design(2),
        ..HIV_16_SPEC.ending
    },
    measurement: MeasurePolicy {
        review_by: Cited::design(5),
        ..HIV_16_SPEC.measurement
    },
    measures: Cow::Borrowed(TELE_MEASURES),
    tasks: Cow::Borrowed(TELE_TASKS),
    participants: Cow::Borrowed(&[]),
    contacts: Cow::Borrowed(&[]),
    sources: Cow::Borrowed(&[SourceId::TELE_IPT_HIV]),
    ..HIV_16_SPEC
};

/// IPT by telephone for people with HIV in rural places: nine weekly calls of an hour.
///
/// It differs from [`HIV_16`] in this, and other sources say:
///
/// - **Sessions**: nine weekly calls of one hour (the trial's registration and a report on it), and
///   the telephone as the only channel. Twelve weeks as the most, and the phases, are known in the
///   field; how long the ending is at least and at most, when it is announced, three as the most
///   initial sessions and the review are ours.
/// - **Privacy** is asked about in each call, as is known in the field. A task stands once here, in
///   the first session.
/// - **One focus**: how the published descriptions were put into numbers, so the limit counts as
///   ours.
/// - **Entry**: no score was seen.
/// - **Measures**: the BDI at the start and at nine weeks, then after four and eight months; half
///   the score counted as response, and 22 % reached it. None is asked for.
/// - **People**: nobody else, as is known in the field.
pub static TELE_HIV_9: Protocol = Protocol::from_static(TELE_HIV_9_SPEC);

const CREATE_PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Assessment"),
    worked(Phase::Initial, "Initial phase", Cited::unseen((1, 3))),
    worked(Phase::Middle, "Middle phase", Cited::unseen((4, 10))),
    worked(Phase::Termination, "Termination", Cited::unseen((11, 12))),
    optional(Phase::Concluded, "Conclusion of acute treatment"),
];

const CREATE_CADENCE: &[Stretch] = &[every(7, 1, 12, SourceId::KNOWLEDGE, Basis::Unseen)];

const CREATE_MEASURES: &[MeasureSpec] = &[measure(
    "ham-d-24",
    Level::May,
    Cadence::BeforeAndAfter,
    None,
    SourceId::KNOWLEDGE,
    Basis::Unseen,
)];

const CREATE_TASKS: &[DeclaredTask] = &[illness_as_transition(SourceId::KNOWLEDGE, Basis::Unseen)];

/// [`CREATE_12`] in the open form.
pub const CREATE_12_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("create-12"),
    title: Cow::Borrowed("IPT for people with coronary disease and major depression"),
    parent: Some(ProtocolId::from_static("acute-16")),
    for_whom: Cow::Borrowed("people with coronary artery disease and major depression"),
    channels: Cited::unseen(ModalitySet::of(&[Modality::InPerson, Modality::Telephone])),
    phases: Cow::Borrowed(CREATE_PHASES),
    dose: Dose {
        sessions: Cited::unseen(Span::new(12, 12, 12)),
        minutes: Cited::unseen(Span::new(50, 50, 60)),
        first_minutes: None,
        weeks: Cited::unseen(Span::new(12, 12, 14)),
        ..ACUTE_16_SPEC.dose
    },
    cadence: Cow::Borrowed(CREATE_CADENCE),
    ending: EndingPolicy {
        maintenance: Cited::unseen(MaintenanceOffer::None),
        ..ACUTE_16_SPEC.ending
    },
    timing: TimingPolicy {
        twice_weekly: Cited::design(false),
        ..ACUTE_16_SPEC.timing
    },
    measurement: MeasurePolicy {
        review_by: Cited::design(6),
        ..ACUTE_16_SPEC.measurement
    },
    measures: Cow::Borrowed(CREATE_MEASURES),
    tasks: Cow::Borrowed(CREATE_TASKS),
    contacts: Cow::Borrowed(PHYSICIAN),
    sources: Cow::Borrowed(&[]),
    ..ACUTE_16_SPEC
};

/// IPT for major depression with coronary disease: twelve weekly sessions, some of them by
/// telephone.
///
/// It differs from [`ACUTE_16`](super::ACUTE_16) in this:
///
/// - **Sessions, minutes, weeks, phases, channels and measures** are known in the field. The
///   trial's methods were not read, so every number of its own counts as unseen, and passing one is
///   at most a warning.
/// - **The illness as a transition** is considered, as in [`HIV_16`], and a physician is in
///   contact: known in the field.
/// - **The review** by session 6 is ours, and so is that there is no second session a week.
/// - Nothing is provided for afterwards, as is known in the field.
pub static CREATE_12: Protocol = Protocol::from_static(CREATE_12_SPEC);

pub(super) const FAMILY: &[&Protocol] = &[&HIV_16, &TELE_HIV_9, &CREATE_12];
