//! IPT-176 to IPT-184.

use std::borrow::Cow;

use interpersonal::{
    Entry, Fact, FreeText, ProblemArea, RecordError, Severity, Stated, Topic,
    machine::RefusalError,
    measure::{InstrumentId, Score},
    protocol::{
        Cadence, Level, MeasureSpec, Protocol, ProtocolSpec,
        preset::{ACUTE_16, MAINT_07M},
    },
    record::{
        FactKind,
        ending::{ClinicalResult, EndMode},
        review::{ReviewHeld, ReviewOption, ReviewOptions},
        session::Session,
    },
    rule::{Outcome, Status},
    source::{Basis, SourceId},
    vocabulary::ProtocolId,
};

use crate::{
    Case, Proof, assert_outcome, at, course, day, edit_facts, edit_session, flawless, of, outcome,
    report, transition, unreported, without,
};

pub(crate) const PROOFS: &[Proof] = &[
    Proof::of("IPT-176", Severity::Note, explained, |case| {
        // The scores of the first instrument end before they show the remission that was recorded.
        each(case, 10..=16, |_, note| note.scores = vec![bdi(10)]);
    })
    .silent(Topic::Measures),
    Proof::of("IPT-177", Severity::Warning, transition, |case| {
        each(case, 9..=13, unrated);
    })
    .says(&[("not_validated", |case| each(case, 9..=13, thermometer))])
    .silent(Topic::Measures),
    Proof::of("IPT-179", Severity::Warning, transition, |case| {
        without(&mut case.entries, FactKind::ReviewHeld);
    })
    .silent(Topic::Measures),
    Proof::of("IPT-180", Severity::Warning, transition, unchanged)
        .says(&[("little", |case| {
            each(case, 1..=8, |n, note| {
                note.scores = vec![phq(if n == 8 { 14 } else { 18 })];
            });
        })])
        .silent(Topic::Measures),
    Proof::of("IPT-181", Severity::Warning, explained, |case| {
        worse(case, 16);
    })
    .silent(Topic::Measures),
    Proof::of("IPT-182", Severity::Warning, explained, |case| {
        each(case, [15, 16], unrated);
    })
    .silent(Topic::Measures),
    Proof::of("IPT-183", Severity::Warning, transition, |case| {
        result(case, ClinicalResult::PartialResponse);
    })
    .silent(Topic::Ending),
    Proof::of("IPT-184", Severity::Note, transition, |case| {
        fed_back(case, 1..=16, Stated::NotReported);
    })
    .says(&[("not_fed_back", |case| {
        fed_back(case, 5..=6, Stated::NotDone);
    })])
    .silent(Topic::Measures),
];

/// What the record refuses is no question of a rule.
#[test]
fn a_score_outside_the_range_of_its_instrument_is_refused() {
    let mut course = course(&ACUTE_16, cut(63));
    let out_of_range = |refused: RecordError| {
        matches!(
            refused,
            RecordError::Refused {
                refusal: RefusalError::ScoreOutOfRange { .. },
                ..
            }
        )
    };
    let noted = course.record_entry(at(day(70), Session::attended().with_scores(vec![phq(28)])));
    assert!(out_of_range(noted.unwrap_err()));
    assert!(out_of_range(
        course.record_entry(at(day(70), phq(28))).unwrap_err()
    ));
    assert!(course.record_entry(at(day(70), phq(27))).is_ok());
}

fn thermometer(_: usize, note: &mut Session) {
    note.scores = vec![Score::new(InstrumentId::MOOD_THERMOMETER, 5)];
}

/// Changes the notes of some sessions.
fn each(
    case: &mut Case,
    sessions: impl IntoIterator<Item = usize>,
    edit: impl Fn(usize, &mut Session),
) {
    for n in sessions {
        edit_session(&mut case.entries, n, |note| edit(n, note));
    }
}

fn unrated(_: usize, note: &mut Session) {
    note.scores.clear();
}

fn phq(total: u16) -> Score {
    Score::new(InstrumentId::PHQ_9, total).with_fed_back(Stated::Done)
}

fn bdi(total: u16) -> Score {
    Score::new(InstrumentId::BDI_II, total).with_fed_back(Stated::Done)
}

/// A course whose result differs from what its last scores may say, and that says why.
fn explained() -> Case {
    let mut case = transition();
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::Closed(closed) = fact {
            closed.result_note = Some(FreeText::from(
                "well by every account; the last form was filled in on a bad day",
            ));
        }
    });
    case
}

/// Scores do not move until mid-course; then they fall as before.
pub(crate) fn unchanged(case: &mut Case) {
    each(case, 1..=8, |_, note| note.scores = vec![phq(18)]);
}

/// Scores of 9 from session 10 on, and one of so much in session 11.
pub(crate) fn worse(case: &mut Case, total: u16) {
    each(case, 10..=16, |n, note| {
        note.scores = vec![phq(if n == 11 { total } else { 9 })];
    });
}

fn result(case: &mut Case, result: ClinicalResult) {
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::Closed(closed) = fact {
            closed.result = result;
        }
    });
}

fn fed_back(case: &mut Case, sessions: core::ops::RangeInclusive<usize>, stated: Stated) {
    each(case, sessions, |_, note| {
        note.scores
            .iter_mut()
            .for_each(|score| score.fed_back = stated);
    });
}

#[track_caller]
fn comes_out(case: Case, code: &'static str) -> Outcome {
    outcome(&report(&ACUTE_16, case.entries), code)
}

/// The course with some sessions changed.
fn edited(sessions: impl IntoIterator<Item = usize>, edit: impl Fn(usize, &mut Session)) -> Case {
    let mut case = transition();
    each(&mut case, sessions, edit);
    case
}

fn cut(last: u64) -> Vec<Entry> {
    let mut entries = flawless(&ACUTE_16, ProblemArea::RoleTransition);
    entries.retain(|entry| entry.day().is_none_or(|on| on <= day(last)));
    entries
}

#[test]
fn an_instrument_that_overlaps_or_goes_along_is_no_change() {
    let mut overlapping = edited(11..=16, |_, note| note.scores = vec![bdi(10)]);
    edit_session(&mut overlapping.entries, 10, |note| {
        note.scores.push(bdi(11));
    });
    assert_eq!(comes_out(overlapping, "IPT-176"), Outcome::Holds);
    let beside = edited([4, 8, 12], |_, note| note.scores = vec![bdi(12)]);
    assert_eq!(comes_out(beside, "IPT-176"), Outcome::Holds);
}

#[test]
fn a_course_without_scores_has_none_to_judge() {
    let unrated = edited(1..=16, unrated);
    for code in ["IPT-176", "IPT-181", "IPT-183", "IPT-184"] {
        assert_eq!(
            comes_out(unrated.clone(), code),
            Outcome::DoesNotApply,
            "{code}"
        );
        let mut untold = unrated.clone();
        unreported(&mut untold.entries, Topic::Measures);
        assert_eq!(comes_out(untold, code), Outcome::CannotTell, "{code}");
    }
}

#[test]
fn four_sessions_without_a_score_are_in_order_and_more_are_one_finding() {
    assert_eq!(
        comes_out(edited(9..=12, unrated), "IPT-177"),
        Outcome::Holds
    );
    assert_eq!(
        of(
            &report(&ACUTE_16, edited(9..=14, unrated).entries),
            "IPT-177"
        )
        .len(),
        1
    );
    let mut between = edited(9..=13, unrated);
    between.add(day(72), phq(8));
    assert_eq!(comes_out(between, "IPT-177"), Outcome::Holds);
}

/// A protocol that takes one measure, as often as that says.
fn scheduled(id: &'static str, cadence: Cadence, every: Option<u16>) -> &'static Protocol {
    let measure = MeasureSpec {
        instrument: InstrumentId::PHQ_9,
        level: Level::May,
        cadence,
        every,
        source: SourceId::DESIGN.into(),
        basis: Basis::Design,
    };
    let protocol = Protocol::new(ProtocolSpec {
        id: ProtocolId::from_static(id),
        measures: Cow::Owned(vec![measure]),
        ..ACUTE_16.spec().clone()
    });
    Box::leak(Box::new(protocol.expect("its parts agree")))
}

#[test]
fn scores_are_missed_by_the_schedule_of_the_protocol() {
    let before_and_after = scheduled("before-and-after", Cadence::BeforeAndAfter, None);
    let in_eight_weeks = scheduled("in-eight-weeks", Cadence::EveryWeeks, Some(8));
    let each_sixth = scheduled("each-sixth", Cadence::EverySessions, Some(6));
    let each = scheduled("each", Cadence::EverySession, None);
    // From session 3 on, so many sessions in a row without a score.
    for (protocol, sessions, expected) in [
        (before_and_after, 13, Outcome::DoesNotApply),
        (in_eight_weeks, 8, Outcome::Holds),
        (in_eight_weeks, 9, Outcome::Found),
        (each_sixth, 6, Outcome::Holds),
        (each_sixth, 7, Outcome::Found),
        (each, 4, Outcome::Holds),
        (each, 5, Outcome::Found),
    ] {
        let case = edited(3..=2 + sessions, unrated);
        let report = report(protocol, case.entries);
        assert_eq!(
            outcome(&report, "IPT-177"),
            expected,
            "{}: {sessions}",
            protocol.id()
        );
    }
}

#[test]
fn a_scale_that_nobody_has_studied_counts_only_where_the_protocol_names_it() {
    assert_eq!(
        comes_out(edited(9..=13, thermometer), "IPT-177"),
        Outcome::Found
    );
}

#[test]
fn a_review_after_mid_course_remedies_that_there_was_none() {
    let mut case = transition();
    without(&mut case.entries, FactKind::ReviewHeld);
    case.add(day(63), ReviewHeld::new());
    let late = report(&ACUTE_16, case.entries);
    assert!(matches!(
        of(&late, "IPT-179")[0].status,
        Status::Remedied { .. }
    ));
}

/// Who reports scores may know nothing of what was talked over.
#[test]
fn a_record_of_scores_claims_no_reviews_until_it_has_one() {
    let mut case = transition();
    without(&mut case.entries, FactKind::ReviewHeld);
    unreported(&mut case.entries, Topic::SessionContent);
    assert_eq!(comes_out(case.clone(), "IPT-179"), Outcome::CannotTell);
    case.add(day(63), ReviewHeld::new());
    assert_eq!(comes_out(case, "IPT-179"), Outcome::Found);
}

#[test]
fn a_course_that_did_not_reach_mid_course_owes_no_review() {
    for code in ["IPT-179", "IPT-180"] {
        assert_eq!(
            outcome(&report(&ACUTE_16, cut(42)), code),
            Outcome::DoesNotApply,
            "{code}"
        );
        let mut untold = cut(42);
        unreported(&mut untold, Topic::Sessions);
        assert_eq!(
            outcome(&report(&ACUTE_16, untold), code),
            Outcome::CannotTell,
            "{code}"
        );
    }
}

#[test]
fn an_option_answers_scores_that_do_not_move_and_remedies_them_later() {
    let mut considered = transition();
    unchanged(&mut considered);
    edit_facts(&mut considered.entries, |_, fact| {
        if let Fact::ReviewHeld(review) = fact {
            review.options =
                ReviewOptions::of(&[ReviewOption::Continue, ReviewOption::AddMedication]);
        }
    });
    assert_eq!(comes_out(considered, "IPT-180"), Outcome::Holds);

    let mut later = transition();
    unchanged(&mut later);
    let options = ReviewOptions::of(&[ReviewOption::MoreFrequent]);
    later.add(day(63), ReviewHeld::new().with_options(options));
    let later = report(&ACUTE_16, later.entries);
    assert!(matches!(
        of(&later, "IPT-180")[0].status,
        Status::Remedied { .. }
    ));
}

#[test]
fn a_quarter_of_the_way_is_enough_at_mid_course() {
    // 18 to 14 is less than a quarter, 18 to 13 is more.
    for (total, expected) in [(14, Outcome::Found), (13, Outcome::Holds)] {
        let case = edited(1..=8, |n, note| {
            note.scores = vec![phq(if n == 8 { total } else { 18 })];
        });
        assert_eq!(comes_out(case, "IPT-180"), expected, "{total}");
    }
}

#[test]
fn at_the_level_of_remission_and_for_a_scale_begun_later_no_option_is_asked_for() {
    // Five and four are both at the level of remission.
    let well = edited(1..=8, |n, note| {
        note.scores = vec![phq(if n == 8 { 4 } else { 5 })];
    });
    assert_eq!(comes_out(well, "IPT-180"), Outcome::Holds);
    let late = edited(1..=8, |n, note| {
        note.scores = if n >= 7 { vec![phq(18)] } else { Vec::new() }
    });
    assert_eq!(comes_out(late, "IPT-180"), Outcome::DoesNotApply);
}

#[test]
fn little_change_says_from_where_to_where_and_asks_what_else_was_considered() {
    let mut case = edited(1..=8, |n, note| {
        note.scores = vec![phq(if n == 8 { 14 } else { 18 })];
    });
    assert_eq!(
        of(&report(&ACUTE_16, case.entries.clone()), "IPT-180")[0].to_string(),
        "By mid-course, the session of 23 February, the PHQ-9 had not improved enough (it went from 18 to 14), and the record does not show that any option other than going on as before was considered."
    );
    unreported(&mut case.entries, Topic::Measures);
    let open = report(&ACUTE_16, case.entries);
    assert!(
        open.questions()
            .any(|asked| asked.code().as_str() == "IPT-180")
    );
}

/// Three small steps are as much as one.
#[test]
fn a_rise_is_counted_from_the_best_score_so_far_and_said_once() {
    let crept = |totals: [u16; 4]| {
        let mut case = explained();
        each(&mut case, 9..=16, |n, note| {
            note.scores = vec![phq(totals[(n - 9).min(3)])];
        });
        of(&report(&ACUTE_16, case.entries), "IPT-181")
            .iter()
            .map(|found| found.evidence.get("to"))
            .collect::<Vec<_>>()
    };
    assert_eq!(crept([5, 7, 9, 9]), []);
    assert_eq!(crept([5, 7, 9, 11]), [Some(11_u16.into())]);
}

#[test]
fn a_rise_after_acute_treatment_is_answered_as_well() {
    let mut entries = flawless(&MAINT_07M, ProblemArea::RoleTransition);
    let held = entries
        .iter()
        .filter(|entry| matches!(entry.stated(), Some((_, Fact::Session(note))) if note.attendance.is_held()))
        .count();
    for (n, total) in [(held - 4, 6), (held - 3, 16)] {
        edit_session(&mut entries, n, |note| note.scores = vec![phq(total)]);
    }
    assert_outcome(&MAINT_07M, entries, "IPT-181", Outcome::Found);
}

#[test]
fn a_clear_rise_is_answered_by_a_review_by_the_next_session() {
    let mut reviewed = explained();
    worse(&mut reviewed, 16);
    reviewed.add(day(77), ReviewHeld::new());
    assert_eq!(comes_out(reviewed, "IPT-181"), Outcome::Holds);

    let mut late = explained();
    worse(&mut late, 16);
    late.add(day(78), ReviewHeld::new());
    let late = report(&ACUTE_16, late.entries);
    assert!(matches!(
        of(&late, "IPT-181")[0].status,
        Status::Remedied { .. }
    ));

    // Four points are within what the instrument leaves to chance.
    let mut little = explained();
    worse(&mut little, 13);
    assert_eq!(comes_out(little, "IPT-181"), Outcome::Holds);
}

#[test]
fn a_rise_in_the_last_session_on_record_has_no_next_one_yet() {
    let mut entries = cut(70);
    edit_session(&mut entries, 11, |note| note.scores = vec![phq(27)]);
    assert_outcome(&ACUTE_16, entries.clone(), "IPT-181", Outcome::Holds);
    unreported(&mut entries, Topic::Sessions);
    assert_outcome(&ACUTE_16, entries, "IPT-181", Outcome::CannotTell);
}

#[test]
fn a_score_in_one_of_the_last_two_sessions_is_enough() {
    assert_eq!(comes_out(edited([16], unrated), "IPT-182"), Outcome::Holds);
    let mut dropped = edited([15, 16], unrated);
    edit_facts(&mut dropped.entries, |_, fact| {
        if let Fact::Closed(closed) = fact {
            closed.mode = EndMode::DroppedOut;
        }
    });
    assert_eq!(comes_out(dropped, "IPT-182"), Outcome::DoesNotApply);
}

#[test]
fn a_result_is_held_against_the_first_and_the_last_score() {
    // From 18 to 4: remission level, and response.
    let agrees = |of: ClinicalResult| {
        let mut case = transition();
        result(&mut case, of);
        comes_out(case, "IPT-183") == Outcome::Holds
    };
    assert!(agrees(ClinicalResult::Remitted) && agrees(ClinicalResult::Responded));
    assert!(!agrees(ClinicalResult::NoChange) && !agrees(ClinicalResult::Deteriorated));
    assert!(!agrees(ClinicalResult::PartialResponse));
    let mut open = transition();
    result(&mut open, ClinicalResult::NotAssessed);
    assert_eq!(comes_out(open, "IPT-183"), Outcome::DoesNotApply);
    let mut why = explained();
    result(&mut why, ClinicalResult::NoChange);
    assert_eq!(comes_out(why, "IPT-183"), Outcome::Holds);
}

/// Any scale in use may show what the result says.
#[test]
fn a_result_that_one_scale_supports_agrees() {
    let mut case = transition();
    result(&mut case, ClinicalResult::NoChange);
    each(&mut case, [1, 16], |_, note| note.scores.push(bdi(30)));
    assert_eq!(comes_out(case, "IPT-183"), Outcome::Holds);
}

#[test]
fn scores_that_were_not_reported_back_are_noted_once() {
    let mut kept = transition();
    fed_back(&mut kept, 5..=6, Stated::NotDone);
    let report = report(&ACUTE_16, kept.entries);
    let said: Vec<_> = of(&report, "IPT-184")
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        said,
        [
            "Of 16 scores, 2 were recorded as not reported back to the patient, the first on 2 February."
        ]
    );
}
