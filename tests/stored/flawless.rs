//! `examples/data/flawless.json` is the exemplar of `acute-16`: a course that follows its protocol
//! to the letter, with everything reported. `IPT_BLESS=1` writes it anew.

use std::{fs, path::Path};

use interpersonal::{
    Course, ProblemArea,
    chrono::NaiveDate,
    protocol::preset,
    rule::{Conformance, Validator},
    testing::exemplar::Exemplar,
};

#[test]
fn the_bundled_course_without_fault_is_the_exemplar_and_conforms_with_nothing_left_untold() {
    let monday = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    let exemplar = Exemplar::new(&preset::ACUTE_16, ProblemArea::RoleTransition, monday)
        .course()
        .unwrap();
    let mut json = serde_json::to_string_pretty(&exemplar).unwrap();
    json.push('\n');
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data/flawless.json");
    if std::env::var_os("IPT_BLESS").is_some() {
        fs::write(&path, &json).unwrap();
    }
    let stored = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        stored == json,
        "examples/data/flawless.json is stale; IPT_BLESS=1 cargo test --test stored flawless writes it anew"
    );

    let course: Course = serde_json::from_str(&stored).unwrap();
    assert_eq!(course, exemplar);
    let report = Validator::new().validate(&course, course.state().last_day());
    assert_eq!(report.conformance, Conformance::Conforms);
    assert_eq!(report.coverage.cannot_tell, 0, "{:#?}", report.unknown);
    assert_eq!(
        report.counts().standing.errors + report.counts().standing.warnings,
        0
    );
}
