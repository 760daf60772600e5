//! Safety, ending and maintenance.

use interpersonal::{
    Fact, ProblemArea, Severity,
    protocol::preset::{ACUTE_16, SR},
    record::{
        FactKind,
        ending::ClinicalResult,
        safety::{ConcernKind, ConcernRaised, Enquiry, EnquiryBasis},
        session::{Attendance, Session},
    },
    rule::Conformance,
    vocabulary::EndingTask,
};

use crate::{
    add, base, codes, day, edit_facts, edit_session, ending, finds, flawless, maintenance, of,
    report, safety, without,
};

#[test]
fn the_end_is_not_mentioned_until_the_last_session() {
    // As it happens: with one session left a warning, and so in the last session.
    let mut running = safety::until(ending::announced_in(16), day(98));
    finds(&ACUTE_16, running.clone(), &["IPT-200"]);
    running = safety::until(running, day(84));
    assert!(
        of(&report(&ACUTE_16, running), "IPT-200")
            .iter()
            .all(|f| f.severity == Severity::Note)
    );
    finds(&ACUTE_16, ending::announced_in(16), &["IPT-200"]);

    let mut never = base();
    ending::says_nothing_of_the_end(&mut never);
    let report = finds(&ACUTE_16, never, &["IPT-201", "IPT-203"]);
    assert!(
        matches!(of(&report, "IPT-122")[..], [found] if found.severity == Severity::Note && found.follows.is_some())
    );
    assert_eq!(report.conformance, Conformance::DoesNotConform);
}

#[test]
fn the_tasks_of_the_ending_are_skipped_and_its_sessions_used_for_new_topics() {
    let mut entries = base();
    for task in [
        EndingTask::FeelingsAboutEnding,
        EndingTask::ReviewFocusGoals,
    ] {
        ending::leave_out(&mut entries, task);
    }
    ending::new_focus(&mut entries, 98);
    let skipped = report(&ACUTE_16, entries);
    let sentence = of(&skipped, "IPT-203")[0].to_string();
    assert!(
        sentence.ends_with(
            "were not on record: feelings about the ending and review of focus and goals."
        ),
        "{sentence}"
    );
    assert_eq!(
        of(&skipped, "IPT-147").len(),
        1,
        "a new focus in the last sessions"
    );

    // All on one day may be the habit of ticking a list at closing: a note.
    let mut crowded = base();
    ending::all_in_the_last_session(&mut crowded);
    let crowded = finds(&ACUTE_16, crowded, &[]);
    assert_eq!(of(&crowded, "IPT-204").len(), 1);
}

#[test]
fn the_credit_is_taken_from_the_patient_or_the_blame_given_to_them() {
    let mut entries = base();
    ending::leave_out(&mut entries, EndingTask::CreditToPatient);
    finds(&ACUTE_16, entries, &["IPT-203"]);

    let mut case = ending::unhelped();
    finds(&ACUTE_16, case.entries.clone(), &[]);
    ending::leave_out(&mut case.entries, EndingTask::NonresponseReview);
    let blamed = finds(&ACUTE_16, case.entries.clone(), &["IPT-206"]);
    let sentence = of(&blamed, "IPT-206")[0].to_string();
    assert!(
        sentence.ends_with(
            "without improvement (no change), and no talk with the patient about it is on record."
        ),
        "{sentence}"
    );

    // A partial response asks for no such talk.
    ending::edit_closing(&mut case.entries, |closed| {
        closed.result = ClinicalResult::PartialResponse;
    });
    assert!(of(&report(&ACUTE_16, case.entries), "IPT-206").is_empty());
}

#[test]
fn maintenance_is_not_talked_over_although_the_illness_has_come_back_before() {
    let mut case = ending::ill_before();
    without(&mut case.entries, FactKind::MaintenanceDecided);
    let report = finds(&ACUTE_16, case.entries, &["IPT-208"]);
    assert_eq!(report.conformance, Conformance::ConformsWithDeviations);

    // Where the source talks it over with everyone, the history does not matter.
    let mut entries = flawless(&SR, ProblemArea::RoleTransition);
    ending::decides_nothing(&mut entries);
    let report = finds(&SR, entries, &["IPT-207"]);
    assert_eq!(report.conformance, Conformance::DoesNotConform);
}

#[test]
fn maintenance_is_run_as_open_ended_therapy() {
    let mut entries = maintenance::goes_on();
    maintenance::no_own_contract(&mut entries);
    let report = finds(&ACUTE_16, entries, &["IPT-220"]);
    assert_eq!(of(&report, "IPT-220").len(), 1, "and not each session");
    assert_eq!(report.conformance, Conformance::DoesNotConform);

    let mut vague = maintenance::goes_on();
    edit_facts(&mut vague, |on, fact| {
        if let Fact::ContractAgreed(contract) = fact {
            if on == day(112) {
                (contract.interval_days, contract.aim) = (None, None);
            }
        }
    });
    let report = finds(&ACUTE_16, vague, &["IPT-220"]);
    let named: Vec<_> = of(&report, "IPT-220")
        .iter()
        .map(ToString::to_string)
        .collect();
    let open = "The contract for maintenance of 27 April left open the aim of the contract and the interval between sessions.";
    assert_eq!(named, [open]);
}

#[test]
fn danger_is_noted_and_nobody_answers() {
    let mut entries = base();
    let plan = ConcernRaised::new(ConcernKind::SuicidalPlan).with_immediate_danger(true);
    add(&mut entries, day(63), plan);
    edit_session(&mut entries, 11, |note| {
        *note = Session::new(Attendance::DidNotAttend);
    });
    let absent = safety::until(entries.clone(), day(70));
    finds(&ACUTE_16, absent, &["IPT-189", "IPT-191", "IPT-194"]);

    // The next session goes on as if nothing had been said. It ends the absence, and nothing else.
    entries = safety::until(entries, day(77));
    let unanswered = finds(
        &ACUTE_16,
        entries.clone(),
        &["IPT-189", "IPT-190", "IPT-191"],
    );
    assert_eq!(of(&unanswered, "IPT-190").len(), 1);
    assert!(of(&unanswered, "IPT-234").is_empty());

    // A response a week too late keeps its weight, and brings its own questions.
    add(
        &mut entries,
        day(71),
        safety::response(&[interpersonal::record::safety::SafetyAction::ExtraContact]),
    );
    let late = finds(&ACUTE_16, entries, &["IPT-189", "IPT-191", "IPT-192"]);
    assert_eq!(late.conformance, Conformance::DoesNotConform);
}

#[test]
fn danger_is_scored_away() {
    let mut entries = safety::until(base(), day(63));
    edit_session(&mut entries, 10, |note| {
        note.scores = vec![safety::score(interpersonal::measure::ItemAnswer::Denied)];
        note.enquiry = Some(Enquiry::no_concern().with_basis(EnquiryBasis::QuestionnaireItem));
    });
    finds(&ACUTE_16, entries.clone(), &["IPT-186"]);

    // Nor does a zero close a concern that is open.
    add(
        &mut entries,
        day(63),
        ConcernRaised::new(ConcernKind::SuicidalIdeation),
    );
    assert!(codes(&report(&ACUTE_16, entries)).contains(&"IPT-189"));
}

#[test]
fn a_course_is_closed_without_an_outcome() {
    ending::an_outcome_has_all_its_parts();
    // An outcome that no score bears out.
    let mut entries = base();
    for n in 15..=16 {
        edit_session(&mut entries, n, |note| note.scores.clear());
    }
    assert!(codes(&report(&ACUTE_16, entries)).contains(&"IPT-182"));
}
