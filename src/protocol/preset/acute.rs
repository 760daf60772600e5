//! Acute IPT for adults.

use alloc::borrow::Cow;

use crate::{
    area::AreaSet,
    id::{Label, ProtocolId},
    phase::Phase,
    protocol::{
        Cited, Dose, EndingPolicy, FocusPolicy, Fraction, InitialPolicy, MaintenanceOffer, MeasurePolicy,
        MedicationPolicy, PhaseSpec, Population, Proscription, Protocol, ProtocolSpec, Span, Stretch, TimingPolicy,
        WorkPolicy,
    },
    record::contract::{TimeFrameKind, TimeFrameKinds},
    source::{Basis, SourceId},
    task::{EndingTask as E, EndingTaskSet, InitialTask as T, InitialTaskSet, SickRole},
    technique::{OffModel, WorkKind, WorkSet},
};

const fn phase(phase: Phase, label: &'static str, typical: Option<(u16, u16)>, optional: bool) -> PhaseSpec {
    PhaseSpec { phase, label: Cow::Borrowed(label), typical, optional }
}

/// `acute-16` in the open form, for variants that build on it.
pub const ACUTE_16_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("acute-16"),
    version: 1,
    title: Cow::Borrowed("Acute IPT for adults with major depression"),
    parent: None,
    format: Label::from_static("individual"),
    phases: Cow::Borrowed(&[
        phase(Phase::Assessment, "Assessment", None, true),
        phase(Phase::Initial, "Initial phase", Some((1, 3)), false),
        phase(Phase::Middle, "Middle phase", Some((4, 13)), false),
        phase(Phase::Termination, "Termination", Some((14, 16)), false),
        phase(Phase::Concluded, "Conclusion of acute treatment", None, true),
        phase(Phase::Continuation, "Continuation", None, true),
        phase(Phase::Maintenance, "Maintenance", None, true),
    ]),
    population: Population {
        age_min: Some(Cited::design(18)),
        age_max: None,
        remission_at_entry: Cited::design(false),
    },
    dose: Dose {
        sessions: Cited::design(Span::new(12, 16, 16)),
        minutes: Cited::design(Span::new(45, 50, 60)),
        first_minutes: Some(Cited::design(Span::new(45, 60, 90))),
        weeks: Cited::design(Span::new(12, 16, 20)),
        time_frames: Cited::design(TimeFrameKinds::of(&[TimeFrameKind::Sessions, TimeFrameKind::SessionsWithinWeeks])),
    },
    cadence: Cow::Borrowed(&[Stretch { from: 1, to: 16, sessions: 1, days: 7 }]),
    tracks: Cow::Borrowed(&[]),
    focus: FocusPolicy {
        areas: Cited::design(AreaSet::ALL),
        max_active: Cited::design(2),
        grief_requires_death: Cited::design(true),
        deficits_last_resort: Cited::design(true),
        secondary_share: Cited::design(Fraction::new(1, 2)),
        off_focus_run: Cited::design(2),
        onset_window_months: Cited::design(12),
    },
    specialisations: Cow::Borrowed(&[]),
    initial: InitialPolicy {
        sessions_usual: Cited::design(3),
        sessions_most: Cited::design(5),
        tasks: Cited::design(InitialTaskSet::of(&[
            T::ConsentAndLimits, T::PsychiatricHistory, T::SymptomReview, T::Diagnosis, T::Screening,
            T::SuicideEnquiry, T::BaselineSeverity, T::NameTheIllness, T::Psychoeducation, T::SickRole,
            T::MedicationEvaluation, T::Inventory, T::OnsetTimeline, T::ProblemAreaSelection, T::Formulation,
            T::PatientAgreement, T::ExplainIpt, T::TreatmentGoals, T::TreatmentContract, T::ContingencyTalk,
        ])),
        sick_role: Cited::design(Some(SickRole::Full)),
        inventory_min: Cited::design(3),
        frame_by_session: Cited::design(2),
    },
    ending: EndingPolicy {
        sessions_min: Cited::design(2),
        sessions_max: Cited::design(4),
        announce_note_below: Cited::design(4),
        announce_warn_below: Cited::design(2),
        tasks: Cited::design(EndingTaskSet::of(&[
            E::AnnounceEnd, E::FeelingsAboutEnding, E::ReviewSymptoms, E::ReviewFocusGoals, E::CreditToPatient,
            E::SkillsAndSupports, E::RelapsePlan, E::FurtherHelpAdvice, E::OutcomeRecorded,
        ])),
        completion: Cited::design(Fraction::new(3, 4)),
        maintenance: Cited::design(MaintenanceOffer::Optional),
        maintenance_with_all: Cited::design(false),
    },
    timing: TimingPolicy {
        gap_note: Cited::design(Fraction::new(3, 2)),
        gap_warn: Cited::design(Fraction::new(2, 1)),
        gap_break: Cited::design(Fraction::new(4, 1)),
        gap_min_days: Cited::design(2),
        twice_weekly: Cited::design(true),
        taper: Cited::design(false),
        overrun_weeks: Cited::design(4),
        overrun_most: Cited::design(Fraction::new(3, 2)),
        extensions_max: Cited::design(1),
        extension_sessions_max: Cited::design(4),
        outreach_days: Cited::design(7),
        missed_run: Cited::design(3),
        silence_days: Cited::design(28),
        late_entry_days: Cited::design(7),
        prescriber_days: Cited::design(14),
    },
    measurement: MeasurePolicy {
        max_gap: Cited::design(4),
        review_by: Cited::design(8),
        review_response: Cited::design(Fraction::new(1, 4)),
    },
    measures: Cow::Borrowed(&[]),
    work: WorkPolicy {
        between_sessions: Cited::design(WorkSet::of(&[WorkKind::Attempt])),
        proscribed_error_from: Cited::design(2),
        contact_minutes_min: Cited::design(25),
        medication: Cited::design(MedicationPolicy::Allowed),
        supervision_gap: Cited::design(2),
    },
    proscribed: Cow::Borrowed(&[
        Proscription {
            activity: OffModel::TransferenceInterpretation,
            outright: false,
            source: SourceId::DESIGN,
            basis: Basis::Design,
        },
    ]),
    tasks: Cow::Borrowed(&[]),
    participants: Cow::Borrowed(&[]),
    adjustments: Cow::Borrowed(&[]),
    sources: Cow::Borrowed(&[]),
};

/// Acute IPT for adults: 12 to 16 weekly sessions, one or two of four areas.
pub static ACUTE_16: Protocol = Protocol::from_static(ACUTE_16_SPEC);
