//! One session, one note.

pub use super::held::{NotePart, NoteParts};
pub use crate::vocabulary::Track;
use crate::{
    base::{
        payload::payload,
        set::{enum_set, vocabulary},
        text::FreeText,
    },
    measure::Score,
    record::{inventory::Relation, safety::Enquiry},
    vocabulary::{
        ActorRef, AppKey, FocusItem, OffModelActivity, PersonRef, Phase, Stated, StrategySet,
        TaskNote, TechniqueSet, WorkSet,
    },
};

vocabulary! {
    /// Attendance in the NHS sense.
    pub closed enum Attendance {
        /// The patient attended.
        Attended = "attended",
        /// The patient came late and was seen.
        Late = "late",
        /// The patient did not attend and gave no word.
        DidNotAttend = "did_not_attend",
        /// The patient cancelled.
        CancelledByPatient = "cancelled_by_patient",
        /// The therapist cancelled.
        CancelledByTherapist = "cancelled_by_therapist",
        /// The service cancelled.
        CancelledByService = "cancelled_by_service",
    }
}

impl Attendance {
    /// Whether the session was held: the patient attended or came late. Minutes never decide it.
    #[must_use]
    pub const fn is_held(self) -> bool {
        matches!(self, Self::Attended | Self::Late)
    }
}

vocabulary! {
    /// What kind of session it was.
    pub open enum SessionKind {
        /// An ordinary session.
        Ordinary = "ordinary",
        /// A session given wholly or partly to a crisis.
        Crisis = "crisis",
        /// A joint session with someone close.
        Joint = "joint",
    }
}

impl Default for SessionKind {
    fn default() -> Self {
        Self::Ordinary
    }
}

vocabulary! {
    /// How a session was held.
    pub open enum Modality {
        /// In one room.
        InPerson = "in_person",
        /// By video.
        Video = "video",
        /// By telephone.
        Telephone = "telephone",
        /// In writing or by module.
        Online = "online",
    }
}

enum_set! {
    /// Ways in which sessions are held.
    pub struct ModalitySet(u8) of Modality;
}

payload! {
    /// Somebody other than the patient and the therapist who took part.
    pub struct Participant {
        required {
            /// What they are to the patient.
            relation: Relation,
        }
        may {
            /// Who, under an opaque label.
            person, with_person: Option<PersonRef>,
            /// For how many minutes.
            minutes, with_minutes: Option<u16>,
            /// Whether the patient consented to it.
            consent, with_consent: Stated,
            /// The purpose of their taking part.
            purpose, with_purpose: Option<FreeText>,
        }
    }
}

vocabulary! {
    /// Whose a decision was.
    pub closed enum DecidedBy {
        /// The patient's own.
        Patient = "patient",
        /// The patient's and somebody else's together.
        Together = "together",
        /// The therapist's.
        Therapist = "therapist",
        /// Somebody else's: a partner's, a parent's, a court's.
        Other = "other",
    }
}

payload! {
    /// One session, held or missed: attendance, people, and what was done, in one note.
    ///
    /// A slot that is left out is not reported. A slot that is stated as not done counts, even if
    /// the topic is not reported in full.
    pub struct Session {
        required {
            /// Whether the patient attended, or how the session came not to be held.
            attendance: Attendance,
        }
        may {
            /// The track that it belongs to.
            track, with_track: Track,
            /// Its number among the held sessions of the track, as the application has it.
            number, with_number: Option<u16>,
            /// The group's own number of the session.
            group_number, with_group_number: Option<u16>,
            /// The key that the courses of a group share for the session.
            shared_key, with_shared_key: Option<AppKey>,
            /// What kind of session it was.
            kind, with_kind: SessionKind,
            /// The phase that it belonged to. If that phase has not begun, it begins with the
            /// session.
            phase, with_phase: Option<Phase>,
            /// The way in which it was held, such as in person or by video.
            modality, with_modality: Option<Modality>,
            /// How many minutes it took.
            minutes, with_minutes: Option<u16>,
            /// With a cancellation: hours of notice.
            notice_hours, with_notice_hours: Option<u16>,
            /// The therapist who held the session.
            therapist, with_therapist: Option<ActorRef>,
            /// Other people who took part.
            participants, with_participants: alloc::vec::Vec<Participant>,
            /// Slot 1: whether the session opened with the time since the last session.
            opening, with_opening: Stated,
            /// Slot 2: whether symptoms or mood were asked about.
            symptom_check, with_symptom_check: Stated,
            /// Slot 3: the direct enquiry about safety.
            enquiry, with_enquiry: Option<Enquiry>,
            /// Slot 4: whether mood and events were linked.
            mood_event_link, with_mood_event_link: Stated,
            /// Slot 5: whether a concrete recent incident was worked through.
            incident, with_incident: Stated,
            /// Slot 5: whether affect was expressed.
            affect, with_affect: Stated,
            /// Slot 5: the focus items worked on, where no strategy says so.
            worked_on, with_worked_on: alloc::vec::Vec<FocusItem>,
            /// Slot 5: the strategies that were used.
            strategies, with_strategies: StrategySet,
            /// Slot 5: the techniques that were used.
            techniques, with_techniques: TechniqueSet,
            /// Slot 5: activities that are not part of IPT.
            off_model, with_off_model: alloc::vec::Vec<OffModelActivity>,
            /// Slot 6: how many options were considered.
            options, with_options: Option<u8>,
            /// Slot 6: who took the decision, if one was taken.
            decided_by, with_decided_by: Option<DecidedBy>,
            /// Slot 7: whether the session was summarised.
            summary, with_summary: Stated,
            /// Slot 8: the between-session work that was agreed.
            agreed, with_agreed: WorkSet,
            /// Slot 8: whether the between-session work of last time was reviewed.
            reviewed, with_reviewed: Stated,
            /// Slot 9: whether it was mentioned how many sessions are left.
            sessions_left, with_sessions_left: Stated,
            /// Whether life events were asked about again.
            events_reasked, with_events_reasked: Stated,
            /// What was done about tasks of the initial phase, of the ending or of the protocol.
            tasks, with_tasks: alloc::vec::Vec<TaskNote>,
            /// The scores that were taken in the session.
            scores, with_scores: alloc::vec::Vec<Score>,
            /// Remarks for which there is no other field.
            note, with_note: Option<FreeText>,
        }
    }
}

impl Session {
    /// The note as far as it counts. A session that was not held has no content: whatever its note
    /// holds beside the attendance is kept and does nothing.
    #[must_use]
    pub const fn content(&self) -> Option<&Self> {
        if self.attendance.is_held() {
            Some(self)
        } else {
            None
        }
    }

    /// A session that the patient attended.
    #[must_use]
    pub fn attended() -> Self {
        Self::new(Attendance::Attended)
    }
}
