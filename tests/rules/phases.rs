//! IPT-100 to IPT-109.

use interpersonal::{
    EndingTask, Entry, Fact, InitialTask, Phase, ProblemArea, Severity, Stated, Task, Topic,
    protocol::preset::ACUTE_16,
    record::{
        contract::{ContractAmended, TimeFrame},
        safety::{ConcernKind, ConcernRaised, SafetyAction, SafetyActions, SafetyResponse},
    },
    rule::{Outcome, Status},
};

use crate::{
    at, codes, day, edit_facts, edit_session, ending, finds, flawless, insert, of, outcome, report, safety, unreported,
};

fn base() -> Vec<Entry> {
    flawless(&ACUTE_16, ProblemArea::RoleTransition)
}

#[track_caller]
fn cannot_tell(mut entries: Vec<Entry>, topic: Topic, code: &'static str) {
    unreported(&mut entries, topic);
    let report = report(&ACUTE_16, entries);
    assert_eq!(outcome(&report, code), Outcome::CannotTell, "{:#?}", of(&report, code));
}

#[test]
fn an_initial_task_left_open_is_found_when_the_middle_phase_begins() {
    let mut entries = base();
    edit_facts(&mut entries, |_, fact| {
        if let Fact::Session(note) = fact {
            note.tasks.retain(|note| note.task != Task::Initial(InitialTask::ExplainIpt));
        }
    });
    // Where the task has a rule of its own, that one speaks and the gathering one is silent.
    let report = report(&ACUTE_16, entries.clone());
    let found = codes(&report);
    assert_eq!(found.len(), 1, "{found:?}");
    cannot_tell(entries, Topic::InitialTasks, "IPT-100");
}

#[test]
fn work_on_a_focus_in_the_initial_phase_is_early() {
    let mut entries = base();
    edit_session(&mut entries, 3, |note| note.strategies = interpersonal::Strategy::TransitionLoss.into());
    let report = report(&ACUTE_16, entries);
    assert!(matches!(of(&report, "IPT-101")[..], [f] if f.severity == Severity::Warning));

    let mut entries = base();
    edit_session(&mut entries, 1, |note| note.strategies = interpersonal::Strategy::TransitionLoss.into());
    let early = crate::report(&ACUTE_16, entries.clone());
    assert!(matches!(of(&early, "IPT-101")[..], [f] if f.severity == Severity::Error));
    cannot_tell(entries, Topic::Agreements, "IPT-101");
}

#[test]
fn an_ending_that_begins_before_it_is_announced_is_found_and_remedied_later() {
    let mut entries = safety::until(base(), day(91));
    ending::leave_out(&mut entries, EndingTask::AnnounceEnd);
    let report = report(&ACUTE_16, entries.clone());
    assert!(matches!(of(&report, "IPT-102")[..], [f] if f.status == Status::Standing));
    cannot_tell(entries, Topic::Ending, "IPT-102");

    let later = crate::report(&ACUTE_16, ending::announced_in(15));
    assert!(matches!(of(&later, "IPT-102")[..], [f] if matches!(f.status, Status::Remedied { .. })));
}

#[test]
fn an_ending_that_begins_long_before_the_end_is_found() {
    let mut entries = base();
    edit_session(&mut entries, 10, |note| {
        note.phase = Some(Phase::Termination);
        note.tasks.push(interpersonal::TaskNote::done(EndingTask::AnnounceEnd));
    });
    for n in 11..=13 {
        edit_session(&mut entries, n, |note| note.phase = Some(Phase::Termination));
    }
    let report = report(&ACUTE_16, entries.clone());
    assert_eq!(of(&report, "IPT-103").len(), 1);
    cannot_tell(entries, Topic::Sessions, "IPT-103");
}

#[test]
fn an_ending_of_one_session_is_short() {
    let mut entries = base();
    for n in 14..=15 {
        edit_session(&mut entries, n, |note| note.phase = Some(Phase::Middle));
    }
    let report = report(&ACUTE_16, entries.clone());
    assert_eq!(of(&report, "IPT-104")[0].evidence.to_string(), "1 found, at least 2");
    cannot_tell(entries, Topic::Sessions, "IPT-104");
}

#[test]
fn going_back_from_the_ending_without_an_extension_is_an_error() {
    let back = |extended: bool| {
        let mut entries = base();
        edit_session(&mut entries, 15, |note| note.phase = Some(Phase::Middle));
        if extended {
            let amended = ContractAmended::new().with_frame(Some(TimeFrame::Sessions(18)));
            insert(&mut entries, at(day(92), amended.with_patient_agreed(Stated::Done)));
        }
        entries
    };
    let found = report(&ACUTE_16, back(false));
    assert!(matches!(of(&found, "IPT-105")[..], [f] if f.severity == Severity::Error));
    assert!(of(&report(&ACUTE_16, back(true)), "IPT-105").is_empty());
    cannot_tell(back(false), Topic::Agreements, "IPT-105");
}

/// The same course under a contract of another length.
fn contracted(sessions: u16) -> Vec<Entry> {
    let mut entries = base();
    edit_facts(&mut entries, |_, fact| {
        if let Fact::ContractAgreed(contract) = fact {
            contract.frame = TimeFrame::Sessions(sessions);
        }
    });
    entries
}

#[test]
fn a_course_closed_as_contracted_with_sessions_left_is_found() {
    let report = report(&ACUTE_16, contracted(18));
    assert_eq!(of(&report, "IPT-106").len(), 1);
    cannot_tell(contracted(18), Topic::Sessions, "IPT-106");
}

#[test]
fn a_session_beyond_the_contract_is_an_error() {
    let report = report(&ACUTE_16, contracted(15));
    assert!(matches!(of(&report, "IPT-107")[..], [f] if f.severity == Severity::Error));
    assert_eq!(of(&report, "IPT-107")[0].on, Some(day(105)));
}

#[test]
fn a_session_of_maintenance_without_its_own_contract_is_an_error() {
    let mut entries = crate::maintenance::goes_on();
    let contracts = |entry: &Entry| matches!(entry.stated(), Some((on, Fact::ContractAgreed(_))) if on > day(105));
    entries.retain(|entry| !contracts(entry));
    let report = report(&ACUTE_16, entries.clone());
    assert_eq!(of(&report, "IPT-108").len(), 3);
    cannot_tell(entries, Topic::Agreements, "IPT-108");
}

#[test]
fn a_phase_that_changes_on_an_open_concern_is_found_whichever_was_written_first() {
    // The middle phase begins with session 4.
    let concern = || ConcernRaised::new(ConcernKind::SelfHarm);
    let mut after = safety::until(base(), day(21));
    insert(&mut after, at(day(21), concern()));
    let mut before = safety::until(base(), day(21));
    insert(&mut before, at(day(20), concern()));
    for mut entries in [after, before] {
        let found = report(&ACUTE_16, entries.clone());
        assert_eq!(of(&found, "IPT-109").len(), 1);
        insert(&mut entries, at(day(21), SafetyResponse::new(SafetyActions::from([SafetyAction::ExtraContact]))));
        assert!(of(&report(&ACUTE_16, entries), "IPT-109").is_empty());
    }
    let mut entries = base();
    insert(&mut entries, at(day(20), concern()));
    cannot_tell(entries, Topic::Safety, "IPT-109");
}

#[test]
fn the_flawless_course_meets_each_condition_that_was_judged() {
    let report = finds(&ACUTE_16, base(), &[]);
    for code in ["IPT-100", "IPT-101", "IPT-102", "IPT-103", "IPT-104", "IPT-106", "IPT-107", "IPT-109"] {
        assert_eq!(outcome(&report, code), Outcome::Holds, "{code}");
    }
}
