//! IPT over the internet.

use alloc::borrow::Cow;

use super::{ACUTE_16_SPEC, every, measure, optional, trial, worked};
use crate::{
    protocol::{
        Adjustment, Cadence, Cited, Dose, EndingPolicy, FocusPolicy, Format, Fraction,
        InitialPolicy, Level, MaintenanceOffer, MeasurePolicy, MeasureSpec, ModuleSpec, PhaseSpec,
        Protocol, ProtocolSpec, Span, Stretch, TimingPolicy, WorkPolicy,
    },
    record::{
        contract::{ContractTerm, ContractTerms, TimeFrameKind, TimeFrameKinds},
        session::{Modality, ModalitySet},
    },
    source::{Basis, SourceId},
    vocabulary::{
        EndingTask as E, EndingTaskSet, InitialTask as T, InitialTaskSet, Label, Phase, ProtocolId,
        RuleCode,
    },
};

/// A phase that is worked in modules and not numbered by itself.
const fn in_modules(phase: Phase, label: &'static str) -> PhaseSpec {
    PhaseSpec {
        phase,
        label: Cow::Borrowed(label),
        typical: None,
        optional: false,
        ends_on: None,
    }
}

const fn modules(to: u16) -> ModuleSpec {
    ModuleSpec {
        token: Label::from_static("modules"),
        label: Cow::Borrowed("Modules"),
        phase: Phase::Middle,
        from: 1,
        to,
        source: SourceId::KNOWLEDGE,
        basis: Basis::Unseen,
    }
}

/// A rule that the protocol leaves out.
const fn without(code: &'static str, source: SourceId, basis: Basis) -> Adjustment {
    Adjustment {
        code: RuleCode::from_static(code),
        severity: None,
        source,
        basis,
    }
}

const PHASES: &[PhaseSpec] = &[
    in_modules(Phase::Assessment, "Registration"),
    in_modules(Phase::Middle, "Programme"),
    optional(Phase::Concluded, "After the programme"),
];

const SELF_MODULES: &[ModuleSpec] = &[modules(4)];

const SELF_CADENCE: &[Stretch] = &[every(7, 1, 4, SourceId::KNOWLEDGE, Basis::Unseen)];

const SELF_MEASURES: &[MeasureSpec] = &[measure(
    "phq-9",
    Level::May,
    Cadence::BeforeAndAfter,
    None,
    SourceId::KNOWLEDGE,
    Basis::Unseen,
)];

const SELF_ADJUSTMENTS: &[Adjustment] = &[
    without("IPT-020", SourceId::DONKER_2013, Basis::Trial),
    without("IPT-077", SourceId::KNOWLEDGE, Basis::Unseen),
];

/// What is done at registration, where a programme and nobody else asks.
const SELF_TASKS: InitialTaskSet = InitialTaskSet::of(&[
    T::ConsentAndLimits,
    T::SuicideEnquiry,
    T::BaselineSeverity,
    T::Psychoeducation,
    T::ProblemAreaSelection,
    T::ExplainIpt,
    T::TreatmentContract,
    T::ContingencyTalk,
]);

/// [`WEB_SELF`] in the open form.
pub const WEB_SELF_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("web-self"),
    title: Cow::Borrowed("IPT over the internet without a guide"),
    parent: Some(ProtocolId::from_static("acute-16")),
    for_whom: Cow::Borrowed("adults with depressive symptoms, working by themselves"),
    format: Format::SelfGuided,
    channels: trial(ModalitySet::of(&[Modality::Online]), SourceId::DONKER_2013),
    phases: Cow::Borrowed(PHASES),
    modules: Cow::Borrowed(SELF_MODULES),
    indications: Cow::Borrowed(&[]),
    dose: Dose {
        sessions: Cited::unseen(Span::new(4, 4, 4)),
        minutes: Cited::unseen(Span::new(30, 60, 90)),
        first_minutes: None,
        weeks: Cited::unseen(Span::new(4, 4, 4)),
        time_frames: Cited::design(TimeFrameKinds::of(&[
            TimeFrameKind::Sessions,
            TimeFrameKind::Weeks,
            TimeFrameKind::SessionsWithinWeeks,
        ])),
        ..ACUTE_16_SPEC.dose
    },
    cadence: Cow::Borrowed(SELF_CADENCE),
    focus: FocusPolicy {
        max_active: Cited::design(4),
        advised: Cited::design(4),
        deficits_last_resort: Cited::design(false),
        secondary_share: Cited::design(Fraction::new(1, 1)),
        ..ACUTE_16_SPEC.focus
    },
    initial: InitialPolicy {
        sessions_usual: Cited::design(1),
        sessions_most: Cited::design(1),
        tasks: Cited::design(SELF_TASKS),
        sick_role: Cited::design(None),
        inventory_min: Cited::design(0),
        frame_by_session: Cited::design(1),
        contract_terms: Cited::design(ContractTerms::of(&[
            ContractTerm::PatientRole,
            ContractTerm::CrisisContact,
        ])),
    },
    ending: EndingPolicy {
        sessions_min: Cited::design(0),
        sessions_max: Cited::design(0),
        announce_note_below: Cited::design(2),
        announce_warn_below: Cited::design(1),
        tasks: Cited::design(EndingTaskSet::of(&[
            E::ReviewSymptoms,
            E::FurtherHelpAdvice,
            E::OutcomeRecorded,
        ])),
        maintenance: Cited::unseen(MaintenanceOffer::None),
        ..ACUTE_16_SPEC.ending
    },
    timing: TimingPolicy {
        gap_min_days: Cited::design(1),
        twice_weekly: Cited::design(false),
        extensions_max: Cited::design(0),
        extension_sessions_max: Cited::design(0),
        ..ACUTE_16_SPEC.timing
    },
    measurement: MeasurePolicy {
        review_by: Cited::design(2),
        ..ACUTE_16_SPEC.measurement
    },
    measures: Cow::Borrowed(SELF_MEASURES),
    work: WorkPolicy {
        contact_minutes_min: Cited::design(10),
        ..ACUTE_16_SPEC.work
    },
    participants: Cow::Borrowed(&[]),
    adjustments: Cow::Borrowed(SELF_ADJUSTMENTS),
    sources: Cow::Borrowed(&[SourceId::DONKER_2013]),
    ..ACUTE_16_SPEC
};

/// IPT over the internet without a guide: four weekly modules.
///
/// It differs from [`ACUTE_16`](super::ACUTE_16) in this, and other sources say:
///
/// - **Nobody guides**: one of three arms of a trial with 620 people (Donker et al. 2013). Who held
///   a session, and how they are trained and supervised, is therefore not asked. A module that was
///   finished counts as a session held.
/// - **Modules, weeks and minutes** are known in the field; the pace is the patient's own.
/// - **Phases**: the programme is one stretch of modules, before which stands a registration. What
///   is done there was put together by us: consent, a question about suicide, a baseline,
///   information, what to do in a crisis, a choice of areas and the time frame. An inventory and a
///   formulation by a therapist do not exist, as is known in the field, and neither does their
///   acceptance. That somebody asks about safety in each session no protocol leaves out: a
///   programme shows it by an enquiry of its own on the day of the module.
/// - **Areas**: a patient may go through all four.
/// - **Measures**: the PHQ-9 before and after, known in the field.
/// - **The end** is that of the programme: what it asks for, no extension and the review by the
///   second module are ours. Nothing is provided for afterwards, as is known in the field.
pub static WEB_SELF: Protocol = Protocol::from_static(WEB_SELF_SPEC);

const GUIDED_MODULES: &[ModuleSpec] = &[modules(10)];

const GUIDED_CADENCE: &[Stretch] = &[every(7, 1, 10, SourceId::KNOWLEDGE, Basis::Unseen)];

const GUIDED_MEASURES: &[MeasureSpec] = &[
    measure(
        "madrs-s",
        Level::Should,
        Cadence::EveryWeeks,
        Some(1),
        SourceId::GUIDED_ONLINE_2025,
        Basis::Trial,
    ),
    measure(
        "bdi-ii",
        Level::May,
        Cadence::BeforeAndAfter,
        None,
        SourceId::GUIDED_ONLINE_2025,
        Basis::Trial,
    ),
];

/// [`WEB_GUIDED`] in the open form.
pub const WEB_GUIDED_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("web-guided"),
    title: Cow::Borrowed("IPT over the internet with a guide"),
    parent: Some(ProtocolId::from_static("web-self")),
    for_whom: Cow::Borrowed(
        "adults with mild to moderate depressive symptoms, working with a guide",
    ),
    format: Format::Guided,
    channels: trial(
        ModalitySet::of(&[Modality::Online]),
        SourceId::GUIDED_ONLINE_2025,
    ),
    modules: Cow::Borrowed(GUIDED_MODULES),
    dose: Dose {
        sessions: Cited::unseen(Span::new(10, 10, 10)),
        minutes: Cited::unseen(Span::new(20, 45, 90)),
        weeks: trial(Span::new(10, 10, 10), SourceId::GUIDED_ONLINE_2025),
        weeks_are_cap: Cited::unseen(true),
        ..WEB_SELF_SPEC.dose
    },
    cadence: Cow::Borrowed(GUIDED_CADENCE),
    focus: FocusPolicy {
        max_active: Cited::design(2),
        advised: ACUTE_16_SPEC.focus.advised,
        secondary_share: ACUTE_16_SPEC.focus.secondary_share,
        ..WEB_SELF_SPEC.focus
    },
    initial: InitialPolicy {
        tasks: Cited::design(
            SELF_TASKS
                .with(T::Inventory)
                .with(T::Formulation)
                .with(T::PatientAgreement),
        ),
        inventory_min: Cited::design(1),
        ..WEB_SELF_SPEC.initial
    },
    measurement: MeasurePolicy {
        max_gap: Cited::design(1),
        review_by: Cited::design(5),
        ..WEB_SELF_SPEC.measurement
    },
    measures: Cow::Borrowed(GUIDED_MEASURES),
    adjustments: Cow::Borrowed(&[]),
    sources: Cow::Borrowed(&[SourceId::GUIDED_ONLINE_2025]),
    ..WEB_SELF_SPEC
};

/// IPT over the internet with a guide: ten weeks of modules.
///
/// It differs from [`WEB_SELF`] in this, and other sources say:
///
/// - **Weeks**: ten, after which the programme is over (a trial of 2025). One module a week, and
///   minutes, are known in the field.
/// - **The guide** is recorded as the therapist of a module; what the parent leaves out because
///   nobody guides is asked again.
/// - **Inventory and formulation** are made with the guide before the modules: ours, since every
///   other variant has them.
/// - **Areas**: one or two of the four at a time; passing two is at most a warning.
/// - **Measures**: the MADRS-S weekly, the BDI-II before and after; the former is usual. That one
///   session without a score is the most is ours. At the end 37 % had no score.
/// - **The review** by module 5 is ours.
pub static WEB_GUIDED: Protocol = Protocol::from_static(WEB_GUIDED_SPEC);

const BLENDED_PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Assessment"),
    worked(Phase::Initial, "Initial phase", Cited::unseen((1, 3))),
    worked(Phase::Middle, "Middle phase", Cited::unseen((4, 11))),
    worked(Phase::Termination, "Termination", Cited::unseen((12, 14))),
    optional(Phase::Concluded, "Conclusion of acute treatment"),
];

const BLENDED_CADENCE: &[Stretch] = &[every(7, 1, 14, SourceId::KNOWLEDGE, Basis::Unseen)];

const BLENDED_MEASURES: &[MeasureSpec] = &[measure(
    "phq-9",
    Level::May,
    Cadence::BeforeAndAfter,
    None,
    SourceId::VAN_SCHAIK_2023,
    Basis::Trial,
)];

/// [`BLENDED`] in the open form.
pub const BLENDED_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("blended"),
    title: Cow::Borrowed("IPT in person and online, in turn"),
    parent: Some(ProtocolId::from_static("acute-16")),
    for_whom: Cow::Borrowed(
        "out-patients with major depression, treated in person and online in turn",
    ),
    format: Format::Blended,
    channels: trial(
        ModalitySet::of(&[Modality::InPerson, Modality::Online]),
        SourceId::VAN_SCHAIK_2023,
    ),
    phases: Cow::Borrowed(BLENDED_PHASES),
    dose: Dose {
        sessions: trial(Span::new(12, 14, 16), SourceId::VAN_SCHAIK_2023),
        minutes: Cited::unseen(Span::new(30, 45, 60)),
        first_minutes: None,
        weeks: Cited::unseen(Span::new(12, 14, 18)),
        ..ACUTE_16_SPEC.dose
    },
    cadence: Cow::Borrowed(BLENDED_CADENCE),
    ending: EndingPolicy {
        maintenance: Cited::unseen(MaintenanceOffer::None),
        ..ACUTE_16_SPEC.ending
    },
    timing: TimingPolicy {
        twice_weekly: Cited::design(false),
        ..ACUTE_16_SPEC.timing
    },
    measurement: MeasurePolicy {
        review_by: Cited::design(7),
        ..ACUTE_16_SPEC.measurement
    },
    measures: Cow::Borrowed(BLENDED_MEASURES),
    sources: Cow::Borrowed(&[SourceId::VAN_SCHAIK_2023]),
    ..ACUTE_16_SPEC
};

/// IPT in person and online in turn: six modules between six to ten sessions.
///
/// It differs from [`ACUTE_16`](super::ACUTE_16) in this, and other sources say:
///
/// - **Sessions**: six online in turn with six to ten in person (van Schaik et al. 2023), which
///   makes 12 to 16; both count towards the main track, and the mean of fourteen is ours. A module
///   that was finished counts as a session held, and its way is `online`. Minutes, weeks, spacing
///   and phases are known in the field.
/// - **Measures**: the PHQ-9 before and after (the same pilot, in which it fell from 17.5 to 11.9).
///   None is asked for.
/// - **The review** by session 7 is ours, and so is that there is no second session a week;
///   sessions and modules follow each other within one.
/// - Nothing is provided for afterwards, as is known in the field.
pub static BLENDED: Protocol = Protocol::from_static(BLENDED_SPEC);

pub(super) const FAMILY: &[&Protocol] = &[&WEB_SELF, &WEB_GUIDED, &BLENDED];
