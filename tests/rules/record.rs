//! IPT-001 to IPT-011.

use interpersonal::{
    ActorRef, ChangeProtocol, Content, Correct, Entry, Fact, Origin, Phase, ProblemArea, RecordError, RuleCode,
    Severity, Stated, Topic,
    chrono::{Days, NaiveDate},
    protocol::preset::{ACUTE_16, B_8},
    record::{
        contact::Transferred,
        contract::{AmendmentReason, ContractAmended, ContractScope},
        session::{Attendance, Session, SessionKind},
        setting::{PhaseBegun, TherapistAssigned},
    },
    rule::{Outcome, Place, Status},
};

use crate::{
    Case, Proof, at, course, day, edit_facts, edit_session, evening, finds, flawless, insert, of, outcome, phases,
    report, safety, transition, unreported,
};

fn base() -> Vec<Entry> {
    flawless(&ACUTE_16, ProblemArea::RoleTransition)
}

/// The latest session, in the middle phase, was given to a crisis: nothing was done on the focus.
fn crisis_in_the_middle() -> Case {
    let mut case = until(day(63));
    edit_session(&mut case.entries, 10, |note| {
        note.kind = SessionKind::Crisis;
        note.strategies = interpersonal::StrategySet::EMPTY;
    });
    case
}

fn in_the_initial_phase() -> Case {
    until(day(14))
}

/// The ending begins where the middle phase would.
fn passed_over(case: &mut Case) {
    insert(&mut case.entries, at(day(14), PhaseBegun::new(Phase::Termination)));
}

fn until(last: NaiveDate) -> Case {
    Case::new(&ACUTE_16, safety::until(base(), last))
}

const OTHER: ActorRef = ActorRef::from_static("therapist-2");

pub(crate) const PROOFS: &[Proof] = &[
    Proof::guaranteed("IPT-001", || {
        let mut course = course(&ACUTE_16, until(day(63)).entries);
        let change = Content::ChangeProtocol { on: day(64), change: ChangeProtocol::new(&B_8) };
        course.record(Entry::new(evening(day(64)), OTHER, change)).unwrap();
        assert_eq!(course.protocol_on(day(63)), &ACUTE_16);
        assert_eq!(course.protocol_on(day(64)), &B_8);
        let report = |as_of| interpersonal::rule::Validator::new().validate(&course, as_of);
        let against = |as_of| (report(as_of).protocol, report(as_of).protocol_version);
        assert_eq!(against(day(63)), (ACUTE_16.id(), ACUTE_16.spec().version));
        assert_eq!(against(day(64)), (B_8.id(), B_8.spec().version));
    }),
    Proof::guaranteed("IPT-002", || {
        refused(until(day(63)).entries, at(day(66), Session::attended().with_number(10)), "IPT-002");
    }),
    Proof::guaranteed("IPT-003", || {
        refused(until(day(63)).entries, at(crate::start() - Days::new(8), Session::attended()), "IPT-003");
        let early = Entry::fact(evening(day(64)), OTHER, day(66), Session::attended());
        refused(until(day(63)).entries, early, "IPT-003");
    }),
    Proof::guaranteed("IPT-004", || refused(base(), at(day(112), Session::attended()), "IPT-004")),
    Proof::of("IPT-005", Severity::Warning, transition, |case| written(case, 8, Origin::Live)),
    Proof::guaranteed("IPT-006", || {
        let mut course = course(&ACUTE_16, until(day(63)).entries);
        let place = interpersonal::exemplar::held(course.entries(), 9).unwrap();
        let before = course.entries()[place].clone();
        let seq = course.facts().nth(place).unwrap().0;
        let correct = || Correct::new(seq, day(57), Session::attended());
        course.record(Entry::correct(evening(day(66)), OTHER, correct())).unwrap();
        assert_eq!(course.entries()[place], before, "what was corrected is there as it was");
        assert!(course.is_struck(seq));
        let last = course.entries().last().unwrap();
        assert_eq!((last.by, last.recorded_at), (OTHER, evening(day(66))));
        let again = course.record(Entry::correct(evening(day(67)), OTHER, correct()));
        assert!(matches!(again, Err(RecordError::AlreadyStruck { entry }) if entry == seq));
    }),
    Proof::of("IPT-007", Severity::Warning, transition, |case| taken_over(&mut case.entries)).silent(Topic::Contacts),
    Proof::of("IPT-008", Severity::Warning, transition, |case| {
        edit_session(&mut case.entries, 7, |note| note.minutes = Some(61));
    })
    .silent(Topic::Agreements),
    Proof::guaranteed("IPT-009", || {
        // Who came is asked for, the kind is never open, and an entry of a session has its day.
        let new: fn(Attendance) -> Session = Session::new;
        let note = new(Attendance::Late);
        assert_eq!((note.attendance, note.kind), (Attendance::Late, SessionKind::Ordinary));
        assert_eq!(at(day(66), note.clone()).day(), Some(day(66)));
        let mut course = course(&ACUTE_16, until(day(63)).entries);
        let before = course.state().held();
        course.record(at(day(66), note)).unwrap();
        assert_eq!((course.state().phase(), course.state().held()), (Phase::Middle, before + 1));
    }),
    Proof::of("IPT-010", Severity::Warning, crisis_in_the_middle, |case| {
        edit_session(&mut case.entries, 10, |note| note.phase = Some(Phase::Initial));
    })
    .along(&["IPT-011"]),
    Proof::of("IPT-011", Severity::Warning, in_the_initial_phase, passed_over)
        .along(&["IPT-103"])
        .silent(Topic::Agreements),
];

#[track_caller]
fn refused(entries: Vec<Entry>, entry: Entry, code: &'static str) {
    let mut course = course(&ACUTE_16, entries);
    let before = course.clone();
    let refused = course.record(entry).unwrap_err();
    assert_eq!(refused.code(), Some(RuleCode::from_static(code)), "{refused}");
    assert!(matches!(refused, RecordError::Refused { .. }));
    assert!(course == before, "a refusal changes nothing");
}

/// The note of session 9 is written so many days after it.
pub(crate) fn written(case: &mut Case, late: u64, origin: Origin) {
    let place = interpersonal::exemplar::held(&case.entries, 9).unwrap();
    case.entries[place].recorded_at = evening(day(56 + late));
    case.entries[place].origin = origin;
}

/// Another therapist holds the sessions from the ninth on.
fn taken_over(entries: &mut [Entry]) {
    for n in 9..=16 {
        edit_session(entries, n, |note| note.therapist = Some(OTHER));
    }
}

#[test]
fn a_note_written_a_week_after_its_session_or_imported_later_is_in_time() {
    for (late, origin) in [(7, Origin::Live), (8, Origin::Imported)] {
        let mut case = transition();
        written(&mut case, late, origin);
        finds(&ACUTE_16, case.entries, &[]);
    }
}

#[test]
fn going_back_to_an_earlier_phase_is_shown_whatever_is_reported() {
    let mut entries = until(day(63)).entries;
    edit_session(&mut entries, 10, |note| note.phase = Some(Phase::Initial));
    unreported(&mut entries, Topic::Agreements);
    assert_eq!(of(&report(&ACUTE_16, entries), "IPT-011").len(), 1);
}

#[test]
fn a_phase_that_is_passed_over_says_from_where_to_where() {
    let mut case = in_the_initial_phase();
    passed_over(&mut case);
    let report = report(&ACUTE_16, case.entries);
    let findings = of(&report, "IPT-011");
    assert!(matches!(findings[..], [f] if f.status == Status::Standing));
    assert_eq!(findings[0].old.to_string(), "written termination, from the record initial");
}

#[test]
fn a_change_of_therapist_is_found_once_and_where_it_happens() {
    let mut entries = base();
    taken_over(&mut entries);
    let found = finds(&ACUTE_16, entries, &["IPT-007"]);
    assert!(matches!(of(&found, "IPT-007")[..], [f] if matches!(f.place, Place::Session { number: Some(9), .. })));
}

#[test]
fn a_handover_may_lie_on_the_day_of_the_last_session_before_it() {
    let transfer = Transferred::new(OTHER)
        .with_summary(Stated::Done)
        .with_patient_agreed(Stated::Done)
        .with_reagreed(Stated::Done);
    for on in [49, 55, 56] {
        let mut entries = base();
        taken_over(&mut entries);
        insert(&mut entries, at(day(on), transfer.clone()));
        finds(&ACUTE_16, entries, &[]);
    }
    let mut entries = base();
    taken_over(&mut entries);
    insert(&mut entries, at(day(49), TherapistAssigned::new(ActorRef::from_static("therapist-3"))));
    assert_eq!(of(&report(&ACUTE_16, entries), "IPT-007").len(), 1, "somebody else was assigned");
}

#[test]
fn whoever_is_on_duty_in_a_crisis_does_not_take_over() {
    let mut entries = base();
    edit_session(&mut entries, 9, |note| {
        note.therapist = Some(OTHER);
        note.kind = SessionKind::Crisis;
    });
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-007"), Outcome::Holds);
}

#[test]
fn a_session_without_a_therapist_is_found_where_none_was_assigned() {
    let mut entries = base();
    crate::without(&mut entries, interpersonal::FactKind::TherapistAssigned);
    edit_session(&mut entries, 3, |note| note.therapist = None);
    let found = report(&ACUTE_16, entries.clone());
    assert_eq!(of(&found, "IPT-007")[0].old.to_string(), "therapist");
    unreported(&mut entries, Topic::Supervision);
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-007"), Outcome::CannotTell);
}

#[test]
fn minutes_within_protocol_or_contract_are_by_the_book() {
    for (n, minutes, expected) in [(7, 60, &[][..]), (7, 44, &["IPT-008"]), (1, 90, &[])] {
        let mut entries = base();
        edit_session(&mut entries, n, |note| note.minutes = Some(minutes));
        finds(&ACUTE_16, entries, expected);
    }
    let mut entries = base();
    edit_session(&mut entries, 7, |note| note.minutes = Some(40));
    edit_facts(&mut entries, |_, fact| {
        if let Fact::ContractAgreed(contract) = fact {
            contract.minutes = Some(40);
        }
    });
    finds(&ACUTE_16, entries, &[]);
}

#[test]
fn a_length_that_may_have_been_agreed_before_the_record_begins_cannot_be_told() {
    let midway = |minutes| {
        let mut entries = base();
        edit_session(&mut entries, 7, |note| note.minutes = Some(minutes));
        outcome(&report(&ACUTE_16, phases::midway(entries, day(35), Phase::Middle, 5)), "IPT-008")
    };
    assert_eq!(midway(40), Outcome::CannotTell);
    assert_eq!(midway(50), Outcome::Holds);
}

#[test]
fn minutes_that_were_agreed_for_maintenance_do_not_cover_acute_sessions() {
    let mut entries = crate::maintenance::goes_on();
    edit_session(&mut entries, 7, |note| note.minutes = Some(70));
    edit_facts(&mut entries, |_, fact| match fact {
        Fact::ContractAgreed(contract) if contract.scope != ContractScope::Acute => contract.minutes = Some(90),
        _ => {}
    });
    let amended = ContractAmended::new().with_minutes(90).with_reason(AmendmentReason::Other);
    insert(&mut entries, at(day(120), amended));
    assert_eq!(of(&report(&ACUTE_16, entries), "IPT-008").len(), 1);
}

#[test]
fn a_session_is_short_without_a_fault_when_the_patient_came_late() {
    let late = |minutes| {
        let mut entries = base();
        edit_session(&mut entries, 7, |note| {
            note.minutes = Some(minutes);
            note.attendance = Attendance::Late;
        });
        outcome(&report(&ACUTE_16, entries), "IPT-008")
    };
    assert_eq!(late(35), Outcome::Holds);
    assert_eq!(late(61), Outcome::Found, "late or not, it was long");
}

#[test]
fn a_course_without_minutes_is_not_asked_how_long_its_sessions_were() {
    let mut entries = base();
    for n in 1..=16 {
        edit_session(&mut entries, n, |note| note.minutes = None);
    }
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-008"), Outcome::DoesNotApply);
}

#[test]
fn that_no_session_was_held_is_known_only_where_sessions_are_reported() {
    let mut entries = base();
    entries.retain(|entry| entry.day() < Some(day(0)));
    assert_eq!(outcome(&report(&ACUTE_16, entries.clone()), "IPT-007"), Outcome::DoesNotApply);
    unreported(&mut entries, Topic::Sessions);
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-007"), Outcome::CannotTell);
}
