//! Proofs of IPT-155 to IPT-174.

use interpersonal::{
    Content, Criterion, EndingTask, Entry, Fact, FactKind, FreeText, Phase, ProblemArea, Severity, Stated, TaskNote,
    Topic,
    exemplar::postpone,
    protocol::preset::ACUTE_16,
    record::{
        contact::{
            Admission, AdmissionEvent, BreakAnnounced, EngagementDecided, EngagementDecision, OutreachMade,
            PauseReason, Paused, Resumed,
        },
        contract::{AmendmentReason, ContractAmended, MissedSessionPolicy, TimeFrame},
        review::JudgementMade,
        session::{Attendance, Session, SessionKind},
    },
    rule::{Outcome, Status},
};

use crate::{at, codes, day, edit_facts, finds, flawless, insert, of, outcome, report, session_day, unreported};

fn course() -> Vec<Entry> {
    flawless(&ACUTE_16, ProblemArea::RoleTransition)
}

/// Puts the n-th session and what follows it off by so many days.
fn put_off(entries: &mut [Entry], n: usize, days: i64) {
    postpone(entries, session_day(entries, n), days);
}

/// The session of that number was missed: a note of the same day without what was done in it.
fn miss(entries: &mut [Entry], n: u16, attendance: Attendance) {
    edit_facts(entries, |_, fact| {
        if let Fact::Session(note) = fact {
            if note.number == Some(n) {
                **note = Session::new(attendance);
            }
        }
    });
}

/// The contract is changed by agreement, for a reason.
fn amended() -> ContractAmended {
    ContractAmended::new()
        .with_reason(AmendmentReason::MoreWork)
        .with_note(FreeText::from("more time for the new role"))
        .with_patient_agreed(Stated::Done)
}

/// Cuts the record after a day.
fn until(entries: &mut Vec<Entry>, last: u64) {
    entries.retain(|entry| entry.day().is_none_or(|on| on <= day(last)));
}

/// What was found under a code among these.
fn among<'a>(report: &interpersonal::rule::Report, block: &[&'a str]) -> Vec<&'a str> {
    block.iter().copied().filter(|code| !of_code(report, code).is_empty()).collect()
}

fn of_code(report: &interpersonal::rule::Report, code: &str) -> Vec<interpersonal::rule::Finding> {
    report.findings.iter().copied().filter(|found| found.code.as_str() == code && found.stands()).collect()
}

const GAPS: [&str; 3] = ["IPT-155", "IPT-156", "IPT-157"];

#[test]
fn a_gap_is_reported_on_its_highest_rung_alone() {
    // Weekly sessions: a gap of 7 + n days against 10, 14 and 28.
    for (days, expected) in
        [(3, &[][..]), (4, &["IPT-155"]), (7, &["IPT-155"]), (8, &["IPT-156"]), (21, &["IPT-156"]), (22, &["IPT-157"])]
    {
        let mut entries = course();
        put_off(&mut entries, 6, days);
        let report = report(&ACUTE_16, entries);
        assert_eq!(among(&report, &GAPS), expected, "{days}");
    }
}

#[test]
fn a_short_gap_is_a_note_and_a_long_one_a_warning() {
    let mut entries = course();
    put_off(&mut entries, 6, 4);
    let short = finds(&ACUTE_16, entries, &[]);
    assert_eq!(of(&short, "IPT-155")[0].severity, Severity::Note);

    let mut entries = course();
    put_off(&mut entries, 6, 9);
    finds(&ACUTE_16, entries, &["IPT-156"]);
}

#[test]
fn a_pause_a_stay_in_hospital_or_an_announced_break_covers_a_gap() {
    let cover: [fn(&mut Vec<Entry>); 3] = [
        |entries| {
            let paused = Paused::new().with_reason(PauseReason::Illness).with_review_on(day(45));
            insert(entries, at(day(29), paused));
            insert(entries, at(day(55), Resumed::new()));
        },
        |entries| {
            insert(entries, at(day(29), Admission::new(AdmissionEvent::Admitted)));
            insert(entries, at(day(55), Admission::new(AdmissionEvent::Discharged)));
        },
        |entries| {
            let announced = BreakAnnounced::new(day(29), day(55)).with_crisis_contact(Stated::Done);
            insert(entries, at(day(21), announced));
        },
    ];
    for cover in cover {
        let mut entries = course();
        put_off(&mut entries, 6, 25);
        cover(&mut entries);
        let report = report(&ACUTE_16, entries);
        assert!(among(&report, &GAPS).is_empty(), "{:#?}", report.findings);
        assert!(among(&report, &["IPT-159", "IPT-162", "IPT-165"]).is_empty(), "{:#?}", report.findings);
    }
}

#[test]
fn whether_there_was_a_gap_cannot_be_told_where_sessions_are_not_reported() {
    for (days, code) in [(4, "IPT-155"), (8, "IPT-156"), (22, "IPT-157")] {
        let mut entries = course();
        put_off(&mut entries, 6, days);
        unreported(&mut entries, Topic::Sessions);
        assert_eq!(outcome(&report(&ACUTE_16, entries), code), Outcome::CannotTell, "{code}");
    }
}

#[test]
fn without_contacts_a_long_gap_is_noted_and_whether_anything_covered_it_cannot_be_told() {
    let mut entries = course();
    put_off(&mut entries, 6, 22);
    unreported(&mut entries, Topic::Contacts);
    let report = report(&ACUTE_16, entries);
    assert_eq!(of(&report, "IPT-155").len(), 1);
    assert_eq!(outcome(&report, "IPT-156"), Outcome::Holds);
    assert_eq!(outcome(&report, "IPT-157"), Outcome::CannotTell);
}

#[test]
fn gaps_are_measured_in_the_interval_of_the_contract() {
    let mut entries = course();
    insert(&mut entries, at(day(28), amended().with_interval_days(14_u16)));
    put_off(&mut entries, 6, 7);
    let report = report(&ACUTE_16, entries);
    assert!(among(&report, &GAPS).is_empty(), "{:#?}", report.findings);
    // That the spacing was widened by agreement is worth a note.
    assert_eq!(of(&report, "IPT-161").len(), 1);
}

#[test]
fn an_open_gap_grows_with_the_days() {
    let mut entries = course();
    until(&mut entries, 35);
    let open = crate::course(&ACUTE_16, entries);
    let codes_on = |after| {
        let report = interpersonal::rule::Validator::new().validate(&open, day(after));
        among(&report, &GAPS)
    };
    assert_eq!(codes_on(45), [""; 0]);
    assert_eq!(codes_on(46), ["IPT-155"]);
    assert_eq!(codes_on(50), ["IPT-156"]);
    assert_eq!(codes_on(64), ["IPT-157"]);
}

#[test]
fn sessions_on_two_days_running_crowd_unless_there_is_a_crisis() {
    let crowded = || {
        let mut entries = course();
        put_off(&mut entries, 6, -6);
        entries
    };
    finds(&ACUTE_16, crowded(), &["IPT-158"]);
    let mut crisis = crowded();
    crate::edit_session(&mut crisis, 6, |note| note.kind = SessionKind::Crisis);
    assert_eq!(outcome(&report(&ACUTE_16, crisis), "IPT-158"), Outcome::Holds);
}

#[test]
fn spacing_drifts_when_gap_after_gap_is_a_little_too_long() {
    let mut entries = course();
    for n in [6, 7, 8] {
        put_off(&mut entries, n, 4);
    }
    finds(&ACUTE_16, entries.clone(), &["IPT-159"]);
    unreported(&mut entries, Topic::Sessions);
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-159"), Outcome::CannotTell);
}

#[test]
fn two_sessions_a_week_are_agreed_on() {
    let fast = || {
        let mut entries = course();
        for n in [6, 7, 8] {
            put_off(&mut entries, n, -4);
        }
        entries
    };
    finds(&ACUTE_16, fast(), &["IPT-160"]);

    let mut agreed = fast();
    insert(&mut agreed, at(day(28), amended().with_interval_days(3_u16)));
    assert_eq!(outcome(&report(&ACUTE_16, agreed), "IPT-160"), Outcome::Holds);

    let mut untold = fast();
    unreported(&mut untold, Topic::Agreements);
    assert_eq!(outcome(&report(&ACUTE_16, untold), "IPT-160"), Outcome::CannotTell);
}

#[test]
fn an_agreement_to_widen_the_spacing_is_noted_once() {
    let mut entries = course();
    insert(&mut entries, at(day(70), amended().with_interval_days(14_u16)));
    let report = finds(&ACUTE_16, entries, &[]);
    assert_eq!(of(&report, "IPT-161").len(), 1);
}

#[test]
fn whether_the_spacing_was_widened_by_agreement_cannot_be_told_without_agreements() {
    let mut entries = course();
    unreported(&mut entries, Topic::Agreements);
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-161"), Outcome::CannotTell);
}

#[test]
fn of_the_two_overruns_only_the_longer_is_reported() {
    // Sixteen sessions in sixteen weeks; the last lies on day 105, the limits on days 140 and 168.
    const OVERRUN: [&str; 2] = ["IPT-162", "IPT-163"];
    for (days, expected) in [(5, &[][..]), (6, &["IPT-162"]), (10, &["IPT-163"])] {
        let mut entries = course();
        for n in 6..=12 {
            put_off(&mut entries, n, days);
        }
        let report = report(&ACUTE_16, entries);
        assert_eq!(among(&report, &OVERRUN), expected, "{days}");
    }
}

#[test]
fn whether_an_overrun_was_covered_cannot_be_told_without_contacts() {
    for (days, code) in [(6, "IPT-162"), (10, "IPT-163")] {
        let mut entries = course();
        for n in 6..=12 {
            put_off(&mut entries, n, days);
        }
        unreported(&mut entries, Topic::Contacts);
        assert_eq!(outcome(&report(&ACUTE_16, entries), code), Outcome::CannotTell);
    }
}

#[test]
fn three_sessions_missed_without_outreach_and_without_decision_are_found_with_the_gap() {
    let mut entries = course();
    for n in [6, 7, 8] {
        miss(&mut entries, n, Attendance::DidNotAttend);
    }
    let report = report(&ACUTE_16, entries);
    let block = [&GAPS[..], &["IPT-164", "IPT-165", "IPT-166"]].concat();
    // Four weeks from session 5 to the next: not more than four intervals.
    assert_eq!(among(&report, &block), ["IPT-156", "IPT-164", "IPT-165"]);
    assert_eq!(of(&report, "IPT-165").len(), 1);
}

#[test]
fn a_patient_who_was_sought_is_not_sought_again_by_the_rule() {
    let missed = || {
        let mut entries = course();
        for n in [6, 7, 8] {
            miss(&mut entries, n, Attendance::DidNotAttend);
        }
        entries
    };
    let mut sought = missed();
    insert(&mut sought, at(day(44), OutreachMade::new().with_reached(Stated::NotDone)));
    assert_eq!(among(&report(&ACUTE_16, sought), &["IPT-164", "IPT-165"]), ["IPT-165"]);

    let mut decided = missed();
    insert(&mut decided, at(day(50), EngagementDecided::new(EngagementDecision::Continue)));
    assert_eq!(among(&report(&ACUTE_16, decided), &["IPT-164", "IPT-165"]), ["IPT-164"]);

    for topic in [Topic::Contacts, Topic::Sessions] {
        let mut untold = missed();
        unreported(&mut untold, topic);
        let report = report(&ACUTE_16, untold);
        if topic == Topic::Contacts {
            assert_eq!(outcome(&report, "IPT-164"), Outcome::CannotTell);
            assert_eq!(outcome(&report, "IPT-165"), Outcome::CannotTell);
        } else {
            assert!(report.unknown.iter().any(|unknown| unknown.code.as_str() == "IPT-164"));
        }
    }
}

#[test]
fn what_the_therapist_cancelled_is_no_absence_of_the_patient() {
    let mut entries = course();
    for n in [6, 7, 8] {
        miss(&mut entries, n, Attendance::CancelledByTherapist);
    }
    assert!(among(&report(&ACUTE_16, entries), &["IPT-164", "IPT-166"]).is_empty());
}

#[test]
fn a_silence_longer_than_the_protocol_lets_pass_asks_for_a_decision() {
    let mut entries = course();
    put_off(&mut entries, 6, 22);
    assert_eq!(among(&report(&ACUTE_16, entries.clone()), &["IPT-165"]), ["IPT-165"]);
    insert(&mut entries, at(day(40), OutreachMade::new().with_reached(Stated::Done)));
    assert!(among(&report(&ACUTE_16, entries), &["IPT-165"]).is_empty());
}

#[test]
fn an_early_session_missed_without_a_word_is_followed_by_a_contact() {
    let missed = || {
        let mut entries = course();
        put_off(&mut entries, 3, 7);
        insert(&mut entries, at(day(14), Session::new(Attendance::DidNotAttend)));
        entries
    };
    finds(&ACUTE_16, missed(), &["IPT-166"]);

    let mut called = missed();
    insert(&mut called, at(day(15), OutreachMade::new()));
    finds(&ACUTE_16, called, &[]);

    let mut untold = missed();
    unreported(&mut untold, Topic::Contacts);
    assert_eq!(outcome(&report(&ACUTE_16, untold), "IPT-166"), Outcome::CannotTell);
}

#[test]
fn where_late_cancellations_count_the_note_says_how_late_it_was() {
    let cancelled = |hours: Option<u16>| {
        let mut entries = course();
        edit_facts(&mut entries, |_, fact| {
            if let Fact::ContractAgreed(contract) = fact {
                contract.missed_sessions = Some(MissedSessionPolicy::LateCancelAndNoShow);
            }
        });
        put_off(&mut entries, 6, 7);
        let mut note = Session::new(Attendance::CancelledByPatient);
        note.notice_hours = hours;
        insert(&mut entries, at(day(35), note));
        entries
    };
    finds(&ACUTE_16, cancelled(None), &["IPT-167"]);
    finds(&ACUTE_16, cancelled(Some(72)), &[]);
    let mut untold = cancelled(None);
    unreported(&mut untold, Topic::Sessions);
    assert_eq!(outcome(&report(&ACUTE_16, untold), "IPT-167"), Outcome::CannotTell);
    assert_eq!(outcome(&report(&ACUTE_16, course()), "IPT-167"), Outcome::DoesNotApply);
}

#[test]
fn a_break_is_announced_in_a_session_before_it_with_a_contact_for_a_crisis() {
    let planned = |announced: u64, contact: Stated| {
        let mut entries = course();
        put_off(&mut entries, 6, 14);
        let fact = BreakAnnounced::new(day(30), day(45)).with_crisis_contact(contact);
        insert(&mut entries, at(day(announced), fact));
        entries
    };
    finds(&ACUTE_16, planned(28, Stated::Done), &[]);
    finds(&ACUTE_16, planned(29, Stated::Done), &["IPT-168"]);
    finds(&ACUTE_16, planned(28, Stated::NotDone), &["IPT-168"]);
    let silent = finds(&ACUTE_16, planned(28, Stated::NotReported), &["IPT-168"]);
    assert_eq!(of(&silent, "IPT-168").len(), 1);
    let mut untold = planned(28, Stated::NotReported);
    unreported(&mut untold, Topic::Contacts);
    assert_eq!(outcome(&report(&ACUTE_16, untold), "IPT-168"), Outcome::CannotTell);
    assert_eq!(outcome(&report(&ACUTE_16, course()), "IPT-168"), Outcome::DoesNotApply);
}

#[test]
fn a_pause_has_a_reason_and_is_looked_at_again() {
    let paused = |pause: Paused| {
        let mut entries = course();
        put_off(&mut entries, 6, 14);
        insert(&mut entries, at(day(29), pause));
        insert(&mut entries, at(day(42), Resumed::new()));
        entries
    };
    let full = Paused::new().with_reason(PauseReason::Holiday).with_review_on(day(40));
    finds(&ACUTE_16, paused(full), &[]);
    finds(&ACUTE_16, paused(full.with_reason(None)), &["IPT-169"]);
    finds(&ACUTE_16, paused(full.with_review_on(None)), &["IPT-169"]);
    let mut untold = paused(Paused::new());
    unreported(&mut untold, Topic::Contacts);
    assert_eq!(outcome(&report(&ACUTE_16, untold), "IPT-169"), Outcome::CannotTell);

    // The day of the review has passed and nothing followed.
    let mut left = course();
    until(&mut left, 28);
    left.push(at(day(29), full));
    let open = crate::course(&ACUTE_16, left);
    let found = |after| {
        let report = interpersonal::rule::Validator::new().validate(&open, day(after));
        of_code(&report, "IPT-169").len()
    };
    assert_eq!((found(40), found(41)), (0, 1));
}

/// The contract is extended on a day to so many sessions, which are not held, since this is about the agreement.
fn extended(on: u64, sessions: u16) -> Vec<Entry> {
    let mut entries = course();
    insert(&mut entries, at(day(on), amended().with_frame(TimeFrame::Sessions(sessions))));
    entries
}

const EXTENSIONS: [&str; 4] = ["IPT-170", "IPT-171", "IPT-172", "IPT-173"];

#[test]
fn one_short_extension_agreed_in_time_is_not_found() {
    // Session 14 lies on day 91.
    assert!(among(&report(&ACUTE_16, extended(91, 20)), &EXTENSIONS).is_empty());
    assert!(among(&report(&ACUTE_16, extended(105, 20)), &EXTENSIONS).is_empty(), "on the day of the last session");
}

#[test]
fn a_second_extension_a_long_one_and_a_late_one_are_found() {
    let mut twice = extended(70, 18);
    insert(&mut twice, at(day(84), amended().with_frame(TimeFrame::Sessions(20))));
    assert_eq!(among(&report(&ACUTE_16, twice), &EXTENSIONS), ["IPT-170"]);

    assert_eq!(among(&report(&ACUTE_16, extended(91, 21)), &EXTENSIONS), ["IPT-171"]);

    let mut late = extended(106, 20);
    late.retain(|entry| entry.stated().is_none_or(|(_, fact)| fact.kind() != FactKind::Closed));
    assert_eq!(among(&report(&ACUTE_16, late), &EXTENSIONS), ["IPT-172"]);
}

#[test]
fn whether_the_contract_was_extended_cannot_be_told_without_agreements() {
    let mut entries = course();
    unreported(&mut entries, Topic::Agreements);
    let report = report(&ACUTE_16, entries);
    for code in ["IPT-170", "IPT-171", "IPT-172"] {
        let outcome = report.outcomes.iter().find(|(other, _)| other.as_str() == code).unwrap().1;
        assert_eq!(outcome, Outcome::CannotTell, "{code}");
    }
}

#[test]
fn symptoms_that_come_back_near_the_end_are_not_answered_by_an_extension_alone() {
    let because = |prepare: fn(&mut Vec<Entry>)| {
        // Session 13 lies on day 84; feelings about the ending are talked about in session 14.
        let mut entries = extended(84, 20);
        edit_facts(&mut entries, |_, fact| {
            if let Fact::ContractAmended(amended) = fact {
                amended.reason = Some(AmendmentReason::SymptomReturnNearEnd);
            }
        });
        prepare(&mut entries);
        entries
    };
    assert_eq!(among(&report(&ACUTE_16, because(|_| {})), &EXTENSIONS), ["IPT-173"]);
    let judged = because(|entries| insert(entries, at(day(84), JudgementMade::new(Criterion::ENDING_REACTION, true))));
    assert!(among(&report(&ACUTE_16, judged), &EXTENSIONS).is_empty());
    let felt = because(|entries| insert(entries, at(day(84), TaskNote::done(EndingTask::FeelingsAboutEnding))));
    assert!(among(&report(&ACUTE_16, felt), &EXTENSIONS).is_empty());
    let untold = because(|entries| unreported(entries, Topic::Ending));
    assert_eq!(outcome(&report(&ACUTE_16, untold), "IPT-173"), Outcome::CannotTell);
}

#[test]
fn a_last_session_put_off_by_agreement_is_noted() {
    let mut entries = course();
    insert(&mut entries, at(day(98), amended().with_interval_days(21_u16)));
    put_off(&mut entries, 16, 14);
    let report = report(&ACUTE_16, entries.clone());
    assert!(among(&report, &GAPS).is_empty());
    assert_eq!(of(&report, "IPT-174").len(), 1);
    assert_eq!(of(&report, "IPT-174")[0].severity, Severity::Note);
    unreported(&mut entries, Topic::Sessions);
    assert_eq!(outcome(&crate::report(&ACUTE_16, entries), "IPT-174"), Outcome::CannotTell);
}

/// Scenario 12 of the reference: extended by 4 at session 14 with reason and agreement.
#[test]
fn an_extension_agreed_in_the_ending_opens_the_way_back_to_the_middle_phase() {
    let mut entries = course();
    until(&mut entries, 91);
    entries.push(at(day(91), amended().with_frame(TimeFrame::Sessions(20))));
    let report = report(&ACUTE_16, entries.clone());
    assert!(among(&report, &EXTENSIONS).is_empty());
    let course = crate::course(&ACUTE_16, entries);
    assert_eq!((course.state().phase(), course.state().planned()), (Phase::Termination, Some(20)));
    let back = at(day(92), interpersonal::record::setting::PhaseBegun::new(Phase::Middle));
    let Content::Fact { fact, .. } = &back.content else { unreachable!() };
    assert!(course.decide(fact, day(92)).is_by_the_book());
    // The new end has to be announced again.
    assert!(!course.state().shows(interpersonal::machine::Mark::EndAnnounced));
}

#[test]
fn the_flawless_course_meets_every_rule_on_timing() {
    let report = report(&ACUTE_16, course());
    assert_eq!(codes(&report), [""; 0]);
    for found in &report.findings {
        assert_eq!(found.status, Status::Standing);
        let code = found.code.as_str();
        assert!(!("IPT-155"..="IPT-174").contains(&code), "{found:#?}");
    }
}
