//! Courses that follow a protocol to the letter, for teaching, demonstrations and tests.
//!
//! An [`Exemplar`] derives a whole course from a protocol. The functions of this module change its
//! entries, so that a test can show one fault in an otherwise faultless course.

mod edit;
mod ending;
mod initial;
mod measure;
mod people;
mod session;

use alloc::{format, vec::Vec};

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

pub use edit::{held, of_kind, postpone, remove, session_mut};

use crate::{
    course::{Course, ReplayError, entry::Entry},
    plan::{CoursePlan, schedule::Schedule},
    protocol::Protocol,
    record::{Fact, session::Session},
    vocabulary::{ActorRef, AppKey, ProblemArea},
};

/// The time of day at which everything in an exemplary course is written.
const WRITTEN_AT: NaiveTime = match NaiveTime::from_hms_opt(17, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// A course that follows a protocol to the letter, with everything reported.
///
/// Everything is derived from the protocol: its phases and their lengths, cadence, measures, tasks,
/// participants and tracks. Each mandatory task is done where the protocol requires it, each
/// session note is full, and the patient gets well. The course is invented; there is no patient.
///
/// The entries are plain data and the same each time. A test of one fault takes them, changes one
/// thing, and looks at the result; [`held`], [`session_mut`], [`of_kind`], [`remove`] and
/// [`postpone`] help with that.
///
/// ```
/// use interpersonal::{chrono::{Days, NaiveDate}, Course, Phase, ProblemArea, protocol::preset, testing::exemplar::{self, Exemplar}};
///
/// let start = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
/// let exemplar = Exemplar::new(&preset::ACUTE_16, ProblemArea::RoleTransition, start);
/// let course = exemplar.course()?;
/// assert_eq!(course.state().phase(), Phase::Closed);
/// assert_eq!(course.state().held(), 16);
///
/// // The same course, with the fifth session four weeks late.
/// let mut entries = exemplar.entries();
/// exemplar::postpone(&mut entries, start + Days::new(28), 28);
/// assert_eq!(Course::replay(&preset::ACUTE_16, entries)?.state().held(), 16);
/// # Ok::<(), interpersonal::course::ReplayError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Exemplar<'a> {
    protocol: &'a Protocol,
    area: ProblemArea,
    schedule: Schedule,
}

impl<'a> Exemplar<'a> {
    /// The therapist of the course, who also writes its entries.
    pub const THERAPIST: ActorRef = ActorRef::from_static("therapist-1");

    /// A course under a protocol, with one problem area as its focus, whose first session of the
    /// main track lies on a day. An assessment lies in the week before.
    ///
    /// A protocol whose areas do not include this one is followed in everything else.
    #[must_use]
    pub fn new(protocol: &'a Protocol, area: ProblemArea, start: NaiveDate) -> Self {
        Self {
            protocol,
            area,
            schedule: Schedule::by_cadence(protocol, start),
        }
    }

    /// A course that follows a plan to the letter: its days, its phases, its terms, its breaks.
    ///
    /// The protocol is the one for which the plan was made.
    #[must_use]
    pub fn following(protocol: &'a Protocol, plan: &CoursePlan, area: ProblemArea) -> Self {
        Self {
            protocol,
            area,
            schedule: plan.schedule(protocol),
        }
    }

    /// The entries in the order of their days, written on the day itself, with the keys `e1`, `e2`
    /// and so on.
    #[must_use]
    pub fn entries(&self) -> Vec<Entry> {
        let plan = self.schedule.clone();
        let mut draft = Draft {
            protocol: self.protocol,
            area: self.area,
            plan,
            facts: Vec::new(),
        };
        draft.initial_phase();
        draft.sessions();
        draft.ending();
        draft.entries()
    }

    /// The course that these entries make.
    ///
    /// # Errors
    ///
    /// [`ReplayError`] cannot occur with a protocol whose parts agree and a day that leaves room
    /// for the course in the calendar.
    pub fn course(&self) -> Result<Course, ReplayError> {
        Course::replay(self.protocol.clone(), self.entries())
    }
}

/// Where in its day a fact is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum At {
    /// Before the note of the session: what was found or agreed in it.
    BeforeNote,
    /// The note.
    Note,
    /// After the note.
    AfterNote,
    /// At the end of the day.
    Last,
}

/// An exemplary course while it is put together.
struct Draft<'a> {
    protocol: &'a Protocol,
    area: ProblemArea,
    plan: Schedule,
    facts: Vec<(NaiveDate, At, Fact)>,
}

impl Draft<'_> {
    fn before(&mut self, day: NaiveDate, fact: impl Into<Fact>) {
        self.facts.push((day, At::BeforeNote, fact.into()));
    }

    fn note(&mut self, day: NaiveDate, session: Session) {
        self.facts.push((day, At::Note, session.into()));
    }

    fn after(&mut self, day: NaiveDate, fact: impl Into<Fact>) {
        self.facts.push((day, At::AfterNote, fact.into()));
    }

    fn last(&mut self, day: NaiveDate, fact: impl Into<Fact>) {
        self.facts.push((day, At::Last, fact.into()));
    }

    fn entries(mut self) -> Vec<Entry> {
        self.facts.sort_by_key(|&(day, at, _)| (day, at));
        let written = |(number, (day, _, fact)): (u32, (NaiveDate, At, Fact))| {
            let entry = Entry::fact(written_on(day), Exemplar::THERAPIST, day, fact);
            match AppKey::new(&format!("e{number}")) {
                Ok(key) => entry.with_key(key),
                Err(_) => entry,
            }
        };
        (1..).zip(self.facts).map(written).collect()
    }
}

/// The moment at which facts of a day are written.
pub(super) fn written_on(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(WRITTEN_AT).and_utc()
}

#[cfg(test)]
mod tests;
