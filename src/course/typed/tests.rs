use alloc::{borrow::Cow, string::ToString, vec, vec::Vec};

use chrono::NaiveDate;

use super::{
    stage::{Assessment, Initial, Middle, Termination},
    *,
};
use crate::{
    machine::{Guard, Trigger, row},
    protocol::{PhaseSpec, Protocol, ProtocolSpec, preset},
    record::{
        ending::{ClinicalResult, Disposition, EndMode},
        session::Session,
        setting::{Opened, Suitability, SuitabilityDecided},
    },
    vocabulary::{ActorRef, AppKey},
};

fn at(day: u32) -> At {
    let on = NaiveDate::from_ymd_opt(2026, 1, day).unwrap();
    At::new(
        on.and_hms_opt(17, 0, 0).unwrap().and_utc(),
        ActorRef::from_static("therapist-1"),
        on,
    )
}

fn course_in(phase: Phase) -> Course {
    Course::open(&preset::ACUTE_16, at(5), Opened::in_phase(phase)).unwrap()
}

fn ended(mode: EndMode) -> Closed {
    Closed::new(mode, ClinicalResult::NotAssessed, Disposition::None)
}

/// The lists of phases that published variants have: acute treatment with an ending of its own
/// or without, modules alone, maintenance alone.
fn shapes() -> Vec<Protocol> {
    let list = |phases: &[(Phase, bool)]| {
        let spec = |&(phase, optional): &(Phase, bool)| PhaseSpec {
            phase,
            label: Cow::Borrowed(phase.name()),
            typical: None,
            ends_on: None,
            optional,
        };
        let phases = Cow::Owned(phases.iter().map(spec).collect());
        Protocol::new(ProtocolSpec {
            phases,
            ..preset::ACUTE_16.spec().clone()
        })
        .unwrap()
    };
    vec![
        list(&[
            (Phase::Initial, false),
            (Phase::Middle, false),
            (Phase::Concluded, true),
            (Phase::Continuation, true),
        ]),
        list(&[
            (Phase::Initial, false),
            (Phase::Middle, false),
            (Phase::Maintenance, false),
        ]),
        list(&[(Phase::Assessment, true), (Phase::Middle, false)]),
        list(&[(Phase::Assessment, true), (Phase::Maintenance, false)]),
    ]
}

#[test]
fn every_change_of_phase_that_can_be_by_the_book_has_a_method_and_no_other_has() {
    let shapes = shapes();
    let protocols = || preset::ALL.iter().copied().chain(&shapes);
    let mut possible = Vec::new();
    for &from in Phase::ALL {
        for &to in Phase::ALL.iter().filter(|&&to| to != from) {
            let Some(transition) = row(from, Trigger::begins(to)) else {
                continue;
            };
            let has =
                |protocol: &Protocol| from == Phase::Assessment || protocol.phase(from).is_some();
            if !transition.guards.contains(Guard::PhaseOrder)
                || protocols().any(|protocol| has(protocol) && protocol.follows(from, to))
            {
                possible.push((from, to));
            }
        }
    }
    let mut methods: Vec<_> = STEPS
        .iter()
        .map(|step| (step.from, step.to))
        .filter(|(from, to)| from != to)
        .collect();
    methods.sort_unstable();
    assert_eq!(methods, possible);
    let within: Vec<_> = STEPS
        .iter()
        .filter(|step| step.from == step.to)
        .map(|step| step.method)
        .collect();
    assert_eq!(within, ["begin_module"]);
}

#[test]
fn a_phase_as_a_type_is_the_phase_of_the_course() {
    for &phase in Phase::ALL.iter().filter(|&&phase| phase != Phase::Closed) {
        let staged = Staged::from(course_in(phase));
        assert_eq!(
            (staged.phase(), staged.course().state().phase()),
            (phase, phase)
        );
        assert_eq!(staged.into_course(), course_in(phase));
    }
    let course = In::<Initial>::try_from(course_in(Phase::Initial)).unwrap();
    let course = course.close(at(6), ended(EndMode::DroppedOut)).unwrap();
    assert!(matches!(
        Staged::from(course.into_course()),
        Staged::Closed(_)
    ));
}

#[test]
fn the_wrong_phase_gives_the_course_back_and_shows_no_content() {
    let error = In::<Middle>::try_from(course_in(Phase::Initial)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the course is in the initial phase; the middle phase was expected"
    );
    let debug = alloc::format!("{error:?}");
    assert!(
        debug.contains("entries: 1") && !debug.contains("2026"),
        "{debug}"
    );
    assert_eq!(error.course, course_in(Phase::Initial));
}

#[test]
fn a_step_that_is_not_by_the_book_leaves_the_course_as_it_was() {
    let course = In::<Initial>::try_from(course_in(Phase::Initial)).unwrap();
    let error = course.begin_middle(at(6)).unwrap_err();
    assert!(matches!(error.reason, StageError::NotByTheBook(_)));
    assert_eq!(error.course.into_course(), course_in(Phase::Initial));
}

#[test]
fn a_step_that_the_record_holds_already_is_not_taken_twice() {
    let key = AppKey::from_static("row-7");
    let mut course = course_in(Phase::Initial);
    course
        .record(at(7).with_key(key), PhaseBegun::new(Phase::Middle))
        .unwrap();
    course
        .record(at(8), PhaseBegun::new(Phase::Initial))
        .unwrap();
    let before = course.clone();
    let course = In::<Initial>::try_from(course).unwrap();
    let error = course
        .confirming(GuardSet::ALL)
        .begin_middle(at(7).with_key(key))
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "the step was not taken, and the course stays in the initial phase: entry 2 has the same application key; each \
         key must be used only once"
    );
    assert_eq!(*error.course, before);
}

#[test]
fn a_step_under_the_key_of_another_fact_is_not_taken_and_says_what_differs() {
    let key = AppKey::from_static("row-7");
    let mut course = In::<Initial>::try_from(course_in(Phase::Initial)).unwrap();
    course
        .record(at(6).with_key(key), Session::attended())
        .unwrap();
    let error = course
        .confirming(GuardSet::ALL)
        .begin_middle(at(6).with_key(key))
        .unwrap_err();
    assert!(matches!(
        error.reason,
        StageError::Record(RecordError::KeyTaken { .. })
    ));
}

#[test]
fn a_late_step_that_later_facts_overtake_is_not_taken_and_leaves_the_course_as_it_was() {
    let mut course = course_in(Phase::Assessment);
    course
        .record(at(5), SuitabilityDecided::new(Suitability::Suitable))
        .unwrap();
    course
        .record(at(9), PhaseBegun::new(Phase::Assessment))
        .unwrap();
    let before = course.clone();
    let course = In::<Assessment>::try_from(course).unwrap();
    let error = course
        .confirming(GuardSet::ALL)
        .begin_initial(at(6))
        .unwrap_err();
    assert_eq!(
        error.reason,
        StageError::Overtaken {
            to: Phase::Initial,
            phase: Phase::Assessment,
            last_day: at(9).day
        }
    );
    assert_eq!(
        error.to_string(),
        "the step was not taken, and the course stays in the assessment phase: it would begin the initial phase, but \
         later facts up to 9 January 2026 put the course into the assessment phase; it must be recorded as a fact, with \
         `Course::record`"
    );
    assert_eq!(*error.course, before);
}

#[test]
fn a_late_step_that_nothing_overtakes_is_taken() {
    let mut course = In::<Initial>::try_from(course_in(Phase::Initial)).unwrap();
    course.record(at(9), Session::attended()).unwrap();
    let course: In<Middle> = course
        .confirming(GuardSet::ALL)
        .begin_middle(at(6))
        .unwrap();
    assert_eq!(course.state().phase(), Phase::Middle);
}

#[test]
fn within_a_phase_nothing_is_recorded_that_could_end_it() {
    let mut course = In::<Middle>::try_from(course_in(Phase::Middle)).unwrap();
    course
        .record(at(6), Session::attended().with_phase(Phase::Middle))
        .unwrap();
    let before = course.into_course();
    let mut course = In::<Middle>::try_from(before.clone()).unwrap();
    let movers: [Fact; 3] = [
        PhaseBegun::new(Phase::Termination).into(),
        ended(EndMode::DroppedOut).into(),
        Session::attended().with_phase(Phase::Initial).into(),
    ];
    for fact in movers {
        let phase = Phase::Middle;
        assert_eq!(
            course.record(at(7), fact),
            Err(StageError::CouldMove { phase })
        );
    }
    assert_eq!(*course, before);
}

#[test]
fn what_contradicts_the_record_changes_nothing_and_says_why() {
    let mut course = In::<Middle>::try_from(course_in(Phase::Middle)).unwrap();
    let error = course.record(at(4), Session::attended()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "entry 2 cannot be recorded: the fact (session) is dated 4 January 2026 and the course was opened on 5 January \
         2026; a fact must not be dated before the opening"
    );
    assert_eq!(error.code().unwrap().to_string(), "IPT-003");
    assert_eq!(*course, course_in(Phase::Middle));
}

#[test]
fn what_is_confirmed_is_confirmed_for_one_step() {
    let course = In::<Initial>::try_from(course_in(Phase::Initial)).unwrap();
    let course = course
        .confirming(GuardSet::ALL)
        .begin_middle(at(6))
        .unwrap();
    let refused = course.begin_termination(at(6)).unwrap_err();
    assert!(matches!(refused.reason, StageError::NotByTheBook(_)));
    assert!(
        refused
            .course
            .confirming(GuardSet::ALL)
            .begin_termination(at(6))
            .is_ok()
    );
}

#[test]
fn a_method_records_the_step_that_it_is_named_after() {
    let course = In::<Termination>::try_from(course_in(Phase::Termination)).unwrap();
    let course = course
        .confirming(GuardSet::ALL)
        .return_to_middle(at(6))
        .unwrap();
    let course = course
        .confirming(GuardSet::ALL)
        .begin_module(at(6), Label::from_static("module-2"))
        .unwrap();
    let begun: Vec<_> = course
        .facts()
        .filter_map(|(_, _, fact)| match fact {
            Fact::PhaseBegun(begun) => Some((begun.phase, begun.module)),
            _ => None,
        })
        .collect();
    assert_eq!(
        begun,
        [
            (Phase::Middle, None),
            (Phase::Middle, Some(Label::from_static("module-2")))
        ]
    );
}
