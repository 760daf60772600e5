//! A course under the whole catalogue, in one word.

use chrono::NaiveDate;

use super::{Report, Validator};
use crate::course::Course;

impl Course {
    /// What the rules say of the course, as of a day: the whole catalogue, under the protocol of
    /// the course. A [`Validator`] is for what a site sets otherwise.
    ///
    /// ```
    /// use interpersonal::{Phase, Reporting, record::{session::Session, setting::Opened}};
    /// # use interpersonal::{ActorRef, At, Course, protocol::preset};
    /// # let day = interpersonal::chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    /// # let at = At::new("2026-01-05T17:00:00Z".parse().unwrap(), ActorRef::from_static("therapist-1"), day);
    /// let opened = Opened::in_phase(Phase::Initial).with_reporting(Reporting::COMPLETE);
    /// let mut course = Course::open(&preset::ACUTE_16, at, opened)?;
    /// course.record(at, Session::attended())?;
    ///
    /// let report = course.check(day);
    /// assert!(report.standing().any(|finding| finding.code.to_string() == "IPT-032"));
    /// for finding in report.standing() {
    ///     println!("{finding}");
    /// }
    /// # Ok::<(), interpersonal::RecordError>(())
    /// ```
    #[must_use]
    pub fn check(&self, as_of: NaiveDate) -> Report {
        Validator::new().validate(self, as_of)
    }
}
