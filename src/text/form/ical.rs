//! Plans as appointments for a calendar (iCalendar, RFC 5545).

use alloc::{borrow::Cow, format, string::String, vec::Vec};
use core::fmt;

use chrono::{DateTime, Datelike as _, NaiveDate, NaiveTime, Utc};
use icalendar::{Class, Component as _, Event, EventLike as _, EventStatus, Property};

use crate::{
    plan::{CoursePlan, PlannedSession, Plans, SessionStatus, Weekday},
    vocabulary::{AppKey, Track},
};

/// Who writes the file. It names no therapy.
const PRODUCT: &str = "-//appointments//appointments//EN";
/// The years that iCalendar can write.
const YEARS: core::ops::RangeInclusive<i32> = 1..=9999;

/// The sessions of a course as appointments, one event a session, as an iCalendar file.
///
/// **It says nothing of what the appointments are for.** Titles are neutral ("Appointment 5 of
/// 16"); therapy, diagnosis, phase and focus appear nowhere, and each event is confidential
/// (`CLASS:CONFIDENTIAL`). What a reader of the calendar can tell is the number of appointments and
/// their days.
///
/// - **Identity.** The UID is made of the course's key, a number for the track and the number of
///   the session, and stays with them through all plans. The key is the caller's: an opaque one,
///   such as a UUID, that names neither person nor therapy.
/// - **Change.** `SEQUENCE` is the revision of the plan in which the event last changed, and the
///   number of changes that the caller [adds](Self::with_changes). Whatever changes in an event
///   comes with a new revision, so that its sequence grows.
/// - **Cancelled.** A session that a later plan drops, or that was missed and counts, stays with
///   `STATUS:CANCELLED`; why is not said. One that was missed and does not count is the same event
///   on another day.
/// - **Time.** A plan knows days. Without a start time an event takes the whole day, does not block
///   it and has no duration; with one it is a floating local time – that time of day wherever the
///   calendar is read – and lasts as long as the session.
/// - **Clock.** There is none: the caller says when the file was made.
///
/// A session in a year that iCalendar cannot write (before 1, after 9999) is left out.
///
/// ```
/// use interpersonal::{AppKey, chrono::{DateTime, NaiveDate, NaiveTime}, protocol::preset};
/// use interpersonal::plan::{Availability, CoursePlan, Plans, Terms};
///
/// let start = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
/// let terms = Terms::typical(&preset::ACUTE_16);
/// let plans = Plans::new(CoursePlan::new(&preset::ACUTE_16, terms, start, Availability::every_day())?);
/// let key = AppKey::from_static("5f0c2a4e");
/// let calendar = plans.calendar(key, DateTime::UNIX_EPOCH).with_start(NaiveTime::from_hms_opt(9, 0, 0).unwrap()).to_string();
/// assert!(calendar.contains("SUMMARY:Appointment 5 of 16\r\n"));
/// # Ok::<(), interpersonal::plan::PlanError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Calendar<'a> {
    plans: Cow<'a, Plans>,
    course: AppKey,
    made: DateTime<Utc>,
    start: Option<NaiveTime>,
    start_on: Vec<(Weekday, NaiveTime)>,
    changes: u32,
}

impl CoursePlan {
    /// This plan as a calendar, for a course that is not planned again. Where plans follow one
    /// another, [`Plans::calendar`] keeps each appointment the same through all of them.
    #[must_use]
    pub fn calendar(&self, course: AppKey, made: DateTime<Utc>) -> Calendar<'static> {
        Calendar::of(Cow::Owned(Plans::new(self.clone())), course, made)
    }
}

impl Plans {
    /// The plans of a course as a calendar, under an opaque key of the course, made at a moment.
    #[must_use]
    pub const fn calendar(&self, course: AppKey, made: DateTime<Utc>) -> Calendar<'_> {
        Calendar::of(Cow::Borrowed(self), course, made)
    }
}

impl<'a> Calendar<'a> {
    const fn of(plans: Cow<'a, Plans>, course: AppKey, made: DateTime<Utc>) -> Self {
        Self {
            plans,
            course,
            made,
            start: None,
            start_on: Vec::new(),
            changes: 0,
        }
    }
}

impl Calendar<'_> {
    /// The same with sessions that start at a local time of day.
    #[must_use]
    pub const fn with_start(mut self, start: NaiveTime) -> Self {
        self.start = Some(start);
        self
    }

    /// The same with another local start time on a day of the week.
    #[must_use]
    pub fn with_start_on(mut self, weekday: Weekday, start: NaiveTime) -> Self {
        self.start_on.retain(|&(known, _)| known != weekday);
        self.start_on.push((weekday, start));
        self
    }

    /// The same after the caller changed start times so many times: no plan knows of that, and each
    /// change has to make the sequence greater.
    #[must_use]
    pub const fn with_changes(mut self, changes: u32) -> Self {
        self.changes = changes;
        self
    }

    fn start_of(&self, day: NaiveDate) -> Option<NaiveTime> {
        let of_day = self
            .start_on
            .iter()
            .find(|&&(weekday, _)| weekday == Weekday::of(day));
        of_day.map(|&(_, start)| start).or(self.start)
    }

    /// The event of a session as it is by the latest plan that has it.
    fn event(&self, track: Track, ordinal: u16) -> Option<Event> {
        let mut known: Option<(Appointment, u16)> = None;
        for plan in self.plans.iter() {
            let now = match (Appointment::of(plan, track, ordinal), known) {
                (Some(now), _) => now,
                (None, Some((before, _))) => Appointment {
                    cancelled: true,
                    ..before
                },
                (None, None) => continue,
            };
            if known.is_none_or(|(before, _)| before != now) {
                known = Some((now, plan.revision));
            }
        }
        let (now, revision) = known.filter(|(now, _)| YEARS.contains(&now.day.year()))?;
        let mut event = Event::new();
        event
            .uid(&format!("{}-{}-{ordinal}", self.course, number(track)))
            .timestamp(self.stamp())
            .sequence(u32::from(revision).saturating_add(self.changes))
            .class(Class::Confidential)
            .status(if now.cancelled {
                EventStatus::Cancelled
            } else {
                EventStatus::Confirmed
            })
            .summary(&now.summary(track));
        match self.start_of(now.day) {
            Some(start) => {
                event.starts(now.day.and_time(start));
                if now.minutes > 0 {
                    event.append_property(Property::new("DURATION", format!("PT{}M", now.minutes)));
                }
            }
            // A duration of minutes does not go with a date.
            None => {
                event
                    .starts(now.day)
                    .append_property(Property::new("TRANSP", "TRANSPARENT"));
            }
        }
        Some(event.done())
    }

    /// The moment as far as iCalendar can write it.
    fn stamp(&self) -> DateTime<Utc> {
        if YEARS.contains(&self.made.year()) {
            self.made
        } else {
            DateTime::UNIX_EPOCH
        }
    }

    /// Every session that one of the plans has, in order of tracks and numbers.
    fn sessions(&self) -> Vec<(Track, u16)> {
        let all = self
            .plans
            .iter()
            .flat_map(|plan| &plan.sessions)
            .map(|session| (session.track, session.ordinal));
        let mut all: Vec<(Track, u16)> = all.collect();
        all.sort_unstable_by_key(|&(track, ordinal)| (number(track), ordinal));
        all.dedup();
        all
    }
}

/// What of a session goes into a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Appointment {
    day: NaiveDate,
    minutes: u16,
    /// Its place among the appointments of its kind, and how many there are.
    place: (usize, usize),
    cancelled: bool,
}

impl Appointment {
    fn of(plan: &CoursePlan, track: Track, ordinal: u16) -> Option<Self> {
        let is_kin =
            |session: &&PlannedSession| (session.track == Track::Main) == (track == Track::Main);
        let is_it = |session: &PlannedSession| session.track == track && session.ordinal == ordinal;
        let mut kin = plan.sessions.iter().filter(is_kin);
        let many = kin.clone().count();
        let before = kin.clone().position(is_it)?;
        let session = kin.find(|session| is_it(session))?;
        Some(Self {
            day: session.target,
            minutes: session.minutes,
            place: (before + 1, many),
            cancelled: matches!(session.status, SessionStatus::Missed(_)),
        })
    }

    fn summary(&self, track: Track) -> String {
        let (place, many) = self.place;
        let kind = if track == Track::Main {
            "Appointment"
        } else {
            "Further appointment"
        };
        format!("{kind} {place} of {many}")
    }
}

/// A number for each track, part of the UID: it never changes, and does not say which track it is.
const fn number(track: Track) -> u8 {
    match track {
        Track::Main => 0,
        Track::PreTreatment => 1,
        Track::MidTreatment => 2,
        Track::PostTreatment => 3,
        Track::AddedGroup => 4,
        Track::Continuation => 5,
        Track::Maintenance => 6,
        Track::Booster => 7,
        Track::FollowUp => 8,
    }
}

impl fmt::Display for Calendar<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut calendar = icalendar::Calendar::empty();
        calendar
            .append_property(Property::new("VERSION", "2.0"))
            .append_property(Property::new("PRODID", PRODUCT))
            .append_property(Property::new("CALSCALE", "GREGORIAN"));
        for (track, ordinal) in self.sessions() {
            if let Some(event) = self.event(track, ordinal) {
                calendar.push(event);
            }
        }
        fmt::Display::fmt(&calendar, f)
    }
}
