//! The items of an agenda: what, why, how pressing, and what if it is left out.

use crate::{
    base::set::vocabulary,
    measure::InstrumentId,
    plan::ParameterPath,
    record::{
        contact::{Anchor, ContactWith},
        inventory::Relation,
    },
    vocabulary::{
        Criterion, EndingTask, InitialTask, Label, Phase, ProblemArea, Region, RuleCode, Seq,
        TaskToken, Technique, Track,
    },
};

vocabulary! {
    /// A part of a session, in the order in which one runs.
    pub open enum AgendaSlot {
        /// An open concern. It comes first, and only where one is open.
        Safety = "safety",
        /// The opening, and what came of the time since the last session.
        Opening = "opening",
        /// Symptoms and mood.
        Symptoms = "symptoms",
        /// The direct enquiry about safety.
        Enquiry = "enquiry",
        /// Mood and events.
        Link = "link",
        /// The work of the phase.
        Work = "work",
        /// Options and rehearsal.
        Options = "options",
        /// The summary.
        Summary = "summary",
        /// What the patient takes up until the next session.
        BetweenSessions = "between_sessions",
        /// How many sessions are left.
        SessionsLeft = "sessions_left",
    }
}

/// What an item of an agenda is. Never a text of the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum What {
    /// A concern lacks its documented response.
    SafetyResponse,
    /// A concern that has its response is looked at again.
    SafetyReassessment,
    /// The care for a concern was handed over; whether it arrived.
    HandOverFollowUp,
    /// The time since the last session; in the first, what brings the patient now.
    Opening,
    /// What came of the work that was agreed for the time between sessions.
    AttemptReview,
    /// Symptoms and mood.
    SymptomCheck,
    /// A score on an instrument, reported back to the patient.
    Score(InstrumentId),
    /// Direct questions about safety.
    Enquiry,
    /// The link between mood and events.
    MoodEventLink,
    /// Somebody beside patient and therapist takes part.
    Participant(Relation),
    /// A phase begins with the session.
    Phase(Phase),
    /// The time limit is voiced.
    Frame,
    /// A contract for continuation or maintenance.
    OwnContract,
    /// A task of the initial phase. Where a rule asks for any one, the first is due.
    Initial(InitialTask),
    /// A task that the protocol declares.
    Declared(TaskToken),
    /// A recent incident.
    Incident,
    /// Affect in the session.
    Affect,
    /// A strategy of an active focus item. Where a rule asks for any one, the first that no session
    /// has taken up is due.
    Strategy(crate::vocabulary::Strategy),
    /// Work on a focus item that is none of the four areas, by its place in the agreed focus, from
    /// 1.
    FocusItem(u8),
    /// A technique that a rule looks for.
    Technique(Technique),
    /// The stage of the dispute.
    DisputeStage,
    /// Life events since the last time somebody asked.
    EventsReasked,
    /// Progress, and whether to go on as before.
    ProgressReview,
    /// In the review, an option other than going on as before.
    AnotherOption,
    /// How far an area is worked through.
    Markers(ProblemArea),
    /// A task of the ending, the announcement of the end among them.
    Ending(EndingTask),
    /// A judgement on a criterion: whether treatment goes on as before, or whether a phase that
    /// ends on it is over.
    Judgement(Criterion),
    /// A module of the phase begins with the session.
    Module(Label),
    /// A diary is begun that the protocol keeps.
    Diary,
    /// Contact with somebody whom the protocol keeps in touch.
    Contact(ContactWith),
    /// The day of an event outside treatment on which its end hangs.
    ExternalDate(Anchor),
    /// A session of a track beside the main one, while that runs.
    Meeting(Track),
    /// Options and their likely consequences.
    Options,
    /// Rehearsal of what the patient wants to say or do.
    Rehearsal,
    /// A summary by patient and therapist.
    Summary,
    /// What the patient takes up until the next session; in the last one, after the end.
    BetweenSessionPlan,
    /// How many sessions are left.
    SessionsLeft,
}

impl What {
    /// The part of the session to which it belongs, unless an open concern brings it forward.
    #[must_use]
    pub const fn slot(self) -> AgendaSlot {
        match self {
            Self::SafetyResponse | Self::SafetyReassessment | Self::HandOverFollowUp => {
                AgendaSlot::Safety
            }
            Self::Opening | Self::AttemptReview => AgendaSlot::Opening,
            Self::SymptomCheck | Self::Score(_) => AgendaSlot::Symptoms,
            Self::Enquiry => AgendaSlot::Enquiry,
            Self::MoodEventLink => AgendaSlot::Link,
            Self::Options | Self::Rehearsal => AgendaSlot::Options,
            Self::Summary => AgendaSlot::Summary,
            Self::BetweenSessionPlan => AgendaSlot::BetweenSessions,
            Self::SessionsLeft => AgendaSlot::SessionsLeft,
            _ => AgendaSlot::Work,
        }
    }
}

/// Why an item is on an agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum Reason {
    /// A rule asks for it.
    Rule(RuleCode),
    /// A parameter of the protocol provides for it, by its path; `phases` where it is usual in a
    /// session of the phase.
    Protocol(ParameterPath),
    /// It was agreed in that entry.
    Agreed(Seq),
    /// A region beside the phase is open.
    Region(Region),
}

/// How pressing an item is. Nothing prevents a session without it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "snake_case")
)]
#[allow(clippy::exhaustive_enums, reason = "due, due by a session, or neither")]
pub enum Pressing {
    /// It is due in this session.
    Due,
    /// It is due by the session of that number, counted like
    /// [`SessionPlan::number`](super::SessionPlan::number). That may be this session, or one that
    /// has passed.
    DueBy(u16),
    /// It may be done, but nothing asks for it.
    Optional,
}

/// One item of an agenda: what to consider, why, and which rule reports it if it is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct AgendaItem {
    /// The part of the session to which it belongs.
    pub slot: AgendaSlot,
    /// What to consider.
    pub what: What,
    /// Why it is on the agenda.
    pub reason: Reason,
    /// How pressing it is.
    pub pressing: Pressing,
    /// The rule that reports it if the session is held without it and with everything else that is
    /// due.
    pub otherwise: Option<RuleCode>,
}

impl AgendaItem {
    /// Whether it is due in this session.
    #[must_use]
    pub const fn is_due(&self) -> bool {
        matches!(self.pressing, Pressing::Due)
    }
}
