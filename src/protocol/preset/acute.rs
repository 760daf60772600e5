//! Acute IPT for adults.

use alloc::borrow::Cow;

use super::{
    HOMEWORK, OFF_MODEL, every, guideline, indicated, manual, may_come, measure, optional,
    practice, trial, worked,
};
use crate::{
    measure::InstrumentId,
    protocol::{
        Adjustment, Cadence, Cited, DeclaredTask, Dose, EndingPolicy, EntryScore, FocusPolicy,
        Format, Fraction, Indication, InitialPolicy, Level, MaintenanceOffer, MaintenancePolicy,
        MeasurePolicy, MeasureSpec, MedicationPolicy, MiddlePolicy, ParticipantSpec, PhaseSpec,
        Population, Proscription, Protocol, ProtocolSpec, SafetyPolicy, Span, Stretch,
        TimingPolicy, WorkPolicy,
    },
    record::{
        contract::{ContractTerm, ContractTerms, TimeFrameKind, TimeFrameKinds},
        inventory::Relation,
        session::{Modality, ModalitySet},
        setting::ScreenSet,
    },
    source::{Basis, SourceId},
    vocabulary::{
        AreaSet, EndingTask as E, EndingTaskSet, InitialTask as T, InitialTaskSet, Phase,
        ProtocolId, RuleCode, Severity, SickRole, TaskToken, WorkKind, WorkSet,
    },
};

pub(super) const PROSCRIBED: &[Proscription] = &[
    OFF_MODEL[0],
    OFF_MODEL[1],
    OFF_MODEL[2],
    OFF_MODEL[3],
    OFF_MODEL[4],
    OFF_MODEL[5],
    HOMEWORK,
];

const PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Assessment"),
    worked(
        Phase::Initial,
        "Initial phase",
        manual((1, 3), SourceId::MARKOWITZ_2006),
    ),
    worked(
        Phase::Middle,
        "Middle phase",
        practice((4, 13), SourceId::GERMAN_PAGES),
    ),
    worked(Phase::Termination, "Termination", Cited::design((14, 16))),
    optional(Phase::Concluded, "Conclusion of acute treatment"),
    optional(Phase::Continuation, "Continuation"),
    optional(Phase::Maintenance, "Maintenance"),
];

const CADENCE: &[Stretch] = &[every(7, 1, 16, SourceId::WEISSMAN_2000, Basis::Manual)];

const MEASURES: &[MeasureSpec] = &[
    measure(
        "phq-9",
        Level::May,
        Cadence::EverySession,
        None,
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
    measure(
        "bdi-ii",
        Level::May,
        Cadence::EverySession,
        None,
        SourceId::CASEBOOK_2012,
        Basis::Manual,
    ),
    measure(
        "ham-d-17",
        Level::May,
        Cadence::EveryWeeks,
        Some(4),
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
];

/// Major depression, single or recurrent. What it is for is published; which codes say it is known
/// in the field.
pub(super) const DEPRESSION: &[Indication] = &[
    indicated("icd-10", "F32"),
    indicated("icd-10", "F33"),
    indicated("icd-11", "6A70"),
    indicated("icd-11", "6A71"),
];

/// Mania and bipolar disorder, psychosis, and depression with psychotic symptoms. That they are
/// excluded is published (TDCRP); which codes say it is known in the field.
pub(super) const BIPOLAR_OR_PSYCHOTIC: &[Indication] = &[
    indicated("icd-10", "F20"),
    indicated("icd-10", "F30"),
    indicated("icd-10", "F31"),
    indicated("icd-10", "F32.3"),
    indicated("icd-10", "F33.3"),
    indicated("icd-11", "6A20"),
    indicated("icd-11", "6A60"),
    indicated("icd-11", "6A61"),
    indicated("icd-11", "6A70.2"),
    indicated("icd-11", "6A70.4"),
    indicated("icd-11", "6A71.2"),
    indicated("icd-11", "6A71.4"),
];

const PARTICIPANTS: &[ParticipantSpec] = &[may_come(Relation::Partner)];

/// [`ACUTE_16`] in the open form, for variants that build on it.
pub const ACUTE_16_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("acute-16"),
    version: 1,
    title: Cow::Borrowed("Acute IPT for adults with major depression"),
    parent: None,
    for_whom: Cow::Borrowed("adults with major depression, neither psychotic nor bipolar"),
    format: Format::Individual,
    channels: Cited::design(ModalitySet::of(&[
        Modality::InPerson,
        Modality::Video,
        Modality::Telephone,
    ])),
    group: None,
    phases: Cow::Borrowed(PHASES),
    modules: Cow::Borrowed(&[]),
    population: Population {
        // The trials are of adults; adult is read as eighteen years.
        age_min: Some(trial(18, SourceId::TDCRP)),
        age_max: None,
        remission_at_entry: Cited::design(false),
        excluded: Cited::design(ScreenSet::EXCLUDING),
        cautioned: Cited::design(ScreenSet::CAUTIONING),
    },
    indications: Cow::Borrowed(DEPRESSION),
    contraindications: Cow::Borrowed(BIPOLAR_OR_PSYCHOTIC),
    entry_scores: Cow::Borrowed(&[]),
    dose: Dose {
        sessions: manual(Span::new(12, 16, 16), SourceId::WEISSMAN_2000),
        minutes: manual(Span::new(45, 50, 60), SourceId::WEISSMAN_2000),
        first_minutes: Some(Cited::unseen(Span::new(45, 60, 90))),
        weeks: manual(Span::new(12, 16, 20), SourceId::WEISSMAN_2000),
        time_frames: Cited::design(TimeFrameKinds::of(&[
            TimeFrameKind::Sessions,
            TimeFrameKind::SessionsWithinWeeks,
        ])),
        weeks_are_cap: Cited::design(false),
    },
    cadence: Cow::Borrowed(CADENCE),
    tracks: Cow::Borrowed(&[]),
    focus: FocusPolicy {
        areas: manual(AreaSet::ALL, SourceId::MARKOWITZ_HANDBOOK),
        max_active: Cited::design(2),
        advised: manual(1, SourceId::WEISSMAN_2018),
        grief_requires_death: manual(true, SourceId::CASEBOOK_2012),
        deficits_last_resort: manual(true, SourceId::CASEBOOK_2012),
        secondary_share: Cited::design(Fraction::new(1, 2)),
        off_focus_run: Cited::design(2),
        onset_window_months: Cited::design(12),
        parked_until: None,
    },
    area_labels: Cow::Borrowed(&[]),
    specialisations: Cow::Borrowed(&[]),
    initial: InitialPolicy {
        sessions_usual: manual(3, SourceId::MARKOWITZ_2006),
        sessions_most: Cited::design(5),
        tasks: manual(
            InitialTaskSet::of(&[
                T::ConsentAndLimits,
                T::PsychiatricHistory,
                T::SymptomReview,
                T::Diagnosis,
                T::Screening,
                T::SuicideEnquiry,
                T::BaselineSeverity,
                T::NameTheIllness,
                T::Psychoeducation,
                T::SickRole,
                T::MedicationEvaluation,
                T::Inventory,
                T::OnsetTimeline,
                T::ProblemAreaSelection,
                T::Formulation,
                T::PatientAgreement,
                T::ExplainIpt,
                T::TreatmentGoals,
                T::TreatmentContract,
                T::ContingencyTalk,
            ]),
            SourceId::MARKOWITZ_HANDBOOK,
        ),
        sick_role: manual(Some(SickRole::Full), SourceId::MARKOWITZ_HANDBOOK),
        inventory_min: Cited::design(3),
        frame_by_session: Cited::design(2),
        contract_terms: practice(
            ContractTerms::of(&[
                ContractTerm::HereAndNow,
                ContractTerm::PatientRole,
                ContractTerm::CrisisContact,
                ContractTerm::Measurement,
            ]),
            SourceId::SLIDES_DEPRESSION,
        ),
    },
    middle: MiddlePolicy {
        incident_run: Cited::design(2),
        affect_by: Cited::design(3),
        stage_by: Cited::design(2),
        analysis_by: Cited::design(3),
        explored_by: Cited::design(Fraction::new(1, 2)),
        acting_by: Cited::design(Fraction::new(2, 3)),
        settled_by: Cited::design(Fraction::new(2, 3)),
        changes_max: Cited::design(1),
        unmentioned_run: Cited::design(1),
        crisis_share: Cited::design(Fraction::new(1, 4)),
        joint_max: Cited::unseen(2),
        late_share: Cited::design(Fraction::new(1, 2)),
    },
    ending: EndingPolicy {
        sessions_min: manual(2, SourceId::WEISSMAN_2000),
        sessions_min_early: Cited::design(1),
        sessions_max: manual(4, SourceId::WEISSMAN_2000),
        announce_note_below: manual(4, SourceId::WEISSMAN_2000),
        announce_warn_below: manual(2, SourceId::WEISSMAN_2000),
        tasks: manual(
            EndingTaskSet::of(&[
                E::AnnounceEnd,
                E::FeelingsAboutEnding,
                E::ReviewSymptoms,
                E::ReviewFocusGoals,
                E::CreditToPatient,
                E::SkillsAndSupports,
                E::RelapsePlan,
                E::FurtherHelpAdvice,
                E::OutcomeRecorded,
            ]),
            SourceId::WEISSMAN_2000,
        ),
        completion: Cited::design(Fraction::new(3, 4)),
        maintenance: manual(MaintenanceOffer::Optional, SourceId::WEISSMAN_2000),
        maintenance_with_all: manual(false, SourceId::MARKOWITZ_2017),
        settled_sessions: Cited::unseen(2),
        final_score_within: Cited::design(2),
        outreach_min: Cited::design(2),
        completion_sessions: None,
        completion_weeks: None,
        missed_made_up: None,
    },
    maintenance: MaintenancePolicy {
        interval_days: Cited::design(Span::new(7, 30, 42)),
        off_focus_run: Cited::design(1),
        months: None,
    },
    safety: SafetyPolicy {
        close_days: Cited::design(28),
        enquiry_run: Cited::design(2),
        remedy_days: Cited::design(7),
    },
    timing: TimingPolicy {
        gap_note: Cited::design(Fraction::new(3, 2)),
        gap_warn: Cited::design(Fraction::new(2, 1)),
        gap_break: Cited::design(Fraction::new(4, 1)),
        gap_min_days: Cited::design(2),
        twice_weekly: manual(true, SourceId::WEISSMAN_2000),
        taper: Cited::unseen(false),
        overrun_weeks: Cited::design(4),
        overrun_most: Cited::design(Fraction::new(3, 2)),
        extensions_max: Cited::design(1),
        extension_sessions_max: Cited::design(4),
        pace_gaps: Cited::design(3),
        pace_fast: Cited::design(Fraction::new(3, 2)),
        outreach_after: Cited::design(2),
        outreach_days: Cited::design(7),
        missed_run: Cited::design(3),
        silence_days: Cited::design(28),
        decision_days: Cited::design(7),
        early_session: Cited::design(3),
        early_outreach_days: Cited::design(2),
        planned_end_weeks: Cited::design(2),
        late_entry_days: Cited::design(7),
        prescriber_days: Cited::design(14),
    },
    measurement: MeasurePolicy {
        max_gap: practice(4, SourceId::IPTINSTITUTE_LEVEL_B),
        review_by: guideline(8, SourceId::ICSI_DEPRESSION),
        review_response: guideline(Fraction::new(1, 4), SourceId::ICSI_DEPRESSION),
    },
    measures: Cow::Borrowed(MEASURES),
    work: WorkPolicy {
        between_sessions: manual(WorkSet::of(&[WorkKind::Attempt]), SourceId::MARKOWITZ_2017),
        proscribed_error_from: Cited::design(2),
        contact_minutes_min: Cited::design(25),
        medication: manual(MedicationPolicy::Allowed, SourceId::MARKOWITZ_HANDBOOK),
        medication_withheld_weeks: None,
        supervision_gap: Cited::design(2),
        supervised_share: practice(Fraction::new(12, 16), SourceId::TRAINING_LEVEL_B),
        adherence_min: practice(Fraction::new(3, 5), SourceId::IPTINSTITUTE_LEVEL_B),
        waivers_max: Cited::design(3),
    },
    techniques: Cow::Borrowed(&[]),
    proscribed: Cow::Borrowed(PROSCRIBED),
    tasks: Cow::Borrowed(&[]),
    participants: Cow::Borrowed(PARTICIPANTS),
    contacts: Cow::Borrowed(&[]),
    anchors: Cow::Borrowed(&[]),
    steps: Cow::Borrowed(&[]),
    adjustments: Cow::Borrowed(&[]),
    sources: Cow::Borrowed(&[
        SourceId::WEISSMAN_2000,
        SourceId::TDCRP,
        SourceId::MARKOWITZ_2006,
        SourceId::MARKOWITZ_HANDBOOK,
        SourceId::CASEBOOK_2012,
        SourceId::MARKOWITZ_2017,
        SourceId::ISIPT_STRATEGIES,
        SourceId::GERMAN_PAGES,
        SourceId::WEISSMAN_2018,
        SourceId::IPTINSTITUTE_LEVEL_B,
        SourceId::TRAINING_LEVEL_B,
        SourceId::SLIDES_DEPRESSION,
        SourceId::ICSI_DEPRESSION,
        SourceId::MARKOWITZ_ADHERENCE,
        SourceId::AMOLE_2016,
        SourceId::NEW_OXFORD_TEXTBOOK,
    ]),
};

/// Acute IPT for adults: 12 to 16 weekly sessions, one or two of four areas.
///
/// What other sources say:
///
/// - **Sessions, minutes, weeks** follow Weissman, Markowitz and Klerman 2000 (12 to 16 weeks,
///   weekly and sometimes twice weekly, 45 to 50 minutes), as does the society's page on key
///   strategies. US Veterans Affairs gives 16 sessions, the Indian guideline 12 to 20 over four to
///   five months, from which the 20 weeks come; the Christchurch trial held 8 to 19 sessions in 16
///   weeks; the TDCRP is known to have allowed 20. Sixty minutes come from a lay page. A first
///   session of up to 90 minutes is known in the field.
/// - **Initial phase**: at most three sessions (Markowitz 2006, his handbook chapter, and 2017);
///   British services take four, a textbook and a clinic up to five. Five as the most is ours.
/// - **Middle phase** from the fourth to the thirteenth of sixteen sessions: a German-language
///   page, a weak sighting; a textbook has 6 to 15 of twenty. The three sessions that this leaves
///   for the ending stand as ours.
/// - **Initial tasks** follow Markowitz's handbook chapter. Elsewhere stand: direct questions on
///   suicide (NICE NG222), crisis contact (the same, and a British hand-out), confidentiality
///   (Markowitz 2017), the screen (TDCRP; Grigoriadis & Ravitz 2007), goals (Anna Freud Centre),
///   the patient's part (teaching slides). That the frame is voiced by session 2 is ours; that it
///   is set at the outset is not.
/// - **Contract**: that it settles the here and now and the patient's part say teaching slides; the
///   crisis contact is NICE's, measuring the IPT Institute's.
/// - **Focus**: the Guide of 2018 advises one area; the US Veterans Affairs page says one or two.
///   Nobody was seen to forbid three, so the limit of two is ours. That grief follows a death and
///   that deficits are chosen only when nothing else fits say the Casebook and the Guide of 2018.
/// - **Ending**: two to four sessions (Weissman et al. 2000), of which the thresholds for
///   announcing are the two edges; others take three (Markowitz & Weissman 2004) or four (British
///   services). The tasks are those of the same manual, of Markowitz 2017 and of the Casebook;
///   recording the outcome is ours. Three quarters of the sessions make a completed course: ours,
///   after a training rule of 12 in 16; definitions elsewhere run from half to all.
/// - **Middle phase**: that an area is explored before work turns to acting is published (a
///   clinic's account of disputes); by when, how often the focus may change and how many crises it
///   bears, is ours throughout.
/// - **Maintenance**: trials met weekly, every two weeks and monthly without a difference (Frank et
///   al. 2007); six weeks as the most is ours.
/// - **Safety**: asking closely early on and after a change of medication follows NICE NG222; the
///   four weeks and the number of sessions are ours.
/// - **Supervision**: twelve of sixteen sessions and an adherence of at least three of five are
///   training rules of the IPT Institute and of the society's level B.
/// - **Diagnosis**: unipolar major depression, as in the trials (TDCRP; Cuijpers et al. 2016),
///   which excluded bipolar and psychotic disorders; the codes are those known in the field.
/// - **Widening the spacing** within acute treatment is known not to be done; one German-language
///   page describes it.
/// - **Measures** are alternatives, so none is asked for: Markowitz 2006 wants a scale repeated
///   regularly. The Casebook has a weekly BDI-II. The greatest gap of four sessions is the IPT
///   Institute's; others rate every session.
/// - **The review** by session 8 follows a guideline's eight to ten weeks; a maintenance trial
///   changed course after four weeks.
/// - **Work between sessions** is something to try (Markowitz 2017); authors of the same line argue
///   for homework (Blanco et al.).
/// - A close person may come once or twice in a dispute, as is known in the field; that is read as
///   two joint sessions at most.
pub static ACUTE_16: Protocol = Protocol::from_static(ACUTE_16_SPEC);

const PHASES_12: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Assessment"),
    worked(
        Phase::Initial,
        "Initial phase",
        manual((1, 3), SourceId::MARKOWITZ_2006),
    ),
    worked(Phase::Middle, "Middle phase", Cited::design((4, 9))),
    worked(Phase::Termination, "Termination", Cited::design((10, 12))),
    optional(Phase::Concluded, "Conclusion of acute treatment"),
    optional(Phase::Continuation, "Continuation"),
    optional(Phase::Maintenance, "Maintenance"),
];

const CADENCE_12: &[Stretch] = &[every(7, 1, 12, SourceId::WEISSMAN_2000, Basis::Manual)];

/// [`ACUTE_12`] in the open form.
pub const ACUTE_12_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("acute-12"),
    title: Cow::Borrowed("Acute IPT for adults with major depression, short form"),
    parent: Some(ProtocolId::from_static("acute-16")),
    dose: Dose {
        sessions: manual(Span::new(12, 12, 12), SourceId::WEISSMAN_2000),
        first_minutes: None,
        weeks: Cited::design(Span::new(12, 12, 15)),
        ..ACUTE_16_SPEC.dose
    },
    phases: Cow::Borrowed(PHASES_12),
    cadence: Cow::Borrowed(CADENCE_12),
    ..ACUTE_16_SPEC
};

/// Acute IPT for adults in its short form: twelve weekly sessions.
///
/// It differs from [`ACUTE_16`] in this, and other sources say:
///
/// - **Sessions**: twelve is the lower edge of the twelve to sixteen weeks of Weissman, Markowitz
///   and Klerman 2000. Three weeks of slack are ours.
/// - **Minutes** are those of the longer form; a longer first session is not known of this one.
/// - **Phases**: three sessions at most for the first (Markowitz 2006). Where the middle phase ends
///   is ours; an ending of three sessions lies within the two to four of the same manual.
pub static ACUTE_12: Protocol = Protocol::from_static(ACUTE_12_SPEC);

const TRIAL_PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Assessment"),
    worked(
        Phase::Initial,
        "Initial phase",
        manual((1, 3), SourceId::MARKOWITZ_2006),
    ),
    worked(Phase::Middle, "Middle phase", Cited::design((4, 13))),
    worked(Phase::Termination, "Termination", Cited::design((14, 16))),
    optional(Phase::Concluded, "Conclusion of acute treatment"),
];

const TDCRP_CADENCE: &[Stretch] = &[every(7, 1, 16, SourceId::KNOWLEDGE, Basis::Unseen)];

const TDCRP_ENTRY: &[EntryScore] = &[EntryScore {
    instrument: InstrumentId::HAM_D_17,
    min: Some(14),
    max: None,
    firm: true,
    source: SourceId::TDCRP,
    basis: Basis::Trial,
}];

const TDCRP_MEASURES: &[MeasureSpec] = &[
    measure(
        "ham-d-17",
        Level::Should,
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
    measure(
        "gas",
        Level::May,
        Cadence::EveryWeeks,
        Some(4),
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
    measure(
        "hscl-90",
        Level::May,
        Cadence::EveryWeeks,
        Some(4),
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
];

const TDCRP_TASKS: &[DeclaredTask] = &[DeclaredTask {
    token: TaskToken::from_static("sessions_taped"),
    label: Cow::Borrowed("Sessions taped for the rating of adherence"),
    phase: Phase::Initial,
    by_session: None,
    level: Level::Should,
    source: SourceId::TDCRP_CSPRS,
    basis: Basis::Trial,
}];

/// [`TDCRP`] in the open form.
pub const TDCRP_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("tdcrp"),
    title: Cow::Borrowed("IPT as in the NIMH collaborative depression trial (TDCRP)"),
    parent: Some(ProtocolId::from_static("acute-16")),
    for_whom: Cow::Borrowed(
        "adults with major depression, neither psychotic nor bipolar nor suicidal",
    ),
    entry_scores: Cow::Borrowed(TDCRP_ENTRY),
    dose: Dose {
        sessions: Cited::unseen(Span::new(16, 16, 20)),
        minutes: Cited::unseen(Span::new(50, 50, 50)),
        first_minutes: None,
        weeks: trial(Span::new(16, 16, 16), SourceId::ELKIN_1989),
        time_frames: Cited::unseen(TimeFrameKinds::of(&[TimeFrameKind::SessionsWithinWeeks])),
        weeks_are_cap: Cited::unseen(true),
    },
    ending: EndingPolicy {
        maintenance: Cited::unseen(MaintenanceOffer::None),
        completion_sessions: Some(Cited::unseen(12)),
        completion_weeks: Some(Cited::unseen(15)),
        ..ACUTE_16_SPEC.ending
    },
    work: WorkPolicy {
        medication: Cited::unseen(MedicationPolicy::StudiedAlone),
        ..ACUTE_16_SPEC.work
    },
    phases: Cow::Borrowed(TRIAL_PHASES),
    cadence: Cow::Borrowed(TDCRP_CADENCE),
    measures: Cow::Borrowed(TDCRP_MEASURES),
    tasks: Cow::Borrowed(TDCRP_TASKS),
    participants: Cow::Borrowed(&[]),
    sources: Cow::Borrowed(&[
        SourceId::ELKIN_1989,
        SourceId::TDCRP,
        SourceId::TDCRP_CSPRS,
        SourceId::MARKOWITZ_2006,
        SourceId::LINARDON_2019,
    ]),
    ..ACUTE_16_SPEC
};

/// IPT as in the NIMH Treatment of Depression Collaborative Research Program: sixteen weeks, and up
/// to twenty sessions in them.
///
/// It differs from [`ACUTE_16`] in this, and other sources say:
///
/// - **Entry**: a score of 14 or more on the Hamilton scale (a summary of the trial); patients were
///   neither psychotic nor bipolar nor suicidal (the grant's abstract).
/// - **Weeks** are sixteen (Elkin et al. 1989). Sixteen sessions of fifty minutes with up to twenty
///   allowed are known in the field; so are both limits at once, for which reason the weeks close
///   treatment and a frame names sessions and weeks. Sessions beyond one a week take a second one
///   in some weeks, so up to four may be added within the sixteen weeks.
/// - **Completed** means at least twelve sessions and at least fifteen weeks, as is known in the
///   field; definitions elsewhere vary (Linardon et al. 2019).
/// - **Phases** are those of the standard form; the trial's own manual was not read.
/// - **Measures** were taken by independent raters at 0, 4, 8, 12 and 16 weeks, as is known in the
///   field. The Hamilton scale is usual because entry rests on it. That the trial followed its
///   patients for eighteen months (the grant's abstract) is no treatment and stands in no list.
/// - **Tapes**: sessions were taped and rated for adherence on the Collaborative Study
///   Psychotherapy Rating Scale, which told the treatments apart.
/// - **Medication** was for other arms, nobody but patient and therapist was there, and the trial
///   offered no maintenance: known in the field.
pub static TDCRP: Protocol = Protocol::from_static(TDCRP_SPEC);

const CHCH_CADENCE: &[Stretch] = &[every(7, 1, 16, SourceId::KNOWLEDGE, Basis::Unseen)];

const CHCH_MEASURES: &[MeasureSpec] = &[measure(
    "madrs",
    Level::Should,
    Cadence::BeforeAndAfter,
    None,
    SourceId::LUTY_2007,
    Basis::Trial,
)];

/// Eight sessions in sixteen weeks are agreed on further apart than weekly.
const CHCH_ADJUSTMENTS: &[Adjustment] = &[Adjustment {
    code: RuleCode::from_static("IPT-084"),
    severity: Some(Severity::Note),
    source: SourceId::LUTY_2007,
    basis: Basis::Trial,
}];

/// [`CHCH_16WK`] in the open form.
pub const CHCH_16WK_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("chch-16wk"),
    title: Cow::Borrowed("IPT as in the Christchurch trial, sixteen weeks"),
    parent: Some(ProtocolId::from_static("acute-16")),
    for_whom: Cow::Borrowed("adults with major depression"),
    dose: Dose {
        sessions: trial(Span::new(8, 16, 19), SourceId::LUTY_2007),
        minutes: Cited::unseen(Span::new(50, 50, 60)),
        first_minutes: None,
        weeks: trial(Span::new(16, 16, 16), SourceId::LUTY_2007),
        time_frames: Cited::design(TimeFrameKinds::of(&[
            TimeFrameKind::Weeks,
            TimeFrameKind::SessionsWithinWeeks,
        ])),
        weeks_are_cap: trial(true, SourceId::LUTY_2007),
    },
    ending: EndingPolicy {
        maintenance: Cited::unseen(MaintenanceOffer::None),
        ..ACUTE_16_SPEC.ending
    },
    timing: TimingPolicy {
        // Eight sessions in sixteen weeks lie sixteen days apart.
        gap_warn: Cited::design(Fraction::new(5, 2)),
        taper: Cited::design(true),
        extensions_max: Cited::design(0),
        extension_sessions_max: Cited::design(0),
        ..ACUTE_16_SPEC.timing
    },
    phases: Cow::Borrowed(TRIAL_PHASES),
    cadence: Cow::Borrowed(CHCH_CADENCE),
    measures: Cow::Borrowed(CHCH_MEASURES),
    adjustments: Cow::Borrowed(CHCH_ADJUSTMENTS),
    sources: Cow::Borrowed(&[SourceId::LUTY_2007, SourceId::MARKOWITZ_2006]),
    ..ACUTE_16_SPEC
};

/// IPT as in the Christchurch trial: the weeks are fixed and the number of sessions is not.
///
/// It differs from [`ACUTE_16`] in this, and other sources say:
///
/// - **Weeks and sessions**: sixteen weeks in which 8 to 19 sessions were held (Luty et al. 2007).
///   Sixteen as the typical number is one a week and ours. So is it that a frame may name the weeks
///   alone, that spacing may widen, and that nothing is extended. As eight sessions lie sixteen
///   days apart, a contract with wider spacing than weekly is graded as a note, and a gap is long
///   from two and a half intervals on; the latter number is ours.
/// - **Minutes** and the weekly spacing are known in the field.
/// - **For whom**: adults with major depression. Whom the trial excluded was not seen; the
///   exclusions are those of the standard form.
/// - **Phases** are those of the standard form; what the trial's therapists did by which session
///   was not read.
/// - **Measures**: the Montgomery–Åsberg scale was the primary outcome; how often it was taken in
///   between was not seen.
/// - **Afterwards**: booster sessions are known in the field, with little certainty, and stand in
///   no list.
pub static CHCH_16WK: Protocol = Protocol::from_static(CHCH_16WK_SPEC);

pub(super) const FAMILY: &[&Protocol] = &[&ACUTE_16, &ACUTE_12, &TDCRP, &CHCH_16WK];
