//! What an amendment does to the number of sessions left.

use interpersonal::{
    ActorRef, Course, Entry, Phase, Reporting, Stated,
    chrono::{DateTime, Days, NaiveDate, Utc},
    protocol::preset::ACUTE_16,
    record::{
        contract::{AmendmentReason, ContractAgreed, ContractAmended, TimeFrame},
        session::Session,
        setting::Opened,
    },
    rule::Validator,
};

fn day(after: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 5).unwrap() + Days::new(after)
}

fn entry(on: NaiveDate, fact: impl Into<interpersonal::Fact>) -> Entry {
    let written: DateTime<Utc> = "2026-12-01T08:00:00Z".parse().unwrap();
    Entry::fact(written, ActorRef::from_static("therapist-1"), on, fact)
}

/// Two sessions were agreed and held; then the contract is amended, and a third is held.
fn after(amendment: ContractAmended) -> Course {
    let entries = vec![
        entry(day(0), Opened::new(Phase::Initial, Reporting::COMPLETE)),
        entry(day(0), ContractAgreed::new(TimeFrame::Sessions(2))),
        entry(day(0), Session::attended()),
        entry(day(7), Session::attended()),
        entry(
            day(8),
            amendment
                .with_reason(AmendmentReason::MoreWork)
                .with_patient_agreed(Stated::Done),
        ),
        entry(day(14), Session::attended()),
    ];
    Course::replay(&ACUTE_16, entries).unwrap()
}

fn beyond_the_contract(course: &Course) -> usize {
    let report = Validator::new().validate(course, day(14));
    report
        .findings
        .iter()
        .filter(|finding| finding.code.as_str() == "IPT-107")
        .count()
}

#[test]
fn an_amendment_that_leaves_the_frame_as_it_is_leaves_the_number_as_it_is() {
    let course = after(ContractAmended::new().with_minutes(45));
    assert_eq!(course.state().planned(), Some(2));
    assert_eq!(beyond_the_contract(&course), 1);
}

#[test]
fn an_extension_moves_the_end() {
    let course = after(ContractAmended::new().with_frame(TimeFrame::Sessions(4)));
    assert_eq!(course.state().remaining(), Some(1));
    assert_eq!(beyond_the_contract(&course), 0);
}

#[test]
fn a_frame_in_weeks_fixes_no_number_of_sessions_any_more() {
    let course = after(ContractAmended::new().with_frame(TimeFrame::Weeks(6)));
    assert_eq!(
        (course.state().planned(), course.state().remaining()),
        (None, None)
    );
    assert_eq!(beyond_the_contract(&course), 0);
}
