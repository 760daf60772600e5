//! A group as one thing: the register of a session, from which each member's note is made.
//!
//! Each member has a course of their own, and what a note says of the others is nothing but a key
//! that all of them share. Made from one register, the notes cannot disagree; where they were
//! written one by one, `rule::group` says where they do.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::session::{Attendance, Session};
use crate::vocabulary::AppKey;

/// The register of one session of a group: what it was for all, and who came.
///
/// ```
/// use interpersonal::{
///     AppKey, ActorRef, chrono::NaiveDate,
///     record::{group::Register, session::{Attendance, Session}},
/// };
///
/// let day = NaiveDate::from_ymd_opt(2026, 1, 12).unwrap();
/// let common = Session::attended()
///     .with_therapist(ActorRef::from_static("therapist-1"))
///     .with_group_number(2)
///     .with_minutes(90);
/// let register = Register::new(day, AppKey::from_static("group-7-2"), common)
///     .with_member("course-a", Attendance::Attended)
///     .with_member("course-b", Attendance::Late)
///     .with_member("course-c", Attendance::DidNotAttend);
///
/// let notes: Vec<_> = register.notes().collect();
/// assert!(notes.iter().all(|(_, note)| note.group_number == Some(2)));
/// // Two came; who did not has no content.
/// assert_eq!(notes[0].1.group_size, Some(2));
/// assert_eq!((notes[0].1.minutes, notes[2].1.minutes), (Some(90), None));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Register<M> {
    /// The day of the session.
    pub on: NaiveDate,
    /// The key that the notes of all members share.
    pub key: AppKey,
    /// What the session was for all who came: minutes, therapist, the number of the group, what was
    /// done.
    pub common: Session,
    /// The members, as the application knows their courses, and whether they came.
    pub members: Vec<(M, Attendance)>,
}

impl<M> Register<M> {
    /// A register without members yet.
    #[must_use]
    pub fn new(on: NaiveDate, key: AppKey, common: Session) -> Self {
        Self {
            on,
            key,
            common,
            members: Vec::new(),
        }
    }

    /// Adds a member.
    #[must_use]
    pub fn with_member(mut self, member: M, attendance: Attendance) -> Self {
        self.members.push((member, attendance));
        self
    }

    /// How many came.
    #[must_use]
    pub fn present(&self) -> usize {
        let came = |(_, attendance): &&(M, Attendance)| attendance.is_held();
        self.members.iter().filter(came).count()
    }

    /// The note of each member, in the order of the register, to be recorded on the register's day.
    ///
    /// The number of a session is each member's own and is left to the course. What is particular
    /// to one member, such as scores or an enquiry, is added to their note.
    pub fn notes(&self) -> impl Iterator<Item = (&M, Session)> + '_ {
        let present = u16::try_from(self.present()).unwrap_or(u16::MAX);
        self.members.iter().map(move |(member, attendance)| {
            let note = if attendance.is_held() {
                let mut note = self.common.clone().with_group_size(present);
                note.attendance = *attendance;
                note.number = None;
                note
            } else {
                // What the others did was not done with somebody who was not there.
                let mut note = Session::new(*attendance).with_track(self.common.track);
                note.group_number = self.common.group_number;
                note.therapist = self.common.therapist;
                note
            };
            (member, note.with_shared_key(self.key))
        })
    }
}
