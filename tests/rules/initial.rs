//! IPT-030 to IPT-051.

use interpersonal::{
    Entry, Fact, FactKind, InitialTask as T, MedicationDecision, Phase, ProblemArea, Severity, SickRole, Task,
    TaskNote, Topic,
    protocol::preset::{ACUTE_16, FB_14, SR, UK_16},
    record::{
        contact::{Contact, ContactWith},
        inventory::{Closeness, LifeEvent, LifeEventRecorded, PersonInventoried},
        patient::HistoryTaken,
        safety::Enquiry,
        session::SessionKind,
        setting::Opened,
    },
    rule::{Evidence, Finding, Outcome, Status, explain},
};

use crate::{
    at, codes, day, edit_facts, edit_session, finds, flawless, insert, of, outcome, report, session_day, unreported,
    without,
};

fn treated() -> Vec<Entry> {
    flawless(&ACUTE_16, ProblemArea::RoleTransition)
}

/// Takes a task out of every note.
fn never(entries: &mut [Entry], task: T) {
    edit_facts(entries, |_, fact| {
        if let Fact::Session(note) = fact {
            note.tasks.retain(|note| note.task != Task::Initial(task));
        }
    });
}

fn remedied(finding: &Finding) -> bool {
    matches!(finding.status, Status::Remedied { .. })
}

/// The tasks that notes do, with their rule, its weight when they are never done, and the topic of the record.
const NOTED: &[(T, &str, Severity, Topic)] = &[
    (T::NameTheIllness, "IPT-034", Severity::Error, Topic::InitialTasks),
    (T::Psychoeducation, "IPT-034", Severity::Error, Topic::InitialTasks),
    (T::SickRole, "IPT-035", Severity::Error, Topic::InitialTasks),
    (T::MedicationEvaluation, "IPT-037", Severity::Error, Topic::Medication),
    (T::ExplainIpt, "IPT-039", Severity::Warning, Topic::InitialTasks),
    (T::ContingencyTalk, "IPT-048", Severity::Warning, Topic::InitialTasks),
];

/// The tasks that facts of their own do.
const STATED: &[(FactKind, T, &str, Severity)] = &[
    (FactKind::HistoryTaken, T::PsychiatricHistory, "IPT-030", Severity::Error),
    (FactKind::DiagnosisMade, T::Diagnosis, "IPT-031", Severity::Error),
    (FactKind::InventoryCompleted, T::Inventory, "IPT-040", Severity::Warning),
    (FactKind::OnsetDated, T::OnsetTimeline, "IPT-045", Severity::Error),
];

#[test]
fn an_initial_task_that_was_never_done_is_found_under_its_own_code_alone() {
    for &(task, code, severity, _) in NOTED {
        let mut entries = treated();
        never(&mut entries, task);
        let found = finds(&ACUTE_16, entries.clone(), &[code]);
        let finding = of(&found, code)[0];
        assert_eq!(finding.severity, severity, "{code}");
        assert_eq!(finding.on, Some(session_day(&entries, 4)), "{code}");
        assert_eq!(finding.evidence, Evidence::InitialTasks { open: task.into() });
    }
    for &(kind, task, code, severity) in STATED {
        let mut entries = treated();
        without(&mut entries, kind);
        let found = finds(&ACUTE_16, entries, &[code]);
        assert_eq!(of(&found, code)[0].severity, severity, "{code}");
        assert_eq!(of(&found, code)[0].evidence, Evidence::InitialTasks { open: task.into() });
    }
}

#[test]
fn an_initial_task_that_was_done_late_stands_remedied() {
    let tasks = NOTED.iter().map(|&(task, code, ..)| (None, task, code));
    let facts = STATED.iter().map(|&(kind, task, code, _)| (Some(kind), task, code));
    for (kind, task, code) in tasks.chain(facts) {
        let mut entries = treated();
        match kind {
            Some(kind) => without(&mut entries, kind),
            None => never(&mut entries, task),
        }
        edit_session(&mut entries, 6, |note| {
            note.tasks.push(TaskNote::done(task).with_medication(MedicationDecision::Declined));
        });
        let found = report(&ACUTE_16, entries);
        let finding = of(&found, code)[0];
        assert!(remedied(finding), "{code}");
        assert_eq!(finding.severity, Severity::Warning, "{code}");
        assert!(!codes(&found).contains(&code), "{code}");
    }
}

#[test]
fn an_initial_task_that_is_not_mentioned_cannot_be_told_where_its_topic_is_not_reported() {
    let tasks = NOTED.iter().map(|&(task, code, _, topic)| (None, task, code, topic));
    let facts = STATED.iter().map(|&(kind, task, code, _)| (Some(kind), task, code, Topic::InitialTasks));
    for (kind, task, code, topic) in tasks.chain(facts) {
        let mut entries = treated();
        match kind {
            Some(kind) => without(&mut entries, kind),
            None => never(&mut entries, task),
        }
        unreported(&mut entries, topic);
        assert_eq!(outcome(&report(&ACUTE_16, entries.clone()), code), Outcome::CannotTell, "{code}");
        // Stated as not done, it counts there too.
        edit_session(&mut entries, 2, |note| note.tasks.push(TaskNote::not_done(task)));
        assert_eq!(outcome(&report(&ACUTE_16, entries), code), Outcome::Found, "{code}");
    }
}

#[test]
fn initial_tasks_are_not_asked_for_while_the_initial_phase_lasts() {
    let entries: Vec<Entry> = treated().into_iter().take_while(|entry| entry.day() < Some(day(21))).collect();
    let found = report(&ACUTE_16, entries);
    for code in ["IPT-030", "IPT-035", "IPT-040", "IPT-048"] {
        assert_eq!(outcome(&found, code), Outcome::DoesNotApply, "{code}");
    }
}

#[test]
fn a_task_that_the_protocol_does_not_ask_for_is_not_missed() {
    let mut entries = flawless(&SR, ProblemArea::RoleTransition);
    without(&mut entries, FactKind::DiagnosisMade);
    let found = finds(&SR, entries, &[]);
    assert_eq!(outcome(&found, "IPT-031"), Outcome::DoesNotApply);
    assert_eq!(outcome(&found, "IPT-035"), Outcome::DoesNotApply);
    assert_eq!(outcome(&found, "IPT-050"), Outcome::DoesNotApply);
}

#[test]
fn a_record_that_begins_in_the_middle_phase_does_not_tell_of_initial_tasks() {
    let entries = treated();
    let opened = Opened::new(Phase::Middle, interpersonal::Reporting::COMPLETE).with_sessions_before(5);
    let mut late = vec![at(day(30), opened)];
    late.extend(entries.into_iter().filter(|entry| entry.day() > Some(day(30))));
    edit_facts(&mut late, |_, fact| {
        if let Fact::Session(note) = fact {
            note.number = None;
        }
    });
    let found = report(&ACUTE_16, late);
    for code in ["IPT-019", "IPT-030", "IPT-032", "IPT-033", "IPT-040", "IPT-075", "IPT-086", "IPT-090"] {
        assert_eq!(outcome(&found, code), Outcome::CannotTell, "{code}");
    }
}

#[test]
fn suicide_not_asked_about_in_the_first_session_is_found_and_never_waived() {
    let mut entries = treated();
    edit_session(&mut entries, 1, |note| note.enquiry = None);
    let found = report(&ACUTE_16, entries.clone());
    let finding = of(&found, "IPT-032")[0];
    assert_eq!(finding.severity, Severity::Error);
    assert!(remedied(finding), "the second session asked");
    assert!(!explain(finding.code).unwrap().is_waivable());

    // Asked on the day of the session, outside its note, is asked.
    insert(&mut entries, at(day(0), Enquiry::no_concern()));
    assert_eq!(outcome(&report(&ACUTE_16, entries.clone()), "IPT-032"), Outcome::Holds);

    let mut entries = treated();
    edit_session(&mut entries, 1, |note| note.enquiry = None);
    unreported(&mut entries, Topic::Safety);
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-032"), Outcome::CannotTell);
}

#[test]
fn a_first_session_that_relied_on_a_questionnaire_did_not_ask() {
    let mut entries = treated();
    edit_facts(&mut entries, |_, fact| {
        if let Fact::Session(note) = fact {
            if let Some(enquiry) = &mut note.enquiry {
                enquiry.basis = interpersonal::record::safety::EnquiryBasis::QuestionnaireItem;
            }
        }
    });
    unreported(&mut entries, Topic::Safety);
    let found = report(&ACUTE_16, entries);
    assert!(of(&found, "IPT-032")[0].stands());
}

#[test]
fn a_baseline_after_the_first_session_is_late_and_no_score_at_all_an_error() {
    let mut entries = treated();
    edit_session(&mut entries, 1, |note| note.scores.clear());
    let found = report(&ACUTE_16, entries.clone());
    let finding = of(&found, "IPT-033")[0];
    assert_eq!(finding.severity, Severity::Warning);
    assert!(remedied(finding));

    edit_facts(&mut entries, |_, fact| {
        if let Fact::Session(note) = fact {
            note.scores.clear();
        }
    });
    without(&mut entries, FactKind::Scored);
    let found = report(&ACUTE_16, entries.clone());
    assert_eq!(of(&found, "IPT-033")[0].severity, Severity::Error);
    assert!(of(&found, "IPT-033")[0].stands());
    unreported(&mut entries, Topic::Measures);
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-033"), Outcome::CannotTell);
}

#[test]
fn the_sick_role_is_given_as_the_protocol_has_it() {
    let give = |entries: &mut Vec<Entry>, role| {
        edit_facts(entries, |_, fact| {
            if let Fact::Session(note) = fact {
                for note in note.tasks.iter_mut().filter(|note| note.task == Task::Initial(T::SickRole)) {
                    note.sick_role = Some(role);
                }
            }
        });
    };
    let mut entries = treated();
    give(&mut entries, SickRole::Limited);
    let found = finds(&ACUTE_16, entries, &["IPT-035"]);
    assert_eq!(of(&found, "IPT-035")[0].severity, Severity::Warning);
    let mut entries = flawless(&FB_14, ProblemArea::RoleTransition);
    give(&mut entries, SickRole::Full);
    finds(&FB_14, entries, &["IPT-035"]);
}

#[test]
fn naming_the_illness_before_it_is_diagnosed_is_out_of_order() {
    let mut entries = treated();
    without(&mut entries, FactKind::DiagnosisMade);
    edit_session(&mut entries, 2, |note| note.tasks.push(TaskNote::done(T::Diagnosis)));
    finds(&ACUTE_16, entries.clone(), &["IPT-036"]);
    unreported(&mut entries, Topic::InitialTasks);
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-036"), Outcome::CannotTell);
}

#[test]
fn giving_the_sick_role_before_the_illness_is_named_is_out_of_order() {
    let mut entries = treated();
    never(&mut entries, T::NameTheIllness);
    edit_session(&mut entries, 3, |note| note.tasks.push(TaskNote::done(T::NameTheIllness)));
    finds(&ACUTE_16, entries, &["IPT-036"]);
}

fn evaluated(entries: &mut [Entry], decision: Option<MedicationDecision>) {
    edit_facts(entries, |_, fact| {
        if let Fact::Session(note) = fact {
            for note in note.tasks.iter_mut().filter(|note| note.task == Task::Initial(T::MedicationEvaluation)) {
                note.medication = decision;
            }
        }
    });
}

#[test]
fn an_evaluation_of_medication_without_an_outcome_is_thin() {
    let mut entries = treated();
    evaluated(&mut entries, None);
    let found = finds(&ACUTE_16, entries.clone(), &["IPT-037"]);
    assert_eq!(of(&found, "IPT-037")[0].severity, Severity::Warning);
    unreported(&mut entries, Topic::Medication);
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-037"), Outcome::CannotTell);
}

#[test]
fn a_referral_to_a_prescriber_is_followed_up_in_time() {
    let mut entries = treated();
    evaluated(&mut entries, Some(MedicationDecision::Referred));
    finds(&ACUTE_16, entries.clone(), &["IPT-038"]);
    let early: Vec<Entry> = entries.iter().take_while(|entry| entry.day() <= Some(day(14))).cloned().collect();
    assert_eq!(outcome(&report(&ACUTE_16, early), "IPT-038"), Outcome::Holds);

    let mut silent = entries.clone();
    unreported(&mut silent, Topic::Contacts);
    assert_eq!(outcome(&report(&ACUTE_16, silent), "IPT-038"), Outcome::CannotTell);

    let mut late = entries.clone();
    insert(&mut late, at(day(20), Contact::new(ContactWith::Prescriber)));
    let found = finds(&ACUTE_16, late, &[]);
    assert!(remedied(of(&found, "IPT-038")[0]));

    insert(&mut entries, at(day(10), Contact::new(ContactWith::Prescriber)));
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-038"), Outcome::Holds);
}

#[test]
fn an_inventory_with_nobody_in_it_is_an_error() {
    let mut entries = treated();
    without(&mut entries, FactKind::InventoryCompleted);
    without(&mut entries, FactKind::PersonInventoried);
    let found = finds(&ACUTE_16, entries, &["IPT-040"]);
    assert_eq!(of(&found, "IPT-040")[0].severity, Severity::Error);
}

#[test]
fn an_inventory_of_few_people_says_that_the_network_is_small() {
    let mut entries = treated();
    let first =
        entries.iter().position(|entry| entry.stated().is_some_and(|(_, f)| f.kind() == FactKind::PersonInventoried));
    entries.remove(first.unwrap());
    let found = finds(&ACUTE_16, entries.clone(), &["IPT-041"]);
    assert_eq!(of(&found, "IPT-041")[0].evidence, Evidence::TooFew { found: 2, least: 3 });

    // The same person described twice is one person.
    let again = entries[first.unwrap()].stated().unwrap().1.clone();
    insert(&mut entries, at(day(14), again));
    finds(&ACUTE_16, entries.clone(), &["IPT-041"]);

    let mut silent = entries.clone();
    unreported(&mut silent, Topic::InitialTasks);
    assert_eq!(outcome(&report(&ACUTE_16, silent), "IPT-041"), Outcome::CannotTell);

    edit_facts(&mut entries, |_, fact| {
        if let Fact::InventoryCompleted(completed) = fact {
            completed.small_network = true;
        }
    });
    finds(&ACUTE_16, entries, &[]);
}

/// Edits the first person of the inventory.
fn first_person(entries: &mut [Entry], edit: impl Fn(&mut PersonInventoried)) {
    let mut done = false;
    edit_facts(entries, |_, fact| {
        if let Fact::PersonInventoried(person) = fact {
            if !done {
                edit(person);
                done = true;
            }
        }
    });
}

#[test]
fn a_person_of_whom_a_question_is_open_is_found_at_their_entry() {
    for n in 0..4 {
        let mut entries = treated();
        first_person(&mut entries, |person| match n {
            0 => person.contact = None,
            1 => person.satisfying = Some("  ".into()),
            2 => person.unsatisfying = None,
            _ => person.desired_change = None,
        });
        let found = finds(&ACUTE_16, entries.clone(), &["IPT-042"]);
        assert_eq!(of(&found, "IPT-042").len(), 1);
        unreported(&mut entries, Topic::InitialTasks);
        assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-042"), Outcome::CannotTell);
    }
}

#[test]
fn an_inventory_says_something_of_support() {
    let mut entries = treated();
    edit_facts(&mut entries, |_, fact| {
        if let Fact::PersonInventoried(person) = fact {
            person.support = None;
        }
    });
    never(&mut entries, T::SupportMapping);
    finds(&ACUTE_16, entries.clone(), &["IPT-043"]);
    let mut silent = entries.clone();
    unreported(&mut silent, Topic::InitialTasks);
    assert_eq!(outcome(&report(&ACUTE_16, silent), "IPT-043"), Outcome::CannotTell);
    edit_facts(&mut entries, |_, fact| {
        if let Fact::InventoryCompleted(completed) = fact {
            completed.no_support_found = true;
        }
    });
    finds(&ACUTE_16, entries, &[]);
}

#[test]
fn of_a_close_person_it_is_asked_whether_the_tie_changed() {
    let mut entries = treated();
    first_person(&mut entries, |person| person.changed_near_onset = None);
    finds(&ACUTE_16, entries.clone(), &["IPT-044"]);
    let mut silent = entries.clone();
    unreported(&mut silent, Topic::InitialTasks);
    assert_eq!(outcome(&report(&ACUTE_16, silent), "IPT-044"), Outcome::CannotTell);
    first_person(&mut entries, |person| person.closeness = Some(Closeness::Outer));
    finds(&ACUTE_16, entries, &[]);
}

#[test]
fn an_onset_without_a_word_on_events_is_thin() {
    let mut entries = flawless(&ACUTE_16, ProblemArea::InterpersonalDeficits);
    edit_facts(&mut entries, |_, fact| {
        if let Fact::OnsetDated(onset) = fact {
            onset.no_event_found = false;
        }
    });
    let found = finds(&ACUTE_16, entries.clone(), &["IPT-045"]);
    assert_eq!(of(&found, "IPT-045")[0].severity, Severity::Warning);
    unreported(&mut entries, Topic::InitialTasks);
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-045"), Outcome::CannotTell);
}

/// Makes the first sessions of the middle phase initial ones.
fn lengthen(entries: &mut [Entry], by: usize) {
    for n in 4..4 + by {
        edit_session(entries, n, |note| {
            note.phase = Some(Phase::Initial);
            note.strategies = interpersonal::StrategySet::EMPTY;
            note.worked_on.clear();
            note.tasks.push(TaskNote::done(T::InitialRelief));
        });
    }
}

#[test]
fn an_initial_phase_of_four_sessions_is_long_where_three_are_usual() {
    let mut entries = treated();
    lengthen(&mut entries, 1);
    let found = finds(&ACUTE_16, entries, &["IPT-046"]);
    assert_eq!(of(&found, "IPT-046")[0].evidence, Evidence::TooMany { found: 4, most: 3 });

    // British services take four.
    let usual = finds(&UK_16, flawless(&UK_16, ProblemArea::RoleTransition), &[]);
    assert_eq!(outcome(&usual, "IPT-046"), Outcome::Holds);
}

#[test]
fn of_a_long_initial_phase_only_the_highest_rung_is_reported() {
    let mut entries = treated();
    lengthen(&mut entries, 3);
    let found = finds(&ACUTE_16, entries, &["IPT-047"]);
    let finding = of(&found, "IPT-047")[0];
    assert_eq!(finding.evidence, Evidence::TooMany { found: 6, most: 5 });
    assert_eq!(finding.severity, Severity::Warning, "the number is our own");
}

#[test]
fn a_session_given_to_a_crisis_does_not_lengthen_the_initial_phase() {
    let mut entries = treated();
    lengthen(&mut entries, 1);
    edit_session(&mut entries, 2, |note| note.kind = SessionKind::Crisis);
    finds(&ACUTE_16, entries, &[]);
}

#[test]
fn the_length_of_the_initial_phase_cannot_be_told_where_sessions_are_not_reported() {
    let mut entries = treated();
    unreported(&mut entries, Topic::Sessions);
    let found = report(&ACUTE_16, entries);
    assert_eq!(outcome(&found, "IPT-046"), Outcome::CannotTell);
    assert_eq!(outcome(&found, "IPT-047"), Outcome::CannotTell);
}

#[test]
fn earlier_therapy_that_was_not_reviewed_is_noted() {
    let mut entries = treated();
    never(&mut entries, T::PriorTherapyReview);
    edit_facts(&mut entries, |_, fact| {
        if let Fact::HistoryTaken(history) = fact {
            *history = HistoryTaken::new().with_earlier_therapy(true);
        }
    });
    let found = finds(&ACUTE_16, entries.clone(), &[]);
    assert_eq!(of(&found, "IPT-049")[0].severity, Severity::Note);
    unreported(&mut entries, Topic::InitialTasks);
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-049"), Outcome::CannotTell);
}

#[test]
fn physical_causes_are_asked_for_where_the_protocol_asks_for_them() {
    use interpersonal::protocol::{Cited, InitialPolicy, Protocol, ProtocolSpec, preset::ACUTE_16_SPEC};
    static CHECKED: Protocol = Protocol::from_static(ProtocolSpec {
        initial: InitialPolicy {
            tasks: Cited::design(ACUTE_16_SPEC.initial.tasks.value.with(T::MedicalCheck)),
            ..ACUTE_16_SPEC.initial
        },
        ..ACUTE_16_SPEC
    });
    let mut entries = flawless(&CHECKED, ProblemArea::RoleTransition);
    finds(&CHECKED, entries.clone(), &[]);
    never(&mut entries, T::MedicalCheck);
    finds(&CHECKED, entries.clone(), &["IPT-050"]);
    // A list of tasks that is of our own making makes nothing an error.
    never(&mut entries, T::SickRole);
    let found = finds(&CHECKED, entries.clone(), &["IPT-035", "IPT-050"]);
    assert_eq!(of(&found, "IPT-035")[0].severity, Severity::Warning);
    unreported(&mut entries, Topic::InitialTasks);
    assert_eq!(outcome(&report(&CHECKED, entries), "IPT-050"), Outcome::CannotTell);
}

#[test]
fn an_initial_session_that_advanced_nothing_is_found() {
    let mut entries = treated();
    lengthen(&mut entries, 1);
    edit_session(&mut entries, 4, |note| note.tasks.clear());
    finds(&ACUTE_16, entries.clone(), &["IPT-046", "IPT-051"]);
    let mut silent = entries.clone();
    unreported(&mut silent, Topic::InitialTasks);
    assert_eq!(outcome(&report(&ACUTE_16, silent), "IPT-051"), Outcome::CannotTell);

    insert(&mut entries, at(day(21), LifeEventRecorded::new(LifeEvent::Other)));
    finds(&ACUTE_16, entries, &["IPT-046"]);
}
