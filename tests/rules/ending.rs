//! IPT-200 to IPT-219, IPT-235, IPT-236.

use interpersonal::{
    ActorRef, Content, EndingTask, Entry, Fact, FactKind, FocusItem, FocusOn, FocusStatus, Label, ProblemArea,
    RecordError, RuleCode, Severity, Stated, Task, TaskNote, Topic,
    protocol::preset::{ACUTE_16, LATE_LIFE, SR},
    record::{
        contact::{Contact, ContactPurpose, ContactWith, OutreachMade, Transferred},
        contract::{ContractAmended, MissedSessionPolicy, TimeFrame},
        ending::{ClinicalResult, Closed, Disposition, EndMode, RelapsePlanMade},
        focus::{FocusAgreed, FocusTrigger},
        patient::{HistoryTaken, MedicationChange, MedicationNoted},
        review::ReviewHeld,
        safety::{ConcernKind, ConcernRaised, Incident, IncidentRecorded, SafetyAction},
        session::{Attendance, Session, SessionKind},
        setting::PhaseBegun,
    },
    rule::{Outcome, Status},
    shape::{Documented, Shape},
};

use crate::{
    Case, Proof, at, course, day, edit_facts, edit_session, finds, flawless, insert, of, outcome, report,
    safety::{response, until},
    transition, unreported, without,
};

pub(crate) const PROOFS: &[Proof] = &[
    Proof::of("IPT-200", Severity::Warning, transition, |case| case.entries = announced_in(15)).silent(Topic::Ending),
    Proof::of("IPT-201", Severity::Error, transition, |case| says_nothing_of_the_end(&mut case.entries))
        .along(&["IPT-122", "IPT-203"])
        .silent(Topic::Ending),
    Proof::of("IPT-202", Severity::Warning, transition, |case| case.entries = announced_in(16)).silent(Topic::Ending),
    Proof::of("IPT-203", Severity::Warning, transition, |case| {
        leave_out(&mut case.entries, EndingTask::CreditToPatient);
    })
    .silent(Topic::Ending),
    Proof::of("IPT-204", Severity::Warning, transition, |case| all_in_the_last_session(&mut case.entries))
        .silent(Topic::Ending),
    Proof::of("IPT-205", Severity::Warning, transition, |case| {
        edit_plan(&mut case.entries, |plan| plan.contacts = 0);
    })
    .silent(Topic::Ending),
    Proof::of("IPT-206", Severity::Warning, unhelped, |case| {
        leave_out(&mut case.entries, EndingTask::NonresponseReview);
    })
    .silent(Topic::Ending),
    Proof::of(
        "IPT-207",
        Severity::Error,
        || Case::new(&SR, flawless(&SR, ProblemArea::RoleTransition)),
        |case| {
            decides_nothing(&mut case.entries);
        },
    )
    .silent(Topic::Ending),
    Proof::of("IPT-208", Severity::Warning, ill_before, |case| {
        without(&mut case.entries, FactKind::MaintenanceDecided);
    })
    .silent(Topic::Ending),
    Proof::of("IPT-209", Severity::Warning, transition, |case| new_focus(&mut case.entries, 98))
        .along(&["IPT-056", "IPT-057", "IPT-058", "IPT-147", "IPT-149"])
        .silent(Topic::Agreements),
    Proof::of("IPT-210", Severity::Warning, made_up, |case| without(&mut case.entries, FactKind::Contact))
        .silent(Topic::Contacts),
    Proof::of("IPT-211", Severity::Warning, every_session_counts, |case| miss(&mut case.entries, 5))
        .along(&["IPT-154", "IPT-159"])
        .silent(Topic::Sessions),
    Proof::of("IPT-212", Severity::Warning, lost, |case| without(&mut case.entries, FactKind::OutreachMade))
        .silent(Topic::Contacts),
    Proof::of("IPT-213", Severity::Note, ended_by_patient, |case| {
        edit_closing(&mut case.entries, |closed| (closed.reason_asked, closed.reason) = (Stated::NotReported, None));
    })
    .silent(Topic::Ending),
    Proof::guaranteed("IPT-214", an_outcome_has_all_its_parts),
    Proof::of("IPT-216", Severity::Warning, handed_to_another, |case| {
        edit_facts(&mut case.entries, |_, fact| {
            if let Fact::Transferred(transfer) = fact {
                transfer.summary = Stated::NotReported;
            }
        });
    })
    .silent(Topic::Contacts),
    Proof::of("IPT-217", Severity::Warning, medicated, |case| {
        leave_out(&mut case.entries, EndingTask::MedicationPlan);
    })
    .silent(Topic::Ending),
    Proof::of("IPT-218", Severity::Note, transition, |case| {
        leave_out(&mut case.entries, EndingTask::FurtherHelpAdvice);
        edit_plan(&mut case.entries, |plan| plan.return_route = None);
    })
    .along(&["IPT-203"])
    .silent(Topic::Ending),
    Proof::of("IPT-219", Severity::Error, died, |case| {
        let after =
            base().into_iter().filter(|entry| matches!(entry.stated(), Some((on, Fact::Session(_))) if on > day(98)));
        case.entries.extend(after);
    })
    .silent(Topic::Sessions),
    Proof::of("IPT-235", Severity::Note, transition, |case| {
        edit_closing(&mut case.entries, |closed| closed.mode = EndMode::CompletedEarlyByAgreement);
    }),
    Proof::of("IPT-236", Severity::Note, contract_run_through, |case| frame(&mut case.entries, 16))
        .silent(Topic::Sessions),
];

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

/// Neither is the end announced nor does it come up otherwise.
pub(crate) fn says_nothing_of_the_end(entries: &mut [Entry]) {
    leave_out(entries, EndingTask::AnnounceEnd);
    leave_out(entries, EndingTask::FeelingsAboutEnding);
    edit_facts(entries, |_, fact| {
        if let Fact::Session(note) = fact {
            note.sessions_left = Stated::NotReported;
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

fn edit_plan(entries: &mut [Entry], edit: impl Fn(&mut RelapsePlanMade)) {
    edit_facts(entries, |_, fact| {
        if let Fact::RelapsePlanMade(plan) = fact {
            edit(plan);
        }
    });
}

fn frame(entries: &mut [Entry], sessions: u16) {
    edit_facts(entries, |_, fact| {
        if let Fact::ContractAgreed(contract) = fact {
            contract.frame = TimeFrame::Sessions(sessions);
        }
    });
}

/// Moves the work of the ending into session 16.
pub(crate) fn all_in_the_last_session(entries: &mut Vec<Entry>) {
    let mut moved = Vec::new();
    edit_facts(entries, |_, fact| {
        if let Fact::Session(note) = fact {
            let ending = |note: &TaskNote| matches!(note.task, Task::Ending(task) if task != EndingTask::AnnounceEnd);
            moved.extend(note.tasks.iter().filter(|note| ending(note)).cloned());
            note.tasks.retain(|note| !ending(note));
        }
    });
    edit_session(entries, 16, |note| note.tasks.extend(moved));
    without(entries, FactKind::RelapsePlanMade);
    insert(entries, at(day(105), RelapsePlanMade::new(3, 3, 2)));
}

/// A patient who is as ill at the end as at the beginning, told so, and offered something else.
pub(crate) fn unhelped() -> Case {
    let mut entries = base();
    let mut first = Vec::new();
    edit_session(&mut entries, 1, |note| first.clone_from(&note.scores));
    edit_session(&mut entries, 16, |note| {
        note.scores = first;
        note.tasks.push(TaskNote::done(EndingTask::NonresponseReview));
    });
    edit_closing(&mut entries, |closed| {
        (closed.result, closed.disposition) = (ClinicalResult::NoChange, Disposition::OtherPsychotherapy);
    });
    Case::new(&ACUTE_16, entries)
}

/// Maintenance is neither decided on nor taken up.
pub(crate) fn decides_nothing(entries: &mut Vec<Entry>) {
    without(entries, FactKind::MaintenanceDecided);
    leave_out(entries, EndingTask::MaintenanceDecision);
    entries.retain(|entry| match entry.stated() {
        Some((_, Fact::Session(note))) => !note.phase.is_some_and(interpersonal::Phase::has_own_contract),
        Some((_, Fact::PhaseBegun(PhaseBegun { phase, .. }))) => !phase.has_own_contract(),
        _ => true,
    });
}

pub(crate) fn ill_before() -> Case {
    let mut entries = base();
    edit_facts(&mut entries, |_, fact| {
        if let Fact::HistoryTaken(taken) = fact {
            *taken = HistoryTaken::new().with_earlier_episodes(2).with_chronic(false);
        }
    });
    Case::new(&ACUTE_16, entries)
}

/// A second area is taken up on a day.
pub(crate) fn new_focus(entries: &mut Vec<Entry>, after: u64) {
    let agreed = |entry: &Entry| match entry.stated() {
        Some((_, Fact::FocusAgreed(focus))) => Some((**focus).clone()),
        _ => None,
    };
    let mut focus: FocusAgreed = entries.iter().find_map(agreed).unwrap();
    focus.items.push(FocusItem::new(FocusOn::Unlisted(Label::from_static("faith"))));
    let focus = focus.with_reason(Some("it came up at the door".into())).with_trigger(Some(FocusTrigger::NewLifeEvent));
    insert(entries, at(day(after), focus));
}

/// Ended early by agreement; the last session is missed, and what was left is done by another contact.
fn made_up() -> Case {
    let mut entries = crate::scenarios::ends_early(8);
    edit_session(&mut entries, 12, |note| *note = Session::new(Attendance::DidNotAttend));
    let contact = Contact::new(ContactWith::Patient).with_purpose(ContactPurpose::EndingTasks);
    insert(&mut entries, at(day(77), contact));
    Case::new(&ACUTE_16, entries)
}

/// A contract against which every missed session counts.
fn every_session_counts() -> Case {
    let mut entries = base();
    edit_facts(&mut entries, |_, fact| {
        if let Fact::ContractAgreed(contract) = fact {
            contract.missed_sessions = Some(MissedSessionPolicy::All);
        }
    });
    Case::new(&ACUTE_16, entries)
}

/// The patient cancels so many sessions of the middle phase, each after one that was held.
pub(crate) fn miss(entries: &mut [Entry], times: usize) {
    for n in 0..times {
        // Those before have gone from the sessions held.
        edit_session(entries, 5 + n, |note| *note = Session::new(Attendance::CancelledByPatient));
    }
}

/// The patient stays away from session 11 on, and is sought twice before the course is closed.
fn lost() -> Case {
    let mut entries = until(base(), day(63));
    for after in [70, 77] {
        insert(&mut entries, at(day(after), Session::new(Attendance::DidNotAttend)));
        insert(&mut entries, at(day(after), OutreachMade::new().with_reached(Stated::NotDone)));
    }
    let closed = Closed::new(EndMode::DroppedOut, ClinicalResult::NotAssessed, Disposition::None);
    insert(&mut entries, at(day(84), closed));
    Case::new(&ACUTE_16, entries)
}

fn ended_by_patient() -> Case {
    let mut entries = base();
    edit_closing(&mut entries, |closed| {
        (closed.mode, closed.reason_asked) = (EndMode::EndedByPatientDecision, Stated::Done);
    });
    Case::new(&ACUTE_16, entries)
}

/// The patient ends treatment with the fifteenth of fifteen sessions.
fn contract_run_through() -> Case {
    let mut entries = until(base(), day(98));
    frame(&mut entries, 15);
    let closed = Closed::new(EndMode::EndedByPatientDecision, ClinicalResult::Remitted, Disposition::Discharge);
    insert(&mut entries, at(day(98), closed.with_reason_asked(Stated::Done)));
    Case::new(&ACUTE_16, entries)
}

fn answered_on_the_last_day() -> Case {
    let mut entries = base();
    insert(&mut entries, at(day(105), ConcernRaised::new(ConcernKind::SelfHarm)));
    insert(&mut entries, at(day(105), response(&[SafetyAction::ExtraContact])));
    Case::new(&ACUTE_16, entries)
}

fn transfer() -> Transferred {
    Transferred::new(ActorRef::from_static("therapist-2"))
}

fn handed_to_another() -> Case {
    let mut entries = base();
    let whole = transfer().with_summary(Stated::Done).with_patient_agreed(Stated::Done).with_reagreed(Stated::Done);
    insert(&mut entries, at(day(63), whole));
    Case::new(&ACUTE_16, entries)
}

fn medicated() -> Case {
    let mut entries = base();
    insert(&mut entries, at(day(63), MedicationNoted::new(MedicationChange::Started)));
    edit_session(&mut entries, 16, |note| note.tasks.push(TaskNote::done(EndingTask::MedicationPlan)));
    Case::new(&ACUTE_16, entries)
}

fn died() -> Case {
    let mut entries = until(base(), day(98));
    insert(&mut entries, at(day(99), IncidentRecorded::new(Incident::Death)));
    Case::new(&ACUTE_16, entries)
}

/// End mode, result and disposition cannot be left out.
pub(crate) fn an_outcome_has_all_its_parts() {
    let Shape::Object(_, _, fields) = <Closed as Documented>::SHAPE else { panic!("an object") };
    let required: Vec<_> = fields.iter().filter(|field| field.required).map(|field| field.name).collect();
    assert_eq!(required, ["mode", "result", "disposition"]);
    #[cfg(feature = "serde")]
    {
        let whole = r#"{"mode":"completed_as_contracted","result":"remitted","disposition":"discharge"}"#;
        assert!(serde_json::from_str::<Closed>(whole).is_ok());
        for part in [r#""mode":"completed_as_contracted","#, r#""result":"remitted","#, r#","disposition":"discharge""#]
        {
            assert!(serde_json::from_str::<Closed>(&whole.replace(part, "")).is_err(), "{part}");
        }
    }
}

#[track_caller]
fn cannot_tell(mut entries: Vec<Entry>, topic: Topic, code: &'static str) {
    unreported(&mut entries, topic);
    let report = report(&ACUTE_16, entries);
    assert_eq!(outcome(&report, code), Outcome::CannotTell, "{:#?}", of(&report, code));
    assert!(of(&report, code).is_empty());
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
        let mut entries = until(base(), day(last));
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
fn whether_an_end_was_announced_early_cannot_be_told_without_sessions_or_contract() {
    cannot_tell(base(), Topic::Sessions, "IPT-200");
    let mut entries = base();
    without(&mut entries, FactKind::ContractAgreed);
    assert_eq!(outcome(&report(&ACUTE_16, entries.clone()), "IPT-200"), Outcome::DoesNotApply);
    cannot_tell(entries, Topic::Agreements, "IPT-200");
}

#[test]
fn an_end_by_agreement_that_was_never_announced_is_a_warning() {
    let mut entries = base();
    says_nothing_of_the_end(&mut entries);
    edit_closing(&mut entries, |closed| closed.mode = EndMode::CompletedEarlyByAgreement);
    assert_eq!(of(&report(&ACUTE_16, entries), "IPT-201")[0].severity, Severity::Warning);
}

#[test]
fn an_end_that_was_spoken_of_without_being_announced_is_a_warning() {
    let weighs = |edit: fn(&mut Vec<Entry>)| {
        let mut entries = base();
        says_nothing_of_the_end(&mut entries);
        edit(&mut entries);
        of(&report(&ACUTE_16, entries), "IPT-201")[0].severity
    };
    assert_eq!(weighs(|_| {}), Severity::Error);
    let counted = |entries: &mut Vec<Entry>| edit_session(entries, 9, |note| note.sessions_left = Stated::Done);
    assert_eq!(weighs(counted), Severity::Warning);
    let felt: fn(&mut Vec<Entry>) =
        |entries| edit_session(entries, 16, |note| note.tasks.push(TaskNote::done(EndingTask::FeelingsAboutEnding)));
    assert_eq!(weighs(felt), Severity::Warning);
    assert_eq!(weighs(|entries| unreported(entries, Topic::SessionContent)), Severity::Warning, "it may have come up");
}

#[test]
fn a_hand_over_to_maintenance_is_an_open_end() {
    for disposition in [Disposition::Continuation, Disposition::Maintenance] {
        let mut entries = base();
        leave_out(&mut entries, EndingTask::AnnounceEnd);
        edit_closing(&mut entries, |closed| closed.disposition = disposition);
        assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-201"), Outcome::DoesNotApply);
    }
}

#[test]
fn that_the_end_was_not_announced_is_found_where_it_is_stated() {
    let mut entries = base();
    says_nothing_of_the_end(&mut entries);
    edit_session(&mut entries, 16, |note| note.tasks.push(TaskNote::not_done(EndingTask::AnnounceEnd)));
    unreported(&mut entries, Topic::Ending);
    assert_eq!(of(&report(&ACUTE_16, entries), "IPT-201")[0].severity, Severity::Error);
}

#[test]
fn an_end_announced_in_the_last_session_is_found_once() {
    let report = finds(&ACUTE_16, announced_in(16), &["IPT-202"]);
    assert_eq!(outcome(&report, "IPT-200"), Outcome::DoesNotApply);
    // A later session may stand where sessions are not reported.
    cannot_tell(announced_in(16), Topic::Sessions, "IPT-202");
}

/// The case that refuted a law of plans: the last session was still expected when the end was announced.
#[test]
fn an_end_announced_before_a_last_session_that_was_missed_was_announced_before_it() {
    let mut entries = announced_in(15);
    edit_session(&mut entries, 16, |note| *note = Session::new(Attendance::DidNotAttend));
    assert!(of(&report(&ACUTE_16, entries), "IPT-202").is_empty());
}

#[test]
fn open_tasks_of_the_ending_are_one_finding() {
    let mut entries = base();
    leave_out(&mut entries, EndingTask::CreditToPatient);
    leave_out(&mut entries, EndingTask::SkillsAndSupports);
    let report = finds(&ACUTE_16, entries, &["IPT-203"]);
    assert_eq!(of(&report, "IPT-203")[0].old.to_string(), "open: credit to patient, skills and supports");
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
fn after_an_early_end_by_agreement_open_tasks_are_a_note_with_and_without_a_conclusion() {
    for concludes in [false, true] {
        let mut entries = base();
        leave_out(&mut entries, EndingTask::CreditToPatient);
        edit_closing(&mut entries, |closed| closed.mode = EndMode::CompletedEarlyByAgreement);
        if concludes {
            let closing =
                entries.iter().position(|entry| matches!(entry.stated(), Some((_, Fact::Closed(_))))).unwrap();
            entries.insert(closing, at(day(105), PhaseBegun::new(interpersonal::Phase::Concluded)));
        }
        let early = report(&ACUTE_16, entries);
        assert!(matches!(of(&early, "IPT-203")[..], [f] if f.severity == Severity::Note), "{concludes}");
    }
}

#[test]
fn an_announcement_alone_that_is_missing_at_the_conclusion_has_a_rule_of_its_own() {
    let mut entries = base();
    leave_out(&mut entries, EndingTask::AnnounceEnd);
    let closing = entries.iter().position(|entry| matches!(entry.stated(), Some((_, Fact::Closed(_))))).unwrap();
    entries.insert(closing, at(day(105), PhaseBegun::new(interpersonal::Phase::Concluded)));
    finds(&ACUTE_16, entries, &["IPT-201"]);
}

#[test]
fn a_course_that_ended_otherwise_owes_no_work_of_the_ending() {
    let mut entries = base();
    for task in [EndingTask::AnnounceEnd, EndingTask::CreditToPatient, EndingTask::FeelingsAboutEnding] {
        leave_out(&mut entries, task);
    }
    edit_closing(&mut entries, |closed| closed.mode = EndMode::EndedByTherapistOrService);
    finds(&ACUTE_16, entries, &[]);
}

#[test]
fn tasks_that_are_open_are_not_said_to_be_crowded() {
    let mut entries = base();
    all_in_the_last_session(&mut entries);
    leave_out(&mut entries, EndingTask::CreditToPatient);
    let report = finds(&ACUTE_16, entries.clone(), &["IPT-203"]);
    assert_eq!(outcome(&report, "IPT-204"), Outcome::DoesNotApply);
    cannot_tell(entries, Topic::Ending, "IPT-204");
}

#[test]
fn a_patient_who_did_not_respond_is_owed_an_alternative() {
    let mut case = unhelped();
    edit_closing(&mut case.entries, |closed| closed.disposition = Disposition::Discharge);
    let report = finds(&ACUTE_16, case.entries.clone(), &["IPT-206"]);
    assert_eq!(of(&report, "IPT-206").len(), 1);
    edit_closing(&mut case.entries, |closed| closed.offered = Disposition::SpecialistCare.into());
    finds(&ACUTE_16, case.entries, &[]);
}

#[test]
fn maintenance_left_out_is_a_warning_where_no_published_source_asks_for_it_with_everyone() {
    let mut entries = flawless(&LATE_LIFE, ProblemArea::RoleTransition);
    decides_nothing(&mut entries);
    let late_life = report(&LATE_LIFE, entries);
    assert!(matches!(of(&late_life, "IPT-207")[..], [f] if f.severity == Severity::Warning));

    let mut entries = base();
    without(&mut entries, FactKind::MaintenanceDecided);
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-207"), Outcome::DoesNotApply);
}

#[test]
fn whether_maintenance_is_needed_cannot_be_told_without_a_history() {
    let mut entries = base();
    without(&mut entries, FactKind::HistoryTaken);
    assert_eq!(outcome(&report(&ACUTE_16, entries.clone()), "IPT-208"), Outcome::DoesNotApply);
    cannot_tell(entries, Topic::InitialTasks, "IPT-208");
}

#[test]
fn a_new_focus_belongs_to_the_last_sessions_from_the_last_but_one_on() {
    for (after, found) in [(91, 0), (98, 1), (105, 1)] {
        let mut entries = base();
        new_focus(&mut entries, after);
        assert_eq!(of(&report(&ACUTE_16, entries), "IPT-209").len(), found, "{after}");
    }
    cannot_tell(base(), Topic::Sessions, "IPT-209");
}

#[test]
fn a_topic_that_is_named_and_set_aside_opens_nothing() {
    let mut entries = base();
    new_focus(&mut entries, 98);
    edit_facts(&mut entries, |_, fact| {
        if let Fact::FocusAgreed(focus) = fact {
            focus.items.iter_mut().skip(1).for_each(|item| item.status = FocusStatus::Parked);
        }
    });
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-209"), Outcome::Holds);
}

#[test]
fn what_was_left_for_a_missed_last_session_may_be_done_where_the_ending_is_not_reported() {
    let mut case = made_up();
    without(&mut case.entries, FactKind::Contact);
    cannot_tell(case.entries, Topic::Ending, "IPT-210");
}

#[test]
fn a_lost_patient_is_sought_more_than_once_since_the_last_session() {
    let mut case = lost();
    without(&mut case.entries, FactKind::OutreachMade);
    insert(&mut case.entries, at(day(56), OutreachMade::new()));
    insert(&mut case.entries, at(day(77), OutreachMade::new()));
    let once = report(&ACUTE_16, case.entries.clone());
    assert_eq!(of(&once, "IPT-212")[0].old.to_string(), "1 found, at least 2");

    let letter = Contact::new(ContactWith::SignificantOther).with_purpose(ContactPurpose::Outreach);
    insert(&mut case.entries, at(day(80), letter));
    assert!(of(&report(&ACUTE_16, case.entries), "IPT-212").is_empty());
}

#[test]
fn that_nobody_told_the_referrer_of_a_lost_patient_is_a_note() {
    let mut case = lost();
    edit_closing(&mut case.entries, |closed| closed.referrer_informed = Stated::NotDone);
    let report = report(&ACUTE_16, case.entries);
    assert!(matches!(of(&report, "IPT-212")[..], [f] if f.severity == Severity::Note));
}

#[test]
fn a_course_closed_with_an_open_concern_is_found_until_somebody_answers() {
    let mut entries = answered_on_the_last_day().entries;
    without(&mut entries, FactKind::SafetyResponse);
    entries.push(at(day(106), response(&[SafetyAction::ExtraContact])));
    let report = finds(&ACUTE_16, entries, &[]);
    assert!(matches!(of(&report, "IPT-215")[..], [f] if matches!(f.status, Status::Remedied { .. })));
}

#[test]
fn a_transfer_that_says_nothing_is_found_in_three_respects() {
    let mut entries = base();
    insert(&mut entries, at(day(63), transfer()));
    assert_eq!(of(&report(&ACUTE_16, entries), "IPT-216").len(), 3);

    let mut entries = base();
    insert(&mut entries, at(day(63), transfer().with_summary(Stated::Done)));
    cannot_tell(entries, Topic::Agreements, "IPT-216");
}

#[test]
fn agreement_anew_is_asked_for_once_the_next_therapist_has_met_the_patient() {
    let mut entries = until(base(), day(63));
    let transfer = transfer().with_summary(Stated::Done).with_patient_agreed(Stated::Done);
    insert(&mut entries, at(day(63), transfer.clone().with_reagreed(Stated::NotDone)));
    assert_eq!(outcome(&report(&ACUTE_16, entries.clone()), "IPT-216"), Outcome::Holds);
    cannot_tell(entries, Topic::Sessions, "IPT-216");

    let mut entries = until(base(), day(70));
    insert(&mut entries, at(day(63), transfer));
    let met = report(&ACUTE_16, entries);
    assert!(matches!(of(&met, "IPT-216")[..], [f] if f.old.to_string() == "contract and focus agreed anew"));
}

#[test]
fn whether_the_end_needs_a_plan_for_medication_cannot_be_told_without_it() {
    let mut entries = base();
    assert_eq!(outcome(&report(&ACUTE_16, entries.clone()), "IPT-217"), Outcome::DoesNotApply);
    without(&mut entries, FactKind::MedicationNoted);
    cannot_tell(entries, Topic::Medication, "IPT-217");
}

#[test]
fn everything_after_a_death_is_found_and_what_only_looks_back_is_not() {
    let mut entries = base();
    insert(&mut entries, at(day(97), IncidentRecorded::new(Incident::Death)));
    let after = report(&ACUTE_16, entries);
    assert!(of(&after, "IPT-219").iter().all(|f| f.severity == Severity::Error && f.on > Some(day(97))));

    let mut case = died();
    insert(&mut case.entries, at(day(105), Session::new(Attendance::DidNotAttend)));
    insert(&mut case.entries, at(day(106), ReviewHeld::new()));
    assert!(of(&report(&ACUTE_16, case.entries), "IPT-219").is_empty());
}

#[test]
fn treatment_rests_after_a_serious_incident_until_it_is_reviewed() {
    let mut entries = base();
    insert(&mut entries, at(day(97), IncidentRecorded::new(Incident::Serious)));
    finds(&ACUTE_16, entries.clone(), &["IPT-219"]);
    // A response may stand where safety is not reported.
    cannot_tell(entries.clone(), Topic::Safety, "IPT-219");

    let mut crisis = until(entries.clone(), day(98));
    edit_session(&mut crisis, 15, |note| note.kind = SessionKind::Crisis);
    let found = report(&ACUTE_16, crisis);
    assert!(of(&found, "IPT-219").iter().all(|f| f.place.to_string().starts_with("entry")), "not the session");

    insert(&mut entries, at(day(97), response(&[SafetyAction::Consultation])));
    finds(&ACUTE_16, entries, &[]);
}

#[test]
fn treatment_after_a_serious_incident_is_remedied_by_a_late_review() {
    let mut entries = base();
    insert(&mut entries, at(day(97), IncidentRecorded::new(Incident::Serious)));
    insert(&mut entries, at(day(100), response(&[SafetyAction::Consultation])));
    let late = finds(&ACUTE_16, entries, &[]);
    let findings = of(&late, "IPT-219");
    assert!(!findings.is_empty() && findings.iter().all(|f| matches!(f.status, Status::Remedied { .. })));
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
    assert!(of(&report, "IPT-200").iter().all(|finding| finding.severity == Severity::Note));
}

#[test]
fn an_end_with_sessions_left_is_a_note_whoever_ended_and_no_matter_after_a_death() {
    let broken_off = [
        EndMode::EndedByPatientDecision,
        EndMode::DroppedOut,
        EndMode::EndedByTherapistOrService,
        EndMode::TransferredToOtherTherapist,
        EndMode::TransferredToOtherTreatment,
        EndMode::HospitalisedNotResumed,
    ];
    for &mode in EndMode::ALL {
        let mut case = lost();
        edit_closing(&mut case.entries, |closed| closed.mode = mode);
        let report = report(&ACUTE_16, case.entries);
        assert_eq!(of(&report, "IPT-236").len(), usize::from(broken_off.contains(&mode)), "{mode}");
        assert_eq!(of(&report, "IPT-235").len(), usize::from(mode == EndMode::CompletedEarlyByAgreement), "{mode}");
    }
}

#[test]
fn an_end_under_a_contract_in_weeks_leaves_no_number_of_sessions() {
    let mut case = lost();
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::ContractAgreed(contract) = fact {
            contract.frame = TimeFrame::Weeks(16);
        }
    });
    assert_eq!(outcome(&report(&ACUTE_16, case.entries), "IPT-236"), Outcome::DoesNotApply);
}

#[test]
fn a_course_of_maintenance_that_breaks_off_leaves_sessions_of_its_own_contract() {
    for (last, left) in [(140, true), (168, false)] {
        let mut entries = until(crate::maintenance::goes_on(), day(last));
        let closed = Closed::new(EndMode::DroppedOut, ClinicalResult::Remitted, Disposition::None);
        insert(&mut entries, at(day(last), closed));
        assert_eq!(of(&report(&ACUTE_16, entries), "IPT-236").len(), usize::from(left), "{last}");
    }
}
