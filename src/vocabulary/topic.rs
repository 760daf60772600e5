//! What a record reports in full: silence is absence only there.

use crate::base::set::{enum_set, vocabulary};

vocabulary! {
    /// A topic that a record may report in full.
    ///
    /// Within a reported topic, what is not written did not happen. Outside it, it is unknown.
    pub open enum Topic {
        /// Which sessions were held, missed and cancelled.
        Sessions = "sessions",
        /// Contacts outside sessions.
        Contacts = "contacts",
        /// Formulation, focus, contract, amendments, consent.
        Agreements = "agreements",
        /// The tasks of the initial phase and what they found.
        InitialTasks = "initial_tasks",
        /// What was done within a session.
        SessionContent = "session_content",
        /// Scores, and reviews of them.
        Measures = "measures",
        /// Enquiries, concerns, responses.
        Safety = "safety",
        /// Medication and prescribers.
        Medication = "medication",
        /// The tasks of the ending and the outcome.
        Ending = "ending",
        /// The therapist's training, and supervision.
        Supervision = "supervision",
    }
}

enum_set! {
    /// The topics that a record reports in full from a day on.
    ///
    /// ```
    /// use interpersonal::{Reporting, Topic};
    ///
    /// let reporting = Reporting::EXCERPT.with(Topic::Sessions).with(Topic::Measures);
    /// assert!(reporting.contains(Topic::Sessions));
    /// assert!(!reporting.contains(Topic::Safety));
    /// ```
    pub struct Reporting(u16) of Topic;
}

impl Reporting {
    /// Every topic is reported in full.
    pub const COMPLETE: Self = Self::ALL;
    /// No topic is: the record is an excerpt.
    pub const EXCERPT: Self = Self::EMPTY;
}
