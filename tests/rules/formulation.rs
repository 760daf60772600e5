//! IPT-075 to IPT-094.

use interpersonal::{
    Entry, Fact, FactKind, FocusOn, InitialTask, InitialTaskSet, ProblemArea, Protocol, Severity, Stated, Technique,
    Topic,
    exemplar::postpone,
    protocol::preset::{ACUTE_16, ACUTE_16_SPEC, B_8, LOSS_G12, SR},
    protocol::{Cited, InitialPolicy, ProtocolSpec},
    record::{
        contract::{
            AmendmentReason, ContractAgreed, ContractAmended, ContractTerm, ContractTerms, MissedSessionPolicy,
            TimeFrame,
        },
        focus::{FormulationAnswered, FormulationGiven, FormulationPart, FormulationParts, PatientResponse},
        safety::{SafetyAction, SafetyActions, SafetyResponse},
    },
    rule::{OldEvidence, Outcome, Status, explain},
};

use crate::{
    Case, Proof, area::moved, at, day, edit_facts, edit_session, finds, flawless, insert, of, outcome, phases, report,
    safety, transition, unreported, without,
};

fn treated() -> Vec<Entry> {
    flawless(&ACUTE_16, ProblemArea::RoleTransition)
}

pub(crate) const PROOFS: &[Proof] = &[
    Proof::of("IPT-075", Severity::Error, transition, |case| without(&mut case.entries, FactKind::FormulationGiven))
        .silent(Topic::Agreements),
    Proof::of("IPT-076", Severity::Warning, transition, |case| {
        formulated(&mut case.entries, |given| given.focus = vec![FocusOn::Area(ProblemArea::RoleDispute)]);
    })
    .silent(Topic::Agreements),
    Proof::of("IPT-077", Severity::Error, transition, |case| without(&mut case.entries, FactKind::FormulationAnswered))
        .silent(Topic::Agreements),
    Proof::of("IPT-078", Severity::Warning, put_anew, |case| {
        case.entries.remove(place_of(&case.entries, FactKind::FormulationGiven, 1));
    })
    .silent(Topic::Agreements),
    Proof::of("IPT-079", Severity::Warning, transition, |case| {
        moved(&mut case.entries, FactKind::FormulationGiven, day(7));
    })
    .silent(Topic::InitialTasks),
    Proof::of("IPT-080", Severity::Note, transition, |case| {
        moved(&mut case.entries, FactKind::FormulationAnswered, day(22));
    })
    .along(&["IPT-077"])
    .silent(Topic::Agreements),
    Proof::of("IPT-081", Severity::Warning, transition, |case| {
        contract(case, |contract| {
            contract.terms = contract.terms.map(|terms| terms.without(ContractTerm::CrisisContact));
        });
    })
    .silent(Topic::Agreements),
    Proof::of("IPT-082", Severity::Warning, transition, |case| {
        contract(case, |contract| contract.frame = TimeFrame::Weeks(16));
    })
    .silent(Topic::Agreements),
    Proof::of("IPT-083", Severity::Error, brief, |case| {
        contract(case, |contract| contract.frame = TimeFrame::Sessions(9));
    })
    .along(&["IPT-106"])
    .silent(Topic::Agreements),
    Proof::of("IPT-084", Severity::Warning, transition, |case| {
        contract(case, |contract| {
            contract.interval_days = Some(28);
            contract.ends_on = None;
        });
    })
    .silent(Topic::Agreements),
    Proof::of("IPT-085", Severity::Error, transition, |case| without(&mut case.entries, FactKind::ContractAgreed))
        .silent(Topic::Agreements),
    Proof::of("IPT-086", Severity::Warning, transition, |case| without(&mut case.entries, FactKind::FrameAnnounced))
        .silent(Topic::Agreements),
    Proof::guaranteed("IPT-087", || {
        let versions = |course: &interpersonal::Course| {
            let state = course.state();
            (state.contract_version(), state.focus_version())
        };
        let mut entries = treated();
        insert(&mut entries, at(day(30), ContractAmended::new().with_frame(TimeFrame::Sessions(18))));
        let mut entries = entries.into_iter();
        let mut course = interpersonal::Course::open(&ACUTE_16, entries.next().unwrap()).unwrap();
        let mut changed = Vec::new();
        for entry in entries {
            let kind = entry.stated().map(|(_, fact)| fact.kind());
            let before = versions(&course);
            course.record(entry).unwrap();
            if versions(&course) != before {
                changed.extend(kind);
            }
        }
        assert_eq!(changed, [FactKind::FocusAgreed, FactKind::ContractAgreed, FactKind::ContractAmended]);
    }),
    Proof::of("IPT-088", Severity::Error, amended, |case| {
        edit_facts(&mut case.entries, |_, fact| {
            if let Fact::ContractAmended(amended) = fact {
                amended.patient_agreed = Stated::NotDone;
            }
        });
    })
    .silent(Topic::Agreements),
    Proof::of("IPT-089", Severity::Warning, transition, |case| {
        contract(case, |contract| contract.missed_sessions = None);
    })
    .silent(Topic::Agreements),
    Proof::of("IPT-090", Severity::Warning, transition, |case| {
        edit_facts(&mut case.entries, |_, fact| {
            if let Fact::FocusAgreed(agreed) = fact {
                agreed.items[0].goals.clear();
            }
        });
    })
    .silent(Topic::Agreements),
    Proof::of("IPT-091", Severity::Warning, transition, |case| {
        contract(case, |contract| contract.ends_on = Some(day(105 + 15)));
    })
    .silent(Topic::Agreements),
    Proof::of("IPT-092", Severity::Warning, transition, |case| {
        contract(case, |contract| {
            contract.terms = contract.terms.map(|terms| terms.without(ContractTerm::FeesAndCancellation));
        });
    })
    .silent(Topic::Agreements),
    Proof::of("IPT-093", Severity::Note, transition, |case| {
        contract(case, |contract| contract.terms = Some(ContractTerms::ALL));
    })
    .along(&["IPT-279"])
    .silent(Topic::Agreements),
    Proof::of("IPT-094", Severity::Error, assessed, |case| assess(case, None)).silent(Topic::Safety),
];

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

/// The place of the n-th fact of a kind, counted from 0.
fn place_of(entries: &[Entry], kind: FactKind, n: usize) -> usize {
    let is = |entry: &Entry| entry.stated().is_some_and(|(_, fact)| fact.kind() == kind);
    entries.iter().enumerate().filter(|(_, entry)| is(entry)).nth(n).expect("the course has such a fact").0
}

/// The patient turns down the first formulation and accepts another.
fn put_anew() -> Case {
    let mut case = transition();
    let place = place_of(&case.entries, FactKind::FormulationAnswered, 0);
    let anew =
        FormulationGiven::new(vec![FocusOn::Area(ProblemArea::RoleTransition)]).with_parts(FormulationParts::ALL);
    case.entries.insert(place, at(day(14), anew));
    case.entries.insert(place, at(day(14), FormulationAnswered::new(PatientResponse::Rejected)));
    case
}

/// Brief treatment in eight sessions.
fn brief() -> Case {
    Case::new(&B_8, flawless(&B_8, ProblemArea::RoleTransition))
}

/// The length of a session is amended, by agreement and with a reason.
fn amended() -> Case {
    let mut case = transition();
    let amendment = ContractAmended::new().with_minutes(45).with_reason(AmendmentReason::Scheduling);
    insert(&mut case.entries, at(day(30), amendment.with_patient_agreed(Stated::Done)));
    case
}

/// A dispute in which coercion is recorded, safety was assessed, and communication is analysed in the fifth session.
pub(crate) fn assessed() -> Case {
    let mut entries = flawless(&ACUTE_16, ProblemArea::RoleDispute);
    edit_facts(&mut entries, |_, fact| match fact {
        Fact::DisputeDetailed(detail) => {
            detail.coercion = Some(true);
            detail.safety_assessed = Some(true);
        }
        Fact::Session(note) => {
            note.techniques = note.techniques.without(Technique::CommunicationAnalysis).without(Technique::RolePlay);
        }
        _ => {}
    });
    edit_session(&mut entries, 5, |note| note.techniques = note.techniques.with(Technique::CommunicationAnalysis));
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
fn a_formulation_without_its_time_limit_is_thin() {
    let mut entries = treated();
    formulated(&mut entries, |given| given.parts = Some(FormulationParts::ALL.without(FormulationPart::TimeLimit)));
    let found = finds(&ACUTE_16, entries, &["IPT-075"]);
    let finding = of(&found, "IPT-075")[0];
    assert_eq!(finding.severity, Severity::Warning);
    assert_eq!(finding.old, OldEvidence::FormulationParts { missing: FormulationPart::TimeLimit.into() });
}

#[test]
fn what_the_patient_changed_in_the_formulation_is_a_note() {
    let mut entries = treated();
    formulated(&mut entries, |given| given.focus = vec![FocusOn::Area(ProblemArea::RoleDispute)]);
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

/// The acute protocol without a task in its list of initial tasks.
fn without_task(task: InitialTask) -> &'static Protocol {
    let tasks: InitialTaskSet = ACUTE_16_SPEC.initial.tasks.value.without(task);
    let initial = InitialPolicy { tasks: Cited::design(tasks), ..ACUTE_16_SPEC.initial };
    Box::leak(Box::new(Protocol::new(ProtocolSpec { initial, ..ACUTE_16_SPEC }).unwrap()))
}

#[test]
fn an_agreement_that_stands_in_another_form_weighs_what_the_protocol_makes_of_the_task() {
    // A focus was agreed: no word on the formulation.
    let mut entries = treated();
    without(&mut entries, FactKind::FormulationAnswered);
    let protocol = without_task(InitialTask::PatientAgreement);
    assert_eq!(of(&report(protocol, entries.clone()), "IPT-077")[0].severity, Severity::Warning);
    // None was, so that nothing shows an agreement.
    without(&mut entries, FactKind::FocusAgreed);
    assert_eq!(of(&report(protocol, entries), "IPT-077")[0].severity, Severity::Error);

    // A frame was announced: no contract.
    let mut entries = treated();
    without(&mut entries, FactKind::ContractAgreed);
    let protocol = without_task(InitialTask::TreatmentContract);
    assert_eq!(of(&report(protocol, entries.clone()), "IPT-085")[0].severity, Severity::Warning);
    without(&mut entries, FactKind::FrameAnnounced);
    assert_eq!(of(&report(protocol, entries), "IPT-085")[0].severity, Severity::Error);
}

#[test]
fn what_was_agreed_after_the_middle_phase_began_is_late() {
    for (kind, code) in [(FactKind::FormulationAnswered, "IPT-077"), (FactKind::ContractAgreed, "IPT-085")] {
        let mut entries = treated();
        moved(&mut entries, kind, day(22));
        let found = report(&ACUTE_16, entries);
        let [finding] = of(&found, code)[..] else { panic!("{code}: {:#?}", found.findings) };
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
fn each_matter_that_the_contract_leaves_open_is_thin() {
    let open: [fn(&mut ContractAgreed); 3] = [
        |contract| contract.terms = None,
        |contract| contract.minutes = None,
        |contract| contract.interval_days = None,
    ];
    for edit in open {
        finds(&ACUTE_16, contracted(edit), &["IPT-081"]);
    }
    let mut entries = contracted(|contract| contract.minutes = None);
    insert(&mut entries, at(day(21), ContractAmended::new().with_minutes(50).with_reason(AmendmentReason::Other)));
    assert!(of(&report(&ACUTE_16, entries), "IPT-081").is_empty(), "an amendment settles it");
}

#[test]
fn a_frame_that_was_amended_to_one_of_the_protocol_is_remedied() {
    let mut entries = contracted(|contract| contract.frame = TimeFrame::UntilReview(90));
    let amendment = ContractAmended::new().with_frame(TimeFrame::Sessions(16)).with_reason(AmendmentReason::Other);
    insert(&mut entries, at(day(30), amendment.with_patient_agreed(Stated::Done)));
    let found = report(&ACUTE_16, entries);
    assert!(matches!(of(&found, "IPT-082")[0].status, Status::Remedied { .. }));
}

#[test]
fn a_dose_outside_the_range_is_a_warning_until_the_course_is_said_to_be_completed() {
    let found = report(&B_8, treated());
    assert_eq!(of(&found, "IPT-083")[0].old, OldEvidence::Outside { found: 16, least: 8, most: 8 });

    let entries = safety::until(treated(), day(39));
    assert_eq!(of(&report(&B_8, entries.clone()), "IPT-083")[0].severity, Severity::Warning);

    let mut amended = entries;
    let amendment = ContractAmended::new().with_frame(TimeFrame::Sessions(8)).with_reason(AmendmentReason::Scheduling);
    insert(&mut amended, at(day(39), amendment.with_patient_agreed(Stated::Done)));
    assert!(matches!(of(&report(&B_8, amended), "IPT-083")[0].status, Status::Remedied { .. }));
}

#[test]
fn twice_a_week_and_a_spacing_that_widens_are_the_protocols_own() {
    let monthly = contracted(|contract| contract.interval_days = Some(28));
    let found = report(&ACUTE_16, monthly);
    assert_eq!(of(&found, "IPT-084")[0].old, OldEvidence::Outside { found: 28, least: 3, most: 7 });
    let entries = contracted(|contract| contract.interval_days = Some(3));
    assert!(of(&report(&ACUTE_16, entries), "IPT-084").is_empty());
    assert_eq!(outcome(&report(&SR, flawless(&SR, ProblemArea::Grief)), "IPT-084"), Outcome::Holds);
}

#[test]
fn a_contract_voices_the_time_limit_too() {
    let mut entries = treated();
    without(&mut entries, FactKind::FrameAnnounced);
    assert!(matches!(of(&report(&ACUTE_16, entries.clone()), "IPT-086")[0].status, Status::Remedied { .. }));
    without(&mut entries, FactKind::ContractAgreed);
    assert!(of(&report(&ACUTE_16, entries), "IPT-086")[0].stands());
}

#[test]
fn an_amendment_without_a_word_on_reason_or_agreement_is_thin() {
    let edited = |edit: fn(&mut ContractAmended)| {
        let mut case = amended();
        edit_facts(&mut case.entries, |_, fact| {
            if let Fact::ContractAmended(amended) = fact {
                edit(amended);
            }
        });
        case.entries
    };
    let open: [fn(&mut ContractAmended); 2] =
        [|amended| amended.patient_agreed = Stated::NotReported, |amended| amended.reason = None];
    for edit in open {
        let found = finds(&ACUTE_16, edited(edit), &["IPT-088"]);
        assert_eq!(of(&found, "IPT-088")[0].severity, Severity::Warning);
    }
}

#[test]
fn what_makes_a_cancellation_late_is_settled_where_it_matters() {
    let entries = contracted(|contract| {
        contract.missed_sessions = Some(MissedSessionPolicy::LateCancelAndNoShow);
        contract.notice_hours = None;
    });
    finds(&ACUTE_16, entries, &["IPT-089"]);
    finds(&ACUTE_16, contracted(|contract| contract.notice_hours = None), &[]);
}

#[test]
fn a_planned_end_within_the_weeks_of_the_protocol_fits() {
    let entries = contracted(|contract| contract.ends_on = Some(day(105 + 14)));
    assert!(of(&report(&ACUTE_16, entries), "IPT-091").is_empty());
    let entries = contracted(|contract| contract.ends_on = Some(day(200)));
    let found = report(&ACUTE_16, entries);
    assert_eq!(of(&found, "IPT-091")[0].old, OldEvidence::Days { from: day(105), to: day(200), limit: 14 });
}

/// The case that refuted a law of plans: agreed in the meeting before the group, which then began three weeks later.
#[test]
fn a_planned_end_is_not_set_against_a_first_session_that_came_later() {
    let mut entries = flawless(&LOSS_G12, ProblemArea::Grief);
    let agreed =
        entries.iter().find(|entry| entry.stated().is_some_and(|(_, fact)| fact.kind() == FactKind::ContractAgreed));
    let agreed = agreed.and_then(Entry::day).unwrap();
    postpone(&mut entries, agreed.succ_opt().unwrap(), 21);
    assert!(of(&report(&LOSS_G12, entries), "IPT-091").is_empty());
}

#[test]
fn homework_is_promised_where_the_protocol_gives_it() {
    assert_eq!(outcome(&report(&SR, flawless(&SR, ProblemArea::Grief)), "IPT-093"), Outcome::DoesNotApply);
}

#[test]
fn a_contract_that_nobody_recorded_cannot_be_told_of_an_excerpt() {
    let mut entries = treated();
    without(&mut entries, FactKind::ContractAgreed);
    let reported = report(&ACUTE_16, entries.clone());
    unreported(&mut entries, Topic::Agreements);
    let excerpt = report(&ACUTE_16, entries);
    for code in ["IPT-081", "IPT-082", "IPT-083", "IPT-084", "IPT-089", "IPT-091", "IPT-092", "IPT-093"] {
        assert_eq!(outcome(&reported, code), Outcome::DoesNotApply, "{code}");
        assert_eq!(outcome(&excerpt, code), Outcome::CannotTell, "{code}");
    }
}

#[test]
fn what_a_contract_does_not_say_is_known_to_be_missing_only_where_agreements_are_reported() {
    type Unsay = fn(&mut ContractAgreed);
    let unsaid: [(&str, Unsay); 3] = [
        ("IPT-084", |contract| contract.interval_days = None),
        ("IPT-091", |contract| contract.ends_on = None),
        ("IPT-092", |contract| contract.terms = None),
    ];
    for (code, edit) in unsaid {
        let mut entries = contracted(edit);
        assert_eq!(outcome(&report(&ACUTE_16, entries.clone()), code), Outcome::DoesNotApply, "{code}");
        unreported(&mut entries, Topic::Agreements);
        assert_eq!(outcome(&report(&ACUTE_16, entries), code), Outcome::CannotTell, "{code}");
    }
}

#[test]
fn a_planned_end_is_not_set_against_a_first_session_that_may_be_another() {
    let mut entries = contracted(|contract| contract.ends_on = Some(day(200)));
    unreported(&mut entries, Topic::Sessions);
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-091"), Outcome::CannotTell);
}

#[test]
fn that_no_amendment_covers_a_dose_is_known_only_where_agreements_are_reported() {
    let Case { protocol, mut entries, .. } = brief();
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
    assert!(!explain(finding.code).unwrap().is_waivable());

    let mut stated = coerced(Some(false));
    unreported(&mut stated, Topic::Safety);
    assert_eq!(outcome(&report(&ACUTE_16, stated), "IPT-094"), Outcome::Found, "a stated no counts everywhere");

    let mut answered = coerced(None);
    insert(&mut answered, at(day(28), SafetyResponse::new(SafetyActions::of(&[SafetyAction::SafetyPlan]))));
    assert!(of(&report(&ACUTE_16, answered), "IPT-094").is_empty(), "on the day itself no order is assumed");
}

#[test]
fn whether_communication_was_worked_on_is_told_by_the_content_of_sessions() {
    let mut entries = coerced(None);
    edit_session(&mut entries, 5, |note| note.techniques = note.techniques.without(Technique::CommunicationAnalysis));
    assert_eq!(outcome(&report(&ACUTE_16, entries.clone()), "IPT-094"), Outcome::Holds);
    unreported(&mut entries, Topic::SessionContent);
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-094"), Outcome::CannotTell);
}

#[test]
fn whether_there_is_coercion_is_told_by_a_denial_or_by_a_full_history() {
    let mut entries = flawless(&ACUTE_16, ProblemArea::RoleDispute);
    unreported(&mut entries, Topic::InitialTasks);
    assert_eq!(outcome(&report(&ACUTE_16, entries.clone()), "IPT-094"), Outcome::DoesNotApply, "it is denied");
    edit_facts(&mut entries, |_, fact| {
        if let Fact::DisputeDetailed(detail) = fact {
            detail.coercion = None;
        }
    });
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-094"), Outcome::CannotTell);
}

#[test]
fn safety_that_was_assessed_later_stands_remedied() {
    let mut entries = coerced(None);
    let detail = entries.iter().find_map(|entry| match entry.stated() {
        Some((_, Fact::DisputeDetailed(detail))) => Some(detail.clone()),
        _ => None,
    });
    insert(&mut entries, at(day(42), detail.unwrap().with_safety_assessed(true)));
    let found = report(&ACUTE_16, entries);
    assert!(matches!(of(&found, "IPT-094")[..], [f] if matches!(f.status, Status::RemediedLate { .. })));
}

#[test]
fn an_assessment_before_the_record_begins_cannot_be_told() {
    let entries = phases::midway(coerced(None), day(14), interpersonal::Phase::Initial, 2);
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-094"), Outcome::CannotTell);
}

#[test]
fn coercion_by_somebody_else_than_the_dispute_is_about_is_no_ground() {
    let mut entries = flawless(&ACUTE_16, ProblemArea::RoleDispute);
    let mut last = None;
    edit_facts(&mut entries, |_, fact| {
        if let Fact::PersonInventoried(person) = fact {
            person.coercion = Some(person.person.as_str() == "p3");
            last = Some(person.person);
        }
        if let Fact::DisputeDetailed(detail) = fact {
            detail.safety_assessed = None;
        }
    });
    assert!(last.is_some());
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-094"), Outcome::DoesNotApply);
}
