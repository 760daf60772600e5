//! Maintenance IPT.

use alloc::borrow::Cow;

use super::{ACUTE_16_SPEC, every, measure, optional, trial, worked};
use crate::{
    id::ProtocolId,
    phase::Phase,
    protocol::{
        Cadence, Cited, Dose, EndingPolicy, FocusPolicy, InitialPolicy, Level, MaintenanceOffer, MeasurePolicy,
        MeasureSpec, PhaseSpec, Population, Protocol, ProtocolSpec, Span, Stretch, TimingPolicy,
    },
    record::contract::{ContractTerm, ContractTerms, TimeFrameKind, TimeFrameKinds},
    source::{Basis, SourceId},
    task::{EndingTask, EndingTaskSet, InitialTask as T, InitialTaskSet},
};

const PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Assessment"),
    worked(Phase::Maintenance, "Maintenance", trial((1, 24), SourceId::FRANK_2007)),
];

const CADENCE: &[Stretch] = &[every(30, 1, 24, SourceId::FRANK_2007, Basis::Trial)];

const MEASURES: &[MeasureSpec] =
    &[measure("ham-d-17", Level::May, Cadence::EverySession, None, SourceId::KNOWLEDGE, Basis::Unseen)];

/// [`MAINT_07M`] in the open form.
pub const MAINT_07M_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("maint-07m"),
    title: Cow::Borrowed("Maintenance IPT after remission, monthly for two years"),
    parent: Some(ProtocolId::from_static("acute-16")),
    population: Population { remission_at_entry: trial(true, SourceId::FRANK_2007), ..ACUTE_16_SPEC.population },
    dose: Dose {
        sessions: trial(Span::new(24, 24, 24), SourceId::FRANK_2007),
        minutes: Cited::unseen(Span::new(45, 50, 60)),
        first_minutes: None,
        weeks: trial(Span::new(104, 104, 104), SourceId::FRANK_2007),
        time_frames: Cited::design(TimeFrameKinds::of(&[
            TimeFrameKind::Sessions,
            TimeFrameKind::Weeks,
            TimeFrameKind::SessionsWithinWeeks,
        ])),
        ..ACUTE_16_SPEC.dose
    },
    focus: FocusPolicy { max_active: Cited::design(4), advised: Cited::design(4), ..ACUTE_16_SPEC.focus },
    initial: InitialPolicy {
        sessions_usual: Cited::design(1),
        sessions_most: Cited::design(1),
        tasks: Cited::design(InitialTaskSet::of(&[
            T::ConsentAndLimits,
            T::SuicideEnquiry,
            T::BaselineSeverity,
            T::TreatmentContract,
        ])),
        sick_role: Cited::design(None),
        inventory_min: Cited::design(0),
        frame_by_session: Cited::design(1),
        contract_terms: Cited::design(ContractTerms::of(&[ContractTerm::CrisisContact])),
    },
    ending: EndingPolicy {
        sessions_min: Cited::design(0),
        sessions_max: Cited::design(0),
        announce_note_below: Cited::design(2),
        announce_warn_below: Cited::design(1),
        tasks: Cited::design(EndingTaskSet::of(&[EndingTask::OutcomeRecorded])),
        maintenance: trial(MaintenanceOffer::Defining, SourceId::FRANK_2007),
        maintenance_with_all: Cited::design(false),
        ..ACUTE_16_SPEC.ending
    },
    timing: TimingPolicy {
        twice_weekly: Cited::design(false),
        taper: Cited::design(true),
        silence_days: Cited::design(120),
        ..ACUTE_16_SPEC.timing
    },
    measurement: MeasurePolicy { max_gap: Cited::design(1), review_by: Cited::design(12), ..ACUTE_16_SPEC.measurement },
    phases: Cow::Borrowed(PHASES),
    cadence: Cow::Borrowed(CADENCE),
    measures: Cow::Borrowed(MEASURES),
    participants: Cow::Borrowed(&[]),
    sources: Cow::Borrowed(&[
        SourceId::FRANK_2007,
        SourceId::IPTINSTITUTE_MAINTENANCE,
        SourceId::MAINTENANCE_REVIEW,
        SourceId::MARKOWITZ_HANDBOOK,
    ]),
    ..ACUTE_16_SPEC
};

/// Maintenance IPT after remission: monthly for two years, on a contract of its own.
///
/// The monthly arm of Frank et al. 2007, in which weekly, twice-monthly and monthly sessions did equally well; the
/// other two are this one with another cadence and 52 or 104 sessions. It stands on a course of its own;
/// maintenance that goes on in the course of the acute treatment follows that course's protocol.
///
/// - **Entry**: remission, which that trial took as a score of 7 or less on the Hamilton scale for three weeks. It
///   was with women; the preset does not ask for it.
/// - **Length**: two years; three in the Pittsburgh study of 1990, six to eight months weekly in the first one.
/// - **Focus**: several areas, old and new (the IPT Institute; Current Psychiatry). Four at most is the limit of a
///   focus in this crate.
/// - **What an acute course asks for at its beginning and end** is not asked for again: consent, questions about
///   suicide, a baseline and a contract are; that choice is ours. So is the rest of time: silence counts as long
///   after four intervals.
/// - **Measures**: the Hamilton scale at each visit, known in the field.
pub static MAINT_07M: Protocol = Protocol::from_static(MAINT_07M_SPEC);

pub(super) const FAMILY: &[&Protocol] = &[&MAINT_07M];
