//! IPT-200 to IPT-219.

use interpersonal::{
    ActorRef, Content, EndingTask, Entry, Fact, FactKind, FocusItem, FocusOn, ProblemArea, RecordError, RuleCode,
    Severity, Stated, Task, TaskNote, Topic,
    protocol::preset::{ACUTE_16, LATE_LIFE, SR},
    record::{
        contact::{Contact, ContactPurpose, ContactWith, OutreachMade, Transferred},
        contract::{ContractAmended, TimeFrame},
        ending::{ClinicalResult, Closed, Disposition, EndMode, RelapsePlanMade},
        patient::{HistoryTaken, MedicationChange, MedicationNoted},
        safety::{ConcernKind, ConcernRaised, Incident, IncidentRecorded, SafetyAction, SafetyActions, SafetyResponse},
        session::{Attendance, Session},
    },
    rule::{Outcome, Status},
};

use crate::{
    at, codes, course, day, edit_facts, edit_session, finds, flawless, insert, of, outcome, report, unreported, without,
};

fn base() -> Vec<Entry> {
    flawless(&ACUTE_16, ProblemArea::RoleTransition)
}

/// Takes a task of the ending out of every note.
pub(crate) fn leave_out(entries: &mut [Entry], task: EndingTask) {
    edit_facts(entries, |_, fact| {
        if let Fact::Session(note) = fact {
            note.tasks.retain(|note| note.task != Task::Ending(task));
        }
    });
}

/// The end is announced in that session and in no other.
pub(crate) fn announced_in(n: usize) -> Vec<Entry> {
    let mut entries = base();
    leave_out(&mut entries, EndingTask::AnnounceEnd);
    edit_session(&mut entries, n, |note| note.tasks.push(TaskNote::done(EndingTask::AnnounceEnd)));
    entries
}

pub(crate) fn edit_closing(entries: &mut [Entry], edit: impl Fn(&mut Closed)) {
    edit_facts(entries, |_, fact| {
        if let Fact::Closed(closed) = fact {
            edit(closed);
        }
    });
}

#[track_caller]
fn cannot_tell(mut entries: Vec<Entry>, topic: Topic, code: &'static str) {
    unreported(&mut entries, topic);
    let report = report(&ACUTE_16, entries);
    assert_eq!(outcome(&report, code), Outcome::CannotTell, "{:#?}", of(&report, code));
    assert!(of(&report, code).is_empty());
}

#[test]
fn an_end_announced_with_one_session_left_is_late() {
    let report = finds(&ACUTE_16, announced_in(15), &["IPT-200"]);
    assert_eq!(of(&report, "IPT-200")[0].severity, Severity::Warning);
}

#[test]
fn an_end_announced_with_three_or_two_sessions_left_is_a_note() {
    for n in [13, 14] {
        let report = report(&ACUTE_16, announced_in(n));
        let findings = of(&report, "IPT-200");
        assert!(matches!(findings[..], [f] if f.severity == Severity::Note), "{n}: {findings:#?}");
    }
    for n in [4, 12] {
        assert!(of(&report(&ACUTE_16, announced_in(n)), "IPT-200").is_empty(), "{n}");
    }
}

#[test]
fn an_end_that_is_not_announced_while_the_course_runs_is_told_session_by_session() {
    for (last, severity) in [(84, Some(Severity::Note)), (98, Some(Severity::Warning)), (77, None)] {
        let mut entries = crate::safety::until(base(), day(last));
        leave_out(&mut entries, EndingTask::AnnounceEnd);
        let report = report(&ACUTE_16, entries.clone());
        assert_eq!(of(&report, "IPT-200").first().map(|f| f.severity), severity, "{last}");
        if severity.is_some() {
            cannot_tell(entries, Topic::Ending, "IPT-200");
        }
    }
}

#[test]
fn an_amendment_that_moves_the_end_asks_for_a_new_announcement() {
    let moved = ContractAmended::new().with_frame(Some(TimeFrame::Sessions(15))).with_patient_agreed(Stated::Done);
    let mut entries = base();
    insert(&mut entries, at(day(84), moved.clone()));
    let quiet = report(&ACUTE_16, entries.clone());
    assert!(matches!(of(&quiet, "IPT-200")[..], [f] if f.severity == Severity::Warning));

    // In the session of the amendment two are left: early enough for a note alone, whichever was written first.
    edit_session(&mut entries, 13, |note| note.tasks.push(TaskNote::done(EndingTask::AnnounceEnd)));
    let told = report(&ACUTE_16, entries);
    assert!(matches!(of(&told, "IPT-200")[..], [f] if f.severity == Severity::Note));
}

#[test]
fn an_end_that_was_never_announced_is_an_error() {
    let mut entries = base();
    leave_out(&mut entries, EndingTask::AnnounceEnd);
    let report = finds(&ACUTE_16, entries.clone(), &["IPT-102", "IPT-201"]);
    assert_eq!(of(&report, "IPT-201")[0].severity, Severity::Error);
    assert!(of(&report, "IPT-200").is_empty() && of(&report, "IPT-202").is_empty());
    cannot_tell(entries, Topic::Ending, "IPT-201");
}

#[test]
fn an_end_announced_in_the_last_session_is_found_once() {
    let report = finds(&ACUTE_16, announced_in(16), &["IPT-202"]);
    assert!(of(&report, "IPT-200").is_empty());
    assert!(matches!(of(&report, "IPT-102")[..], [f] if matches!(f.status, Status::Remedied { .. })));
}

#[test]
fn open_tasks_of_the_ending_are_one_finding() {
    let mut entries = base();
    leave_out(&mut entries, EndingTask::CreditToPatient);
    leave_out(&mut entries, EndingTask::SkillsAndSupports);
    let report = finds(&ACUTE_16, entries.clone(), &["IPT-203"]);
    assert_eq!(of(&report, "IPT-203").len(), 1);
    cannot_tell(entries, Topic::Ending, "IPT-203");
}

#[test]
fn a_task_of_the_ending_stated_as_not_done_counts_where_the_ending_is_not_reported() {
    let mut entries = base();
    leave_out(&mut entries, EndingTask::CreditToPatient);
    edit_session(&mut entries, 16, |note| note.tasks.push(TaskNote::not_done(EndingTask::CreditToPatient)));
    unreported(&mut entries, Topic::Ending);
    finds(&ACUTE_16, entries, &["IPT-203"]);
}

#[test]
fn a_course_that_ended_otherwise_owes_no_work_of_the_ending() {
    let mut entries = base();
    for task in [EndingTask::AnnounceEnd, EndingTask::CreditToPatient, EndingTask::FeelingsAboutEnding] {
        leave_out(&mut entries, task);
    }
    edit_closing(&mut entries, |closed| closed.mode = EndMode::EndedByTherapistOrService);
    // The ending itself began, so its condition was judged.
    finds(&ACUTE_16, entries, &["IPT-102"]);
}

#[test]
fn all_tasks_of_the_ending_in_one_session_are_found() {
    let mut entries = base();
    let mut moved = Vec::new();
    edit_facts(&mut entries, |_, fact| {
        if let Fact::Session(note) = fact {
            let ending = |note: &TaskNote| matches!(note.task, Task::Ending(task) if task != EndingTask::AnnounceEnd);
            moved.extend(note.tasks.iter().filter(|note| ending(note)).cloned());
            note.tasks.retain(|note| !ending(note));
        }
    });
    edit_session(&mut entries, 16, |note| note.tasks.extend(moved));
    without(&mut entries, FactKind::RelapsePlanMade);
    insert(&mut entries, at(day(105), RelapsePlanMade::new(3, 3, 2)));
    finds(&ACUTE_16, entries, &["IPT-204"]);
}

#[test]
fn a_plan_against_relapse_that_names_nobody_is_found() {
    let mut entries = base();
    edit_facts(&mut entries, |_, fact| {
        if let Fact::RelapsePlanMade(plan) = fact {
            plan.contacts = 0;
        }
    });
    finds(&ACUTE_16, entries, &["IPT-205"]);
}

#[test]
fn a_patient_who_did_not_respond_is_owed_an_alternative_and_a_review() {
    let mut entries = base();
    edit_closing(&mut entries, |closed| closed.result = ClinicalResult::NoChange);
    let report = report(&ACUTE_16, entries.clone());
    assert_eq!(of(&report, "IPT-206").len(), 2);
    cannot_tell(entries.clone(), Topic::Ending, "IPT-206");

    edit_closing(&mut entries, |closed| closed.disposition = Disposition::OtherPsychotherapy);
    edit_session(&mut entries, 16, |note| note.tasks.push(TaskNote::done(EndingTask::NonresponseReview)));
    assert!(of(&crate::report(&ACUTE_16, entries), "IPT-206").is_empty());
}

#[test]
fn maintenance_left_out_weighs_as_the_protocol_says() {
    for (protocol, severity) in [(&SR, Severity::Error), (&LATE_LIFE, Severity::Warning)] {
        let mut entries = flawless(protocol, ProblemArea::RoleTransition);
        without(&mut entries, FactKind::MaintenanceDecided);
        for kind in [FactKind::Session, FactKind::PhaseBegun, FactKind::ContractAgreed] {
            entries.retain(|entry| {
                let after = matches!(entry.stated(), Some((_, Fact::Session(note)))
                    if note.phase.is_some_and(interpersonal::Phase::has_own_contract));
                !after || entry.stated().is_none_or(|(_, fact)| fact.kind() != kind)
            });
        }
        let report = report(protocol, entries);
        let findings = of(&report, "IPT-207");
        assert!(matches!(findings[..], [f] if f.severity == severity), "{}: {findings:#?}", protocol.id());
    }
    let quiet = report(&ACUTE_16, {
        let mut entries = base();
        without(&mut entries, FactKind::MaintenanceDecided);
        entries
    });
    assert_eq!(outcome(&quiet, "IPT-207"), Outcome::DoesNotApply);
}

#[test]
fn maintenance_is_considered_with_a_patient_who_has_been_ill_before() {
    let mut entries = base();
    edit_facts(&mut entries, |_, fact| {
        if let Fact::HistoryTaken(taken) = fact {
            *taken = HistoryTaken::new().with_earlier_episodes(2).with_chronic(false);
        }
    });
    assert!(of(&report(&ACUTE_16, entries.clone()), "IPT-208").is_empty());
    without(&mut entries, FactKind::MaintenanceDecided);
    finds(&ACUTE_16, entries.clone(), &["IPT-208"]);
    cannot_tell(entries, Topic::Ending, "IPT-208");
}

#[test]
fn a_new_focus_in_the_last_sessions_is_found() {
    let opened_on = |after: u64| {
        let mut entries = base();
        let mut focus = entries
            .iter()
            .find_map(|entry| match entry.stated() {
                Some((_, Fact::FocusAgreed(focus))) => Some((**focus).clone()),
                _ => None,
            })
            .unwrap();
        let new = FocusItem::new(FocusOn::from(ProblemArea::Grief));
        focus.items.push(new);
        insert(&mut entries, at(day(after), focus));
        report(&ACUTE_16, entries)
    };
    assert_eq!(of(&opened_on(98), "IPT-209").len(), 1);
    assert_eq!(of(&opened_on(105), "IPT-209").len(), 1);
    assert!(of(&opened_on(91), "IPT-209").is_empty());
}

#[test]
fn a_missed_last_session_is_made_up_by_another_contact() {
    let mut entries = base();
    edit_session(&mut entries, 16, |note| *note = Session::new(Attendance::DidNotAttend));
    let report = report(&ACUTE_16, entries.clone());
    assert_eq!(of(&report, "IPT-210").len(), 1);
    assert!(codes(&report).contains(&"IPT-203"), "what was left is open");
    cannot_tell(entries.clone(), Topic::Contacts, "IPT-210");

    let made_up = Contact::new(ContactWith::Patient).with_purpose(ContactPurpose::EndingTasks);
    insert(&mut entries, at(day(105), made_up));
    assert!(of(&crate::report(&ACUTE_16, entries), "IPT-210").is_empty());
}

#[test]
fn a_lost_patient_who_was_never_sought_is_found() {
    let mut entries = base();
    edit_closing(&mut entries, |closed| closed.mode = EndMode::DroppedOut);
    finds(&ACUTE_16, entries.clone(), &["IPT-212"]);
    cannot_tell(entries.clone(), Topic::Contacts, "IPT-212");

    insert(&mut entries, at(day(100), OutreachMade::new()));
    finds(&ACUTE_16, entries, &[]);
}

#[test]
fn an_end_by_the_patient_without_a_question_for_the_reason_is_a_note() {
    let mut entries = base();
    edit_closing(&mut entries, |closed| {
        closed.mode = EndMode::EndedByPatientDecision;
        closed.reason_asked = Stated::NotReported;
        closed.reason = None;
    });
    let report = finds(&ACUTE_16, entries.clone(), &[]);
    assert!(matches!(of(&report, "IPT-213")[..], [f] if f.severity == Severity::Note));
    cannot_tell(entries, Topic::Ending, "IPT-213");
}

#[test]
#[cfg(feature = "serde")]
fn an_outcome_that_leaves_something_open_cannot_be_written() {
    let whole = r#"{"mode":"completed_as_contracted","result":"remitted","disposition":"discharge"}"#;
    assert!(serde_json::from_str::<Closed>(whole).is_ok());
    for part in [r#""mode":"completed_as_contracted","#, r#""result":"remitted","#, r#","disposition":"discharge""#] {
        assert!(serde_json::from_str::<Closed>(&whole.replace(part, "")).is_err(), "{part}");
    }
}

#[test]
fn a_course_closed_with_an_open_concern_is_found_until_somebody_answers() {
    let mut entries = base();
    insert(&mut entries, at(day(105), ConcernRaised::new(ConcernKind::SelfHarm)));
    finds(&ACUTE_16, entries.clone(), &["IPT-189", "IPT-215"]);
    cannot_tell(entries.clone(), Topic::Safety, "IPT-215");

    entries.push(at(day(106), SafetyResponse::new(SafetyActions::from([SafetyAction::ExtraContact]))));
    let report = finds(&ACUTE_16, entries, &[]);
    assert!(matches!(of(&report, "IPT-215")[..], [f] if matches!(f.status, Status::Remedied { .. })));
}

#[test]
fn a_transfer_without_summary_and_agreement_is_found() {
    let transfer = || Transferred::new(ActorRef::from_static("therapist-2"));
    let mut entries = base();
    insert(&mut entries, at(day(63), transfer()));
    assert_eq!(of(&report(&ACUTE_16, entries.clone()), "IPT-216").len(), 3);

    without(&mut entries, FactKind::Transferred);
    insert(&mut entries, at(day(63), transfer().with_summary(Stated::Done)));
    cannot_tell(entries.clone(), Topic::Agreements, "IPT-216");

    without(&mut entries, FactKind::Transferred);
    let whole = transfer().with_summary(Stated::Done).with_patient_agreed(Stated::Done).with_reagreed(Stated::Done);
    insert(&mut entries, at(day(63), whole));
    assert!(of(&report(&ACUTE_16, entries), "IPT-216").is_empty());
}

#[test]
fn medication_without_a_plan_for_the_end_is_found() {
    let mut entries = base();
    insert(&mut entries, at(day(63), MedicationNoted::new(MedicationChange::Started)));
    assert_eq!(of(&report(&ACUTE_16, entries.clone()), "IPT-217").len(), 1);
    cannot_tell(entries.clone(), Topic::Ending, "IPT-217");

    edit_session(&mut entries, 16, |note| note.tasks.push(TaskNote::done(EndingTask::MedicationPlan)));
    assert!(of(&report(&ACUTE_16, entries), "IPT-217").is_empty());
}

#[test]
fn an_end_without_a_way_back_is_a_note() {
    let mut entries = base();
    leave_out(&mut entries, EndingTask::FurtherHelpAdvice);
    edit_facts(&mut entries, |_, fact| {
        if let Fact::RelapsePlanMade(plan) = fact {
            plan.return_route = None;
        }
    });
    let report = finds(&ACUTE_16, entries.clone(), &["IPT-203"]);
    assert!(matches!(of(&report, "IPT-218")[..], [f] if f.severity == Severity::Note));
    cannot_tell(entries, Topic::Ending, "IPT-218");
}

#[test]
fn treatment_after_a_death_is_found_and_never_refused() {
    let mut entries = base();
    insert(&mut entries, at(day(98), IncidentRecorded::new(Incident::Death)));
    let report = finds(&ACUTE_16, entries, &["IPT-219"]);
    assert!(of(&report, "IPT-219").iter().all(|f| f.on > Some(day(98))));
}

#[test]
fn treatment_rests_after_a_serious_incident_until_it_is_reviewed() {
    let mut entries = base();
    insert(&mut entries, at(day(97), IncidentRecorded::new(Incident::Serious)));
    finds(&ACUTE_16, entries.clone(), &["IPT-219"]);
    insert(&mut entries, at(day(97), SafetyResponse::new(SafetyActions::from([SafetyAction::Consultation]))));
    finds(&ACUTE_16, entries, &[]);
}

#[test]
fn nothing_follows_a_closing_by_death() {
    let mut entries = base();
    edit_closing(&mut entries, |closed| closed.mode = EndMode::Died);
    let mut course = course(&ACUTE_16, entries);
    let refused = course.record(at(day(112), Session::attended())).unwrap_err();
    assert!(matches!(refused, RecordError::Refused { .. }));
    assert_eq!(refused.code(), Some(RuleCode::from_static("IPT-004")));
    assert!(course.entries().iter().all(|entry| matches!(entry.content, Content::Fact { .. })));
}

#[test]
fn an_announcement_of_the_day_on_which_the_contract_changes_announces_the_new_end() {
    let mut entries = base();
    leave_out(&mut entries, EndingTask::AnnounceEnd);
    edit_session(&mut entries, 12, |note| note.tasks.push(TaskNote::done(EndingTask::AnnounceEnd)));
    let moved = ContractAmended::new().with_frame(Some(TimeFrame::Sessions(15))).with_patient_agreed(Stated::Done);
    insert(&mut entries, at(day(77), moved));
    let report = report(&ACUTE_16, entries);
    assert!(of(&report, "IPT-102").is_empty());
}
