//! Proofs of IPT-176 to IPT-184.

use interpersonal::{
    Entry, Fact, FactKind, FreeText, InstrumentId, ProblemArea, Score, Severity, Stated, Topic,
    protocol::preset::ACUTE_16,
    record::{
        ending::{ClinicalResult, EndMode},
        review::{ReviewHeld, ReviewOption, ReviewOptions},
        session::Session,
    },
    rule::{Outcome, Status},
};

use crate::{at, day, edit_facts, edit_session, finds, flawless, insert, of, outcome, report, unreported, without};

fn course() -> Vec<Entry> {
    flawless(&ACUTE_16, ProblemArea::RoleTransition)
}

/// The course with the notes of some sessions changed.
fn each(sessions: impl IntoIterator<Item = usize>, edit: impl Fn(usize, &mut Session)) -> Vec<Entry> {
    let mut entries = course();
    for n in sessions {
        edit_session(&mut entries, n, |note| edit(n, note));
    }
    entries
}

fn phq(total: u16) -> Score {
    Score::new(InstrumentId::PHQ_9, total).with_fed_back(Stated::Done)
}

/// A fault found where measures are reported, and untold where they are not.
#[track_caller]
fn found_and_untold(mut entries: Vec<Entry>, code: &'static str) {
    finds(&ACUTE_16, entries.clone(), &[code]);
    unreported(&mut entries, Topic::Measures);
    assert_eq!(outcome(&report(&ACUTE_16, entries), code), Outcome::CannotTell);
}

#[test]
fn the_flawless_course_meets_every_rule_on_measures() {
    let report = report(&ACUTE_16, course());
    for found in &report.findings {
        assert!(!("IPT-176"..="IPT-184").contains(&found.code.as_str()), "{found:#?}");
    }
}

#[test]
fn a_change_of_instrument_without_an_overlap_is_found() {
    let bdi = |total| Score::new(InstrumentId::BDI_II, total).with_fed_back(Stated::Done);
    let changed = |_, note: &mut Session| note.scores = vec![bdi(10)];
    // The scores of the first instrument end before it shows the remission that was recorded.
    let mut entries = each(10..=16, changed);
    say_why(&mut entries);
    found_and_untold(entries, "IPT-176");

    let mut overlapping = each(11..=16, changed);
    edit_session(&mut overlapping, 10, |note| note.scores.push(bdi(11)));
    say_why(&mut overlapping);
    finds(&ACUTE_16, overlapping, &[]);

    // One beside the other, now and then, is no change.
    let beside = each([4, 8, 12], |_, note| note.scores = vec![bdi(12)]);
    finds(&ACUTE_16, beside, &[]);
}

/// The result differs from what the scores say, and the closing says why.
fn say_why(entries: &mut [Entry]) {
    edit_facts(entries, |_, fact| {
        if let Fact::Closed(closed) = fact {
            closed.result_note =
                Some(FreeText::from("well by every account; the last form was filled in on a bad day"));
        }
    });
}

#[test]
fn five_sessions_without_a_score_are_found() {
    let unrated = |_, note: &mut Session| note.scores.clear();
    finds(&ACUTE_16, each(9..=12, unrated), &[]);
    let report = finds(&ACUTE_16, each(9..=14, unrated), &["IPT-177"]);
    assert_eq!(of(&report, "IPT-177").len(), 1);
    found_and_untold(each(9..=13, unrated), "IPT-177");

    // A score between sessions counts.
    let mut between = each(9..=13, unrated);
    insert(&mut between, at(day(72), phq(8)));
    finds(&ACUTE_16, between, &[]);

    // A list of one's own that nobody has studied does not, unless the protocol names it.
    let thermometer = |_, note: &mut Session| note.scores = vec![Score::new(InstrumentId::MOOD_THERMOMETER, 5)];
    let own = crate::report(&ACUTE_16, each(9..=13, thermometer));
    assert_eq!(of(&own, "IPT-177").len(), 1);
}

#[test]
fn a_score_out_of_range_cannot_be_recorded() {
    let entries = each([5], |_, note| note.scores = vec![phq(28)]);
    assert!(interpersonal::Course::replay(&ACUTE_16, entries).is_err());
    assert_eq!(outcome(&report(&ACUTE_16, course()), "IPT-178"), Outcome::Holds);
}

#[test]
fn a_course_without_a_review_by_mid_course_is_found() {
    let mut entries = course();
    without(&mut entries, FactKind::ReviewHeld);
    found_and_untold(entries.clone(), "IPT-179");

    // A later one remedies it; the finding stays.
    insert(&mut entries, at(day(63), ReviewHeld::new()));
    let late = finds(&ACUTE_16, entries, &[]);
    assert!(matches!(of(&late, "IPT-179")[0].status, Status::Remedied { .. }));
}

#[test]
fn a_course_that_did_not_reach_mid_course_owes_no_review() {
    let mut entries = course();
    entries.retain(|entry| entry.day().is_none_or(|on| on <= day(42)));
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-179"), Outcome::DoesNotApply);
}

/// Scores that do not move until mid-course; then they fall as before.
fn unchanged() -> Vec<Entry> {
    each(1..=8, |_, note| note.scores = vec![phq(18)])
}

/// Scenario 13 of the reference.
#[test]
fn an_unchanged_score_at_mid_course_without_an_option_is_found() {
    found_and_untold(unchanged(), "IPT-180");

    let mut considered = unchanged();
    edit_facts(&mut considered, |_, fact| {
        if let Fact::ReviewHeld(review) = fact {
            review.options = ReviewOptions::of(&[ReviewOption::Continue, ReviewOption::AddMedication]);
        }
    });
    finds(&ACUTE_16, considered, &[]);

    let mut later = unchanged();
    let options = ReviewOptions::of(&[ReviewOption::MoreFrequent]);
    insert(&mut later, at(day(63), ReviewHeld::new().with_options(options)));
    let later = finds(&ACUTE_16, later, &[]);
    assert!(matches!(of(&later, "IPT-180")[0].status, Status::Remedied { .. }));
}

#[test]
fn a_quarter_of_the_way_is_enough_at_mid_course() {
    // 18 to 14 is less than a quarter, 18 to 13 is more.
    for (total, expected) in [(14, &["IPT-180"][..]), (13, &[])] {
        let entries = each(1..=8, |n, note| note.scores = vec![phq(if n == 8 { total } else { 18 })]);
        finds(&ACUTE_16, entries, expected);
    }
}

#[test]
fn a_clear_rise_without_a_review_by_the_next_session_is_found() {
    let worse = || each(10..=16, |n, note| note.scores = vec![phq(if n == 11 { 16 } else { 9 })]);
    let mut entries = worse();
    say_why(&mut entries);
    found_and_untold(entries.clone(), "IPT-181");

    insert(&mut entries, at(day(77), ReviewHeld::new()));
    finds(&ACUTE_16, entries, &[]);

    // Four points are within what the instrument leaves to chance.
    let mut little = each(10..=16, |n, note| note.scores = vec![phq(if n == 11 { 13 } else { 9 })]);
    say_why(&mut little);
    finds(&ACUTE_16, little, &[]);
}

#[test]
fn a_completed_course_without_a_score_at_the_end_is_found() {
    let unrated = |_, note: &mut Session| note.scores.clear();
    let mut before = each([16], unrated);
    say_why(&mut before);
    finds(&ACUTE_16, before, &[]);
    let mut entries = each([15, 16], unrated);
    say_why(&mut entries);
    found_and_untold(entries, "IPT-182");

    let mut dropped = each([15, 16], unrated);
    edit_facts(&mut dropped, |_, fact| {
        if let Fact::Closed(closed) = fact {
            closed.mode = EndMode::DroppedOut;
        }
    });
    assert_eq!(outcome(&report(&ACUTE_16, dropped), "IPT-182"), Outcome::DoesNotApply);
}

#[test]
fn a_result_that_the_scores_do_not_bear_out_is_explained() {
    let as_result = |result| {
        let mut entries = course();
        edit_facts(&mut entries, |_, fact| {
            if let Fact::Closed(closed) = fact {
                closed.result = result;
            }
        });
        entries
    };
    let agrees = |result| of(&report(&ACUTE_16, as_result(result)), "IPT-183").is_empty();
    // From 18 to 4: remission level, and response.
    assert!(agrees(ClinicalResult::Remitted) && agrees(ClinicalResult::Responded));
    assert!(!agrees(ClinicalResult::NoChange) && !agrees(ClinicalResult::Deteriorated));
    assert!(!agrees(ClinicalResult::PartialResponse));

    let above = || each(9..=16, |_, note| note.scores = vec![phq(8)]);
    found_and_untold(above(), "IPT-183");
    let mut explained = above();
    say_why(&mut explained);
    finds(&ACUTE_16, explained, &[]);
    let mut untold = above();
    unreported(&mut untold, Topic::Ending);
    assert_eq!(outcome(&report(&ACUTE_16, untold), "IPT-183"), Outcome::CannotTell);
}

#[test]
fn scores_that_were_not_reported_back_are_noted() {
    let silent = |_, note: &mut Session| note.scores.iter_mut().for_each(|score| score.fed_back = Stated::NotReported);
    let mut entries = each(1..=16, silent);
    let found = finds(&ACUTE_16, entries.clone(), &[]);
    assert_eq!((of(&found, "IPT-184").len(), of(&found, "IPT-184")[0].severity), (1, Severity::Note));
    unreported(&mut entries, Topic::Measures);
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-184"), Outcome::CannotTell);

    let kept = each([5, 6], |_, note| note.scores.iter_mut().for_each(|score| score.fed_back = Stated::NotDone));
    assert_eq!(of(&report(&ACUTE_16, kept), "IPT-184").len(), 2);
}
