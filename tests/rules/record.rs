//! IPT-001 to IPT-011.

use interpersonal::{
    ActorRef, Entry, Origin, Phase, ProblemArea, RecordError, RuleCode,
    chrono::Days,
    protocol::preset::ACUTE_16,
    record::{session::Session, setting::PhaseBegun},
    rule::Status,
};

use crate::{at, course, day, edit_session, evening, finds, flawless, insert, of, report};

fn base() -> Vec<Entry> {
    flawless(&ACUTE_16, ProblemArea::RoleTransition)
}

#[track_caller]
fn refused(entries: Vec<Entry>, entry: Entry, code: &'static str) {
    let mut course = course(&ACUTE_16, entries);
    let before = course.clone();
    let refused = course.record(entry).unwrap_err();
    assert_eq!(refused.code(), Some(RuleCode::from_static(code)), "{refused}");
    assert!(matches!(refused, RecordError::Refused { .. }));
    assert!(course == before, "a refusal changes nothing");
}

#[test]
fn a_second_session_with_the_number_of_another_is_refused() {
    let entries = crate::safety::until(base(), day(63));
    refused(entries, at(day(66), Session::attended().with_number(10)), "IPT-002");
}

#[test]
fn a_fact_before_the_opening_or_written_before_it_happened_is_refused() {
    let before = crate::start() - Days::new(8);
    refused(crate::safety::until(base(), day(63)), at(before, Session::attended()), "IPT-003");
    let by = ActorRef::from_static("therapist-1");
    let early = Entry::fact(evening(day(64)), by, day(66), Session::attended());
    refused(crate::safety::until(base(), day(63)), early, "IPT-003");
}

#[test]
fn a_session_after_closing_is_refused() {
    refused(base(), at(day(112), Session::attended()), "IPT-004");
}

#[test]
fn a_live_note_written_long_after_its_session_is_found() {
    let late = |days: u64, origin| {
        let mut entries = base();
        let place = interpersonal::exemplar::held(&entries, 9).unwrap();
        entries[place].recorded_at = evening(day(56 + days));
        entries[place].origin = origin;
        entries
    };
    finds(&ACUTE_16, late(8, Origin::Live), &["IPT-005"]);
    finds(&ACUTE_16, late(7, Origin::Live), &[]);
    finds(&ACUTE_16, late(8, Origin::Imported), &[]);
}

#[test]
fn a_session_that_takes_the_course_back_is_found_as_a_likely_slip() {
    let mut entries = crate::safety::until(base(), day(63));
    edit_session(&mut entries, 10, |note| note.phase = Some(Phase::Initial));
    let report = report(&ACUTE_16, entries);
    assert_eq!(of(&report, "IPT-010").len(), 1);
    assert_eq!(of(&report, "IPT-011").len(), 1, "it is out of order too");
}

#[test]
fn a_phase_that_is_passed_over_is_found() {
    let mut entries = crate::safety::until(base(), day(14));
    insert(&mut entries, at(day(14), PhaseBegun::new(Phase::Termination)));
    let report = report(&ACUTE_16, entries);
    let findings = of(&report, "IPT-011");
    assert!(matches!(findings[..], [f] if f.status == Status::Standing));
    assert_eq!(findings[0].evidence.to_string(), "written termination, from the record initial");
}
