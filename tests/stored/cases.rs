//! Five published courses, `examples/data/*.json`: what the sources say of them is in the files,
//! and each runs to its end.

use std::fs;

use interpersonal::{
    Course, Fact, Phase, ProblemArea, Protocol, Reporting, Severity, Topic,
    course::Origin,
    machine::GuardSet,
    measure::Score,
    record::{
        contract::ContractScope,
        inventory::Relation,
        session::{Session, Track},
        setting::TherapistKind,
    },
    rule::{Conformance, Validator},
    vocabulary::{
        DiagnosisCode, EndingTask, FocusOn, Label, PhaseSet, ProtocolId, Task, Technique,
    },
    wire::{Wire, v1::ProtocolForm},
};
use serde_json::Value;

const CASES: [(&str, &str); 5] = [
    ("dispute-acute", "acute-16"),
    ("ptsd", "ptsd-14"),
    ("late-life-grief", "late-life"),
    ("postpartum", "pp-12"),
    ("family-based", "fb-14"),
];

fn stored(name: &str) -> String {
    let path = format!("{}/examples/data/{name}.json", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The course of a file under the preset that it names.
fn course(name: &str) -> Course {
    serde_json::from_str(&stored(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn sessions(course: &Course) -> Vec<&Session> {
    course
        .facts()
        .filter_map(|(.., fact)| match fact {
            Fact::Session(session) => Some(&**session),
            _ => None,
        })
        .collect()
}

/// The scores on an instrument in the order of their days.
fn scores(course: &Course, instrument: &str) -> Vec<u16> {
    let mut totals = Vec::new();
    let mut take = |score: &Score| {
        if score.instrument.as_str() == instrument {
            totals.extend(score.total);
        }
    };
    for (.., fact) in course.facts() {
        match fact {
            Fact::Session(session) => session.scores.iter().for_each(&mut take),
            Fact::Scored(score) => take(score),
            _ => {}
        }
    }
    totals
}

/// The percentage by which a score fell, rounded.
fn fall(from: u16, to: u16) -> u16 {
    (100 * (from - to) + from / 2) / from
}

fn declared(session: &Session) -> Vec<&str> {
    session
        .tasks
        .iter()
        .filter_map(|note| match &note.task {
            Task::Declared(token) => Some(token.as_str()),
            _ => None,
        })
        .collect()
}

/// The areas of the focus as it was agreed.
fn focus(course: &Course) -> Vec<FocusOn> {
    let agreed = course.facts().find_map(|(.., fact)| match fact {
        Fact::FocusAgreed(agreed) => Some(agreed),
        _ => None,
    });
    agreed.unwrap().items.iter().map(|item| item.on).collect()
}

#[test]
fn each_case_names_its_preset_and_runs_from_its_first_session_to_its_closing() {
    for ((name, id), held) in CASES.into_iter().zip([16, 14, 16, 12, 14]) {
        let Ok(Wire::V1(wire)) = serde_json::from_str(&stored(name)) else {
            panic!("{name} is not ipt/1")
        };
        assert_eq!(
            wire.protocol,
            ProtocolForm::Preset(ProtocolId::new(id).unwrap()),
            "{name}"
        );
        let course = course(name);
        assert_eq!(course.protocol(), Protocol::parse(id).unwrap(), "{name}");
        assert_eq!(course.state().phase(), Phase::Closed, "{name}");
        assert_eq!(course.state().held(), held, "{name}");
        assert_eq!(course.state().planned(), Some(held), "{name}");
        assert!(
            course
                .entries()
                .iter()
                .all(|entry| entry.origin == Origin::Imported),
            "{name}"
        );
    }
}

#[test]
fn no_step_of_a_case_leaves_a_condition_of_its_own_protocol_unmet() {
    for (name, _) in CASES {
        let whole = course(name);
        let mut entries = whole.entries().iter().cloned();
        let mut again =
            Course::replay(whole.opening_protocol().clone(), [entries.next().unwrap()]).unwrap();
        for entry in entries {
            let key = entry.key;
            // What cannot be told is confirmed, so whatever stands in the way is unmet.
            again
                .confirming(GuardSet::ALL)
                .propose_entry(entry)
                .unwrap_or_else(|why| panic!("{name}, {key:?}: {why}"));
        }
        assert_eq!(again, whole, "{name}");
    }
}

#[test]
fn each_case_conforms_to_its_own_protocol() {
    for (name, _) in CASES {
        let course = course(name);
        let report = Validator::new().validate(&course, course.state().last_day());
        let found: Vec<_> = report
            .findings
            .iter()
            .map(|finding| (finding.code, finding.severity))
            .collect();
        assert_eq!(
            report.conformance,
            Conformance::Conforms,
            "{name}: {found:?}"
        );
    }
}

#[test]
fn the_family_course_does_not_conform_to_the_adult_manual_for_the_childs_age_and_the_long_initial_phase()
 {
    let course = course("family-based");
    let validator = Validator::new().under(Protocol::parse("acute-16").unwrap());
    let report = validator.validate(&course, course.state().last_day());
    assert_eq!(report.conformance, Conformance::DoesNotConform);
    let errors: Vec<_> = report
        .standing()
        .filter(|f| f.severity == Severity::Error)
        .map(|f| f.code.as_str())
        .collect();
    assert_eq!(errors, ["IPT-021"], "the patient is a child");
    assert!(
        report.standing().any(|f| f.code.as_str() == "IPT-046"),
        "the formulation comes in the fifth session"
    );
}

#[test]
fn a_stored_case_comes_back_the_same_with_its_protocol_whole() {
    for (name, _) in CASES {
        let course = course(name);
        let text = serde_json::to_string(&course).unwrap();
        assert!(text.contains(r#""protocol":{"spec":"#), "{name}");
        assert_eq!(
            serde_json::from_str::<Course>(&text).unwrap(),
            course,
            "{name}"
        );
    }
}

/// Visits every text of a tree with the key under which it stands.
fn texts<'a>(tree: &'a Value, key: &'a str, visit: &mut impl FnMut(&str, &str)) {
    match tree {
        Value::String(text) => visit(key, text),
        Value::Array(items) => items.iter().for_each(|item| texts(item, key, visit)),
        Value::Object(fields) => fields
            .iter()
            .for_each(|(key, value)| texts(value, key, visit)),
        _ => {}
    }
}

#[test]
fn every_free_text_says_whether_it_was_read_computed_or_filled_in() {
    for (name, _) in CASES {
        let tree: Value = serde_json::from_str(&stored(name)).unwrap();
        let mut labelled = 0;
        texts(&tree, "", &mut |key, text| {
            let free = text.contains(' ')
                || matches!(key, "note" | "reason" | "wording" | "link" | "goals");
            if free {
                let label = text.split([':', ' ']).next().unwrap();
                assert!(
                    ["read", "filler", "computed"].contains(&label),
                    "{name}, {key}: {text}"
                );
                labelled += 1;
            }
        });
        assert!(labelled > 10, "{name}");
    }
}

#[test]
fn no_case_states_that_something_was_not_done_and_none_reports_what_its_source_is_silent_about() {
    for (name, _) in CASES {
        assert!(!stored(name).contains("not_done"), "{name}");
        let reporting = course(name).state().reporting();
        let silent = [
            Topic::Safety,
            Topic::Contacts,
            Topic::Medication,
            Topic::Supervision,
        ];
        assert!(
            !silent.into_iter().any(|topic| reporting.contains(topic)),
            "{name}"
        );
        assert!(
            reporting.includes(Reporting::of(&[Topic::Sessions, Topic::Agreements])),
            "{name}"
        );
    }
}

#[test]
fn two_people_in_the_dispute_are_one_focus() {
    let course = course("dispute-acute");
    assert_eq!(focus(&course), [FocusOn::Area(ProblemArea::RoleDispute)]);
    let inventoried = |relation| {
        course.facts().any(|(.., fact)| matches!(fact, Fact::PersonInventoried(person) if person.relation == relation))
    };
    assert!(inventoried(Relation::Parent) && inventoried(Relation::FormerPartner));
    let sessions = sessions(&course);
    assert!(
        sessions[4]
            .techniques
            .contains(Technique::CommunicationAnalysis)
    );
    assert!(
        sessions[12]
            .tasks
            .iter()
            .any(|note| note.task == Task::Ending(EndingTask::AnnounceEnd))
    );
    assert!(
        course
            .facts()
            .any(|(.., fact)| matches!(fact, Fact::DisputeStaged(_)))
    );
    assert!(course.facts().any(|(.., fact)| {
        matches!(fact, Fact::TherapistAssigned(assigned) if assigned.kind == Some(TherapistKind::Trainee))
    }));
    assert_eq!(scores(&course, "ham-d-17"), [20, 6]);
}

#[test]
fn the_computed_baselines_of_the_trauma_case_give_the_falls_that_were_read() {
    let course = course("ptsd");
    assert_eq!(scores(&course, "caps"), [81, 39]);
    assert_eq!(fall(81, 39), 52);
    assert_eq!(scores(&course, "ham-d-17"), [20, 12]);
    assert_eq!(fall(20, 12), 40);
    assert_eq!(focus(&course), [FocusOn::Area(ProblemArea::RoleTransition)]);
    assert!(
        sessions(&course)
            .iter()
            .all(|session| session.off_model.is_empty())
    );
    let diagnosis = DiagnosisCode::from_static("F43.1");
    assert!(course.facts().any(|(.., fact)| {
        matches!(fact, Fact::DiagnosisMade(made) if made.code == diagnosis && made.system == Label::from_static("icd-10"))
    }));
}

#[test]
fn the_widow_goes_on_to_maintenance_under_a_contract_of_its_own() {
    let course = course("late-life-grief");
    let contracts: Vec<_> = course
        .facts()
        .filter_map(|(.., fact)| match fact {
            Fact::ContractAgreed(agreed) => Some((agreed.scope, agreed.interval_days)),
            _ => None,
        })
        .collect();
    assert_eq!(
        contracts,
        [
            (ContractScope::Acute, Some(7)),
            (ContractScope::Maintenance, Some(28))
        ]
    );
    assert_eq!(course.state().own_contract(), Some((3, 3)));
    assert!(course.state().in_remission());

    let mut passed = PhaseSet::EMPTY;
    for (_, on, _) in course.facts() {
        passed = passed.with(course.state_on(on).unwrap().phase());
    }
    assert!(passed.contains(Phase::Termination) && !passed.contains(Phase::Continuation));
    let concluded = course
        .facts()
        .find(|(.., fact)| matches!(fact, Fact::PhaseBegun(_)))
        .unwrap()
        .1;
    assert_eq!(
        course.state_on(concluded).unwrap().phase(),
        Phase::Concluded
    );

    let monthly: Vec<_> = sessions(&course)
        .into_iter()
        .filter(|session| session.track == Track::Maintenance)
        .collect();
    assert_eq!(monthly.len(), 3);
    assert!(monthly.iter().all(|session| session.scores.len() == 1));
    let daughter = &sessions(&course)[1].participants[0];
    assert_eq!(
        (daughter.relation, daughter.minutes),
        (Relation::Child, Some(20))
    );
    assert!(daughter.consent.is_done() && daughter.purpose.is_some());
    assert!(
        course
            .facts()
            .any(|(.., fact)| matches!(fact, Fact::MedicationNoted(_)))
    );
}

#[test]
fn the_rounded_means_of_the_postpartum_arm_are_a_response_and_not_a_recovery() {
    let course = course("postpartum");
    let hrsd = scores(&course, "ham-d-17");
    assert_eq!(hrsd, [19, 15, 11, 8]);
    assert_eq!(scores(&course, "bdi"), [24, 18, 13, 11]);
    assert!(hrsd[3] > 6 && fall(hrsd[0], hrsd[3]) >= 50);
    let rated: Vec<_> = course
        .facts()
        .filter(|(.., fact)| match fact {
            Fact::Session(session) => !session.scores.is_empty(),
            fact => matches!(fact, Fact::Scored(_)),
        })
        .map(|(_, on, _)| (on - course.state().opened_on()).num_days() / 7)
        .collect();
    assert_eq!(rated, [0, 4, 8, 12, 12]);
}

#[test]
fn the_scripted_sessions_of_the_family_plan_stand_where_the_plan_has_them() {
    let course = course("family-based");
    let sessions = sessions(&course);
    let plan: [(&[usize], &str); 7] = [
        (&[1], "mood_thermometer"),
        (&[2], "closeness_circle"),
        (&[4], "parent_tips"),
        (&[6, 7, 8, 9], "tween_tips"),
        (&[10, 11], "interpersonal_experiments"),
        (&[13], "early_warning_list"),
        (&[14], "goodbye"),
    ];
    for (number, session) in (1..).zip(&sessions) {
        let due: Vec<_> = plan
            .iter()
            .filter(|(numbers, _)| numbers.contains(&number))
            .map(|&(_, task)| task)
            .collect();
        assert_eq!(declared(session), due, "session {number}");
        let parent = &session.participants[..];
        assert!(
            matches!(parent, [parent] if parent.relation == Relation::Parent && parent.consent.is_done())
        );
    }
    for declared in &*course.protocol().spec().tasks {
        let planned = plan
            .iter()
            .find(|(_, task)| *task == declared.token.as_str());
        let (numbers, _) = planned.unwrap_or_else(|| panic!("{} is in no session", declared.token));
        assert!(
            declared
                .by_session
                .is_none_or(|by| numbers[0] <= usize::from(by)),
            "{}",
            declared.token
        );
    }
    let given = course
        .facts()
        .find(|(.., fact)| matches!(fact, Fact::FormulationGiven(_)))
        .unwrap()
        .1;
    assert_eq!(course.state_on(given).unwrap().initial_held(), 5);
}
