//! IPT in pregnancy, after birth and after the loss of a baby.

use alloc::borrow::Cow;

use super::{
    ACUTE_16_SPEC, B_8_SPEC, acute::DEPRESSION, every, indicated, manual, may_come, measure,
    optional, practice, specialisation, trial, worked,
};
use crate::{
    measure::InstrumentId,
    protocol::{
        AnchorSpec, Cadence, Cited, ContactSpec, DeclaredTask, Dose, EndingPolicy, EntryScore,
        FocusPolicy, Format, GroupEntry, GroupPolicy, Indication, InitialPolicy, Level,
        MaintenanceOffer, MaintenancePolicy, MeasurePolicy, MeasureSpec, MiddlePolicy, ModuleSpec,
        ParticipantSpec, PhaseSpec, Protocol, ProtocolSpec, Span, SpecialisationSpec, Stretch,
        TimingPolicy, TrackSpec,
    },
    record::{
        contact::{Anchor, ContactWith},
        inventory::Relation,
        session::{Modality, ModalitySet},
    },
    source::{Basis, SourceId},
    vocabulary::{
        AreaSet, EndingTask, EndingTaskSet, Label, Phase, ProblemArea, ProtocolId, TaskToken, Track,
    },
};

/// The end of acute treatment hangs on the birth.
const fn over_by_birth(source: SourceId, basis: Basis) -> AnchorSpec {
    AnchorSpec {
        anchor: Anchor::Birth,
        over: Phase::Termination,
        source,
        basis,
    }
}

/// Obstetric care, as is known in the field.
const OBSTETRICS: &[ContactSpec] = &[ContactSpec {
    with: ContactWith::Service,
    level: Level::Should,
    source: SourceId::KNOWLEDGE,
    basis: Basis::Unseen,
}];

/// The fifth area of pregnancy: a psychosocial or medical complication, or a pregnancy that was not
/// planned.
const COMPLICATED_PREGNANCY: &[SpecialisationSpec] = &[specialisation(
    "complicated_pregnancy",
    ProblemArea::RoleTransition,
    "Complicated pregnancy",
    SourceId::CASEBOOK_2012,
    Basis::Manual,
)];

const WITHOUT_DEFICITS: AreaSet = AreaSet::of(&[
    ProblemArea::Grief,
    ProblemArea::RoleDispute,
    ProblemArea::RoleTransition,
]);

const PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Assessment"),
    worked(Phase::Initial, "Initial phase", Cited::unseen((1, 3))),
    worked(Phase::Middle, "Middle phase", Cited::unseen((4, 9))),
    worked(Phase::Termination, "Termination", Cited::unseen((10, 12))),
    optional(Phase::Concluded, "Conclusion of acute treatment"),
    optional(Phase::Continuation, "Continuation"),
    optional(Phase::Maintenance, "Maintenance"),
];

const CADENCE: &[Stretch] = &[every(7, 1, 12, SourceId::KNOWLEDGE, Basis::Unseen)];

const INDICATIONS: &[Indication] = &[
    DEPRESSION[0],
    DEPRESSION[1],
    DEPRESSION[2],
    DEPRESSION[3],
    indicated("icd-10", "F53"),
    indicated("icd-11", "6E20"),
];

const MEASURES: &[MeasureSpec] = &[
    measure(
        "ham-d-17",
        Level::May,
        Cadence::EveryWeeks,
        Some(4),
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
    measure(
        "bdi",
        Level::May,
        Cadence::EveryWeeks,
        Some(4),
        SourceId::OHARA_2000,
        Basis::Trial,
    ),
    measure(
        "epds",
        Level::May,
        Cadence::BeforeAndAfter,
        None,
        SourceId::CASEBOOK_2012,
        Basis::Manual,
    ),
];

const PARTICIPANTS: &[ParticipantSpec] = &[may_come(Relation::Partner), may_come(Relation::Child)];

/// [`PP_12`] in the open form.
pub const PP_12_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("pp-12"),
    title: Cow::Borrowed("IPT for women with postpartum depression"),
    parent: Some(ProtocolId::from_static("acute-16")),
    for_whom: Cow::Borrowed("women with major depression after the birth of a child"),
    indications: Cow::Borrowed(INDICATIONS),
    dose: Dose {
        sessions: practice(Span::new(12, 12, 12), SourceId::GRIGORIADIS_RAVITZ_2007),
        minutes: Cited::unseen(Span::new(50, 60, 60)),
        first_minutes: None,
        weeks: Cited::design(Span::new(12, 12, 16)),
        ..ACUTE_16_SPEC.dose
    },
    middle: MiddlePolicy {
        joint_max: Cited::design(12),
        ..ACUTE_16_SPEC.middle
    },
    phases: Cow::Borrowed(PHASES),
    cadence: Cow::Borrowed(CADENCE),
    measures: Cow::Borrowed(MEASURES),
    participants: Cow::Borrowed(PARTICIPANTS),
    sources: Cow::Borrowed(&[
        SourceId::OHARA_2000,
        SourceId::GRIGORIADIS_RAVITZ_2007,
        SourceId::CASEBOOK_2012,
    ]),
    ..ACUTE_16_SPEC
};

/// IPT for postpartum depression: twelve weekly sessions; partner and baby may be there.
///
/// It differs from [`ACUTE_16`](super::ACUTE_16) in this, and other sources say:
///
/// - **Sessions**: twelve (Grigoriadis & Ravitz 2007), in twelve weeks (O'Hara et al. 2000). The
///   hour, one session a week, and the phases are known in the field; the four weeks of slack are
///   ours.
/// - **Areas**: the Canadian guide names disputes, transitions and bereavement; the standard four
///   are kept, so that deficits are not ruled out.
/// - **Measures**: the trial rated every four weeks with the Hamilton scale, whose version was not
///   seen and which so counts as known in the field, and the BDI; a published case used the EPDS,
///   how often is ours. None is asked for.
/// - The loss of the old role and support to be rebuilt are strategies of the transition and need
///   no task of their own.
/// - Partner and baby may be there, as is known in the field. How few joint sessions individual
///   treatment bears does not matter for a baby who comes along each time; that this holds for all
///   twelve is ours.
/// - **Other forms** after birth, in which mother and baby are treated together until a year after
///   it (Lenze et al. 2015) or a few sessions before birth prevent depression after it, have no
///   preset.
pub static PP_12: Protocol = Protocol::from_static(PP_12_SPEC);

const TEL_PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Assessment"),
    worked(Phase::Initial, "Initial phase", Cited::unseen((1, 3))),
    worked(Phase::Middle, "Middle phase", Cited::unseen((4, 9))),
    worked(Phase::Termination, "Termination", Cited::unseen((10, 12))),
    optional(Phase::Concluded, "Conclusion of acute treatment"),
];

const TEL_CADENCE: &[Stretch] = &[every(8, 1, 12, SourceId::DESIGN, Basis::Design)];

const TEL_ENTRY: &[EntryScore] = &[EntryScore {
    instrument: InstrumentId::from_static("epds"),
    min: Some(13),
    max: None,
    firm: true,
    source: SourceId::TELEPHONE_POSTPARTUM,
    basis: Basis::Trial,
}];

const TEL_MEASURES: &[MeasureSpec] = &[measure(
    "epds",
    Level::May,
    Cadence::BeforeAndAfter,
    None,
    SourceId::TELEPHONE_POSTPARTUM,
    Basis::Trial,
)];

/// [`TEL_PP_12`] in the open form.
pub const TEL_PP_12_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("tel-pp-12"),
    title: Cow::Borrowed("IPT by telephone for women with postpartum depression"),
    parent: Some(ProtocolId::from_static("pp-12")),
    for_whom: Cow::Borrowed("women with postpartum depression, treated by nurses on the telephone"),
    channels: trial(
        ModalitySet::of(&[Modality::Telephone]),
        SourceId::TELEPHONE_POSTPARTUM,
    ),
    middle: ACUTE_16_SPEC.middle,
    phases: Cow::Borrowed(TEL_PHASES),
    entry_scores: Cow::Borrowed(TEL_ENTRY),
    dose: Dose {
        sessions: trial(Span::new(12, 12, 12), SourceId::TELEPHONE_POSTPARTUM),
        minutes: Cited::unseen(Span::new(45, 60, 60)),
        weeks: trial(Span::new(12, 14, 16), SourceId::TELEPHONE_POSTPARTUM),
        weeks_are_cap: Cited::unseen(true),
        ..PP_12_SPEC.dose
    },
    cadence: Cow::Borrowed(TEL_CADENCE),
    ending: EndingPolicy {
        maintenance: Cited::unseen(MaintenanceOffer::None),
        ..PP_12_SPEC.ending
    },
    measures: Cow::Borrowed(TEL_MEASURES),
    participants: Cow::Borrowed(&[]),
    sources: Cow::Borrowed(&[SourceId::TELEPHONE_POSTPARTUM]),
    ..PP_12_SPEC
};

/// IPT by telephone for postpartum depression: twelve calls with a trained nurse, on a second clock
/// of weeks.
///
/// It differs from [`PP_12`] in this, and other sources say:
///
/// - **Channel**: the telephone and nothing else. Another trial did without face-to-face sessions
///   for recurrent depression, in twelve weeks.
/// - **Sessions and weeks**: twelve within 12 to 16 weeks (the trial), and no call after the
///   sixteenth. The fourteen weeks in between are ours, and so is the spacing of eight days that
///   follows from them; weekly calls are within it. Minutes are known in the field.
/// - **Entry**: an EPDS of more than 12.
/// - **Phases** are those of the parent.
/// - **Measures**: the trial's EPDS and interview at 12, 24 and 36 weeks. None is asked for.
/// - **People**: nobody else, and nothing is provided for afterwards: known in the field. That the
///   nurses were trained and supervised for it concerns the service and stands in no record of a
///   course.
pub static TEL_PP_12: Protocol = Protocol::from_static(TEL_PP_12_SPEC);

const ANTE_PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Assessment"),
    worked(Phase::Initial, "Initial phase", Cited::unseen((1, 3))),
    worked(Phase::Middle, "Middle phase", Cited::unseen((4, 13))),
    worked(Phase::Termination, "Termination", Cited::unseen((14, 16))),
    optional(Phase::Concluded, "Conclusion of acute treatment"),
    optional(Phase::Continuation, "Continuation"),
    optional(Phase::Maintenance, "Maintenance"),
];

const ANTE_CADENCE: &[Stretch] = &[every(7, 1, 16, SourceId::KNOWLEDGE, Basis::Unseen)];

/// Depression; one classification has a code of its own for the time of pregnancy and birth.
const ANTE_INDICATIONS: &[Indication] = &[
    DEPRESSION[0],
    DEPRESSION[1],
    DEPRESSION[2],
    DEPRESSION[3],
    indicated("icd-11", "6E20"),
];

const ANTE_MEASURES: &[MeasureSpec] = &[
    measure(
        "epds",
        Level::May,
        Cadence::BeforeAndAfter,
        None,
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
    measure(
        "ham-d-17",
        Level::May,
        Cadence::EveryWeeks,
        Some(4),
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
    measure(
        "bdi",
        Level::May,
        Cadence::EveryWeeks,
        Some(4),
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
];

const ANTE_ANCHORS: &[AnchorSpec] = &[over_by_birth(SourceId::KNOWLEDGE, Basis::Unseen)];

/// [`ANTE_16`] in the open form.
pub const ANTE_16_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("ante-16"),
    title: Cow::Borrowed("IPT for pregnant women with depression"),
    parent: Some(ProtocolId::from_static("acute-16")),
    for_whom: Cow::Borrowed("pregnant women with major depression"),
    phases: Cow::Borrowed(ANTE_PHASES),
    indications: Cow::Borrowed(ANTE_INDICATIONS),
    dose: Dose {
        sessions: Cited::unseen(Span::new(12, 16, 16)),
        minutes: Cited::unseen(Span::new(45, 45, 45)),
        first_minutes: None,
        weeks: Cited::unseen(Span::new(12, 16, 18)),
        ..ACUTE_16_SPEC.dose
    },
    cadence: Cow::Borrowed(ANTE_CADENCE),
    specialisations: Cow::Borrowed(COMPLICATED_PREGNANCY),
    ending: EndingPolicy {
        maintenance: Cited::unseen(MaintenanceOffer::Optional),
        ..ACUTE_16_SPEC.ending
    },
    measures: Cow::Borrowed(ANTE_MEASURES),
    contacts: Cow::Borrowed(OBSTETRICS),
    anchors: Cow::Borrowed(ANTE_ANCHORS),
    sources: Cow::Borrowed(&[SourceId::CASEBOOK_2012]),
    ..ACUTE_16_SPEC
};

/// IPT in pregnancy: sixteen weekly sessions of 45 minutes, a fifth area, and birth as a deadline.
///
/// It differs from [`ACUTE_16`](super::ACUTE_16) in this, and other sources say:
///
/// - **Sessions, minutes, weeks and phases** are known in the field; the manual by Spinelli was not
///   read.
/// - **The fifth area**, complicated pregnancy, is a psychosocial or medical complication or an
///   unplanned pregnancy (a published case). It is worked as a role transition; that assignment is
///   ours. The other four are kept; some who treat women in this time leave deficits out.
/// - **Birth** is the day by which acute treatment is to be over. When the expected day moves, the
///   deadline moves: known in the field. A session at home or by telephone stands in for one that
///   pregnancy prevents.
/// - **Obstetric care** is contacted, as is known in the field.
/// - **Measures**: EPDS before and after, Hamilton scale or BDI every four weeks, and again after
///   birth: known in the field. None is asked for.
/// - **After the acute course** follow-up goes on beyond birth, by need; in how many sessions was
///   not seen, so it is no track.
pub static ANTE_16: Protocol = Protocol::from_static(ANTE_16_SPEC);

const GROTE_PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Engagement"),
    worked(
        Phase::Initial,
        "Initial phase",
        manual((1, 2), SourceId::CASEBOOK_2012),
    ),
    worked(Phase::Middle, "Middle phase", Cited::unseen((3, 7))),
    worked(Phase::Termination, "Termination", Cited::unseen((8, 8))),
    optional(Phase::Concluded, "Conclusion of acute treatment"),
    optional(Phase::Continuation, "Continuation"),
    optional(Phase::Maintenance, "Maintenance"),
];

const GROTE_TRACKS: &[TrackSpec] = &[TrackSpec {
    track: Track::PreTreatment,
    level: Level::Should,
    sessions: manual(Span::new(1, 1, 1), SourceId::GROTE_2008),
    minutes: None,
}];

const fn added_by_grote(token: &'static str, label: &'static str) -> DeclaredTask {
    DeclaredTask {
        token: TaskToken::from_static(token),
        label: Cow::Borrowed(label),
        phase: Phase::Initial,
        by_session: None,
        level: Level::Should,
        source: SourceId::GROTE_2008,
        basis: Basis::Manual,
    }
}

const GROTE_TASKS: &[DeclaredTask] = &[
    added_by_grote("practical_help", "Help with child care and transport"),
    added_by_grote("culture_questions", "Questions about culture"),
];

const GROTE_ANCHORS: &[AnchorSpec] = &[over_by_birth(SourceId::CASEBOOK_2012, Basis::Manual)];

/// [`GROTE_8`] in the open form.
pub const GROTE_8_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("grote-8"),
    title: Cow::Borrowed("Brief IPT for pregnant women on low incomes"),
    parent: Some(ProtocolId::from_static("b-8")),
    for_whom: Cow::Borrowed("pregnant women on low incomes with depression"),
    phases: Cow::Borrowed(GROTE_PHASES),
    indications: Cow::Borrowed(ANTE_INDICATIONS),
    dose: Dose {
        sessions: manual(Span::new(8, 8, 8), SourceId::CASEBOOK_2012),
        minutes: Cited::unseen(Span::new(45, 60, 60)),
        ..B_8_SPEC.dose
    },
    tracks: Cow::Borrowed(GROTE_TRACKS),
    focus: FocusPolicy {
        max_active: Cited::design(2),
        secondary_share: ACUTE_16_SPEC.focus.secondary_share,
        parked_until: Some(manual(Phase::Maintenance, SourceId::CASEBOOK_2012)),
        ..B_8_SPEC.focus
    },
    specialisations: Cow::Borrowed(COMPLICATED_PREGNANCY),
    ending: EndingPolicy {
        maintenance: manual(MaintenanceOffer::Standard, SourceId::CASEBOOK_2012),
        maintenance_with_all: Cited::unseen(true),
        ..B_8_SPEC.ending
    },
    maintenance: MaintenancePolicy {
        interval_days: Cited::unseen(Span::new(14, 30, 31)),
        ..ACUTE_16_SPEC.maintenance
    },
    measures: Cow::Borrowed(ANTE_MEASURES),
    tasks: Cow::Borrowed(GROTE_TASKS),
    contacts: Cow::Borrowed(OBSTETRICS),
    anchors: Cow::Borrowed(GROTE_ANCHORS),
    sources: Cow::Borrowed(&[
        SourceId::GROTE_2008,
        SourceId::CASEBOOK_2012,
        SourceId::SWARTZ_2014,
        SourceId::MOMCARE,
        SourceId::SOCIAL_WORK_PODCAST,
    ]),
    ..B_8_SPEC
};

/// Brief IPT for pregnant women on low incomes, by Grote and colleagues: engagement, eight sessions
/// before birth, then maintenance.
///
/// It differs from [`B_8`](super::B_8) in this, and other sources say:
///
/// - **Engagement** with help over child care and transport and with questions about culture was
///   added by Grote, Swartz & Zuckoff 2008. In which session these are asked was not seen; they
///   belong to the initial phase here.
/// - **Sessions**: a published case has six weekly sessions left when the formulation is agreed, of
///   eight. The hour, and where the middle phase ends, are known in the field.
/// - **Birth**: the same case aims at remission before it. The deadline moves with the expected
///   day.
/// - **Areas**: grief, dispute and transition, of which complicated pregnancy is one; no deficits.
/// - **A second focus** is set aside for the monthly phase (the same case). That two may be active
///   is how the published descriptions were put into numbers, so the limit counts as ours.
/// - **Maintenance** follows as a standing part, every two weeks or monthly until six months after
///   birth: known in the field; the case speaks of a monthly phase. For how many months that is
///   depends on the birth, so no number stands.
/// - **Measures** as in [`ANTE_16`]; obstetric care is contacted. Both are known in the field.
pub static GROTE_8: Protocol = Protocol::from_static(GROTE_8_SPEC);

const PARTNER_PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Assessment"),
    worked(Phase::Initial, "Initial phase", Cited::unseen((1, 2))),
    worked(Phase::Middle, "Middle phase", Cited::unseen((3, 7))),
    worked(Phase::Termination, "Termination", Cited::unseen((8, 8))),
    optional(Phase::Concluded, "Conclusion of acute treatment"),
];

const PARTNER_CADENCE: &[Stretch] = &[every(7, 1, 8, SourceId::KNOWLEDGE, Basis::Unseen)];

const PARTNER_TRACKS: &[TrackSpec] = &[TrackSpec {
    track: Track::PostTreatment,
    level: Level::Should,
    sessions: trial(Span::new(1, 1, 1), SourceId::BRANDON_2012),
    minutes: None,
}];

const PARTNER_ENTRY: &[EntryScore] = &[EntryScore {
    instrument: InstrumentId::from_static("ham-d-17"),
    min: Some(16),
    max: None,
    firm: true,
    source: SourceId::BRANDON_2012,
    basis: Basis::Trial,
}];

const PARTNER_MEASURES: &[MeasureSpec] = &[measure(
    "ham-d-17",
    Level::May,
    Cadence::BeforeAndAfter,
    None,
    SourceId::BRANDON_2012,
    Basis::Trial,
)];

const PARTNER_TASKS: &[DeclaredTask] = &[DeclaredTask {
    token: TaskToken::from_static("joint_formulation"),
    label: Cow::Borrowed("Formulation given to both partners"),
    phase: Phase::Initial,
    by_session: None,
    level: Level::Should,
    source: SourceId::KNOWLEDGE,
    basis: Basis::Unseen,
}];

const PARTNER_PARTICIPANTS: &[ParticipantSpec] = &[ParticipantSpec {
    relation: Relation::Partner,
    level: Level::Must,
    sessions: Some(8),
    source: SourceId::BRANDON_2012,
    basis: Basis::Trial,
}];

/// [`PARTNER_8`] in the open form.
pub const PARTNER_8_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("partner-8"),
    title: Cow::Borrowed("Partner-assisted IPT in pregnancy and after birth"),
    parent: Some(ProtocolId::from_static("acute-16")),
    for_whom: Cow::Borrowed(
        "women with major depression in pregnancy or after birth, together with their partners",
    ),
    format: Format::Couple,
    phases: Cow::Borrowed(PARTNER_PHASES),
    indications: Cow::Borrowed(INDICATIONS),
    entry_scores: Cow::Borrowed(PARTNER_ENTRY),
    dose: Dose {
        sessions: trial(Span::new(8, 8, 8), SourceId::BRANDON_2012),
        minutes: Cited::unseen(Span::new(50, 60, 90)),
        first_minutes: None,
        weeks: Cited::unseen(Span::new(8, 8, 12)),
        ..ACUTE_16_SPEC.dose
    },
    cadence: Cow::Borrowed(PARTNER_CADENCE),
    tracks: Cow::Borrowed(PARTNER_TRACKS),
    focus: FocusPolicy {
        areas: Cited::unseen(WITHOUT_DEFICITS),
        deficits_last_resort: Cited::design(false),
        ..ACUTE_16_SPEC.focus
    },
    initial: InitialPolicy {
        sessions_usual: Cited::unseen(2),
        sessions_most: Cited::design(3),
        ..ACUTE_16_SPEC.initial
    },
    middle: MiddlePolicy {
        joint_max: Cited::design(8),
        ..ACUTE_16_SPEC.middle
    },
    ending: EndingPolicy {
        sessions_min: Cited::design(1),
        sessions_max: Cited::design(2),
        announce_note_below: Cited::design(2),
        announce_warn_below: Cited::design(1),
        maintenance: Cited::unseen(MaintenanceOffer::None),
        ..ACUTE_16_SPEC.ending
    },
    timing: TimingPolicy {
        twice_weekly: Cited::design(false),
        ..ACUTE_16_SPEC.timing
    },
    measurement: MeasurePolicy {
        review_by: Cited::design(4),
        ..ACUTE_16_SPEC.measurement
    },
    measures: Cow::Borrowed(PARTNER_MEASURES),
    tasks: Cow::Borrowed(PARTNER_TASKS),
    participants: Cow::Borrowed(PARTNER_PARTICIPANTS),
    sources: Cow::Borrowed(&[SourceId::BRANDON_2012]),
    ..ACUTE_16_SPEC
};

/// Partner-assisted IPT around birth: eight sessions with the partner in each, and a follow-up six
/// weeks later.
///
/// It differs from [`ACUTE_16`](super::ACUTE_16) in this, and other sources say:
///
/// - **Sessions**: eight, with the partner at all of them, and one visit six weeks after (Brandon
///   et al. 2012). Minutes, weeks, spacing and phases are known in the field; the length of the
///   ending, when it is announced, three as the most initial sessions and the review are ours.
/// - **Entry**: a Hamilton score of 16 or more. A score of 9 counted as response there, read as 9
///   or less.
/// - **The partner** is indispensable, and the formulation is given to both, which is known in the
///   field. Few joint sessions are a limit of individual treatment and not of this one.
/// - **Areas**: three, without deficits, as is known in the field.
/// - **Measures**: the trial rated at intake, at session 8 and six weeks later. None is asked for.
/// - **After it** the one visit and nothing else.
pub static PARTNER_8: Protocol = Protocol::from_static(PARTNER_8_SPEC);

const LOSS_PHASES: &[PhaseSpec] = &[
    PhaseSpec {
        phase: Phase::Assessment,
        label: Cow::Borrowed("Individual meeting before the group"),
        typical: None,
        optional: false,
        ends_on: None,
    },
    PhaseSpec {
        phase: Phase::Middle,
        label: Cow::Borrowed("Group"),
        typical: None,
        optional: false,
        ends_on: None,
    },
    optional(Phase::Concluded, "After the group"),
];

const fn round(token: &'static str, label: &'static str, from: u16, to: u16) -> ModuleSpec {
    ModuleSpec {
        token: Label::from_static(token),
        label: Cow::Borrowed(label),
        phase: Phase::Middle,
        from,
        to,
        source: SourceId::PERINATAL_LOSS_TRIALS,
        basis: Basis::Trial,
    }
}

const LOSS_MODULES: &[ModuleSpec] = &[
    round("round-1", "Four topics, first time", 1, 4),
    round("round-2", "Four topics, second time", 5, 8),
    round("round-3", "Four topics, third time", 9, 12),
];

const LOSS_CADENCE: &[Stretch] = &[every(7, 1, 12, SourceId::KNOWLEDGE, Basis::Unseen)];

const fn individual(track: Track) -> TrackSpec {
    TrackSpec {
        track,
        level: Level::Should,
        sessions: trial(Span::new(1, 1, 1), SourceId::PERINATAL_LOSS_TRIALS),
        minutes: None,
    }
}

const LOSS_TRACKS: &[TrackSpec] = &[individual(Track::PreTreatment), individual(Track::Booster)];

const LOSS_MEASURES: &[MeasureSpec] = &[measure(
    "ham-d-17",
    Level::May,
    Cadence::EveryWeeks,
    Some(4),
    SourceId::KNOWLEDGE,
    Basis::Unseen,
)];

const LOSS_PARTICIPANTS: &[ParticipantSpec] = &[
    ParticipantSpec {
        relation: Relation::Supporter,
        level: Level::Should,
        sessions: Some(3),
        source: SourceId::PERINATAL_LOSS_TRIALS,
        basis: Basis::Trial,
    },
    ParticipantSpec {
        relation: Relation::Partner,
        level: Level::May,
        sessions: None,
        source: SourceId::PERINATAL_LOSS_TRIALS,
        basis: Basis::Trial,
    },
];

/// [`LOSS_G12`] in the open form.
pub const LOSS_G12_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("loss-g12"),
    title: Cow::Borrowed("Group IPT for major depression after the loss of a baby"),
    parent: Some(ProtocolId::from_static("acute-16")),
    for_whom: Cow::Borrowed(
        "women with major depression after the loss of a baby in pregnancy or around birth",
    ),
    format: Format::Group,
    group: Some(GroupPolicy {
        members: Cited::design(Span::new(2, 6, 10)),
        facilitators: Cited::design(Span::new(1, 2, 2)),
        entry: trial(GroupEntry::Rolling, SourceId::PERINATAL_LOSS_TRIALS),
        late_until: None,
    }),
    phases: Cow::Borrowed(LOSS_PHASES),
    modules: Cow::Borrowed(LOSS_MODULES),
    dose: Dose {
        sessions: trial(Span::new(12, 12, 12), SourceId::PERINATAL_LOSS_TRIALS),
        minutes: Cited::unseen(Span::new(90, 90, 120)),
        first_minutes: None,
        weeks: Cited::unseen(Span::new(12, 12, 14)),
        ..ACUTE_16_SPEC.dose
    },
    cadence: Cow::Borrowed(LOSS_CADENCE),
    tracks: Cow::Borrowed(LOSS_TRACKS),
    focus: FocusPolicy {
        areas: Cited::unseen(WITHOUT_DEFICITS),
        grief_requires_death: Cited::design(false),
        deficits_last_resort: Cited::design(false),
        ..ACUTE_16_SPEC.focus
    },
    initial: InitialPolicy {
        sessions_usual: Cited::design(1),
        sessions_most: Cited::design(1),
        frame_by_session: Cited::design(1),
        ..ACUTE_16_SPEC.initial
    },
    ending: EndingPolicy {
        sessions_min: Cited::design(0),
        sessions_max: Cited::design(0),
        tasks: Cited::design(EndingTaskSet::of(&[
            EndingTask::ReviewSymptoms,
            EndingTask::FurtherHelpAdvice,
            EndingTask::OutcomeRecorded,
        ])),
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
    measures: Cow::Borrowed(LOSS_MEASURES),
    participants: Cow::Borrowed(LOSS_PARTICIPANTS),
    sources: Cow::Borrowed(&[SourceId::PERINATAL_LOSS_TRIALS, SourceId::JOHNSON_2016]),
    ..ACUTE_16_SPEC
};

/// Group IPT after perinatal loss: a rolling group in which four topics come round three times.
///
/// It differs from [`ACUTE_16`](super::ACUTE_16) in this, and other sources say:
///
/// - **Sessions**: twelve of the group, one individual meeting before and a booster a month after
///   (the trials' registrations). Minutes, weeks and spacing are known in the field.
/// - **Two clocks**: women enter every four weeks, so a member's session is not the group's. The
///   modules go by the member's own count: each of the four topics three times.
/// - **Phases**: the group has no initial phase and no termination of its own. What an initial
///   phase does is done in the individual meeting, and how a member leaves is said at the booster;
///   that reading is ours, and so are the tasks of the end.
/// - **Areas**: grief stands in the centre, dispute and transition beside it, as is known in the
///   field. Whether the loss counts as a death is not asked: ours.
/// - **People**: partner or supporter are invited to three of the twelve sessions. Whoever comes is
///   recorded as the supporter; an invitation is usual and not indispensable. A partner who comes
///   as such may.
/// - **Size and facilitators** of the group were not seen; the numbers are ours.
/// - **Measures**: a Hamilton scale at weeks 4 and 8, at the end and three and six months later
///   (Johnson et al. 2016); its version was not seen, so it counts as known in the field and is not
///   asked for.
pub static LOSS_G12: Protocol = Protocol::from_static(LOSS_G12_SPEC);

pub(super) const FAMILY: &[&Protocol] = &[
    &PP_12, &TEL_PP_12, &ANTE_16, &GROTE_8, &PARTNER_8, &LOSS_G12,
];
