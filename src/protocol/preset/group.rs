//! Group IPT.

use alloc::borrow::Cow;

use super::{ACUTE_16_SPEC, every, manual, measure, optional, specialisation, trial, worked};
use crate::{
    measure::InstrumentId,
    protocol::{
        AreaLabel, Cadence, Cited, ContactSpec, DeclaredTask, Dose, EndingPolicy, EntryScore,
        FocusPolicy, Format, Fraction, GroupEntry, GroupPolicy, InitialPolicy, Level,
        MaintenanceOffer, MeasurePolicy, MeasureSpec, MiddlePolicy, ParticipantSpec, PhaseSpec,
        Population, Protocol, ProtocolSpec, SafetyPolicy, Span, SpecialisationSpec, Stretch,
        TimingPolicy, TrackSpec,
    },
    record::{
        contact::ContactWith,
        inventory::Relation,
        session::{Modality, ModalitySet},
    },
    source::{Basis, SourceId},
    vocabulary::{
        AreaSet, InitialTask as T, Phase, ProblemArea, ProtocolId, SickRole, TaskToken, Track,
    },
};

const fn phases(
    initial: Cited<(u16, u16)>,
    middle: Cited<(u16, u16)>,
    termination: Cited<(u16, u16)>,
) -> [PhaseSpec; 5] {
    [
        optional(Phase::Assessment, "Pre-group phase"),
        worked(Phase::Initial, "Initial phase", initial),
        worked(Phase::Middle, "Middle phase", middle),
        worked(Phase::Termination, "Termination", termination),
        optional(Phase::Concluded, "After the group"),
    ]
}

/// Individual meetings before the group.
const fn pre_group(meetings: Cited<Span>) -> TrackSpec {
    TrackSpec {
        track: Track::PreTreatment,
        level: Level::Should,
        sessions: meetings,
        minutes: Some(Cited::design(Span::new(30, 60, 90))),
    }
}

/// A task that is usual, as is known in the field.
const fn usual(
    token: &'static str,
    label: &'static str,
    phase: Phase,
    by: Option<u16>,
) -> DeclaredTask {
    DeclaredTask {
        token: TaskToken::from_static(token),
        label: Cow::Borrowed(label),
        phase,
        by_session: by,
        level: Level::Should,
        source: SourceId::KNOWLEDGE,
        basis: Basis::Unseen,
    }
}

const fn area_label(area: ProblemArea, label: &'static str) -> AreaLabel {
    AreaLabel {
        area,
        label: Cow::Borrowed(label),
        source: SourceId::WHO_GROUP_IPT,
        basis: Basis::Manual,
    }
}

const WHO_PHASES: &[PhaseSpec] = &phases(
    Cited::unseen((1, 1)),
    Cited::unseen((2, 7)),
    Cited::unseen((8, 8)),
);

const WHO_CADENCE: &[Stretch] = &[every(7, 1, 8, SourceId::KNOWLEDGE, Basis::Unseen)];

const WHO_TRACKS: &[TrackSpec] = &[pre_group(Cited::unseen(Span::new(1, 1, 1)))];

const WHO_AREA_LABELS: &[AreaLabel] = &[
    area_label(ProblemArea::RoleDispute, "Disputes, open or hidden"),
    area_label(ProblemArea::RoleTransition, "Life changes"),
    area_label(ProblemArea::InterpersonalDeficits, "Loneliness"),
];

const WHO_SPECIALISATIONS: &[SpecialisationSpec] = &[specialisation(
    "isolation",
    ProblemArea::InterpersonalDeficits,
    "Loneliness and social isolation",
    SourceId::WHO_GROUP_IPT,
    Basis::Manual,
)];

const WHO_MEASURES: &[MeasureSpec] = &[measure(
    "phq-9",
    Level::Should,
    Cadence::EverySession,
    None,
    SourceId::KNOWLEDGE,
    Basis::Unseen,
)];

const WHO_TASKS: &[DeclaredTask] = &[
    usual(
        "ground_rules",
        "Ground rules of the group",
        Phase::Initial,
        Some(1),
    ),
    usual(
        "group_confidentiality",
        "Confidentiality within the group",
        Phase::Initial,
        Some(1),
    ),
    usual("allies_list", "List of allies", Phase::Initial, None),
];

/// That non-specialists are supervised is published; supervision itself is a fact of its own in a
/// record.
const WHO_CONTACTS: &[ContactSpec] = &[ContactSpec {
    with: ContactWith::Team,
    level: Level::May,
    source: SourceId::WHO_GROUP_IPT,
    basis: Basis::Manual,
}];

/// [`WHO_G8`] in the open form, for groups that build on it.
pub const WHO_G8_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("who-g8"),
    title: Cow::Borrowed("Group IPT as in the programme of the World Health Organization"),
    parent: Some(ProtocolId::from_static("acute-16")),
    for_whom: Cow::Borrowed("adults with depression where specialists are few"),
    format: Format::Group,
    channels: manual(
        ModalitySet::of(&[Modality::InPerson, Modality::Video, Modality::Telephone]),
        SourceId::WHO_GROUP_IPT,
    ),
    group: Some(GroupPolicy {
        members: Cited::unseen(Span::new(6, 8, 10)),
        facilitators: Cited::design(Span::new(1, 1, 2)),
        entry: Cited::design(GroupEntry::Closed),
        late_until: None,
    }),
    population: Population {
        age_min: Some(Cited::design(18)),
        ..ACUTE_16_SPEC.population
    },
    dose: Dose {
        sessions: manual(Span::new(8, 8, 16), SourceId::WHO_GROUP_IPT),
        minutes: Cited::unseen(Span::new(60, 90, 90)),
        first_minutes: None,
        weeks: Cited::unseen(Span::new(8, 8, 10)),
        ..ACUTE_16_SPEC.dose
    },
    focus: FocusPolicy {
        areas: manual(AreaSet::ALL, SourceId::WHO_GROUP_IPT),
        off_focus_run: Cited::design(3),
        ..ACUTE_16_SPEC.focus
    },
    initial: InitialPolicy {
        sessions_usual: Cited::unseen(1),
        sessions_most: Cited::design(2),
        tasks: Cited::design(ACUTE_16_SPEC.initial.tasks.value.without(T::SickRole)),
        sick_role: Cited::unseen(None),
        frame_by_session: Cited::design(1),
        ..ACUTE_16_SPEC.initial
    },
    middle: MiddlePolicy {
        incident_run: Cited::design(3),
        ..ACUTE_16_SPEC.middle
    },
    ending: EndingPolicy {
        sessions_min: Cited::unseen(1),
        sessions_max: Cited::design(2),
        announce_note_below: Cited::design(3),
        announce_warn_below: Cited::design(2),
        maintenance: Cited::unseen(MaintenanceOffer::None),
        settled_sessions: Cited::design(1),
        ..ACUTE_16_SPEC.ending
    },
    safety: SafetyPolicy {
        enquiry_run: Cited::unseen(0),
        ..ACUTE_16_SPEC.safety
    },
    timing: TimingPolicy {
        twice_weekly: Cited::unseen(false),
        extensions_max: Cited::design(0),
        extension_sessions_max: Cited::design(0),
        ..ACUTE_16_SPEC.timing
    },
    measurement: MeasurePolicy {
        max_gap: Cited::unseen(1),
        review_by: Cited::design(4),
        ..ACUTE_16_SPEC.measurement
    },
    phases: Cow::Borrowed(WHO_PHASES),
    cadence: Cow::Borrowed(WHO_CADENCE),
    tracks: Cow::Borrowed(WHO_TRACKS),
    area_labels: Cow::Borrowed(WHO_AREA_LABELS),
    specialisations: Cow::Borrowed(WHO_SPECIALISATIONS),
    measures: Cow::Borrowed(WHO_MEASURES),
    tasks: Cow::Borrowed(WHO_TASKS),
    participants: Cow::Borrowed(&[]),
    contacts: Cow::Borrowed(WHO_CONTACTS),
    sources: Cow::Borrowed(&[SourceId::WHO_GROUP_IPT]),
    ..ACUTE_16_SPEC
};

/// Group IPT as in the programme of the World Health Organization: one individual meeting, then
/// eight in a group.
///
/// It differs from [`ACUTE_16`](super::ACUTE_16) in this, and other sources say:
///
/// - **Sessions**: eight in the manual, eight to sixteen on the programme's page, in person or
///   remotely; remote is read as by video or telephone. One individual meeting before, ninety
///   minutes, six to ten members and the weekly spacing are known in the field. Ten weeks go with
///   eight meetings. How long the individual meeting takes, how many facilitators there are and
///   that all members begin together is ours.
/// - **Facilitators** are non-specialists under supervision (the manual).
/// - **Phases**: first meeting, middle, last meeting, as is known in the field; a Nepali trial has
///   the same pattern with ten ([`SAATHI_10`]). Ugandan groups take four for the first
///   ([`UGANDA_16`]).
/// - **Areas** are grief, disputes that are open or hidden, life changes, and loneliness; each
///   member has a focus of their own.
/// - **Before and in the first meeting**: ground rules, confidentiality among members and a list of
///   allies, known in the field. The words *sick role* are not used, as is known too, so nothing
///   under that name is asked for.
/// - **In each meeting** the PHQ-9 and a question about safety, known in the field.
/// - **Runs** without a member's own incident or focus may be longer than in individual treatment,
///   since not every member works each time; three is ours. So are the review by the fourth
///   meeting, when the end is announced, and that nothing is extended.
/// - **Afterwards** groups may go on by themselves; known in the field, and no part of treatment.
pub static WHO_G8: Protocol = Protocol::from_static(WHO_G8_SPEC);

const UGANDA_PHASES: &[PhaseSpec] = &phases(
    manual((1, 4), SourceId::CASEBOOK_2012),
    Cited::design((5, 14)),
    Cited::design((15, 16)),
);

const UGANDA_CADENCE: &[Stretch] = &[every(7, 1, 16, SourceId::CASEBOOK_2012, Basis::Manual)];

const UGANDA_TRACKS: &[TrackSpec] = &[pre_group(manual(
    Span::new(2, 2, 2),
    SourceId::CASEBOOK_2012,
))];

const UGANDA_MEASURES: &[MeasureSpec] = &[
    measure(
        "local-symptoms",
        Level::Should,
        Cadence::EverySession,
        None,
        SourceId::CASEBOOK_2012,
        Basis::Manual,
    ),
    measure(
        "local-function",
        Level::May,
        Cadence::BeforeAndAfter,
        None,
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
];

const UGANDA_TASKS: &[DeclaredTask] = &[DeclaredTask {
    token: TaskToken::from_static("no_money_expectation"),
    label: Cow::Borrowed("What the group gives, and that it gives no money or goods"),
    phase: Phase::Initial,
    by_session: None,
    level: Level::Should,
    source: SourceId::CASEBOOK_2012,
    basis: Basis::Manual,
}];

/// [`UGANDA_16`] in the open form.
pub const UGANDA_16_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("uganda-16"),
    title: Cow::Borrowed("Group IPT for depression in rural Uganda"),
    parent: Some(ProtocolId::from_static("who-g8")),
    for_whom: Cow::Borrowed(
        "adults with local syndromes of depression in rural Uganda, not actively suicidal",
    ),
    channels: Cited::design(ModalitySet::of(&[Modality::InPerson])),
    group: Some(GroupPolicy {
        members: manual(Span::new(6, 7, 8), SourceId::CASEBOOK_2012),
        facilitators: manual(Span::new(1, 1, 1), SourceId::CASEBOOK_2012),
        entry: Cited::design(GroupEntry::Closed),
        late_until: None,
    }),
    indications: Cow::Borrowed(&[]),
    contraindications: Cow::Borrowed(&[]),
    dose: Dose {
        sessions: manual(Span::new(16, 16, 16), SourceId::CASEBOOK_2012),
        minutes: manual(Span::new(90, 90, 90), SourceId::CASEBOOK_2012),
        weeks: Cited::design(Span::new(16, 16, 18)),
        ..WHO_G8_SPEC.dose
    },
    focus: FocusPolicy {
        areas: Cited::unseen(AreaSet::of(&[
            ProblemArea::Grief,
            ProblemArea::RoleDispute,
            ProblemArea::RoleTransition,
        ])),
        deficits_last_resort: Cited::design(false),
        ..WHO_G8_SPEC.focus
    },
    initial: InitialPolicy {
        sessions_usual: manual(4, SourceId::CASEBOOK_2012),
        sessions_most: Cited::design(5),
        // The syndromes are the community's own and are no diagnoses.
        tasks: Cited::design(ACUTE_16_SPEC.initial.tasks.value.without(T::Diagnosis)),
        sick_role: Cited::design(Some(SickRole::Full)),
        ..WHO_G8_SPEC.initial
    },
    ending: EndingPolicy {
        sessions_min: Cited::design(2),
        sessions_max: Cited::design(3),
        announce_note_below: Cited::design(4),
        settled_sessions: ACUTE_16_SPEC.ending.settled_sessions,
        ..WHO_G8_SPEC.ending
    },
    measurement: MeasurePolicy {
        max_gap: manual(1, SourceId::CASEBOOK_2012),
        review_by: Cited::design(8),
        ..WHO_G8_SPEC.measurement
    },
    phases: Cow::Borrowed(UGANDA_PHASES),
    cadence: Cow::Borrowed(UGANDA_CADENCE),
    tracks: Cow::Borrowed(UGANDA_TRACKS),
    area_labels: Cow::Borrowed(&[]),
    specialisations: Cow::Borrowed(&[]),
    measures: Cow::Borrowed(UGANDA_MEASURES),
    tasks: Cow::Borrowed(UGANDA_TASKS),
    contacts: Cow::Borrowed(&[]),
    sources: Cow::Borrowed(&[SourceId::CASEBOOK_2012]),
    ..WHO_G8_SPEC
};

/// Group IPT in rural Uganda: two individual meetings, then sixteen in groups of women or of men.
///
/// It differs from [`WHO_G8`] in this, and other sources say:
///
/// - **Group**: six to eight members and one facilitator of the same sex, for about ninety minutes
///   a week over sixteen weeks (Casebook). Seven is the middle. That a group is of one sex is said
///   here alone; no field says it. That it meets in one room and all begin together is ours, and so
///   are two weeks of slack.
/// - **Phases**: two individual meetings, then four initial sessions (Casebook). Where the middle
///   phase ends is ours.
/// - **Areas**: grief, disputes and transitions. Deficits are left out because the culture has no
///   place for them, as is known in the field.
/// - **For whom**: syndromes as the community names them, so no diagnosis is asked for. Active
///   suicidality was excluded and passive thoughts were monitored (Casebook); the screen's question
///   of imminent danger excludes in all variants alike.
/// - **Up front** the sick role was handled, and that nobody is given money (Casebook). How fully
///   the role was given was not seen; that it stands as in [`ACUTE_16`](super::ACUTE_16) is ours.
/// - **Symptoms** are gone over in each of the sixteen sessions with a list of the community's own
///   (Casebook); a list of daily functions before and after is known in the field.
/// - **The ending** of two sessions, when it is announced, and the review by the eighth are ours.
pub static UGANDA_16: Protocol = Protocol::from_static(UGANDA_16_SPEC);

const NODDING_PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Pre-group phase"),
    worked(
        Phase::Initial,
        "Initiation",
        trial((1, 2), SourceId::MUTAMBA_2018_CONTEXT),
    ),
    worked(Phase::Middle, "Middle phase", Cited::unseen((3, 10))),
    worked(Phase::Termination, "Termination", Cited::unseen((11, 12))),
    optional(Phase::Concluded, "After the group"),
];

const NODDING_CADENCE: &[Stretch] = &[every(7, 1, 12, SourceId::KNOWLEDGE, Basis::Unseen)];

const NODDING_TRACKS: &[TrackSpec] = &[pre_group(Cited::unseen(Span::new(1, 1, 1)))];

const NODDING_ENTRY: &[EntryScore] = &[EntryScore {
    instrument: InstrumentId::PHQ_9,
    min: Some(9),
    max: None,
    firm: false,
    source: SourceId::MUTAMBA_2018_CONTEXT,
    basis: Basis::Trial,
}];

const NODDING_MEASURES: &[MeasureSpec] = &[
    measure(
        "local-symptoms",
        Level::May,
        Cadence::EverySession,
        None,
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
    measure(
        "phq-9",
        Level::May,
        Cadence::BeforeAndAfter,
        None,
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
    measure(
        "local-function",
        Level::May,
        Cadence::BeforeAndAfter,
        None,
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
];

const NODDING_PARTICIPANTS: &[ParticipantSpec] = &[ParticipantSpec {
    relation: Relation::CoFacilitator,
    level: Level::Should,
    sessions: None,
    source: SourceId::MUTAMBA_2018_CONTEXT,
    basis: Basis::Trial,
}];

/// [`NODDING_12`] in the open form.
pub const NODDING_12_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("nodding-12"),
    title: Cow::Borrowed("Group IPT for caregivers of children with nodding syndrome"),
    parent: Some(ProtocolId::from_static("uganda-16")),
    for_whom: Cow::Borrowed(
        "caregivers of children with nodding syndrome who have depressive symptoms",
    ),
    group: Some(GroupPolicy {
        members: trial(Span::new(8, 10, 12), SourceId::MUTAMBA_2018_CONTEXT),
        facilitators: trial(Span::new(2, 2, 2), SourceId::MUTAMBA_2018_CONTEXT),
        entry: trial(GroupEntry::Late, SourceId::MUTAMBA_2018_CONTEXT),
        late_until: None,
    }),
    entry_scores: Cow::Borrowed(NODDING_ENTRY),
    dose: Dose {
        sessions: trial(Span::new(12, 12, 12), SourceId::MUTAMBA_2018_CONTEXT),
        minutes: Cited::unseen(Span::new(90, 90, 120)),
        weeks: Cited::unseen(Span::new(12, 12, 14)),
        ..UGANDA_16_SPEC.dose
    },
    focus: FocusPolicy {
        areas: Cited::unseen(AreaSet::ALL),
        max_active: Cited::unseen(1),
        deficits_last_resort: ACUTE_16_SPEC.focus.deficits_last_resort,
        secondary_share: Cited::design(Fraction::new(0, 1)),
        ..UGANDA_16_SPEC.focus
    },
    initial: InitialPolicy {
        sessions_usual: trial(2, SourceId::MUTAMBA_2018_CONTEXT),
        sessions_most: Cited::design(3),
        ..UGANDA_16_SPEC.initial
    },
    measurement: MeasurePolicy {
        max_gap: Cited::unseen(1),
        review_by: Cited::design(6),
        ..UGANDA_16_SPEC.measurement
    },
    phases: Cow::Borrowed(NODDING_PHASES),
    cadence: Cow::Borrowed(NODDING_CADENCE),
    tracks: Cow::Borrowed(NODDING_TRACKS),
    measures: Cow::Borrowed(NODDING_MEASURES),
    participants: Cow::Borrowed(NODDING_PARTICIPANTS),
    sources: Cow::Borrowed(&[
        SourceId::MUTAMBA_2018_CONTEXT,
        SourceId::MUTAMBA_2018,
        SourceId::CASEBOOK_2012,
    ]),
    ..UGANDA_16_SPEC
};

/// Group IPT for caregivers of children with nodding syndrome: twelve sessions with two
/// facilitators.
///
/// It differs from [`UGANDA_16`] in this, and other sources say:
///
/// - **Group**: 8 to 12 women and men together, with two facilitators, and twelve sessions (Mutamba
///   et al. 2018, contextualization). Two joined after the start; until when one may was not seen.
///   Ten is the middle.
/// - **Entry**: 9 or more on the PHQ, though low scorers were admitted on request, so the score is
///   a guide.
/// - **Phases**: the first two sessions are initiation (the same). One individual meeting before,
///   where the middle phase ends, minutes, weeks and the spacing are known in the field.
/// - **Areas**: all four, and one focus a member, as is known in the field.
/// - **Measures** are the Ugandan ones and the PHQ-9, known in the field and not asked for. The
///   groups were better off at one and six months (Mutamba et al. 2018); those ratings are no part
///   of treatment.
/// - **The review** by the sixth session is ours.
pub static NODDING_12: Protocol = Protocol::from_static(NODDING_12_SPEC);

const SAATHI_PHASES: &[PhaseSpec] = &phases(
    trial((1, 1), SourceId::SAATHI_TRIAL),
    trial((2, 9), SourceId::SAATHI_TRIAL),
    trial((10, 10), SourceId::SAATHI_TRIAL),
);

const SAATHI_CADENCE: &[Stretch] = &[every(7, 1, 10, SourceId::KNOWLEDGE, Basis::Unseen)];

const SAATHI_ENTRY: &[EntryScore] = &[EntryScore {
    instrument: InstrumentId::PHQ_A,
    min: Some(10),
    max: None,
    firm: true,
    source: SourceId::SAATHI_TRIAL,
    basis: Basis::Trial,
}];

const SAATHI_MEASURES: &[MeasureSpec] = &[measure(
    "phq-a",
    Level::Should,
    Cadence::EverySession,
    None,
    SourceId::KNOWLEDGE,
    Basis::Unseen,
)];

const SAATHI_TASKS: &[DeclaredTask] = &[
    usual(
        "pre_group_meeting",
        "Individual meeting before the group",
        Phase::Assessment,
        None,
    ),
    usual(
        "ground_rules",
        "Ground rules of the group",
        Phase::Initial,
        Some(1),
    ),
    usual(
        "group_confidentiality",
        "Confidentiality within the group",
        Phase::Initial,
        Some(1),
    ),
    usual("allies_list", "List of allies", Phase::Initial, None),
];

/// [`SAATHI_10`] in the open form.
pub const SAATHI_10_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("saathi-10"),
    title: Cow::Borrowed("Group IPT for adolescents in schools of Nepal (SAATHI)"),
    parent: Some(ProtocolId::from_static("who-g8")),
    for_whom: Cow::Borrowed("adolescents at school with depressive symptoms"),
    population: Population {
        age_min: Some(Cited::unseen(13)),
        age_max: Some(Cited::unseen(19)),
        ..WHO_G8_SPEC.population
    },
    indications: Cow::Borrowed(&[]),
    contraindications: Cow::Borrowed(&[]),
    entry_scores: Cow::Borrowed(SAATHI_ENTRY),
    dose: Dose {
        sessions: trial(Span::new(10, 10, 10), SourceId::SAATHI_TRIAL),
        minutes: Cited::unseen(Span::new(90, 90, 90)),
        weeks: Cited::unseen(Span::new(10, 10, 12)),
        ..WHO_G8_SPEC.dose
    },
    initial: InitialPolicy {
        sessions_usual: trial(1, SourceId::SAATHI_TRIAL),
        tasks: Cited::design(WHO_G8_SPEC.initial.tasks.value.without(T::Diagnosis)),
        ..WHO_G8_SPEC.initial
    },
    ending: EndingPolicy {
        sessions_min: trial(1, SourceId::SAATHI_TRIAL),
        ..WHO_G8_SPEC.ending
    },
    measurement: MeasurePolicy {
        review_by: Cited::design(5),
        ..WHO_G8_SPEC.measurement
    },
    phases: Cow::Borrowed(SAATHI_PHASES),
    cadence: Cow::Borrowed(SAATHI_CADENCE),
    tracks: Cow::Borrowed(&[]),
    measures: Cow::Borrowed(SAATHI_MEASURES),
    tasks: Cow::Borrowed(SAATHI_TASKS),
    sources: Cow::Borrowed(&[SourceId::SAATHI_TRIAL, SourceId::WHO_GROUP_IPT]),
    ..WHO_G8_SPEC
};

/// Group IPT for adolescents in schools of Nepal: ten sessions, of which the first and the last are
/// phases of their own.
///
/// It differs from [`WHO_G8`] in this, and other sources say:
///
/// - **Sessions**: ten, of which the first is the initial phase and the tenth the termination
///   (trial registration). Minutes, weeks and the spacing are known in the field.
/// - **Entry**: 10 or more on the PHQ-A; who had a current plan or a recent attempt did not come
///   into the group (the same), for which the screen asks about imminent danger. Ages of 13 to 19
///   are known in the field. No diagnosis is asked for; that follows from the entry and is ours.
/// - **The individual meeting** before the group is known in the field. How many there are was not
///   seen, so it is a task and no track.
/// - **Measures**: the PHQ-A in each session, known in the field.
/// - **The review** by the fifth session is ours.
pub static SAATHI_10: Protocol = Protocol::from_static(SAATHI_10_SPEC);

const COLLEGE_PHASES: &[PhaseSpec] = &phases(
    Cited::unseen((1, 2)),
    Cited::unseen((3, 8)),
    Cited::unseen((9, 10)),
);

const COLLEGE_CADENCE: &[Stretch] = &[every(7, 1, 10, SourceId::KNOWLEDGE, Basis::Unseen)];

const COLLEGE_MEASURES: &[MeasureSpec] = &[measure(
    "phq-9",
    Level::May,
    Cadence::EverySession,
    None,
    SourceId::KNOWLEDGE,
    Basis::Unseen,
)];

/// [`COLLEGE_G10`] in the open form.
pub const COLLEGE_G10_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("college-g10"),
    title: Cow::Borrowed("Group IPT for college students (IPT-CS)"),
    parent: Some(ProtocolId::from_static("who-g8")),
    for_whom: Cow::Borrowed("college students"),
    channels: ACUTE_16_SPEC.channels,
    group: Some(GroupPolicy {
        members: Cited::design(Span::new(4, 8, 12)),
        facilitators: Cited::design(Span::new(1, 2, 2)),
        entry: Cited::design(GroupEntry::Closed),
        late_until: None,
    }),
    indications: Cow::Borrowed(&[]),
    contraindications: Cow::Borrowed(&[]),
    dose: Dose {
        sessions: trial(Span::new(10, 10, 10), SourceId::IPT_CS_GROUP),
        minutes: Cited::unseen(Span::new(90, 90, 90)),
        weeks: Cited::unseen(Span::new(10, 10, 10)),
        ..WHO_G8_SPEC.dose
    },
    focus: FocusPolicy {
        areas: Cited::unseen(AreaSet::ALL),
        ..WHO_G8_SPEC.focus
    },
    initial: InitialPolicy {
        sessions_usual: Cited::unseen(2),
        sessions_most: Cited::design(3),
        tasks: Cited::design(WHO_G8_SPEC.initial.tasks.value.without(T::Diagnosis)),
        sick_role: Cited::design(None),
        ..WHO_G8_SPEC.initial
    },
    ending: EndingPolicy {
        sessions_min: Cited::design(1),
        ..WHO_G8_SPEC.ending
    },
    safety: ACUTE_16_SPEC.safety,
    measurement: MeasurePolicy {
        max_gap: Cited::design(4),
        review_by: Cited::design(5),
        ..WHO_G8_SPEC.measurement
    },
    phases: Cow::Borrowed(COLLEGE_PHASES),
    cadence: Cow::Borrowed(COLLEGE_CADENCE),
    tracks: Cow::Borrowed(&[]),
    area_labels: Cow::Borrowed(&[]),
    specialisations: Cow::Borrowed(&[]),
    measures: Cow::Borrowed(COLLEGE_MEASURES),
    tasks: Cow::Borrowed(&[]),
    contacts: Cow::Borrowed(&[]),
    sources: Cow::Borrowed(&[SourceId::IPT_CS_GROUP]),
    ..WHO_G8_SPEC
};

/// Group IPT for college students: ten sessions.
///
/// It differs from [`WHO_G8`] in this, and other sources say:
///
/// - **Sessions**: ten, of which 96.7 % were attended (the study of IPT-CS). Minutes, weeks, phases
///   and areas are known in the field.
/// - **The group**: how many members and facilitators it had was not seen; the numbers are ours.
/// - **What else the programme asks for** – individual meetings before, lists, words for the areas,
///   a rating and a question about safety each time – was not seen of this one and is not asked
///   for. The review by the fifth session is ours, and so is it that neither a diagnosis nor a sick
///   role is asked for.
pub static COLLEGE_G10: Protocol = Protocol::from_static(COLLEGE_G10_SPEC);

pub(super) const FAMILY: &[&Protocol] =
    &[&WHO_G8, &UGANDA_16, &NODDING_12, &SAATHI_10, &COLLEGE_G10];
