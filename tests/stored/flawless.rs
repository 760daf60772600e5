//! `examples/data/flawless.json` is the exemplar of `acute-16`: a course that follows its protocol
//! to the letter, with everything reported.

use interpersonal::{
    Course, ProblemArea,
    chrono::NaiveDate,
    protocol::preset,
    rule::{Conformance, Validator},
    testing::exemplar::Exemplar,
};

use crate::generated::assert_stored;

#[test]
fn the_bundled_course_without_fault_is_generated_and_conforms_with_nothing_left_untold() {
    let monday = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    let exemplar = Exemplar::new(&preset::ACUTE_16, ProblemArea::RoleTransition, monday)
        .course()
        .unwrap();
    let mut json = serde_json::to_string_pretty(&exemplar).unwrap();
    json.push('\n');
    assert_stored("examples/data/flawless.json", &json);

    let course: Course = serde_json::from_str(&json).unwrap();
    assert_eq!(course, exemplar);
    let report = Validator::new().validate(&course, course.state().last_day());
    assert_eq!(report.conformance, Conformance::Conforms);
    assert_eq!(report.coverage.cannot_tell, 0, "{:#?}", report.unknown);
    assert_eq!(
        report.counts().standing.errors + report.counts().standing.warnings,
        0
    );
}
