//! Interpersonal counselling.

use alloc::borrow::Cow;

use super::{ACUTE_16_SPEC, acute::DEPRESSION, every, manual, measure, optional, trial, worked};
use crate::{
    measure::InstrumentId,
    protocol::{
        Adjustment, Cadence, Cited, ContactSpec, DeclaredTask, Dose, EndingPolicy, EntryScore,
        FocusPolicy, Fraction, InitialPolicy, Level, MaintenanceOffer, MeasurePolicy, MeasureSpec,
        PhaseSpec, Population, Protocol, ProtocolSpec, Span, StepSpec, Stretch, TimingPolicy,
        WorkPolicy,
    },
    record::{
        contact::ContactWith,
        review::{ReviewOption, ReviewOptions},
    },
    source::{Basis, SourceId},
    vocabulary::{
        AreaSet, Criterion, EndingTask as E, InitialTask as T, Phase, ProtocolId, RuleCode,
        Severity, TaskToken,
    },
};

/// The phases of counselling, which its texts do not name: the first, the middle and the last
/// sessions.
const fn sessions(
    first: Cited<(u16, u16)>,
    middle: Cited<(u16, u16)>,
    last: Cited<(u16, u16)>,
) -> [PhaseSpec; 5] {
    [
        optional(Phase::Assessment, "Referral"),
        worked(Phase::Initial, "First sessions", first),
        worked(Phase::Middle, "Middle sessions", middle),
        worked(Phase::Termination, "Last sessions", last),
        optional(Phase::Concluded, "Hand-back"),
    ]
}

const PHASES_6: &[PhaseSpec] = &sessions(
    Cited::unseen((1, 2)),
    Cited::unseen((3, 5)),
    Cited::unseen((6, 6)),
);

const CADENCE_6: &[Stretch] = &[every(7, 1, 6, SourceId::KNOWLEDGE, Basis::Unseen)];

const MEASURES: &[MeasureSpec] = &[measure(
    "phq-9",
    Level::May,
    Cadence::EverySession,
    None,
    SourceId::KNOWLEDGE,
    Basis::Unseen,
)];

const REFERRER: &[ContactSpec] = &[ContactSpec {
    with: ContactWith::Referrer,
    level: Level::Should,
    source: SourceId::KNOWLEDGE,
    basis: Basis::Unseen,
}];

/// Every two weeks is as usual as weekly.
const SPACING: &[Adjustment] = &[Adjustment {
    code: RuleCode::from_static("IPT-084"),
    severity: Some(Severity::Note),
    source: SourceId::KNOWLEDGE,
    basis: Basis::Unseen,
}];

/// [`IPC_6`] in the open form, for forms of counselling that build on it.
pub const IPC_6_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("ipc-6"),
    title: Cow::Borrowed("Interpersonal counselling in primary care (IPC)"),
    parent: Some(ProtocolId::from_static("acute-16")),
    for_whom: Cow::Borrowed("adults in primary care with distress or mild depression"),
    population: Population {
        age_min: Some(Cited::design(18)),
        ..ACUTE_16_SPEC.population
    },
    indications: Cow::Borrowed(&[]),
    contraindications: Cow::Borrowed(&[]),
    dose: Dose {
        sessions: Cited::unseen(Span::new(3, 6, 8)),
        minutes: Cited::unseen(Span::new(30, 30, 45)),
        first_minutes: Some(Cited::unseen(Span::new(45, 60, 60))),
        weeks: Cited::unseen(Span::new(6, 6, 12)),
        ..ACUTE_16_SPEC.dose
    },
    focus: FocusPolicy {
        areas: Cited::unseen(AreaSet::ALL),
        max_active: Cited::unseen(1),
        secondary_share: Cited::design(Fraction::new(0, 1)),
        off_focus_run: Cited::design(1),
        ..ACUTE_16_SPEC.focus
    },
    initial: InitialPolicy {
        sessions_usual: Cited::unseen(2),
        sessions_most: Cited::design(3),
        // Whom it is for need have no disorder to name.
        tasks: Cited::design(
            ACUTE_16_SPEC
                .initial
                .tasks
                .value
                .without(T::Diagnosis)
                .without(T::NameTheIllness)
                .without(T::SickRole),
        ),
        sick_role: Cited::design(None),
        frame_by_session: Cited::design(1),
        ..ACUTE_16_SPEC.initial
    },
    ending: EndingPolicy {
        sessions_min: Cited::design(1),
        sessions_max: Cited::design(1),
        announce_note_below: Cited::design(2),
        announce_warn_below: Cited::design(1),
        tasks: Cited::design(ACUTE_16_SPEC.ending.tasks.value.with(E::Handover)),
        maintenance: Cited::unseen(MaintenanceOffer::None),
        settled_sessions: Cited::design(1),
        ..ACUTE_16_SPEC.ending
    },
    timing: TimingPolicy {
        twice_weekly: Cited::unseen(false),
        taper: Cited::unseen(true),
        extension_sessions_max: Cited::design(2),
        ..ACUTE_16_SPEC.timing
    },
    measurement: MeasurePolicy {
        max_gap: Cited::design(2),
        review_by: Cited::design(3),
        ..ACUTE_16_SPEC.measurement
    },
    work: WorkPolicy {
        contact_minutes_min: Cited::design(15),
        ..ACUTE_16_SPEC.work
    },
    phases: Cow::Borrowed(PHASES_6),
    cadence: Cow::Borrowed(CADENCE_6),
    measures: Cow::Borrowed(MEASURES),
    participants: Cow::Borrowed(&[]),
    contacts: Cow::Borrowed(REFERRER),
    adjustments: Cow::Borrowed(SPACING),
    sources: Cow::Borrowed(&[
        SourceId::IPC_2014,
        SourceId::IPC_OUTLINE,
        SourceId::NEZAFAT_FERIZI_2023,
    ]),
    ..ACUTE_16_SPEC
};

/// Interpersonal counselling in primary care: up to six short sessions, one focus, an ending within
/// the last of them.
///
/// It differs from [`ACUTE_16`](super::ACUTE_16) in this, and other sources say:
///
/// - **Sessions**: their number is left to the setting (Am J Psychother 2014). Up to six of half an
///   hour, with an hour for the first, is the classic form; it and the outer numbers are known in
///   the field. An outline of three visits was read, and an Iranian trial held seven of 45 minutes
///   (Nezafat Ferizi et al. 2023).
/// - **Spacing** is weekly, or every two weeks: known in the field. The numbers are those of the
///   weekly form, and a contract with other spacing is graded as a note.
/// - **Therapists** are health workers outside mental health care, for whom it was made (Am J
///   Psychother 2014).
/// - **For whom**: distress or mild depression, as is known in the field. No diagnosis follows from
///   that, so neither a diagnosis nor a name for the illness nor a sick role is asked for; that is
///   ours. The first visit of the outline goes over symptoms, stress and the choice of a focus, the
///   second brings the strategies of the area.
/// - **One focus** and all four areas are known in the field.
/// - **The ending** is no phase of its own there, as is known in the field. The last session stands
///   as [`Phase::Termination`] under its own label, so that what is done in it has a place. When it
///   is announced, the review and the greatest gap between ratings are ours. The list of its tasks
///   is the standard one with the report to the referrer; handing back to them is known in the
///   field.
/// - **Measures**: the PHQ-9, known in the field and not asked for.
/// - **Maintenance** is not part of it, as is known in the field.
pub static IPC_6: Protocol = Protocol::from_static(IPC_6_SPEC);

const DEPICS_ENTRY: &[EntryScore] = &[EntryScore {
    instrument: InstrumentId::HAM_D_21,
    min: Some(13),
    max: None,
    firm: true,
    source: SourceId::DEPICS,
    basis: Basis::Trial,
}];

const DEPICS_MEASURES: &[MeasureSpec] = &[measure(
    "ham-d-21",
    Level::Should,
    Cadence::BeforeAndAfter,
    None,
    SourceId::DEPICS,
    Basis::Trial,
)];

const DEPICS_STEPS: &[StepSpec] = &[StepSpec {
    criterion: Criterion::from_static("response"),
    label: Cow::Borrowed("Without a response the other treatment of the trial is added"),
    by_session: None,
    by_week: Some(8),
    options: ReviewOptions::of(&[ReviewOption::AddMedication]),
    source: SourceId::DEPICS,
    basis: Basis::Trial,
}];

/// [`IPC_DEPICS`] in the open form.
pub const IPC_DEPICS_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("ipc-depics"),
    title: Cow::Borrowed(
        "Interpersonal counselling for a first or second depressive episode (DEPICS)",
    ),
    parent: Some(ProtocolId::from_static("ipc-6")),
    for_whom: Cow::Borrowed(
        "adults in primary care with a first or second episode of major depression",
    ),
    indications: Cow::Borrowed(DEPRESSION),
    entry_scores: Cow::Borrowed(DEPICS_ENTRY),
    dose: Dose {
        sessions: Cited::unseen(Span::new(6, 6, 8)),
        first_minutes: Some(Cited::unseen(Span::new(60, 60, 60))),
        weeks: Cited::unseen(Span::new(6, 8, 8)),
        ..IPC_6_SPEC.dose
    },
    initial: InitialPolicy {
        tasks: Cited::design(
            IPC_6_SPEC
                .initial
                .tasks
                .value
                .with(T::Diagnosis)
                .with(T::NameTheIllness),
        ),
        ..IPC_6_SPEC.initial
    },
    measurement: MeasurePolicy {
        max_gap: Cited::design(6),
        ..IPC_6_SPEC.measurement
    },
    measures: Cow::Borrowed(DEPICS_MEASURES),
    steps: Cow::Borrowed(DEPICS_STEPS),
    sources: Cow::Borrowed(&[SourceId::DEPICS]),
    ..IPC_6_SPEC
};

/// Interpersonal counselling for a first or second episode of major depression, as in the DEPICS
/// trial.
///
/// It differs from [`IPC_6`] in this, and other sources say:
///
/// - **Entry**: 13 or more on the Hamilton scale with 21 items (trial protocol). That the episode
///   is the first or the second is said in words: no code says it. A diagnosis is made, so naming
///   it is asked for again; no sick role is.
/// - **Sessions and weeks** are known in the field; the trial protocol, as far as it was read, says
///   when it measures.
/// - **Measures**: the Hamilton scale at two months, remission being 7 or less. No rating in
///   between was seen, so none is missed until six sessions are without one; the six are ours.
/// - **The step** at two months is the trial's: who has not responded gets the other arm's
///   treatment too. That this is medication is known in the field; eight weeks stand for the two
///   months.
pub static IPC_DEPICS: Protocol = Protocol::from_static(IPC_DEPICS_SPEC);

const CHW_PHASES: &[PhaseSpec] = &sessions(
    Cited::unseen((1, 1)),
    Cited::unseen((2, 3)),
    Cited::unseen((4, 4)),
);

const CHW_CADENCE: &[Stretch] = &[every(7, 1, 4, SourceId::KNOWLEDGE, Basis::Unseen)];

const CHW_MEASURES: &[MeasureSpec] = &[
    measure(
        "ham-d-17",
        Level::Should,
        Cadence::BeforeAndAfter,
        None,
        SourceId::MATSUZAKA_2017,
        Basis::Trial,
    ),
    measure(
        "phq-9",
        Level::Should,
        Cadence::BeforeAndAfter,
        None,
        SourceId::MATSUZAKA_2017,
        Basis::Trial,
    ),
];

const CHW_STEPS: &[StepSpec] = &[StepSpec {
    criterion: Criterion::from_static("response"),
    label: Cow::Borrowed("Without a response the patient is referred"),
    by_session: Some(4),
    by_week: None,
    options: ReviewOptions::of(&[ReviewOption::SpecialistReview, ReviewOption::OtherTherapy]),
    source: SourceId::KNOWLEDGE,
    basis: Basis::Unseen,
}];

/// [`IPC_CHW`] in the open form.
pub const IPC_CHW_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("ipc-chw"),
    title: Cow::Borrowed("Interpersonal counselling by community health workers"),
    parent: Some(ProtocolId::from_static("ipc-6")),
    for_whom: Cow::Borrowed(
        "adults with depressive symptoms in the family health programme of Brazil",
    ),
    dose: Dose {
        sessions: trial(Span::new(3, 4, 4), SourceId::MATSUZAKA_2017),
        minutes: Cited::unseen(Span::new(30, 45, 45)),
        first_minutes: None,
        weeks: Cited::unseen(Span::new(3, 4, 8)),
        ..IPC_6_SPEC.dose
    },
    initial: InitialPolicy {
        sessions_usual: Cited::unseen(1),
        sessions_most: Cited::design(2),
        ..IPC_6_SPEC.initial
    },
    timing: TimingPolicy {
        extensions_max: Cited::design(0),
        extension_sessions_max: Cited::design(0),
        ..IPC_6_SPEC.timing
    },
    measurement: MeasurePolicy {
        review_by: Cited::design(2),
        ..IPC_6_SPEC.measurement
    },
    phases: Cow::Borrowed(CHW_PHASES),
    cadence: Cow::Borrowed(CHW_CADENCE),
    measures: Cow::Borrowed(CHW_MEASURES),
    steps: Cow::Borrowed(CHW_STEPS),
    sources: Cow::Borrowed(&[SourceId::MATSUZAKA_2017]),
    ..IPC_6_SPEC
};

/// Interpersonal counselling by community health workers in Brazil: three or four sessions.
///
/// It differs from [`IPC_6`] in this, and other sources say:
///
/// - **Sessions**: three to four by community health workers (Matsuzaka et al. 2017). Minutes,
///   weeks and phases are known in the field. No extension and a review by the second session are
///   ours.
/// - **Measures**: the Hamilton scale and the PHQ-9, before and after.
/// - **The step** after the last session is known in the field: who has not responded is referred.
///   What that may lead to is ours.
pub static IPC_CHW: Protocol = Protocol::from_static(IPC_CHW_SPEC);

const COLLEGE_PHASES: &[PhaseSpec] = &sessions(
    Cited::unseen((1, 1)),
    Cited::unseen((2, 4)),
    Cited::unseen((5, 5)),
);

const COLLEGE_CADENCE: &[Stretch] = &[every(7, 1, 5, SourceId::KNOWLEDGE, Basis::Unseen)];

const COLLEGE_ENTRY: &[EntryScore] = &[EntryScore {
    instrument: InstrumentId::PHQ_9,
    min: Some(5),
    max: Some(14),
    firm: true,
    source: SourceId::RAFAELI_2021,
    basis: Basis::Trial,
}];

const COLLEGE_MEASURES: &[MeasureSpec] = &[measure(
    "phq-9",
    Level::Should,
    Cadence::EverySession,
    None,
    SourceId::RAFAELI_2021,
    Basis::Trial,
)];

/// [`IPC_COLLEGE`] in the open form.
pub const IPC_COLLEGE_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("ipc-college"),
    title: Cow::Borrowed("Interpersonal counselling for college students (IPC-C)"),
    parent: Some(ProtocolId::from_static("ipc-6")),
    for_whom: Cow::Borrowed("college students with mild to moderate depressive symptoms"),
    entry_scores: Cow::Borrowed(COLLEGE_ENTRY),
    dose: Dose {
        sessions: trial(Span::new(3, 5, 6), SourceId::RAFAELI_2021),
        minutes: trial(Span::new(60, 60, 60), SourceId::RAFAELI_2021),
        first_minutes: None,
        weeks: Cited::unseen(Span::new(3, 5, 8)),
        ..IPC_6_SPEC.dose
    },
    initial: InitialPolicy {
        sessions_usual: Cited::unseen(1),
        sessions_most: Cited::design(2),
        ..IPC_6_SPEC.initial
    },
    ending: EndingPolicy {
        tasks: Cited::design(ACUTE_16_SPEC.ending.tasks.value),
        ..IPC_6_SPEC.ending
    },
    timing: TimingPolicy {
        extension_sessions_max: Cited::design(1),
        ..IPC_6_SPEC.timing
    },
    measurement: MeasurePolicy {
        max_gap: trial(1, SourceId::RAFAELI_2021),
        ..IPC_6_SPEC.measurement
    },
    work: WorkPolicy {
        contact_minutes_min: Cited::design(30),
        ..IPC_6_SPEC.work
    },
    phases: Cow::Borrowed(COLLEGE_PHASES),
    cadence: Cow::Borrowed(COLLEGE_CADENCE),
    measures: Cow::Borrowed(COLLEGE_MEASURES),
    contacts: Cow::Borrowed(&[]),
    sources: Cow::Borrowed(&[SourceId::RAFAELI_2021]),
    ..IPC_6_SPEC
};

/// Interpersonal counselling for college students: three to six sessions of an hour, rated each
/// time.
///
/// It differs from [`IPC_6`] in this, and other sources say:
///
/// - **Sessions**: three to six of one hour; students came to five on average, and nine in ten
///   completed (Rafaeli et al. 2021). Weeks and phases are known in the field.
/// - **Entry**: 5 to 14 on the PHQ-9, and the PHQ-9 in each session (the same).
/// - **The referrer** has no part in it: students come by themselves. That, and one session more at
///   most, is ours.
pub static IPC_COLLEGE: Protocol = Protocol::from_static(IPC_COLLEGE_SPEC);

const ELDER_PHASES: &[PhaseSpec] = &sessions(
    Cited::design((1, 2)),
    Cited::design((3, 8)),
    Cited::design((9, 10)),
);

const ELDER_CADENCE: &[Stretch] = &[every(6, 1, 10, SourceId::KNOWLEDGE, Basis::Unseen)];

const ELDER_STEPS: &[StepSpec] = &[StepSpec {
    criterion: Criterion::REMISSION,
    label: Cow::Borrowed("Ten sessions were too few for some: whether to go on"),
    by_session: Some(10),
    by_week: None,
    options: ReviewOptions::of(&[ReviewOption::Extend]),
    source: SourceId::DESIGN,
    basis: Basis::Design,
}];

/// [`IPC_HOSP_ELDER`] in the open form.
pub const IPC_HOSP_ELDER_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("ipc-hosp-elder"),
    title: Cow::Borrowed("Interpersonal counselling for older people in hospital"),
    parent: Some(ProtocolId::from_static("ipc-6")),
    for_whom: Cow::Borrowed(
        "people over sixty in hospital for a physical illness, with depressive symptoms",
    ),
    population: Population {
        age_min: Some(Cited::unseen(60)),
        ..IPC_6_SPEC.population
    },
    dose: Dose {
        sessions: manual(Span::new(10, 10, 10), SourceId::MARKOWITZ_HANDBOOK),
        minutes: manual(Span::new(60, 60, 60), SourceId::MARKOWITZ_HANDBOOK),
        first_minutes: None,
        weeks: Cited::unseen(Span::new(4, 8, 14)),
        ..IPC_6_SPEC.dose
    },
    initial: InitialPolicy {
        sessions_usual: Cited::design(2),
        ..IPC_6_SPEC.initial
    },
    ending: EndingPolicy {
        sessions_max: Cited::design(2),
        announce_note_below: Cited::design(3),
        announce_warn_below: Cited::design(2),
        ..IPC_6_SPEC.ending
    },
    timing: TimingPolicy {
        gap_note: Cited::design(Fraction::new(2, 1)),
        gap_warn: Cited::design(Fraction::new(3, 1)),
        gap_break: Cited::design(Fraction::new(5, 1)),
        gap_min_days: Cited::design(1),
        twice_weekly: Cited::design(true),
        taper: Cited::design(true),
        extension_sessions_max: Cited::design(4),
        ..IPC_6_SPEC.timing
    },
    measurement: MeasurePolicy {
        max_gap: Cited::design(4),
        review_by: Cited::design(5),
        ..IPC_6_SPEC.measurement
    },
    phases: Cow::Borrowed(ELDER_PHASES),
    cadence: Cow::Borrowed(ELDER_CADENCE),
    steps: Cow::Borrowed(ELDER_STEPS),
    sources: Cow::Borrowed(&[SourceId::MARKOWITZ_HANDBOOK]),
    ..IPC_6_SPEC
};

/// Interpersonal counselling for older people in hospital: ten sessions of an hour, timed around
/// the physical illness.
///
/// It differs from [`IPC_6`] in this, and other sources say:
///
/// - **Sessions**: ten of one hour, and too few for some (a handbook chapter by Markowitz). That
///   going on is therefore looked at with the tenth, and up to four more, are ours.
/// - **Time**: sessions were put where the patient's medical state allowed. Six days as the usual
///   interval and the weeks are known in the field with little certainty; that gaps may be wider,
///   and two sessions fall on days that follow each other, is ours. A session cut short by the
///   illness counts, and a contract with other spacing is graded as a note, as in [`IPC_6`].
/// - **Phases** were not seen; where they lie is ours.
/// - **For whom**: people in hospital whose symptoms fall short of a disorder, as the chapter's
///   heading says. That they are over sixty is known in the field.
pub static IPC_HOSP_ELDER: Protocol = Protocol::from_static(IPC_HOSP_ELDER_SPEC);

const EST_PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Screening"),
    worked(Phase::Initial, "Evaluation", Cited::unseen((1, 1))),
    worked(Phase::Middle, "Support", Cited::unseen((2, 2))),
    worked(
        Phase::Termination,
        "Triage",
        trial((3, 3), SourceId::IPT_EST),
    ),
    optional(Phase::Concluded, "After the triage"),
];

const EST_CADENCE: &[Stretch] = &[every(7, 1, 3, SourceId::KNOWLEDGE, Basis::Unseen)];

const EST_TASKS: &[DeclaredTask] = &[DeclaredTask {
    token: TaskToken::from_static("triage_decision"),
    label: Cow::Borrowed("Triage: what further care is needed, if any"),
    phase: Phase::Termination,
    by_session: Some(3),
    level: Level::Must,
    source: SourceId::IPT_EST,
    basis: Basis::Trial,
}];

const EST_STEPS: &[StepSpec] = &[StepSpec {
    criterion: Criterion::from_static("response"),
    label: Cow::Borrowed("Triage after three sessions"),
    by_session: Some(3),
    by_week: None,
    options: ReviewOptions::of(&[
        ReviewOption::OtherTherapy,
        ReviewOption::AddMedication,
        ReviewOption::SpecialistReview,
    ]),
    source: SourceId::IPT_EST,
    basis: Basis::Trial,
}];

/// [`EST_3`] in the open form.
pub const EST_3_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("est-3"),
    title: Cow::Borrowed(
        "Interpersonal evaluation, support and triage in three sessions (IPT-EST)",
    ),
    parent: Some(ProtocolId::from_static("ipc-6")),
    for_whom: Cow::Borrowed("people in primary care whose screen for depression was positive"),
    dose: Dose {
        sessions: trial(Span::new(3, 3, 3), SourceId::IPT_EST),
        minutes: Cited::unseen(Span::new(20, 30, 45)),
        first_minutes: None,
        weeks: Cited::unseen(Span::new(3, 3, 6)),
        ..IPC_6_SPEC.dose
    },
    initial: InitialPolicy {
        sessions_usual: Cited::unseen(1),
        sessions_most: Cited::design(1),
        ..IPC_6_SPEC.initial
    },
    timing: TimingPolicy {
        extensions_max: Cited::design(0),
        extension_sessions_max: Cited::design(0),
        ..IPC_6_SPEC.timing
    },
    phases: Cow::Borrowed(EST_PHASES),
    cadence: Cow::Borrowed(EST_CADENCE),
    tasks: Cow::Borrowed(EST_TASKS),
    steps: Cow::Borrowed(EST_STEPS),
    sources: Cow::Borrowed(&[SourceId::IPT_EST]),
    ..IPC_6_SPEC
};

/// Interpersonal evaluation, support and triage: three sessions at the end of which it is decided
/// what care is needed.
///
/// It differs from [`IPC_6`] in this, and other sources say:
///
/// - **Sessions**: three, which end in triage (its authors' paper). Minutes, weeks and what falls
///   into the first two are known in the field; the phases bear the words of its name.
/// - **The triage** is what the form is for and is indispensable. What a judgement that the patient
///   has not responded may lead to is ours.
/// - **Extension**: none; that is ours.
pub static EST_3: Protocol = Protocol::from_static(EST_3_SPEC);

pub(super) const FAMILY: &[&Protocol] = &[
    &IPC_6,
    &IPC_DEPICS,
    &IPC_CHW,
    &IPC_COLLEGE,
    &IPC_HOSP_ELDER,
    &EST_3,
];
