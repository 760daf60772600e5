//! The verbs of a course: what each writes, what it answers, and that what is refused changes
//! nothing.

use interpersonal::{
    ActorRef, AppKey, At, Course, Entry, Fact, FreeText, Phase, RecordError, Recorded, Reporting,
    RuleCode, Seq,
    chrono::{DateTime, NaiveDate, Utc},
    course::{
        ChangeProtocol, Correct, Differs, Origin, ProposeError, ReplayError, Strike, Waive,
        WaiverScope,
    },
    machine::{Guard, GuardSet, Trigger, WhyNot},
    measure::{InstrumentId, Score},
    protocol::preset::{self, ACUTE_16},
    record::{
        ending::{ClinicalResult, Closed, Disposition, EndMode},
        session::Session,
        setting::{DeviationCategory, Opened, PhaseBegun},
    },
    rule::Validator,
};

fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, n).unwrap()
}

fn moment() -> DateTime<Utc> {
    "2026-01-31T17:00:00Z".parse().unwrap()
}

fn at(n: u32) -> At {
    At::new(moment(), ActorRef::from_static("therapist-1"), day(n))
}

fn row(key: &'static str, n: u32, fact: impl Into<Fact>) -> Entry {
    at(n).with_key(AppKey::from_static(key)).entry(fact)
}

fn opened(phase: Phase) -> Course {
    Course::open(&ACUTE_16, at(5), Opened::in_phase(phase)).unwrap()
}

fn dropped_out() -> Closed {
    Closed::new(
        EndMode::DroppedOut,
        ClinicalResult::NotAssessed,
        Disposition::None,
    )
}

#[test]
fn each_verb_writes_the_entry_that_one_would_make_by_hand() {
    let (written, by) = (moment(), at(5).by);
    let key = AppKey::from_static("row-1");
    let mut course = opened(Phase::Initial);
    let here = at(6).with_key(key).with_origin(Origin::Inferred);
    course.record(here.on(day(7)), Session::attended()).unwrap();
    course
        .correct(at(8), Seq::new(2), Session::attended().with_minutes(50))
        .unwrap();
    course.strike(at(9), Seq::new(3)).unwrap();
    let waive = Waive::new(
        RuleCode::from_static("IPT-103"),
        WaiverScope::Course {},
        DeviationCategory::Hospitalisation,
    );
    course.waive(at(9), waive.clone()).unwrap();
    course
        .change_protocol(at(10), ChangeProtocol::new(&preset::BED_G20))
        .unwrap();

    let corrected = Session::attended().with_minutes(50);
    assert_eq!(
        course.entries(),
        [
            Entry::fact(written, by, day(5), Opened::in_phase(Phase::Initial)),
            Entry::fact(written, by, day(7), Session::attended())
                .with_key(key)
                .with_origin(Origin::Inferred),
            Entry::correct(written, by, Correct::new(Seq::new(2), day(8), corrected)),
            Entry::strike(written, by, Strike::new(Seq::new(3))),
            Entry::waive(written, by, waive),
            at(10).change_protocol(ChangeProtocol::new(&preset::BED_G20)),
        ]
    );
    assert_eq!(course.protocol_on(day(9)).id(), ACUTE_16.id());
    assert_eq!(course.protocol_on(day(10)).id(), preset::BED_G20.id());
}

#[test]
fn an_opening_says_which_topics_it_reports_and_none_unless_it_says_so() {
    let silent = Opened::in_phase(Phase::Middle);
    assert_eq!(silent, Opened::new(Phase::Middle, Reporting::EXCERPT));
    let full = silent.with_reporting(Reporting::COMPLETE);
    assert_eq!(full, Opened::new(Phase::Middle, Reporting::COMPLETE));
}

#[test]
fn a_course_is_not_opened_in_its_last_phase_or_before_it_happens() {
    let closed = Course::open(&ACUTE_16, at(5), Opened::in_phase(Phase::Closed));
    assert!(matches!(closed, Err(RecordError::Refused { .. })));
    let early = at(5).on(NaiveDate::from_ymd_opt(2026, 3, 1).unwrap());
    let early = Course::open(&ACUTE_16, early, Opened::in_phase(Phase::Initial));
    assert_eq!(early.unwrap_err().code().unwrap().to_string(), "IPT-003");
}

#[test]
fn a_record_that_does_not_begin_with_an_opening_says_what_it_begins_with() {
    let fact = Course::replay(&ACUTE_16, [at(5).entry(Session::attended())]).unwrap_err();
    assert_eq!(
        fact.to_string(),
        "entry 1 cannot be recorded: the first fact of a record must open the course; the first one here is of another kind \
         (session)"
    );
    let strike = Course::replay(&ACUTE_16, [at(5).strike(Seq::new(1))]).unwrap_err();
    assert_eq!(strike, ReplayError::NotAnOpening);
    assert_eq!(
        strike.to_string(),
        "the first entry of a record must open the course; the first one here states no fact"
    );
}

#[test]
fn numbers_and_strikes_can_be_asked_for() {
    let mut course = opened(Phase::Initial);
    let first = course.record(at(6), Session::attended()).unwrap().entry();
    let second = course.record(at(7), Session::attended()).unwrap().entry();
    let correction = course.correct(at(8), first, Session::attended()).unwrap();
    course.strike(at(9), correction.entry()).unwrap();
    assert!(
        course
            .numbered()
            .all(|(seq, entry)| course.entry(seq) == Some(entry))
    );
    assert_eq!(course.numbered().count(), 5);
    assert_eq!(course.struck_by(first), Some(Seq::new(4)));
    assert_eq!(course.struck_by(Seq::new(4)), Some(Seq::new(5)));
    assert_eq!(course.struck_by(second), None);
    assert_eq!(course.struck_by(Seq::new(99)), None);
}

#[test]
fn a_check_is_the_report_of_the_whole_catalogue() {
    let mut course = opened(Phase::Initial);
    course.record(at(6), Session::attended()).unwrap();
    let report = course.check(day(31));
    assert_eq!(report, Validator::new().validate(&course, day(31)));
}

#[test]
fn several_are_recorded_together_or_not_at_all() {
    let mut course = opened(Phase::Initial);
    course
        .record(at(20), Session::attended().with_number(3))
        .unwrap();
    let before = course.clone();

    // The last contradicts the record; before it stand an early fact, a known key and a strike.
    let batch = || {
        vec![
            row("a", 6, Session::attended().with_number(1)),
            row("a", 6, Session::attended().with_number(1)),
            at(7).strike(Seq::new(2)),
            at(8).change_protocol(ChangeProtocol::new(&preset::BED_G20)),
        ]
    };
    let mut refused = batch();
    refused.push(at(9).entry(Session::attended().with_number(1)));
    let error = course.record_all(refused).unwrap_err();
    assert_eq!(error.code().unwrap().to_string(), "IPT-002");
    assert_eq!(error.position, 5);
    assert!(
        error.to_string().starts_with(
            "number 5 of the entries given does not fit the record: entry 6 cannot be recorded: "
        ),
        "{error}"
    );
    assert!(course == before, "nothing is recorded");

    let recorded = course.record_all(batch()).unwrap();
    let mut one_by_one = before;
    for (entry, recorded) in batch().into_iter().zip(&recorded) {
        assert_eq!(one_by_one.record_entry(entry).as_ref(), Ok(recorded));
    }
    assert!(course == one_by_one);
    assert_eq!(recorded[1], Recorded::Ignored { first: Seq::new(3) });
}

#[test]
fn the_same_row_again_is_ignored_and_a_changed_one_is_told_what_differs() {
    let mut course = opened(Phase::Initial);
    let session = || Session::attended().with_minutes(50).with_number(1);
    course.record_entry(row("row-1", 6, session())).unwrap();
    let again = course.record_entry(row("row-1", 6, session())).unwrap();
    assert_eq!(again, Recorded::Ignored { first: Seq::new(2) });

    let changed = session()
        .with_minutes(45)
        .with_note(FreeText::from("moved, and shorter"));
    let differs = |entry: Entry, course: &mut Course| -> (Differs, String) {
        let before = course.clone();
        let error = course.record_entry(entry).unwrap_err();
        assert!(*course == before);
        match error {
            RecordError::KeyTaken { first, differs, .. } => {
                assert_eq!(first, Seq::new(2));
                (differs, error.to_string())
            }
            other => panic!("{other:?}"),
        }
    };
    let (what, told) = differs(row("row-1", 7, changed.clone()), &mut course);
    assert!(what.day && what.kinds.is_none());
    assert!(what.fields().eq(["minutes", "note"]));
    assert_eq!(
        told,
        "entry 3 cannot be recorded: it has the same application key as entry 2, and it differs from it in the day, \
         `minutes`, `note`; entry 2 must be corrected, or the key must be another"
    );

    let (what, told) = differs(
        row("row-1", 6, Score::new(InstrumentId::PHQ_9, 9)),
        &mut course,
    );
    assert!(!what.day && what.fields().count() == 0);
    assert!(
        told.contains("differs from it in the kind of fact (session on record, scored given);"),
        "{told}"
    );

    // What is corrected counts as corrected: the row may come again as it was, and as it is now.
    course.correct(at(7), Seq::new(2), changed.clone()).unwrap();
    for entry in [row("row-1", 6, session()), row("row-1", 7, changed)] {
        let again = course.record_entry(entry).unwrap();
        assert_eq!(again, Recorded::Ignored { first: Seq::new(2) });
    }
    let (what, _) = differs(row("row-1", 7, session()), &mut course);
    assert!(!what.day && what.fields().eq(["minutes", "note"]));
}

#[test]
fn an_import_sets_a_changed_row_aside_with_what_differs() {
    let rows = |minutes: u16| {
        [
            row("opening", 5, Opened::in_phase(Phase::Initial)),
            row("s1", 6, Session::attended().with_minutes(minutes)),
            row("s2", 7, Session::attended()),
        ]
    };
    let mut course = Course::import(&ACUTE_16, rows(50)).unwrap().course;
    let (before, aside) = (course.revision(), course.import_into(rows(45)));
    assert_eq!(course.revision(), before);
    let told: Vec<_> = aside
        .iter()
        .map(|aside| (aside.position, aside.error.is_some()))
        .collect();
    assert_eq!(told, [(1, false), (2, true), (3, false)]);
    assert!(matches!(aside[1].error, Some(RecordError::KeyTaken { .. })));
}

#[test]
fn entries_are_taken_over_into_an_open_course_and_what_contradicts_it_is_set_aside() {
    let mut course = opened(Phase::Initial);
    course
        .record(at(6), Session::attended().with_number(1))
        .unwrap();
    let offered = vec![
        at(4).entry(Session::attended()),
        row("s2", 13, Session::attended().with_number(2)),
        at(13).entry(Session::attended().with_number(1)),
        at(20).entry(dropped_out()),
        at(21).entry(Session::attended()),
    ];
    let aside = course.import_into(offered.clone());
    let positions: Vec<_> = aside.iter().map(|aside| aside.position).collect();
    assert_eq!(positions, [1, 3, 5]);
    for aside in &aside {
        let given = offered[aside.position - 1].clone();
        assert_eq!(aside.entry, given.with_origin(Origin::Imported));
    }
    assert_eq!((course.state().held(), course.revision()), (2, 4));
    assert_eq!(course.entries()[2].origin, Origin::Imported);
    assert_eq!(course.entries()[1].origin, Origin::Live);
}

#[test]
fn a_stored_record_with_one_key_twice_is_refused_whatever_the_second_says() {
    for minutes in [50, 45] {
        let error = Course::replay(
            &ACUTE_16,
            [
                at(5).entry(Opened::in_phase(Phase::Initial)),
                row("s1", 6, Session::attended().with_minutes(50)),
                row("s1", 6, Session::attended().with_minutes(minutes)),
            ],
        );
        let (entry, first) = (Seq::new(3), Seq::new(2));
        assert_eq!(error.unwrap_err(), ReplayError::KeyTwice { entry, first });
    }
}

#[test]
fn a_confirmation_is_for_one_proposal_and_makes_good_nothing_that_is_known() {
    let mut course = opened(Phase::Initial);
    let begun = PhaseBegun::new(Phase::Middle);
    let Err(ProposeError::NotByTheBook(WhyNot::Conditions { unmet, unknown })) =
        course.propose(at(6), begun)
    else {
        panic!("an excerpt cannot tell")
    };
    assert!(unmet.is_empty());
    let unknown: GuardSet = unknown.iter().map(|condition| condition.guard).collect();

    // One that is left out stands in the way.
    let but_one = unknown.without(Guard::FocusIsAgreed);
    let refused = course.confirming(but_one).propose(at(6), begun);
    assert_eq!(
        refused.as_ref().unwrap_err().code(),
        Some(Guard::FocusIsAgreed.code())
    );
    assert_eq!(course, opened(Phase::Initial));
    assert!(course.confirming(unknown).propose(at(6), begun).is_ok());

    // The order of phases is known, and the next proposal is asked anew.
    let back = PhaseBegun::new(Phase::Initial);
    assert!(
        course
            .confirming(GuardSet::ALL)
            .propose(at(6), back)
            .is_err()
    );
    let ending = PhaseBegun::new(Phase::Termination);
    assert!(course.propose(at(6), ending).is_err());
    let late = course.propose(at(4), Session::attended()).unwrap_err();
    assert!(matches!(late, ProposeError::Record(_)));
}

#[test]
fn a_known_row_that_is_proposed_again_is_ignored_whatever_came_after_it() {
    let mut course = opened(Phase::Initial);
    let begun = at(6).with_key(AppKey::from_static("row-1"));
    let first = course
        .confirming(GuardSet::ALL)
        .propose(begun, PhaseBegun::new(Phase::Middle))
        .unwrap();
    let again = course.propose(begun, PhaseBegun::new(Phase::Middle));
    let first = first.entry();
    assert_eq!(again, Ok(Recorded::Ignored { first }));
}

#[test]
fn what_was_recorded_can_say_why_it_is_not_by_the_book() {
    let mut course = opened(Phase::Initial);
    let full = Opened::in_phase(Phase::Initial).with_reporting(Reporting::COMPLETE);
    course.correct(at(5), Seq::new(1), full).unwrap();
    let before = course.why_not(Phase::Middle).unwrap();
    assert!(matches!(&before, WhyNot::Conditions { unmet, .. }
        if unmet.iter().any(|condition| !condition.places.is_empty())));

    let recorded = course
        .record(at(6), PhaseBegun::new(Phase::Middle))
        .unwrap();
    assert_eq!(recorded.why_not(&course).as_ref(), Some(&before));

    // Whatever comes later, or earlier in the writing.
    course.record(at(9), dropped_out()).unwrap();
    assert_eq!(recorded.why_not(&course), Some(before));
    let score = course
        .record(at(9), Score::new(InstrumentId::PHQ_9, 9))
        .unwrap();
    assert_eq!(score.why_not(&course), None);
}

#[test]
fn what_the_protocol_does_not_have_from_here_is_not_offered() {
    let offered = |course: &Course| -> Vec<Trigger> {
        course.choices().map(|choice| choice.trigger).collect()
    };
    let mut course = opened(Phase::Initial);
    let steps = [Trigger::BeginsMiddle, Trigger::Closes];
    let others = [
        Trigger::Session,
        Trigger::Care,
        Trigger::Score,
        Trigger::Safety,
        Trigger::Administration,
    ];
    assert_eq!(offered(&course), [&steps[..], &others].concat());

    // The present phase does not begin again, and says so.
    let again = course.why_not(Phase::Initial).unwrap();
    assert_eq!(again.code(), Some(Guard::PhaseOrder.code()));

    // Where it has modules, it does.
    let modules = preset::ALL
        .iter()
        .find(|protocol| !protocol.spec().modules.is_empty())
        .unwrap();
    let phase = modules.spec().modules[0].phase;
    let in_module = Course::open(*modules, at(5), Opened::in_phase(phase)).unwrap();
    assert!(offered(&in_module).contains(&Trigger::begins(phase)));
    assert_eq!(in_module.why_not(phase), None);

    // Whoever waives the order of phases is offered the steps that depart from it.
    let waive = Waive::new(
        Guard::PhaseOrder.code(),
        WaiverScope::Course {},
        DeviationCategory::SchedulingOrService,
    );
    course.waive(at(5), waive).unwrap();
    assert!(offered(&course).contains(&Trigger::BeginsTermination));
}
