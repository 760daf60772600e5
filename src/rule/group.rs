//! Where the members of one shared session disagree.
//!
//! A report is about one course. What two courses say of the same session no rule can see, so this
//! is asked of a group: notes that share a key are of one session, and its day, number, length,
//! therapists and ways of meeting are the same for all who came.

use alloc::{collections::BTreeMap, vec::Vec};
use core::fmt;

use chrono::NaiveDate;

use crate::{
    base::{day_words::long, set::vocabulary},
    course::Course,
    record::{
        Fact,
        session::{Attendance, Session},
    },
    vocabulary::{AppKey, Seq},
};

vocabulary! {
    /// What members of one shared session may disagree about.
    pub open enum GroupMatter {
        /// The day.
        Day = "day",
        /// The track.
        Track = "track",
        /// The group's own number of the session.
        GroupNumber = "group_number",
        /// How many minutes it took.
        Minutes = "minutes",
        /// Who held it.
        Therapist = "therapist",
        /// In which way it was held.
        Modality = "modality",
        /// How many members took part.
        GroupSize = "group_size",
    }
}

/// One note says something of a shared session that most others do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Disagreement {
    /// The key that the notes share.
    pub key: AppKey,
    /// What they disagree about.
    pub matter: GroupMatter,
    /// The place of the course among those given, from 0, its entry and the day of the note.
    pub note: (usize, Seq, NaiveDate),
    /// The same of a note with which most agree.
    pub other: (usize, Seq, NaiveDate),
}

impl fmt::Display for Disagreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (note, other) = (self.note, self.other);
        write!(
            f,
            "Two notes of one group session disagree ({}): course {}, {}, {}, and course {}, {}, {}.",
            self.matter,
            note.0 + 1,
            note.1,
            long(note.2),
            other.0 + 1,
            other.1,
            long(other.2),
        )
    }
}

/// A note with a shared key.
#[derive(Clone, Copy)]
struct Shared<'a> {
    course: usize,
    seq: Seq,
    on: NaiveDate,
    note: &'a Session,
}

impl Shared<'_> {
    /// Whether two notes can be true of one session. What a note leaves out agrees with everything,
    /// and of who came late or not the minutes are their own.
    fn agrees(&self, other: &Self, matter: GroupMatter) -> bool {
        fn same<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
            one.zip(other).is_none_or(|(one, other)| one == other)
        }
        let both =
            |is: fn(Attendance) -> bool| is(self.note.attendance) && is(other.note.attendance);
        let ways = |it: &Self| Some(it.note.modality).filter(|ways| !ways.is_empty());
        match matter {
            GroupMatter::Day => self.on == other.on,
            GroupMatter::Track => self.note.track == other.note.track,
            GroupMatter::GroupNumber => same(self.note.group_number, other.note.group_number),
            GroupMatter::Minutes => {
                !both(|it| it == Attendance::Attended)
                    || same(self.note.minutes, other.note.minutes)
            }
            GroupMatter::Therapist => {
                !both(Attendance::is_held) || {
                    let holds = |it: &Self, who| {
                        it.note.therapist == Some(who) || it.note.co_therapists.contains(&who)
                    };
                    // Two who lead a group may each be written down as the one.
                    self.note
                        .therapist
                        .zip(other.note.therapist)
                        .is_none_or(|(one, another)| holds(other, one) || holds(self, another))
                }
            }
            GroupMatter::Modality => !both(Attendance::is_held) || same(ways(self), ways(other)),
            GroupMatter::GroupSize => same(self.note.group_size, other.note.group_size),
        }
    }
}

/// Where courses of a group say different things of a session that they share. Each note that
/// differs is told once a matter, beside one with which most agree.
///
/// ```
/// use interpersonal::{
///     ActorRef, AppKey, At, Course, Phase, protocol::preset, rule::{GroupMatter, disagreements},
///     record::{group::Register, session::{Attendance, Session}, setting::Opened},
/// };
///
/// let day = interpersonal::chrono::NaiveDate::from_ymd_opt(2026, 1, 12).unwrap();
/// let at = At::new("2026-01-12T17:00:00Z".parse().unwrap(), ActorRef::from_static("therapist-1"), day);
/// let register = Register::new(day, AppKey::from_static("group-7-2"), Session::attended().with_minutes(90))
///     .with_member(0, Attendance::Attended)
///     .with_member(1, Attendance::Attended)
///     .with_member(2, Attendance::Attended);
/// let mut courses = Vec::new();
/// for (_, note) in register.notes() {
///     let mut course = Course::open(&preset::ACUTE_16, at, Opened::in_phase(Phase::Initial))?;
///     course.record(at, note)?;
///     courses.push(course);
/// }
/// assert!(disagreements(&courses).is_empty());
///
/// let shorter = Session::attended().with_shared_key(register.key).with_minutes(60);
/// let second = interpersonal::Seq::new(2);
/// courses[2].correct(at, second, shorter)?;
/// let [found] = disagreements(&courses)[..] else { unreachable!() };
/// assert_eq!((found.matter, found.note.0), (GroupMatter::Minutes, 2));
/// # Ok::<(), interpersonal::RecordError>(())
/// ```
#[must_use]
pub fn disagreements<C: AsRef<Course>>(courses: &[C]) -> Vec<Disagreement> {
    let mut shared: BTreeMap<AppKey, Vec<Shared<'_>>> = BTreeMap::new();
    for (course, of) in courses.iter().enumerate() {
        for (seq, on, fact) in of.as_ref().facts() {
            if let Fact::Session(note) = fact {
                if let Some(key) = note.shared_key {
                    shared.entry(key).or_default().push(Shared {
                        course,
                        seq,
                        on,
                        note,
                    });
                }
            }
        }
    }
    let mut found = Vec::new();
    for (key, notes) in shared {
        for &matter in GroupMatter::ALL {
            let agreeing = |one: &&Shared<'_>| {
                notes
                    .iter()
                    .filter(|other| one.agrees(other, matter))
                    .count()
            };
            // Of equals the first, so that the later note is the one that differs.
            let Some(usual) = notes.iter().rev().max_by_key(agreeing) else {
                continue;
            };
            let place = |it: &Shared<'_>| (it.course, it.seq, it.on);
            let differing = notes.iter().filter(|one| !one.agrees(usual, matter));
            found.extend(differing.map(|one| Disagreement {
                key,
                matter,
                note: place(one),
                other: place(usual),
            }));
        }
    }
    found
}
