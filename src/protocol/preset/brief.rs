//! Brief IPT.

use alloc::borrow::Cow;

use super::{ACUTE_16_SPEC, OFF_MODEL, every, manual, measure, optional, practice, trial, worked};
use crate::{
    protocol::{
        Cadence, Cited, Dose, EndingPolicy, FocusPolicy, Fraction, InitialPolicy, Level,
        MaintenanceOffer, MaintenancePolicy, MeasurePolicy, MeasureSpec, PhaseSpec, Protocol,
        ProtocolSpec, Span, Stretch, TechniqueSpec, TimingPolicy, TrackSpec, WorkPolicy,
    },
    source::{Basis, SourceId},
    vocabulary::{AreaSet, Phase, ProblemArea, ProtocolId, Technique, Track, WorkKind, WorkSet},
};

const PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Engagement"),
    worked(
        Phase::Initial,
        "Initial phase",
        manual((1, 2), SourceId::SWARTZ_2014),
    ),
    worked(Phase::Middle, "Middle phase", Cited::unseen((3, 7))),
    worked(Phase::Termination, "Termination", Cited::unseen((8, 8))),
    optional(Phase::Concluded, "Conclusion of acute treatment"),
    optional(Phase::Continuation, "Continuation"),
    optional(Phase::Maintenance, "Maintenance"),
];

const CADENCE: &[Stretch] = &[every(7, 1, 8, SourceId::KNOWLEDGE, Basis::Unseen)];

const TRACKS: &[TrackSpec] = &[TrackSpec {
    track: Track::PreTreatment,
    level: Level::Should,
    sessions: manual(Span::new(1, 1, 1), SourceId::SWARTZ_2014),
    minutes: None,
}];

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
        "gaf",
        Level::May,
        Cadence::BeforeAndAfter,
        None,
        SourceId::SWARTZ_2008,
        Basis::Trial,
    ),
    measure(
        "bdi",
        Level::May,
        Cadence::EverySession,
        None,
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
];

const TECHNIQUES: &[TechniqueSpec] = &[TechniqueSpec {
    technique: Technique::BetweenSessionAttempt,
    level: Level::Should,
    source: SourceId::KNOWLEDGE,
    basis: Basis::Unseen,
}];

/// [`B_8`] in the open form.
pub const B_8_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("b-8"),
    title: Cow::Borrowed("Brief IPT (IPT-B)"),
    parent: Some(ProtocolId::from_static("acute-16")),
    for_whom: Cow::Borrowed("adults with depression who are unlikely to stay for sixteen sessions"),
    techniques: Cow::Borrowed(TECHNIQUES),
    dose: Dose {
        sessions: manual(Span::new(8, 8, 8), SourceId::SWARTZ_2014),
        minutes: Cited::unseen(Span::new(45, 50, 60)),
        first_minutes: None,
        weeks: Cited::unseen(Span::new(8, 8, 12)),
        ..ACUTE_16_SPEC.dose
    },
    focus: FocusPolicy {
        areas: practice(
            AreaSet::of(&[
                ProblemArea::Grief,
                ProblemArea::RoleDispute,
                ProblemArea::RoleTransition,
            ]),
            SourceId::MOMCARE,
        ),
        max_active: Cited::design(1),
        deficits_last_resort: Cited::design(false),
        secondary_share: Cited::design(Fraction::new(0, 1)),
        off_focus_run: Cited::design(1),
        ..ACUTE_16_SPEC.focus
    },
    initial: InitialPolicy {
        sessions_usual: manual(2, SourceId::SWARTZ_2014),
        sessions_most: Cited::design(3),
        ..ACUTE_16_SPEC.initial
    },
    ending: EndingPolicy {
        sessions_min: Cited::unseen(1),
        sessions_max: Cited::design(2),
        announce_note_below: Cited::design(2),
        announce_warn_below: Cited::design(1),
        maintenance: practice(MaintenanceOffer::Optional, SourceId::MOMCARE),
        ..ACUTE_16_SPEC.ending
    },
    maintenance: MaintenancePolicy {
        interval_days: practice(Span::new(14, 30, 62), SourceId::MOMCARE),
        ..ACUTE_16_SPEC.maintenance
    },
    timing: TimingPolicy {
        gap_break: Cited::design(Fraction::new(3, 1)),
        twice_weekly: Cited::unseen(false),
        extensions_max: Cited::design(0),
        extension_sessions_max: Cited::design(0),
        ..ACUTE_16_SPEC.timing
    },
    measurement: MeasurePolicy {
        max_gap: Cited::design(2),
        review_by: Cited::design(4),
        ..ACUTE_16_SPEC.measurement
    },
    work: WorkPolicy {
        between_sessions: practice(
            WorkSet::of(&[WorkKind::Attempt, WorkKind::Structured]),
            SourceId::SOCIAL_WORK_PODCAST,
        ),
        contact_minutes_min: Cited::design(20),
        ..ACUTE_16_SPEC.work
    },
    phases: Cow::Borrowed(PHASES),
    cadence: Cow::Borrowed(CADENCE),
    tracks: Cow::Borrowed(TRACKS),
    measures: Cow::Borrowed(MEASURES),
    proscribed: Cow::Borrowed(&OFF_MODEL),
    sources: Cow::Borrowed(&[
        SourceId::SWARTZ_2014,
        SourceId::IPTINSTITUTE_BRIEF,
        SourceId::MOMCARE,
        SourceId::SWARTZ_2008,
        SourceId::SOCIAL_WORK_PODCAST,
    ]),
    ..ACUTE_16_SPEC
};

/// Brief IPT by Swartz and colleagues: an engagement session, then eight, with a manageable focus.
///
/// It differs from [`ACUTE_16`](super::ACUTE_16) in this, and other sources say:
///
/// - **For whom**: women who were offered sixteen sessions came to eight on average (Swartz et al.
///   2014).
/// - **Sessions** follow Swartz et al. 2014 and the IPT Institute's page; the one engagement
///   session before them is usual here and optional there, and trials that count it speak of nine.
///   Minutes, and twelve weeks as the most, are known in the field.
/// - **Areas**: the University of Washington's perinatal programme lists grief, dispute and
///   transition, and so deficits are not among them.
/// - **One focus** is how the published descriptions were put into numbers: a manageable focus is
///   chosen. The same perinatal programme speaks of more than one, so the limit counts as ours and
///   passing it is at most a warning.
/// - **Initial phase** of two sessions: Swartz et al. 2014 and the IPT Institute's page. Three as
///   the most, two as the most of the ending, when it is announced, the review, the greatest gap
///   between ratings, and three weeks as a break, are ours; the place of the middle phase and that
///   one session is the ending are known in the field. The inventory is a short one; how many
///   people it holds at least is as in the standard form.
/// - **Work between sessions** is assigned, as a podcast of 2007 says of brief IPT; homework is
///   therefore not among what is off the model. That something to try is agreed on each week is
///   known in the field, and so is early activation, which stands in no list.
/// - **Measures** are those of the trial with mothers of children in treatment (HAM-D and GAF at 0,
///   3 and 9 months), so none is asked for. That its Hamilton scale is the one with 17 items is
///   known in the field.
/// - **Maintenance** after a response is bi-monthly or monthly in the perinatal programme. The word
///   is read both as twice a month and as every two months.
/// - No extension and no second session a week: ours, and known in the field.
pub static B_8: Protocol = Protocol::from_static(B_8_SPEC);

const MOMS_PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Engagement"),
    worked(
        Phase::Initial,
        "Initial phase",
        manual((1, 2), SourceId::SWARTZ_2014),
    ),
    worked(Phase::Middle, "Middle phase", Cited::unseen((3, 7))),
    worked(Phase::Termination, "Termination", Cited::unseen((8, 8))),
    optional(Phase::Concluded, "Conclusion of acute treatment"),
];

const MOMS_MEASURES: &[MeasureSpec] = &[
    measure(
        "ham-d-17",
        Level::Should,
        Cadence::BeforeAndAfter,
        None,
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
    measure(
        "gaf",
        Level::Should,
        Cadence::BeforeAndAfter,
        None,
        SourceId::SWARTZ_2008,
        Basis::Trial,
    ),
    measure(
        "bdi",
        Level::May,
        Cadence::EverySession,
        None,
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
];

/// [`MOMS_9`] in the open form.
pub const MOMS_9_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("moms-9"),
    title: Cow::Borrowed(
        "Brief IPT for depressed mothers of children in psychiatric treatment (IPT-MOMS)",
    ),
    parent: Some(ProtocolId::from_static("b-8")),
    for_whom: Cow::Borrowed("depressed mothers whose children are in psychiatric treatment"),
    dose: Dose {
        sessions: trial(Span::new(8, 8, 8), SourceId::SWARTZ_2008),
        minutes: Cited::unseen(Span::new(45, 45, 60)),
        weeks: Cited::unseen(Span::new(8, 9, 12)),
        ..B_8_SPEC.dose
    },
    focus: FocusPolicy {
        areas: Cited::unseen(AreaSet::ALL),
        deficits_last_resort: Cited::unseen(true),
        ..B_8_SPEC.focus
    },
    ending: EndingPolicy {
        maintenance: Cited::unseen(MaintenanceOffer::None),
        ..B_8_SPEC.ending
    },
    maintenance: ACUTE_16_SPEC.maintenance,
    phases: Cow::Borrowed(MOMS_PHASES),
    measures: Cow::Borrowed(MOMS_MEASURES),
    participants: Cow::Borrowed(&[]),
    sources: Cow::Borrowed(&[
        SourceId::SWARTZ_2008,
        SourceId::SWARTZ_2014,
        SourceId::SOCIAL_WORK_PODCAST,
    ]),
    ..B_8_SPEC
};

/// Brief IPT for depressed mothers whose children are in psychiatric treatment: an engagement
/// session, then eight.
///
/// It differs from [`B_8`] in this, and other sources say:
///
/// - **Sessions**: the trial speaks of nine (Swartz et al. 2008) and counts the engagement session,
///   which stands here as a track of its own. Minutes and weeks are known in the field.
/// - **Areas**: all four, as is known in the field, though deficits are discouraged.
/// - **Measures** are those of the trial, the Hamilton scale and the GAF at 0, 3 and 9 months.
///   Which version of the Hamilton scale is known in the field. A weekly BDI is known there too,
///   with little certainty.
/// - **People**: nobody comes along; the child is treated elsewhere (Swartz et al. 2008).
/// - **Maintenance** is not part of it, as is known in the field.
pub static MOMS_9: Protocol = Protocol::from_static(MOMS_9_SPEC);

pub(super) const FAMILY: &[&Protocol] = &[&B_8, &MOMS_9];
