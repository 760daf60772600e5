//! What a record says: facts, each on a day, in the past tense.

pub mod contact;
pub mod contract;
mod diagnosed;
pub mod ending;
pub mod focus;
pub mod group;
mod held;
mod implied;
pub mod inventory;
pub mod patient;
pub mod review;
pub mod safety;
pub mod session;
pub mod setting;

use alloc::boxed::Box;

use crate::{
    base::{
        set::{enum_set, vocabulary},
        shape::{Documented, HeldDay, Shape},
    },
    measure::Score,
    vocabulary::{TaskNote, Topic},
};
use contact::{
    Admission, BreakAnnounced, Contact, EngagementDecided, ExternalDate, OutreachMade, Paused,
    Resumed, Transferred,
};
use contract::{ContractAgreed, ContractAmended, FrameAnnounced};
use ending::{Closed, MaintenanceDecided, RelapsePlanMade};
use focus::{
    AreaConsidered, DeficitsDetailed, DisputeDetailed, DisputeStaged, FocusAgreed,
    FormulationAnswered, FormulationGiven, GriefDetailed, MarkersAssessed, TransitionDetailed,
};
use inventory::{InventoryCompleted, LifeEventRecorded, OnsetDated, PersonInventoried};
use patient::{AgeRecorded, DiagnosisMade, HistoryTaken, MedicationNoted};
use review::{JudgementMade, ReviewHeld};
use safety::{
    ConcernRaised, Enquiry, IncidentRecorded, SafetyHandedOver, SafetyReassessed, SafetyResponse,
};
use session::Session;
use setting::{
    AdherenceRated, ConsentRecorded, DocumentFiled, Opened, PhaseBegun, ReportingChanged,
    ScreeningDone, SuitabilityDecided, SupervisionHeld, TherapistAssigned,
};

vocabulary! {
    /// What sort of fact it is for the question of when it may be recorded.
    pub closed enum FactClass {
        /// The opening.
        Opening = "opening",
        /// A phase begins.
        Step = "step",
        /// A session.
        Session = "session",
        /// Any other fact of care.
        Care = "care",
        /// A score; accepted after closing as follow-up.
        Score = "score",
        /// Safety; accepted at any time.
        Safety = "safety",
        /// Administration; accepted at any time.
        Administration = "administration",
        /// The closing.
        Closing = "closing",
    }
}

/// What a fact of one kind says.
pub trait Payload: Into<Fact> + 'static {
    /// The kind of fact.
    const KIND: FactKind;

    /// What a fact says, if it is of the kind.
    fn of(fact: &Fact) -> Option<&Self>;
}

macro_rules! facts {
    ($( $(#[doc = $doc:literal])+ $Kind:ident($Payload:ident $(in $Box:ident)?) = $name:literal, $class:ident $(, $topic:ident)?; )+) => {
        /// What happened. Each fact stands on a day, in the past tense.
        ///
        /// Facts are recorded although they leave the protocol; only what contradicts the record
        /// itself is refused.
        ///
        /// A fact can be stored or sent by itself, from a form say. The errors of reading one name
        /// the place and what is accepted, and quote nothing.
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize))]
        #[non_exhaustive]
        pub enum Fact {
            $( $(#[doc = $doc])+ #[cfg_attr(feature = "serde", serde(rename = $name))] $Kind(facts!(@ty $Payload $($Box)?)), )+
        }

        /// How a fact is read within an entry. `wire` wraps it in what keeps errors discreet, once
        /// for whatever is read as a whole.
        #[cfg(feature = "serde")]
        #[derive(serde::Deserialize)]
        #[serde(remote = "Fact")]
        #[allow(dead_code, reason = "it is read into facts and never made")]
        pub(crate) enum FactForm {
            $( #[serde(rename = $name)] $Kind(facts!(@ty $Payload $($Box)?)), )+
        }

        vocabulary! {
            /// A fact without its detail.
            pub open enum FactKind {
                $( $(#[doc = $doc])+ $Kind = $name, )+
            }
        }

        impl Fact {
            /// Which fact it is.
            #[must_use]
            pub const fn kind(&self) -> FactKind {
                match self { $( Self::$Kind(_) => FactKind::$Kind, )+ }
            }
        }

        impl Fact {
            /// The fields in which another fact of the same kind says something else, a bit each.
            /// `None` for a fact of another kind.
            pub(crate) fn unlike(&self, other: &Self) -> Option<u64> {
                match (self, other) {
                    $( (Self::$Kind(one), Self::$Kind(other)) => Some(one.unlike(other)), )+
                    _ => None,
                }
            }
        }

        impl FactKind {
            /// The description of what a fact of the kind says.
            pub(crate) const fn payload_shape(self) -> &'static Shape {
                match self { $( Self::$Kind => &<$Payload as Documented>::SHAPE, )+ }
            }

            /// What sort of fact it is.
            #[must_use]
            pub const fn class(self) -> FactClass {
                match self { $( Self::$Kind => FactClass::$class, )+ }
            }

            /// The topic that the fact belongs to, if silence about it can mean absence.
            #[must_use]
            pub const fn topic(self) -> Option<Topic> {
                match self { $( Self::$Kind => facts!(@topic $($topic)?), )+ }
            }
        }

        $( impl Payload for $Payload {
            const KIND: FactKind = FactKind::$Kind;

            fn of(fact: &Fact) -> Option<&Self> {
                match fact {
                    Fact::$Kind(payload) => Some(payload),
                    _ => None,
                }
            }
        } )+

        $( impl From<$Payload> for Fact {
            fn from(payload: $Payload) -> Self {
                Self::$Kind(payload.into())
            }
        } )+

        #[cfg(feature = "proptest1")]
        impl Fact {
            /// Any fact of a kind.
            pub(crate) fn any_of(kind: FactKind) -> proptest::strategy::BoxedStrategy<Self> {
                use proptest::strategy::Strategy as _;
                match kind {
                    $( FactKind::$Kind => {
                        <$Payload as crate::base::any::Any>::any().prop_map(|payload: $Payload| Self::from(payload)).boxed()
                    } )+
                }
            }
        }

        impl Documented for Fact {
            fn days(&self, tell: &mut dyn FnMut(HeldDay)) {
                match self { $( Self::$Kind(payload) => payload.days(tell), )+ }
            }

            const READS_ITSELF: bool = cfg!(feature = "serde");
            const SHAPE: Shape = Shape::OneOf("Fact", &[
                $( ($name, concat!($($doc),+).trim_ascii_start(), &<$Payload as Documented>::SHAPE) ),+
            ]);
        }
    };
    (@ty $Payload:ident) => { $Payload };
    (@ty $Payload:ident $Box:ident) => { $Box<$Payload> };
    (@topic) => { None };
    (@topic $topic:ident) => { Some(Topic::$topic) };
}

facts! {
    /// The course begins to be recorded.
    Opened(Opened) = "opened", Opening;
    /// The record reports other topics in full from now on.
    ReportingChanged(ReportingChanged) = "reporting_changed", Administration;
    /// The patient's age.
    AgeRecorded(AgeRecorded) = "age_recorded", Administration;
    /// A diagnosis.
    DiagnosisMade(DiagnosisMade in Box) = "diagnosis_made", Care, InitialTasks;
    /// What went before this episode.
    HistoryTaken(HistoryTaken) = "history_taken", Care, InitialTasks;
    /// Medication at entry, or a change.
    MedicationNoted(MedicationNoted in Box) = "medication_noted", Administration, Medication;
    /// A therapist takes on the course.
    TherapistAssigned(TherapistAssigned) = "therapist_assigned", Administration, Supervision;
    /// A supervision took place.
    SupervisionHeld(SupervisionHeld) = "supervision_held", Administration, Supervision;
    /// An external rating of adherence.
    AdherenceRated(AdherenceRated) = "adherence_rated", Administration, Supervision;
    /// A document was put on file.
    DocumentFiled(DocumentFiled) = "document_filed", Administration;
    /// The patient's consent.
    ConsentRecorded(ConsentRecorded) = "consent_recorded", Administration, Agreements;
    /// The exclusion screen.
    ScreeningDone(ScreeningDone) = "screening_done", Care, InitialTasks;
    /// The decision on suitability.
    SuitabilityDecided(SuitabilityDecided) = "suitability_decided", Care, InitialTasks;
    /// A task was done, or is stated as not done, outside a session note.
    TaskRecorded(TaskNote) = "task_recorded", Care, InitialTasks;
    /// A person of the interpersonal inventory.
    PersonInventoried(PersonInventoried in Box) = "person_inventoried", Care, InitialTasks;
    /// The inventory is complete.
    InventoryCompleted(InventoryCompleted in Box) = "inventory_completed", Care, InitialTasks;
    /// A life event on the timeline.
    LifeEventRecorded(LifeEventRecorded in Box) = "life_event_recorded", Care, InitialTasks;
    /// The onset of the episode.
    OnsetDated(OnsetDated) = "onset_dated", Care, InitialTasks;
    /// An area was considered as a focus.
    AreaConsidered(AreaConsidered in Box) = "area_considered", Care, InitialTasks;
    /// The detail of a grief.
    GriefDetailed(GriefDetailed in Box) = "grief_detailed", Care, InitialTasks;
    /// The detail of a role dispute.
    DisputeDetailed(DisputeDetailed in Box) = "dispute_detailed", Care, InitialTasks;
    /// The stage of a role dispute.
    DisputeStaged(DisputeStaged) = "dispute_staged", Care, SessionContent;
    /// The detail of a role transition.
    TransitionDetailed(TransitionDetailed in Box) = "transition_detailed", Care, InitialTasks;
    /// The detail of interpersonal deficits.
    DeficitsDetailed(DeficitsDetailed in Box) = "deficits_detailed", Care, InitialTasks;
    /// The completion markers of an area were assessed.
    MarkersAssessed(MarkersAssessed) = "markers_assessed", Care, SessionContent;
    /// A formulation was given to the patient.
    FormulationGiven(FormulationGiven in Box) = "formulation_given", Care, Agreements;
    /// The patient answered the latest formulation.
    FormulationAnswered(FormulationAnswered) = "formulation_answered", Care, Agreements;
    /// The focus was agreed, or agreed anew.
    FocusAgreed(FocusAgreed in Box) = "focus_agreed", Care, Agreements;
    /// The time limit was voiced.
    FrameAnnounced(FrameAnnounced) = "frame_announced", Care, Agreements;
    /// A contract was agreed.
    ContractAgreed(ContractAgreed in Box) = "contract_agreed", Care, Agreements;
    /// The contract in force was changed.
    ContractAmended(ContractAmended in Box) = "contract_amended", Care, Agreements;
    /// A phase begins.
    PhaseBegun(PhaseBegun) = "phase_begun", Step, Agreements;
    /// A session, held or missed.
    Session(Session in Box) = "session", Session, Sessions;
    /// A contact outside sessions.
    Contact(Contact in Box) = "contact", Administration, Contacts;
    /// An admission to hospital, or its end.
    Admission(Admission) = "admission", Administration, Contacts;
    /// The day of an event outside treatment.
    ExternalDate(ExternalDate) = "external_date", Administration;
    /// A direct enquiry about safety outside a session.
    EnquiryMade(Enquiry) = "enquiry_made", Safety, Safety;
    /// A safety concern was raised.
    ConcernRaised(ConcernRaised) = "concern_raised", Safety, Safety;
    /// The response to a concern was documented.
    SafetyResponse(SafetyResponse in Box) = "safety_response", Safety, Safety;
    /// A concern was reassessed.
    SafetyReassessed(SafetyReassessed) = "safety_reassessed", Safety, Safety;
    /// The care for a concern was handed to a named receiver.
    SafetyHandedOver(SafetyHandedOver) = "safety_handed_over", Safety, Safety;
    /// A serious incident.
    IncidentRecorded(IncidentRecorded) = "incident_recorded", Safety, Safety;
    /// A score outside a session.
    Scored(Score) = "scored", Score, Measures;
    /// Progress was reviewed.
    ReviewHeld(ReviewHeld) = "review_held", Care, Measures;
    /// A clinical judgement on a named criterion.
    JudgementMade(JudgementMade) = "judgement_made", Care, Measures;
    /// The plan against relapse.
    RelapsePlanMade(RelapsePlanMade in Box) = "relapse_plan_made", Care, Ending;
    /// Maintenance was discussed and decided.
    MaintenanceDecided(MaintenanceDecided) = "maintenance_decided", Care, Ending;
    /// Treatment pauses.
    Paused(Paused) = "paused", Administration, Contacts;
    /// Treatment goes on.
    Resumed(Resumed) = "resumed", Administration, Contacts;
    /// A planned break was announced.
    BreakAnnounced(BreakAnnounced) = "break_announced", Administration, Contacts;
    /// The patient was sought after missing sessions.
    OutreachMade(OutreachMade) = "outreach_made", Administration, Contacts;
    /// It was decided how to go on after sessions were missed.
    EngagementDecided(EngagementDecided) = "engagement_decided", Administration, Contacts;
    /// Another therapist takes over.
    Transferred(Transferred) = "transferred", Administration, Contacts;
    /// The course is closed.
    Closed(Closed in Box) = "closed", Closing, Ending;
}

enum_set! {
    /// A set of kinds of fact.
    pub struct FactKinds(u64) of FactKind;
}

impl FactKind {
    /// The kinds of one class.
    #[must_use]
    pub fn of_class(class: FactClass) -> FactKinds {
        Self::ALL
            .iter()
            .copied()
            .filter(|kind| kind.class() == class)
            .collect()
    }
}
