//! What `examples/data` shows of a report: an answered concern, and an imported table with open
//! questions.

use interpersonal::{
    Course, Fact,
    course::Content,
    rule::{Conformance, Report, Validator},
};

fn report(name: &str) -> Report {
    let path = format!("{}/examples/data/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let course: Course = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    Validator::new().validate(&course, course.state().last_day())
}

#[test]
fn a_concern_that_was_answered_is_told_as_a_concern_that_was_answered() {
    let report = report("answered-concern");
    assert_eq!(report.conformance, Conformance::Conforms);
    let said: Vec<String> = report.safety().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "Direct questions on 9 February brought a safety concern to light, and a response to it is on record for the same day, \
          entry 36."
        ]
    );
}

#[test]
fn an_endorsed_item_of_a_table_is_an_open_question_with_its_place() {
    let report = report("imported-table");
    let asked: Vec<String> = report.questions().map(ToString::to_string).collect();
    assert_eq!(
        asked,
        [
            "The self-harm item of the PHQ-9 was endorsed on 12 January. Was the patient asked directly on that day?",
            "The self-harm item of the PHQ-9 was left unanswered on 19 January. Was the patient asked directly on that day?",
        ]
    );
    let text = report.text().to_string();
    assert!(
        text.contains("session 2, 12 January (entry 3, key row-3)"),
        "{text}"
    );
    assert!(
        !report
            .standing()
            .any(|finding| finding.code.as_str() == "IPT-187")
    );
}

#[test]
fn two_places_share_a_line_only_where_the_same_is_said_of_them() {
    let lines = |minutes: [u16; 2]| {
        let path = format!("{}/examples/data/flawless.json", env!("CARGO_MANIFEST_DIR"));
        let flawless: Course =
            serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let mut entries = flawless.entries().to_vec();
        for entry in &mut entries {
            if let Content::Fact {
                fact: Fact::Session(note),
                ..
            } = &mut entry.content
            {
                match note.number {
                    Some(7) => note.minutes = Some(minutes[0]),
                    Some(8) => note.minutes = Some(minutes[1]),
                    _ => {}
                }
            }
        }
        let course = Course::replay(flawless.opening_protocol().clone(), entries).unwrap();
        let report = Validator::new().validate(&course, course.state().last_day());
        report
            .lines()
            .iter()
            .map(|line| 1 + line.also.len())
            .collect::<Vec<_>>()
    };
    assert_eq!(lines([61, 61]), [2]);
    assert_eq!(lines([61, 62]), [1, 1]);
}
