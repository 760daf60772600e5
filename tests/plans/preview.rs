//! What if: a preview says what recording would change.

use chrono::{DateTime, NaiveDate, Utc};
use interpersonal::{
    ActorRef, At, Course, Phase, Reporting, Seq, Severity,
    plan::Preview,
    protocol::preset::ACUTE_16,
    record::{
        safety::{ConcernKind, ConcernRaised, SafetyAction, SafetyResponse},
        session::{Session, Track},
        setting::{Opened, PhaseBegun},
    },
    rule::{Conformance, Finding, Place, RuleCode, Validator},
    testing::exemplar::Exemplar,
};

fn at(number: u32) -> At {
    At::new(written(), ActorRef::from_static("therapist-1"), day(number))
}

fn written() -> DateTime<Utc> {
    "2026-02-01T17:00:00Z".parse().unwrap()
}

fn day(number: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, number).unwrap()
}

fn opened() -> Course {
    Course::open(
        &ACUTE_16,
        at(5),
        Opened::new(Phase::Initial, Reporting::COMPLETE),
    )
    .unwrap()
}

fn codes(findings: &[Finding]) -> Vec<String> {
    findings
        .iter()
        .map(|finding| finding.code.to_string())
        .collect()
}

#[test]
fn a_response_would_make_a_concern_without_one_vanish_and_change_the_verdict() {
    let mut course = opened();
    course
        .record(at(5), ConcernRaised::new(ConcernKind::SuicidalIdeation))
        .unwrap();
    let before = course.clone();

    let same_day = course
        .preview(
            &[at(5).entry(SafetyResponse::new(SafetyAction::SafetyPlan))],
            day(6),
        )
        .unwrap();
    assert_eq!(codes(&same_day.vanish), ["IPT-189"]);
    assert_eq!(same_day.conformance_before, Conformance::DoesNotConform);
    assert_ne!(same_day.conformance_after, Conformance::DoesNotConform);

    // A day later, the finding stays and is made good.
    let later = course
        .preview(
            &[at(6).entry(SafetyResponse::new(SafetyAction::SafetyPlan))],
            day(6),
        )
        .unwrap();
    assert_eq!(codes(&later.vanish), Vec::<String>::new());
    let change = later
        .change
        .iter()
        .find(|change| change.after.code.as_str() == "IPT-189")
        .unwrap();
    assert!(change.before.stands() && !change.after.stands() && !change.is_graver());
    assert!(
        later
            .to_string()
            .contains("Would then read:\n- error: A safety concern was raised on 5 January"),
        "{later}"
    );

    // Out of sight, it changes nothing.
    let tomorrow = course
        .preview(
            &[at(7).entry(SafetyResponse::new(SafetyAction::SafetyPlan))],
            day(6),
        )
        .unwrap();
    assert!(tomorrow.is_empty());
    assert_eq!(tomorrow.to_string(), "Nothing that is found would change.");
    assert!(course == before);
}

#[test]
fn an_entry_that_cannot_be_recorded_is_named_with_the_reason() {
    let course = opened();
    let entries = [
        at(6).entry(Session::attended().with_number(1)),
        at(7).entry(Session::attended().with_number(1)),
    ];
    let refused = course.preview(&entries, day(9)).unwrap_err();
    assert_eq!(refused.position, 2);
    let mut copy = course.clone();
    copy.record_entry(entries[0].clone()).unwrap();
    assert_eq!(
        refused.why,
        copy.record_entry(entries[1].clone()).unwrap_err()
    );
    assert_eq!(
        refused.to_string(),
        format!(
            "number 2 of the entries given does not fit the record: {}",
            refused.why
        )
    );
}

#[test]
fn a_session_is_the_same_place_when_an_earlier_one_is_added() {
    let mut course = opened();
    course.record(at(9), Session::attended()).unwrap();
    course.record(at(30), Session::attended()).unwrap();
    let gap = RuleCode::from_static("IPT-156");
    let report = Validator::new().validate(&course, day(30));
    assert!(report.of(gap).any(|finding| finding.place
        == Place::Session {
            entry: Seq::new(3),
            number: Some(2),
            track: Track::Main,
            held: true
        }));

    // Now it is the third session held, and the gap before it is as long as it was.
    let preview = course
        .preview(&[at(8).entry(Session::attended())], day(30))
        .unwrap();
    let moved = |findings: &[Finding]| findings.iter().any(|finding| finding.code == gap);
    assert!(
        !moved(&preview.appear) && !moved(&preview.vanish),
        "{preview}"
    );
    assert!(preview.change.iter().all(|change| change.after.code != gap));
}

#[test]
fn a_step_that_is_not_by_the_book_shows_before_it_is_taken() {
    let preview = opened()
        .preview(&[at(6).entry(PhaseBegun::new(Phase::Middle))], day(6))
        .unwrap();
    assert!(
        preview
            .appear
            .iter()
            .any(|finding| finding.code.as_str() == "IPT-055")
    );
    assert!(!preview.recorded[0].is_by_the_book());
    assert!(
        preview
            .outcomes
            .iter()
            .any(|turned| turned.code.as_str() == "IPT-055")
    );
}

#[test]
fn a_validator_previews_by_its_own_rules() {
    let entries = [at(6).entry(PhaseBegun::new(Phase::Middle))];
    let code = RuleCode::from_static("IPT-055");
    let site = Validator::new();
    let site = site.with_severity(code, Severity::Note).unwrap();
    let preview = site.preview(&opened(), &entries, day(6)).unwrap();
    let found: Vec<Severity> = preview
        .appear
        .iter()
        .filter(|f| f.code == code)
        .map(|f| f.severity)
        .collect();
    assert_eq!(found, [Severity::Note]);
    let site = site.with_severity(code, None).unwrap();
    let preview: Preview = site.preview(&opened(), &entries, day(6)).unwrap();
    assert!(preview.appear.iter().all(|finding| finding.code != code));
}

#[test]
fn nothing_recorded_changes_nothing() {
    let course = Exemplar::new(&ACUTE_16, interpersonal::ProblemArea::Grief, day(5))
        .course()
        .unwrap();
    let last = course.state().last_day();
    let preview = course.preview(&[], last).unwrap();
    assert!(preview.is_empty() && preview.recorded.is_empty());
    assert_eq!(preview.conformance_before, preview.conformance_after);
}

#[cfg(feature = "proptest1")]
mod laws {
    use interpersonal::{
        Entry,
        protocol::preset,
        rule::{Edition, Evidence, Report, Status},
        testing::strategy,
    };
    use proptest::{prelude::*, sample::Index};

    use super::*;

    /// What matching goes by.
    type Where = (RuleCode, Option<Seq>, Option<Place>);
    /// What must be equal in what stays.
    type Same = (Where, Severity, Status, Option<String>, Evidence);

    fn place(finding: &Finding) -> Where {
        let entry = finding.place.entry();
        (
            finding.code,
            entry,
            entry.is_none().then_some(finding.place),
        )
    }

    fn same(finding: &Finding) -> Same {
        let case = finding.case().map(|case| case.name.to_string());
        (
            place(finding),
            finding.severity,
            finding.status,
            case,
            finding.evidence,
        )
    }

    /// What is left of findings without some of them, each taken once.
    fn without<'a>(all: &[Finding], some: impl IntoIterator<Item = &'a Finding>) -> Vec<Same> {
        let mut left = all.to_vec();
        for one in some {
            let at = left
                .iter()
                .position(|other| other == one)
                .expect("it is one of the report's");
            left.remove(at);
        }
        left.iter().map(same).collect()
    }

    fn holds(preview: &Preview, before: &Report, after: &Report) -> Result<(), TestCaseError> {
        let stays = without(
            &before.findings,
            preview
                .vanish
                .iter()
                .chain(preview.change.iter().map(|c| &c.before)),
        );
        let mut stayed = without(
            &after.findings,
            preview
                .appear
                .iter()
                .chain(preview.change.iter().map(|c| &c.after)),
        );
        prop_assert_eq!(stays.len(), stayed.len());
        for one in stays {
            let at = stayed.iter().position(|other| *other == one);
            prop_assert!(at.is_some(), "{one:?} is neither there nor named");
            stayed.swap_remove(at.unwrap_or_default());
        }
        for change in &preview.change {
            prop_assert_eq!(place(&change.before), place(&change.after));
            prop_assert_ne!(same(&change.before), same(&change.after));
        }
        for gone in &preview.vanish {
            prop_assert!(
                preview.appear.iter().all(|new| place(new) != place(gone)),
                "{gone:?} is a change"
            );
        }
        let turned: Vec<_> = preview
            .outcomes
            .iter()
            .map(|turned| (turned.code, Some(turned.before), Some(turned.after)))
            .collect();
        let outcomes = before
            .outcomes
            .iter()
            .map(|&(code, outcome)| (code, Some(outcome), after.outcome(code)));
        if !before.outcomes.is_empty() && !after.outcomes.is_empty() {
            prop_assert_eq!(
                turned,
                outcomes
                    .filter(|(_, before, after)| before != after)
                    .collect::<Vec<_>>()
            );
        }
        prop_assert_eq!(preview.conformance_before, before.conformance);
        prop_assert_eq!(preview.conformance_after, after.conformance);
        Ok(())
    }

    fn courses() -> impl Strategy<Value = Course> {
        prop_oneof![
            strategy::course(),
            strategy::protocol().prop_flat_map(strategy::conforming)
        ]
    }

    fn validators() -> impl Strategy<Value = Validator> {
        prop_oneof![
            Just(()).prop_map(|()| Validator::new()),
            Just(()).prop_map(|()| Validator::new().under(&preset::MAINT_07M)),
            Just(()).prop_map(
                |()| Validator::new().with_edition(Edition::FIRST).with_only([
                    RuleCode::from_static("IPT-156"),
                    RuleCode::from_static("IPT-189"),
                ])
            ),
        ]
    }

    proptest! {
           #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

           /// The entries of a course after some day of writing, and one that may be nonsense.
           #[test]
           fn a_preview_equals_recording_on_a_copy_and_comparing_the_reports(
               course in courses(),
               cut in any::<Index>(),
               nonsense in proptest::option::weighted(0.4, strategy::entry()),
               validator in validators(),
               after in 0..60_u64,
           ) {
               let mut entries: Vec<Entry> = course.entries().to_vec();
               let rest = entries.split_off(1 + cut.index(entries.len()));
               let base = Course::replay(course.opening_protocol().clone(), entries).unwrap();
               let as_of = base.state().last_day().checked_add_days(chrono::Days::new(after)).unwrap();
               let mut offered = rest;
               offered.truncate(6);
               offered.extend(nonsense);

               let mut copy = base.clone();
               let mut refused = None;
               let mut recorded = Vec::new();
               for (position, entry) in (1..).zip(&offered) {
                   match copy.record_entry(entry.clone()) {
                       Ok(answer) => recorded.push(answer),
                       Err(why) => {
                           refused = Some((position, why));
                           break;
                       }
                   }
               }
               let kept = base.clone();
               match (validator.preview(&base, &offered, as_of), refused) {
                   (Ok(preview), None) => {
                       prop_assert_eq!(&preview.recorded, &recorded);
                       holds(&preview, &validator.validate(&base, as_of), &validator.validate(&copy, as_of))?;
                       let shown = format!("{preview:?}{preview}");
    prop_assert!(!shown.contains(strategy::MARKER));
                   }
                   (Err(error), Some((position, why))) => prop_assert_eq!((error.position, error.why), (position, why)),
                   (preview, refused) => prop_assert!(false, "{preview:?} {refused:?}"),
               }
               prop_assert!(base == kept);
           }
       }
}
