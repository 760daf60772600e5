//! IPT-030 to IPT-052.

use std::sync::LazyLock;

use interpersonal::{
    Entry, Fact, Phase, ProblemArea, Protocol, Reporting, Severity, Stated, TaskNote, Topic,
    protocol::{
        Cited, InitialPolicy, ProtocolSpec,
        preset::{ACUTE_16, FB_14, LATE_LIFE, SR, UK_16},
    },
    record::{
        FactKind,
        contact::{Contact, ContactWith},
        contract::ContractTerm,
        inventory::{Closeness, PersonInventoried},
        patient::{DiagnosisRole, MedicationChange, MedicationNoted},
        safety::{Enquiry, EnquiryBasis, EnquiryResult},
        session::{Session, SessionKind},
        setting::Opened,
    },
    rule::{Finding, Outcome, Report, RuleMeta, Status},
    vocabulary::{
        InitialTask as T, InitialTaskSet, MedicationClass, MedicationDecision, SickRole, Task,
    },
};

use crate::{
    Case, Proof, acute, add, assert_outcome, at, codes, day, edit_facts, edit_session, finds,
    flawless, of, outcome, report, safety, session_day, transition, unreported, without,
};

fn treated() -> Vec<Entry> {
    flawless(&ACUTE_16, ProblemArea::RoleTransition)
}

/// The same protocol with three tasks more, on a list of our own.
static CHECKED: LazyLock<Protocol> = LazyLock::new(|| {
    Protocol::new(ProtocolSpec {
        initial: InitialPolicy {
            tasks: Cited::design(
                ACUTE_16
                    .spec()
                    .initial
                    .tasks
                    .value
                    .with(T::SupportMapping)
                    .with(T::PriorTherapyReview)
                    .with(T::MedicalCheck),
            ),
            ..ACUTE_16.spec().initial
        },
        ..ACUTE_16.spec().clone()
    })
    .expect("its parts agree")
});

pub(crate) fn checked() -> Case {
    Case::new(&CHECKED, flawless(&CHECKED, ProblemArea::RoleTransition))
}

pub(crate) const PROOFS: &[Proof] = &[
    Proof::of("IPT-031", Severity::Error, transition, |case| {
        without(&mut case.entries, FactKind::DiagnosisMade);
    })
    .says(&[
        ("not_made", |case| {
            denied(case, FactKind::DiagnosisMade, T::Diagnosis);
        }),
        ("ruled_out", ruled_out),
    ])
    .silent(Topic::InitialTasks),
    Proof::of("IPT-032", Severity::Error, transition, |case| {
        edit_session(&mut case.entries, 1, |note| note.enquiry = None);
    })
    .along(&["IPT-186"])
    .says(&[
        ("not_asked", |case| {
            first_answer(case, Enquiry::new(EnquiryResult::NotAsked));
        }),
        ("item_alone", |case| {
            first_answer(
                case,
                Enquiry::no_concern().with_basis(EnquiryBasis::QuestionnaireItem),
            );
        }),
        ("declined", |case| {
            first_answer(case, Enquiry::new(EnquiryResult::Declined));
            edit_session(&mut case.entries, 2, |note| note.enquiry = None);
        }),
    ])
    .silent(Topic::Safety),
    Proof::of("IPT-033", Severity::Warning, transition, |case| {
        edit_session(&mut case.entries, 1, |note| note.scores.clear());
    })
    .says(&[
        ("not_taken", |case| {
            unscored(&mut case.entries, Stated::Done);
            edit_session(&mut case.entries, 1, |note| {
                note.tasks.push(TaskNote::not_done(T::BaselineSeverity));
            });
        }),
        ("never", |case| unscored(&mut case.entries, Stated::Done)),
        ("unfollowed", |case| {
            unscored(&mut case.entries, Stated::NotDone);
        }),
    ])
    .silent(Topic::Measures),
    Proof::of("IPT-035", Severity::Error, transition, |case| {
        unexplained(&mut case.entries, &EXPLAINED);
    })
    .says(&[
        ("not_explained", |case| {
            unexplained(&mut case.entries, &EXPLAINED);
            edit_session(&mut case.entries, 2, |note| {
                note.tasks.extend(EXPLAINED.map(TaskNote::not_done));
            });
        }),
        ("part_not_given", |case| {
            never(&mut case.entries, T::SickRole);
            edit_session(&mut case.entries, 2, |note| {
                note.tasks.push(TaskNote::not_done(T::SickRole));
            });
        }),
        ("part", |case| never(&mut case.entries, T::Psychoeducation)),
        ("other_form", |case| {
            give(&mut case.entries, SickRole::Limited);
        }),
    ])
    .silent(Topic::InitialTasks),
    Proof::of("IPT-037", Severity::Error, transition, |case| {
        never(&mut case.entries, T::MedicationEvaluation);
        without(&mut case.entries, FactKind::MedicationNoted);
    })
    .says(&[
        ("not_evaluated", |case| {
            never(&mut case.entries, T::MedicationEvaluation);
            edit_session(&mut case.entries, 2, |note| {
                note.tasks.push(TaskNote::not_done(T::MedicationEvaluation));
            });
        }),
        ("taken", |case| {
            unevaluated(&mut case.entries, MedicationChange::AtEntry);
        }),
        ("none_taken", |case| {
            unevaluated(&mut case.entries, MedicationChange::NoneTaken);
        }),
        ("no_outcome", |case| evaluated(&mut case.entries, None)),
    ])
    .silent(Topic::Medication),
    Proof::of("IPT-038", Severity::Warning, referred, |case| {
        without(&mut case.entries, FactKind::Contact);
    })
    .says(&[("late", |case| {
        without(&mut case.entries, FactKind::Contact);
        case.add(day(40), Contact::new(ContactWith::Prescriber));
    })])
    .silent(Topic::Contacts),
    Proof::of("IPT-040", Severity::Error, transition, |case| {
        without(&mut case.entries, FactKind::InventoryCompleted);
        without(&mut case.entries, FactKind::PersonInventoried);
    })
    .says(&[
        ("not_made", |case| {
            without(&mut case.entries, FactKind::PersonInventoried);
            denied(case, FactKind::InventoryCompleted, T::Inventory);
        }),
        ("not_completed", |case| {
            denied(case, FactKind::InventoryCompleted, T::Inventory);
        }),
        ("empty", |case| {
            without(&mut case.entries, FactKind::PersonInventoried);
        }),
        ("incomplete", |case| {
            without(&mut case.entries, FactKind::InventoryCompleted);
        }),
    ])
    .silent(Topic::InitialTasks),
    Proof::of("IPT-041", Severity::Note, transition, |case| {
        let person = |entry: &Entry| {
            entry
                .stated()
                .is_some_and(|(_, fact)| fact.kind() == FactKind::PersonInventoried)
        };
        let last = case.entries.iter().rposition(person).unwrap();
        case.entries.remove(last);
    })
    .silent(Topic::InitialTasks),
    Proof::of("IPT-042", Severity::Note, transition, |case| {
        first_person(&mut case.entries, |person| {
            person.satisfying = Some("  ".into());
            person.changed_near_onset = None;
        });
    })
    .silent(Topic::InitialTasks),
    Proof::of("IPT-043", Severity::Warning, transition, |case| {
        unsupported(&mut case.entries);
    })
    .silent(Topic::InitialTasks),
    Proof::of("IPT-045", Severity::Error, transition, |case| {
        without(&mut case.entries, FactKind::OnsetDated);
    })
    .says(&[
        ("not_set", |case| {
            denied(case, FactKind::OnsetDated, T::OnsetTimeline);
        }),
        ("no_event", |case| {
            *case = acute(ProblemArea::InterpersonalDeficits);
            no_word_on_events(&mut case.entries);
        }),
    ])
    .silent(Topic::InitialTasks),
    Proof::of("IPT-046", Severity::Warning, transition, |case| {
        lengthen(&mut case.entries, 1);
    })
    .says(&[("beyond_most", |case| lengthen(&mut case.entries, 3))])
    .silent(Topic::Sessions),
    Proof::of("IPT-048", Severity::Warning, transition, |case| {
        never(&mut case.entries, T::ContingencyTalk);
    })
    .says(&[("not_given", |case| {
        never(&mut case.entries, T::ContingencyTalk);
        edit_session(&mut case.entries, 2, |note| {
            note.tasks.push(TaskNote::not_done(T::ContingencyTalk));
        });
    })])
    .silent(Topic::InitialTasks),
    Proof::of("IPT-049", Severity::Note, treated_before, |case| {
        never(&mut case.entries, T::PriorTherapyReview);
    })
    .says(&[("not_reviewed", |case| {
        never(&mut case.entries, T::PriorTherapyReview);
        edit_session(&mut case.entries, 2, |note| {
            note.tasks.push(TaskNote::not_done(T::PriorTherapyReview));
        });
    })])
    .silent(Topic::InitialTasks),
    Proof::of("IPT-052", Severity::Note, in_the_middle, |case| {
        case.add(day(40), MedicationNoted::new(MedicationChange::Started));
    })
    .says(&[("changed_class", |case| {
        let switched = MedicationNoted::new(MedicationChange::Switched);
        case.add(
            day(40),
            switched.with_class(MedicationClass::from_static("ssri")),
        );
    })])
    .silent(Topic::Medication),
];

/// The tasks by which the illness is explained.
const EXPLAINED: [T; 3] = [T::NameTheIllness, T::Psychoeducation, T::SickRole];

fn unexplained(entries: &mut [Entry], tasks: &[T]) {
    for &task in tasks {
        never(entries, task);
    }
}

/// Without the facts that show a task, which a note states as not done.
fn denied(case: &mut Case, kind: FactKind, task: T) {
    without(&mut case.entries, kind);
    edit_session(&mut case.entries, 2, |note| {
        note.tasks.push(TaskNote::not_done(task));
    });
}

fn first_answer(case: &mut Case, enquiry: Enquiry) {
    edit_session(&mut case.entries, 1, |note| note.enquiry = Some(enquiry));
}

fn ruled_out(case: &mut Case) {
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::DiagnosisMade(made) = fact {
            made.role = DiagnosisRole::RuledOut;
        }
    });
}

/// Without any score, and with that word on the symptoms in each session.
fn unscored(entries: &mut Vec<Entry>, checked: Stated) {
    without(entries, FactKind::Scored);
    edit_facts(entries, |_, fact| {
        if let Fact::Session(note) = fact {
            note.scores.clear();
            note.symptom_check = checked;
        }
    });
}

fn give(entries: &mut [Entry], role: SickRole) {
    edit_facts(entries, |_, fact| {
        if let Fact::Session(note) = fact {
            for note in note
                .tasks
                .iter_mut()
                .filter(|note| note.task == Task::Initial(T::SickRole))
            {
                note.sick_role = Some(role);
            }
        }
    });
}

/// Medication is on record and was never evaluated.
fn unevaluated(entries: &mut Vec<Entry>, change: MedicationChange) {
    never(entries, T::MedicationEvaluation);
    without(entries, FactKind::MedicationNoted);
    add(entries, day(0), MedicationNoted::new(change));
}

fn no_word_on_events(entries: &mut [Entry]) {
    edit_facts(entries, |_, fact| {
        if let Fact::OnsetDated(onset) = fact {
            onset.no_event_found = false;
        }
    });
}

fn treated_before() -> Case {
    let mut case = transition();
    earlier_therapy(&mut case.entries, Some(true));
    edit_session(&mut case.entries, 2, |note| {
        note.tasks.push(TaskNote::done(T::PriorTherapyReview));
    });
    case
}

fn earlier_therapy(entries: &mut [Entry], earlier: Option<bool>) {
    edit_facts(entries, |_, fact| {
        if let Fact::HistoryTaken(history) = fact {
            history.earlier_therapy = earlier;
        }
    });
}

fn in_the_middle() -> Case {
    Case::new(&ACUTE_16, safety::until(treated(), day(63)))
}

/// Takes a task out of every note, and the contact in a crisis out of the contract, which would
/// show it too.
pub(crate) fn never(entries: &mut [Entry], task: T) {
    edit_facts(entries, |_, fact| match fact {
        Fact::Session(note) => note.tasks.retain(|note| note.task != Task::Initial(task)),
        Fact::ContractAgreed(contract) if task == T::ContingencyTalk => {
            contract.terms = contract
                .terms
                .map(|terms| terms.without(ContractTerm::CrisisContact));
        }
        _ => {}
    });
}

fn evaluated(entries: &mut [Entry], decision: Option<MedicationDecision>) {
    edit_facts(entries, |_, fact| {
        if let Fact::Session(note) = fact {
            for note in note
                .tasks
                .iter_mut()
                .filter(|note| note.task == Task::Initial(T::MedicationEvaluation))
            {
                note.medication = decision;
            }
        }
    });
}

/// The patient was referred to a prescriber, who was contacted ten days later.
pub(crate) fn referred() -> Case {
    let mut case = transition();
    evaluated(&mut case.entries, Some(MedicationDecision::Referred));
    case.add(day(10), Contact::new(ContactWith::Prescriber));
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
            note.strategies = interpersonal::vocabulary::StrategySet::EMPTY;
            note.worked_on.clear();
            note.tasks.push(TaskNote::done(T::InitialRelief));
        });
    }
}

fn remedied(finding: &Finding) -> bool {
    matches!(finding.status, Status::Remedied { .. })
}

#[track_caller]
fn weighs(protocol: &'static Protocol, entries: Vec<Entry>, code: &'static str) -> Severity {
    weighs_in(&finds(protocol, entries, &[code]), code)
}

#[track_caller]
fn weighs_in(found: &Report, code: &'static str) -> Severity {
    of(found, code)[0].severity
}

/// The tasks that notes do, with their rule and the topic of the record.
const NOTED: &[(T, &str, Topic)] = &[
    (T::NameTheIllness, "IPT-035", Topic::InitialTasks),
    (T::Psychoeducation, "IPT-035", Topic::InitialTasks),
    (T::SickRole, "IPT-035", Topic::InitialTasks),
    (T::MedicationEvaluation, "IPT-037", Topic::Medication),
    (T::ExplainIpt, "IPT-100", Topic::InitialTasks),
    (T::ContingencyTalk, "IPT-048", Topic::InitialTasks),
];

/// The tasks that facts of their own do.
const STATED: &[(FactKind, T, &str)] = &[
    (FactKind::HistoryTaken, T::PsychiatricHistory, "IPT-100"),
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
        assert_eq!(
            finding.evidence.get("open"),
            Some(InitialTaskSet::from(task).into()),
            "{code}"
        );
    }
}

#[test]
fn an_initial_task_that_was_done_late_stands_remedied() {
    for (mut entries, task, code, _) in each_left_out() {
        edit_session(&mut entries, 6, |note| {
            note.tasks
                .push(TaskNote::done(task).with_medication(MedicationDecision::Declined));
        });
        let found = report(&ACUTE_16, entries);
        let finding = of(&found, code)[0];
        assert!(remedied(finding), "{code}");
        assert!(finding.severity <= Severity::Warning, "{code}");
        assert!(!codes(&found).contains(&code), "{code}");
    }
}

#[test]
fn an_initial_task_that_is_stated_as_not_done_counts_in_an_excerpt_too() {
    for (mut entries, task, code, topic) in each_left_out() {
        unreported(&mut entries, topic);
        edit_session(&mut entries, 2, |note| {
            note.tasks.push(TaskNote::not_done(task));
        });
        assert_eq!(
            outcome(&report(&ACUTE_16, entries), code),
            Outcome::Found,
            "{code}"
        );
    }
}

#[test]
fn a_contract_that_names_the_contact_in_a_crisis_shows_that_it_was_said() {
    let mut entries = treated();
    crate::phases::leave_out(&mut entries, T::ContingencyTalk);
    assert_eq!(
        outcome(&finds(&ACUTE_16, entries.clone(), &[]), "IPT-048"),
        Outcome::Holds
    );
    never(&mut entries, T::ContingencyTalk);
    unreported(&mut entries, Topic::Agreements);
    let excerpt = report(&ACUTE_16, entries);
    assert_eq!(
        outcome(&excerpt, "IPT-048"),
        Outcome::CannotTell,
        "another contract may name it"
    );
    assert!(of(&excerpt, "IPT-100").is_empty());
}

#[test]
fn initial_tasks_are_not_asked_for_while_the_initial_phase_lasts() {
    let found = report(&ACUTE_16, safety::until(treated(), day(20)));
    for code in [
        "IPT-031", "IPT-035", "IPT-040", "IPT-041", "IPT-048", "IPT-049", "IPT-100",
    ] {
        assert_eq!(outcome(&found, code), Outcome::DoesNotApply, "{code}");
    }
}

#[test]
fn a_task_that_the_protocol_does_not_ask_for_is_not_missed() {
    let mut entries = flawless(&SR, ProblemArea::RoleTransition);
    without(&mut entries, FactKind::DiagnosisMade);
    let found = finds(&SR, entries, &[]);
    assert_eq!(outcome(&found, "IPT-031"), Outcome::DoesNotApply);
    assert!(
        of(&found, "IPT-035").is_empty(),
        "no sick role, and the illness was explained"
    );
}

#[test]
fn a_list_of_tasks_that_no_source_has_makes_nothing_an_error() {
    for &protocol in &[&SR, &FB_14, &CHECKED] {
        let mut entries = flawless(protocol, ProblemArea::RoleTransition);
        without(&mut entries, FactKind::OnsetDated);
        assert_eq!(
            of(&report(protocol, entries), "IPT-045")[0].severity,
            Severity::Warning,
            "{}",
            protocol.id()
        );
    }
}

#[test]
fn a_record_that_begins_in_the_middle_phase_does_not_tell_of_initial_tasks() {
    let opened = Opened::new(Phase::Middle, Reporting::COMPLETE).with_sessions_before(5);
    let mut late = vec![at(day(30), opened)];
    late.extend(
        treated()
            .into_iter()
            .filter(|entry| entry.day() > Some(day(30))),
    );
    edit_facts(&mut late, |_, fact| {
        if let Fact::Session(note) = fact {
            note.number = None;
        }
    });
    let found = report(&ACUTE_16, late);
    let initial = [
        "IPT-019", "IPT-031", "IPT-032", "IPT-033", "IPT-035", "IPT-038", "IPT-040", "IPT-041",
        "IPT-046",
    ];
    for code in initial
        .into_iter()
        .chain(["IPT-100", "IPT-056", "IPT-063", "IPT-070", "IPT-075"])
    {
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
    assert!(!RuleMeta::get(finding.code).unwrap().is_waivable());

    // Asked on the day of the session, outside its note, is asked.
    add(&mut entries, day(0), Enquiry::no_concern());
    assert_outcome(&ACUTE_16, entries, "IPT-032", Outcome::Holds);
}

#[test]
fn a_first_session_that_relied_on_a_questionnaire_did_not_ask() {
    let mut entries = treated();
    edit_facts(&mut entries, |_, fact| {
        if let Fact::Session(note) = fact {
            if let Some(enquiry) = &mut note.enquiry {
                enquiry.basis = EnquiryBasis::QuestionnaireItem;
            }
        }
    });
    unreported(&mut entries, Topic::Safety);
    assert!(of(&report(&ACUTE_16, entries), "IPT-032")[0].stands());
}

#[test]
fn a_patient_who_declined_to_answer_is_asked_again() {
    let mut case = transition();
    first_answer(&mut case, Enquiry::new(EnquiryResult::Declined));
    let once = safety::until(case.entries.clone(), day(0));
    assert_eq!(
        outcome(&report(&ACUTE_16, once), "IPT-032"),
        Outcome::Holds,
        "nobody could ask again yet"
    );
    assert_eq!(
        outcome(&report(&ACUTE_16, case.entries.clone()), "IPT-032"),
        Outcome::Holds,
        "the second session asked"
    );

    edit_session(&mut case.entries, 2, |note| note.enquiry = None);
    let found = report(&ACUTE_16, case.entries.clone());
    let [finding] = of(&found, "IPT-032")[..] else {
        panic!("{:#?}", found.findings)
    };
    assert_eq!(finding.severity, Severity::Warning);
    // Where safety is recorded elsewhere, it stays a question.
    unreported(&mut case.entries, Topic::Safety);
    let excerpt = report(&ACUTE_16, safety::until(case.entries.clone(), day(7)));
    let asks = |report: &Report| {
        report
            .questions()
            .filter(|asked| asked.code().as_str() == "IPT-032")
            .count()
    };
    assert_eq!(asks(&excerpt), 1);
    case.add(day(5), Enquiry::no_concern());
    assert_eq!(asks(&report(&ACUTE_16, case.entries)), 0);
}

#[test]
fn a_first_answer_that_was_declined_and_then_given_on_the_same_day_is_an_answer() {
    let mut case = transition();
    first_answer(&mut case, Enquiry::new(EnquiryResult::Declined));
    case.add(day(0), Enquiry::no_concern());
    edit_session(&mut case.entries, 2, |note| note.enquiry = None);
    assert!(of(&report(&ACUTE_16, case.entries), "IPT-032").is_empty());
}

#[test]
fn no_score_at_all_weighs_what_the_source_makes_of_it_while_symptoms_are_checked() {
    let without_a_score = |protocol, checked| {
        let mut entries = flawless(protocol, ProblemArea::RoleTransition);
        unscored(&mut entries, checked);
        let found = report(protocol, entries);
        let finding = of(&found, "IPT-033")[0];
        assert!(finding.stands());
        finding.severity
    };
    assert_eq!(without_a_score(&ACUTE_16, Stated::Done), Severity::Error);
    assert_eq!(
        without_a_score(&SR, Stated::Done),
        Severity::Warning,
        "the list of tasks is ours"
    );
    assert_eq!(
        without_a_score(&SR, Stated::NotDone),
        Severity::Error,
        "symptoms were followed in no form"
    );
}

#[test]
fn the_sick_role_is_given_as_the_protocol_has_it() {
    for (protocol, other) in [(&ACUTE_16, SickRole::Limited), (&FB_14, SickRole::Full)] {
        let mut entries = flawless(protocol, ProblemArea::RoleTransition);
        give(&mut entries, other);
        let found = finds(protocol, entries, &[]);
        assert_eq!(
            of(&found, "IPT-035")[0].severity,
            Severity::Note,
            "another form is no absence"
        );
    }
}

#[test]
fn an_explanation_of_the_illness_of_which_a_part_is_missing_weighs_less_than_none() {
    for task in EXPLAINED {
        let mut entries = treated();
        never(&mut entries, task);
        assert_eq!(
            weighs(&ACUTE_16, entries, "IPT-035"),
            Severity::Warning,
            "{task}"
        );
    }
    let mut entries = treated();
    unexplained(&mut entries, &EXPLAINED);
    let found = report(&ACUTE_16, entries.clone());
    assert_eq!(of(&found, "IPT-035").len(), 1, "one omission, one finding");
    assert_eq!(of(&found, "IPT-035")[0].severity, Severity::Error);
    // Two of them came in the sixth session: late, and made good; the third is what is missing.
    edit_session(&mut entries, 6, |note| {
        note.tasks
            .extend([T::NameTheIllness, T::SickRole].map(TaskNote::done));
    });
    let found = report(&ACUTE_16, entries);
    let said: Vec<_> = of(&found, "IPT-035")
        .iter()
        .map(|it| (it.severity, remedied(it), it.evidence.get("open")))
        .collect();
    let late = InitialTaskSet::of(&[T::NameTheIllness, T::SickRole]);
    let missing = InitialTaskSet::from(T::Psychoeducation);
    assert_eq!(
        said,
        [
            (Severity::Warning, false, Some(missing.into())),
            (Severity::Warning, true, Some(late.into()))
        ]
    );
}

#[test]
fn what_came_only_after_more_than_half_of_the_middle_phase_keeps_its_weight() {
    for (session, weight) in [(6, Severity::Warning), (13, Severity::Error)] {
        let mut entries = treated();
        without(&mut entries, FactKind::OnsetDated);
        edit_session(&mut entries, session, |note| {
            note.tasks.push(TaskNote::done(T::OnsetTimeline));
        });
        let found = report(&ACUTE_16, entries);
        let finding = of(&found, "IPT-045")[0];
        assert_eq!(
            (finding.severity, finding.stands()),
            (weight, weight == Severity::Error)
        );
    }
}

#[test]
fn a_diagnosis_that_was_ruled_out_leaves_open_what_is_treated() {
    let mut case = transition();
    ruled_out(&mut case);
    let found = report(&ACUTE_16, case.entries);
    assert!(of(&found, "IPT-031")[0].to_string().contains("ruled out"));
}

#[test]
fn an_evaluation_of_medication_without_an_outcome_is_thin() {
    let mut entries = treated();
    evaluated(&mut entries, None);
    // Somebody thought of it; what came of it is missing on paper.
    assert_eq!(
        weighs_in(&finds(&ACUTE_16, entries.clone(), &[]), "IPT-037"),
        Severity::Note
    );
    unreported(&mut entries, Topic::Medication);
    assert_outcome(&ACUTE_16, entries, "IPT-037", Outcome::CannotTell);
}

#[test]
fn medication_on_record_without_an_evaluation_is_thin() {
    for change in [MedicationChange::AtEntry, MedicationChange::NoneTaken] {
        let mut entries = in_the_middle().entries;
        unevaluated(&mut entries, change);
        assert_eq!(
            weighs(&ACUTE_16, entries, "IPT-037"),
            Severity::Warning,
            "somebody asked"
        );
    }
}

#[test]
fn a_prescriber_may_be_contacted_as_long_as_the_days_run() {
    let mut entries = referred().entries;
    without(&mut entries, FactKind::Contact);
    let early = safety::until(entries.clone(), day(14));
    assert_outcome(&ACUTE_16, early, "IPT-038", Outcome::Holds);

    add(&mut entries, day(20), Contact::new(ContactWith::Prescriber));
    let found = finds(&ACUTE_16, entries, &[]);
    let finding = of(&found, "IPT-038")[0];
    assert!(remedied(finding));
    assert_eq!(
        finding.severity,
        Severity::Note,
        "the number of days is our own"
    );
}

#[test]
fn a_change_of_medication_after_a_referral_shows_that_a_prescriber_was_reached() {
    let mut entries = referred().entries;
    without(&mut entries, FactKind::Contact);
    let mut tried = entries.clone();
    add(
        &mut entries,
        day(12),
        MedicationNoted::new(MedicationChange::Started),
    );
    assert!(of(&report(&ACUTE_16, entries), "IPT-038").is_empty());
    // An attempt that reached nobody is no contact.
    add(
        &mut tried,
        day(12),
        Contact::new(ContactWith::Prescriber).with_reached(Stated::NotDone),
    );
    assert_eq!(of(&report(&ACUTE_16, tried), "IPT-038").len(), 1);
}

#[test]
fn an_inventory_with_nobody_in_it_is_an_error() {
    let mut entries = treated();
    without(&mut entries, FactKind::InventoryCompleted);
    without(&mut entries, FactKind::PersonInventoried);
    assert_eq!(weighs(&ACUTE_16, entries, "IPT-040"), Severity::Error);

    // Marked as complete, with nobody in it.
    let mut entries = treated();
    without(&mut entries, FactKind::PersonInventoried);
    let found = report(&ACUTE_16, entries);
    assert_eq!(weighs_in(&found, "IPT-040"), Severity::Warning);
    assert!(
        of(&found, "IPT-041").is_empty(),
        "one omission, one finding"
    );
}

#[test]
fn people_who_were_first_described_late_in_the_middle_phase_are_no_inventory_begun() {
    for (on, weight) in [(40, Severity::Warning), (90, Severity::Error)] {
        let mut entries = treated();
        without(&mut entries, FactKind::InventoryCompleted);
        let person = |entry: &Entry| {
            entry
                .stated()
                .is_some_and(|(_, fact)| fact.kind() == FactKind::PersonInventoried)
        };
        let (people, mut entries): (Vec<_>, Vec<_>) = entries.into_iter().partition(person);
        for entry in people {
            let Some((_, fact)) = entry.stated() else {
                continue;
            };
            add(&mut entries, day(on), fact.clone());
        }
        assert_eq!(weighs_in(&report(&ACUTE_16, entries), "IPT-040"), weight);
    }
}

#[test]
fn an_inventory_of_few_people_says_that_the_network_is_small() {
    let mut entries = treated();
    let person = |entry: &Entry| {
        entry
            .stated()
            .is_some_and(|(_, fact)| fact.kind() == FactKind::PersonInventoried)
    };
    let first = entries.iter().position(person).unwrap();
    entries.remove(first);
    // The same person described twice is one person.
    let again = entries[first].stated().unwrap().1.clone();
    add(&mut entries, day(14), again);
    let found = finds(&ACUTE_16, entries.clone(), &[]);
    assert!(
        of(&found, "IPT-041")[0]
            .to_string()
            .contains("held 2 people")
    );

    edit_facts(&mut entries, |_, fact| {
        if let Fact::InventoryCompleted(completed) = fact {
            completed.small_network = true;
        }
    });
    assert!(of(&report(&ACUTE_16, entries), "IPT-041").is_empty());
}

#[test]
fn what_is_open_about_people_is_said_once_with_how_many_it_concerns() {
    use interpersonal::rule::{Matter, Matters};
    let all = [
        Matter::Alive,
        Matter::Contact,
        Matter::Satisfying,
        Matter::Unsatisfying,
        Matter::DesiredChange,
    ];
    for (n, open) in all.into_iter().enumerate() {
        let mut entries = treated();
        first_person(&mut entries, |person| match n {
            0 => person.alive = None,
            1 => person.contact = None,
            2 => person.satisfying = None,
            3 => person.unsatisfying = None,
            _ => person.desired_change = None,
        });
        let found = finds(&ACUTE_16, entries, &[]);
        let [finding] = of(&found, "IPT-042")[..] else {
            panic!("{:#?}", found.findings)
        };
        assert_eq!(
            finding.evidence.get("missing"),
            Some(Matters::from(open).into())
        );
        assert_eq!(finding.evidence.get("count"), Some(1_u32.into()));
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
    assert!(of(&report(&ACUTE_16, entries), "IPT-042").is_empty());
}

#[test]
fn an_onset_without_a_word_on_events_is_thin() {
    let mut entries = flawless(&ACUTE_16, ProblemArea::InterpersonalDeficits);
    no_word_on_events(&mut entries);
    assert_eq!(
        weighs(&ACUTE_16, entries.clone(), "IPT-045"),
        Severity::Warning
    );
    unreported(&mut entries, Topic::InitialTasks);
    assert_outcome(&ACUTE_16, entries, "IPT-045", Outcome::CannotTell);
}

#[test]
fn the_length_of_the_initial_phase_is_that_of_the_protocol() {
    let mut entries = treated();
    lengthen(&mut entries, 1);
    let found = report(&ACUTE_16, entries);
    assert!(
        of(&found, "IPT-046")[0].to_string().starts_with(
            "By the record, 4 sessions were held before any later phase than the initial phase; acute-16 expects 3 as a rule"
        )
    );

    // British services take four.
    let usual = finds(&UK_16, flawless(&UK_16, ProblemArea::RoleTransition), &[]);
    assert_eq!(outcome(&usual, "IPT-046"), Outcome::Holds);
}

#[test]
fn of_a_long_initial_phase_only_the_highest_rung_is_reported() {
    let mut entries = treated();
    lengthen(&mut entries, 3);
    let found = finds(&ACUTE_16, entries, &["IPT-046"]);
    let [finding] = of(&found, "IPT-046")[..] else {
        panic!("{:#?}", found.findings)
    };
    assert_eq!(
        (finding.evidence.get("found"), finding.evidence.get("most")),
        (Some(6_u32.into()), Some(5_u32.into()))
    );
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
    earlier_therapy(&mut entries, Some(true));
    let found = finds(&ACUTE_16, entries.clone(), &[]);
    assert_eq!(weighs_in(&found, "IPT-049"), Severity::Note);
    unreported(&mut entries, Topic::InitialTasks);
    assert_outcome(&ACUTE_16, entries.clone(), "IPT-049", Outcome::CannotTell);
    // Whether there was any is not said, or it is said that there was none.
    for (earlier, expected) in [
        (None, Outcome::CannotTell),
        (Some(false), Outcome::DoesNotApply),
    ] {
        earlier_therapy(&mut entries, earlier);
        assert_eq!(
            outcome(&report(&ACUTE_16, entries.clone()), "IPT-049"),
            expected
        );
    }
}

#[test]
fn what_a_protocol_asks_for_as_an_initial_task_is_asked_for_once() {
    let mut entries = flawless(&CHECKED, ProblemArea::RoleTransition);
    earlier_therapy(&mut entries, Some(true));
    unsupported(&mut entries);
    never(&mut entries, T::PriorTherapyReview);
    let found = finds(&CHECKED, entries, &["IPT-100"]);
    let open = InitialTaskSet::of(&[T::PriorTherapyReview, T::SupportMapping]);
    assert_eq!(
        of(&found, "IPT-100")[0].evidence.get("open"),
        Some(open.into())
    );
    assert!(of(&found, "IPT-049").is_empty());
}

#[test]
fn each_change_of_medication_since_treatment_began_is_noted_also_where_medication_is_expected() {
    let mut entries = flawless(&LATE_LIFE, ProblemArea::RoleTransition);
    let before = report(&LATE_LIFE, entries.clone());
    assert_eq!(
        outcome(&before, "IPT-052"),
        Outcome::Holds,
        "what is taken at entry is no change"
    );
    for (on, change) in [
        (30, MedicationChange::DoseChanged),
        (60, MedicationChange::Switched),
    ] {
        add(&mut entries, day(on), MedicationNoted::new(change));
    }
    let found = report(&LATE_LIFE, entries);
    let noted: Vec<_> = of(&found, "IPT-052")
        .iter()
        .map(|f| (f.severity, f.on.unwrap(), f.evidence.get("change")))
        .collect();
    let changed = |on, change: MedicationChange| (Severity::Note, day(on), Some(change.into()));
    assert_eq!(
        noted,
        [
            changed(30, MedicationChange::DoseChanged),
            changed(60, MedicationChange::Switched)
        ]
    );
}

#[test]
fn medication_that_was_started_before_treatment_is_no_change() {
    let mut entries = treated();
    let opened = entries[0].day().unwrap();
    add(
        &mut entries,
        opened,
        MedicationNoted::new(MedicationChange::Started),
    );
    assert_outcome(&ACUTE_16, entries, "IPT-052", Outcome::Holds);
}

#[test]
fn an_initial_phase_that_begins_anew_is_not_added_to_the_first() {
    let found = |phases: [Phase; 7]| {
        let opened = Opened::new(Phase::Initial, Reporting::COMPLETE);
        let mut entries = vec![at(day(0), opened)];
        entries.extend(
            (0..)
                .zip(phases)
                .map(|(week, phase)| at(day(7 * week), Session::attended().with_phase(phase))),
        );
        outcome(&report(&ACUTE_16, entries), "IPT-046")
    };
    let (first, later) = (Phase::Initial, Phase::Middle);
    assert_eq!(
        found([first, first, first, later, first, first, first]),
        Outcome::Holds
    );
    assert_eq!(
        found([first, first, first, first, first, later, later]),
        Outcome::Found
    );
}
