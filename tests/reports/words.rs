//! Words for what real records hold: each with the kind of record that lacked it, and what the
//! checks must then leave alone, or must not.

use interpersonal::{
    Course, Severity,
    rule::{Report, Validator},
};
use serde_json::{Value, json};

/// A course in the stored form: what happened on which day, in order.
fn course(preset: &str, facts: &[(&str, Value)]) -> Course {
    let entries: Vec<Value> = facts
        .iter()
        .map(|(on, fact)| {
            json!({"at": format!("{on}T17:00:00Z"), "by": "therapist-1", "on": on, "fact": fact})
        })
        .collect();
    let file = json!({"ipt/1": {"protocol": {"preset": preset}, "entries": entries}});
    serde_json::from_value(file).unwrap()
}

fn opened(topics: &[&str]) -> (&'static str, Value) {
    (
        "2026-01-05",
        json!({"opened": {"phase": "initial", "reporting": topics}}),
    )
}

fn report(course: &Course) -> Report {
    Validator::new().validate(course, course.state().last_day())
}

fn found(report: &Report, code: &str) -> Vec<String> {
    report
        .findings
        .iter()
        .filter(|finding| finding.code.as_str() == code)
        .map(ToString::to_string)
        .collect()
}

/// Four weekly sessions, each with these scores on the PHQ-9.
fn scored_weekly(scores: [&[Value]; 4]) -> Course {
    let mut facts = vec![opened(&["sessions", "measures", "session_content"])];
    let days = ["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26"];
    for (on, scores) in days.into_iter().zip(scores) {
        let scores: Vec<Value> = scores
            .iter()
            .map(|score| {
                let mut whole = json!({"instrument": "phq-9", "fed_back": "done"});
                let fields = score.as_object().unwrap().clone();
                whole.as_object_mut().unwrap().extend(fields);
                whole
            })
            .collect();
        facts.push((
            on,
            json!({"session": {"attendance": "attended", "scores": scores}}),
        ));
    }
    course("acute-16", &facts)
}

#[test]
fn the_accounts_of_two_informants_are_never_compared() {
    let child = json!({"total": 8});
    for other in [
        json!({"total": 17, "informant": "parent"}),
        json!({"total": 17, "informant": "partner"}),
        json!({"total": 17, "informant": "caregiver"}),
        json!({"total": 17, "rater": "independent"}),
        json!({"total": 17, "rater": "clinician"}),
        json!({"total": 17, "version": "parent-report"}),
    ] {
        // Beside each other, in either order, and one after the other.
        let both = [child.clone(), other.clone()];
        let swapped = [other.clone(), child.clone()];
        for scores in [[&both[..]; 4], [&swapped[..]; 4]] {
            assert_eq!(found(&report(&scored_weekly(scores)), "IPT-181"), [""; 0]);
        }
        let (first, then) = (&both[..1], &both[1..]);
        let report = report(&scored_weekly([first, then, then, then]));
        assert_eq!(found(&report, "IPT-181"), [""; 0], "{other}");
        assert_eq!(found(&report, "IPT-180"), [""; 0], "{other}");
    }
}

#[test]
fn two_accounts_of_one_day_that_nothing_tells_apart_are_compared_with_nothing() {
    let both = [json!({"total": 17}), json!({"total": 8})];
    assert_eq!(
        found(&report(&scored_weekly([&both[..]; 4])), "IPT-181"),
        [""; 0]
    );
}

#[test]
fn one_account_that_worsened_is_found_whatever_another_says() {
    let well = json!({"total": 8, "rater": "self_report"});
    let parent = json!({"total": 10, "informant": "parent"});
    let worse = json!({"total": 17});
    let (before, after) = ([well, parent.clone()], [parent, worse]);
    let report = report(&scored_weekly([&before, &after, &after, &after]));
    assert_eq!(
        found(&report, "IPT-181"),
        [
            "The score on the PHQ-9 worsened from 8 on 5 January to 17 on 12 January, and no review of progress with the \
             patient is on record by the next session, that of 19 January."
        ],
        "who left the rater out is the patient, as usual"
    );
}

#[test]
fn an_item_without_a_total_is_kept_asked_about_and_compared_with_nothing() {
    let facts = [
        opened(&["sessions", "measures", "safety"]),
        (
            "2026-01-05",
            json!({"session": {"attendance": "attended", "scores": [{"instrument": "phq-9", "total": 8}]}}),
        ),
        (
            "2026-01-12",
            json!({"scored": {"instrument": "phq-9", "self_harm_item": "endorsed"}}),
        ),
        ("2026-01-12", json!({"session": {"attendance": "attended"}})),
        ("2026-01-19", json!({"session": {"attendance": "attended"}})),
    ];
    let course = course("acute-16", &facts);
    let again: Course = serde_json::from_value(serde_json::to_value(&course).unwrap()).unwrap();
    assert_eq!(course.entries(), again.entries());
    let report = report(&course);
    assert_eq!(found(&report, "IPT-181"), [""; 0]);
    let asks = report
        .standing()
        .find(|finding| finding.code.as_str() == "IPT-187")
        .unwrap_or_else(|| panic!("{:#?}", report.findings));
    assert_eq!(asks.severity, Severity::Error);
}

#[test]
fn an_incomplete_form_is_compared_with_nothing_and_a_prorated_one_is() {
    let status = |status: &str| {
        let well = [json!({"total": 8})];
        let worse = [json!({"total": 17, "status": status})];
        let report = report(&scored_weekly([&well, &worse, &worse, &worse]));
        found(&report, "IPT-181").len()
    };
    assert_eq!(
        (status("incomplete"), status("prorated"), status("complete")),
        (0, 1, 1)
    );
}

#[test]
fn a_session_may_be_held_in_several_ways() {
    let held = |ways: Value| {
        let session = json!({"session": {"attendance": "attended", "modality": ways}});
        course(
            "acute-16",
            &[opened(&["sessions"]), ("2026-01-05", session)],
        )
    };
    let several = held(json!(["video", "telephone"]));
    let stored = serde_json::to_value(&several).unwrap();
    let modality = &stored["ipt/1"]["entries"][1]["fact"]["session"]["modality"];
    assert_eq!(*modality, json!(["video", "telephone"]));
    // One is stored as it always was.
    for one in [json!("video"), json!(["video"])] {
        let stored = serde_json::to_value(held(one)).unwrap();
        let modality = &stored["ipt/1"]["entries"][1]["fact"]["session"]["modality"];
        assert_eq!(*modality, json!("video"));
    }
    assert_eq!(found(&report(&several), "IPT-262"), [""; 0]);
}

/// Twelve sessions of a contract of twelve that counts late cancellations. The fifth was put off
/// from Monday, 2 February, to that day.
fn put_off(policy: &str, missed: &Value, held: &str) -> Course {
    let mut facts = vec![
        opened(&["sessions", "contacts", "agreements"]),
        (
            "2026-01-05",
            json!({"contract_agreed": {"frame": {"sessions": 12}, "interval_days": 7, "minutes": 50,
                "missed_sessions": policy, "notice_hours": 24}}),
        ),
    ];
    let days = [
        "2026-01-05",
        "2026-01-12",
        "2026-01-19",
        "2026-01-26",
        held,
        "2026-02-09",
        "2026-02-16",
        "2026-02-23",
        "2026-03-02",
        "2026-03-09",
        "2026-03-16",
        "2026-03-23",
    ];
    for (at, on) in days.into_iter().enumerate() {
        if at == 4 {
            facts.push(("2026-02-02", json!({ "session": missed })));
        }
        let phase = match at {
            0..3 => "initial",
            3..10 => "middle",
            _ => "termination",
        };
        facts.push((
            on,
            json!({"session": {"attendance": "attended", "phase": phase}}),
        ));
    }
    course("acute-12", &facts)
}

#[test]
fn a_session_that_was_moved_uses_no_slot() {
    let moved = json!({"attendance": "rescheduled", "moved_to": "2026-02-04", "notice_hours": 2});
    let course = put_off("late_cancel_and_no_show", &moved, "2026-02-04");
    assert_eq!(course.state().slots(), 12);
    let report = report(&course);
    assert_eq!(found(&report, "IPT-107"), [""; 0]);
    assert_eq!(
        found(&report, "IPT-154"),
        ["The planned session of 2 February was moved to 4 February."]
    );
}

#[test]
fn a_cancelled_session_that_was_made_up_before_the_next_was_due_uses_one_slot_with_it() {
    let cancelled = json!({"attendance": "cancelled_by_patient", "notice_hours": 2});
    let course = put_off("late_cancel_and_no_show", &cancelled, "2026-02-04");
    assert_eq!(course.state().slots(), 12);
    assert_eq!(found(&report(&course), "IPT-107"), [""; 0]);
}

#[test]
fn who_stands_in_has_not_taken_over() {
    let held = |stands_in: bool| {
        let days = ["05", "12", "19", "26"];
        let mut facts = vec![opened(&["sessions", "contacts", "agreements"])];
        let days: Vec<String> = days.iter().map(|day| format!("2026-01-{day}")).collect();
        for (at, on) in days.iter().enumerate() {
            let session = if at < 2 {
                json!({"attendance": "attended", "therapist": "therapist-1"})
            } else {
                json!({"attendance": "attended", "therapist": "therapist-2", "stand_in": stands_in})
            };
            facts.push((on.as_str(), json!({ "session": session })));
        }
        found(&report(&course("acute-16", &facts)), "IPT-216").len()
    };
    assert_eq!((held(false), held(true)), (1, 0));
}

#[test]
fn an_estimated_age_beyond_a_bound_is_no_error() {
    let weight = |age: Value| {
        let facts = [
            opened(&["sessions"]),
            ("2026-01-05", json!({ "age_recorded": age })),
            ("2026-01-05", json!({"session": {"attendance": "attended"}})),
        ];
        let report = report(&course("acute-16", &facts));
        let ages = report.standing().filter(|it| it.code.as_str() == "IPT-021");
        ages.map(|it| it.severity).collect::<Vec<_>>()
    };
    assert_eq!(
        weight(json!({"years": 15, "about": true})),
        [Severity::Warning]
    );
    assert_ne!(weight(json!({"years": 15})), []);
}

#[test]
fn gaps_beside_a_session_of_which_only_the_month_is_known_are_not_measured() {
    let gaps = |known: Value| {
        let mut late = json!({"attendance": "attended"});
        late["day_known"] = known;
        let facts = [
            opened(&["sessions", "contacts", "agreements"]),
            ("2026-01-05", json!({"session": {"attendance": "attended"}})),
            ("2026-03-15", json!({ "session": late })),
            ("2026-03-16", json!({"session": {"attendance": "attended"}})),
        ];
        let report = report(&course("acute-16", &facts));
        found(&report, "IPT-156").len() + found(&report, "IPT-158").len()
    };
    assert_eq!(gaps(json!("month")), 0);
    assert_eq!(gaps(Value::Null), 2);
}

#[test]
fn a_session_missed_without_a_word_uses_its_slot_although_another_came_soon() {
    let missed = json!({"attendance": "did_not_attend"});
    let course = put_off("late_cancel_and_no_show", &missed, "2026-02-04");
    assert_eq!(course.state().slots(), 13);
    assert_eq!(found(&report(&course), "IPT-107").len(), 1);
}
