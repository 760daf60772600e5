//! What the note of a session holds that only a session can hold.

use super::session::Session;
use crate::{
    base::set::{enum_set, vocabulary},
    record::safety::EnquiryResult,
    vocabulary::Stated,
};

vocabulary! {
    /// A part of the note of a session that speaks of what happened in it.
    pub open enum NotePart {
        /// How many minutes it took.
        Minutes = "minutes",
        /// Who took part.
        Participants = "participants",
        /// What was talked about, as the slots of the note have it.
        Talk = "talk",
        /// A direct enquiry about safety.
        Enquiry = "enquiry",
        /// Strategies, techniques and other activities.
        Work = "work",
        /// Work between sessions that was agreed or reviewed.
        BetweenSessions = "between_sessions",
        /// Tasks that were done.
        Tasks = "tasks",
        /// Scores.
        Scores = "scores",
    }
}

enum_set! {
    /// Parts of a note.
    pub struct NoteParts(u8) of NotePart;
}

impl Session {
    /// The parts of the note that say that something happened in the session. Who was to hold it
    /// and how, its number, the notice of a cancellation and remarks are none: a session that was
    /// not held may have them.
    #[must_use]
    pub fn happened(&self) -> NoteParts {
        let done = |stated: Stated| stated == Stated::Done;
        let talk = [
            self.opening,
            self.symptom_check,
            self.mood_event_link,
            self.incident,
            self.affect,
            self.summary,
            self.sessions_left,
            self.events_reasked,
        ];
        let asked = |result: EnquiryResult| result != EnquiryResult::NotAsked;
        [
            (
                NotePart::Minutes,
                self.minutes.is_some_and(|minutes| minutes > 0),
            ),
            (NotePart::Participants, !self.participants.is_empty()),
            (
                NotePart::Talk,
                talk.into_iter().any(done)
                    || self.decided_by.is_some()
                    || self.options.is_some_and(|options| options > 0),
            ),
            (
                NotePart::Enquiry,
                self.enquiry.as_ref().is_some_and(|it| asked(it.result)),
            ),
            (
                NotePart::Work,
                !self.strategies.is_empty()
                    || !self.worked_on.is_empty()
                    || !self.techniques.is_empty()
                    || !self.off_model.is_empty(),
            ),
            (
                NotePart::BetweenSessions,
                !self.agreed.is_empty() || done(self.reviewed),
            ),
            (
                NotePart::Tasks,
                self.tasks.iter().any(|task| done(task.status)),
            ),
            (NotePart::Scores, !self.scores.is_empty()),
        ]
        .into_iter()
        .filter_map(|(part, is_there)| is_there.then_some(part))
        .collect()
    }
}
