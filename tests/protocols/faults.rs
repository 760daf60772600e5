//! What a protocol that contradicts itself is told.

use interpersonal::{
    Phase, ProblemArea, RuleCode,
    measure::InstrumentId,
    protocol::{
        Adjustment, AnchorSpec, AreaLabel, Cadence, Cited, DeclaredTask, EntryScore, Fault,
        FaultSet, Format, Fraction, GroupEntry, GroupPolicy, Level, MeasureSpec, ModuleSpec,
        PhaseSpec, Protocol, ProtocolSpec, Span, SpecialisationSpec, StepSpec, Stretch,
        TechniqueSpec, TrackSpec,
        preset::{self, ACUTE_16},
    },
    record::{contact::Anchor, contract::TimeFrameKinds, review::ReviewOptions, session::Track},
    source::{Basis, SourceId},
    vocabulary::{
        AreaSet, Criterion, Label, ProtocolId, Specialisation, Technique, WorkKind, WorkSet,
    },
};

pub(super) type Edit = fn(&mut ProtocolSpec);

fn phase(phase: Phase, typical: Option<(u16, u16)>) -> PhaseSpec {
    PhaseSpec {
        phase,
        label: phase.name().into(),
        typical: typical.map(Cited::design),
        optional: false,
        ends_on: None,
    }
}

fn task(token: &'static str, phase: Phase, by_session: Option<u16>) -> DeclaredTask {
    DeclaredTask {
        token: interpersonal::vocabulary::TaskToken::from_static(token),
        label: token.into(),
        phase,
        by_session,
        level: Level::May,
        source: SourceId::DESIGN.whole(),
        basis: Basis::Design,
    }
}

fn stretch(from: u16, to: u16, sessions: u16, days: u16) -> Stretch {
    Stretch {
        from,
        to,
        sessions,
        days,
        source: SourceId::DESIGN.whole(),
        basis: Basis::Design,
    }
}

fn off(code: &'static str) -> Adjustment {
    Adjustment {
        code: RuleCode::from_static(code),
        severity: None,
        source: SourceId::DESIGN.whole(),
        basis: Basis::Design,
    }
}

fn module(token: &'static str, from: u16, to: u16) -> ModuleSpec {
    ModuleSpec {
        token: Label::from_static(token),
        label: token.into(),
        phase: Phase::Middle,
        from,
        to,
        source: SourceId::DESIGN.whole(),
        basis: Basis::Design,
    }
}

fn score(min: Option<u16>, max: Option<u16>) -> EntryScore {
    let instrument = InstrumentId::from_static("ham-d-17");
    EntryScore {
        instrument,
        min,
        max,
        firm: true,
        source: SourceId::DESIGN.whole(),
        basis: Basis::Design,
    }
}

fn booster(sessions: Span) -> TrackSpec {
    TrackSpec {
        track: Track::Booster,
        level: Level::May,
        sessions: Cited::design(sessions),
        minutes: None,
    }
}

fn word(area: ProblemArea) -> AreaLabel {
    AreaLabel {
        area,
        label: "Loss".into(),
        source: SourceId::DESIGN.whole(),
        basis: Basis::Design,
    }
}

fn technique(technique: Technique, level: Level) -> TechniqueSpec {
    TechniqueSpec {
        technique,
        level,
        source: SourceId::DESIGN.whole(),
        basis: Basis::Design,
    }
}

fn step(by_session: Option<u16>, by_week: Option<u16>) -> StepSpec {
    StepSpec {
        criterion: Criterion::REMISSION,
        label: "Whether to go on".into(),
        by_session,
        by_week,
        options: ReviewOptions::ALL,
        source: SourceId::DESIGN.whole(),
        basis: Basis::Design,
    }
}

const GROUP: GroupPolicy = GroupPolicy {
    members: Cited::design(Span::new(4, 8, 9)),
    facilitators: Cited::design(Span::new(1, 2, 2)),
    entry: Cited::design(GroupEntry::Closed),
    late_until: None,
};

/// For each fault the smallest edit that makes it.
pub(super) const EDITS: &[(Fault, Edit)] = &[
    (Fault::NoPhases, |spec| spec.phases = vec![].into()),
    (Fault::PhasesOutOfOrder, |spec| {
        spec.phases.to_mut().swap(4, 5);
    }),
    (Fault::ClosedListed, |spec| {
        spec.phases.to_mut().push(phase(Phase::Closed, None));
    }),
    (Fault::NoAreas, |spec| {
        spec.focus.areas.value = AreaSet::EMPTY;
    }),
    (Fault::FocusCount, |spec| spec.focus.max_active.value = 5),
    (Fault::SessionsRange, |spec| {
        spec.dose.sessions.value.min = 17;
    }),
    (Fault::MinutesRange, |spec| spec.dose.minutes.value.max = 49),
    (Fault::FirstMinutesRange, |spec| {
        spec.dose.first_minutes = Some(Cited::design(Span::new(0, 60, 90)));
    }),
    (Fault::WeeksRange, |spec| spec.dose.weeks.value.typical = 21),
    (Fault::AgeRange, |spec| {
        spec.population.age_max = Some(Cited::design(17));
    }),
    (Fault::EndingRange, |spec| {
        spec.ending.sessions_max.value = 1;
    }),
    (Fault::InitialRange, |spec| {
        spec.initial.sessions_most.value = 2;
    }),
    (Fault::NoMiddle, |spec| {
        spec.initial.sessions_usual.value = u16::MAX;
        spec.initial.sessions_most.value = u16::MAX;
    }),
    (Fault::AnnouncementOrder, |spec| {
        spec.ending.announce_warn_below.value = 5;
    }),
    (Fault::GapOrder, |spec| {
        spec.timing.gap_note.value = Fraction::new(9, 4);
    }),
    (Fault::PhaseNumbers, |spec| {
        spec.phases.to_mut()[2].typical = Some(Cited::design((4, 12)));
    }),
    (Fault::CadenceNumbers, |spec| {
        spec.cadence.to_mut()[0].to = 15;
    }),
    (Fault::DoseAgainstWeeks, |spec| {
        spec.cadence.to_mut()[0].days = 10;
    }),
    (Fault::SpecialisationArea, |spec| {
        spec.focus.areas.value = AreaSet::ALL.without(ProblemArea::Grief);
        spec.specialisations = vec![SpecialisationSpec {
            token: Specialisation::from_static("lost_healthy_self"),
            area: ProblemArea::Grief,
            label: "Grief for the lost healthy self".into(),
            source: SourceId::DESIGN.whole(),
            basis: Basis::Design,
        }]
        .into();
    }),
    (Fault::Fraction, |spec| spec.ending.completion.value.den = 0),
    (Fault::NoTimeFrame, |spec| {
        spec.dose.time_frames.value = TimeFrameKinds::EMPTY;
    }),
    (Fault::AdjustedTwice, |spec| {
        spec.adjustments = vec![off("IPT-064"), off("IPT-161"), off("IPT-064")].into();
    }),
    (Fault::DeclaredTwice, |spec| {
        spec.tasks = vec![
            task("a", Phase::Initial, None),
            task("a", Phase::Middle, None),
        ]
        .into();
    }),
    (Fault::TaskPhase, |spec| {
        spec.tasks = vec![task("a", Phase::Closed, None)].into();
    }),
    (Fault::TaskSession, |spec| {
        spec.tasks = vec![task("a", Phase::Initial, Some(17))].into();
    }),
    (Fault::TrackRange, |spec| {
        let sessions = Cited::design(Span::new(2, 1, 1));
        spec.tracks = vec![TrackSpec {
            track: Track::Booster,
            level: Level::May,
            sessions,
            minutes: None,
        }]
        .into();
    }),
    (Fault::MeasureInterval, |spec| {
        spec.measures = vec![MeasureSpec {
            instrument: InstrumentId::from_static("phq-9"),
            level: Level::May,
            cadence: Cadence::EveryWeeks,
            every: None,
            source: SourceId::DESIGN.whole(),
            basis: Basis::Design,
        }]
        .into();
    }),
    (Fault::SickRole, |spec| spec.initial.sick_role.value = None),
    (Fault::ModuleNumbers, |spec| {
        spec.modules = vec![module("a", 1, 4), module("b", 6, 9)].into();
    }),
    (Fault::ModulePhase, |spec| {
        spec.modules = vec![ModuleSpec {
            phase: Phase::Closed,
            ..module("a", 1, 4)
        }]
        .into();
    }),
    (Fault::ModuleTwice, |spec| {
        spec.modules = vec![module("a", 1, 4), module("a", 5, 16)].into();
    }),
    (Fault::EntryScore, |spec| {
        spec.entry_scores = vec![score(None, None)].into();
    }),
    (Fault::TrackMinutes, |spec| {
        let minutes = Some(Cited::design(Span::new(60, 50, 60)));
        spec.tracks = vec![TrackSpec {
            minutes,
            ..booster(Span::new(1, 1, 2))
        }]
        .into();
    }),
    (Fault::AnchorPhase, |spec| {
        let (source, basis) = (SourceId::DESIGN.whole(), Basis::Design);
        spec.anchors = vec![AnchorSpec {
            anchor: Anchor::Birth,
            over: Phase::Closed,
            source,
            basis,
        }]
        .into();
    }),
    (Fault::ParkedPhase, |spec| {
        spec.focus.parked_until = Some(Cited::design(Phase::Closed));
    }),
    (Fault::ProscribedPhase, |spec| {
        spec.proscribed.to_mut()[0].after = Some(Phase::Closed);
    }),
    (Fault::AreaLabelArea, |spec| {
        spec.focus.areas.value = AreaSet::ALL.without(ProblemArea::Grief);
        spec.area_labels = vec![word(ProblemArea::Grief)].into();
    }),
    (Fault::AreaLabelTwice, |spec| {
        spec.area_labels = vec![
            word(ProblemArea::Grief),
            word(ProblemArea::RoleDispute),
            word(ProblemArea::Grief),
        ]
        .into();
    }),
    (Fault::GroupRange, |spec| {
        spec.group = Some(GroupPolicy {
            members: Cited::design(Span::new(9, 8, 9)),
            ..GROUP
        });
    }),
    (Fault::GroupEntry, |spec| {
        spec.group = Some(GroupPolicy {
            late_until: Some(Cited::design(2)),
            ..GROUP
        });
    }),
    (Fault::MonthsRange, |spec| {
        spec.maintenance.months = Some(Cited::design(Span::new(0, 6, 12)));
    }),
    (Fault::MedicationWithheld, |spec| {
        spec.work.medication_withheld_weeks = Some(Cited::design(8));
    }),
    (Fault::TechniqueTwice, |spec| {
        let may = technique(Technique::RolePlay, Level::May);
        spec.techniques = vec![technique(Technique::RolePlay, Level::Should), may].into();
    }),
    (Fault::TechniqueBothWays, |spec| {
        let not = technique(Technique::RolePlay, Level::MustNot);
        spec.techniques = vec![technique(Technique::RolePlay, Level::Should), not].into();
    }),
    (Fault::WorkBothWays, |spec| {
        spec.work.between_sessions.value = WorkSet::of(&[WorkKind::Structured]);
        spec.proscribed.to_mut()[6].outright = true;
    }),
    (Fault::TaskBothWays, |spec| {
        spec.tasks = vec![DeclaredTask {
            level: Level::MustNot,
            ..task("explain_ipt", Phase::Initial, None)
        }]
        .into();
    }),
    (Fault::ProscribedTwice, |spec| {
        let first = spec.proscribed[0];
        spec.proscribed.to_mut().push(first);
    }),
    (Fault::StepTime, |spec| {
        spec.steps = vec![step(None, None)].into();
    }),
    (Fault::StepAfterLast, |spec| {
        spec.steps = vec![step(Some(16), Some(21))].into();
    }),
    (Fault::Completion, |spec| {
        spec.ending.completion_sessions = Some(Cited::design(17));
    }),
    (Fault::ParticipantSessions, |spec| {
        spec.participants.to_mut()[0].sessions = Some(17);
    }),
    (Fault::Unsourced, |spec| {
        spec.dose.sessions.source = SourceId::DESIGN.whole();
    }),
];

/// More of what each fault is about: every other way into it.
pub(super) const MORE: &[(Fault, Edit)] = &[
    (Fault::ModuleNumbers, |spec| {
        spec.modules = vec![module("a", 1, 4), module("b", 4, 9)].into();
    }),
    (Fault::ModuleNumbers, |spec| {
        spec.modules = vec![module("a", 1, 17)].into();
    }),
    (Fault::ModuleNumbers, |spec| {
        spec.modules = vec![module("a", 0, 4)].into();
    }),
    (Fault::EntryScore, |spec| {
        spec.entry_scores = vec![score(Some(10), Some(9))].into();
    }),
    (Fault::GroupRange, |spec| {
        spec.group = Some(GroupPolicy {
            facilitators: Cited::design(Span::new(0, 1, 2)),
            ..GROUP
        });
    }),
    (Fault::GroupEntry, |spec| {
        spec.group = Some(GroupPolicy {
            late_until: Some(Cited::design(2)),
            ..GROUP
        });
    }),
    (Fault::TechniqueBothWays, |spec| {
        spec.techniques = vec![technique(Technique::Psychoeducation, Level::MustNot)].into();
    }),
    (Fault::WorkBothWays, |spec| {
        spec.techniques = vec![technique(Technique::BetweenSessionAttempt, Level::MustNot)].into();
    }),
    (Fault::TaskBothWays, |spec| {
        spec.tasks = vec![DeclaredTask {
            level: Level::MustNot,
            ..task("relapse_plan", Phase::Termination, None)
        }]
        .into();
    }),
    (Fault::StepAfterLast, |spec| {
        spec.steps = vec![step(Some(0), None)].into();
    }),
    (Fault::Completion, |spec| {
        spec.ending.completion_weeks = Some(Cited::design(21));
    }),
    (Fault::CadenceNumbers, |spec| {
        spec.cadence.to_mut()[0].days = 0;
    }),
    (Fault::Unsourced, |spec| {
        spec.dose.sessions.basis = Basis::Design;
    }),
    (Fault::Unsourced, |spec| {
        spec.dose.time_frames.basis = Basis::Trial;
    }),
    (Fault::Unsourced, |spec| {
        spec.measures.to_mut()[0].basis = Basis::Manual;
    }),
    (Fault::Unsourced, |spec| {
        spec.phases.to_mut()[2].typical =
            Some(Cited::new((4, 13), SourceId::DESIGN, Basis::Unseen));
    }),
    (Fault::Unsourced, |spec| {
        spec.adjustments = vec![Adjustment {
            basis: Basis::Manual,
            ..off("IPT-064")
        }]
        .into();
    }),
];

#[test]
fn each_fault_is_made_by_one_edit_and_that_edit_makes_no_other() {
    let edited: Vec<_> = EDITS.iter().map(|(fault, _)| *fault).collect();
    assert_eq!(edited, Fault::ALL);
    for (fault, edit) in EDITS {
        let mut spec = ACUTE_16.spec().clone();
        edit(&mut spec);
        assert_eq!(spec.faults(), FaultSet::from(*fault), "{fault}");
        assert_eq!(
            Protocol::new(spec).unwrap_err().faults,
            FaultSet::from(*fault),
            "{fault}"
        );
    }
}

#[test]
fn every_way_into_a_fault_is_that_fault_alone_and_is_told_with_its_place() {
    for (fault, edit) in EDITS.iter().chain(MORE) {
        let mut spec = ACUTE_16.spec().clone();
        edit(&mut spec);
        let error = Protocol::new(spec).unwrap_err();
        assert_eq!(error.faults, FaultSet::from(*fault), "{fault}");
        assert!(!error.disagreements.is_empty(), "no place of {fault}");
        for disagreement in &error.disagreements {
            assert_eq!(disagreement.fault, *fault);
            assert!(!disagreement.path.is_empty(), "{fault}: {disagreement}");
            assert!(
                disagreement.expected.contains("must"),
                "{fault}: {disagreement}"
            );
            assert_ne!(
                disagreement.found,
                fault.about(),
                "what is said of {fault} names nothing"
            );
        }
    }
}

/// The steps of a path: `entry_scores[0].min` is `entry_scores`, `0`, `min`.
#[cfg(feature = "serde")]
fn steps(path: &str) -> Vec<String> {
    path.replace('[', ".")
        .replace(']', "")
        .split('.')
        .map(str::to_owned)
        .collect()
}

#[cfg(feature = "serde")]
#[test]
fn the_path_of_a_fault_leads_to_the_place_in_the_file() {
    for (fault, edit) in EDITS.iter().chain(MORE) {
        let mut spec = ACUTE_16.spec().clone();
        edit(&mut spec);
        let stored = serde_json::to_value(&spec).unwrap();
        for disagreement in Protocol::new(spec).unwrap_err().disagreements {
            let steps = steps(&disagreement.path);
            let (field, above) = steps.split_last().unwrap();
            let above = above.iter().fold(&stored, |value, step| match value {
                serde_json::Value::Array(list) => &list[step.parse::<usize>().unwrap()],
                value => &value[step],
            });
            let leads = match above {
                serde_json::Value::Array(list) => {
                    field.parse::<usize>().is_ok_and(|at| at < list.len())
                }
                above => above.get(field).is_some(),
            };
            assert!(leads, "{fault}: `{}` leads nowhere", disagreement.path);
        }
    }
}

#[test]
fn no_preset_has_a_fault() {
    for preset in preset::ALL {
        assert_eq!(preset.spec().faults(), FaultSet::EMPTY, "{}", preset.id());
    }
}

/// What is told after an edit, a line a place.
fn told(edit: Edit) -> Vec<String> {
    let mut spec = ACUTE_16.spec().clone();
    edit(&mut spec);
    Protocol::new(spec)
        .unwrap_err()
        .disagreements
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn a_fault_names_the_place_what_was_found_and_what_is_accepted() {
    for (edit, words) in [
        (
            (|spec| {
                spec.modules =
                    vec![module("a", 1, 4), module("b", 4, 8), module("c", 10, 17)].into();
            }) as Edit,
            &[
                "`modules[1].from`: the module `b` begins with session 4, and the module before it ends with session 4; it \
                 must begin with session 5",
                "`modules[2].to`: the module `c` ends with session 17; it must end by session 16, the typical number of \
                 sessions",
                "`modules[2].from`: the module `c` begins with session 10, and the module before it ends with session 8; it \
                 must begin with session 9",
            ] as &[&str],
        ),
        (
            |spec| {
                spec.tasks = vec![
                    task("a", Phase::Closed, None),
                    task("b", Phase::Middle, Some(20)),
                ]
                .into();
            },
            &[
                "`tasks[0].phase`: the task `a` is part of the closed phase; the phase must be listed in `phases` \
                 (assessment, initial, middle, termination, concluded, continuation, maintenance)",
                "`tasks[1].by_session`: the task `b` is due by session 20; the number must be between 1 and 16, the maximum \
                 of sessions",
            ],
        ),
        (
            |spec| spec.adjustments = vec![off("IPT-064"), off("IPT-161"), off("IPT-064")].into(),
            &[
                "`adjustments[2].code`: the rule `IPT-064` is listed already, in `adjustments[0]`; it must be listed only once",
            ],
        ),
        (
            |spec| spec.steps = vec![step(Some(17), None), step(None, None)].into(),
            &[
                "`steps[1]`: the decision on `remission` has neither `by_session` nor `by_week`; at least one of them must \
                 be given",
                "`steps[0].by_session`: the decision on `remission` is due by session 17; the number must be between 1 and \
                 16, the maximum of sessions",
            ],
        ),
        (
            |spec| spec.techniques = vec![technique(Technique::Timeline, Level::MustNot)].into(),
            &[
                "`techniques[0].level`: the technique `timeline` is forbidden here, and `onset_timeline` is listed in \
                 `initial.tasks`; a protocol must not ask for what it forbids",
            ],
        ),
        (
            |spec| spec.ending.completion.value.den = 0,
            &["`ending.completion.value.den`: the denominator is 0; it must be at least 1"],
        ),
        (
            |spec| spec.dose.weeks.source = SourceId::KNOWLEDGE.whole(),
            &[
                "`dose.weeks.basis`: the source is `field-knowledge` and the basis is `manual`; the basis of this source \
                 must be `unseen`",
            ],
        ),
        (
            |spec| spec.measures.to_mut()[1].source = SourceId::DESIGN.whole(),
            &[
                "`measures[1].basis`: the source is `design` and the basis is `manual`; the basis of this source must be \
                 `design`",
            ],
        ),
        (
            |spec| spec.cadence.to_mut()[0].to = 15,
            &[
                "`cadence[0]`: the stretch is the last and ends with session 15; it must end with session 16, the typical \
                 number of sessions",
            ],
        ),
        (
            |spec| spec.phases.to_mut()[2].typical = Some(Cited::design((5, 12))),
            &[
                "`phases[2].typical.value`: the middle phase begins with session 5; it must begin with session 4",
                "`phases[3].typical.value`: the termination phase begins with session 14; it must begin with session 13",
            ],
        ),
    ] {
        assert_eq!(told(edit), words);
    }
}

#[test]
fn a_protocol_without_fault_is_taken() {
    assert!(ACUTE_16.spec().faults().is_empty());
    assert!(Protocol::new(ACUTE_16.spec().clone()).is_ok());
}

#[test]
fn all_faults_are_told_at_once_with_their_numbers() {
    let mut spec = ProtocolSpec {
        id: ProtocolId::from_static("hasty"),
        format: Format::Individual,
        ..ACUTE_16.spec().clone()
    };
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
        "the protocol hasty contradicts itself:\n\
         - `phases[1].phase`: the assessment phase is listed after the initial phase; each phase must be listed once, in the \
         order assessment, initial, middle, termination, concluded, continuation, maintenance\n\
         - `focus.max_active.value`: 0 items may be active in the focus; the number must be between 1 and 4\n\
         - `dose.sessions.value.min`: the minimum is 20 sessions and the typical number is 16; the minimum must not exceed \
         the typical number\n\
         - `population.age_min.value`: the minimum age is 18 and the maximum age is 12; the minimum must not exceed the \
         maximum\n\
         - `ending.sessions_min.value`: the minimum of the ending is 5 sessions and the maximum is 4; the minimum must not \
         exceed the maximum\n\
         - `ending.announce_warn_below.value`: announcing the end is late below 2 sessions left and worth a note below 1; \
         the number for late must not exceed the number for a note\n\
         - `dose.weeks.value.max`: 16 sessions at this cadence take 210 days, and the maximum is 14 weeks; the maximum must \
         be at least 30 weeks"
    );
}

#[test]
fn numbers_at_the_edge_of_their_type_are_faults_and_no_panic() {
    let mut spec = ACUTE_16.spec().clone();
    spec.dose.sessions.value = Span::new(1, u16::MAX, u16::MAX);
    spec.phases.to_mut()[3].typical = Some(Cited::design((14, u16::MAX)));
    spec.cadence = vec![
        stretch(1, u16::MAX, 1, u16::MAX),
        stretch(u16::MAX, u16::MAX, u16::MAX, u16::MAX),
        stretch(9, 2, 0, 0),
    ]
    .into();
    spec.initial.sessions_usual.value = u16::MAX;
    let faults = spec.faults();
    for fault in [
        Fault::CadenceNumbers,
        Fault::DoseAgainstWeeks,
        Fault::InitialRange,
        Fault::NoMiddle,
    ] {
        assert!(faults.contains(fault), "{fault}");
    }
}

#[cfg(feature = "serde")]
#[test]
fn a_stored_protocol_is_refused_with_the_same_words() {
    let mut spec = ACUTE_16.spec().clone();
    spec.ending.sessions_max.value = 1;
    let words = Protocol::new(spec.clone()).unwrap_err().to_string();
    let json = serde_json::to_string(&spec).unwrap();
    let refused = serde_json::from_str::<Protocol>(&json)
        .unwrap_err()
        .to_string();
    assert!(refused.starts_with(&words), "{refused}");
}

/// Every number of a stored protocol, at the edges of its type, one at a time and all at once.
#[cfg(feature = "serde")]
#[test]
fn no_number_makes_a_panic() {
    use serde_json::Value;

    fn numbers(value: &mut Value, to: u64, only: Option<usize>, seen: &mut usize) {
        match value {
            Value::Number(number) => {
                if only.is_none_or(|only| only == *seen) {
                    *number = to.into();
                }
                *seen += 1;
            }
            Value::Array(list) => list.iter_mut().for_each(|it| numbers(it, to, only, seen)),
            Value::Object(fields) => fields
                .values_mut()
                .for_each(|it| numbers(it, to, only, seen)),
            _ => {}
        }
    }

    let mut spec = ACUTE_16.spec().clone();
    spec.modules = vec![module("a", 1, 8), module("b", 9, 16)].into();
    spec.entry_scores = vec![score(Some(1), Some(9))].into();
    spec.tracks = vec![booster(Span::new(1, 1, 2))].into();
    spec.steps = vec![step(Some(8), Some(8))].into();
    spec.group = Some(GROUP);
    spec.tasks = vec![task("a", Phase::Middle, Some(9))].into();
    let stored = serde_json::to_value(&spec).unwrap();
    let mut count = 0;
    numbers(&mut stored.clone(), 0, None, &mut count);
    assert!(count > 100);
    let (mut refused, mut taken) = (0, 0);
    for to in [0, 1, 255, 65_535] {
        for only in (0..count).map(Some).chain([None]) {
            let mut edited = stored.clone();
            numbers(&mut edited, to, only, &mut 0);
            // What does not fit the type of its field is refused when read.
            let Ok(edited) = serde_json::from_value::<ProtocolSpec>(edited) else {
                continue;
            };
            match Protocol::new(edited) {
                Ok(protocol) => {
                    taken += 1;
                    if only.is_none_or(|only| only % 8 == 0) {
                        let _ = protocol.compare(&preset::UK_16).with_sources().to_string();
                        let _ = protocol.explain().to_string();
                    }
                }
                Err(error) => {
                    refused += 1;
                    let told: FaultSet = error.disagreements.iter().map(|it| it.fault).collect();
                    assert_eq!(told, error.faults, "each fault has a place");
                }
            }
        }
    }
    assert!(refused > 100 && taken > 100, "{refused} {taken}");
}
