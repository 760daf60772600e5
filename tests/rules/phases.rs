//! IPT-100 to IPT-109.

use interpersonal::{
    EndingTask, Entry, Fact, FactKind, InitialTask, Phase, ProblemArea, Severity, Stated, Strategy, Task, TaskNote,
    Topic,
    protocol::preset::ACUTE_16,
    record::{
        contract::{AmendmentReason, ContractAmended, TimeFrame},
        safety::{ConcernKind, ConcernRaised, SafetyAction, SafetyActions, SafetyResponse},
        session::Session,
    },
    rule::Status,
};

use crate::{
    Case, Proof, at, day, edit_facts, edit_session, ending, flawless, insert, of, report, safety, transition, without,
};

fn base() -> Vec<Entry> {
    flawless(&ACUTE_16, ProblemArea::RoleTransition)
}

pub(crate) const PROOFS: &[Proof] = &[
    Proof::of("IPT-100", Severity::Warning, transition, |case| {
        leave_out(&mut case.entries, InitialTask::SymptomReview);
    })
    .silent(Topic::InitialTasks),
    Proof::of("IPT-101", Severity::Warning, transition, |case| {
        edit_session(&mut case.entries, 3, |note| note.strategies = Strategy::TransitionLoss.into());
    })
    .silent(Topic::SessionContent),
    Proof::of("IPT-102", Severity::Warning, until_the_ending_began, |case| {
        ending::leave_out(&mut case.entries, EndingTask::AnnounceEnd);
    })
    .along(&["IPT-200"])
    .silent(Topic::Ending),
    Proof::of("IPT-103", Severity::Warning, transition, |case| ends_from(case, 10)).silent(Topic::Sessions),
    Proof::of("IPT-104", Severity::Warning, transition, |case| {
        for n in 14..=15 {
            edit_session(&mut case.entries, n, goes_on_in_the_middle);
        }
    })
    .silent(Topic::Sessions),
    Proof::of("IPT-105", Severity::Error, back_after_an_extension, |case| {
        without(&mut case.entries, FactKind::ContractAmended);
    })
    .silent(Topic::Agreements),
    Proof::of("IPT-106", Severity::Warning, transition, |case| contract(case, 18))
        .along(&["IPT-083", "IPT-103"])
        .silent(Topic::Sessions),
    Proof::of("IPT-107", Severity::Error, transition, |case| contract(case, 15))
        .along(&["IPT-200"])
        .silent(Topic::Sessions),
    Proof::of("IPT-108", Severity::Error, maintained, |case| {
        let own = |entry: &Entry| matches!(entry.stated(), Some((on, Fact::ContractAgreed(_))) if on > day(105));
        case.entries.retain(|entry| !own(entry));
    })
    .along(&["IPT-220"])
    .silent(Topic::Agreements),
    Proof::of("IPT-109", Severity::Error, until_the_middle_began, |case| {
        insert(&mut case.entries, at(day(20), ConcernRaised::new(ConcernKind::SelfHarm)));
    })
    .along(&["IPT-189", "IPT-190"])
    .silent(Topic::Safety),
];

fn until_the_ending_began() -> Case {
    Case::new(&ACUTE_16, safety::until(base(), day(91)))
}

fn until_the_middle_began() -> Case {
    Case::new(&ACUTE_16, safety::until(base(), day(21)))
}

fn goes_on_in_the_middle(note: &mut Session) {
    note.phase = Some(Phase::Middle);
    note.strategies = Strategy::TransitionSkills.into();
}

/// In session 15 the middle phase goes on, since two more sessions were agreed; it is asked that day.
fn back_after_an_extension() -> Case {
    let mut entries = safety::until(base(), day(98));
    edit_session(&mut entries, 15, |note| {
        goes_on_in_the_middle(note);
        note.tasks.push(TaskNote::done(EndingTask::AnnounceEnd));
    });
    let amended = ContractAmended::new().with_frame(Some(TimeFrame::Sessions(18)));
    let amended = amended.with_reason(AmendmentReason::MoreWork).with_patient_agreed(Stated::Done);
    insert(&mut entries, at(day(92), amended));
    Case::new(&ACUTE_16, entries)
}

fn maintained() -> Case {
    Case::new(&ACUTE_16, crate::maintenance::goes_on())
}

fn leave_out(entries: &mut [Entry], task: InitialTask) {
    edit_facts(entries, |_, fact| {
        if let Fact::Session(note) = fact {
            note.tasks.retain(|note| note.task != Task::Initial(task));
        }
    });
}

/// The ending begins with session `n`, and is announced there.
fn ends_from(case: &mut Case, n: usize) {
    edit_session(&mut case.entries, n, |note| {
        note.phase = Some(Phase::Termination);
        note.tasks.push(TaskNote::done(EndingTask::AnnounceEnd));
    });
    for n in n + 1..=13 {
        edit_session(&mut case.entries, n, |note| note.phase = Some(Phase::Termination));
    }
}

/// The same course under a contract of another length.
fn contract(case: &mut Case, sessions: u16) {
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::ContractAgreed(contract) = fact {
            contract.frame = TimeFrame::Sessions(sessions);
        }
    });
}

#[test]
fn work_on_a_focus_before_any_was_agreed_is_an_error() {
    let mut entries = base();
    edit_session(&mut entries, 1, |note| note.strategies = Strategy::TransitionLoss.into());
    let early = report(&ACUTE_16, entries);
    assert!(matches!(of(&early, "IPT-101")[..], [f] if f.severity == Severity::Error));
}

#[test]
fn an_ending_that_was_announced_after_it_began_is_remedied() {
    let later = report(&ACUTE_16, ending::announced_in(15));
    assert!(matches!(of(&later, "IPT-102")[..], [f] if matches!(f.status, Status::Remedied { .. })));
}

#[test]
fn an_ending_of_one_session_is_short_by_one() {
    let mut case = transition();
    for n in 14..=15 {
        edit_session(&mut case.entries, n, |note| note.phase = Some(Phase::Middle));
    }
    let report = report(&ACUTE_16, case.entries);
    assert_eq!(of(&report, "IPT-104")[0].evidence.to_string(), "1 found, at least 2");
}

#[test]
fn going_back_from_the_ending_after_an_extension_is_by_the_book() {
    assert!(of(&report(&ACUTE_16, back_after_an_extension().entries), "IPT-105").is_empty());
}

#[test]
fn a_session_beyond_the_contract_is_the_last() {
    let mut case = transition();
    contract(&mut case, 15);
    let report = report(&ACUTE_16, case.entries);
    assert_eq!(of(&report, "IPT-107")[0].on, Some(day(105)));
}

#[test]
fn a_phase_that_changes_on_an_open_concern_is_found_whichever_was_written_first() {
    // The middle phase begins with session 4.
    let concern = || ConcernRaised::new(ConcernKind::SelfHarm);
    for on in [21, 20] {
        let mut entries = until_the_middle_began().entries;
        insert(&mut entries, at(day(on), concern()));
        assert_eq!(of(&report(&ACUTE_16, entries.clone()), "IPT-109").len(), 1);
        insert(&mut entries, at(day(21), SafetyResponse::new(SafetyActions::from([SafetyAction::ExtraContact]))));
        assert!(of(&report(&ACUTE_16, entries), "IPT-109").is_empty());
    }
}
