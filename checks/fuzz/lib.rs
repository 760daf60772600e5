//! What each target does with a course or a protocol, once there is one: everything that a program
//! asks for. Nothing here may panic, whatever the input.

use interpersonal::{
    Course, Validator,
    chrono::{Days, NaiveDate},
    plan::{Availability, CoursePlan, Terms, Weekday},
    protocol::Protocol,
    text::Language,
};

/// Asks a course for everything, on its last day and much later.
///
/// # Panics
///
/// If what it stores does not come back as it was.
pub fn use_course(course: &Course) {
    let last = course.state().last_day();
    for day in [last, last.checked_add_days(Days::new(400)).unwrap_or(last)] {
        let report = Validator::new().validate(course, day);
        for language in Language::ALL {
            let _ = report.text().in_language(language).to_string();
            let _ = course.next_session(day).in_language(language).to_string();
        }
        let _ = course.next_due(day);
        let _ = course.choices();
        let _ = format!("{course:?} {report:?}");
    }
    let stored = serde_json::to_string(course).expect("a course can be stored");
    let again: Course = serde_json::from_str(&stored).expect("what was stored can be read");
    assert_eq!(course.entries(), again.entries());
}

/// Shows a protocol, and plans a course by it.
///
/// # Panics
///
/// If what it stores does not come back as it was.
pub fn use_protocol(protocol: &Protocol) {
    let stored = serde_json::to_string(protocol).expect("a protocol can be stored");
    let again: Protocol = serde_json::from_str(&stored).expect("what was stored can be read");
    assert_eq!(protocol.spec(), again.spec());
    let start = NaiveDate::from_ymd_opt(2026, 1, 5).expect("a day of the calendar");
    let availability = Availability::on([Weekday::Monday]);
    if let Ok(plan) = CoursePlan::new(protocol, Terms::typical(protocol), start, availability) {
        let _ = plan.markdown(protocol).to_string();
    }
}
