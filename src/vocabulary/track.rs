//! The tracks of a course.

use crate::base::set::vocabulary;

vocabulary! {
    /// The track that a session belongs to. Each counts its own sessions.
    pub open enum Track {
        /// The main track: acute treatment, or the group itself in a group protocol.
        Main = "main",
        /// Before it: an engagement session, a pre-group meeting.
        PreTreatment = "pre_treatment",
        /// An individual meeting in the middle of a group.
        MidTreatment = "mid_treatment",
        /// After it.
        PostTreatment = "post_treatment",
        /// A group beside individual sessions.
        AddedGroup = "added_group",
        /// Continuation.
        Continuation = "continuation",
        /// Maintenance.
        Maintenance = "maintenance",
        /// A booster.
        Booster = "booster",
        /// A follow-up.
        FollowUp = "follow_up",
    }
}

impl Default for Track {
    fn default() -> Self {
        Self::Main
    }
}
