//! IPT-001 to IPT-011.

use interpersonal::{
    ActorRef, Entry, Origin, Phase, ProblemArea, RecordError, RuleCode, Stated, Topic,
    chrono::Days,
    protocol::preset::ACUTE_16,
    record::{contact::Transferred, session::Session, setting::PhaseBegun},
    rule::{Outcome, Status},
};

use crate::{at, course, day, edit_session, evening, finds, flawless, insert, of, outcome, report, unreported};

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

#[test]
fn a_change_of_therapist_without_a_transfer_is_found_and_one_with_it_is_not() {
    let mut entries = base();
    for n in 9..=16 {
        edit_session(&mut entries, n, |note| note.therapist = Some(ActorRef::from_static("therapist-2")));
    }
    let found = finds(&ACUTE_16, entries.clone(), &["IPT-007"]);
    assert_eq!(of(&found, "IPT-007").len(), 1, "once, where the therapist changes");
    let transfer = Transferred::new(ActorRef::from_static("therapist-2"))
        .with_summary(Stated::Done)
        .with_patient_agreed(Stated::Done)
        .with_reagreed(Stated::Done);
    insert(&mut entries, at(day(55), transfer));
    finds(&ACUTE_16, entries, &[]);
}

#[test]
fn a_change_of_therapist_cannot_be_told_where_contacts_are_not_reported() {
    let mut entries = base();
    edit_session(&mut entries, 16, |note| note.therapist = Some(ActorRef::from_static("therapist-2")));
    unreported(&mut entries, Topic::Contacts);
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-007"), Outcome::CannotTell);
}

#[test]
fn a_session_outside_the_minutes_of_protocol_and_contract_is_found() {
    let of_minutes = |minutes: u16| {
        let mut entries = base();
        edit_session(&mut entries, 7, |note| note.minutes = Some(minutes));
        entries
    };
    finds(&ACUTE_16, of_minutes(61), &["IPT-008"]);
    finds(&ACUTE_16, of_minutes(60), &[]);
    finds(&ACUTE_16, of_minutes(44), &["IPT-008"]);
    let mut first = base();
    edit_session(&mut first, 1, |note| note.minutes = Some(90));
    finds(&ACUTE_16, first, &[]);
}

#[test]
fn a_course_without_minutes_is_not_asked_how_long_its_sessions_were() {
    let mut entries = base();
    for n in 1..=16 {
        edit_session(&mut entries, n, |note| note.minutes = None);
    }
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-008"), Outcome::DoesNotApply);
}
