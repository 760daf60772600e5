//! What a protocol that contradicts itself is told.

use interpersonal::{
    AreaSet, Phase, ProblemArea, ProtocolId, RuleCode, SourceId, Specialisation,
    measure::InstrumentId,
    protocol::{
        Adjustment, Cadence, Cited, DeclaredTask, Fault, FaultSet, Format, Fraction, Level, MeasureSpec, PhaseSpec,
        Protocol, ProtocolSpec, Span, SpecialisationSpec, Stretch, TrackSpec, preset::ACUTE_16_SPEC,
    },
    record::{contract::TimeFrameKinds, session::Track},
    source::Basis,
};

type Edit = fn(&mut ProtocolSpec);

fn phase(phase: Phase, typical: Option<(u16, u16)>) -> PhaseSpec {
    PhaseSpec { phase, label: phase.name().into(), typical: typical.map(Cited::design), optional: false, ends_on: None }
}

fn task(token: &'static str, phase: Phase, by_session: Option<u16>) -> DeclaredTask {
    DeclaredTask {
        token: interpersonal::TaskToken::from_static(token),
        label: token.into(),
        phase,
        by_session,
        level: Level::May,
        source: SourceId::DESIGN,
        basis: Basis::Design,
    }
}

fn stretch(from: u16, to: u16, sessions: u16, days: u16) -> Stretch {
    Stretch { from, to, sessions, days, source: SourceId::DESIGN, basis: Basis::Design }
}

fn off(code: &'static str) -> Adjustment {
    Adjustment { code: RuleCode::from_static(code), severity: None, source: SourceId::DESIGN, basis: Basis::Design }
}

/// For each fault the smallest edit that makes it.
const EDITS: &[(Fault, Edit)] = &[
    (Fault::NoPhases, |spec| spec.phases = vec![].into()),
    (Fault::PhasesOutOfOrder, |spec| spec.phases.to_mut().swap(4, 5)),
    (Fault::ClosedListed, |spec| spec.phases.to_mut().push(phase(Phase::Closed, None))),
    (Fault::NoAreas, |spec| spec.focus.areas.value = AreaSet::EMPTY),
    (Fault::FocusCount, |spec| spec.focus.max_active.value = 5),
    (Fault::SessionsRange, |spec| spec.dose.sessions.value.min = 17),
    (Fault::MinutesRange, |spec| spec.dose.minutes.value.max = 49),
    (Fault::FirstMinutesRange, |spec| spec.dose.first_minutes = Some(Cited::design(Span::new(0, 60, 90)))),
    (Fault::WeeksRange, |spec| spec.dose.weeks.value.typical = 21),
    (Fault::AgeRange, |spec| spec.population.age_max = Some(Cited::design(17))),
    (Fault::EndingRange, |spec| spec.ending.sessions_max.value = 1),
    (Fault::InitialRange, |spec| spec.initial.sessions_most.value = 2),
    (Fault::NoMiddle, |spec| {
        spec.initial.sessions_usual.value = u16::MAX;
        spec.initial.sessions_most.value = u16::MAX;
    }),
    (Fault::AnnouncementOrder, |spec| spec.ending.announce_warn_below.value = 5),
    (Fault::GapOrder, |spec| spec.timing.gap_note.value = Fraction::new(9, 4)),
    (Fault::PhaseNumbers, |spec| spec.phases.to_mut()[2].typical = Some(Cited::design((4, 12)))),
    (Fault::CadenceNumbers, |spec| spec.cadence.to_mut()[0].to = 15),
    (Fault::DoseAgainstWeeks, |spec| spec.cadence.to_mut()[0].days = 10),
    (Fault::SpecialisationArea, |spec| {
        spec.focus.areas.value = AreaSet::ALL.without(ProblemArea::Grief);
        spec.specialisations = vec![SpecialisationSpec {
            token: Specialisation::from_static("lost_healthy_self"),
            area: ProblemArea::Grief,
            label: "Grief for the lost healthy self".into(),
            source: SourceId::DESIGN,
            basis: Basis::Design,
        }]
        .into();
    }),
    (Fault::Fraction, |spec| spec.ending.completion.value.den = 0),
    (Fault::NoTimeFrame, |spec| spec.dose.time_frames.value = TimeFrameKinds::EMPTY),
    (Fault::AdjustedTwice, |spec| spec.adjustments = vec![off("IPT-064"), off("IPT-161"), off("IPT-064")].into()),
    (Fault::DeclaredTwice, |spec| {
        spec.tasks = vec![task("a", Phase::Initial, None), task("a", Phase::Middle, None)].into();
    }),
    (Fault::TaskPhase, |spec| spec.tasks = vec![task("a", Phase::Closed, None)].into()),
    (Fault::TaskSession, |spec| spec.tasks = vec![task("a", Phase::Initial, Some(17))].into()),
    (Fault::TrackRange, |spec| {
        let sessions = Cited::design(Span::new(2, 1, 1));
        spec.tracks = vec![TrackSpec { track: Track::Booster, level: Level::May, sessions, minutes: None }].into();
    }),
    (Fault::MeasureInterval, |spec| {
        spec.measures = vec![MeasureSpec {
            instrument: InstrumentId::from_static("phq-9"),
            level: Level::May,
            cadence: Cadence::EveryWeeks,
            every: None,
            source: SourceId::DESIGN,
            basis: Basis::Design,
        }]
        .into();
    }),
    (Fault::SickRole, |spec| spec.initial.sick_role.value = None),
];

#[test]
fn each_fault_is_made_by_one_edit_and_that_edit_makes_no_other() {
    let edited: Vec<_> = EDITS.iter().map(|(fault, _)| *fault).collect();
    assert_eq!(edited, Fault::ALL);
    for (fault, edit) in EDITS {
        let mut spec = ACUTE_16_SPEC;
        edit(&mut spec);
        assert_eq!(spec.faults(), FaultSet::from(*fault), "{fault}");
        let error = Protocol::new(spec).unwrap_err();
        assert_eq!((error.faults, error.sentences.len()), (FaultSet::from(*fault), 1), "{fault}");
    }
}

#[test]
fn a_protocol_without_fault_is_taken() {
    assert!(ACUTE_16_SPEC.faults().is_empty());
    assert!(Protocol::new(ACUTE_16_SPEC).is_ok());
}

#[test]
fn all_faults_are_told_at_once_with_their_numbers() {
    let mut spec = ProtocolSpec { id: ProtocolId::from_static("hasty"), format: Format::Individual, ..ACUTE_16_SPEC };
    spec.phases.to_mut().swap(0, 1);
    spec.focus.max_active.value = 0;
    spec.dose.sessions.value = Span::new(20, 16, 16);
    spec.dose.weeks.value = Span::new(12, 14, 14);
    spec.population.age_max = Some(Cited::design(12));
    spec.ending.sessions_min.value = 5;
    spec.ending.announce_note_below.value = 1;
    spec.cadence = vec![stretch(1, 16, 1, 14)].into();
    let error = Protocol::new(spec).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the protocol hasty contradicts itself: \
         it lists the phases as initial, assessment, middle, termination, concluded, continuation, maintenance, and each \
         stands once, in the order assessment to maintenance; \
         it allows 0 active focus items, and a focus has one to four; \
         the range of sessions runs from 20 over 16 to 16, and these stand in order, from 1 up; \
         the range of ages runs from 18 to 12; \
         the ending takes at least 5 and at most 4 sessions; \
         announcing the end is late below 2 sessions left and worth a note below 1, of 16 sessions; \
         16 sessions at this cadence take 210 days, and 14 weeks are the most"
    );
}

#[test]
fn numbers_at_the_edge_of_their_type_are_faults_and_no_panic() {
    let mut spec = ACUTE_16_SPEC;
    spec.dose.sessions.value = Span::new(1, u16::MAX, u16::MAX);
    spec.phases.to_mut()[3].typical = Some(Cited::design((14, u16::MAX)));
    spec.cadence =
        vec![stretch(1, u16::MAX, 1, u16::MAX), stretch(u16::MAX, u16::MAX, u16::MAX, u16::MAX), stretch(9, 2, 0, 0)]
            .into();
    spec.initial.sessions_usual.value = u16::MAX;
    let faults = spec.faults();
    for fault in [Fault::CadenceNumbers, Fault::DoseAgainstWeeks, Fault::InitialRange, Fault::NoMiddle] {
        assert!(faults.contains(fault), "{fault}");
    }
}

#[cfg(feature = "serde")]
#[test]
fn a_stored_protocol_is_refused_with_the_same_words() {
    let mut spec = ACUTE_16_SPEC;
    spec.ending.sessions_max.value = 1;
    let words = Protocol::new(spec.clone()).unwrap_err().to_string();
    let json = serde_json::to_string(&spec).unwrap();
    let refused = serde_json::from_str::<Protocol>(&json).unwrap_err().to_string();
    assert!(refused.starts_with(&words), "{refused}");
}
