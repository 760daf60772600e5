//! IPT-075 to IPT-094: formulation, contract, safety where violence is on record.

use interpersonal::{
    Entry, Fact, FocusItem, ProblemArea, Severity, Stated, TaskNote, Topic,
    chrono::Days,
    protocol::preset::{ACUTE_16, B_8, LOSS_G12, SR},
    record::{
        FactKind,
        contract::{
            AmendmentReason, ContractAgreed, ContractAmended, ContractTerm, ContractTerms,
            MissedSessionPolicy, TimeFrame,
        },
        focus::{
            DisputeDetailed, FocusAgreed, FormulationAnswered, FormulationGiven, FormulationPart,
            FormulationParts, PatientResponse,
        },
        inventory::Relation,
        safety::{ConcernKind, ConcernRaised, SafetyAction, SafetyActions, SafetyResponse},
        session::Participant,
        setting::{ScreenItem, ScreenSet},
    },
    rule::{Outcome, RuleCode, RuleMeta, Status, Value},
    testing::exemplar::postpone,
    vocabulary::{FocusOn, InitialTask, Label, Technique, WorkKind, WorkSet},
};

use crate::{
    Case, Proof, add, assert_outcome, day, edit_facts, edit_session, finds, flawless, focus::moved,
    of, outcome, phases, report, safety, start, transition, unreported, without,
};

fn treated() -> Vec<Entry> {
    flawless(&ACUTE_16, ProblemArea::RoleTransition)
}

pub(crate) const PROOFS: &[Proof] = &[
    Proof::of("IPT-075", Severity::Error, transition, |case| {
        without(&mut case.entries, FactKind::FormulationGiven);
    })
    .says(&[
        ("not_given", |case| {
            without(&mut case.entries, FactKind::FormulationGiven);
            not_done(case, InitialTask::Formulation);
        }),
        ("incomplete", |case| {
            formulation_without(&mut case.entries, FormulationPart::TimeLimit);
        }),
    ])
    .silent(Topic::Agreements),
    Proof::of("IPT-076", Severity::Warning, transition, |case| {
        proposed(case, ProblemArea::RoleDispute.into());
    })
    .says(&[
        ("another_name", |case| {
            proposed(case, FocusOn::Unlisted(Label::from_static("self_esteem")));
        }),
        ("changed", |case| {
            proposed(case, ProblemArea::RoleDispute.into());
            answered(&mut case.entries, PatientResponse::AcceptedWithChanges);
        }),
    ])
    .silent(Topic::Agreements),
    Proof::of("IPT-077", Severity::Error, transition, |case| {
        without(&mut case.entries, FactKind::FormulationAnswered);
        without(&mut case.entries, FactKind::FocusAgreed);
    })
    .along(&["IPT-055"])
    .says(&[
        ("rejected", |case| {
            answered(&mut case.entries, PatientResponse::Rejected);
        }),
        ("not_agreed", |case| {
            without(&mut case.entries, FactKind::FormulationAnswered);
            not_done(case, InitialTask::PatientAgreement);
        }),
        ("pending", |case| {
            answered(&mut case.entries, PatientResponse::Pending);
        }),
        ("unanswered", |case| {
            without(&mut case.entries, FactKind::FormulationAnswered);
        }),
        ("no_formulation", |case| {
            without(&mut case.entries, FactKind::FormulationAnswered);
            without(&mut case.entries, FactKind::FormulationGiven);
        }),
    ])
    .silent(Topic::Agreements),
    Proof::of("IPT-081", Severity::Warning, transition, |case| {
        contract(case, |contract| contract.minutes = None);
    })
    .says(&[("details", |case| {
        contract(case, |contract| {
            contract.terms = contract
                .terms
                .map(|terms| terms.without(ContractTerm::Measurement));
        });
    })])
    .silent(Topic::Agreements),
    Proof::of("IPT-082", Severity::Error, transition, |case| {
        contract(case, |contract| contract.frame = TimeFrame::UntilReview(90));
    })
    .says(&[("another_way", |case| {
        contract(case, |contract| contract.frame = TimeFrame::Weeks(16));
    })])
    .silent(Topic::Agreements),
    Proof::of("IPT-083", Severity::Error, brief, |case| {
        contract(case, |contract| contract.frame = TimeFrame::Sessions(9));
    })
    .along(&["IPT-106"])
    .says(&[
        ("outside", |case| {
            *case = Case::new(&B_8, safety::until(treated(), day(39)));
        }),
        ("outside_weeks", |case| {
            *case = Case::new(&B_8, safety::until(treated(), day(39)));
            contract(case, |contract| contract.frame = TimeFrame::Weeks(30));
        }),
        ("completed_weeks", |case| {
            contract(case, |contract| contract.frame = TimeFrame::Weeks(30));
        }),
    ])
    .silent(Topic::Agreements),
    Proof::of("IPT-291", Severity::Error, ended, |case| {
        case.add(day(110), again(TimeFrame::UntilReview(90)));
        case.add(
            day(112),
            interpersonal::record::session::Session::attended(),
        );
    })
    .along(&["IPT-081", "IPT-082", "IPT-111", "IPT-186"])
    .says(&[("after_break", |case| {
        case.add(day(200), again(TimeFrame::Sessions(16)));
        case.add(
            day(201),
            interpersonal::record::session::Session::attended(),
        );
    })])
    .silent(Topic::Agreements),
    Proof::of("IPT-084", Severity::Warning, transition, |case| {
        contract(case, |contract| {
            contract.interval_days = Some(28);
            contract.ends_on = None;
        });
    })
    .silent(Topic::Agreements),
    Proof::of("IPT-085", Severity::Error, transition, |case| {
        nothing_said(&mut case.entries);
    })
    .along(&["IPT-075", "IPT-086"])
    .says(&[
        ("not_agreed", |case| {
            nothing_said(&mut case.entries);
            not_done(case, InitialTask::TreatmentContract);
        }),
        ("limit_voiced", |case| {
            without(&mut case.entries, FactKind::ContractAgreed);
        }),
    ])
    .silent(Topic::Agreements),
    Proof::of("IPT-086", Severity::Warning, transition, |case| {
        nothing_said(&mut case.entries);
    })
    .along(&["IPT-075", "IPT-085"])
    .says(&[("late", |case| {
        without(&mut case.entries, FactKind::FrameAnnounced);
    })])
    .silent(Topic::Agreements),
    Proof::of("IPT-088", Severity::Error, amended, |case| {
        amend(case, |amended| amended.patient_agreed = Stated::NotDone);
    })
    .says(&[
        ("agreement", |case| {
            amend(case, |amended| amended.patient_agreed = Stated::NotReported);
        }),
        ("reason", |case| {
            amend(case, |amended| amended.reason = None);
        }),
    ])
    .silent(Topic::Agreements),
    Proof::of("IPT-090", Severity::Warning, transition, |case| {
        aimless(&mut case.entries);
    })
    .says(&[("not_agreed", |case| {
        aimless(&mut case.entries);
        not_done(case, InitialTask::TreatmentGoals);
    })])
    .silent(Topic::Agreements),
    Proof::of("IPT-091", Severity::Note, transition, |case| {
        contract(case, |contract| contract.ends_on = Some(day(105 + 15)));
    })
    .says(&[("earlier", |case| {
        contract(case, |contract| contract.ends_on = Some(day(105 - 28)));
    })])
    .silent(Topic::Agreements),
    Proof::of("IPT-094", Severity::Error, assessed, |case| {
        assess(case, None);
    })
    .says(&[
        ("communication_not_assessed", |case| {
            assess(case, Some(false));
        }),
        ("joint", |case| {
            assess(case, None);
            with_the_partner(&mut case.entries, 5);
        }),
        ("joint_not_assessed", |case| {
            assess(case, Some(false));
            with_the_partner(&mut case.entries, 5);
        }),
        ("trial", |case| {
            assess(case, None);
            no_talk(&mut case.entries);
            edit_session(&mut case.entries, 5, |note| {
                note.agreed = note.agreed.with(WorkKind::Attempt);
            });
        }),
        ("trial_not_assessed", |case| {
            assess(case, Some(false));
            no_talk(&mut case.entries);
            edit_session(&mut case.entries, 5, |note| {
                note.agreed = note.agreed.with(WorkKind::Attempt);
            });
        }),
        ("on_record", |case| {
            assess(case, None);
            no_talk(&mut case.entries);
        }),
        ("not_assessed", |case| {
            assess(case, Some(false));
            no_talk(&mut case.entries);
        }),
    ])
    .silent(Topic::Safety),
];

/// The record says that a task was not done.
fn not_done(case: &mut Case, task: InitialTask) {
    edit_session(&mut case.entries, 3, |note| {
        note.tasks.push(TaskNote::not_done(task));
    });
}

fn formulation_without(entries: &mut [Entry], part: FormulationPart) {
    formulated(entries, |given| {
        given.parts = Some(FormulationParts::ALL.without(part));
    });
}

/// The formulation is about something else than the focus.
fn proposed(case: &mut Case, on: FocusOn) {
    formulated(&mut case.entries, |given| given.focus = vec![on]);
}

/// No contract, and no word of a limit.
pub(crate) fn nothing_said(entries: &mut Vec<Entry>) {
    without(entries, FactKind::ContractAgreed);
    without(entries, FactKind::FrameAnnounced);
    formulation_without(entries, FormulationPart::TimeLimit);
}

fn amend(case: &mut Case, edit: impl Fn(&mut ContractAmended)) {
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::ContractAmended(amended) = fact {
            edit(amended);
        }
    });
}

/// Neither the focus nor the contract has goals.
fn aimless(entries: &mut [Entry]) {
    edit_facts(entries, |_, fact| match fact {
        Fact::FocusAgreed(agreed) => agreed.items[0].goals.clear(),
        Fact::ContractAgreed(contract) => {
            contract.terms = contract
                .terms
                .map(|terms| terms.without(ContractTerm::Goals));
        }
        _ => {}
    });
}

/// The other person of the dispute takes part in a session.
fn with_the_partner(entries: &mut [Entry], session: usize) {
    edit_session(entries, session, |note| {
        note.participants
            .push(Participant::new(Relation::Partner).with_consent(Stated::Done));
    });
}

/// Nobody worked on communication, and nothing was agreed to be tried.
fn no_talk(entries: &mut [Entry]) {
    edit_facts(entries, |_, fact| {
        if let Fact::Session(note) = fact {
            note.agreed = WorkSet::EMPTY;
        }
    });
    edit_session(entries, 5, |note| {
        note.techniques = note.techniques.without(Technique::CommunicationAnalysis);
    });
}

fn formulated(entries: &mut [Entry], edit: impl Fn(&mut FormulationGiven)) {
    edit_facts(entries, |_, fact| {
        if let Fact::FormulationGiven(given) = fact {
            edit(given);
        }
    });
}

fn contract(case: &mut Case, edit: impl Fn(&mut ContractAgreed)) {
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::ContractAgreed(contract) = fact {
            edit(contract);
        }
    });
}

fn contracted(edit: impl Fn(&mut ContractAgreed)) -> Vec<Entry> {
    let mut case = transition();
    contract(&mut case, edit);
    case.entries
}

/// Brief treatment in eight sessions.
/// The contract has run out, and the course is not closed.
fn ended() -> Case {
    let mut case = transition();
    without(&mut case.entries, FactKind::Closed);
    case
}

fn again(frame: TimeFrame) -> ContractAgreed {
    ContractAgreed::new(frame)
        .with_interval_days(Some(7))
        .with_minutes(Some(50))
}

fn brief() -> Case {
    Case::new(&B_8, flawless(&B_8, ProblemArea::RoleTransition))
}

/// The length of a session is amended, by agreement and with a reason.
fn amended() -> Case {
    let mut case = transition();
    let amendment = ContractAmended::new()
        .with_minutes(45)
        .with_reason(AmendmentReason::Scheduling);
    case.add(day(30), amendment.with_patient_agreed(Stated::Done));
    case
}

/// A dispute in which coercion is recorded, safety was assessed, and communication is analysed in
/// the fifth session.
pub(crate) fn assessed() -> Case {
    let mut entries = flawless(&ACUTE_16, ProblemArea::RoleDispute);
    edit_facts(&mut entries, |_, fact| match fact {
        Fact::DisputeDetailed(detail) => {
            detail.coercion = Some(true);
            detail.safety_assessed = Some(true);
        }
        Fact::Session(note) => {
            note.techniques = note
                .techniques
                .without(Technique::CommunicationAnalysis)
                .without(Technique::RolePlay);
        }
        _ => {}
    });
    edit_session(&mut entries, 5, |note| {
        note.techniques = note.techniques.with(Technique::CommunicationAnalysis);
    });
    Case::new(&ACUTE_16, entries)
}

pub(crate) fn assess(case: &mut Case, safety: Option<bool>) {
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::DisputeDetailed(detail) = fact {
            detail.safety_assessed = safety;
        }
    });
}

fn coerced(safety: Option<bool>) -> Vec<Entry> {
    let mut case = assessed();
    assess(&mut case, safety);
    case.entries
}

#[test]
fn contract_and_focus_change_only_by_an_entry_of_their_own() {
    let versions = |course: &interpersonal::Course| {
        let state = course.state();
        (state.contract_version(), state.focus_version())
    };
    let mut entries = treated();
    add(
        &mut entries,
        day(30),
        ContractAmended::new().with_frame(TimeFrame::Sessions(18)),
    );
    let mut entries = entries.into_iter();
    let mut course = interpersonal::Course::replay(&ACUTE_16, [entries.next().unwrap()]).unwrap();
    let mut changed = Vec::new();
    for entry in entries {
        let kind = entry.stated().map(|(_, fact)| fact.kind());
        let before = versions(&course);
        course.record_entry(entry).unwrap();
        if versions(&course) != before {
            changed.extend(kind);
        }
    }
    assert_eq!(
        changed,
        [
            FactKind::FocusAgreed,
            FactKind::ContractAgreed,
            FactKind::ContractAmended
        ]
    );
}

#[test]
fn a_formulation_without_its_time_limit_is_thin() {
    let mut entries = treated();
    formulation_without(&mut entries, FormulationPart::TimeLimit);
    let found = finds(&ACUTE_16, entries.clone(), &["IPT-075"]);
    let finding = of(&found, "IPT-075")[0];
    assert_eq!(finding.severity, Severity::Warning);
    assert_eq!(
        finding.to_string(),
        "The formulation of 19 January was recorded without this part: time limit."
    );
    formulated(&mut entries, |given| given.parts = None);
    assert!(
        of(&report(&ACUTE_16, entries.clone()), "IPT-075").is_empty(),
        "its parts are not reported"
    );
    formulated(&mut entries, |given| {
        given.parts = Some(FormulationParts::EMPTY);
    });
    let found = report(&ACUTE_16, entries);
    assert_eq!(
        of(&found, "IPT-075")[0].evidence.get("missing"),
        Some(Value::from(FormulationParts::ALL))
    );
}

#[test]
fn a_later_change_of_focus_is_not_set_against_the_first_formulation() {
    let mut entries = treated();
    add(
        &mut entries,
        day(60),
        FocusAgreed::new(vec![FocusItem::area(ProblemArea::RoleDispute)]),
    );
    assert!(of(&report(&ACUTE_16, entries), "IPT-076").is_empty());
}

#[test]
fn what_the_patient_changed_in_the_formulation_is_a_note() {
    let mut entries = treated();
    formulated(&mut entries, |given| {
        given.focus = vec![FocusOn::Area(ProblemArea::RoleDispute)];
    });
    answered(&mut entries, PatientResponse::AcceptedWithChanges);
    let found = finds(&ACUTE_16, entries, &[]);
    assert!(matches!(of(&found, "IPT-076")[..], [f] if f.severity == Severity::Note));
}

pub(crate) fn answered(entries: &mut [Entry], response: PatientResponse) {
    edit_facts(entries, |_, fact| {
        if let Fact::FormulationAnswered(answer) = fact {
            answer.response = response;
        }
    });
}

#[test]
fn a_formulation_that_the_patient_rejected_is_no_agreement() {
    let mut entries = treated();
    answered(&mut entries, PatientResponse::Rejected);
    let found = finds(&ACUTE_16, entries, &["IPT-077"]);
    assert_eq!(of(&found, "IPT-077")[0].severity, Severity::Error);
}

/// A focus that was agreed is the patient's yes, and a limit that was voiced is a limit, whatever
/// the protocol's list of tasks.
#[test]
fn what_stands_in_another_form_is_a_warning() {
    let weighs = |entries: &[Entry], code| {
        let found = report(&ACUTE_16, entries.to_vec());
        let [finding] = of(&found, code)[..] else {
            panic!("{code}: {:#?}", found.findings)
        };
        finding.severity
    };
    let mut entries = treated();
    without(&mut entries, FactKind::FormulationAnswered);
    assert_eq!(weighs(&entries, "IPT-077"), Severity::Warning);
    without(&mut entries, FactKind::FocusAgreed);
    assert_eq!(weighs(&entries, "IPT-077"), Severity::Error);

    let mut entries = treated();
    without(&mut entries, FactKind::ContractAgreed);
    assert_eq!(weighs(&entries, "IPT-085"), Severity::Warning);
    without(&mut entries, FactKind::FrameAnnounced);
    assert_eq!(
        weighs(&entries, "IPT-085"),
        Severity::Warning,
        "the formulation had the time limit"
    );
    nothing_said(&mut entries);
    assert_eq!(weighs(&entries, "IPT-085"), Severity::Error);
}

#[test]
fn the_answer_to_a_version_that_was_put_anew_is_none_to_the_new_one() {
    let mut entries = treated();
    answered(&mut entries, PatientResponse::Rejected);
    let anew = FormulationGiven::new(vec![FocusOn::Area(ProblemArea::RoleTransition)])
        .with_parts(FormulationParts::ALL);
    add(&mut entries, day(16), anew);
    let found = report(&ACUTE_16, entries.clone());
    let finding = of(&found, "IPT-077")[0];
    assert_eq!(finding.severity, Severity::Warning);
    assert!(
        finding
            .to_string()
            .starts_with("The formulation of 21 January had no answer"),
        "{finding}"
    );
    // The patient came round: nobody asks for more.
    add(
        &mut entries,
        day(17),
        FormulationAnswered::new(PatientResponse::Accepted),
    );
    finds(&ACUTE_16, entries, &[]);
}

#[test]
fn an_answer_that_is_open_is_asked_for_where_agreements_are_not_reported_in_full() {
    let mut entries = treated();
    without(&mut entries, FactKind::FormulationAnswered);
    unreported(&mut entries, Topic::Agreements);
    let open = report(&ACUTE_16, entries);
    let question = open
        .questions()
        .find(|it| it.code().as_str() == "IPT-077")
        .unwrap();
    assert_eq!(
        question.to_string(),
        "The formulation of 19 January had no answer on record when the middle phase began on 26 January. What did the patient say?"
    );
}

#[test]
fn what_was_agreed_when_most_of_the_middle_phase_had_passed_keeps_its_weight() {
    for (kind, code) in [
        (FactKind::FocusAgreed, "IPT-055"),
        (FactKind::FormulationGiven, "IPT-075"),
        (FactKind::ContractAgreed, "IPT-085"),
    ] {
        let mut entries = treated();
        nothing_voiced(&mut entries);
        moved(&mut entries, kind, day(80));
        let found = report(&ACUTE_16, entries);
        let [finding] = of(&found, code)[..] else {
            panic!("{code}: {:#?}", found.findings)
        };
        assert_eq!(finding.severity, Severity::Error, "{code}");
        assert!(
            matches!(finding.status, Status::RemediedLate { .. }),
            "{code}"
        );
    }
}

/// The time limit stands in the contract alone.
fn nothing_voiced(entries: &mut Vec<Entry>) {
    without(entries, FactKind::FrameAnnounced);
    formulated(entries, |given| given.parts = None);
}

#[test]
fn what_was_agreed_after_the_middle_phase_began_is_late() {
    for (kind, code) in [
        (FactKind::FormulationAnswered, "IPT-077"),
        (FactKind::ContractAgreed, "IPT-085"),
    ] {
        let mut entries = treated();
        moved(&mut entries, kind, day(22));
        let found = report(&ACUTE_16, entries);
        let [finding] = of(&found, code)[..] else {
            panic!("{code}: {:#?}", found.findings)
        };
        assert_eq!(finding.severity, Severity::Warning, "{code}");
        assert!(matches!(finding.status, Status::Remedied { .. }), "{code}");
    }
}

#[test]
fn a_task_that_has_a_finding_of_its_own_is_not_counted_again() {
    let mut entries = treated();
    without(&mut entries, FactKind::ContractAgreed);
    assert!(of(&report(&ACUTE_16, entries), "IPT-100").is_empty());
}

#[test]
fn what_the_contract_leaves_open_is_one_finding() {
    let open = |edit: fn(&mut ContractAgreed)| {
        let found = report(&ACUTE_16, contracted(edit));
        let [finding] = of(&found, "IPT-081")[..] else {
            panic!("{:#?}", found.findings)
        };
        (finding.severity, finding.to_string())
    };
    let all = open(|contract| {
        *contract = ContractAgreed::new(contract.frame)
            .with_terms(ContractTerms::ALL.without(ContractTerm::FeesAndCancellation));
    });
    let said = "The contract of 19 January left this open: fees and cancellation, the interval between sessions, the length of the \
                sessions and a rule for missed sessions.";
    assert_eq!(all, (Severity::Warning, said.to_owned()));
    let notice = open(|contract| {
        contract.missed_sessions = Some(MissedSessionPolicy::LateCancelAndNoShow);
        contract.notice_hours = None;
    });
    let said = "The contract of 19 January settled how often and how long sessions were to be, and left this open: the notice for \
                cancelling.";
    assert_eq!(notice, (Severity::Note, said.to_owned()));
}

#[test]
fn what_a_contract_need_not_say_is_not_asked() {
    let settled: [fn(&mut ContractAgreed); 3] = [
        // A list that was left out is not reported.
        |contract| contract.terms = None,
        // The notice matters only where late cancellations count.
        |contract| contract.notice_hours = None,
        // The contact for a crisis has a rule of its own.
        |contract| {
            contract.terms = contract
                .terms
                .map(|terms| terms.without(ContractTerm::CrisisContact));
        },
    ];
    for edit in settled {
        assert!(of(&report(&ACUTE_16, contracted(edit)), "IPT-081").is_empty());
    }
    let mut entries = contracted(|contract| contract.minutes = None);
    add(
        &mut entries,
        day(21),
        ContractAmended::new()
            .with_minutes(50)
            .with_reason(AmendmentReason::Other),
    );
    assert!(
        of(&report(&ACUTE_16, entries), "IPT-081").is_empty(),
        "an amendment settles it"
    );
}

#[test]
fn a_frame_that_was_amended_to_one_of_the_protocol_is_remedied() {
    let mut entries = contracted(|contract| contract.frame = TimeFrame::UntilReview(90));
    let amendment = ContractAmended::new()
        .with_frame(TimeFrame::Sessions(16))
        .with_reason(AmendmentReason::Other);
    add(
        &mut entries,
        day(30),
        amendment.with_patient_agreed(Stated::Done),
    );
    let found = report(&ACUTE_16, entries);
    let finding = of(&found, "IPT-082")[0];
    assert_eq!(
        finding.severity,
        Severity::Error,
        "a contract that only leads to a review has no end"
    );
    assert!(matches!(finding.status, Status::Remedied { .. }));
}

#[test]
fn a_dose_outside_the_range_is_a_warning_until_the_course_is_said_to_be_completed() {
    let found = report(&B_8, treated());
    let said = "The course was closed as completed, and its contract, that of 19 January, was for 16 sessions; b-8 provides for 8.";
    assert_eq!(of(&found, "IPT-083")[0].to_string(), said);

    let entries = safety::until(treated(), day(39));
    assert_eq!(
        of(&report(&B_8, entries.clone()), "IPT-083")[0].severity,
        Severity::Warning
    );

    let mut amended = entries;
    let amendment = ContractAmended::new()
        .with_frame(TimeFrame::Sessions(8))
        .with_reason(AmendmentReason::Scheduling);
    add(
        &mut amended,
        day(39),
        amendment.with_patient_agreed(Stated::Done),
    );
    assert!(matches!(
        of(&report(&B_8, amended), "IPT-083")[0].status,
        Status::Remedied { .. }
    ));
}

#[test]
fn twice_a_week_and_a_spacing_that_widens_are_the_protocols_own() {
    let monthly = contracted(|contract| contract.interval_days = Some(28));
    let found = report(&ACUTE_16, monthly);
    let said = "The contract of 19 January set the sessions 28 days apart; acute-16 provides for a spacing of 3–7 days.";
    assert_eq!(of(&found, "IPT-084")[0].to_string(), said);
    let entries = contracted(|contract| contract.interval_days = Some(3));
    assert!(of(&report(&ACUTE_16, entries), "IPT-084").is_empty());
    assert_outcome(
        &SR,
        flawless(&SR, ProblemArea::Grief),
        "IPT-084",
        Outcome::Holds,
    );
}

#[test]
fn a_contract_voices_the_time_limit_too() {
    let mut entries = treated();
    nothing_voiced(&mut entries);
    let late = report(&ACUTE_16, entries.clone());
    assert!(
        matches!(of(&late, "IPT-086")[0].status, Status::Remedied { .. }),
        "session 3 is late by our number alone"
    );
    assert_eq!(of(&late, "IPT-086")[0].severity, Severity::Note);
    formulated(&mut entries, |given| {
        given.parts = Some(FormulationParts::ALL);
    });
    moved(&mut entries, FactKind::FormulationGiven, day(7));
    assert!(
        of(&report(&ACUTE_16, entries.clone()), "IPT-086").is_empty(),
        "the formulation had it"
    );
    nothing_said(&mut entries);
    let never = report(&ACUTE_16, entries);
    let finding = of(&never, "IPT-086")[0];
    assert!(finding.stands());
    assert_eq!(finding.severity, Severity::Warning);
    assert_eq!(
        finding.follows.map(|cause| cause.code),
        Some(RuleCode::from_static("IPT-085"))
    );
}

#[test]
fn an_amendment_says_what_was_changed_and_what_is_open() {
    let said = |edit: fn(&mut ContractAmended)| {
        let mut case = amended();
        amend(&mut case, edit);
        let found = report(&ACUTE_16, case.entries);
        let [finding] = of(&found, "IPT-088")[..] else {
            panic!("{:#?}", found.findings)
        };
        (finding.severity, finding.to_string())
    };
    let changed = "The contract was amended on 4 February (the length of the sessions), and";
    let refused = said(|amended| amended.patient_agreed = Stated::NotDone);
    assert_eq!(
        refused,
        (
            Severity::Error,
            format!("{changed} the record says that the patient did not agree.")
        )
    );
    let silent = said(|amended| amended.patient_agreed = Stated::NotReported);
    assert_eq!(
        silent,
        (
            Severity::Warning,
            format!("{changed} the patient's agreement to it is not on record.")
        )
    );
    let unreasoned = said(|amended| amended.reason = None);
    assert_eq!(
        unreasoned,
        (
            Severity::Note,
            format!("{changed} no reason for it is on record.")
        )
    );
    let empty = said(|amended| *amended = ContractAmended::new().with_patient_agreed(Stated::Done));
    assert!(
        empty.1.contains("(without naming what was changed)"),
        "{}",
        empty.1
    );
}

#[test]
fn goals_that_the_contract_settles_are_goals() {
    let mut entries = treated();
    edit_facts(&mut entries, |_, fact| {
        if let Fact::FocusAgreed(agreed) = fact {
            agreed.items[0].goals.clear();
        }
    });
    assert_eq!(
        outcome(&finds(&ACUTE_16, entries.clone(), &[]), "IPT-090"),
        Outcome::Holds
    );
    aimless(&mut entries);
    finds(&ACUTE_16, entries.clone(), &["IPT-090"]);
    // Without a focus, that there are no goals goes with it.
    without(&mut entries, FactKind::FocusAgreed);
    let found = report(&ACUTE_16, entries);
    assert_eq!(
        of(&found, "IPT-090")[0].follows.map(|cause| cause.code),
        Some(RuleCode::from_static("IPT-055"))
    );
}

#[test]
fn a_planned_end_within_the_weeks_of_the_protocol_fits() {
    let entries = contracted(|contract| contract.ends_on = Some(day(105 + 14)));
    assert!(of(&report(&ACUTE_16, entries), "IPT-091").is_empty());
    let entries = contracted(|contract| contract.ends_on = Some(day(200)));
    let found = report(&ACUTE_16, entries);
    let said = "The contract of 19 January planned the last session for 24 July, 95 days after the day to which its 16 sessions led (20 April), \
                and no break that explains it is on record.";
    assert_eq!(of(&found, "IPT-091")[0].to_string(), said);
}

/// The case that refuted a law of plans: agreed in the meeting before the group, which then began
/// three weeks later.
#[test]
fn a_planned_end_is_not_set_against_a_first_session_that_came_later() {
    let mut entries = flawless(&LOSS_G12, ProblemArea::Grief);
    let agreed = entries.iter().find(|entry| {
        entry
            .stated()
            .is_some_and(|(_, fact)| fact.kind() == FactKind::ContractAgreed)
    });
    let agreed = agreed.and_then(Entry::day).unwrap();
    postpone(&mut entries, agreed.succ_opt().unwrap(), 21);
    assert!(of(&report(&LOSS_G12, entries), "IPT-091").is_empty());
}

#[test]
fn a_contract_that_nobody_recorded_cannot_be_told_of_an_excerpt() {
    let mut entries = treated();
    without(&mut entries, FactKind::ContractAgreed);
    let reported = report(&ACUTE_16, entries.clone());
    unreported(&mut entries, Topic::Agreements);
    let excerpt = report(&ACUTE_16, entries);
    for code in ["IPT-081", "IPT-082", "IPT-083", "IPT-084", "IPT-091"] {
        assert_eq!(outcome(&reported, code), Outcome::DoesNotApply, "{code}");
        assert_eq!(outcome(&excerpt, code), Outcome::CannotTell, "{code}");
    }
}

#[test]
fn what_a_contract_does_not_say_is_known_to_be_missing_only_where_agreements_are_reported() {
    type Unsay = fn(&mut ContractAgreed);
    let unsaid: [(&str, Unsay); 2] = [
        ("IPT-084", |contract| contract.interval_days = None),
        ("IPT-091", |contract| contract.ends_on = None),
    ];
    for (code, edit) in unsaid {
        let mut entries = contracted(edit);
        assert_eq!(
            outcome(&report(&ACUTE_16, entries.clone()), code),
            Outcome::DoesNotApply,
            "{code}"
        );
        unreported(&mut entries, Topic::Agreements);
        assert_eq!(
            outcome(&report(&ACUTE_16, entries), code),
            Outcome::CannotTell,
            "{code}"
        );
    }
}

#[test]
fn a_planned_end_is_not_set_against_a_first_session_that_may_be_another() {
    let mut entries = contracted(|contract| contract.ends_on = Some(day(200)));
    unreported(&mut entries, Topic::Sessions);
    assert_outcome(&ACUTE_16, entries, "IPT-091", Outcome::CannotTell);
}

#[test]
fn that_no_amendment_covers_a_dose_is_known_only_where_agreements_are_reported() {
    let Case {
        protocol,
        mut entries,
        ..
    } = brief();
    edit_facts(&mut entries, |_, fact| {
        if let Fact::ContractAgreed(contract) = fact {
            contract.frame = TimeFrame::Sessions(9);
        }
    });
    let weighs = |entries: &[Entry]| of(&report(protocol, entries.to_vec()), "IPT-083")[0].severity;
    assert_eq!(weighs(&entries), Severity::Error);
    unreported(&mut entries, Topic::Agreements);
    assert_eq!(weighs(&entries), Severity::Warning);
}

#[test]
fn safety_is_assessed_on_the_day_at_the_latest_or_a_response_stands_for_it() {
    let found = report(&ACUTE_16, coerced(None));
    let finding = of(&found, "IPT-094")[0];
    assert_eq!(finding.on, Some(day(28)));
    assert!(!RuleMeta::get(finding.code).unwrap().is_waivable());

    let mut stated = coerced(Some(false));
    unreported(&mut stated, Topic::Safety);
    assert_eq!(
        outcome(&report(&ACUTE_16, stated), "IPT-094"),
        Outcome::Found,
        "a stated no counts everywhere"
    );

    let mut answered = coerced(None);
    add(
        &mut answered,
        day(28),
        SafetyResponse::new(SafetyActions::of(&[SafetyAction::SafetyPlan])),
    );
    assert!(
        of(&report(&ACUTE_16, answered), "IPT-094").is_empty(),
        "on the day itself no order is assumed"
    );
}

#[test]
fn violence_on_record_asks_for_an_assessment_before_anything_is_worked_on() {
    let mut entries = coerced(None);
    no_talk(&mut entries);
    let found = report(&ACUTE_16, entries.clone());
    let [finding] = of(&found, "IPT-094")[..] else {
        panic!("{:#?}", found.findings)
    };
    assert_eq!(
        (finding.severity, finding.on),
        (Severity::Warning, Some(day(14)))
    );
    unreported(&mut entries, Topic::Safety);
    let open = report(&ACUTE_16, entries);
    let question = open
        .questions()
        .find(|it| it.code().as_str() == "IPT-094")
        .unwrap();
    assert!(question.is_about_safety());
    assert!(
        question
            .to_string()
            .ends_with("Has safety in that relationship been assessed?"),
        "{question}"
    );
}

#[test]
fn whether_an_assessment_came_first_is_told_by_the_content_of_sessions() {
    let mut entries = coerced(None);
    no_talk(&mut entries);
    let detail = detail_of(&entries).with_safety_assessed(true);
    add(&mut entries, day(42), detail);
    assert_outcome(&ACUTE_16, entries.clone(), "IPT-094", Outcome::Holds);
    unreported(&mut entries, Topic::SessionContent);
    assert_outcome(&ACUTE_16, entries, "IPT-094", Outcome::CannotTell);
}

#[test]
fn that_there_is_no_violence_is_told_by_the_screen_or_by_a_full_history() {
    let mut entries = flawless(&ACUTE_16, ProblemArea::RoleDispute);
    unreported(&mut entries, Topic::InitialTasks);
    assert_eq!(
        outcome(&report(&ACUTE_16, entries.clone()), "IPT-094"),
        Outcome::DoesNotApply,
        "the screen denies it"
    );
    screened(
        &mut entries,
        ScreenSet::ALL.without(ScreenItem::OngoingViolence),
        ScreenSet::EMPTY,
    );
    assert_outcome(&ACUTE_16, entries, "IPT-094", Outcome::CannotTell);
}

fn screened(entries: &mut [Entry], absent: ScreenSet, present: ScreenSet) {
    edit_facts(entries, |_, fact| {
        if let Fact::ScreeningDone(screen) = fact {
            (screen.absent, screen.present) = (absent, present);
        }
    });
}

/// The dangerous neighbour: the screen finds violence, the focus is something else, and the partner
/// is brought in.
#[test]
fn violence_that_the_screen_found_is_asked_about_whatever_the_focus() {
    let found = |focus, edit: fn(&mut Vec<Entry>)| {
        let mut entries = flawless(&ACUTE_16, focus);
        edit_facts(&mut entries, |_, fact| {
            if let Fact::Session(note) = fact {
                note.techniques = note
                    .techniques
                    .without(Technique::CommunicationAnalysis)
                    .without(Technique::RolePlay);
            }
            if let Fact::DisputeDetailed(detail) = fact {
                detail.safety_assessed = None;
            }
        });
        screened(
            &mut entries,
            ScreenSet::ALL.without(ScreenItem::OngoingViolence),
            ScreenItem::OngoingViolence.into(),
        );
        edit(&mut entries);
        let found = report(&ACUTE_16, entries);
        let [finding] = of(&found, "IPT-094")[..] else {
            panic!("{:#?}", found.findings)
        };
        (
            finding.severity,
            finding.case().unwrap().name.to_string(),
            finding.on,
        )
    };
    let joint: fn(&mut Vec<Entry>) = |entries| with_the_partner(entries, 8);
    let talk: fn(&mut Vec<Entry>) = |entries| {
        edit_session(entries, 5, |note| {
            note.techniques = note.techniques.with(Technique::RolePlay);
        });
    };
    for focus in ProblemArea::ALL.iter().copied() {
        assert_eq!(
            found(focus, |_| ()),
            (
                Severity::Warning,
                "on_record".to_owned(),
                start().checked_sub_days(Days::new(7))
            ),
            "{focus}"
        );
        assert_eq!(
            found(focus, joint),
            (Severity::Error, "joint".to_owned(), Some(day(49))),
            "{focus}"
        );
        assert_eq!(
            found(focus, talk),
            (Severity::Error, "communication".to_owned(), Some(day(28))),
            "{focus}"
        );
    }
}

#[test]
fn somebody_there_by_profession_is_not_the_person_concerned() {
    let mut entries = coerced(None);
    no_talk(&mut entries);
    edit_session(&mut entries, 6, |note| {
        note.participants
            .push(Participant::new(Relation::Professional).with_consent(Stated::Done));
        note.participants
            .push(Participant::new(Relation::Friend).with_consent(Stated::Done));
    });
    assert_eq!(
        of(&report(&ACUTE_16, entries), "IPT-094")[0].severity,
        Severity::Warning
    );
}

#[test]
fn a_response_to_another_concern_is_no_assessment_of_violence() {
    let found = |kind| {
        let mut entries = coerced(None);
        add(&mut entries, day(21), ConcernRaised::new(kind));
        add(
            &mut entries,
            day(21),
            SafetyResponse::new(SafetyActions::of(&[SafetyAction::SafetyPlan])),
        );
        of(&report(&ACUTE_16, entries), "IPT-094").len()
    };
    assert_eq!(found(ConcernKind::SuicidalIdeation), 1);
    assert_eq!(found(ConcernKind::Victimisation), 0);
}

fn detail_of(entries: &[Entry]) -> DisputeDetailed {
    let detail = entries.iter().find_map(|entry| match entry.stated() {
        Some((_, Fact::DisputeDetailed(detail))) => Some((**detail).clone()),
        _ => None,
    });
    detail.expect("the course has a dispute")
}

#[test]
fn safety_that_was_assessed_later_stands_remedied() {
    let mut entries = coerced(None);
    let detail = detail_of(&entries).with_safety_assessed(true);
    add(&mut entries, day(42), detail);
    let found = report(&ACUTE_16, entries);
    assert!(
        matches!(of(&found, "IPT-094")[..], [f] if matches!(f.status, Status::RemediedLate { .. }))
    );
}

#[test]
fn an_assessment_before_the_record_begins_cannot_be_told() {
    let entries = phases::midway(coerced(None), day(14), interpersonal::Phase::Initial, 2);
    let found = report(&ACUTE_16, entries);
    assert_eq!(outcome(&found, "IPT-094"), Outcome::CannotTell);
    assert!(
        found
            .questions()
            .any(|question| question.code().as_str() == "IPT-094")
    );
}

/// Communication is about the dispute; but that somebody else coerces is asked about as well.
#[test]
fn coercion_by_somebody_else_than_the_dispute_is_about_is_asked_about_by_itself() {
    let mut entries = flawless(&ACUTE_16, ProblemArea::RoleDispute);
    edit_facts(&mut entries, |_, fact| {
        if let Fact::PersonInventoried(person) = fact {
            person.coercion = Some(person.person.as_str() == "p3");
        }
        if let Fact::DisputeDetailed(detail) = fact {
            detail.safety_assessed = None;
        }
    });
    let found = report(&ACUTE_16, entries.clone());
    let [finding] = of(&found, "IPT-094")[..] else {
        panic!("{:#?}", found.findings)
    };
    assert_eq!(
        (finding.severity, finding.case().unwrap().name.as_ref()),
        (Severity::Warning, "on_record")
    );
    edit_facts(&mut entries, |_, fact| match fact {
        Fact::PersonInventoried(person) if person.coercion == Some(true) => {
            person.alive = Some(false);
        }
        _ => {}
    });
    assert!(
        of(&report(&ACUTE_16, entries), "IPT-094").is_empty(),
        "who has died is a danger no more"
    );
}
