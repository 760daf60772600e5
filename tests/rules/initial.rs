//! IPT-030 to IPT-052.

use interpersonal::{
    Entry, Fact, FactKind, InitialTask as T, MedicationDecision, Phase, ProblemArea, Protocol, Reporting, Severity,
    SickRole, Stated, Task, TaskNote, Topic,
    protocol::{
        Cited, InitialPolicy, ProtocolSpec,
        preset::{ACUTE_16, ACUTE_16_SPEC, FB_14, LATE_LIFE, SR, UK_16},
    },
    record::{
        contact::{Contact, ContactWith},
        contract::ContractTerm,
        inventory::{Closeness, LifeEvent, LifeEventRecorded, PersonInventoried},
        patient::{MedicationChange, MedicationNoted},
        safety::Enquiry,
        session::SessionKind,
        setting::Opened,
    },
    rule::{OldEvidence, Finding, Outcome, Status, explain},
};

use crate::{
    Case, Proof, at, codes, day, edit_facts, edit_session, finds, flawless, insert, of, outcome, report, safety,
    session_day, transition, unreported, without,
};

fn treated() -> Vec<Entry> {
    flawless(&ACUTE_16, ProblemArea::RoleTransition)
}

/// The same protocol with two tasks more, on a list of our own.
static CHECKED: Protocol = Protocol::from_static(ProtocolSpec {
    initial: InitialPolicy {
        tasks: Cited::design(ACUTE_16_SPEC.initial.tasks.value.with(T::MedicalCheck).with(T::PriorTherapyReview)),
        ..ACUTE_16_SPEC.initial
    },
    ..ACUTE_16_SPEC
});

fn checked() -> Case {
    Case::new(&CHECKED, flawless(&CHECKED, ProblemArea::RoleTransition))
}

pub(crate) const PROOFS: &[Proof] = &[
    Proof::of("IPT-030", Severity::Error, transition, |case| without(&mut case.entries, FactKind::HistoryTaken))
        .silent(Topic::InitialTasks),
    Proof::of("IPT-031", Severity::Error, transition, |case| without(&mut case.entries, FactKind::DiagnosisMade))
        .silent(Topic::InitialTasks),
    Proof::of("IPT-032", Severity::Error, transition, |case| {
        edit_session(&mut case.entries, 1, |note| note.enquiry = None);
    })
    .along(&["IPT-186"])
    .silent(Topic::Safety),
    Proof::of("IPT-033", Severity::Warning, transition, |case| {
        edit_session(&mut case.entries, 1, |note| note.scores.clear());
    })
    .silent(Topic::Measures),
    Proof::of("IPT-034", Severity::Error, transition, |case| never(&mut case.entries, T::Psychoeducation))
        .silent(Topic::InitialTasks),
    Proof::of("IPT-035", Severity::Error, transition, |case| never(&mut case.entries, T::SickRole))
        .silent(Topic::InitialTasks),
    Proof::of("IPT-036", Severity::Warning, transition, |case| {
        never(&mut case.entries, T::NameTheIllness);
        edit_session(&mut case.entries, 3, |note| note.tasks.push(TaskNote::done(T::NameTheIllness)));
    })
    .silent(Topic::InitialTasks),
    Proof::of("IPT-037", Severity::Error, transition, |case| never(&mut case.entries, T::MedicationEvaluation))
        .silent(Topic::Medication),
    Proof::of("IPT-038", Severity::Warning, referred, |case| without(&mut case.entries, FactKind::Contact))
        .silent(Topic::Contacts),
    Proof::of("IPT-039", Severity::Warning, transition, |case| never(&mut case.entries, T::ExplainIpt))
        .silent(Topic::InitialTasks),
    Proof::of("IPT-040", Severity::Warning, transition, |case| {
        without(&mut case.entries, FactKind::InventoryCompleted);
    })
    .silent(Topic::InitialTasks),
    Proof::of("IPT-041", Severity::Warning, transition, |case| {
        let person = |entry: &Entry| entry.stated().is_some_and(|(_, fact)| fact.kind() == FactKind::PersonInventoried);
        let last = case.entries.iter().rposition(person).unwrap();
        case.entries.remove(last);
    })
    .silent(Topic::InitialTasks),
    Proof::of("IPT-042", Severity::Warning, transition, |case| {
        first_person(&mut case.entries, |person| person.satisfying = Some("  ".into()));
    })
    .silent(Topic::InitialTasks),
    Proof::of("IPT-043", Severity::Warning, transition, |case| unsupported(&mut case.entries))
        .silent(Topic::InitialTasks),
    Proof::of("IPT-044", Severity::Warning, transition, |case| {
        first_person(&mut case.entries, |person| person.changed_near_onset = None);
    })
    .silent(Topic::InitialTasks),
    Proof::of("IPT-045", Severity::Error, transition, |case| without(&mut case.entries, FactKind::OnsetDated))
        .silent(Topic::InitialTasks),
    Proof::of("IPT-046", Severity::Warning, transition, |case| lengthen(&mut case.entries, 1)).silent(Topic::Sessions),
    Proof::of("IPT-047", Severity::Warning, transition, |case| lengthen(&mut case.entries, 3)).silent(Topic::Sessions),
    Proof::of("IPT-048", Severity::Warning, transition, |case| never(&mut case.entries, T::ContingencyTalk))
        .silent(Topic::InitialTasks),
    Proof::of("IPT-049", Severity::Warning, checked, |case| never(&mut case.entries, T::PriorTherapyReview))
        .silent(Topic::InitialTasks),
    Proof::of("IPT-050", Severity::Warning, checked, |case| never(&mut case.entries, T::MedicalCheck))
        .silent(Topic::InitialTasks),
    Proof::of("IPT-051", Severity::Warning, transition, |case| idle(&mut case.entries)).silent(Topic::InitialTasks),
    Proof::of("IPT-052", Severity::Note, in_the_middle, |case| {
        insert(&mut case.entries, at(day(40), MedicationNoted::new(MedicationChange::Started)));
    })
    .silent(Topic::Medication),
];

fn in_the_middle() -> Case {
    Case::new(&ACUTE_16, safety::until(treated(), day(63)))
}

/// Takes a task out of every note, and the contact in a crisis out of the contract, which would show it too.
pub(crate) fn never(entries: &mut [Entry], task: T) {
    edit_facts(entries, |_, fact| match fact {
        Fact::Session(note) => note.tasks.retain(|note| note.task != Task::Initial(task)),
        Fact::ContractAgreed(contract) if task == T::ContingencyTalk => {
            contract.terms = contract.terms.map(|terms| terms.without(ContractTerm::CrisisContact));
        }
        _ => {}
    });
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

/// The patient was referred to a prescriber, who was contacted ten days later.
pub(crate) fn referred() -> Case {
    let mut case = transition();
    evaluated(&mut case.entries, Some(MedicationDecision::Referred));
    insert(&mut case.entries, at(day(10), Contact::new(ContactWith::Prescriber)));
    case
}

/// Edits the first person of the inventory.
pub(crate) fn first_person(entries: &mut [Entry], edit: impl Fn(&mut PersonInventoried)) {
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

/// Nothing is said of support.
fn unsupported(entries: &mut [Entry]) {
    never(entries, T::SupportMapping);
    edit_facts(entries, |_, fact| {
        if let Fact::PersonInventoried(person) = fact {
            person.support = None;
        }
    });
}

/// Makes the first sessions of the middle phase initial ones.
pub(crate) fn lengthen(entries: &mut [Entry], by: usize) {
    for n in 4..4 + by {
        edit_session(entries, n, |note| {
            note.phase = Some(Phase::Initial);
            note.strategies = interpersonal::StrategySet::EMPTY;
            note.worked_on.clear();
            note.tasks.push(TaskNote::done(T::InitialRelief));
        });
    }
}

/// The second session advances nothing: what belongs to it is done in the third.
fn idle(entries: &mut [Entry]) {
    let mut tasks = Vec::new();
    edit_session(entries, 2, |note| tasks.append(&mut note.tasks));
    edit_session(entries, 3, |note| note.tasks.append(&mut tasks));
    for entry in entries.iter_mut() {
        if let interpersonal::Content::Fact { on, fact } = &mut entry.content {
            if *on == day(7) && !matches!(fact, Fact::Session(_)) {
                *on = day(14);
                entry.recorded_at = crate::evening(day(14));
            }
        }
    }
    entries
        .sort_by_key(|entry| (entry.day(), entry.stated().is_some_and(|(_, fact)| fact.kind() == FactKind::Session)));
}

fn remedied(finding: &Finding) -> bool {
    matches!(finding.status, Status::Remedied { .. })
}

#[track_caller]
fn weighs(protocol: &'static Protocol, entries: Vec<Entry>, code: &'static str) -> Severity {
    of(&finds(protocol, entries, &[code]), code)[0].severity
}

/// The tasks that notes do, with their rule and the topic of the record.
const NOTED: &[(T, &str, Topic)] = &[
    (T::NameTheIllness, "IPT-034", Topic::InitialTasks),
    (T::Psychoeducation, "IPT-034", Topic::InitialTasks),
    (T::SickRole, "IPT-035", Topic::InitialTasks),
    (T::MedicationEvaluation, "IPT-037", Topic::Medication),
    (T::ExplainIpt, "IPT-039", Topic::InitialTasks),
    (T::ContingencyTalk, "IPT-048", Topic::InitialTasks),
];

/// The tasks that facts of their own do.
const STATED: &[(FactKind, T, &str)] = &[
    (FactKind::HistoryTaken, T::PsychiatricHistory, "IPT-030"),
    (FactKind::DiagnosisMade, T::Diagnosis, "IPT-031"),
    (FactKind::InventoryCompleted, T::Inventory, "IPT-040"),
    (FactKind::OnsetDated, T::OnsetTimeline, "IPT-045"),
];

/// The exemplar without each of these tasks, with the task, its rule and its topic.
fn each_left_out() -> impl Iterator<Item = (Vec<Entry>, T, &'static str, Topic)> {
    let noted = NOTED.iter().map(|&(task, code, topic)| {
        let mut entries = treated();
        never(&mut entries, task);
        (entries, task, code, topic)
    });
    let stated = STATED.iter().map(|&(kind, task, code)| {
        let mut entries = treated();
        without(&mut entries, kind);
        (entries, task, code, Topic::InitialTasks)
    });
    noted.chain(stated)
}

#[test]
fn an_initial_task_that_was_never_done_is_found_where_the_middle_phase_begins() {
    for (entries, task, code, _) in each_left_out() {
        let found = report(&ACUTE_16, entries.clone());
        let finding = of(&found, code)[0];
        assert_eq!(finding.on, Some(session_day(&entries, 4)), "{code}");
        assert_eq!(finding.old, OldEvidence::InitialTasks { open: task.into() });
    }
}

#[test]
fn an_initial_task_that_was_done_late_stands_remedied() {
    for (mut entries, task, code, _) in each_left_out() {
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
fn an_initial_task_that_is_stated_as_not_done_counts_in_an_excerpt_too() {
    for (mut entries, task, code, topic) in each_left_out() {
        unreported(&mut entries, topic);
        edit_session(&mut entries, 2, |note| note.tasks.push(TaskNote::not_done(task)));
        assert_eq!(outcome(&report(&ACUTE_16, entries), code), Outcome::Found, "{code}");
    }
}

#[test]
fn a_contract_that_names_the_contact_in_a_crisis_shows_that_it_was_said() {
    let mut entries = treated();
    crate::phases::leave_out(&mut entries, T::ContingencyTalk);
    assert_eq!(outcome(&finds(&ACUTE_16, entries.clone(), &[]), "IPT-048"), Outcome::Holds);
    never(&mut entries, T::ContingencyTalk);
    unreported(&mut entries, Topic::Agreements);
    let excerpt = report(&ACUTE_16, entries);
    assert_eq!(outcome(&excerpt, "IPT-048"), Outcome::CannotTell, "another contract may name it");
    assert!(of(&excerpt, "IPT-100").is_empty());
}

#[test]
fn initial_tasks_are_not_asked_for_while_the_initial_phase_lasts() {
    let found = report(&ACUTE_16, safety::until(treated(), day(20)));
    for code in ["IPT-030", "IPT-035", "IPT-040", "IPT-041", "IPT-048", "IPT-049"] {
        assert_eq!(outcome(&found, code), Outcome::DoesNotApply, "{code}");
    }
}

#[test]
fn a_task_that_the_protocol_does_not_ask_for_is_not_missed() {
    let mut entries = flawless(&SR, ProblemArea::RoleTransition);
    without(&mut entries, FactKind::DiagnosisMade);
    let found = finds(&SR, entries, &[]);
    for code in ["IPT-031", "IPT-035", "IPT-050"] {
        assert_eq!(outcome(&found, code), Outcome::DoesNotApply, "{code}");
    }
}

#[test]
fn a_list_of_tasks_that_no_source_has_makes_nothing_an_error() {
    for &protocol in &[&SR, &FB_14, &CHECKED] {
        let mut entries = flawless(protocol, ProblemArea::RoleTransition);
        without(&mut entries, FactKind::HistoryTaken);
        assert_eq!(of(&report(protocol, entries), "IPT-030")[0].severity, Severity::Warning, "{}", protocol.id());
    }
}

#[test]
fn a_record_that_begins_in_the_middle_phase_does_not_tell_of_initial_tasks() {
    let opened = Opened::new(Phase::Middle, Reporting::COMPLETE).with_sessions_before(5);
    let mut late = vec![at(day(30), opened)];
    late.extend(treated().into_iter().filter(|entry| entry.day() > Some(day(30))));
    edit_facts(&mut late, |_, fact| {
        if let Fact::Session(note) = fact {
            note.number = None;
        }
    });
    let found = report(&ACUTE_16, late);
    let initial = ["IPT-019", "IPT-030", "IPT-032", "IPT-033", "IPT-036", "IPT-038", "IPT-040", "IPT-041", "IPT-046"];
    for code in initial.into_iter().chain(["IPT-051", "IPT-056", "IPT-063", "IPT-070", "IPT-075"]) {
        assert_eq!(outcome(&found, code), Outcome::CannotTell, "{code}");
    }
}

#[test]
fn suicide_that_was_asked_about_later_stands_remedied_and_is_never_waived() {
    let mut entries = treated();
    edit_session(&mut entries, 1, |note| note.enquiry = None);
    let found = report(&ACUTE_16, entries.clone());
    let finding = of(&found, "IPT-032")[0];
    assert_eq!(finding.severity, Severity::Error);
    assert!(remedied(finding), "the second session asked");
    assert!(!explain(finding.code).unwrap().is_waivable());

    // Asked on the day of the session, outside its note, is asked.
    insert(&mut entries, at(day(0), Enquiry::no_concern()));
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-032"), Outcome::Holds);
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
    assert!(of(&report(&ACUTE_16, entries), "IPT-032")[0].stands());
}

#[test]
fn no_score_at_all_weighs_what_the_source_makes_of_it_while_symptoms_are_checked() {
    let unscored = |protocol, checked| {
        let mut entries = flawless(protocol, ProblemArea::RoleTransition);
        without(&mut entries, FactKind::Scored);
        edit_facts(&mut entries, |_, fact| {
            if let Fact::Session(note) = fact {
                note.scores.clear();
                note.symptom_check = checked;
            }
        });
        let found = report(protocol, entries);
        let finding = of(&found, "IPT-033")[0];
        assert!(finding.stands());
        finding.severity
    };
    assert_eq!(unscored(&ACUTE_16, Stated::Done), Severity::Error);
    assert_eq!(unscored(&SR, Stated::Done), Severity::Warning, "the list of tasks is ours");
    assert_eq!(unscored(&SR, Stated::NotDone), Severity::Error, "symptoms were followed in no form");
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
    for (protocol, other) in [(&ACUTE_16, SickRole::Limited), (&FB_14, SickRole::Full)] {
        let mut entries = flawless(protocol, ProblemArea::RoleTransition);
        give(&mut entries, other);
        assert_eq!(weighs(protocol, entries, "IPT-035"), Severity::Warning);
    }
}

#[test]
fn a_sick_role_whose_form_was_read_nowhere_is_no_error() {
    static UNREAD: Protocol = Protocol::from_static(ProtocolSpec {
        initial: InitialPolicy { sick_role: Cited::unseen(Some(SickRole::Full)), ..ACUTE_16_SPEC.initial },
        ..ACUTE_16_SPEC
    });
    let mut entries = treated();
    never(&mut entries, T::SickRole);
    assert_eq!(weighs(&UNREAD, entries, "IPT-035"), Severity::Warning);
}

#[test]
fn naming_the_illness_before_it_is_diagnosed_is_out_of_order() {
    let mut entries = treated();
    without(&mut entries, FactKind::DiagnosisMade);
    edit_session(&mut entries, 2, |note| note.tasks.push(TaskNote::done(T::Diagnosis)));
    finds(&ACUTE_16, entries, &["IPT-036"]);
}

#[test]
fn an_evaluation_of_medication_without_an_outcome_is_thin() {
    let mut entries = treated();
    evaluated(&mut entries, None);
    assert_eq!(weighs(&ACUTE_16, entries.clone(), "IPT-037"), Severity::Warning);
    unreported(&mut entries, Topic::Medication);
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-037"), Outcome::CannotTell);
}

#[test]
fn medication_on_record_without_an_evaluation_is_thin() {
    let mut entries = in_the_middle().entries;
    never(&mut entries, T::MedicationEvaluation);
    insert(&mut entries, at(day(0), MedicationNoted::new(MedicationChange::AtEntry)));
    assert_eq!(weighs(&ACUTE_16, entries, "IPT-037"), Severity::Warning);
}

#[test]
fn a_prescriber_may_be_contacted_as_long_as_the_days_run() {
    let mut entries = referred().entries;
    without(&mut entries, FactKind::Contact);
    let early = safety::until(entries.clone(), day(14));
    assert_eq!(outcome(&report(&ACUTE_16, early), "IPT-038"), Outcome::Holds);

    insert(&mut entries, at(day(20), Contact::new(ContactWith::Prescriber)));
    let found = finds(&ACUTE_16, entries, &[]);
    assert!(remedied(of(&found, "IPT-038")[0]));
}

#[test]
fn an_inventory_with_nobody_in_it_is_an_error() {
    let mut entries = treated();
    without(&mut entries, FactKind::InventoryCompleted);
    without(&mut entries, FactKind::PersonInventoried);
    assert_eq!(weighs(&ACUTE_16, entries, "IPT-040"), Severity::Error);
}

#[test]
fn an_inventory_of_few_people_says_that_the_network_is_small() {
    let mut entries = treated();
    let person = |entry: &Entry| entry.stated().is_some_and(|(_, fact)| fact.kind() == FactKind::PersonInventoried);
    let first = entries.iter().position(person).unwrap();
    entries.remove(first);
    // The same person described twice is one person.
    let again = entries[first].stated().unwrap().1.clone();
    insert(&mut entries, at(day(14), again));
    let found = finds(&ACUTE_16, entries.clone(), &["IPT-041"]);
    assert_eq!(of(&found, "IPT-041")[0].old, OldEvidence::TooFew { found: 2, least: 3 });

    edit_facts(&mut entries, |_, fact| {
        if let Fact::InventoryCompleted(completed) = fact {
            completed.small_network = true;
        }
    });
    finds(&ACUTE_16, entries, &[]);
}

#[test]
fn a_person_of_whom_a_question_is_open_is_found_at_their_entry() {
    for (n, open) in ["alive", "contact", "satisfying", "unsatisfying", "desired_change"].into_iter().enumerate() {
        let mut entries = treated();
        first_person(&mut entries, |person| match n {
            0 => person.alive = None,
            1 => person.contact = None,
            2 => person.satisfying = None,
            3 => person.unsatisfying = None,
            _ => person.desired_change = None,
        });
        let found = finds(&ACUTE_16, entries, &["IPT-042"]);
        assert!(matches!(of(&found, "IPT-042")[..], [f] if f.old == OldEvidence::Matter { name: open }), "{open}");
    }
}

#[test]
fn an_inventory_may_say_that_no_support_was_found() {
    let mut entries = treated();
    unsupported(&mut entries);
    edit_facts(&mut entries, |_, fact| {
        if let Fact::InventoryCompleted(completed) = fact {
            completed.no_support_found = true;
        }
    });
    finds(&ACUTE_16, entries, &[]);
}

#[test]
fn only_of_close_people_it_is_asked_whether_the_tie_changed() {
    let mut entries = treated();
    first_person(&mut entries, |person| {
        person.changed_near_onset = None;
        person.closeness = Some(Closeness::Outer);
    });
    finds(&ACUTE_16, entries.clone(), &[]);
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-044"), Outcome::DoesNotApply);
}

#[test]
fn an_onset_without_a_word_on_events_is_thin() {
    let mut entries = flawless(&ACUTE_16, ProblemArea::InterpersonalDeficits);
    edit_facts(&mut entries, |_, fact| {
        if let Fact::OnsetDated(onset) = fact {
            onset.no_event_found = false;
        }
    });
    assert_eq!(weighs(&ACUTE_16, entries.clone(), "IPT-045"), Severity::Warning);
    unreported(&mut entries, Topic::InitialTasks);
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-045"), Outcome::CannotTell);
}

#[test]
fn the_length_of_the_initial_phase_is_that_of_the_protocol() {
    let mut entries = treated();
    lengthen(&mut entries, 1);
    let found = report(&ACUTE_16, entries);
    assert_eq!(of(&found, "IPT-046")[0].old, OldEvidence::TooMany { found: 4, most: 3 });

    // British services take four.
    let usual = finds(&UK_16, flawless(&UK_16, ProblemArea::RoleTransition), &[]);
    assert_eq!(outcome(&usual, "IPT-046"), Outcome::Holds);
}

#[test]
fn of_a_long_initial_phase_only_the_highest_rung_is_reported() {
    let mut entries = treated();
    lengthen(&mut entries, 3);
    let found = finds(&ACUTE_16, entries, &["IPT-047"]);
    assert_eq!(of(&found, "IPT-047")[0].old, OldEvidence::TooMany { found: 6, most: 5 });
    assert_eq!(outcome(&found, "IPT-046"), Outcome::DoesNotApply);
}

#[test]
fn a_session_given_to_a_crisis_does_not_lengthen_the_initial_phase() {
    let mut entries = treated();
    lengthen(&mut entries, 1);
    edit_session(&mut entries, 2, |note| note.kind = SessionKind::Crisis);
    finds(&ACUTE_16, entries, &[]);
}

#[test]
fn earlier_therapy_that_was_not_reviewed_is_noted_where_the_protocol_does_not_ask_for_it() {
    let mut entries = treated();
    never(&mut entries, T::PriorTherapyReview);
    let before = |entries: &mut [Entry], earlier: Option<bool>| {
        edit_facts(entries, |_, fact| {
            if let Fact::HistoryTaken(history) = fact {
                history.earlier_therapy = earlier;
            }
        });
    };
    before(&mut entries, Some(true));
    let found = finds(&ACUTE_16, entries.clone(), &[]);
    assert_eq!(of(&found, "IPT-049")[0].severity, Severity::Note);
    unreported(&mut entries, Topic::InitialTasks);
    assert_eq!(outcome(&report(&ACUTE_16, entries.clone()), "IPT-049"), Outcome::CannotTell);
    // Whether there was any is not said, or it is said that there was none.
    for (earlier, expected) in [(None, Outcome::CannotTell), (Some(false), Outcome::DoesNotApply)] {
        before(&mut entries, earlier);
        assert_eq!(outcome(&report(&ACUTE_16, entries.clone()), "IPT-049"), expected);
    }
}

#[test]
fn what_was_found_or_agreed_on_the_day_advances_an_initial_session() {
    let mut entries = treated();
    idle(&mut entries);
    let mut silent = entries.clone();
    unreported(&mut silent, Topic::Agreements);
    assert_eq!(outcome(&report(&ACUTE_16, silent), "IPT-051"), Outcome::CannotTell, "it may have been agreed");
    insert(&mut entries, at(day(7), LifeEventRecorded::new(LifeEvent::Other)));
    finds(&ACUTE_16, entries, &[]);
}

#[test]
fn each_change_of_medication_since_treatment_began_is_noted_also_where_medication_is_expected() {
    let mut entries = flawless(&LATE_LIFE, ProblemArea::RoleTransition);
    let before = report(&LATE_LIFE, entries.clone());
    assert_eq!(outcome(&before, "IPT-052"), Outcome::Holds, "what is taken at entry is no change");
    for (on, change) in [(30, MedicationChange::DoseChanged), (60, MedicationChange::Switched)] {
        insert(&mut entries, at(day(on), MedicationNoted::new(change)));
    }
    let found = report(&LATE_LIFE, entries);
    let noted: Vec<_> =
        of(&found, "IPT-052").iter().map(|f| (f.severity, f.on.unwrap(), f.old.to_string())).collect();
    let changed = |on, what: &str| (Severity::Note, day(on), what.to_owned());
    assert_eq!(noted, [changed(30, "dose changed"), changed(60, "switched")]);
}

#[test]
fn medication_that_was_started_before_treatment_is_no_change() {
    let mut entries = treated();
    let opened = entries[0].day().unwrap();
    insert(&mut entries, at(opened, MedicationNoted::new(MedicationChange::Started)));
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-052"), Outcome::Holds);
}
