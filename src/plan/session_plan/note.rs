//! The note of the next session, to fill in.

use super::{SessionPlan, What};
use crate::{
    record::session::{Participant, Session},
    vocabulary::{EndingTask, Stated, Task, TaskNote},
};

impl SessionPlan {
    /// The note of this session, to fill in once it was held: its track, the phase if it begins
    /// one, the planned minutes, who should take part, and the tasks that the agenda proposes.
    ///
    /// Nothing in it says that a task was done: each stands as not reported until somebody fills it
    /// in. It takes for granted that the patient attended and that the session took the time that
    /// was planned; correct both before it is recorded.
    ///
    /// ```
    /// use interpersonal::{
    ///     Course, ProblemArea,
    ///     chrono::{Days, NaiveDate},
    ///     protocol::preset,
    ///     testing::exemplar::Exemplar,
    /// };
    ///
    /// let start = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    /// let second = start + Days::new(7);
    /// let mut entries = Exemplar::new(&preset::ACUTE_16, ProblemArea::Grief, start).entries();
    /// entries.retain(|entry| entry.day().is_some_and(|day| day < second));
    /// let course = Course::replay(&preset::ACUTE_16, entries)?;
    ///
    /// let note = course.next_session(second).note().with_minutes(55);
    /// assert!(note.tasks.iter().all(|task| !task.status.is_done()));
    /// # Ok::<(), interpersonal::course::ReplayError>(())
    /// ```
    #[must_use]
    pub fn note(&self) -> Session {
        let mut note = Session::attended()
            .with_track(self.track)
            .with_minutes(self.minutes);
        for item in &self.agenda {
            match item.what {
                What::Phase(phase) => note.phase = Some(phase),
                What::Participant(relation) => note.participants.push(Participant::new(relation)),
                What::Initial(task) => propose(&mut note, task),
                // These two have facts of their own, which say more than a tick.
                What::Ending(EndingTask::RelapsePlan | EndingTask::MaintenanceDecision) => {}
                What::Ending(task) => propose(&mut note, task),
                What::Declared(task) => propose(&mut note, task),
                _ => {}
            }
        }
        note
    }
}

fn propose(note: &mut Session, task: impl Into<Task>) {
    note.tasks.push(TaskNote::new(task, Stated::NotReported));
}
