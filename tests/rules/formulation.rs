//! IPT-075 to IPT-094.

use interpersonal::{
    Entry, Fact, FactKind, FocusOn, Phase, ProblemArea, Severity, Stated, Technique, Topic,
    machine::{GuardSet, Trigger},
    protocol::preset::{ACUTE_16, B_8, SR},
    record::{
        contract::{
            AmendmentReason, ContractAgreed, ContractAmended, ContractTerm, ContractTerms, MissedSessionPolicy,
            TimeFrame,
        },
        focus::{FormulationAnswered, FormulationGiven, FormulationPart, FormulationParts, PatientResponse},
        safety::{SafetyAction, SafetyActions, SafetyResponse},
        setting::PhaseBegun,
    },
    rule::{Evidence, Outcome, RuleCode, Status, explain},
};

use crate::{
    area::moved, at, course, day, edit_facts, edit_session, finds, flawless, insert, of, outcome, report, unreported,
    without,
};

fn treated() -> Vec<Entry> {
    flawless(&ACUTE_16, ProblemArea::RoleTransition)
}

#[track_caller]
fn silent(mut entries: Vec<Entry>, topic: Topic, code: &'static str) {
    unreported(&mut entries, topic);
    assert_eq!(outcome(&report(&ACUTE_16, entries), code), Outcome::CannotTell);
}

fn formulated(entries: &mut [Entry], edit: impl Fn(&mut FormulationGiven)) {
    edit_facts(entries, |_, fact| {
        if let Fact::FormulationGiven(given) = fact {
            edit(given);
        }
    });
}

fn contracted(edit: impl Fn(&mut ContractAgreed)) -> Vec<Entry> {
    let mut entries = treated();
    edit_facts(&mut entries, |_, fact| {
        if let Fact::ContractAgreed(contract) = fact {
            edit(contract);
        }
    });
    entries
}

#[test]
fn a_formulation_without_its_time_limit_is_thin_and_none_at_all_an_error() {
    let mut entries = treated();
    formulated(&mut entries, |given| given.parts = Some(FormulationParts::ALL.without(FormulationPart::TimeLimit)));
    let found = finds(&ACUTE_16, entries.clone(), &["IPT-075"]);
    let finding = of(&found, "IPT-075")[0];
    assert_eq!(finding.severity, Severity::Warning);
    assert_eq!(finding.evidence, Evidence::FormulationParts { missing: FormulationPart::TimeLimit.into() });
    silent(entries, Topic::Agreements, "IPT-075");

    let mut entries = treated();
    without(&mut entries, FactKind::FormulationGiven);
    let found = finds(&ACUTE_16, entries.clone(), &["IPT-075"]);
    assert_eq!(of(&found, "IPT-075")[0].severity, Severity::Error);
    silent(entries, Topic::Agreements, "IPT-075");
}

#[test]
fn a_formulation_about_another_area_than_the_focus_is_found() {
    let mut entries = treated();
    formulated(&mut entries, |given| given.focus = vec![FocusOn::Area(ProblemArea::RoleDispute)]);
    let found = finds(&ACUTE_16, entries, &["IPT-076"]);
    assert_eq!(of(&found, "IPT-076")[0].severity, Severity::Warning);
}

fn answered(entries: &mut [Entry], response: PatientResponse) {
    edit_facts(entries, |_, fact| {
        if let Fact::FormulationAnswered(answer) = fact {
            answer.response = response;
        }
    });
}

#[test]
fn a_middle_phase_without_the_patients_agreement_is_recorded_with_a_finding() {
    let mut entries = treated();
    without(&mut entries, FactKind::FormulationAnswered);
    let found = finds(&ACUTE_16, entries.clone(), &["IPT-077"]);
    assert_eq!(of(&found, "IPT-077")[0].severity, Severity::Error);
    silent(entries, Topic::Agreements, "IPT-077");

    let mut entries = treated();
    answered(&mut entries, PatientResponse::Rejected);
    finds(&ACUTE_16, entries, &["IPT-077"]);
}

#[test]
fn a_middle_phase_without_the_patients_agreement_is_not_proposed() {
    let mut entries = treated();
    without(&mut entries, FactKind::FormulationAnswered);
    entries.retain(|entry| entry.day() < Some(day(21)));
    let mut course = course(&ACUTE_16, entries);
    let why = course.why_not(Trigger::BeginsMiddle).expect("something stands in the way").to_string();
    assert!(why.contains("IPT-077") && why.contains("IPT-100"), "{why}");
    let step = at(day(21), PhaseBegun::new(Phase::Middle));
    assert!(course.propose(step.clone(), GuardSet::EMPTY).is_err());
    assert!(course.record(step).is_ok());
}

#[test]
fn a_formulation_that_was_rejected_is_not_put_again_unchanged() {
    let mut entries = treated();
    let place = entries
        .iter()
        .position(|entry| entry.stated().is_some_and(|(_, fact)| fact.kind() == FactKind::FormulationAnswered));
    let rejected = at(day(14), FormulationAnswered::new(PatientResponse::Rejected));
    entries.insert(place.unwrap(), rejected);
    finds(&ACUTE_16, entries.clone(), &["IPT-078"]);
    silent(entries.clone(), Topic::Agreements, "IPT-078");

    let anew =
        FormulationGiven::new(vec![FocusOn::Area(ProblemArea::RoleTransition)]).with_parts(FormulationParts::ALL);
    entries.insert(place.unwrap() + 1, at(day(14), anew));
    finds(&ACUTE_16, entries, &[]);
}

#[test]
fn a_formulation_before_the_inventory_was_done_is_out_of_order() {
    let mut entries = treated();
    moved(&mut entries, FactKind::FormulationGiven, day(7));
    finds(&ACUTE_16, entries.clone(), &["IPT-079"]);
    silent(entries, Topic::InitialTasks, "IPT-079");
}

#[test]
fn an_answer_that_came_after_the_next_session_is_noted() {
    let mut entries = treated();
    moved(&mut entries, FactKind::FormulationAnswered, day(30));
    let found = report(&ACUTE_16, entries);
    assert_eq!(of(&found, "IPT-080")[0].severity, Severity::Note);
    assert!(of(&report(&ACUTE_16, treated()), "IPT-080").is_empty());
}

#[test]
fn a_contract_that_leaves_something_open_is_thin() {
    let open: [fn(&mut ContractAgreed); 3] = [
        |contract| {
            contract.terms =
                Some(ContractTerms::ALL.without(ContractTerm::SystematicHomework).without(ContractTerm::CrisisContact));
        },
        |contract| contract.minutes = None,
        |contract| contract.interval_days = None,
    ];
    for edit in open {
        let entries = contracted(edit);
        let found = finds(&ACUTE_16, entries.clone(), &["IPT-081"]);
        assert_eq!(of(&found, "IPT-081")[0].severity, Severity::Warning);
        silent(entries, Topic::Agreements, "IPT-081");
    }
}

#[test]
fn an_end_fixed_in_a_way_that_the_protocol_does_not_have_is_found() {
    let entries = contracted(|contract| contract.frame = TimeFrame::UntilReview(90));
    let found = report(&ACUTE_16, entries);
    assert!(of(&found, "IPT-082")[0].stands());
}

#[test]
fn a_dose_outside_the_range_is_a_warning_until_the_course_is_said_to_be_completed() {
    let found = report(&B_8, treated());
    let finding = of(&found, "IPT-083")[0];
    assert_eq!(finding.severity, Severity::Error);
    assert_eq!(finding.evidence, Evidence::Outside { found: 16, least: 8, most: 8 });

    let entries: Vec<Entry> = treated().into_iter().filter(|entry| entry.day() < Some(day(40))).collect();
    let found = report(&B_8, entries.clone());
    assert_eq!(of(&found, "IPT-083")[0].severity, Severity::Warning);

    let mut amended = entries;
    let amendment = ContractAmended::new()
        .with_frame(TimeFrame::Sessions(8))
        .with_reason(AmendmentReason::Scheduling)
        .with_patient_agreed(Stated::Done);
    insert(&mut amended, at(day(39), amendment));
    let found = report(&B_8, amended);
    assert!(matches!(of(&found, "IPT-083")[0].status, Status::Remedied { .. }));
}

#[test]
fn monthly_sessions_are_not_the_spacing_of_acute_treatment() {
    let entries = contracted(|contract| {
        contract.interval_days = Some(28);
        contract.ends_on = None;
    });
    let found = report(&ACUTE_16, entries);
    assert_eq!(of(&found, "IPT-084")[0].evidence, Evidence::Outside { found: 28, least: 3, most: 7 });
    // Twice a week is.
    let entries = contracted(|contract| contract.interval_days = Some(3));
    assert!(of(&report(&ACUTE_16, entries), "IPT-084").is_empty());
    // And so is a spacing that widens, where the protocol has it.
    assert_eq!(outcome(&report(&SR, flawless(&SR, ProblemArea::Grief)), "IPT-084"), Outcome::Holds);
}

#[test]
fn a_middle_phase_without_a_contract_is_an_error() {
    let mut entries = treated();
    without(&mut entries, FactKind::ContractAgreed);
    let found = report(&ACUTE_16, entries.clone());
    assert!(of(&found, "IPT-085")[0].stands());
    assert_eq!(of(&found, "IPT-085")[0].severity, Severity::Error);
    assert!(of(&found, "IPT-100").is_empty(), "its task is covered");
    silent(entries, Topic::Agreements, "IPT-085");
}

#[test]
fn a_time_limit_voiced_after_the_second_session_is_late() {
    let mut entries = treated();
    without(&mut entries, FactKind::FrameAnnounced);
    let found = finds(&ACUTE_16, entries.clone(), &[]);
    let finding = of(&found, "IPT-086")[0];
    assert!(matches!(finding.status, Status::Remedied { .. }), "the contract voiced it");
    assert_eq!(finding.severity, Severity::Warning);
    silent(entries.clone(), Topic::Agreements, "IPT-086");
    without(&mut entries, FactKind::ContractAgreed);
    assert!(of(&report(&ACUTE_16, entries), "IPT-086")[0].stands());
}

#[test]
fn a_change_of_contract_has_no_other_way_than_an_entry() {
    assert!(explain(RuleCode::from_static("IPT-087")).unwrap().guaranteed_by.is_some());
    let entries = treated();
    let mut longer = entries.clone();
    let amendment = ContractAmended::new().with_frame(TimeFrame::Sessions(18)).with_patient_agreed(Stated::Done);
    insert(&mut longer, at(day(30), amendment));
    assert_eq!(course(&ACUTE_16, entries).state().contract_version(), 1);
    assert_eq!(course(&ACUTE_16, longer).state().contract_version(), 2);
}

#[test]
fn an_amendment_that_the_patient_did_not_agree_to_is_an_error() {
    let amended = |agreed, reason: Option<AmendmentReason>| {
        let mut entries = treated();
        let mut amendment = ContractAmended::new().with_minutes(45).with_patient_agreed(agreed);
        amendment.reason = reason;
        insert(&mut entries, at(day(30), amendment));
        entries
    };
    let reason = Some(AmendmentReason::Scheduling);
    let found = finds(&ACUTE_16, amended(Stated::NotDone, reason), &["IPT-088"]);
    assert_eq!(of(&found, "IPT-088")[0].severity, Severity::Error);
    let found = finds(&ACUTE_16, amended(Stated::NotReported, reason), &["IPT-088"]);
    assert_eq!(of(&found, "IPT-088")[0].severity, Severity::Warning);
    finds(&ACUTE_16, amended(Stated::Done, None), &["IPT-088"]);
    finds(&ACUTE_16, amended(Stated::Done, reason), &[]);
    silent(amended(Stated::NotReported, reason), Topic::Agreements, "IPT-088");
}

#[test]
fn a_contract_says_which_missed_sessions_count() {
    let entries = contracted(|contract| contract.missed_sessions = None);
    finds(&ACUTE_16, entries.clone(), &["IPT-089"]);
    silent(entries, Topic::Agreements, "IPT-089");
    let entries = contracted(|contract| {
        contract.missed_sessions = Some(MissedSessionPolicy::LateCancelAndNoShow);
        contract.notice_hours = None;
    });
    finds(&ACUTE_16, entries, &["IPT-089"]);
    finds(&ACUTE_16, contracted(|contract| contract.notice_hours = None), &[]);
}

#[test]
fn a_focus_without_goals_is_found() {
    let mut entries = treated();
    edit_facts(&mut entries, |_, fact| {
        if let Fact::FocusAgreed(agreed) = fact {
            agreed.items[0].goals.clear();
        }
    });
    let found = finds(&ACUTE_16, entries.clone(), &["IPT-090"]);
    assert_eq!(of(&found, "IPT-090")[0].severity, Severity::Warning);
    silent(entries, Topic::Agreements, "IPT-090");
}

#[test]
fn a_planned_end_that_does_not_follow_from_the_numbers_is_found() {
    let entries = contracted(|contract| contract.ends_on = Some(day(200)));
    let found = report(&ACUTE_16, entries);
    assert_eq!(of(&found, "IPT-091")[0].evidence, Evidence::Days { from: day(105), to: day(200), limit: 28 });
    let entries = contracted(|contract| contract.ends_on = Some(day(105 + 28)));
    assert!(of(&report(&ACUTE_16, entries), "IPT-091").is_empty());
}

#[test]
fn a_contract_settles_fees() {
    let terms = ContractTerms::ALL.without(ContractTerm::SystematicHomework).without(ContractTerm::FeesAndCancellation);
    let entries = contracted(|contract| contract.terms = Some(terms));
    finds(&ACUTE_16, entries.clone(), &["IPT-092"]);
    silent(entries, Topic::Agreements, "IPT-092");
}

#[test]
fn homework_promised_where_the_protocol_gives_none_is_noted() {
    let found = finds(&ACUTE_16, contracted(|contract| contract.terms = Some(ContractTerms::ALL)), &[]);
    assert_eq!(of(&found, "IPT-093")[0].severity, Severity::Note);
    assert_eq!(outcome(&report(&SR, flawless(&SR, ProblemArea::Grief)), "IPT-093"), Outcome::DoesNotApply);
}

/// A dispute in which coercion is recorded, and communication is analysed in the fifth session.
fn coerced(assessed: Option<bool>) -> Vec<Entry> {
    let mut entries = flawless(&ACUTE_16, ProblemArea::RoleDispute);
    edit_facts(&mut entries, |_, fact| match fact {
        Fact::DisputeDetailed(detail) => {
            detail.coercion = Some(true);
            detail.safety_assessed = assessed;
        }
        Fact::Session(note) => {
            note.techniques = note.techniques.without(Technique::CommunicationAnalysis).without(Technique::RolePlay);
        }
        _ => {}
    });
    edit_session(&mut entries, 5, |note| note.techniques = note.techniques.with(Technique::CommunicationAnalysis));
    entries
}

#[test]
fn communication_is_not_worked_on_in_a_coercive_relationship_before_safety_is_assessed() {
    let found = report(&ACUTE_16, coerced(None));
    let finding = of(&found, "IPT-094")[0];
    assert!(finding.stands());
    assert_eq!((finding.severity, finding.on), (Severity::Error, Some(day(28))));
    assert!(!explain(finding.code).unwrap().is_waivable());
    assert!(of(&report(&ACUTE_16, coerced(Some(true))), "IPT-094").is_empty());
    silent(coerced(None), Topic::Safety, "IPT-094");

    let mut stated = coerced(Some(false));
    unreported(&mut stated, Topic::Safety);
    assert_eq!(outcome(&report(&ACUTE_16, stated), "IPT-094"), Outcome::Found);

    let mut answered = coerced(None);
    insert(&mut answered, at(day(28), SafetyResponse::new(SafetyActions::of(&[SafetyAction::SafetyPlan]))));
    assert!(of(&report(&ACUTE_16, answered), "IPT-094").is_empty(), "on the day itself no order is assumed");
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
    assert!(matches!(of(&found, "IPT-094")[0].status, Status::Remedied { .. }));
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
