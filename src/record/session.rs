//! One session, one note.

use chrono::NaiveDate;

pub use super::held::{NotePart, NoteParts};
#[cfg(feature = "serde")]
use crate::base::set::{ManyNames, Named as _, OneName};
pub use crate::vocabulary::Track;
use crate::{
    base::{
        date::DayKnown,
        payload::payload,
        set::{enum_set, vocabulary},
        shape::{Documented, Shape},
        text::FreeText,
    },
    measure::Score,
    record::{inventory::Relation, safety::Enquiry},
    vocabulary::{
        ActorRef, AppKey, FocusItem, Label, OffModelActivity, PersonRef, Phase, Stated,
        StrategySet, TaskNote, TechniqueSet, WorkSet,
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
        /// It was moved to another day. It uses no slot of the contract.
        Rescheduled = "rescheduled",
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
    /// Why a session was not held.
    pub open enum AbsenceReason {
        /// The patient was ill.
        Illness = "illness",
        /// Somebody close had to be cared for.
        Caring = "caring",
        /// Somebody died.
        Bereavement = "bereavement",
        /// Work or school.
        WorkOrSchool = "work_or_school",
        /// The way, its cost, or what it takes to get there.
        Transport = "transport",
        /// Weather, unrest or danger on the way.
        WeatherOrDanger = "weather_or_danger",
        /// The line or the device failed.
        Connection = "connection",
        /// It was forgotten.
        Forgotten = "forgotten",
        /// The patient did not want to come.
        Unwilling = "unwilling",
        /// A holiday.
        Holiday = "holiday",
        /// The patient was in hospital.
        InHospital = "in_hospital",
        /// The patient was held in custody.
        InCustody = "in_custody",
        /// The therapist was away.
        TherapistAway = "therapist_away",
        /// Something else.
        Other = "other",
        /// It was asked for and is not known.
        NotKnown = "not_known",
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

/// The ways in which one session was held: one as a rule, several where it changed on the way.
///
/// One is stored as a name, several as a list of names.
///
/// ```
/// use interpersonal::record::session::{Modalities, Modality};
///
/// let changed = Modalities::from([Modality::Video, Modality::Telephone]);
/// assert_eq!(changed.iter().count(), 2);
/// assert_eq!(Modalities::from(Modality::Video).only(), Some(Modality::Video));
/// assert_eq!(changed.only(), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Modalities(ModalitySet);

impl Modalities {
    /// Whether it is not on record how the session was held.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// The ways as a set.
    #[must_use]
    pub const fn set(self) -> ModalitySet {
        self.0
    }

    /// The ways in the order of declaration.
    pub fn iter(self) -> impl Iterator<Item = Modality> + Clone {
        self.0.iter()
    }

    /// The way, if it was one throughout.
    #[must_use]
    pub fn only(self) -> Option<Modality> {
        self.iter().next().filter(|_| self.0.len() == 1)
    }
}

impl From<Modality> for Modalities {
    fn from(way: Modality) -> Self {
        Self(way.into())
    }
}

impl From<Option<Modality>> for Modalities {
    fn from(way: Option<Modality>) -> Self {
        Self(way.into_iter().collect())
    }
}

impl From<ModalitySet> for Modalities {
    fn from(ways: ModalitySet) -> Self {
        Self(ways)
    }
}

impl<const N: usize> From<[Modality; N]> for Modalities {
    fn from(ways: [Modality; N]) -> Self {
        Self(ways.into())
    }
}

impl Documented for Modalities {
    const SHAPE: Shape = Shape::Either(&Modality::SHAPE, &ModalitySet::SHAPE);
}

#[cfg(feature = "serde")]
impl serde::Serialize for Modalities {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.only() {
            Some(way) => way.serialize(serializer),
            None => self.0.serialize(serializer),
        }
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Modalities {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OneOrMore)
    }
}

/// Reads a name, a list of names, or nothing.
#[cfg(feature = "serde")]
struct OneOrMore;

#[cfg(feature = "serde")]
impl<'de> serde::de::Visitor<'de> for OneOrMore {
    type Value = Modalities;

    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("a name or a list of names")
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<Modalities, E> {
        Ok(Modalities::default())
    }

    fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<Modalities, E> {
        OneName(Modality::VOCABULARY, Modality::ALL)
            .visit_str(name)
            .map(Modalities::from)
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, names: A) -> Result<Modalities, A::Error> {
        ManyNames(ModalitySet::with)
            .visit_seq(names)
            .map(Modalities)
    }
}

#[cfg(feature = "proptest1")]
impl crate::base::any::Any for Modalities {
    fn any() -> proptest::strategy::BoxedStrategy<Self> {
        use proptest::strategy::Strategy as _;
        <ModalitySet as crate::base::any::Any>::any()
            .prop_map(Self)
            .boxed()
    }
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
            /// The way in which it was held, such as in person or by video; a list where it changed
            /// on the way.
            modality, with_modality: Modalities,
            /// How many minutes it took.
            minutes, with_minutes: Option<u16>,
            /// With a cancellation: hours of notice.
            notice_hours, with_notice_hours: Option<u16>,
            /// With `rescheduled`: the day to which it was moved.
            moved_to, with_moved_to: Option<NaiveDate>,
            /// Why it was not held.
            absence, with_absence: Option<AbsenceReason>,
            /// How exactly its day is known, where not to the day.
            day_known, with_day_known: Option<DayKnown>,
            /// The therapist who held the session.
            therapist, with_therapist: Option<ActorRef>,
            /// Whether the therapist stood in for another, for this session alone.
            stand_in, with_stand_in: bool,
            /// Other clinicians who held it together with the therapist.
            co_therapists, with_co_therapists: alloc::vec::Vec<ActorRef>,
            /// The language in which it was held, as a tag such as `es`.
            language, with_language: Option<Label>,
            /// Whether an interpreter took part.
            interpreter, with_interpreter: Stated,
            /// How many members of a group took part, the patient included.
            group_size, with_group_size: Option<u16>,
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

    /// A session that was moved to another day.
    #[must_use]
    pub fn rescheduled(to: NaiveDate) -> Self {
        Self::new(Attendance::Rescheduled).with_moved_to(to)
    }

    /// A session that the patient attended.
    #[must_use]
    pub fn attended() -> Self {
        Self::new(Attendance::Attended)
    }
}
