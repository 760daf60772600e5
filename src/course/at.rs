//! Where an entry stands: who writes it, when, and about which day.

use alloc::boxed::Box;

use chrono::{DateTime, NaiveDate, Utc};

use super::entry::{ChangeProtocol, Content, Correct, Entry, Origin, Strike, Waive};
use crate::{
    record::{Fact, safety::SafetyResponse},
    vocabulary::{ActorRef, AppKey},
};

/// Who writes something down, when, and about which day.
///
/// An application makes one for each writer and moment, and says the day of each fact with
/// [`on`](Self::on). The moment must not lie before the day; one day of tolerance covers the
/// difference between the patient's day and UTC.
///
/// ```
/// use interpersonal::{ActorRef, At, Course, Phase, Reporting, protocol::preset};
/// use interpersonal::{chrono::NaiveDate, record::{session::Session, setting::Opened}};
///
/// let day: NaiveDate = "2026-01-05".parse().unwrap();
/// let at = At::new("2026-01-12T17:00:00Z".parse().unwrap(), ActorRef::new("therapist-1")?, day);
///
/// let opened = Opened::in_phase(Phase::Initial).with_reporting(Reporting::COMPLETE);
/// let mut course = Course::open(&preset::ACUTE_16, at, opened)?;
/// course.record(at, Session::attended().with_minutes(60))?;
/// course.record(at.on("2026-01-12".parse().unwrap()), Session::attended().with_minutes(50))?;
/// assert_eq!(course.state().held(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct At {
    /// The moment of writing.
    pub recorded_at: DateTime<Utc>,
    /// The person or system that writes.
    pub by: ActorRef,
    /// The day on which it happened.
    pub day: NaiveDate,
    /// The application's own key for the entry.
    pub key: Option<AppKey>,
    /// How the entry comes into the record.
    pub origin: Origin,
}

impl At {
    /// Written live at that moment, by that person or system, about that day.
    #[must_use]
    pub const fn new(recorded_at: DateTime<Utc>, by: ActorRef, day: NaiveDate) -> Self {
        Self {
            recorded_at,
            by,
            day,
            key: None,
            origin: Origin::Live,
        }
    }

    /// The same writer and moment, about another day. Whatever else was said stays.
    #[must_use]
    pub const fn on(mut self, day: NaiveDate) -> Self {
        self.day = day;
        self
    }

    /// Adds the application's own key. A key stands for one entry: what is recorded twice under it
    /// is [ignored](super::Recorded::Ignored) the second time.
    #[must_use]
    pub const fn with_key(mut self, key: AppKey) -> Self {
        self.key = Some(key);
        self
    }

    /// Says how the entry comes into the record.
    #[must_use]
    pub const fn with_origin(mut self, origin: Origin) -> Self {
        self.origin = origin;
        self
    }

    /// The entry that records a fact of the day.
    #[must_use]
    pub fn entry(self, fact: impl Into<Fact>) -> Entry {
        let (on, fact) = (self.day, fact.into());
        self.holding(Content::Fact { on, fact })
    }

    /// A concern and its response as one act: what brought it to light, such as the note of a session,
    /// and the response, for [`Course::record_all`](super::Course::record_all). The key, if there
    /// is one, goes with the first.
    ///
    /// ```
    /// use interpersonal::prelude::*;
    /// use interpersonal::record::safety::{ConcernKind, ConcernRaised, SafetyAction, SafetyResponse};
    /// # let (written, day) = ("2026-01-05T17:00:00Z".parse().unwrap(), "2026-01-05".parse().unwrap());
    /// # let at = At::new(written, ActorRef::new("therapist-1")?, day);
    /// # let mut course = Course::open(&preset::ACUTE_16, at, Opened::in_phase(Phase::Initial))?;
    ///
    /// let concern = ConcernRaised::new(ConcernKind::SuicidalIdeation);
    /// let response = SafetyResponse::new(SafetyAction::SafetyPlan);
    /// course.record_all(at.with_response(concern, response))?;
    /// assert!(!course.state().safety().lacks_response());
    /// # Ok::<(), interpersonal::Error>(())
    /// ```
    #[must_use]
    pub fn with_response(self, found: impl Into<Fact>, response: SafetyResponse) -> [Entry; 2] {
        let answer = Self { key: None, ..self };
        [self.entry(found), answer.entry(response)]
    }

    /// The entry that strikes an earlier one. The day has no part in it.
    #[must_use]
    pub fn strike(self, strike: impl Into<Strike>) -> Entry {
        self.holding(Content::Strike(strike.into()))
    }

    /// The entry that corrects an earlier one. The day of the corrected fact is the correction's
    /// own.
    #[must_use]
    pub fn correct(self, correct: Correct) -> Entry {
        self.holding(Content::Correct(Box::new(correct)))
    }

    /// The entry that waives a rule. The day has no part in it.
    #[must_use]
    pub fn waive(self, waive: Waive) -> Entry {
        self.holding(Content::Waive(Box::new(waive)))
    }

    /// The entry that puts the course under another protocol from the day on.
    #[must_use]
    pub fn change_protocol(self, change: ChangeProtocol) -> Entry {
        let on = self.day;
        self.holding(Content::ChangeProtocol { on, change })
    }

    fn holding(self, content: Content) -> Entry {
        let mut entry = Entry::new(self.recorded_at, self.by, content).with_origin(self.origin);
        entry.key = self.key;
        entry
    }
}
