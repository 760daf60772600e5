//! IPT for binge eating and bulimia.

use alloc::borrow::Cow;

use super::{
    ACUTE_16_SPEC, HOMEWORK, OFF_MODEL, every, indicated, manual, measure, off_model, optional,
    trial, worked,
};
use crate::{
    protocol::{
        Adjustment, Cadence, Cited, DeclaredTask, Dose, EndingPolicy, FocusPolicy, Format,
        Indication, InitialPolicy, Level, MaintenanceOffer, MeasurePolicy, MeasureSpec,
        MiddlePolicy, PhaseSpec, Population, Proscription, Protocol, ProtocolSpec, Span, Stretch,
        TimingPolicy, TrackSpec, WorkPolicy,
    },
    source::{Basis, SourceId},
    vocabulary::{OffModel, Phase, ProtocolId, RuleCode, Severity, TaskToken, Track},
};

const fn usual(
    token: &'static str,
    label: &'static str,
    source: SourceId,
    basis: Basis,
) -> DeclaredTask {
    DeclaredTask {
        token: TaskToken::from_static(token),
        label: Cow::Borrowed(label),
        phase: Phase::Initial,
        by_session: None,
        level: Level::Should,
        source,
        basis,
    }
}

const fn around(track: Track, minutes: u16) -> TrackSpec {
    TrackSpec {
        track,
        level: Level::Should,
        sessions: Cited::unseen(Span::new(1, 1, 1)),
        minutes: Some(Cited::unseen(Span::new(minutes, minutes, minutes))),
    }
}

/// Talk of symptoms in each session, where the source has none of it: the rule is left as something
/// to see.
const fn symptoms_unspoken(source: SourceId, basis: Basis) -> Adjustment {
    Adjustment {
        code: RuleCode::from_static("IPT-111"),
        severity: Some(Severity::Note),
        source,
        basis,
    }
}

const BED_G20_PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Assessment and pre-group meeting"),
    worked(Phase::Initial, "Initial phase", Cited::unseen((1, 5))),
    worked(Phase::Middle, "Middle phase", Cited::unseen((6, 15))),
    worked(Phase::Termination, "Termination", Cited::unseen((16, 20))),
    optional(Phase::Concluded, "Post-group meeting and follow-up"),
];

const BED_G20_CADENCE: &[Stretch] = &[every(7, 1, 20, SourceId::WILFLEY_2002, Basis::Trial)];

const BED_G20_TRACKS: &[TrackSpec] = &[
    around(Track::PreTreatment, 120),
    around(Track::MidTreatment, 60),
    around(Track::PostTreatment, 60),
];

const BINGE_EATING: &[Indication] = &[indicated("icd-10", "F50.8"), indicated("icd-11", "6B82")];

const BED_MEASURES: &[MeasureSpec] = &[
    measure(
        "bdi",
        Level::May,
        Cadence::BeforeAndAfter,
        None,
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
    measure(
        "binge-days",
        Level::May,
        Cadence::BeforeAndAfter,
        None,
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
    measure(
        "ede",
        Level::May,
        Cadence::BeforeAndAfter,
        None,
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
];

const BED_PROSCRIBED: &[Proscription] = &[
    OFF_MODEL[0],
    OFF_MODEL[1],
    OFF_MODEL[2],
    OFF_MODEL[3],
    OFF_MODEL[4],
    OFF_MODEL[5],
    HOMEWORK,
    off_model(OffModel::DietAdvice, SourceId::KNOWLEDGE, Basis::Unseen),
];

const BED_TASKS: &[DeclaredTask] = &[usual(
    "written_goals",
    "Written goals of each member",
    SourceId::KNOWLEDGE,
    Basis::Unseen,
)];

/// [`BED_G20`] in the open form.
pub const BED_G20_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("bed-g20"),
    title: Cow::Borrowed("Group IPT for binge eating disorder"),
    parent: Some(ProtocolId::from_static("acute-16")),
    for_whom: Cow::Borrowed("overweight adults with binge eating disorder"),
    format: Format::Group,
    population: Population {
        age_min: Some(Cited::design(18)),
        ..ACUTE_16_SPEC.population
    },
    indications: Cow::Borrowed(BINGE_EATING),
    contraindications: Cow::Borrowed(&[]),
    dose: Dose {
        sessions: trial(Span::new(20, 20, 20), SourceId::WILFLEY_2002),
        minutes: Cited::unseen(Span::new(90, 90, 90)),
        first_minutes: None,
        weeks: Cited::design(Span::new(20, 20, 22)),
        ..ACUTE_16_SPEC.dose
    },
    focus: FocusPolicy {
        off_focus_run: Cited::design(3),
        ..ACUTE_16_SPEC.focus
    },
    middle: MiddlePolicy {
        incident_run: Cited::design(3),
        ..ACUTE_16_SPEC.middle
    },
    initial: InitialPolicy {
        sessions_usual: Cited::unseen(5),
        sessions_most: Cited::design(6),
        ..ACUTE_16_SPEC.initial
    },
    ending: EndingPolicy {
        sessions_max: Cited::unseen(5),
        maintenance: Cited::unseen(MaintenanceOffer::None),
        ..ACUTE_16_SPEC.ending
    },
    timing: TimingPolicy {
        twice_weekly: Cited::design(false),
        extensions_max: Cited::design(0),
        extension_sessions_max: Cited::design(0),
        ..ACUTE_16_SPEC.timing
    },
    measurement: MeasurePolicy {
        review_by: Cited::unseen(10),
        ..ACUTE_16_SPEC.measurement
    },
    work: WorkPolicy {
        contact_minutes_min: Cited::design(45),
        ..ACUTE_16_SPEC.work
    },
    phases: Cow::Borrowed(BED_G20_PHASES),
    cadence: Cow::Borrowed(BED_G20_CADENCE),
    tracks: Cow::Borrowed(BED_G20_TRACKS),
    measures: Cow::Borrowed(BED_MEASURES),
    proscribed: Cow::Borrowed(BED_PROSCRIBED),
    tasks: Cow::Borrowed(BED_TASKS),
    participants: Cow::Borrowed(&[]),
    sources: Cow::Borrowed(&[SourceId::WILFLEY_2002]),
    ..ACUTE_16_SPEC
};

/// Group IPT for binge eating disorder: twenty weekly sessions of a group, with individual meetings
/// before, midway and after.
///
/// It differs from [`ACUTE_16`](super::ACUTE_16) in this, and other sources say:
///
/// - **Sessions**: twenty weekly ones for overweight patients (Wilfley et al. 2002). Their ninety
///   minutes, the meeting of two hours before the group, and those of an hour midway and after it,
///   are known in the field; so are the phases 1–5, 6–15, 16–20. The two weeks of slack, six as the
///   most initial sessions, eighteen years, and that it is neither extended nor held twice a week,
///   are ours.
/// - **The group**: how many members and facilitators it has was not seen, so nothing is said of
///   them. Runs without a member's own incident or focus may be longer than in individual
///   treatment; three is ours.
/// - **Written goals** of each member after the first meeting are known in the field. The meeting
///   midway is where progress is reviewed, so the review is due by session 10.
/// - **Advice on diet** is no part of it, as is known in the field.
/// - **Measures**: the trial assessed before, after, and every four months for a year; which
///   instruments is known in the field, and how often. None is asked for.
/// - **Diagnosis**: the codes are those known in the field; ICD-10 has none of its own.
/// - **No maintenance** belongs to it, as is known in the field.
pub static BED_G20: Protocol = Protocol::from_static(BED_G20_SPEC);

const BED_I19_PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Assessment"),
    worked(Phase::Initial, "Initial phase", Cited::unseen((1, 4))),
    worked(Phase::Middle, "Middle phase", Cited::unseen((5, 15))),
    worked(Phase::Termination, "Termination", Cited::unseen((16, 19))),
    optional(Phase::Concluded, "Follow-up"),
];

const BED_I19_CADENCE: &[Stretch] = &[
    every(5, 1, 3, SourceId::DESIGN, Basis::Design),
    every(7, 4, 15, SourceId::DESIGN, Basis::Design),
    every(14, 16, 19, SourceId::DESIGN, Basis::Design),
];

const BED_I19_TASKS: &[DeclaredTask] = &[usual(
    "written_goals",
    "Written goals",
    SourceId::KNOWLEDGE,
    Basis::Unseen,
)];

/// [`BED_I19`] in the open form.
pub const BED_I19_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("bed-i19"),
    title: Cow::Borrowed("Individual IPT for binge eating disorder"),
    parent: Some(ProtocolId::from_static("bed-g20")),
    for_whom: Cow::Borrowed("adults with binge eating disorder"),
    format: Format::Individual,
    dose: Dose {
        sessions: Cited::unseen(Span::new(19, 19, 20)),
        minutes: Cited::unseen(Span::new(50, 60, 60)),
        first_minutes: Some(Cited::unseen(Span::new(120, 120, 120))),
        weeks: Cited::unseen(Span::new(20, 24, 24)),
        ..BED_G20_SPEC.dose
    },
    focus: ACUTE_16_SPEC.focus,
    middle: ACUTE_16_SPEC.middle,
    initial: InitialPolicy {
        sessions_usual: Cited::unseen(4),
        sessions_most: Cited::design(5),
        ..BED_G20_SPEC.initial
    },
    ending: EndingPolicy {
        sessions_max: Cited::unseen(4),
        ..BED_G20_SPEC.ending
    },
    timing: TimingPolicy {
        twice_weekly: Cited::unseen(true),
        taper: Cited::unseen(true),
        extensions_max: Cited::design(1),
        extension_sessions_max: Cited::design(1),
        ..BED_G20_SPEC.timing
    },
    measurement: ACUTE_16_SPEC.measurement,
    work: WorkPolicy {
        contact_minutes_min: Cited::design(25),
        ..BED_G20_SPEC.work
    },
    phases: Cow::Borrowed(BED_I19_PHASES),
    cadence: Cow::Borrowed(BED_I19_CADENCE),
    tracks: Cow::Borrowed(&[]),
    tasks: Cow::Borrowed(BED_I19_TASKS),
    sources: Cow::Borrowed(&[SourceId::BED_MANUAL]),
    ..BED_G20_SPEC
};

/// Individual IPT for binge eating disorder: nineteen sessions in twenty-four weeks, the first of
/// two hours.
///
/// It differs from [`BED_G20`], the group form that its manual comes from, in this, and other
/// sources say:
///
/// - **Sessions**: nineteen in 24 weeks, the first of two hours; that they come closer at first and
///   further apart at the end; the phases 1–4, 5–15, 16–19: all known in the field. A therapist's
///   manual exists; its numbers were not read. How far apart sessions are in each stretch is ours,
///   and so are five as the most initial sessions and one session more by agreement.
/// - **Review**: by session 8, as in the standard form, since there is no meeting midway.
pub static BED_I19: Protocol = Protocol::from_static(BED_I19_SPEC);

const BN_19_PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Assessment"),
    worked(
        Phase::Initial,
        "First stage",
        manual((1, 4), SourceId::FAIRBURN_DIV12),
    ),
    worked(Phase::Middle, "Second stage", Cited::design((5, 16))),
    worked(Phase::Termination, "Third stage", Cited::design((17, 19))),
    optional(Phase::Concluded, "Follow-up"),
];

const BN_19_CADENCE: &[Stretch] = &[
    every(4, 1, 4, SourceId::DESIGN, Basis::Design),
    every(7, 5, 16, SourceId::DESIGN, Basis::Design),
    every(14, 17, 19, SourceId::DESIGN, Basis::Design),
];

const BULIMIA: &[Indication] = &[
    indicated("icd-10", "F50.2"),
    indicated("icd-10", "F50.3"),
    indicated("icd-11", "6B81"),
];

const BN_MEASURES: &[MeasureSpec] = &[
    measure(
        "bdi",
        Level::May,
        Cadence::BeforeAndAfter,
        None,
        SourceId::SCIELO_MX_BULIMIA,
        Basis::Trial,
    ),
    measure(
        "ede",
        Level::May,
        Cadence::BeforeAndAfter,
        None,
        SourceId::SCIELO_MX_BULIMIA,
        Basis::Trial,
    ),
    measure(
        "binge-count",
        Level::May,
        Cadence::BeforeAndAfter,
        None,
        SourceId::SCIELO_MX_BULIMIA,
        Basis::Trial,
    ),
    measure(
        "vomit-count",
        Level::May,
        Cadence::BeforeAndAfter,
        None,
        SourceId::SCIELO_MX_BULIMIA,
        Basis::Trial,
    ),
    measure(
        "rse",
        Level::May,
        Cadence::BeforeAndAfter,
        None,
        SourceId::SCIELO_MX_BULIMIA,
        Basis::Trial,
    ),
    measure(
        "iip-32",
        Level::May,
        Cadence::BeforeAndAfter,
        None,
        SourceId::SCIELO_MX_BULIMIA,
        Basis::Trial,
    ),
];

const BN_19_PROSCRIBED: &[Proscription] = &[
    Proscription {
        activity: OffModel::EatingTalk,
        outright: true,
        after: Some(Phase::Initial),
        source: SourceId::FAIRBURN_DIV12,
        basis: Basis::Manual,
    },
    OFF_MODEL[0],
    OFF_MODEL[1],
    OFF_MODEL[2],
    OFF_MODEL[3],
    OFF_MODEL[4],
    OFF_MODEL[5],
    HOMEWORK,
];

const BN_19_TASKS: &[DeclaredTask] = &[usual(
    "eating_history",
    "History of the eating problem in its interpersonal context",
    SourceId::FAIRBURN_DIV12,
    Basis::Manual,
)];

const BN_19_ADJUSTMENTS: &[Adjustment] =
    &[symptoms_unspoken(SourceId::FAIRBURN_DIV12, Basis::Manual)];

/// [`BN_19`] in the open form.
pub const BN_19_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("bn-19"),
    title: Cow::Borrowed("IPT for bulimia nervosa"),
    parent: Some(ProtocolId::from_static("acute-16")),
    for_whom: Cow::Borrowed("adults with bulimia nervosa"),
    population: Population {
        age_min: Some(Cited::design(18)),
        ..ACUTE_16_SPEC.population
    },
    indications: Cow::Borrowed(BULIMIA),
    contraindications: Cow::Borrowed(&[]),
    dose: Dose {
        sessions: Cited::unseen(Span::new(15, 19, 20)),
        minutes: manual(Span::new(50, 50, 50), SourceId::FAIRBURN_DIV12),
        first_minutes: None,
        weeks: manual(Span::new(16, 20, 20), SourceId::FAIRBURN_DIV12),
        ..ACUTE_16_SPEC.dose
    },
    initial: InitialPolicy {
        sessions_usual: manual(4, SourceId::FAIRBURN_DIV12),
        sessions_most: Cited::design(5),
        ..ACUTE_16_SPEC.initial
    },
    ending: EndingPolicy {
        maintenance: Cited::unseen(MaintenanceOffer::None),
        ..ACUTE_16_SPEC.ending
    },
    timing: TimingPolicy {
        twice_weekly: Cited::design(true),
        taper: Cited::design(true),
        extension_sessions_max: Cited::design(1),
        ..ACUTE_16_SPEC.timing
    },
    measurement: MeasurePolicy {
        max_gap: Cited::design(10),
        ..ACUTE_16_SPEC.measurement
    },
    phases: Cow::Borrowed(BN_19_PHASES),
    cadence: Cow::Borrowed(BN_19_CADENCE),
    measures: Cow::Borrowed(BN_MEASURES),
    proscribed: Cow::Borrowed(BN_19_PROSCRIBED),
    tasks: Cow::Borrowed(BN_19_TASKS),
    participants: Cow::Borrowed(&[]),
    adjustments: Cow::Borrowed(BN_19_ADJUSTMENTS),
    sources: Cow::Borrowed(&[SourceId::FAIRBURN_DIV12, SourceId::SCIELO_MX_BULIMIA]),
    ..ACUTE_16_SPEC
};

/// IPT for bulimia nervosa after Fairburn: fifteen to twenty sessions in which eating is not spoken
/// of after the first stage.
///
/// It differs from [`ACUTE_16`](super::ACUTE_16) in this, and other sources say:
///
/// - **Sessions**: 15 to 20 of fifty minutes over four to five months, counted here as four weeks
///   each (APA Division 12, after Fairburn 1994). Nineteen sessions in twenty weeks, as in a later
///   trial, are known in the field. That they come closer at first and further apart at the end,
///   how far, and one session more by agreement, are ours.
/// - **First stage** of three or four sessions, in which the history of the eating problem is taken
///   in its interpersonal context: the same account. The numbers of the other stages, and five as
///   the most, are ours.
/// - **Talk of eating** after the first stage is forbidden outright: it is not discussed directly,
///   and the patient is pressed harder to change. That symptoms are asked about in each session is
///   therefore graded as a note, and no rating is missed until ten sessions are without one; the
///   ten are ours.
/// - **Measures** before and after, in a Mexican study. None is asked for.
/// - **Diagnosis**: the codes are those known in the field; eighteen years are ours. No maintenance
///   belongs to it, as is known in the field.
pub static BN_19: Protocol = Protocol::from_static(BN_19_SPEC);

const BNM_16_PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Assessment"),
    worked(Phase::Initial, "Initial phase", Cited::unseen((1, 4))),
    worked(Phase::Middle, "Middle phase", Cited::unseen((5, 12))),
    worked(Phase::Termination, "Termination", Cited::unseen((13, 16))),
    optional(Phase::Concluded, "Follow-up"),
];

const BNM_16_CADENCE: &[Stretch] = &[every(7, 1, 16, SourceId::KNOWLEDGE, Basis::Unseen)];

const BNM_16_PROSCRIBED: &[Proscription] = &[
    Proscription {
        activity: OffModel::EatingTalk,
        outright: false,
        after: Some(Phase::Initial),
        source: SourceId::KNOWLEDGE,
        basis: Basis::Unseen,
    },
    OFF_MODEL[0],
    OFF_MODEL[1],
    OFF_MODEL[2],
    OFF_MODEL[3],
    OFF_MODEL[4],
    OFF_MODEL[5],
    HOMEWORK,
];

const BNM_16_TASKS: &[DeclaredTask] = &[usual(
    "eating_history",
    "History of the eating problem in its interpersonal context",
    SourceId::KNOWLEDGE,
    Basis::Unseen,
)];

const BNM_16_ADJUSTMENTS: &[Adjustment] = &[symptoms_unspoken(SourceId::KNOWLEDGE, Basis::Unseen)];

/// [`BNM_16`] in the open form.
pub const BNM_16_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("bnm-16"),
    title: Cow::Borrowed("Modified IPT for bulimia nervosa in British services (IPT-BN(m))"),
    parent: Some(ProtocolId::from_static("bn-19")),
    for_whom: Cow::Borrowed("adults with bulimia nervosa in British services"),
    dose: Dose {
        sessions: trial(Span::new(16, 16, 16), SourceId::SCIELO_MX_BULIMIA),
        minutes: Cited::unseen(Span::new(50, 50, 60)),
        weeks: Cited::design(Span::new(16, 16, 20)),
        ..BN_19_SPEC.dose
    },
    initial: InitialPolicy {
        sessions_usual: Cited::unseen(4),
        ..BN_19_SPEC.initial
    },
    timing: TimingPolicy {
        twice_weekly: Cited::design(false),
        taper: ACUTE_16_SPEC.timing.taper,
        extensions_max: Cited::design(0),
        extension_sessions_max: Cited::design(0),
        ..BN_19_SPEC.timing
    },
    phases: Cow::Borrowed(BNM_16_PHASES),
    cadence: Cow::Borrowed(BNM_16_CADENCE),
    proscribed: Cow::Borrowed(BNM_16_PROSCRIBED),
    tasks: Cow::Borrowed(BNM_16_TASKS),
    adjustments: Cow::Borrowed(BNM_16_ADJUSTMENTS),
    sources: Cow::Borrowed(&[SourceId::SCIELO_MX_BULIMIA]),
    ..BN_19_SPEC
};

/// Modified IPT for bulimia nervosa, as British services work: sixteen weekly sessions.
///
/// It differs from [`BN_19`] in this, and other sources say:
///
/// - **Sessions**: sixteen, in a Mexican study that describes this form. The weekly spacing, the
///   minutes and the phases 1–4, 5–12, 13–16 are known in the field; the four weeks of slack are
///   ours, and so is that it is neither extended nor held twice a week.
/// - **Talk of eating** is off the model after the initial phase as in the form that it comes from.
///   What was modified was not read and may be just this, so it is known in the field here,
///   forbidden by nobody outright, and at most a warning.
pub static BNM_16: Protocol = Protocol::from_static(BNM_16_SPEC);

pub(super) const FAMILY: &[&Protocol] = &[&BED_G20, &BED_I19, &BN_19, &BNM_16];
