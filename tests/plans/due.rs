//! What becomes due as days pass.

use chrono::{DateTime, Days, NaiveDate, Utc};
use interpersonal::{
    ActorRef, At, Course, Entry, Phase, Reporting, RuleCode, Severity, TaskNote,
    course::{Waive, WaiverScope},
    plan::{Due, HORIZON_DAYS},
    protocol::preset::ACUTE_16,
    record::{
        contact::{BreakAnnounced, PauseReason, Paused},
        session::{Attendance, Session},
        setting::{DeviationCategory, Opened},
    },
    rule::{Case, CustomRule, Evidence, Place, RuleMeta, Validator},
    testing::exemplar::Exemplar,
    values,
    vocabulary::{InitialTask, MedicationDecision},
};

const BY: ActorRef = ActorRef::from_static("therapist-1");

fn start() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 5).unwrap()
}

fn on(days: u64) -> NaiveDate {
    start() + Days::new(days)
}

fn at(day: NaiveDate) -> At {
    At::new(evening(day), BY, day)
}

fn evening(day: NaiveDate) -> DateTime<Utc> {
    DateTime::from_naive_utc_and_offset(day.and_hms_opt(20, 0, 0).unwrap(), Utc)
}

/// A course in the initial phase with one session.
fn begun() -> Course {
    let mut course = Course::open(
        &ACUTE_16,
        at(start()),
        Opened::new(Phase::Initial, Reporting::COMPLETE),
    )
    .unwrap();
    course.record(at(start()), Session::attended()).unwrap();
    course
}

/// When it is due and by which rules.
fn due(course: &Course, as_of: NaiveDate) -> (NaiveDate, Vec<String>) {
    let due = course.next_due(as_of).unwrap();
    (due.on, due.codes().map(|code| code.to_string()).collect())
}

fn expected(days: u64, codes: &[&str]) -> (NaiveDate, Vec<String>) {
    (on(days), codes.iter().map(ToString::to_string).collect())
}

#[test]
fn a_gap_is_due_on_each_of_its_rungs() {
    let course = begun();
    assert_eq!(due(&course, on(0)), expected(11, &["IPT-156"]));
    assert_eq!(due(&course, on(10)), expected(11, &["IPT-156"]));
    assert_eq!(due(&course, on(11)), expected(15, &["IPT-156"]));
    // As long as a break, and in silence: it weighs the same and says more.
    assert_eq!(due(&course, on(15)), expected(29, &["IPT-156"]));
    // After the last of them, nothing more is found, however long it takes.
    let mut last = on(15);
    for _ in 0..4 {
        match course.next_due(last) {
            Some(due) => last = due.on,
            None => return,
        }
    }
    panic!("{last}");
}

#[test]
fn days_that_a_break_covers_put_it_off() {
    let mut course = begun();
    course
        .record(at(start()), BreakAnnounced::new(on(3), on(9)))
        .unwrap();
    assert_eq!(due(&course, on(0)), expected(18, &["IPT-156"]));
}

#[test]
fn a_pause_is_looked_at_again_on_its_day() {
    let mut course = begun();
    course
        .record(
            at(on(2)),
            Paused::new()
                .with_reason(PauseReason::Holiday)
                .with_review_on(on(40)),
        )
        .unwrap();
    assert_eq!(due(&course, on(2)), expected(41, &["IPT-169"]));
}

#[test]
fn a_referral_is_followed_up_within_the_days_of_the_protocol() {
    let mut course = begun();
    let evaluated = TaskNote::done(InitialTask::MedicationEvaluation)
        .with_medication(MedicationDecision::Referred);
    course.record(at(start()), evaluated).unwrap();
    let days = u64::from(ACUTE_16.spec().timing.prescriber_days.value);
    let only = Validator::new().with_only([RuleCode::from_static("IPT-038")]);
    assert_eq!(
        only.next_due(&course, on(0)).unwrap().in_time_until(),
        on(days)
    );
}

fn letter() -> Case {
    Case::finds("none", Severity::Warning, "No letter was sent.")
}

#[test]
fn what_a_waiver_covers_until_a_day_is_due_the_day_after() {
    let code = RuleCode::from_static("CLINIC-1");
    let meta = RuleMeta::new(
        code,
        Severity::Warning,
        "A letter of referral should be on file.",
    )
    .with_case(letter());
    let rule = CustomRule::new(meta, |_, out| {
        out.finds("none", Place::Course, Evidence::NONE);
    });
    let site = Validator::new().with_only([]).with_rule(rule).unwrap();
    let mut course = begun();
    assert_eq!(site.next_due(&course, on(0)), None);
    let waive = Waive::new(
        code,
        WaiverScope::Until(on(13)),
        DeviationCategory::SchedulingOrService,
    );
    course
        .record_entry(Entry::waive(evening(start()), BY, waive))
        .unwrap();
    let found = site.next_due(&course, on(0)).unwrap();
    assert_eq!((found.on, found.in_time_until()), (on(14), on(13)));
    // It stands again by itself.
    assert_eq!(
        found
            .graver
            .iter()
            .map(|changed| changed.after.code)
            .collect::<Vec<_>>(),
        [code]
    );
    assert_eq!(found.appear, []);
}

#[test]
fn nothing_is_due_once_a_course_is_closed() {
    let course = Exemplar::new(&ACUTE_16, interpersonal::ProblemArea::RoleDispute, start())
        .course()
        .unwrap();
    assert_eq!(course.next_due(course.state().last_day()), None);
}

#[test]
fn a_rule_of_ones_own_is_due_too_within_the_horizon() {
    let rule = |days: u64| {
        let code = RuleCode::from_static("CLINIC-1");
        let meta = RuleMeta::new(code, Severity::Warning, "Letters should be sent in time.")
            .with_case(letter());
        CustomRule::new(meta, move |ctx, out| {
            if ctx.as_of() >= on(days) {
                out.finds("none", Place::Course, values! { due: on(days) });
            }
        })
    };
    let next = |days: u64| {
        let site = Validator::new().with_only([]);
        let site = site.with_rule(rule(days)).unwrap();
        site.next_due(&begun(), on(0)).map(|due| due.on)
    };
    assert_eq!(next(300), Some(on(300)));
    assert_eq!(next(HORIZON_DAYS), Some(on(HORIZON_DAYS)));
    assert_eq!(next(HORIZON_DAYS + 1), None);
}

#[test]
fn the_end_of_the_calendar_is_the_end() {
    let course = begun();
    for day in [NaiveDate::MAX, NaiveDate::MAX - Days::new(1)] {
        assert_eq!(course.next_due(day), None);
    }
    // Before the opening, the first session is what comes next.
    assert!(
        course
            .next_due(start() - Days::new(9))
            .is_none_or(|due| due.on == start())
    );
    let _: Option<Due> = course.next_due(NaiveDate::MIN);
}

#[test]
fn sessions_missed_in_a_row_are_followed_by_their_days() {
    let mut course = begun();
    for days in [7, 14] {
        course
            .record(at(on(days)), Session::new(Attendance::DidNotAttend))
            .unwrap();
    }
    let only = Validator::new().with_only([RuleCode::from_static("IPT-164")]);
    let days = u64::from(ACUTE_16.spec().timing.outreach_days.value);
    assert_eq!(
        only.next_due(&course, on(14)).unwrap().in_time_until(),
        on(14 + days)
    );
}

#[cfg(feature = "proptest1")]
mod laws {
    use std::collections::{BTreeMap, BTreeSet};

    use interpersonal::{
        Fact, Seq,
        record::{
            contact::{EngagementDecided, EngagementDecision, OutreachMade, Resumed},
            contract::{ContractAgreed, ContractScope, TimeFrame},
        },
        rule::Finding,
        testing::strategy,
    };
    use proptest::{
        collection,
        prelude::*,
        sample::{Index, select},
        strategy::ValueTree as _,
        test_runner::TestRunner,
    };

    use super::*;

    const DAYS: u64 = 200;

    /// What is counted: how often a rule finds something in a place, by weight, and how often which
    /// of its cases stands.
    type Count = BTreeMap<(RuleCode, String, Result<Severity, Option<String>>), usize>;

    fn count(findings: &[Finding], as_of: NaiveDate) -> Count {
        let mut count = Count::new();
        for finding in findings {
            let place = match finding.place {
                Place::Day(day) if day == as_of => "today".to_owned(),
                place => place
                    .entry()
                    .map_or(place.to_string(), |entry: Seq| entry.to_string()),
            };
            let weights = Severity::ALL
                .iter()
                .filter(|&&weight| weight <= finding.severity);
            for weight in weights {
                *count
                    .entry((finding.code, place.clone(), Ok(*weight)))
                    .or_default() += 1;
            }
            let case = finding.case().map(|case| case.name.to_string());
            for says in [None, case] {
                *count
                    .entry((finding.code, place.clone(), Err(says)))
                    .or_default() += usize::from(finding.stands());
            }
        }
        count
    }

    fn is_new(before: &Count, after: &Count) -> bool {
        after
            .iter()
            .any(|(key, &number)| number > before.get(key).copied().unwrap_or(0))
    }

    /// A fact of the kind that makes time run, or stop.
    fn fact(day: NaiveDate, which: usize, days: u64) -> Fact {
        let later = day.checked_add_days(Days::new(days)).unwrap();
        let scope = if days % 2 == 0 {
            ContractScope::Maintenance
        } else {
            ContractScope::Continuation
        };
        match which {
            0 => Session::attended().into(),
            1 | 2 => Session::new(Attendance::DidNotAttend).into(),
            3 => Session::new(Attendance::CancelledByPatient).into(),
            4 => Paused::new().into(),
            5 => Paused::new()
                .with_reason(PauseReason::Holiday)
                .with_review_on(later)
                .into(),
            6 => Resumed::new().into(),
            7 => {
                BreakAnnounced::new(later, later.checked_add_days(Days::new(days)).unwrap()).into()
            }
            8 => EngagementDecided::new(EngagementDecision::Pause).into(),
            9 => OutreachMade::new().into(),
            10 => TaskNote::done(InitialTask::MedicationEvaluation)
                .with_medication(MedicationDecision::Referred)
                .into(),
            11 => ContractAgreed::new(TimeFrame::UntilReview(90))
                .with_scope(scope)
                .with_interval_days(u16::try_from(days).unwrap())
                .into(),
            _ => interpersonal::record::setting::PhaseBegun::new(Phase::Maintenance).into(),
        }
    }

    /// Courses under way: one that conforms, cut off, and then whatever makes time run.
    fn under_way() -> impl Strategy<Value = Course> {
        let more = collection::vec((0..30_u64, 0..13_usize, 1..40_u64), 0..6);
        let codes: Vec<RuleCode> = ["IPT-156", "IPT-165", "IPT-164"]
            .map(RuleCode::from_static)
            .to_vec();
        let waived = proptest::option::weighted(0.4, (select(codes), 0..60_u64));
        let conforming = strategy::protocol().prop_flat_map(strategy::conforming);
        (conforming, any::<Index>(), more, waived).prop_map(|(course, cut, more, waived)| {
            let mut entries = course.entries().to_vec();
            entries.truncate(1 + cut.index(entries.len()));
            let mut course = Course::replay(course.opening_protocol().clone(), entries).unwrap();
            let mut day = course.state().last_day();
            let first = day;
            for (after, which, days) in more {
                day = day.checked_add_days(Days::new(after)).unwrap();
                // What contradicts the record is passed over.
                let _ =
                    course.record_entry(Entry::fact(evening(day), BY, day, fact(day, which, days)));
            }
            if let Some((code, days)) = waived {
                let until = first.checked_add_days(Days::new(days)).unwrap();
                course
                    .record_entry(Entry::waive(
                        evening(day),
                        BY,
                        Waive::new(
                            code,
                            WaiverScope::Until(until),
                            DeviationCategory::SchedulingOrService,
                        ),
                    ))
                    .unwrap();
            }
            course
        })
    }

    fn courses() -> impl Strategy<Value = Course> {
        prop_oneof![3 => under_way(), 1 => strategy::course()]
    }

    fn law(course: &Course, as_of: NaiveDate) -> Result<(), TestCaseError> {
        let validator = Validator::new();
        let found = |day| count(&validator.validate(course, day).findings, day);
        let base = found(as_of);
        let mut days = (1..=DAYS).filter_map(|days| as_of.checked_add_days(Days::new(days)));
        let first = days.find(|&day| is_new(&base, &found(day)));
        let due = course.next_due(as_of);
        let within = due
            .as_ref()
            .map(|due| due.on)
            .filter(|&day| day <= as_of + Days::new(DAYS));
        prop_assert_eq!(within, first, "{:?}", due);
        if let Some(due) = due {
            let report = validator.validate(course, due.on);
            prop_assert!(due.findings().count() > 0);
            prop_assert!(
                due.findings()
                    .all(|finding| report.findings.contains(finding))
            );
            let shown = format!("{due:?}{due}");
            prop_assert!(!shown.contains(strategy::MARKER));
        }
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn nothing_new_is_found_before_the_day_and_something_is_on_it(course in courses(), after in 0..45_u64) {
            law(&course, course.state().last_day().checked_add_days(Days::new(after)).unwrap())?;
        }

        #[test]
        fn so_it_is_seen_from_a_day_in_the_midst_of_the_record(course in courses(), after in 0..120_u64) {
            law(&course, course.state().opened_on().checked_add_days(Days::new(after)).unwrap())?;
        }
    }

    #[test]
    fn the_law_is_asked_of_each_rule_that_listens_to_the_days() {
        let mut runner = TestRunner::deterministic();
        let courses = under_way();
        let (mut seen, mut graver, mut never) = (BTreeSet::new(), 0, 0);
        for _ in 0..400 {
            let course = courses.new_tree(&mut runner).unwrap().current();
            let mut day = course.state().last_day();
            while let Some(due) = course.next_due(day) {
                assert!(day < due.on);
                day = due.on;
                seen.extend(due.codes());
                graver += due.graver.len();
            }
            never += usize::from(day == course.state().last_day());
        }
        let timed = ["038", "156", "164", "165", "166", "169", "223"];
        for number in timed {
            assert!(
                seen.contains(&RuleCode::new(&format!("IPT-{number}")).unwrap()),
                "{number} is never due: {seen:?}"
            );
        }
        assert!(graver > 5 && never > 5, "{graver} {never}");
    }
}
