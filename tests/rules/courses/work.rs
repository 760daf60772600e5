//! The work on an area, timing and measures.

use interpersonal::{
    Entry, Fact, FreeText, ProblemArea, Severity, Stated, Strategy,
    protocol::preset::ACUTE_16,
    record::{
        FactKind,
        contract::{AmendmentReason, ContractAmended, TimeFrame},
        session::{Attendance, DecidedBy, Session},
    },
    rule::{Conformance, Report},
    testing::exemplar::postpone,
    vocabulary::{StrategySet, WorkKind},
};

use crate::{
    Case, acute, add, at, day, edit_facts, edit_session, finds, insert, measure, of, report,
    session_day, transition, without, work,
};

/// The codes of the notes.
fn notes(report: &Report) -> Vec<&str> {
    report
        .standing()
        .filter(|found| found.severity == Severity::Note)
        .map(|found| found.code.as_str())
        .collect()
}

/// Sessions of these numbers were missed without a word.
fn miss(case: &mut Case, numbers: &[u16]) {
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::Session(note) = fact {
            if note.number.is_some_and(|number| numbers.contains(&number)) {
                **note = Session::new(Attendance::DidNotAttend);
            }
        }
    });
}

fn until(case: &mut Case, last: u64) {
    case.entries
        .retain(|entry| entry.day().is_none_or(|on| on <= day(last)));
}

#[test]
fn three_sessions_missed_in_a_row_and_nobody_did_anything() {
    let mut case = transition();
    miss(&mut case, &[6, 7, 8]);
    until(&mut case, 63);
    // Four weeks from session 5 to session 9: long, and not more than four intervals.
    let report = finds(&ACUTE_16, case.entries, &["IPT-156", "IPT-164", "IPT-165"]);
    assert_eq!(notes(&report), ["IPT-154"; 3]);
}

#[test]
fn extended_by_four_after_session_16_was_held() {
    let extended = |on: u64| {
        let mut case = transition();
        without(&mut case.entries, FactKind::Closed);
        let amended = ContractAmended::new()
            .with_frame(TimeFrame::Sessions(20))
            .with_reason(AmendmentReason::MoreWork)
            .with_patient_agreed(Stated::Done);
        case.add(day(on), amended);
        case.entries
    };
    finds(&ACUTE_16, extended(106), &["IPT-172"]);

    // A session held beyond the contract, before it was extended.
    let mut beyond = extended(113);
    let mut last = None;
    edit_session(&mut beyond, 16, |note| last = Some(note.clone()));
    let mut note = last.unwrap().with_number(17);
    note.tasks.clear();
    add(&mut beyond, day(112), note);
    let report = report(&ACUTE_16, beyond);
    assert!(matches!(of(&report, "IPT-107")[..], [found] if found.on == Some(day(112))));
    assert_eq!(of(&report, "IPT-172").len(), 1);
}

#[test]
fn an_unchanged_score_at_mid_course_and_no_option() {
    let mut case = transition();
    measure::unchanged(&mut case);
    finds(&ACUTE_16, case.entries, &["IPT-180"]);
}

#[test]
fn the_focus_changes_in_session_12_with_agreement_and_a_new_formulation() {
    // A new life event makes another focus the right one: a note. For any other reason it is late.
    let report = finds(&ACUTE_16, work::refocused(77).entries, &[]);
    assert!(notes(&report).contains(&"IPT-147") && notes(&report).contains(&"IPT-151"));
    let other = work::because(
        interpersonal::record::focus::FocusTrigger::FirstFocusWrong,
        77,
    );
    let report = finds(&ACUTE_16, other.entries, &["IPT-147"]);
    assert!(notes(&report).contains(&"IPT-151"));
    assert_eq!(report.conformance, Conformance::ConformsWithDeviations);
}

#[test]
fn a_dispute_without_a_stage() {
    let mut case = acute(ProblemArea::RoleDispute);
    work::unstaged(&mut case);
    finds(&ACUTE_16, case.entries, &["IPT-134"]);
}

#[test]
fn a_transition_whose_roles_are_empty() {
    let mut case = transition();
    edit_facts(&mut case.entries, |_, fact| match fact {
        Fact::Session(note) => {
            let roles =
                StrategySet::of(&[Strategy::TransitionOldRole, Strategy::TransitionNewRole]);
            if !note.strategies.intersection(roles).is_empty() {
                note.strategies = Strategy::TransitionLoss.into();
            }
        }
        Fact::TransitionDetailed(detail) => {
            detail.old_positive = None;
            detail.new_negative = Some(FreeText::from(" "));
        }
        _ => {}
    });
    let report = finds(&ACUTE_16, case.entries, &["IPT-140"]);
    assert_eq!(
        of(&report, "IPT-140")[0].to_string(),
        "The middle phase ended, and these were not on record: good and bad sides of the old role and good and bad sides of the new role."
    );
}

#[test]
fn an_attempt_that_was_agreed_and_never_reviewed() {
    let mut case = transition();
    for n in 1..=16 {
        edit_session(&mut case.entries, n, |note| {
            note.agreed = if n == 6 {
                WorkKind::Attempt.into()
            } else {
                interpersonal::vocabulary::WorkSet::EMPTY
            };
            note.reviewed = Stated::NotReported;
        });
    }
    finds(&ACUTE_16, case.entries.clone(), &["IPT-119"]);
    edit_session(&mut case.entries, 7, |note| note.reviewed = Stated::Done);
    finds(&ACUTE_16, case.entries, &[]);
}

#[test]
fn the_patient_is_pushed_to_one_outcome() {
    let mut case = acute(ProblemArea::RoleDispute);
    edit_session(&mut case.entries, 12, |note| {
        note.decided_by = Some(DecidedBy::Therapist);
    });
    finds(&ACUTE_16, case.entries, &["IPT-138"]);
}

#[test]
fn a_treatment_that_does_not_work_runs_on() {
    let mut case = transition();
    without(&mut case.entries, FactKind::ReviewHeld);
    measure::unchanged(&mut case);
    measure::worse(&mut case, 16);
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::Closed(closed) = fact {
            closed.result_note = Some(FreeText::from("better by every account"));
        }
    });
    finds(&ACUTE_16, case.entries, &["IPT-179", "IPT-180", "IPT-181"]);
}

#[test]
fn sessions_come_irregularly_with_long_gaps() {
    let mut case = transition();
    for (n, days) in [(6, 22), (9, 8), (11, 4), (13, -6)] {
        let from = session_day(&case.entries, n);
        postpone(&mut case.entries, from, days);
    }
    let found = report(&ACUTE_16, case.entries);
    // A gap of more than four weeks, one of more than two, one somewhat long; sessions a day apart
    // are a note.
    let gaps: Vec<_> = of(&found, "IPT-156")
        .iter()
        .map(|gap| (gap.severity, gap.evidence.get("days")))
        .collect();
    let expected = [
        (Severity::Warning, 29_u32),
        (Severity::Warning, 15),
        (Severity::Note, 11),
    ];
    assert_eq!(
        gaps,
        expected.map(|(weight, days)| (weight, Some(days.into())))
    );
    assert!(notes(&found).contains(&"IPT-158"), "{:?}", notes(&found));

    // No gap is long, and treatment drifts all the same.
    let mut drifting = transition();
    for n in 5..=16 {
        let from = session_day(&drifting.entries, n);
        postpone(&mut drifting.entries, from, 4);
    }
    finds(&ACUTE_16, drifting.entries, &["IPT-159", "IPT-162"]);
}

#[test]
fn patients_who_stay_away_are_not_sought() {
    let mut early = transition();
    let from = session_day(&early.entries, 2);
    postpone(&mut early.entries, from, 7);
    let missed: Entry = at(day(7), Session::new(Attendance::DidNotAttend));
    insert(&mut early.entries, missed);
    finds(&ACUTE_16, early.entries, &["IPT-166"]);

    let mut later = transition();
    miss(&mut later, &[6, 7]);
    let from = session_day(&later.entries, 6);
    postpone(&mut later.entries, from, 7);
    let report = report(&ACUTE_16, later.entries);
    assert_eq!(of(&report, "IPT-164").len(), 1);
    assert!(
        of(&report, "IPT-165").is_empty(),
        "two sessions are not three"
    );
}
