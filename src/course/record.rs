//! The verbs that write: a fact, a strike, a correction, a waiver, another protocol, several at
//! once.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{
    At, BatchError, Course, Differs, RecordError, Recorded,
    entry::{ChangeProtocol, Correct, Correction, Entry, Strike, Waive},
};
use crate::{record::Fact, vocabulary::Seq};

impl Course {
    /// Writes down what happened.
    ///
    /// It refuses only what contradicts the record. What departs from the protocol is recorded; the
    /// answer lists the conditions that were not met, and so will the report.
    ///
    /// # Errors
    ///
    /// [`RecordError`] says what contradicts the record and where; the course is unchanged.
    pub fn record(&mut self, at: At, fact: impl Into<Fact>) -> Result<Recorded, RecordError> {
        self.record_entry(at.entry(fact))
    }

    /// Strikes an earlier entry, which stays in the record and no longer counts: a session that
    /// belongs to another course, a waiver that was given up.
    ///
    /// An entry is named by its number alone, or by a [`Strike`] that gives the reason.
    ///
    /// ```
    /// use interpersonal::{course::Strike, record::session::Session, Seq};
    /// # use interpersonal::{ActorRef, At, Course, Phase, protocol::preset, record::setting::Opened};
    /// # let day = interpersonal::chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    /// # let at = At::new("2026-01-05T17:00:00Z".parse().unwrap(), ActorRef::from_static("therapist-1"), day);
    /// # let mut course = Course::open(&preset::ACUTE_16, at, Opened::in_phase(Phase::Initial))?;
    ///
    /// let first = course.record(at, Session::attended())?.entry();
    /// let second = course.record(at, Session::attended())?.entry();
    /// course.strike(at, first)?;
    /// course.strike(at, Strike::new(second).with_reason("written into the wrong course"))?;
    /// assert_eq!(course.struck_by(first), Some(Seq::new(4)));
    /// # Ok::<(), interpersonal::RecordError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`RecordError`] when there is no such entry, when it opens the course, strikes another or
    /// does not count any more, or when a later fact rests on it.
    pub fn strike(&mut self, at: At, strike: impl Into<Strike>) -> Result<Recorded, RecordError> {
        self.record_entry(at.strike(strike))
    }

    /// Replaces an earlier fact by one of `at`'s day. Both stay in the record; only the new one
    /// counts.
    ///
    /// The new fact replaces the whole of the old one: what it does not hold is no longer on
    /// record. Begin with a copy of what was noted, which [`Entry::stated`] gives. A [`Correction`]
    /// adds the reason.
    ///
    /// ```
    /// use interpersonal::{Entry, Fact, course::Correction, record::{safety::Enquiry, session::Session}};
    /// # use interpersonal::{ActorRef, At, Course, Phase, protocol::preset, record::setting::Opened};
    /// # let day = interpersonal::chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    /// # let at = At::new("2026-01-12T17:00:00Z".parse().unwrap(), ActorRef::from_static("therapist-1"), day);
    /// # let mut course = Course::open(&preset::ACUTE_16, at, Opened::in_phase(Phase::Initial))?;
    /// let noted = Session::attended().with_minutes(30).with_enquiry(Enquiry::no_concern());
    /// let session = course.record(at, noted)?.entry();
    ///
    /// // The session lasted 50 minutes; the question about safety stays as it was noted.
    /// let noted = course.entry(session).and_then(Entry::stated);
    /// let Some((_, Fact::Session(noted))) = noted else { panic!("it is a session") };
    /// let mended = Correction::of(noted.clone().with_minutes(50)).with_reason("a slip of the pen");
    /// let mended = course.correct(at, session, mended)?.entry();
    ///
    /// // It was held on the day after: the day of `at` is that of the fact.
    /// let next_day = day.succ_opt().unwrap();
    /// let (_, noted) = course.entry(mended).and_then(Entry::stated).unwrap();
    /// let noted = noted.clone();
    /// course.correct(at.on(next_day), mended, noted)?;
    /// assert_eq!(course.state_on(day).unwrap().held(), 0);
    /// assert_eq!(course.state_on(next_day).unwrap().held(), 1);
    /// # Ok::<(), interpersonal::RecordError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`RecordError`] when the entry states no fact or does not count any more, and when the new
    /// fact contradicts the record or a later fact rests on the old one.
    pub fn correct(
        &mut self,
        at: At,
        entry: Seq,
        correction: impl Into<Correction>,
    ) -> Result<Recorded, RecordError> {
        let Correction { fact, reason } = correction.into();
        let mut correct = Correct::new(entry, at.day, fact);
        correct.reason = reason;
        self.record_entry(at.correct(correct))
    }

    /// Gives the reason for departing from the protocol in one respect: findings of that rule are
    /// then shown as waived, and [`propose`](Self::propose) takes what it asks for as met.
    ///
    /// ```
    /// use interpersonal::{
    ///     course::{Waive, WaiverScope}, record::setting::DeviationCategory, RuleCode,
    /// };
    /// # use interpersonal::{ActorRef, At, Course, Phase, protocol::preset, record::setting::Opened};
    /// # let day = interpersonal::chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    /// # let at = At::new("2026-01-05T17:00:00Z".parse().unwrap(), ActorRef::from_static("therapist-1"), day);
    /// # let mut course = Course::open(&preset::ACUTE_16, at, Opened::in_phase(Phase::Initial))?;
    ///
    /// // The discharge came sooner than planned, so the ending began early.
    /// let until = WaiverScope::Until(day);
    /// let code = RuleCode::new("IPT-103").unwrap();
    /// course.waive(at, Waive::new(code, until, DeviationCategory::Hospitalisation))?;
    /// # Ok::<(), interpersonal::RecordError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`RecordError`] when the rule does not exist or cannot be waived, and when the waiver is
    /// about an entry that does not exist.
    pub fn waive(&mut self, at: At, waive: Waive) -> Result<Recorded, RecordError> {
        self.record_entry(at.waive(waive))
    }

    /// Puts the course under another protocol from `at`'s day on.
    ///
    /// # Errors
    ///
    /// [`RecordError`] when the day lies before the opening.
    pub fn change_protocol(
        &mut self,
        at: At,
        change: ChangeProtocol,
    ) -> Result<Recorded, RecordError> {
        self.record_entry(at.change_protocol(change))
    }

    /// Records several entries, or none of them.
    ///
    /// ```
    /// use interpersonal::record::{ending::*, session::Session};
    /// # use interpersonal::{ActorRef, At, Course, Phase, protocol::preset, record::setting::Opened};
    /// # let day = interpersonal::chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    /// # let at = At::new("2026-01-05T17:00:00Z".parse().unwrap(), ActorRef::from_static("therapist-1"), day);
    /// # let mut course = Course::open(&preset::ACUTE_16, at, Opened::in_phase(Phase::Initial))?;
    ///
    /// let session = || at.entry(Session::attended().with_number(1));
    /// assert!(course.record_all([session(), session()]).is_err());
    /// assert_eq!(course.revision(), 1, "two sessions with one number; neither is recorded");
    ///
    /// let closed = Closed::new(EndMode::DroppedOut, ClinicalResult::NotAssessed, Disposition::None);
    /// course.record_all([session(), at.entry(closed)])?;
    /// assert_eq!(course.state().phase(), Phase::Closed);
    /// # Ok::<(), interpersonal::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`BatchError`] names the first that contradicts the record, or the entries before it; the
    /// course is unchanged.
    pub fn record_all(
        &mut self,
        entries: impl IntoIterator<Item = Entry>,
    ) -> Result<Vec<Recorded>, BatchError> {
        // Entries are only ever added, so the record itself need not be copied to go back to.
        let revision = self.entries.len();
        let (timeline, state) = (self.timeline.clone(), self.state);
        let (numbers, keys) = (self.numbers.clone(), self.keys.clone());
        let recorded: Result<_, _> = entries
            .into_iter()
            .enumerate()
            .map(|(at, entry)| {
                let position = at + 1;
                self.record_entry(entry)
                    .map_err(|why| BatchError { position, why })
            })
            .collect();
        if recorded.is_err() {
            self.entries.truncate(revision);
            self.timeline = timeline;
            self.state = state;
            self.numbers = numbers;
            self.keys = keys;
        }
        recorded
    }

    /// What becomes of a fact under a key that stands for an entry already: the same content is
    /// nothing new, and other content is a mistake of somebody's.
    pub(super) fn known(
        &self,
        first: Seq,
        entry: Seq,
        (on, fact): (NaiveDate, &Fact),
    ) -> Result<Recorded, RecordError> {
        // A row that was corrected here may come again as it was, or as it was corrected.
        let mut latest = first;
        loop {
            let Some((day, recorded)) = self.entry(latest).and_then(Entry::stated) else {
                return Ok(Recorded::Ignored { first });
            };
            if (day, recorded) == (on, fact) {
                return Ok(Recorded::Ignored { first });
            }
            let corrects = |by: &Seq| self.entry(*by).is_some_and(|by| by.stated().is_some());
            let Some(correction) = self.struck_by(latest).filter(corrects) else {
                let differs = Differs::between((day, recorded), (on, fact));
                return Err(RecordError::KeyTaken {
                    entry,
                    first,
                    differs,
                });
            };
            latest = correction;
        }
    }
}
